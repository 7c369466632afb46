"""Narratives: paragraphs of words and {{ tags }}, from YAML values and from Markdown files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import SourcePlace
from jixiao.load.build import duplicate
from jixiao.load.decode import clean
from jixiao.load.nodes import Mapping, Scalar, Source, SourceLine, normalized, separator
from jixiao.load.yaml_reader import EMPTY
from jixiao.model.values import Literal, Narrative, Tag

OPEN_TAG = must("Y150")
STRAY_CLOSE = must("Y151")
EMPTY_TAG = must("Y152")
STATEMENT = must("Y153")
TEXT_BEFORE_HEADING = must("Y154")
EMPTY_NARRATIVE = should("Y155")
DEEP_HEADING = must("Y156")
TIGHT_HEADING = must("Y157")

_SIGNS = ("{{", "}}", "{%", "%}", "{#")


def scan(text: str, place: SourcePlace) -> tuple[Narrative, list[Finding]]:
    """The narrative in a text whose first character stands at place; its lines are lines of the file."""
    lines = []
    for offset, line in enumerate(text.split("\n")):
        at = replace(place, line=place.line + offset, column=1, quote=line) if offset else place
        lines.append(SourceLine(line.lstrip(" \t"), _moved(at, len(line) - len(line.lstrip(" \t")))))
    return scan_lines(lines)


def scan_lines(lines: Iterable[SourceLine]) -> tuple[Narrative, list[Finding]]:
    """The narrative on these lines: a paragraph ends at a blank line, or where the next opens with a wide blank."""
    findings: list[Finding] = []
    paragraphs: list[list[Literal | Tag]] = []
    first: SourcePlace | None = None
    fresh = True
    for line in lines:
        text = line.text.strip()
        if not text:
            fresh = True
            continue
        if fresh or line.text.startswith("\u3000"):
            paragraphs.append([])
        fresh = False
        place = _moved(line.place, len(line.text) - len(line.text.lstrip()))
        first = first or place
        _append(paragraphs[-1], _pieces(text, place, findings))
    whole = tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)
    return Narrative(whole, first or SourcePlace("")), findings


def _append(paragraph: list[Literal | Tag], pieces: list[Literal | Tag]) -> None:
    """Put the pieces of one more line to a paragraph; words on both sides of a line break become one literal."""
    last = paragraph[-1] if paragraph else None
    if isinstance(last, Literal) and pieces and isinstance(pieces[0], Literal):
        text = last.text + separator(last.text, pieces[0].text) + pieces[0].text
        paragraph[-1] = Literal(text, last.place)
        pieces = pieces[1:]
    paragraph += pieces


def _pieces(text: str, place: SourcePlace, findings: list[Finding]) -> list[Literal | Tag]:
    """Words and tags of one line."""
    if "{" not in text and "}" not in text:
        return [Literal(text, place)]
    pieces: list[Literal | Tag] = []
    at = 0
    while at < len(text):
        start = text.find("{{", at)
        if start < 0:
            start = len(text)
        if start > at:
            words = text[at:start]
            findings += _stray_signs(words, _moved(place, at))
            pieces.append(Literal(words, _moved(place, at)))
        if start == len(text):
            break
        tag_place = _moved(place, start)
        stop = text.find("}}", start + 2)
        nested = text.find("{{", start + 2)
        if stop < 0 or 0 <= nested < stop:
            findings.append(OPEN_TAG.at(tag_place))
            at = start + 2
            continue
        expression = text[start + 2 : stop].strip()
        if expression:
            inner = start + 2 + text[start + 2 :].index(expression)
            pieces.append(Tag(expression, _moved(place, inner)))
        else:
            findings.append(EMPTY_TAG.at(tag_place))
        at = stop + 2
    return pieces


def _stray_signs(words: str, place: SourcePlace) -> list[Finding]:
    """Signs of the template language that have no business between tags."""
    findings = []
    for sign in _SIGNS[1:]:
        at = words.find(sign)
        if at >= 0:
            code = STRAY_CLOSE if sign == "}}" else STATEMENT
            findings.append(code.at(_moved(place, at), sign=sign))
    return findings


def _moved(place: SourcePlace, by: int) -> SourcePlace:
    return SourcePlace(place.file, place.line, place.column + by, place.quote) if by else place


def read_markdown(text: str, file: str) -> tuple[Mapping, list[Finding]]:
    """The sections of a Markdown file as a mapping: each `# 名称` is a key, the lines below it are its value."""
    text, findings = clean(text, file)
    source = Source(file, text.split("\n"))
    sections = Mapping([], SourcePlace(file, 1, 1, source.lines[0]))
    if not text.strip():
        return sections, [*findings, EMPTY.at(SourcePlace(file))]
    seen: dict[str, Scalar] = {}
    heads = [number for number, line in enumerate(source.lines) if line.startswith(("#", "＃"))]
    tops = [number for number in heads if _depth(source.lines[number]) == 1]
    findings += [DEEP_HEADING.at(source.place(number, 0)) for number in heads if _depth(source.lines[number]) > 1]
    findings += _before(source, tops[0] if tops else len(source.lines))
    for number, after in zip(tops, [*tops[1:], len(source.lines)], strict=True):
        key, problems = _heading(source, number)
        findings += problems
        if not key.text:
            continue
        value = _section(source, number + 1, after)
        if value.blank:
            findings.append(EMPTY_NARRATIVE.at(key.place, name=key.text))
        first = seen.setdefault(normalized(key.text), key)
        if first is not key:
            findings.append(duplicate(key, first))
        else:
            sections.entries.append((key, value))
    return sections, findings


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip("#＃"))


def _heading(source: Source, number: int) -> tuple[Scalar, list[Finding]]:
    line = source.lines[number]
    name = line.lstrip("#＃").rstrip("# \t").strip()
    key = Scalar(name, source, number, line.find(name) if name else 0, "", number, len(line))
    sound = line.startswith("# ") and name
    return key, [] if sound else [TIGHT_HEADING.at(source.place(number, 0))]


def _section(source: Source, start: int, stop: int) -> Scalar:
    """The lines of a section as the block that it would be in YAML."""
    text = "\n".join(source.lines[start:stop])
    return Scalar(text, source, start - 1, 0, "|", stop, 0)


def _before(source: Source, stop: int) -> list[Finding]:
    number = next((each for each in range(stop) if source.lines[each].strip()), None)
    return [] if number is None else [TEXT_BEFORE_HEADING.at(source.place(number, 0))]
