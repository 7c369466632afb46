"""Control tags of a chapter: for, if and set are paired and become nodes that hold what stands between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jixiao.compute.errors import expression_finding
from jixiao.expr.expression import ExpressionError, expression
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import Place
from jixiao.kernel.similar import nearest
from jixiao.render.tags import Tag
from jixiao.render.template import Branch, For, If, Node, Nodes, Raw, Set

UNKNOWN_TAG = must("F202")
BAD_TAG = must("F203")
UNCLOSED_BLOCK = must("F204")
STRAY_TAG = must("F205")

Token = Node | Tag
_FOR = re.compile(r"(?P<names>\w+(?:\s*,\s*\w+)*)\s+in\s+(?P<items>.+)")
_SET = re.compile(r"(?P<name>\w+)\s*=(?!=)\s*(?P<value>.+)")
_FORMS = {
    "for": "{% for 项 in 列表 %}",
    "set": "{% set 名称 = 算式 %}",
    "if": "{% if 条件 %}",
    "elif": "{% elif 条件 %}",
}


def check(text: str, place: Place, findings: list[Finding]) -> str:
    """The text of an expression; one that cannot be read is reported."""
    try:
        expression(text)
    except ExpressionError as error:
        findings.append(expression_finding(error, place, text))
    return text


def joined(nodes: Iterable[Node]) -> Nodes:
    """The nodes with neighbouring XML made one."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, Raw) and result and isinstance(last := result[-1], Raw):
            result[-1] = Raw(last.xml + node.xml)
        else:
            result.append(node)
    return tuple(result)


@dataclass(slots=True)
class _Block:
    """What is collected since a for or if; condition is the tag it stands under, None after else."""

    tag: Tag | None
    condition: Tag | None = None
    nodes: list[Node] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)

    def finish_branch(self) -> None:
        """Close the branch; what follows belongs to the next one."""
        if self.condition is not None:
            self.branches.append(Branch(self.condition.argument, joined(self.nodes), self.condition.place))
            self.nodes = []

    def node(self) -> Node:
        """The whole as one node."""
        self.finish_branch()
        otherwise = joined(self.nodes)
        match = _FOR.fullmatch(self.tag.argument) if self.tag is not None and self.tag.word == "for" else None
        if match is None or self.tag is None:
            return If(tuple(self.branches), otherwise)
        names = tuple(name.strip() for name in match["names"].split(","))
        return For(names, match["items"], self.branches[0].body, otherwise, _items_place(self.tag, match))


def build(tokens: Iterable[Token], findings: list[Finding]) -> Nodes:
    """The nodes of one level: the blocks of a chapter, the rows of a table, or the pieces of a paragraph."""
    builder = _Builder(findings)
    for token in tokens:
        builder.add(token)
    return builder.result()


class _Builder:
    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._open = [_Block(None)]
        self._actions: dict[str, Callable[[Tag], None]] = {
            "for": self._start,
            "if": self._start,
            "elif": self._next,
            "else": self._next,
            "endfor": self._end,
            "endif": self._end,
            "set": self._set,
        }

    def add(self, token: Token) -> None:
        if not isinstance(token, Tag):
            self._open[-1].nodes.append(token)
        elif token.word in self._actions:
            self._actions[token.word](token)
        else:
            near = "、".join(nearest(token.word, list(self._actions)))
            self._findings.append(UNKNOWN_TAG.at(token.place, tag=token.source, near=near))

    def result(self) -> Nodes:
        while len(self._open) > 1:
            block = self._open.pop()
            if block.tag is not None:
                self._findings.append(
                    UNCLOSED_BLOCK.at(block.tag.place, tag=block.tag.source, closing=f"end{block.tag.word}")
                )
            self._open[-1].nodes.append(block.node())
        return joined(self._open[0].nodes)

    def _start(self, tag: Tag) -> None:
        match = _FOR.fullmatch(tag.argument)
        if tag.word == "if":
            self._condition(tag)
        elif match is None:
            self._bad(tag)
        else:
            check(match["items"], _items_place(tag, match), self._findings)
        self._open.append(_Block(tag, tag))

    def _next(self, tag: Tag) -> None:
        block = self._open[-1]
        if block.condition is None or (tag.word == "elif" and block.condition.word == "for"):
            self._findings.append(STRAY_TAG.at(tag.place, tag=tag.source))
            return
        if tag.word == "elif":
            self._condition(tag)
        block.finish_branch()
        block.condition = tag if tag.word == "elif" else None

    def _end(self, tag: Tag) -> None:
        opening = self._open[-1].tag
        if opening is None or tag.word != f"end{opening.word}":
            self._findings.append(STRAY_TAG.at(tag.place, tag=tag.source))
            return
        node = self._open.pop().node()
        self._open[-1].nodes.append(node)

    def _set(self, tag: Tag) -> None:
        match = _SET.fullmatch(tag.argument)
        if match is None:
            self._bad(tag)
        else:
            check(match["value"], tag.place, self._findings)
            self._open[-1].nodes.append(Set(match["name"], match["value"], tag.place))

    def _condition(self, tag: Tag) -> None:
        if tag.argument:
            check(tag.argument, tag.place, self._findings)
        else:
            self._bad(tag)

    def _bad(self, tag: Tag) -> None:
        self._findings.append(BAD_TAG.at(tag.place, tag=tag.source, form=_FORMS[tag.word]))


def _items_place(tag: Tag, match: re.Match[str]) -> Place:
    return tag.place.__class__(tag.place.file, tag.place.line, tag.place.column + match.start("items"), tag.place.quote)
