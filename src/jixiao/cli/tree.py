"""`jixiao tree`: the units below their superiors, and how far each is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jixiao.cli.bulk import Select, Under
from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Json,
    Lang,
    Language,
    Out,
    Status,
    Templates,
    Year,
    templates_or_own,
)

if TYPE_CHECKING:
    from jixiao.bulk.run import Result
    from jixiao.bulk.work import Surveyed

_STEP = "  "


def tree(
    year: Year,
    under: Under = None,
    select: Select = None,
    as_json: Json = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Print the units chosen, each below its superior; what is wrong with the tree goes to standard error."""
    from jixiao.bulk.run import Order, Run
    from jixiao.bulk.work import Place
    from jixiao.cli.check import print_json
    from jixiao.cli.show import show, status_of
    from jixiao.messages.commands import text

    order = Order(Place(data, templates_or_own(templates), out, year), under or (), select or ())
    result = Run(order).look(lambda _: None)
    if result.findings:
        show(result.findings, lang, sys.stderr)
    if not result.chosen:
        print(text("no_units", lang, data=data, year=year), file=sys.stderr)
        return Status.UNUSABLE
    if as_json:
        print_json([_row(result, unit) for unit in _in_order(result)])
    else:
        for unit in _in_order(result):
            print(_line(result, unit, lang))
    return status_of(result.findings)


def _in_order(result: Result) -> list[str]:
    """The units chosen, each after its superior."""
    return [unit for root in result.tree.roots for unit in result.tree.below(root) if unit in result.chosen]


def _line(result: Result, unit: str, lang: Language) -> str:
    from jixiao.messages.commands import text

    found = result.chosen[unit]
    name = f"{found.head.name}（{unit}）" if found.head.name != unit else unit
    depth = sum(1 for each in result.tree.above(unit) if each in result.chosen)
    why = f"，{text(f'why_{found.why}', lang)}" if found.state and found.why else ""
    return f"{_STEP * depth}{name}  {text(f'state_{_state(found)}', lang)}{why}"


def _state(found: Surveyed) -> str:
    return found.state or "none"


def _row(result: Result, unit: str) -> dict[str, object]:
    found = result.chosen[unit]
    return {
        "unit": unit,
        "name": found.head.name,
        "code": found.head.code,
        "superior": result.tree.superiors.get(unit, ""),
        "formats": list(found.head.formats),
        "state": _state(found),
        "due": found.why,
        "codes": list(found.codes),
    }
