"""The workbook behind a chart, where Word lets people edit its data: a table of names and numbers on one sheet.

Strings are shared, because WPS refused workbooks with strings in their cells. The files are stored and not compressed,
so that the workbook has the same bytes whatever compresses the document around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from jixiao.package.zip import stored, write
from jixiao.render.charts.data import Data, Point
from jixiao.render.escape import attribute, escape
from jixiao.render.namespaces import DECLARATION, R
from jixiao.render.parts import relations

SHEET: Final = "Sheet1"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_SML: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_CODE: Final = 164  # the first number format of a workbook's own
_LETTERS: Final = 26


def workbook(data: Data) -> bytes:
    """The whole .xlsx: names of the series in the first row, of the categories in the first column."""
    codes = list(dict.fromkeys(point.code for series in data.series for point in series.points))
    words = list(dict.fromkeys((*(series.name for series in data.series), *data.categories)))
    contents = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{R}"><sheets>'
            f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": _sheet(data, words, codes),
        "xl/styles.xml": _styles(codes),
        "xl/sharedStrings.xml": _strings(words),
    }
    return write(stored(name, (DECLARATION + content).encode()) for name, content in contents.items())


def cell(column: int, row: int, *, fixed: str = "") -> str:
    """The name of a cell, both counted from 1; fixed: the sign that makes it one for good ($)."""
    return f"{fixed}{_column(column)}{fixed}{row}"


def _column(number: int) -> str:
    before, last = divmod(number - 1, _LETTERS)
    return (_column(before) if before else "") + chr(ord("A") + last)


def plain(value: Decimal) -> str:
    """A number as spreadsheets and charts keep it."""
    return f"{value:f}"


def _sheet(data: Data, words: Sequence[str], codes: Sequence[str]) -> str:
    at = {word: number for number, word in enumerate(words)}
    columns, rows = len(data.series) + 1, len(data.categories) + 1
    head = "".join(_text(column, 1, at[series.name]) for column, series in enumerate(data.series, 2))
    body = "".join(
        f'<row r="{row}">{_text(1, row, at[name])}{"".join(_numbers(data, row, codes))}</row>'
        for row, name in enumerate(data.categories, 2)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{cell(columns, rows)}"/>'
        f'<cols><col min="1" max="{columns}" width="20" customWidth="1"/></cols>'
        f'<sheetData><row r="1">{head}</row>{body}</sheetData></worksheet>'
    )


def _numbers(data: Data, row: int, codes: Sequence[str]) -> Iterator[str]:
    for column, series in enumerate(data.series, 2):
        point: Point = series.points[row - 2]
        if point.value is not None:
            style = codes.index(point.code) + 1
            yield f'<c r="{cell(column, row)}" s="{style}"><v>{plain(point.value)}</v></c>'


def _text(column: int, row: int, string: int) -> str:
    return f'<c r="{cell(column, row)}" t="s"><v>{string}</v></c>'


def _styles(codes: Sequence[str]) -> str:
    """The default style, and one for each number format."""
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{attribute(code)}"/>'
        for number, code in enumerate(codes, _FIRST_CODE)
    )
    used = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number in range(_FIRST_CODE, _FIRST_CODE + len(codes))
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(codes)}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f"{used}</cellXfs>"
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _strings(words: Sequence[str]) -> str:
    items = "".join(f"<si><t>{escape(word)}</t></si>" for word in words)
    return f'<sst xmlns="{_MAIN}" uniqueCount="{len(words)}">{items}</sst>'


def _types() -> str:
    parts = {
        "xl/workbook.xml": "sheet.main",
        "xl/worksheets/sheet1.xml": "worksheet",
        "xl/styles.xml": "styles",
        "xl/sharedStrings.xml": "sharedStrings",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_SML}.{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*rows: tuple[str, str]) -> str:
    """The relationships of a part, without the declaration."""
    numbered = ((f"rId{number}", f"{R}/{kind}", target) for number, (kind, target) in enumerate(rows, 1))
    return relations(*numbered).removeprefix(DECLARATION)
