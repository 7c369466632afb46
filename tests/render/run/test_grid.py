import re

import pytest

from jixiao.render.run.grid import columns_of, fitted, grid_columns

CELL = "<w:tc><w:tcPr/><w:p/></w:tc>"
SPAN = '<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p/></w:tc>'


def grid(*widths: int) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ("", 0),
        (row(CELL, CELL) + row(CELL), 2),
        (row(SPAN, CELL), 4),
        (row(CELL, properties='<w:trPr><w:gridBefore w:val="2"/><w:gridAfter w:val="1"/></w:trPr>'), 4),
        (row(f"<w:tc>{grid(1)}{row(CELL, CELL, CELL)}</w:tbl><w:p/></w:tc>", CELL), 2),
    ],
)
def test_columns_of_rows(rows: str, columns: int) -> None:
    assert columns_of(rows) == columns


@pytest.mark.parametrize(
    ("widths", "cells", "expected"),
    [
        ((100, 200), 2, [100, 200]),
        ((100, 200), 3, [66, 133, 100]),
        ((100, 200, 301), 2, [250, 350]),
        ((100,), 4, [25, 25, 25, 25]),
    ],
)
def test_a_grid_that_does_not_fit_keeps_its_width(widths: tuple[int, ...], cells: int, expected: list[int]) -> None:
    start = fitted(grid(*widths), row(*[CELL] * cells))
    assert [int(width) for width in re.findall(r'w:w="(\d+)"', start)] == expected
    assert grid_columns(start) == cells


def test_columns_without_widths_get_none() -> None:
    start = fitted("<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>", row(CELL, CELL))
    assert start == "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"


def test_a_table_without_a_grid_or_without_rows_stays_as_it_is() -> None:
    assert fitted("<w:tbl>", row(CELL)) == "<w:tbl>"
    assert fitted(grid(1, 2), "") == grid(1, 2)
