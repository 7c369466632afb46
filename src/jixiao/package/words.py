"""The words of one paragraph, told apart from what fields compute and the layout fills in."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT, _BOX = f"{W}t", f"{W}txbxContent"
_FIELD, _SIMPLE, _INSTRUCTION = f"{W}fldChar", f"{W}fldSimple", f"{W}instrText"
_OF_FIELDS = (_FIELD, _SIMPLE, _INSTRUCTION)
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}sym": "\ufffd"}
_HIDDEN = {f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom")}
_HIDDEN.add(f"{_MC}Fallback")
_BY_LAYOUT = ("PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES")
_CONTENTS = "TOC"
_PAGE_OF_ENTRY = re.compile(r"\t[^\t\w]*[0-9ivxlcdmIVXLCDM]*[^\t\w]*$")


class Found(NamedTuple):
    """The text of a paragraph; laid_out: where it holds page numbers; boxes: the text boxes in it."""

    text: str
    laid_out: tuple[tuple[int, int], ...]
    is_contents: bool
    boxes: tuple[Element, ...]


class _Field:
    """A field: what it is to compute, and whether its result has begun."""

    __slots__ = ("has_result", "instruction")

    def __init__(self, instruction: str = "", *, has_result: bool = False) -> None:
        self.instruction = instruction
        self.has_result = has_result

    @property
    def kind(self) -> str:
        return self.instruction.split(maxsplit=1)[0].upper() if self.instruction.strip() else ""


class Words:
    """The words of the paragraphs of one part, in their order: a field may go on over several of them."""

    def __init__(self) -> None:
        self._fields: list[_Field] = []
        self._pieces: list[str] = []
        self._length = 0
        self._laid_out: list[tuple[int, int]] = []
        self._boxes: list[Element] = []

    def of(self, paragraph: Element) -> Found:
        """What the next paragraph says."""
        self._pieces, self._length, self._laid_out, self._boxes = [], 0, [], []
        is_contents = self._in_contents
        self._read(paragraph)
        text = "".join(self._pieces)
        if is_contents or self._in_contents or _CONTENTS in (field.kind for field in self._fields):
            is_contents = True
            page = _PAGE_OF_ENTRY.search(text)
            if page:
                self._laid_out = [page.span()]
        return Found(text, tuple(self._laid_out), is_contents, tuple(self._boxes))

    @property
    def _in_contents(self) -> bool:
        return any(field.kind == _CONTENTS for field in self._fields)

    def _read(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == _TEXT:
                self._put(child.text or "")
            elif tag in _SIGNS:
                self._put(_SIGNS[tag])
            elif tag in _OF_FIELDS:
                self._field(child)
            elif tag == _BOX:
                self._boxes.append(child)
            elif tag not in _HIDDEN:
                self._read(child)

    def _field(self, element: Element) -> None:
        """A part of a field, or a whole one."""
        if element.tag == _SIMPLE:
            self._fields.append(_Field(element.get(f"{W}instr", ""), has_result=True))
            self._read(element)
            self._fields.pop()
        elif element.tag == _INSTRUCTION:
            if self._fields:
                self._fields[-1].instruction += element.text or ""
        else:
            self._turn(element.get(f"{W}fldCharType", ""))

    def _turn(self, kind: str) -> None:
        """Where a field begins, where its result does, and where it ends."""
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].has_result = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _put(self, text: str) -> None:
        fields = self._fields
        if fields and not all(field.has_result for field in fields):
            return
        self._pieces.append(text)
        start, self._length = self._length, self._length + len(text)
        if fields and any(field.kind in _BY_LAYOUT for field in fields):
            self._laid_out.append((start, self._length))


def is_removed(properties: Element | None) -> bool:
    """Whether these properties say that a tracked change took away what they are of."""
    return properties is not None and any(properties.find(W + name) is not None for name in ("del", "moveFrom"))
