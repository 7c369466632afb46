"""Tasks that die, hang, eat memory or fail are told; the others are done all the same."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from jixiao.bulk.supervisor import Limits, Supervisor, Trouble

MEMORY = 600_000_000


def square(task: str) -> int:
    """Does what the task says, else squares it."""
    word, _, rest = task.partition(" ")
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "die-once" and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "hang":
        time.sleep(60)
    if word == "eat":
        bytearray(2 * MEMORY)
    if word == "fail":
        raise ValueError("not today")
    return int(word) ** 2 if word.isdecimal() else 0


def outcomes(tasks: list[str], limits: Limits, processes: int = 2) -> dict[str, tuple[int | None, Trouble | None]]:
    with Supervisor(square, processes, limits) as supervisor:
        supervisor.tasks.extend(tasks)
        return {each.task: (each.result, each.trouble) for each in supervisor.outcomes()}


NUMBERS = [str(each) for each in range(1, 21)]
SQUARES = {each: (int(each) ** 2, None) for each in NUMBERS}


@pytest.mark.parametrize(
    ("task", "trouble"),
    [("die", Trouble.KILLED), ("hang", Trouble.TIME), ("fail", Trouble.ERROR), ("eat", Trouble.MEMORY)],
)
def test_one_bad_task_costs_nobody_else(task: str, trouble: Trouble) -> None:
    found = outcomes([*NUMBERS[:5], task, *NUMBERS[5:]], Limits(3.0, MEMORY))
    assert found == {**SQUARES, task: (None, trouble)}


def test_a_task_whose_process_was_killed_by_others_is_tried_again(tmp_path: Path) -> None:
    task = f"die-once {tmp_path / 'died'}"
    assert outcomes([task, *NUMBERS], Limits()) == {**SQUARES, task: (0, None)}


def test_what_python_said_is_kept() -> None:
    with Supervisor(square, 1, Limits()) as supervisor:
        supervisor.tasks.append("fail")
        (outcome,) = supervisor.outcomes()
    assert outcome.said.strip().endswith("ValueError: not today")


def test_tasks_may_be_added_while_outcomes_are_taken() -> None:
    done: list[str] = []
    with Supervisor(square, 2, Limits()) as supervisor:
        supervisor.tasks.append("1")
        for outcome in supervisor.outcomes():
            done.append(outcome.task)
            if outcome.task == "1":
                supervisor.tasks.extend(["2", "3"])
    assert sorted(done) == ["1", "2", "3"]


def test_stopping_ends_after_what_is_begun() -> None:
    with Supervisor(square, 1, Limits()) as supervisor:
        supervisor.tasks.extend(NUMBERS)
        done = []
        for outcome in supervisor.outcomes():
            done.append(outcome.task)
            supervisor.stopping = True
        assert done == ["1"]
        assert len(supervisor.tasks) == len(NUMBERS) - 1


def test_no_process_outlives_its_supervisor() -> None:
    with Supervisor(square, 2, Limits()) as supervisor:
        supervisor.tasks.extend(["hang", "1"])
        next(supervisor.outcomes())
        processes = [worker._process for worker in supervisor._workers]
    assert processes
    assert not any(process.is_alive() for process in processes)
