"""What the charts of a document show, as Word reads it from the chart and from the workbook behind it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

from jixiao.expr.work import begin
from jixiao.formats.format import Format
from jixiao.kernel.finding import Finding
from jixiao.package.reader import read
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from jixiao.render.draft import Draft
from tests.templates import ORIGIN, PLAIN_RULES, view_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CHART = re.compile(r'<c:chart [^>]*r:id="([^"]*)"')
_RELATION = re.compile(r'Id="([^"]*)" Type="[^"]*" Target="([^"]*)"')
RULES = (
    "指标:\n- {名称: 预算执行率, 对象: 子项目, 公式: 实际支出 / 预算安排, 单位: '%'}\n"
    f"- {{名称: 结余, 对象: 子项目, 公式: 预算安排 - 实际支出, 单位: 万元}}\n{PLAIN_RULES}"
)
Table = list[list[str | Decimal | None]]


class Charted(NamedTuple):
    """A chart: its part, the table of what it shows, and the same from its workbook."""

    root: Element
    cached: Table
    kept: Table

    @property
    def codes(self) -> list[str]:
        """The number formats of all labels."""
        return [
            each.get("formatCode", "") for labels in self.root.iter(f"{C}dLbls") for each in labels.iter(f"{C}numFmt")
        ]


def document(form: Format, data: str, draft: Draft | None = None, rules: str = RULES) -> tuple[bytes, list[Finding]]:
    """The document of a project with these data, and what is found."""
    begin()
    compiled, findings = compile_format(form)
    content, more, _ = render(compiled, view_of(data, rules), ORIGIN, draft)
    return content, [*findings, *more]


def charts_of(content: bytes) -> list[Charted]:
    """The charts of a document in the order in which it shows them."""
    files = read(content)
    shown = _CHART.findall(files["word/document.xml"].decode())
    return [_charted(files, _related(files, "word/document.xml")[key]) for key in shown]


def _charted(files: Mapping[str, bytes], name: str) -> Charted:
    root = fromstring(files[name])
    (link,) = root.iter(f"{C}externalData")
    workbook = _related(files, name)[next(value for key, value in link.attrib.items() if key.endswith("}id"))]
    return Charted(root, _cached(root), rows_of(files[workbook]))


def _related(files: Mapping[str, bytes], name: str) -> dict[str, str]:
    folder, base = posixpath.split(name)
    relations = files[f"{folder}/_rels/{base}.rels"].decode()
    return {key: posixpath.normpath(f"{folder}/{target}") for key, target in _RELATION.findall(relations)}


def _cached(root: Element) -> Table:
    """Rows of names and numbers, below the names of the series."""
    series = list(root.iter(f"{C}ser"))
    head = [_points(each.find(f"{C}tx"))[0] for each in series]
    names = _points(series[0].find(f"{C}cat"))
    numbers = [_points(each.find(f"{C}val")) for each in series]
    return [
        ["", *head],
        *(
            [name, *(Decimal(each) if each else None for each in row)]
            for name, *row in zip(names, *numbers, strict=True)
        ),
    ]


def _points(element: Element | None) -> list[str]:
    assert element is not None
    (count,) = (int(each.get("val", "")) for each in element.iter(f"{C}ptCount"))
    points = {int(each.get("idx", "")): each.findtext(f"{C}v", "") for each in element.iter(f"{C}pt")}
    return [points.get(at, "") for at in range(count)]


def rows_of(workbook: bytes) -> Table:
    """The cells of a workbook, with the numbers as they are written."""
    files = read(workbook)
    words = [each.findtext(f"{_SML}t", "") for each in fromstring(files["xl/sharedStrings.xml"])]
    rows: Table = []
    for row in fromstring(files["xl/worksheets/sheet1.xml"]).iter(f"{_SML}row"):
        cells = {(each.get("r") or "")[0]: each for each in row}
        last = max(cells, default="A") if not rows else chr(ord("A") + len(rows[0]) - 1)
        found: list[str | Decimal | None] = []
        for letter in map(chr, range(ord("A"), ord(last) + 1)):
            cell = cells.get(letter)
            value = "" if cell is None else cell.findtext(f"{_SML}v", "")
            is_word = cell is not None and cell.get("t") == "s"
            found.append(words[int(value)] if is_word else Decimal(value) if value else None if rows else "")
        rows.append(found)
    return rows
