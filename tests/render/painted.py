"""Pictures painted in a test."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 4, height: int = 3, per_metre: int = 0, *, shown: tuple[int, int] | None = None) -> bytes:
    """A grey PNG; shown: a size that its head states instead of its own."""
    head = struct.pack(">IIBBBBB", *(shown or (width, height)), 8, 0, 0, 0, 0)
    density = [_chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))] if per_metre else []
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    chunks = [_chunk(b"IHDR", head), *density, _chunk(b"IDAT", rows), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg(width: int, height: int, unit: int = 0, density: int = 1) -> bytes:
    """The segments of a JPEG, without anything to see."""
    jfif = b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x102, unit, density, density, 0, 0)
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + jfif + b"\xff" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00\xff\xd9"


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
