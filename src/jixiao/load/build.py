"""Nodes from the events of the YAML parser; keys are checked as they come in."""

from __future__ import annotations

from typing import Any

import yaml
from yaml import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent
from yaml.events import CollectionEndEvent

from jixiao.kernel.finding import Finding
from jixiao.kernel.place import SourcePlace
from jixiao.load.nodes import Mapping, Node, Scalar, Sequence, Source, normalized
from jixiao.load.refused import (
    MAX_DEPTH,
    MAX_NODES,
    ODD_KEY,
    REFERENCE,
    SECOND_DOCUMENT,
    TOO_DEEP,
    TOO_MANY,
    duplicate,
)
from jixiao.load.slips import BAD_INDENT, BARE_TAG, RESERVED_START, WIDE_COLON, WIDE_INDENT, Repair, Slip, colon_slip

MAX_FINDINGS = 500
"""Of one file; reading stops there."""

LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)


class SlipError(Exception):
    """A slip that the parser lets pass but that swallows what the writer meant."""

    def __init__(self, slip: Slip) -> None:
        super().__init__(slip)
        self.slip = slip


class _Stop(Exception):  # noqa: N818 - it ends the reading, what was read stays
    """The file goes beyond a limit."""


class Builder:
    """Nodes from events. lines: the source lines with the repairs so far, which the marks of events refer to."""

    def __init__(self, source: Source, lines: list[str]) -> None:
        self.source = source
        self.lines = lines
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.open: list[tuple[Mapping | Sequence, dict[str, Scalar]]] = []
        self.key: Scalar | None = None
        self.keys: list[Scalar | None] = []

    def run(self, text: str) -> None:
        """Take in all events of one document."""
        nodes = 0
        try:
            for event in yaml.parse(text, Loader=LOADER):
                kind = event.__class__
                if kind is ScalarEvent:
                    nodes += 1
                    self._scalar(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    nodes += 1
                    self._begin(event)
                elif isinstance(event, CollectionEndEvent):
                    self.open.pop()
                    self.key = self.keys.pop()
                else:
                    self._other(event)
                if nodes > MAX_NODES:
                    self._stop(TOO_MANY.at(self._place(event), limit=MAX_NODES))
        except _Stop:
            pass

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        style = event.style or ""
        node = Scalar(event.value, self.source, start.line, start.column, style, end.line, end.column)
        if event.anchor or event.tag:
            self._refer(event)
        if start.line != end.line and style not in ('"', "'"):
            self._check_lines(node)
        self._attach(node)

    def _begin(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refer(event)
        if len(self.open) >= MAX_DEPTH:
            self._stop(TOO_DEEP.at(self._place(event), limit=MAX_DEPTH))
        place = self._place(event)
        node: Mapping | Sequence = Mapping([], place) if event.__class__ is MappingStartEvent else Sequence([], place)
        self._attach(node)
        self.keys.append(self.key)
        self.open.append((node, {}))
        self.key = None

    def _attach(self, node: Node) -> None:
        """Hang a node where it belongs: as root, item, key or value."""
        if not self.open:
            self.root = node
            return
        parent, seen = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.key is None:
            self.key = self._key(node, seen)
        else:
            if self.key.text:
                parent.entries.append((self.key, node))
            self.key = None

    def _key(self, node: Node, seen: dict[str, Scalar]) -> Scalar:
        """The key, or an empty one whose value is left out."""
        nothing = Scalar("", self.source)
        if not isinstance(node, Scalar):
            line, column = node.place.line - 1, node.place.column - 1
            if self.lines[line][max(column - 1, 0) : column + 1] == "{{":
                raise SlipError(Slip(BARE_TAG, line, column - 1, Repair.QUOTE))
            self._find(ODD_KEY.at(node.place))
            return nothing
        self._check_key(node)
        name = normalized(node.text)
        if not name:
            self._find(ODD_KEY.at(node.place))
            return nothing
        if name == "<<" and not node.quoted:
            self._find(REFERENCE.at(node.place, sign="<<"))
            return nothing
        first = seen.setdefault(name, node)
        if first is not node:
            self._find(duplicate(node, first))
            return nothing
        return node

    def _check_key(self, node: Scalar) -> None:
        """A key that holds what was meant as its indentation or its colon."""
        if node.style or node.text.isascii():
            return
        if node.text[0].isspace():
            raise SlipError(Slip(WIDE_INDENT, node.line, node.column, Repair.INDENT))
        if "：" in node.text and node.line == node.end_line:
            colon = self.lines[node.line].index("：", node.column)
            raise SlipError(Slip(WIDE_COLON, node.line, colon, Repair.COLON))

    def _refer(self, event: Any) -> None:
        place = self._place(event)
        sign = f"&{event.anchor}" if event.anchor else str(event.tag)
        self._find(REFERENCE.at(place, sign=sign))

    def _other(self, event: Any) -> None:
        if event.__class__ is AliasEvent:
            self._find(REFERENCE.at(self._place(event), sign=f"*{event.anchor}"))
            mark: Any = event.start_mark
            self._attach(Scalar("", self.source, mark.line, mark.column))
        elif event.__class__ is DocumentStartEvent and self.root is not None:
            self._stop(SECOND_DOCUMENT.at(self._place(event)))

    def _check_lines(self, node: Scalar) -> None:
        """Words over several lines that swallow a line which looks like a key or an item of its own."""
        if node.style:
            header = self.lines[node.line][node.column : node.column + 3]
            if any(character.isdigit() for character in header):
                raise SlipError(Slip(RESERVED_START, node.line, node.column, Repair.QUOTE, node.style))
            return
        for number in range(node.line + 1, node.end_line + 1):
            line = self.lines[number]
            slip = colon_slip(line, number)
            if slip:
                own_line = not self.lines[node.line][: node.column].strip(" -")
                raise SlipError((own_line and colon_slip(self.lines[node.line], node.line)) or slip)
            if line.lstrip().startswith("- "):
                raise SlipError(Slip(BAD_INDENT, number, len(line) - len(line.lstrip()), Repair.DROP))

    def _place(self, event: Any) -> SourcePlace:
        return self.source.place(event.start_mark.line, event.start_mark.column)

    def _find(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) >= MAX_FINDINGS:
            raise _Stop

    def _stop(self, finding: Finding) -> None:
        self.findings.append(finding)
        raise _Stop
