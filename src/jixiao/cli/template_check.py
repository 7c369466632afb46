"""`jixiao template check`: what is wrong with templates, before there are data."""

from __future__ import annotations

import sys
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
    Out,
    Status,
    Templates,
    templates_or_own,
)

if TYPE_CHECKING:
    from jixiao.kernel.finding import Finding
    from jixiao.render.lint.found import Checked

TemplatePath = Annotated[
    Path, typer.Argument(metavar="PATH", help="格式的文件夹、正文（.md）、表单（.docx）、格式.yaml，或整个格式目录")
]
Annotate = Annotated[bool, typer.Option("--annotate", help="另存一份带批注的表单（.docx）到输出目录，批注写明每处问题")]

ANNOTATED = "（批注）"
"""What the name of an annotated copy ends with, so that it is never that of the original."""


def check(
    path: TemplatePath,
    as_json: Json = False,
    annotate: Annotate = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Check formats, or one file of a format or of a unit."""
    from jixiao.cli.check import print_json
    from jixiao.cli.show import as_json as shown_as_json
    from jixiao.cli.show import show, status_of
    from jixiao.messages.commands import text
    from jixiao.render.lint.paths import checked

    found = checked(path, templates_or_own(templates), data) if path.exists() else None
    if found is None:
        print(text("no_template" if path.exists() else "no_path", lang, path=path), file=sys.stderr)
        return Status.UNUSABLE
    if as_json:
        print_json([shown_as_json(each, "", found.named) for each in found.findings])
    else:
        if found.named:
            print(text("judged_by", lang, path=path, format=found.named))
        show(found.findings, lang)
    problems = _annotate(found, out, lang) if annotate else []
    if problems:
        show(problems, lang, sys.stderr)
    return status_of([*found.findings, *problems])


def _annotate(found: Checked, out: Path, lang: Language) -> list[Finding]:
    """Write a copy of each form in which something was found, with comments at the places."""
    from jixiao.kernel.place import DocumentPlace
    from jixiao.messages.commands import text
    from jixiao.package.reader import PackageError
    from jixiao.package.store import store
    from jixiao.render.word.comments import Comment, commented

    placed = [(each.place, each) for each in found.findings if isinstance(each.place, DocumentPlace)]
    problems: list[Finding] = []
    for shown, path in found.documents.items():
        comments = [Comment(place, _said(each, lang)) for place, each in placed if place.part == shown]
        if not comments:
            continue
        try:
            data = commented(path.read_bytes(), comments)
        except (PackageError, KeyError, ValueError):
            print(text("not_annotated", lang, path=shown), file=sys.stderr)
            continue
        below = Path(path.name if Path(shown).is_absolute() else shown)
        stored = store(out / below.with_stem(f"{below.stem}{ANNOTATED}"), data)
        problems += stored.findings
        if stored.path:
            print(text("annotated", lang, path=stored.path, number=len(comments)), file=sys.stderr)
    if len(placed) < len(found.findings):
        print(text("word_only", lang), file=sys.stderr)
    return problems


def _said(finding: Finding, lang: Language) -> list[str]:
    """The paragraphs of a comment."""
    from jixiao.messages.catalogue import remedy, sentence, words
    from jixiao.messages.commands import text

    head = f"{text(finding.strength, lang)} {finding.code} {words(finding.code, lang).title}"
    mend = remedy(finding, lang)
    return [head, sentence(finding, lang), *([text("remedy", lang, remedy=mend)] if mend else [])]
