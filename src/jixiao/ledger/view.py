"""What a template asks of the printed figures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from jixiao.expr.expression import Expression
from jixiao.expr.figure import Figure
from jixiao.expr.scope import Scope
from jixiao.kernel.finding import Finding
from jixiao.kernel.place import Place
from jixiao.kernel.unit import Unit


class Display(StrEnum):
    """The kinds of place in which a figure prints."""

    TEXT = "正文"
    TABLE = "表格"
    FORM = "表单"


class Printed(NamedTuple):
    """A printed value; marks are the findings a draft shows beside it."""

    text: str
    marks: tuple[Finding, ...] = ()


class View(Protocol):
    """Printed values of one report, as its template sees them."""

    @property
    def scope(self) -> Scope:
        """The names of the report."""

    def decide(self, expression: Expression, scope: Scope, place: Place | None = None) -> bool:
        """Whether a condition, which stands at this place, holds on printed values."""

    def value(self, expression: Expression, scope: Scope, place: Place | None = None) -> object:
        """What an expression, which stands at this place, gives on printed values; raises ExpressionError.

        What does not choose by figures (`Expression.chooses`) gives what it evaluates to; it need not be asked here.
        """

    def text(self, value: object, display: Display) -> str:
        """One value as a string; raises ExpressionError."""

    def printed(self, value: object, display: Display) -> Printed:
        """The same, with what a draft marks."""

    def lines(self, value: object, display: Display) -> list[str]:
        """A narrative as its paragraphs."""

    def paragraphs(self, value: object, display: Display) -> list[list[Printed]]:
        """The same, each a list of pieces with what a draft marks."""

    def money_unit(self, display: Display) -> Unit:
        """The unit of amounts in this kind of place, where they print without it."""

    def tail_note(self, figures: Sequence[Figure]) -> str:
        """The note under a table of these printed figures, where a total misses its parts by a rounding tail."""
