"""`jixiao preview`: one section of a report alone, with the numbers that it has in the whole."""

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
    Out,
    Status,
    Templates,
    Unit,
    Year,
    templates_or_own,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jixiao.kernel.finding import Finding
    from jixiao.pipeline import Drawn, Examination, Figured
    from jixiao.render.outline_printed import Printed

SectionName = Annotated[str, typer.Argument(metavar="SECTION", help="哪一部分：名称或序号（见 outline 命令）")]
ReportName = Annotated[
    str, typer.Option("--report", metavar="REPORT", show_default=False, help="哪份报告里的（报告.yaml 中的名称）")
]
Pdf = Annotated[bool, typer.Option("--pdf", help="再转成 PDF（需要 LibreOffice）")]


def preview(
    unit: Unit,
    section: SectionName,
    year: Year,
    report: ReportName = "",
    pdf: Pdf = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Write the section; whatever is wrong is told, and marked where something must be mended."""
    from jixiao.checks.told import told
    from jixiao.cli.show import show
    from jixiao.messages.commands import text
    from jixiao.package.naming import file_name
    from jixiao.package.store import store
    from jixiao.pipeline import examine

    examination = examine(data, templates_or_own(templates), unit, year, report)
    if not examination.reports:
        return show(examination.all_findings, lang, sys.stderr) or Status.UNUSABLE
    chosen = _chosen(examination, section, lang)
    if chosen is None:
        return Status.UNUSABLE
    figured, parts = chosen
    drawn = _drawn(examination, figured, parts, lang)
    stem = file_name(parts[0].title + text("preview_mark", Language.ZH))
    folder = out / str(year) / examination.loaded.unit_year.folder
    stored = store(folder / f"{stem}.docx", drawn.data)
    pdfs, more = _as_pdf(stored.path, lang) if pdf and stored.path else ([], [])
    found = told([*examination.known, *drawn.findings, *stored.findings, *more])
    if found:
        show(found, lang, sys.stderr)
    if stored.path is None:
        return Status.UNUSABLE
    for path in (stored.path, *pdfs):
        print(text("written", lang, path=path))
    return Status.UNUSABLE if pdf and not pdfs else Status.CLEAN


def _chosen(examination: Examination, section: str, lang: Language) -> tuple[Figured, list[Printed]] | None:
    """The report and the parts of it that are meant; a message where that is not clear."""
    from jixiao.cli.outline import parts_of
    from jixiao.formats.section_names import called
    from jixiao.kernel.similar import nearest
    from jixiao.messages.commands import text

    listed = [(each, [part for part in parts_of(each) if part.spans]) for each in examination.reports]
    found = [(each, meant) for each, parts in listed if (meant := called(section, parts))]
    if not found:
        known = [name for _, parts in listed for part in parts for name in part.names]
        near = "、".join(nearest(section, known, limit=5)) or "-"
        print(text("unknown_section", lang, name=section, near=near), file=sys.stderr)
    elif len(found) > 1:
        reports = "、".join(each.case.report_name for each, _ in found)
        print(text("several_reports", lang, name=section, reports=reports), file=sys.stderr)
    elif len({(part.section.kind, part.file) for part in found[0][1]}) > 1:
        names = "、".join(part.title for part in found[0][1])
        print(text("several_sections", lang, name=section, names=names), file=sys.stderr)
    else:
        return found[0]
    return None


def _drawn(examination: Examination, figured: Figured, parts: Sequence[Printed], lang: Language) -> Drawn:
    """The parts; marked as in a draft where something must be mended."""
    from jixiao.cli.report import describer
    from jixiao.kernel.finding import blocking
    from jixiao.pipeline import draw

    spans = [span for part in parts for span in part.spans]
    drawn = draw(examination.loaded, figured, examination.known, None, spans)
    if not blocking([*examination.known, *drawn.findings]):
        return drawn
    return draw(examination.loaded, figured, examination.known, describer(lang), spans)


def _as_pdf(document: Path, lang: Language) -> tuple[list[Path], list[Finding]]:
    """The PDF beside it, and what was found; its pages are not numbered as in the whole report."""
    from jixiao.cli.on_paper import on_paper

    return on_paper([document], lang, pdf=True, numbers=False)
