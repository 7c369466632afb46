"""What the steps of a compiled template share: a step is a node made ready to run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jixiao.expr.expression import Expression, ExpressionError, expression
from jixiao.expr.scope import Scope
from jixiao.expr.work import look_at
from jixiao.kernel.finding import must, should
from jixiao.kernel.place import Place
from jixiao.ledger.marks import unmarked
from jixiao.ledger.view import Display
from jixiao.render import template
from jixiao.render.run.state import State
from jixiao.render.template import Nodes

NOT_A_LIST = must("R101")
ILLEGAL_CHARACTER = should("R104")

Step = Callable[[State, Scope], None]
Read = Callable[[State, Scope], object]
"""Gives a value; raises ExpressionError."""
Link = Callable[[Nodes], Step]
"""Makes one step of several nodes."""


def readable(text: str) -> Expression:
    """The expression; one that cannot be read fails when it is evaluated, so that it is reported like the others."""
    try:
        return expression(text)
    except ExpressionError as error:
        unreadable = error

        def run(_: Scope) -> object:
            raise unreadable

        return Expression(text, frozenset(), run)


def reader(text: str, place: Place) -> Read:
    """What gives the value of an expression; the view is asked where it has a say in it."""
    value = readable(text)
    if value.chooses:
        return lambda state, scope: state.view.value(value, scope, place)
    evaluate = value.run
    return lambda _, scope: evaluate(scope)


def items_of(state: State, read: Read, scope: Scope, node: template.For | template.Annex) -> Sequence[object]:
    """The items of the list that a node loops over; none where it is no list."""
    try:
        items = read(state, scope)
        look_at(len(items) if isinstance(items, list | tuple) else 0)
    except ExpressionError as error:
        state.failed(error, node.expression, node.place)
        return ()
    if not isinstance(items, list | tuple):
        state.report(NOT_A_LIST.at(node.place, expression=node.expression))
        return ()
    return items


def printed_text(state: State, scope: Scope, read: Read, node: template.MergedCell | template.Shade) -> str:
    """The expression of a node as it prints in a form; "" where it fails."""
    try:
        return unmarked(state.view.text(read(state, scope), Display.FORM))
    except ExpressionError as error:
        state.failed(error, node.expression, node.place)
        return ""
