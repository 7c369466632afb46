"""One template through both engines, and what both make of it in a form that can be compared."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from xml.etree.ElementTree import Element, canonicalize, fromstring, tostring

from docxtpl import DocxTemplate

from jixiao.kernel.finding import Finding
from jixiao.package.reader import read
from jixiao.render.whole.template import compile_template

TYPES = "[Content_Types].xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Context = Mapping[str, object]
Parts = dict[str, bytes]
Rule = Callable[[Element], None]
"""Takes a known difference away from an element."""


class Rendered(NamedTuple):
    """What our engine gave."""

    data: bytes
    findings: list[Finding]

    @property
    def parts(self) -> Parts:
        """The files of the document."""
        return read(self.data)

    @property
    def codes(self) -> list[str]:
        """The codes of what was found."""
        return [finding.code for finding in self.findings]


def ours(template: bytes, context: Context) -> Rendered:
    """The template rendered by jixiao."""
    compiled, findings = compile_template(template, "模板.docx")
    data, found = compiled.render(context)
    return Rendered(data, list(dict.fromkeys(findings + found)))


def theirs(template: bytes, context: Context) -> Parts:
    """The files of the template rendered by docxtpl."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(context), autoescape=True)
    stream = io.BytesIO()
    document.save(stream)
    return read(stream.getvalue())


def differences(left: Parts, right: Parts, *rules: Rule) -> list[str]:
    """The names of the parts whose canonical XML, or bytes, are not the same in both even by these rules."""
    names = sorted({*left, *right} - {TYPES})
    return [
        *([TYPES] if _types(left) != _types(right) else []),
        *(name for name in names if canonical(name, left.get(name), rules) != canonical(name, right.get(name), rules)),
    ]


def _types(parts: Parts) -> dict[str, str]:
    """The type of each part."""
    listed = list(fromstring(parts[TYPES]))
    endings = {each.get("Extension", "").lower(): each.get("ContentType", "") for each in listed}
    named = {each.get("PartName", "")[1:]: each.get("ContentType", "") for each in listed}
    return {
        name: named.get(name) or endings.get(name.rpartition(".")[2].lower(), "") for name in parts if name != TYPES
    }


@lru_cache(maxsize=256)
def canonical(name: str, content: bytes | None, rules: tuple[Rule, ...] = ()) -> object:
    """The canonical XML of a part, without what is no difference on paper, nor by these rules."""
    if content is None or not name.endswith((".xml", ".rels")):
        return content
    root = fromstring(content)
    for take_away in (*rules, _cleaned):
        for element in list(root.iter()):
            take_away(element)
    if name.endswith(".rels"):
        return sorted(canonicalize(tostring(child)) for child in root)
    if name == "docProps/core.xml":
        return sorted(canonicalize(tostring(child)) for child in root if child.text)
    return canonicalize(tostring(root))


def own_format(element: Element) -> None:
    """Formats of runs do not count."""
    if element.tag == f"{W}r" and (properties := element.find(f"{W}rPr")) is not None:
        element.remove(properties)


def hidden(element: Element) -> None:
    """What stands in cells that continue the one above does not count; Word does not show it."""
    if element.tag == f"{W}tc" and element.find(f"{W}tcPr/{W}vMerge") is not None:
        merge = element.find(f"{W}tcPr/{W}vMerge")
        if merge is not None and merge.get(f"{W}val") != "restart":
            element[:] = element[:1]


def grid(element: Element) -> None:
    """How many columns a table declares does not count."""
    if element.tag == f"{W}tblGrid":
        element[:] = []


def escaped_twice(element: Element) -> None:
    """Entities that stand on paper count as what they are."""
    if element.text:
        element.text = unescape(element.text)


def _cleaned(element: Element) -> None:
    """Take away what is no difference on paper: white space, marks of the spell checker, the order of properties."""
    if len(element) and not (element.text or "").strip():
        element.text = None
    if not (element.tail or "").strip():
        element.tail = None
    for child in list(element):
        if child.tag == f"{W}proofErr":
            element.remove(child)
    if element.tag in (f"{W}tcPr", f"{W}rPr"):
        element[:] = sorted(element, key=lambda child: child.tag)
    if element.tag == f"{W}vMerge" and element.get(f"{W}val") == "continue":
        del element.attrib[f"{W}val"]
    if any(child.tag == f"{W}r" for child in element):
        element[:] = list(_merged(element))


def _merged(paragraph: Element) -> Iterator[Element]:
    """The children of a paragraph with runs of one format made one."""
    last: Element | None = None
    for child in paragraph:
        if child.tag != f"{W}r":
            yield child
            last = None
            continue
        for name in [name for name in child.attrib if "rsid" in name]:
            del child.attrib[name]
        properties = child.find(f"{W}rPr")
        if properties is not None and not len(properties):
            child.remove(properties)
        _join_texts(child)
        if not [each for each in child if each.tag != f"{W}rPr"]:
            continue
        if last is not None and _format(last) == _format(child):
            last.extend(each for each in child if each.tag != f"{W}rPr")
            _join_texts(last)
        else:
            last = child
            yield child


def _format(run: Element) -> str:
    properties = run.find(f"{W}rPr")
    return "" if properties is None else canonicalize(tostring(properties))


def _join_texts(run: Element) -> None:
    kept: list[Element] = []
    for child in run:
        if child.tag != f"{W}t":
            kept.append(child)
            continue
        text = child.text or ""
        if child.get(SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        if not text:
            continue
        if kept and kept[-1].tag == f"{W}t":
            kept[-1].text = (kept[-1].text or "") + text
        else:
            child.text = text
            child.set(SPACE, "preserve")
            kept.append(child)
    run[:] = kept
