"""Measures the program on its example and writes docs/measured.md, which the README quotes."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from tools import oracle
from tools.example import DATA, PROJECT, document, figured
from tools.mutations import Outcome, mutations, run, state
from tools.timing import cold_starts, stages

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "measured.md"
FILLER = "国"
"""A long paragraph of one full-width character shows how many lines and characters a page holds."""


class Row(NamedTuple):
    """One line of the page."""

    what: str
    value: str


def main() -> int:
    """Measure and write the page; 1 where a mutation did not do what it must."""
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        outcomes = _outcomes(folder)
        sections = {
            "Time": [*_times(folder)],
            "Pages": [*_pages(folder)],
            "Figures": [*_figures(outcomes)],
        }
    text = "\n\n".join(_blocks(sections)) + "\n"
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    problems = [f"{each.mutation.place}: {problem}" for each in outcomes for problem in each.problems]
    print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


def _blocks(sections: dict[str, list[Row]]) -> Iterator[str]:
    yield "# Measured"
    yield "Written by `make measure` from the example, the unit `xiangxi` in 2022. Times are medians."
    yield f"Machine: {_machine()}."
    for title, rows in sections.items():
        yield f"## {title}"
        yield "\n".join(["| what | measured |", "| --- | ---: |", *(f"| {row.what} | {row.value} |" for row in rows)])


def _machine() -> str:
    cpu = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*:\s*(.+)", cpu.read_text(encoding="utf-8")) if cpu.exists() else None
    model = named[1] if named else platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _times(folder: Path) -> Iterator[Row]:
    mine, plain = cold_starts(folder)
    yield Row("`jixiao report` from a cold start: data read and checked, report and figures.json written", _ms(mine))
    yield Row("a plain docxtpl script from a cold start: the same document rendered once", _ms(plain))
    yield Row("the first divided by the second", f"{mine / plain:.2f}")
    for name, seconds in stages(folder).items():
        yield Row(f"stage, warm: {name}", _ms(seconds))


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds > 0.01 else f"{seconds * 1000:.1f} ms"  # noqa: PLR2004


def _pages(folder: Path) -> Iterator[Row]:
    """Pages of the report, and a full page of it, as LibreOffice lays them out."""
    if shutil.which("soffice") is None:
        yield Row("pages", "not measured: no LibreOffice")
        return
    yield Row("pages of the report, cover included", str(len(_page_lines(DATA, folder))))
    filled = folder / "filled"
    shutil.copytree(DATA, filled)
    narrative = filled / PROJECT / "文字.md"
    words = narrative.read_text(encoding="utf-8").replace("无其他需要说明的问题。", FILLER * 3000)
    narrative.write_text(words, encoding="utf-8")
    lines = [[line for line in page if line.startswith(FILLER * 2)] for page in _page_lines(filled, folder)]
    full = [page for page in lines if page][1]
    yield Row("lines of a full page of text", str(len(full)))
    yield Row("characters of a full line", str(Counter(map(len, full)).most_common(1)[0][0]))


def _page_lines(data: Path, folder: Path) -> list[list[str]]:
    path = folder / "report.docx"
    path.write_bytes(document(figured(data)))
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pdf = pypdfium2.PdfDocument(path.with_suffix(".pdf").read_bytes())
    return [page.get_textpage().get_text_bounded().splitlines() for page in pdf]


def _outcomes(folder: Path) -> list[Outcome]:
    before = state(DATA)
    return [run(DATA, before, mutation, folder) for mutation in mutations(DATA)]


def _figures(outcomes: list[Outcome]) -> Iterator[Row]:
    count = len(oracle.figures(oracle.read_project(DATA / PROJECT)))
    yield Row("figures of the report that equal an independent computation in fractions", f"{count} of {count}")
    yield Row("typed numbers changed by one unit of their last digit, one after the other", str(len(outcomes)))
    yield Row("of these amounts of money", str(sum(each.mutation.money for each in outcomes)))
    changed = [each.figures for each in outcomes]
    places = [each.places for each in outcomes]
    yield Row("figures that changed with one number", f"{min(changed)} to {max(changed)}")
    yield Row("places in the document that changed with one number", f"{min(places)} to {max(places)}")
    wrong = sum(bool(each.problems) for each in outcomes)
    yield Row("changes after which a figure was wrong or another place had changed", str(wrong))


if __name__ == "__main__":
    sys.exit(main())
