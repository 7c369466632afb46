"""The grid of a table made to fit its rows: loops over cells and spans change how many columns there are."""

from __future__ import annotations

import re

_STEPS = re.compile(
    r"<(?P<open>w:tbl)[ >]|(?P<close></w:tbl>)|<(?P<row>w:tr)[ >]|<(?P<cell>w:tc)[ >]"
    r"|<w:grid(?P<kind>Span|Before|After)\b[^>]*w:val=\"(?P<columns>\d+)\""
)
_ROW = re.compile(r"<w:tr[ >]")
_SPANS = re.compile(r"<w:grid(Span|Before|After)\b[^>]*w:val=\"(\d+)\"")
_GRID = re.compile(r"<w:tblGrid>(?P<columns>.*?)</w:tblGrid>|<w:tblGrid\s*/>", re.DOTALL)
_COLUMN = re.compile(r"<w:gridCol\b[^>]*>")
_WIDTH = re.compile(r"w:w=\"(?P<width>\d+)")


def columns_of(rows: str) -> int:
    """The columns of the widest of a table's rows, given as XML; those of tables inside its cells are not counted."""
    if "<w:tbl>" in rows or "<w:tbl " in rows:
        return _columns_outside(rows)
    return max(map(_columns, _ROW.split(rows)))


def _columns(row: str) -> int:
    """The columns of a row: its cells, what they span besides, and what is left out before and after them."""
    spans: int = sum(int(columns) - (kind == "Span") for kind, columns in _SPANS.findall(row))
    return row.count("<w:tc>") + row.count("<w:tc ") + spans


def _columns_outside(rows: str) -> int:
    """The same where there are tables inside the cells."""
    widest = columns = depth = 0
    for step in _STEPS.finditer(rows):
        if step["open"] or step["close"]:
            depth += 1 if step["open"] else -1
        elif depth:
            continue
        elif step["row"]:
            columns = 0
        elif step["cell"]:
            columns += 1
        else:
            columns += int(step["columns"]) - (step["kind"] == "Span")
        widest = max(widest, columns)
    return widest


def grid_columns(start: str) -> int:
    """How many columns a table declares, in what stands before its rows."""
    return len(_COLUMN.findall(start))


def fitted(start: str, rows: str) -> str:
    """What stands before the rows of a table with as many columns as the rows have, in the width that it had."""
    grid = _GRID.search(start)
    wanted, columns = columns_of(rows), _COLUMN.findall(grid[0]) if grid else []
    if grid is None or not wanted or wanted == len(columns):
        return start
    widths = [int(match["width"]) for column in columns if (match := _WIDTH.search(column))]
    widths = _shared(widths, wanted) if widths and len(widths) == len(columns) else []
    made = [f'<w:gridCol w:w="{width}"/>' for width in widths] or ["<w:gridCol/>"] * wanted
    return f"{start[: grid.start()]}<w:tblGrid>{''.join(made)}</w:tblGrid>{start[grid.end() :]}"


def _shared(widths: list[int], wanted: int) -> list[int]:
    """New columns get an average width at the cost of all; the width of dropped ones is shared by those left."""
    if wanted > len(widths):
        narrowed = [width * len(widths) // wanted for width in widths]
        return narrowed + [sum(widths) // wanted] * (wanted - len(widths))
    spare = sum(widths[wanted:]) // wanted
    return [width + spare for width in widths[:wanted]]
