"""Values that are the same on paper and exactly: a condition on these alone need not be decided twice."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.prose import Prose
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import MISSING, Figure, Named
from jixiao.expr.scope import Scope
from jixiao.expr.values import Items


class NotAlikeError(Exception):
    """A value may be another in exact figures."""


class AlikeScope:
    """The names of a scope, as long as exact figures give what printed ones give; else raises NotAlikeError."""

    __slots__ = ("_exact", "_scope")

    def __init__(self, scope: Scope, exact: Evaluation) -> None:
        self._scope = scope
        self._exact = exact

    def lookup(self, name: str) -> object:
        """The value of the name."""
        value = self._scope.lookup(name)
        if isinstance(value, ItemRecord):
            return _AlikeRecord(value) if value.exact else value
        if isinstance(value, Figure):
            if value.id and self._exact.figures.get(value.id, value) is not value:
                raise NotAlikeError
        elif isinstance(value, Items) or value is MISSING:
            raise NotAlikeError
        return value

    def names(self) -> Iterable[str]:
        """The same names."""
        return self._scope.names()


class _AlikeRecord(Named):
    """A record of printed values, as long as its exact counterpart has the same."""

    __slots__ = ("_record",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, record: ItemRecord) -> None:
        self._record = record

    def get(self, name: str) -> object:
        """The value of the name."""
        record = self._record
        value = record.get(name)
        exact = value if record.exact is None else record.exact.get(name)
        if value is exact and value is not MISSING and not isinstance(value, Items):
            return value
        if isinstance(value, ItemRecord) and value.exact is exact:
            return _AlikeRecord(value)
        if isinstance(value, Prose) and isinstance(exact, Prose) and value.narrative is exact.narrative:
            return value
        raise NotAlikeError

    def __eq__(self, other: object) -> bool:
        raise NotAlikeError
