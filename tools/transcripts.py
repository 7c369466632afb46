"""Runs the commands that the manual shows, and writes what they print into it.

A transcript is a fenced block below a comment that says what to run, on a copy of the example, what to change in its
data first, and how many lines of output to show:

    <!-- run: check xiangxi --year 2022; 资金.yaml: 实际支出: 188.19 => 实际支出: 288.19; lines: 8 -->
"""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from jixiao.cli.app import run
from tools.example import DATA, UNIT, YEAR

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("手册.md", "格式.md")

_TRANSCRIPT = re.compile(
    r"(?P<head><!-- run: (?P<command>[^;\n]+?)"
    r"(?:; (?P<file>[^:;\n]+): (?P<old>.+?) => (?P<new>.*?))?"
    r"(?:; lines: (?P<lines>\d+))? -->\n\n```text\n).*?(?P<end>```)",
    re.DOTALL,
)


def with_transcripts(page: str) -> str:
    """The page with every transcript as the program prints it now."""
    return _TRANSCRIPT.sub(_transcript, page)


def _transcript(match: re.Match[str]) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / DATA, folder / DATA)
        if match["file"]:
            _change(folder / DATA / UNIT / str(YEAR), match["file"], match["old"], match["new"])
        printed = _printed(match["command"].split(), folder)
    lines = printed.rstrip("\n").split("\n")
    most = int(match["lines"] or len(lines))
    shown = lines if len(lines) <= most else [*lines[:most], "……"]
    return "\n".join([f"{match['head']}$ jixiao {match['command']}", *shown, match["end"]])


def _change(folder: Path, file: str, old: str, new: str) -> None:
    path = next(folder.rglob(file))
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{file} does not hold {old}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _printed(arguments: list[str], folder: Path) -> str:
    screen = io.StringIO()
    with chdir(folder), redirect_stdout(screen), redirect_stderr(screen):
        run(arguments)
    return screen.getvalue().replace(f"{ROOT.as_posix()}/", "")


def main() -> int:
    """Bring the transcripts of the manual up to date."""
    for name in PAGES:
        path = ROOT / "docs" / name
        path.write_text(with_transcripts(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
