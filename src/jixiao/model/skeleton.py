"""Data files to be filled in: every key with a comment, and what last year's data say again."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, cast

from jixiao.model.fields import Field, Kind, Row, fields_of
from jixiao.model.values import Entry, Literal, Narrative, Text

COMMENT_COLUMN = 28
NAME = "名称"
"""The field that a row begins with."""

_PLAIN = re.compile(r"[^\W_][^#:{}\[\],&*!|>'\"%@`\\]*|[（《“【][^#:{}\[\],'\"\\]*")
_READ_OTHERWISE = re.compile(r"true|false|yes|no|on|off|null|~", re.IGNORECASE)


class Former(NamedTuple):
    """The year whose data are carried over."""

    year: int

    @property
    def mark(self) -> str:
        """What stands beside carried words that must be read again; the checks find it as residue."""
        return f"【沿用{self.year}年，待核实】"


def record_lines(
    rows: Iterable[Row], before: Any, former: Former | None, indent: str = "", asked: Container[str] = ()
) -> Iterator[str]:
    """The fields of a record, one after the other, with the values that are carried over from `before`.

    asked: names of fields that are written although they are on demand.
    """
    for row in rows:
        value = getattr(before, row.attribute) if before is not None else None
        if value or not row.field.on_demand or row.field.name in asked:
            yield from _field_lines(row.field, value, former, indent, asked)


def _field_lines(field: Field, value: Any, former: Former | None, indent: str, asked: Container[str]) -> Iterator[str]:
    match field.kind:
        case Kind.RECORD:
            yield _commented(f"{indent}{field.name}:", field.meaning)
            yield from record_lines(fields_of(cast("type[Any]", field.item)), value, former, f"{indent}  ", asked)
        case Kind.LIST:
            yield _commented(f"{indent}{field.name}:", field.meaning)
            yield from _item_lines(field, value or (), former, f"{indent}  ", asked)
        case Kind.NAMED:
            yield _commented(f"{indent}{field.name}:", field.meaning)
            yield from _named_lines(field, value or {}, former, f"{indent}  ")
        case _:
            yield _commented(f"{indent}{field.name}: {carried(field, value, former)}".rstrip(), _hint(field))


def _item_lines(
    field: Field, items: Iterable[Any], former: Former | None, indent: str, asked: Container[str]
) -> Iterator[str]:
    """One empty item, or those of last year where rows of the list have anything to carry."""
    rows = sorted(fields_of(cast("type[Any]", field.item)), key=lambda row: row.field.name != NAME)
    kept = list(items) if any(row.field.carried for row in rows) else []
    for number, item in enumerate(kept or [None]):
        lines = list(record_lines(rows, item, former, f"{indent}  ", asked))
        if number:  # the comments of the first item serve for all
            lines = [line.partition("  #")[0].rstrip() for line in lines]
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _named_lines(field: Field, values: Mapping[str, Any], former: Former | None, indent: str) -> Iterator[str]:
    if field.each is not Kind.ENTRY or former is None:
        return
    for name, entry in values.items():
        yield _commented(f"{indent}{scalar(name)}:", f"{former.year}年：{entry.typed}")


def carried(field: Field, value: Any, former: Former | None) -> str:
    """What the new file says: words and formulas that hold from year to year, nothing in place of figures."""
    if value is None:
        return ""
    if isinstance(value, Entry) and value.formula:
        return scalar(value.typed)
    if not field.carried:
        return ""
    words = str(value)
    if former and isinstance(value, Text) and str(former.year) in words:
        words += former.mark
    return scalar(words)


def scalar(words: str) -> str:
    """Words as a YAML scalar: bare where YAML reads them as they are, else in quotes."""
    bare = words.removeprefix("=") if len(words) > 1 else words
    plain = _PLAIN.fullmatch(bare) and not _READ_OTHERWISE.fullmatch(words)
    return words if plain and words.isprintable() and words == words.strip() else json.dumps(words, ensure_ascii=False)


def markdown(names: Iterable[str], before: Mapping[str, Narrative], former: Former | None) -> str:
    """A Markdown file of narratives: empty ones, or last year's with a mark that the checks find."""
    sections = []
    for name in dict.fromkeys([*names, *before]):
        paragraphs = [_source(paragraph) for paragraph in before[name].paragraphs] if name in before else []
        if paragraphs and former:
            paragraphs[0] = former.mark + paragraphs[0]
        sections.append("\n\n".join([f"# {name}", *paragraphs]) + "\n")
    return "\n".join(sections)


def _source(paragraph: Iterable[Any]) -> str:
    return "".join(part.text if isinstance(part, Literal) else f"{{{{ {part.expression} }}}}" for part in paragraph)


def _hint(field: Field) -> str:
    return f"{field.meaning}（必填）" if field.required else field.meaning


def _commented(line: str, comment: str) -> str:
    columns = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
    return f"{line}{' ' * max(COMMENT_COLUMN - columns, 2)}# {comment}"
