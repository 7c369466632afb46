"""Paragraph styles: their Chinese names, their ids in the document, and styles.xml."""

from __future__ import annotations

from jixiao.formats import layout
from jixiao.formats.layout import Layout, StyleMeasures
from jixiao.model.values import Entry, Text
from jixiao.render.escape import attribute
from jixiao.render.namespaces import DECLARATION, W

BODY = "正文"
TITLE = "题名"
HEADINGS = ("一级标题", "二级标题", "三级标题", "四级标题")
TABLE_TITLE, UNIT_LINE = "表题", "单位行"
TABLE_TEXT, TABLE_HEAD, TABLE_NOTE = "表格文字", "表头", "表注"
PICTURE_TITLE, NOTE = "图题", "脚注"
ANNEX_MARK, ANNEX_TITLE, ANNEX_LIST = "附件标记", "附件标题", "附件说明"
PAGE_NUMBER = "页码"
CONTENTS_TITLE = "目录标题"
CONTENTS = ("目录1", "目录2", "目录3", "目录4")
FORM_TEXT = "表单文字"
NEEDED = (
    *(BODY, TITLE, *HEADINGS, TABLE_TEXT, TABLE_HEAD, TABLE_NOTE),
    *(ANNEX_MARK, ANNEX_TITLE, ANNEX_LIST, PAGE_NUMBER),
)

# Where Word has a style of its own for the purpose, that one is used: navigation and tables of contents know it.
_KNOWN = {
    BODY: ("BodyText", "Body Text"),
    TITLE: ("Title", "Title"),
    **{name: (f"Heading{level}", f"heading {level}") for level, name in enumerate(HEADINGS, 1)},
    TABLE_TITLE: ("Caption", "caption"),
    PICTURE_TITLE: ("PictureTitle", "图题"),
    NOTE: ("FootnoteText", "footnote text"),
    PAGE_NUMBER: ("Footer", "footer"),
    UNIT_LINE: ("UnitLine", "单位行"),
    TABLE_HEAD: ("TableHead", "表头"),
    TABLE_TEXT: ("TableText", "表格文字"),
    TABLE_NOTE: ("TableNote", "表注"),
    ANNEX_LIST: ("AnnexList", "附件说明"),
    ANNEX_MARK: ("AnnexMark", "附件标记"),
    ANNEX_TITLE: ("AnnexTitle", "附件标题"),
    CONTENTS_TITLE: ("TOCHeading", "TOC Heading"),
    **{name: (f"TOC{level}", f"toc {level}") for level, name in enumerate(CONTENTS, 1)},
    "落款": ("SignOff", "落款"),
    "封面单位": ("CoverUnit", "封面单位"),
    "封面标题": ("CoverTitle", "封面标题"),
    "封面文字": ("CoverText", "封面文字"),
    "表单标题": ("FormTitle", "表单标题"),
    FORM_TEXT: ("FormText", "表单文字"),
}
_IDS_OF_WORD_NAMES = {word: own for own, word in _KNOWN.values()}
_LANGUAGE = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'


def style_id(name: str) -> str:
    """The id of the style with this name, whether ours (一级标题) or Word's (heading 1)."""
    return _KNOWN[name][0] if name in _KNOWN else _IDS_OF_WORD_NAMES.get(name, name)


def style_names(measures: Layout) -> dict[str, str]:
    """The names that may be used in templates, ours and Word's, with their ids."""
    known = {name: style_id(name) for name in measures.styles}
    return known | {_KNOWN[name][1]: own for name, own in known.items() if name in _KNOWN}


def properties(name: str) -> str:
    """`<w:pPr>` of a paragraph in this style."""
    return f'<w:pPr><w:pStyle w:val="{attribute(style_id(name))}"/></w:pPr>'


def indents(measures: Layout) -> dict[str, str]:
    """`<w:ind>` of each style by its id, for paragraphs whose numbers would bring other indents."""
    return {style_id(name): _indents(style) or '<w:ind w:firstLine="0"/>' for name, style in measures.styles.items()}


def hanging(measures: Layout, name: str, first: int, others: int) -> str:
    """`<w:pPr>` of a paragraph in this style whose first line begins after some characters, the others after more."""
    style = measures.styles.get(name, StyleMeasures())
    character = _character(style)
    indent = (
        f'<w:ind w:leftChars="{others * 100}" w:left="{others * character}"'
        f' w:hangingChars="{(others - first) * 100}" w:hanging="{(others - first) * character}"/>'
    )
    return f'<w:pPr><w:pStyle w:val="{attribute(style_id(name))}"/>{indent}</w:pPr>'


def styles_xml(measures: Layout) -> str:
    """The part word/styles.xml."""
    latin = str(measures.latin or "")
    body = measures.styles.get(BODY, StyleMeasures())
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(body, latin)}<w:kern w:val="0"/>'
        f'<w:sz w:val="21"/><w:szCs w:val="21"/>{_LANGUAGE}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{measures.text_width}"/></w:tabs>'
    tabs = dict.fromkeys(CONTENTS, tab)
    styles = "".join(_style(name, style, latin, tabs.get(name, "")) for name, style in measures.styles.items())
    marks = _NOTE_MARK if NOTE in measures.styles else ""
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{defaults}{_BASE}{styles}{marks}</w:styles>'


_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style>"
)

NOTE_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
"""The run properties of the number of a footnote."""
_NOTE_MARK = (
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def _style(name: str, style: StyleMeasures, latin: str, tabs: str) -> str:
    own, word = _KNOWN.get(name, (name, name))
    paragraph = _paragraph_properties(style, tabs)
    custom = "" if word.isascii() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{attribute(own)}">'
        f'<w:name w:val="{attribute(word)}"/><w:basedOn w:val="Normal"/>{_next(name, style)}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{_run_properties(style, latin)}</w:rPr></w:style>"
    )


def _next(name: str, style: StyleMeasures) -> str:
    follows = BODY if layout.whole(style.level) else name
    return f'<w:next w:val="{attribute(style_id(follows))}"/>'


def _paragraph_properties(style: StyleMeasures, tabs: str) -> str:
    level = layout.whole(style.level)
    parts = (
        "<w:keepNext/>" if style.keep_next else "",
        "<w:keepLines/>" if level else "",
        '<w:widowControl w:val="0"/>',
        tabs,
        '<w:snapToGrid w:val="0"/>',  # Word never snaps exact lines to the grid of the page; LibreOffice would
        _line_spacing(style),
        _indents(style),
        f'<w:jc w:val="{layout.ALIGNMENTS.get(str(style.align), "both")}"/>' if style.align else "",
        f'<w:outlineLvl w:val="{level - 1}"/>' if level else "",
    )
    return "".join(parts)


def _line_spacing(style: StyleMeasures) -> str:
    line = layout.points(style.line)
    before, after = layout.points(style.before), layout.points(style.after)
    exact = f' w:line="{line}" w:lineRule="exact"' if line else ' w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}"{exact}/>'


def _indents(style: StyleMeasures) -> str:
    """Indents in characters for Word and WPS, and the same in twips for programs that know no characters."""
    sides = (("left", style.left_indent), ("right", style.right_indent), ("firstLine", style.first_indent))
    given = "".join(_indent(style, side, measure) for side, measure in sides if measure is not None)
    return f"<w:ind{given}/>" if given else ""


def _indent(style: StyleMeasures, side: str, measure: Entry) -> str:
    characters = layout.whole(measure)
    return f' w:{side}Chars="{characters * 100}" w:{side}="{characters * _character(style)}"'


def _character(style: StyleMeasures) -> int:
    """The width of a character in twips."""
    return int((layout.size(style.size) or 0) * 20) + layout.points(style.spacing)


def _run_properties(style: StyleMeasures, latin: str) -> str:
    points = layout.size(style.size)
    half = int(points * 2) if points is not None else 21
    spacing = layout.points(style.spacing)
    parts = (
        _fonts(style, latin),
        "<w:b/><w:bCs/>" if style.bold else "",
        f'<w:spacing w:val="{spacing}"/>' if spacing else "",
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>',
    )
    return "".join(parts)


def _fonts(style: StyleMeasures, latin: str) -> str:
    western = attribute(_text(style.latin) or latin)
    eastern = attribute(_text(style.font))
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{western}" w:eastAsia="{eastern}" w:hAnsi="{western}" w:cs="{western}"/>'
    )


def _text(words: Text | None) -> str:
    return str(words or "")
