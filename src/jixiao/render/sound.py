"""Whether a template gives well-formed XML whatever its tags print: proven once, so that no document need be parsed.

The proof is one parse. Every stretch of nodes that may be left out or repeated stands in an element of its own there,
which holds only if it is balanced by itself; a value stands as one that breaks its line, which holds in `<w:t>` alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from xml.parsers import expat

from jixiao.render import template
from jixiao.render.charts.nodes import Chart
from jixiao.render.escape import BREAK
from jixiao.render.run.anew import MARK
from jixiao.render.template import Node, Nodes

_SOMETHING = "<n/>"


def is_sound(nodes: Nodes) -> bool:
    """Whether every document made of these nodes is well-formed; a node that is not known here is not proven."""
    try:
        text = _within(nodes)
        expat.ParserCreate().Parse(text, True)  # noqa: FBT003 - the parser's own signature
    except (KeyError, expat.ExpatError):
        return False
    return "<!" not in text and "<?" not in text  # where a tag might stand inside


def _within(*parts: Nodes | str) -> str:
    """An element that holds all these."""
    return f"<n>{''.join(part if isinstance(part, str) else ''.join(map(_text, part)) for part in parts)}</n>"


def _text(node: Node) -> str:
    return _TEXT[type(node)](node)


def _if(node: template.If) -> str:
    return _within(*(_within(branch.body) for branch in node.branches), _within(node.otherwise))


def _annex_number(node: template.AnnexNumber) -> str:
    """Either of its openings, which must leave the same elements open; what is never closed is none."""
    return node.others if _left_open(node.first) == _left_open(node.others) else "<n>"


def _note(node: template.Note) -> str:
    """Its id; what the note says is a part of its own."""
    return "1" if is_sound(node.body) else "<"


def _item(node: template.Item) -> str:
    """The paragraph of an item that is always printed may be left open for the items within it."""
    text = node.before + _SOMETHING + _within(node.body) + node.after
    return _within(text) if node.optional else text


def _words(node: template.Words) -> str:
    """Runs of their own, and a new paragraph where one may begin."""
    if node.prefix != "w":
        return "1"
    again = f"</w:p>{node.paragraph}" if node.paragraph else ""
    return f"</w:t></w:r>{again}{_SOMETHING}<w:r>{node.run_properties}<w:t>"


def _left_open(xml: str) -> list[str]:
    """The elements that are not closed."""
    names: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, _: names.append(name)
    parser.EndElementHandler = lambda _: names.pop()
    parser.Parse(f"<n>{xml}", False)  # noqa: FBT003 - the parser's own signature
    return names


_TEXT: Final[dict[type[Node], Callable[[Any], str]]] = {
    template.Raw: lambda node: node.xml,
    template.Slot: lambda _: BREAK,
    template.Paragraphs: lambda node: _within(node.paragraph_properties, node.run_properties),
    template.Words: _words,
    template.Passage: lambda node: _within(node.paragraph, node.run_properties, "</w:p>"),
    template.For: lambda node: _within(_within(node.body), _within(node.otherwise)),
    template.If: _if,
    template.MergedCell: lambda node: _within(
        _within(node.before), _within(node.after), _within(node.body), _within(node.empty)
    ),
    template.TableBody: lambda node: _within(node.before, _within(node.body), node.after),
    template.Heading: lambda node: _within(node.before, _within(node.body), "</w:p>"),
    template.AnnexNumber: _annex_number,
    template.NewPages: lambda node: _within(node.section),
    template.Joint: lambda node: _within(node.after_table),
    template.Note: _note,
    Chart: lambda node: _within(node.before, _SOMETHING, node.after),
    template.Anew: lambda node: MARK.sub("1", _within(node.body)),
    template.Item: _item,
    template.Aligned: lambda node: "".join(map(_text, node.body)),
    template.Whole: lambda node: _within(_within(node.before), _within(node.body), _within(node.after)),
    template.Reference: lambda node: "x" if node.worded else _SOMETHING,
    **dict.fromkeys((template.Bare, template.Embedded, template.DrawingNumber, template.Sequence), lambda _: "1"),
    **dict.fromkeys(
        (template.Given, template.Annex, template.AnnexList, template.Filled), lambda node: _within(node.body)
    ),
    **dict.fromkeys(
        (
            template.Set,
            template.Span,
            template.Shade,
            template.HeadingNumber,
            template.FirstNumbers,
            template.Contents,
            template.Mark,
            template.ListStart,
            template.ListEnd,
            template.Counted,
            template.Anchor,
        ),
        lambda _: _SOMETHING,
    ),
}
