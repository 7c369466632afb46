"""What an expression chose: rows, a band, a word, one figure or another; not what the figures amount to."""

from __future__ import annotations

from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure, FigureId
from jixiao.expr.lists import Band
from jixiao.expr.values import Items
from jixiao.expr.wording import Shown


def operands(figure: Figure) -> list[FigureId | None]:
    """The figures that a formula used."""
    return [each.id for each in figure.inputs]


def choice(value: object) -> object:
    """What was chosen, so that the choices made on printed and on exact values can be compared."""
    match value:
        case Shown():
            return choice(value.value)
        case Items():
            return [choice(each) for each in value]
        case Band():
            return value.label, choice(value.get("项目"))
        case ItemRecord():
            return value.evaluation.case.project_key, value.path
        case Figure():
            return [value.id] if value.id else operands(value)
    return value
