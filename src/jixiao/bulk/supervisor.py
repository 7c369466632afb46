"""Work done by processes that may die: a task that kills one is told, the others are done all the same.

The pools of the standard library hang or give everything up when one of their processes is killed.
"""

from __future__ import annotations

import gc
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Generic, NamedTuple, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Trouble(StrEnum):
    """Why a task has no result."""

    KILLED = "killed"
    TIME = "time"
    MEMORY = "memory"
    ERROR = "error"


class Limits(NamedTuple):
    """What one task may take: seconds, and bytes of memory of its process (0: no bound)."""

    seconds: float = 120.0
    memory: int = 2_000_000_000


class Outcome(NamedTuple, Generic[Task, Result]):
    """What came of a task: its result, or why there is none and, of an error, what Python said. seconds: it took."""

    task: Task
    result: Result | None
    trouble: Trouble | None = None
    said: str = ""
    seconds: float = 0.0


_ATTEMPTS = 2
"""How often a task is tried whose process dies: something else on the machine may have killed it."""

_TICK = 0.25
"""Seconds after which the clock, and the wish to stop, are looked at."""

_COLLECT_AFTER = 200
"""Tasks after which a process looks for cycles: they pile up slowly, and looking takes time."""

_LAST_SECONDS = 5.0
"""Seconds that a process has to end by itself."""


class Supervisor(Generic[Task, Result]):
    """Processes of its own that do tasks, one at a time each.

    tasks: those that wait; more may be added while outcomes are taken. stopping: finish what is begun and no more.
    """

    def __init__(self, work: Callable[[Task], Result], processes: int, limits: Limits) -> None:
        self.tasks: deque[Task] = deque()
        self.stopping = False
        self._work = work
        self._processes = processes
        self._limits = limits
        self._attempts: dict[Task, int] = {}
        self._workers: list[_Worker[Task, Result]] = []

    def __enter__(self) -> Supervisor[Task, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.dismiss()
        self._workers.clear()

    def outcomes(self) -> Iterator[Outcome[Task, Result]]:
        """Do the tasks; their outcomes as they come."""
        while self._hand_out():
            links = {each.link: each for each in self._workers if each.is_busy}
            ready = wait(list(links), _TICK)
            for worker in list(links.values()):
                outcome = self._received(worker) if worker.link in ready else self._overdue(worker)
                if outcome is not None:
                    yield outcome

    def _hand_out(self) -> bool:
        """Give tasks to who is idle; whether anybody is at work."""
        waiting = not self.stopping and bool(self.tasks)
        while waiting and sum(each.is_busy for each in self._workers) < self._processes:
            idle = next((each for each in self._workers if not each.is_busy), None)
            if idle is None:
                idle = _Worker(self._work, self._limits.memory)
                self._workers.append(idle)
            idle.begin(self.tasks.popleft())
            waiting = bool(self.tasks)
        return any(each.is_busy for each in self._workers)

    def _received(self, worker: _Worker[Task, Result]) -> Outcome[Task, Result] | None:
        """What a process sent; nothing where it died and its task is tried again."""
        task, seconds = worker.task(), worker.seconds
        try:
            result, trouble, said = worker.received()
        except (EOFError, OSError):
            self._dismiss(worker)
            attempts = self._attempts[task] = self._attempts.get(task, 1)
            if attempts < _ATTEMPTS and not self.stopping:
                self._attempts[task] = attempts + 1
                self.tasks.appendleft(task)
                return None
            return Outcome(task, None, Trouble.KILLED, "", seconds)
        if trouble is Trouble.MEMORY:
            self._dismiss(worker)
        return Outcome(task, result, trouble, said, seconds)

    def _overdue(self, worker: _Worker[Task, Result]) -> Outcome[Task, Result] | None:
        """Stop a process that takes too long."""
        if not self._limits.seconds or worker.seconds < self._limits.seconds:
            return None
        task, seconds = worker.task(), worker.seconds
        self._dismiss(worker)
        return Outcome(task, None, Trouble.TIME, "", seconds)

    def _dismiss(self, worker: _Worker[Task, Result]) -> None:
        self._workers.remove(worker)
        worker.kill()


class _Worker(Generic[Task, Result]):
    """A process and the link to it."""

    def __init__(self, work: Callable[[Task], Result], memory: int) -> None:
        context = get_context("spawn")  # a copy of a program with threads may hang; and it is the same everywhere
        self.link, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, work, memory), daemon=True)
        self._process.start()
        other.close()
        self._task: list[Task] = []
        self._began = 0.0

    @property
    def is_busy(self) -> bool:
        """Whether it has a task."""
        return bool(self._task)

    @property
    def seconds(self) -> float:
        """How long it has been at its task."""
        return time.monotonic() - self._began

    def task(self) -> Task:
        """The task that it has."""
        return self._task[0]

    def begin(self, task: Task) -> None:
        """Give it a task; a process that is dead already is found when it is listened to."""
        self._task, self._began = [task], time.monotonic()
        with suppress(OSError):
            self.link.send(task)

    def received(self) -> tuple[Result | None, Trouble | None, str]:
        """What it says of its task. Raises EOFError or OSError where it died."""
        said: tuple[Result | None, Trouble | None, str] = self.link.recv()
        self._task = []
        return said

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.join()
        self.link.close()

    def dismiss(self) -> None:
        """End it: at once where it is at work, else when it has put its things away."""
        self.link.close()
        if self.is_busy:
            self._process.kill()
        self._process.join(_LAST_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _serve(link: Connection, work: Callable[[Task], Result], memory: int) -> None:
    """What a process does: tasks, until nobody is there to give one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the supervisor
    _bound(memory)
    gc.disable()
    done = 0
    while True:
        try:
            task = link.recv()
        except (EOFError, OSError):
            return
        said = _done(work, task)
        try:
            link.send(said)
        except OSError:
            return
        done += 1
        if done % _COLLECT_AFTER == 0:
            gc.collect()


def _done(work: Callable[[Task], Result], task: Task) -> tuple[Result | None, Trouble | None, str]:
    try:
        return work(task), None, ""
    except MemoryError:
        return None, Trouble.MEMORY, ""
    except Exception:  # noqa: BLE001 - whatever is wrong with one task, the others are done
        return None, Trouble.ERROR, traceback.format_exc()


def _bound(memory: int) -> None:
    """Bound the memory of this process, where the system can (not on Windows)."""
    if not memory:
        return
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (memory if hard < 0 else min(memory, hard), hard))
