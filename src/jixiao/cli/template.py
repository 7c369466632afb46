"""`jixiao template`: commands for people who make report formats."""

from __future__ import annotations

import typer

from jixiao.cli.options import Lang, Language
from jixiao.cli.speech import SpeakingCommand, SpeakingGroup
from jixiao.cli.template_check import check
from jixiao.cli.template_fields import fields
from jixiao.cli.template_new import new


def _options(lang: Lang = Language.ZH) -> None:
    """Options of the group itself, for its help page."""


template = typer.Typer(cls=SpeakingGroup, no_args_is_help=True, rich_markup_mode=None)
template.callback()(_options)
template.command("new", cls=SpeakingCommand, help="新建一种报告格式")(new)
template.command("fields", cls=SpeakingCommand, help="列出模板里能用的名称")(fields)
template.command("check", cls=SpeakingCommand, help="检查模板的写法，不需要数据")(check)
