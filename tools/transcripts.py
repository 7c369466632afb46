"""Runs the commands that the manual shows, and writes what they print into it.

A transcript is a fenced block below a comment that says what to run, on a copy of the example, what to change in its
data first, and how many lines of output to show:

    <!-- run: check xiangxi --year 2022; 资金.yaml: 实际支出: 188.19 => 实际支出: 288.19; lines: 8 -->

Where a report is verified, it was written before that, as 报告.docx, and `edit: 1160.49 => 1260.49` says what was then
changed in its words.

A page that leads through several steps is walked as a whole (`walkthrough.py`).
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from jixiao.locate import templates_dir
from jixiao.package.reader import OWN, read
from jixiao.package.zip import pack, write
from jixiao.pipeline import draw, examine
from tools.example import DATA, UNIT, YEAR
from tools.walkthrough import printed, walked

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
WALKS = ("新格式.md",)
PAGES = ("手册.md", "格式.md", "自定义章节.md", "核对.md", *WALKS)
REPORT, BODY = Path("报告.docx"), "word/document.xml"

_TRANSCRIPT = re.compile(
    r"(?P<head><!-- run: (?P<command>[^;\n]+?)"
    r"(?:; (?P<file>(?!edit:)[^:;\n]+): (?P<old>.+?) => (?P<new>.*?))?"
    r"(?:; edit: (?P<edit>.+?) => (?P<edited>.*?))?"
    r"(?:; lines: (?P<lines>\d+))? -->\n\n```text\n).*?(?P<end>```)",
    re.DOTALL,
)


def up_to_date(name: str) -> str:
    """The page with every transcript as the program prints it now."""
    page = (DOCS / name).read_text(encoding="utf-8")
    if name not in WALKS:
        return _TRANSCRIPT.sub(_transcript, page)
    with tempfile.TemporaryDirectory() as folder:
        return walked(page, Path(folder))


def _transcript(match: re.Match[str]) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / DATA, folder / DATA)
        if match["command"].endswith(REPORT.name):
            _write(folder / REPORT, match["edit"] or "", match["edited"] or "")
        if match["file"]:
            _change(folder / DATA, match["file"], match["old"], match["new"])
        with chdir(folder):
            shown = printed(match["command"], int(match["lines"]) if match["lines"] else None)
    return f"{match['head']}{shown.replace(f'{ROOT.as_posix()}/', '')}{match['end']}"


def _write(path: Path, old: str, new: str) -> None:
    """The report of the example, edited as in Word."""
    with chdir(path.parent):
        examination = examine(DATA, templates_dir(), UNIT, YEAR)
        parts = read(draw(examination.loaded, examination.reports[0]).data, OWN)
    text = parts[BODY].decode()
    if old not in text:
        raise ValueError(f"the report does not hold {old}")
    parts[BODY] = text.replace(old, new, 1).encode()
    path.write_bytes(write(pack(name, content) for name, content in parts.items()))


def _change(folder: Path, file: str, old: str, new: str) -> None:
    path = next((folder / UNIT / str(YEAR)).rglob(file), folder / file)
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{file} does not hold {old}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def main() -> int:
    """Bring the transcripts of the manual up to date."""
    for name in PAGES:
        (DOCS / name).write_text(up_to_date(name), encoding="utf-8", newline="\n")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
