"""One XML part of a package, read under limits."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError, fromstring

from jixiao.package.reader import Fault, PackageError

_MAX_DEPTH = 200


def parse(package: Mapping[str, bytes], path: str) -> Element:
    """One XML part; a document type declaration is refused."""
    content = package.get(path)
    if content is None:
        raise PackageError(Fault.DAMAGED, path)
    if any("<!DOCTYPE".encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
        raise PackageError(Fault.DOCTYPE, path)
    try:
        root = fromstring(content)  # noqa: S314 - no document type, so no entities
    except ParseError as error:
        raise PackageError(Fault.MALFORMED, path) from error
    level = [root]
    for _ in range(_MAX_DEPTH):
        level = [child for each in level for child in each]
    if level:
        raise PackageError(Fault.DEPTH, path)
    return root
