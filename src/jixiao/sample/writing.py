"""Data files as a careful clerk types them: plain YAML, a key a line, and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, cast

Node: TypeAlias = Any
"""A mapping (dict), a list of rows (list), values in one line (tuple), or words (str)."""

Path: TypeAlias = tuple[str | int, ...]
"""The way to a node: keys of mappings, numbers of rows."""

_QUOTED_STARTS = frozenset("#,[]{}&*!|>'\"%@`?-:")


def written(name: str, content: Node | bytes) -> bytes:
    """The bytes of a file of this name."""
    if isinstance(content, bytes):
        return content
    return (markdown(content) if name.endswith(".md") else yaml(content)).encode()


def yaml(tree: Mapping[str, Node]) -> str:
    """The text of a file."""
    return "\n".join(_lines(tree, "")) + "\n"


def markdown(texts: Mapping[str, Iterable[str]]) -> str:
    """A file of narratives: a heading and its paragraphs, one after the other."""
    return "\n\n".join(part for name, words in texts.items() for part in (f"# {name}", *words)) + "\n"


def line_of(tree: Mapping[str, Node], path: Path) -> int:
    """The line of a file, from 1, on which a node begins."""
    line, node = 1, cast("Node", tree)
    for number, step in enumerate(path, 1):
        if isinstance(node, dict):
            is_below = number < len(path) and not isinstance(node[step], tuple)
            line += sum(map(_height, _before(node, step))) + is_below
        elif isinstance(node, list):
            line += sum(map(_row_height, node[: int(step)]))
        node = node[step]
    return line


def markdown_line(texts: Mapping[str, Iterable[str]], path: Path) -> int:
    """The line of a file of narratives on which a paragraph stands."""
    line = 1
    for name, words in texts.items():
        if name == path[0]:
            return line + 2 + 2 * int(path[1])
        line += 2 + 2 * sum(1 for _ in words)
    return line


def money(hundredths: int) -> str:
    """An amount in 万元 with two decimals; it is held in hundredths of 万元."""
    sign, size = "-" if hundredths < 0 else "", abs(hundredths)
    return f"{sign}{size // 100}.{size % 100:02}"


def rate(part: int, whole: int) -> str:
    """A rate in percent with two decimals, rounded half up."""
    return money((part * 20000 + whole) // (2 * whole)) + "%"


def _lines(tree: Mapping[str, Node], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, str):
            yield from _words(key, value, indent)
        elif isinstance(value, tuple):
            yield f"{indent}{key}: [{', '.join(value)}]"
        elif isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{key}:" if value else f"{indent}{key}: []"
            for row in value:
                yield from _row(row, f"{indent}  ")


def _words(key: str, words: str, indent: str) -> Iterator[str]:
    """Words behind their key; several paragraphs as a block."""
    if "\n" not in words:
        yield f"{indent}{key}: {_scalar(words)}" if words else f"{indent}{key}:"
        return
    yield f"{indent}{key}: |"
    yield from (f"{indent}  {line}" if line else "" for line in words.split("\n"))


def _row(row: Node, indent: str) -> Iterator[str]:
    if isinstance(row, str):
        yield f"{indent}- {_scalar(row)}"
        return
    lines = _lines(row, f"{indent}  ")
    yield f"{indent}- {next(lines).lstrip(' ')}"
    yield from lines


def _scalar(words: str) -> str:
    """Words as YAML reads them: in quotes only where they must be."""
    quoted = words[0] in _QUOTED_STARTS or ": " in words or " #" in words
    return json.dumps(words, ensure_ascii=False) if quoted and not _is_number(words) else words


def _is_number(words: str) -> bool:
    return words[0] == "-" and words[1:2].isdecimal()


def _before(node: Mapping[str, Node], key: object) -> Iterator[Node]:
    for each, value in node.items():
        if each == key:
            return
        yield value


def _height(node: Node) -> int:
    """The lines of a value with its key."""
    if isinstance(node, dict):
        return 1 + sum(map(_height, node.values()))
    if isinstance(node, list):
        return 1 + sum(map(_row_height, node))
    return 2 + node.count("\n") if isinstance(node, str) and "\n" in node else 1


def _row_height(row: Node) -> int:
    return 1 if isinstance(row, str) else sum(map(_height, row.values()))
