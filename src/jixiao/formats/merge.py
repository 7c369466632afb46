"""A format on top of those it extends: what it says wins, what it does not say is inherited."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from jixiao.formats.rules import CheckRule, FigureRule

Rules = TypeVar("Rules")


def merged(base: Rules, over: Rules) -> Rules:
    """`over` on top of `base`: records field by field, figures and checks by name, other lists as a whole."""
    changes = {}
    for field in dataclasses.fields(over):  # type: ignore[arg-type]
        below, above = getattr(base, field.name), getattr(over, field.name)
        changes[field.name] = _merged_value(below, above)
    return dataclasses.replace(over, **changes)  # type: ignore[type-var]


def _merged_value(below: Any, above: Any) -> Any:
    if above is None or above == ():
        return below
    if below is None or below == ():
        return above
    if isinstance(above, dict):
        return below | above
    if isinstance(above, tuple) and isinstance(above[0], FigureRule | CheckRule):
        return tuple(({_key(rule): rule for rule in below} | {_key(rule): rule for rule in above}).values())
    if dataclasses.is_dataclass(above) and "field" in (dataclasses.fields(above)[-1].metadata or {}):
        return merged(below, above)
    return above


def _key(rule: FigureRule | CheckRule) -> tuple[str, str]:
    name = rule.code if isinstance(rule, CheckRule) else rule.name
    return str(rule.of or ""), str(name)
