"""Change one thing about one tag of a shipped chapter or form: what is wrong then is found, at its place.

Each change is one that a person makes at a keyboard: a brace lost, two letters swapped, an end deleted, a tag moved.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.sample import sample_case
from jixiao.formats.format import Format
from jixiao.formats.load_format import format_names, format_years, load_format
from jixiao.formats.outline import Section
from jixiao.kernel.finding import Finding
from jixiao.kernel.place import SourcePlace
from jixiao.ledger.ledger import Ledger
from jixiao.load.outlines import OwnFiles
from jixiao.locate import templates_dir
from jixiao.render.lint.branches import lint
from jixiao.render.lint.fonts import form_findings
from jixiao.render.lint.formats import INCLUDED
from jixiao.render.sections import Sections
from jixiao.render.word.reading import Surroundings, read_form
from jixiao.render.word.tree import all_paragraphs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"

_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_STRING = re.compile(r'"[^"]*"|\'[^\']*\'')
_NAME = re.compile(r"[\u4e00-\u9fff]{2,}")
_WORD = re.compile(r"\{%(?:(?:tr|tc|p) )?\s*(\w+)")
_OF_PAIRS = ("F204", "F205", "F309")
_WIDE = str.maketrans("{}%", "｛｝％")
_MISTYPED = {"for": "fro", "if": "fi", "else": "esle", "endfor": "endif", "endif": "endfor", "set": "est"}


class Template(NamedTuple):
    """A chapter or a form as a section of a format prints it: its paragraphs, and how a place names each."""

    form: Format
    section: Section
    file: str
    paragraphs: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def is_word(self) -> bool:
        """Whether it is a form."""
        return self.file.endswith(".docx")


class Mutation(NamedTuple):
    """A change: which template, what was done, to which paragraph, and how all paragraphs read then."""

    template: Template
    kind: str
    at: int
    paragraphs: tuple[str, ...]


class Outcome(NamedTuple):
    """What a change gave: the findings in the file, and whether one of them points to the tag or to its counterpart."""

    mutation: Mutation
    findings: list[Finding]
    in_place: bool


def templates() -> Iterator[Template]:
    """Every chapter and form of the shipped formats, each once."""
    met: set[str] = set()
    for form in map(_format, format_names(templates_dir())):
        for section in form.outline:
            for file in _files(form, section):
                if form.shown(file) not in met:
                    met.add(form.shown(file))
                    yield _template(form, section, file)


def _files(form: Format, section: Section) -> Iterator[str]:
    if not section.file:
        return
    yield section.file
    if section.file.endswith(".md"):
        text = form.read(section.file).decode()
        yield from (match["file"] for match in INCLUDED.finditer(text))


def _template(form: Format, section: Section, file: str) -> Template:
    data = form.read(file)
    if not file.endswith(".docx"):
        lines = data.decode().split("\n")
        return Template(form, section, file, tuple(lines), tuple(str(number) for number in range(1, len(lines) + 1)))
    blocks = read_form(data, file, Surroundings({})).blocks
    places = tuple(str(each.place).removeprefix(f"{file} ") for each in all_paragraphs(blocks))
    paragraphs = tuple("".join(text.text or "" for text in each.iter(f"{W}t")) for each in _paragraphs(data)[1])
    if len(places) != len(paragraphs):
        raise ValueError(f"{file}: {len(places)} places for {len(paragraphs)} paragraphs")
    return Template(form, section, file, paragraphs, places)


def _paragraphs(data: bytes) -> tuple[ElementTree.Element, list[ElementTree.Element]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ElementTree.fromstring(package.read(DOCUMENT))  # noqa: S314 - our own form
    return root, list(root.iter(f"{W}p"))


def mutations(template: Template) -> Iterator[Mutation]:
    """Every change of every tag; of tags that read alike only the first is mistyped, and each name misspelt once."""
    met: set[str] = set()
    names: set[str] = set()
    for at, text in enumerate(template.paragraphs):
        for match in _TAG.finditer(text):
            tag = match.group()
            for kind, changed in (*_mistyped(tag), *_misspelt(tag, names)) if tag not in met else ():
                yield _changed(template, kind, {at: text[: match.start()] + changed + text[match.end() :]}, at)
            met.add(tag)
            if _word(tag) in ("for", "if", "endfor", "endif"):
                rest = text[: match.start()] + text[match.end() :]
                yield _changed(template, f"{'end' * tag.count('end')}tag deleted", {at: rest}, at)
                other = _beside(template, at)
                if other is not None:
                    moved = template.paragraphs[other] + tag
                    yield _changed(template, "tag moved", {at: rest, other: moved}, other)


def _changed(template: Template, kind: str, new: dict[int, str], at: int) -> Mutation:
    return Mutation(template, kind, at, tuple(new.get(each, old) for each, old in enumerate(template.paragraphs)))


def _mistyped(tag: str) -> Iterator[tuple[str, str]]:
    yield "brace deleted", tag[1:]
    yield "brace deleted", tag[:-1]
    yield "braces of full width", tag.translate(_WIDE)
    word = _word(tag)
    if word in _MISTYPED:
        yield "word mistyped", tag.replace(word, _MISTYPED[word], 1)
    if " in " in tag and word == "for":
        yield "word mistyped", tag.replace(" in ", " on ", 1)


def _misspelt(tag: str, met: set[str]) -> Iterator[tuple[str, str]]:
    """Names with letters swapped or put in, but those that were met; strings and brackets without their end."""
    bare = _STRING.sub(lambda string: " " * len(string.group()), tag)
    names = list(_NAME.finditer(bare))
    if _word(tag) in ("set", "for"):
        names = [name for name in names if name.start() > min(bare.find(sign) % 9999 for sign in ("=", " in "))]
    for name in (each for each in names if each.group() not in met):
        met.add(name.group())
        word, start, end = name.group(), name.start(), name.end()
        if word[0] != word[1]:
            yield "letters swapped", tag[:start] + word[1] + word[0] + word[2:] + tag[end:]
        yield "letter put in", tag[:end] + "错" + tag[end:]
    if string := _STRING.search(tag):
        yield "quotation mark deleted", tag[: string.end() - 1] + tag[string.end() :]
    if ")" in bare:
        at = bare.rindex(")")
        yield "bracket deleted", tag[:at] + tag[at + 1 :]


def _word(tag: str) -> str:
    match = _WORD.match(tag)
    return match[1] if match else ""


def _beside(template: Template, at: int) -> int | None:
    """The next paragraph of words or values, where a tag that stands alone has nothing to do."""
    follow = range(at + 1, len(template.paragraphs))
    return next((each for each in follow if _TAG.sub("", template.paragraphs[each]).strip(" |#")), None)


def run(mutation: Mutation) -> Outcome:
    """Check the changed template as a part of its format."""
    template = mutation.template
    own = OwnFiles("改", is_unit=False, files={template.file: _data(mutation)})
    form = replace(template.form, changed=(replace(template.section, own=own),))
    findings: list[Finding] = []
    nodes = tuple(Sections(form, findings).nodes())
    findings += lint(nodes, _view(template.form.name))
    if template.is_word and not findings:
        findings += form_findings(own.files[template.file], own.place_of(template.file), template.form.layout)
    shown = f"改/{template.file}"
    within = [each for each in findings if each.place and str(each.place).startswith(shown)]
    return Outcome(mutation, within, any(_points(each, mutation, shown) for each in within))


def _points(finding: Finding, mutation: Mutation, shown: str) -> bool:
    """Whether a finding is at the changed paragraph, or at a tag that has lost its counterpart."""
    template, place = mutation.template, str(finding.place).removeprefix(shown).lstrip(": ")
    if isinstance(finding.place, SourcePlace):
        place = str(finding.place.line)
    words = dict(zip(template.places, template.paragraphs, strict=True)).get(place, "")
    return place == template.places[mutation.at] or (finding.code in _OF_PAIRS and "{%" in words)


@cache
def _view(name: str) -> Ledger:
    case = sample_case(_format(name))
    return Ledger(case, Evaluation(case))


@cache
def _format(name: str) -> Format:
    """The newest edition of a shipped format."""
    form = load_format(templates_dir(), name, max(format_years(templates_dir(), name))).format
    if form is None:
        raise ValueError(name)
    return form


def _data(mutation: Mutation) -> bytes:
    """The bytes of the changed file."""
    template = mutation.template
    if not template.is_word:
        return "\n".join(mutation.paragraphs).encode()
    data = template.form.read(template.file)
    root, paragraphs = _paragraphs(data)
    for element, old, new in zip(paragraphs, template.paragraphs, mutation.paragraphs, strict=True):
        if old != new:
            _write(element, new)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(stream, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, ElementTree.tostring(root) if name == DOCUMENT else package.read(name))
    return stream.getvalue()


def _write(paragraph: ElementTree.Element, text: str) -> None:
    """Give a paragraph other words, in its first run."""
    places = list(paragraph.iter(f"{W}t")) or [
        ElementTree.SubElement(ElementTree.SubElement(paragraph, f"{W}r"), f"{W}t")
    ]
    for place in places:
        place.text = ""
    places[0].text = text
    places[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


class Run(NamedTuple):
    """How many changes were tried, how many were found at their place, and those that were not."""

    tried: int
    found: int
    problems: list[str]


def run_all() -> Run:
    """Try every change of every shipped template."""
    tried, missed = 0, []
    for mutation in (each for template in templates() for each in mutations(template)):
        tried += 1
        if not run(mutation).in_place:
            place = f"{mutation.template.file} {mutation.template.places[mutation.at]}"
            missed.append(f"{place}: {mutation.kind}: {mutation.paragraphs[mutation.at]}")
    return Run(tried, tried - len(missed), missed)
