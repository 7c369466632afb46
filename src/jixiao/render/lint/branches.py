"""What is wrong with the tags of a template before there are data: every branch is met, of every list one row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, get_args

from jixiao.compute.records import ItemRecord
from jixiao.expr.errors import ExpressionError
from jixiao.expr.figure import MISSING, Figure
from jixiao.expr.scope import Locals, Scope
from jixiao.expr.static import ANYTHING, judged
from jixiao.expr.values import Items, figure_of
from jixiao.expr.wording import Shown
from jixiao.kernel.finding import Finding
from jixiao.kernel.place import Place
from jixiao.ledger.view import Display, View
from jixiao.render import template
from jixiao.render.charts.made import UNITS, values
from jixiao.render.charts.nodes import Chart, Column
from jixiao.render.run.loop import Loop
from jixiao.render.run.state import LOOP, NO_LOOP, failure
from jixiao.render.run.steps import NOT_A_LIST
from jixiao.render.run.steps_cells import BAD_COLOUR, BAD_SPAN, COLOUR, is_span
from jixiao.render.run.steps_outline import NO_RECORDS
from jixiao.render.template import Node, Nodes

_NODES = get_args(Node)


def lint(nodes: Nodes, view: View, *, facts_known: bool = False) -> list[Finding]:
    """The findings of compiled templates; view: of an empty report in their format.

    facts_known: whether the facts of the unit are there, so that a name which nothing has is none.
    """
    linter = _Linter(view, facts_known=facts_known)
    linter.nodes(nodes, view.scope)
    return linter.findings


class _Linter:
    def __init__(self, view: View, *, facts_known: bool) -> None:
        self.findings: list[Finding] = []
        self._facts_known = facts_known
        self._view = view
        self._on: dict[type[Node], Callable[[Any, Scope], None]] = {
            template.Slot: self._printed,
            template.Paragraphs: self._printed,
            template.For: self._for,
            template.If: self._if,
            template.MergedCell: self._merged,
            template.Span: self._span,
            template.Shade: self._shade,
            template.Given: lambda node, scope: self.nodes(node.body, Locals(scope, dict(node.options))),
            template.Annex: self._annex,
            Chart: self._chart,
        }

    def nodes(self, nodes: Nodes, scope: Scope) -> None:
        """These nodes, each in the scope that those before it leave."""
        for node in nodes:
            if isinstance(node, template.Set):
                scope = Locals(scope, {node.name: self._value(node.expression, scope, node.place)})
            else:
                self._on.get(type(node), self._inside)(node, scope)
                if isinstance(node, template.If) and (names := list(template.names_given(node))):
                    scope = Locals(scope, dict.fromkeys(names, ANYTHING))

    def _inside(self, node: Node, scope: Scope) -> None:
        """A node that gives no names: what it asks for, and the nodes in it."""
        if text := getattr(node, "expression", ""):
            place: Place = node.place  # type: ignore[union-attr, assignment]
            self._value(text, scope, place)
        for part in node:
            if isinstance(part, tuple) and part and isinstance(part[0], _NODES):
                self.nodes(part, scope)  # type: ignore[arg-type]  # all of one kind

    def _value(self, text: str, scope: Scope, place: Place) -> object:
        value, errors = judged(text, scope)
        for error in errors:
            if self._facts_known and error.kind == "unknown_fact":
                error.kind = "unknown_name"
            self.findings.append(failure(error, place, text))
        return value

    def _printed(self, node: template.Slot | template.Paragraphs, scope: Scope) -> None:
        self._print(node.expression, scope, node.place, Display(node.display))

    def _print(self, text: str, scope: Scope, place: Place, display: Display = Display.FORM) -> object:
        """What prints there; a record of many things does not."""
        errors = len(self.findings)
        value = self._value(text, scope, place)
        if value is ANYTHING or len(self.findings) > errors:
            return ANYTHING
        try:
            self._view.printed(value, display)
        except ExpressionError as error:
            self.findings.append(failure(error, place, text))
            return ANYTHING
        return value

    def _for(self, node: template.For, scope: Scope) -> None:
        item = self._item(node, scope)
        if len(node.variables) == 1:
            named: Mapping[str, object] = {node.variables[0]: item}
        else:
            named = dict.fromkeys(node.variables, ANYTHING)
        if node.filter:
            self._value(node.filter.condition, Locals(scope, named), node.filter.place)
        self.nodes(node.body, Locals(scope, {**named, LOOP: Loop(1, 1)}))
        self.nodes(node.otherwise, scope)

    def _item(self, node: template.For | template.Annex, scope: Scope) -> object:
        """A sample of the items that a node loops over."""
        errors = len(self.findings)
        items = self._value(node.expression, scope, node.place)
        if not isinstance(items, list):
            if items is ANYTHING or len(self.findings) > errors:
                return ANYTHING
            self.findings.append(NOT_A_LIST.at(node.place, expression=node.expression))
            return ANYTHING
        return items[0] if items else ANYTHING

    def _if(self, node: template.If, scope: Scope) -> None:
        for branch in node.branches:
            self._value(branch.condition, scope, branch.place)
            self.nodes(branch.body, scope)
        self.nodes(node.otherwise, scope)

    def _annex(self, node: template.Annex, scope: Scope) -> None:
        if not node.expression:
            self.nodes(node.body, scope)
            return
        record = self._item(node, scope)
        if isinstance(record, ItemRecord):
            self.nodes(node.body, record.scope)
        elif record is not ANYTHING:
            self.findings.append(NO_RECORDS.at(node.place, expression=node.expression))

    def _chart(self, node: Chart, scope: Scope) -> None:
        """Its categories print, and its series are numbers of one unit."""
        names = node.categories
        for each in values(self._value(names.expression, scope, names.place)):
            if each is not ANYTHING:
                self._safely(names, partial(self._view.printed, Items([each]), Display.TABLE))
        units: dict[str, str] = {}
        for series in node.series:
            for each in values(self._value(series.expression, scope, series.place)):
                value = each.value if isinstance(each, Shown) else each
                figure = None if value is ANYTHING else self._safely(series, partial(figure_of, value, ""))
                if isinstance(figure, Figure) and figure.unit.name:
                    units.setdefault(figure.unit.dimension, figure.unit.name)
        if len(units) > 1 and not node.look.drawn:
            self.findings.append(UNITS.at(node.place, units="、".join(units.values())))

    def _safely(self, column: Column, function: Callable[[], object]) -> object:
        """What it gives, or None where it fails, which is told."""
        try:
            return function()
        except ExpressionError as error:
            self.findings.append(failure(error, column.place, column.expression))
            return None

    # cells

    def _merged(self, node: template.MergedCell, scope: Scope) -> None:
        if not node.expression and scope.lookup(LOOP) is MISSING:
            self.findings.append(NO_LOOP.at(node.place, tag=node.place.quote))
        if node.expression:
            self._print(node.expression, scope, node.place)
        self._inside(node._replace(expression=""), scope)

    def _span(self, node: template.Span, scope: Scope) -> None:
        value = self._value(node.expression, scope, node.place)
        is_known = not isinstance(value, Figure) or value.value is not None
        if value is not ANYTHING and is_known and not is_span(value):
            self.findings.append(BAD_SPAN.at(node.place, expression=node.expression))

    def _shade(self, node: template.Shade, scope: Scope) -> None:
        value = self._print(node.expression, scope, node.place)
        if isinstance(value, str) and value and not COLOUR.fullmatch(value):
            self.findings.append(BAD_COLOUR.at(node.place, expression=node.expression, colour=value))
