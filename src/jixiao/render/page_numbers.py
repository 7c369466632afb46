"""Page numbers of references (PAGEREF): only a layout engine knows them. A copy that it can lay out, and its answer.

The copy has no field of contents (LibreOffice computes references only outside of one), no content controls (their look
depends on its version), and bookmarks whose names any PDF can hold. The document itself gets nothing but the numbers:
without them it is the same bytes as before.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from jixiao.package import reader
from jixiao.package import zip as package
from jixiao.render import parts
from jixiao.render.escape import attribute

_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_CONTENTS = re.compile(
    r'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText[^>]*> TOC [^<]*</w:instrText></w:r>'
    r'<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_CONTENTS_END = f"</w:pPr>{_END}</w:p>"
_CONTROL = re.compile(
    r"<w:sdt>(?:(?!<w:sdt>).)*?<w:sdtContent>|</w:sdtContent>(?:<w:sdtEndPr>.*?</w:sdtEndPr>)?</w:sdt>"
)
_NUMBER = re.compile(
    r"( PAGEREF (\S+) [^<]*</w:instrText>(?:</w:r><w:r>)?(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    r'<w:fldChar w:fldCharType="separate"/>)((?:</w:r><w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)?)'
    r'(?:<w:t>\d*</w:t>\3)?(?=<w:fldChar w:fldCharType="end"/>)'
)
_BOOKMARK = re.compile(r'<w:bookmarkStart [^>]*w:name="([^"]*)"[^>]*/>')
_SECTION = re.compile(r"<w:sectPr[ >].*?</w:sectPr>")
_START = re.compile(r'<w:pgNumType [^>]*w:start="(\d+)"')
_PARAGRAPH_END = "</w:p>"
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*[^/>])?>(?:<w:pPr>.*?</w:pPr>)?")
_FONTS = re.compile(r"<(?:w:rFonts|a:latin|a:ea|a:cs) [^>]*>")
_FONT = re.compile(r'( (?:w:ascii|w:hAnsi|w:eastAsia|w:cs|typeface)=")([^"+][^"]*)(?=")')
_ALTERNATIVES = re.compile(r'<w:font w:name="([^"]*)"><w:altName w:val="([^"]*)"/>')
_WITH_FONTS = re.compile(r"word/(?:document|styles|numbering|footnotes|header\d+|footer\d+|charts/chart\w+)\.xml")
_FONT_TABLE = "word/fontTable.xml"
_FIRST_ID = 1 << 24  # bookmarks of the copy, beside those of the document


def asks_for_pages(document: bytes) -> bool:
    """Whether there is any reference to a page in it."""
    return _NUMBER.search(_body(document)) is not None


def fonts_of(document: bytes) -> dict[str, tuple[str, ...]]:
    """The fonts that it is set in, each with those that its font table names as alternatives."""
    files = reader.read(document, reader.OWN)
    table = files.get(_FONT_TABLE, b"").decode()
    others = {name: tuple(unescape(names).split(",")) for name, names in _ALTERNATIVES.findall(table)}
    texts = [content.decode() for name, content in files.items() if _WITH_FONTS.fullmatch(name)]
    asked = dict.fromkeys(match[2] for text in texts for each in _FONTS.findall(text) for match in _FONT.finditer(each))
    return {unescape(name): others.get(name, ()) for name in asked}


def to_lay_out(document: bytes, stand_ins: Mapping[str, str]) -> bytes:
    """The copy that is laid out; a font that is a key is replaced by its value, if it has one."""

    def font(match: re.Match[str]) -> str:
        return match[1] + (attribute(stand_ins.get(unescape(match[2]), "")) or match[2])

    def changed(name: str, text: str) -> str:
        text = _FONTS.sub(lambda fonts: _FONT.sub(font, fonts[0]), _CONTROL.sub("", text))
        return _bookmarked(_without_contents(text)) if name == parts.DOCUMENT else text

    return _edited(document, changed, lambda name: _WITH_FONTS.fullmatch(name) is not None)


def with_page_numbers(document: bytes, pages: Mapping[str, int]) -> bytes:
    """The document with a number in each reference; pages: where the bookmarks of its copy stand, counted from 0.

    A reference to a place before the counting of pages starts stays empty, as does one that led nowhere.
    """
    body = _body(document)
    starts = sorted((pages[name], first) for name, _, first in _starts(body) if name in pages)
    numbers = {}
    for name, reference in _referenced(body).items():
        page = pages.get(name, -1)
        at = bisect(starts, page, key=lambda start: start[0])
        if at and page >= 0:
            numbers[reference] = page - starts[at - 1][0] + starts[at - 1][1]
    return _numbered(document, numbers)


def without_page_numbers(document: bytes) -> bytes:
    """The document as it was before: its digest is the one that figures.json holds."""
    return _numbered(document, {})


def digest(document: bytes) -> str:
    """The identity of a document, which does not depend on the page numbers in it."""
    whole = reader.read(without_page_numbers(document), reader.OWN)
    return package.digest(whole.items())


def _numbered(document: bytes, numbers: Mapping[str, int]) -> bytes:
    def one(match: re.Match[str]) -> str:
        number = numbers.get(match[2])
        return match[1] + match[3] + (f"<w:t>{number}</w:t>{match[3]}" if number is not None else "")

    return _edited(document, lambda _, text: _NUMBER.sub(one, text), lambda name: name == parts.DOCUMENT)


def _edited(document: bytes, change: Callable[[str, str], str], concerns: Callable[[str], bool]) -> bytes:
    """The package with some of its parts changed; all others keep their compressed bytes."""
    return package.write(
        package.pack(member.name, change(member.name, package.unpack(member).decode()).encode())
        if concerns(member.name)
        else member
        for member in reader.members(document)
    )


def _body(document: bytes) -> str:
    return next(package.unpack(each) for each in reader.members(document) if each.name == parts.DOCUMENT).decode()


def _without_contents(body: str) -> str:
    body, begun = _CONTENTS.subn("", body)
    return body.replace(_CONTENTS_END, f"</w:pPr>{_PARAGRAPH_END}", begun)


def _referenced(body: str) -> dict[str, str]:
    """The bookmarks that references ask the pages of, by the names that they get in the copy."""
    names = dict.fromkeys(match[2] for match in _NUMBER.finditer(body))
    return {f"Page{number}": name for number, name in enumerate(names)}


def _starts(body: str) -> Iterator[tuple[str, int, int]]:
    """Where the counting of pages begins: the name in the copy, the place in the text, and the first number."""
    begin = 0
    for number, section in enumerate(_SECTION.finditer(body)):
        if first := _START.search(section[0]):
            yield f"Start{number}", begin, int(first[1])
        begin = body.find(_PARAGRAPH_END, section.end())


def _bookmarked(body: str) -> str:
    """The body with a bookmark at every place whose page is asked for."""
    names = {name: copied for copied, name in _referenced(body).items()}
    marks = [(match.start(), names[match[1]]) for match in _BOOKMARK.finditer(body) if match[1] in names]
    for name, begin, _ in _starts(body):
        if first := _PARAGRAPH.search(body, begin):
            marks.append((first.end(), name))
    for number, (at, name) in sorted(enumerate(marks, _FIRST_ID), key=lambda mark: mark[1], reverse=True):
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
        body = body[:at] + mark + body[at:]
    return body
