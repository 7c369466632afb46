"""The program `jixiao`: its commands, its exit codes, and what happens when it cannot go on."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated

import typer

from jixiao import __version__
from jixiao.cli.options import Lang, Language, Status
from jixiao.cli.speech import SpeakingCommand, SpeakingGroup, language, usage_error
from jixiao.messages.commands import text

COMMANDS = {
    "report": "生成报告",
    "check": "检查数据，不生成报告",
    "bulk": "成批生成各单位的报告",
    "tree": "列出各单位的上下级关系和完成情况",
    "figures": "列出报告中的全部数字",
    "explain": "说明一个数字从哪里来",
    "outline": "列出报告的大纲，各部分来自哪个文件",
    "verify": "核对报告文件：有没有被改动，数据有没有变",
    "diff": "比较两份报告，或一个单位的两个年度，列出不同的数字",
    "preview": "只生成报告的一个部分，看样子",
    "formats": "列出报告格式",
    "schema": "写出数据文件的 JSON Schema，供编辑器提示",
    "new": "新建单位的年度数据文件",
    "template": "制作报告格式：新建、检查、列出能用的名称",
    "sample": "写出一批示例单位的数据，试用和测速用",
}
"""Name and help of each command or group of commands; the module and what is in it are called like the command."""


def application(wanted: Iterable[str] = tuple(COMMANDS)) -> typer.Typer:
    """The program with these commands; one that is not wanted costs no time."""
    app = typer.Typer(
        cls=SpeakingGroup,
        help="由 YAML 数据生成绩效自评报告：数字只填一次，自动计算、检查并排成 Word 文档。",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    for name in wanted:
        member = getattr(import_module(f"jixiao.cli.{name}"), name)
        if isinstance(member, typer.Typer):
            app.add_typer(member, name=name, help=COMMANDS[name])
        else:
            app.command(name, cls=SpeakingCommand, help=COMMANDS[name])(member)
    return app


def _show_version(asked: bool) -> None:
    if asked:
        print(f"jixiao {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="显示版本")] = False,
    lang: Lang = Language.ZH,
) -> None:
    """Options of the program itself."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 clean, 1 findings that block, 2 unusable input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _never_fail_to_print()
    status = run(given)
    gc.freeze()  # cycles need not be looked for at the end
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    lang = language(arguments)
    wanted = arguments[:1] if arguments and arguments[0] in COMMANDS else tuple(COMMANDS)
    command = typer.main.get_command(application(wanted))
    try:
        status = command.main(list(arguments), prog_name="jixiao", standalone_mode=False, obj={"lang": lang})
    except typer.Abort:
        return Status.UNUSABLE
    except typer.TyperException as error:
        print(usage_error(error, lang), file=sys.stderr)
        return Status.UNUSABLE
    except OSError as error:
        where = os.fsdecode(error.filename) if error.filename else ""
        print(text("os_error", lang, file=where, reason=error.strerror or str(error)), file=sys.stderr)
        return Status.UNUSABLE
    return status if isinstance(status, int) else Status.CLEAN


def _never_fail_to_print() -> None:
    """A character that the console's encoding lacks prints as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
