"""What the reports of a unit are made of, as digests: where they are the same, the reports are the same."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath

import jixiao
from jixiao.load.files import MAX_FOLDERS, OUTLINE_FILE

_PASSED_OVER = (".", "~$")
"""How files begin that belong to other programs."""


def inputs_of(data: Path, unit: str, year: int, beyond: Iterable[str] = ()) -> str:
    """SHA-256 over the data of the unit's year and the year before, and the outlines that hold for it.

    beyond: further files that are read, seen from the data folder: what outlines of the folders above bring.
    """
    total = hashlib.sha256()
    for file in sorted(
        {*_below(data, f"{unit}/{year}"), *_below(data, f"{unit}/{year - 1}"), *_outlines(unit), *beyond}
    ):
        content = _content(data / file)
        if content is not None:
            total.update(file.encode(errors="surrogateescape") + b"\0" + hashlib.sha256(content).digest())
    return total.hexdigest()


@cache
def program() -> str:
    """SHA-256 over the program itself."""
    return _program()


def _program() -> str:
    folder = Path(jixiao.__file__).parent
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        total.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def _outlines(unit: str) -> Iterator[str]:
    """Where outlines that hold for a unit may be: its own folder and those above it."""
    for folder in (PurePosixPath(unit), *PurePosixPath(unit).parents):
        yield (folder / OUTLINE_FILE).as_posix()


def _below(data: Path, folder: str, depth: int = MAX_FOLDERS) -> Iterator[str]:
    """The files below a folder; none where it is not there or may not be read."""
    try:
        entries = list(os.scandir(data / folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(_PASSED_OVER):
            continue
        name = f"{folder}/{entry.name}"
        if not entry.is_dir():
            yield name
        elif depth:
            yield from _below(data, name, depth - 1)


def _content(file: Path) -> bytes | None:
    """The bytes of a file; nothing where it cannot be read, None where there is none."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return b""
