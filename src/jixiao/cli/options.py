"""The arguments and options that commands share. Their help is Chinese; `messages.commands.HELP` has it in English."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DATA_VARIABLE, OUT_VARIABLE, LANG_VARIABLE = "JIXIAO_DATA", "JIXIAO_OUT", "JIXIAO_LANG"
TEMPLATES_VARIABLE = "JIXIAO_TEMPLATES"
DEFAULT_DATA, DEFAULT_OUT = Path("data_examples"), Path("out")


class Language(StrEnum):
    """The languages of messages."""

    ZH = "zh"
    EN = "en"


class Status:
    """What a command tells the shell."""

    CLEAN = 0
    BLOCKED = 1
    UNUSABLE = 2


def unit_names(incomplete: str = "") -> list[str]:
    """The units of the usual data folder, for shell completion."""
    from jixiao.load.units import units_of

    data = Path(os.environ.get(DATA_VARIABLE) or DEFAULT_DATA)
    return [name for name in units_of(data) if name.startswith(incomplete)]


def format_folders(incomplete: str = "") -> list[str]:
    """The formats of the usual templates folder, for shell completion."""
    from jixiao.formats.load_format import format_names
    from jixiao.locate import templates_dir

    return [name for name in format_names(templates_dir()) if name.startswith(incomplete)]


Unit = Annotated[str, typer.Argument(metavar="UNIT", help="单位（数据目录下的文件夹名）", autocompletion=unit_names)]
Units = Annotated[
    list[str] | None,
    typer.Argument(metavar="UNIT", help="单位（数据目录下的文件夹名），不写则检查全部", autocompletion=unit_names),
]
Year = Annotated[int, typer.Option("--year", metavar="YEAR", help="财政年度，如 2022")]
Only = Annotated[
    str, typer.Option("--only", metavar="REPORT", show_default=False, help="只处理这一份报告（报告.yaml 中的名称）")
]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", envvar=DATA_VARIABLE, help="数据目录")]
Out = Annotated[Path, typer.Option("--out", metavar="DIR", envvar=OUT_VARIABLE, help="输出目录")]
Elsewhere = Annotated[Path | None, typer.Option("--data", "--out", hidden=True, help="这条命令用不到")]
"""Commands that need no data or output folder take the options all the same, so that scripts may pass them to all."""
Templates = Annotated[
    Path | None,
    typer.Option("--templates", metavar="DIR", envvar=TEMPLATES_VARIABLE, help="报告格式目录，不写则用程序自带的"),
]
Lang = Annotated[Language, typer.Option("--lang", envvar=LANG_VARIABLE, help="提示信息的语言")]
Json = Annotated[bool, typer.Option("--json", help="以 JSON 输出（英文键名，供其他程序读取）")]


def templates_or_own(templates: Path | None) -> Path:
    """The templates folder that was named, or the one that comes with the program, seen from here if it is below."""
    from jixiao.locate import from_here, templates_dir

    return templates or from_here(templates_dir())
