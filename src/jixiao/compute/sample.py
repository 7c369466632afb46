"""A report on nothing: every record is there and empty, every list has one row. It shows what names there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.expr.expression import ExpressionError, expression
from jixiao.expr.figure import MISSING
from jixiao.formats.format import Format
from jixiao.model.department import Department
from jixiao.model.fields import Kind, fields_of
from jixiao.model.project import Project
from jixiao.model.staged import NOWHERE
from jixiao.model.unit import Report, Unit, UnitYear
from jixiao.model.values import Entry


def sample_case(form: Format) -> Case:
    """An empty report in this format, of a department with one project or of that project.

    The facts that the format's figures ask the unit for are there too, and empty.
    """
    project: Project = replace(empty(Project), key=Project.kind)
    is_department = str(form.rules.subject or "") == Department.kind
    unit_year = UnitYear(
        year=form.year,
        unit=empty(Unit),
        reports=(empty(Report),),
        department=empty(Department) if is_department else None,
        projects={project.key: project},
    )
    case = Case(unit_year, unit_year.reports[0], None if is_department else project, form)
    facts = {name: Entry("", NOWHERE) for name in _asked_for(Evaluation(case))}
    return replace(case, unit_year=replace(unit_year, facts=facts))


def _asked_for(sample: Evaluation) -> Iterator[str]:
    """Names in formulas that neither the program nor the format gives a value."""
    for each in (sample, *sample.parts):
        for (kind, _), rule in each.case.format.rules.figures_in_use.items():
            for record in each.records(kind):
                yield from (name for name in names_in(str(rule.formula or "")) if record.scope.lookup(name) is MISSING)


def names_in(formula: str) -> frozenset[str]:
    """The names that a formula uses; none where it cannot be read."""
    try:
        return expression(formula).names if formula else frozenset()
    except ExpressionError:  # told where the figure is computed
        return frozenset()


def empty(record_type: type[Any]) -> Any:
    """A record of this type without values, which holds all the records that it may."""
    held: dict[str, object] = {}
    for row in fields_of(record_type):
        if row.field.item and row.field.kind is Kind.RECORD:
            held[row.attribute] = empty(row.field.item)
        elif row.field.item and row.field.kind is Kind.LIST:
            held[row.attribute] = (empty(row.field.item),)
    return record_type(**held)
