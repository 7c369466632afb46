"""What a format may say about points and grades (评分): the field table."""

from __future__ import annotations

from jixiao.kernel.place import SourcePlace
from jixiao.kernel.rounding import ScoreMode
from jixiao.model.fields import Kind, flag, keyed, named, number, record, records, text
from jixiao.model.values import Entry, Text

NOWHERE = SourcePlace("")

PROPORTIONAL = "比例"
"""The method that needs no declaration."""
BY_RATE, BY_VALUE = BASES = ("完成率", "完成值")
INVERSE, DECLINING = LOWER_IS_BETTER = ("反比", "递减")
WHOLE_POINTS = "整数"
MOST_DIGITS = 6
"""Decimals that a score may have."""
ROUNDING_MODES = {
    "四舍五入": ScoreMode.HALF_UP,
    WHOLE_POINTS: ScoreMode.HALF_UP,
    "逐级": ScoreMode.CASCADE,
    "进位": ScoreMode.CEIL,
    "步长": ScoreMode.STEP,
}
EXECUTION, FULL, TOTAL = COMPUTED = ("执行得分", "总分值", "总分")
"""Figures that need no formula: they follow from the rules of 评分."""
CAP = "总分上限"
"""The figure that a cap on the total gives, for formulas of the total."""


@keyed
class Band:
    """From a bound upwards, a share of the points."""

    place: SourcePlace = NOWHERE
    lowest: Entry | None = number("起", "达到多少（含）", unit="%", required=True)
    share: Entry | None = number("得", "得到分值的百分之几", unit="%", required=True)


@keyed
class MethodRule:
    """A way from a rate to points: by bands, above a threshold, or, where it names neither, in proportion."""

    place: SourcePlace = NOWHERE
    basis: Text | None = text("按", "完成率 或 完成值；不填为完成率，完成值用于满意度这样的百分数")
    bands: tuple[Band, ...] = records("分档", "各档，从高到低；低于最后一档不得分", Band, rule="财预〔2021〕101号")
    threshold: Entry | None = number(
        "门槛", "低于它不得分，达到后按超出的部分在余下部分中的比例计分", unit="%", rule="财预〔2021〕101号"
    )


@keyed
class ExecutionRule:
    """Points for budget execution."""

    place: SourcePlace = NOWHERE
    weight: Entry | None = number("分值", "预算执行的分值", unit="分", rule="财预〔2020〕10号 第十三条")
    method: Text | None = text("方法", "比例，或“计分方法”中的名称；不填为比例")
    counted: bool | None = flag("计入满分", "执行得分是否计入总分；否则各项指标自己合计为满分")


@keyed
class RoundingRule:
    """How a score is rounded."""

    place: SourcePlace = NOWHERE
    mode: Text | None = text("方式", "四舍五入、整数、逐级、进位 或 步长")
    digits: Entry | None = number("位数", "小数位数；逐级为最后的位数")
    first_digits: Entry | None = number("先到位数", "逐级：先四舍五入到的位数")
    step: Entry | None = number("步长", "步长，如0.5")


@keyed
class Level:
    """A degree to which a target in words was met, and the least share of the points it earns."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "完成程度的名称", required=True)
    lowest: Entry | None = number("起", "至少得到分值的百分之几（含）", unit="%", required=True)


@keyed
class CapRule:
    """The most a total may be where the budget was executed poorly."""

    place: SourcePlace = NOWHERE
    below: Entry | None = number("执行率低于", "预算执行率低于多少", unit="%", required=True)
    most: Entry | None = number("总分不超过", "总分的上限", unit="分", required=True)


@keyed
class DeviationRule:
    """Points taken off each indicator that passed its target by far."""

    place: SourcePlace = NOWHERE
    above: Entry | None = number("超过", "完成率超出100%多少以上", unit="%", required=True)
    points: Entry | None = number("扣分", "每项扣几分", unit="分", required=True)


@keyed
class Grade:
    """A grade and the least score that earns it."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "等级名称", required=True)
    lowest: Entry | None = number("起", "最低得分（含）", unit="分", required=True)
    printed_most: Entry | None = number("止", "等级说明中印出的最高得分，如89；不影响评定", unit="分")


@keyed
class ScoringRules:
    """How points and grades are given (财预〔2020〕10号 第十三、十六、十八条, as the format fills them)."""

    place: SourcePlace = NOWHERE
    full: Entry | None = number("满分", "总分的满分", unit="分")
    execution: ExecutionRule | None = record("执行", "预算执行的得分", ExecutionRule)
    by_indicator: bool | None = flag(
        "指标计分", "各项指标是否有分值和得分，不填为是；否：总分填在“自评结果”里，等级不填的由总分评定"
    )
    quantitative: Text | None = text("定量指标", "定量指标的计分方法；不填为比例", rule="财预〔2020〕10号 第十六条")
    lower_is_better: Text | None = text(
        "反向指标", "反比（指标值÷完成值）或 递减（超出指标值多少减多少，超出一倍为零）；不填为反比"
    )
    levels: tuple[Level, ...] = records(
        "定性等级", "定性指标的完成程度，从高到低", Level, rule="财预〔2020〕10号 第十六条"
    )
    methods: dict[str, MethodRule] = named(
        "计分方法", "可用的计分方法，名称自定", Kind.RECORD, item=MethodRule, rule="财预〔2021〕101号"
    )
    deviation: DeviationRule | None = record("偏差扣分", "超额过多的指标怎样扣分；不填不扣", DeviationRule)
    caps: tuple[CapRule, ...] = records("封顶", "预算执行率低的，总分的上限；不填不封顶", CapRule)
    rounding: RoundingRule | None = record("取整", "得分的取整", RoundingRule)
    total_rounding: RoundingRule | None = record("总分取整", "总分的取整；不填同“取整”", RoundingRule)
    grades: tuple[Grade, ...] = records(
        "等级", "等级，从高到低，最后一级从0起", Grade, rule="财预〔2020〕10号 第十八条"
    )

    @property
    def scores_indicators(self) -> bool:
        """Whether the indicators have points."""
        return self.by_indicator is not False

    @property
    def execution_weight(self) -> Entry | None:
        """The points for budget execution; None where there are none."""
        entry = self.execution.weight if self.execution else None
        return entry if entry and entry.value else None

    @property
    def counts_execution(self) -> bool:
        """Whether points for budget execution are part of the total."""
        return self.execution is not None and self.execution_weight is not None and self.execution.counted is not False


def total_formulas(scoring: ScoringRules | None) -> dict[str, str]:
    """What the full score and the total are made of, where a format gives no formula of its own."""
    rules = scoring or ScoringRules()
    if not rules.scores_indicators:
        return {FULL: "none", TOTAL: "none"}
    total = f"{EXECUTION} + 指标得分" if rules.counts_execution else "指标得分"
    return {
        FULL: "执行分值 + 指标分值" if rules.counts_execution else "指标分值",
        TOTAL: f"min({total}, {CAP})" if rules.caps else total,
    }
