"""One run at a time for an output folder; shards of one run go side by side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_WHOLE, _SHARD = ".jixiao.lock", ".jixiao-{}-of-{}.lock"
_SHARDS = ".jixiao-*-of-*.lock"


class Shard(tuple[int, int]):
    """A part of all units: the first number, from 1, of the second."""

    __slots__ = ()

    def has(self, digest: bytes) -> bool:
        """Whether a unit belongs to it, by a digest of its name."""
        number, count = self
        return int.from_bytes(digest[:8]) % count == number - 1


class InUseError(Exception):
    """Another run works on this folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


@contextmanager
def locked(folder: Path, shard: Shard | None = None) -> Iterator[None]:
    """Hold the folder: alone, or as one shard beside the others of the same division.

    Raises InUseError where another run holds it, OSError where nothing can be written there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    own = folder / (_SHARD.format(*shard) if shard else _WHOLE)
    beside = _SHARD.format("*", shard[1]) if shard else ""
    with _held(own, folder):
        others = {folder / _WHOLE, *folder.glob(_SHARDS)} - ({*folder.glob(beside)} if beside else set()) - {own}
        for other in sorted(others):
            with _held(other, folder):
                pass
        yield


@contextmanager
def _held(path: Path, folder: Path) -> Iterator[None]:
    lock = FileLock(path, blocking=False)
    try:
        lock.acquire()
    except Timeout:
        raise InUseError(folder) from None
    try:
        yield
    finally:
        lock.release()
