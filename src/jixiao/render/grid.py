"""The grid of a table made to fit its rows: loops over cells and spans change how many columns there are."""

from __future__ import annotations

import re

_STEPS = re.compile(
    r"<(?P<open>w:tbl)[ >]|(?P<close></w:tbl>)|<(?P<row>w:tr)[ >]|<(?P<cell>w:tc)[ >]"
    r"|<w:(?P<kind>gridSpan|gridBefore|gridAfter)\b[^>]*w:val=\"(?P<columns>\d+)\""
)
_GRID = re.compile(r"<w:tblGrid>(?P<columns>.*?)</w:tblGrid>|<w:tblGrid\s*/>", re.DOTALL)
_COLUMN = re.compile(r"<w:gridCol\b[^>]*>")
_WIDTH = re.compile(r"w:w=\"(?P<width>\d+)")


def columns_of(rows: str) -> int:
    """The columns of the widest of a table's rows, given as XML; those of tables inside its cells are not counted."""
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
            columns += int(step["columns"]) - (step["kind"] == "gridSpan")
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
