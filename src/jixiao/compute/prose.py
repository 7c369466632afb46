"""A narrative together with the names its tags see."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.expr.scope import Scope
from jixiao.model.values import Narrative


@dataclass(frozen=True, slots=True)
class Prose:
    """Words of the unit with tags, still to be printed."""

    narrative: Narrative
    scope: Scope

    def __bool__(self) -> bool:
        return bool(self.narrative.paragraphs)
