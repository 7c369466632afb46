"""Running commands in this process, on copies of the example data."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer

from jixiao.cli.app import application, run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "data_examples"
PROJECT = "xiangxi/2022/项目/州智慧湘西建设专项"
TITLE = "智慧湘西领导小组办公室2022年度州智慧湘西建设专项支出绩效自评报告"


def commands() -> dict[str, Any]:
    """Every command by what one types for it; those of a group (template new) in place of the group."""
    found: dict[str, Any] = {}
    waiting = dict(vars(typer.main.get_command(application()))["commands"])
    while waiting:
        name = next(iter(waiting))
        command = waiting.pop(name)
        inner = vars(command).get("commands", {})
        waiting |= {f"{name} {each}": held for each, held in inner.items()}
        found |= {} if inner else {name: command}
    return found


class Result(NamedTuple):
    """What a command gave."""

    status: int
    out: str
    err: str


class Desk:
    """A folder with a copy of the example data, where commands run and leave what they write."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.out = folder / "out"
        self.capsys = capsys
        shutil.copytree(EXAMPLES, self.data)

    @property
    def reports(self) -> Path:
        """Where the reports of the example unit are written."""
        return self.out / "2022" / "xiangxi"

    def run(self, *arguments: str) -> Result:
        """Run a command on the copied data."""
        self.capsys.readouterr()
        status = run([*arguments, "--data", str(self.data), "--out", str(self.out)])
        captured = self.capsys.readouterr()
        return Result(status, captured.out, captured.err)

    def change(self, file: str, old: str, new: str) -> None:
        """Replace the first occurrence of something that must be there, in a file of the project or of the unit."""
        path = next(path for path in (self.data / PROJECT / file, self.data / "xiangxi/2022" / file) if path.exists())
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
