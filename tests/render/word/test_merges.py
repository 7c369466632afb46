from __future__ import annotations

import pytest

from tests.render.drawn import form, found, run, written

BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
LOOP, END = "{%tr for 项 in 列 %}", "{%tr endfor %}"
IF, ELSE, ENDIF = "{%tr if 甲 %}", "{%tr else %}", "{%tr endif %}"


def cell(text: str = "甲", properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def tag(source: str) -> list[str]:
    """A row that is dropped with its tag."""
    return [cell(source), cell("")]


def table(*rows: list[str], columns: int = 2, before: str = "") -> bytes:
    grid = "".join('<w:gridCol w:w="900"/>' for _ in range(columns))
    inner = "".join(f"<w:tr>{before}{''.join(cells)}</w:tr>" for cells in rows)
    return written(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>")


def problems(data: bytes) -> list[tuple[str, str]]:
    return [(code, place.removeprefix("表.docx 表1 ")) for code, place, _ in found(data)]


@pytest.mark.parametrize(
    "rows",
    [
        [[cell(), cell()], [cell(properties=span(2))]],
        [[cell(properties=BEGIN), cell()], [cell(properties=GO_ON), cell()], [cell(properties=GO_ON), cell()]],
        [[cell(properties=BEGIN), cell()], tag(LOOP), [cell(properties=GO_ON), cell()], tag(END)],
        [tag(LOOP), [cell(properties=BEGIN), cell()], [cell(properties=GO_ON), cell()], tag(END)],
        [
            *([cell(properties=BEGIN), cell()], tag(LOOP), [cell(properties=GO_ON), cell()], tag(END)),
            [cell(properties=GO_ON), cell()],
        ],
        [
            *(tag(IF), [cell(properties=BEGIN), cell()], tag(ELSE), [cell(properties=BEGIN), cell()], tag(ENDIF)),
            [cell(properties=GO_ON), cell()],
        ],
        [[cell("{% colspan 2 %}甲")], [cell(), cell()]],
        [[cell("{%tc for 项 in 列 %}"), cell("{{ 项 }}"), cell("{%tc endfor %}")], [cell(), cell()]],
    ],
)
def test_tables_that_come_out_as_drawn(rows: list[list[str]]) -> None:
    assert problems(table(*rows)) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[cell()], [cell(), cell()]], [("F354", "行1")]),
        ([[cell(), cell(), cell()]], [("F354", "行1")]),
        ([[cell(), cell(properties=span(2))]], [("F354", "行1")]),
        ([[cell("{% colspan 3 %}")]], [("F356", "行1 格1 段1")]),
        ([[cell(), cell("{% colspan 2 %}")]], [("F356", "行1 格2 段1")]),
        ([[cell(properties=GO_ON), cell()]], [("F353", "行1 格1")]),
        ([[cell(), cell()], [cell(), cell(properties=GO_ON)]], [("F353", "行2 格2")]),
        ([tag(LOOP), [cell(properties=GO_ON), cell()], tag(END)], [("F353", "行2 格1")]),
        (
            [tag(LOOP), [cell(properties=BEGIN), cell()], tag(END), [cell(properties=GO_ON), cell()]],
            [("F355", "行4 格1")],
        ),
        (
            [tag(IF), [cell(properties=BEGIN), cell()], tag(ENDIF), [cell(properties=GO_ON), cell()]],
            [("F355", "行4 格1")],
        ),
    ],
)
def test_tables_that_cannot_come_out(rows: list[list[str]], expected: list[tuple[str, str]]) -> None:
    assert problems(table(*rows)) == expected


def test_columns_that_a_row_leaves_out_are_counted() -> None:
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    assert problems(table([cell()], [cell()], before=before)) == []
    assert problems(table([cell(properties=BEGIN)], [cell(properties=GO_ON)], before=before)) == []


def test_tables_within_cells_are_looked_at_too() -> None:
    inner = f"<w:tbl><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr>{cell()}{cell()}</w:tr></w:tbl><w:p/>"
    outer = f"<w:tbl><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert found(written(outer)) == [("F354", "表.docx 表2 行1", "甲 | 甲")]


def test_a_plain_table_is_in_order() -> None:
    assert problems(form([["甲", "乙"], ["丙", "丁"]])) == []
