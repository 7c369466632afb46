"""Chapters in Markdown become nodes. Tags are put aside first and values come last, so no value is read as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.ledger.view import Display
from jixiao.render.control import Token, build, check
from jixiao.render.inline import RAW_HTML, UNSUPPORTED, Runs
from jixiao.render.lines import Prepared, prepared
from jixiao.render.styles import BODY, HEADINGS, properties
from jixiao.render.tables import table
from jixiao.render.tags import PLACEHOLDER, Tag, tagged
from jixiao.render.template import HeadingNumber, Node, Nodes, Paragraphs, Raw

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

UNKNOWN_STYLE = must("F206")
TYPED_NUMBER = must("F207")
NOT_A_TABLE = must("F210")
HEADING_DEPTH = must("F212")

_STYLE = re.compile(r"\s*\{\.(?P<name>[^{}]*)\}\s*$")
_NUMBER = re.compile(
    r"\s*(?:[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百]+[）)]|第[一二三四五六七八九十百]+[章节部]"
    r"|\d+(?:[、．]|[.](?!\d))|[（(]\d+[）)])"
)
_SHOWN = 12  # characters of what is not supported
_PARSER = (
    MarkdownIt("commonmark", {"html": True, "linkify": False, "typographer": False})  # html: so that it can be reported
    .enable("table")
    .disable(["lheading", "reference", "code"])
)


def compile_chapter(text: str, file: str, styles: Mapping[str, str], width: int) -> tuple[Nodes, list[Finding]]:
    """The nodes of a chapter and its findings; styles: known style names, width: of the text, in twips."""
    findings: list[Finding] = []
    written = text.split("\n")
    source = prepared(written, tagged(written, file, 1, findings), file)
    tokens = _PARSER.parse("\n".join(source.lines))
    nodes = build(_Chapter(source, styles, width, findings).tokens(tokens), findings)
    return nodes, findings


class _Chapter:
    """Compiles the blocks of one chapter."""

    def __init__(self, source: Prepared, styles: Mapping[str, str], width: int, findings: list[Finding]) -> None:
        self._source = source
        self._styles = styles
        self._width = width
        self._findings = findings

    def tokens(self, tokens: Sequence[MarkdownToken]) -> Iterator[Token]:
        """The nodes and control tags of the top level."""
        at = 0
        while at < len(tokens):
            end = _end(tokens, at)
            yield from self._block(tokens[at : end + 1])
            at = end + 1

    def _block(self, tokens: Sequence[MarkdownToken]) -> Iterator[Token]:
        first = tokens[0]
        line = (first.map or [0])[0]
        if first.type == "paragraph_open":
            yield from self._paragraph(tokens[1], line)
        elif first.type == "heading_open":
            yield from self._heading(tokens[1], int(first.tag[1:]), line)
        elif first.type == "table_open":
            yield from table(tokens, self._source, self._width, self._findings)
        elif first.type == "html_block":
            place = self._source.place(line)
            self._findings.append(RAW_HTML.at(place, found=first.content.split("\n")[0].strip()))
        else:
            place = self._source.place(line)
            self._findings.append(UNSUPPORTED.at(place, what=place.quote.strip()[:_SHOWN]))

    def _paragraph(self, inline: MarkdownToken, line: int) -> Iterator[Token]:
        if controls := self._source.source.controls(inline.content):
            yield from controls
            return
        if inline.content.startswith("|"):
            self._findings.append(NOT_A_TABLE.at(self._source.place(line)))
        style = self._style(inline, line)
        if (tag := self._lone(inline)) is not None:
            check(tag.argument, tag.place, self._findings)
            yield Paragraphs(tag.argument, Display.TEXT.value, properties(style), "", tag.place)
        else:
            yield from self._written(inline, style, line, ())

    def _lone(self, inline: MarkdownToken) -> Tag | None:
        """The tag of a paragraph that is nothing but one printed tag."""
        text = inline.content.strip()
        if len(text) != 1 or not PLACEHOLDER.match(text):
            return None
        tag = self._source.source.tag(text)
        return tag if tag.kind == "print" else None

    def _heading(self, inline: MarkdownToken, level: int, line: int) -> Iterator[Token]:
        place = self._source.place(line)
        if level > len(HEADINGS):
            self._findings.append(HEADING_DEPTH.at(place, level=level))
            return
        if match := _NUMBER.match(inline.content):
            column = max(place.quote.find(match.group().strip()), 0) + 1
            number = SourcePlace(place.file, place.line, column, place.quote)
            self._findings.append(TYPED_NUMBER.at(number, number=match.group().strip()))
        yield from self._written(inline, HEADINGS[level - 1], line, (HeadingNumber(level),))

    def _written(self, inline: MarkdownToken, style: str, line: int, before: Sequence[Node]) -> Iterator[Node]:
        """A paragraph with its runs."""
        runs = Runs(self._source.source, Display.TEXT.value, self._findings)
        for node in before:
            runs.node(node)
        lines = range(line, max(line, (inline.map or [line, line + 1])[1] - 1) + 1)
        runs.add_all(inline.children or [], map(self._source.place, lines))
        yield Raw(f"<w:p>{properties(style)}")
        yield from runs.result()
        yield Raw("</w:p>")

    def _style(self, inline: MarkdownToken, line: int) -> str:
        """The style named at the end of a paragraph, which is taken off it."""
        match = _STYLE.search(inline.content)
        last = inline.children[-1] if inline.children else None
        if match is None or last is None or last.type != "text":
            return BODY
        inline.content = inline.content[: match.start()]
        last.content = _STYLE.sub("", last.content)
        name = match["name"].strip()
        if name in self._styles:
            return name
        place = self._source.place(line + inline.content.count("\n"))
        column = place.quote.rfind("{.") + 1
        near = "、".join(nearest(name, list(self._styles)) or self._styles)
        self._findings.append(
            UNKNOWN_STYLE.at(SourcePlace(place.file, place.line, column, place.quote), name=name, near=near)
        )
        return BODY


def _end(tokens: Sequence[MarkdownToken], at: int) -> int:
    """The token that closes the one at this place."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    return len(tokens) - 1
