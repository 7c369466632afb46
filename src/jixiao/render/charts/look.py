"""How our own charts look: sizes, and fills in greys and hatching that a black-and-white printer keeps apart."""

from __future__ import annotations

from typing import Final

from jixiao.formats.layout import Layout
from jixiao.formats.layout import size as points_of
from jixiao.render.charts.nodes import ChartLook
from jixiao.render.escape import attribute
from jixiao.render.styles import TABLE_TEXT

COLUMNS, BARS, PIE = "柱形图", "条形图", "饼图"
KINDS: Final = (COLUMNS, BARS, PIE)
MOST_SERIES: Final = 6
MOST_CATEGORIES: Final = {COLUMNS: 12, BARS: 30, PIE: 10}
MOST_POINTS: Final = 50
"""What a chart can show so that it can still be read: categories, and numbers of all series together."""
INK: Final = "262626"

_LARGEST: Final = 21  # half-points: a chart is no headline
_LABEL: Final = 18
_BAR: Final = 230_000  # its height, in EMU
_AROUND: Final = 900_000  # what stands above and below the bars
_GREYS: Final = ("404040", "BFBFBF", "7F7F7F", "E5E5E5")
_HATCHES: Final = ("wdUpDiag", "wdDnDiag", "smGrid", "dkHorz", "pct25", "dkVert")


ALONE: Final = 2
"""The number of the fill of a series that has none beside it: a middle grey."""


def look_of(measures: Layout) -> ChartLook:
    """Our own look in the fonts of the tables of a report; its width is that of the place where it stands."""
    style = measures.styles.get(TABLE_TEXT)
    font = str(style.font or "") if style else ""
    latin = str((style.latin if style else None) or measures.latin or "")
    points = points_of(style.size) if style else None
    size = _LARGEST if points is None else min(int(points * 2), _LARGEST)
    return ChartLook(0, latin, font, size)


def height_of(kind: str, width: int, points: int) -> int:
    """The height of a chart, in EMU: bars have all the same, the others are three fifths of their width."""
    return _AROUND + _BAR * max(points, 4) if kind == BARS else width * 3 // 5


def fill(number: int) -> str:
    """`<c:spPr>` of a series or a slice: four greys, then patterns."""
    line = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill></a:ln>'
    at = number % (len(_GREYS) + len(_HATCHES))
    if at < len(_GREYS):
        return f'<c:spPr><a:solidFill><a:srgbClr val="{_GREYS[at]}"/></a:solidFill>{line}</c:spPr>'
    return (
        f'<c:spPr><a:pattFill prst="{_HATCHES[at - len(_GREYS)]}"><a:fgClr><a:srgbClr val="{INK}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>{line}</c:spPr>'
    )


def text(look: ChartLook, *, label: bool = False, body: str = "") -> str:
    """`<c:txPr>` of a chart or of its labels; body: attributes of `<a:bodyPr>`."""
    return (
        f"<c:txPr><a:bodyPr{body}/><a:lstStyle/><a:p><a:pPr>{run_text(look, label=label)}</a:pPr>"
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def run_text(look: ChartLook, *, label: bool = False, name: str = "defRPr") -> str:
    """`<a:defRPr>` or `<a:rPr>` in the fonts of a chart."""
    size = min(_LABEL, look.size) if label else look.size
    fonts = "".join(
        f'<a:{kind} typeface="{attribute(font)}"/>' for kind, font in (("latin", look.latin), ("ea", look.font)) if font
    )
    language = ' lang="zh-CN"' if name == "rPr" else ""
    return (
        f'<a:{name}{language} sz="{size * 50}" b="0"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill>'
        f"{fonts}</a:{name}>"
    )
