"""Steps of the values of whole templates: words with their breaks, runs and paragraphs with formats of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jixiao.expr.expression import ExpressionError
from jixiao.expr.scope import Scope
from jixiao.ledger.view import Display
from jixiao.render import template
from jixiao.render.escape import attribute, escape, legal
from jixiao.render.run.rich import RichParagraphs, RichText, Run, inside, is_inserted, paragraphs_xml, runs_xml
from jixiao.render.run.state import State
from jixiao.render.run.steps import ILLEGAL_CHARACTER, Link, Step, readable
from jixiao.render.template import Node

_Given = template.Words | template.Passage | template.Bare


def _value(node: _Given) -> Callable[[State, Scope], object]:
    """What the tag prints: words, or words with formats; "" where it fails."""
    expression = readable(node.expression)

    def run(state: State, scope: Scope) -> object:
        try:
            found = state.view.value(expression, scope, node.place)
            if isinstance(found, RichText | RichParagraphs) or is_inserted(found):
                return found
            return state.view.printed(found, Display.TEXT).text
        except ExpressionError as error:
            state.failed(error, node.expression, node.place)
            return ""

    return run


def _words(node: template.Words, _: Link) -> Step:
    value, properties, paragraph = _value(node), node.run_properties, node.paragraph
    again = f'<w:r>{properties}<w:t xml:space="preserve">'

    def run(state: State, scope: Scope) -> None:
        found = value(state, scope)
        if node.prefix == "w" and is_inserted(found):
            state.out.append("</w:t></w:r>")
            found.put_out(state)
            state.out.append(again)
        elif node.prefix == "w" and isinstance(found, RichText):
            clean = _clean(state, found, node)
            state.out.append(f"</w:t></w:r>{runs_xml(clean, paragraph)}{again}")
        else:
            text = _text(state, found, node, breaks=bool(paragraph))
            state.out.append(inside(text, properties, paragraph) if node.prefix == "w" else escape(text))

    return run


def _passage(node: template.Passage, _: Link) -> Step:
    value, start = _value(node), node.paragraph

    def run(state: State, scope: Scope) -> None:
        found = value(state, scope)
        if isinstance(found, RichParagraphs):
            for text, _ in found.paragraphs:
                _clean(state, text, node)
            state.out.append(paragraphs_xml(found) or f"{start}</w:p>")
            return
        if is_inserted(found):
            state.out.append(start)
            found.put_out(state)
            state.out.append("</w:p>")
            return
        rich = found if isinstance(found, RichText) else RichText(runs=[Run(str(found), node.run_properties)])
        state.out.append(f"{start}{runs_xml(_clean(state, rich, node), start)}</w:p>")

    return run


def _bare(node: template.Bare, _: Link) -> Step:
    value = _value(node)

    def run(state: State, scope: Scope) -> None:
        state.out.append(attribute(_text(state, value(state, scope), node)))

    return run


def _clean(state: State, rich: RichText, node: _Given) -> RichText:
    """The same runs without the characters that XML cannot hold."""
    return RichText(runs=[run._replace(text=_text(state, run.text, node, breaks=True)) for run in rich.runs])


def _text(state: State, found: object, node: _Given, *, breaks: bool = False) -> str:
    """Words without the characters that XML cannot hold; what has formats of its own prints nothing here.

    breaks: signs that break a paragraph or a page off may stand here.
    """
    if not isinstance(found, str):
        state.failed(ExpressionError("not_printable", names="{{r }}、{{p }}"), node.expression, node.place)
        return ""
    if found.isprintable():
        return found
    pieces = re.split("([\a\f])", found) if breaks else [found]
    for at, piece in enumerate(pieces):
        if breaks and at % 2:
            continue
        pieces[at], dropped = legal(piece)
        if dropped:
            state.report(ILLEGAL_CHARACTER.at(node.place, expression=node.expression, characters=dropped))
    return "".join(pieces)


STEPS: Final[dict[type[Node], Callable[..., Step]]] = {
    template.Words: _words,
    template.Passage: _passage,
    template.Bare: _bare,
}
