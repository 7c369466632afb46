"""The chart part in our own look: DrawingML with the printed numbers cached, and linked to the workbook behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Final

from jixiao.kernel.rounding import power_of_ten
from jixiao.kernel.unit import PERCENT
from jixiao.render.charts.data import Data, Plotted, Point
from jixiao.render.charts.look import ALONE, BARS, COLUMNS, INK, PIE, fill, run_text, text
from jixiao.render.charts.nodes import ChartLook
from jixiao.render.charts.workbook import SHEET, cell, plain
from jixiao.render.escape import attribute, escape
from jixiao.render.namespaces import DECLARATION, R
from jixiao.render.parts import WORKBOOK_RELATION

C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"

_CATEGORIES, _VALUES = 111_111_111, 222_222_222  # the ids of the axes
_GAP: Final = 60  # between the columns or bars of two categories, in per cent of one
_CHARACTER: Final = 63_500  # the width of a digit of a label, in EMU
_LARGE, _TENTH, _HALF = Decimal(10), Decimal("0.1"), Decimal("0.5")
_ROOM: Final = Decimal("0.25")  # of an axis, for labels that stand upright
_ROUND: Final = tuple(map(Decimal, ("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")))
_MOST_NAMED: Final = 12  # categories that a screen reader is told
_LINE: Final = f'<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill></a:ln></c:spPr>'
_GRID: Final = (
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>'
    "</c:majorGridlines>"
)
_UPRIGHT, _TURNED = ' rot="0" vert="horz"', ' rot="-5400000" vert="horz"'
_SHOWS: Final = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def chart_xml(data: Data, kind: str, look: ChartLook) -> str:
    """The whole part."""
    plot = _pie(data, look) if kind == PIE else _bars(data, kind, look)
    legend = ""
    if len(data.series) > 1:
        legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{text(look)}</c:legend>'
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        '<c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{plot}<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{text(look)}{WORKBOOK_LINK}</c:chartSpace>"
    )


WORKBOOK_LINK: Final = f'<c:externalData r:id="{WORKBOOK_RELATION}"><c:autoUpdate val="0"/></c:externalData>'


def description(data: Data, kind: str) -> str:
    """What a screen reader says of a chart: what it shows, without the numbers, which people may change."""
    unit = f"（单位：{data.unit}）" if data.unit else ""
    names = "、".join(islice(data.categories, _MOST_NAMED))
    more = "等" if len(data.categories) > _MOST_NAMED else ""
    return f"{kind or '图表'}：{'、'.join(series.name for series in data.series)}{unit}，按{names}{more}"


# data


def named(series: Plotted, number: int) -> str:
    """`<c:tx>` of a series; number: which it is, from 0."""
    place = cell(number + 2, 1, fixed="$")
    return (
        f'<c:tx><c:strRef><c:f>{SHEET}!{place}</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def valued(data: Data, number: int) -> str:
    """`<c:cat>` and `<c:val>` of a series."""
    series = data.series[number]
    count = len(data.categories)
    names = "".join(f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>' for at, name in enumerate(data.categories))
    numbers = "".join(
        f'<c:pt idx="{at}"{_own_code(point, series)}><c:v>{plain(point.value)}</c:v></c:pt>'
        for at, point in enumerate(series.points)
        if point.value is not None
    )
    return (
        f'<c:cat><c:strRef><c:f>{_cells(1, count)}</c:f><c:strCache><c:ptCount val="{count}"/>{names}'
        f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{_cells(number + 2, count)}</c:f><c:numCache>"
        f'<c:formatCode>{escape(series.code)}</c:formatCode><c:ptCount val="{count}"/>{numbers}'
        "</c:numCache></c:numRef></c:val>"
    )


def _own_code(point: Point, series: Plotted) -> str:
    return "" if point.code == series.code else f' formatCode="{attribute(point.code)}"'


def _cells(column: int, count: int) -> str:
    """The cells of a column below its head."""
    return f"{SHEET}!{cell(column, 2, fixed='$')}:{cell(column, count + 1, fixed='$')}"


# labels


def labels(series: Plotted, shown: str, unit: str = "") -> str:
    """`<c:dLbls>`: numbers that do not print like most have a label of their own; shown: what else is said of them."""
    own = "".join(
        f'<c:dLbl><c:idx val="{at}"/>{label_format(point.code, unit)}{shown}</c:dLbl>'
        for at, point in enumerate(series.points)
        if point.value is not None and point.code != series.code
    )
    return f"{own}{label_format(series.code, unit)}{shown}"


def label_format(code: str, unit: str = "") -> str:
    """`<c:numFmt>`, with the unit where no axis tells it."""
    if unit and not code.endswith("%"):
        code += f'"{unit}"'
    return f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'


def _shown(look: ChartLook, *parts: str, body: str = "") -> str:
    """How labels stand, and which of their parts are shown."""
    shows = "".join(f'<c:{name} val="{int(name in parts)}"/>' for name in _SHOWS)
    no_fill = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    return f'{no_fill}{text(look, label=True, body=body)}<c:dLblPos val="outEnd"/>{shows}'


# pies


def _pie(data: Data, look: ChartLook) -> str:
    (series,) = data.series
    slices = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:bubble3D val="0"/>{fill(at)}</c:dPt>' for at in range(len(series.points))
    )
    shown = f"{_shown(look, 'showVal', 'showCatName')}<c:separator>\n</c:separator>"
    return (
        f'<c:pieChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>{named(series, 0)}{slices}'
        f'<c:dLbls>{labels(series, shown, data.unit)}<c:showLeaderLines val="1"/></c:dLbls>{valued(data, 0)}</c:ser>'
        '<c:firstSliceAng val="0"/></c:pieChart>'
    )


# columns and bars


def _bars(data: Data, kind: str, look: ChartLook) -> str:
    """Bars lie with the first category on top; columns stand with the first at the left."""
    is_lying = kind == BARS
    direction, order = ("bar", "maxMin") if is_lying else ("col", "minMax")
    crowded = kind == COLUMNS and _is_crowded(data, look)
    shown = _shown(look, "showVal", body=_TURNED if crowded else "")
    series = "".join(_series(data, number, shown) for number in range(len(data.series)))
    axis = _value_axis(data, look, is_lying=is_lying, bounds="".join(_bounds(data, crowded=crowded)))
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{_GAP}"/><c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:barChart>'
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if is_lying else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{_LINE}'
        f"{text(look, body=_UPRIGHT)}"
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>{axis}'
    )


def _is_crowded(data: Data, look: ChartLook) -> bool:
    """Whether the numbers above columns would touch each other."""
    columns = len(data.categories) * (len(data.series) * 100 + _GAP)
    longest = max(point.length for series in data.series for point in series.points)
    return longest * _CHARACTER * columns > look.width * 85


def _series(data: Data, number: int, shown: str) -> str:
    series, shade = data.series[number], fill(number if len(data.series) > 1 else ALONE)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{named(series, number)}{shade}'
        f'<c:invertIfNegative val="0"/><c:dLbls>{labels(series, shown)}</c:dLbls>{valued(data, number)}</c:ser>'
    )


def _value_axis(data: Data, look: ChartLook, *, is_lying: bool, bounds: str) -> str:
    unit = _unit(data.unit, look, is_lying=is_lying)
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>{bounds}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"b" if is_lying else "l"}"/>{_GRID}{unit}'
        f'<c:numFmt formatCode="{axis_code(data.series)}" sourceLinked="0"/><c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{_LINE}{text(look)}<c:crossAx val="{_CATEGORIES}"/>'
        f'<c:crosses val="{"max" if is_lying else "autoZero"}"/><c:crossBetween val="between"/></c:valAx>'
    )


def _bounds(data: Data, *, crowded: bool) -> Iterator[str]:
    """A bar begins at zero, a rate that may reach the whole is seen beside the whole, upright labels have room."""
    largest, least = max(*data.values, Decimal(0)), min(*data.values, Decimal(0))
    room = (largest - least) * _ROOM
    if crowded and largest:
        yield f'<c:max val="{plain(_rounded_up(largest + room))}"/>'
    elif data.unit == PERCENT.name and _HALF <= largest <= 1:
        yield '<c:max val="1"/>'
    if not least:
        yield '<c:min val="0"/>'
    elif crowded:
        yield f'<c:min val="-{plain(_rounded_up(room - least))}"/>'


def _rounded_up(value: Decimal) -> Decimal:
    """The next number that is good as the end of an axis."""
    power = power_of_ten(value.adjusted())
    return next(each * power for each in _ROUND if each * power >= value)


def _unit(unit: str, look: ChartLook, *, is_lying: bool) -> str:
    """`<c:title>` of the axis: 单位：万元; per cents say so themselves."""
    if unit in ("", PERCENT.name):
        return ""
    turned = "" if is_lying else _TURNED
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr>{run_text(look)}</a:pPr>"
        f"<a:r>{run_text(look, name='rPr')}<a:t>单位：{escape(unit)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def axis_code(series: Sequence[Plotted]) -> str:
    """The number format of an axis: whole per cents, thousands parted where the numbers have them so."""
    codes = {each.code for each in series}
    largest = max((abs(point.value) for each in series for point in each.points if point.value is not None), default=0)
    if any(code.endswith("%") for code in codes):
        return "0%" if largest >= _TENTH else "0.0%"
    return "#,##0" if largest >= _LARGE and any(code.startswith("#") for code in codes) else "General"
