"""One unit's year: all its files put together into one mapping, and that bound to the model."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping as Dictionary
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jixiao.kernel.finding import Finding, blocking, must
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import Dimension, Unit, unit_named
from jixiao.load.bind import MISSING_VALUE, bind
from jixiao.load.files import File, Level, Reading, has_outline, top_level
from jixiao.load.narrative import read_markdown
from jixiao.load.nodes import Mapping, Scalar, Source, normalized
from jixiao.load.refused import REFERENCE, SECOND_DOCUMENT, TOO_DEEP, TOO_MANY, duplicate
from jixiao.load.slips import LOSSY_SLIPS
from jixiao.load.units import folders, is_folder, is_group, no_unit, whole_name
from jixiao.load.yaml_reader import EMPTY, colon_finding, read_yaml
from jixiao.model.project import Project
from jixiao.model.unit import UnitYear
from jixiao.model.values import Text

if TYPE_CHECKING:
    from jixiao.load.outlines import OutlineFile, Outlines

NOT_A_MAPPING = must("Y127")
NO_DATA_FOLDER = must("Y145")
NO_YEAR = must("Y147")
MONEY_UNIT = must("D115")

MONEY_KEY, TEXTS_KEY = "金额单位", "文字"
LOSSY = LOSSY_SLIPS | {code.id for code in (REFERENCE, SECOND_DOCUMENT, TOO_DEEP, TOO_MANY)}
"""Findings in a file after which nothing may be called missing: it may stand where reading failed."""


@frozen
class Loaded:
    """A unit's year, and all that is wrong with its files.

    files: those read. digest: SHA-256 over their names and bytes. sources: their text, for quoting.
    outlines: the changes of the outline of its reports, the farthest from the unit first.
    """

    unit_year: UnitYear
    findings: list[Finding]
    files: tuple[str, ...]
    digest: str
    sources: Dictionary[str, str]
    outlines: tuple[OutlineFile, ...] = ()


def load_unit(data: Path, unit: str, year: int) -> Loaded:
    """Read the year of a unit of a data folder; one below the folder of a group may be named by its own name alone."""
    return _load(data, whole_name(data, unit), year)


def load_unit_year(folder: Path, year: int, shown: str | None = None) -> Loaded:
    """Read data/<unit>/<year>; shown: how places name the unit's folder, by default as typed."""
    return _load(folder.parent, folder.name, year, shown)


def _load(data: Path, unit: str, year: int, shown: str | None = None) -> Loaded:
    shown = shown or shown_folder(data, unit)
    folder, place = data / unit, SourcePlace(f"{shown}/{year}")
    empty = UnitYear(folder=unit, year=year, place=place)
    absent = _absent(data, unit, year, shown)
    if absent:
        return Loaded(empty, [absent], (), "", {})
    outlines = _outlines(data, unit, year, shown)
    reader = _Reader(outlines.paths if outlines else frozenset())
    whole = reader.level(top_level(folder / str(year), place.file)) or Mapping([], place)
    unit_year, problems = bind(whole, UnitYear, reader.money)
    reading = reader.reading
    if not reading.complete:  # what seems missing may stand where nothing could be read
        problems = [finding for finding in problems if finding.code != MISSING_VALUE.id]
    unit_year = dataclasses.replace(
        unit_year,
        folder=unit,
        year=year,
        projects={key: _with_name(project) for key, project in unit_year.projects.items()},
    )
    files = tuple(sorted(reading.digests))
    loaded = Loaded(unit_year, reading.findings + problems, files, reading.digest(shown), reading.sources)
    return _with_outlines(loaded, outlines) if outlines else loaded


def shown_folder(data: Path, folder: str) -> str:
    """How places name a folder of the data, seen from there."""
    return PurePosixPath(data.name if data.is_absolute() else data.as_posix(), folder).as_posix()


def _outlines(data: Path, unit: str, year: int, shown: str) -> Outlines | None:
    """The changes of the outline, from the data folder down to the year's; None where there are none."""
    above = [Path(), *reversed(Path(unit).parents[:-1])]
    groups = [(data / group, shown_folder(data, group.as_posix())) for group in above]
    own = [(data / unit, shown), (data / unit / str(year), f"{shown}/{year}")]
    if not any(has_outline(folder) for folder, _ in groups + own):
        return None
    from jixiao.load.outlines import read_outlines  # noqa: PLC0415 - most units have no outline of their own

    return read_outlines(groups, own)


def _with_outlines(loaded: Loaded, outlines: Outlines) -> Loaded:
    total = hashlib.sha256(b"".join([loaded.digest.encode(), *(file.digest for file in outlines.files)]))
    return dataclasses.replace(
        loaded,
        findings=loaded.findings + outlines.findings,
        files=tuple(sorted({*loaded.files, *outlines.sources})),
        digest=total.hexdigest(),
        sources={**loaded.sources, **outlines.sources},
        outlines=outlines.files,
    )


def _with_name(project: Project) -> Project:
    """A project without a name of its own is called as its folder is."""
    return project if project.name else dataclasses.replace(project, name=Text(project.key, project.place))


def _absent(data: Path, unit: str, year: int, shown: str) -> Finding | None:
    """The finding that there is no such data folder, unit or year."""
    if not is_folder(data):
        return NO_DATA_FOLDER.at(SourcePlace(shown), folder=shown_folder(data, ""))
    absent = no_unit(data, unit, shown)
    if absent or is_folder(data / unit / str(year)):
        return absent
    known = "、".join(name for name in folders(data / unit) if name.isdecimal())
    return is_group(data, unit, shown) or NO_YEAR.at(SourcePlace(shown), unit=unit, year=year, known=known)


class _Reader:
    """Reads the folders of one year; money: the unit of bare amounts, for each file that names one."""

    def __init__(self, apart: frozenset[Path]) -> None:
        self.reading = Reading(apart=apart)
        self.money: dict[str, Unit] = {}

    def level(self, level: Level) -> Mapping | None:
        """All files of a folder and of those below as one mapping, a folder being a key; None where there are none."""
        whole: Mapping | None = None
        before = len(self.reading.findings)
        for entry in self.reading.entries(level):
            part = self._folder(entry) if isinstance(entry, Level) else self._file(entry, level.name)
            if part is not None:
                whole = whole or Mapping([], SourcePlace(level.shown))
                merge(whole, part, self.reading.findings)
        is_apart = any(path.is_relative_to(level.path) for path in self.reading.apart)
        if whole is None and len(self.reading.findings) == before and not is_apart:
            self.reading.findings.append(EMPTY.at(SourcePlace(level.shown)))
        return whole

    def _folder(self, level: Level) -> Mapping | None:
        content = self.level(level)
        return None if content is None else _under(level.name, level.shown, content)

    def _file(self, file: File, folder: str) -> Mapping | None:
        if file.is_markdown:
            sections, problems = read_markdown(file.text, file.shown)
            self.reading.findings += problems
            return sections if folder == TEXTS_KEY else _under(TEXTS_KEY, file.shown, sections)
        node, problems = read_yaml(file.text, file.shown)
        self.reading.findings += problems
        if any(finding.code in LOSSY for finding in problems) or (node is None and blocking(problems)):
            self.reading.complete = False
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self.reading.complete = False
            self.reading.findings.append(colon_finding(node) or NOT_A_MAPPING.at(node.place))
            return None
        self._take_money_unit(node, file.shown)
        return node

    def _take_money_unit(self, node: Mapping, shown: str) -> None:
        """Take the directive 金额单位 out of the file's mapping."""
        for number, (key, value) in enumerate(node.entries):
            if normalized(key.text) != MONEY_KEY:
                continue
            del node.entries[number]
            unit = unit_named(value.words) if isinstance(value, Scalar) else None
            if unit is None or unit.dimension is not Dimension.MONEY:
                self.reading.findings.append(MONEY_UNIT.at(value.place))
            else:
                self.money[shown] = unit
            return


def _under(name: str, shown: str, content: Mapping) -> Mapping:
    """A mapping of one key, which is no key in a file but the name of a folder or what a kind of file stands for."""
    key = Scalar(name, Source(shown, []), -1, -1)
    return Mapping([(key, content)], content.place)


def merge(whole: Mapping, part: Mapping, findings: list[Finding]) -> None:
    """Put the entries of a part into the whole, mappings into mappings; another key that stands twice is a finding."""
    known = {normalized(key.text): number for number, (key, _) in enumerate(whole.entries)}
    for key, value in part.entries:
        number = known.get(normalized(key.text))
        if number is None:
            whole.entries.append((key, value))
            continue
        first, held = whole.entries[number]
        if isinstance(held, Mapping) and isinstance(value, Mapping):
            merge(held, value, findings)
        elif isinstance(held, Mapping) and isinstance(value, Scalar) and value.blank:
            continue  # a key that announces what stands in another file
        elif isinstance(value, Mapping) and isinstance(held, Scalar) and held.blank:
            whole.entries[number] = (first, value)
        else:
            slip = colon_finding(held if isinstance(value, Mapping) else value)
            findings.append(slip or duplicate(key, first))
            if slip and isinstance(value, Mapping):
                whole.entries[number] = (first, value)
