"""What a format rules, as expressions see it: its grades, and the limits beyond which a word is asked for."""

from __future__ import annotations

from jixiao.compute.records import ItemRecord, Values
from jixiao.expr.figure import Figure
from jixiao.expr.functions import Items
from jixiao.formats.rules import Thresholds
from jixiao.kernel.unit import PERCENT
from jixiao.model.fields import Kind, fields_of

GRADES, LIMITS = "各等级", "阈值"


def grades(evaluation: Values) -> Items:
    """The grades of a format from the top down, rows for which it may have figures."""
    scoring = evaluation.case.format.rules.scoring
    names = [str(grade.name) for grade in (scoring.grades if scoring else ())]
    return Items([ItemRecord(evaluation, GRADES, name, None, {"名称": name}) for name in names], GRADES)


def limits(evaluation: Values) -> ItemRecord:
    """The limits of a format by name; they are rules and no figures of the report."""
    rules = evaluation.case.format.rules.thresholds
    entries = {
        row.field.name: getattr(rules, row.attribute, None)
        for row in fields_of(Thresholds)
        if row.field.kind is Kind.NUMBER
    }
    found = {name: Figure(each and each.value, PERCENT, number=each and each.number) for name, each in entries.items()}
    return ItemRecord(evaluation, LIMITS, LIMITS, None, found)
