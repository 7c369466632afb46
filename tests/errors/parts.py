"""Samples of levels, vouchers, wholes, assets, institutions, monitoring forms and sections that are not in order."""

from __future__ import annotations

from tests.errors.bench import FORMAT, MORE, PROJECT, Content, Sample
from tests.errors.department import sample

RULES = (
    "阈值: {",
    "名单: {资金级次: [州财政, 县财政]}\n阈值: {监控预警: [{截至月份: 6, 执行率: 40%}], ",
)
SPENT = "78.5}\n- {名称: 平台升级, 预算安排: 200, 实际到位: 200, 实际支出: 195.75}"
LEVEL = "{资金级次: 州财政, 计划: 280, 到位: 280, 支出: 274.25}"
SHARES = "事实: {覆盖率: 95.45%, 县直: 95.86%, 乡镇: 100%, 全市: 48个, 市直: 40个, 县区: 9个}\n整体与部分:\n"
OFFICE = "{名称: 局机关, 公共财政拨款: 620, 人员支出: 275.5, 公用支出: 32.25}"
MONEY = "{名称: 一般公共预算拨款, 年初预算数: 80, 执行数: 40, 预计执行数: 80}"
GOAL = (
    "{一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 巡查, "
    "年度指标值: 20次, 执行情况: 9次, 预计完成: 20次, 可能性: 确定能}"
)


def project(lines: str) -> Sample:
    """More data of the project, in a file of their own, under a format that knows levels and thresholds."""
    return Sample({MORE: f"{lines}\n", FORMAT: RULES})


def sub_projects(first: str, second: str = "", lines: str = "") -> Sample:
    """More of each of the two sub-projects, and of the project."""
    rest = f"{SPENT[5:-1]}, {second}}}" if second else SPENT[5:]
    files: dict[str, Content] = {PROJECT: (SPENT, f"78.5, {first}}}{rest}")}
    return Sample(files | {MORE: f"{lines}\n"}) if lines else Sample(files)


def monitored(*changes: tuple[str, str]) -> Sample:
    """A monitoring form with these changes."""
    form = f"执行监控:\n- 项目: 某项目\n  年度: 2022\n  期间: 1-6月\n  监控资金: [{MONEY}]\n  监控指标: [{GOAL}]"
    for old, new in changes:
        assert old in form
        form = form.replace(old, new)
    return project(form)


def assets(lines: str) -> Sample:
    """The assets of the department."""
    return department(f"  资产: {{截止日期: 2022-12-31, 固定资产原值: 100, {lines}}}")


def department(lines: str) -> Sample:
    """More data of the department."""
    return sample(("  项目支出:\n", f"{lines}\n  项目支出:\n"))


def told(words: str) -> Sample:
    """A narrative of a department with three sections."""
    return department(f"  内设机构: [办公室, 行政效能股, 政务公开股]\n  文字: {{概况: {words}}}")


SAMPLES: dict[str, Sample] = {
    "K131": project(f"资金分级: [{LEVEL.replace('州财政', '州级财政')}]"),
    "K132": project(f"资金分级: [{LEVEL}, {{资金级次: 州财政}}]"),
    "K133": project(f"资金分级: [{LEVEL.replace('计划: 280', '计划: 208')}]"),
    "K134": project(
        "资金分级: [{资金级次: 州财政, 计划: 240, 到位: 240, 支出: 230.25}, "
        "{资金级次: 县财政, 计划: 40, 到位: 40, 支出: 44}]"
    ),
    "K135": sub_projects("会计凭证: [{月份: 13, 凭证号: [5]}]"),
    "K136": sub_projects("会计凭证: [{月份: 1, 凭证号: [5, 9月13日]}]"),
    "K137": sub_projects("会计凭证: [{月份: 1, 凭证号: [5, 9-13, 12-15]}]"),
    "K138": sub_projects("会计凭证: [{月份: 1, 凭证号: [5, 9-13]}]", "会计凭证: [{月份: 1, 凭证号: [3, 12]}]"),
    "K139": sub_projects("会计凭证: [{月份: 1, 凭证号: [5, 21, 9-13]}]"),
    "K141": monitored(("执行数: 40", "执行数: 81")),
    "K142": monitored(("执行数: 40, 预计执行数: 80", "执行数: 81, 预计执行数: 81")),
    "K143": monitored(("预计执行数: 80", "预计执行数: 88")),
    "K144": monitored(("预计执行数: 80", "预计执行数: 60")),
    "K145": monitored(("年初预算数: 80, 执行数: 40, 预计执行数: 80", "年初预算数: 300, 执行数: 280, 预计执行数: 300")),
    "K151": project(f"{SHARES}- {{整体: 覆概率, 部分: [县直, 乡镇]}}"),
    "K152": project(f"{SHARES}- {{整体: 覆盖率, 部分: [县直]}}"),
    "K153": project(f"{SHARES}- {{整体: 覆盖率, 部分: [县直, 市直]}}"),
    "K154": project(f"{SHARES}- {{整体: 全市, 部分: [市直, 县区]}}"),
    "K155": project(f"{SHARES}- {{整体: 覆盖率, 部分: [县直, 乡镇]}}"),
    "K161": assets("固定资产累计折旧: 110"),
    "K162": assets("固定资产累计折旧: 20, 在用固定资产: 90, 出租固定资产: 5"),
    "K171": department(f"  机构: [{OFFICE}, {{名称: 服务站, 公共财政拨款: 5, 公用支出: 6}}]"),
    "K172": department(f"  机构: [{OFFICE}, {{名称: 局机关, 公用支出: 6, 公共财政拨款: 80}}]"),
    "K173": department(f"  机构: [{OFFICE.replace('局机关', '服务站').replace('32', '38')}]"),
    "K174": sub_projects("用途: 大厅运行", "用途: 信息化建设", "用途分类: [{名称: 信息化建设}, {名称: 大厅运转}]"),
    "K175": sub_projects("用途: 大厅运转", "用途: 大厅运转", "用途分类: [{名称: 信息化建设}, {名称: 大厅运转}]"),
    "K231": monitored(("确定能", "能")),
    "K232": monitored(("可能性: 确定能", "可能性: 有可能, 人员保障: 是")),
    "K308": monitored(("执行数: 40, 预", "执行数: 20, 预")),
    "K309": monitored(("执行数: 40, 预", "执行数: 0, 预"), ("执行情况: 9次", "执行情况: 20次")),
    "K406": department("  资产: {截止日期: 2021-12-31, 固定资产原值: 100}"),
    "K407": department("  资产: {截止日期: 2022-11-30, 固定资产原值: 100}"),
    "K408": monitored(("年度: 2022", "年度: 2020")),
    "K409": monitored(("1-6月", "1月6日")),
    "K605": department("  内设机构: [办公室, 行政效能股, 办公室]"),
    "K606": department("  内设机构: [办公室, 政务公开股]\n  评价人员: [{姓名: 甲, 职务: 政务公开和政务服务股股长}]"),
    "T204": told("由行政效能科组织。"),
    "T205": told("办件近8000余件。"),
    "T206": told("内设机构5个。"),
}
