"""Open a Word file that somebody wrote, and refuse what it may not hold wherever in the package it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import DocumentPlace
from jixiao.package.reader import PackageError, read
from jixiao.package.relations import Relation, all_relations, main_part, relations_of
from jixiao.package.xml import parse
from jixiao.render.word.vocabulary import W

UNREADABLE_FORM = must("F301")
OUTSIDE = must("F331")
EMBEDDED = must("F332")
MACROS = must("F333")

REFUSED_KINDS: Final = {
    **dict.fromkeys(("oleObject", "package"), "嵌入的对象"),
    **dict.fromkeys(("control", "activeXControlBinary"), "ActiveX 控件"),
    **dict.fromkeys(("aFChunk", "subDocument", "frame"), "嵌入的文档"),
    **dict.fromkeys(("mailMergeSource", "mailMergeHeaderSource", "recipientData"), "邮件合并的数据"),
}
OUTSIDE_KINDS: Final = {"hyperlink": "链接", "image": "图片", "attachedTemplate": "模板"}
_MACRO_KINDS = ("vbaProject", "wordVbaData", "attachedToolbars", "keyMapCustomizations")
_DRAWN_FROM = ("word/charts/", "word/diagrams/")  # the drawing is reported where it stands


class Foreign(NamedTuple):
    """A file as it was read. main: the name of its document part; relations: those of that part."""

    shown: str
    files: Mapping[str, bytes]
    main: str
    body: Element
    relations: Mapping[str, Relation]

    def related(self, kind: str) -> Element | None:
        """The part of this kind, if there is one; raises PackageError."""
        name = self.name_of(kind)
        return parse(self.files, name) if name else None

    def name_of(self, kind: str) -> str:
        """The name of the part of this kind, "" if there is none."""
        names = (each.target for each in self.relations.values() if each.kind == kind and not each.is_outside)
        return next((name for name in names if name in self.files), "")


def opened(data: bytes, shown: str) -> tuple[Foreign | None, list[Finding]]:
    """The file, or why it cannot be read; and what its package holds that no report may."""
    place = DocumentPlace(shown)
    try:
        files = read(data)
        main = main_part(files)
        body = parse(files, main).find(f"{W}body")
        if body is None:
            return None, [UNREADABLE_FORM.at(place, fault="strict")]
        return Foreign(shown, files, main, body, relations_of(files, main)), list(_refused(files, main, shown))
    except PackageError as error:
        return None, [UNREADABLE_FORM.at(place, fault=error)]


def _refused(files: Mapping[str, bytes], main: str, shown: str) -> Iterator[Finding]:
    """What is refused whichever part it belongs to; relationships of the document are told where they are used."""
    relations = list(all_relations(files))
    types = files.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types or any(relation.kind in _MACRO_KINDS for _, _, relation in relations):
        yield MACROS.at(DocumentPlace(shown))
    for part, _, relation in relations:
        if part != main and not part.startswith(_DRAWN_FROM):
            yield from refusal(relation, DocumentPlace(shown, part or "_rels/.rels"))


def refusal(relation: Relation, place: DocumentPlace) -> Iterator[Finding]:
    """What is wrong with a relationship that is used at this place."""
    if relation.kind in _MACRO_KINDS:
        return
    if relation.is_outside:
        yield OUTSIDE.at(place, kind=OUTSIDE_KINDS.get(relation.kind, relation.kind), target=relation.target)
    elif relation.kind in REFUSED_KINDS:
        yield EMBEDDED.at(place, what=REFUSED_KINDS[relation.kind], target=relation.target)
