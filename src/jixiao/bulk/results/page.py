"""index.html: all units in one page that needs nothing else, to be opened from a file share."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

from jixiao.bulk.record import ReportRow, State
from jixiao.bulk.results.overview import BranchRow, Overview, UnitRow
from jixiao.kernel.rounding import half_up, power_of_ten

_PAGE = Path(__file__).with_name("page.html")
_CENT = power_of_ten(-2)
_HUNDREDTH_OF_PERCENT = power_of_ten(-4)

Say = Callable[[str], str]
"""The words for a key, in the language of the reader."""


def page(overview: Overview, say: Say, title_of: Callable[[str], str], digest: str) -> str:
    """The page; title_of: what a code of a finding is called; digest: of all that it shows."""
    branches = {row.unit: at for at, row in enumerate(overview.branches)}
    codes = dict.fromkeys(code for row in overview.units for code in row.codes)
    data = {
        "units": [_unit(row, branches) for row in overview.units],
        "branches": [_branch(row) for row in overview.branches],
        "titles": {code: title_of(code) for code in codes},
        "states": {name: say(f"state_{name}") for name in (*State, "none")},
        "words": {name: say(f"page_{name}") for name in _SPOKEN},
    }
    words = {name: escape(say(f"page_{name}")) for name in _WRITTEN}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        words, year=overview.year, data=text, digest=digest, lang=say("page_lang")
    )


_WRITTEN = (
    "title", "search", "all_states", "all_branches", "all_grades", "unit", "superior", "state", "must", "should",
    "score", "grade", "rate", "report", "scores", "rates", "rates_note", "more", "explain",
)  # fmt: skip
_SPOKEN = ("shown", "units", "former", "no_score", "reports")


def _unit(row: UnitRow, branches: dict[str, int]) -> list[object]:
    """A unit as a list, since there may be tens of thousands: what each position holds is said in page.html."""
    main = row.main or ReportRow("", "")
    counted = {code: row.codes.count(code) for code in dict.fromkeys(row.codes)}
    return [
        row.unit,
        row.name,
        row.code,
        row.superior,
        branches[row.branch],
        row.depth,
        row.state or "none",
        row.must,
        row.should,
        main.score,
        main.grade,
        _percent(main.rate),
        [[each.name, *_link(row, each), each.score, each.grade, _percent(each.rate)] for each in row.reports],
        list(counted.items()),
    ]


def _link(row: UnitRow, report: ReportRow) -> tuple[str, int]:
    """Where the report is, seen from the page; 1 if it is a former one, because the last was not written."""
    file = report.file or report.former
    return (quote(f"{row.unit}/{file}") if file else "", int(not report.file and bool(file)))


def _branch(row: BranchRow) -> list[object]:
    rate = _percent(str(row.rate)) if row.rate is not None else ""
    return [row.name, row.units, row.done, rate, str(half_up(row.budget / 10000, _CENT))]


def _percent(rate: str) -> str:
    """A rate as its percentage with two digits."""
    return f"{half_up(Decimal(rate), _HUNDREDTH_OF_PERCENT) * 100:.2f}" if rate else ""
