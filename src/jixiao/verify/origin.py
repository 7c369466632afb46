"""What a document says of its origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from jixiao.package.xml import parse
from jixiao.render.namespaces import ORIGIN
from jixiao.render.parts import DISPLAYS

_J = f"{{{ORIGIN}}}"
_FOLDER, _STORE = "customXml/", ".xml"


class Written(NamedTuple):
    """The origin as it was written: figures are the strings that each id printed as, in text, tables and forms.

    said: what else it printed as. rules, data: digests of the format and of the data.
    kind: "" for a whole report, else as `render.parts` calls it.
    """

    unit: str
    year: int
    report: str
    format: str
    version: str
    rules: str
    data: str
    program: str
    kind: str
    figures: dict[str, Sequence[str]]
    said: dict[str, set[str]]


def origin_of(package: Mapping[str, bytes]) -> Written | None:
    """The origin of a document, found by what it holds: other programs rename it and forget what refers to it."""
    namespace = ORIGIN.encode()
    for path in sorted(package):
        if path.startswith(_FOLDER) and path.endswith(_STORE) and namespace in package[path]:
            root = parse(package, path)
            if root.tag == f"{_J}origin":
                return _written(root)
    return None


def _written(root: Element) -> Written:
    def said(name: str) -> str:
        return root.findtext(f"{_J}{name}") or ""

    year = said("year")
    return Written(
        said("unit"),
        int(year) if year.isdecimal() else 0,
        said("report"),
        said("format"),
        said("version"),
        said("rules"),
        said("data"),
        said("program"),
        said("kind"),
        {each.get("id", ""): _strings(each) for each in root.iterfind(f"{_J}figures/{_J}f")},
        _said(root),
    )


def _said(root: Element) -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    for each in root.iterfind(f"{_J}said/{_J}f"):
        said.setdefault(each.get("id", ""), set()).add(each.text or "")
    return said


def _strings(element: Element) -> Sequence[str]:
    text = element.text or ""
    return (text, *(element.get(name, text) for name in DISPLAYS))
