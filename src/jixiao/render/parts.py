"""The parts of the package that are the same for every unit, and those that say where a document comes from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from jixiao import __version__
from jixiao.expr.figure import FigureId
from jixiao.formats.layout import Layout
from jixiao.render.escape import attribute, escape, legal
from jixiao.render.layout import EVEN_FOOTER, EVEN_HEADER, NOTE_NUMBERS, ODD_FOOTER, ODD_HEADER, TURNED_FOOTERS
from jixiao.render.namespaces import DECLARATION, ORIGIN, R, W

STORE_PART, STORE_PROPERTIES = "customXml/item2.xml", "customXml/itemProps2.xml"
STORE_RELATIONS = "customXml/_rels/item2.xml.rels"
CORE, ORIGIN_PART, DOCUMENT = "docProps/core.xml", "customXml/item1.xml", "word/document.xml"
CONTENT_TYPES, DOCUMENT_RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
ODD_HEADER_PART, EVEN_HEADER_PART = "word/header1.xml", "word/header2.xml"
TURNED_FOOTER_PARTS = ("word/footer3.xml", "word/footer4.xml")
NOTES, SETTINGS, LISTS = "word/footnotes.xml", "word/settings.xml", "word/numbering.xml"
WORKBOOK_RELATION = "rId1"
"""The id, in each chart, of the relationship to the workbook behind it."""
_NOTES_RELATION, _LISTS_RELATION, _STORE_RELATION = "rId17", "rId18", "rId19"
_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
_NOTE_SETTINGS = f'{NOTE_NUMBERS}<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
_MEDIA, _CHARTS = "word/media/", "word/charts/"
ORIGIN_ID = "{6A8C1B52-8E0D-4B57-9C37-0F2D3A5B7E41}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CUSTOM_XML = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_EXTENDED = "application/vnd.openxmlformats-officedocument.extended-properties+xml"


DISPLAYS = ("table", "form")
"""What the origin calls the strings of a figure in tables and forms, where they are not that of running text."""


class Origin(NamedTuple):
    """Where a document comes from; date is the report's own.

    figures: the printed ones: id, and the strings they print as in running text, in tables and in forms.
    said: what else tags made of figures, by their ids; it is read when all is printed.
    rules: digest of the format's own files. kind: what it is when no whole report: see `DRAFT` and `SECTION`.
    """

    unit: str
    year: int
    report: str
    format: str
    version: str
    data_digest: str
    title: str
    date: date
    figures: Sequence[tuple[str, ...]] = ()
    said: Mapping[FigureId, Iterable[str]] = MappingProxyType({})
    rules: str = ""
    kind: str = ""


DRAFT, SECTION = "draft", "section"


class Extras(NamedTuple):
    """What not every document has: headers of a draft, turned pages, footnotes, lists, a store, pictures, charts."""

    draft: bool = False
    turned: bool = False
    notes: bool = False
    lists: bool = False
    linked: bool = False
    media: tuple[str, ...] = ()
    charts: tuple[int, ...] = ()


def media_name(data: bytes, extension: str) -> str:
    """The name of the part that holds a picture: the same picture is one part, however often it is printed."""
    return f"{_MEDIA}{hashlib.sha256(data).hexdigest()[:16]}.{extension}"


def relation_of(name: str) -> str:
    """The id of the relationship to the part of a picture."""
    return f"m{name.removeprefix(_MEDIA).partition('.')[0]}"


def chart_relation(number: int) -> str:
    """The id of the relationship to a chart."""
    return f"c{number}"


def chart_parts(number: int) -> tuple[str, str, str]:
    """The names of a chart, of its relationships, and of the workbook behind it."""
    chart = f"chart{number}"
    return f"{_CHARTS}{chart}.xml", f"{_CHARTS}_rels/{chart}.xml.rels", f"word/embeddings/{chart}.xlsx"


def chart_relations(number: int) -> str:
    """The relationships of a chart: the workbook behind it."""
    return relations((WORKBOOK_RELATION, f"{_OFFICE}/relationships/package", f"../embeddings/chart{number}.xlsx"))


def content_types(extras: Extras) -> str:
    """The list of parts with their types."""
    types = {
        DOCUMENT: f"{_WML}.document.main+xml",
        "word/styles.xml": f"{_WML}.styles+xml",
        SETTINGS: f"{_WML}.settings+xml",
        "word/fontTable.xml": f"{_WML}.fontTable+xml",
        "word/footer1.xml": f"{_WML}.footer+xml",
        "word/footer2.xml": f"{_WML}.footer+xml",
        CORE: "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": _EXTENDED,
        "customXml/itemProps1.xml": _CUSTOM_XML,
    }
    if extras.turned:
        types |= dict.fromkeys(TURNED_FOOTER_PARTS, f"{_WML}.footer+xml")
    if extras.notes:
        types[NOTES] = f"{_WML}.footnotes+xml"
    if extras.lists:
        types[LISTS] = f"{_WML}.numbering+xml"
    if extras.draft:
        types |= dict.fromkeys((ODD_HEADER_PART, EVEN_HEADER_PART), f"{_WML}.header+xml")
    if extras.linked:
        types[STORE_PROPERTIES] = _CUSTOM_XML
    pictures = sorted({name.rpartition(".")[2] for name in extras.media})
    defaults = "".join(f'<Default Extension="{each}" ContentType="image/{each}"/>' for each in pictures)
    if extras.charts:
        defaults += f'<Default Extension="xlsx" ContentType="{_WORKBOOK}"/>'
        types |= {chart_parts(number)[0]: _CHART for number in extras.charts}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types.items())
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{overrides}</Types>'
    )


def relations(*rows: tuple[str, str, str]) -> str:
    """A relationships part; each row is id, type and target."""
    items = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in rows)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def package_relations() -> str:
    """The relationships of the package."""
    return relations(
        ("rId1", f"{_OFFICE}/relationships/officeDocument", DOCUMENT),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", CORE),
        ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )


def document_relations(extras: Extras) -> str:
    """The relationships of the document part."""
    kind = f"{_OFFICE}/relationships"
    rows = [
        ("rId1", f"{kind}/styles", "styles.xml"),
        ("rId2", f"{kind}/settings", "settings.xml"),
        ("rId3", f"{kind}/fontTable", "fontTable.xml"),
        ("rId4", f"{kind}/customXml", "../customXml/item1.xml"),
        (ODD_FOOTER, f"{kind}/footer", "footer1.xml"),
        (EVEN_FOOTER, f"{kind}/footer", "footer2.xml"),
    ]
    if extras.turned:
        rows += [
            (key, f"{kind}/footer", part.removeprefix("word/"))
            for key, part in zip(TURNED_FOOTERS, TURNED_FOOTER_PARTS, strict=True)
        ]
    if extras.notes:
        rows.append((_NOTES_RELATION, f"{kind}/footnotes", NOTES.removeprefix("word/")))
    if extras.lists:
        rows.append((_LISTS_RELATION, f"{kind}/numbering", LISTS.removeprefix("word/")))
    if extras.linked:
        rows.append((_STORE_RELATION, f"{kind}/customXml", f"../{STORE_PART}"))
    rows += [(relation_of(name), f"{kind}/image", name.removeprefix("word/")) for name in extras.media]
    rows += [
        (chart_relation(number), f"{kind}/chart", chart_parts(number)[0].removeprefix("word/"))
        for number in extras.charts
    ]
    if extras.draft:
        rows += [(ODD_HEADER, f"{kind}/header", "header1.xml"), (EVEN_HEADER, f"{kind}/header", "header2.xml")]
    return relations(*rows)


def store_relation(key: str, target: str) -> str:
    """The relationship of a document to a custom XML part."""
    return f'<Relationship Id="{key}" Type="{_OFFICE}/relationships/customXml" Target="{target}"/>'


def store_type(path: str) -> str:
    """The type of the part that gives a custom XML part its identity, as a list of types has it."""
    return f'<Override PartName="/{path}" ContentType="{_CUSTOM_XML}"/>'


def store_relations(number: int = 1) -> str:
    """The relationships of a custom XML part: the first says where the document comes from, the second is the store."""
    return relations(("rId1", f"{_OFFICE}/relationships/customXmlProps", f"itemProps{number}.xml"))


def store_properties(identity: str = ORIGIN_ID, namespace: str = ORIGIN) -> str:
    """The identity of a custom XML part."""
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{identity}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def settings_xml(*, notes: bool = False) -> str:
    """Settings: different footers on odd and even pages, characters on their full width, footnotes ①② on each page."""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"{_NOTE_SETTINGS if notes else ''}"
        "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        "<w:doNotExpandShiftReturn/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def notes_xml(notes: Sequence[str]) -> str:
    """The footnotes, numbered from 1 in the order in which they were printed, after the lines that part them."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240"'
        f' w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in _SEPARATORS.items()
    )
    written = "".join(f'<w:footnote w:id="{number}">{note}</w:footnote>' for number, note in enumerate(notes, 1))
    return f'{DECLARATION}<w:footnotes xmlns:w="{W}" xmlns:r="{R}">{separators}{written}</w:footnotes>'


def font_table_xml(measures: Layout) -> str:
    """Each font with those that may stand for it where it is not installed."""
    fonts = "".join(
        f'<w:font w:name="{attribute(name)}"><w:altName w:val="{attribute(",".join(str(each) for each in others))}"/>'
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, others in measures.fonts.items()
    )
    latin = attribute(str(measures.latin or ""))
    western = (
        f'<w:font w:name="{latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{W}">{western if latin else ""}{fonts}</w:fonts>'


def app_xml() -> str:
    """The program that made the document, without clock or counts."""
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>jixiao</Application></Properties>'
    )


def core_xml(origin: Origin) -> str:
    """Title, author and date; the date is the report's."""
    moment = f"{origin.date.isoformat()}T00:00:00Z"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_text(origin.title)}</dc:title><dc:creator>{_text(origin.unit)}</dc:creator>"
        f"<cp:lastModifiedBy>{_text(origin.unit)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def origin_xml(origin: Origin) -> str:
    """The part that names the data and every printed figure."""
    named = (
        ("unit", origin.unit),
        ("year", str(origin.year)),
        ("report", origin.report),
        ("format", origin.format),
        ("version", origin.version),
        ("data", origin.data_digest),
        ("rules", origin.rules),
        ("program", __version__),
        ("kind", origin.kind),
    )
    heads = "".join(f"<j:{name}>{_text(value)}</j:{name}>" for name, value in named if value)
    figures = "".join(
        [
            f'<j:f id="{key}">{text}</j:f>'
            if text == table == form
            else f'<j:f id="{key}" table="{table}" form="{form}">{text}</j:f>'
            for key, text, table, form in _safe(origin.figures)
        ]
    )
    said = "".join(
        f'<j:f id="{_inside(str(key))}">{_text(text)}</j:f>' for key, texts in origin.said.items() for text in texts
    )
    said = f"<j:said>{said}</j:said>" if said else ""
    return f'{DECLARATION}<j:origin xmlns:j="{ORIGIN}">{heads}<j:figures>{figures}</j:figures>{said}</j:origin>'


def _safe(figures: Sequence[tuple[str, ...]]) -> Iterable[Iterable[str]]:
    """Identities and strings as they stand in XML; there are hundreds, and hardly ever is one to be escaped."""
    whole = "".join([part for figure in figures for part in figure])
    if whole.isprintable() and not any(sign in whole for sign in '&<>"'):
        return figures
    return (map(_inside, figure) for figure in figures)


def _inside(value: str) -> str:
    return attribute(legal(value)[0])


def _text(value: str) -> str:
    return escape(legal(value)[0])
