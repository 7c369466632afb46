"""carbone on the same documents: a template with a tag for every printed value, loops and conditions done already."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from jixiao.ledger.view import Printed
from jixiao.pipeline import Figured
from tools.example import document
from tools.timing import Tags

PROGRAM = Path(__file__).with_suffix(".cjs")


class CarboneTags(Tags):
    """Puts a tag of carbone where a printed value stands, and keeps the values."""

    def _tag(self, printed: Printed) -> Printed:
        name = f"v{len(self.values)}"
        self.values[name] = printed.text
        return Printed(f"{{d.{name}}}")


def is_there() -> bool:
    """Whether node is on the path, and finds the package carbone (NODE_PATH names a folder with packages)."""
    node = shutil.which("node")
    asked = [node or "", "-e", "require.resolve('carbone')"]
    return node is not None and subprocess.run(asked, capture_output=True, check=False).returncode == 0  # noqa: S603


def seconds(reports: Sequence[Figured], folder: Path) -> list[float]:
    """Of the processor for the document of each of these reports, made one after the other in one process."""
    template = folder / "carbone.docx"
    files = []
    for number, report in enumerate(reports):
        tags = CarboneTags(report.ledger)
        made = document(report, tags)
        if number == 0:
            template.write_bytes(made)
        files.append(folder / f"carbone{number}.json")
        files[-1].write_text(json.dumps(tags.values, ensure_ascii=False), encoding="utf-8")
    command = ["node", *map(str, (PROGRAM, template, folder / "by-carbone.docx", *files))]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    found: list[float] = json.loads(ran.stdout)
    return found
