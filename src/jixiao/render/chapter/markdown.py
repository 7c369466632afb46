"""Chapters in Markdown become nodes. Tags are put aside first and values come last, so no value is read as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from jixiao.kernel.finding import Code, Finding, must
from jixiao.kernel.place import Place, SourcePlace
from jixiao.ledger.view import Display
from jixiao.render.chapter.inline import RAW_HTML, UNSUPPORTED, Wording, at
from jixiao.render.chapter.lines import Prepared, prepared
from jixiao.render.chapter.lists import Items, Opened, with_lists
from jixiao.render.chapter.notes import Notes
from jixiao.render.chapter.parser import NOTE_OPEN, parse
from jixiao.render.chapter.pictures import Image, drawing, emu, picture
from jixiao.render.chapter.tables import AFTER, table
from jixiao.render.chapter.words import (
    IN_CAPTION,
    IN_LISTED,
    IN_TEXT,
    Words,
    counted,
    may_be_empty,
    name_of,
    named_style,
)
from jixiao.render.charts.nodes import ChartLook
from jixiao.render.charts.tag import chart_of
from jixiao.render.control import CHART, INCLUDE, NEW_PAGE, TURNED, Token, bad_tag, build, check
from jixiao.render.headings import IN_HEADING
from jixiao.render.layout import page_break
from jixiao.render.run.numbers import ITEM_LEVELS
from jixiao.render.styles import HEADINGS, NOTE, PICTURE_TITLE, TABLE_NOTE, TABLE_TITLE, UNIT_LINE, properties
from jixiao.render.tags import Tag, tagged
from jixiao.render.template import (
    HEADING,
    PICTURE,
    Anchor,
    Counted,
    Filled,
    Heading,
    HeadingNumber,
    Item,
    NewPages,
    Node,
    Nodes,
    Paragraphs,
    Raw,
    TableBody,
    Whole,
)

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

NOT_A_TABLE = must("F210")
HEADING_DEPTH = must("F212")
NO_SUCH_PICTURE = must("F231")
LIST_DEPTH = must("F238")

_BEFORE_TABLE = (TABLE_TITLE, UNIT_LINE)
_AFTER_TABLE, _AFTER_CHART = (TABLE_NOTE,), (PICTURE_TITLE, TABLE_NOTE)
_ROOM = 4, 5  # the part of the height of a page that a picture may take
_PICTURE = (
    '<w:pPr><w:keepNext/><w:snapToGrid w:val="0"/>'
    '<w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
)
_QUOTED = re.compile(r"([\"'])(?P<file>.+)\1")
_SHOWN = 12  # characters of what is not supported
_Block = Sequence["MarkdownToken"]


class Setting(NamedTuple):
    """What surrounds a chapter: the styles it may name, the widths of the text, upright and turned, in twips.

    pages: `<w:sectPr>` of upright and of turned pages. listed: how many levels of headings a table of contents lists.
    form: gives the nodes of a form of the format, and reports one that is not there.
    read: gives the bytes of a file that the chapter may name; raises OSError.
    chart: how its charts look.
    """

    styles: Mapping[str, str]
    width: int
    turned_width: int
    pages: tuple[str, str]
    listed: int
    form: Callable[[str, Place], Nodes]
    read: Callable[[str], bytes]
    chart: ChartLook = ChartLook(0, "", "", 0)


def compile_chapter(text: str, file: str, setting: Setting) -> tuple[Nodes, list[Finding]]:
    """The nodes of a chapter and its findings."""
    findings: list[Finding] = []
    written = text.split("\n")
    source = prepared(written, tagged(written, file, 1, findings), file)
    tokens = parse("\n".join(source.lines))
    upright, turned = map(NewPages, setting.pages)
    wraps = {TURNED: lambda inside: (turned, *inside, upright)}
    notes = Notes(tokens, source, findings)
    chapter = _Chapter(source, setting, Wording(source.source, findings, notes.paragraphs))
    nodes = build(chapter.tokens(tokens), findings, wraps)
    for place in islice(notes.used, 1):
        chapter.words.knows(NOTE, place)
    return nodes, [*findings, *notes.unused()]


class _Chapter:
    """Compiles the blocks of one chapter."""

    def __init__(self, source: Prepared, setting: Setting, wording: Wording) -> None:
        self._source = source
        self._setting = setting
        self._room = setting.width, setting.turned_width
        self._level = 0
        self._wording = wording
        self.words = Words(source, setting.styles, wording)
        self._findings = wording.findings

    def tokens(self, tokens: _Block) -> Iterator[Token]:
        """The nodes and control tags of the top level."""
        return with_lists(self._parts(list(_blocks(tokens)), 0))

    def _parts(self, blocks: Sequence[_Block], depth: int) -> Iterator[Token | Items | Opened]:
        """What some blocks become; depth: in how many numbered lists they stand."""
        at = 0
        while at < len(blocks):
            if end := self._around_table(blocks, at):
                yield self._whole(blocks[at:end])
                at = end
                continue
            block = blocks[at]
            if block[0].type == "paragraph_open":
                yield from self._paragraph(block, is_open=self._goes_on(blocks, at))
            elif block[0].type in ("ordered_list_open", "bullet_list_open"):
                yield from self._list(block, depth)
            else:
                yield from self._block(block)
            at += 1

    def _block(self, block: _Block) -> Iterator[Token]:
        first = block[0]
        if first.type == "heading_open":
            yield from self._heading(block[1], int(first.tag[1:]))
        elif first.type == "html_block":
            self._findings.append(RAW_HTML.at(self._place(block), found=first.content.split("\n")[0].strip()))
        elif first.type != NOTE_OPEN:
            self._refuse(block)

    def _refuse(self, block: _Block) -> None:
        place = self._place(block)
        self._findings.append(UNSUPPORTED.at(place, what=place.quote.strip()[:_SHOWN]))

    # paragraphs

    def _paragraph(self, block: _Block, *, is_open: bool) -> Iterator[Token | Opened]:
        inline = block[1]
        if controls := self._source.source.controls(inline.content):
            for control in controls:
                yield from self._control(control)
            return
        if [child.type for child in inline.children or []] == ["image"]:
            yield from self._picture(inline)
            return
        if inline.content.startswith("|"):
            self._findings.append(NOT_A_TABLE.at(self._place(block)))
        style, called = self.words.style(inline)
        tag = self._source.source.lone(inline.content)
        if tag is not None and not is_open:
            check(tag.argument, tag.place, self._findings)
            yield Filled((Paragraphs(tag.argument, Display.TEXT.value, properties(style), "", tag.place),))
            return
        self.words.find_typed(inline, IN_CAPTION if style in (TABLE_TITLE, PICTURE_TITLE) else IN_TEXT)
        written = self.words.paragraph(inline, style, counted(inline, style, called))
        if is_open:
            yield Opened(written)
        elif may_be_empty(written):
            yield Filled(build([*written, Raw("</w:p>")], self._findings))
        else:
            yield from (*written, Raw("</w:p>"))

    def _control(self, tag: Tag) -> Iterator[Token]:
        """A tag on a line of its own."""
        if tag.word == INCLUDE:
            yield from chain(*self._form(tag))
        elif tag.word == CHART:
            yield from self._chart(tag)
        elif tag.word == NEW_PAGE and not tag.argument:
            yield Raw(page_break())
        else:
            if tag.word in (TURNED, f"end{TURNED}"):
                self._room = self._room[::-1]
            yield tag

    def _form(self, tag: Tag) -> tuple[Nodes, Nodes]:
        """The nodes of a form, and what stands behind it where it ends with a table."""
        match = _QUOTED.fullmatch(tag.argument)
        if match is None:
            self._findings.append(bad_tag(tag))
            return (), ()
        nodes = self._setting.form(match["file"], tag.place)
        return nodes, (Raw(AFTER),) if nodes and isinstance(nodes[-1], TableBody) else ()

    def _chart(self, tag: Tag) -> Nodes:
        """The paragraph of a chart as wide as the text."""
        look = self._setting.chart._replace(width=emu(self._room[0]))
        around = f"<w:p>{_PICTURE}<w:r>", "</w:r></w:p>"
        node = chart_of(tag, Display.TABLE.value, look, self._findings, around)
        return (node,) if node is not None else ()

    def _heading(self, inline: MarkdownToken, level: int) -> Iterator[Token]:
        place = next(self._source.places(inline))
        if level > len(HEADINGS):
            self._findings.append(HEADING_DEPTH.at(place, level=level))
            return
        self._level = level
        self.words.find_typed(inline, IN_HEADING)
        for child in inline.children or []:
            if child.type == "link_open":
                child.type = "refused"
                self._findings.append(UNSUPPORTED.at(at(place, "["), what="["))
        runs = self.words.runs(inline, HeadingNumber(level))
        if name := name_of(inline):
            runs += (Anchor((name,), HEADING),)
        start = f"<w:p>{properties(HEADINGS[level - 1])}"
        if level <= self._setting.listed:
            yield Heading(level, start, runs)
        else:
            yield from (Raw(start), *runs, Raw("</w:p>"))

    # tables and pictures

    def _around_table(self, blocks: Sequence[_Block], at: int) -> int:
        """Where a table or a chart that begins here ends, with its caption and notes; 0 where there is none."""
        end = at
        while end < len(blocks) and _style(blocks[end]) in _BEFORE_TABLE:
            end += 1
        if end == len(blocks):
            return 0
        tag = self._shown_by(blocks[end])
        if tag is None and blocks[end][0].type != "table_open":
            return 0
        end += 1
        while end < len(blocks) and _style(blocks[end]) in (
            _AFTER_CHART if tag and tag.word == CHART else _AFTER_TABLE
        ):
            end += 1
        return end

    def _shown_by(self, block: _Block) -> Tag | None:
        """The tag of a block that is a form or a chart and nothing else."""
        controls = self._source.source.controls(block[1].content) if block[0].type == "paragraph_open" else []
        return controls[0] if [control.word for control in controls] in ([INCLUDE], [CHART]) else None

    def _whole(self, blocks: Sequence[_Block]) -> Whole:
        """A table or a chart with the paragraphs that belong to it."""
        before, after = list[Token](), list[Token]()
        body: Nodes = ()
        for block in blocks:
            if block[0].type == "table_open":
                body, after = (table(block, self._source, self._room[0], self._wording),), [Raw(AFTER)]
            elif tag := self._shown_by(block):
                body, behind = (self._chart(tag), ()) if tag.word == CHART else self._form(tag)
                after += behind
            else:
                (after if body else before).extend(with_lists(self._paragraph(block, is_open=False)))
        return Whole(build(before, self._findings), body, build(after, self._findings))

    def _picture(self, inline: MarkdownToken) -> Iterator[Node]:
        """A picture and, where it has words, its caption below it."""
        (image,) = inline.children or []
        file = self._source.source.written(str(image.attrs["src"]))
        place = at(next(self._source.places(inline)), file)
        image.map, name = inline.map, name_of(image)
        try:
            found = picture(self._setting.read(file))
        except (OSError, ValueError):
            found = NO_SUCH_PICTURE
        if isinstance(found, Code):  # its caption stays, because something may refer to it
            self._findings.append(found.at(place, file=file))
        else:
            yield from self._drawn(found, str(image.attrs.get("title") or name))
        if name and self.words.knows(PICTURE_TITLE, place):
            self.words.find_typed(image, IN_CAPTION)
            caption = self.words.paragraph(image, PICTURE_TITLE, Counted(PICTURE, (name,)))
            yield from build([*caption, Raw("</w:p>")], self._findings)

    def _drawn(self, found: Image, description: str) -> Iterator[Node]:
        """The paragraph with a picture."""
        room = self._room[0], self._room[1] * _ROOM[0] // _ROOM[1]
        yield from (Raw(f"<w:p>{_PICTURE}"), *drawing(found, *room, description), Raw("</w:p>"))

    # lists

    def _list(self, block: _Block, depth: int) -> Iterator[Items]:
        is_numbered = block[0].type == "ordered_list_open"
        if not is_numbered and block[0].markup != "-":
            self._refuse(block)
            return
        depth += is_numbered
        if self._level + depth > ITEM_LEVELS:
            self._findings.append(LIST_DEPTH.at(self._place(block), level=self._level + depth))
            return
        items = list(_blocks(block[1:-1]))
        number = depth if is_numbered else 0

        def written(inside: bool) -> Iterator[Token]:  # noqa: FBT001 - a callback
            for item in items:
                yield from with_lists(self._item(item, number, depth, inside=inside))

        yield Items(number, written)

    def _item(self, item: _Block, number: int, depth: int, *, inside: bool) -> Iterator[Token | Items | Opened]:
        blocks = list(_blocks(item[1:-1]))
        first = blocks[0] if blocks else item
        if first[0].type != "paragraph_open" or self._source.source.controls(first[1].content):
            self._refuse(first)
            return
        self.words.find_typed(first[1], IN_TEXT if number else IN_LISTED)
        style, _ = self.words.style(first[1])
        runs = self.words.runs(first[1])
        is_open = not inside and self._goes_on(blocks, 0)
        before, after = ("", "") if inside else (f"<w:p>{properties(style)}", "" if is_open else "</w:p>")
        node = Item(number, before, runs, after, optional=not is_open and may_be_empty(runs))
        yield Opened([node]) if is_open else node
        rest = [block for block in blocks[1:] if inside or (not number and _has_listed(block))]
        if rest:
            self._refuse(rest[0])
        elif blocks[1:]:
            yield from self._parts(blocks[1:], depth)

    def _goes_on(self, blocks: Sequence[_Block], at: int) -> bool:
        """Whether a paragraph goes on with the items of a list behind it: no blank line stands between them."""
        after = at + 1
        while after < len(blocks) and self._is_control(blocks[after]):
            after += 1
        if after == len(blocks) or blocks[after][0].type != "bullet_list_open" or self._is_control(blocks[at]):
            return False
        return self._source.touch(_lines(blocks[at])[1] - 1, _lines(blocks[after])[0])

    def _is_control(self, block: _Block) -> bool:
        return block[0].type == "paragraph_open" and bool(self._source.source.controls(block[1].content))

    # words

    def _place(self, block: _Block) -> SourcePlace:
        return self._source.place(_lines(block)[0])


def _blocks(tokens: _Block) -> Iterator[_Block]:
    """The tokens of each block, from the one that opens it to the one that closes it."""
    start = depth = 0
    for place, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : place + 1]
            start = place + 1


def _lines(block: _Block) -> tuple[int, int]:
    """The first line of a block and the one after its last."""
    first, after = block[0].map or (0, 1)
    return first, after


def _style(block: _Block) -> str:
    """The style that a paragraph names."""
    return named_style(block[1]) if block[0].type == "paragraph_open" else ""


def _has_listed(block: _Block) -> bool:
    """Whether a block is, or holds, a list of 一是, 二是."""
    return any(token.type == "bullet_list_open" for token in block)
