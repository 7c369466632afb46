"""Tags in the text of a Word form: find them, restore what Word changed inside them, name their parts.

The text of a whole paragraph is scanned at once, so that it does not matter how Word split a tag over runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import DocumentPlace
from jixiao.load.braces import around, slips
from jixiao.render.tags import MISTYPED_BRACES, OPENING, Tag

UNCLOSED_TAG = must("F302")

OBJECT = "\ufffc"  # stands in the text for a tab, a line break or a field character

_STRING = r'"[^"]*"|\'[^\']*\'|“[^“”]*”|‘[^‘’]*’'
_TAG = re.compile(
    rf"(?P<print>\{{\{{(?:{_STRING}|(?!\}}\}}|{OPENING}).)*+\}}\}})"
    rf"|(?P<block>\{{%(?:{_STRING}|(?!%\}}|{OPENING}).)*+%\}})"
    r"|(?P<comment>\{#(?:(?!#\}|\{#).)*+#\})",
    re.DOTALL,
)
_INSIDE = re.compile(rf"(?P<string>{_STRING})|(?P<space>[\s\u3000\ufffc]+)|(?P<quote>[“”‘’])", re.DOTALL)
_LOOSE, _BESIDE = re.compile(r"\{[{%#]|[%#}]\}"), 16
_LITERAL = re.compile(r"\{_[{%]|[}%]_\}")
_LEVEL = re.compile(r"(tr|tc|p|r)\s+")
_WORD = re.compile(r"(?P<word>\w*)\s*(?P<argument>.*)", re.DOTALL)
_SIGNS = re.compile(r"\A[-+]|[-+]\Z")
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}


class Found(NamedTuple):
    """A tag and where it stands in the scanned text."""

    start: int
    end: int
    tag: Tag


def scan(text: str, place: DocumentPlace, restored: Callable[[str], str] = str) -> Iterator[Found]:
    """The tags of a paragraph's text, in order; restored makes plain text of what stands in each."""
    for match in _TAG.finditer(text):
        yield Found(match.start(), match.end(), _tag(match.lastgroup or "", restored(match.group()), place))


def trims_before(tag: Tag) -> bool:
    """Whether the tag joins what stands before it, as in {%- if x %}."""
    return tag.kind == "block" and tag.source[2:3] == "-"


def trims_after(tag: Tag) -> bool:
    """Whether the tag joins what stands behind it, as in {% if x -%}."""
    return tag.kind == "block" and tag.source[-3:-2] == "-"


def with_literal_braces(text: str) -> str:
    """The text with braces where it says {_{ for them, and so on."""
    return _LITERAL.sub(lambda match: match.group().replace("_", ""), text) if "_" in text else text


def brace_findings(text: str, place: DocumentPlace) -> Iterator[Finding]:
    """What is wrong with the braces in a paragraph's text without its tags."""
    text = _LITERAL.sub("   ", text.replace(OBJECT, " "))
    for slip in slips(text):
        if slip.right:
            yield MISTYPED_BRACES.at(place._replace(quote=slip.written), written=slip.written, right=slip.right)
        else:
            yield UNCLOSED_TAG.at(place._replace(quote=around(text, slip)))


def unclosed_findings(text: str, place: DocumentPlace) -> Iterator[Finding]:
    """Pairs of braces that open or close no tag; single ones are words."""
    text = _LITERAL.sub("   ", text.replace(OBJECT, " "))
    if loose := _LOOSE.search(text):
        around_it = text[max(loose.start() - _BESIDE, 0) : loose.end() + _BESIDE].strip()
        yield UNCLOSED_TAG.at(place._replace(quote=around_it))


def _tag(kind: str, source: str, place: DocumentPlace) -> Tag:
    inner = _INSIDE.sub(_restored, _SIGNS.sub("", source[2:-2]))
    level = _LEVEL.match(inner)
    inner = inner[level.end() :].strip() if level else inner.strip()
    marker = level.group(1) if level and level.group(1) != "r" else ""  # a run has nothing to lose beside its tag
    word, argument = "", inner
    if kind == "block" and (parts := _WORD.fullmatch(inner)) is not None:
        word, argument = parts["word"], parts["argument"]
    shown = source.replace(OBJECT, " ")
    return Tag(kind, word, argument, shown, place._replace(quote=shown), marker)


def _restored(match: re.Match[str]) -> str:
    written = match.group()
    if match["space"] is not None:
        return " "
    if match["quote"] is not None:
        return _STRAIGHT[written]
    mark = _STRAIGHT.get(written[0], written[0])
    return f"{mark}{written[1:-1].replace(OBJECT, '')}{mark}"
