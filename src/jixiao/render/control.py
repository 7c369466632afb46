"""Control tags of a chapter or a form: for, if and set are paired, and become nodes that hold what is between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from jixiao.compute.errors import expression_finding
from jixiao.expr.expression import ExpressionError, expression
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import Place, SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.render.tags import Tag
from jixiao.render.template import Branch, Filter, For, If, Node, Nodes, Raw, Set

UNKNOWN_TAG = must("F202")
BAD_TAG = must("F203")
UNCLOSED_BLOCK = must("F204")
STRAY_TAG = must("F205")
CROSSED_LEVELS = must("F309")
NOT_ALONE = must("F213")

INCLUDE, CHART, TURNED, NEW_PAGE = "form", "chart", "landscape", "newpage"
BLOCKS = ("for", "if", TURNED)
OF_CHAPTERS = (INCLUDE, CHART, NEW_PAGE, TURNED, f"end{TURNED}")

Token = Node | Tag
Wrap = Callable[[Nodes], Nodes]
"""What becomes of the blocks between a tag and its end."""

_FOR = re.compile(r"(?P<names>\w+(?:\s*,\s*\w+)*)\s+in\s+(?P<items>.+)")
_QUOTED_OR_IF = re.compile(r"\"[^\"]*\"|'[^']*'|[(\[{]|[)\]}]|(?P<if>\sif\s)")
_SET = re.compile(r"(?P<name>\w+)\s*=(?!=)\s*(?P<value>.+)")
_LEVELS = ("p", "tr", "tc", "r")
_NEXT = {"for": ("else",), "if": ("elif", "else")}
_FORMS = {
    "for": "{% for 项 in 列表 %}",
    "set": "{% set 名称 = 算式 %}",
    "if": "{% if 条件 %}",
    "elif": "{% elif 条件 %}",
    INCLUDE: '{% form "表单/表.docx" %}',
    CHART: "{% chart 柱形图 类别=清单.名称, 系列名=清单.数字 %}",
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
    for is_xml, group in groupby(nodes, lambda node: isinstance(node, Raw)):
        if is_xml:
            xml = "".join(node.xml for node in group if isinstance(node, Raw))
            result += [Raw(xml)] if xml else []
        else:
            result += group
    return tuple(result)


@dataclass(slots=True)
class _Block:
    """What is collected since a for or if; condition is the tag it stands under, None after else.

    broken: its tags do not belong together; a must finding says so, and only a draft shows it.
    """

    tag: Tag
    condition: Tag | None
    wrap: Wrap | None = None
    broken: bool = False
    nodes: list[Node] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)

    def finish_branch(self) -> None:
        """Close the branch; what follows belongs to the next one."""
        if self.condition is not None:
            self.branches.append(Branch(self.condition.argument, joined(self.nodes), self.condition.place))
            self.nodes = []

    def made(self) -> Nodes:
        """The whole; where its tags are not in order, its parts one after the other, so that the XML stays whole."""
        self.finish_branch()
        otherwise = joined(self.nodes)
        if self.wrap and not self.broken:
            return self.wrap(self.branches[0].body)
        loop = _loop(self.tag) if self.tag.word == "for" else None
        readable = loop if self.tag.word == "for" else all(each.condition for each in self.branches)
        if self.broken or not readable:
            return (*(node for each in self.branches for node in each.body), *otherwise)
        if loop is None:
            return (If(tuple(self.branches), otherwise),)
        return (For(loop.names, loop.items, self.branches[0].body, otherwise, loop.place, loop.filter),)


def build(tokens: Iterable[Token], findings: list[Finding], wraps: Mapping[str, Wrap] | None = None) -> Nodes:
    """The nodes of one level: the blocks of a chapter, the rows of a table, or the pieces of a paragraph.

    wraps: tags beside for and if that have an end, and what they do with the blocks between.
    """
    builder = _Builder(findings, wraps or {})
    for token in tokens:
        builder.add(token)
    return builder.result()


class _Builder:
    def __init__(self, findings: list[Finding], wraps: Mapping[str, Wrap]) -> None:
        self._findings = findings
        self._wraps = wraps
        self._top: list[Node] = []
        self._open: list[_Block] = []
        self._actions: dict[str, Callable[[Tag], None]] = {
            "for": self._start,
            "if": self._start,
            "elif": self._next,
            "else": self._next,
            "endfor": self._end,
            "endif": self._end,
            "set": self._set,
            **dict.fromkeys(wraps, self._start),
            **dict.fromkeys((f"end{word}" for word in wraps), self._end),
        }

    def add(self, token: Token) -> None:
        if not isinstance(token, Tag):
            self._here.append(token)
        elif token.word in self._actions:
            self._actions[token.word](token)
        elif token.word in OF_CHAPTERS:
            self._findings.append(NOT_ALONE.at(token.place, tag=token.source))
        else:
            closer = [f"{{%{token.word} …"] if token.word in _LEVELS else []  # the prefix stands close to the brace
            near = "、".join(closer or nearest(token.word, list(self._actions)))
            self._findings.append(UNKNOWN_TAG.at(token.place, tag=token.source, near=near))

    def result(self) -> Nodes:
        while self._open:
            self._open[-1].broken = True
            tag = self._close()
            self._findings.append(UNCLOSED_BLOCK.at(tag.place, tag=tag.source, closing=_closing(tag)))
        return joined(self._top)

    @property
    def _here(self) -> list[Node]:
        """Where nodes are collected now."""
        return self._open[-1].nodes if self._open else self._top

    def _close(self) -> Tag:
        """Make the innermost block a node of what is around it."""
        block = self._open.pop()
        self._here.extend(block.made())
        return block.tag

    def _start(self, tag: Tag) -> None:
        if tag.word == "if":
            self._condition(tag)
        elif tag.word == "for" and (loop := _loop(tag)):
            check(loop.items, loop.place, self._findings)
            if loop.filter:
                check(loop.filter.condition, loop.filter.place, self._findings)
        elif tag.word == "for":
            self._bad(tag)
        self._open.append(_Block(tag, tag, self._wraps.get(tag.word)))

    def _next(self, tag: Tag) -> None:
        block = self._open[-1] if self._open else None
        if block is None or block.condition is None or tag.word not in _NEXT.get(block.tag.word, ()):
            self._findings.append(STRAY_TAG.at(tag.place, tag=tag.source))
            return
        self._check_level(tag, block)
        if tag.word == "elif":
            self._condition(tag)
        block.finish_branch()
        block.condition = tag if tag.word == "elif" else None

    def _end(self, tag: Tag) -> None:
        if self._open and tag.word == f"end{self._open[-1].tag.word}":
            self._check_level(tag, self._open[-1])
            self._close()
        else:
            self._findings.append(STRAY_TAG.at(tag.place, tag=tag.source))

    def _check_level(self, tag: Tag, block: _Block) -> None:
        """What a tag of a form drops with itself, the other tags of its block drop as well."""
        opening = block.tag
        if tag.level != opening.level:
            block.broken = True
            closing = _closing(opening)
            self._findings.append(CROSSED_LEVELS.at(tag.place, tag=tag.source, opening=opening.source, closing=closing))

    def _set(self, tag: Tag) -> None:
        match = _SET.fullmatch(tag.argument)
        if match is None:
            self._bad(tag)
        else:
            check(match["value"], tag.place, self._findings)
            self._here.append(Set(match["name"], match["value"], tag.place))

    def _condition(self, tag: Tag) -> None:
        if tag.argument:
            check(tag.argument, tag.place, self._findings)
        else:
            self._bad(tag)

    def _bad(self, tag: Tag) -> None:
        self._findings.append(bad_tag(tag))


def bad_tag(tag: Tag) -> Finding:
    """The finding for a tag that lacks what belongs into it."""
    return BAD_TAG.at(tag.place, tag=tag.source, form=_FORMS[tag.word])


def _closing(tag: Tag) -> str:
    return f"{{%{tag.level} end{tag.word} %}}"


class _Loop(NamedTuple):
    """What a tag says that begins a loop; place: of its items."""

    names: tuple[str, ...]
    items: str
    place: Place
    filter: Filter | None = None


def _loop(tag: Tag) -> _Loop | None:
    """What the tag says; None where it is no loop."""
    match = _FOR.fullmatch(tag.argument)
    if match is None:
        return None
    start = match.start("items")
    names = tuple(name.strip() for name in match["names"].split(","))
    items = match["items"]
    depth = 0
    for step in _QUOTED_OR_IF.finditer(items):
        depth += (step[0] in "([{") - (step[0] in ")]}")
        if step["if"] and not depth:
            condition = Filter(items[step.end() :], further(tag.place, start + step.end()))
            return _Loop(names, items[: step.start()], further(tag.place, start), condition)
    return _Loop(names, items, further(tag.place, start))


def further(place: Place, columns: int) -> Place:
    """So many columns to the right, where columns are counted."""
    return place._replace(column=place.column + columns) if isinstance(place, SourcePlace) else place
