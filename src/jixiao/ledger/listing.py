"""All figures of a report as plain data: what `figures.json` and the command `figures` show."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from jixiao.compute.evaluation import Evaluation
from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.rounding import WIDE, half_up, power_of_ten, stripped
from jixiao.kernel.unit import Dimension, Unit
from jixiao.ledger.display import in_unit
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display

DECIMALS = 20
"""Of the exact value: enough to tell any two figures apart; a quotient that never ends must be cut somewhere."""

PLACES = tuple(display.value for display in Display)
"""The kinds of place in which a figure prints, by name."""


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


class Columns(NamedTuple):
    """All figures of a report, in the order of the data and then of the format: a list for each field of `Listed`.

    printed: what they print as, in the order of the kinds of place.
    """

    ids: list[str]
    names: list[str]
    parts: list[str]
    items: list[str]
    values: list[str]
    half_up: list[str]
    footed: list[str]
    units: list[str]
    printed: list[tuple[str, ...]]
    formulas: list[str]
    inputs: list[list[str]]
    places: list[str]
    obstacles: list[str]

    def rows(self) -> list[Listed]:
        """The same, figure by figure."""
        printed = [dict(zip(PLACES, texts, strict=True)) for texts in self.printed]
        return [Listed(*row) for row in zip(*self[:8], printed, *self[9:], strict=True)]


def listing(exact: Evaluation, ledger: Ledger) -> list[Listed]:
    """Every figure of a report, in the order of the data and then of the format."""
    return columns_of(exact, ledger).rows()


def columns_of(exact: Evaluation, ledger: Ledger) -> Columns:
    """The same, column by column: a report has hundreds, and a batch writes them into a file as they are."""
    figures = exact.all_figures()
    names = _written(figures)
    own, on_paper = exact.case.project_key, ledger.printed_figures.all_figures()
    values = [_in_unit(each.value, each.unit) for each in figures.values()]
    amounts = [
        _on_the_grid(figure, printed, value, ledger)
        for figure, printed, value in zip(figures.values(), on_paper.values(), values, strict=True)
    ]
    return Columns(
        list(names.values()),
        [identity.name for identity in figures],
        [identity.project if identity.project != own else "" for identity in figures],
        [identity.item for identity in figures],
        values,
        [alone for alone, _ in amounts],
        [footed for _, footed in amounts],
        [each.unit.name for each in figures.values()],
        ledger.texts(),
        [each.formula for each in figures.values()],
        [[names.get(part.id) or str(part.id) for part in each.inputs if part.id] for each in figures.values()],
        [str(each.place or "") for each in figures.values()],
        [f"{each.obstacle.kind}: {each.obstacle.name}" if each.obstacle else "" for each in figures.values()],
    )


def _written(figures: Iterable[FigureId]) -> dict[FigureId, str]:
    """Identities as they are written; those of one record stand together and begin alike."""
    names: dict[FigureId, str] = {}
    record, head = ("", "", ""), ""
    for identity in figures:
        if record != identity[1:4]:
            record = item, report, project = identity[1:4]
            head = "".join([f"{each}/" for each in (report, project, item) if each])
        names[identity] = head + identity[0] if identity[0] else str(identity)
    return names


def _on_the_grid(figure: Figure, printed: Figure, value: str, ledger: Ledger) -> tuple[str, str]:
    """What an amount would print alone, and what it prints among the others; nothing of what prints as typed.

    value: the exact one as it is written, which is all three where it lies on the grid.
    """
    if figure.value is None or figure.as_typed or figure.unit.dimension is not Dimension.MONEY:
        return "", ""
    if printed.value == figure.value:
        return value, value
    alone = half_up(figure.value, ledger.rules.basis)
    return _in_unit(alone, figure.unit), _in_unit(printed.value, figure.unit)


def moved_from(figure: Figure, ledger: Ledger) -> str:
    """The half-up value of an amount that prints another, in words; nothing where it prints its own."""
    if figure.value is None or not figure.id or figure.as_typed or figure.unit.dimension is not Dimension.MONEY:
        return ""
    alone = half_up(figure.value, ledger.rules.basis)
    is_moved = alone != ledger.printed_figures.printed(figure).value
    return ledger.printed(Figure(alone, figure.unit), Display.TEXT).text if is_moved else ""


def exact_value(figure: Figure, decimals: int = DECIMALS) -> str:
    """The exact value in the figure's unit, cut half-up after so many decimals; nothing where it has none."""
    return _in_unit(figure.value, figure.unit, decimals)


def _in_unit(value: Decimal | None, unit: Unit, decimals: int = DECIMALS) -> str:
    if value is None:
        return ""
    written = in_unit(value, unit.scale)
    is_short = len(written) <= decimals or len(written.partition(".")[2]) <= decimals
    return written if is_short else stripped(half_up(WIDE.divide(value, unit.scale), power_of_ten(-decimals)))


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
