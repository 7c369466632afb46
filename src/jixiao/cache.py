"""What was read or compiled once, kept on disk: written whole or not at all, read back only as the types asked for."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import os
import pickle
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_MAGIC = b"jixiao-cache-2\n"
_DIGEST_SIZE = 32
_PACKAGE = Path(__file__).parent
_DECIDING = ("kernel", "expr", "package", "model", "load", "formats", "render")
"""The stages that say what becomes of a format's files."""
_UNREADABLE = (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, ImportError, LookupError)


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
