"""What was read or compiled once, kept on disk: written whole or not at all, read back only as the types asked for.

What a process asks for again and again it keeps itself (`Recent`), as long as the files behind it stay (`stamp`).
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import os
import pickle
import stat
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

_MAGIC = b"jixiao-cache-2\n"
_DIGEST_SIZE = 32
_PACKAGE = Path(__file__).parent
_COMPILING = ("render", "render/chapter", "render/charts", "render/run", "render/word")
_DECIDING = ("kernel", "expr", "package", "model", "load", "formats", *_COMPILING)
"""The folders of the stages that say what becomes of a format's files."""
_UNREADABLE = (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, ImportError, LookupError)

_SETTLED = 3_000_000_000
"""Nanoseconds after which a file that changes again shows another time, on any file system."""

_MOST_FILES = 5000
"""Files that a stamp looks at; more may be a link to a folder above itself."""

Kept = TypeVar("Kept")
Stamp = tuple[tuple[str, int, int, int], ...]


class Recent(Generic[Kept]):
    """The last few values by key: what is asked for in a batch of reports, and no more of it the longer it runs."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[object, Kept] = {}

    def get(self, key: object) -> Kept | None:
        """The value of this key; None where it is not kept."""
        return self._values.get(key)

    def keep(self, key: object, value: Kept) -> Kept:
        """Keep a value, and let the oldest go where there are too many."""
        self._values.pop(key, None)
        while len(self._values) >= self._most:
            del self._values[next(iter(self._values))]
        self._values[key] = value
        return value


def stamp(folders: Iterable[str]) -> Stamp | None:
    """Name, time, size and number of every file below the folders; None where one has just changed, or cannot be read.

    Two stamps that are equal are of the same contents.
    """
    found: list[tuple[str, int, int, int]] = []
    waiting = [folder for folder in folders if os.path.isdir(folder)]  # noqa: PTH112 - a third of the time of paths
    try:
        for folder in waiting:
            if len(found) > _MOST_FILES:
                return None
            with os.scandir(folder) as entries:
                for entry in entries:
                    status = entry.stat()
                    found.append((entry.path, status.st_mtime_ns, status.st_size, status.st_ino))
                    if stat.S_ISDIR(status.st_mode):
                        waiting.append(entry.path)
    except OSError:
        return None
    newest = max((each[1] for each in found), default=0)
    return tuple(sorted(found)) if time.time_ns() - newest > _SETTLED else None


class _Reader(pickle.Unpickler):
    """Refuses everything but the types that are asked for."""

    def __init__(self, payload: bytes, types: Iterable[type[Any]]) -> None:
        super().__init__(io.BytesIO(payload))
        self._types = {(each.__module__, each.__qualname__): each for each in types}

    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in self._types:
            raise pickle.UnpicklingError(f"{module}.{name} is not asked for")
        return self._types[module, name]


def folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """JIXIAO_CACHE, else the user's folder for caches."""
    if chosen := environment.get("JIXIAO_CACHE"):
        return Path(chosen)
    if platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) / "jixiao" / "Cache" if local else Path.home() / ".jixiao-cache"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "jixiao"
    base = environment.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "jixiao"


def key(kind: str, *contents: bytes) -> str:
    """The name of what is made of these contents by this program; kind: what it is."""
    total = hashlib.sha256(_program())
    for content in contents:
        total.update(hashlib.sha256(content).digest())
    return f"{total.hexdigest()}.{kind}"


def load(key: str, types: Iterable[type[Any]]) -> object:
    """What was stored under this key; None if there is nothing, or nothing readable, or what is of other types."""
    try:
        data = (folder() / key).read_bytes()
    except (OSError, RuntimeError):
        return None
    payload = data[len(_MAGIC) + _DIGEST_SIZE :]
    if data[: len(_MAGIC) + _DIGEST_SIZE] != _MAGIC + hashlib.sha256(payload).digest():
        return None
    try:
        return _Reader(payload, types).load()
    except _UNREADABLE:
        return None


def store(key: str, value: object) -> None:
    """Keep a value; where the folder cannot be written nothing is kept."""
    payload = pickle.dumps(value, protocol=5)
    with contextlib.suppress(OSError, RuntimeError):
        path = folder() / key
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(_MAGIC + hashlib.sha256(payload).digest() + payload)
        beside.replace(path)


@functools.cache
def _program() -> bytes:
    """The digest of the program text that decides what is stored."""
    total = hashlib.sha256()
    for stage in _DECIDING:
        for name in sorted(os.listdir(_PACKAGE / stage)):  # noqa: PTH208 - a third of the time that paths take
            if name.endswith(".py"):
                with open(f"{_PACKAGE}/{stage}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 - as PTH208
                    total.update(file.read())
    return total.digest()
