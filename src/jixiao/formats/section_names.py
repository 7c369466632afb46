"""What the parts of an outline are called: by their heading, the name of an annex, or the name of their file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from jixiao.formats.format import Files
from jixiao.formats.outline import CONTENTS, COVER, TITLE
from jixiao.load.files import MARKDOWN

_HEADING = re.compile(r"(?m)^#[ \t](?P<words>.*)$")
_STYLE = re.compile(r"\{\.[^{}]*\}\s*\Z")
_LONGEST = 200  # characters that a name is known by
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_NUMBER = re.compile(r"(?:\d+[-_.、]|[一二三四五六七八九十百]+、)(?=\D)")
_ANYTHING = "…"


class Named(Protocol):
    """A part of an outline, as far as its names are concerned."""

    @property
    def names(self) -> Sequence[str]:
        """What it is called, the best name first."""


Part = TypeVar("Part", bound=Named)


def names_of(kind: str, title: str, file: str, files: Files) -> tuple[str, ...]:
    """The names of a part: its title, its heading, the name of its file, its kind; the best first."""
    return tuple(dict.fromkeys(_names(kind, title, file, files)))


def _names(kind: str, title: str, file: str, files: Files) -> Iterator[str]:
    if title:
        yield _shown(title)
    if file.lower().endswith(MARKDOWN) and (heading := _HEADING.search(_text(file, files))):
        yield _STYLE.sub("", _shown(heading["words"])).strip()
    if file:
        stem = PurePosixPath(file).stem
        yield without_number(stem)
        yield stem
    if kind in (COVER, CONTENTS, TITLE):
        yield kind


def _text(file: str, files: Files) -> str:
    try:
        return files.read(file).decode(errors="replace")
    except OSError:  # reported when the format, or the change that names the file, was read
        return ""


def without_number(name: str) -> str:
    """A name without the number before it: 07-存在的问题, 七、存在的问题."""
    return _NUMBER.sub("", name, count=1) if _NUMBER.match(name) else name


def called(wanted: str, parts: Sequence[Part]) -> list[Part]:
    """The parts of this name; where none is, those whose names have gaps for what a report prints there.

    Of these the ones that leave least open: 2023年度部门自评表 is …年度部门自评表 rather than …年度…自评表.
    """
    asked = _folded(without_number(wanted.strip()))
    exact = [part for part in parts if asked in map(_folded, part.names)]
    if exact:
        return exact
    fitting = [(len(name), part) for part in parts for name in part.names if _fits(asked, _folded(name))]
    longest = max((length for length, _ in fitting), default=0)
    return list({id(part): part for length, part in fitting if length == longest}.values())


def _fits(asked: str, name: str) -> bool:
    """Whether a name with gaps is the one that is asked for: its words in their order, something in each gap."""
    first, *between = name.split(_ANYTHING)
    if not between or not any((first, *between)) or not asked.startswith(first):
        return False
    here, last = len(first), between.pop()
    for words in between:
        found = asked.find(words, here + 1)
        if found < 0:
            return False
        here = found + len(words)
    return asked.endswith(last) and here < len(asked) - len(last)


def _folded(name: str) -> str:
    return "".join(_shown(name).split())


def _shown(name: str) -> str:
    """The name with a sign for each tag."""
    return _TAG.sub(_ANYTHING, name[:_LONGEST])
