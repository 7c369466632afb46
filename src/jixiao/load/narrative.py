"""Narratives: paragraphs of words and {{ tags }}, from YAML values and from Markdown files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import SourcePlace
from jixiao.load.decode import clean
from jixiao.load.nodes import Mapping, Scalar, Source, SourceLine, normalized, separator
from jixiao.load.refused import duplicate
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
MISTYPED_BRACES = must("Y158")

_place = partial(tuple.__new__, SourcePlace)  # twice as fast: there is one for every piece
_STRAY = {"}}": STRAY_CLOSE, "{%": STATEMENT, "{#": STATEMENT, "%}": STATEMENT}


def scan(text: str, place: SourcePlace) -> tuple[Narrative, list[Finding]]:
    """The narrative in a text whose first character stands at place; its lines are lines of the file."""
    lines = []
    for offset, line in enumerate(text.split("\n")):
        at = place._replace(line=place.line + offset, column=1, quote=line) if offset else place
        lines.append(SourceLine(line.lstrip(" \t"), _moved(at, len(line) - len(line.lstrip(" \t")))))
    return scan_lines(lines)


def scan_lines(lines: Iterable[SourceLine]) -> tuple[Narrative, list[Finding]]:
    """The narrative on these lines: a paragraph ends at a blank line, or where the next opens with a wide blank."""
    findings: list[Finding] = []
    paragraphs: list[list[list[Literal | Tag]]] = []  # of lines of pieces
    fresh = True
    for line in lines:
        text = line.text.strip()
        if not text:
            fresh = True
            continue
        if fresh or line.text[0] == "\u3000":
            paragraphs.append([])
        fresh = False
        place = line.place if line.text[0] == text[0] else _moved(line.place, line.text.index(text[0]))
        if "{" in text or "}" in text or "｛" in text:
            pieces = _quick_pieces(text, place) or list(_pieces(text, place, findings))
        else:
            pieces = [Literal(text, place)]
        paragraphs[-1].append(pieces)
    whole = tuple(paragraph for paragraph in map(_one_paragraph, paragraphs) if paragraph)
    return Narrative(whole, whole[0][0].place if whole else SourcePlace("")), findings


def _one_paragraph(lines: list[list[Literal | Tag]]) -> tuple[Literal | Tag, ...]:
    """The pieces of all lines; words on both sides of a line break become one literal."""
    if len(lines) == 1:
        return tuple(lines[0])
    pieces: list[Literal | Tag] = []
    words: list[str] = []
    for line in lines:
        last = pieces[-1] if pieces else None
        for number, piece in enumerate(line):
            if isinstance(piece, Literal) and isinstance(last, Literal) and number == 0:
                words += (separator(words[-1], piece.text), piece.text)
                continue
            _close(pieces, words)
            pieces.append(piece)
            words = [piece.text] if isinstance(piece, Literal) else []
    _close(pieces, words)
    return tuple(pieces)


def _close(pieces: list[Literal | Tag], words: list[str]) -> None:
    """Give the last literal all its words."""
    if len(words) > 1:
        pieces[-1] = Literal("".join(words), pieces[-1].place)


def _quick_pieces(text: str, place: SourcePlace) -> list[Literal | Tag]:
    """Words and tags of a line on which every tag is closed and nothing else looks like one; nothing of others."""
    if "%}" in text or "{%" in text or "{#" in text or "｛" in text:
        return []
    file, line, column, quote = place
    first, *rest = text.split("{{")
    if "}}" in first:
        return []
    pieces: list[Literal | Tag] = [Literal(first, place)] if first else []
    column += len(first) + 2
    for part in rest:
        inner, _, words = part.partition("}}")
        expression = inner.strip()
        if not expression or "}}" in words or len(inner) == len(part):
            return []
        blanks = len(inner) - len(inner.lstrip())
        pieces.append(Tag(expression, _place((file, line, column + blanks, quote))))
        if words:
            pieces.append(Literal(words, _place((file, line, column + len(inner) + 2, quote))))
        column += len(part) + 2
    return pieces


def _pieces(text: str, place: SourcePlace, findings: list[Finding]) -> Iterator[Literal | Tag]:
    """Words and tags of one line, up to a tag that is not closed."""
    at = 0
    while at < len(text):
        start = text.find("{{", at)
        words = text[at:start] if start >= 0 else text[at:]
        if words:
            findings += _stray_signs(words, _moved(place, at))
            yield Literal(words, _moved(place, at))
        if start < 0:
            return
        opening = text.find("{{", start + 2)
        stop = text.find("}}", start + 2, opening if opening >= 0 else len(text))
        if stop < 0:
            findings.append(OPEN_TAG.at(_moved(place, start)))
            return
        inner = text[start + 2 : stop]
        blanks = len(inner) - len(inner.lstrip())
        if inner.strip():
            yield Tag(inner.strip(), _moved(place, start + 2 + blanks))
        else:
            findings.append(EMPTY_TAG.at(_moved(place, start)))
        at = stop + 2


def _stray_signs(words: str, place: SourcePlace) -> list[Finding]:
    """What was meant as a tag, and signs of the template language that have no business between tags."""
    findings: list[Finding] = []
    if "{" in words or "｛" in words:
        from jixiao.load.braces import slips  # noqa: PLC0415 - few narratives hold a brace

        for slip in slips(words):
            if slip.right and not slip.is_plain and slip.written[:2] not in ("{%", "{#"):
                at = _moved(place, slip.start)
                findings.append(MISTYPED_BRACES.at(at, written=slip.written, right=slip.right))
                words = words.replace(slip.written, " " * len(slip.written), 1)
    signs = {sign: offset for sign in _STRAY if (offset := words.find(sign)) >= 0}
    if "{%" in signs:
        signs.pop("%}", None)
    return findings + [_STRAY[sign].at(_moved(place, offset), sign=sign) for sign, offset in signs.items()]


def _moved(place: SourcePlace, by: int) -> SourcePlace:
    return _place((place.file, place.line, place.column + by, place.quote)) if by else place


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
    for number, after in pairwise([*tops, len(source.lines)]):
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
