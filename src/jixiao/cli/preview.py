"""`jixiao preview`: one section of a report alone, with the numbers that it has in the whole."""

from __future__ import annotations

import sys
from pathlib import Path
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

    from jixiao.pipeline import Drawn, Examination, Figured
    from jixiao.render.outline_printed import Printed

SectionName = Annotated[str, typer.Argument(metavar="SECTION", help="哪一部分：名称或序号（见 outline 命令）")]
ReportName = Annotated[
    str, typer.Option("--report", metavar="REPORT", show_default=False, help="哪份报告里的（报告.yaml 中的名称）")
]
Pdf = Annotated[bool, typer.Option("--pdf", help="再转成 PDF（需要 LibreOffice）")]

_SECONDS = 180


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
    found = told([*examination.known, *drawn.findings, *stored.findings])
    if found:
        show(found, lang, sys.stderr)
    if stored.path is None:
        return Status.UNUSABLE
    print(text("written", lang, path=stored.path))
    return _as_pdf(stored.path, lang) if pdf else Status.CLEAN


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


def _as_pdf(path: Path, lang: Language) -> int:
    """Let LibreOffice make a PDF of it, with settings of its own; the former one stays until that is done."""
    import shutil
    import subprocess
    import tempfile

    from jixiao.messages.commands import text
    from jixiao.package.store import store

    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print(text("no_office", lang, path=path), file=sys.stderr)
        return Status.UNUSABLE
    with tempfile.TemporaryDirectory() as folder:
        home = f"-env:UserInstallation={Path(folder, 'settings').as_uri()}"
        command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - no shell
            made = store(path.with_suffix(".pdf"), Path(folder, f"{path.stem}.pdf").read_bytes()).path
        except (OSError, subprocess.SubprocessError):
            made = None
    if made is None:
        print(text("no_pdf", lang, path=path), file=sys.stderr)
        return Status.UNUSABLE
    print(text("written", lang, path=made))
    return Status.CLEAN
