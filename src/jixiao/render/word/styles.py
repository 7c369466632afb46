"""The styles of a Word file, matched by their names with those of the report.

The same built-in style has another name in each program and language, and ids mean nothing: WPS numbers them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from jixiao.kernel.similar import nearest
from jixiao.render.styles import CONTENTS, HEADINGS, PAGE_NUMBER, TITLE, style_id
from jixiao.render.word.vocabulary import W, value

_PLAIN: Final = frozenset(
    (
        *("normal", "正文", "default", "defaultstyle", "defaultparagraphstyle", "standard", "默认", "默认段落样式"),
        *("bodytext", "textbody", "正文文本", "正文文字", "normalindent", "正文缩进", "bodytextindent", "正文文本缩进"),
        *("bodytextfirstindent", "正文首行缩进", "正文文本首行缩进", "firstlineindent", "plaintext", "纯文本"),
        *("normal(web)", "普通(网站)", "普通(web)", "nospacing", "无间隔", "firstparagraph", "compact"),
        *("listparagraph", "列出段落", "列表段落", "list", "列表", "tablecontents", "表格内容"),
        *("listbullet", "列表项目符号", "listnumber", "列表编号", "listcontinue", "列表接续"),
    )
)
"""Names under which programs and languages keep ordinary paragraphs, of which a report has one kind."""
_SAME: Final = {
    **{f"{word}{level}": name for level, name in enumerate(HEADINGS, 1) for word in ("heading", "标题", "標題")},
    **{f"{word}{level}": name for level, name in enumerate(CONTENTS, 1) for word in ("toc", "目录", "contents")},
    **dict.fromkeys(("title", "标题", "標題"), TITLE),
    **dict.fromkeys(("caption", "题注", "題注", "table", "figure", "illustration"), "表题"),
    **dict.fromkeys(("footer", "页脚"), PAGE_NUMBER),
    **dict.fromkeys(("tableheading", "表格标题"), "表头"),
    **dict.fromkeys(("footnotetext", "脚注文本", "footnote", "脚注"), "脚注"),
}
_FREE: Final = frozenset(
    (
        *("defaultparagraphfont", "默认段落字体", "hyperlink", "超链接", "internetlink", "visitedinternetlink"),
        *("followedhyperlink", "访问过的超链接", "已访问的超链接", "indexlink", "placeholdertext", "占位符文本"),
        *("footnotereference", "脚注引用", "footnotecharacters", "footnoteanchor", "footnotesymbol"),
        *("annotationreference", "批注引用", "pagenumber", "页码", "linenumber", "行号"),
        *("bullets", "bulletsymbols", "numberingsymbols", "标题字符"),
    )
)
"""Styles of characters that a report needs none for."""
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_EMPHASIS: Final = {
    **dict.fromkeys(("strong", "strongemphasis", "要点", "加粗"), _BOLD),
    **dict.fromkeys(("emphasis", "强调", "subtleemphasis", "不明显强调"), _ITALIC),
    **dict.fromkeys(("intenseemphasis", "明显强调"), _BOLD + _ITALIC),
}
_MOST_BASES: Final = 20
_MOST_COMPARED: Final = 50
_LEVELS: Final = {style_id(name): level for level, name in enumerate(HEADINGS, 1)}


class Used(NamedTuple):
    """A style as it is used. target: its id in the report, "" for none; asked: its name in the file if unknown there.

    nearest: names of the report that are like it. name: what is used in its place.
    """

    target: str
    asked: str = ""
    nearest: str = ""
    name: str = ""

    @property
    def level(self) -> int:
        """The level of a heading, 0 for any other paragraph."""
        return _LEVELS.get(self.target, 0)


class ForeignStyles:
    """The styles of one file; known: the names of the report's styles with their ids."""

    def __init__(self, sheet: Element | None, known: Mapping[str, str]) -> None:
        styles = list(sheet.iterfind(f"{W}style")) if sheet is not None else []
        self._styles = {value(style, "styleId"): style for style in styles}
        self._known = known
        self._folded = {_folded(name): own for name, own in reversed(list(known.items()))}
        self._used: dict[tuple[str, str], Used] = {}
        self._numbering: dict[str, Element | None] = {}
        self._default = next((value(each, "styleId") for each in styles if _is_default(each, "paragraph")), "")

    def paragraph(self, key: str, plain: str) -> Used:
        """The style of a paragraph by its id in the file; plain: the report's style for ordinary paragraphs."""
        if (key, plain) not in self._used:
            self._used[key, plain] = self._found(key, plain)
        return self._used[key, plain]

    def _found(self, key: str, plain: str) -> Used:
        start = key or self._default
        for each in self._based(start):
            target = self._target(each, plain)
            if target is not None:
                return Used(target) if each == start else self._instead(self._name(key), target)
        return self._instead(self._name(key), plain) if key else Used(plain)

    def characters(self, key: str) -> tuple[str, str]:
        """What the style of a run becomes: properties of its own; and its name in the file where it is lost."""
        name = _folded(self._name(key))
        if name in _EMPHASIS:
            return _EMPHASIS[name], ""
        is_free = name in _FREE or name.endswith(("char", "字符")) or _is_default(self._styles.get(key), "character")
        return "", "" if is_free else self._name(key)

    def numbering(self, key: str) -> Element | None:
        """The numbering that a style of paragraphs brings with it."""
        if key not in self._numbering:
            self._numbering[key] = self._first(key or self._default, f"{W}pPr/{W}numPr")
        return self._numbering[key]

    def table(self, key: str) -> Used:
        """The style of a table."""
        name = self._name(key)
        if _is_default(self._styles.get(key), "table") or _folded(name) in ("normaltable", "普通表格", "tablenormal"):
            return Used("")
        return Used("", name, "网格型", "只有边框的表格")

    def lines(self, key: str) -> Element | None:
        """The lines of a table style, or of the one that it is based on."""
        return self._first(key, f"{W}tblPr/{W}tblBorders")

    def _first(self, key: str, path: str) -> Element | None:
        """An element of a style, or of the nearest one that it is based on."""
        for each in self._based(key):
            found = self._styles[each].find(path) if each in self._styles else None
            if found is not None:
                return found
        return None

    def has_bands(self, key: str) -> bool:
        """Whether a table style treats some rows or columns otherwise."""
        style = self._styles.get(key)
        return style is not None and style.find(f"{W}tblStylePr") is not None

    def _name(self, key: str) -> str:
        style = self._styles.get(key)
        return (value(style.find(f"{W}name")) if style is not None else "") or key

    def _based(self, key: str) -> Iterator[str]:
        """The style and those it is based on, which may be a ring."""
        for _ in range(_MOST_BASES):
            if not key:
                return
            yield key
            style = self._styles.get(key)
            key = value(style.find(f"{W}basedOn")) if style is not None else ""

    def _target(self, key: str, plain: str) -> str | None:
        """The id in the report of a style of that name; None if there is none."""
        name = self._name(key)
        folded = _folded(name)
        if (plain and folded in _PLAIN) or _is_default(self._styles.get(key), "paragraph"):
            return plain
        if name in self._known:
            return self._known[name]
        same = self._known.get(_SAME.get(folded, "")) or self._folded.get(folded)
        return plain if same is None and folded in _PLAIN else same

    def _instead(self, asked: str, target: str) -> Used:
        names = list(dict.fromkeys(name for name in self._known if not name.isascii()))
        own = self._own(target)
        near = nearest(asked, names) if len(self._used) < _MOST_COMPARED else []
        return Used(target, asked, "、".join(near or ([own] if own else names)), own)

    def _own(self, target: str) -> str:
        return next((name for name, own in self._known.items() if own == target), "")


def _is_default(style: Element | None, kind: str) -> bool:
    return style is not None and value(style, "type") == kind and value(style, "default") in ("1", "true", "on")


def _folded(name: str) -> str:
    """A name without what programs write differently: width, case, spaces, and other names behind it."""
    return "".join(unicodedata.normalize("NFKC", name).partition(",")[0].casefold().split())
