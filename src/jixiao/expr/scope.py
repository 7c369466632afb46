"""What names mean while an expression is evaluated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from jixiao.expr.figure import MISSING


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
