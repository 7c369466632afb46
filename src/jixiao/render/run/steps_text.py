"""Steps of the text of chapters: lists, what is dropped where it is empty, numbers of tables, references to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final
from xml.sax.saxutils import unescape

from jixiao.expr.scope import Scope
from jixiao.render import template
from jixiao.render.run.numbers import listed, part, written
from jixiao.render.run.references import Referring, Target, bookmark, bookmark_name, pending
from jixiao.render.run.state import State
from jixiao.render.run.steps import Link, Step
from jixiao.render.template import Node

_OPEN, _CLOSE = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>"
_ENDS, _QUOTES = tuple("。；！？，、：…"), "”’"
_RIGHT = '<w:jc w:val="right"/>'
_MARKUP = re.compile(r"<[^>]*>")
_FIELD = '<w:fldSimple w:instr=" SEQ {} \\* ARABIC "><w:r><w:t>{}</w:t></w:r></w:fldSimple>'


def _has_words(state: State, start: int) -> bool:
    """Whether anything to read was put out since."""
    return bool(_MARKUP.sub("", "".join(state.out[start:])).strip())


def _filled(node: template.Filled, link: Link) -> Step:
    body = link(node.body)

    def run(state: State, scope: Scope) -> None:
        start = len(state.out)
        body(state, scope)
        if not _has_words(state, start):
            del state.out[start:]

    return run


def _list_start(node: template.ListStart, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.items[node.depth] = 0

    return run


def _list_end(_: template.ListEnd, __: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        if state.items[0] == 1:
            state.out[state.first_item] = ""
        if state.open_item:
            state.out[state.open_item] = f"{_OPEN}。{_CLOSE}"
            state.open_item = 0

    return run


def _item(node: template.Item, link: Link) -> Step:
    depth, body = node.depth, link(node.body)

    def run(state: State, scope: Scope) -> None:
        start = len(state.out)
        state.items[depth] += 1
        number = state.items[depth]
        words = written(state.level + depth, number) if depth else listed(number)
        if number == 1 and not depth:
            state.first_item = start + 1
        state.out += [node.before, f"{_OPEN}{words}{_CLOSE}"]
        body(state, scope)
        if node.optional and not _has_words(state, start + 2):
            del state.out[start:]
            state.items[depth] -= 1
            return
        state.out.append(node.after)
        if not depth and not node.before:
            _close(state, start)

    return run


def _close(state: State, start: int) -> None:
    """End an item within a text, where nobody ended it: with ；, which the end of the list makes a 。."""
    words = unescape(_MARKUP.sub("", "".join(state.out[start:]))).rstrip(_QUOTES)
    state.open_item = 0 if words.endswith(_ENDS) else len(state.out)
    if state.open_item:
        state.out.append(f"{_OPEN}；{_CLOSE}")


def _aligned(node: template.Aligned, link: Link) -> Step:
    body = link(node.body)

    def run(state: State, scope: Scope) -> None:
        start, figures = len(state.out), len(state.figures)
        state.out.append("")
        body(state, scope)
        if len(state.figures) > figures:
            state.out[start] = _RIGHT

    return run


def _whole(node: template.Whole, link: Link) -> Step:
    before, body, after = link(node.before), link(node.body), link(node.after)

    def run(state: State, scope: Scope) -> None:
        start, numbers = len(state.out), dict(state.numbers)
        kept: tuple[list[Any], ...] = (state.targets, state.references, state.notes)
        lengths = list(map(len, kept))
        before(state, scope)
        table = len(state.out)
        body(state, scope)
        if len(state.out) > table:
            after(state, scope)
            return
        del state.out[start:]
        state.numbers = numbers
        for each, length in zip(kept, lengths, strict=True):
            del each[length:]

    return run


def _counted(node: template.Counted, _: Link) -> Step:
    kind = node.kind

    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        number = state.numbers[kind] = state.numbers.get(kind, 0) + 1
        mark = state.bookmark()
        state.out.append(bookmark(mark, f"{_OPEN}{kind}{_CLOSE}{_FIELD.format(kind, number)}"))
        state.targets.append(Target(node.names, f"{kind}{number}", bookmark_name(mark), state.loop, counted=True))

    return run


def _anchor(node: template.Anchor, _: Link) -> Step:
    def label(state: State) -> str:
        if node.kind == template.AS_TYPED:
            return node.names[0]
        return part(state.headings) if node.kind == template.HEADING else f"附件{state.annex.number}"

    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        mark = state.bookmark()
        state.out.append(bookmark(mark))
        state.targets.append(Target(node.names, label(state), bookmark_name(mark), state.loop))

    return run


def _reference(node: template.Reference, _: Link) -> Step:
    def run(state: State, scope: Scope) -> None:  # noqa: ARG001 - all steps are called alike
        state.out.append(pending(len(state.references)))
        state.references.append(Referring(node, state.loop))

    return run


STEPS: Final[dict[type[Node], Callable[..., Step]]] = {
    template.Filled: _filled,
    template.ListStart: _list_start,
    template.ListEnd: _list_end,
    template.Item: _item,
    template.Aligned: _aligned,
    template.Whole: _whole,
    template.Counted: _counted,
    template.Anchor: _anchor,
    template.Reference: _reference,
}
