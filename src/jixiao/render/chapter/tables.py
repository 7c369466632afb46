"""Tables of a chapter: head repeated on each page, rows kept whole, widths by the dashes of the delimiter line.

Where the delimiter line does not say so, figures stand at the right; a row that begins in bold is bold throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jixiao.kernel.finding import must
from jixiao.ledger.view import Display
from jixiao.render.chapter.inline import Runs, Wording
from jixiao.render.chapter.lines import Prepared
from jixiao.render.control import Token, build
from jixiao.render.layout import tiny_paragraph
from jixiao.render.styles import TABLE_HEAD, TABLE_TEXT, style_id
from jixiao.render.template import Aligned, Node, Nodes, Raw, TableBody

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

ROW_CELLS = must("F211")

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)
AFTER = tiny_paragraph(height=120)  # two tables that touch would become one
_ALIGNMENTS = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}
_FIGURE = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?[%％]?")
_PIPE = re.compile(r"(?<!\\)\|")


class _Row(NamedTuple):
    is_head: bool
    line: int
    cells: list[MarkdownToken]


class _Column(NamedTuple):
    width: int
    alignment: str


def table(tokens: Sequence[MarkdownToken], source: Prepared, width: int, wording: Wording) -> TableBody:
    """A table; tokens run from table_open to table_close, width is that of the text in twips."""
    rows = list(_rows(tokens))
    columns = _columns(rows[0], tokens, source, width)
    grid = "".join(f'<w:gridCol w:w="{column.width}"/>' for column in columns)
    head = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(column.width for column in columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    body = (token for row in rows for token in _row(row, columns, source, wording))
    return TableBody(head, build(body, wording.findings), "</w:tbl>", heads=int(len(rows) > 1))


def _rows(tokens: Sequence[MarkdownToken]) -> Iterator[_Row]:
    is_head, line = True, 0
    cells: list[MarkdownToken] = []
    for token in tokens:
        if token.type == "tr_open":
            line, cells = (token.map or [0])[0], []
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            yield _Row(is_head, line, cells)
        elif token.type == "thead_close":
            is_head = False


def _columns(head: _Row, tokens: Sequence[MarkdownToken], source: Prepared, width: int) -> list[_Column]:
    dashes = [part.count("-") for part in _parts(source.lines[head.line + 1])]
    edges = [width * sum(dashes[:at]) // sum(dashes) for at in range(len(dashes) + 1)]
    styles = [str(token.attrs.get("style", "")) for token in tokens if token.type == "th_open"]
    return [
        _Column(right - left, _ALIGNMENTS.get(style, ""))
        for left, right, style in zip(edges, edges[1:], styles, strict=False)
    ]


def _parts(line: str) -> list[str]:
    return _PIPE.split(line.strip().removeprefix("|").removesuffix("|"))


def _row(row: _Row, columns: list[_Column], source: Prepared, wording: Wording) -> Iterator[Token]:
    line = source.lines[row.line]
    if controls := source.source.controls(line):
        yield from controls
        return
    count = len(_parts(line))
    if count != len(columns):
        wording.findings.append(ROW_CELLS.at(source.place(row.line), cells=count, columns=len(columns)))
    yield Raw(f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if row.is_head else ''}</w:trPr>")
    is_bold = not row.is_head and bool(row.cells) and _is_bold(row.cells[0])
    for cell, column in zip(row.cells, columns, strict=False):
        runs = Runs(wording, Display.TABLE.value, bold=is_bold)
        runs.add_all(cell.children or [], iter([source.place(row.line)]))
        yield from _cell(cell, column, runs.result(), source, is_head=row.is_head)
    yield Raw("</w:tr>")


def _cell(cell: MarkdownToken, column: _Column, runs: Nodes, source: Prepared, *, is_head: bool) -> Iterator[Node]:
    style = style_id(TABLE_HEAD if is_head else TABLE_TEXT)
    alignment = column.alignment
    words = cell.content.replace("*", "").strip()
    if not alignment and _FIGURE.fullmatch(words):
        alignment = "right"
    written = f'<w:jc w:val="{alignment}"/>' if alignment and not is_head else ""
    yield Raw(
        f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{written}'
    )
    if not alignment and not is_head and source.source.lone(words):
        yield Aligned((Raw("</w:pPr>"), *runs))
    else:
        yield from (Raw("</w:pPr>"), *runs)
    yield Raw("</w:p></w:tc>")


def _is_bold(cell: MarkdownToken) -> bool:
    """Whether all words of a cell are bold."""
    children = [child for child in cell.children or [] if child.type != "text" or child.content.strip()]
    kinds = [child.type for child in children]
    return kinds[:1] == ["strong_open"] and kinds[-1] == "strong_close" and kinds.count("strong_open") == 1
