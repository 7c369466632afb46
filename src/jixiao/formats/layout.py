"""The measures of pages and styles (GB/T 9704-2012 as the default): data of the format."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import Kind, entry, fields_of, flag, keyed, named, number, record, text
from jixiao.model.values import Entry, Text

NOWHERE = SourcePlace("")
GB = "GB/T 9704-2012"
SIZES = {
    "初号": Decimal(42),
    "小初": Decimal(36),
    "一号": Decimal(26),
    "小一": Decimal(24),
    "二号": Decimal(22),
    "小二": Decimal(18),
    "三号": Decimal(16),
    "小三": Decimal(15),
    "四号": Decimal(14),
    "小四": Decimal(12),
    "五号": Decimal("10.5"),
    "小五": Decimal(9),
}  # printers' sizes in points
ALIGNMENTS = {"左": "left", "中": "center", "右": "right", "两端": "both"}
_MOST = 1500
_TWIPS_OF_POINT = 20
_TWIPS_OF_MM = Decimal(1440) / Decimal("25.4")


@keyed
class PageMeasures:
    """Paper and margins in millimetres, the line grid in points."""

    place: SourcePlace = NOWHERE
    width: Entry | None = number("纸宽", "纸张宽度，毫米", required=True, rule=GB)
    height: Entry | None = number("纸高", "纸张高度，毫米", required=True, rule=GB)
    top: Entry | None = number("上边距", "天头，毫米", required=True, rule=GB)
    bottom: Entry | None = number("下边距", "版心下沿到纸边，毫米", required=True, rule=GB)
    left: Entry | None = number("左边距", "订口，毫米", required=True, rule=GB)
    right: Entry | None = number("右边距", "切口，毫米", required=True, rule=GB)
    header: Entry | None = number("页眉距", "页眉到纸边，毫米", required=True)
    footer: Entry | None = number("页脚距", "页码到纸边，毫米", required=True, rule=GB)
    line: Entry | None = number("行距", "版心的行距，磅", required=True, rule=GB)


@keyed
class StyleMeasures:
    """How the paragraphs of one style look."""

    place: SourcePlace = NOWHERE
    font: Text | None = text("字体", "中文字体", required=True)
    latin: Text | None = text("西文字体", "西文和数字的字体；不填用页面的西文字体")
    size: Entry | None = entry("字号", "字号，如三号，或磅数", required=True)
    bold: bool | None = flag("加粗", "是否加粗")
    spacing: Entry | None = number("字间距", "字与字之间加宽（正）或紧缩（负），磅")
    align: Text | None = text("对齐", "左、中、右或两端")
    line: Entry | None = number("行距", "固定行距，磅；不填为单倍行距")
    before: Entry | None = number("段前", "段前距离，磅")
    after: Entry | None = number("段后", "段后距离，磅")
    first_indent: Entry | None = number("首行缩进", "首行缩进的字数")
    left_indent: Entry | None = number("左缩进", "整段左缩进的字数")
    right_indent: Entry | None = number("右缩进", "整段右缩进的字数")
    level: Entry | None = number("大纲级别", "标题的级别，1至9")
    keep_next: bool | None = flag("与下段同页", "是否与下一段排在同一页")


@keyed
class Layout:
    """All measures of a format."""

    place: SourcePlace = NOWHERE
    latin: Text | None = text("西文字体", "西文和数字的字体")
    page: PageMeasures | None = record("页面", "纸张和页边距", PageMeasures, required=True, rule=GB)
    fonts: dict[str, tuple[Text, ...]] = named("字体", "各字体在没有安装时的替代字体，依次选用", Kind.TEXTS)
    styles: dict[str, StyleMeasures] = named("样式", "各样式的字体、字号和行距", Kind.RECORD, item=StyleMeasures)

    @property
    def text_width(self) -> int:
        """Width of the text on an upright page, in twips."""
        page = self.page or PageMeasures()
        return millimetres(page.width) - millimetres(page.left) - millimetres(page.right)

    @property
    def turned_text_width(self) -> int:
        """Width of the text on a landscape page, in twips."""
        page = self.page or PageMeasures()
        return millimetres(page.height) - millimetres(page.top) - millimetres(page.bottom)


def impossible(layout: Layout) -> Iterator[Entry]:
    """The measures that no page can have: below zero, too large for Word, or margins that leave no room for text."""
    for measures in (layout.page, *layout.styles.values()):
        for row in fields_of(type(measures)) if measures else ():
            value = getattr(measures, row.attribute)
            if isinstance(value, Entry) and value.number and not _least(row.attribute) <= value.number.value <= _MOST:
                yield value
    page = layout.page or PageMeasures()
    for first, second, whole_side in ((page.left, page.right, page.width), (page.top, page.bottom, page.height)):
        if first and whole_side and _value(first) + _value(second) >= _value(whole_side):
            yield first


def _least(attribute: str) -> int:
    """Letters may be set closer; everything else has a size."""
    return -_MOST if attribute == "spacing" else 0


def millimetres(measure: Entry | None) -> int:
    """A measure in millimetres as twips; 0 where none is given."""
    return _whole(_value(measure) * _TWIPS_OF_MM)


def points(measure: Entry | None) -> int:
    """A measure in points as twips; 0 where none is given."""
    return _whole(_value(measure) * _TWIPS_OF_POINT)


def whole(measure: Entry | None) -> int:
    """A plain number, to the nearest whole; 0 where none is given."""
    return _whole(_value(measure))


def size(measure: Entry | None) -> Decimal | None:
    """A font size in points, from a printers' size (三号) or a number; None where it is neither."""
    if measure is None:
        return None
    return SIZES.get(measure.typed.strip()) if measure.number is None else measure.number.value


def _value(measure: Entry | None) -> Decimal:
    return measure.number.value if measure is not None and measure.number is not None else Decimal(0)


def _whole(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))
