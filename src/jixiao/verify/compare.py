"""A document as it is printed beside a file: what was changed, added and dropped, with its place in the file."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from jixiao.kernel.place import DocumentPlace
from jixiao.ledger.marks import Marked, found
from jixiao.package.content import BODY, FOOTER, HEADER, Block, Cell, Paragraph, Part, Table
from jixiao.verify.align import Pair, alike, least, pairs
from jixiao.verify.wording import FigureChange, changes

_AROUND = 24
_CELLS = " | "
_HALVES = 0.8


class Line(NamedTuple):
    """A paragraph, or the words of a cell, with the figures in it."""

    place: DocumentPlace
    text: str
    figures: tuple[Marked, ...] = ()


class Grid(NamedTuple):
    """A table: its rows, each the blocks of its cells."""

    place: DocumentPlace
    rows: tuple[tuple[tuple[Line | Grid, ...], ...], ...]

    @property
    def text(self) -> str:
        """The words of all its cells."""
        return "\n".join(_row_text(row) for row in self.rows)

    @property
    def figures(self) -> tuple[Marked, ...]:
        """All figures in it."""
        return tuple(chain.from_iterable(_row_figures(row) for row in self.rows))


Item = Line | Grid
_Row = tuple[tuple[Item, ...], ...]


class Kind(StrEnum):
    """What happened to some words of the file."""

    FIGURE = "figure"
    DIGITS = "digits"
    WORDS = "words"
    ADDED = "added"
    DROPPED = "dropped"


class Difference(NamedTuple):
    """One difference; number: of the figure that changed, unit: what stands behind it in old and new.

    figures: whether what was dropped held any.
    """

    kind: Kind
    place: DocumentPlace
    old: str
    new: str
    number: int = -1
    unit: str = ""
    figures: bool = False


def differences(old: Sequence[Part], new: Sequence[Part]) -> Iterator[Difference]:
    """All differences, part by part; old: as it is printed, with marks around figures; new: as it stands in a file."""
    for name in dict.fromkeys(part.name for part in [*old, *new]):
        ours, theirs = (tuple(_items_of(parts, name)) for parts in (old, new))
        yield from _blocks(ours, theirs, DocumentPlace(name))


def _items_of(parts: Sequence[Part], name: str) -> Iterator[Item]:
    """What stands in the parts of a name; headers and footers that say the same are one, as programs copy them."""
    items = chain.from_iterable(_items(part.blocks) for part in parts if part.name == name)
    if name not in (HEADER, FOOTER):
        yield from items
        return
    seen: set[str] = set()
    for item in items:
        if item.text not in seen:
            seen.add(item.text)
            yield item


def _items(blocks: Sequence[Block]) -> Iterator[Item]:
    """The blocks that hold words."""
    for block in blocks:
        if isinstance(block, Table):
            yield Grid(block.place, tuple(tuple(tuple(_cell(each)) for each in row) for row in block.rows))
            continue
        text, figures = found(block.words)
        if text.strip():
            yield Line(block.place, text, figures)
        yield from _items(block.boxes)


def _cell(cell: Cell) -> Iterator[Item]:
    """A cell: where it holds no table, its words are one line."""
    if any(isinstance(each, Table) for each in cell.blocks):
        yield from _items(cell.blocks)
        return
    lines = [each for each in cell.blocks if isinstance(each, Paragraph)]
    text, figures = found("\n".join(each.words for each in lines))
    boxes = [box for each in lines for box in each.boxes]
    place = lines[0].place if lines else DocumentPlace(BODY)
    yield Line(place._replace(paragraph=0), text, figures)
    yield from _items(boxes)


def _blocks(old: Sequence[Item], new: Sequence[Item], place: DocumentPlace) -> Iterator[Difference]:
    found_pairs = list(pairs(old, new, _key, _likeness))
    last = place
    for pair in _with_halves(found_pairs, old, new):
        ours, theirs = old[pair.old], new[pair.new]
        if theirs:
            last = theirs[-1].place
        if not theirs:
            for each in ours:
                yield _dropped(each.text, each.figures, last)
        elif not ours:
            for each in theirs:
                yield _added(each.text, each.place)
        else:
            yield from _item(ours, theirs)


def _key(item: Item) -> Hashable:
    return (type(item), item.text)


def _likeness(old: Item, new: Item) -> float:
    return alike(old.text, new.text) if type(old) is type(new) else 0.0


def _with_halves(found_pairs: list[Pair], old: Sequence[Item], new: Sequence[Item]) -> Iterator[Pair]:
    """The pairs, with paragraphs that were split, or joined, put together again."""
    waiting: Pair | None = None
    for pair in found_pairs:
        joined = waiting and _joined(waiting, pair, old, new)
        if joined:
            waiting = joined
            continue
        if waiting:
            yield waiting
        waiting = pair
    if waiting:
        yield waiting


def _joined(first: Pair, second: Pair, old: Sequence[Item], new: Sequence[Item]) -> Pair | None:
    """Two pairs as one, where one side of one is empty, and the words are better alike together than apart."""
    both = Pair(slice(first.old.start, second.old.stop), slice(first.new.start, second.new.stop))
    ours, theirs = old[both.old], new[both.new]
    apart = [each for each in (first, second) if old[each.old] and new[each.new]]
    if len(apart) != 1 or any(isinstance(each, Grid) for each in (*ours, *theirs)):
        return None
    before = alike(_text(old[apart[0].old]), _text(new[apart[0].new]))
    together = alike(_text(ours), _text(theirs))
    return both if together > max(before, _HALVES) else None


def _text(items: Sequence[Item]) -> str:
    return "".join(each.text for each in items)


def _item(old: Sequence[Item], new: Sequence[Item]) -> Iterator[Difference]:
    if isinstance(old[0], Grid) and isinstance(new[0], Grid):
        if old[0].text != new[0].text:
            yield from _table(old[0], new[0])
        return
    text, figures = "", list[Marked]()
    for each in old:
        figures += [mark._replace(start=mark.start + len(text), stop=mark.stop + len(text)) for mark in each.figures]
        text += each.text
    now = _text(new)
    for change in changes(text, figures, now):
        place = _place_of(new, change.at)._replace(quote=_excerpt(now, change.at, len(change.new)))
        if isinstance(change, FigureChange):
            yield Difference(Kind.FIGURE, place, change.old, change.new, change.number, change.unit)
        else:
            yield Difference(Kind.DIGITS if change.digits else Kind.WORDS, place, change.old, change.new)


def _place_of(items: Sequence[Item], at: int) -> DocumentPlace:
    for item in items:
        if at <= len(item.text):
            return item.place
        at -= len(item.text)
    return items[-1].place


def _excerpt(text: str, at: int, length: int) -> str:
    start, stop = max(at - _AROUND, 0), min(at + length + _AROUND, len(text))
    words = " ".join(text[start:stop].split())
    return f"{'…' if start else ''}{words}{'…' if stop < len(text) else ''}"


def _table(old: Grid, new: Grid) -> Iterator[Difference]:
    place = new.place
    for pair in pairs(old.rows, new.rows, _row_text, _row_likeness):
        ours, theirs = old.rows[pair.old], new.rows[pair.new]
        if theirs:
            place = _row_place(theirs[0], new.place, pair.new.start)
        if not theirs:
            yield _dropped(_row_text(ours[0]), _row_figures(ours[0]), place)
        elif not ours:
            yield _added(_row_text(theirs[0]), place)
        elif _row_text(ours[0]) != _row_text(theirs[0]):
            for each in _cells(ours[0], theirs[0]):
                heads = _heads(new, theirs[0], each.place.cell) if each.place.cell > 1 else ()
                yield each._replace(place=each.place._replace(quote=_CELLS.join([*heads, each.place.quote])))


def _heads(table: Grid, row: _Row, cell: int) -> Iterator[str]:
    """What a row is about, and what the column is: the first words in each."""
    first = next((text for each in row if (text := _words(each))), "")
    yield _cut(first)
    columns = table.rows[0]
    if row is not columns and len(columns) == len(row) and cell <= len(row) and (head := _words(columns[cell - 1])):
        yield _cut(head)


def _words(cell: Sequence[Item]) -> str:
    return " ".join(_cell_text(cell).split())


def _cut(words: str) -> str:
    return f"{words[:_AROUND]}{'…' if len(words) > _AROUND else ''}"


def _row_place(row: _Row, table: DocumentPlace, index: int) -> DocumentPlace:
    return table._replace(row=index + 1, quote=_row_text(row))


def _cells(old: _Row, new: _Row) -> Iterator[Difference]:
    if len(old) == len(new):
        for ours, theirs in zip(old, new, strict=True):
            yield from _blocks_of_cell(ours, theirs)
        return
    last = new[0][0].place if new and new[0] else DocumentPlace(BODY)
    for pair in pairs(old, new, _cell_text, lambda one, other: alike(_cell_text(one), _cell_text(other))):
        one, other = old[pair.old], new[pair.new]
        if other and other[0]:
            last = other[0][0].place
        if one and other:
            yield from _blocks_of_cell(one[0], other[0])
        elif one and _cell_text(one[0]).strip():
            yield _dropped(_cell_text(one[0]), _row_figures(one), last)
        elif other and _cell_text(other[0]).strip():
            yield _added(_cell_text(other[0]), last)


def _blocks_of_cell(old: Sequence[Item], new: Sequence[Item]) -> Iterator[Difference]:
    if len(old) == len(new) == 1:
        yield from _item(old, new)
    else:
        yield from _blocks(old, new, new[0].place if new else old[0].place)


def _dropped(text: str, figures: Sequence[Marked], place: DocumentPlace) -> Difference:
    return Difference(Kind.DROPPED, place, text, "", figures=bool(figures))


def _added(text: str, place: DocumentPlace) -> Difference:
    return Difference(Kind.ADDED, place if place.quote else place._replace(quote=_excerpt(text, 0, 0)), "", text)


def _cell_text(cell: Sequence[Item]) -> str:
    return "\n".join(each.text for each in cell)


def _row_text(row: _Row) -> str:
    return _CELLS.join(map(_words, row))


def _row_figures(row: _Row) -> tuple[Marked, ...]:
    return tuple(mark for cell in row for item in cell for mark in item.figures)


def _row_likeness(old: _Row, new: _Row) -> float:
    same = sum(_cell_text(one) == _cell_text(other) for one, other in zip(old, new, strict=False))
    ours, theirs = _row_text(old), _row_text(new)
    return max((same / max(len(old), len(new), 1) + alike(ours, theirs)) / 2, least(ours, theirs))
