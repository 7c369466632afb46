"""What the loader makes of a value in YAML: the words or number, and where it stands."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from jixiao.kernel.frozen import frozen
from jixiao.kernel.number import Number
from jixiao.kernel.place import SourcePlace


@frozen
class Text:
    """Plain words."""

    text: str
    place: SourcePlace

    def __str__(self) -> str:
        return self.text


@frozen
class Entry:
    """A number, a formula (`=数据共享单位`), or words; exactly one of number and formula, or neither for words."""

    typed: str
    place: SourcePlace
    number: Number | None = None
    formula: str = ""

    @property
    def is_words(self) -> bool:
        """Whether it is neither a number nor a formula."""
        return self.number is None and not self.formula

    @property
    def value(self) -> Decimal | None:
        """The number in its base unit; None where it is none."""
        return self.number.value if self.number else None

    def __str__(self) -> str:
        return self.typed


@frozen
class Date:
    """A year, a month of a year, or a day; month and day are 0 where not typed."""

    typed: str
    place: SourcePlace
    year: int
    month: int = 0
    day: int = 0

    @property
    def first(self) -> dt.date:
        """The first day it may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year}年"]
        if self.month:
            parts.append(f"{self.month}月")
        if self.day:
            parts.append(f"{self.day}日")
        return "".join(parts)


@frozen
class Tag:
    """An expression between {{ and }} in a narrative."""

    expression: str
    place: SourcePlace


@frozen
class Literal:
    """Words of a narrative that are printed as they are; may span source lines."""

    text: str
    place: SourcePlace


@frozen
class Narrative:
    """Paragraphs of words and tags."""

    paragraphs: tuple[tuple[Literal | Tag, ...], ...]
    place: SourcePlace

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags in order."""
        return tuple(part for paragraph in self.paragraphs for part in paragraph if isinstance(part, Tag))

    @property
    def literals(self) -> tuple[Literal, ...]:
        """All literal words in order."""
        return tuple(part for paragraph in self.paragraphs for part in paragraph if isinstance(part, Literal))
