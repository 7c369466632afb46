"""A report format, ready for use: its rules resolved, its files at hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jixiao.formats.layout import Layout
from jixiao.formats.rules import FormatRules, SectionRule
from jixiao.kernel.place import SourcePlace

COMMON = "common/"


@dataclass(frozen=True)
class Section:
    """One part of the outline: 封面, 表单, 题名, 正文 or 附件."""

    kind: str
    file: str
    title: str
    lines: tuple[str, ...]
    place: SourcePlace

    @classmethod
    def of(cls, rule: SectionRule) -> Section:
        """The section a rule describes."""
        return cls(
            str(rule.kind or ""),
            str(rule.file or ""),
            str(rule.title or ""),
            tuple(str(line) for line in rule.lines),
            rule.place,
        )


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

    @cached_property
    def layout(self) -> Layout:
        """The measures of pages and styles."""
        return self.rules.layout or Layout()

    def path(self, file: str) -> Path:
        """Where a file of the format is; names that start with common/ are shared by formats."""
        return self.root / file if file.startswith(COMMON) else self.folder / file

    def shown(self, file: str) -> str:
        """The file's name as messages print it."""
        return self.path(file).relative_to(self.root.parent).as_posix()

    def read(self, file: str) -> bytes:
        """The bytes of a file; raises OSError."""
        return self.path(file).read_bytes()
