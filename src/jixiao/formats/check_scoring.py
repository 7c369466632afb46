"""What cannot be right in the scoring rules of a format: words nobody knows, bounds that do not fall, odd numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from jixiao.formats.rules import SUBJECTS, FigureRule, FormatRules, GroupRule
from jixiao.formats.scoring import (
    BASES,
    CAP,
    COMPUTED,
    EXECUTION,
    LOWER_IS_BETTER,
    MOST_DIGITS,
    PROPORTIONAL,
    ROUNDING_MODES,
    TOTAL,
    MethodRule,
    RoundingRule,
    ScoringRules,
)
from jixiao.kernel.finding import Finding, must
from jixiao.load.bind import MISSING_VALUE
from jixiao.model.fields import Kind, field_by_key, fields_of
from jixiao.model.values import Entry, Text

UNKNOWN_WORD = must("F121")
NOT_FALLING = must("F122")
ODD_NUMBER = must("F123")
TWO_METHODS = must("F124")
FORMULA_IN_THE_WAY = must("F125")
WEIGHTS_NOT_FULL = must("F126")

_ZERO, _ONE = Decimal(0), Decimal(1)


def scoring_findings(rules: FormatRules) -> list[Finding]:
    """All that is wrong with the scoring rules of a format and what refers to them."""
    scoring = rules.scoring or ScoringRules()
    return [
        *_unknown_words(rules, scoring),
        *_bounds(scoring),
        *(ODD_NUMBER.at(each.place, typed=each.typed) for each in _odd_numbers(scoring)),
        *(TWO_METHODS.at(each.place, name=name) for name, each in scoring.methods.items() if _is_double(each)),
        *_formulas(rules, scoring),
        *_weights(rules, scoring),
    ]


def _is_double(method: MethodRule) -> bool:
    return bool(method.bands) and method.threshold is not None


class _Choice(NamedTuple):
    """A key, what is written there, and what may be."""

    key: str
    word: Text | None
    known: Iterable[str]


def _unknown_words(rules: FormatRules, scoring: ScoringRules) -> Iterator[Finding]:
    names = [PROPORTIONAL, *scoring.methods]
    choices = [
        _Choice("方法", scoring.execution.method if scoring.execution else None, names),
        _Choice("定量指标", scoring.quantitative, names),
        _Choice("反向指标", scoring.lower_is_better, LOWER_IS_BETTER),
        *(_Choice("对象", group.of, SUBJECTS) for group in rules.groups),
        *(_Choice("计分方法", group.method, names) for group in rules.groups),
        *(_Choice("没有时并入", group.absent_to, _names(rules, group)) for group in rules.groups),
        *(_Choice("按", method.basis, BASES) for method in scoring.methods.values()),
        *(_Choice("方式", rounding.mode, ROUNDING_MODES) for rounding in _roundings(scoring)),
    ]
    for key, word, known in choices:
        if word is not None and word.text not in known:
            yield UNKNOWN_WORD.at(word.place, key=key, word=word, known="、".join(known))


def _names(rules: FormatRules, but: GroupRule) -> list[str]:
    kinds = [str(but.of)] if but.of else SUBJECTS
    return [str(group.name) for kind in kinds for group in rules.groups_of(kind) if group is not but]


def _roundings(scoring: ScoringRules) -> list[RoundingRule]:
    return [rule for rule in (scoring.rounding, scoring.total_rounding) if rule]


def _bounds(scoring: ScoringRules) -> Iterator[Finding]:
    """Grades, degrees and bands stand from the top down; grades and degrees leave no score without a name."""
    yield from _falling("等级", [grade.lowest for grade in scoring.grades], ends_at_zero=True)
    yield from _falling("定性等级", [level.lowest for level in scoring.levels], ends_at_zero=True)
    for name, method in scoring.methods.items():
        yield from _falling(name, [band.lowest for band in method.bands])
        yield from _falling(name, [band.share for band in method.bands])


def _falling(name: str, entries: Sequence[Entry | None], *, ends_at_zero: bool = False) -> Iterator[Finding]:
    known = [(entry, entry.value) for entry in entries if entry and entry.value is not None]
    for (_, above), (entry, value) in pairwise(known):
        if value >= above:
            yield NOT_FALLING.at(entry.place, name=name, expected=f"<{_typed(above, known)}", actual=entry.typed)
    if ends_at_zero and known and known[-1][1] != 0:
        yield NOT_FALLING.at(known[-1][0].place, name=name, expected="0", actual=known[-1][0].typed)


def _typed(value: Decimal, known: Sequence[tuple[Entry, Decimal]]) -> str:
    return next(entry.typed for entry, each in known if each == value)


def _odd_numbers(scoring: ScoringRules) -> Iterator[Entry]:
    """Numbers that nothing can be scored with."""
    yield from (entry for entry in _entries(scoring) if entry.typed and entry.value is None)
    for rounding in _roundings(scoring):
        step, digits = rounding.step, (rounding.digits, rounding.first_digits)
        yield from _outside([step], least=Decimal("0.000001"))
        yield from _outside(digits, most=Decimal(MOST_DIGITS))
        yield from (entry for entry in digits if entry and entry.value is not None and entry.value % 1)
    for method in scoring.methods.values():
        yield from _outside([band.share for band in method.bands], most=_ONE)
        yield from _outside([method.threshold], most=Decimal("0.9999"))
    yield from _outside([level.lowest for level in scoring.levels], most=_ONE)
    yield from _outside([cap.most for cap in scoring.caps])
    if scoring.deviation:
        yield from _outside([scoring.deviation.above, scoring.deviation.points])


def _outside(entries: Iterable[Entry | None], least: Decimal = _ZERO, most: Decimal | None = None) -> Iterator[Entry]:
    for entry in entries:
        value = entry.value if entry else None
        if entry and value is not None and (value < least or (most is not None and value > most)):
            yield entry


def _weights(rules: FormatRules, scoring: ScoringRules) -> list[Finding]:
    """The weights of all groups make the full score, of the department and of the project where each has its own."""
    kinds = {group.of.text: None for group in rules.groups if group.of} or dict.fromkeys(SUBJECTS[:1])
    return [each for kind in kinds if kind in SUBJECTS for each in _not_full(rules.groups_of(kind), scoring)]


def _not_full(groups: Iterable[GroupRule], scoring: ScoringRules) -> Iterator[Finding]:
    """With the points for execution, where they count; nothing where a group has no weight of its own."""
    weights = [group.weight for group in groups]
    full, execution = scoring.full, scoring.execution_weight if scoring.counts_execution else None
    counted = [*weights, execution] if execution else weights
    values = [entry.value for entry in counted if entry and entry.value is not None]
    if not weights or len(values) < len(counted) or not scoring.scores_indicators or full is None or full.value is None:
        return
    whole = sum(values, Decimal(0))
    if whole != full.value:
        place = next(weight.place for weight in weights if weight)
        yield WEIGHTS_NOT_FULL.at(
            place,
            execution=execution.typed if execution else "0",
            expected=full.typed,
            actual=f"{whole:f}",
            related=[full.place],
        )


def _entries(record: Any) -> Iterator[Entry]:
    """Every number of a record and of those within it."""
    for row in fields_of(type(record)):
        value = getattr(record, row.attribute)
        if isinstance(value, Entry):
            yield value
        elif row.field.kind in (Kind.RECORD, Kind.LIST, Kind.NAMED) and value:
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for each in inner:
                yield from _entries(each)


def _formulas(rules: FormatRules, scoring: ScoringRules) -> Iterator[Finding]:
    """A figure has a formula, unless it follows from the scoring rules; one of its own heeds their options."""
    field = field_by_key(FigureRule)["公式"].field
    for rule in rules.figures:
        computed = not rule.of and str(rule.name) in COMPUTED
        if rule.formula is None and not computed:
            yield MISSING_VALUE.at(rule.place, name=field.name, meaning=field.meaning)
        elif computed and rule.formula and (key := _unheeded(str(rule.name), rule.formula.text, scoring)):
            yield FORMULA_IN_THE_WAY.at(rule.formula.place, name=rule.name, key=key)


def _unheeded(name: str, formula: str, scoring: ScoringRules) -> str:
    """The option that a formula of the format's own leaves without effect."""
    method = scoring.execution.method if scoring.execution else None
    if name == EXECUTION and method and str(method) != PROPORTIONAL:
        return "方法"
    return "封顶" if name == TOTAL and scoring.caps and CAP not in formula else ""
