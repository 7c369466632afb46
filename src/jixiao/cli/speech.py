"""The language of help pages and usage errors: typer speaks English, report writers read Chinese."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from jixiao.cli.options import LANG_VARIABLE, Language
from jixiao.messages.commands import HELP, TYPER_ERRORS, TYPER_HELP, text


def language(arguments: Sequence[str]) -> Language:
    """The language asked for on the command line, else in the environment, else Chinese."""
    asked = os.environ.get(LANG_VARIABLE, "")
    for argument, following in zip(arguments, (*arguments[1:], ""), strict=False):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            asked = value if equals else following
    return Language.EN if asked == Language.EN else Language.ZH


def usage_error(error: typer.TyperException, lang: Language) -> str:
    """What is wrong with a command line, and where help is to be found."""
    context = getattr(error, "ctx", None)
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    if said.startswith(("Usage:", "用法：")):  # a bare `jixiao` asks for the help page
        return said
    if lang is Language.ZH:
        said = in_chinese(said, TYPER_ERRORS)
    path = getattr(context, "command_path", "jixiao")
    return text("usage_error", lang, message=said, command=f"{path} --help")


def in_chinese(english: str, phrases: Iterable[tuple[str, str]]) -> str:
    """A text of typer's with every known phrase replaced."""
    for pattern, replacement in phrases:
        english = re.sub(pattern, replacement, english)
    return english


class SpeakingCommand(TyperCommand):
    """A command whose help page is in the language asked for."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _page(self, ctx, super().get_help)


class SpeakingGroup(TyperGroup):
    """The program itself; its help page lists the commands."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _page(self, ctx, super().get_help)


def _page(command: Any, ctx: Any, get_help: Any) -> str:
    if ctx.obj and ctx.obj.get("lang") is Language.EN:
        for part in (command, *command.params, *getattr(command, "commands", {}).values()):
            part.help = HELP.get(part.help, part.help)
        return str(get_help(ctx))
    return in_chinese(get_help(ctx), TYPER_HELP)
