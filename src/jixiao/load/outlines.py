"""大纲.yaml: the files in which a unit, and the folders above it, change the outline of its reports."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Dictionary
from pathlib import Path, PurePosixPath, PureWindowsPath

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.load.bind import bind
from jixiao.load.decode import TOO_LARGE, decode
from jixiao.load.files import MARKDOWN, NO_PERMISSION, OUTLINE_FILE, UNREADABLE, has_outline
from jixiao.load.nodes import Mapping
from jixiao.load.yaml_reader import read_yaml
from jixiao.model.outline import OutlineChange, OutlineChanges

OUTSIDE = must("F131")
NO_SUCH_FILE = must("F132")
NOT_CHANGES = must("F133")
TOO_MANY = must("F144")
TOO_LONG = must("F145")

MAX_BYTES = 32_000_000
"""Of all files that the changes of one folder bring."""

MAX_CHAPTERS = 128_000
"""Bytes of the chapters that the changes of one folder bring: some eighty pages."""

MAX_CHANGES = 200
"""Of one folder; more sections than that has no report."""

MAX_MENTIONED = 200
"""Files that the chapters of one folder may name."""

_MENTIONED = re.compile(r"""["“(（'<]([^"”()（）'<>\n]{1,200}\.[A-Za-z]{3,4})(?:["”)）'>]|\s+["'(])""")
"""How a chapter may name another file: {% form "…" %}, ![…](…), ![…](… "…")."""


@frozen
class OwnFiles:
    """The files that the changes of one folder bring, by their names seen from it; nothing else of the disk is read.

    shown: how places name the folder. is_unit: whether it is the unit's own, or one above it.
    """

    shown: str
    is_unit: bool
    files: Dictionary[str, bytes]

    def __repr__(self) -> str:
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(self.files.items())}
        return f"OwnFiles({self.shown!r}, {self.is_unit}, {digests})"

    def place_of(self, file: str) -> str:
        """The file's name as messages print it."""
        return PurePosixPath(self.shown, file).as_posix()


@frozen
class OutlineFile:
    """The changes of one 大纲.yaml, and its digest, which covers the files they bring."""

    own: OwnFiles
    changes: tuple[OutlineChange, ...]
    digest: bytes


@frozen
class Outlines:
    """All files that change the outline of a unit's year, the farthest from it first; paths: what is no data of it."""

    files: tuple[OutlineFile, ...]
    findings: list[Finding]
    paths: frozenset[Path]
    sources: Dictionary[str, str]


def read_outlines(groups: Iterable[tuple[Path, str]], unit: Iterable[tuple[Path, str]]) -> Outlines:
    """What the folders above a unit and its own hold, in their order, each with the name that places show."""
    reader = _Reader()
    files = [reader.read(*folder, is_unit=False) for folder in groups if has_outline(folder[0])]
    files += [reader.read(*folder, is_unit=True) for folder in unit if has_outline(folder[0])]
    return Outlines(tuple(filter(None, files)), reader.findings, frozenset(reader.paths), reader.sources)


class _Reader:
    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.paths: set[Path] = set()
        self.sources: dict[str, str] = {}
        self.left = 0

    def read(self, folder: Path, shown: str, *, is_unit: bool) -> OutlineFile | None:
        """The changes of one folder."""
        self.left = MAX_BYTES
        place = SourcePlace(f"{shown}/{OUTLINE_FILE}")
        data = self._bytes(folder / OUTLINE_FILE, place.file)
        text, problems = decode(data, place.file) if data is not None else (None, [])
        self.findings += problems
        if data is None or text is None:
            return None
        self.sources[place.file] = text
        node, problems = read_yaml(text, place.file)
        self.findings += problems
        if node is not None and not isinstance(node, Mapping):
            self.findings.append(NOT_CHANGES.at(node.place))
        if not isinstance(node, Mapping):
            return None
        bound, problems = bind(node, OutlineChanges)
        self.findings += problems
        changes = bound.changes[:MAX_CHANGES]
        if len(changes) < len(bound.changes):
            self.findings.append(TOO_MANY.at(bound.changes[MAX_CHANGES].place, limit=MAX_CHANGES))
        files = dict(self._named(changes, folder, shown))
        files |= dict(self._mentioned(files, folder, shown))
        own = OwnFiles(shown, is_unit, files)
        return OutlineFile(own, changes, hashlib.sha256(data + repr(files_digest(files)).encode()).digest())

    def _named(self, changes: Iterable[OutlineChange], folder: Path, shown: str) -> Iterator[tuple[str, bytes]]:
        """The files that the changes name, each once."""
        size = 0
        for name, written in {as_written(each.file.text): each.file for each in changes if each.file}.items():
            path = inside(folder, name)
            if path is None:
                self.findings.append(OUTSIDE.at(written.place, file=written, folder=shown))
            elif not _is_file(path):
                self.findings.append(NO_SUCH_FILE.at(written.place, file=f"{shown}/{name}"))
            elif (data := self._bytes(path, f"{shown}/{name}")) is not None:
                size += len(data) if name.lower().endswith(MARKDOWN) else 0
                if size <= MAX_CHAPTERS:
                    yield name, data
                    continue
                place = SourcePlace(f"{shown}/{name}")
                self.findings.append(TOO_LONG.at(place, size=size // 1000, limit=MAX_CHAPTERS // 1000))

    def _mentioned(self, files: Dictionary[str, bytes], folder: Path, shown: str) -> Iterator[tuple[str, bytes]]:
        """The files that the chapters among these name: forms within them, images."""
        chapters = [data for name, data in files.items() if name.lower().endswith(MARKDOWN)]
        for name, path in mentioned(chapters, folder):
            if name not in files and (data := self._bytes(path, f"{shown}/{name}")) is not None:
                yield name, data

    def _bytes(self, path: Path, shown: str) -> bytes | None:
        """The bytes of a file that is no data."""
        self.paths.add(path)
        try:
            size = path.stat().st_size
            if size <= self.left:
                self.left -= size
                return path.read_bytes()
        except OSError as error:
            code = NO_PERMISSION if isinstance(error, PermissionError) else UNREADABLE
            self.findings.append(code.at(SourcePlace(shown), reason=error.strerror or str(error)))
            return None
        size_words = f"{size / 1_000_000:.1f}"
        self.findings.append(TOO_LARGE.at(SourcePlace(shown), size=size_words, limit=MAX_BYTES // 1_000_000))
        return None


def mentioned(chapters: Iterable[bytes], folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a folder that chapters name: forms within them, images."""
    names = {as_written(each) for data in chapters for each in _MENTIONED.findall(data.decode(errors="replace"))}
    for name in sorted(names)[:MAX_MENTIONED]:
        path = inside(folder, name)
        if path is not None and _is_file(path):
            yield name, path


def files_digest(files: Dictionary[str, bytes]) -> list[tuple[str, str]]:
    """Names and digests of files, in the order of their names."""
    return [(name, hashlib.sha256(data).hexdigest()) for name, data in sorted(files.items())]


def as_written(name: str) -> str:
    """A file name with the slashes of all systems made one kind."""
    return PureWindowsPath(name.strip()).as_posix()


def inside(folder: Path, name: str) -> Path | None:
    """The file of this name in the folder; None for one that is, or leads, elsewhere."""
    way = PureWindowsPath(name)
    if way.anchor or ".." in way.parts or "\0" in name or not way.parts:
        return None
    path = folder / name
    try:
        return path if path.resolve().is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError):  # a loop of links
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False
