"""What a draft has that a report has not: a watermark on every page and the list of findings at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from jixiao.kernel.finding import Finding
from jixiao.render.escape import legal
from jixiao.render.layout import EVEN_HEADER, ODD_HEADER
from jixiao.render.namespaces import DECLARATION, OFFICE, R, V, W
from jixiao.render.run.marks import run
from jixiao.render.styles import ANNEX_TITLE, BODY, style_id

_REFERENCES = (
    f'<w:headerReference w:type="default" r:id="{ODD_HEADER}"/><w:headerReference w:type="even" r:id="{EVEN_HEADER}"/>'
)
_FORMULAS = "".join(  # of the curve on which the letters stand, as Word itself writes them
    f'<v:f eqn="{equation}"/>'
    for equation in (
        "sum #0 0 10800",
        "prod #0 2 1",
        "sum 21600 0 @1",
        "sum 0 0 @2",
        "sum 21600 0 @3",
        "if @0 @3 0",
        "if @0 21600 @1",
        "if @0 0 @2",
        "if @0 @4 21600",
        "mid @5 @6",
        "mid @8 @5",
        "mid @7 @8",
        "mid @6 @7",
        "sum @6 0 @5",
    )
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    f"<v:formulas>{_FORMULAS}</v:formulas><v:path textpathok='t' o:connecttype='custom'"
    ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{number}" type="#_x0000_t136" style="'
    "position:absolute;margin-left:0;margin-top:0;width:360pt;height:180pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9d9d9"'
    ' stroked="f"><v:fill opacity=".5"/>'
    '<v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="草稿"/></v:shape>'
)


class Draft(NamedTuple):
    """The findings of the run so far, and how a finding is put into words."""

    findings: tuple[Finding, ...]
    describe: Callable[[Finding], str]


def with_headers(xml: str) -> str:
    """The body with the headers of the draft in every section."""
    return xml.replace("<w:sectPr>", f"<w:sectPr>{_REFERENCES}")


def header_xml(number: int) -> str:
    """A header that holds the watermark; number keeps the shapes of a document apart."""
    return (
        f'{DECLARATION}<w:hdr xmlns:w="{W}" xmlns:r="{R}" xmlns:v="{V}" xmlns:o="{OFFICE}"><w:p><w:r>'
        f"<w:rPr><w:noProof/></w:rPr><w:pict>{_SHAPE_TYPE}{_SHAPE.format(number=number)}</w:pict></w:r></w:p></w:hdr>"
    )


def findings_xml(draft: Draft, findings: Iterable[Finding]) -> str:
    """All findings on pages of their own at the end of the document."""
    listed = dict.fromkeys((*draft.findings, *findings))
    title = f"检查结果（草稿附页，共{len(listed)}条）"
    head = f'<w:p><w:pPr><w:pStyle w:val="{style_id(ANNEX_TITLE)}"/><w:pageBreakBefore/></w:pPr>{run(title, "")}</w:p>'
    look = f'<w:pPr><w:pStyle w:val="{style_id(BODY)}"/><w:jc w:val="left"/></w:pPr>'
    lines = (
        f"<w:p>{look}{run(f'{number}. {legal(draft.describe(finding))[0]}', '')}</w:p>"
        for number, finding in enumerate(listed, 1)
    )
    return head + "".join(lines)
