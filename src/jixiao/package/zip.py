"""The zip of a package, the same bytes on every run: fixed date and order; unchanged members stay compressed."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from jixiao.package import deflate

_SMALL = 1 << 16
_BLOCK = (1 << 16) - 1  # what a stored block may hold
_DATE = (1 << 5) | 1  # 1980-01-01, the first day a zip can name
_UTF8_NAME = 1 << 11
_DEFLATED = 8
_VERSION = 20
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")


class Member(NamedTuple):
    """A file of a package, compressed and ready to be copied."""

    name: str
    crc: int
    size: int
    data: bytes


def pack(name: str, content: bytes, *, kept: bool = False) -> Member:
    """Compress one file; kept: once for all documents, as small as it gets."""
    data = deflate.kept(content) if kept else deflate.compressed(content)
    return Member(name, deflate.crc32(content), len(content), data)


def stored(name: str, content: bytes) -> Member:
    """One file as it is, in blocks of deflate that say so: the same bytes whatever else compresses."""
    starts = range(0, max(len(content), 1), _BLOCK)
    blocks = [(start, content[start : start + _BLOCK]) for start in starts]
    data = b"".join(
        struct.pack("<BHH", start == starts[-1], len(block), len(block) ^ _BLOCK) + block for start, block in blocks
    )
    return Member(name, deflate.crc32(content), len(content), data)


def unpack(member: Member) -> bytes:
    """The content of a member; the small ones that all documents of a format share are unpacked once."""
    return _unpacked(member) if member.size <= _SMALL else zlib.decompress(member.data, -zlib.MAX_WBITS)


@lru_cache(64)
def _unpacked(member: Member) -> bytes:
    return zlib.decompress(member.data, -zlib.MAX_WBITS)


def write(members: Iterable[Member]) -> bytes:
    """A whole zip file with the members in this order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        name = member.name.encode()
        flags = 0 if member.name.isascii() else _UTF8_NAME
        common = (_VERSION, flags, _DEFLATED, 0, _DATE, member.crc, len(member.data), member.size, len(name), 0)
        files += (_LOCAL.pack(b"PK\3\4", *common), name, member.data)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(member.data)
    count = len(directory) // 2
    index = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(index), offset, 0)
    return b"".join((*files, index, end))


def digest(members: Iterable[tuple[str, bytes]]) -> str:
    """The identity of a document (SHA-256, hex): names and uncompressed bytes in order, whatever compressed them."""
    total = hashlib.sha256()
    for name, content in members:
        encoded = name.encode()
        total.update(struct.pack("<QQ", len(encoded), len(content)))
        total.update(encoded)
        total.update(content)
    return total.hexdigest()
