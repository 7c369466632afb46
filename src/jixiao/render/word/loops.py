"""Lists within loops: a list that lies in a loop with other paragraphs begins anew at each turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar, cast

from jixiao.render.run.anew import LIST, MARK, RESTART, mark
from jixiao.render.template import For, Nodes, Raw

_Part = TypeVar("_Part")


def with_restarts(nodes: Nodes) -> Nodes:
    """The nodes of a section; a loop over the items of one list leaves its numbers going on."""
    return _restarting(nodes, _lists(nodes))


def _restarting(part: _Part, everywhere: Counter[int]) -> _Part:
    if not isinstance(part, tuple):
        return part
    parts = [_restarting(each, everywhere) for each in part]
    made = type(part)(*parts) if hasattr(part, "_fields") else tuple(parts)
    if isinstance(made, For):
        inside = _lists(made.body)
        others = sum(text.count("<w:p>") for text in _texts(made.body)) > inside.total()
        own = sorted(key for key, count in inside.items() if others and count == everywhere[key])
        if own:
            made = made._replace(body=(Raw("".join(mark(RESTART, key) for key in own)), *made.body))
    return cast("_Part", made)


def _lists(part: object) -> Counter[int]:
    """How many paragraphs there are of each list."""
    marks = (match for text in _texts(part) for match in MARK.finditer(text))
    return Counter(int(match[2]) for match in marks if match[1] == LIST)


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
