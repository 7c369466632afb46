"""How much a report may ask for, counted in rows looked at and letters printed: bounds that no machine's speed changes.

Formulas and templates have no loops without an end, but lists within lists multiply. A department of 27 projects and
33 sub-projects looks at 3,000 rows and prints 400,000 letters of XML.
"""

from __future__ import annotations

from jixiao.expr.errors import ExpressionError

MOST_ROWS, MORE_ROWS = 100_000, 300
MOST_LETTERS, MORE_LETTERS = 2_500_000, 20_000
"""What a report may look at and print, and how much more for each row of its own data."""
EVALUATED = 5
"""A row for which an expression is evaluated counts as so many."""


class _Work:
    """What one report has asked for so far."""

    rows = 0
    letters = 0
    most_rows = MOST_ROWS
    most_letters = MOST_LETTERS


def begin(rows: int = 0) -> None:
    """Another report, or another pass over one; rows: how many its data have."""
    _Work.rows = _Work.letters = 0
    _Work.most_rows = MOST_ROWS + MORE_ROWS * rows
    _Work.most_letters = MOST_LETTERS + MORE_LETTERS * rows


def look_at(rows: int) -> None:
    """Count rows before they are looked at; raises ExpressionError (too_much) where they are too many."""
    _Work.rows += rows
    if _Work.rows > _Work.most_rows:
        raise ExpressionError("too_much", limit=f"{_Work.most_rows:,}")


def put_out(letters: int) -> None:
    """Count what a loop printed; raises ExpressionError (too_long_a_text) where it is too much."""
    _Work.letters += letters
    if _Work.letters > _Work.most_letters:
        raise ExpressionError("too_long_a_text", limit=f"{_Work.most_letters:,}")
