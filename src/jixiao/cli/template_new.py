"""`jixiao template new`: a format of one's own, begun from one that is there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.options import Elsewhere, Lang, Language, Status, Templates, format_folders

LATEST = 9999
"""The last year that four digits write."""

NewName = Annotated[str, typer.Argument(metavar="NAME", help="新格式的名称，也是文件夹名")]
Source = Annotated[
    str,
    typer.Option("--from", metavar="FORMAT", autocompletion=format_folders, help="从哪个格式复制（见 formats 命令）"),
]
FirstYear = Annotated[
    int | None, typer.Option("--year", metavar="YEAR", max=LATEST, help="新格式从哪一年起适用，不写则同所复制的格式")
]


def new(
    name: NewName,
    source: Source,
    year: FirstYear = None,
    elsewhere: Elsewhere = None,  # noqa: ARG001 - no data is read
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Copy the source's own files under the new name; nothing that is there already is touched."""
    from jixiao.cli.show import show
    from jixiao.formats.copy_format import copy_format, is_format_name
    from jixiao.formats.load_format import format_years, load_format
    from jixiao.locate import templates_dir, workshop
    from jixiao.messages.commands import text

    root = templates or workshop()
    shipped = root if root.is_dir() else templates_dir()
    if not is_format_name(name):
        return _refuse(text("bad_format_name", lang, name=name))
    if not (shipped / "common").is_dir():
        return _refuse(text("no_common", lang, folder=shipped))
    read = load_format(shipped, source, max(format_years(shipped, source), default=0) if year is None else year)
    if read.format is None:
        show(read.findings, lang, sys.stderr)
        return Status.UNUSABLE
    first = read.format.year if year is None else year
    folder = root / name / str(first)
    if folder.exists():
        return _refuse(text("files_exist", lang, files=folder))
    copy_format(read.format, name, first, root)
    _tell(folder, f"{source}/{read.format.year}", [each.text for each in read.format.rules.extends], lang)
    if root.resolve() != templates_dir().resolve():
        print(text("use_templates", lang, folder=root))
    return Status.CLEAN


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return Status.UNUSABLE


def _tell(folder: Path, source: str, shared: list[str], lang: Language) -> None:
    """What was made, and what comes next."""
    from jixiao.formats.copy_format import files_of
    from jixiao.messages.commands import text

    number = len(list(files_of(folder)))
    name, year = folder.parent.name, folder.name
    print(text("new_format", lang, folder=folder.as_posix(), source=source, number=number))
    print(text("new_format_shares", lang, shared="、".join(shared)))
    print(text("new_format_next", lang, name=name, year=year))
