"""All checks, in the order they run; each takes the context of one report and gives findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jixiao.checks import (
    assets,
    compositions,
    counts,
    dates,
    department,
    duplicates,
    indicators,
    institutions,
    last_year,
    levels,
    monitored,
    monitoring,
    names,
    points,
    rates,
    scores,
    sections,
    spending,
    staff,
    stages,
    sums,
    surveys,
    texts,
    typed,
    uses,
    vouchers,
)
from jixiao.checks.context import Context
from jixiao.checks.declared import declared
from jixiao.checks.explained import explained
from jixiao.checks.words import Paragraph
from jixiao.compute.evaluation import Evaluation
from jixiao.kernel.finding import Finding
from jixiao.ledger.ledger import Ledger

Check = Callable[[Context], Iterable[Finding]]

CHECKS: dict[str, Check] = {
    "重名": names.taken_names,
    "必填项": sums.required_fields,
    "合计与分项": sums.stated_totals,
    "舍位平衡": sums.not_footed,
    "支出与到位": sums.spent_above_arrived,
    "负数": sums.negative_amounts,
    "到位与安排": sums.arrived_as_planned,
    "收支与预算阶段": stages.budget_stages,
    "支出类别": department.categories,
    "项目与子项目": department.sub_projects,
    "指标文与到位": department.allotments,
    "经济分类": department.economic_classes,
    "公用经费其中项": department.parts_of_operating_funds,
    "资金级次": levels.known_levels,
    "资金分级": levels.by_level,
    "用途分类": uses.classes,
    "会计凭证": vouchers.vouchers,
    "机构": institutions.institutions,
    "资产": assets.amounts,
    "整体与部分": compositions.compositions,
    "支出与预算": spending.above_budget,
    "三公与上年": spending.above_last_year,
    "三公无预算": spending.without_budget,
    "人员变动": staff.movements,
    "编制": staff.quota,
    "与上年数据": last_year.typed_again,
    "结转与上年数据": last_year.carried_in,
    "重复项目": duplicates.duplicates,
    "内设机构": sections.names,
    "评价人员的股室": sections.posts,
    "分值": scores.weights,
    "得分": scores.scores,
    "扣分": scores.deductions,
    "完成程度": points.levels,
    "计分界限": points.bounds,
    "封顶": points.caps,
    "算不出的得分": points.uncomputed,
    "自评结果": points.decided,
    "指标单位": indicators.units,
    "超额完成": indicators.over_fulfilment,
    "比率范围": rates.bounded_rates,
    "满意度与问卷数": surveys.possible_shares,
    "预算执行率": rates.execution,
    "执行监控的资金": monitoring.money,
    "执行监控的进度": monitored.progress,
    "执行监控的指标": monitored.likelihoods,
    "算不出的数字": rates.computable,
    "等级": rates.grade,
    "项目起止": dates.period,
    "截止日期": dates.closing,
    "指标文日期": dates.allotments,
    "资产日期": assets.date_of_assets,
    "执行监控的年度和期间": monitoring.dates,
    "本格式的检查": declared,
    "必填文字": texts.narratives,
    "模板残留": texts.residue,
    "文中数字": typed.typed_figures,
    "文中个数": counts.counts,
    "约数": counts.hedged,
    "文中股室": sections.mentions,
    "文中年度": texts.other_years,
    "重复字词": texts.doubled_words,
}


def run_checks(exact: Evaluation, ledger: Ledger, written: tuple[Paragraph, ...] = ()) -> list[Finding]:
    """The findings of all checks on one report, without those that the unit explains.

    written: the words of sections that the unit wrote in Word.
    """
    found = [
        (context, [finding for check in CHECKS.values() for finding in check(context)])
        for context in Context.all_of(exact, ledger, written)
    ]
    return list(dict.fromkeys(explained(found)))
