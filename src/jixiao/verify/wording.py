"""What differs between a paragraph as it is printed and as it stands in a file: figures, other digits, words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jixiao.ledger.marks import Marked
from jixiao.verify.align import Pair, stretches

_TOKEN = re.compile(r"(?:(?<![0-9A-Za-z)）])[-−－])?\d+(?:[,，.．]\d+)*|\s+|.", re.DOTALL)
_UNIT = re.compile(r"[ \u3000]?(?:[%％‰]|个百分点|[十百千万亿]*元|[十百千万亿])")
_AROUND = 4
_STOP = re.compile(r"[^\w]|\d")
_DIGIT = re.compile(r"\d")


class FigureChange(NamedTuple):
    """A figure that reads otherwise in the file; at: where in the file's text, for its place.

    unit: what the words around it give it, which stands in old and new as well.
    """

    number: int
    old: str
    new: str
    at: int
    unit: str = ""


class WordChange(NamedTuple):
    """Words that read otherwise in the file, with a few of those around; digits: whether the digits differ."""

    old: str
    new: str
    at: int
    digits: bool


def changes(old: str, figures: Sequence[Marked], new: str) -> Iterator[FigureChange | WordChange]:
    """All changes of one paragraph, in order; old: as it is printed, with the figures in it."""
    if old == new:
        return
    yield from _Comparison(old, figures, new).changes()


class _Change(NamedTuple):
    """A stretch of old text and what the file has instead."""

    start: int
    stop: int
    new_start: int
    new_stop: int


class _Comparison:
    """A paragraph in two versions."""

    def __init__(self, old: str, figures: Sequence[Marked], new: str) -> None:
        self.old, self.new = old, new
        self.figures = [_with_unit(old, each) for each in _outermost(figures)]
        self.stretches = self._stretches()

    def _stretches(self) -> list[_Change]:
        """What differs, number by number and character by character."""
        olds, news = _tokens(self.old), _tokens(self.new)
        edges = {edge for each, _ in self.figures for edge in (each.start, each.stop)}
        starts = _starts(olds)
        if not edges <= {*starts, len(self.old)}:  # a figure is a part of a longer number
            olds, news = list(self.old), list(self.new)
            starts = _starts(olds)
        new_starts = [*_starts(news), len(self.new)]
        starts.append(len(self.old))
        found = [part for each in stretches(olds, news) for part in _split(olds, news, each)]
        return [_Change(starts[a], starts[b], new_starts[c], new_starts[d]) for a, b, c, d in found]

    def changes(self) -> Iterator[FigureChange | WordChange]:
        """Figures that any change touches; of the others the words."""
        told: set[_Change] = set()
        for figure, unit in self.figures:
            touching = [each for each in self.stretches if self._touches(each, figure)]
            if touching:
                told.update(touching)
                start, stop = self._new_start(figure.start), self._new_stop(figure.stop, touching[-1])
                old = self.old[figure.start : figure.stop]
                yield FigureChange(figure.number, old, self.new[start:stop], start, unit)
        for each in self._near_together([each for each in self.stretches if each not in told]):
            old, new = self.old[each.start : each.stop], self.new[each.new_start : each.new_stop]
            if old.strip() or new.strip():
                digits = _DIGIT.findall(old) != _DIGIT.findall(new)
                yield WordChange(*self._with_context(each), each.new_start, digits)

    def _near_together(self, stretches: Sequence[_Change]) -> Iterator[_Change]:
        """The same, those between which there is hardly a word in one."""
        last: _Change | None = None
        for each in stretches:
            if last and _is_short(self.old[last.stop : each.start]):
                last = _Change(last.start, each.stop, last.new_start, each.new_stop)
                continue
            if last:
                yield last
            last = each
        if last:
            yield last

    def _with_context(self, change: _Change) -> tuple[str, str]:
        """The words of a change with those before and behind that stay."""
        before = _STOP.split(self.old[max(change.start - _AROUND, 0) : change.start])[-1]
        after = _STOP.split(self.old[change.stop : change.stop + _AROUND])[0]
        old, new = self.old[change.start : change.stop], self.new[change.new_start : change.new_stop]
        return before + old + after, before + new + after

    def _touches(self, change: _Change, figure: Marked) -> bool:
        """Whether a change is within a figure, or puts a unit behind it."""
        if change.start < change.stop:
            return change.start < figure.stop and figure.start < change.stop
        if change.start == figure.stop:
            return bool(_UNIT.match(self.new[change.new_start : change.new_stop]))
        return figure.start < change.start < figure.stop

    def _new_start(self, at: int) -> int:
        """Where in the file begins what began here: behind what was put in before it."""
        shift = 0
        for each in self.stretches:
            if each.start < at < each.stop:
                return each.new_start
            if each.stop > at or each.start == at < each.stop:
                break
            shift = each.new_stop - each.stop
        return at + shift

    def _new_stop(self, at: int, last: _Change) -> int:
        """Where in the file ends what ended here; last: the last change that belongs to it."""
        if last.stop >= at:
            return last.new_stop
        return at + last.new_stop - last.stop


def _split(olds: Sequence[str], news: Sequence[str], change: Pair) -> Iterator[tuple[int, int, int, int]]:
    """A change of several tokens in its numbers, where there are as many in both, and the words between them."""
    a, b, c, d = change.old.start, change.old.stop, change.new.start, change.new.stop
    ours = [at for at in range(a, b) if _is_number(olds[at])]
    theirs = [at for at in range(c, d) if _is_number(news[at])]
    for one, other in zip(ours, theirs, strict=True) if len(ours) == len(theirs) else ():
        if olds[a:one] != news[c:other]:
            yield (a, one, c, other)
        if olds[one] != news[other]:
            yield (one, one + 1, other, other + 1)
        a, c = one + 1, other + 1
    if olds[a:b] != news[c:d]:
        yield (a, b, c, d)


def _is_short(between: str) -> bool:
    return len(between) <= _AROUND and not _DIGIT.search(between)


def _is_number(token: str) -> bool:
    return token[-1].isdecimal()


def _outermost(figures: Sequence[Marked]) -> list[Marked]:
    found: list[Marked] = []
    for each in sorted(figures, key=lambda one: (one.start, -one.stop)):
        if not found or each.start >= found[-1].stop:
            found.append(each)
    return found


def _with_unit(text: str, figure: Marked) -> tuple[Marked, str]:
    """A figure with the unit that words give it, and that unit: to change it is to change the figure."""
    unit = _UNIT.match(text, figure.stop) if text[figure.stop - 1].isdecimal() else None
    return (figure._replace(stop=unit.end()), unit[0]) if unit else (figure, "")


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _starts(tokens: Sequence[str]) -> list[int]:
    starts, length = [], 0
    for token in tokens:
        starts.append(length)
        length += len(token)
    return starts
