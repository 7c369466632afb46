"""The parts of WordprocessingML that a form may use, and what becomes of the others."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from jixiao.kernel.finding import Code, must, should

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

DRAWING = must("F321")
NOTE = must("F323")
TRACKED_CHANGE = must("F324")
OTHER_CONTENT = must("F325")
CONTENT_CONTROL = should("F326")
LINK = should("F327")
LOST_SETTING = should("F328")

IGNORED: Final = frozenset(
    (
        *("proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "lastRenderedPageBreak"),
        *("commentRangeStart", "commentRangeEnd", "annotationRef", "endnoteRef"),
        *("moveFromRangeEnd", "moveToRangeEnd", "customXmlInsRangeEnd", "customXmlDelRangeEnd"),
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"),
        *("tblPr", "tblGrid", "trPr", "tblPrEx", "tcPr", "sectPr"),
    )
)
UNWRAPPED: Final[dict[str, Code | None]] = {
    "smartTag": None,
    "customXml": None,
    "dir": None,
    "bdo": None,
    "sdtContent": None,
    "sdt": None,
    "hyperlink": None,
    "fldSimple": None,
    "ins": TRACKED_CHANGE,
    "moveTo": TRACKED_CHANGE,
}
REFUSED: Final[dict[str, Code]] = {
    "endnoteReference": NOTE,
    **dict.fromkeys(
        (
            *("del", "moveFrom", "cellIns", "cellDel", "cellMerge", "numberingChange"),
            *("moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart"),
            *(f"{part}Change" for part in ("rPr", "pPr", "tblPr", "tblPrEx", "tcPr", "trPr", "tblGrid")),
        ),
        TRACKED_CHANGE,
    ),
}
RUN_CONTENT: Final = ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")
DRAWINGS: Final = ("drawing", "pict", "object", "AlternateContent")
FIELD_PARTS: Final = ("fldChar", "instrText", "delInstrText")
BOOKMARKS: Final = ("bookmarkStart", "bookmarkEnd")
BEFORE_NUMBER: Final = frozenset(("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))
"""What stands before the number of a list in the properties of a paragraph."""
BEFORE_SPACING: Final = BEFORE_NUMBER | {
    *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
}
BEFORE_INDENT: Final = BEFORE_SPACING | {"spacing"}
BEFORE_ALIGNMENT: Final = BEFORE_INDENT | {"ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"}
"""What stands before the spacing, the indents and the alignment there."""
DOCUMENTS: Final = ("altChunk", "subDoc")
RELATIONS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DROPPED_PROPERTIES: Final = frozenset(
    ("lang", "noProof", "cnfStyle", "divId", "webHidden", "pStyle", "rStyle", "tblStyle", "numPr", "sectPr")
)
BEFORE_LINES: Final = frozenset(
    (
        *("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize"),
        *("tblW", "jc", "tblCellSpacing", "tblInd"),
    )
)
"""What stands before the lines of a table in its properties."""
CELL_PROPERTIES: Final = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection"),
    *("tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange"),
)

_DIGITS = 9


def local(element: Element) -> str:
    """Its name without the namespace."""
    return element.tag.rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str:
    """One of its attributes, "" if absent."""
    return "" if element is None else element.get(f"{W}{name}", "")


def number(text: str) -> int | None:
    """A whole number that is no larger than what a document measures in."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None


def start_tag(element: Element) -> str:
    """Its start tag without ">", without what only helps editing: revision numbers and theme references."""
    written = [f"<w:{local(element)}"]
    for qualified, content in element.attrib.items():
        name = qualified.removeprefix(W)
        if name == qualified or name.startswith("rsid") or "theme" in name.lower():
            continue
        written.append(f"w:{name}={quoteattr(content)}")
    return " ".join(written)
