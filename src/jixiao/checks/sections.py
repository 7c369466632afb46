"""The department's sections (内设机构): their list, the posts of evaluators, and names in prose that nearly fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.checks.context import Context, repeated
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.similar import nearest
from jixiao.model.project import Evaluator
from jixiao.model.values import Text

SECTION_TWICE = must("K605")
POST_OF_NO_SECTION = should("K606")
NEARLY_A_SECTION = should("T204")

KINDS, OFFICE = "股科处室部办", "办公室"
_POST = rf"(?P<section>\w{{2,}}?(?P<kind>[{KINDS}]))(?:副?(?:(?P=kind)?长|主任|部长|负责人)|科员|工作人员|会计|出纳)?"
"""政务公开股股长, 数据股长, 办公室副主任: the section, and the post in it."""
_NO_SECTION = r"(?:[干支总]|[主经协帮督]|[正副])[部办科处]$|[股科处]室$|^[一二三四]级"
_SPLIT = r"[、，,；;/\s（）()]+|兼"
_WORD_GOES_ON = {
    "股": "[份权东票]",
    "科": "[学技研目普员级协]",
    "处": "[理置于在分罚方长]",
    "室": "[内外长]",
    "部": "[门分署队级位件长]",
    "办": "[理公事法件结好案学证成税班会]",
}
"""What follows where the character ends no name: 行政效能处理, 数据资源部门."""
_OTHERS = r"(?:[省州县区镇国]|上级|中央|财政|人社|其他|委|局)\w{0,2}$"
"""Words before the section of somebody else."""
_UNITS = ("局", "委", "厅", "中心", "院", "政府")
_LEAST_STEM = 3


def names(context: Context) -> Iterator[Finding]:
    """No section stands twice in the list."""
    for section, first in repeated(() if context.case.project else _listed(context)):
        yield SECTION_TWICE.at(section.place, name=section, related=[first.place])


def _listed(context: Context) -> tuple[Text, ...]:
    department = context.case.unit_year.department
    return department.sections if department else ()


def _known(context: Context) -> list[str]:
    """Every name of a section: 政务服务部（政府网站部） goes by both."""
    return (context.whole or context).once(_names)


def _names(context: Context) -> list[str]:
    found = [part for each in _listed(context) for part in [each.text, *re.split("[（）()]", each.text)]]
    return [name for name in dict.fromkeys(found) if name]


def posts(context: Context) -> Iterator[Finding]:
    """An evaluator of the unit holds a post in a section of the list."""
    known = _known(context)
    for evaluator in context.case.subject.evaluators if known else ():
        for field, section in _sections(context, evaluator):
            if not any(_is(section, name) for name in known):
                near = "、".join(nearest(section, known) or known)
                yield POST_OF_NO_SECTION.at(field.place, name=section, near=near, text=field)


def _is(section: str, name: str) -> bool:
    """Whether it is the section of this name, alone or with the unit's before it: 局办公室."""
    return section == name or (section.endswith(name) and section.removesuffix(name).endswith(_UNITS))


def _sections(context: Context, evaluator: Evaluator) -> Iterator[tuple[Text, str]]:
    """The sections that the post and the unit of an evaluator name, unless the unit is another one."""
    unit = context.case.unit_year.unit
    own = [str(name) for name in (unit and unit.name, unit and unit.short_name) if name]
    of, within = evaluator.unit, ""
    if of:
        whose = next((name for name in own if of.text.startswith(name)), None)
        if whose is None:
            return
        within = of.text.removeprefix(whose)
    fields = [(of, within), (evaluator.post, str(evaluator.post or ""))]
    for field, words in fields:
        for part in re.split(_SPLIT, words) if field else ():
            match = re.fullmatch(_POST, part)
            if field and match and not re.search(_NO_SECTION, match["section"]):
                yield field, match["section"]


def mentions(context: Context) -> Iterator[Finding]:
    """A name in prose that is a section but for its last character: 行政效能科, where the list has 行政效能股."""
    known = _known(context)
    stems = [(name, _stem(name)) for name in known]
    told = [(name, stem) for name, stem in stems if len(stem) >= _LEAST_STEM and name[-1] in KINDS]
    for piece, words in context.prose.holding({stem for _, stem in told}):
        for name, stem in told:
            for match in _nearly(name).finditer(words) if stem in words else ():
                if match[0] not in known and not re.search(_OTHERS, words[: match.start()]):
                    place = piece.at(match.start(), match[0])
                    yield NEARLY_A_SECTION.at(place, name=name, expected=name, actual=match[0])


def _nearly(name: str) -> re.Pattern[str]:
    """The name with another kind of section at its end, where no other word begins there; 办 is short for 办公室."""
    own = "室办" if name.endswith(OFFICE) else name[-1]
    kinds = [f"{kind}(?!{goes_on})" for kind, goes_on in _WORD_GOES_ON.items() if kind not in own]
    return re.compile(f"{re.escape(_stem(name))}(?:{'|'.join(kinds)})")


def _stem(name: str) -> str:
    return name.removesuffix(OFFICE) if name.endswith(OFFICE) else name[:-1]
