"""Where something stands: in a source file, or in a document."""

from __future__ import annotations

from typing import NamedTuple


class SourcePlace(NamedTuple):
    """A place in a file the user wrote; line and column count from 1, quote is the line as written."""

    file: str
    line: int = 0
    column: int = 0
    quote: str = ""

    def __str__(self) -> str:
        if self.line and self.column:
            return f"{self.file}:{self.line}:{self.column}"
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


class DocumentPlace(NamedTuple):
    """A place in a Word document; table, row, cell and paragraph count from 1, 0 means not applicable."""

    part: str
    chapter: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0
    paragraph: int = 0
    quote: str = ""

    def __str__(self) -> str:
        counted = (("表", self.table), ("行", self.row), ("格", self.cell), ("段", self.paragraph))
        steps = [f"{word}{number}" for word, number in counted if number]
        return " ".join([self.part, *([self.chapter] if self.chapter else []), *steps])


Place = SourcePlace | DocumentPlace
