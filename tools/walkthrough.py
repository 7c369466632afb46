"""Does what a page tells its reader to do, step by step in one folder, and writes into it what commands print.

The steps are the page's own words, so that page and walk cannot part:

    <!-- run: template new neu --from alt -->           and a fenced block: what the command prints
    把 `file` 里的 `old` 改成 `new`                     an edit
    在 `file` 的 `key:` 最后加：                        and a fenced block: lines behind the last of a list
    打开 `form`，另存为 `file`，删去原来的内容……：      and a table: drawn in place of the form
"""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from copy import deepcopy
from pathlib import Path
from unittest.mock import patch

from docx import Document
from docx.document import Document as Drawing
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from jixiao.cli.app import run

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("data_examples", "templates")

_STEPS = re.compile(
    r"(?P<head><!-- run: (?P<command>[^;\n]+?)(?:; lines: (?P<lines>\d+))? -->\n\n```text\n).*?(?P<end>```)"
    r"|把 `(?P<changed>[^`]+)` 里的 `(?P<old>[^`]+)` 改成 `(?P<new>[^`]+)`"
    r"|在 `(?P<added>[^`]+)` 的 `(?P<key>[^`]+)` 最后加：\n\n```yaml\n(?P<text>.*?)```"
    r"|打开 `(?P<drawn>[^`]+)`，另存为 `(?P<form>[^`]+)`，删去[^\n]*：\n\n(?P<table>(?:\|[^\n]*\n)+)",
    re.DOTALL,
)


def walked(page: str, folder: Path) -> str:
    """The page with what its commands print, after all its steps were done in a folder, which gets the examples."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name)
    with chdir(folder), patch.dict(os.environ, {"JIXIAO_TEMPLATES": "templates"}):
        return _STEPS.sub(_step, page)


def printed(command: str, lines: int | None = None) -> str:
    """A command as one types it, and what it prints; of more lines the first."""
    screen = io.StringIO()
    with redirect_stdout(screen), redirect_stderr(screen):
        run(command.split())
    shown = screen.getvalue().rstrip("\n").split("\n")
    if lines is not None and len(shown) > lines:
        shown = [*shown[:lines], "……"]
    return "\n".join([f"$ jixiao {command}", *shown, ""])


def _step(match: re.Match[str]) -> str:
    kind = next(name for name in ("command", "changed", "added", "form") if match[name])
    return _DO[kind](match)


def _run(match: re.Match[str]) -> str:
    lines = int(match["lines"]) if match["lines"] else None
    return f"{match['head']}{printed(match['command'], lines)}{match['end']}"


def _change(match: re.Match[str]) -> str:
    path = Path(match["changed"])
    text = path.read_text(encoding="utf-8")
    if match["old"] not in text:
        raise ValueError(f"{path} does not hold {match['old']}")
    path.write_text(text.replace(match["old"], match["new"], 1), encoding="utf-8", newline="\n")
    return match.group()


def _add(match: re.Match[str]) -> str:
    """Behind the last line of a list, which is the last indented one below its key."""
    path = Path(match["added"])
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    last = next(at for at, line in enumerate(lines) if line.startswith(match["key"]))
    for at in range(last + 1, len(lines)):
        if lines[at][0] not in " \n#":
            break
        if lines[at].startswith(" "):
            last = at
    lines.insert(last + 1, match["text"])
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return match.group()


def _draw(match: re.Match[str]) -> str:
    """The table as one draws it in Word: a cell for each of the page's, without the line below the heads."""
    lines = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in match["table"].splitlines()]
    rows = [cells for cells in lines if set("".join(cells)) - set("-: ")]
    document = Document(match["drawn"])
    for block in [*document.element.body][:-1]:  # the last one holds the measures of the page
        document.element.body.remove(block)
    _add_grid(document)
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.paragraphs[0].text, cell.paragraphs[0].style = words, "表单文字"
    document.save(match["form"])
    return match.group()


def _add_grid(document: Drawing) -> None:
    """The style that Word gives to every table it draws."""
    style = document.styles.add_style("Table Grid", WD_STYLE_TYPE.TABLE)
    style.element.append(deepcopy(Document().styles["Table Grid"].element.find(qn("w:tblPr"))))


_DO: dict[str, Callable[[re.Match[str]], str]] = {
    "command": _run,
    "changed": _change,
    "added": _add,
    "form": _draw,
}
