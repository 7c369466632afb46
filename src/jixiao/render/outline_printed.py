"""The outline of a report as it is printed: the number and the name of each part, and the file it comes from."""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from jixiao.formats.format import COMMON, Format
from jixiao.formats.outline import ANNEX, Section
from jixiao.formats.section_names import names_of
from jixiao.kernel.frozen import frozen
from jixiao.ledger.view import View
from jixiao.render.document import run
from jixiao.render.run.state import State
from jixiao.render.styles import ANNEX_MARK, ANNEX_TITLE, HEADINGS, style_id
from jixiao.render.template import Compiled

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"(?P<number>[一二三四五六七八九十百]+)、(?=.)")


@frozen
class Printed:
    """A part of the outline, an annex for each record of a list being one for each.

    number, name: as printed; where nothing is, what the outline calls it. names: all that it answers to.
    spans: its place in the run of the template; none for a part that is dropped or prints nothing.
    source: format, common, group or unit; file: where it stands, as messages print it.
    """

    section: Section
    number: str
    name: str
    names: tuple[str, ...]
    spans: tuple[int, ...]
    source: str
    file: str

    @property
    def title(self) -> str:
        """Number and name in one: 七、有关建议, 附件2 绩效自评表."""
        if not self.number:
            return self.name
        return f"{self.number}{' ' if self.section.kind == ANNEX else '、'}{self.name}"


def printed_outline(form: Format, compiled: Compiled, view: View) -> list[Printed]:
    """The parts of a report in their order, dropped ones where they stood."""
    state = run(compiled, view)
    state.body()
    listed: list[Printed] = []
    at = 0
    for section in form.changed or form.outline:
        spans = () if section.is_dropped else tuple(_spans_of(state, at))
        at += not section.is_dropped
        listed += [_printed(form, section, state, (span,)) for span in spans] or [_printed(form, section, state, ())]
    return listed


def _spans_of(state: State, section: int) -> list[int]:
    return [at for at, span in enumerate(state.spans) if span.section == section and span.stop > span.start]


def _printed(form: Format, section: Section, state: State, spans: tuple[int, ...]) -> Printed:
    files = form.files_of(section)
    names = names_of(section.kind, section.title, section.file, files)
    number, name = _head(section, state, spans[0]) if spans else ("", "")
    name = name or (names[0] if names else section.kind)
    answers = tuple(filter(None, dict.fromkeys((name, number, *names))))
    file = files.shown(section.file) if section.file else section.place.file
    return Printed(section, number, name, answers, spans, _source(section), file)


def _head(section: Section, state: State, span: int) -> tuple[str, str]:
    """The number and the name that a span prints at its head; empty where it prints none."""
    start, stop = state.spans[span].start, state.spans[span].stop
    paragraphs = _PARAGRAPH.findall("".join(state.out[start:stop]))
    if section.kind == ANNEX:
        return _first(paragraphs, ANNEX_MARK), _first(paragraphs, ANNEX_TITLE)
    heading = _first(paragraphs, HEADINGS[0])
    match = _NUMBER.match(heading)
    return (match["number"], heading[match.end() :]) if match else ("", heading)


def _first(paragraphs: list[str], style: str) -> str:
    """The words of the first paragraph of this style."""
    found = (each for each in paragraphs if f'<w:pStyle w:val="{style_id(style)}"/>' in each)
    return unescape(_MARKUP.sub("", next(found, ""))).strip()


def _source(section: Section) -> str:
    if section.own:
        return "unit" if section.own.is_unit else "group"
    return "common" if section.file.startswith(COMMON) else "format"
