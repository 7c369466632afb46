"""What the overview of all units says of a report, taken from its printed values."""

from __future__ import annotations

from decimal import Decimal

from jixiao.bulk.record import ProjectRow, ReportRow
from jixiao.compute.evaluation import Evaluation
from jixiao.compute.records import ItemRecord
from jixiao.expr.figure import Figure
from jixiao.expr.functions import Items
from jixiao.kernel.rounding import stripped
from jixiao.pipeline import Written

BUDGET, EXECUTED, RATE, SCORE, GRADE, FULL = "全年预算数", "全年执行数", "预算执行率", "总分", "等级", "总分值"
_GIVEN = "自评结果"
_WHOLE = Decimal(100)


def report_row(written: Written) -> ReportRow:
    """The row of a report; without file where it was not written."""
    figured = written.drawn.figured
    case, printed = figured.case, figured.ledger.printed_figures
    parts = () if case.project else printed.parts
    path = written.stored.path if written.in_place else None
    return ReportRow(
        name=case.report_name,
        format=case.format.name,
        project=case.project_key,
        file=path.name if path else "",
        figures=written.figures.name if path and written.figures else "",
        sha256=written.drawn.digest if path else "",
        count=len(figured.exact.all_figures()),
        projects=tuple(_project(part) for part in parts),
        **_values(printed),
    )


def _project(part: Evaluation) -> ProjectRow:
    project = part.case.project
    return ProjectRow(str((project and project.name) or part.case.project_key), **_values(part))


def _values(printed: Evaluation) -> dict[str, str]:
    root = printed.root
    score, grade = _scored(root)
    return {
        "budget": _number(root.get(BUDGET)),
        "executed": _number(root.get(EXECUTED)),
        "rate": _number(root.get(RATE)),
        "score": score,
        "grade": grade,
    }


def _scored(root: ItemRecord) -> tuple[str, str]:
    """Points and grade: those that people gave, or those of indicators whose points make a hundred."""
    given = root.get(_GIVEN)
    if isinstance(given, ItemRecord) and (points := _number(given.get(SCORE))):
        return points, _words(given.get(GRADE)) or _words(root.get(GRADE))
    full = root.get(FULL)
    if isinstance(full, Figure) and full.value == _WHOLE:
        return _number(root.get(SCORE)), _words(root.get(GRADE))
    return "", ""


def _number(value: object) -> str:
    return stripped(value.value) if isinstance(value, Figure) and value.value is not None else ""


def _words(value: object) -> str:
    return "" if isinstance(value, Items | Figure) or not isinstance(value, str) else value
