"""The parts of an outline as nodes: titles, chapters and forms, the pages they stand on, annexes and their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from jixiao.formats.format import Files, Format
from jixiao.formats.layout import Layout
from jixiao.formats.outline import ANNEX, CHAPTER, CONTENTS, COVER, FORM, Section
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import Place, SourcePlace
from jixiao.ledger.view import Display
from jixiao.load.decode import clean, decode
from jixiao.load.files import MARKDOWN
from jixiao.render import layout, styles
from jixiao.render.chapter.inline import words
from jixiao.render.chapter.markdown import Setting, compile_chapter
from jixiao.render.chapter.tables import AFTER
from jixiao.render.charts.look import look_of
from jixiao.render.control import check
from jixiao.render.tags import literal
from jixiao.render.template import ANNEX as ANNEX_TARGET
from jixiao.render.template import (
    AS_TYPED,
    Anchor,
    Annex,
    AnnexList,
    AnnexNumber,
    Contents,
    FirstNumbers,
    Given,
    Heading,
    Joint,
    Mark,
    NewPages,
    Node,
    Nodes,
    Raw,
)
from jixiao.render.word.form import Setting as WordSetting
from jixiao.render.word.form import compile_form, compile_included
from jixiao.render.word.reading import Surroundings

NO_SUCH_FORM = must("F214")

_ALONE = (COVER, CONTENTS, FORM, ANNEX)  # a chapter follows on their last page only where it is told to
_UNNUMBERED = (COVER, CONTENTS)
_WORD = (".docx", ".docm", ".doc", ".wps")
_LABEL = "附件："
_OPEN, _CLOSE = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>"


def measures_of(form: Format) -> Layout:
    """The measures of the format, without the styles of a table of contents that it does not have."""
    if _listed(form):
        return form.layout
    unused = (styles.CONTENTS_TITLE, *styles.CONTENTS)
    used = {name: style for name, style in form.layout.styles.items() if name not in unused}
    return replace(form.layout, styles=used)


def needed_styles(form: Format) -> tuple[str, ...]:
    """The styles that the documents of the format use whatever its templates say."""
    levels = _listed(form)
    return styles.NEEDED + ((styles.CONTENTS_TITLE, *styles.CONTENTS[:levels]) if levels else ())


def _listed(form: Format) -> int:
    """How many levels of headings the tables of contents list."""
    return max((section.levels for section in form.outline if section.kind == CONTENTS), default=0)


def _joint(before: str, section: Section) -> Node:
    """What keeps two tables apart; a form without a heading looks like one with the form before it."""
    is_same_form = before == section.kind == FORM and not section.title
    return Joint(layout.tiny_paragraph() if is_same_form else AFTER)


def _last_of_text(outline: Sequence[Section]) -> int:
    """The place of the last chapter, or of what follows it on its page; -1 where there is no chapter."""
    last = max((at for at, section in enumerate(outline) if section.kind == CHAPTER), default=-1)
    while 0 <= last < len(outline) - 1 and outline[last + 1].continued:
        last += 1
    return last


class Sections:
    """Puts the sections of one format together; `turned` says whether some of its pages are."""

    def __init__(self, form: Format, findings: list[Finding]) -> None:
        self._form = form
        self._findings = findings
        self._measures = measures_of(form)
        self._styles = styles.style_names(self._measures)
        self._chart = look_of(self._measures)
        self._is_counting = False

    def nodes(self) -> Iterator[Node]:
        """The body of the document without the properties of its last section."""
        outline = self._form.outline
        last_of_text = _last_of_text(outline)
        annexes = [section for section in outline if section.kind == ANNEX]
        before = ""
        for at, section in enumerate(outline):
            runs_on = section.continued or (section.kind == CHAPTER and before not in _ALONE)
            start = (_joint(before, section) if before and runs_on else self._new_pages(section),)
            if section.kind == ANNEX:
                content = (Mark(at), *self._annex_head(section), *self._content(section), Mark(at, is_end=True))
                yield self._annex(section, (*start, *content))
            else:
                yield from (*start, Mark(at), *self._content(section), Mark(at, is_end=True))
            if at == last_of_text and annexes:
                yield AnnexList(tuple(self._announced(annex) for annex in annexes))
            before = section.kind

    def _new_pages(self, section: Section) -> Node:
        """New pages; they are numbered from the first that is neither cover nor table of contents."""
        numbered = section.kind not in _UNNUMBERED
        first = numbered and not self._is_counting
        self._is_counting |= numbered
        return NewPages(self._properties(layout.Section(numbered, first, section.turned)))

    def _properties(self, section: layout.Section) -> str:
        return layout.section_properties(self._measures, section)

    def _content(self, section: Section) -> Nodes:
        content: Nodes = ()
        if section.kind == CONTENTS:
            content = (Contents(section.levels, *section.page_number),)
        if section.lines:
            content += (FirstNumbers(), *self._title(section))
        if section.title and section.kind != ANNEX:
            content += self._heading(section)
        if section.file:
            content += self._file(section)
        return (Given(section.options, content),) if section.options else content

    def _file(self, section: Section) -> Nodes:
        files = self._form.files_of(section)
        shown = files.shown(section.file)
        try:
            data = files.read(section.file)
        except OSError:  # reported when the format was read
            return ()
        return self.nodes_of(section, data, shown, files)

    def nodes_of(self, section: Section, data: bytes, shown: str, files: Files) -> Nodes:
        """The nodes of a chapter or a form; shown: its name for people, files: those that it may name."""
        file = section.file.lower()
        if file.endswith(MARKDOWN) or (section.kind == CHAPTER and not file.endswith(_WORD)):
            nodes = self._chapter(data, shown, files, turned=section.turned)
        else:
            nodes, findings = compile_form(data, shown, self._word(section))
            self._findings += findings
        return (FirstNumbers(), *nodes) if section.kind == ANNEX else nodes

    def _word(self, section: Section) -> WordSetting:
        """What surrounds a Word file: a chapter is text in the report's styles, everything else looks as drawn."""
        upright, turned = self._pages(numbered=section.kind not in _UNNUMBERED)
        widths = (self._measures.text_width, self._measures.turned_text_width)
        note = styles.style_id(styles.NOTE) if styles.NOTE in self._measures.styles else ""
        around = Surroundings(self._styles, plain_in_note=note, turned=section.turned, has_pages=True, widths=widths)
        around = around._replace(chart=self._chart)
        display, in_tables = Display.FORM, Display.FORM
        if section.kind == CHAPTER:
            plain, in_table = map(styles.style_id, (styles.BODY, styles.TABLE_TEXT))
            indents = styles.indents(self._measures)
            around = around._replace(plain=plain, plain_in_table=in_table, is_bound=False, indents=indents)
            display, in_tables = Display.TEXT, Display.TABLE
        return WordSetting(around, display, in_tables, (upright, turned), _listed(self._form))

    def _pages(self, *, numbered: bool) -> tuple[str, str]:
        """The properties of upright and of turned pages."""
        upright, turned = (self._properties(layout.Section(numbered, turned=each)) for each in (False, True))
        return upright, turned

    def _chapter(self, data: bytes, shown: str, files: Files, *, turned: bool = False) -> Nodes:
        text, findings = decode(data, shown)
        self._findings += findings
        if text is None:
            return ()
        text, findings = clean(text, shown)
        pages = self._pages(numbered=True)
        widths = (self._measures.text_width, self._measures.turned_text_width)
        if turned:
            pages, widths = pages[1:] * 2, widths[1:] * 2
        form = partial(self._included, files)
        setting = Setting(self._styles, *widths, pages, _listed(self._form), form, files.read, self._chart)
        nodes, more = compile_chapter(text, shown, setting)
        self._findings += [*findings, *more]
        return nodes

    def _included(self, files: Files, file: str, place: Place) -> Nodes:
        """A form within a chapter."""
        try:
            data = files.read(file)
        except OSError:
            self._findings.append(NO_SUCH_FORM.at(place, file=files.shown(file), near="、".join(files.form.near(file))))
            return ()
        nodes, findings = compile_included(data, files.shown(file), Surroundings(self._styles, chart=self._chart))
        self._findings += findings
        return nodes

    def _title(self, section: Section) -> Iterator[Node]:
        for line in section.lines:
            yield Raw(f"<w:p>{styles.properties(styles.TITLE)}")
            yield from self._words(line, section.place)
        yield Raw(f"<w:p>{styles.properties(styles.BODY)}</w:p>")

    def _heading(self, section: Section) -> Nodes:
        """The heading of a form or a chapter as it is typed; headings below it are numbered from the first."""
        start, runs = f"<w:p>{styles.properties(styles.HEADINGS[0])}", self._runs(section.title, section.place)
        runs += (Anchor((literal(section.title),), AS_TYPED),)
        if _listed(self._form):
            return FirstNumbers(1), Heading(1, start, runs)
        return FirstNumbers(1), Raw(start), *runs, Raw("</w:p>")

    def _annex(self, section: Section, body: Nodes) -> Annex:
        if section.each is None:
            return Annex("", body, section.place)
        text = check(section.each.text, section.each.place, self._findings)
        return Annex(text, body, section.each.place)

    def _annex_head(self, section: Section) -> Iterator[Node]:
        mark = f"<w:p>{styles.properties(styles.ANNEX_MARK)}{_OPEN}附件"
        yield AnnexNumber(mark, mark)
        names = (literal(section.title), PurePosixPath(section.file).stem)
        yield from (Raw(_CLOSE), Anchor(tuple(filter(None, names)), ANNEX_TARGET), Raw("</w:p>"))
        if section.title:
            yield Raw(f"<w:p>{styles.properties(styles.ANNEX_TITLE)}")
            yield from self._words(section.title, section.place)

    def _announced(self, section: Section) -> Annex:
        """A line of the list below the text: 附件：1. … and the numbers that follow below the first."""
        after = len(_LABEL) + (3 if section.each is None else 4)
        first, others = (
            f"<w:p>{styles.hanging(self._measures, styles.ANNEX_LIST, indent, after)}{_OPEN}{label}"
            for indent, label in ((2, _LABEL), (2 + len(_LABEL), ""))
        )
        space = f"<w:p>{styles.properties(styles.BODY)}</w:p>"
        number = AnnexNumber(space + first, others)
        return self._annex(section, (number, Raw(f". {_CLOSE}"), *self._words(section.title, section.place)))

    def _words(self, text: str, place: SourcePlace) -> Iterator[Node]:
        """The runs of a line of the outline, and the end of its paragraph."""
        yield from self._runs(text, place)
        yield Raw("</w:p>")

    def _runs(self, text: str, place: SourcePlace) -> Nodes:
        return tuple(words(text, place, Display.TEXT.value, self._findings))
