"""Copy what a report carries over from a Word file as it stands, and report everything else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from jixiao.kernel.finding import Code, Finding, must, should
from jixiao.kernel.place import DocumentPlace
from jixiao.render.word.fields import CONTENTS_DROPPED
from jixiao.render.word.package import EMBEDDED
from jixiao.render.word.styles import ForeignStyles, Used
from jixiao.render.word.vocabulary import (
    CONTENT_CONTROL,
    DOCUMENTS,
    DROPPED_PROPERTIES,
    IGNORED,
    OTHER_CONTENT,
    REFUSED,
    RELATIONS,
    UNWRAPPED,
    W,
    local,
    start_tag,
    value,
)

UNKNOWN_STYLE = should("F303")
PLACEHOLDER = must("F340")

_DEFAULT: Final = "默认样式"
_QUOTED: Final = 40
_FONTS: Final = "<w:rFonts"


class Copier:
    """Copies elements of one file; findings gather in the list it is given.

    told: the ids of the document's relationships whose users were met.
    """

    def __init__(self, styles: ForeignStyles, findings: list[Finding]) -> None:
        self.styles = styles
        self.findings = findings
        self.told: set[str] = set()
        self._seen: set[Finding] = set()
        self._unknown: set[str] = set()

    def members(self, parent: Element, wanted: tuple[str, ...], place: DocumentPlace) -> Iterator[Element]:
        """Its children of the wanted kinds, also those in wrappers; the others are dropped, loudly if they print."""
        for child in parent:
            name = local(child)
            if name in wanted and (child.tag.startswith(W) or name == "AlternateContent"):
                yield child
            elif name in UNWRAPPED:
                if (code := UNWRAPPED[name]) is not None:
                    self.report(code, name, place)
                if name != "sdt" or self._is_kept(child, place):
                    yield from self.members(child, wanted, place)
            elif name in DOCUMENTS:
                self.told.add(child.get(f"{RELATIONS}id", ""))
                self.findings.append(EMBEDDED.at(place, what="嵌入的文档", target=name))
            elif name not in IGNORED:
                self.report(REFUSED.get(name, OTHER_CONTENT), name, place)

    def _is_kept(self, control: Element, place: DocumentPlace) -> bool:
        """Whether the content of a control is; a table of contents is the program's own."""
        properties = control.find(f"{W}sdtPr")
        if properties is None:
            return True
        gallery = value(properties.find(f"{W}docPartObj/{W}docPartGallery"))
        if gallery == "Table of Contents":
            self.findings.append(CONTENTS_DROPPED.at(place))
            return False
        name = value(properties.find(f"{W}alias")) or value(properties.find(f"{W}tag")) or "sdt"
        shows_hint = properties.find(f"{W}showingPlcHdr") is not None
        words = "".join(each.text or "" for each in control.iter(f"{W}t"))
        self.report(PLACEHOLDER if shows_hint else CONTENT_CONTROL, name, place._replace(quote=words[:_QUOTED]))
        return True

    def children(self, parent: Element | None, place: DocumentPlace) -> list[tuple[str, str]]:
        """The copies of its children, each with its name; those that leave nothing are left out."""
        copies = [(local(child), self.copy(child, place)) for child in parent] if parent is not None else []
        return [(name, copy) for name, copy in copies if copy]

    def properties(self, parent: Element, name: str, place: DocumentPlace) -> str:
        """A copy of an element of properties, "" where it is not there or says nothing."""
        inner = "".join(copy for _, copy in self.children(parent.find(f"{W}{name}"), place))
        return f"<w:{name}>{inner}</w:{name}>" if inner else ""

    def run_properties(self, run: Element, place: DocumentPlace) -> str:
        """The properties of a run; of its style, what the report has no style for is written out."""
        found = run.find(f"{W}rPr")
        if found is None:
            return ""
        copies = self.children(found, place)
        style = value(found.find(f"{W}rStyle"))
        if style and (extra := self._characters(style, place)) and not {"b", "i"} & {name for name, _ in copies}:
            at = sum(copy.startswith(_FONTS) for _, copy in copies[:1])
            copies.insert(at, ("", extra))
        inner = "".join(copy for _, copy in copies)
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def copy(self, element: Element, place: DocumentPlace) -> str:
        """The element with what is in it; "" for what is dropped."""
        name = local(element)
        if (code := REFUSED.get(name) or UNWRAPPED.get(name)) is not None:
            self.report(code, name, place)
            return ""
        if name in DROPPED_PROPERTIES or not element.tag.startswith(W):
            return ""
        inner = "".join(self.copy(child, place) for child in element)
        start = start_tag(element)
        return f"{start}>{inner}</w:{name}>" if inner else f"{start}/>"

    def _characters(self, key: str, place: DocumentPlace) -> str:
        extra, lost = self.styles.characters(key)
        if lost:
            self.unknown(Used("", lost), place)
        return extra

    def unknown(self, used: Used, place: DocumentPlace) -> None:
        """Report a style that the report does not have, once in a file."""
        if used.asked not in self._unknown:
            self._unknown.add(used.asked)
            name = used.name or _DEFAULT
            self.findings.append(UNKNOWN_STYLE.at(place, what=used.asked, used=name, near=used.nearest))

    def report(self, code: Code, what: str, place: DocumentPlace) -> None:
        """Report something once where it stands."""
        finding = code.at(place, what=what)
        if finding not in self._seen:
            self._seen.add(finding)
            self.findings.append(finding)


def insert(copies: list[tuple[str, str]], new: tuple[str, str], before: Collection[str]) -> None:
    """Put properties behind those that the schema wants before them."""
    if new[1]:
        behind = [name not in before for name, _ in copies]
        copies.insert(behind.index(True) if True in behind else len(behind), new)
