"""Run a compiled template: its nodes become closures once, and each report runs them over its printed figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from jixiao.expr.expression import ExpressionError
from jixiao.expr.scope import Locals, Scope
from jixiao.render import template
from jixiao.render.escape import legal
from jixiao.render.run import steps_cells, steps_outline, steps_parts, steps_slots, steps_text, steps_words
from jixiao.render.run.loop import Loop
from jixiao.render.run.state import State
from jixiao.render.run.steps import Step, items_of, readable, reader
from jixiao.render.run.steps_slots import SlotStep, printed
from jixiao.render.styles import TABLE_NOTE, style_id
from jixiao.render.template import Node, Nodes

_ROW = re.compile(r"<w:(?:tr|tbl)(?=[ >])")
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_NOTE = f'<w:p><w:pPr><w:pStyle w:val="{style_id(TABLE_NOTE)}"/></w:pPr><w:r>{_OPEN}{{}}{_CLOSE}</w:r></w:p>'


def link(nodes: Nodes) -> Step:
    """The nodes as one function; XML without rows is no step of its own, but is put out before what follows it."""
    steps: list[tuple[str, Step]] = []
    slots: list[SlotStep] = []  # that follow one another with nothing but XML between them
    xml = ""
    for at, node in enumerate(nodes):
        if isinstance(node, template.Slot):
            slots.append(SlotStep.of(xml, node))
            xml = ""
            continue
        if isinstance(node, template.Raw) and not xml and not _ROW.search(node.xml):
            xml = node.xml
            continue
        steps += [("", printed(slots))] if slots else []
        slots = []
        if isinstance(node, template.Set):
            steps.append((xml, _set(node, link(nodes[at + 1 :]))))
            return _sequence(steps, "")
        if isinstance(node, template.If) and (names := frozenset(template.names_given(node))):
            steps.append((xml, _if_giving(node, names, link(nodes[at + 1 :]))))
            return _sequence(steps, "")
        steps.append((xml, _linked(node)))
        xml = ""
    steps += [("", printed(slots))] if slots else []
    return _sequence(steps, xml)


def _linked(node: Node) -> Step:
    kind = type(node)
    return _STEPS[kind](node, link) if kind in _STEPS else _LINK[kind](node)


def _sequence(steps: Sequence[tuple[str, Step]], last: str) -> Step:
    def run(state: State, scope: Scope) -> None:
        out = state.out
        for xml, step in steps:
            if xml:
                out.append(xml)
            step(state, scope)
        if last:
            out.append(last)

    return run if last or len(steps) != 1 or steps[0][0] else steps[0][1]


def _raw(node: template.Raw) -> Step:
    xml, rows = node.xml, len(_ROW.findall(node.xml))

    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.out.append(xml)
        for _ in range(rows):
            state.start_row()

    return run


def _for(node: template.For) -> Step:
    read, body, otherwise = reader(node.expression, node.place), link(node.body), link(node.otherwise)
    kept = _kept(node.variables, node.filter) if node.filter else None
    variable = node.variables[0] if len(node.variables) == 1 else ""

    def run(state: State, scope: Scope) -> None:
        items = items_of(state, read, scope, node)
        if kept is not None:
            items = [each for each in items if kept(state, scope, each)]
        outer, given, number = state.loop, state.given, len(items)
        state.given = {}
        for index, item in enumerate(items, 1):
            state.loop = loop = Loop(index, number, outer)
            named = {variable: item} if variable else _named(node.variables, item)
            named["loop"] = loop
            start = len(state.out)
            body(state, Locals(scope, named))
            if not state.goes_on(start, node):
                break
        state.loop, state.given = outer, given
        if not items:
            otherwise(state, scope)

    return run


def _kept(variables: tuple[str, ...], given: template.Filter) -> Callable[[State, Scope, object], bool]:
    """Whether an item of a loop passes its filter."""
    condition = readable(given.condition)

    def run(state: State, scope: Scope, item: object) -> bool:
        try:
            return state.view.decide(condition, Locals(scope, _named(variables, item)), given.place)
        except ExpressionError as error:
            state.failed(error, given.condition, given.place)
            return False

    return run


def _named(variables: tuple[str, ...], item: object) -> dict[str, object]:
    if len(variables) == 1 or not isinstance(item, list | tuple):
        return dict.fromkeys(variables[:1], item)
    return dict(zip(variables, item, strict=False))


def _if(node: template.If) -> Step:
    branches = [(readable(each.condition), link(each.body), each) for each in node.branches]
    otherwise = link(node.otherwise)

    def run(state: State, scope: Scope) -> None:
        for condition, body, branch in branches:
            try:
                holds = state.view.decide(condition, scope, branch.place)
            except ExpressionError as error:
                state.failed(error, branch.condition, branch.place)
                return
            if holds:
                body(state, scope)
                return
        otherwise(state, scope)

    return run


def _set(node: template.Set, rest: Step) -> Step:
    read = reader(node.expression, node.place)

    def run(state: State, scope: Scope) -> None:
        try:
            found = read(state, scope)
        except ExpressionError as error:
            state.failed(error, node.expression, node.place)
            found = None
        state.given[node.name] = found
        rest(state, Locals(scope, {node.name: found}))

    return run


def _if_giving(node: template.If, names: frozenset[str], rest: Step) -> Step:
    """A condition whose branches give values names, which are known after it as well."""
    choose = _if(node)

    def run(state: State, scope: Scope) -> None:
        for name in names:
            state.given.pop(name, None)
        choose(state, scope)
        rest(state, Locals(scope, {name: state.given[name] for name in names if name in state.given}))

    return run


def _heading_number(node: template.HeadingNumber) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.out.append(state.heading_number(node.level))

    return run


def _table_body(node: template.TableBody) -> Step:
    body = link(node.body)

    def run(state: State, scope: Scope) -> None:
        start, rows = len(state.out), state.rows
        outside = state.row, state.previous_row, state.figures
        state.row, state.figures, state.joined = 0, state.joined, []
        state.out.append(node.before)
        body(state, scope)
        if node.is_joined:
            note, state.joined = "", state.figures
        else:
            note = state.view.tail_note(state.figures)
        state.row, state.previous_row, state.figures = outside
        if state.rows <= rows + node.heads:
            del state.out[start:]
        else:
            if node.fits:
                from jixiao.render.run.grid import fitted  # noqa: PLC0415 - few tables have loops over cells

                state.out[start] = fitted(node.before, "".join(state.out[start + 1 :]))
            state.out.append(node.after + (_NOTE.format(legal(note)[0]) if note else ""))

    return run


_STEPS: Final = (
    steps_cells.STEPS
    | steps_outline.STEPS
    | steps_parts.STEPS
    | steps_slots.STEPS
    | steps_text.STEPS
    | steps_words.STEPS
)
_LINK: dict[type[Node], Callable[..., Step]] = {
    template.Raw: _raw,
    template.For: _for,
    template.If: _if,
    template.HeadingNumber: _heading_number,
    template.TableBody: _table_body,
}
