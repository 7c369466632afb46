"""A report format, ready for use: its rules resolved, its files at hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PureWindowsPath

from jixiao.formats.layout import Layout
from jixiao.formats.outline import Section
from jixiao.formats.rules import FormatRules

COMMON = "common/"


@dataclass(frozen=True)
class Format:
    """A format of one year. root: the templates folder; digest: over every file the format consists of."""

    name: str
    root: Path
    folder: Path
    year: int
    rules: FormatRules
    digest: str

    @property
    def version(self) -> str:
        """The version it gives itself."""
        return str(self.rules.version or "")

    @cached_property
    def outline(self) -> tuple[Section, ...]:
        """The parts of the report in order."""
        return tuple(Section.of(rule) for rule in self.rules.outline)

    @property
    def missing_files(self) -> list[Section]:
        """The parts of the outline whose file is not there."""
        return [section for section in self.outline if section.file and not self.has(section.file)]

    @cached_property
    def layout(self) -> Layout:
        """The measures of pages and styles."""
        return self.rules.layout or Layout()

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
