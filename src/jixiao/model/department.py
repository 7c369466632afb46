"""A department (部门整体支出): staff, income, expenditure by class, indicators, facts and narrative."""

from __future__ import annotations

from typing import ClassVar

from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import Kind, amount, flag, keyed, named, narrative, number, record, records, text, texts
from jixiao.model.institution import Assets, Institution
from jixiao.model.monitoring import Monitoring
from jixiao.model.project import Composition, Evaluator, FundLine, Indicator, Result
from jixiao.model.staged import NOWHERE, Staged, StagedRow
from jixiao.model.values import Entry, Narrative, Text

BASE_TABLE = "部门整体支出绩效评价基础数据表"


@keyed
class Movement:
    """Staff who came or left during the year."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "变动的原因，如招考录用、调入、在职转退休", required=True)
    in_post: Entry | None = number("在职增减", "在职人数的增减，减少写负数", unit="人", signed=True)
    retired: Entry | None = number("退休增减", "退休人数的增减，减少写负数", unit="人", signed=True)


@keyed
class Staffing:
    """Posts and people (财政供养人员情况)."""

    place: SourcePlace = NOWHERE
    quota: Entry | None = number("编制数", "核定的编制人数", unit="人", required=True, carried=True, rule=BASE_TABLE)
    in_post: Entry | None = number("在职人数", "年末实有在职人数", unit="人", required=True, rule=BASE_TABLE)
    contract: Entry | None = number("编外人数", "编制以外的聘用人数", unit="人")
    on_leave: Entry | None = number("离休人数", "年末离休人数", unit="人")
    retired: Entry | None = number("退休人数", "年末退休人数", unit="人")
    before: Entry | None = number(
        "上年末在职人数", "上年末实有在职人数，用来核对人员变动；有上年数据的不填", unit="人", last_year="在职人数"
    )
    movements: tuple[Movement, ...] = records("人员变动", "本年在职和退休人员的变动", Movement)


@keyed
class Income:
    """Where the money comes from."""

    place: SourcePlace = NOWHERE
    general: Staged | None = record("一般公共预算拨款", "一般公共预算财政拨款", Staged)
    carried_in: Staged | None = record("上年结转", "上年结转结余", Staged)
    funds: Staged | None = record("政府性基金拨款", "政府性基金预算拨款；没有不填", Staged)
    capital: Staged | None = record("国有资本经营预算拨款", "国有资本经营预算拨款；没有不填", Staged)
    insurance: Staged | None = record("社会保险基金拨款", "社会保险基金预算拨款；没有不填", Staged)
    earmarked: Staged | None = record("纳入专户管理的非税收入拨款", "纳入财政专户管理的非税收入拨款；没有不填", Staged)
    other: Staged | None = record("其他资金", "事业收入、经营收入等其他资金；没有不填", Staged)


@keyed
class Adjustment:
    """Money added to (or taken from) the budget during the year."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "追加的项目或事由", required=True)
    category: Text | None = text("类别", "人员经费、公用经费，或所追加的项目名称", required=True)
    amount: Entry | None = amount("金额", "追加的金额，核减写负数", required=True, signed=True, stage="全年")
    is_told: bool | None = flag("列举", "正文是否逐项列举")


@keyed
class Transfer:
    """Money moved from one class of expenditure to another during the year."""

    place: SourcePlace = NOWHERE
    source: Text | None = text("转出", "转出的类别，如公用经费", required=True)
    target: Text | None = text("转入", "转入的类别，如项目支出", required=True)
    amount: Entry | None = amount("金额", "调剂的金额", required=True, stage="全年")


@keyed
class OperatingFunds(Staged):
    """Operating funds with the kinds that the base data table shows; the kinds are not all of them."""

    office: Staged | None = record("办公经费", "其中：办公经费", Staged)
    utilities: Staged | None = record("水费电费差旅费", "其中：水费、电费、差旅费", Staged, "水费、电费、差旅费")
    meetings: Staged | None = record("会议费培训费", "其中：会议费、培训费", Staged, "会议费、培训费")


@keyed
class PersonnelFunds(Staged):
    """What is paid to people, by kind."""

    details: tuple[StagedRow, ...] = records(
        "明细", "人员经费的各项，如人员工资、社会保障缴费", StagedRow, on_demand=True
    )


@keyed
class BasicExpenditure(Staged):
    """Basic expenditure (基本支出): personnel and operating funds."""

    personnel: PersonnelFunds | None = record("人员经费", "工资福利支出、对个人和家庭的补助", PersonnelFunds)
    operating: OperatingFunds | None = record("公用经费", "一般商品和服务支出", OperatingFunds)


@keyed
class ProjectExpenditure(Staged):
    """Project expenditure (项目支出); the projects themselves stand in the folder 项目."""

    categories: tuple[StagedRow, ...] = records(
        "类别", "基础数据表的各行，如业务工作经费；本年数由各项目汇总", StagedRow
    )
    economic: tuple[StagedRow, ...] = records("经济分类", "项目支出按经济分类的各项", StagedRow)


@keyed
class Cars(Staged):
    """Official cars."""

    purchase: Staged | None = record("购置费", "公务用车购置费", Staged, "公务用车购置费")
    running: Staged | None = record("运行维护费", "公务用车运行维护费", Staged, "公务用车运行维护费")


@keyed
class ThreePublic(Staged):
    """The three public expenses ("三公"经费)."""

    cars: Cars | None = record("公务用车", "公务用车购置及运行维护费", Cars, "公务用车购置及运行维护费")
    abroad: Staged | None = record("因公出国境", "因公出国（境）费", Staged, "因公出国（境）费")
    reception: Staged | None = record("公务接待", "公务接待费", Staged, "公务接待费")


@keyed
class Building:
    """An office building finished in the year (楼堂馆所)."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "工程名称", required=True)
    approved_area: Entry | None = number("批复规模", "批复的建筑面积", unit="㎡")
    actual_area: Entry | None = number("实际规模", "实际的建筑面积", unit="㎡")
    approved_cost: Entry | None = amount("预算投资", "批复的投资概算")
    actual_cost: Entry | None = amount("实际投资", "实际完成的投资")


@keyed
class Achievement:
    """A field of the year's work: its name heads a section of the text."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "这一方面工作的名称，作小标题", required=True)
    summary: Narrative | None = narrative("概述", "一两句话的概括，印在表中")
    told: Narrative | None = narrative("内容", "正文中的详细情况")


@keyed
class Department:
    """A department whose whole expenditure is evaluated."""

    kind: ClassVar[str] = "部门"

    place: SourcePlace = NOWHERE
    staffing: Staffing | None = record("人员情况", "编制、在职、离退休人数及变动", Staffing)
    sections: tuple[Text, ...] = texts("内设机构", "内设机构名称", carried=True)
    duties: tuple[Text, ...] = texts("职能职责", "主要职责，一条一项", carried=True)
    tasks: tuple[Text, ...] = texts("年度工作", "年度主要工作，一条一项", on_demand=True)
    achievements: tuple[Achievement, ...] = records(
        "工作成效", "年度工作的主要成效，一个方面一项", Achievement, on_demand=True
    )
    institutions: tuple[Institution, ...] = records(
        "机构", "局机关和各二级机构的收支；没有二级机构的不填，填了的部门总数由它汇总", Institution, on_demand=True
    )
    income: Income | None = record("预算收入", "各项资金来源", Income)
    adjustments: tuple[Adjustment, ...] = records("预算调整", "年中追加或核减的预算", Adjustment)
    transfers: tuple[Transfer, ...] = records("经费调剂", "支出类别之间的调剂", Transfer)
    basic: BasicExpenditure | None = record("基本支出", "人员经费和公用经费", BasicExpenditure)
    projects: ProjectExpenditure | None = record("项目支出", "项目支出；本年数由各项目汇总", ProjectExpenditure)
    economic: tuple[StagedRow, ...] = records("经济分类", "按经济分类的支出", StagedRow)
    assets: Assets | None = record("资产", "年末的资产和负债", Assets, on_demand=True)
    three_public: ThreePublic | None = record("三公经费", "“三公”经费", ThreePublic, "“三公”经费")
    procurement: Staged | None = record("政府采购", "政府采购预算和实际采购金额", Staged, "政府采购金额")
    basic_adjustment: Entry | None = amount(
        "基本支出预算调整", "部门基本支出预算调整数", signed=True, stage="决算", rule=BASE_TABLE
    )
    buildings: tuple[Building, ...] = records("楼堂馆所", "本年完工的楼堂馆所", Building)
    budget: Entry | None = amount("全年预算数", "全年预算总额；不填由各项汇总", "全年预算总收入", stage="全年")
    initial: Entry | None = amount("年初预算数", "年初预算总额；不填由各项汇总", "年初预算收入总计", stage="年初")
    spent: Entry | None = amount("全年执行数", "全年支出总额；不填由各项汇总", "决算支出", stage="决算")
    prior: Entry | None = amount("上年执行数", "上年支出总额；有上年数据的不填", stage="上年", last_year="全年执行数")
    saved: Entry | None = amount("累计结余", "历年累计结余；填了机构的由各机构汇总", stage="决算", on_demand=True)
    funds: tuple[FundLine, ...] = records("资金构成", "自评表的资金构成", FundLine)
    indicators: tuple[Indicator, ...] = records("绩效指标", "三级绩效指标及完成情况", Indicator)
    result: Result | None = record("自评结果", "人工评定的得分和等级；一般不填，由程序计算", Result)
    facts: dict[str, Entry] = named("事实", "正文和表格引用的数字，名称自定", Kind.ENTRY, in_expressions=True)
    lists: dict[str, tuple[Text, ...]] = named(
        "清单", "正文点名的事物，一条一项，名称自定；个数用 count 数出", Kind.TEXTS, in_expressions=True, on_demand=True
    )
    narratives: dict[str, Narrative] = named(
        "文字", "各章节的文字，名称由格式规定", Kind.NARRATIVE, in_expressions=True
    )
    explanations: dict[str, Narrative] = named("说明", "对检查提示的说明，键为数字名称或检查编号", Kind.NARRATIVE)
    evaluators: tuple[Evaluator, ...] = records("评价人员", "评价工作组成员", Evaluator)
    monitoring: tuple[Monitoring, ...] = records(
        "执行监控", "年中的绩效目标执行监控，一张监控表一项", Monitoring, on_demand=True
    )
    compositions: tuple[Composition, ...] = records(
        "整体与部分", "应当对得上的数字：整体和它的部分", Composition, on_demand=True
    )
