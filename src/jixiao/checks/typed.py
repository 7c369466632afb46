"""Figures typed as digits in prose although the data hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.checks.context import ALLOTMENTS, SUB_PROJECTS, Context, called
from jixiao.checks.words import Spot
from jixiao.expr.figure import Figure, FigureId
from jixiao.kernel.finding import Finding, should
from jixiao.kernel.number import Number
from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import Dimension, Unit

TYPED_FIGURE = should("T201")

LARGE_COUNT = 1000
_MONEY = ("万元", "亿元", "千元", "元")
PROJECTS = "各项目"
_ROW_NAMES = ("简称", "名称", "文号")
_NAMES_SHOWN = 3
_DIGITS = re.compile(r"[0-9][0-9,.]*[余多]?[万亿]?[余多]?([^0-9,.\0])")
"""Digits, and the sign that stands where a unit would begin."""
_Key = tuple[str, Decimal, str]


def typed_figures(context: Context) -> Iterator[Finding]:
    """A number with its unit in a narrative that is one of the facts or figures of the report."""
    text = context.prose.unquoted
    digits = [(match.start(), match[1]) for match in _DIGITS.finditer(text)]
    signs = _signs(context) if digits else set()
    pieces = list(context.prose.at((start for start, sign in digits if sign in signs), text))
    if not pieces:
        return
    known = _known(context)
    pattern = _pattern({figure.unit for figures in known.values() for figure in figures})
    for piece, words in pieces:
        yield from _found(context, piece, pattern.finditer(words), known)


def _signs(context: Context) -> set[str]:
    """How the units of figures begin, behind 万 and the like: where no digits stand before one, there is no figure."""
    units = (context.whole or context).units
    return {sign for unit in units for sign in unit[: len(unit) - len(unit.lstrip("万亿余多")) + 1]} | set("元%")


def _found(
    context: Context, piece: Spot, matches: Iterable[re.Match[str]], known: dict[_Key, list[Figure]]
) -> Iterator[Finding]:
    for match in matches:
        number = parse_number(match[0])
        figures = known.get(_key(number.unit, number.value, number.qualifier), []) if number else []
        if number and figures and _is_telling(number):
            names = dict.fromkeys(called(figure.id) for figure in figures)
            tag = _tag(context, figures[0])
            yield TYPED_FIGURE.at(
                piece.at(match.start(), match[0]),
                text=match[0],
                name=next(iter(names)),
                tag=tag,
                names="、".join(list(names)[:_NAMES_SHOWN]),
                expected=f"{{{{ {tag} }}}}",
                actual=match[0],
                figure=str(figures[0].id),
                related=context.related(figures[0]),
            )


def _tag(context: Context, figure: Figure) -> str:
    """The expression that prints a figure: its name; for one of a row, the row is looked for by its own name."""
    name, item, project = (figure.id.name, figure.id.item, figure.id.project) if figure.id else ("", "", "")
    if project != context.case.project_key:
        within = f".{item}" if item else ""
        return f'sum(({PROJECTS}|where(名称="{_project_name(context, project)}")){within}.{name})'
    for row in context.rows(item.split("/", 1)[0]):
        if row.path == item:
            key = next(key for key in _ROW_NAMES if row.get(key) == row.label)
            return f'sum(({row.kind}|where({key}="{row.label}")).{name})'
    return f"{item}.{name}" if item and "/" not in item else name


def _known(context: Context) -> dict[_Key, list[Figure]]:
    """The facts, then the figures of the report and of its sub-projects and allotments, by value and unit."""
    own = [figure for figure in context.exact.all_figures().values() if figure.id and _is_named(context, figure.id)]
    known: dict[_Key, list[Figure]] = {}
    for figure in [*context.facts.values(), *own]:
        qualifier = figure.number.qualifier if figure.number else ""
        for value in dict.fromkeys((figure.value, context.printed(figure).value)):
            if value:
                known.setdefault(_key(figure.unit, value, qualifier), []).append(figure)
    return known


def _is_named(context: Context, identity: FigureId) -> bool:
    """Whether a tag can name it; rows of a department's project are printed by the project."""
    kind, _, row = identity.item.partition("/")
    if identity.project != context.case.project_key:
        return not row and bool(_project_name(context, identity.project))
    return not row or kind in (SUB_PROJECTS, ALLOTMENTS)


def _project_name(context: Context, key: str) -> str:
    return str(context.case.unit_year.projects[key].name or "")


def _key(unit: Unit, value: Decimal, qualifier: str) -> _Key:
    return unit.name if unit.dimension is Dimension.COUNT else unit.dimension.value, value.normalize(), qualifier


def _is_telling(number: Number) -> bool:
    """Whether two equal numbers are hardly equal by chance: 100%, 3个 and 10次 say nothing, 48个 and 64.47% do."""
    if number.unit.dimension is Dimension.MONEY or number.qualifier:
        return True
    if number.unit.dimension is Dimension.RATIO and number.value == 1:
        return False
    return number.value >= max(10 * number.grain, number.step) or number.value >= LARGE_COUNT


def _pattern(units: set[Unit]) -> re.Pattern[str]:
    """A number with a unit that some figure has; digits inside names (5G, 7*24, 3+9, 2019-2021) are no numbers."""
    counted = {unit.name for unit in units if unit.dimension is Dimension.COUNT and unit.name}
    names = "|".join(re.escape(name) for name in sorted({*_MONEY, "%", *counted}, key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<![A-Za-z0-9.,+*×/\-—–~第])(?:近|约|超)?[0-9][0-9,]*(?:\.[0-9]+)?[余多]?(?:万|亿)?[余多]?(?:{names})(?![次月]|百分点)"
    )
