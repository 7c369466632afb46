"""The example that is measured: its report, figured out and drawn."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jixiao.ledger.view import View
from jixiao.locate import templates_dir
from jixiao.pipeline import Figured, examine
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from jixiao.render.parts import Origin

UNIT, YEAR = "xiangxi", 2022
DATA = Path("data_examples")
PROJECT = Path(UNIT, str(YEAR), "项目", "州智慧湘西建设专项")


def figured(data: Path) -> Figured:
    """The one report of the example, as the data in this folder give it."""
    return examine(data, templates_dir(), UNIT, YEAR).reports[0]


def document(report: Figured, view: View | None = None) -> bytes:
    """The report as a document; the view may be one that looks on."""
    case = report.case
    origin = Origin(UNIT, YEAR, case.report_name, case.format.name, case.format.version, "", "", date(YEAR, 12, 31))
    compiled, _ = compile_format(case.format)
    return render(compiled, view or report.ledger, origin)[0]
