"""What the references of a format lead to: names that are not there are found, anchors without references left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.similar import nearest
from jixiao.render.template import Anchor, Counted, Nodes, Raw, Reference

UNKNOWN_REFERENCE = must("F236")


def all_nodes(value: object) -> Iterator[object]:
    """The nodes of a tree, each before those inside it."""
    if isinstance(value, tuple):
        yield value
        for part in value:
            yield from all_nodes(part)


def with_names(nodes: Nodes, findings: list[Finding]) -> Nodes:
    """The nodes without what references do not need, and without references that lead nowhere."""
    references = [node for node in all_nodes(nodes) if isinstance(node, Reference)]
    named = [node for node in all_nodes(nodes) if isinstance(node, Counted | Anchor)]
    known = dict.fromkeys(name for node in named for name in node.names)
    used = {reference.name for reference in references}
    for reference in references:
        if reference.name not in known:
            near = "、".join(nearest(reference.name, known))
            findings.append(UNKNOWN_REFERENCE.at(reference.place, name=reference.name, near=near))

    def left(value: Any) -> Any:
        if isinstance(value, Anchor) and used.isdisjoint(value.names):
            return Raw("")
        if isinstance(value, Reference) and value.name not in known:
            return Raw("")
        if not isinstance(value, tuple):
            return value
        parts = map(left, value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)

    return tuple(map(left, nodes))
