"""One part of the outline taken out of a whole report, with the numbers that it has there."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.render.layout import tiny_paragraph
from jixiao.render.state import State


def cut(state: State, spans: Sequence[int]) -> tuple[str, str]:
    """The XML of some of the spans of a state whose body is done, and the properties of their last pages."""
    chosen = [state.spans[at] for at in spans]
    pieces: list[str] = []
    for number, span in enumerate(chosen, 1):
        xml = "".join(state.out[span.start : span.stop])
        if number < len(chosen):
            xml += tiny_paragraph(span.pages)
        elif xml.endswith("</w:tbl>"):  # a document may not end with a table
            xml += tiny_paragraph()
        pieces.append(xml)
    return "".join(pieces), chosen[-1].pages
