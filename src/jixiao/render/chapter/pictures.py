"""Pictures of chapters: PNG and JPEG, whole and not too large, fitted to the text."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from jixiao.kernel.finding import Code, must
from jixiao.render.escape import legal
from jixiao.render.template import Nodes, Raw
from jixiao.render.word.pictures import Picture, picture_nodes

BAD_PICTURE = must("F232")
LARGE_PICTURE = must("F233")

MOST_BYTES, MOST_PIXELS = 5 << 20, 40_000_000
"""What one picture may hold."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_EMU_OF_TWIP = 635
_EMU_OF_INCH, _EMU_OF_METRE = 914_400, 36_000_000
_EMU_OF_PIXEL = _EMU_OF_INCH // 96  # where the file does not say how large it is
_LEAST, _MOST = _EMU_OF_INCH // 1200, _EMU_OF_INCH // 72  # sizes of pixels that are believed
_BARE = frozenset((0x01, *range(0xD0, 0xDA)))  # segments of JPEG without length
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA
_LENGTH = 2  # the bytes that say how long a segment is, which count themselves


class Image(NamedTuple):
    """A picture in a file: its bytes, png or jpeg, and its size in EMU, as it would be printed anywhere."""

    data: bytes
    kind: str
    width: int
    height: int


class _Size(NamedTuple):
    """Width and height in pixels, and a pixel in EMU."""

    width: int
    height: int
    pixel: int = _EMU_OF_PIXEL


def picture(data: bytes) -> Image | Code:
    """The picture in a file, or what is wrong with the file."""
    if len(data) > MOST_BYTES:
        return LARGE_PICTURE
    kind = "png" if data.startswith(_PNG) else "jpeg"
    try:
        size = _png(data) if kind == "png" else _jpeg(data)
    except (struct.error, IndexError):
        size = None
    if size is None or not size.width or not size.height:
        return BAD_PICTURE
    if size.width * size.height > MOST_PIXELS:
        return LARGE_PICTURE
    return Image(data, kind, size.width * size.pixel, size.height * size.pixel)


def emu(length: int) -> int:
    """A length in twips as EMU."""
    return length * _EMU_OF_TWIP


def drawing(image: Image, width: int, height: int, description: str) -> Nodes:
    """The run with a picture, made smaller where it is wider or higher than this room in twips."""
    size = _fitted(image, emu(width), emu(height))
    shown = Picture("", "", *size, legal(description)[0])
    return (Raw("<w:r>"), *picture_nodes(shown, image.data, image.kind, width), Raw("</w:r>"))


def _fitted(image: Image, width: int, height: int) -> tuple[int, int]:
    """Width and height in EMU; the proportions are kept."""
    if image.width * height > image.height * width:
        return min(image.width, width), max(min(image.height, image.height * width // image.width), 1)
    return max(min(image.width, image.width * height // image.height), 1), min(image.height, height)


def _png(data: bytes) -> _Size | None:
    """The size of a picture whose parts are all there and sound."""
    at, size, has_data = len(_PNG), None, False
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != check or (size is None) != (kind == b"IHDR"):
            return None
        if kind == b"IHDR":
            size = _Size(*struct.unpack_from(">II", body))
        elif kind == b"pHYs" and size:
            across, _, is_metre = struct.unpack(">IIB", body)
            size = size._replace(pixel=_pixel(_EMU_OF_METRE, across if is_metre else 0))
        elif kind == b"IEND":
            return size if has_data else None
        has_data |= kind == b"IDAT"
        at += length + 12


def _jpeg(data: bytes) -> _Size | None:
    """The size of a picture that has its end."""
    if not data.startswith(_JPEG) or b"\xff\xd9" not in data[-64:]:
        return None
    at, pixel = len(_JPEG), _EMU_OF_PIXEL
    size = None
    while data[at] == 0xFF:  # noqa: PLR2004 - every segment begins with it
        kind = data[at + 1]
        if kind == _SCAN:
            return size._replace(pixel=pixel) if size else None
        at += 2 if kind != 0xFF else 1  # noqa: PLR2004 - more of them fill up
        if kind == 0xFF or kind in _BARE:  # noqa: PLR2004
            continue
        (length,) = struct.unpack_from(">H", data, at)
        if length < _LENGTH:
            return None
        if kind in _FRAMES:
            size = _Size(*reversed(struct.unpack_from(">HH", data, at + 3)))
        elif kind == 0xE0 and data[at + 2 : at + 7] == b"JFIF\0":  # noqa: PLR2004 - the segment of JFIF
            unit, across = struct.unpack_from(">BH", data, at + 9)
            pixel = _pixel({1: _EMU_OF_INCH, 2: _EMU_OF_METRE // 100}.get(unit, 0), across)
        at += length
    return None


def _pixel(length: int, count: int) -> int:
    """The size of a pixel, so many on a length in EMU; the usual size where that cannot be."""
    pixel = length // count if count else 0
    return pixel if _LEAST <= pixel <= _MOST else _EMU_OF_PIXEL
