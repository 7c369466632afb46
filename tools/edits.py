"""Change each printed figure of the example reports, one after the other, as a hand in Word would: `verify` finds it.

The changes are made in the XML of the document, where a traced report says that figures stand; where a change is, is
read from the document that was changed, and not from what the comparison says.
"""

from __future__ import annotations

import random
import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from jixiao.kernel.finding import Finding, blocking
from jixiao.kernel.place import DocumentPlace
from jixiao.ledger.marks import END, MARKED, unmarked
from jixiao.load.units import units_of
from jixiao.locate import templates_dir
from jixiao.package.content import content, paragraphs
from jixiao.package.zip import pack, write
from jixiao.pipeline import examine
from jixiao.verify.compare import differences
from jixiao.verify.judge import FIGURE, judge
from jixiao.verify.verify import Again, verify

DATA, DOCUMENT = Path("data_examples"), "word/document.xml"
TIMES = 5
_DIGITS, _LARGER = "0123456789", "一二三四五六七八九十两"
MARK = 2
"""Characters of the mark before a figure."""
_YEAR = re.compile(r"\d{4}")


class Report(NamedTuple):
    """A report, printed with marks around its figures: the parts of its package, as text where they hold any."""

    name: str
    again: Again
    parts: Mapping[str, str]
    clean: Mapping[str, bytes]


class Edit(NamedTuple):
    """A change: in which part, from where to where in its XML, and the figure there before and after."""

    report: Report
    part: str
    start: int
    stop: int
    old: str
    new: str


class Outcome(NamedTuple):
    """What a change gave: the findings that block, and where the change is."""

    edit: Edit
    found: list[Finding]
    place: DocumentPlace

    @property
    def problem(self) -> str:
        """Why it was not found, or not there; "" where all is well."""
        said = f"{self.edit.report.name}: {self.edit.old} → {self.edit.new}, {self.place}"
        if len(self.found) != 1 or self.found[0].code != FIGURE.id:
            return f"{said}: {[each.code for each in self.found]}"
        place = self.found[0].place
        if not isinstance(place, DocumentPlace) or place._replace(quote="") != self.place:
            return f"{said}: found at {place}"
        return "" if self.edit.new in self.found[0].actual else f"{said}: found {self.found[0].actual}"


class Run(NamedTuple):
    """All changes of all reports; untouched: what was found in the reports before they were changed.

    size, seconds: of the largest document.xml, and how long it takes to verify its file.
    """

    reports: int
    outcomes: list[Outcome]
    untouched: list[Finding]
    size: int
    seconds: float

    @property
    def problems(self) -> list[str]:
        """What went wrong."""
        return [each.problem for each in self.outcomes if each.problem] + [str(each) for each in self.untouched]


def reports(data: Path = DATA) -> Iterator[Report]:
    """Every report of the example units."""
    for unit in units_of(data):
        for year in sorted(int(each.name) for each in (data / unit).iterdir() if _YEAR.fullmatch(each.name)):
            examination = examine(data, templates_dir(), unit, year)
            for figured in examination.reports:
                again = Again(examination, figured)
                parts = {name: held.decode() for name, held in again.package.items() if _holds_figures(name, held)}
                clean = again.package | {name: unmarked(text).encode() for name, text in parts.items()}
                yield Report(f"{unit} {year} {figured.case.report_name}", again, parts, clean)


def _holds_figures(name: str, held: bytes) -> bool:
    return name.startswith("word/") and name.endswith(".xml") and MARKED.search(held.decode()) is not None


def edits(report: Report, seed: int = 0) -> Iterator[Edit]:
    """A change for each place in which a figure stands."""
    chance = random.Random(seed)  # noqa: S311 - a choice of digits
    for name, text in report.parts.items():
        for match in MARKED.finditer(text):
            figure = match.group("figure")
            yield Edit(report, name, match.start("figure"), match.end("figure"), figure, _changed(figure, chance))


def _changed(figure: str, chance: random.Random) -> str:
    """The figure with another digit, or another word where it has none."""
    places = [at for at, sign in enumerate(figure) if sign in _DIGITS]
    at = chance.choice(places or [at for at, sign in enumerate(figure) if sign.isalnum()] or [0])
    others = [sign for sign in (_DIGITS if places else _LARGER) if sign != figure[at]]
    return figure[:at] + chance.choice(others) + figure[at + 1 :]


def run(edit: Edit) -> Outcome:
    """Make a change and look for it; of all marks in the file that of the change alone is left, to tell where it is."""
    text = edit.report.parts[edit.part]
    opened = edit.start - MARK
    changed = unmarked(text[:opened]) + text[opened : edit.start] + edit.new + END + unmarked(text[edit.stop + 1 :])
    parts = content(dict(edit.report.clean) | {edit.part: changed.encode()})
    again = edit.report.again
    found = judge(list(differences(again.parts, parts)), again.figures)
    met = (each.place for part in parts for each in paragraphs(part.blocks) if MARKED.search(each.text))
    place = next(met)
    return Outcome(edit, blocking(found), place._replace(paragraph=0 if place.table else place.paragraph))


def run_all(data: Path = DATA) -> Run:
    """Every change of every report."""
    printed = list(reports(data))
    largest = max(printed, key=lambda each: len(each.clean[DOCUMENT]))
    outcomes = [run(edit) for one in printed for edit in edits(one)]
    untouched = [finding for one in printed for finding in found(one)]
    return Run(len(printed), outcomes, untouched, len(largest.clean[DOCUMENT]), _seconds(largest, data))


def found(report: Report) -> list[Finding]:
    """What is found in the file before it is changed."""
    return list(judge(list(differences(report.again.parts, content(report.clean))), report.again.figures))


def _seconds(report: Report, data: Path) -> float:
    """How long the processor takes to verify a file from reading it to its findings: the best of a few times."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.docx")
        file.write_bytes(write(pack(name, held) for name, held in report.clean.items()))
        times = []
        for _ in range(TIMES):
            start = time.process_time()
            if verify(file, data, templates_dir()).findings:
                raise ValueError(report.name)
            times.append(time.process_time() - start)
    return min(times)
