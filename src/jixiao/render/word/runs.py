"""What stands in a paragraph of a Word file: text, breaks, fields, links, pictures and notes, as pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.kernel.finding import Code, must, should
from jixiao.kernel.place import DocumentPlace
from jixiao.package.relations import Relation
from jixiao.render.chapter.pictures import emu
from jixiao.render.chapter.pictures import picture as checked
from jixiao.render.charts.nodes import ChartLook
from jixiao.render.styles import NOTE_MARK
from jixiao.render.word.charts import Asked, Charts
from jixiao.render.word.copying import Copier
from jixiao.render.word.fields import LINK_END, Bookmarks, Fields, bare
from jixiao.render.word.package import EMBEDDED, OUTSIDE, OUTSIDE_KINDS, REFUSED_KINDS
from jixiao.render.word.pictures import CHART, Picture, content_of, drawn, kind_of, picture_nodes, words_of
from jixiao.render.word.tags import OBJECT
from jixiao.render.word.tree import Footnote, Inserted, Markup, Piece
from jixiao.render.word.vocabulary import (
    BOOKMARKS,
    DRAWING,
    DRAWINGS,
    FIELD_PARTS,
    LINK,
    OTHER_CONTENT,
    RELATIONS,
    RUN_CONTENT,
    local,
    value,
)

PICTURE = must("F335")
COMMENTS = should("F336")
FLOATING = should("F341")
HIDDEN = should("F342")

_RUN_PARTS: Final = ("t", *RUN_CONTENT, *DRAWINGS, *FIELD_PARTS, "footnoteReference", "footnoteRef", "commentReference")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_OBJECTS: Final = ("嵌入的对象", "ActiveX 控件")


class Story(NamedTuple):
    """The document or its footnotes: a part with relationships and fields of its own; chart: the fonts of charts."""

    relations: Mapping[str, Relation]
    files: Mapping[str, bytes]
    bookmarks: Bookmarks
    fields: Fields
    note: Callable[[str, DocumentPlace], Footnote | None]
    chart: ChartLook = ChartLook(0, "", "", 0)


class Runs:
    """Reads the paragraphs of one story; width: that of the text of its pages, in twips."""

    def __init__(self, copier: Copier, story: Story, width: int) -> None:
        self._copier = copier
        self._story = story
        self.width = width
        self._has_comments = False
        self._charts = Charts(story.relations, story.files, story.chart)

    def pieces(self, parent: Element, place: DocumentPlace) -> Iterator[Piece]:
        """The pieces of a paragraph, or of what it wraps."""
        for child in self._copier.members(parent, ("r", "hyperlink", "fldSimple", *BOOKMARKS), place):
            name = local(child)
            if name == "r":
                yield from self._run(child, place)
            elif name == "hyperlink":
                yield from self._link(child, place)
            elif name == "fldSimple":
                yield from self._story.fields.simple(value(child, "instr"), place)
                yield from self.pieces(child, place)
                yield from self._story.fields.character("end", "", place)
            elif (piece := self._story.fields.bookmark(child)) is not None:
                yield piece

    def _run(self, run: Element, place: DocumentPlace) -> Iterator[Piece]:
        properties = self._copier.run_properties(run, place)
        fields = self._story.fields
        for child in self._copier.members(run, _RUN_PARTS, place):
            name = local(child)
            if name == "fldChar":
                yield from fields.character(value(child, "fldCharType"), properties, place)
            elif name in FIELD_PARTS:
                fields.instruct(child.text or "")
            elif not fields.is_hidden:
                yield from self._content(child, name, properties, place)

    def _content(self, child: Element, name: str, properties: str, place: DocumentPlace) -> Iterator[Piece]:
        """What a run shows."""
        if name == "t":
            text = child.text or ""
            kept = text if child.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
            if kept and "<w:vanish/>" in properties:
                self._copier.report(HIDDEN, kept, place)
            yield Piece(properties, kept.replace(OBJECT, ""))
        elif name in DRAWINGS:
            yield from self._drawing(child, properties, place)
        elif name == "footnoteReference":
            if (note := self._story.note(value(child, "id"), place)) is not None:
                yield Piece("", note)
            else:
                self._copier.report(OTHER_CONTENT, name, place)
        elif name == "footnoteRef":
            yield Piece(NOTE_MARK, "<w:footnoteRef/>", is_xml=True)
        elif name == "commentReference":
            self._comment(place)
        else:
            yield Piece(properties, self._copier.copy(child, place), is_xml=True)

    def _link(self, element: Element, place: DocumentPlace) -> Iterator[Piece]:
        """A link: within the document it stays one, to the outside it is refused; its words stay in any case."""
        inside = list(self.pieces(element, place))
        words = "".join(piece.text for piece in inside).replace(OBJECT, "")
        key, anchor = element.get(f"{RELATIONS}id", ""), value(element, "anchor")
        start = None
        if key in self._story.relations:
            self._copier.told.add(key)
            target = self._story.relations[key].target
            self._copier.findings.append(
                OUTSIDE.at(place._replace(quote=words), kind=OUTSIDE_KINDS["hyperlink"], target=target)
            )
        elif not anchor or "{%" in words or any(isinstance(piece.content, Markup) for piece in inside):
            self._copier.report(LINK, words, place)
        else:
            start = self._story.fields.link(anchor, place)
        yield from (start, *inside, bare(LINK_END)) if start is not None else inside

    def _drawing(self, element: Element, properties: str, place: DocumentPlace) -> Iterator[Piece]:
        keys = [text for each in element.iter() for name, text in each.attrib.items() if name.startswith(RELATIONS)]
        self._copier.told.update(keys)
        outside = [self._story.relations[key] for key in keys if key in self._story.relations]
        for relation in outside:
            if relation.is_outside:
                self._copier.findings.append(
                    OUTSIDE.at(place, kind=OUTSIDE_KINDS.get(relation.kind, relation.kind), target=relation.target)
                )
        if any(relation.is_outside for relation in outside):
            return
        picture, kind = drawn(element), kind_of(element)
        if picture is not None:
            yield from self._picture(picture, properties, place)
        elif kind == CHART and (chart := self._charts.asked(element, place)) is not None:
            yield from self._chart(chart, properties, place)
        elif kind in _OBJECTS or any(relation.kind in REFUSED_KINDS for relation in outside):
            targets = [relation.target for relation in outside if relation.kind in REFUSED_KINDS]
            self._copier.findings.append(EMBEDDED.at(place, what=kind, target="、".join(targets) or kind))
        else:
            self._copier.report(DRAWING, kind, place._replace(quote=words_of(element)))

    def _chart(self, chart: Asked, properties: str, place: DocumentPlace) -> Iterator[Piece]:
        node = self._charts.node(chart, emu(self.width), self._copier.findings)
        if chart.floats:
            self._copier.report(FLOATING, chart.words, place)
        if node is not None:
            yield Piece(properties, Inserted((node,)), is_xml=True)

    def _picture(self, picture: Picture, properties: str, place: DocumentPlace) -> Iterator[Piece]:
        data, kind = content_of(picture, self._story.relations, self._story.files)
        if not kind:
            relation = self._story.relations.get(picture.key)
            self._copier.report(PICTURE, relation.target if relation is not None else picture.key, place)
            return
        problem = checked(data) if kind in ("png", "jpeg") else None
        if isinstance(problem, Code):
            self._copier.findings.append(problem.at(place, file=picture.words or picture.key))
            return
        if picture.floats:
            self._copier.report(FLOATING, picture.words, place)
        nodes = tuple(picture_nodes(picture, data, kind, self.width))
        yield Piece(properties, Inserted(nodes), is_xml=True)

    def _comment(self, place: DocumentPlace) -> None:
        """Comments are dropped; the first of them says so for all."""
        if not self._has_comments:
            self._copier.findings.append(COMMENTS.at(place))
        self._has_comments = True
