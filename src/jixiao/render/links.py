"""Figures that a document prints more than once become content controls, when all of it is printed.

Only digits are linked, and neither words nor units: LibreOffice (7.4, 25.2) empties the store of a document when it
saves one in which a linked text holds a character of markup, and repeats (7.4) a linked text of Latin and Chinese
characters. So an amount is one fact with its unit and without.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jixiao.expr.figure import Figure
from jixiao.ledger.marks import found, unmarked
from jixiao.render.store import Control, Fact, control_xml, store_parts

_MARKED = r"[\U00100000-\U0010fffc]{2}[^<\U00100000-\U0010fffd]*\U0010fffd"
_TOKEN = re.compile(
    r"<w:r(?: [^>]*)?>(?P<look><w:rPr>.*?</w:rPr>)?"
    r'|<w:(?P<inside>hyperlink|fldSimple) |<w:fldChar w:fldCharType="(?P<begins>begin)"'
    r'|(?P<outside></w:hyperlink>|</w:fldSimple>|<w:fldChar w:fldCharType="end")'
    rf"|(?P<marked>{_MARKED})",
    re.DOTALL,
)
_ONE_NUMBER = re.compile(r"(?P<before>\D*?)(?P<number>-?\d[\d,]*(?:\.\d+)?%?)\D*")
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t></w:r>"


class Linked(NamedTuple):
    """Texts of a document with their controls, and the parts of the store (none where nothing is linked)."""

    texts: list[str]
    store: dict[str, str]


class _Place(NamedTuple):
    """Where a fact stands in a text; look: the properties of its run."""

    start: int
    stop: int
    fact: Fact
    look: str


def link(texts: Sequence[str], figures: Sequence[Figure]) -> Linked:
    """Link what stands more than once in some texts, whose marks are numbers of these figures; no mark is left."""
    places = [list(_places(text, figures)) for text in texts]
    times = Counter(place.fact for each in places for place in each)
    numbers = {fact: number for number, fact in enumerate((fact for fact in times if times[fact] > 1), 1)}
    linked, controls = list[str](), 0
    for text, each in zip(texts, places, strict=True):
        pieces, at = list[str](), 0
        for place in each:
            if place.fact in numbers:
                controls += 1
                control = control_xml(Control(controls, numbers[place.fact], place.fact, place.look))
                pieces += [text[at : place.start], _CLOSE, control, _run(place.look)]
                at = place.stop
        whole = unmarked("".join([*pieces, text[at:]]))
        linked.append(_without_empty_runs(whole, {place.look for place in each}))
    return Linked(linked, store_parts(list(numbers)) if numbers else {})


def _places(text: str, figures: Sequence[Figure]) -> Iterator[_Place]:
    """The facts of a text; what fields and links print is a copy, which is made anew from what it is a copy of."""
    look, depth = "", 0
    for token in _TOKEN.finditer(text):
        if token["inside"] or token["begins"]:
            depth += 1
        elif token["outside"]:
            depth -= 1
        elif token["marked"] is None:
            look = token["look"] or ""
        elif not depth:
            printed, (mark, *_) = found(token["marked"])
            figure = figures[mark.number]
            identity, number = figure.id or figure.mirrors, _ONE_NUMBER.fullmatch(printed)
            if identity and figure.value is not None and number:
                start = token.start() + token["marked"].index(printed) + number.start("number")
                yield _Place(start, start + len(number["number"]), Fact(str(identity), number["number"]), look)


def _run(look: str) -> str:
    return f"<w:r>{look}{_OPEN}"


def _without_empty_runs(text: str, looks: set[str]) -> str:
    """The text without what is left of a run that began or ended with a control."""
    for look in looks:
        empty = f"{_run(look)}{_CLOSE}"
        text = text.replace(f"{empty}<w:sdt>", "<w:sdt>").replace(f"</w:sdt>{empty}", "</w:sdt>")
    return text
