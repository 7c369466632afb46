"""The words of a paragraph of a chapter: their style, the numbers typed into them, and the runs that they become."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from jixiao.kernel.finding import must
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.ledger.view import Display
from jixiao.render.chapter.inline import Runs, Wording, at
from jixiao.render.chapter.lines import Prepared
from jixiao.render.control import Token
from jixiao.render.headings import TYPED_NUMBER
from jixiao.render.styles import BODY, PICTURE_TITLE, TABLE_TITLE, properties
from jixiao.render.tags import PLACEHOLDER
from jixiao.render.template import PICTURE, TABLE, Counted, For, HeadingNumber, If, Nodes, Raw, Set, Slot

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

UNKNOWN_STYLE = must("F206")

_HAN = "一二三四五六七八九十"
_ALONE = rf"(?![{_HAN}\d])"  # 一、二期 and 1、2号楼 are no numbers of items
IN_TEXT = re.compile(
    rf"\s*(?:[{_HAN}]+、{_ALONE}|[（(][{_HAN}]+[）)]|\d{{1,2}}(?:、{_ALONE}|．)|[（(]\d{{1,2}}[）)]|[①-⑳]|[表图]N)"
)
IN_LISTED = re.compile(rf"\s*[{_HAN}]+是")
IN_CAPTION = re.compile(rf"\s*[表图]\s*[\d{_HAN}]+")
"""Numbers typed where the program writes them."""

_STYLE = re.compile(r"\{\.(?P<name>[^{}]*)\}\Z")
_COUNTED = {
    TABLE_TITLE: (TABLE, re.compile(r"表N\s*")),
    PICTURE_TITLE: (PICTURE, re.compile(r"图N\s*")),
}
_MARKUP = re.compile(r"<[^>]*>")
SPACE = Raw("　")
"""Stands between the number of a table or a picture and its name."""


class Words:
    """Makes runs of the words of one chapter; styles: those that it may name."""

    def __init__(self, source: Prepared, styles: Mapping[str, str], wording: Wording) -> None:
        self._source = source
        self._styles = styles
        self._wording = wording

    def runs(self, inline: MarkdownToken, number: Counted | HeadingNumber | None = None) -> Nodes:
        """The words as runs, after their number."""
        runs = Runs(self._wording, Display.TEXT.value)
        if isinstance(number, Counted):
            runs.outside(number)
            runs.node(SPACE)
        elif number:
            runs.node(number)
        runs.add_all(inline.children or [], self._source.places(inline))
        return runs.result()

    def paragraph(self, inline: MarkdownToken, style: str, number: Counted | None = None) -> list[Token]:
        """A paragraph without its end."""
        return [Raw(f"<w:p>{properties(style)}"), *self.runs(inline, number)]

    def find_typed(self, inline: MarkdownToken, pattern: re.Pattern[str]) -> None:
        """Report a number typed where the program writes one."""
        if match := pattern.match(inline.content):
            number = match.group().strip()
            place = at(next(self._source.places(inline)), number)
            self._wording.findings.append(TYPED_NUMBER.at(place, number=number))

    def style(self, inline: MarkdownToken) -> tuple[str, str]:
        """The style named at the end of a paragraph, which is taken off it, and the name given to what is counted."""
        match = _STYLE.search(inline.content.rstrip())
        last = inline.children[-1] if inline.children else None
        if match is None or last is None or last.type != "text":
            return BODY, ""
        inline.content = inline.content[: match.start()].rstrip()
        last.content = _STYLE.sub("", last.content.rstrip()).rstrip()
        name, called = " ".join(match["name"].split()), ""
        style, _, rest = name.partition(" ")
        if rest and style in _COUNTED and _COUNTED[style][1].match(inline.content):
            name, called = style, rest
        *_, line = self._source.places(inline)
        return (name if self.knows(name, at(line, "{.", last=True)) else BODY), called

    def knows(self, style: str, place: SourcePlace) -> bool:
        """Whether the layout has a style; one that it has not is reported."""
        if style not in self._styles:
            near = "、".join(nearest(style, list(self._styles)) or self._styles)
            self._wording.findings.append(UNKNOWN_STYLE.at(place, name=style, near=near))
        return style in self._styles


def named_style(inline: MarkdownToken) -> str:
    """The style that a paragraph names, without the name given to a table."""
    match = _STYLE.search(inline.content.rstrip())
    return match["name"].partition(" ")[0] if match else ""


def counted(inline: MarkdownToken, style: str, called: str) -> Counted | None:
    """The number of a table or a picture whose caption begins with 表N or 图N, which is taken off it."""
    kind, pattern = _COUNTED.get(style, ("", None))
    first = next(iter(inline.children or ()), None)
    match = pattern.match(first.content) if pattern and first and first.type == "text" else None
    if first is None or match is None:
        return None
    first.content = first.content[match.end() :]
    return Counted(kind, tuple(filter(None, (name_of(inline), called))))


def name_of(inline: MarkdownToken) -> str:
    """The words by which references name a heading, a table or a picture: its own, without tags and markup."""
    words = (child.content for child in inline.children or [] if child.type == "text")
    return " ".join(PLACEHOLDER.sub("", "".join(words)).split())


def may_be_empty(tokens: Sequence[Token]) -> bool:
    """Whether it depends on the tags of a paragraph that it has any words."""
    return all(
        isinstance(token, Slot | If | For | Set) or (isinstance(token, Raw) and not _MARKUP.sub("", token.xml))
        for token in tokens
    )
