"""`jixiao verify`: whether documents still say what their data say."""

from __future__ import annotations

import sys
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

Repair = Annotated[
    bool,
    typer.Option(
        "--repair", help="修复联动数字（LibreOffice 等保存后会断开），另存为“名称（已修复）.docx”或 --out 所写的文件"
    ),
]
REPAIRED = "（已修复）"
Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="要核对的报告（.docx），放在哪里都可以")]


def verify(
    files: Files,
    as_json: Json = False,
    repair: Repair = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,
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
    for given in files:
        file = _repaired(given, out, lang) if repair else given
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


def _repaired(file: Path, out: Path, lang: Language) -> Path:
    """The file that holds the mended links: a new one, or the same where there is nothing to mend."""
    from jixiao.cli.show import place_words, show
    from jixiao.messages.commands import text
    from jixiao.package.reader import PackageError
    from jixiao.verify.repair import repair_file

    target = out if out.suffix == file.suffix else file.with_stem(f"{file.stem}{REPAIRED}")
    try:
        mended = repair_file(file, target)
    except PackageError:
        return file  # verifying it tells why
    show(mended.stored.findings, lang, sys.stderr)
    if mended.stored.path is None:
        print(text("nothing_repaired", lang, file=file.as_posix()), file=sys.stderr)
        return file
    print(text("repaired", lang, file=mended.stored.path.as_posix(), number=mended.links), file=sys.stderr)
    for each in mended.unlinked:
        print(text("unlinked", lang, place=place_words(each.place, lang), words=each.text), file=sys.stderr)
    return mended.stored.path
