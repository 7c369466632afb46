"""What a format file (格式.yaml) may say: the field table of formats."""

from __future__ import annotations

from dataclasses import replace

from jixiao.formats.layout import Layout
from jixiao.formats.scoring import ScoringRules, total_formulas
from jixiao.kernel.place import SourcePlace
from jixiao.model.fields import Kind, flag, keyed, named, narrative, number, record, records, text, texts
from jixiao.model.values import Entry, Narrative, Text

NOWHERE = SourcePlace("")
SUBJECTS = ("部门", "项目")
"""What a report evaluates, and what 对象 of a first-level indicator may say."""


@keyed
class SectionRule:
    """One part of the outline."""

    place: SourcePlace = NOWHERE
    kind: Text | None = text("类型", "封面、目录、表单、题名、正文或附件", required=True)
    file: Text | None = text("文件", "正文的 .md 或 .docx，表单的 .docx")
    title: Text | None = text("名称", "附件的名称；表单、正文：印在前面的标题，序号照所写的；可带 {{ }}")
    lines: tuple[Text, ...] = texts("行", "题名的各行，可带 {{ }}")
    each: Text | None = text(
        "每个", "附件：清单的名称或算式，清单里每项一个附件，编为附件3-1、3-2……，只有一项的编为附件3"
    )
    turned: bool | None = flag("横排", "表单、附件：是否排在横向的页上")
    levels: Entry | None = number("级别", "目录：列到第几级标题，默认3")
    page_number: Text | None = text("页码", "目录：页码的样子，1代表页码，如 - 1 -")
    continued: bool | None = flag("接排", "表单、题名、正文：是否接在前一部分后面，不另起一页")
    options: dict[str, Text] = named("选项", "封面、正文、表单、附件：只在这一部分改用的选项", Kind.TEXT)


@keyed
class FigureRule:
    """A derived figure: a name, a formula, and where the formula comes from."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "数字的名称", required=True)
    of: Text | None = text(
        "对象", "逐行计算的清单或记录，如子项目、经费；部门、项目为其总数；不填为总数，部门和项目都有"
    )
    formula: Text | None = text("公式", "计算公式；执行得分、总分值、总分不填，由“评分”得出")
    unit: Text | None = text("单位", "印出的单位；不填随公式")
    digits: Entry | None = number("小数", "百分比的小数位数；不填随显示规则")
    meaning: Text | None = text("含义", "含义和分母")
    rule: Text | None = text("依据", "规则的出处")
    stage: Text | None = text("阶段", "上年、年初、全年或决算")
    is_spare: bool | None = flag("备选", "是：只在“选用指标”写了名称时才计算")
    is_default: bool | None = flag("缺省", "是：没有填写时才用，填写的不与它核对")


@keyed
class CheckRule:
    """A check of this format: a condition that must hold."""

    place: SourcePlace = NOWHERE
    code: Text | None = text("编号", "检查编号", required=True)
    of: Text | None = text("对象", "逐行检查的清单")
    condition: Text | None = text("条件", "应当成立的条件", required=True)
    figure: Text | None = text("数字", "所查的数字，提示指向它")
    strength: Text | None = text("强度", "必须 或 提示")
    message: Narrative | None = narrative("说明", "条件不成立时的提示，可带 {{ }}", required=True)
    remedy: Text | None = text("整改", "怎样改正")


@keyed
class PlaceDisplay:
    """How numbers print in one kind of place."""

    place: SourcePlace = NOWHERE
    money: Text | None = text("金额", "两位、去零 或 原样（由填写的数算出的，小数位数同其中最多的）")
    unit: bool | None = flag("单位", "金额后是否印单位")
    money_unit: Text | None = text("金额单位", "万元、元 或 亿元")
    thousands: bool | None = flag("千分位", "是否印千分位逗号")
    percent_digits: Entry | None = number("百分比", "百分比的小数位数")
    percent_strip: bool | None = flag("百分比去零", "百分比是否去掉末尾的零")
    percent_sign: bool | None = flag("百分号", "是否印百分号；不填为印")
    zero: Text | None = text("零值", "零金额印成什么，如 0、—；空：不印；不填照常印数字")
    blank: Text | None = text("空值", "没有数据的数字印成什么；不填随上一层的“空值”")
    not_computable: Text | None = text("不可计算", "算不出的数字印成什么；不填随上一层的“不可计算”")


@keyed
class DisplayRules:
    """How numbers print."""

    place: SourcePlace = NOWHERE
    basis: Entry | None = number("基准", "金额的基准位，默认0.01万元")
    tails: Text | None = text("尾差", "exact：各数各自四舍五入，差额加注；adjust：舍位平衡，使合计等于分项之和")
    locked: tuple[Text, ...] = texts("锁定", "adjust 时不得调整的数（法定口径），如全年执行数、子项目.实际支出")
    prose: PlaceDisplay | None = record("正文", "正文中的数字", PlaceDisplay)
    table: PlaceDisplay | None = record("表格", "正文表格中的数字", PlaceDisplay)
    form: PlaceDisplay | None = record("表单", "附表中的数字", PlaceDisplay)
    not_computable: Text | None = text("不可计算", "算不出的数字印成什么")
    blank: Text | None = text("空值", "没有数据的数字印成什么；空或不填：不印")


@keyed
class ProgressRule:
    """How far a budget should be executed by the end of a month."""

    place: SourcePlace = NOWHERE
    month: Entry | None = number("截至月份", "监控期间的最后一个月，1至12", required=True)
    rate: Entry | None = number("执行率", "执行率低于它须说明原因", unit="%", required=True)


@keyed
class Thresholds:
    """Beyond which an explanation is asked for."""

    place: SourcePlace = NOWHERE
    low_execution: Entry | None = number("执行率说明", "预算执行率低于它须说明原因", unit="%")
    over_fulfilment: Entry | None = number("超额说明", "完成值达到指标值的多少须说明原因", unit="%")
    progress: tuple[ProgressRule, ...] = records("监控预警", "执行监控：到哪个月，执行率应达到多少", ProgressRule)


@keyed
class GroupRule:
    """A first-level indicator and its weight."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "一级指标名称", required=True)
    of: Text | None = text("对象", "部门 或 项目：只用于其中一种；不填为两者")
    weight: Entry | None = number("分值", "规定的分值", unit="分", rule="财预〔2020〕10号 第十三条")
    method: Text | None = text("计分方法", "比例，或“评分”中计分方法的名称；不填同“定量指标”")
    absent_to: Text | None = text("没有时并入", "没有这类指标的，分值并入哪个一级指标，如效益指标")
    categories: tuple[Text, ...] = texts("二级指标", "自评表必列的二级指标，没有指标的印一行空行；不填只印有指标的")


@keyed
class FormatRules:
    """All that a format says, its own and what it extends."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "格式名称")
    version: Text | None = text("版本", "格式版本")
    years: Text | None = text("适用年度", "适用年度，如 2022 起")
    extends: tuple[Text, ...] = texts("继承", "所继承的格式文件夹")
    subject: Text | None = text("评价对象", "部门 或 项目")
    file_name: Narrative | None = narrative("文件名", "输出文件名，可带 {{ }}")
    outline: tuple[SectionRule, ...] = records("大纲", "报告的各部分", SectionRule)
    layout: Layout | None = record("版式", "页面和样式的尺寸", Layout, rule="GB/T 9704-2012")
    display: DisplayRules | None = record("显示", "数字怎样印", DisplayRules)
    scoring: ScoringRules | None = record("评分", "评分规则", ScoringRules)
    thresholds: Thresholds | None = record("阈值", "须说明的界限", Thresholds)
    groups: tuple[GroupRule, ...] = records("一级指标", "一级指标及分值", GroupRule)
    lists: dict[str, tuple[Text, ...]] = named("名单", "格式固定的清单", Kind.TEXTS)
    options: dict[str, Text] = named("选项", "模板用到的固定文字", Kind.TEXT)
    required_texts: tuple[Text, ...] = texts("必填文字", "单位必须填写的文字")
    project_texts: tuple[Text, ...] = texts("项目必填文字", "部门报告中，各项目必须填写的文字")
    required_fields: tuple[Text, ...] = texts(
        "必填项", "本格式必须填写的数字、记录或清单，如 子项目.实际到位、部门.人员情况"
    )
    optional_texts: tuple[Text, ...] = texts("可选文字", "单位可以填写的文字")
    figures: tuple[FigureRule, ...] = records("指标", "派生数字", FigureRule)
    selected: tuple[Text, ...] = texts("选用指标", "从备选的共性指标中选用哪些")
    checks: tuple[CheckRule, ...] = records("检查", "本格式的检查", CheckRule)

    @property
    def figures_in_use(self) -> dict[tuple[str, str], FigureRule]:
        """The derived figures by 对象 and 名称, without the spare ones that the format does not select."""
        selected = {name.text for name in self.selected}
        used = (rule for rule in self.figures if not rule.is_spare or str(rule.name) in selected)
        formulas = total_formulas(self.scoring)
        return {(str(rule.of or ""), str(rule.name)): _with_formula(rule, formulas) for rule in used}

    def groups_of(self, kind: str) -> tuple[GroupRule, ...]:
        """The first-level indicators of a department (部门) or of a project (项目)."""
        return tuple(group for group in self.groups if group.of is None or group.of.text == kind)


def _with_formula(rule: FigureRule, formulas: dict[str, str]) -> FigureRule:
    formula = None if rule.formula or rule.of else formulas.get(str(rule.name))
    return replace(rule, formula=Text(formula, rule.place)) if formula else rule
