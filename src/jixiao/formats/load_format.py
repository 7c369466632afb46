"""Find and read a format: the newest folder that is not newer than the fiscal year, and what it extends."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from jixiao import cache
from jixiao.formats.check_scoring import scoring_findings
from jixiao.formats.format import COMMON, Format
from jixiao.formats.layout import impossible
from jixiao.formats.merge import merged
from jixiao.formats.outline import section_problems
from jixiao.formats.rules import FormatRules
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.frozen import frozen
from jixiao.kernel.number import Number
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.kernel.unit import Dimension, Unit
from jixiao.load.bind import bind
from jixiao.load.decode import decode
from jixiao.load.nodes import Mapping
from jixiao.load.yaml_reader import read_yaml
from jixiao.model.fields import record_types
from jixiao.model.unit import fillable
from jixiao.model.values import Entry, Literal, Narrative, Tag, Text

UNKNOWN_FORMAT = must("F101")
NO_FORMAT_YEAR = must("F102")
NO_SUCH_FILE = must("F103")
ODD_MEASURE = must("F105")
UNKNOWN_SELECTION = must("F106")
UNKNOWN_REQUIRED = must("F107")

RULES_FILE = "格式.yaml"

_KEPT = (
    *record_types(FormatRules),
    *(Text, Entry, Narrative, Literal, Tag, Number, Unit, Dimension, SourcePlace, Decimal),
)
"""What rules are made of."""


@frozen
class LoadedFormat:
    """A format, where it could be read, and what is wrong with it."""

    format: Format | None
    findings: list[Finding]


class _Kept(NamedTuple):
    """A format that was read, and the folders it is made of as they were."""

    folders: tuple[str, ...]
    stamp: cache.Stamp
    loaded: LoadedFormat


_recent = cache.Recent[_Kept](16)


def load_format(root: Path, name: str, year: int, place: SourcePlace | None = None) -> LoadedFormat:
    """The format of this name for this fiscal year; place: where the unit's data name it.

    In a batch it is read for the first report, and again when one of its files has changed.
    """
    kept = _recent.get((root, name, year))
    if kept and cache.stamp(kept.folders) == kept.stamp:
        return kept.loaded
    loaded, seen = _read(root, name, year, place)
    beside = sorted(each for each in seen if each.parent != root / name)
    folders = tuple(dict.fromkeys(str(each) for each in (root / name, root / COMMON, *beside)))
    stamp = cache.stamp(folders) if seen else None
    if stamp:
        _recent.keep((root, name, year), _Kept(folders, stamp, loaded))
    return loaded


def _read(root: Path, name: str, year: int, place: SourcePlace | None) -> tuple[LoadedFormat, set[Path]]:
    """The format, and the folders beside its own that it is made of; none where there is no such format."""
    years = format_years(root, name)
    if not years:
        near = "、".join(nearest(name, format_names(root)) or format_names(root))
        return LoadedFormat(None, [UNKNOWN_FORMAT.at(place, name=name, near=near)]), set()
    fitting = [each for each in years if each <= year]
    if not fitting:
        known = "、".join(str(each) for each in years)
        return LoadedFormat(None, [NO_FORMAT_YEAR.at(place, name=name, year=year, known=known)]), set()
    folder, seen = root / name / str(fitting[-1]), set[Path]()
    rules, findings, files = _read_folder(root, folder, seen)
    found = Format(name, root, folder, fitting[-1], rules, _digest(root, files))
    problems = [*_outline_problems(found), *_odd_measures(found), *_unknown_names(rules), *scoring_findings(rules)]
    return LoadedFormat(found, findings + problems), seen


def format_names(root: Path) -> list[str]:
    """The formats there are."""
    if not root.is_dir():
        return []
    return sorted(folder.name for folder in root.iterdir() if format_years(root, folder.name))


def format_years(root: Path, name: str) -> list[int]:
    """The years from which editions of the format apply."""
    folder = root / name
    if not name or not folder.is_dir():
        return []
    return sorted(
        int(edition.name)
        for edition in folder.iterdir()
        if edition.name.isdecimal() and (edition / RULES_FILE).is_file()
    )


def inherited(form: Format) -> FormatRules:
    """The rules of what a format extends, without its own."""
    return _extended(form.root, form.rules, {form.folder})[0]


def _read_folder(root: Path, folder: Path, seen: set[Path]) -> tuple[FormatRules, list[Finding], list[Path]]:
    """The rules of one folder on top of those it extends, and all files that have a part in it."""
    seen.add(folder)
    own, findings = FormatRules(), []
    for file in sorted(folder.glob("*.yaml")):
        rules, found = read_rules(file, file.relative_to(root.parent).as_posix())
        own = merged(own, rules)
        findings += found
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith((".", "~$"))]
    base, found, more = _extended(root, own, seen)
    return merged(base, own), findings + found, files + more


def _extended(root: Path, own: FormatRules, seen: set[Path]) -> tuple[FormatRules, list[Finding], list[Path]]:
    """What rules extend, merged in their order; a folder that was seen has its part already."""
    base, findings, files = FormatRules(), list[Finding](), list[Path]()
    for name in own.extends:
        below = root / name.text
        if not below.is_dir():
            findings.append(UNKNOWN_FORMAT.at(name.place, name=name.text, near="、".join(format_names(root))))
        elif below not in seen:
            rules, found, more = _read_folder(root, below, seen)
            base, findings, files = merged(base, rules), findings + found, files + more
    return base, findings, files


def read_rules(file: Path, shown: str) -> tuple[FormatRules, list[Finding]]:
    """The rules that one file holds, and what is wrong with it; shown: how places name the file.

    Rules without findings are kept in the cache: to parse them takes longer than to compute a report.
    """
    data = file.read_bytes()
    key = cache.key("rules", shown.encode(), data)
    kept = cache.load(key, _KEPT)
    if isinstance(kept, FormatRules):
        return kept, []
    rules, findings = _parsed(data, shown)
    if not findings:
        cache.store(key, rules)
    return rules, findings


def _parsed(data: bytes, shown: str) -> tuple[FormatRules, list[Finding]]:
    text, findings = decode(data, shown)
    if text is None:
        return FormatRules(), findings
    node, problems = read_yaml(text, shown)
    findings += problems
    if not isinstance(node, Mapping):
        return FormatRules(), findings
    rules, problems = bind(node, FormatRules)
    return rules, findings + problems


def _outline_problems(found: Format) -> list[Finding]:
    problems = list(section_problems(found.rules.outline, found.rules.options))
    missing = [
        NO_SUCH_FILE.at(section.place, file=found.shown(section.file), near="、".join(found.near(section.file)))
        for section in found.missing_files
    ]
    return problems + missing


def _odd_measures(found: Format) -> list[Finding]:
    return [ODD_MEASURE.at(each.place, measure=each.typed) for each in impossible(found.layout)]


def _unknown_names(rules: FormatRules) -> Iterator[Finding]:
    """Names under 选用指标 that no figure has, and under 必填项 that nothing can be filled in for."""
    figures = dict.fromkeys(str(rule.name) for rule in rules.figures)
    for given, known, code in (
        (rules.selected, figures, UNKNOWN_SELECTION),
        (rules.required_fields, fillable(), UNKNOWN_REQUIRED),
    ):
        for name in given:
            if name.text not in known:
                yield code.at(name.place, name=name, near="、".join(nearest(name.text, list(known))))


def _digest(root: Path, files: list[Path]) -> str:
    total = hashlib.sha256()
    for file in sorted(set(files)):
        total.update(file.relative_to(root).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
