"""Change one typed number of the example by one unit of its last digit: what depends on it changes, nothing else does.

Every figure is held against an independent computation (`tools/oracle.py`), before and after. In the document, the
numbers that changed are held against the figures that changed and the places that print them.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.expr.figure import Figure
from jixiao.expr.wording import BY_PLACE, Style
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import Dimension
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.listing import listing
from jixiao.ledger.view import Display
from jixiao.package.reader import read
from jixiao.package.text import texts
from tools import oracle
from tools.example import PROJECT, document, figured

TINY = Fraction(1, 10**18)
"""Listed values are cut after 20 decimals."""

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
Changes = Counter[tuple[str, str]]


class Mutation(NamedTuple):
    """A typed number and what is written in its place; money: whether it is an amount."""

    place: SourcePlace
    typed: str
    written: str
    money: bool


class Sentences(NamedTuple):
    """Paragraphs that differ: numbers changed in the same words, and sentences that stand in one document only."""

    numbers: Changes
    chosen: int


@dataclass(frozen=True)
class State:
    """The report for one state of the data.

    values: of every figure that has one. shown: the number each prints. prints: in how many places.
    """

    values: oracle.Values
    shown: dict[str, str]
    prints: Counter[str]
    paragraphs: list[str]


@dataclass(frozen=True)
class Outcome:
    """What one mutation did; problems is empty where it did what it must."""

    mutation: Mutation
    figures: int
    places: int
    sentences: int
    problems: list[str]


class _Counting(Ledger):
    """Counts in how many places it prints each figure."""

    def __init__(self, case: Case, exact: Evaluation) -> None:
        super().__init__(case, exact)
        self.prints: Counter[str] = Counter()

    def _figure(self, figure: Figure, display: Display, style: Style = BY_PLACE) -> str:
        identity = figure.id or figure.mirrors
        if identity:
            self.prints[_key(str(identity))] += 1
        return super()._figure(figure, display, style)


def mutations(data: Path) -> list[Mutation]:
    """Every number that the example's project gives, each with one unit of its last digit added."""
    report = figured(data)
    found = (_mutation(figure) for figure in report.exact.all_figures().values())
    return list(dict.fromkeys(each for each in found if each and each.place.file.startswith(data.as_posix())))


def _mutation(figure: Figure) -> Mutation | None:
    if figure.number is None or figure.formula or not isinstance(figure.place, SourcePlace):
        return None
    typed = figure.number.typed
    digits = _NUMBER.search(typed)
    if digits is None:
        return None
    more = Decimal(digits[0]) + Decimal(1).scaleb(-figure.number.digits)
    written = typed[: digits.start()] + f"{more:f}" + typed[digits.end() :]
    return Mutation(figure.place, typed, written, figure.unit.dimension is Dimension.MONEY)


def state(data: Path) -> State:
    """The report of the example as the data in this folder give it."""
    report = figured(data)
    ledger = _Counting(report.case, report.exact)
    content = document(report, ledger)
    listed = listing(report.exact, report.ledger)
    values = {_key(each.id): Fraction(each.value) for each in listed if each.value}
    shown = {_key(each.id): _first_number(each.printed["正文"]) for each in listed}
    return State(values, shown, ledger.prints, [each.text for each in texts(read(content))])


def run(data: Path, before: State, mutation: Mutation, folder: Path) -> Outcome:
    """Make one mutation in a copy of the data, and say what it did."""
    copy = folder / "data"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data, copy)
    _write(copy / Path(mutation.place.file).relative_to(data), mutation)
    after = state(copy)
    changed = {key for key in before.values.keys() | after.values.keys() if _moved(before, after, key)}
    differing = sentences(before.paragraphs, after.paragraphs)
    problems = [*_wrong_values(after, copy), *_wrong_places(before, after, differing)]
    if not changed:
        problems.append("no figure changed")
    return Outcome(mutation, len(changed), differing.numbers.total(), differing.chosen, problems)


def sentences(before: list[str], after: list[str]) -> Sentences:
    """How the paragraphs of two documents differ."""
    numbers: Changes = Counter()
    chosen = 0
    for kind, first, last, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = before[first:last], after[start:stop]
        if kind == "equal":
            continue
        if len(old) == len(new) and all(map(_same_words, old, new)):
            for pair in zip(old, new, strict=True):
                found = zip(*map(_NUMBER.findall, pair), strict=True)
                numbers.update((was, now) for was, now in found if was != now)
        else:
            chosen += max(len(old), len(new))
    return Sentences(numbers, chosen)


def _wrong_values(after: State, data: Path) -> Iterator[str]:
    """Figures that are not what the independent computation gives."""
    wanted = oracle.figures(oracle.read_project(data / PROJECT))
    for key in wanted.keys() | after.values.keys():
        must, found = wanted.get(key), after.values.get(key)
        if must is None or found is None or not equals(must, found):
            yield f"{key}: must be {must}, is {found}"


def _wrong_places(before: State, after: State, differing: Sentences) -> Iterator[str]:
    """Numbers that changed in the document without their figure, and figures without their numbers."""
    wanted: Changes = Counter()
    for key, was in before.shown.items():
        now = after.shown.get(key, "")
        if was != now:
            wanted[was, now] += min(before.prints[key], after.prints[key])
    if differing.chosen:  # a sentence that was chosen anew takes its numbers along
        yield from (f"{was} became {now} in the document alone" for was, now in differing.numbers - wanted)
    elif +wanted != differing.numbers:
        yield f"figures changed {dict(wanted)}, the document {dict(differing.numbers)}"


def equals(wanted: Fraction, listed: Fraction) -> bool:
    """Whether a listed value is the one wanted."""
    return abs(wanted - listed) <= TINY


def _moved(before: State, after: State, key: str) -> bool:
    return before.values.get(key) != after.values.get(key)


def _same_words(old: str, new: str) -> bool:
    return _NUMBER.sub("0", old) == _NUMBER.sub("0", new)


def _first_number(printed: str) -> str:
    found = _NUMBER.search(printed)
    return found[0] if found else ""


def _key(identity: str) -> str:
    return identity.removeprefix(oracle.PREFIX)


def _write(path: Path, mutation: Mutation) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    line, at = lines[mutation.place.line - 1], mutation.place.column - 1
    if not line[at:].startswith(mutation.typed):
        raise ValueError(f"{mutation.place}: {mutation.typed} does not stand there")
    lines[mutation.place.line - 1] = line[:at] + mutation.written + line[at + len(mutation.typed) :]
    path.write_text("".join(lines), encoding="utf-8", newline="")
