"""Findings: what is wrong with the user's data or templates, as values that are collected and returned."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import Place


class Strength(StrEnum):
    """MUST blocks the report (unless it is a draft); SHOULD asks for an explanation."""

    MUST = "must"
    SHOULD = "should"


@frozen
class Finding:
    """One problem: its code, where it stands, what was expected and found. The words come from the catalogue."""

    code: str
    strength: Strength
    place: Place | None = None
    fields: tuple[tuple[str, str], ...] = ()
    expected: str = ""
    actual: str = ""
    figure: str = ""
    related: tuple[Place, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether the report may not be written while this stands."""
        return self.strength is Strength.MUST


@frozen
class Code:
    """A kind of finding, declared once in the module that finds it; `register` keeps the list of all kinds."""

    id: str
    strength: Strength

    def at(
        self,
        place: Place | None,
        *,
        expected: str = "",
        actual: str = "",
        figure: str = "",
        related: Iterable[Place] = (),
        **fields: object,
    ) -> Finding:
        """A finding of this kind; fields fill the named gaps of its sentence in the catalogue."""
        named = tuple((name, str(value)) for name, value in fields.items())
        return Finding(self.id, self.strength, place, named, expected, actual, figure, tuple(related))


REGISTRY: dict[str, Code] = {}


def must(code: str) -> Code:
    """Declare a kind of finding that blocks the report."""
    return _register(Code(code, Strength.MUST))


def should(code: str) -> Code:
    """Declare a kind of finding that asks for an explanation."""
    return _register(Code(code, Strength.SHOULD))


def _register(code: Code) -> Code:
    if code.id in REGISTRY:
        raise ValueError(f"finding code declared twice: {code.id}")
    REGISTRY[code.id] = code
    return code


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Those findings that block the report."""
    return [finding for finding in findings if finding.blocks]


def once(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once; the names that it suggests (near) make no other finding of it.

    One mistake in a rule is met again in each project of a department, among other names.
    """
    told: dict[Finding, Finding] = {}
    for each in findings:
        said = tuple(field for field in each.fields if field[0] != "near")
        told.setdefault(
            Finding(each.code, each.strength, each.place, said, each.expected, each.actual, each.figure), each
        )
    return list(told.values())
