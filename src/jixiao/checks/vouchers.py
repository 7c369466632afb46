"""Accounting vouchers of sub-projects (会计凭证): readable, in order, and none of them twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from jixiao.checks.context import SUB_PROJECTS, Context
from jixiao.kernel.finding import Finding, must, should
from jixiao.model.project import SubProject, Voucher
from jixiao.model.values import Text

NO_MONTH = must("K135")
UNREADABLE_NUMBER = must("K136")
VOUCHER_TWICE = must("K137")
VOUCHER_OF_TWO = should("K138")
OUT_OF_ORDER = should("K139")

_NUMBERS = (  # compiled where there are vouchers
    r"(?:(?P<kind>[^\W\d_]{1,6})[-—.]?)?(?P<first>[0-9]{1,12})[#号]?"
    r"(?:[-–—~至到](?:(?P=kind)[-—.]?)?(?P<last>[0-9]{1,12})[#号]?)?"
)
"""12, 0012, 9-13, 记-12, 记字第12号, 12#: the kind of voucher, its number, and for a run of them the last."""


MOST_AT_ONCE = 50
"""Runs that are held against one another at the same number; more is no list of vouchers."""


class Run(NamedTuple):
    """Vouchers of one kind with consecutive numbers, in a month of a sub-project (counted from 0)."""

    item: int
    month: int
    kind: str
    first: int
    last: int
    text: Text

    def meets(self, other: Run) -> bool:
        """Whether a voucher is in both."""
        same = (self.month, self.kind) == (other.month, other.kind)
        return same and self.first <= other.last and other.first <= self.last

    def shared(self, other: Run) -> str:
        """The vouchers in both, as they are written: 12-14."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return f"{self.kind}{first}" if first == last else f"{self.kind}{first}-{last}"


Pair = tuple[Run, Run]
"""A run, and one written before it that holds a voucher of it."""


def vouchers(context: Context) -> Iterator[Finding]:
    """Months and numbers of every sub-project, then against those of the sub-projects before it."""
    items: list[SubProject] = [row.data for row in context.rows(SUB_PROJECTS)]
    if not any(item.vouchers for item in items):
        return
    runs = [
        [run for voucher in item.vouchers for run in _runs(number, _month(voucher), voucher.numbers)]
        for number, item in enumerate(items)
    ]
    met: list[list[Pair]] = [[] for _ in items]
    for pair in _pairs([run for own in runs for run in own]):
        met[pair[0].item].append(pair)
    for number, item in enumerate(items):
        repeated = [pair for pair in met[number] if pair[1].item == number]
        yield from _unreadable(item)
        yield from _repeated(item, repeated)
        yield from () if repeated else _disordered(item, runs[number])
        yield from _shared(items, item, [pair for pair in met[number] if pair[1].item != number])


def _pairs(runs: list[Run]) -> list[Pair]:
    """All runs that hold a voucher which an earlier one holds as well, in the order they are written."""
    found: list[tuple[int, int]] = []
    near: list[int] = []
    for index in sorted(range(len(runs)), key=lambda index: runs[index][1:4]):
        near = [other for other in near if runs[other].meets(runs[index])][-MOST_AT_ONCE:]
        found += [(max(index, other), min(index, other)) for other in near]
        near.append(index)
    return [(runs[later], runs[earlier]) for later, earlier in sorted(found)]


def _month(voucher: Voucher) -> int:
    """The month of the vouchers; 0 where it is none."""
    value = voucher.month.value if voucher.month else None
    return next((month for month in range(1, 13) if value == month), 0)


def _runs(item: int, month: int, numbers: Iterable[Text]) -> Iterator[Run]:
    """What can be read of the numbers of a month; nothing of no month."""
    for text in numbers if month else ():
        match = re.fullmatch(_NUMBERS, _plain(text))
        if match and int(match["first"]) <= int(match["last"] or match["first"]):
            kind = (match["kind"] or "").replace("字", "").replace("第", "")
            yield Run(item, month, kind, int(match["first"]), int(match["last"] or match["first"]), text)


def _plain(text: Text) -> str:
    return unicodedata.normalize("NFKC", text.text).replace(" ", "")


def _unreadable(item: SubProject) -> Iterator[Finding]:
    for voucher in item.vouchers:
        month = voucher.month
        if month and month.number and not _month(voucher):
            yield NO_MONTH.at(month.place, name=item.name, expected="1—12", actual=month.typed)
        for text in voucher.numbers:
            if not list(_runs(0, 1, [text])):
                yield UNREADABLE_NUMBER.at(text.place, name=item.name, text=text)


def _repeated(item: SubProject, pairs: list[Pair]) -> Iterator[Finding]:
    """One finding for a run, however many before it hold its vouchers."""
    first: dict[Run, Run] = {}
    for run, other in pairs:
        first.setdefault(run, other)
    for run, other in first.items():
        yield VOUCHER_TWICE.at(
            run.text.place,
            name=item.name,
            month=run.month,
            numbers=run.shared(other),
            other=other.text,
            text=run.text,
            related=[other.text.place],
        )


def _disordered(item: SubProject, runs: list[Run]) -> Iterator[Finding]:
    months = [(voucher.month, month) for voucher in item.vouchers if (month := _month(voucher))]
    for (_, earlier), (typed, month) in pairwise(months):
        if month < earlier and typed:
            yield OUT_OF_ORDER.at(typed.place, name=item.name, before=f"{earlier}月", text=f"{month}月")
    for run, next_run in pairwise(runs):
        if (run.month, run.kind) == (next_run.month, next_run.kind) and next_run.first < run.first:
            later, before = next_run.text, run.text
            yield OUT_OF_ORDER.at(later.place, name=item.name, before=before, text=later, related=[before.place])


def _shared(items: list[SubProject], item: SubProject, pairs: list[Pair]) -> Iterator[Finding]:
    """One finding for all vouchers of a month that other sub-projects name as well."""
    for month in dict.fromkeys(run.month for run, _ in pairs):
        own = [(run, other) for run, other in pairs if run.month == month]
        yield VOUCHER_OF_TWO.at(
            own[0][0].text.place,
            name=item.name,
            month=month,
            numbers="、".join(dict.fromkeys(run.shared(other) for run, other in own)),
            others="、".join(dict.fromkeys(_called(items[other.item]) for _, other in own)),
            related=list(dict.fromkeys(other.text.place for _, other in own)),
        )


def _called(item: SubProject) -> str:
    return str(item.short_name or item.name or "")
