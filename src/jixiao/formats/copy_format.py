"""A format of one's own: an edition of another one copied, and called by its new name."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from jixiao.formats.format import COMMON, Format
from jixiao.formats.load_format import RULES_FILE

LONGEST_NAME = 40
_NAME = re.compile(r"\w[\w（）()-]*")
_VALUE = r"(?m)^{key}[ \t]*:.*?(?=(?:[ \t]+#.*)?$)"  # of a key at the top, without the comment behind it
_SKIPPED = (".", "~$")  # what the system and Word leave behind


def is_format_name(name: str) -> bool:
    """Whether a format may be called so: by the folder's name it is found, and data files write it."""
    return bool(_NAME.fullmatch(name)) and len(name) <= LONGEST_NAME and f"{name.lower()}/" != COMMON


def copy_format(source: Format, name: str, year: int, root: Path) -> Path:
    """Write the source's own files as edition `year` of the format `name` into the templates folder root.

    What the source inherits stays shared. A root that is not there becomes a copy of all formats. Everything is
    written beside and renamed at the end: it is there whole or not at all. Gives the new folder; raises OSError.
    """
    edition = root / name / str(year)
    is_new_root = not root.is_dir()
    whole = root if is_new_root else edition
    beside = root.parent / f".{name}-{os.getpid()}" if is_new_root else root / f".{name}-{os.getpid()}"
    try:
        if is_new_root:
            _copy(source.root, beside)
        inside = beside / edition.relative_to(whole)
        _copy(source.folder, inside)
        _call(inside / RULES_FILE, source, name, year)
        whole.parent.mkdir(parents=True, exist_ok=True)
        beside.rename(whole)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return edition


def files_of(folder: Path) -> Iterator[Path]:
    """The files of a format's folder, without what programs leave behind."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(_SKIPPED) for part in path.relative_to(folder).parts):
            yield path


def _copy(source: Path, target: Path) -> None:
    """The files alone: whoever copies from a folder that may not be written may write the copy."""
    for path in files_of(source):
        copied = target / path.relative_to(source)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(path.read_bytes())


def _call(file: Path, source: Format, name: str, year: int) -> None:
    """Give the rules their own name, version and year; everything else, comments too, stays as it is."""
    rules = file.read_text(encoding="utf-8-sig")
    title = name if name != source.name else str(source.rules.name or name)
    for key, value in (("适用年度", str(year)), ("版本", f'"{year}.1"'), ("名称", title)):
        line = f"{key}: {value}"
        written = re.search(_VALUE.format(key=key), rules)
        rules = rules[: written.start()] + line + rules[written.end() :] if written else f"{line}\n{rules}"
    origin = f"# 由 {source.name}/{source.folder.name} 复制而来。下面和各章、各表中的内容都是它的，逐处改成自己的。\n"
    file.write_text(origin + rules, encoding="utf-8", newline="")
