"""Steps of what prints a value within a run, or paragraphs of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from jixiao.compute.records import ItemRecord
from jixiao.expr.errors import ExpressionError
from jixiao.expr.expression import path_of
from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.scope import Scope
from jixiao.expr.wording import Shown
from jixiao.kernel.finding import Finding
from jixiao.ledger.view import Display, Printed
from jixiao.render import template
from jixiao.render.escape import escape, legal, plain, run_text
from jixiao.render.run.marks import gap, marked
from jixiao.render.run.state import State
from jixiao.render.run.steps import ILLEGAL_CHARACTER, Link, Step, reader
from jixiao.render.template import Node

_AS_THEY_ARE: Final = frozenset((str, Figure, type(None)))
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"


class SlotStep(NamedTuple):
    """A slot with the XML before it. name, inner: what it prints, where that is no more than 总分 or 指标.得分.

    step: prints any value with all that may be wrong with it.
    """

    xml: str
    name: str
    inner: tuple[str, ...]
    display: Display
    step: Step

    @classmethod
    def of(cls, xml: str, node: template.Slot) -> SlotStep:
        """The step of a node."""
        name, *inner = path_of(node.expression) or ("",)
        return cls(xml, name, tuple(inner), Display(node.display), _slot(node))


def printed(slots: Sequence[SlotStep]) -> Step:
    """Slots that follow one another, as the cells of a row do.

    Most print a word or a figure of a record as it is, which takes no more than to look it up; the rest is left to
    their own steps.
    """

    def run(state: State, scope: Scope) -> None:
        out, figures, text_of, is_draft = state.out, state.figures, state.view.text, state.is_draft
        owner, known = None, ""
        for xml, name, inner, display, step in slots:
            out.append(xml)
            if is_draft or not name:
                step(state, scope)
                continue
            try:
                if name != known:
                    owner, known = scope.lookup(name), name
                value = owner
                for each in inner:
                    value = value.values[each] if isinstance(value, ItemRecord) else MISSING
            except ExpressionError:  # which the step tells
                value = MISSING
            kind = value.__class__
            if kind not in _AS_THEY_ARE or (words := plain(text_of(value, display))) is None:
                step(state, scope)
                continue
            if isinstance(value, Figure):
                figures.append(value)
            out.append(words)

    return run


def _slot(node: template.Slot) -> Step:
    read, display = reader(node.expression, node.place), Display(node.display)

    def run(state: State, scope: Scope) -> None:
        try:
            found = read(state, scope)
            if state.is_draft:
                xml = _shown(state, state.view.printed(found, display), node)
            else:
                text = state.view.text(found, display)
                xml = escape(text) if text.isprintable() else _legal(state, text, node)
        except ExpressionError as error:
            xml = _failed(state, error, node)
        else:
            figure = found.value if isinstance(found, Shown) else found
            if isinstance(figure, Figure):
                state.figures.append(figure)
        state.out.append(xml)

    return run


def _failed(state: State, error: ExpressionError, node: template.Slot | template.Paragraphs) -> str:
    """What stands where a value fails."""
    return _shown(state, Printed("", (state.failed(error, node.expression, node.place),)), node)


def _shown(state: State, printed: Printed, node: template.Slot | template.Paragraphs) -> str:
    """A value inside a run; a draft shows what is wrong with it."""
    if not (state.is_draft and printed.marks):
        return _legal(state, printed.text, node)
    text = _without_illegal(state, printed.text, node)
    return marked(text or gap(_missing(printed.marks, node)), printed.marks, node.run_properties)


def _legal(state: State, text: str, node: template.Slot | template.Paragraphs) -> str:
    """A text inside a run."""
    return escape(text) if text.isprintable() else run_text(_without_illegal(state, text, node))


def _without_illegal(state: State, text: str, node: template.Slot | template.Paragraphs) -> str:
    text, dropped = legal(text)
    if dropped:
        state.report(ILLEGAL_CHARACTER.at(node.place, expression=node.expression, characters=dropped))
    return text


def _missing(marks: Sequence[Finding], node: template.Slot | template.Paragraphs) -> str:
    """What a gap is called: the figure or the name that is missing, else the expression."""
    fields = dict(marks[0].fields)
    return marks[0].figure or fields.get("name", "") or node.expression


def _paragraphs(node: template.Paragraphs, _: Link) -> Step:
    read, display = reader(node.expression, node.place), Display(node.display)
    start = f"<w:p>{node.paragraph_properties}<w:r>{node.run_properties}{_OPEN}"
    end = f"{_CLOSE}</w:r></w:p>"

    def run(state: State, scope: Scope) -> None:
        try:
            found = read(state, scope)
            if state.is_draft:
                paragraphs = [
                    "".join([_shown(state, each, node) for each in pieces])
                    for pieces in state.view.paragraphs(found, display)
                ]
            else:
                paragraphs = [_legal(state, line, node) for line in state.view.lines(found, display)]
        except ExpressionError as error:
            paragraphs = [_failed(state, error, node)]
        for paragraph in paragraphs or [""]:
            state.out += (start, paragraph, end)

    return run


STEPS: Final[dict[type[Node], Callable[..., Step]]] = {
    template.Paragraphs: _paragraphs,
}
