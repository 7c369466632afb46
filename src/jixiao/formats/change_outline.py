"""The outline of a format with the changes of a unit and of the folders above it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from jixiao import cache
from jixiao.formats.format import Files, Format
from jixiao.formats.load_format import UNKNOWN_FORMAT
from jixiao.formats.outline import ANNEX, CHAPTER, FORM, NOT_CONTINUED, OTHER_PAPER, Section, section_problems
from jixiao.formats.rules import SectionRule
from jixiao.formats.section_names import called, names_of
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.load.outlines import OutlineFile, OwnFiles, as_written
from jixiao.model.outline import ADD, DROP, MOVE, REPLACE, OutlineChange
from jixiao.model.values import Text

ONE_ACTION = must("F134")
NOT_GIVEN = must("F135")
KEY_OF_ANOTHER = must("F136")
BAD_POSITION = must("F137")
NOT_TO_ADD = must("F138")
NO_SUCH_REPORT = must("F143")
NO_SUCH_SECTION = must("F139")
SEVERAL_SECTIONS = must("F140")
CHANGED_TWICE = must("F141")
BAD_YEARS = must("F142")

BEFORE, AFTER, FILE = "之前", "之后", "文件"
_ADDED = (CHAPTER, FORM, ANNEX)
_YEARS = re.compile(r"(?P<first>\d{4})\s*年?度?\s*(?:(?P<on>起)|[-—–~至]\s*(?P<last>\d{4})\s*年?度?)?")
_CONTENT = {
    FILE: "file",
    "名称": "title",
    "每个": "each",
    "横排": "turned",
    "接排": "continued",
    "选项": "options",
}
"""What a change may say of a section, and the attributes of changes and sections that hold it."""


@dataclass(slots=True)
class _Part:
    """A part of the outline while it is changed."""

    rule: SectionRule
    names: tuple[str, ...]
    own: OwnFiles | None = None
    changes: tuple[str, ...] = ()
    is_dropped: bool = False

    @property
    def kind(self) -> str:
        return str(self.rule.kind or "")


_recent = cache.Recent[tuple[Format, Format, list[Finding]]](16)


def changed_format(form: Format, files: Sequence[OutlineFile], report: str, year: int) -> tuple[Format, list[Finding]]:
    """The format as a report has it, the files farthest from the unit first, and what is wrong with the changes."""
    key = (*((file.own.shown, file.own.is_unit, file.digest) for file in files), report, year)
    kept = _recent.get(key)
    if kept is None or kept[0] is not form:
        kept = _recent.keep(key, (form, *_changed(form, files, report, year)))
    return kept[1], list(kept[2])


def _changed(form: Format, files: Iterable[OutlineFile], report: str, year: int) -> tuple[Format, list[Finding]]:
    outline = _Outline(form)
    for file in files:
        outline.change(file, report, year)
    if not any(part.changes or part.is_dropped for part in outline.parts):
        return form, outline.findings
    sections = tuple(outline.sections())
    digest = hashlib.sha256(f"{form.digest}\n{sections!r}".encode()).hexdigest()
    return replace(form, digest=digest, changed=sections, unchanged=form.digest), outline.findings


class _Outline:
    def __init__(self, form: Format) -> None:
        self.form = form
        self.parts = [_Part(rule, self._names(rule, None)) for rule in form.rules.outline]
        self.theirs = {rule.place.file for rule in form.rules.outline}
        self.findings: list[Finding] = []

    def change(self, file: OutlineFile, report: str, year: int) -> None:
        """Make the changes of one file that are for this report; one part is changed once in a file."""
        seen: dict[int, OutlineChange] = {}
        for change in file.changes:
            if not self._is_sound(change) or not self._is_for(change, report, year):
                continue
            part = self._added(change, file.own) if change.added else self._part(_named(change))
            if part is None:
                continue
            first = seen.setdefault(id(part), change)
            if first is not change:
                twice = CHANGED_TWICE.at(change.place, name=_named(change), first=first.place, related=[first.place])
                self.findings.append(twice)
                continue
            self._make(change, part, file.own)

    def sections(self) -> Iterator[Section]:
        """The parts, those that are dropped among them, as they are to be compiled."""
        self.findings += self._problems()
        before: SectionRule | None = None
        for part in self.parts:
            rule = part.rule
            if not part.is_dropped:
                if rule.continued and rule.place.file in self.theirs and not self._can_follow(rule, before):
                    rule = replace(rule, continued=False)  # what it followed is no longer there
                before = rule
            section = Section.of(rule)
            yield replace(section, own=part.own, changes=part.changes, is_dropped=part.is_dropped)

    def _problems(self) -> list[Finding]:
        """What is wrong with the parts that the changes make; the format's own are looked at elsewhere."""
        rules = [part.rule for part in self.parts if not part.is_dropped]
        found = section_problems(rules, self.form.rules.options)
        return [each for each in found if isinstance(each.place, SourcePlace) and each.place.file not in self.theirs]

    def _can_follow(self, rule: SectionRule, before: SectionRule | None) -> bool:
        problems = section_problems([*filter(None, [before]), rule], self.form.rules.options)
        return not any(each.code in (NOT_CONTINUED.id, OTHER_PAPER.id) for each in problems)

    def _is_sound(self, change: OutlineChange) -> bool:
        found = list(_slips(change))
        self.findings += found
        return not found

    def _is_for(self, change: OutlineChange, report: str, year: int) -> bool:
        if change.reports and report not in {name.text for name in change.reports}:
            return False
        if change.formats and self.form.name not in {name.text for name in change.formats}:
            return False
        return _is_of_year(change.years, year)

    def _part(self, name: Text) -> _Part | None:
        """The part of this name."""
        found = called(name.text, self.parts)
        found = [part for part in found if not part.is_dropped] or found
        if len(found) == 1:
            return found[0]
        shown = [part.names[0] for part in found or self.parts if part.names]
        if found:
            stems = "、".join(dict.fromkeys(part.names[-1] for part in found))
            self.findings.append(SEVERAL_SECTIONS.at(name.place, name=name, known=stems))
        else:
            known = [each for part in self.parts for each in part.names]
            near = "、".join(nearest(name.text, known) or shown)
            self.findings.append(NO_SUCH_SECTION.at(name.place, name=name, format=self.form.name, near=near))
        return None

    def _added(self, change: OutlineChange, own: OwnFiles) -> _Part | None:
        """A new part, at the end of its kind until it is moved."""
        rule = SectionRule(place=change.place, kind=change.added, **_content(change))
        part = _Part(rule, self._names(rule, own), own)
        if rule.file is None or str(rule.file) not in own.files:  # reported when it was read
            return None
        last = max((at for at, each in enumerate(self.parts) if each.kind == CHAPTER), default=len(self.parts) - 1)
        self.parts.insert(len(self.parts) if part.kind == ANNEX else last + 1, part)
        return part

    def _make(self, change: OutlineChange, part: _Part, own: OwnFiles) -> None:
        if change.dropped:
            part.is_dropped = True
            return
        if change.replaced:
            self._replace(change, part, own)
        if change.before or change.after:
            self._move(change, part)
        action = str(next(name for name, value in _actions(change).items() if value))
        part.changes = tuple(dict.fromkeys((*part.changes, action)))

    def _replace(self, change: OutlineChange, part: _Part, own: OwnFiles) -> None:
        """What the change says instead of what was there; its own files where it brings one."""
        content = _content(change)
        if change.file:
            if str(content["file"]) not in own.files:  # reported when it was read
                return
            part.own = own
        if change.options:
            content["options"] = part.rule.options | change.options
        part.rule = replace(part.rule, place=change.place, **content)
        part.names = tuple(dict.fromkeys((*self._names(part.rule, part.own), *part.names)))
        part.is_dropped = False

    def _move(self, change: OutlineChange, part: _Part) -> None:
        anchor = self._part(change.before or change.after or Text("", change.place))
        if anchor is part:
            self.findings.append(BAD_POSITION.at(change.place))
        elif anchor is not None:
            part.is_dropped = False
            self.parts.remove(part)
            self.parts.insert(self.parts.index(anchor) + bool(change.after), part)

    def _names(self, rule: SectionRule, own: OwnFiles | None) -> tuple[str, ...]:
        files = Files(self.form, own)
        return names_of(str(rule.kind or ""), str(rule.title or ""), str(rule.file or ""), files)


def unknown_names(
    files: Iterable[OutlineFile], reports: Sequence[str], formats: Sequence[str], year: int
) -> Iterator[Finding]:
    """Names of formats that there are not, and, in the unit's own folders, of reports that it does not owe."""
    for file in files:
        for change in file.changes:
            for name in change.formats:
                if name.text not in formats:
                    near = "、".join(nearest(name.text, formats) or formats)
                    yield UNKNOWN_FORMAT.at(name.place, name=name, near=near)
            for name in change.reports if file.own.is_unit and _is_of_year(change.years, year) else ():
                if name.text not in reports:
                    yield NO_SUCH_REPORT.at(name.place, name=name, known="、".join(reports))


def _slips(change: OutlineChange) -> Iterator[Finding]:
    """What keeps a change from being made, wherever it is made."""
    actions = [name for name, value in _actions(change).items() if value]
    if len(actions) != 1:
        yield ONE_ACTION.at(change.place, actions="、".join(actions))
        return
    content, positions = list(_content(change)), [each for each in (change.before, change.after) if each]
    given = [key for key, attribute in _CONTENT.items() if attribute in content]
    (action,) = actions
    if action in (DROP, MOVE):
        keys = [*given, *(key for key, value in ((BEFORE, change.before), (AFTER, change.after)) if value)]
        unused = keys if action == DROP else given
        yield from (KEY_OF_ANOTHER.at(change.place, action=action, key=key) for key in unused)
    elif change.file is None and (action == ADD or not (content or positions)):
        yield NOT_GIVEN.at(change.place, action=action, key=FILE)
    if len(positions) > 1 or (action == MOVE and not positions):
        yield BAD_POSITION.at(change.place)
    if change.added and change.added.text not in _ADDED:
        yield NOT_TO_ADD.at(change.added.place, kind=change.added, known="、".join(_ADDED))
    if change.years and not _YEARS.fullmatch(change.years.text.strip()):
        yield BAD_YEARS.at(change.years.place, years=change.years)


def _actions(change: OutlineChange) -> dict[str, Text | None]:
    return {REPLACE: change.replaced, ADD: change.added, DROP: change.dropped, MOVE: change.moved}


def _named(change: OutlineChange) -> Text:
    """The name of the part that is changed."""
    return change.replaced or change.dropped or change.moved or Text("", change.place)


def _content(change: OutlineChange) -> dict[str, Any]:
    """What the change says of a section, by the attributes of the section's rule."""
    values = {attribute: getattr(change, attribute) for attribute in _CONTENT.values()}
    if change.file:
        values["file"] = Text(as_written(change.file.text), change.file.place)
    return {attribute: value for attribute, value in values.items() if value is not None and value != {}}


def _is_of_year(years: Text | None, year: int) -> bool:
    match = _YEARS.fullmatch(years.text.strip()) if years else None
    if match is None:
        return years is None
    first = int(match["first"])
    last = year if match["on"] else int(match["last"] or first)
    return first <= year <= last
