"""A project (项目) and what its report needs: funds, indicators, facts, narrative, evaluators."""

from __future__ import annotations

from typing import ClassVar

from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import (
    Kind,
    amount,
    date,
    entry,
    keyed,
    named,
    narrative,
    number,
    record,
    records,
    text,
    texts,
)
from jixiao.model.monitoring import Monitoring
from jixiao.model.staged import NOWHERE
from jixiao.model.values import Date, Entry, Narrative, Text


@keyed
class Voucher:
    """The accounting vouchers of a month that prove what a sub-project spent."""

    place: SourcePlace = NOWHERE
    month: Entry | None = number("月份", "凭证所在的月份，1至12", required=True)
    numbers: tuple[Text, ...] = texts("凭证号", "凭证的号码，连号写成9-13，如 [5, 9-13, 15-25]", required=True)


@keyed
class UseClass:
    """A class of use under which sub-projects are added up (如信息化建设、大厅运转)."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "用途类别的名称，子项目的“用途”写它", required=True, carried=True)
    meaning: Text | None = text("说明", "这一类的钱用在哪里", carried=True)


@keyed
class FundSource:
    """The money of one level of government, or of another source."""

    place: SourcePlace = NOWHERE
    level: Text | None = text(
        "资金级次", "资金级次，如中央财政、县市区财政；名称由格式规定", required=True, carried=True
    )
    planned: Entry | None = amount("计划", "计划安排的资金", stage="全年")
    arrived: Entry | None = amount("到位", "实际到位的资金", stage="全年")
    spent: Entry | None = amount("支出", "实际支出的资金", stage="决算")


@keyed
class SubProject:
    """A part of the project with its own money."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "子项目的全称", "子项目名称", required=True, carried=True)
    short_name: Text | None = text("简称", "正文中的简称", carried=True)
    fund_level: Text | None = text(
        "资金来源", "资金级次，如州财政；不填用项目的资金来源", carried=True, default="项目.资金来源"
    )
    use: Text | None = text("用途", "用途类别，即“用途分类”中的名称，支出按它汇总", carried=True)
    initial: Entry | None = amount("年初预算数", "年初批复的预算", stage="年初")
    budget: Entry | None = amount("预算安排", "本年预算安排的项目资金", "预算安排项目资金", stage="全年")
    arrived: Entry | None = amount("实际到位", "截至年末实际到位的资金", "实际到位资金", stage="全年")
    spent: Entry | None = amount("实际支出", "截至年末实际支出的资金", "实际支出金额", required=True, stage="决算")
    reason: Narrative | None = narrative("偏离原因", "预算执行率偏低的原因")
    vouchers: tuple[Voucher, ...] = records("会计凭证", "支出的会计凭证，一个月一项", Voucher, on_demand=True)
    remark: Text | None = text("备注", "明细表的备注", on_demand=True)


@keyed
class Allotment:
    """A document by which the finance bureau allots money (指标文)."""

    place: SourcePlace = NOWHERE
    number: Text | None = text("文号", "指标文件的文号", required=True)
    fund_level: Text | None = text("资金来源", "资金级次；不填用项目的资金来源", default="项目.资金来源")
    issued: Date | None = date("下达日期", "指标文件的日期")
    amount: Entry | None = amount("金额", "该文件下达的金额", required=True, stage="全年")


@keyed
class FundLine:
    """A row of the funds block of the 9-column form (当年财政拨款, 上年结转资金, 其他资金)."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "资金构成的名称", required=True, carried=True)
    initial: Entry | None = amount("年初预算数", "年初批复的预算", stage="年初")
    adjusted: Entry | None = amount("全年预算数", "调整后的全年预算", stage="全年")
    executed: Entry | None = amount("全年执行数", "全年实际支出", stage="决算")


@keyed
class Indicator:
    """One third-level indicator: a row of the 9-column form."""

    place: SourcePlace = NOWHERE
    group: Text | None = text("一级指标", "一级指标名称", required=True, carried=True, rule="财预〔2020〕10号 附件1")
    category: Text | None = text("二级指标", "二级指标名称", required=True, carried=True, rule="财预〔2020〕10号 附件1")
    name: Text | None = text("三级指标", "三级指标名称", required=True, carried=True)
    target: Entry | None = entry(
        "年度指标值", "年初批复的指标值，可带≥≤和单位，也可写文字", required=True, stage="年初"
    )
    meaning: Text | None = text("计算公式", "指标的计算公式或口径，印在年度指标值下面", carried=True, on_demand=True)
    actual: Entry | None = entry("实际完成值", "年末实际完成值，可写=事实名", required=True, stage="决算")
    weight: Entry | None = number("分值", "该指标的分值；格式规定各项指标不计分的不填", unit="分", carried=True)
    method: Text | None = text("计分方法", "本项另用的计分方法，名称由格式规定；不填按格式", carried=True)
    level: Text | None = text(
        "完成程度", "用文字表述的指标完成得怎样，如达成、部分达成、未达成", rule="财预〔2020〕10号 第十六条"
    )
    score: Entry | None = number("得分", "人工评定的得分；定量指标不填则按规则计算", "自评得分", unit="分")
    sample: Entry | None = number("样本数", "满意度指标的有效问卷份数；没有问卷不填", "问卷份数")
    reason: Narrative | None = narrative("偏差原因", "未完成、扣分或超额的原因及改进措施", "偏差原因分析及改进措施")


@keyed
class Result:
    """Scores and grade of the whole that were decided by hand; else they follow from the rules of the format."""

    place: SourcePlace = NOWHERE
    execution: Entry | None = number("执行得分", "预算执行的得分；不填由程序计算", unit="分", stage="决算")
    total: Entry | None = number("总分", "自评总分；不填由程序计算", unit="分", stage="决算")
    grade: Text | None = text("等级", "自评等级；不填由程序评定")


@keyed
class Evaluator:
    """A member of the evaluation group."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("姓名", "姓名", carried=True)
    post: Text | None = text("职务", "职称或职务", "职称/职务", carried=True)
    unit: Text | None = text("单位", "所在单位", carried=True)


@keyed
class Composition:
    """Facts of which one is the whole of the others."""

    place: SourcePlace = NOWHERE
    whole: Text | None = text("整体", "整体的名称，如覆盖率、接入总数", required=True)
    parts: tuple[Text, ...] = texts("部分", "各部分的名称：数量应合计为整体，比率应把整体夹在中间", required=True)


@keyed
class Project:
    """A project whose expenditure is evaluated."""

    kind: ClassVar[str] = "项目"

    key: str = ""
    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "项目全称；不填用文件夹名", "项目名称", carried=True)
    function_code: Text | None = text("支出功能科目编码", "支出功能分类科目编码", carried=True)
    category: Text | None = text("支出类别", "在部门基础数据表中归入的类别，如业务工作经费", carried=True)
    implementer: Text | None = text(
        "实施单位", "项目实施单位；不填用单位名称", "项目实施单位", carried=True, default="单位.名称"
    )
    supervisor: Text | None = text(
        "主管部门", "项目主管部门；不填用单位的主管部门", carried=True, default="单位.主管部门"
    )
    leader: Text | None = text("项目负责人", "项目负责人姓名")
    phone: Text | None = text("联系电话", "项目负责人电话")
    address: Text | None = text("地址", "项目地址；不填用单位的地址", "项目地址", carried=True, default="单位.地址")
    postcode: Text | None = text("邮编", "邮政编码；不填用单位的邮编", carried=True, default="单位.邮编")
    start: Date | None = date("开始时间", "项目起始年月", required=True)
    end: Date | None = date("结束时间", "项目终止年月", required=True)
    cutoff: Date | None = date("数据截止日期", "资金和绩效数据的截止日期，一般为12月31日", required=True)
    fund_level: Text | None = text("资金来源", "子项目和指标文未写资金来源时的资金级次", carried=True)
    initial: Entry | None = amount("年初预算数", "年初批复的预算；没有可不填", stage="年初")
    budget: Entry | None = amount(
        "全年预算数", "全年预算（计划投资）总额；不填由子项目汇总", "计划投资额", stage="全年"
    )
    arrived: Entry | None = amount("到位资金", "到位资金总额；不填由指标文汇总", "实际到位资金", stage="全年")
    spent: Entry | None = amount("全年执行数", "全年支出总额；不填由子项目汇总", "实际支出金额", stage="决算")
    sub_projects: tuple[SubProject, ...] = records("子项目", "子项目及其资金", SubProject)
    use_classes: tuple[UseClass, ...] = records("用途分类", "子项目的用途类别", UseClass, on_demand=True)
    allotments: tuple[Allotment, ...] = records("指标文", "资金下达的指标文件", Allotment)
    sources: tuple[FundSource, ...] = records(
        "资金分级", "各级次资金的计划、到位和支出；不填由子项目和指标文汇总", FundSource, on_demand=True
    )
    funds: tuple[FundLine, ...] = records("资金构成", "9列自评表的资金构成", FundLine)
    indicators: tuple[Indicator, ...] = records("绩效指标", "三级绩效指标及完成情况", Indicator)
    result: Result | None = record("自评结果", "人工评定的得分和等级；一般不填，由程序计算", Result)
    not_evaluated: Narrative | None = narrative(
        "未自评原因", "没有开展自评的原因，如年末才下达、涉密；填了的不要求绩效指标，开展了自评的不填"
    )
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
