"""Steps of table cells: cells merged with those above, spans and colours."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeGuard

from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import Figure
from jixiao.expr.scope import Scope
from jixiao.kernel.finding import must
from jixiao.render import template
from jixiao.render.escape import escape
from jixiao.render.run.state import State
from jixiao.render.run.steps import Link, Read, Step, printed_text, reader
from jixiao.render.template import Node, Nodes

BAD_SPAN = must("R102")
BAD_COLOUR = must("R103")

COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})|(auto)")
_MOST_COLUMNS = 63  # of a table in Word


def _merged_cell(node: template.MergedCell, link: Link) -> Step:
    before, after, body = _properties(node.before, link), _properties(node.after, link), link(node.body)
    read = reader(node.expression, node.place) if node.expression else None

    def run(state: State, scope: Scope) -> None:
        properties = before(state, scope)
        continues = _continues(node, read, state, scope, properties)
        merge = "<w:vMerge/>" if continues else '<w:vMerge w:val="restart"/>'
        state.out.append(f"<w:tc><w:tcPr>{properties}{merge}{after(state, scope)}</w:tcPr>")
        if continues:
            state.out.append(f"{node.empty}</w:tc>")
        else:
            state.restarted_row = state.row
            body(state, scope)
            state.out.append("</w:tc>")

    return run


def _properties(nodes: Nodes, link: Link) -> Callable[[State, Scope], str]:
    """Properties of a cell, which are mostly the same for all."""
    if all(isinstance(node, template.Raw) for node in nodes):
        xml = "".join(node.xml for node in nodes if isinstance(node, template.Raw))
        return lambda _, __: xml
    step = link(nodes)

    def run(state: State, scope: Scope) -> str:
        start = len(state.out)
        step(state, scope)
        made = "".join(state.out[start:])
        del state.out[start:]
        return made

    return run


def _continues(node: template.MergedCell, read: Read | None, state: State, scope: Scope, properties: str) -> bool:
    """Whether the cell above is of the same value and the same width, and no cell to the left begins anew."""
    if read is None:
        return state.loop is not None and state.loop.index > 1
    key, text = (node.table, node.column), printed_text(state, scope, read, node)
    above = state.merges.get(key)
    state.merges[key] = (state.row, text, properties)
    return above == (state.previous_row, text, properties) and state.restarted_row != state.row


def _span(node: template.Span, _: Link) -> Step:
    read = reader(node.expression, node.place)

    def run(state: State, scope: Scope) -> None:
        try:
            figure = read(state, scope)
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
    read = reader(node.expression, node.place)

    def run(state: State, scope: Scope) -> None:
        colour = printed_text(state, scope, read, node)
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
