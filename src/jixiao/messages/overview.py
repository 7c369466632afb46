"""What the page and the workbook on many units say, in both languages."""

from __future__ import annotations

from jixiao.messages.commands import Said

OVERVIEW: dict[str, Said] = {
    "page_lang": Said("zh-CN", "en"),
    "page_title": Said("绩效自评报告完成情况", "Self-evaluation reports"),
    "page_search": Said("查找单位、代码、主管部门、检查编号", "Find units, codes, superiors, findings"),
    "page_all_states": Said("全部情况", "all states"),
    "page_all_branches": Said("全部分支", "all branches"),
    "page_all_grades": Said("全部等级", "all grades"),
    "page_unit": Said("单位", "Unit"),
    "page_superior": Said("主管部门", "Superior"),
    "page_state": Said("情况", "State"),
    "page_must": Said("必须改正", "Must"),
    "page_should": Said("提示", "Should"),
    "page_score": Said("得分", "Score"),
    "page_grade": Said("等级", "Grade"),
    "page_rate": Said("执行率", "Execution"),
    "page_report": Said("报告", "Report"),
    "page_scores": Said("得分分布（单位数）", "Scores (units)"),
    "page_rates": Said("各分支预算执行率", "Execution by branch"),
    "page_rates_note": Said(
        "一个分支是一个主管部门和它的全部下属单位；执行率是各单位报告的全年执行数合计除以全年预算数合计，没有抵销上下级之间的拨款。"
        "点一下只看这个分支。",
        "A branch is a superior with all below it; its rate is what the reports say was spent, over their budgets, "
        "transfers between units included. Click to see it alone.",
    ),
    "page_more": Said("再显示一些", "Show more"),
    "page_explain": Said(
        "点开单位看它的各份报告和查出的问题；得分、等级、执行率取自部门整体支出报告，只有一份项目报告的取自那份。"
        "问题的全文在 summary.xlsx 和 findings.json。",
        "Open a unit for its reports and findings. Score, grade and rate are those of the department's report, or of "
        "the only report. Findings in full: summary.xlsx and findings.json.",
    ),
    "page_shown": Said("{number} 个单位", "{number} units"),
    "page_reports": Said("{number} 份", "{number} reports"),
    "page_units": Said("个单位", "units"),
    "page_former": Said("（上一次的）", " (former)"),
    "page_no_score": Said("另有 {number} 个单位没有得分。", "{number} more units have no score."),
    "sheet_reports": Said("报告", "Reports"),
    "sheet_projects": Said("项目", "Projects"),
    "sheet_findings": Said("问题", "Findings"),
    "column_unit": Said("单位", "Unit"),
    "column_code": Said("代码", "Code"),
    "column_superior": Said("主管部门", "Superior"),
    "column_report": Said("报告", "Report"),
    "column_format": Said("报告格式", "Format"),
    "column_state": Said("情况", "State"),
    "column_must": Said("必须改正", "Must"),
    "column_should": Said("提示", "Should"),
    "column_budget": Said("全年预算数（万元）", "Budget (10,000 yuan)"),
    "column_executed": Said("全年执行数（万元）", "Executed (10,000 yuan)"),
    "column_rate": Said("执行率", "Execution"),
    "column_score": Said("得分", "Score"),
    "column_grade": Said("等级", "Grade"),
    "column_file": Said("文件", "File"),
    "column_project": Said("项目", "Project"),
    "column_strength": Said("程度", "Strength"),
    "column_finding": Said("编号", "Code"),
    "column_place": Said("位置", "Place"),
    "column_sentence": Said("问题", "Finding"),
    "column_remedy": Said("改法", "Remedy"),
}
