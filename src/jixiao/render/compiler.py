"""Compile a format: the sections of its outline one after the other, and the parts that are the same for every unit."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from jixiao.expr.expression import ExpressionError, expression, trees_of
from jixiao.formats.format import Format, Section
from jixiao.kernel.finding import Finding, must
from jixiao.ledger.view import Display
from jixiao.load.decode import clean, decode
from jixiao.package.zip import Member, pack
from jixiao.render import layout, parts, styles
from jixiao.render.control import joined
from jixiao.render.forms import compile_form
from jixiao.render.inline import words
from jixiao.render.markdown import compile_chapter
from jixiao.render.template import Compiled, Node, Nodes, Raw, TableBody

MISSING_STYLE = must("F220")

COVER, FORM, TITLE, CHAPTER, ANNEX = "封面", "表单", "题名", "正文", "附件"
_ALONE = (COVER, FORM, ANNEX)  # nothing follows these on their last page
_LABEL = "附件："


def compile_outline(form: Format, key: str) -> tuple[Compiled, list[Finding]]:
    """The compiled format and what is wrong with its templates."""
    missing = [name for name in styles.NEEDED if name not in form.layout.styles]
    findings = [MISSING_STYLE.at(form.rules.place, name=name) for name in missing]
    outline = _Outline(form, findings)
    nodes = joined(outline.nodes())
    if nodes and isinstance(nodes[-1], TableBody):  # a document may not end with a table
        nodes = (*nodes, Raw(layout.tiny_paragraph()))
    trees = tuple(trees_of({*_expressions(nodes), *_formulas(form)}).items())
    return Compiled(key, nodes, outline.last, _members(form), trees), findings


def _formulas(form: Format) -> Iterator[str]:
    """The formulas and conditions of the format, read here once; what is wrong with one shows when it is evaluated."""
    rules = form.rules
    tags = [tag.expression for check in rules.checks if check.message for tag in check.message.tags]
    written = [*(rule.formula for rule in rules.figures), *(check.condition for check in rules.checks)]
    for text in [*(str(each) for each in written if each), *tags]:
        with contextlib.suppress(ExpressionError):
            yield expression(text).text


class _Outline:
    """Puts the sections of one format together."""

    def __init__(self, form: Format, findings: list[Finding]) -> None:
        self._form = form
        self._findings = findings
        self._styles = styles.style_names(form.layout)
        self._section = layout.Section(numbered=False)
        self._is_counting = False

    @property
    def last(self) -> str:
        """The properties of the section that is open."""
        return layout.section_properties(self._form.layout, self._section)

    def nodes(self) -> Iterator[Node]:
        """The body of the document without the properties of its last section."""
        outline = self._form.outline
        last_chapter = max((at for at, section in enumerate(outline) if section.kind == CHAPTER), default=-1)
        annexes = [section for section in outline if section.kind == ANNEX]
        before = ""
        for at, section in enumerate(outline):
            if not before:
                self._start(section)
            elif section.kind != CHAPTER or before in _ALONE:
                yield Raw(layout.tiny_paragraph(self.last))
                self._start(section)
            if section.kind == ANNEX:
                yield from self._annex_head(section, annexes.index(section) + 1)
            yield from self._content(section)
            if at == last_chapter:
                yield from self._annex_list(annexes)
            before = section.kind

    def _start(self, section: Section) -> None:
        """Begin new pages; they are numbered from the first that is no cover."""
        numbered = section.kind != COVER
        self._section = layout.Section(numbered, numbered and not self._is_counting)
        self._is_counting |= numbered

    def _content(self, section: Section) -> Nodes:
        content: Nodes = ()
        if section.lines:
            content = tuple(self._title(section))
        if section.file:
            content += self._file(section)
        return content

    def _file(self, section: Section) -> Nodes:
        shown = self._form.shown(section.file)
        try:
            data = self._form.read(section.file)
        except OSError:  # reported when the format was read
            return ()
        if section.kind == CHAPTER:
            return self._chapter(data, shown)
        nodes, findings = compile_form(data, shown, self._styles)
        self._findings += findings
        return nodes

    def _chapter(self, data: bytes, shown: str) -> Nodes:
        text, findings = decode(data, shown)
        self._findings += findings
        if text is None:
            return ()
        text, findings = clean(text, shown)
        nodes, more = compile_chapter(text, shown, self._styles, self._form.layout.text_width)
        self._findings += [*findings, *more]
        return nodes

    def _title(self, section: Section) -> Iterator[Node]:
        for line in section.lines:
            yield from self._paragraph(styles.properties(styles.TITLE), "", line, section)
        yield Raw(f"<w:p>{styles.properties(styles.BODY)}</w:p>")

    def _annex_head(self, section: Section, number: int) -> Iterator[Node]:
        yield from self._paragraph(styles.properties(styles.ANNEX_MARK), f"附件{number}", "", section)
        if section.title:
            yield from self._paragraph(styles.properties(styles.ANNEX_TITLE), "", section.title, section)

    def _annex_list(self, annexes: list[Section]) -> Iterator[Node]:
        """附件：1. … below the text, the numbers one below the other."""
        if annexes:
            yield Raw(f"<w:p>{styles.properties(styles.BODY)}</w:p>")
        for number, section in enumerate(annexes, 1):
            label, first = (_LABEL, 2) if number == 1 else ("", 2 + len(_LABEL))
            look = styles.hanging(self._form.layout, styles.ANNEX_LIST, first, 3 + len(_LABEL))
            yield from self._paragraph(look, f"{label}{number}. ", section.title, section)

    def _paragraph(self, look: str, before: str, text: str, section: Section) -> Iterator[Node]:
        yield Raw(f"<w:p>{look}")
        if before:
            yield Raw(f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>')
        yield from words(text, section.place, Display.TEXT.value, self._findings)
        yield Raw("</w:p>")


def _expressions(value: object) -> Iterator[str]:
    """The texts of all expressions in a tree of nodes."""
    if isinstance(value, tuple):
        for name in ("expression", "condition"):
            if isinstance(text := getattr(value, name, None), str):
                yield text
        for part in value:
            yield from _expressions(part)


def _members(form: Format) -> tuple[Member, ...]:
    measures = form.layout
    contents = {
        parts.CONTENT_TYPES: parts.content_types(draft=False),
        "_rels/.rels": parts.package_relations(),
        parts.DOCUMENT_RELATIONS: parts.document_relations(draft=False),
        "word/styles.xml": styles.styles_xml(measures),
        "word/settings.xml": parts.settings_xml(),
        "word/fontTable.xml": parts.font_table_xml(measures),
        "word/footer1.xml": layout.footer_xml(even=False),
        "word/footer2.xml": layout.footer_xml(even=True),
        "customXml/itemProps1.xml": parts.store_properties(),
        "customXml/_rels/item1.xml.rels": parts.store_relations(),
        "docProps/app.xml": parts.app_xml(),
    }
    return tuple(pack(name, content.encode()) for name, content in contents.items())
