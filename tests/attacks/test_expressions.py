"""Nothing that a narrative, a chapter or a form says reaches further than the report's own names, or takes long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.attacks.expressions import BOMBS, ESCAPES, FIRES, HARMLESS
from tests.attacks.prison import SECONDS, Outcome, confined
from tests.errors.bench import CHAPTER, FORM, NOTES, Sample, chapter, drawing, lay
from tests.render.drawn import form


def narrative(words: str) -> Sample:
    """Words that a unit wrote, which a chapter prints."""
    return Sample({NOTES: f"# 攻击\n\n{words}\n", CHAPTER: "{{ 文字.攻击 }}\n"})


PLACES: dict[str, Callable[[str], Sample]] = {
    "narrative": narrative,
    "chapter": chapter,
    "form": lambda words: drawing(form(words)),
}


ALL_AT_ONCE: dict[str, Callable[[list[str]], Sample]] = {
    "narrative": lambda escapes: narrative("\n\n".join(escapes)),
    "chapter": lambda escapes: chapter("\n\n".join(escapes) + "\n"),
    "form": lambda escapes: drawing(form(*escapes)),
}
WHERE: dict[str, Callable[[int], str]] = {
    "narrative": lambda number: f"{NOTES}:{number * 2 + 3}",
    "chapter": lambda number: f"{CHAPTER}:{number * 2 + 1}",
    "form": lambda number: f"{FORM} 段{number + 1}",
}
"""Where the escape of this number stands: each is a paragraph of its own."""


def tried(sample: Sample, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    """What comes of it, within the bounds of time and memory."""
    lay(folder, sample)
    monkeypatch.chdir(folder)
    outcome = confined(lambda: [(finding.code, str(finding.place or "")) for finding in sample.find()])
    assert outcome.died == ""
    assert outcome.seconds < SECONDS
    return outcome


@pytest.mark.parametrize("place", PLACES)
def test_every_escape_is_refused_where_it_stands(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = tried(ALL_AT_ONCE[place](list(ESCAPES.values())), tmp_path, monkeypatch)
    found = {at if place == "form" else at.rpartition(":")[0] for _, at in outcome.found}
    passed = [name for number, name in enumerate(ESCAPES) if WHERE[place](number) not in found]
    assert passed == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", [*BOMBS, *HARMLESS])
def test_a_bomb_ends_soon(name: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = tried(PLACES[place](BOMBS.get(name) or HARMLESS[name]), tmp_path, monkeypatch)
    assert outcome.found or name in HARMLESS


@pytest.mark.parametrize("name", FIRES)
def test_loops_that_multiply_are_stopped(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = chapter(FIRES[name])
    sample.files["data/样例/2022/项目/某项目/更多.yaml"] = (
        f"指标文: [{', '.join(f'{{文号: 文{at}, 金额: 1}}' for at in range(300))}]\n"
    )
    outcome = tried(sample, tmp_path, monkeypatch)
    assert {"C115", "C116"} & {code for code, _ in outcome.found}
