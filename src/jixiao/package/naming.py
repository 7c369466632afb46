"""Names of output files that every file system takes."""

from __future__ import annotations

import unicodedata

LONGEST = 200
"""Bytes in UTF-8. Linux takes 255; room is left for marks and extensions."""

_WIDE = dict(zip(map(ord, '\\/:*?"<>|'), "＼／：＊？＂＜＞｜", strict=True))
_CONTROLS = dict.fromkeys([*range(32), 127], " ")
_DEVICES = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10)))
)
_FALLBACK = "报告"


def file_name(title: str) -> str:
    """A title as a file name without extension; what Windows forbids becomes its full-width likeness."""
    name = unicodedata.normalize("NFC", title).translate(_WIDE | _CONTROLS)
    name = " ".join(name.split()).rstrip(". ")
    while len(name.encode()) > LONGEST:
        name = name[:-1].rstrip(". ")
    if name.partition(".")[0].upper() in _DEVICES:
        name = f"_{name}"
    return name or _FALLBACK
