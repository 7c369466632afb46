"""Fields and references of a Word file, followed over runs and paragraphs while these are read in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import DocumentPlace
from jixiao.render.escape import attribute, escape
from jixiao.render.run.anew import BOOKMARK, BOOKMARK_END, NAME, NUMBER, REFERENCE, WORDS, mark
from jixiao.render.template import PICTURE, TABLE, Raw, Sequence
from jixiao.render.word.package import OUTSIDE, OUTSIDE_KINDS
from jixiao.render.word.tree import Inserted, Markup, Piece
from jixiao.render.word.vocabulary import W, local, value

FIELD = must("F334")
NO_BOOKMARK = must("F338")
CONTENTS_DROPPED = should("F339")

_KEPT: Final = ("PAGE", "REF", "PAGEREF", "SEQ")
_REFERRING: Final = ("REF", "PAGEREF")
_CONTENTS: Final = "TOC"
_NUMBERED: Final = frozenset(("\\n", "\\r", "\\w"))
_USUAL: Final = frozenset(("\\h", "\\*"))
_SEQUENCES: Final = {
    **dict.fromkeys(("表", "表格", "table"), TABLE),
    **dict.fromkeys(("图", "插图", "figure", "illustration"), PICTURE),
}
"""What programs call the sequences that the report has."""
_LINK: Final = re.compile(r'\\l\s+"?(?P<name>[^"\\\s]+)')
_WORD: Final = re.compile(r'"[^"]*"|\S+')
_QUOTED: Final = 60
_CHARACTER: Final = '<w:fldChar w:fldCharType="{}"/>'
LINK_END: Final = "</w:hyperlink>"


@dataclass(slots=True)
class _Field:
    """A field that is open. Its instruction comes first; then `closing`, what stands at its end, is known.

    is_within_hidden: it stands where nothing is shown.
    """

    place: DocumentPlace
    is_within_hidden: bool
    parts: list[str] = field(default_factory=list)
    has_result: bool = False
    hides: bool = False
    closing: Piece | None = None

    @property
    def instruction(self) -> str:
        """Its instruction so far, however it was split."""
        return "".join(self.parts)

    @property
    def shown(self) -> str:
        """Its instruction as messages quote it."""
        return " ".join(self.instruction[:_QUOTED].split())


def bare(xml: str) -> Piece:
    """XML between runs."""
    return Piece("", Markup((xml,)))


class Bookmarks:
    """The bookmarks of a file that something in it refers to, numbered in their order."""

    def __init__(self, *parts: Element) -> None:
        words: set[str] = set()
        for part in parts:
            words.update(_instructions(part))
            words |= {value(each, "anchor") for each in part.iter(f"{W}hyperlink")}
        names = (value(each, "name") for part in parts for each in part.iter(f"{W}bookmarkStart"))
        self.numbers = {name: at for at, name in enumerate(dict.fromkeys(name for name in names if name in words))}
        self.asked: list[tuple[int, DocumentPlace]] = []
        self._in_headings: set[str] = set()

    def heading(self, pieces: Iterable[Piece]) -> None:
        """What stands in a heading, so that its number is that of the bookmarks there."""
        markup = (piece.content for piece in pieces if isinstance(piece.content, Markup))
        self._in_headings.update(part for each in markup for part in each.parts if isinstance(part, str))

    def problems(self) -> Iterator[Finding]:
        """References to the number of what is no heading, when all is read."""
        for number, place in self.asked:
            if _start(number) not in self._in_headings:
                yield FIELD.at(place, field="REF \\r")


class Fields:
    """The fields and bookmarks of one part, in the order of the document; findings gather in the list it is given.

    bookmarks: those of the whole file.
    """

    def __init__(self, bookmarks: Bookmarks, findings: list[Finding]) -> None:
        self._findings = findings
        self._open: list[_Field] = []
        self._bookmarks = bookmarks.numbers
        self._asked = bookmarks.asked
        self._numbers: dict[str, int] = {}

    @property
    def is_hidden(self) -> bool:
        """Whether what is read now is the instruction of a field, or the result of one that is dropped."""
        if not self._open:
            return False
        last = self._open[-1]
        return last.is_within_hidden or last.hides or not last.has_result

    def instruct(self, words: str) -> None:
        """A part of an instruction."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].parts.append(words)

    def character(self, kind: str, properties: str, place: DocumentPlace) -> list[Piece]:
        """What becomes of the beginning, the middle or the end of a field."""
        if kind == "begin":
            self._open.append(_Field(place, self.is_hidden))
            return []
        if not self._open:
            return []
        pieces = self._result(properties) if not self._open[-1].has_result else []
        if kind == "end":
            closing = self._open.pop().closing
            if closing is not None and not self.is_hidden:
                pieces.append(closing)
        return pieces

    def simple(self, instruction: str, place: DocumentPlace) -> list[Piece]:
        """The beginning of a field that is written as one element."""
        self._open.append(_Field(place, self.is_hidden, [instruction]))
        return self._result("")

    def _result(self, properties: str) -> list[Piece]:
        """The instruction is complete: decide, and print what stands before the result."""
        opened = self._open[-1]
        opened.has_result = True
        words = _WORD.findall(opened.instruction)
        kind = words[0].upper() if words else ""
        if opened.is_within_hidden:
            return []
        if kind == _CONTENTS:
            opened.hides = True
            self._findings.append(CONTENTS_DROPPED.at(opened.place))
            return []
        if kind == "HYPERLINK":
            return self._link(opened)
        if kind not in _KEPT or any(not each.isascii() for each in words[2:]):
            quoted = opened.place._replace(quote=opened.shown)
            self._findings.append(FIELD.at(quoted, field=kind or "?"))
            return []
        return self._kept(opened, words, properties)

    def _kept(self, opened: _Field, words: list[str], properties: str) -> list[Piece]:
        """A field with a result of ours: what the file shows was true there."""
        kind, name = words[0].upper(), words[1].strip('"') if len(words) > 1 else ""
        switches = {each.lower() for each in words[2:] if each.startswith("\\")}
        written = [escape(each) for each in words]
        result: list[Piece] = []
        if kind in _REFERRING:
            if not self._is_known(name, opened.place):
                return []
            written[1:2] = [self.reference(name)]
            opened.hides = kind == "PAGEREF" or not switches - _USUAL
            if kind == "REF" and switches & _NUMBERED:
                return self._numbered(opened, name, properties)
            if kind == "REF" and opened.hides:
                result = [Piece(properties, mark(WORDS, self._bookmarks[name]))]
        elif kind == "SEQ" and not switches - _USUAL:
            opened.hides = True
            sequence = _SEQUENCES.get(name.casefold(), name)
            written[1:2] = [escape(sequence)]
            result = [Piece(properties, Inserted((Raw("<w:t>"), Sequence(sequence), Raw("</w:t>"))), is_xml=True)]
        opened.closing = Piece(properties, _CHARACTER.format("end"), is_xml=True)
        instruction = f'<w:instrText xml:space="preserve"> {" ".join(written)} </w:instrText>'
        parts = (_CHARACTER.format("begin"), instruction, _CHARACTER.format("separate"))
        return [*(Piece(properties, part, is_xml=True) for part in parts), *result]

    def _numbered(self, opened: _Field, name: str, properties: str) -> list[Piece]:
        """The number of a heading, which is text in a report: a link with that text, and no field."""
        number = self._bookmarks[name]
        self._asked.append((number, opened.place._replace(quote=opened.shown)))
        opened.hides, opened.closing = True, bare(LINK_END)
        start = bare(f'<w:hyperlink w:anchor="{self.reference(name)}" w:history="1">')
        return [start, Piece(properties, mark(NUMBER, number))]

    def _link(self, opened: _Field) -> list[Piece]:
        match = _LINK.search(opened.instruction)
        before = opened.instruction[: match.start()] if match else opened.instruction
        if '"' in before or match is None:
            quoted = opened.place._replace(quote=opened.shown)
            self._findings.append(OUTSIDE.at(quoted, kind=OUTSIDE_KINDS["hyperlink"], target=opened.shown))
            return []
        start = self.link(match["name"], opened.place)
        if start is None:
            return []
        opened.closing = bare(LINK_END)
        return [start]

    def link(self, name: str, place: DocumentPlace) -> Piece | None:
        """The beginning of a link within the document; None where it leads nowhere."""
        if not self._is_known(name, place):
            return None
        return bare(f'<w:hyperlink w:anchor="{self.reference(name)}" w:history="1">')

    def reference(self, name: str) -> str:
        """What stands for the name of a bookmark."""
        return mark(REFERENCE, self._bookmarks[name])

    def bookmark(self, element: Element) -> Piece | None:
        """The start or the end of a bookmark; None where nothing refers to it."""
        key = value(element, "id")
        if local(element) == "bookmarkEnd":
            number = self._numbers.pop(key, None)
            return None if number is None else bare(f'<w:bookmarkEnd w:id="{mark(BOOKMARK_END, number)}"/>')
        number = self._bookmarks.get(value(element, "name"), -1)
        if number < 0:
            return None
        self._numbers[key] = number
        return bare(_start(number))

    def finish(self) -> None:
        """The part is read: fields that are still open have no end."""
        for each in self._open:
            self._findings.append(
                FIELD.at(each.place._replace(quote=each.shown), field=f"{each.shown[:12]}（没有结束）")
            )
        self._open.clear()

    def _is_known(self, name: str, place: DocumentPlace) -> bool:
        if self._bookmarks.get(name, -1) >= 0:
            return True
        self._findings.append(NO_BOOKMARK.at(place, name=attribute(name)))
        return False


def _start(number: int) -> str:
    return f'<w:bookmarkStart w:id="{mark(BOOKMARK, number)}" w:name="{mark(NAME, number)}"/>'


def _instructions(root: Element) -> Iterable[str]:
    written = [value(each, "instr") for each in root.iter(f"{W}fldSimple")]
    parts = ((each.text or "") if local(each) == "instrText" else " " for each in root.iter() if _is_of_field(each))
    return (word.strip('"') for word in " ".join([*written, "".join(parts)]).split())


def _is_of_field(element: Element) -> bool:
    return element.tag in (f"{W}instrText", f"{W}fldChar")
