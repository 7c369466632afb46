"""`jixiao diff`: which figures differ between two reports, or between two years of a unit."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Json,
    Lang,
    Language,
    Only,
    Out,
    Status,
    Templates,
    templates_or_own,
    unit_names,
)

if TYPE_CHECKING:
    from jixiao.package.content import Part
    from jixiao.verify.difference import Row
    from jixiao.verify.origin import Written
    from jixiao.verify.verify import Opened

Old = Annotated[str, typer.Argument(metavar="OLD", help="原来的报告文件（.docx）；加 --unit 时写年度")]
New = Annotated[str, typer.Argument(metavar="NEW", help="后来的报告文件（.docx）；加 --unit 时写年度")]
OfUnit = Annotated[
    str,
    typer.Option(
        "--unit", metavar="UNIT", show_default=False, help="比较这个单位的两个年度", autocompletion=unit_names
    ),
]
COLUMNS = ("figure", "change", "old_head", "new_head", "difference_head", "growth_head")
WORDS = ("place", "old", "new")


def diff(
    old: Old,
    new: New,
    unit: OfUnit = "",
    only: Only = "",
    as_json: Json = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,  # noqa: ARG001 - every command takes it
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Compare what two documents say their figures are, or, where one does not say, their words; or two years."""
    if unit:
        before, after = (_of_year(unit, year, only, data, templates_or_own(templates), lang) for year in (old, new))
        return Status.UNUSABLE if before is None or after is None else _show(before, after, as_json, lang)
    one, other = (_opened(Path(file), lang) for file in (old, new))
    if one is None or other is None:
        return Status.UNUSABLE
    if one.written is None or other.written is None:
        return _show_words(one.parts, other.parts, as_json, lang)
    return _show(_of_document(one.written), _of_document(other.written), as_json, lang)


def _opened(file: Path, lang: Language) -> Opened | None:
    """The document in a file; why it cannot be read is told."""
    from jixiao.cli.show import show
    from jixiao.kernel.finding import Finding
    from jixiao.verify.verify import opened

    found = opened(file)
    if isinstance(found, Finding):
        show([found], lang, sys.stderr)
        return None
    return found


def _of_document(written: Written) -> dict[str, str]:
    """The figures of a document by their names in the report."""
    return {key.removeprefix(f"{written.report}/"): texts[0] for key, texts in written.figures.items()}


def _of_year(unit: str, year: str, only: str, data: Path, templates: Path, lang: Language) -> dict[str, str] | None:
    """The figures of a unit's reports of a year; what is wrong with the data is told."""
    from jixiao.cli.figures import warn
    from jixiao.ledger.listing import listing
    from jixiao.ledger.view import Display
    from jixiao.messages.commands import text
    from jixiao.pipeline import examine

    if not year.isdecimal():
        print(text("no_year", lang, year=year), file=sys.stderr)
        return None
    examination = examine(data, templates, unit, int(year), only)
    if warn(examination.all_findings, bool(examination.reports), lang):
        return None
    figures = [each for report in examination.reports for each in listing(report.exact, report.ledger)]
    return {each.id: each.printed[Display.TEXT] for each in figures}


def _show(old: Mapping[str, str], new: Mapping[str, str], as_json: bool, lang: Language) -> int:
    """The figures that differ, and how many there are."""
    from collections import Counter

    from jixiao.cli.check import print_json
    from jixiao.cli.table import show_table
    from jixiao.messages.commands import text
    from jixiao.verify.difference import Change, rows

    found = list(rows(old, new))
    if as_json:
        print_json([each.as_json() for each in found])
        return Status.CLEAN
    counts = Counter(each.change for each in found)
    if found:
        shown = [[each.figure, _mark(each, lang), each.old, each.new, each.difference, each.growth] for each in found]
        show_table(text("diff_title", lang), [text(column, lang) for column in COLUMNS], shown)
    same = len(old.keys() & new.keys()) - counts[Change.CHANGED]
    print(text("diff_count", lang, same=same, **{change: counts[change] for change in Change}))
    return Status.CLEAN


def _mark(row: Row, lang: Language) -> str:
    from jixiao.messages.commands import text

    return text(f"diff_{row.change}", lang)


def _show_words(old: Sequence[Part], new: Sequence[Part], as_json: bool, lang: Language) -> int:
    """Where the words of two documents differ."""
    from jixiao.cli.check import print_json
    from jixiao.cli.show import place_words
    from jixiao.cli.table import show_table
    from jixiao.messages.commands import text
    from jixiao.verify.compare import differences

    found = [(place_words(each.place, lang), _line(each.old), _line(each.new)) for each in differences(old, new)]
    if as_json:
        print_json([dict(zip(WORDS, row, strict=True)) for row in found])
        return Status.CLEAN
    print(text("diff_words", lang), file=sys.stderr)
    if found:
        heads = ("place", "old_head", "new_head")
        show_table(text("diff_title", lang), [text(head, lang) for head in heads], found)
    print(text("diff_words_count", lang, count=len(found)))
    return Status.CLEAN


def _line(words: str) -> str:
    return " ".join(words.split())
