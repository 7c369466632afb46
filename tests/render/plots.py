"""Word files with charts as people draw them, with the data of a sample, a theme, and what must not come along."""

from __future__ import annotations

from tests.render.foreign import OFFICE, package

_NAMES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:c14="http://schemas.microsoft.com/office/drawing/2007/8/2/chart"'
)
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="o">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="4472C4"/></a:accent1>'
    "</a:clrScheme></a:themeElements></a:theme>"
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}/package" Target="../embeddings/book.xlsx"/></Relationships>'
)
_STYLE = '<mc:AlternateContent><mc:Choice Requires="c14"><c14:style val="102"/></mc:Choice></mc:AlternateContent>'
_TYPED = (
    '<c:dLbl><c:idx val="0"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>4.3</a:t></a:r></a:p></c:rich></c:tx></c:dLbl>'
)
_SHOWN = (
    '<c:spPr><a:noFill/></c:spPr><c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="{}"/><c:showBubbleSize val="0"/>'
)
LABELS = f'<c:dLbls>{_TYPED}<c:numFmt formatCode="0.0" sourceLinked="1"/>{_SHOWN.format(1, 0)}</c:dLbls>'
SHARES = f'<c:dLbls><c:numFmt formatCode="0%" sourceLinked="0"/>{_SHOWN.format(0, 1)}</c:dLbls>'
FILL = '<c:spPr><a:solidFill><a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr></a:solidFill></c:spPr>'
_FONT = '<a:defRPr sz="1000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr>'
TEXT = f"<c:txPr><a:bodyPr/><a:p><a:pPr>{_FONT}</a:pPr></a:p></c:txPr>"


def series(number: int, inside: str = "", after: str = "") -> str:
    """A series of the sample that Word begins with; inside: its look, after: what stands behind its data."""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>系列 {number + 1}</c:v></c:pt></c:strCache></c:strRef></c:tx>{inside}'
        "<c:cat><c:strRef><c:f>Sheet1!$A$2</c:f></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!$B$2</c:f></c:numRef></c:val>{after}</c:ser>"
    )


def columns(*all_series: str, axes: tuple[int, int] = (1, 2), direction: str = "col") -> str:
    """A group of columns on these axes."""
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{"".join(all_series)}<c:gapWidth val="219"/><c:axId val="{axes[0]}"/><c:axId val="{axes[1]}"/></c:barChart>'
    )


def lines(*all_series: str, axes: tuple[int, int] = (3, 4)) -> str:
    """A group of lines on these axes."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(all_series)}<c:marker val="1"/>'
        f'<c:axId val="{axes[0]}"/><c:axId val="{axes[1]}"/></c:lineChart>'
    )


def pie(*all_series: str) -> str:
    """A pie."""
    return f'<c:pieChart><c:varyColors val="1"/>{"".join(all_series)}<c:firstSliceAng val="0"/></c:pieChart>'


def axes(names: int = 1, values: int = 2, *, title: str = "") -> str:
    """Axes of names and of values, with bounds for the numbers of the sample."""
    written = f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    return (
        f'<c:catAx><c:axId val="{names}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/><c:crossAx val="{values}"/></c:catAx>'
        f'<c:valAx><c:axId val="{values}"/><c:scaling><c:orientation val="minMax"/><c:max val="5"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/>{written if title else ""}<c:numFmt formatCode="0.0" sourceLinked="1"/>'
        f'<c:crossAx val="{names}"/><c:majorUnit val="1"/></c:valAx>'
    )


def chart(plot: str, title: str = "") -> bytes:
    """The part of a chart."""
    words = f"<a:p><a:r><a:rPr/><a:t>{title}</a:t></a:r></a:p>"
    written = (
        f'<c:title><c:tx><c:rich><a:bodyPr/>{words}</c:rich></c:tx><c:overlay val="0"/></c:title>' if title else ""
    )
    return (
        f'<c:chartSpace {_NAMES}><c:date1904 val="0"/>{_STYLE}<c:chart>{written}<c:autoTitleDeleted val="0"/>'
        f'<c:plotArea><c:layout/>{plot}</c:plotArea><c:legend><c:legendPos val="r"/></c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="zero"/><c:extLst><c:ext uri="{x}"/></c:extLst></c:chart>'
        f'{TEXT}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData><c:userShapes r:id="rId2"/>'
        "</c:chartSpace>"
    ).encode()


_INLINE = 'cx="4000000" cy="2400000"'


def drawn(
    part: bytes, title: str = "", words: str = "", *, kind: str = "inline", size: str = _INLINE, times: int = 1
) -> bytes:
    """A file with paragraphs that hold a chart; title, words: its alternative text."""
    paragraph = (
        f'<w:p><w:r><w:drawing><wp:{kind}><wp:extent {size}/><wp:docPr id="1" name="图表 1" title="{title}"'
        f' descr="{words}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId9"/></a:graphicData>'
        f"</a:graphic></wp:{kind}></w:drawing></w:r></w:p>"
    )
    return package(
        paragraph * times,
        {"rId9": ("chart", "charts/chart1.xml"), "rId8": ("theme", "theme/theme1.xml")},
        {
            "charts/chart1.xml": part,
            "charts/_rels/chart1.xml.rels": _RELATIONS.encode(),
            "theme/theme1.xml": _THEME.encode(),
            "embeddings/book.xlsx": b"PK a sample",
        },
    )
