"""Explanations (说明): findings that ask for one disappear where it is given.

An explanation is keyed by a figure's name, which covers the whole and all rows (预算执行率), by row and name
(后评估费/预算执行率), by row alone (子项目/后评估费), or by the code of a check (K303). What a check says about words
(T…) is not explained by the figure's name alone, which may stand for another question, but by T201/预算执行率.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.checks.context import Context, called
from jixiao.expr.figure import FigureId
from jixiao.kernel.finding import REGISTRY, Finding, should
from jixiao.kernel.similar import nearest
from jixiao.model.values import Narrative

UNUSED_EXPLANATION = should("K601")

COVERED_BY = {"实际到位": ("到位资金", "资金到位率"), "到位资金": ("资金到位率",)}
"""Figures that are explained together with another one."""

WORDS = "T"


def unexplained(context: Context, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that block, and those for which no explanation is given."""
    given = _given(context)
    identities = _identities(context)
    return [each for each in findings if each.blocks or not given.keys() & keys_of(each, identities.get(each.figure))]


def unused(context: Context, findings: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for each explanation that explains none of the findings."""
    identities = _identities(context)
    used = {key for each in findings if not each.blocks for key in keys_of(each, identities.get(each.figure))}
    names = dict.fromkeys(name for identity in identities.values() for name in (identity.name, called(identity)))
    for key, narrative in _given(context).items():
        # Codes of other stages are known when the report is rendered.
        if key not in used and not (key in REGISTRY and key[0] not in "KT"):
            near = [] if key in names or key in REGISTRY else nearest(key, names)
            yield UNUSED_EXPLANATION.at(narrative.place, name=key, near="、".join(near) or key)


def keys_of(finding: Finding, identity: FigureId | None) -> set[str]:
    """The keys under which a finding may be explained."""
    if identity is None:
        return {finding.code}
    if finding.code.startswith(WORDS):
        return {finding.code, f"{finding.code}/{identity.name}", f"{finding.code}/{called(identity)}"}
    rows = {identity.item, called(identity), f"{identity.item}/{identity.name}"} if identity.item else set()
    return {finding.code, identity.name, *COVERED_BY.get(identity.name, ()), *rows}


def _given(context: Context) -> dict[str, Narrative]:
    explanations = context.case.subject.explanations
    return {key: narrative for key, narrative in explanations.items() if narrative.paragraphs}


def _identities(context: Context) -> dict[str, FigureId]:
    return {str(identity): identity for identity in context.exact.figures}
