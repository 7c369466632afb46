"""`jixiao report`: write the reports a unit owes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Lang,
    Language,
    Only,
    Out,
    Status,
    Templates,
    Unit,
    Year,
    templates_or_own,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jixiao.kernel.finding import Finding

Draft = Annotated[bool, typer.Option("--draft", help="出草稿：不论有什么问题都生成，并在文中标出")]
Linked = Annotated[
    bool, typer.Option("--linked", help="联动数字：在 Word 中改一处，同一数字的各处一起改（草稿不联动）")
]
Pages = Annotated[bool, typer.Option("--pages", help="填上目录的页码（有 LibreOffice 时）")]
Pdf = Annotated[bool, typer.Option("--pdf", help="再转成 PDF，目录填上页码（需要 LibreOffice）")]


def report(
    unit: Unit,
    year: Year,
    only: Only = "",
    draft: Draft = False,
    linked: Linked = False,
    pages: Pages = False,
    pdf: Pdf = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Write the reports; findings go to standard error, the files' names to standard output."""
    from jixiao.messages.commands import text
    from jixiao.pipeline import examine, write_reports

    examination = examine(data, templates_or_own(templates), unit, year, only)
    written = write_reports(examination, out, describer(lang) if draft else None, linked=linked)
    documents = [each.stored.path for each in written if each.stored.path]
    pdfs, more = _laid_out(documents, lang, pdf=pdf) if pages or pdf else ([], [])
    found = [*examination.loaded.findings, *examination.findings, *(one for each in written for one in each.findings)]
    status = _show([*found, *more], lang)
    for each in written:
        if each.stored.path:
            print(text("written", lang, path=each.stored.path))
        else:
            print(text("not_written", lang, report=each.name), file=sys.stderr)
    for path in pdfs:
        print(text("written", lang, path=path))
    if pdf and len(pdfs) < len(documents):
        return Status.UNUSABLE
    drafted = draft and written and all(each.in_place for each in written)
    return Status.CLEAN if drafted else status


def _laid_out(documents: list[Path], lang: Language, *, pdf: bool) -> tuple[list[Path], list[Finding]]:
    """The PDF files, and what was found while the pages were laid out."""
    from jixiao.cli.on_paper import on_paper

    return on_paper(documents, lang, pdf=pdf)


def describer(lang: Language) -> Callable[[Finding], str]:
    """How a draft tells a finding: where, what, and how to mend it."""
    from jixiao.cli.show import place_words
    from jixiao.messages.catalogue import remedy, sentence

    def describe(finding: Finding) -> str:
        where = f"{place_words(finding.place, lang)} " if finding.place else ""
        return f"{where}【{finding.code}】{sentence(finding, lang)}{remedy(finding, lang)}"

    return describe


def _show(findings: list[Finding], lang: Language) -> int:
    """Print each finding once; a report without any is written without loading their words."""
    if not findings:
        return Status.CLEAN
    from jixiao.checks.told import told
    from jixiao.cli.show import show

    return show(told(findings), lang, sys.stderr)
