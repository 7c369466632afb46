"""What the unit wrote in words: a narrative together with the names its tags see, and all of them by name (文字)."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.compute.case import Case
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
    """文字: the subject's narratives, then the unit's; those the format knows and nobody wrote are blank."""

    kind = label = "文字"

    def __init__(self, case: Case, scope: Scope, *, within_department: bool) -> None:
        """scope: what the tags see. within_department: whether it is a project in the report of a department."""
        rules = case.format.rules
        required = rules.project_texts if within_department else rules.required_texts
        self._known = dict.fromkeys(text.text for text in (*required, *rules.optional_texts))
        self._written = case.unit_year.narratives | case.subject.narratives
        self._scope = scope

    def get(self, name: str) -> object:
        """The narrative of this name."""
        if name in self._written:
            return Prose(self._written[name], self._scope)
        return None if name in self._known else MISSING

    def names(self) -> Iterable[str]:
        """The narratives the format knows and those the unit wrote."""
        return dict.fromkeys([*self._known, *self._written])
