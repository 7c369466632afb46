"""Word files that reach out of themselves, or are made to take for ever: by name, made when asked for."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.render.escape import attribute
from tests.render.foreign import field, item, numbering, package, picture, plain, png, styled, styles

_MANY = 5_000
_OUT = "!file:///etc/passwd"
_CHARACTERS = tuple(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
_OBJECT = '<w:p><w:r><w:object><o:OLEObject r:id="r1"/></w:object></w:r></w:p>'
_CONTROL = '<w:p><w:r><w:object><w:control r:id="r1"/></w:object></w:r></w:p>'
_LINK = '<w:p><w:hyperlink r:id="r1"><w:r><w:t>点这里</w:t></w:r></w:hyperlink></w:p>'
_ANCHOR = '<w:hyperlink w:anchor="a"><w:r><w:t>见</w:t></w:r></w:hyperlink>'
_SPLIT = "</w:instrText></w:r><w:proofErr w:type='spellStart'/><w:r><w:instrText>"
_TEXT_BOX = "<w:txbxContent>{}</w:txbxContent>"
_BOOKMARK = '<w:bookmarkStart w:id="{0}" w:name="b{0}"/><w:bookmarkEnd w:id="{0}"/>'
_PAGE = {"1.png": b"<html>"}
_ATTACHED = {"settings.xml": {"r1": ("attachedTemplate", _OUT)}}
_NOTE = '<w:r><w:footnoteReference w:id="5"/></w:r>'


def _fields(*instructions: str) -> bytes:
    return package("".join(f"<w:p>{field(each, '甲')}</w:p>" for each in instructions))


def _simple(instruction: str) -> bytes:
    return package(f'<w:p><w:fldSimple w:instr="{attribute(instruction)}"><w:r><w:t>甲</w:t></w:r></w:fldSimple></w:p>')


def _picture(target: str, blip: str = "embed") -> bytes:
    return package(f"<w:p>{picture('r1', blip=blip)}</w:p>", {"r1": ("image", target)})


def _ring(kind: str) -> bytes:
    """Styles, or lists, that are based on one another in a ring, and paragraphs that use them."""
    links = ('<w:basedOn w:val="b"/>', '<w:basedOn w:val="a"/>')
    own = styles(*(("paragraph", key, f"风格{key}", link) for key, link in zip("ab", links, strict=True)))
    if kind == "styles":
        return package(styled("甲", "a") * 100, parts={"styles.xml": own})
    linked = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="l"/></w:abstractNum>'
    lists = f'<w:numbering>{linked}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    style = styles(("numbering", "l", "列", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    return package(item("甲", 1) * 100, parts={"styles.xml": style, "numbering.xml": lists})


def _many_styles() -> bytes:
    chain = [("paragraph", f"s{at}", f"风格{at}", f'<w:basedOn w:val="s{at + 1}"/>') for at in range(_MANY)]
    body = "".join(styled("甲", key) for _, key, _, _ in chain)
    return package(body, parts={"styles.xml": styles(*chain)})


def _note_in_itself() -> bytes:
    note = f'<w:footnote w:id="5"><w:p>{_NOTE}<w:r><w:t>注</w:t></w:r></w:p></w:footnote>'
    return package(f"<w:p>{_NOTE}</w:p>", parts={"footnotes.xml": f"<w:footnotes>{note}</w:footnotes>"})


def _wide_table() -> bytes:
    cells = f'<w:tc><w:tcPr><w:gridSpan w:val="{"9" * 5000}"/></w:tcPr><w:p/></w:tc>'
    grid = f'<w:gridCol w:w="{"9" * 5000}"/><w:gridCol w:w="-1"/><w:gridCol w:w="９"/>'
    size = f'<w:sectPr><w:pgSz w:w="{"9" * 5000}" w:h="x"/><w:cols w:num="{"9" * 5000}"/></w:sectPr>'
    return package(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl><w:p/>{size}")


SECTIONS: dict[str, Callable[[], bytes]] = {
    "link to the outside": lambda: package(_LINK, {"r1": ("hyperlink", "!http://example.org/")}),
    "link to a file of the machine": lambda: package(_LINK, {"r1": ("hyperlink", _OUT)}),
    "link as a field": lambda: _fields('HYPERLINK "http://example.org/"'),
    "link as a field with a place": lambda: _fields('HYPERLINK "http://example.org/" \\l "a"'),
    "picture that is linked": lambda: _picture(_OUT, "link"),
    "picture outside": lambda: _picture("!http://example.org/x.png"),
    "picture above": lambda: _picture("../../../../etc/passwd"),
    "picture on a share": lambda: _picture("\\\\server\\x.png"),
    "picture by address": lambda: _picture("http://example.org/x.png"),
    "picture that is a page": lambda: package(f"<w:p>{picture('r1')}</w:p>", {"r1": ("image", "1.png")}, _PAGE),
    "template attached": lambda: package(plain("甲"), None, {"settings.xml": "<w:settings/>"}, _ATTACHED),
    "frame of another page": lambda: package(plain("甲"), {"r1": ("frame", "!http://example.org/")}),
    "header that links": lambda: package(
        plain("甲"),
        {"r1": ("header", "header1.xml")},
        {"header1.xml": "<w:hdr/>"},
        {"header1.xml": {"r1": ("image", "!http://example.org/x.png")}},
    ),
    "object embedded": lambda: package(_OBJECT, {"r1": ("oleObject", "embeddings/1.bin")}),
    "object nobody shows": lambda: package(plain("甲"), {"r1": ("oleObject", "embeddings/1.bin")}),
    "workbook embedded": lambda: package(_OBJECT, {"r1": ("package", "embeddings/1.xlsx")}),
    "ActiveX": lambda: package(_CONTROL, {"r1": ("control", "activeX/1.xml")}),
    "macros": lambda: package(plain("甲"), {"r1": ("vbaProject", "vbaProject.bin")}),
    "chunk": lambda: package('<w:altChunk r:id="r1"/>', {"r1": ("aFChunk", "x.html")}),
    "chunk nobody shows": lambda: package(plain("甲"), {"r1": ("aFChunk", "x.html")}),
    "document within": lambda: package('<w:p><w:subDoc r:id="r1"/></w:p>', {"r1": ("subDocument", "!x.docx")}),
    "data of a mail merge": lambda: package(plain("甲"), {"r1": ("mailMergeSource", _OUT)}),
    "DDE": lambda: _fields("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe /k"),
    "DDE split over runs": lambda: _fields(f"D{_SPLIT}DE{_SPLIT}AUTO cmd /k"),
    "DDE in another field": lambda: _fields(f"IF </w:instrText></w:r>{field('DDEAUTO cmd', '甲')}<w:r><w:instrText>=1"),
    "DDE as one element": lambda: _simple("DDE cmd /k"),
    "text of another file": lambda: _simple('INCLUDETEXT "/etc/passwd"'),
    "picture of another file": lambda: _fields('INCLUDEPICTURE "http://example.org/x.png" \\d'),
    "field behind a page number": lambda: _fields("PAGE", "FILENAME \\p"),
    "field without an end": lambda: package(f"<w:p>{_CHARACTERS[0]}<w:r><w:instrText>REF</w:instrText></w:r></w:p>"),
    "fields in fields": lambda: package(f"<w:p>{''.join(_CHARACTERS[:2]) * _MANY}{_CHARACTERS[2] * _MANY}</w:p>"),
    "instruction in small pieces": lambda: _fields("DATE" + f" x{_SPLIT}" * _MANY),
    "links in links": lambda: package(f"<w:p>{_ANCHOR * _MANY}</w:p>"),
    "text box": lambda: package(f"<w:p><w:r><w:pict>{_TEXT_BOX.format(plain('{{ 单位.名称 }}'))}</w:pict></w:r></w:p>"),
    "ring of styles": lambda: _ring("styles"),
    "ring of lists": lambda: _ring("lists"),
    "many unknown styles, each based on the next": _many_styles,
    "note in itself": _note_in_itself,
    "numbers that are none": _wide_table,
    "many findings": lambda: package("<w:p><w:r><w:ruby/></w:r></w:p>" * _MANY),
}

HARMLESS_SECTIONS: dict[str, Callable[[], bytes]] = {
    "many pictures": lambda: package(
        f"<w:p>{picture('r1')}</w:p>" * (_MANY // 2), {"r1": ("image", "1.png")}, {"1.png": png()}
    ),
    "many lists": lambda: package(
        "".join(item("甲", number) for number in range(1, _MANY // 2)),
        parts={"numbering.xml": numbering(*((f"{number}", "0") for number in range(1, _MANY // 2)), a0="decimal")},
    ),
    "many bookmarks": lambda: package(
        "".join(f"<w:p>{_BOOKMARK.format(at)}{field(f'REF b{at}', '甲')}</w:p>" for at in range(_MANY // 2))
    ),
}
