"""The institutions of a department (局机关和二级机构): what each took in, spent and owns, a row each."""

from __future__ import annotations

from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import amount, date, keyed, text
from jixiao.model.staged import NOWHERE
from jixiao.model.values import Date, Entry, Text


@keyed
class Institution:
    """The department's own offices, or an institution below it."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "机构名称，部门本级写局机关", "机构名称", required=True, carried=True)
    carried_in: Entry | None = amount("上年结转", "上年结转的收入", stage="决算")
    general: Entry | None = amount("公共财政拨款", "一般公共预算财政拨款收入", stage="决算")
    funds: Entry | None = amount("政府基金拨款", "政府性基金预算拨款收入", stage="决算")
    earmarked: Entry | None = amount("纳入专户管理的非税收入拨款", "纳入专户管理的非税收入拨款", stage="决算")
    other: Entry | None = amount("其他收入", "其他收入", stage="决算")
    personnel: Entry | None = amount("人员支出", "基本支出中的人员支出", stage="决算")
    operating: Entry | None = amount("公用支出", "基本支出中的公用支出", stage="决算")
    projects: Entry | None = amount("项目支出", "项目支出", stage="决算")
    saved: Entry | None = amount("累计结余", "累计结余", stage="决算")
    reception: Entry | None = amount("公务接待费", "公务接待费", stage="决算")
    cars_running: Entry | None = amount("公务用车运行维护费", "公务用车运行维护费", "公务用车运维费", stage="决算")
    cars_purchase: Entry | None = amount("公务用车购置费", "公务用车购置费", stage="决算")
    abroad: Entry | None = amount("因公出国境费", "因公出国（境）费", "因公出国费", stage="决算")
    assets_used: Entry | None = amount("在用固定资产", "在用的固定资产", stage="决算")
    assets_let: Entry | None = amount("出租固定资产", "出租的固定资产", stage="决算")
    assets_other: Entry | None = amount("其他固定资产", "其他固定资产", "其他", stage="决算")


@keyed
class Assets:
    """What a department owns and owes at a date."""

    place: SourcePlace = NOWHERE
    cutoff: Date | None = date("截止日期", "资产数据的日期，一般为报告年度12月31日", required=True)
    current: Entry | None = amount("流动资产", "流动资产", stage="决算")
    fixed_cost: Entry | None = amount("固定资产原值", "固定资产原值", stage="决算")
    fixed_depreciation: Entry | None = amount("固定资产累计折旧", "固定资产累计折旧", stage="决算")
    fixed: Entry | None = amount("固定资产净值", "固定资产净值；不填为原值减累计折旧", stage="决算")
    intangible_cost: Entry | None = amount("无形资产原值", "无形资产原值", stage="决算")
    intangible_amortisation: Entry | None = amount("无形资产累计摊销", "无形资产累计摊销", stage="决算")
    intangible: Entry | None = amount("无形资产净值", "无形资产净值；不填为原值减累计摊销", stage="决算")
    others: Entry | None = amount("其他资产", "在建工程等其他资产", stage="决算")
    total: Entry | None = amount("资产合计", "资产合计；不填由各项汇总", stage="决算")
    debts: Entry | None = amount("负债合计", "负债合计", stage="决算")
    used: Entry | None = amount("在用固定资产", "在用的固定资产", stage="决算")
    let: Entry | None = amount("出租固定资产", "出租、出借的固定资产", stage="决算")
    unused: Entry | None = amount("其他固定资产", "闲置等其他固定资产", "其他", stage="决算")
