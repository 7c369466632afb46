"""What the tests of reading share: nodes as plain values, and findings as short lines that prove their words fit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from jixiao.kernel.finding import Finding
from jixiao.kernel.place import SourcePlace
from jixiao.load.bind import bind
from jixiao.load.nodes import Mapping, Node, Scalar, Sequence
from jixiao.load.yaml_reader import read_yaml
from jixiao.messages import binding, load

FILE = "资金.yaml"
MESSAGES = load.MESSAGES | binding.MESSAGES

Record = TypeVar("Record")


def plain(node: Node | None) -> object:
    """A node as dicts, lists and strings."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def read(text: str) -> tuple[object, list[str]]:
    """What a YAML text says, and its findings."""
    node, findings = read_yaml(text, FILE)
    return plain(node), said(findings)


def bound(text: str, record_type: type[Record]) -> tuple[Record, list[Finding]]:
    """The record a YAML text describes."""
    node, findings = read_yaml(text, FILE)
    assert isinstance(node, Mapping)
    assert findings == []
    return bind(node, record_type)


def said(findings: Iterable[Finding]) -> list[str]:
    """Each finding as `code line:column`; its fields must fill every gap of its words, in both languages."""
    return [_said(finding) for finding in findings]


def _said(finding: Finding) -> str:
    fields = dict(finding.fields)
    for words in MESSAGES[finding.code]:
        assert not set(words.title) & set("{}")
        assert all(part.format(**fields) for part in words)
    assert isinstance(finding.place, SourcePlace)
    where = f"{finding.place.line}:{finding.place.column}" if finding.place.line else finding.place.file
    return f"{finding.code} {where}"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Files below a folder, by path; the folder of the unit."""
    for name, content in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder / "data" / "甲局"
