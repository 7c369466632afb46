"""All figures of a report as plain data: what `figures.json` and the command `figures` show."""

from __future__ import annotations

from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from jixiao.compute.evaluation import Evaluation
from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.rounding import WIDE, half_up, power_of_ten, stripped
from jixiao.kernel.unit import Dimension, Unit
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display

DECIMALS = 20
"""Of the exact value: enough to tell any two figures apart; a quotient that never ends must be cut somewhere."""


class Listed(NamedTuple):
    """One figure; value is exact, in its unit, and empty where there is none.

    part: the project of a department's report that it belongs to. half_up, footed: of an amount, on the grid of the
    format: its own half-up value, and the value it prints everywhere.
    """

    id: str
    name: str
    part: str
    item: str
    value: str
    half_up: str
    footed: str
    unit: str
    printed: dict[str, str]
    formula: str
    inputs: list[str]
    place: str
    obstacle: str

    def as_json(self) -> dict[str, Any]:
        """As a JSON object."""
        return self._asdict()


def json_line(figure: Listed) -> str:
    """The JSON object on one line, as `json.dumps` writes it in twice the time: a report has hundreds of figures."""
    quoted = encode_basestring
    printed = ", ".join([f"{quoted(display)}: {quoted(text)}" for display, text in figure.printed.items()])
    return (
        f'{{"id": {quoted(figure.id)}, "name": {quoted(figure.name)}, "part": {quoted(figure.part)}, '
        f'"item": {quoted(figure.item)}, "value": "{figure.value}", "half_up": "{figure.half_up}", '
        f'"footed": "{figure.footed}", "unit": {quoted(figure.unit)}, "printed": {{{printed}}}, '
        f'"formula": {quoted(figure.formula)}, "inputs": [{", ".join(map(quoted, figure.inputs))}], '
        f'"place": {quoted(figure.place)}, "obstacle": {quoted(figure.obstacle)}}}'
    )


def listing(exact: Evaluation, ledger: Ledger) -> list[Listed]:
    """Every figure of a report, in the order of the data and then of the format."""
    figures = exact.all_figures()
    names = {identity: str(identity) for identity in figures}
    own = exact.case.project_key
    return [_listed(identity, figure, ledger, names, own) for identity, figure in figures.items()]


def _listed(identity: FigureId, figure: Figure, ledger: Ledger, names: dict[FigureId, str], own: str) -> Listed:
    """names: the figures of the report as they are written. own: the project of the report."""
    obstacle = f"{figure.obstacle.kind}: {figure.obstacle.name}" if figure.obstacle else ""
    value, unit = figure.value, figure.unit
    alone, footed = _on_the_grid(figure, ledger) or (None, None)
    written = _in_unit(value, unit)
    return Listed(
        names[identity],
        identity.name,
        identity.project if identity.project != own else "",
        identity.item,
        written,
        written if alone and alone == value else _in_unit(alone, unit),
        written if footed and footed == value else _in_unit(footed, unit),
        unit.name,
        ledger.strings(figure),
        figure.formula,
        [names.get(each.id) or str(each.id) for each in figure.inputs if each.id],
        str(figure.place or ""),
        obstacle,
    )


def _on_the_grid(figure: Figure, ledger: Ledger) -> tuple[Decimal, Decimal | None] | None:
    """What an amount would print alone, and what it prints among the others; nothing of what prints as typed."""
    if figure.value is None or not figure.id or figure.as_typed or figure.unit.dimension is not Dimension.MONEY:
        return None
    return half_up(figure.value, ledger.rules.basis), ledger.printed_figures.printed(figure).value


def moved_from(figure: Figure, ledger: Ledger) -> str:
    """The half-up value of an amount that prints another, in words; nothing where it prints its own."""
    alone, printed = _on_the_grid(figure, ledger) or (None, None)
    return ledger.printed(Figure(alone, figure.unit), Display.TEXT).text if alone != printed else ""


def exact_value(figure: Figure, decimals: int = DECIMALS) -> str:
    """The exact value in the figure's unit, cut half-up after so many decimals; nothing where it has none."""
    return _in_unit(figure.value, figure.unit, decimals)


def _in_unit(value: Decimal | None, unit: Unit, decimals: int = DECIMALS) -> str:
    if value is None:
        return ""
    amount = value if unit.scale == 1 else WIDE.divide(value, unit.scale)
    written = stripped(amount)
    is_short = len(written) - written.find(".") - 1 <= decimals or "." not in written
    return written if is_short else stripped(half_up(amount, power_of_ten(-decimals)))


def exact_words(figure: Figure, decimals: int = 10) -> str:
    """The exact value with its unit, as people read it; … where it goes on."""
    words = exact_value(figure, decimals)
    more = "…" if words != exact_value(figure) else ""
    shown = figure.unit.dimension in (Dimension.MONEY, Dimension.RATIO, Dimension.COUNT, Dimension.SCORE)
    return words + more + (figure.unit.name if shown else "")


class Meaning(NamedTuple):
    """What a figure means, and where the rule behind it comes from; empty where nobody says."""

    meaning: str
    rule: str


def meaning_of(exact: Evaluation, identity: FigureId) -> Meaning:
    """As the format says of a figure it derives, or the field table of one that is filled in."""
    origin = exact.origins.get(identity)
    return Meaning(str(origin.meaning or ""), str(origin.rule or "")) if origin else Meaning("", "")
