"""YAML files to nodes: every value stays the text that was typed, and behind a broken line reading goes on."""

from __future__ import annotations

from jixiao.kernel.finding import Finding, should
from jixiao.kernel.place import SourcePlace
from jixiao.load.decode import MAX_BYTES, TOO_LARGE, clean
from jixiao.load.nodes import Node, Scalar, Source
from jixiao.load.plain import read_plain
from jixiao.load.slips import colon_slip, finding_of

EMPTY = should("Y107")


def read_yaml(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """The content of a YAML file and all that is wrong with it; None where there is none.

    A line that cannot be read is reported, mended or left out, and reading goes on behind it.
    """
    text, findings = clean(text, file)
    if len(text) > MAX_BYTES:
        size = f"{len(text) / 1_000_000:.1f}"
        return None, [TOO_LARGE.at(SourcePlace(file), size=size, limit=MAX_BYTES // 1_000_000)]
    source = Source(file, text.split("\n"))
    node: Node | None = read_plain(source)
    if node is None:
        from jixiao.load.parsed import parsed  # noqa: PLC0415 - most files need no parser, and its import takes long

        node, problems = parsed(source, text)
        findings += problems
    if node is None and not findings:
        findings.append(EMPTY.at(SourcePlace(file)))
    return node, findings


def colon_finding(node: Node) -> Finding | None:
    """For words that stand where keys are expected: that they are a key whose colon YAML did not take for one."""
    if not isinstance(node, Scalar) or node.style:
        return None
    slip = colon_slip(node.place.quote, node.line)
    return finding_of(slip, node.source) if slip else None
