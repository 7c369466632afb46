"""`jixiao verify`: whether documents still say what their data say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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
    templates_or_own,
)

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="要核对的报告（.docx），放在哪里都可以")]


def verify(
    files: Files,
    as_json: Json = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,  # noqa: ARG001 - every command takes it
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Verify each file; the exit code is that of the worst."""
    from jixiao.cli.check import print_json
    from jixiao.cli.show import as_json as shown_as_json
    from jixiao.cli.show import show, status_of
    from jixiao.messages.commands import text
    from jixiao.verify.verify import verify as verified

    listed: list[dict[str, object]] = []
    worst = Status.CLEAN
    for file in files:
        found = verified(file, data, templates_or_own(templates))
        worst = max(worst, status_of(found.findings))
        if as_json:
            document = {"document": file.as_posix()}
            listed += [document | shown_as_json(each, found.unit, found.report) for each in found.findings]
            continue
        print(text("verifying", lang, file=file.as_posix(), what=found.title))
        show(found.findings, lang)
    if as_json:
        print_json(listed)
    return worst
