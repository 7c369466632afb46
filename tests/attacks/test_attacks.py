"""Nothing that a narrative, chapter, form or package holds reaches beyond the report's own names, or goes on for long.

How soon each ends is measured by `make measure`; here only what would hang is caught.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.attacks.corpus import PLACES, WHERE, Attack, attacks, tried
from tests.attacks.expressions import ESCAPES

PATIENCE = 20
"""Seconds of the processor, under the tracing of coverage and beside other work."""


@pytest.mark.parametrize("attack", list(attacks()), ids=lambda attack: attack.name)
def test_an_attack_is_refused_where_it_stands_and_ends(attack: Attack, tmp_path: Path) -> None:
    outcome = tried(attack.sample(), tmp_path)
    assert outcome.died == ""
    assert outcome.seconds < PATIENCE
    assert outcome.found or not attack.refused
    assert all(place for _, place in outcome.found)
    assert not attack.codes or {code for code, _ in outcome.found} & {*attack.codes}


@pytest.mark.parametrize("place", PLACES)
def test_every_escape_is_refused_where_it_stands(place: str, tmp_path: Path) -> None:
    outcome = tried(PLACES[place](list(ESCAPES.values())), tmp_path)
    found = {at if place == "form" else at.rpartition(":")[0] for _, at in outcome.found}
    assert [name for number, name in enumerate(ESCAPES) if WHERE[place](number) not in found] == []
