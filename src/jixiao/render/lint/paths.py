"""What a path stands for that is to be checked as a template: formats, a part of one, or a file that stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jixiao.formats.load_format import LoadedFormat, format_names, format_years, load_format
from jixiao.kernel.finding import Finding
from jixiao.locate import from_here
from jixiao.render.lint.formats import format_findings
from jixiao.render.lint.found import TEMPLATES, Checked, below, documents_below, fitting, shown_files


def checked(path: Path, templates: Path, data: Path) -> Checked | None:
    """What is wrong below a path; None where nothing is that can be checked.

    The path is a folder of formats, a format, an edition of one, a folder or a file of an edition or of `common`; or,
    below the data, what changes the outline of reports; or a chapter or a form that stands anywhere else, which is
    judged by the formats in the folder of templates.
    """
    path = path.resolve()
    root = _root_of(path)
    if root:
        return _checked_in(root, path)
    if path.is_relative_to(data.resolve()):
        from jixiao.render.lint.outlines import checked_in_data  # noqa: PLC0415 - formats need no data

        return checked_in_data(path, templates, data)
    if not path.is_file() or path.suffix not in TEMPLATES:
        return None
    newest = (load_format(templates, name, max(format_years(templates, name))) for name in format_names(templates))
    return fitting((each.format for each in newest if each.format), path, from_here(path).as_posix())


def _root_of(path: Path) -> Path | None:
    """The folder of formats that a path is in, or is itself."""
    return next((each for each in (path, *path.parents) if format_names(each)), None)


def _checked_in(root: Path, path: Path) -> Checked | None:
    shown = path.relative_to(root.parent).as_posix()
    editions = list(_editions(from_here(root), path.relative_to(root).parts))
    if path.is_file() and path.suffix not in (*TEMPLATES, ".yaml"):
        return None
    forms = [each.format for each in editions if each.format]
    if path.is_file() and path.suffix in TEMPLATES and not any(shown in shown_files(form) for form in forms):
        return fitting(forms, path, shown)
    findings = [each for edition in editions for each in _findings(edition)]
    return Checked(below(shown, findings), documents_below(path, shown))


def _editions(root: Path, parts: tuple[str, ...]) -> Iterator[LoadedFormat]:
    """The editions that a path below the folder of formats belongs to: of what is shared, all."""
    name, year = (*parts, "", "")[:2]
    is_one = bool(format_years(root, name))
    for each in [name] if is_one else format_names(root):
        for first in format_years(root, each):
            if not is_one or year in ("", str(first)):
                yield load_format(root, each, first)


def _findings(read: LoadedFormat) -> list[Finding]:
    return [*read.findings, *(format_findings(read.format) if read.format else ())]
