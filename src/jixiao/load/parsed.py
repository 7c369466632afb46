"""What the YAML parser makes of a file: a line that it cannot read is reported, mended or left out, and it goes on."""

from __future__ import annotations

import yaml

from jixiao.kernel.finding import Finding
from jixiao.load.build import MAX_FINDINGS, Builder, SlipError
from jixiao.load.causes import find_slip
from jixiao.load.nodes import Node, Source
from jixiao.load.slips import SYNTAX, Repair, Slip, finding_of, repaired

REPAIR_BUDGET = 4_000_000
"""Characters that are parsed again after repairs before reading gives up; at least 20 slips of a file are shown."""


def parsed(source: Source, text: str) -> tuple[Node | None, list[Finding]]:
    """The content of a file, None where there is none, and what is wrong with it."""
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
