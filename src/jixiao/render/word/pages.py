"""The pages of a Word file: which of them lie across, where new ones begin, and what else it asks of them."""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.render.word.vocabulary import W, local, number, value

_KNOWN: Final = frozenset(
    (
        *("headerReference", "footerReference", "pgSz", "pgMar", "docGrid", "type", "pgNumType", "titlePg", "cols"),
        *("formProt", "noEndnote", "footnotePr", "endnotePr", "paperSrc", "rtlGutter", "printerSettings", "bidi"),
    )
)
"""What is the report's own, or says nothing on paper."""
_PLAIN: Final = {"textDirection": ("lrTb",), "vAlign": ("top",)}
_LOST: Final = {
    "pgBorders": "页面边框",
    "lnNumType": "行号",
    "textDirection": "文字方向",
    "vAlign": "垂直对齐",
    "sectPrChange": "修订",
}


class PageSection(NamedTuple):
    """Pages of one kind. begins: whether they begin a page; lost: what the report does not give them."""

    turned: bool
    begins: bool
    lost: tuple[str, ...]


def page_sections(body: Element) -> list[PageSection]:
    """The sections of a document in order; one that does not say is upright."""
    last = body.find(f"{W}sectPr")
    found = [*body.iterfind(f".//{W}pPr/{W}sectPr"), last if last is not None else Element("none")]
    return [_section(each) for each in found]


def _section(element: Element) -> PageSection:
    size = element.find(f"{W}pgSz")
    width, height = (number(value(size, side)) or 0 for side in ("w", "h"))
    return PageSection(width > height, value(element.find(f"{W}type")) != "continuous", tuple(_lost(element)))


def _lost(element: Element) -> list[str]:
    lost = [_LOST.get(local(child), local(child)) for child in element if not _is_known(child)]
    return [*(["分栏"] if value(element.find(f"{W}cols"), "num") not in ("", "0", "1") else []), *lost]


def _is_known(child: Element) -> bool:
    return local(child) in _KNOWN or value(child) in _PLAIN.get(local(child), ())
