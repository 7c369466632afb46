"""The files below a folder, read one by one; what cannot be read is a finding, never an exception."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import SourcePlace
from jixiao.load.decode import MAX_BYTES, TOO_LARGE, decode

NOT_READ = should("Y140")
UNREADABLE = must("Y141")
NO_PERMISSION = must("Y142")
FOLDER_LOOP = must("Y143")
FOLDERS_TOO_DEEP = must("Y144")

MAX_FOLDERS = 8
"""Folders in folders below the year; deeper ones are a mistake."""

OUTLINE_FILE = "大纲.yaml"
"""It says how the outline of the reports differs from that of their format, and holds no data."""

YAML, MARKDOWN = (".yaml", ".yml"), (".md", ".markdown")
_IGNORED_ENDS = (".docx", ".doc", ".wps", ".bak", ".swp", ".tmp", "~")
_IGNORED_STARTS = (".", "~$", "__macosx")
_IGNORED = frozenset(("thumbs.db", "desktop.ini"))


class Level(NamedTuple):
    """A folder: its path, the name under which places show it, and the folders it stands in, by device and inode."""

    path: Path
    shown: str
    above: tuple[tuple[int, int], ...] = ()

    @property
    def name(self) -> str:
        """Its own name, composed as YAML keys are (file systems may keep accents and letters apart)."""
        return shown_name(self.path.name)


class File(NamedTuple):
    """A file of text and the name under which places show it."""

    text: str
    shown: str
    is_markdown: bool


@dataclass(slots=True)
class Reading:
    """What came of reading a folder: findings, the text of each file, the digest of each file's bytes.

    apart: files below it that are no data.
    """

    findings: list[Finding] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    digests: dict[str, bytes] = field(default_factory=dict)
    complete: bool = True
    apart: frozenset[Path] = frozenset()

    def digest(self, root: str) -> str:
        """SHA-256 over the contents and the names, seen from root, of all files in the order of their names."""
        total = hashlib.sha256()
        for name in sorted(self.digests):
            total.update(name.removeprefix(root).encode() + b"\0" + self.digests[name])
        return total.hexdigest()

    def entries(self, level: Level) -> Iterator[Level | File]:
        """The folders and files of a folder, in the order of their names."""
        try:
            names = sorted(os.listdir(level.path), key=shown_name)  # noqa: PTH208 - paths take three times as long
        except OSError as error:
            self.fail(level.shown, error)
            return
        for name in names:
            plain = name.lower()
            if plain.startswith(_IGNORED_STARTS) or plain.endswith(_IGNORED_ENDS) or plain in _IGNORED:
                continue
            path = level.path / name
            if self.apart and path in self.apart:
                continue
            entry = self._entry(path, f"{level.shown}/{shown_name(name)}", level)
            if entry is not None:
                yield entry

    def _entry(self, path: Path, shown: str, level: Level) -> Level | File | None:
        try:
            status = os.stat(path)  # noqa: PTH116 - as above
        except OSError as error:
            self.fail(shown, error)
            return None
        if stat.S_ISDIR(status.st_mode):
            return self._below(path, shown, level, (status.st_dev, status.st_ino))
        kind = path.suffix.lower()
        if kind not in YAML + MARKDOWN:
            self.findings.append(NOT_READ.at(SourcePlace(shown), kind=kind or path.name))
            return None
        if not stat.S_ISREG(status.st_mode):
            self.fail(shown, OSError(0, "not a regular file"))
            return None
        if status.st_size > MAX_BYTES:
            self.complete = False
            size = f"{status.st_size / 1_000_000:.1f}"
            self.findings.append(TOO_LARGE.at(SourcePlace(shown), size=size, limit=MAX_BYTES // 1_000_000))
            return None
        text = self._text(path, shown)
        return None if text is None else File(text, shown, kind in MARKDOWN)

    def _below(self, path: Path, shown: str, level: Level, identity: tuple[int, int]) -> Level | None:
        if identity in level.above:
            self.findings.append(FOLDER_LOOP.at(SourcePlace(shown)))
        elif len(level.above) > MAX_FOLDERS:
            self.findings.append(FOLDERS_TOO_DEEP.at(SourcePlace(shown), limit=MAX_FOLDERS))
        else:
            return Level(path, shown, (*level.above, identity))
        return None

    def _text(self, path: Path, shown: str) -> str | None:
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
                data = file.read()
        except OSError as error:
            self.fail(shown, error)
            return None
        self.digests[shown] = hashlib.sha256(data).digest()
        text, problems = decode(data, shown)
        self.findings += problems
        if text is None:
            self.complete = False
        else:
            self.sources[shown] = text
        return text

    def fail(self, shown: str, error: OSError) -> None:
        """Note that something could not be read, for the reason the system gives."""
        self.complete = False
        code = NO_PERMISSION if isinstance(error, PermissionError) else UNREADABLE
        self.findings.append(code.at(SourcePlace(shown), reason=error.strerror or str(error)))


def top_level(path: Path, shown: str) -> Level:
    """The folder where reading begins."""
    status = path.stat()
    return Level(path, shown, ((status.st_dev, status.st_ino),))


def has_outline(folder: Path) -> bool:
    """Whether a folder says how the outline of reports differs from that of their format."""
    return (folder / OUTLINE_FILE).is_file()


@lru_cache(1024)  # units name their files alike
def shown_name(name: str) -> str:
    """A file name as people read it; bytes that are no characters show as a question mark."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode(errors="replace"))
