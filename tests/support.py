"""What tests of several folders share."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from types import FunctionType, MethodType, ModuleType

_CLOSED = (str, bytes, bytearray, int, type, FunctionType, MethodType, ModuleType)


def assert_no_float(result: object) -> int:
    """Walk everything a result holds and fail at a float, naming the way to it; the number of objects walked."""
    seen: dict[int, object] = {}  # keeps the objects alive, so that no id is used twice
    waiting = [("", result)]
    while waiting:
        path, value = waiting.pop()
        assert not isinstance(value, float | complex), f"{type(value).__name__} {value!r} at {path or 'the top'}"
        if isinstance(value, _CLOSED) or value is None or id(value) in seen:
            continue
        seen[id(value)] = value
        waiting.extend((path + step, part) for step, part in _parts(value))
    return len(seen)


def _parts(value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, held in value.items():
            yield from ((f"[key {key!r}]", key), (f"[{key!r}]", held))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from ((f"[{place}]", held) for place, held in enumerate(value))
    yield from ((f".{name}", getattr(value, name)) for name in _attributes(value) if hasattr(value, name))


def _attributes(value: object) -> set[str]:
    names = set(getattr(value, "__dict__", ()))
    for kind in type(value).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        names.update((slots,) if isinstance(slots, str) else slots)
    if dataclasses.is_dataclass(value):
        names.update(field.name for field in dataclasses.fields(value))
    return names - {"__dict__", "__weakref__"}
