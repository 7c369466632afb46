"""The step of a chart: its data are taken from the printed figures, its parts wait for the package."""

from __future__ import annotations

from jixiao.expr.errors import ExpressionError
from jixiao.expr.scope import Scope
from jixiao.expr.work import put_out
from jixiao.kernel.finding import Finding
from jixiao.render.charts.data import Data
from jixiao.render.charts.drawing import drawing, parts_of
from jixiao.render.charts.made import Failed, data_of, is_empty, problem, unknown
from jixiao.render.charts.nodes import Chart
from jixiao.render.parts import chart_relation
from jixiao.render.run.marks import gap, marked
from jixiao.render.run.state import State
from jixiao.render.run.steps import Step, readable

_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"


def chart(node: Chart) -> Step:
    """What prints a chart; one without data prints nothing, one that is refused a gap in a draft."""
    expressions = [readable(each.expression) for each in (node.categories, *node.series)]

    def run(state: State, scope: Scope) -> None:
        try:
            data = data_of(node, expressions, state.view, scope)
            if isinstance(data, Data):
                data = _printed(state, node, data)
        except Failed as failed:
            data = state.failed(failed.error, failed.column.expression, failed.column.place)
        except ExpressionError as error:
            data = state.failed(error, node.categories.expression, node.place)
        if isinstance(data, Finding):
            state.report(data)
            if state.is_draft:
                state.out += [node.before, _OPEN, marked(gap(node.kind or "图表"), [data], ""), _CLOSE, node.after]

    return run


def _printed(state: State, node: Chart, data: Data) -> Data | Finding:
    """Put the drawing out and keep its parts; the finding where there can be none."""
    if (finding := unknown(node, data)) is not None:
        state.report(finding)
    if is_empty(node, data):
        return data
    if (refused := problem(node, data)) is not None:
        return refused
    xml, workbook = parts_of(node, data)
    put_out(len(xml) + len(workbook))
    number = max(state.charts, default=0) + 1
    state.charts[number] = xml, workbook
    state.drawings += 1
    state.out.append(node.before + drawing(node, data, chart_relation(number), state.drawings) + node.after)
    return data
