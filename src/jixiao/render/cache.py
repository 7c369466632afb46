"""Compiled formats on disk: read back only as the node classes they are made of, written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path

_MAGIC = b"jixiao-compiled-1\n"
_DIGEST_SIZE = 32
_TEMPLATE = (
    "Raw",
    "Slot",
    "Paragraphs",
    "For",
    "Branch",
    "If",
    "Set",
    "MergedCell",
    "Span",
    "Shade",
    "HeadingNumber",
    "TableBody",
    "Heading",
    "Contents",
    "FirstNumbers",
    "NewPages",
    "Joint",
    "Given",
    "Annex",
    "AnnexNumber",
    "AnnexList",
)
_ADMITTED = frozenset(
    {("jixiao.render.template", name) for name in _TEMPLATE}
    | {
        ("jixiao.render.template", "Compiled"),
        ("jixiao.package.zip", "Member"),
        ("jixiao.kernel.place", "SourcePlace"),
        ("jixiao.kernel.place", "DocumentPlace"),
        ("decimal", "Decimal"),
    }
)
_UNREADABLE = (pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError, ImportError, LookupError)


class _Reader(pickle.Unpickler):
    """Refuses everything but the classes of a compiled format."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in _ADMITTED:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a compiled format")
        return super().find_class(module, name)


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


def load(key: str) -> object:
    """What was stored under this key; None if there is nothing, or nothing readable."""
    try:
        data = _path(key).read_bytes()
    except (OSError, RuntimeError):
        return None
    payload = data[len(_MAGIC) + _DIGEST_SIZE :]
    if data[: len(_MAGIC) + _DIGEST_SIZE] != _MAGIC + hashlib.sha256(payload).digest():
        return None
    try:
        return _Reader(io.BytesIO(payload)).load()
    except _UNREADABLE:
        return None


def store(key: str, value: object) -> None:
    """Keep a value; where the folder cannot be written nothing is kept."""
    payload = pickle.dumps(value, protocol=5)
    with contextlib.suppress(OSError, RuntimeError):
        path = _path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(_MAGIC + hashlib.sha256(payload).digest() + payload)
        beside.replace(path)


def _path(key: str) -> Path:
    return folder() / f"{key}.compiled"
