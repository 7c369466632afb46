"""One part of the outline taken out of a whole report, with the numbers that it has there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.render.layout import tiny_paragraph
from jixiao.render.parts import chart_relation, relation_of
from jixiao.render.run.state import State

_NOTE = "<w:footnoteReference "
_BOOKMARK = re.compile(r'<w:bookmarkStart [^>]*w:name="([^"]*)"')
_RUN = r'<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_PAGE = re.compile(
    _RUN.format("begin")
    + r"<w:r><w:instrText[^>]*> PAGEREF (?P<name>\S+) [^<]*</w:instrText></w:r>"
    + _RUN.format("separate")
    + _RUN.format("end")
)
_FIELD = re.compile(
    r'<w:fldSimple w:instr=" (?:PAGE)?REF (?P<name>\S+) [^"]*">(?P<inside>.*?)</w:fldSimple>', re.DOTALL
)
_LINK = re.compile(r'<w:hyperlink w:anchor="(?P<name>[^"]*)"[^>]*>(?P<inside>.*?)</w:hyperlink>', re.DOTALL)


def cut(state: State, spans: Sequence[int]) -> tuple[str, str]:
    """The XML of some of the spans of a state whose body is done, and the properties of their last pages.

    Pictures and charts that they do not show, and footnotes if they have none, leave the state.
    """
    chosen = [state.spans[at] for at in spans]
    pieces: list[str] = []
    for number, span in enumerate(chosen, 1):
        xml = "".join(state.out[span.start : span.stop])
        if number < len(chosen):
            xml += tiny_paragraph(span.pages)
        elif xml.endswith("</w:tbl>"):  # a document may not end with a table
            xml += tiny_paragraph()
        pieces.append(xml)
    xml = _with_what_is_there("".join(pieces))
    state.media = {name: part for name, part in state.media.items() if relation_of(name) in xml}
    state.charts = {key: chart for key, chart in state.charts.items() if f'"{chart_relation(key)}"' in xml}
    if _NOTE not in xml:
        state.notes = []
    return xml, chosen[-1].pages


def _with_what_is_there(xml: str) -> str:
    """References to other sections are words here: a program that followed them would print an error."""
    there = set(_BOOKMARK.findall(xml))

    def one(match: re.Match[str]) -> str:
        return match[0] if match["name"] in there else match.groupdict().get("inside", "")

    for pattern in (_PAGE, _FIELD, _LINK):
        xml = pattern.sub(one, xml)
    return xml
