"""Every attack as a bench that is laid out on disk, and what it may come to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.attacks import chapters
from tests.attacks.expressions import BOMBS, ESCAPES, FIRES, HARMLESS
from tests.attacks.outlines import OUTLINES
from tests.attacks.packages import PACKAGES
from tests.attacks.prison import Outcome, confined
from tests.attacks.sections import HARMLESS_SECTIONS, SECTIONS
from tests.errors.bench import CHAPTER, FORM, NOTES, Sample, chapter, drawing, lay
from tests.render.drawn import form

ALLOTMENTS = "data/样例/2022/项目/某项目/更多.yaml"


class Attack(NamedTuple):
    """One attack; refused: whether something must be found, and by which codes, if that matters."""

    name: str
    sample: Callable[[], Sample]
    refused: bool = True
    codes: tuple[str, ...] = ()


def narrative(words: str) -> Sample:
    """Words that a unit wrote, which a chapter prints."""
    return Sample({NOTES: f"# 攻击\n\n{words}\n", CHAPTER: "{{ 文字.攻击 }}\n"})


PLACES: dict[str, Callable[[list[str]], Sample]] = {
    "narrative": lambda paragraphs: narrative("\n\n".join(paragraphs)),
    "chapter": lambda paragraphs: chapter("\n\n".join(paragraphs) + "\n"),
    "form": lambda paragraphs: drawing(form(*paragraphs)),
}
WHERE: dict[str, Callable[[int], str]] = {
    "narrative": lambda number: f"{NOTES}:{number * 2 + 3}",
    "chapter": lambda number: f"{CHAPTER}:{number * 2 + 1}",
    "form": lambda number: f"{FORM} 段{number + 1}",
}
"""Where the paragraph of this number stands, without the column."""


def attacks() -> Iterator[Attack]:
    """All of them; the escapes of a place are the paragraphs of one report."""
    for place, sample in PLACES.items():
        yield Attack(f"escapes in a {place}", lambda sample=sample: sample(list(ESCAPES.values())))  # type: ignore[misc]
        for name, words in (BOMBS | HARMLESS).items():
            made = lambda sample=sample, words=words: sample([words])  # noqa: E731 - bound now
            yield Attack(f"{name} in a {place}", made, refused=name in BOMBS)
    for name, words in FIRES.items():
        yield Attack(name, lambda words=words: _fire(words), codes=("C115", "C116"))  # type: ignore[misc]
    for name, outline in OUTLINES.items():
        yield Attack(f"outline: {name}", lambda outline=outline: outline)  # type: ignore[misc]
    for name, made_chapter in (chapters.REFUSED | chapters.HARMLESS).items():
        yield Attack(f"chapter: {name}", made_chapter, refused=name in chapters.REFUSED)
    for name, package in PACKAGES.items():
        yield Attack(f"package: {name}", lambda package=package: drawing(package()))  # type: ignore[misc]
    for name, package in (SECTIONS | HARMLESS_SECTIONS).items():
        reaching = name in SECTIONS
        yield Attack(f"section: {name}", lambda package=package: drawing(package()), refused=reaching)  # type: ignore[misc]


def tried(sample: Sample, folder: Path) -> Outcome:
    """What comes of it: the codes and places of all that must be mended."""
    lay(folder, sample)
    before = Path.cwd()
    os.chdir(folder)
    try:
        return confined(lambda: [(each.code, str(each.place or "")) for each in sample.find()])
    finally:
        os.chdir(before)


def _fire(words: str) -> Sample:
    sample = chapter(words)
    rows = ", ".join(f"{{文号: 文{at}, 金额: 1}}" for at in range(300))
    return sample._replace(files={**sample.files, ALLOTMENTS: f"指标文: [{rows}]\n"})
