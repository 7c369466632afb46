"""What follows from a tag that could not be read: the names that it would have given are not missed once more."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jixiao.kernel.finding import Finding
from jixiao.kernel.place import Place, SourcePlace

_GIVEN = re.compile(r"(\w+(?:\s*[,，]\s*\w+)*)\s+in\s|\bset\s+(\w+)")
_BROKEN = frozenset(("F201", "F202", "F203", "F204", "F205", "F302", "F304", "F309", "F313", "F314", "F352"))
"""What is wrong with tags themselves."""
_MISSED = frozenset(("C104", "F154"))
_NO_LOOP = "F351"


def without_consequences(problems: Iterable[Finding], found: Iterable[Finding]) -> list[Finding]:
    """What was found in templates, without the names that a broken loop or set in the same file would have given."""
    given: set[tuple[str, str]] = set()
    for problem in problems:
        if problem.code in _BROKEN and problem.place:
            tags = [problem.place.quote, *(value for _, value in problem.fields)]
            names = (
                name for tag in tags for pair in _GIVEN.findall(tag) for name in re.findall(r"\w+", " ".join(pair))
            )
            given |= {(_file(problem.place), name) for name in (*names, *(["loop"] if "for" in "".join(tags) else []))}
    return [each for each in found if not given & _missed(each)] if given else list(found)


def _missed(finding: Finding) -> set[tuple[str, str]]:
    """The name that a finding says is not there, with its file."""
    if finding.code == _NO_LOOP:
        return {(_file(finding.place), "loop")}
    if finding.code not in _MISSED:
        return set()
    return {(_file(finding.place), value) for name, value in finding.fields if name == "name"}


def _file(place: Place | None) -> str:
    return "" if place is None else place.file if isinstance(place, SourcePlace) else place.part
