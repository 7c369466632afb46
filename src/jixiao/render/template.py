"""The compiled template: a tree of plain nodes, kept in the cache and run by `engine.py`.

Expressions are kept as text: `expr.expression` compiles each once per process.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jixiao.kernel.place import Place
from jixiao.package.zip import Member
from jixiao.render.charts.nodes import Chart

TABLE, PICTURE, HEADING, ANNEX, AS_TYPED = "表", "图", "标题", "附件", "原文"
"""What references lead to."""


class Raw(NamedTuple):
    """XML that is copied to the document."""

    xml: str


class Slot(NamedTuple):
    """A value inside `<w:t xml:space="preserve">`; run_properties (`<w:rPr>…</w:rPr>` or "") lets it break the run."""

    expression: str
    display: str
    run_properties: str
    place: Place


class Paragraphs(NamedTuple):
    """One paragraph per paragraph of a narrative; a plain value gives one paragraph."""

    expression: str
    display: str
    paragraph_properties: str
    run_properties: str
    place: Place


class Words(NamedTuple):
    """A value of a whole template inside a run: words, or runs with formats of their own.

    paragraph: how a paragraph it breaks off begins again ("" where it cannot be broken off).
    """

    expression: str
    prefix: str
    paragraph: str
    run_properties: str
    place: Place


class Passage(NamedTuple):
    """A value of a whole template in the place of a paragraph; paragraph: how one of words begins."""

    expression: str
    paragraph: str
    run_properties: str
    place: Place


class Bare(NamedTuple):
    """A value in an attribute, or in text that is not in a run."""

    expression: str
    place: Place


class Filter(NamedTuple):
    """The condition on the items of a loop."""

    condition: str
    place: Place


class For(NamedTuple):
    """A loop over the items for which the filter, if any, holds; inside, `loop.index`, `loop.first` … are known."""

    variables: tuple[str, ...]
    expression: str
    body: tuple[Node, ...]
    otherwise: tuple[Node, ...]
    place: Place
    filter: Filter | None = None


class Branch(NamedTuple):
    """A condition and what follows when it holds."""

    condition: str
    body: tuple[Node, ...]
    place: Place


class If(NamedTuple):
    """The first branch whose condition holds, or `otherwise`."""

    branches: tuple[Branch, ...]
    otherwise: tuple[Node, ...]


def names_given(node: If) -> Iterator[str]:
    """The names that the branches of a condition give to values."""
    for inner in (inner for body in (*(each.body for each in node.branches), node.otherwise) for inner in body):
        if isinstance(inner, Set):
            yield inner.name
        elif isinstance(inner, If):
            yield from names_given(inner)


class Set(NamedTuple):
    """Give a value a name from here to the end of the enclosing loop, section or cell."""

    name: str
    expression: str
    place: Place


class MergedCell(NamedTuple):
    """A table cell that continues the cell above while its value (or, without expression, its loop) stays the same.

    before and after are the properties around the place of `<w:vMerge>`: a cell of another width continues nothing;
    empty is the paragraph of a continued cell.
    """

    table: int
    column: int
    expression: str
    before: tuple[Node, ...]
    after: tuple[Node, ...]
    body: tuple[Node, ...]
    empty: str
    place: Place


class Span(NamedTuple):
    """`<w:gridSpan>` of as many columns as the expression says (colspan)."""

    expression: str
    place: Place


class Shade(NamedTuple):
    """`<w:shd>` of the colour the expression gives (cellbg)."""

    expression: str
    place: Place


class HeadingNumber(NamedTuple):
    """The number of a heading of this level (1: 一、 2: （一） 3: 1. 4: （1）); restarts the levels below."""

    level: int


class FirstNumbers(NamedTuple):
    """From here the headings are numbered from the first again; level: that of the heading that is typed here."""

    level: int = 0


class Filled(NamedTuple):
    """Paragraphs that are dropped where they print no words."""

    body: tuple[Node, ...]


class ListStart(NamedTuple):
    """From here the items of this depth are numbered from the first."""

    depth: int


class ListEnd(NamedTuple):
    """The end of a list of 一是, 二是: a single item has no number."""


class Item(NamedTuple):
    """An item of a list with its number; with `optional` it is dropped, and not counted, where it prints no words.

    depth: 1 for the official level that follows the heading above, 2 for the next …; 0 for 一是, 二是.
    """

    depth: int
    before: str
    body: tuple[Node, ...]
    after: str
    optional: bool


class Aligned(NamedTuple):
    """The rest of a paragraph of a table, `</w:pPr>` and runs: set right where it prints a figure."""

    body: tuple[Node, ...]


class Whole(NamedTuple):
    """A table with its caption and unit line before it, and its notes after it: dropped together with its rows."""

    before: tuple[Node, ...]
    body: tuple[Node, ...]
    after: tuple[Node, ...]


class Counted(NamedTuple):
    """The number of a table or a picture (表3), by whose names references find it; kind: TABLE or PICTURE."""

    kind: str
    names: tuple[str, ...]


class Sequence(NamedTuple):
    """The next number of a sequence of a Word section; 表 and 图 are those of the whole report."""

    name: str


class Anchor(NamedTuple):
    """What references to a heading or an annex lead to; kind: HEADING, ANNEX, AS_TYPED (in the outline)."""

    names: tuple[str, ...]
    kind: str


class Reference(NamedTuple):
    """The number of what is named, such as 表3 or 附件2; worded: the name of its bookmark alone."""

    name: str
    worded: bool
    run_properties: str
    place: Place


class TableBody(NamedTuple):
    """The rows of a table; `before` and `after` are dropped with it when it yields no row.

    is_joined: the next table of the form belongs to it, and what is to be noted about both stands below that one.
    heads: how many of the rows are its head, which alone is no table.
    fits: its grid is made to fit the rows that were printed.
    """

    before: str
    body: tuple[Node, ...]
    after: str
    is_joined: bool = False
    heads: int = 0
    fits: bool = False


class Heading(NamedTuple):
    """A heading that the table of contents lists; before is its paragraph up to its runs, which are the body."""

    level: int
    before: str
    body: tuple[Node, ...]


class Contents(NamedTuple):
    """The table of contents; before and after surround a page number."""

    levels: int
    before: str
    after: str


class NewPages(NamedTuple):
    """Pages with these `<w:sectPr>` begin."""

    section: str


class Mark(NamedTuple):
    """Where a part of the outline begins, or ends; section: which one, from 0."""

    section: int
    is_end: bool = False


class Joint(NamedTuple):
    """Where a part of the outline follows another on its page: what stands between a table and what comes next."""

    after_table: str


class Given(NamedTuple):
    """Options that are known in a part of the outline alone."""

    options: tuple[tuple[str, str], ...]
    body: tuple[Node, ...]


class Annex(NamedTuple):
    """An annex; with an expression, one for each record of a list, with the names of that record."""

    expression: str
    body: tuple[Node, ...]
    place: Place


class AnnexNumber(NamedTuple):
    """The number of the annex, 2 or, of several for the records of a list, 3-1; the first of all has `first`."""

    first: str
    others: str


class AnnexList(NamedTuple):
    """The annexes named ahead of themselves, below the text."""

    body: tuple[Node, ...]


class Embedded(NamedTuple):
    """A picture, which is a part of its own; prints the id of the relationship to it."""

    part: Member


class DrawingNumber(NamedTuple):
    """A number that no other drawing of the document has."""


class Anew(NamedTuple):
    """A Word section, whose lists and bookmarks are made anew each time it is printed (`anew.py`).

    lists: the levels of each of its lists, as XML.
    """

    lists: tuple[str, ...]
    body: tuple[Node, ...]


class Note(NamedTuple):
    """A footnote, whose paragraphs are the body; prints its id. place: where the text refers to it."""

    body: tuple[Node, ...]
    place: Place | None = None


Node = (
    Raw
    | Slot
    | Paragraphs
    | Words
    | Passage
    | Bare
    | For
    | If
    | Set
    | MergedCell
    | Span
    | Shade
    | HeadingNumber
    | TableBody
    | Heading
    | Contents
    | FirstNumbers
    | NewPages
    | Mark
    | Joint
    | Given
    | Annex
    | AnnexNumber
    | AnnexList
    | Embedded
    | Chart
    | DrawingNumber
    | Note
    | Anew
    | Filled
    | ListStart
    | ListEnd
    | Item
    | Aligned
    | Whole
    | Counted
    | Anchor
    | Sequence
    | Reference
)
Nodes = tuple[Node, ...]


class Compiled(NamedTuple):
    """A compiled format. key: its identity. nodes: the body.

    members: the parts that are the same for every unit, compressed. trees: the syntax trees of its expressions, so that
    no parser is needed. is_sound: whether it was proven that every report made of it is well-formed XML.
    """

    key: str
    nodes: Nodes
    members: tuple[Member, ...]
    trees: tuple[tuple[str, object], ...]
    is_sound: bool = False
