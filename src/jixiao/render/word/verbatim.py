"""Read a part of a Word template as it stands: tags are found, everything else is kept letter for letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from jixiao.kernel.finding import Finding
from jixiao.kernel.place import DocumentPlace
from jixiao.package.source import Node
from jixiao.render.run.grid import columns_of, grid_columns
from jixiao.render.tags import Tag
from jixiao.render.word.pieces import tagged
from jixiao.render.word.tags import OBJECT, scan, unclosed_findings, with_literal_braces
from jixiao.render.word.tree import Block, Cell, Drawn, Markup, Paragraph, Piece, Row, Table

_PARAGRAPHS = ("w:p", "a:p")
_RUNS = ("w:r", "a:r")
_TEXTS = ("w:t", "a:t")
_TAGS = re.compile(r"<[^>]*>")
_OF_CELL = re.compile(r"\s*(\{%\s*(?:colspan|cellbg)\b[^%]*%\})\s*")
_NUMBER = re.compile(r'w:val="(\d+)"')


def read_part(root: Node, shown: str) -> tuple[tuple[Block, ...], list[Finding]]:
    """The blocks of a part, its start and end among them, and what is wrong with its tags; shown: its name."""
    words = _TAGS.sub("", str(root))
    reader = _Reader(shown, takes_all_apart="{%-" in words or "-%}" in words)
    return tuple(reader.block(root, DocumentPlace(shown))), reader.findings


class _Reader:
    """Reads one part; collects its findings and counts its tables.

    takes_all_apart: tags join paragraphs, so that those without tags are needed as well.
    """

    def __init__(self, shown: str, *, takes_all_apart: bool) -> None:
        self.findings: list[Finding] = []
        self._shown = shown
        self._takes_all_apart = takes_all_apart
        self._tables = 0

    def block(self, node: Node, place: DocumentPlace) -> Iterator[Block]:
        """The blocks that an element is, or holds."""
        has_braces = self._takes_all_apart or node.holds(b"{") or node.holds(b"}")
        if node.name == "w:tbl":
            yield self._table(node)
        elif not has_braces and not node.holds(b"<w:tbl>") and not node.holds(b"<w:tbl "):
            yield Markup((str(node),))
        elif node.name in _PARAGRAPHS:
            yield self._paragraph(node, place)
        elif not node.children:
            yield Markup(self._scanned(str(node), place))
        else:
            yield Markup(self._scanned(node.start_tag, place))
            yield from self._content(node, place)
            yield Markup((node.end_tag,))

    def _content(self, node: Node, place: DocumentPlace, *skipped: str) -> Iterator[Block]:
        """What stands between the tags of an element, without children of some names."""
        paragraphs, at = 0, node.inner
        for child in node.children:
            if between := node.cut(at, child.start):
                yield Markup(self._scanned(between, place))
            at = child.stop
            paragraphs += child.name in _PARAGRAPHS
            if child.name not in skipped:
                yield from self.block(child, place._replace(paragraph=paragraphs))
        if between := node.cut(at, node.end):
            yield Markup(self._scanned(between, place))

    def _scanned(self, xml: str, place: DocumentPlace) -> tuple[str | Tag, ...]:
        """XML without paragraphs, with the tags in its attributes and its text."""
        if "{" not in xml and "}" not in xml:
            return (xml,)
        parts: list[str | Tag] = []
        position = 0
        for found in scan(xml, place, unescape):
            parts += (xml[position : found.start], found.tag)
            position = found.end
        parts.append(xml[position:])
        self.findings += unclosed_findings("".join(part for part in parts if isinstance(part, str)), place)
        return tuple(with_literal_braces(part) if isinstance(part, str) else part for part in parts)

    def _parts(self, node: Node, place: DocumentPlace) -> tuple[str | Tag | tuple[Block, ...], ...]:
        """An element inside a paragraph: a drawing may hold text boxes."""
        parts: list[str | Tag | tuple[Block, ...]] = []
        for block in self.block(node, place):
            if isinstance(block, Markup):
                parts += block.parts
            elif parts and isinstance(last := parts[-1], tuple) and not isinstance(last, Tag):
                parts[-1] = (*last, block)
            else:
                parts.append((block,))
        return tuple(parts)

    def _paragraph(self, node: Node, place: DocumentPlace) -> Paragraph:
        prefix = node.name[0]
        properties = node.find(f"{prefix}:pPr")
        start = f"{node.start_tag[:-2]}>" if node.inner == node.stop else node.start_tag
        pieces = tagged(list(self._pieces(node, place)), place, self.findings, unclosed_findings)
        return Paragraph(str(properties or ""), pieces, place, start=start)

    def _pieces(self, node: Node, place: DocumentPlace) -> Iterator[Piece]:
        for child in node.children:
            if child.name in _RUNS:
                yield from self._run(child, place)
            elif child.name in ("w:pPr", "a:pPr"):
                continue
            elif _holds_runs(child):
                yield Piece("", Markup(self._scanned(child.start_tag, place), is_tag=True))
                yield from self._pieces(child, place)
                yield Piece("", Markup((child.end_tag,), is_tag=True))
            else:
                yield Piece("", Markup(self._parts(child, place)))

    def _run(self, node: Node, place: DocumentPlace) -> Iterator[Piece]:
        prefix = node.name[0]
        found = node.find(f"{prefix}:rPr")
        properties = str(found) if found is not None else ""
        for child in node.children:
            if child.name in _TEXTS:
                text = child.text.replace(OBJECT, "")
                yield Piece(properties, text if "preserve" in child.start_tag else _stripped(text))
            elif child is not found:
                parts = self._parts(child, place)
                only = parts[0] if len(parts) == 1 else None
                yield Piece(properties, only if isinstance(only, str) else Drawn(parts), is_xml=True)

    def _table(self, node: Node) -> Table:
        self._tables += 1
        place = DocumentPlace(self._shown, table=self._tables)
        rows: list[Row] = []
        start, leading = "", ""
        for step in _steps(node, "w:tr"):
            if isinstance(step, str):
                leading += step
                continue
            if not rows:
                start, leading = leading, ""
            rows.append(self._row(step, leading, place._replace(row=len(rows) + 1)))
            leading = ""
        misfits = columns_of(node.cut(node.inner, node.end)) != grid_columns(start)
        return Table("", (), tuple(rows), place, node.start_tag + start, f"{leading}{node.end_tag}", misfits)

    def _row(self, node: Node, leading: str, place: DocumentPlace) -> Row:
        cells: list[Cell] = []
        start, between = "", ""
        for step in _steps(node, "w:tc"):
            if isinstance(step, str):
                between += step
                continue
            if not cells:
                start, between = between, ""
            cells.append(self._cell(step, between, place._replace(cell=len(cells) + 1)))
            between = ""
        return Row(start, tuple(cells), place, node.start_tag, f"{between}{node.end_tag}", leading)

    def _cell(self, node: Node, leading: str, place: DocumentPlace) -> Cell:
        found = node.find("w:tcPr")
        properties = tuple((child.name[2:], str(child)) for child in found.children) if found else ()
        span = _NUMBER.search(dict(properties).get("gridSpan", ""))
        blocks = tuple(self._content(node, place, "w:tcPr"))
        return Cell(properties, int(span[1]) if span else 1, blocks, place, node.start_tag, leading)


def _stripped(text: str) -> str:
    """Words without the spaces around them, which docxtpl keeps around tags, but for those that it takes out first."""
    text = _OF_CELL.sub(r"\1", text)
    return text if "{" in _OF_CELL.sub("", text) else text.strip(" \t\r\n")


def _holds_runs(node: Node) -> bool:
    """Whether it wraps runs of the paragraph around it, as a link does."""
    return any(child.name in _RUNS or (child.name not in _PARAGRAPHS and _holds_runs(child)) for child in node.children)


def _steps(node: Node, name: str) -> Iterator[str | Node]:
    """The children of this name, also those in wrappers, and what stands before, between and behind them."""
    at = node.inner
    for child in node.children:
        yield node.cut(at, child.start)
        if child.name == name:
            yield child
        elif child.holds(f"<{name}>".encode()) or child.holds(f"<{name} ".encode()):
            yield child.start_tag
            yield from _steps(child, name)
            yield child.end_tag
        else:
            yield str(child)
        at = child.stop
    yield node.cut(at, node.end)
