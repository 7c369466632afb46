"""What the unit wrote in words: a narrative together with the names its tags see, and all of them by name (文字)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jixiao.compute.case import Case
from jixiao.compute.scoring import EXECUTION_RATE
from jixiao.expr.figure import MISSING
from jixiao.expr.scope import Scope
from jixiao.kernel.frozen import frozen
from jixiao.model.values import Narrative


@frozen
class Prose:
    """Words of the unit with tags, still to be printed."""

    narrative: Narrative
    scope: Scope

    def __bool__(self) -> bool:
        return bool(self.narrative.paragraphs)


class NarrativeRecord:
    """Words of the unit by name; those that are known and that nobody wrote are blank."""

    def __init__(self, kind: str, known: Iterable[str], written: Mapping[str, Narrative], scope: Scope) -> None:
        """scope: what the tags see."""
        self.kind = self.label = kind
        self._known = dict.fromkeys(known)
        self._written = written
        self._scope = scope

    def get(self, name: str) -> object:
        """The narrative of this name."""
        if name in self._written:
            return Prose(self._written[name], self._scope)
        return None if name in self._known else MISSING

    def names(self) -> Iterable[str]:
        """Those that are known and those the unit wrote."""
        return dict.fromkeys([*self._known, *self._written])


def narratives_of(case: Case, scope: Scope, *, is_part: bool) -> NarrativeRecord:
    """文字: the subject's narratives, then the unit's; is_part: whether it is one of a department's projects."""
    rules = case.format.rules
    required = rules.project_texts if is_part else rules.required_texts
    known = (text.text for text in (*required, *rules.optional_texts))
    return NarrativeRecord("文字", known, case.unit_year.narratives | case.subject.narratives, scope)


def explanations_of(case: Case, scope: Scope) -> NarrativeRecord:
    """说明: what the subject's data say to the questions of the checks; every report knows that on low execution."""
    return NarrativeRecord("说明", [EXECUTION_RATE], case.subject.explanations, scope)
