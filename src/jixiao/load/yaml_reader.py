"""YAML files to nodes: every value stays the text that was typed, and behind a broken line reading goes on."""

from __future__ import annotations

import yaml

from jixiao.kernel.finding import Finding, should
from jixiao.kernel.place import SourcePlace
from jixiao.load.build import MAX_FINDINGS, Builder, SlipError
from jixiao.load.causes import find_slip
from jixiao.load.decode import MAX_BYTES, TOO_LARGE, clean
from jixiao.load.nodes import Node, Scalar, Source
from jixiao.load.slips import SYNTAX, Repair, Slip, colon_slip, repaired

EMPTY = should("Y107")

REPAIR_BUDGET = 4_000_000
"""Characters that are parsed again after repairs before reading gives up; at least 20 slips of a file are shown."""


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


def _read(source: Source, text: str) -> tuple[Node | None, list[Finding]]:
    slips: dict[int, Finding] = {}
    lines = list(source.lines)
    dropped: set[int] = set()
    for _ in range(max(20, min(MAX_FINDINGS, REPAIR_BUDGET // (len(text) + 1)))):
        builder = Builder(source, lines)
        try:
            builder.run(text)
        except (SlipError, yaml.YAMLError) as error:
            slip = _slip_of(error, lines)
        else:
            return builder.root, [*slips.values(), *builder.findings]
        if slip.line in dropped:
            break
        if slip.line in slips:
            slip = slip._replace(repair=Repair.DROP)
        else:
            slips[slip.line] = finding_of(slip, source)
        if slip.repair is Repair.DROP:
            dropped.add(slip.line)
        lines[slip.line] = repaired(lines, slip)
        text = "\n".join(lines)
    return None, list(slips.values())


def _slip_of(error: Exception, lines: list[str]) -> Slip:
    if isinstance(error, SlipError):
        return error.slip
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return find_slip(lines, error)
    return Slip(SYNTAX, 0, 0, Repair.DROP)


def finding_of(slip: Slip, source: Source) -> Finding:
    """The finding of a slip in a file."""
    place = source.place(slip.line, slip.column)
    return slip.code.at(place, sign=slip.sign) if slip.sign else slip.code.at(place)


def colon_finding(node: Node) -> Finding | None:
    """For words that stand where keys are expected: that they are a key whose colon YAML did not take for one."""
    if not isinstance(node, Scalar) or node.style:
        return None
    slip = colon_slip(node.place.quote, node.line)
    return finding_of(slip, node.source) if slip else None
