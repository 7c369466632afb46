"""What was found in the templates below a path, and a file of which nobody says by which format it is to be judged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from jixiao.formats.format import Format
from jixiao.kernel.finding import Finding, once
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import Place, SourcePlace
from jixiao.load.outlines import OwnFiles, mentioned
from jixiao.model.unit import UnitYear
from jixiao.render.lint.formats import MARKDOWN, WORD, file_findings, files_of

TEMPLATES = (MARKDOWN, WORD)


@frozen
class Checked:
    """What was found below a path. named: the format by which a file was judged that none names, else "".

    documents: the forms there, by the names that places have for them.
    """

    findings: list[Finding]
    documents: dict[str, Path]
    named: str = ""


def shown_files(form: Format) -> set[str]:
    """The files that a format prints, by the names that places have for them."""
    return {files.shown(file) for files, file in files_of(form)}


def below(shown: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings in a file or folder, file by file in the order of their places; what has no place concerns all."""
    found = [each for each in once(findings) if f"{file_of(each.place) or shown}/".startswith(f"{shown}/")]
    files = list(dict.fromkeys(file_of(each.place) for each in found))
    return sorted(found, key=lambda each: (files.index(file_of(each.place)), _position(each.place)))


def file_of(place: Place | None) -> str:
    """The file in which a place is."""
    return "" if place is None else place.file if isinstance(place, SourcePlace) else place.part


def _position(place: Place | None) -> tuple[int, ...]:
    if place is None:
        return ()
    if isinstance(place, SourcePlace):
        return (place.line, place.column)
    return (place.table, place.row, place.cell, place.paragraph)


def documents_below(path: Path, shown: str) -> dict[str, Path]:
    """The forms in a file or folder."""
    if path.is_file():
        return {shown: path} if path.suffix == WORD else {}
    found = (each for each in sorted(path.rglob(f"*{WORD}")) if not each.name.startswith("~$"))
    return {f"{shown}/{each.relative_to(path).as_posix()}": each for each in found}


def _bytes(path: Path) -> bytes:
    """What a file holds that a chapter names; one that cannot be read is as none."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def fitting(forms: Iterable[Format], path: Path, shown: str, unit_year: UnitYear | None = None) -> Checked:
    """A file that no format prints, judged by the one in which least is found."""
    data = path.read_bytes()
    beside = mentioned([data], path.parent) if path.suffix == MARKDOWN else ()
    own = OwnFiles(
        PurePosixPath(shown).parent.as_posix(), is_unit=False, files={name: _bytes(each) for name, each in beside}
    )
    found = {form.name: file_findings(form, data, shown, own, unit_year) for form in forms}
    name = min(found, key=lambda each: len(found[each]), default="")
    return Checked(below(shown, found.get(name, [])), documents_below(path, shown), name)
