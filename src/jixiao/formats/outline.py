"""The outline of a report: its parts in order, and what is wrong with how a format writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from jixiao.formats.rules import SectionRule
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.frozen import frozen
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.model.values import Entry, Text

if TYPE_CHECKING:
    from jixiao.load.outlines import OwnFiles

BAD_SECTION = must("F104")
UNKNOWN_OPTION = must("F111")
KEY_OF_ANOTHER_KIND = must("F112")
BAD_CONTENTS = must("F113")
NOT_CONTINUED = must("F114")
OTHER_PAPER = must("F115")

COVER, CONTENTS, FORM, TITLE, CHAPTER, ANNEX = "封面", "目录", "表单", "题名", "正文", "附件"
KINDS = (COVER, CONTENTS, FORM, TITLE, CHAPTER, ANNEX)

_FORMS = (COVER, FORM, ANNEX)
_OF_KIND = {
    "名称": (FORM, CHAPTER, ANNEX),
    "每个": (ANNEX,),
    "横排": (FORM, ANNEX),
    "接排": (FORM, TITLE, CHAPTER),
    "级别": (CONTENTS,),
    "页码": (CONTENTS,),
    "选项": (*_FORMS, CHAPTER),
}
_CLOSED = (COVER, CONTENTS, ANNEX)  # nothing follows these on their last page
_NUMBER = "1"  # what stands for the page number in 页码
_LEVELS = range(1, 5)  # of headings
_DEFAULT_LEVELS = 3


@frozen
class Section:
    """One part of the outline.

    title: of an annex its name, of a form or a chapter the heading before it, numbered as typed.
    each: the list with an annex for each of its records. turned: on landscape pages.
    continued: on the page on which the part before ends.
    levels: how many levels of headings the 目录 lists. page_number: what stands before and after a number in it.
    own: the files of the unit, or of a folder above it, that hold `file`; None for a section of the format.
    changes: how the unit and its groups changed the section (增加, 替换, 移动), in their order.
    is_dropped: whether they want it no more.
    """

    kind: str
    file: str
    title: str
    lines: tuple[str, ...]
    place: SourcePlace
    each: Text | None = None
    turned: bool = False
    levels: int = _DEFAULT_LEVELS
    page_number: tuple[str, str] = ("", "")
    options: tuple[tuple[str, str], ...] = ()
    continued: bool = False
    own: OwnFiles | None = None
    changes: tuple[str, ...] = ()
    is_dropped: bool = False

    @classmethod
    def of(cls, rule: SectionRule) -> Section:
        """The section a rule describes."""
        before, _, after = str(rule.page_number or _NUMBER).partition(_NUMBER)
        return cls(
            str(rule.kind or ""),
            str(rule.file or ""),
            str(rule.title or ""),
            tuple(str(line) for line in rule.lines),
            rule.place,
            rule.each,
            bool(rule.turned),
            _levels(rule.levels) or _DEFAULT_LEVELS,
            (before, after),
            tuple((name, text.text) for name, text in rule.options.items()),
            bool(rule.continued),
        )


def section_problems(rules: Iterable[SectionRule], options: Mapping[str, Text]) -> Iterator[Finding]:
    """What is wrong with the parts of an outline; options are those of the format, which a part may set anew."""
    before = None
    for rule in rules:
        kind = str(rule.kind or "")
        last, before = before, rule
        if kind not in KINDS:
            yield BAD_SECTION.at(rule.place, kind=kind, known="、".join(KINDS))
            continue
        if rule.continued:
            yield from _joint(last, rule)
        for key in (key for key in _written(rule) if kind not in _OF_KIND[key]):
            yield KEY_OF_ANOTHER_KIND.at(rule.place, kind=kind, key=key, kinds="、".join(_OF_KIND[key]))
        for name, text in rule.options.items():
            if name not in options:
                near = "、".join(nearest(name, list(options)) or options)
                yield UNKNOWN_OPTION.at(text.place, name=name, near=near)
        if rule.levels is not None and not _levels(rule.levels):
            yield BAD_CONTENTS.at(rule.levels.place, key="级别", value=rule.levels.typed)
        if rule.page_number is not None and rule.page_number.text.count(_NUMBER) != 1:
            yield BAD_CONTENTS.at(rule.page_number.place, key="页码", value=rule.page_number.text)


def _joint(before: SectionRule | None, rule: SectionRule) -> Iterator[Finding]:
    """Why a part cannot stand on the last page of the one before."""
    if before is None or str(before.kind) in _CLOSED:
        yield NOT_CONTINUED.at(rule.place, kind=rule.kind, kinds="、".join(_CLOSED))
    elif bool(before.turned) != bool(rule.turned):
        yield OTHER_PAPER.at(rule.place, kind=rule.kind, before=before.kind)


def _written(rule: SectionRule) -> Iterator[str]:
    values = (rule.title, rule.each, rule.turned, rule.continued, rule.levels, rule.page_number, rule.options or None)
    yield from (key for key, value in zip(_OF_KIND, values, strict=True) if value is not None)


def _levels(entry: Entry | None) -> int:
    """The number of levels; 0 where none can be read."""
    value = entry.number.value if entry is not None and entry.number is not None else 0
    return int(value) if value in _LEVELS else 0
