"""Relationships: what the parts of a package refer to, inside it and outside."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from jixiao.package.xml import parse

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FOLDER = "_rels/"


class Relation(NamedTuple):
    """kind: the last word of its type (image, hyperlink …); target: a member's name, or, outside, as it is written."""

    kind: str
    target: str
    is_outside: bool


def relations_of(package: Mapping[str, bytes], part: str) -> dict[str, Relation]:
    """The relationships of a part ("" for the package) by their ids; raises PackageError."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, f"{_FOLDER}{name}.rels")
    if path not in package:
        return {}
    found = parse(package, path).iter(_RELATION)
    return {each.get("Id", ""): _relation(folder, each.attrib) for each in found}


def all_relations(package: Mapping[str, bytes]) -> Iterator[tuple[str, str, Relation]]:
    """Every relationship of a package with its part and its id; raises PackageError."""
    for path in sorted(package):
        folder, name = posixpath.split(path)
        if f"{folder}/".endswith(_FOLDER) and name.endswith(".rels"):
            part = posixpath.join(folder[: -len(_FOLDER)], name.removesuffix(".rels"))
            for key, relation in relations_of(package, part).items():
                yield part, key, relation


def main_part(package: Mapping[str, bytes]) -> str:
    """The part that holds the document; raises PackageError."""
    found = [each.target for each in relations_of(package, "").values() if each.kind == "officeDocument"]
    return next((name for name in found if name in package), "word/document.xml")


def _relation(folder: str, written: Mapping[str, str]) -> Relation:
    kind, target = written.get("Type", "").rpartition("/")[2], written.get("Target", "")
    inside = unquote(target)
    if written.get("TargetMode") == "External" or ":" in inside or "\\" in inside or inside.startswith("//"):
        return Relation(kind, target, is_outside=True)
    return Relation(kind, posixpath.normpath(posixpath.join("/", folder, inside)).lstrip("/"), is_outside=False)
