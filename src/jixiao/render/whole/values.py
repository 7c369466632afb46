"""The values of a program, as a whole template sees them: what the ledger's view is for the figures of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from jixiao.expr.expression import Expression, truth
from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.scope import Scope
from jixiao.expr.texts import Record
from jixiao.expr.values import Items
from jixiao.expr.wording import Shown
from jixiao.kernel.place import Place
from jixiao.kernel.rounding import CENT
from jixiao.kernel.unit import PLAIN, Unit
from jixiao.ledger.display import PlaceRules, Rules
from jixiao.ledger.view import Display, Printed
from jixiao.render.run.rich import RichParagraphs, RichText, is_inserted

_RULES = Rules({Display.TEXT: PlaceRules()}, CENT)
_MOST_DIGITS = 28
_READ = Context(prec=16, rounding=ROUND_HALF_UP)


class _Dict(Record):
    """A dict of a program."""

    def get(self, name: str) -> object:
        """The value of the name, or MISSING."""
        return known(self.values[name]) if name in self.values else MISSING

    def names(self) -> Iterable[str]:
        """The names it knows."""
        return map(str, self.values)


class _List(Items):
    """A list of a program, whose values templates also take by number."""

    is_indexed = True


class _Context(_Dict):
    """The names of a template."""

    def lookup(self, name: str) -> object:
        """The value of the name, or MISSING."""
        return self.get(name)


class PlainView:
    """A `View` of a dict: values print as Python prints them, nothing prints as nothing."""

    def __init__(self, context: Mapping[str, object]) -> None:
        self._scope = _Context(context)

    @property
    def scope(self) -> Scope:
        """The names of the context."""
        return self._scope

    def decide(self, expression: Expression, scope: Scope, place: Place | None = None) -> bool:  # noqa: ARG002
        """Whether a condition holds."""
        return truth(expression.evaluate(scope))

    def value(self, expression: Expression, scope: Scope, place: Place | None = None) -> object:  # noqa: ARG002
        """What an expression gives."""
        return expression.evaluate(scope)

    def text(self, value: object, display: Display) -> str:  # noqa: ARG002 - the same in every place
        """One value as a string."""
        if isinstance(value, Shown):
            return _styled(value)
        return "" if value is None else str(python(value))

    def printed(self, value: object, display: Display) -> Printed:
        """The same: nothing is marked."""
        return Printed(self.text(value, display))

    def lines(self, value: object, display: Display) -> list[str]:
        """A value is one paragraph."""
        return [self.text(value, display)]

    def paragraphs(self, value: object, display: Display) -> list[list[Printed]]:
        """The same."""
        return [[self.printed(value, display)]]

    def money_unit(self, display: Display) -> Unit:  # noqa: ARG002 - numbers of a program have no unit
        """Amounts are plain numbers."""
        return PLAIN

    def tail_note(self, figures: Sequence[Figure]) -> str:  # noqa: ARG002 - there is no ledger
        """No table has a note."""
        return ""


def known(value: object) -> object:
    """A value as expressions know it: numbers are figures, dicts records; what is none of these is its words."""
    if value is None or isinstance(value, bool | str | Figure | RichText | RichParagraphs) or is_inserted(value):
        return value
    if isinstance(value, int | float | Decimal):
        return Figure(Decimal(repr(value) if isinstance(value, float) else value))
    if (named := _named(value)) is not None:
        return _Dict(named)
    return _List(map(known, value)) if isinstance(value, list | tuple | set | frozenset) else str(value)


def _named(value: object) -> Mapping[str, object] | None:
    """The values of a dict, a dataclass or a named tuple by name."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return value._asdict()  # type: ignore[no-any-return]
    return value if isinstance(value, Mapping) else None


def python(value: object) -> object:
    """A value as Python prints it."""
    if isinstance(value, Figure):
        return _shown(value.value) if value.value is not None else None
    if isinstance(value, Record):
        return {name: python(known(each)) for name, each in value.values.items()}
    if isinstance(value, list):
        return [python(each) for each in value]
    return value


def _styled(shown: Shown) -> str:
    """A value in the style that its tag asks for."""
    if isinstance(shown.value, Figure):
        return _RULES.figure(shown.value, Display.TEXT, shown.style)
    return "" if shown.value is None else str(python(shown.value))


def _shown(value: Decimal) -> Decimal:
    """A number to be printed; of a quotient without an end as many digits as anybody reads."""
    return _Number(_READ.plus(value) if len(value.as_tuple().digits) > _MOST_DIGITS else value)


class _Number(Decimal):
    """A number that prints its digits."""

    def __str__(self) -> str:
        return f"{self:f}"

    __repr__ = __str__


def rows_in(value: object) -> int:
    """How many items all the lists of a context have: loops may do so much more work."""
    if isinstance(value, Mapping):
        return sum(map(rows_in, value.values()))
    if isinstance(value, list | tuple):
        return len(value) + sum(map(rows_in, value))
    return 0
