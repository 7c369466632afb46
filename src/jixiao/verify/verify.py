"""Whether a document still says what its data say: read its origin, print it again, compare, judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from jixiao import __version__
from jixiao.kernel.finding import Finding, blocking, must, should
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import Place, SourcePlace
from jixiao.ledger.traced import Traced
from jixiao.package.content import Part, content
from jixiao.package.health import health
from jixiao.package.reader import OWN, PackageError, read, read_file
from jixiao.pipeline import Examination, Figured, draw, examine
from jixiao.render.parts import DRAFT
from jixiao.verify.compare import differences
from jixiao.verify.followed import not_followed
from jixiao.verify.judge import judge, judge_since
from jixiao.verify.links import judge_links
from jixiao.verify.origin import Written, origin_of

UNREADABLE = must("V101")
NO_ORIGIN = must("V102")
IS_DRAFT = must("V103")
IS_SECTION = must("V104")
NO_SUCH_REPORT = must("V105")
DATA_CHANGED = should("V301")
RULES_CHANGED = should("V302")


@frozen
class Verified:
    """What was found in one file; written: what it says of its origin."""

    findings: list[Finding]
    written: Written | None = None

    @property
    def unit(self) -> str:
        """The unit it is of; "" where it does not say."""
        return self.written.unit if self.written else ""

    @property
    def report(self) -> str:
        """The report it is."""
        return self.written.report if self.written else ""

    @property
    def title(self) -> str:
        """Unit, year and report in one."""
        return f"{self.written.unit} {self.written.year} {self.written.report}" if self.written else "-"


class Opened(NamedTuple):
    """A document that was read; written: what it says of its origin, if it does."""

    package: Mapping[str, bytes]
    parts: list[Part]
    written: Written | None


def opened(file: Path) -> Opened | Finding:
    """Read a file, or say why it cannot be read. Raises OSError."""
    try:
        package = read_file(file)
        return Opened(package, content(package), origin_of(package))
    except PackageError as error:
        return UNREADABLE.at(SourcePlace(file.as_posix()), fault=error)


def verify(file: Path, folder: Path, templates: Path) -> Verified:
    """Judge a file; folder: of the data. Raises OSError."""
    place = SourcePlace(file.as_posix())
    document = opened(file)
    if isinstance(document, Finding):
        return Verified([document])
    written, parts = document.written, document.parts
    try:
        found = [*health(document.package, parts), *judge_links(document.package, written)]
    except PackageError as error:
        return Verified([UNREADABLE.at(place, fault=error)])
    if written is None:
        return Verified([NO_ORIGIN.at(place), *found])
    return Verified([*_judged(written, parts, folder, templates, place), *found], written)


def _judged(written: Written, parts: Sequence[Part], folder: Path, templates: Path, place: Place) -> Iterator[Finding]:
    """What is wrong with the words of a document that says where it comes from."""
    if written.kind:
        code = IS_DRAFT if written.kind == DRAFT else IS_SECTION
        yield code.at(place, report=written.report)
        return
    examination = examine(folder, templates, written.unit, written.year, written.report)
    if not examination.reports:
        yield from _not_there(written, examination, place)
        return
    again = Again(examination, examination.reports[0])
    different = list(differences(again.parts, parts))
    since = _since(written, again, place)
    yield from since
    if since:
        yield from judge_since(different, again.figures, again.listed, written)
    else:
        yield from judge(different, again.figures)
        yield from not_followed(different, again.figures)


def _not_there(written: Written, examination: Examination, place: Place) -> Iterator[Finding]:
    """Why the report cannot be printed again."""
    yield NO_SUCH_REPORT.at(place, unit=written.unit, year=written.year, report=written.report, format=written.format)
    yield from blocking(examination.all_findings)


class Again:
    """The report as it is printed now, with marks around figures; figures: those in it, by the numbers of the marks."""

    def __init__(self, examination: Examination, figured: Figured) -> None:
        ledger = Traced(figured.case, figured.exact)
        drawn = draw(examination.loaded, replace(figured, ledger=ledger))
        self.package = read(drawn.data, OWN)
        self.parts = content(self.package)
        self.figures = ledger.traced
        self.listed = {each.id: each for each in drawn.figures.rows()}
        self.data = examination.loaded.digest
        self.rules = figured.case.format.edition


def _since(written: Written, again: Again, place: Place) -> list[Finding]:
    """What has changed since the document was written."""
    found = []
    if written.data != again.data:
        found.append(DATA_CHANGED.at(place, unit=written.unit, year=written.year))
    if (written.rules, written.program) != (again.rules, __version__):
        found.append(RULES_CHANGED.at(place, format=written.format, then=written.program, now=__version__))
    return found
