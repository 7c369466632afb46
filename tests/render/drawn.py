"""Small forms drawn in a test, rendered by us and by docxtpl, and what a reader would see of them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, fromstring

from docx import Document
from docx.oxml import parse_xml
from docxtpl import DocxTemplate

from jixiao.expr.expression import Expression, truth
from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.functions import Items
from jixiao.expr.scope import Fixed, Scope
from jixiao.kernel.finding import Finding
from jixiao.kernel.place import Place
from jixiao.kernel.unit import PLAIN, Unit
from jixiao.ledger.view import Display, Printed
from jixiao.package.reader import read
from jixiao.render.run.engine import link
from jixiao.render.run.state import State
from jixiao.render.word.form import Setting, compile_form
from jixiao.render.word.reading import Surroundings

if TYPE_CHECKING:
    from docx.document import Document as Drawing

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
Rows = list[list[str]]


def form(*blocks: str | Rows) -> bytes:
    """A .docx of paragraphs (strings) and tables (rows of cells; a line end begins a new paragraph)."""
    drawing = Document()
    for block in blocks:
        if isinstance(block, str):
            drawing.add_paragraph(block)
            continue
        table = drawing.add_table(len(block), max(map(len, block)))
        for row, words in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                first, *others = text.split("\n")
                cell.paragraphs[0].add_run(first)
                for other in others:
                    cell.add_paragraph(other)
    return saved(drawing)


def written(xml: str) -> bytes:
    """A .docx with this XML as its body."""
    drawing = Document()
    body = drawing.element.body
    for child in parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{xml}</w:body>'):
        body.insert(len(body) - 1, child)
    return saved(drawing)


def run(text: str, properties: str = "") -> str:
    """The XML of a run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def saved(drawing: Drawing) -> bytes:
    """The drawing as a file."""
    stream = io.BytesIO()
    drawing.save(stream)
    return stream.getvalue()


def found(data: bytes, styles: Mapping[str, str] | None = None) -> list[tuple[str, str, str]]:
    """Code, place and quote of what is wrong with a form."""
    _, findings = compile_form(data, "表.docx", Setting(Surroundings(styles or {})))
    return [(finding.code, str(finding.place), getattr(finding.place, "quote", "")) for finding in findings]


class Rendered(NamedTuple):
    """What a form gave: the body's XML and findings of compiling and running it."""

    xml: str
    findings: list[Finding]

    @property
    def seen(self) -> list[object]:
        """Its paragraphs and tables as a reader sees them."""
        return seen(fromstring(f'<w:body xmlns:w="{NAMESPACE}">{self.xml}</w:body>'))


def ours(data: bytes, values: Mapping[str, object] | None = None, styles: Mapping[str, str] | None = None) -> Rendered:
    """The form rendered by our own engine."""
    nodes, findings = compile_form(data, "表.docx", Setting(Surroundings(styles or {})))
    view = _View({name: _plain(value) for name, value in (values or {}).items()})
    state = State(view)
    link(nodes)(state, view.scope)
    return Rendered("".join(state.out), [*findings, *state.findings])


def oracle(data: bytes, values: Mapping[str, object]) -> list[object]:
    """The form rendered by docxtpl, as a reader sees it."""
    template = DocxTemplate(io.BytesIO(data))
    template.render(dict(values), autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    body = fromstring(read(stream.getvalue())["word/document.xml"]).find(f"{W}body")
    assert body is not None
    return seen(body)


def seen(parent: Element) -> list[object]:
    """Paragraphs as text (bold marked by *), tables as rows of cells: merge, span, colour, content."""
    blocks: list[object] = []
    for child in parent:
        if child.tag == f"{W}p":
            blocks.append("".join(_run(each) for each in child.iter(f"{W}r")).replace("**", ""))
        elif child.tag == f"{W}tbl":
            blocks.append([[_cell(cell) for cell in row.iter(f"{W}tc")] for row in child.iter(f"{W}tr")])
    return blocks


def _run(run: Element) -> str:
    text = "".join(
        {f"{W}tab": "\t", f"{W}br": "\n"}.get(child.tag, child.text or "") for child in run if child.tag != f"{W}rPr"
    )
    return f"*{text}*" if text and run.find(f"{W}rPr/{W}b") is not None else text


def _cell(cell: Element) -> tuple[str, str, str, list[object]]:
    merge, span, shade = (cell.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "gridSpan", "shd"))
    merged = "" if merge is None else merge.get(f"{W}val", "continue")
    width = "" if span is None else span.get(f"{W}val", "")
    colour = "" if shade is None else shade.get(f"{W}fill", "")
    return merged, "" if width == "1" else width, colour, seen(cell)


class _Record:
    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def get(self, name: str) -> object:
        return self._values.get(name, MISSING)

    def names(self) -> Iterable[str]:
        return self._values


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return _Record({name: _plain(each) for name, each in value.items()})
    if isinstance(value, list):
        return Items(_plain(each) for each in value)
    return value


class _View:
    """Values print as they are; a blank line separates paragraphs."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._scope = Fixed(values)

    @property
    def scope(self) -> Scope:
        return self._scope

    def decide(self, expression: Expression, scope: Scope, place: Place | None = None) -> bool:  # noqa: ARG002
        return truth(expression.evaluate(scope))

    def value(self, expression: Expression, scope: Scope, place: Place | None = None) -> object:  # noqa: ARG002
        return expression.evaluate(scope)

    def text(self, value: object, display: Display) -> str:
        return self.printed(value, display).text

    def printed(self, value: object, display: Display) -> Printed:
        assert display is Display.FORM
        if isinstance(value, Figure):
            value = value.value
        return Printed("" if value is None else str(value))

    def lines(self, value: object, display: Display) -> list[str]:
        return ["".join(each.text for each in pieces) for pieces in self.paragraphs(value, display)]

    def paragraphs(self, value: object, display: Display) -> list[list[Printed]]:
        return [[self.printed(each, display)] for each in re.split("\n\n", str(value or ""))]

    def money_unit(self, _: Display) -> Unit:
        return PLAIN

    def tail_note(self, figures: object) -> str:  # noqa: ARG002 - plain values have no tails
        return ""
