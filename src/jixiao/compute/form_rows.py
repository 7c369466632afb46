"""The rows of the self-evaluation form: the indicators, and an empty row for each second-level one that has none."""

from __future__ import annotations

from jixiao.compute.indicators import INDICATORS
from jixiao.compute.records import ItemRecord, Values
from jixiao.expr.functions import Items
from jixiao.model.project import Indicator

FORM_ROWS = "绩效指标行"


def form_rows(evaluation: Values) -> Items:
    """The indicators in their order; what the format asks for and nobody filled in stands where the format has it."""
    rows = _records(evaluation.lookup(INDICATORS))
    for group in _records(evaluation.lookup("一级指标")):
        categories = [str(name) for name in _list(group.values["二级指标"])]
        for at, category in enumerate(categories):
            inside = [place for place, row in enumerate(rows) if row.values["一级指标"] == group.label]
            found = [rows[place].values["二级指标"] for place in inside]
            if category not in found:
                later = [place for place, other in zip(inside, found, strict=True) if other in categories[at:]]
                place = later[0] if later else inside[-1] + 1 if inside else len(rows)
                rows.insert(place, _empty(evaluation, group, category))
    return Items(rows, FORM_ROWS)


def _empty(evaluation: Values, group: ItemRecord, category: str) -> ItemRecord:
    """A row with every name of an indicator, of which it says only where it belongs."""
    blank = dict.fromkeys(ItemRecord(evaluation, INDICATORS, "", Indicator()).names(), "")
    project = evaluation.lookup("项目")
    givens = {**blank, "项目": project, "一级指标": group.label, "二级指标": category, "一级指标组": group}
    return ItemRecord(evaluation, FORM_ROWS, category, None, givens)


def _records(value: object) -> list[ItemRecord]:
    return [each for each in _list(value) if isinstance(each, ItemRecord)]


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, Items) else []
