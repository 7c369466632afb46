"""Frozen values: dataclasses that take a tenth of the time to define, and half of it to make.

`dataclass` writes and compiles up to eight functions for each class: for all classes of the program, a seventh of the
time of a report. Here one is written for all classes with as many fields, and the others are shared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(described: type[T]) -> type[T]:
    """A dataclass with slots whose instances do not change, are equal by their fields, and can be pickled.

    That nobody changes them is for the type checker to see: to refuse it at run time would make values cost four times
    as much. Fields have plain defaults; `field()` is not understood.
    """
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(described)
    values = _values(made.__slots__)

    def equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is made else NotImplemented

    made.__init__ = _initializer(made)
    made.__eq__ = equal
    made.__hash__ = lambda self: hash(values(self))
    made.__reduce__ = lambda self: (made, values(self))
    if "__repr__" not in vars(described):
        made.__repr__ = _shown
    return made  # type: ignore[no-any-return]


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[object, ...]]:
    """What reads the values of all fields."""
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda value: (read(value),)


def _initializer(made: Any) -> Any:
    """`__init__`: fields by position or name."""
    fields = dataclasses.fields(made)
    names = tuple(each.name for each in fields)
    defaults = tuple(each.default for each in fields if each.default is not dataclasses.MISSING)
    if any(each.default is dataclasses.MISSING for each in fields[len(fields) - len(defaults) :]):
        raise TypeError(f"{made.__name__}: a field without a default follows one that has one")
    is_checked = hasattr(made, "__post_init__")
    code = _pattern(len(names), checked=is_checked)
    code = code.replace(co_varnames=("self", *names), co_names=(*names, *code.co_names[len(names) :]))
    return FunctionType(code, {}, "__init__", defaults)


@cache
def _pattern(count: int, *, checked: bool) -> CodeType:
    """The code of `__init__` for so many fields, compiled once for all classes: they differ only in names."""
    names = [f"value_{number}" for number in range(count)]
    lines = [f"self.{name} = {name}" for name in names]
    lines += ["self.__post_init__()"] * checked
    made: dict[str, Any] = {}
    exec(f"def __init__(self, {', '.join(names)}):\n " + "\n ".join(lines), made)  # noqa: S102 - names made above
    code: CodeType = made["__init__"].__code__
    return code


def _shown(value: Any) -> str:
    fields = ", ".join(f"{each.name}={getattr(value, each.name)!r}" for each in dataclasses.fields(value))
    return f"{type(value).__qualname__}({fields})"
