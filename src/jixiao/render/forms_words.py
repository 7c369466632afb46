"""The parts of WordprocessingML that a form may use, and what becomes of the others."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from jixiao.kernel.finding import Code, must, should

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

PICTURE = must("F321")
NUMBERING = must("F322")
NOTE = must("F323")
TRACKED_CHANGE = must("F324")
OTHER_CONTENT = must("F325")
CONTENT_CONTROL = should("F326")
LINK = should("F327")
SECTION_BREAK = should("F328")

IGNORED: Final = frozenset(
    (
        *("proofErr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "lastRenderedPageBreak"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
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
    "sdt": CONTENT_CONTROL,
    "hyperlink": LINK,
    "fldSimple": LINK,
    "ins": TRACKED_CHANGE,
    "moveTo": TRACKED_CHANGE,
}
REFUSED: Final[dict[str, Code]] = {
    **dict.fromkeys(("drawing", "pict", "object", "AlternateContent"), PICTURE),
    "numPr": NUMBERING,
    **dict.fromkeys(("footnoteReference", "endnoteReference"), NOTE),
    **dict.fromkeys(
        (
            *("del", "moveFrom", "cellIns", "cellDel", "cellMerge", "numberingChange"),
            *(f"{part}Change" for part in ("rPr", "pPr", "tblPr", "tblPrEx", "tcPr", "trPr", "tblGrid")),
        ),
        TRACKED_CHANGE,
    ),
    "sectPr": SECTION_BREAK,
}
RUN_CONTENT: Final = ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "fldChar", "instrText")
STYLE_REFERENCES: Final = frozenset(("pStyle", "rStyle", "tblStyle"))
DROPPED_PROPERTIES: Final = frozenset(("lang", "noProof", "cnfStyle", "divId", "webHidden"))
BEHIND_LINES: Final = frozenset(
    ("shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription", "tblPrChange")
)
"""What follows the lines of a table in its properties."""
CELL_PROPERTIES: Final = (
    *("tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText"),
    *("vAlign", "hideMark"),
)


def local(element: Element) -> str:
    """Its name without the namespace."""
    return element.tag.rpartition("}")[2]


def value(element: Element | None, name: str = "val") -> str:
    """One of its attributes, "" if absent."""
    return "" if element is None else element.get(f"{W}{name}", "")


def start_tag(element: Element) -> str:
    """Its start tag without ">", without what only helps editing: revision numbers and theme references."""
    written = [f"<w:{local(element)}"]
    for qualified, content in element.attrib.items():
        name = qualified.removeprefix(W)
        if name == qualified or name.startswith("rsid") or "theme" in name.lower():
            continue
        written.append(f"w:{name}={quoteattr(content)}")
    return " ".join(written)
