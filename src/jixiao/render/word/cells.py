"""Table cells of a Word form: the tags that merge, span or colour a cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from jixiao.kernel.finding import Finding, must
from jixiao.render.control import check, joined
from jixiao.render.tags import Tag
from jixiao.render.template import Branch, For, If, MergedCell, Node, Nodes, Paragraphs, Passage, Raw, Shade, Span
from jixiao.render.word.tree import Cell, Paragraph, Row
from jixiao.render.word.vocabulary import CELL_PROPERTIES

CELL_TAG_TWICE = must("F311")
CELL_TAGS_TOGETHER = must("F312")

CELL_TAGS: Final = frozenset(("vm", "hm", "colspan", "cellbg"))
_MERGE: Final = CELL_PROPERTIES.index("vMerge")
_BEFORE_MERGE, _AFTER_MERGE = CELL_PROPERTIES[:_MERGE], CELL_PROPERTIES[_MERGE + 1 :]


class Position(NamedTuple):
    """Where a cell stands: the number of its table in the form, and its first grid column, from 1."""

    table: int
    column: int


def taken_out(cell: Cell, findings: list[Finding]) -> tuple[Cell, dict[str, Tag]]:
    """The cell without its cell tags, and these by their word."""
    tags: dict[str, Tag] = {}
    for paragraph in cell.paragraphs:
        for tag in paragraph.tags:
            if not is_cell_tag(tag):
                continue
            if tag.word in tags:
                findings.append(CELL_TAG_TWICE.at(tag.place, tag=tag.source))
            tags[tag.word] = tag
            if tag.argument or tag.word in ("colspan", "cellbg"):
                check(tag.argument, tag.place, findings)
    blocks = tuple(_without(block) if isinstance(block, Paragraph) else block for block in cell.blocks)
    if (merge := tags.get("vm")) and (across := tags.get("hm")):
        findings.append(CELL_TAGS_TOGETHER.at(across.place, tag=across.source, other=merge.source))
    return cell._replace(blocks=blocks), tags


def is_cell_tag(tag: Tag) -> bool:
    """Whether the tag speaks of its cell."""
    return tag.kind == "block" and tag.level == "" and tag.word in CELL_TAGS


def is_whole(cell: Cell) -> bool:
    """Whether what begins in the cell ends there."""
    depth = 0
    for tag in (tag for paragraph in cell.paragraphs for tag in paragraph.tags if tag.kind == "block"):
        depth += (tag.word in ("for", "if")) - (tag.word in ("endfor", "endif"))
        if depth < 0 or (not depth and tag.word in ("else", "elif")):
            return False
    return not depth


def changes_columns(row: Row) -> bool:
    """Whether a row may have another number of columns each time it is printed; one that is dropped has none."""
    if any(cell.dropped_by("tr") for cell in row.cells):
        return False
    tags = [tag for cell in row.cells for paragraph in cell.paragraphs for tag in paragraph.tags]
    return any(tag.level == "tc" or (is_cell_tag(tag) and tag.word in ("hm", "colspan")) for tag in tags) or not all(
        map(is_whole, row.cells)
    )


def start_of(cell: Cell) -> str:
    """What stands before the content of a cell without tags of its own."""
    inside = "".join(xml for _, xml in cell.properties)
    return cell.start + (f"<w:tcPr>{inside}</w:tcPr>" if inside else "")


def cell_node(cell: Cell, tags: dict[str, Tag], content: Nodes, at: Position) -> list[Node]:
    """The nodes of a cell; tags are its cell tags, content the nodes inside it."""
    empty = f"<w:p>{cell.paragraphs[0].properties}</w:p>" if cell.paragraphs else "<w:p/>"
    content = _filled(content, empty)
    properties = _properties(cell, tags)
    if tag := tags.get("vm"):
        before, after = (_ordered(properties, names) for names in (_BEFORE_MERGE, _AFTER_MERGE))
        return [MergedCell(at.table, at.column, tag.argument, before, after, content, empty, tag.place)]
    inside = _ordered(properties, CELL_PROPERTIES)
    opening = (Raw("<w:tcPr>"), *inside, Raw("</w:tcPr>")) if inside else ()
    nodes = [Raw(cell.start), *opening, *content, Raw("</w:tc>")]
    if "hm" in tags:
        return [If((Branch("loop.first", tuple(nodes), tags["hm"].place),), ())]
    return nodes


def _without(paragraph: Paragraph) -> Paragraph:
    kept = tuple(
        piece for piece in paragraph.pieces if not (isinstance(piece.content, Tag) and is_cell_tag(piece.content))
    )
    return paragraph._replace(pieces=kept)


def _properties(cell: Cell, tags: dict[str, Tag]) -> dict[str, Node]:
    """The children of its `<w:tcPr>` by name, with those its tags decide."""
    known: dict[str, Node] = {name: Raw(xml) for name, xml in cell.properties}
    if "colspan" in tags:
        known["gridSpan"] = Span(tags["colspan"].argument, tags["colspan"].place)
    if "hm" in tags:
        columns = f"loop.length * {cell.columns}" if cell.columns > 1 else "loop.length"
        known["gridSpan"] = Span(columns, tags["hm"].place)
    if "cellbg" in tags:
        known["shd"] = Shade(tags["cellbg"].argument, tags["cellbg"].place)
    return known


def _ordered(properties: dict[str, Node], names: Iterable[str]) -> Nodes:
    return joined(properties[name] for name in names if name in properties)


def _filled(nodes: Nodes, empty: str) -> Nodes:
    """The content of a cell such that some paragraph is left whatever the conditions say."""
    if any(_prints(node) for node in nodes):
        return nodes
    if not nodes or not isinstance(last := nodes[-1], If | For):
        return (*nodes, Raw(empty))
    otherwise = _filled(last.otherwise, empty)
    if isinstance(last, For):
        return (*nodes[:-1], last._replace(body=_filled(last.body, empty), otherwise=otherwise))
    branches = tuple(branch._replace(body=_filled(branch.body, empty)) for branch in last.branches)
    return (*nodes[:-1], If(branches, otherwise))


def _prints(node: Node) -> bool:
    """Whether the node leaves a paragraph in any case."""
    if isinstance(node, Raw):
        return "</w:p>" in node.xml
    if isinstance(node, If):
        return all(map(_any_prints, (branch.body for branch in node.branches))) and _any_prints(node.otherwise)
    if isinstance(node, For):
        return _any_prints(node.body) and _any_prints(node.otherwise)
    return isinstance(node, Paragraphs | Passage)


def _any_prints(nodes: Nodes) -> bool:
    return any(map(_prints, nodes))
