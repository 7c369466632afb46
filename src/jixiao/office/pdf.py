"""The little that must be read of a PDF that LibreOffice wrote: whether it is whole, and on which page a name stands.

Objects are found by their heads, in the order of the file; no table of theirs is needed. Newer programs pack objects
into streams, which are unpacked. Nothing of the contents of pages is read.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b(.*?)(?:\bendobj\b|\bstream\r?\n)", re.DOTALL)
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_COUNT, _FIRST = re.compile(rb"/N\s+(\d+)"), re.compile(rb"/First\s+(\d+)")
_TREE = re.compile(rb"/Type\s*/Catalog\b.*?/Pages\s+(\d+) 0 R|/Pages\s+(\d+) 0 R.*?/Type\s*/Catalog\b", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_DESTINATION = re.compile(rb"[/(]([0-9A-Za-z]+)\)?\s*(?:<<\s*/D\s*)?\[\s*(\d+) 0 R\s*/")
_TAIL = 1024


def is_whole(pdf: bytes) -> bool:
    """Whether it begins and ends as a PDF does."""
    return pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF") and b"startxref" in pdf[-_TAIL:]


def destinations(pdf: bytes) -> dict[str, int]:
    """The names that lead to a place, of letters and digits, with the number of its page, counted from 0."""
    objects = _objects(pdf)
    numbers = {page: number for number, page in enumerate(_pages(objects))}
    found = (match for content in objects.values() for match in _DESTINATION.finditer(content))
    return {match[1].decode(): numbers[page] for match in found if (page := int(match[2])) in numbers}


def page_count(pdf: bytes) -> int:
    """How many pages it has."""
    return len(list(_pages(_objects(pdf))))


def _objects(pdf: bytes) -> dict[int, bytes]:
    """What each object holds; of a stream only what stands before it."""
    objects = {}
    for match in _OBJECT.finditer(pdf):
        objects[int(match[1])] = match[2]
        if _PACKED.search(match[2]):
            objects.update(_unpacked(match[2], pdf[match.end() :]))
    return objects


def _unpacked(head: bytes, data: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects within a stream: pairs of number and offset, then the objects themselves."""
    count, first = _COUNT.search(head), _FIRST.search(head)
    if count is None or first is None:
        return
    content = zlib.decompressobj().decompress(data)
    numbers = [int(each) for each in content[: int(first[1])].split()[: 2 * int(count[1])]]
    starts = [int(first[1]) + offset for offset in numbers[1::2]]
    for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(content)], strict=True):
        yield number, content[start:end]


def _pages(objects: Mapping[int, bytes]) -> Iterator[int]:
    """The numbers of the objects that are pages, in the order of the document."""
    roots = [int(match[1] or match[2]) for content in objects.values() if (match := _TREE.search(content))]
    waiting = roots[-1:]
    while waiting:
        number = waiting.pop(0)
        kids = _KIDS.search(objects.get(number, b""))
        if kids is None:
            yield number
        else:
            waiting[:0] = [int(each) for each in _REFERENCE.findall(kids[1])]
