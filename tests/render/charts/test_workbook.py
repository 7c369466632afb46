import io
import zipfile
from decimal import Decimal

import pytest

from jixiao.render.charts.data import Data, Plotted, Point
from jixiao.render.charts.workbook import cell, workbook

DATA = Data(
    ("平台<一期>", "机房 & 网络", "=1+1"),
    (
        Plotted("预算数", (Point(Decimal("1320.46"), "0.00", "万元"), Point(None), Point(Decimal(-8), "0", "万元"))),
        Plotted("执行率", tuple(Point(Decimal(each), "0.00%", "%") for each in ("0.9239", "1.0000", "0.0000"))),
    ),
)


def test_a_program_for_spreadsheets_reads_the_numbers_of_the_chart() -> None:
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook(DATA)))
    assert book.sheet_names == ["Sheet1"]
    assert book.get_sheet_by_index(0).to_python(skip_empty_area=False) == [
        ["", "预算数", "执行率"],
        ["平台<一期>", 1320.46, 0.9239],
        ["机房 & 网络", "", 1.0],
        ["=1+1", -8.0, 0.0],
    ]


def test_cells_look_as_the_numbers_print() -> None:
    files = zipfile.ZipFile(io.BytesIO(workbook(DATA)))
    styles = files.read("xl/styles.xml").decode()
    assert [f'numFmtId="{number}" formatCode="{code}"' in styles for number, code in ((164, "0.00"), (166, "0"))]
    assert '<c r="B4" s="3"><v>-8</v></c>' in files.read("xl/worksheets/sheet1.xml").decode()


def test_the_bytes_do_not_depend_on_what_compresses() -> None:
    made = workbook(DATA)
    assert made == workbook(DATA)
    assert all(each.compress_size - each.file_size == 5 for each in zipfile.ZipFile(io.BytesIO(made)).infolist())


def test_columns_go_on_after_the_last_letter() -> None:
    assert [cell(column, 2) for column in (1, 26, 27, 703)] == ["A2", "Z2", "AA2", "AAA2"]
    assert cell(2, 1, fixed="$") == "$B$1"
