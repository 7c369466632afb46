"""Packages that somebody made to do harm, each a form of a format: by name, made when asked for."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from jixiao.package.zip import Member, pack, write
from tests.render.drawn import NAMESPACE, form

_GOOD = form("{{ 单位.名称 }}")
_BODY = "word/document.xml"
_MEGABYTE = 1 << 20


def _files() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_GOOD)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with(name: str, content: bytes) -> bytes:
    return write(pack(each, data) for each, data in (_files() | {name: content}).items())


def _body(inside: str, before: str = "") -> bytes:
    xml = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{NAMESPACE}"><w:body>{inside}</w:body></w:document>'
    return _with(_BODY, xml.encode())


def _twice(name: str) -> bytes:
    return write([*(pack(each, data) for each, data in _files().items()), pack(name, b"<a/>")])


def _announced(size: int) -> bytes:
    """A body that is larger than its directory says."""
    member = pack(_BODY, b"<a>" + bytes(5 * _MEGABYTE))
    return write([member._replace(size=size)])


def _bomb(size: int) -> bytes:
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join(compressor.compress(bytes(_MEGABYTE)) for _ in range(size // _MEGABYTE)) + compressor.flush()
    return write([Member(_BODY, 0, size, data)])


def _flagged(offset: int, value: bytes) -> bytes:
    """The good package with other bytes in the first entry of its directory."""
    data = bytearray(_GOOD)
    at = data.index(b"PK\1\2") + offset
    data[at : at + len(value)] = value
    return bytes(data)


def _entities(levels: int) -> str:
    lines = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, levels))
    return f'<!DOCTYPE a [<!ENTITY a0 "{"ha" * 10}">{lines}]>'


def _paragraph(inside: str) -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


_RUN = "<w:t>&a9;</w:t>"
_FILE = '<!DOCTYPE a [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>'
_WIDE = f'<?xml version="1.0" encoding="utf-16"?>{_entities(10)}<w:document xmlns:w="{NAMESPACE}"/>'

PACKAGES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no zip": lambda: b"PK\3\4" + bytes(1000),
    "words": lambda: "附件".encode() * 1000,
    "cut off": lambda: _GOOD[: len(_GOOD) // 2],
    "directory cut off": lambda: _GOOD[:-30],
    "bomb of 60 MB": lambda: _bomb(60 * _MEGABYTE),
    "bomb of 200 MB": lambda: _bomb(200 * _MEGABYTE),
    "larger than announced": lambda: _announced(10),
    "many members": lambda: write(pack(f"word/{at}.xml", b"") for at in range(5000)),
    "body twice": lambda: _twice(_BODY),
    "part twice": lambda: _twice("word/styles.xml"),
    "above": lambda: _with("../../../etc/x", b"x"),
    "absolute": lambda: _with("/etc/x", b"x"),
    "drive": lambda: _with("C:/x", b"x"),
    "backslashes": lambda: _with("..\\..\\x", b"x"),
    "encrypted": lambda: _flagged(8, b"\1"),
    "other compression": lambda: _flagged(10, b"\x0e"),
    "other sum": lambda: _flagged(16, b"\0\0\0\0"),
    "size beyond the file": lambda: _flagged(24, struct.pack("<I", 1 << 30)),
    "no body": lambda: write([pack("word/styles.xml", b"<a/>")]),
    "body is no XML": lambda: _with(_BODY, b"<w:document"),
    "body is binary": lambda: _with(_BODY, bytes(range(256)) * 100),
    "other namespace": lambda: _with(_BODY, _files()[_BODY].replace(NAMESPACE.encode(), b"urn:other")),
    "billion laughs": lambda: _body(_paragraph(_RUN), _entities(10)),
    "quadratic laughs": lambda: _body(_paragraph("&a0;" * 100_000), _entities(1)),
    "file as entity": lambda: _body(_paragraph(_RUN), _FILE),
    "entities in UTF-16": lambda: _with(_BODY, _WIDE.encode("utf-16")),
    "styles with entities": lambda: _with("word/styles.xml", f"{_entities(10)}<a>&a9;</a>".encode()),
    "tables in tables": lambda: _body("<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000),
    "controls in controls": lambda: _body("<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000),
    "properties in properties": lambda: _body(
        "<w:p><w:pPr>" + "<w:rPr>" * 5_000 + "</w:rPr>" * 5_000 + "</w:pPr></w:p>"
    ),
    "object": lambda: _body(_paragraph("<w:object/>")),
    "macro button": lambda: _body(_paragraph("<w:instrText>MACROBUTTON x</w:instrText><w:pict/>")),
    "chunk of another file": lambda: _body('<w:altChunk xmlns:r="urn:r" r:id="rId1"/>'),
    "sub-document": lambda: _body('<w:p><w:subDoc xmlns:r="urn:r" r:id="rId1"/></w:p>'),
}
