"""What only a layout engine can give to a written document: the page numbers of its contents, and a PDF beside it.

Both come of one run of LibreOffice over a copy of the document. They depend on its version and on the fonts of the
machine, so they are outside of the promise that the same input gives the same bytes; `render.page_numbers` takes the
numbers out again.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

from jixiao.kernel.finding import Code, Finding, must, should
from jixiao.kernel.place import SourcePlace
from jixiao.office.conversion import Bounds, Failure, Fault, to_pdf
from jixiao.office.fonts import installed_fonts, stand_ins
from jixiao.office.pdf import destinations
from jixiao.office.program import find_office, office_version
from jixiao.package.reader import PackageError
from jixiao.package.store import store
from jixiao.render.page_numbers import asks_for_pages, fonts_of, to_lay_out, with_page_numbers

NO_OFFICE = must("O111")
HUNG, CRASHED, REFUSED = must("O112"), must("O113"), must("O114")
NO_NUMBERS = should("O115")
FONTS = should("O116")
CHANGED = must("O117")

_FAULTS = {Fault.HUNG: HUNG, Fault.CRASHED: CRASHED, Fault.REFUSED: REFUSED}


class Outcome(NamedTuple):
    """What came of a document: its PDF (None where there is none) and what was found on the way."""

    document: Path
    pdf: Path | None
    findings: list[Finding]


def lay_out(
    documents: Iterable[Path], *, pdf: bool = True, numbers: bool = True, bounds: Bounds | None = None
) -> Generator[Outcome, None, None]:
    """Fill in the page numbers of each document, and write a PDF beside it, in the order in which they are done.

    There may be thousands: they are read as they are needed. Without a PDF, documents that ask for no page are passed
    over. A former PDF stays until the new one is whole.
    """
    program, bounds = find_office(), bounds or Bounds()
    if program is None:
        yield from (_failed(path, NO_OFFICE, "", bounds) for path in documents if pdf)
        return
    installed = installed_fonts()
    begun: dict[Path, _Begun] = {}
    lost: list[Path] = []

    def copies() -> Iterator[tuple[Path, bytes]]:
        for path in documents:
            try:
                document = path.read_bytes()
                if pdf or asks_for_pages(document):
                    begun[path] = _Begun(document, stand_ins(fonts_of(document), installed))
                    yield path, to_lay_out(document, begun[path].missing)
            except (OSError, BadZipFile, PackageError):
                lost.append(path)

    for path, made in to_pdf(program, copies(), bounds):
        document, missing = begun.pop(path)
        if isinstance(made, Failure) and pdf:
            yield _failed(path, _FAULTS[made.fault], made.said, bounds)
        elif isinstance(made, Failure):
            yield _failed(path, NO_NUMBERS, made.said or made.fault, bounds)
        elif _has_changed(path, document):
            lost.append(path)
        else:
            findings = [*_hints(missing), *(_number(path, document, made, program) if numbers else ())]
            target, more = store(path.with_suffix(".pdf"), made) if pdf else (None, [])
            yield Outcome(path, target, [*findings, *more])
    yield from (_failed(path, CHANGED, "", bounds) for path in lost)


class _Begun(NamedTuple):
    """A document that is being laid out, and the fonts that it lacks with what stands for them."""

    document: bytes
    missing: dict[str, str]


def _has_changed(path: Path, document: bytes) -> bool:
    """Whether another run was here, so that these are not its pages."""
    try:
        return path.read_bytes() != document
    except OSError:
        return True


def _number(path: Path, document: bytes, pdf: bytes, program: Path) -> list[Finding]:
    """Write the numbers into the document."""
    if not asks_for_pages(document):
        return []
    found = destinations(pdf)
    if not found:  # before 7.4 LibreOffice takes no options of this kind
        return [NO_NUMBERS.at(SourcePlace(path.as_posix()), said=office_version(program))]
    return store(path, with_page_numbers(document, found)).findings


def _hints(missing: dict[str, str]) -> list[Finding]:
    """Why the pages look otherwise than where the fonts are."""
    named = [f"{font}→{other}" if other else font for font, other in missing.items()]
    return [FONTS.at(None, fonts="、".join(named))] if named else []


def _failed(path: Path, code: Code, said: str, bounds: Bounds) -> Outcome:
    found = code.at(SourcePlace(path.as_posix()), said=said, seconds=f"{bounds.document:g}")
    return Outcome(path, None, [found])
