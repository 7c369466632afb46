"""The words of a document in reading order, each paragraph with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jixiao.kernel.place import DocumentPlace
from jixiao.package.content import CHART, content, paragraphs


class PlacedText(NamedTuple):
    """The words of one paragraph: a cell's place counts table, row, cell and the paragraph in the cell."""

    place: DocumentPlace
    text: str
    style: str = ""


def texts(package: Mapping[str, bytes]) -> list[PlacedText]:
    """All paragraphs: the body first, then headers, footers and notes by name, no charts; raises PackageError."""
    parts = [part for part in content(package, chapters=False) if part.name != CHART]
    return [PlacedText(each.place, each.text, each.style) for part in parts for each in paragraphs(part.blocks)]


def plain_text(package: Mapping[str, bytes]) -> str:
    """The words alone, one paragraph a line, the cells of a row separated by tabs."""
    lines: list[str] = []
    former: DocumentPlace | None = None
    for place, text, _ in texts(package):
        beside = former is not None and place.row and _row(place) == _row(former)
        if beside and former is not None:
            lines[-1] += ("\t" if place.cell != former.cell else "\n") + text
        else:
            lines.append(text)
        former = place
    return "\n".join(lines)


def _row(place: DocumentPlace) -> tuple[str, int, int]:
    return (place.part, place.table, place.row)
