"""What is wrong with the formulas, checks and narratives of a format, seen on a report without data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.compute.errors import CODES, TAKEN_AS_FACT, expression_finding
from jixiao.compute.evaluation import Evaluation
from jixiao.compute.records import ItemRecord
from jixiao.compute.sample import names_in
from jixiao.expr.static import judged
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import Place
from jixiao.kernel.similar import nearest
from jixiao.model.unit import kinds
from jixiao.model.values import Narrative, Text

UNKNOWN_SUBJECT = must("F151")

_OF_MANY = tuple(CODES[kind].id for kind in ("cycle", "long_chain"))
"""What shows only where formulas are evaluated, one for the other."""


def rule_findings(sample: Evaluation) -> Iterator[Finding]:
    """The findings of 指标, 检查, 文件名 and 锁定; sample: of an empty report in the format."""
    rules = sample.case.format.rules
    root = [sample.root]
    known = {*kinds(), *sample.names(), ""}
    for (kind, name), rule in rules.figures_in_use.items():
        if rule.of and kind not in known:
            near = "、".join(nearest(kind, sorted(known)))
            yield UNKNOWN_SUBJECT.at(rule.of.place, kind=kind, name=name, near=near)
        if rule.formula:
            yield from _of(rule.formula.text, rule.formula.place, _subjects(sample, kind))
            yield from _taken_as_facts(rule.formula, _subjects(sample, kind))
    for check in rules.checks:
        subjects = _subjects(sample, str(check.of or ""))
        for text in (check.condition, check.figure):
            if text:
                yield from _of(text.text, text.place, subjects)
        yield from _of_tags(check.message, subjects)
    yield from _of_tags(rules.file_name, root)
    for locked in rules.display.locked if rules.display else ():
        yield from _of(locked.text, locked.place, root)
    sample.all_figures()
    yield from (each for each in sample.findings if each.code in _OF_MANY)


def _subjects(sample: Evaluation, kind: str) -> list[ItemRecord]:
    """The records that a rule is about (对象), in the whole and in its projects."""
    return [record for each in (sample, *sample.parts) for record in each.records(kind)]


def _taken_as_facts(formula: Text, subjects: Iterable[ItemRecord]) -> Iterator[Finding]:
    """Names in a formula that nothing has, so that the unit is asked for them, though they are like one that is there.

    The sample has such facts, and no others.
    """
    for record in subjects:
        facts = record.evaluation.case.unit_year.facts
        names = [name for name in record.scope.names() if name not in facts]
        for name in sorted(names_in(formula.text) & facts.keys()):
            if near := "、".join(nearest(name, names)):
                at = formula.place._replace(column=formula.place.column + max(formula.text.find(name), 0))
                yield TAKEN_AS_FACT.at(at, formula=formula, name=name, near=near)
                return


def _of(text: str, place: Place, subjects: Iterable[ItemRecord]) -> Iterator[Finding]:
    for record in subjects:
        yield from (expression_finding(error, place, text) for error in judged(text, record.scope)[1])


def _of_tags(narrative: Narrative | None, subjects: Iterable[ItemRecord]) -> Iterator[Finding]:
    for tag in narrative.tags if narrative else ():
        yield from _of(tag.expression, tag.place, subjects)
