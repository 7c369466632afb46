"""The words of every finding: the area files of this folder in one table, read when the first word is needed."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol

from jixiao.messages import __path__ as folder
from jixiao.messages.words import Message, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

DECLARED = Message(
    Words("不符合本格式的要求", "{message}", "{remedy}"),
    Words("not as this format asks", "{message}", "{remedy}"),
)
"""For the checks that a format declares: they bring their own words."""

NOTHING = {"zh": "无", "en": "none"}
LONGEST = 240
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class Told(Protocol):
    """A finding, as far as its words need it."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """What fills the gaps of its sentence."""

    @property
    def expected(self) -> str:
        """What was expected."""

    @property
    def actual(self) -> str:
        """What was found."""


@cache
def messages() -> Mapping[str, Message]:
    """Every entry of every area file, by code."""
    areas = [import_module(f"jixiao.messages.{module.name}") for module in iter_modules(folder)]
    return {code: message for area in areas for code, message in getattr(area, "MESSAGES", {}).items()}


def words(code: str, lang: str) -> Words:
    """Title, sentence and remedy of a code, still with their gaps."""
    message = messages().get(code, DECLARED)
    return message.en if lang == "en" else message.zh


def sentence(finding: Told, lang: str) -> str:
    """What is wrong."""
    return _filled(words(finding.code, lang).sentence, finding, lang)


def remedy(finding: Told, lang: str) -> str:
    """How to mend it; empty where nothing can be advised."""
    return _filled(words(finding.code, lang).remedy, finding, lang)


def _filled(template: str, finding: Told, lang: str) -> str:
    gaps = {"expected": finding.expected, "actual": finding.actual} | dict(finding.fields)
    if finding.code not in messages():
        return template.format_map({"message": "", "remedy": ""} | gaps)
    nothing = NOTHING["en" if lang == "en" else "zh"]
    if fault := gaps.get("fault"):
        gaps["fault"] = _fault(fault, lang)
    said = {name: quotable(value) or nothing for name, value in gaps.items()}
    return template.format_map(defaultdict(lambda: nothing, said))  # a record may hold findings of an older program


def _fault(fault: str, lang: str) -> str:
    """Why a package is refused, and the part that is at fault."""
    kind, _, part = fault.partition(": ")
    zh, en = import_module("jixiao.messages.forms").FAULTS.get(kind, (kind, kind))
    said = en if lang == "en" else zh
    return f"{said} ({part})" if part and lang == "en" else f"{said}（{part}）" if part else said


def quotable(words: str) -> str:
    """Words of somebody's file, cut where they would drown what is said about them."""
    words = harmless(words)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def harmless(words: str) -> str:
    """Words without what would move the cursor or colour a terminal."""
    return words if words.isprintable() else _CONTROL.sub(" ", words)
