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


class Run(NamedTuple):
    """Vouchers of one kind with consecutive numbers, in a month of a sub-project."""

    item: str
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


def vouchers(context: Context) -> Iterator[Finding]:
    """Months and numbers of every sub-project, then against those of the sub-projects before it."""
    before: list[Run] = []
    for row in context.rows(SUB_PROJECTS):
        months = [(voucher, _month(voucher)) for voucher in row.data.vouchers]
        runs = [run for voucher, month in months if month for run in _runs(row.label, month, voucher.numbers)]
        yield from _unreadable(row.data)
        repeated = list(_repeated(runs))
        yield from repeated
        if not repeated:
            yield from _disordered(row.label, [(voucher, month) for voucher, month in months if month], runs)
        for month in dict.fromkeys(run.month for run in runs):
            yield from _shared(row.label, [run for run in runs if run.month == month], before)
        before += runs


def _month(voucher: Voucher) -> int:
    """The month of the vouchers; 0 where it is none."""
    value = voucher.month.value if voucher.month else None
    return next((month for month in range(1, 13) if value == month), 0)


def _runs(item: str, month: int, numbers: Iterable[Text]) -> Iterator[Run]:
    for text in numbers:
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
            if not list(_runs("", 1, [text])):
                yield UNREADABLE_NUMBER.at(text.place, name=item.name, text=text)


def _repeated(runs: list[Run]) -> Iterator[Finding]:
    for index, run in enumerate(runs):
        other = next((each for each in runs[:index] if run.meets(each)), None)
        if other:
            yield VOUCHER_TWICE.at(
                run.text.place,
                name=run.item,
                month=run.month,
                numbers=run.shared(other),
                other=other.text,
                text=run.text,
                related=[other.text.place],
            )


def _disordered(name: str, months: list[tuple[Voucher, int]], runs: list[Run]) -> Iterator[Finding]:
    for (_, earlier), (voucher, month) in pairwise(months):
        if month < earlier and voucher.month:
            before, after = f"{earlier}月", f"{month}月"
            yield OUT_OF_ORDER.at(voucher.month.place, name=name, before=before, text=after)
    for run, after_it in pairwise(runs):
        if (run.month, run.kind) == (after_it.month, after_it.kind) and after_it.first < run.first:
            later, earlier_place = after_it.text, run.text.place
            yield OUT_OF_ORDER.at(later.place, name=name, before=run.text, text=later, related=[earlier_place])


def _shared(name: str, runs: list[Run], before: list[Run]) -> Iterator[Finding]:
    """One finding for all vouchers of a month that other sub-projects name as well."""
    pairs = [(run, other) for run in runs for other in before if run.meets(other)]
    if pairs:
        yield VOUCHER_OF_TWO.at(
            pairs[0][0].text.place,
            name=name,
            month=pairs[0][0].month,
            numbers="、".join(dict.fromkeys(run.shared(other) for run, other in pairs)),
            others="、".join(dict.fromkeys(other.item for _, other in pairs)),
            related=list(dict.fromkeys(other.text.place for _, other in pairs)),
        )
