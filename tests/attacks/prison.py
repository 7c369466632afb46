"""Runs something in a process of its own, with as much memory as an attack may take, and says what it took."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import time
from collections.abc import Callable
from typing import NamedTuple

MEMORY = 256 << 20
SECONDS = 2
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Outcome(NamedTuple):
    """What came of it: its findings as code and place; how long it took, in seconds of the processor; died: of what."""

    found: list[tuple[str, str]]
    seconds: float
    died: str = ""


def confined(work: Callable[[], list[tuple[str, str]]]) -> Outcome:
    """Run in a child that may take no more than an attack may; a child that dies says by what."""
    source, target = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        _serve(work, target)
    os.close(target)
    with os.fdopen(source, "rb") as stream:
        answer = stream.read()
    _, status = os.waitpid(child, 0)
    if not answer:
        return Outcome([], SECONDS, f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit {status}")
    found, seconds, died = pickle.loads(answer)  # noqa: S301 - written by our own child
    return Outcome(found, seconds, died)


def _serve(work: Callable[[], list[tuple[str, str]]], target: int) -> None:
    with open("/proc/self/statm", encoding="ascii") as sizes:  # noqa: PTH123 - no file of ours
        taken = int(sizes.read().split()[0]) * _PAGE
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, taken + MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS * 30, SECONDS * 30))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    start = time.process_time()
    try:
        found, died = work(), ""
    except BaseException as error:  # noqa: BLE001 - whatever an attack brings about
        found, died = [], f"{type(error).__name__}: {error}"
    with os.fdopen(target, "wb") as stream:
        stream.write(pickle.dumps((found, time.process_time() - start, died)))
    os._exit(0)
