"""References to tables, pictures, headings and annexes, settled when all is printed: the text may name what follows.

Within a loop a name is that of the same turn: the table of this project, not of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from jixiao.kernel.finding import Finding, must
from jixiao.render.escape import run_text
from jixiao.render.run.loop import Loop
from jixiao.render.run.marks import gap
from jixiao.render.template import Reference

NOT_PRINTED = must("R111")
AMBIGUOUS = must("R112")

_SHOWN = 3  # labels of what has one name
_MARK = "\0"  # no text of a unit can hold it
_PENDING = re.compile(rf"{_MARK}(\d+){_MARK}")


class Target(NamedTuple):
    """What has been printed under some names.

    label: what a reference prints; counted: whether it stands in the bookmark, so that Word can fetch it from there.
    turn: of the loop in which it stands.
    """

    names: tuple[str, ...]
    label: str
    bookmark: str
    turn: Loop | None
    counted: bool = False


class Referring(NamedTuple):
    """A reference, and the turn in which it stands."""

    node: Reference
    turn: Loop | None


def bookmark_name(number: int) -> str:
    """The name of the bookmark of this number; Word does not show names that begin with an underscore."""
    return f"_Ref{number:09}"


def bookmark(number: int, inside: str = "") -> str:
    """Some runs, or none, within the bookmark of this number."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(number)}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'


def pending(number: int) -> str:
    """What stands for a reference until it is settled."""
    return f"{_MARK}{number}{_MARK}"


def settle(
    chunks: list[str],
    references: Sequence[Referring],
    targets: Sequence[Target],
    report: Callable[[Finding], object],
) -> None:
    """Put the references into some XML; those that cannot be settled are reported."""
    known = _by_turns(targets)

    def one(match: re.Match[str]) -> str:
        reference = references[int(match[1])]
        target = _target(reference, known)
        if isinstance(target, Finding):
            report(target)
            return "" if reference.node.worded else _run(gap(reference.node.name), reference.node)
        return target.bookmark if reference.node.worded else _number(target, reference.node)

    for at, chunk in enumerate(chunks):
        if _MARK in chunk:
            chunks[at] = _PENDING.sub(one, chunk)


def _by_turns(targets: Sequence[Target]) -> dict[tuple[str, int], dict[str, Target]]:
    """The first target of each label, by its names and every turn around it."""
    known: dict[tuple[str, int], dict[str, Target]] = {}
    for target in targets:
        for turn in _turns(target.turn):
            for name in target.names:
                known.setdefault((name, id(turn)), {}).setdefault(target.label, target)
    return known


def _target(reference: Referring, known: Mapping[tuple[str, int], Mapping[str, Target]]) -> Target | Finding:
    """The one target of this name that stands in as many of the same turns as none of the others."""
    node = reference.node
    near = next((found for turn in _turns(reference.turn) if (found := known.get((node.name, id(turn))))), {})
    if not near:
        return NOT_PRINTED.at(node.place, name=node.name)
    if len(near) > 1:
        first = "、".join(islice(near, _SHOWN))
        return AMBIGUOUS.at(node.place, name=node.name, found=f"{first}等" if len(near) > _SHOWN else first)
    return next(iter(near.values()))


def _turns(turn: Loop | None) -> Iterator[Loop | None]:
    """The turns around a place, the innermost first; None is the whole report."""
    while turn is not None:
        yield turn
        turn = turn.outer
    yield None


def _number(target: Target, node: Reference) -> str:
    """The label; where it stands in the bookmark, Word can fetch it anew."""
    run = _run(target.label, node)
    if target.counted:
        return f'<w:fldSimple w:instr=" REF {target.bookmark} \\h ">{run}</w:fldSimple>'
    return f'<w:hyperlink w:anchor="{target.bookmark}" w:history="1">{run}</w:hyperlink>'


def _run(words: str, node: Reference) -> str:
    return f'<w:r>{node.run_properties}<w:t xml:space="preserve">{run_text(words)}</w:t></w:r>'
