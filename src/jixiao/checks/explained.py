"""Explanations (说明): findings that ask for one disappear where it is given.

An explanation is keyed by a figure's name, which covers the whole and all rows (预算执行率), by row and name
(后评估费/预算执行率), by row alone (子项目/后评估费), or by the code of a check (K303). What a check says about words
(T…) is not explained by the figure's name alone, which may stand for another question, but by T201/预算执行率.
A department explains for a project under the project's name (其他运转类/预算执行率), for all of them by code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jixiao.checks.context import Context, called
from jixiao.compute.case import Case
from jixiao.expr.figure import FigureId
from jixiao.kernel.finding import REGISTRY, Finding, should
from jixiao.kernel.place import Place
from jixiao.kernel.similar import nearest
from jixiao.model.values import Narrative

UNUSED_EXPLANATION = should("K601")

COVERED_BY = {"实际到位": ("到位资金", "资金到位率"), "到位资金": ("资金到位率",)}
"""Figures that are explained together with another one."""

WORDS = "T"

Explanation = tuple[str, str]
"""Whose it is (a project's key, or nothing for the department), and its key."""


def explained(found: Iterable[tuple[Context, list[Finding]]]) -> Iterator[Finding]:
    """The findings that block, and those for which no explanation is given; then the explanations of nothing."""
    told = list(found)
    contexts = {context.case.project_key: context for context, _ in told}
    used: set[Explanation] = set()
    identities = _identities(told[0][0], {each.figure for _, found in told for each in found if not each.blocks})
    for context, findings in told:
        for each in findings:
            given = set() if each.blocks else _explanations(contexts, context, each, identities.get(each.figure))
            used |= given
            if not given:
                yield each
    for project, context in contexts.items():
        yield from _unused(context, {key for owner, key in used if owner == project})


def leave_to_others(reports: Sequence[tuple[Case, list[Finding]]]) -> None:
    """Take out of the findings of a unit's reports explanations that are too many in one, and of use in another."""
    told = [{each.place for each in findings if each.code == UNUSED_EXPLANATION.id} for _, findings in reports]
    if not any(told):
        return
    used = set().union(*(_explained_in(case) - unused for (case, _), unused in zip(reports, told, strict=True)))
    for _, findings in reports:
        findings[:] = [each for each in findings if each.code != UNUSED_EXPLANATION.id or each.place not in used]


def _explained_in(case: Case) -> set[Place | None]:
    """Where the explanations stand that a report may use."""
    subjects = [case.project] if case.project else [case.unit_year.department, *case.unit_year.projects.values()]
    return {each.place for subject in subjects if subject for each in subject.explanations.values()}


def _explanations(
    contexts: dict[str, Context], context: Context, finding: Finding, identity: FigureId | None
) -> set[Explanation]:
    """What explains a finding: with the project that its figure is of, or with the department."""
    keys, project = keys_of(finding, identity), identity.project if identity else context.case.project_key
    of_project = {f"{project}/{key}" for key in keys}
    found = set()
    for owner in {context.case.project_key, project, ""} & contexts.keys():
        wanted = keys | of_project if owner in (context.case.project_key, project) else {finding.code} | of_project
        found |= {(owner, key) for key in contexts[owner].once(_given).keys() & wanted}
    return found


def _unused(context: Context, used: set[str]) -> Iterator[Finding]:
    """One finding for each explanation that explains none of the findings; of what cannot be judged none is told."""
    figures = context.exact.figures
    given = {key: narrative for key, narrative in context.once(_given).items() if key not in used}
    unknown = {identity.name for identity, figure in figures.items() if figure.obstacle} if given else set()
    for key, narrative in given.items():
        # Codes of other stages are known when the report is rendered.
        if key.rpartition("/")[2] not in unknown and not (key in REGISTRY and key[0] not in "KT"):
            names = dict.fromkeys(name for identity in figures for name in (identity.name, called(identity)))
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


def _identities(context: Context, told: set[str]) -> dict[str, FigureId]:
    """The figures that findings tell of, by how they are told."""
    names = {each.rpartition("/")[2] for each in told if each}
    if not names:
        return {}
    return {str(each): each for each in context.exact.figures if each.name in names or "/" in each.name}
