"""Figures: values with a history. Arithmetic on them is in `arithmetic.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from jixiao.kernel.frozen import frozen
from jixiao.kernel.number import Number
from jixiao.kernel.place import Place
from jixiao.kernel.unit import PLAIN, Unit


class FigureId(NamedTuple):
    """Identity of a figure: report, project, item of a list, name, budget stage, fund scope and year."""

    name: str
    item: str = ""
    report: str = ""
    project: str = ""
    stage: str = ""
    scope: str = ""
    year: int = 0

    def __str__(self) -> str:
        return "/".join(filter(None, (self.report, self.project, self.item, self.name)))


def identified(*parts: Any) -> FigureId:
    """The identity with all these parts, made in half the time: a report has a thousand of them."""
    return tuple.__new__(FigureId, parts)


class ObstacleKind(StrEnum):
    """Why a figure cannot be computed."""

    ZERO_BASE = "zero_base"
    MISSING = "missing"
    UNREADABLE = "unreadable"


@frozen
class Obstacle:
    """Why a figure is not computable: the kind, and the name of the operand that stands in the way."""

    kind: ObstacleKind
    name: str


@frozen
class Figure:
    """A value with its history.

    value: exact, in the base unit of its dimension; None when blank (no data) or not computable (see obstacle).
    number: as typed, for leaves. inputs: the figures the formula used, in order.
    as_typed: prints in its typed form wherever it stands (facts, targets), whatever the rules for money say.
    unrounded: of a printed figure, its value before it was rounded to what prints.
    mirrors: the figure that this one is without its sign, or with the other; it prints by the same rules.
    terms: the named figures it is the sum of, each with how often it counts (-1: taken away); none where it is no sum.
    """

    value: Decimal | None
    unit: Unit = PLAIN
    id: FigureId | None = None
    formula: str = ""
    inputs: tuple[Figure, ...] = ()
    place: Place | None = None
    number: Number | None = None
    obstacle: Obstacle | None = None
    as_typed: bool = False
    unrounded: Decimal | None = None
    mirrors: FigureId | None = None
    terms: tuple[tuple[FigureId, int], ...] = ()

    def known_as(self, identity: FigureId | None) -> Figure:
        """The same figure under another identity (`replace` takes ten times as long)."""
        return Figure(
            self.value,
            self.unit,
            identity,
            self.formula,
            self.inputs,
            self.place,
            self.number,
            self.obstacle,
            self.as_typed,
            self.unrounded,
            self.mirrors,
            self.terms,
        )

    @property
    def is_blank(self) -> bool:
        """No data, and none expected: prints as an empty cell."""
        return self.value is None and self.obstacle is None

    @property
    def name(self) -> str:
        """Its name, or its formula where it has none."""
        return self.id.name if self.id else self.formula


def leaves(figure: Figure) -> Iterator[Figure]:
    """The figures behind a figure that are made of no others, in order; a reference (=名称) leads to its fact.

    Each once: a figure that is used in many ways has more paths than could be walked.
    """
    met: set[int] = set()
    waiting = [figure]
    while waiting:
        part = waiting.pop()
        if id(part) in met:
            continue
        met.add(id(part))
        if part.inputs:
            waiting += reversed(part.inputs)
        else:
            yield part


class Record(Protocol):
    """Something with named values: the unit, a project, one row of a list."""

    @property
    def kind(self) -> str:
        """What it is one of (子项目)."""

    @property
    def label(self) -> str:
        """Its own name (基础电信服务费)."""

    def get(self, name: str) -> object:
        """The value of this name, or MISSING."""

    def names(self) -> Iterable[str]:
        """The names it knows."""


class Named:
    """A record whose values are asked for one by one: what most rows are, and so told from others quickly.

    values: by name; MISSING under names that it does not have.
    """

    __slots__ = ()

    values: Mapping[str, object]

    def get(self, name: str) -> object:
        """The value of this name, or MISSING."""
        raise NotImplementedError


class Missing:
    """The type of MISSING: no such name."""


MISSING = Missing()


class Unknown:
    """The type of UNKNOWN: the answer to a comparison with a figure that cannot be computed."""

    def __bool__(self) -> bool:
        return False


UNKNOWN = Unknown()
