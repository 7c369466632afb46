"""YAML to nodes on the event stream of PyYAML: every value stays the text that was typed, and knows its place."""

from __future__ import annotations

from typing import Any

import yaml
from yaml import AliasEvent, DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent
from yaml.events import CollectionEndEvent

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import SourcePlace
from jixiao.load.causes import (
    BAD_INDENT,
    BARE_TAG,
    LOSSY,
    RESERVED_START,
    SYNTAX,
    Repair,
    Slip,
    colon_slip,
    find_slip,
    repaired,
)
from jixiao.load.decode import MAX_BYTES, TOO_LARGE, clean
from jixiao.load.nodes import Mapping, Node, Scalar, Sequence, Source, normalized

DUPLICATE_KEY = must("Y102")
EMPTY = should("Y107")
TOO_DEEP = must("Y108")
TOO_MANY = must("Y109")
REFERENCE = must("Y124")
ODD_KEY = must("Y125")
SECOND_DOCUMENT = must("Y126")

MAX_DEPTH = 24
MAX_NODES = 200_000
MAX_FINDINGS = 500
"""Of one file; reading stops there."""

REPAIR_BUDGET = 4_000_000
"""Characters that are parsed again after repairs before reading gives up; at least 20 slips of a file are shown."""

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)


class _SlipError(Exception):
    """A slip that the parser lets pass but that swallows what the writer meant."""

    def __init__(self, slip: Slip) -> None:
        self.slip = slip


class _Stop(Exception):  # noqa: N818 - it ends the reading, what was read stays
    """The file goes beyond a limit."""


def read_yaml(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """The content of a YAML file and all that is wrong with it; None where there is none.

    A line that cannot be read is reported, mended or left out, and reading goes on behind it.
    """
    text, findings = clean(text, file)
    if len(text) > MAX_BYTES:
        size = f"{len(text) / 1_000_000:.1f}"
        return None, [TOO_LARGE.at(SourcePlace(file), size=size, limit=MAX_BYTES // 1_000_000)]
    source = Source(file, text.split("\n"))
    node, problems = _read(source, text)
    findings += problems
    if node is None and not findings:
        findings.append(EMPTY.at(SourcePlace(file)))
    return node, findings


def incomplete(findings: list[Finding]) -> bool:
    """Whether something was left out in reading, so that what is missing may stand in the file after all."""
    return any(finding.code in _LOSSY for finding in findings)


_LOSSY = LOSSY | {code.id for code in (TOO_LARGE, TOO_DEEP, TOO_MANY, REFERENCE, ODD_KEY, SECOND_DOCUMENT)}


def _read(source: Source, text: str) -> tuple[Node | None, list[Finding]]:
    slips: dict[int, Finding] = {}
    lines = list(source.lines)
    dropped: set[int] = set()
    for _ in range(max(20, min(MAX_FINDINGS, REPAIR_BUDGET // (len(text) + 1)))):
        builder = _Builder(source, lines)
        try:
            builder.run(text)
        except (_SlipError, yaml.YAMLError) as error:
            slip = _slip_of(error, lines)
        else:
            return builder.root, [*slips.values(), *builder.findings]
        if slip.line in dropped:
            break
        if slip.line in slips:
            slip = slip._replace(repair=Repair.DROP)
        else:
            sign = {"sign": slip.sign} if slip.sign else {}
            slips[slip.line] = slip.code.at(source.place(slip.line, slip.column), **sign)
        if slip.repair is Repair.DROP:
            dropped.add(slip.line)
        lines[slip.line] = repaired(lines, slip)
        text = "\n".join(lines)
    return None, list(slips.values())


def _slip_of(error: Exception, lines: list[str]) -> Slip:
    if isinstance(error, _SlipError):
        return error.slip
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return find_slip(lines, error)
    return Slip(SYNTAX, 0, 0, Repair.DROP)


class _Builder:
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
            for event in yaml.parse(text, Loader=_LOADER):
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
                raise _SlipError(Slip(BARE_TAG, line, column - 1, Repair.QUOTE))
            self._find(ODD_KEY.at(node.place))
            return nothing
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

    def _refer(self, event: Any) -> None:
        place = self._place(event)
        sign = f"&{event.anchor}" if event.anchor else str(event.tag)
        self._find(REFERENCE.at(place, sign=sign))

    def _other(self, event: Any) -> None:
        if event.__class__ is AliasEvent:
            self._find(REFERENCE.at(self._place(event), sign=f"*{event.anchor}"))
            self._attach(Scalar("", self.source, event.start_mark.line, event.start_mark.column))
        elif event.__class__ is DocumentStartEvent and self.root is not None:
            self._stop(SECOND_DOCUMENT.at(self._place(event)))

    def _check_lines(self, node: Scalar) -> None:
        """Words over several lines that swallow a line which looks like a key or an item of its own."""
        if node.style:
            header = self.lines[node.line][node.column : node.column + 3]
            if any(character.isdigit() for character in header):
                raise _SlipError(Slip(RESERVED_START, node.line, node.column, Repair.QUOTE, node.style))
            return
        for number in range(node.line + 1, node.end_line + 1):
            line = self.lines[number]
            slip = colon_slip(line, number)
            if slip:
                own_line = not self.lines[node.line][: node.column].strip(" -")
                raise _SlipError((own_line and colon_slip(self.lines[node.line], node.line)) or slip)
            if line.lstrip().startswith("- "):
                raise _SlipError(Slip(BAD_INDENT, number, len(line) - len(line.lstrip()), Repair.DROP))

    def _place(self, event: Any) -> SourcePlace:
        return self.source.place(event.start_mark.line, event.start_mark.column)

    def _find(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) >= MAX_FINDINGS:
            raise _Stop

    def _stop(self, finding: Finding) -> None:
        self.findings.append(finding)
        raise _Stop


def duplicate(second: Scalar, first: Scalar) -> Finding:
    """The finding that a key stands twice, in one file or in two."""
    return DUPLICATE_KEY.at(second.place, related=[first.place], key=second.text.strip(), first=str(first.place))


def colon_finding(node: Node) -> Finding | None:
    """For words that stand where keys are expected: that they are a key whose colon YAML did not take for one."""
    if not isinstance(node, Scalar) or node.style:
        return None
    place = node.place
    slip = colon_slip(place.quote, node.line)
    return slip.code.at(node.source.place(slip.line, slip.column)) if slip else None
