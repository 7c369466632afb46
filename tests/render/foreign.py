"""Word files as strangers write them: a body with whatever parts and relationships belong to it."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from jixiao.package.zip import pack, write
from jixiao.render.escape import attribute

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PICTURE_KIND = "http://schemas.openxmlformats.org/drawingml/2006/picture"

Relations = Mapping[str, tuple[str, str]]
"""Kind and target by id; a target that begins with ! is outside."""


def package(
    body: str,
    relations: Relations | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    part_relations: Mapping[str, Relations] | None = None,
) -> bytes:
    """A .docx with this XML as its body; parts: further ones, XML without its root's namespaces, or bytes."""
    named = {f"word/{name}": content for name, content in (parts or {}).items()}
    own = {name.partition(".")[0]: (name.partition(".")[0], name) for name in parts or {} if name in _OWN}
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _related({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _related({**own, **(relations or {})}),
        **{f"word/_rels/{name}.rels": _related(rows) for name, rows in (part_relations or {}).items()},
        **named,
    }
    return write(pack(name, _bytes(content)) for name, content in files.items())


_OWN = ("styles.xml", "numbering.xml", "footnotes.xml", "settings.xml")


def styles(*written: tuple[str, str, str] | tuple[str, str, str, str]) -> str:
    """A style sheet: kind, id and name of each, and what else stands in it."""
    inner = "".join(
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{"".join(more)}</w:style>'
        for kind, key, name, *more in written
    )
    return f"<w:styles>{inner}</w:styles>"


def numbering(*numbers: tuple[str, str], **formats: str) -> str:
    """Lists: number and definition of each; formats: what the first level of a definition counts with, by its name."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{key[1:]}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        '<w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
        for key, form in formats.items()
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>' for number, definition in numbers
    )
    return f"<w:numbering>{definitions}{used}</w:numbering>"


def item(words: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def styled(words: str, style: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def plain(words: str) -> str:
    """A paragraph without a style."""
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def field(instruction: str, result: str) -> str:
    """The runs of a field."""
    character = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{character.format('begin')}<w:r><w:instrText xml:space='preserve'>{instruction}</w:instrText></w:r>"
        f"{character.format('separate')}<w:r><w:t>{result}</w:t></w:r>{character.format('end')}"
    )


def picture(key: str, *, kind: str = "inline", blip: str = "embed", width: int = 914400, height: int = 457200) -> str:
    """A run with a picture."""
    return (
        f'<w:r><w:drawing><wp:{kind}><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="7" name="图" descr="公章"/>'
        f'<a:graphic><a:graphicData uri="{PICTURE_KIND}"><pic:pic>'
        f'<pic:blipFill><a:blip r:{blip}="{key}"/></pic:blipFill>'
        f"</pic:pic></a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


def png(shade: int = 0) -> bytes:
    """A picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes((0, shade)))) + chunk(b"IEND", b"")


def _related(rows: Relations) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(map(_relation, rows.items()))}</Relationships>'


def _relation(row: tuple[str, tuple[str, str]]) -> str:
    key, (kind, target) = row
    outside = ' TargetMode="External"' if target.startswith("!") else ""
    address = attribute(target.removeprefix("!"))
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{address}"{outside}/>'


def _bytes(content: str | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    end = min(at for at in (content.find(" "), content.find(">"), content.find("/")) if at > 0)
    return f"{content[:end]} {_NAMES}{content[end:]}".encode() if content.startswith("<w:") else content.encode()
