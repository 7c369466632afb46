"""Steps of table cells: cells merged with those above, spans and colours."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeGuard

from jixiao.expr.expression import ExpressionError
from jixiao.expr.figure import Figure
from jixiao.expr.scope import Scope
from jixiao.kernel.finding import must
from jixiao.render import template
from jixiao.render.escape import escape
from jixiao.render.state import Merge, State
from jixiao.render.steps import Link, Step, printed_text, readable
from jixiao.render.template import Node

BAD_SPAN = must("R102")
BAD_COLOUR = must("R103")

COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})|(auto)")
_MOST_COLUMNS = 63  # of a table in Word


def _merged_cell(node: template.MergedCell, link: Link) -> Step:
    before, after, body = link(node.before), link(node.after), link(node.body)

    def run(state: State, scope: Scope) -> None:
        start = len(state.out)
        before(state, scope)
        continues = _continues(node, state, scope, "".join(state.out[start:]))
        state.out.insert(start, "<w:tc><w:tcPr>")
        state.out.append("<w:vMerge/>" if continues else '<w:vMerge w:val="restart"/>')
        after(state, scope)
        state.out.append("</w:tcPr>")
        if continues:
            state.out.append(node.empty)
        else:
            state.restarted_row = state.row
            body(state, scope)
        state.out.append("</w:tc>")

    return run


def _continues(node: template.MergedCell, state: State, scope: Scope, properties: str) -> bool:
    """Whether the cell above is of the same value and the same width, and no cell to the left begins anew."""
    if not node.expression:
        return state.loop is not None and state.loop.index > 1
    key = (node.table, node.column)
    above = state.merges.get(key)
    here = state.merges[key] = Merge(state.row, printed_text(state, scope, node.expression, node.place), properties)
    return above == here._replace(row=state.previous_row) and state.restarted_row != state.row


def _span(node: template.Span, _: Link) -> Step:
    value = readable(node.expression)

    def run(state: State, scope: Scope) -> None:
        try:
            figure = state.view.value(value, scope, node.place)
        except ExpressionError as error:
            state.failed(error, node.expression, node.place)
            return
        if is_span(figure):
            state.out.append(f'<w:gridSpan w:val="{figure.value:.0f}"/>')
        else:
            state.report(BAD_SPAN.at(node.place, expression=node.expression))

    return run


def is_span(value: object) -> TypeGuard[Figure]:
    """Whether it is a number of columns that a cell may have."""
    columns = value.value if isinstance(value, Figure) else None
    return columns is not None and columns == int(columns) and 1 <= columns <= _MOST_COLUMNS


def _shade(node: template.Shade, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:
        colour = printed_text(state, scope, node.expression, node.place)
        match = COLOUR.fullmatch(colour)
        if match:
            fill = match[1] or match[2]
            state.out.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{escape(fill)}"/>')
        elif colour:
            state.report(BAD_COLOUR.at(node.place, expression=node.expression, colour=colour))

    return run


STEPS: Final[dict[type[Node], Callable[..., Step]]] = {
    template.MergedCell: _merged_cell,
    template.Span: _span,
    template.Shade: _shade,
}
