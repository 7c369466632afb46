"""What a name prints as: in a real report, else a value of its kind."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from jixiao.compute.names import AMOUNT, Name
from jixiao.compute.prose import Prose
from jixiao.expr.figure import Figure
from jixiao.kernel.unit import WAN_YUAN, unit_named
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from jixiao.model.fields import Kind

_NUMBER = Decimal(12)
_OF_KIND = {
    Kind.TEXT: "文字",
    Kind.NARRATIVE: "一段或几段文字",
    Kind.TEXTS: "词语、词语",
    Kind.DATE: "2022年12月31日",
    Kind.FLAG: "是",
}


class Example(NamedTuple):
    """What a name prints as in running text, and whether a report holds it."""

    words: str
    is_real: bool


def example(name: Name, ledger: Ledger) -> Example:
    """The first value that prints, in one line; where there is none, one of its kind, printed by the same rules."""
    empty, *real = name.values
    for value in real:
        words = _printed(value, ledger)
        if words:
            return Example(words, is_real=True)
    made = name.field.example if name.field else ""
    return Example(made or _of_kind(name, ledger) or _printed(empty, ledger), is_real=False)


def _printed(value: object, ledger: Ledger) -> str:
    """A value as it prints in running text, of a narrative the first paragraph; nothing for what is empty."""
    if value is None or (isinstance(value, Figure) and value.value is None):
        return ""
    words = ledger.printed(value, Display.TEXT).text
    return words.partition("\n")[0] if isinstance(value, Prose) else words


def _of_kind(name: Name, ledger: Ledger) -> str:
    if name.kind in _OF_KIND:
        return _OF_KIND[name.kind]
    if name.kind is None and not name.is_derived:
        return ""
    unit = WAN_YUAN if name.unit == AMOUNT else unit_named(name.unit)
    return ledger.printed(Figure(_NUMBER * unit.scale, unit), Display.TEXT).text
