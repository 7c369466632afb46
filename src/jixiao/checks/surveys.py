"""Rates of satisfaction against the questionnaires they come from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.checks.context import INDICATORS, Context
from jixiao.checks.rates import typed_shares
from jixiao.checks.scores import TARGET, indicators
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.interval import Interval
from jixiao.kernel.rounding import floor_to, half_up_ratio, plain, power_of_ten

IMPOSSIBLE_SHARE = must("K302")

SATISFACTION = "满意"
SAMPLE = "样本数"
QUESTIONNAIRE = "问卷"
SAMPLE_FACTS = ((QUESTIONNAIRE, "有效"), (QUESTIONNAIRE, "收回"), (QUESTIONNAIRE, "回收"), ("问卷数",), ("问卷份数",))
"""Words in the name of the fact that holds the number of questionnaires, the first found."""


def possible_shares(context: Context) -> Iterator[Finding]:
    """A rate of satisfaction is a whole number of questionnaires over their number: 95.67% of 30 cannot be."""
    for name, figure in typed_shares(context):
        if SATISFACTION not in name or name.endswith(TARGET):
            continue
        if figure.value is None or figure.number is None or not 0 <= figure.value <= 1:
            continue
        sample = _sample(context, figure)
        if sample is None or sample.value is None or not _is_count(sample):
            continue
        whole = Interval.of(figure.number) * sample.value
        near = int(floor_to(whole.low, Decimal(1)))
        if any(whole.contains(Decimal(count)) for count in (near, near + 1)):
            continue
        place = context.place(figure)
        yield IMPOSSIBLE_SHARE.at(
            place,
            name=name,
            sample=int(sample.value),
            expected="、".join(_share(count, sample.value, figure.number.digits) for count in (near, near + 1)),
            actual=context.shown(figure),
            figure=str(figure.id),
            related=context.related(sample, place),
        )


def _is_count(sample: Figure) -> bool:
    number = sample.number
    return number is not None and not number.qualifier and number.value > 0 and number.value % 1 == 0


def _share(count: int, sample: Decimal, digits: int) -> str:
    percent = plain(half_up_ratio(Decimal(100 * count), sample, power_of_ten(-digits)), digits)
    return f"{count}÷{sample:f}={percent}%"


def _samples(context: Context) -> list[tuple[Figure, Figure]]:
    """The numbers of questionnaires that rows hold, each with the rate of its row."""
    pairs = zip(context.column(INDICATORS, SAMPLE), indicators(context), strict=True)
    return [(own, each.actual) for own, each in pairs if own is not None and own.value is not None and each.actual]


def _sample(context: Context, figure: Figure) -> Figure | None:
    """The number of questionnaires: that of the row which holds the rate, else of a fact named after them."""
    for own, actual in context.once(_samples):
        if context.place(actual) == context.place(figure):
            return own
    facts = [name for name in context.fact_names if QUESTIONNAIRE in name]
    for words in SAMPLE_FACTS if facts else ():
        for name in facts:
            fact = context.figure(name) if all(word in name for word in words) else None
            if fact is not None:
                return fact
    return None
