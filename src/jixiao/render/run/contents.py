"""The table of contents: a field that Word can build anew, filled with the headings as they are printed.

A page number is a reference to the bookmark of its heading. Pages are known to a layout engine alone, so that the
references are empty until one fills them: Word when it prints or updates fields, LibreOffice outside its index only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jixiao.render.escape import escape
from jixiao.render.layout import SMALL
from jixiao.render.styles import CONTENTS, CONTENTS_TITLE, properties
from jixiao.render.template import Contents

WORDS = "目　录"
_TEXT = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


class Entry(NamedTuple):
    """A heading: its level, its words as they stand in the XML, and the number of its bookmark."""

    level: int
    words: str
    bookmark: int


def bookmarked(number: int, inside: str) -> str:
    """The runs of a heading within the bookmark of this number."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{_name(number)}"/>'
    return f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'


def contents_xml(node: Contents, entries: Sequence[Entry]) -> str:
    """The title and an entry for each heading."""
    title = f"<w:p>{properties(CONTENTS_TITLE)}{_TEXT.format(WORDS)}</w:p>"
    if not entries:
        return title
    field = _BEGIN.format(rf'TOC \o "1-{node.levels}" \h \z \u')
    lines = "".join(_line(node, entry, "" if at else field) for at, entry in enumerate(entries))
    return f"{title}{lines}<w:p><w:pPr>{SMALL.format(20)}</w:pPr>{_END}</w:p>"


def _line(node: Contents, entry: Entry, before: str) -> str:
    name = _name(entry.bookmark)
    number = _BEGIN.format(rf"PAGEREF {name} \h") + _END
    around = [_TEXT.format(escape(each)) if each else "" for each in (node.before, node.after)]
    return (
        f'<w:p>{properties(CONTENTS[entry.level - 1])}{before}<w:hyperlink w:anchor="{name}" w:history="1">'
        f"{_TEXT.format(entry.words)}<w:r><w:tab/></w:r>{number.join(around)}</w:hyperlink></w:p>"
    )


def _name(number: int) -> str:
    return f"_Toc{number:09}"
