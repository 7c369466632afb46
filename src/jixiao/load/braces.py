"""What was meant as a tag and is none: full-width, spaced or single braces, and braces without their counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MISTYPED = re.compile(
    r"[{｛]\s*[{｛%％]?(?P<inner>[^{}｛｝]+?)[%％]?\s*[}｝](?:\s*[}｝])?"  # what is right was taken out before
)
_LOOSE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}|[｛｝]")
_PLAIN = re.compile(r"\{[^{}｛｝]*\}")
_LEVEL = re.compile(r"(?:tr|tc|p|r)\s")
_BEFORE, _AFTER = 16, 16


class Slip(NamedTuple):
    """Where it begins, what is written, and what it should be: "" where only a counterpart is missing."""

    start: int
    written: str
    right: str

    @property
    def is_plain(self) -> bool:
        """Whether it is words in a pair of plain braces, which people may mean as such."""
        return _PLAIN.fullmatch(self.written) is not None


def slips(text: str) -> Iterator[Slip]:
    """The slips in a text without its tags, in order; a name of a style at its end (`{.表题}`) is none."""
    found = [
        Slip(match.start(), match.group(), _right(match.group(), match["inner"]))
        for match in _MISTYPED.finditer(text)
        if match["inner"].strip("%％ \u3000") and not match["inner"].startswith(".")
    ]
    rest = _MISTYPED.sub(lambda match: " " * len(match.group()), text)
    found += [Slip(match.start(), match.group(), "") for match in _LOOSE.finditer(rest)]
    yield from sorted(found)


def around(text: str, slip: Slip) -> str:
    """The slip with some text beside it."""
    start = slip.start if slip.written[0] in "{｛" else max(0, slip.start - _BEFORE)
    return text[start : slip.start + len(slip.written) + _AFTER].strip()


def _right(written: str, inner: str) -> str:
    if "%" in written or "％" in written:
        words = inner.strip("%％ \u3000")
        return f"{{%{'' if _LEVEL.match(words) else ' '}{words} %}}"
    return f"{{{{ {inner.strip()} }}}}"
