"""A report format, ready for use: its rules resolved, its files at hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from jixiao.formats.layout import Layout
from jixiao.formats.outline import Section
from jixiao.formats.rules import FormatRules

if TYPE_CHECKING:
    from jixiao.load.outlines import OwnFiles

COMMON = "common/"
_TEMPLATES = (".md", ".docx")


@dataclass(frozen=True)
class Format:
    """A format of one year. root: the templates folder; digest: over every file the format consists of.

    changed: its outline as a unit has it, with the parts that are dropped; empty where it is the format's own.
    unchanged: the digest of the format before that, wherever the unit's files are.
    """

    name: str
    root: Path
    folder: Path
    year: int
    rules: FormatRules
    digest: str
    changed: tuple[Section, ...] = ()
    unchanged: str = ""

    @property
    def version(self) -> str:
        """The version it gives itself."""
        return str(self.rules.version or "")

    @property
    def edition(self) -> str:
        """The digest of its own files, without what a unit changes."""
        return self.unchanged or self.digest

    @cached_property
    def outline(self) -> tuple[Section, ...]:
        """The parts of the report in order."""
        if self.changed:
            return tuple(section for section in self.changed if not section.is_dropped)
        return tuple(Section.of(rule) for rule in self.rules.outline)

    @property
    def missing_files(self) -> list[Section]:
        """The parts of the outline whose file is not there."""
        return [part for part in self.outline if part.file and not self.files_of(part).has(part.file)]

    @cached_property
    def layout(self) -> Layout:
        """The measures of pages and styles."""
        return self.rules.layout or Layout()

    def files_of(self, section: Section) -> Files:
        """The files that a section may name."""
        return Files(self, section.own)

    def path(self, file: str) -> Path:
        """Where a file of the format is; names that start with common/ are shared by formats."""
        return self.root / file if file.startswith(COMMON) else self.folder / file

    def shown(self, file: str) -> str:
        """The file's name as messages print it."""
        path, above = self.path(file), self.root.parent
        return (path.relative_to(above) if path.is_relative_to(above) else path).as_posix()

    def has(self, file: str) -> bool:
        """Whether there is such a file; one outside the folders of formats is none of theirs."""
        inside = not PureWindowsPath(file).anchor and ".." not in PureWindowsPath(file).parts
        return inside and "\0" not in file and self.path(file).is_file()

    def read(self, file: str) -> bytes:
        """The bytes of a file; raises OSError."""
        if not self.has(file):
            raise FileNotFoundError(file)
        return self.path(file).read_bytes()

    def near(self, file: str) -> list[str]:
        """The names of chapters and forms that are like one which is not there."""
        from jixiao.kernel.similar import nearest  # noqa: PLC0415 - only for the message

        folders = ((self.folder, self.folder), (self.root, self.root / COMMON))
        found = (each.relative_to(named) for named, folder in folders for each in sorted(folder.rglob("*.*")))
        return nearest(file, [each.as_posix() for each in found if each.suffix in _TEMPLATES])


class Files(NamedTuple):
    """The files that a section may name: those beside the 大纲.yaml it comes from, then those of the format."""

    form: Format
    own: OwnFiles | None

    def has(self, file: str) -> bool:
        """Whether there is such a file."""
        return self._is_own(file) or self.form.has(file)

    def read(self, file: str) -> bytes:
        """The bytes of a file; raises OSError."""
        return self.own.files[file] if self.own and self._is_own(file) else self.form.read(file)

    def shown(self, file: str) -> str:
        """The file's name as messages print it; one that is nowhere is missed beside its 大纲.yaml."""
        is_missed_here = self.own and (self._is_own(file) or not self.form.has(file))
        return self.own.place_of(file) if self.own and is_missed_here else self.form.shown(file)

    def _is_own(self, file: str) -> bool:
        return self.own is not None and file in self.own.files
