"""Money by budget stage (上年、年初、全年、决算): the one record behind every line of a department's accounts."""

from __future__ import annotations

from typing import ClassVar

from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import amount, keyed, narrative, text
from jixiao.model.values import Entry, Narrative, Text

NOWHERE = SourcePlace("")


@keyed
class Staged:
    """A line of expenditure or income through the stages of the budget."""

    family: ClassVar[str] = "经费"

    place: SourcePlace = NOWHERE
    prior: Entry | None = amount(
        "上年决算数", "上年决算数；有上年数据的不填，取上年的全年执行数", stage="上年", last_year="全年执行数"
    )
    prior_budget: Entry | None = amount(
        "上年预算数", "上年年初预算数；有上年数据的不填", stage="上年", last_year="年初预算数"
    )
    initial: Entry | None = amount("年初预算数", "年初批复的预算", stage="年初")
    adjusted: Entry | None = amount("全年预算数", "调整后的全年预算；能推算的不填", "调整预算数", stage="全年")
    executed: Entry | None = amount("全年执行数", "全年实际收入或支出，即本年决算数", "决算数", stage="决算")
    reason: Narrative | None = narrative("说明", "与预算、与上年相比变化的原因")


@keyed
class StagedRow(Staged):
    """The same as a row of a list, which needs a name."""

    name: Text | None = text("名称", "名称", required=True, carried=True)
