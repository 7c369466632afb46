import io

import pytest
from docxtpl import DocxTemplate

from benchmarks.twin import Twin
from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.package.text import texts
from jixiao.pipeline import draw, examine
from jixiao.render.compiled import compile_format
from tools.example import DATA as DATA_EXAMPLES

NOTE = "注：表中数字经四舍五入"


def words(document: bytes) -> list[str]:
    return [each.text for each in texts(read(document)) if each.text and not each.text.startswith(NOTE)]


@pytest.mark.parametrize(("unit", "year"), [("xiangxi", 2022), ("hunan-zwfw", 2023), ("linxiang", 2024)])
def test_docxtpl_is_given_the_same_report(unit: str, year: int) -> None:
    examination = examine(DATA_EXAMPLES, templates_dir(), unit, year)
    report = examination.reports[0]
    document = draw(examination.loaded, report).data
    twin = Twin(compile_format(report.case.format)[0])
    filled, out = DocxTemplate(io.BytesIO(twin.template(document))), io.BytesIO()
    filled.render(twin.data(report.ledger), autoescape=True)
    filled.save(out)
    assert words(out.getvalue()) == words(document)
