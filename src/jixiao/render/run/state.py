"""What a run of the template keeps in mind: the output, counters, merged cells, findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from jixiao.compute.errors import expression_finding
from jixiao.expr.expression import ExpressionError
from jixiao.expr.figure import Figure
from jixiao.expr.work import put_out
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import Place
from jixiao.ledger.view import View
from jixiao.package.zip import Member
from jixiao.render import template
from jixiao.render.layout import tiny_paragraph
from jixiao.render.run.anew import Numbered
from jixiao.render.run.contents import Entry, contents_xml
from jixiao.render.run.loop import Loop
from jixiao.render.run.numbers import HEADING_LEVELS, ITEM_LEVELS, written
from jixiao.render.run.references import Referring, Target, settle

NO_LOOP = must("F351")

LOOP = "loop"
"""What a loop is called inside itself."""


class Annex(NamedTuple):
    """The place of an annex in the outline, and in the list of those of one kind (0 where there is no list)."""

    number: int = 0
    part: int = 0

    def __str__(self) -> str:
        return f"{self.number}-{self.part}" if self.part else f"{self.number}"


class Span(NamedTuple):
    """What a part of the outline has put out: from start to before stop; pages: the properties of its last pages."""

    section: int
    start: int
    stop: int = 0
    pages: str = ""


@dataclass(slots=True)
class State:
    """One rendering of one document.

    rows counts table rows; row and previous_row are the last two of one table.
    merges: the last cell of each merged column: the row it stood in, its value and its properties.
    figures are those in the open table, joined those in the tables before it that belong to it.
    section: the properties of the open section, closed: of the one before it, pages: where in `out` it begins.
    spans: the parts of the outline in `out`, an annex for each record of a list being one for each.
    contents: the table of contents and its place in `out`; entries: the headings so far.
    level: of the last heading; items: the last numbers of the items of lists by their depth.
    first_item: where in `out` the last 一是 stands. open_item: where the ； stands that ends an item nobody ended.
    numbers: of tables and pictures; bookmarks: how many there are; targets, references: what refers to what.
    drawings: how many are numbered; media: the pictures by name; notes: the XML of the footnotes.
    charts: the XML of each by its number, and the workbook behind it.
    given: the values that tags have given names in the open loop.
    counted: how much of `out` the loops that are done have counted, so that one around them does not do so again.
    numbered: the lists and bookmarks of Word sections.
    """

    view: View
    is_draft: bool = False
    out: list[str] = field(default_factory=list)
    loop: Loop | None = None
    rows: int = 0
    row: int = 0
    previous_row: int = 0
    restarted_row: int = 0
    merges: dict[tuple[int, int], tuple[int, str, str]] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    joined: list[Figure] = field(default_factory=list)
    headings: list[int] = field(default_factory=lambda: [0] * HEADING_LEVELS)
    level: int = 0
    items: list[int] = field(default_factory=lambda: [0] * (ITEM_LEVELS + 1))
    first_item: int = 0
    open_item: int = 0
    section: str = ""
    closed: str = ""
    pages: int = 0
    spans: list[Span] = field(default_factory=list)
    contents: tuple[int, template.Contents] | None = None
    entries: list[Entry] = field(default_factory=list)
    annex: Annex = field(default_factory=Annex)
    numbers: dict[str, int] = field(default_factory=dict)
    bookmarks: int = 0
    targets: list[Target] = field(default_factory=list)
    references: list[Referring] = field(default_factory=list)
    drawings: int = 0
    media: dict[str, Member] = field(default_factory=dict)
    charts: dict[int, tuple[str, bytes]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    numbered: Numbered = field(default_factory=Numbered)
    given: dict[str, object] = field(default_factory=dict)
    counted: int = 0
    findings: dict[Finding, None] = field(default_factory=dict)

    def start_pages(self, section: str) -> None:
        """End the open section, whose properties stand in its last paragraph; pages that hold nothing are none."""
        if len(self.out) > self.pages:
            self.out.append(tiny_paragraph(self.section))
            self.closed = self.section
        self.section, self.pages = section, len(self.out)

    def body(self) -> str:
        """All that was put out, with the table of contents in its place, and the properties of the last section."""
        if self.contents is not None:
            at, node = self.contents
            self.out[at] = contents_xml(node, self.entries)
        if self.closed and len(self.out) == self.pages:
            self.out.pop()
            self.section = self.closed
        if self.is_after_table:  # a document may not end with a table
            self.out.append(tiny_paragraph())
        for chunks in (self.out, self.notes) if self.references else ():
            settle(chunks, self.references, self.targets, self.report)
        return "".join(self.out)

    @property
    def is_after_table(self) -> bool:
        """Whether a table was put out last; another one right behind it would become one with it."""
        return bool(self.out) and self.out[-1].endswith("</w:tbl>")

    def start_row(self) -> None:
        """Another row, or another table, which ends what was merged above."""
        self.rows += 1
        self.previous_row, self.row = self.row, self.rows

    def heading_number(self, level: int) -> str:
        """The next number of this level; the levels below begin again."""
        counters = self.headings
        counters[level - 1] += 1
        counters[level:] = [0] * (len(counters) - level)
        self.level = level
        return written(level, counters[level - 1])

    def bookmark(self) -> int:
        """The number of another bookmark."""
        self.bookmarks += 1
        return self.bookmarks - 1

    def add_note(self, start: int) -> None:
        """What was put out since `start` becomes a footnote, counted like what loops print; its id stands there.

        One footnote may be referred to many times: raises ExpressionError where that is too much.
        """
        note = self.out[start:]
        self.out[start:] = [str(len(self.notes) + 1)]
        put_out(sum(map(len, note)))
        self.notes.append("".join(note))

    def report(self, finding: Finding) -> Finding:
        """Keep a finding; one that repeats in a loop counts once."""
        self.findings[finding] = None
        return finding

    def goes_on(self, start: int, node: template.For | template.Annex) -> bool:
        """Whether a loop may go on after what it printed since `start`; if not, the finding says so."""
        try:
            put_out(sum(map(len, self.out[max(start, self.counted) :])))
            self.counted = len(self.out)
        except ExpressionError as error:
            self.failed(error, node.expression, node.place)
            return False
        return True

    def failed(self, error: ExpressionError, expression: str, place: Place) -> Finding:
        """The finding for an expression that cannot be evaluated."""
        return self.report(failure(error, place, expression))


def failure(error: ExpressionError, place: Place, expression: str) -> Finding:
    """The finding for an expression of a template; that there is no loop has words of its own."""
    if error.kind == "unknown_name" and error.fields["name"] == LOOP:
        return NO_LOOP.at(place, tag=place.quote.strip() or expression)
    return expression_finding(error, place, expression)
