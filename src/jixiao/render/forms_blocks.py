"""From a row of XML and tags to a tree of nodes: for and if are closed where they were opened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jixiao.compute.errors import expression_finding
from jixiao.expr.expression import ExpressionError, expression
from jixiao.kernel.finding import Code, Finding, must
from jixiao.render.forms_tags import Tag
from jixiao.render.template import Branch, For, If, Node, Nodes, Raw, Set, Slot

UNKNOWN_TAG = must("F304")
BAD_TAG = must("F305")
UNCLOSED_BLOCK = must("F307")
STRAY_TAG = must("F308")
CROSSED_BLOCKS = must("F309")

DISPLAY = "表单"
Token = Node | Tag

_FOR = re.compile(r"(?P<names>\w+(?:\s*,\s*\w+)*)\s+in\s+(?P<items>.+)", re.DOTALL)
_SET = re.compile(r"(?P<name>\w+)\s*=(?!=)\s*(?P<value>.+)", re.DOTALL)


@dataclass(slots=True)
class _Open:
    """A for or if that is not closed yet; condition is the tag under which nodes are collected now (None: else)."""

    tag: Tag
    condition: Tag | None
    nodes: list[Node] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)


class Builder:
    """Builds the trees of one form; findings gather in the list it is given."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._actions: dict[str, Callable[[Tag, list[_Open], list[Node]], None]] = {
            "for": self._for,
            "if": self._if,
            "elif": self._next,
            "else": self._next,
            "endfor": self._end,
            "endif": self._end,
            "set": self._set,
        }

    def build(self, tokens: Iterable[Token]) -> Nodes:
        """The nodes of one container: the body, a cell, a row or a table."""
        opened: list[_Open] = []
        top: list[Node] = []
        for token in tokens:
            if not isinstance(token, Tag):
                _here(opened, top).append(token)
            elif token.kind == "block":
                action = self._actions.get(token.word)
                if action is not None:
                    action(token, opened, top)
                else:
                    self.report(UNKNOWN_TAG, token, word=token.word or token.argument, known=" ".join(self._actions))
        for block in opened:
            self.report(UNCLOSED_BLOCK, block.tag, closing=_closing(block.tag))
        return joined(top)

    def slot(self, tag: Tag, run_properties: str) -> Slot:
        """A value that is printed."""
        self.check(tag.argument, tag)
        return Slot(tag.argument, DISPLAY, run_properties, tag.place)

    def check(self, text: str, tag: Tag) -> None:
        """Report an expression that cannot be read."""
        if text.startswith(("-", "+")) and tag.source[2] in "-+":
            self.report(BAD_TAG, tag, form=tag.source.replace("{{-", "{{").replace("-}}", "}}"))
            return
        try:
            expression(text)
        except ExpressionError as error:
            self._findings.append(expression_finding(error, tag.place, text))

    def report(self, code: Code, tag: Tag, **fields: str) -> None:
        """A finding at the place of a tag."""
        self._findings.append(Finding(code.id, code.strength, tag.place, (("tag", tag.source), *fields.items())))

    def _for(self, tag: Tag, opened: list[_Open], _: list[Node]) -> None:
        match = _FOR.fullmatch(tag.argument)
        if match is None:
            self.report(BAD_TAG, tag, form="{% for 项 in 列表 %}")
        else:
            self.check(match["items"], tag)
        opened.append(_Open(tag, tag))

    def _if(self, tag: Tag, opened: list[_Open], _: list[Node]) -> None:
        self.check(tag.argument, tag)
        opened.append(_Open(tag, tag))

    def _next(self, tag: Tag, opened: list[_Open], _: list[Node]) -> None:
        block = self._innermost(tag, opened)
        if block is None:
            return
        if block.condition is None or (tag.word == "elif" and block.tag.word == "for"):
            self.report(STRAY_TAG, tag)
            return
        if tag.word == "elif":
            self.check(tag.argument, tag)
        _finish_branch(block)
        block.condition = tag if tag.word == "elif" else None

    def _end(self, tag: Tag, opened: list[_Open], top: list[Node]) -> None:
        block = self._innermost(tag, opened)
        if block is None:
            return
        opened.remove(block)
        _here(opened, top).append(_node(block))

    def _set(self, tag: Tag, opened: list[_Open], top: list[Node]) -> None:
        match = _SET.fullmatch(tag.argument)
        if match is None:
            self.report(BAD_TAG, tag, form="{% set 名称 = 算式 %}")
            return
        self.check(match["value"], tag)
        _here(opened, top).append(Set(match["name"], match["value"], tag.place))

    def _innermost(self, tag: Tag, opened: list[_Open]) -> _Open | None:
        """The open block that this tag continues or closes; reports a tag that belongs to none."""
        if not opened:
            self.report(STRAY_TAG, tag)
            return None
        block = opened[-1]
        wrong = tag.word in ("endfor", "endif") and tag.word != f"end{block.tag.word}"
        if wrong or tag.level != block.tag.level:
            self.report(CROSSED_BLOCKS, tag, opening=block.tag.source, closing=_closing(block.tag))
            return block if not wrong else None
        return block


def joined(nodes: Iterable[Node]) -> Nodes:
    """The nodes with neighbouring XML made one."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, Raw) and result and isinstance(last := result[-1], Raw):
            result[-1] = Raw(last.xml + node.xml)
        elif not isinstance(node, Raw) or node.xml:
            result.append(node)
    return tuple(result)


def _here(opened: list[_Open], top: list[Node]) -> list[Node]:
    return opened[-1].nodes if opened else top


def _closing(tag: Tag) -> str:
    return f"{{%{tag.level} end{tag.word} %}}"


def _finish_branch(block: _Open) -> None:
    """Close the branch that is collected; what follows belongs to the next one."""
    if block.condition is not None:
        block.branches.append(Branch(block.condition.argument, joined(block.nodes), block.condition.place))
        block.nodes = []


def _node(block: _Open) -> Node:
    _finish_branch(block)
    otherwise = joined(block.nodes)
    if block.tag.word == "if":
        return If(tuple(block.branches), otherwise)
    match = _FOR.fullmatch(block.tag.argument)
    names = tuple(name.strip() for name in match["names"].split(",")) if match else ()
    items = match["items"] if match else ""
    return For(names, items, block.branches[0].body, otherwise, block.tag.place)
