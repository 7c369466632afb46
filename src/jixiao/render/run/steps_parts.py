"""Steps of what has a part of its own in the package: pictures, charts, footnotes and lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jixiao.compute.errors import expression_finding
from jixiao.expr.errors import ExpressionError
from jixiao.expr.scope import Scope
from jixiao.render import template
from jixiao.render.charts.nodes import Chart
from jixiao.render.parts import relation_of
from jixiao.render.run.state import State
from jixiao.render.run.steps import Link, Step
from jixiao.render.template import Node


def _embedded(node: template.Embedded, _: Link) -> Step:
    part, relation = node.part, relation_of(node.part.name)

    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.media[part.name] = part
        state.out.append(relation)

    return run


def _chart(node: Chart, _: Link) -> Step:
    from jixiao.render.run.steps_charts import chart  # noqa: PLC0415 - few reports have charts

    return chart(node)


def _drawing_number(_: template.DrawingNumber, __: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.drawings += 1
        state.out.append(str(state.drawings))

    return run


def _note(node: template.Note, link: Link) -> Step:
    body = link(node.body)

    def run(state: State, scope: Scope) -> None:
        start = len(state.out)
        try:
            body(state, scope)
            state.add_note(start)
        except ExpressionError as error:
            state.report(expression_finding(error, node.place, ""))

    return run


def _anew(node: template.Anew, link: Link) -> Step:
    body = link(node.body)

    def run(state: State, scope: Scope) -> None:
        start, notes = len(state.out), len(state.notes)
        body(state, scope)
        state.numbered.section(node.lists).replace(state.out, start, state.notes, notes)

    return run


def _sequence(node: template.Sequence, _: Link) -> Step:
    name = node.name

    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        number = state.numbers[name] = state.numbers.get(name, 0) + 1
        state.out.append(str(number))

    return run


STEPS: Final[dict[type[Node], Callable[..., Step]]] = {
    template.Embedded: _embedded,
    Chart: _chart,
    template.DrawingNumber: _drawing_number,
    template.Note: _note,
    template.Anew: _anew,
    template.Sequence: _sequence,
}
