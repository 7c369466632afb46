"""What chapters in Markdown and in Word ask of a heading alike."""

from __future__ import annotations

import re

from jixiao.kernel.finding import must

TYPED_NUMBER = must("F207")

IN_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百]+[）)]|第[一二三四五六七八九十百]+[章节部]"
    r"|\d+(?:[、．]|[.](?!\d))|[（(]\d+[）)])"
)


def typed_number(words: str) -> str:
    """The number that somebody typed before a heading; "" where there is none."""
    match = IN_HEADING.match(words)
    return match.group().strip() if match else ""
