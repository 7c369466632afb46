"""What a unit typed becomes figures: all numbers of a record in one pass, as most of them are asked for some time.

Blanks, formulas and what cannot be read are made one by one, when they are asked for (`Evaluation.entry_value`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from jixiao.compute.records import ItemRecord, Values
from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import Figure, FigureId, ObstacleKind, identified
from jixiao.expr.values import Items
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import WAN_YUAN, Dimension, Unit, unit_named
from jixiao.model.fields import Field, Kind
from jixiao.model.values import Entry

_FACT = Field("事实", "事实", Kind.ENTRY, "")
"""What facts come from: no row of the field table."""


class Known(Values, Protocol):
    """What takes in figures: an evaluation. See there for what it holds."""

    figures: dict[FigureId, Figure]
    origins: dict[FigureId, Any]
    owners: dict[FigureId, ItemRecord]

    @property
    def own_names(self) -> Mapping[str, None]:
        """The names that no fact may have."""


def take_typed(known: Known, record: ItemRecord, values: dict[str, object]) -> None:
    """Put the typed numbers and words of a new record among its values."""
    held, path, plan = vars(record.data), record.path, record.plan
    for attribute, name, is_bare in plan.words:
        text = held[attribute]
        if text is not None:
            values[name] = text.text
        elif is_bare:
            values[name] = ""
    report, project, year = known.identity
    for attribute, name, stage, scope, as_typed, field in plan.entries:
        entry = held[attribute]
        if entry is None:
            continue
        number = entry.number
        if number is not None:
            identity = identified(name, path, report, project, stage, scope, year)
            figure = Figure(number.value, number.unit, identity, "", (), entry.place, number, None, as_typed)
            values[name] = known.figures[identity] = figure
            known.origins[identity] = field
            known.owners[identity] = record
        elif as_typed and entry.typed and not entry.formula:
            values[name] = entry.typed


def take_facts(known: Known, sources: Iterable[Mapping[str, Entry]]) -> None:
    """Put the facts that are numbers among the values of the root; each name means the first that there is."""
    root, own = known.root, known.own_names
    for facts in sources:
        for name, entry in facts.items():
            if entry.number is not None and name not in own and name not in root.values:
                identity, number = root.figure_id(name), entry.number
                figure = Figure(number.value, number.unit, identity, place=entry.place, number=number, as_typed=True)
                root.values[name] = known.figures[identity] = figure
                known.origins[identity] = _FACT
                known.owners[identity] = root


def figures_among(root: ItemRecord, values: Iterable[object]) -> tuple[list[FigureId], list[ItemRecord]]:
    """The figures among values of a root and in the records among them, and these records, in order.

    Other roots are met on their own.
    """
    evaluation = root.evaluation
    goes_on = evaluation.last_year is not None
    found: list[FigureId] = []
    records: list[ItemRecord] = []
    seen = {id(root)}

    def meet(values: Iterable[Any]) -> None:
        for value in values:
            if value.__class__ is Figure:
                if value.id:
                    found.append(value.id)
            elif value.__class__ is Items:
                meet(value)
            elif value.__class__ is ItemRecord and value.evaluation is evaluation and id(value) not in seen:
                seen.add(id(value))
                records.append(value)
                if value.givens:
                    meet(value.givens.values())
                meet([value.values[name] for name in value.plan.filled(value, goes_on=goes_on)])

    meet(values)
    return found, records


def unit_of(field: Field) -> Unit:
    """The unit of a field."""
    return WAN_YUAN if field.unit == "金额" else unit_named(field.unit)


def formula_place(entry: Entry) -> SourcePlace:
    """Where the formula of an entry begins, behind its =."""
    return entry.place._replace(column=entry.place.column + 1) if entry.place.column else entry.place


def is_unreadable(value: object) -> bool:
    """Whether somebody typed a number that cannot be read: what a formula gives instead is not what they meant."""
    return isinstance(value, Figure) and value.obstacle is not None and value.obstacle.kind is ObstacleKind.UNREADABLE


def refused(found: object, field: Field) -> ExpressionError | None:
    """Why a field of a number does not take what a formula gives; a bare number suits all but money."""
    if field.kind is Kind.ENTRY or found is None:
        return None
    if not isinstance(found, Figure):
        return ExpressionError("not_a_number", what=field.name)
    wanted = unit_of(field)
    is_bare = found.unit.dimension is Dimension.PLAIN and (wanted.dimension is not Dimension.MONEY or not found.value)
    if is_bare or wanted.dimension is Dimension.PLAIN:
        return None
    if found.unit.dimension is not wanted.dimension or (
        wanted.dimension is Dimension.COUNT and found.unit.name != wanted.name
    ):
        return ExpressionError("unit_mismatch", left=wanted.name, right=found.unit.name or "—")
    return None
