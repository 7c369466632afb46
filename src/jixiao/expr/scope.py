"""What names mean while an expression is evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from jixiao.expr.figure import MISSING, Figure


class Scope(Protocol):
    """Gives a name its value."""

    def lookup(self, name: str) -> object:
        """The value of the name, or MISSING."""

    def names(self) -> Iterable[str]:
        """The names that are known, for the message about one that is not."""


class Locals:
    """A scope with a few names of its own before those of another (loop variables)."""

    __slots__ = ("_outer", "_values")

    def __init__(self, outer: Scope, values: Mapping[str, object]) -> None:
        self._outer = outer
        self._values = values

    def lookup(self, name: str) -> object:
        """The value of the name here, else outside."""
        return self._values[name] if name in self._values else self._outer.lookup(name)

    def names(self) -> Iterable[str]:
        """Own names, then those outside."""
        yield from self._values
        yield from self._outer.names()


class Within:
    """The names of a row and of the report it belongs to before those of another scope.

    read: the figures of the row that were asked for.
    """

    __slots__ = ("_outer", "_row", "read")

    def __init__(self, row: object, outer: Scope) -> None:
        self._row = row
        self._outer = outer
        self.read: list[Figure] = []

    def lookup(self, name: str) -> object:
        """The row's value of the name, else its report's, else that outside."""
        get: Callable[[str], object] | None = getattr(self._row, "get", None)
        found = get(name) if get else MISSING
        if isinstance(found, Figure):
            self.read.append(found)
        scope: Scope | None = getattr(self._row, "scope", None)
        if found is MISSING and scope:
            found = scope.lookup(name)
        return self._outer.lookup(name) if found is MISSING else found

    def names(self) -> Iterable[str]:
        """The row's names, then those outside."""
        names: Callable[[], Iterable[str]] | None = getattr(self._row, "names", None)
        yield from names() if names else ()
        yield from self._outer.names()


class Fixed(Locals):
    """A scope of given names alone."""

    __slots__ = ()

    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__(_NOTHING, values)


class _Nothing:
    def lookup(self, name: str) -> object:  # noqa: ARG002 - the protocol names it
        return MISSING

    def names(self) -> Iterable[str]:
        return ()


_NOTHING = _Nothing()
