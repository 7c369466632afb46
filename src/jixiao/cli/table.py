"""Tables: drawn by rich on a terminal, else columns of aligned text."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from jixiao.cli.show import width

_GAP = "  "


def show_table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table."""
    if sys.stdout.isatty():
        _draw(title, heads, rows)
        return
    print(title)
    print("\n".join(aligned([heads, *rows])))


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines whose columns stand under each other; characters of East Asia count as two."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _draw(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title))
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)
