"""Compressing what is written for each document: zlib, or ISA-L where the extra `jixiao[fast]` is installed.

Both give the same files when they are unpacked, and each the same bytes on every run; `figures.json` says which it was.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

ZLIB_LEVEL, ISAL_LEVEL = 3, 1
"""A third of the time of zlib's usual level 6, or a fifteenth, for files that are a sixth or a fifth larger."""
KEPT_LEVEL = 9
"""Of what is compressed once for all documents, by zlib."""


class Method(NamedTuple):
    """A way to compress: its name and level, what makes a compressor, and the sum of a file."""

    name: str
    level: int
    compressor: Callable[[int, int, int], Any]
    crc32: Callable[[bytes], int]


ZLIB = Method(f"zlib {zlib.ZLIB_RUNTIME_VERSION}", ZLIB_LEVEL, zlib.compressobj, zlib.crc32)


def _fast() -> Method | None:
    """ISA-L, where it is installed."""
    try:
        library = import_module("isal.isal_zlib")
    except ImportError:
        return None
    version = import_module("isal").__version__
    return Method(f"isal {version}", ISAL_LEVEL, library.compressobj, library.crc32)


FAST = _fast()


class _Choice:
    """The method that is in use."""

    method = FAST or ZLIB


def use(method: Method) -> None:
    """Compress by this method from now on."""
    _Choice.method = method


def in_use() -> str:
    """The method in use, as `figures.json` names it."""
    return f"{_Choice.method.name}, level {_Choice.method.level}"


def compressed(content: bytes) -> bytes:
    """A file compressed; by a new compressor each time, so that nothing depends on what went before."""
    method = _Choice.method
    return _whole(method.compressor(method.level, zlib.DEFLATED, -zlib.MAX_WBITS), content)


def kept(content: bytes) -> bytes:
    """The same for what is compressed once: as small as it gets."""
    return _whole(zlib.compressobj(KEPT_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS), content)


def _whole(compressor: Any, content: bytes) -> bytes:
    first: bytes = compressor.compress(content)
    rest: bytes = compressor.flush()
    return first + rest


def crc32(content: bytes) -> int:
    """The sum by which a zip knows damage."""
    return _Choice.method.crc32(content)
