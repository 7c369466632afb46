"""Expression errors as located findings."""

from __future__ import annotations

from typing import Any

from jixiao.expr.errors import ExpressionError
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import Place, SourcePlace

TAKEN_AS_FACT = should("F154")
CODES = {
    "syntax": must("C101"),
    "refused": must("C102"),
    "too_long": must("C103"),
    "too_deep": must("C112"),
    "unknown_name": must("C104"),
    "unknown_fact": TAKEN_AS_FACT,
    "unknown_function": must("C105"),
    "unit_mismatch": must("C106"),
    "not_a_number": must("C107"),
    "not_a_list": must("C108"),
    "no_attribute": must("C109"),
    "arguments": must("C110"),
    "cycle": must("C111"),
    "long_chain": must("C113"),
    "too_much": must("C115"),
    "too_long_a_text": must("C116"),
    "not_printable": must("C114"),
    "no_row": must("C121"),
    "several_rows": must("C122"),
    "not_suited": must("C123"),
    "approximate_word": must("C124"),
    "approximate_twice": must("C125"),
    "approximate_nothing": must("C126"),
    "odd_sign": must("C127"),
}


def expression_finding(error: ExpressionError, place: Place | None, formula: str) -> Finding:
    """The finding for an expression that failed; place: where its text starts."""
    if isinstance(place, SourcePlace) and place.column and error.offset:
        place = place._replace(column=place.column + error.offset)
    fields: dict[str, Any] = {"formula": formula, **error.fields}
    return CODES[error.kind].at(place, **fields)
