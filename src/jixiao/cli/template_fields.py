"""`jixiao template fields`: every name that a template of a format may use."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Json,
    Lang,
    Language,
    Out,
    Status,
    Templates,
    format_folders,
    templates_or_own,
)

if TYPE_CHECKING:
    from jixiao.compute.names import Group, Name
    from jixiao.formats.format import Format
    from jixiao.ledger.examples import Example
    from jixiao.ledger.ledger import Ledger
    from jixiao.pipeline import Figured

FormatName = Annotated[
    str, typer.Argument(metavar="FORMAT", autocompletion=format_folders, help="报告格式（见 formats 命令）")
]
Edition = Annotated[int | None, typer.Option("--year", metavar="YEAR", help="用于哪一年的格式，不写则用最新的")]
Words = Annotated[
    list[str] | None, typer.Argument(metavar="NAME", help="只列出名称、表头或分组里有这些字的，不写则列出全部")
]

COLUMNS = ("tag", "label", "meaning_head", "unit", "kind", "stage", "example")
_MOST = 24
"""Characters of an example in a table."""


def fields(
    form: FormatName,
    words: Words = None,
    year: Edition = None,
    as_json: Json = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,  # noqa: ARG001 - every command takes it
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """List the names with what they mean and what they print as in the first report that uses the format."""
    from jixiao.cli.check import print_json
    from jixiao.cli.show import show
    from jixiao.compute.names import names_of
    from jixiao.formats.load_format import format_years, load_format
    from jixiao.ledger.examples import example

    root = templates_or_own(templates)
    read = load_format(root, form, year or max(format_years(root, form), default=0))
    if read.format is None:
        show(read.findings, lang, sys.stderr)
        return Status.UNUSABLE
    used = _first_report(data, root, read.format)
    groups = names_of(read.format, used.ledger.printed_figures if used else None)
    chosen = [(group, names) for group in groups if (names := _chosen(group, words or []))]
    if not chosen:
        return _unknown(words or [], groups, lang)
    ledger = used.ledger if used else _empty(read.format)
    shown = [(group, [(name, example(name, ledger)) for name in names]) for group, names in chosen]
    if as_json:
        print_json([_as_json(group, *each) for group, names in shown for each in names])
    else:
        _show(read.format, used, shown, lang)
    return Status.CLEAN


def _first_report(data: Path, root: Path, form: Format) -> Figured | None:
    """The first report in this edition of the format among the units' data, their latest years first."""
    from jixiao.formats.load_format import load_format
    from jixiao.load.folder import load_unit
    from jixiao.load.units import units_of
    from jixiao.pipeline import examine

    for unit in units_of(data):
        years = sorted((int(each.name) for each in (data / unit).iterdir() if each.name.isdecimal()), reverse=True)
        for year in years:
            loaded = load_unit(data, unit, year).unit_year
            named = [str(each.name) for each in loaded.reports if str(each.format) == form.name]
            edition = load_format(root, form.name, year).format if named else None
            same = edition is not None and edition.folder == form.folder
            found = examine(data, root, unit, year, named[0]).reports if same else []
            if found:
                return found[0]
    return None


def _empty(form: Format) -> Ledger:
    """Figures of nobody, for the rules by which the format prints."""
    from jixiao.compute.evaluation import Evaluation
    from jixiao.compute.sample import sample_case
    from jixiao.ledger.ledger import Ledger

    case = sample_case(form)
    return Ledger(case, Evaluation(case))


def _chosen(group: Group, words: Sequence[str]) -> list[Name]:
    """The names of a group in which one of the words is found; all where none is asked for."""
    asked = (group.title, *(way[-1] for way in group.ways))
    if not words or any(word in each for word in words for each in asked):
        return group.names
    return [name for name in group.names if any(word in name.path or word in name.label for word in words)]


def _unknown(words: Sequence[str], groups: Sequence[Group], lang: Language) -> int:
    from jixiao.kernel.similar import nearest
    from jixiao.messages.commands import text

    known = dict.fromkeys(name.path.rpartition(".")[2] for group in groups for name in group.names)
    near = [near for word in words for near in nearest(word, known)] or [group.title for group in groups]
    print(text("unknown_name", lang, name="、".join(words), near="、".join(near)), file=sys.stderr)
    return Status.UNUSABLE


def _as_json(group: Group, name: Name, shown: Example) -> dict[str, Any]:
    return {
        "group": group.title,
        "loops": group.loops,
        "name": name.path,
        "tag": name.tag,
        "label": name.label,
        "meaning": name.meaning,
        "unit": name.unit,
        "kind": _kind(name),
        "stage": name.stage,
        "formula": str(name.rule.formula or "") if name.rule else "",
        "rule": name.source,
        "example": shown.words,
        "example_is_real": shown.is_real,
    }


def _kind(name: Name) -> str:
    return "derived" if name.is_derived else str(name.kind or "given")


def _show(
    form: Format, used: Figured | None, chosen: Sequence[tuple[Group, Sequence[tuple[Name, Example]]]], lang: Language
) -> None:
    """A table for each group."""
    from jixiao.cli.table import show_table
    from jixiao.messages.commands import text

    source = text("no_examples", lang)
    if used:
        source = text("examples_from", lang, unit=used.case.unit_year.folder, year=used.case.year)
    print(text("names", lang, format=form.name, year=form.year, source=source))
    heads = [text(column, lang) for column in COLUMNS]
    for group, names in chosen:
        title = "\n".join([f"【{group.title}】{group.meaning}", *group.loops])
        rows = [
            [name.tag, name.label, name.meaning, name.unit, text(f"kind_{_kind(name)}", lang), name.stage, _cell(shown)]
            for name, shown in names
        ]
        filled = [column for column in zip(heads, *rows, strict=True) if any(column[1:])]
        shown_heads, *shown_rows = zip(*filled, strict=True)
        print()
        show_table(title, shown_heads, shown_rows)


def _cell(shown: Example) -> str:
    words = shown.words if len(shown.words) <= _MOST else f"{shown.words[:_MOST]}…"
    return words if shown.is_real or not words else f"（{words}）"
