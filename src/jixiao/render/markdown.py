"""Chapters in Markdown become nodes. Tags are put aside first and values come last, so no value is read as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import Place, SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.ledger.view import Display
from jixiao.render.control import INCLUDE, TURNED, Token, bad_tag, build, check
from jixiao.render.headings import TYPED_NUMBER, typed_number
from jixiao.render.inline import RAW_HTML, UNSUPPORTED, Runs
from jixiao.render.lines import Prepared, prepared
from jixiao.render.styles import BODY, HEADINGS, properties
from jixiao.render.tables import AFTER, table
from jixiao.render.tags import PLACEHOLDER, Tag, tagged
from jixiao.render.template import Heading, HeadingNumber, NewPages, Node, Nodes, Paragraphs, Raw, TableBody

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

UNKNOWN_STYLE = must("F206")
NOT_A_TABLE = must("F210")
HEADING_DEPTH = must("F212")

_STYLE = re.compile(r"\{\.(?P<name>[^{}]*)\}\Z")
_QUOTED = re.compile(r"([\"'])(?P<file>.+)\1")
_SHOWN = 12  # characters of what is not supported
_PARSER = (
    MarkdownIt("commonmark", {"html": True, "linkify": False, "typographer": False})  # html: so that it can be reported
    .enable("table")
    .disable(["lheading", "reference", "code"])
)


class Setting(NamedTuple):
    """What surrounds a chapter: the styles it may name, the widths of the text, upright and turned, in twips.

    pages: `<w:sectPr>` of upright and of turned pages. listed: how many levels of headings a table of contents lists.
    form: gives the nodes of a form of the format, and reports one that is not there.
    """

    styles: Mapping[str, str]
    width: int
    turned_width: int
    pages: tuple[str, str]
    listed: int
    form: Callable[[str, Place], Nodes]


def compile_chapter(text: str, file: str, setting: Setting) -> tuple[Nodes, list[Finding]]:
    """The nodes of a chapter and its findings."""
    findings: list[Finding] = []
    written = text.split("\n")
    source = prepared(written, tagged(written, file, 1, findings), file)
    tokens = _PARSER.parse("\n".join(source.lines))
    upright, turned = map(NewPages, setting.pages)
    wraps = {TURNED: lambda inside: (turned, *inside, upright)}
    nodes = build(_Chapter(source, setting, findings).tokens(tokens), findings, wraps)
    return nodes, findings


class _Chapter:
    """Compiles the blocks of one chapter."""

    def __init__(self, source: Prepared, setting: Setting, findings: list[Finding]) -> None:
        self._source = source
        self._setting = setting
        self._styles = setting.styles
        self._width = setting.width
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
            for control in controls:
                yield from self._control(control)
            return
        if inline.content.startswith("|"):
            self._findings.append(NOT_A_TABLE.at(self._source.place(line)))
        style = self._style(inline, line)
        if (tag := self._lone(inline)) is not None:
            check(tag.argument, tag.place, self._findings)
            yield Paragraphs(tag.argument, Display.TEXT.value, properties(style), "", tag.place)
        else:
            yield from self._written(inline, style, line, ())

    def _control(self, tag: Tag) -> Iterator[Token]:
        """A tag on a line of its own."""
        if tag.word == INCLUDE:
            yield from self._form(tag)
            return
        if tag.word in (TURNED, f"end{TURNED}"):
            self._width = self._setting.turned_width if tag.word == TURNED else self._setting.width
        yield tag

    def _form(self, tag: Tag) -> Iterator[Node]:
        match = _QUOTED.fullmatch(tag.argument)
        if match is None:
            self._findings.append(bad_tag(tag))
            return
        nodes = self._setting.form(match["file"], tag.place)
        yield from nodes
        if nodes and isinstance(nodes[-1], TableBody):
            yield Raw(AFTER)

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
        if number := typed_number(inline.content):
            column = max(place.quote.find(number), 0) + 1
            at = SourcePlace(place.file, place.line, column, place.quote)
            self._findings.append(TYPED_NUMBER.at(at, number=number))
        style, numbered = HEADINGS[level - 1], (HeadingNumber(level),)
        if level <= self._setting.listed:
            yield Heading(level, f"<w:p>{properties(style)}", self._runs(inline, line, numbered))
        else:
            yield from self._written(inline, style, line, numbered)

    def _written(self, inline: MarkdownToken, style: str, line: int, before: Sequence[Node]) -> Iterator[Node]:
        """A paragraph with its runs."""
        yield Raw(f"<w:p>{properties(style)}")
        yield from self._runs(inline, line, before)
        yield Raw("</w:p>")

    def _runs(self, inline: MarkdownToken, line: int, before: Sequence[Node]) -> Nodes:
        runs = Runs(self._source.source, Display.TEXT.value, self._findings)
        for node in before:
            runs.node(node)
        lines = range(line, max(line, (inline.map or [line, line + 1])[1] - 1) + 1)
        runs.add_all(inline.children or [], map(self._source.place, lines))
        return runs.result()

    def _style(self, inline: MarkdownToken, line: int) -> str:
        """The style named at the end of a paragraph, which is taken off it."""
        match = _STYLE.search(inline.content.rstrip())
        last = inline.children[-1] if inline.children else None
        if match is None or last is None or last.type != "text":
            return BODY
        inline.content = inline.content[: match.start()].rstrip()
        last.content = _STYLE.sub("", last.content.rstrip()).rstrip()
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
