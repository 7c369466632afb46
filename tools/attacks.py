"""Tries every attack of tests/attacks, and says how long the slowest took."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.attacks.corpus import attacks, tried
from tests.attacks.expressions import ESCAPES
from tests.attacks.prison import SECONDS


class Run(NamedTuple):
    """How many were tried; the seconds of the slowest; what is wrong with any."""

    tried: int
    slowest: float
    problems: list[str]


def run() -> Run:
    """Each in a process of its own, with 256 MB."""
    number, slowest, problems = 0, 0.0, []
    for attack in attacks():
        with tempfile.TemporaryDirectory() as folder:
            outcome = tried(attack.sample(), Path(folder))
        number += len(ESCAPES) if attack.name.startswith("escapes") else 1
        slowest = max(slowest, outcome.seconds)
        if outcome.died or outcome.seconds > SECONDS or (attack.refused and not outcome.found):
            problems.append(f"attack “{attack.name}”: {outcome.seconds:.1f} s {outcome.died}")
    return Run(number, slowest, problems)
