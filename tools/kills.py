"""Runs over many units that are killed at random moments, each followed by one that nobody disturbs."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.bulk.faults import finish, killed_at, whole
from tests.bulk.trees import files, plant

RUNS, UNITS, LATEST = 50, 40, 4.0


class Kills(NamedTuple):
    """How many runs were killed before their end, and what was wrong afterwards."""

    runs: int
    killed: int
    problems: list[str]


def run_all(runs: int = RUNS) -> Kills:
    """Kill so many runs, each at another moment of the same tree's work."""
    units = {f"单位{number:03}": "" for number in range(UNITS)}
    problems: list[str] = []
    killed = 0
    with tempfile.TemporaryDirectory() as name:
        whole_tree = plant(Path(name) / "undisturbed", units)
        finish(whole_tree)
        expected = files(whole_tree)
        for seed in range(runs):
            place = plant(Path(name) / str(seed), units)
            killed += killed_at(place, random.Random(seed).uniform(0.3, LATEST))  # noqa: S311 - a moment
            if not whole(place):
                problems.append(f"run {seed}: a broken document")
            finish(place)
            if files(place) != expected:
                problems.append(f"run {seed}: the next run does not end with the same files")
    return Kills(runs, killed, problems)
