"""A Word template rendered as a whole: every part with words is filled, all others are copied as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from jixiao.expr.work import begin
from jixiao.kernel.finding import Finding
from jixiao.kernel.place import DocumentPlace
from jixiao.package import zip as package
from jixiao.package.reader import PackageError, members, read
from jixiao.package.source import parse_source
from jixiao.render.document import well_formed
from jixiao.render.namespaces import DECLARATION
from jixiao.render.parts import CONTENT_TYPES
from jixiao.render.run.engine import link
from jixiao.render.run.state import State
from jixiao.render.run.steps import Step
from jixiao.render.sound import is_sound
from jixiao.render.template import Raw
from jixiao.render.whole.pictures import Members, with_pictures
from jixiao.render.whole.values import PlainView, rows_in
from jixiao.render.word.form import TemplateCompiler
from jixiao.render.word.package import UNREADABLE_FORM
from jixiao.render.word.verbatim import read_part

_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FILLED = {
    f"{_WORDS}.document.main+xml": "",
    f"{_WORDS}.header+xml": "页眉",
    f"{_WORDS}.footer+xml": "页脚",
    f"{_WORDS}.footnotes+xml": "脚注",
    f"{_WORDS}.endnotes+xml": "尾注",
    f"{_WORDS}.comments+xml": "批注",
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml": "图表",
    "application/vnd.openxmlformats-package.core-properties+xml": "属性",
}
"""The types of parts that hold tags, and what these parts are called; the body has no name."""
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_FIRST_DRAWING = 1001


class _Part(NamedTuple):
    """A part that is filled; is_sound: whatever its tags print, it is well-formed."""

    step: Step
    is_sound: bool


class WordTemplate:
    """A template compiled once; `render` fills it for each context."""

    def __init__(self, members: tuple[package.Member, ...], parts: Mapping[str, _Part], body: str) -> None:
        self._members = members
        self._parts = parts
        self._body = body

    def render(self, context: Mapping[str, object]) -> tuple[bytes, list[Finding]]:
        """The document and what was found while rendering; the same context gives the same bytes."""
        begin(rows_in(context))
        view = PlainView(context)
        state = State(view)
        written: Members = {}
        pictures: dict[str, Members] = {}
        for member in self._members:
            part = self._parts.get(member.name)
            if part is None:
                written[member.name] = member
                continue
            state.out, state.counted, state.media = [], 0, {}
            part.step(state, view.scope)
            xml = "".join(state.out)
            content = (DECLARATION + (_numbered(xml) if member.name == self._body else xml)).encode()
            for finding in [] if part.is_sound else well_formed(member.name, content):
                state.report(finding)
            written[member.name] = package.pack(member.name, content)
            if state.media:
                pictures[member.name] = state.media
        return package.write(with_pictures(written, pictures).values()), list(state.findings)


def compile_template(data: bytes, shown: str) -> tuple[WordTemplate, list[Finding]]:
    """The template and what is wrong with it; shown: its file name for people."""
    findings: list[Finding] = []
    parts: dict[str, _Part] = {}
    body = ""
    try:
        files = read(data)
        for path, name in _filled(files):
            place = f"{shown} {name}（{path.rpartition('/')[2]}）" if name else shown
            body = body if name else path
            blocks, found = read_part(parse_source(files, path), place)
            nodes = TemplateCompiler(found).container(blocks)
            findings += found
            if path == body or not all(isinstance(node, Raw) for node in nodes):
                parts[path] = _Part(link(nodes), is_sound(nodes))
        kept = tuple(members(data))
    except PackageError as error:
        return WordTemplate((), {}, ""), [UNREADABLE_FORM.at(DocumentPlace(shown), fault=error)]
    return WordTemplate(kept, parts, body), findings


def _filled(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The parts that may hold tags, and their names."""
    types = parse_source(files, CONTENT_TYPES)
    given = {name: [dict(_ATTRIBUTE.findall(each.start_tag)) for each in types.within(name)] for name in _DECLARED}
    named, endings = (
        {each.get(key, "").lstrip("/"): each.get("ContentType", "") for each in given[name]}
        for name, key in _DECLARED.items()
    )
    for path in files:
        kind = named.get(path) or endings.get(path.rpartition(".")[2], "")
        if kind in _FILLED:
            yield path, _FILLED[kind]


_DECLARED = {"Override": "PartName", "Default": "Extension"}


def _numbered(xml: str) -> str:
    """The body with its drawings numbered anew: those of a loop would all have one number."""
    numbers = count(_FIRST_DRAWING)
    return _DRAWING.sub(lambda match: f"{match[1]}{next(numbers)}", xml) if "<wp:docPr" in xml else xml
