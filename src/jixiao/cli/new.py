"""`jixiao new`: the files of a unit's year, ready to be filled in."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Lang,
    Language,
    Out,
    Status,
    Templates,
    Unit,
    Year,
    format_folders,
    templates_or_own,
)

FormatName = Annotated[
    str, typer.Option("--format", metavar="FORMAT", autocompletion=format_folders, help="报告格式（见 formats 命令）")
]
From = Annotated[
    int | None, typer.Option("--from", metavar="YEAR", help="从哪一年带入名称、指标和分值，金额和完成值留空")
]

SCHEMA = Path("docs/schema")


def new(
    unit: Unit,
    year: Year,
    form: FormatName,
    former: From = None,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,  # noqa: ARG001 - every command takes it
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Write the files; those that are there already stay as they are, and nothing is written."""
    from jixiao.cli.show import show
    from jixiao.formats.load_format import load_format
    from jixiao.formats.skeleton import skeleton_files
    from jixiao.load.folder import load_unit
    from jixiao.load.units import may_name, whole_name
    from jixiao.messages.commands import text

    unit = whole_name(data, unit)
    if not may_name(unit):
        print(text("bad_unit_name", lang, name=unit), file=sys.stderr)
        return Status.UNUSABLE
    read = load_format(templates_or_own(templates), form, year)
    before = None if former is None else load_unit(data, unit, former)
    if read.format is None or (before and not before.files):
        show(dict.fromkeys([*read.findings, *(before.findings if before else ())]), lang, sys.stderr)
        return Status.UNUSABLE
    folder = data / unit / str(year)
    made = skeleton_files(read.format, before.unit_year if before else None, _schema(folder))
    files = {folder / name: content for name, content in made.items()}
    standing = [path for path in files if path.exists()]
    if standing:
        print(text("files_exist", lang, files="\n  ".join(map(str, standing))), file=sys.stderr)
        return Status.UNUSABLE
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        print(text("written", lang, path=path))
    return Status.CLEAN


def _schema(folder: Path) -> str:
    """Where the schemas stand, seen from the data; nothing outside a checkout."""
    return Path(os.path.relpath(SCHEMA, folder)).as_posix() if SCHEMA.is_dir() else ""
