"""One report: the compiled format run over the printed figures, as the bytes of a .docx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.parsers import expat

from jixiao import cache
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import DocumentPlace
from jixiao.ledger.view import View
from jixiao.package import zip as package
from jixiao.render import parts
from jixiao.render.draft import Draft, findings_xml, header_xml, with_headers
from jixiao.render.layout import with_note_numbers
from jixiao.render.namespaces import DECLARATION, R, W
from jixiao.render.parts import Extras, Origin
from jixiao.render.run.anew import numbering_xml
from jixiao.render.run.engine import link
from jixiao.render.run.state import State
from jixiao.render.run.steps import Step
from jixiao.render.section_alone import cut
from jixiao.render.template import Compiled

MALFORMED = must("R110")

_HEAD = f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
_TAIL = "</w:body></w:document>"
_ORDER = (
    parts.CONTENT_TYPES,
    "_rels/.rels",
    parts.DOCUMENT,
    parts.DOCUMENT_RELATIONS,
    "word/styles.xml",
    parts.SETTINGS,
    "word/fontTable.xml",
    parts.LISTS,
    parts.NOTES,
    parts.ODD_HEADER_PART,
    parts.EVEN_HEADER_PART,
    "word/footer1.xml",
    "word/footer2.xml",
    *parts.TURNED_FOOTER_PARTS,
    parts.ORIGIN_PART,
    "customXml/itemProps1.xml",
    "customXml/_rels/item1.xml.rels",
    parts.STORE_PART,
    parts.STORE_PROPERTIES,
    parts.STORE_RELATIONS,
    parts.CORE,
    "docProps/app.xml",
)
_CONTEXT = 80
_linked = cache.Recent[Step](16)


class Document(NamedTuple):
    """A document and what was found while rendering; with a finding that blocks, only a draft may be kept.

    digest: SHA-256 over its parts before they were compressed.
    """

    data: bytes
    findings: list[Finding]
    digest: str


def render(  # noqa: PLR0913 - each is a way of its own to print a report
    compiled: Compiled,
    view: View,
    origin: Origin,
    draft: Draft | None = None,
    spans: Sequence[int] = (),
    *,
    linked: Sequence[Figure] | None = None,
) -> Document:
    """The document of these printed figures; spans: which parts of the outline alone, by their place in `State`.

    linked: the figures that the view marks, by their numbers, where those printed more than once are to be linked.
    """
    state = run(compiled, view, draft)
    body, findings = state.body(), list(state.findings)
    body, store = (body, {}) if linked is None else _linked_figures(state, body, linked)
    last = state.section
    if spans:
        body, last = cut(state, spans)
    if draft is not None:
        body = with_headers(body + findings_xml(draft, findings) + last)
    else:
        body += last
    if state.notes:
        body = with_note_numbers(body)
    contents = {
        parts.DOCUMENT: f"{_HEAD}{body}{_TAIL}",
        parts.ORIGIN_PART: parts.origin_xml(origin),
        parts.CORE: parts.core_xml(origin),
    }
    members = {member.name: member for member in compiled.members} | state.media
    turned = parts.TURNED_FOOTER_PARTS[0] in members
    lists, media = bool(state.numbered.lists), tuple(state.media)
    charted = tuple(state.charts)
    extras = Extras(draft is not None, turned, bool(state.notes), lists, bool(store), media, charted)
    if extras != Extras(turned=turned):
        contents |= _extra_parts(extras, state)
    contents |= store
    encoded = {name: content.encode() for name, content in contents.items()}
    charts = _chart_parts(state)
    is_proven = compiled.is_sound and draft is None and not spans and not store  # of all that the template gives
    if not is_proven:
        findings += [finding for name, content in encoded.items() for finding in well_formed(name, content)]
    encoded |= charts
    members |= {name: package.pack(name, content) for name, content in encoded.items()}
    ordered = [members[name] for name in (*_ORDER, *state.media, *charts) if name in members]
    whole = ((each.name, encoded.get(each.name) or package.unpack(each)) for each in ordered)
    return Document(package.write(ordered), findings, package.digest(whole))


def _linked_figures(state: State, body: str, figures: Sequence[Figure]) -> tuple[str, dict[str, str]]:
    """The body with its figures linked, like those of the notes, and the parts of the store."""
    from jixiao.render.links import link as link_figures  # noqa: PLC0415 - few documents are linked

    (body, *state.notes), store = link_figures([body, *state.notes], figures)
    return body, store


def _extra_parts(extras: Extras, state: State) -> dict[str, str]:
    """The parts that a document has, or has otherwise, because of its extras."""
    contents = {
        parts.CONTENT_TYPES: parts.content_types(extras),
        parts.DOCUMENT_RELATIONS: parts.document_relations(extras),
    }
    if extras.draft:
        contents |= {parts.ODD_HEADER_PART: header_xml(2049), parts.EVEN_HEADER_PART: header_xml(2050)}
    if extras.lists:
        contents[parts.LISTS] = numbering_xml(state.numbered.lists)
    if extras.notes:
        contents |= {
            parts.NOTES: parts.notes_xml(state.notes),
            parts.SETTINGS: parts.settings_xml(notes=True),
        }
    return contents


def _chart_parts(state: State) -> dict[str, bytes]:
    """The parts of all charts: the chart, its relationships, and the workbook behind it."""
    made: dict[str, bytes] = {}
    for number, (chart, workbook) in state.charts.items():
        relations = parts.chart_relations(number).encode()
        made |= zip(parts.chart_parts(number), (chart.encode(), relations, workbook), strict=True)
    return made


def run(compiled: Compiled, view: View, draft: Draft | None = None) -> State:
    """The state that the program of the format leaves behind."""
    program = _linked.get(compiled.key)
    if program is None:
        program = _linked.keep(compiled.key, link(compiled.nodes))
    state = State(view, is_draft=draft is not None)
    program(state, view.scope)
    return state


def well_formed(name: str, content: bytes) -> list[Finding]:
    """A part that is no XML would make Word refuse the whole document."""
    try:
        expat.ParserCreate().Parse(content, True)  # noqa: FBT003 - the parser's own signature
    except expat.ExpatError as error:
        line = content.split(b"\n")[error.lineno - 1]
        quote = line[max(error.offset - _CONTEXT, 0) : error.offset + _CONTEXT].decode(errors="replace")
        return [MALFORMED.at(DocumentPlace(name, quote=quote), reason=expat.ErrorString(error.code))]
    return []
