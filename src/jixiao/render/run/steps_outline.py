"""Steps of the parts of the outline: pages, headings with their table of contents, annexes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jixiao.compute.records import ItemRecord
from jixiao.expr.scope import Locals, Scope
from jixiao.kernel.finding import must
from jixiao.render import template
from jixiao.render.run.contents import Entry, bookmarked
from jixiao.render.run.state import Annex, Span, State
from jixiao.render.run.steps import Link, Step, items_of, reader
from jixiao.render.template import Node

NO_RECORDS = must("R105")

_MARKUP = re.compile(r"<w:instrText[^>]*>[^<]*</w:instrText>|<[^>]*>")


def _heading(node: template.Heading, link: Link) -> Step:
    body = link(node.body)

    def run(state: State, scope: Scope) -> None:
        start, number = len(state.out), state.bookmark()
        body(state, scope)
        runs = "".join(state.out[start:])
        state.out[start:] = [node.before, bookmarked(number, runs), "</w:p>"]
        state.entries.append(Entry(node.level, _MARKUP.sub("", runs), number))

    return run


def _contents(node: template.Contents, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.contents = len(state.out), node
        state.out.append("")

    return run


def _new_pages(node: template.NewPages, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.start_pages(node.section)

    return run


def _mark(node: template.Mark, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        if node.is_end:
            state.spans[-1] = state.spans[-1]._replace(stop=len(state.out), pages=state.section)
        else:
            state.spans.append(Span(node.section, len(state.out)))

    return run


def _joint(node: template.Joint, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        if state.is_after_table:
            state.out.append(node.after_table)

    return run


def _first_numbers(node: template.FirstNumbers, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.headings, state.level = [0] * len(state.headings), node.level

    return run


def _given(node: template.Given, link: Link) -> Step:
    options, body = dict(node.options), link(node.body)

    def run(state: State, scope: Scope) -> None:
        body(state, Locals(scope, options))

    return run


def _annex(node: template.Annex, link: Link) -> Step:
    read, body = reader(node.expression, node.place) if node.expression else None, link(node.body)

    def run(state: State, scope: Scope) -> None:
        number = state.annex.number + 1
        if read is None:
            state.annex = Annex(number)
            body(state, scope)
            return
        records = list(items_of(state, read, scope, node))
        for part, record in enumerate(records, 1):
            if not isinstance(record, ItemRecord):
                state.report(NO_RECORDS.at(node.place, expression=node.expression))
                return
            state.annex = Annex(number, part if len(records) > 1 else 0)
            start = len(state.out)
            body(state, record.scope)
            if not state.goes_on(start, node):
                break

    return run


def _annex_number(node: template.AnnexNumber, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        is_first = state.annex in (Annex(1), Annex(1, 1))
        state.out.append(f"{node.first if is_first else node.others}{state.annex}")

    return run


def _annex_list(node: template.AnnexList, link: Link) -> Step:
    body = link(node.body)

    def run(state: State, scope: Scope) -> None:
        body(state, scope)
        state.annex = Annex()

    return run


STEPS: Final[dict[type[Node], Callable[..., Step]]] = {
    template.Heading: _heading,
    template.Contents: _contents,
    template.NewPages: _new_pages,
    template.Mark: _mark,
    template.Joint: _joint,
    template.FirstNumbers: _first_numbers,
    template.Given: _given,
    template.Annex: _annex,
    template.AnnexNumber: _annex_number,
    template.AnnexList: _annex_list,
}
