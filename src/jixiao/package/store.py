"""Putting a finished file in its place: written beside, synced, judged, then renamed. Nothing is ever half-written."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from jixiao.kernel.finding import Finding, blocking, must
from jixiao.kernel.place import SourcePlace

HELD = must("O101")
NOT_WRITABLE = must("O102")

Gate = Callable[[Path], list[Finding]]
"""Judges a finished file before it takes its place; a finding that blocks keeps it from doing so."""

LEFT_OVER_AFTER = 600
"""Seconds after which an unfinished file belongs to nobody. Age, not process id: the folder may be on a share."""

_UNFINISHED = ".jixiao-"
_SPARES = 9


class Stored(NamedTuple):
    """Where the file is now (None where it was not kept), and what was found on the way."""

    path: Path | None
    findings: list[Finding]


def store(target: Path, data: bytes, gates: Sequence[Gate] = ()) -> Stored:
    """Write data to target; until the last step whatever stood there stays as it was.

    A target that cannot be replaced, such as one that is open in Word, stays; the new file is kept beside it.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_left_overs(target.parent)
        beside = _written_beside(target, data)
    except OSError as error:
        return Stored(None, [_not_writable(target, error)])
    findings = [finding for gate in gates for finding in gate(beside)]
    if blocking(findings):
        beside.unlink()
        return Stored(None, findings)
    stored = _renamed(beside, target)
    return Stored(stored.path, findings + stored.findings)


def store_listed(
    target: Path, data: bytes, listing: Callable[[Path], tuple[Path, bytes]], gates: Sequence[Gate] = ()
) -> tuple[Stored, Path | None]:
    """A document and what lists its contents: neither takes its place before both are written.

    listing: the other file and its contents, for the path where the document is; given back is where that file is now.
    """
    other, content = listing(target)
    try:
        other.parent.mkdir(parents=True, exist_ok=True)
        beside = _written_beside(other, content)
    except OSError as error:
        return Stored(None, [_not_writable(target, error)]), None
    stored = store(target, data, gates)
    if stored.path == target:
        listed = _renamed(beside, other)
    else:
        beside.unlink(missing_ok=True)
        listed = store(*listing(stored.path)) if stored.path else Stored(None, [])
    return Stored(stored.path, stored.findings + listed.findings), listed.path


def _remove_left_overs(folder: Path) -> None:
    oldest = time.time() - LEFT_OVER_AFTER
    for path in folder.glob(f"{_UNFINISHED}*"):
        with suppress(OSError):  # another run may have been quicker
            if path.stat().st_mtime < oldest:
                path.unlink()


@contextmanager
def replace_whole(target: Path) -> Iterator[Path]:
    """A path to write a large file to, which takes the place of `target` when it is whole, and else is removed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f"{_UNFINISHED}{os.getpid()}{target.suffix}")
    try:
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Remove what processes that are no more left unfinished; only for whoever holds the folder alone."""
    for path in folder.glob(f"{_UNFINISHED}*"):
        with suppress(OSError, ValueError):
            if not _is_alive(int(path.stem.removeprefix(_UNFINISHED))):
                path.unlink()


def _is_alive(process: int) -> bool:
    """Whether a process runs on this machine; where that cannot be asked it may."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _written_beside(target: Path, data: bytes) -> Path:
    beside = target.with_name(f"{_UNFINISHED}{os.getpid()}{target.suffix}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _renamed(beside: Path, target: Path) -> Stored:
    try:
        os.replace(beside, target)  # noqa: PTH105 - tests put a target that is held in its way
    except OSError as error:
        return _kept_beside(beside, target, error)
    return Stored(target, [])


def _kept_beside(beside: Path, target: Path, error: OSError) -> Stored:
    for spare in _spare_names(target):
        with suppress(OSError):
            os.replace(beside, spare)  # noqa: PTH105 - as above
            found = HELD.at(SourcePlace(target.as_posix()), kept=spare.name, reason=error.strerror or "")
            return Stored(spare, [found])
    beside.unlink(missing_ok=True)
    return Stored(None, [_not_writable(target, error)])


def _spare_names(target: Path) -> Iterator[Path]:
    for number in range(1, _SPARES + 1):
        mark = "（新）" if number == 1 else f"（新{number}）"
        yield target.with_name(f"{target.stem}{mark}{target.suffix}")


def _not_writable(target: Path, error: OSError) -> Finding:
    return NOT_WRITABLE.at(SourcePlace(target.as_posix()), reason=error.strerror or str(error))
