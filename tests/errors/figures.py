"""Samples of reports whose figures, dates or words are not in order (K, T)."""

from __future__ import annotations

from tests.errors.bench import FORMAT, PROJECT, UNIT_FILE, Sample, facts, goal, more_rules, project, rules

ACTUAL, WEIGHT, SPENT = "实际完成值: =共享单位", "分值: 60", "实际支出: 78.5}"
MISSED = "年度指标值: 64个\n  实际完成值: =共享单位\n  分值: 60\n  得分: 60"
NOTHING = "预算安排: 0, 实际到位: 0, 实际支出: 0}"
METHOD, LEVELS = "方法: 比例}", "  定性等级: [{名称: 达成, 起: 80%}, {名称: 未达成, 起: 0%}]\n"
BANDS = "方法: 分档}\n  计分方法: {分档: {分档: [{起: 100%, 得: 100%}, {起: 98%, 得: 90%}]}}"
CAPPED = rules("等级: [", "封顶: [{执行率低于: 98%, 总分不超过: 89}]\n  等级: [")
TAILS = "实际支出: 785049元}\n- {名称: 平台升级, 预算安排: 200, 实际到位: 200, 实际支出: 1957549元}"
CHECK = "检查:\n- {编号: XJ01, 条件: 1 > 2, 说明: 一不大于二。}\n"

SAMPLES: dict[str, Sample] = {
    "K101": project("资金来源: 州财政", "资金来源: 州财政\n全年预算数: 281"),
    "K102": project("资金来源: 州财政", "资金来源: 州财政\n全年执行数: 274.3"),
    "K103": project(SPENT, "实际支出: 80.01}"),
    "K104": project("得分: 20", "得分: -2"),
    "K105": project("实际到位: 80", "实际到位: 79"),
    "K106": Sample({FORMAT: ("阈值:", "必填项: [子项目.实际到位]\n阈值:"), PROJECT: ("实际到位: 80, ", "")}),
    "K107": Sample(
        {
            FORMAT: ("阈值:", "显示: {尾差: adjust, 锁定: [子项目.实际支出]}\n阈值:"),
            PROJECT: ("实际支出: 78.5}\n- {名称: 平台升级, 预算安排: 200, 实际到位: 200, 实际支出: 195.75}", TAILS),
        }
    ),
    "K201": project(WEIGHT, "分值: 59"),
    "K202": project("一级指标: 产出指标", "一级指标: 产出类指标"),
    "K203": Sample({FORMAT: ("{名称: 产出指标, 分值: 60}", "{名称: 产出指标}"), PROJECT: (WEIGHT, "分值: 59")}),
    "K204": project("得分: 20", "得分: 20.5"),
    "K205": project("得分: 20", "得分:"),
    "K206": project(WEIGHT, "分值: 60\n  得分: 55"),
    "K207": project(f"年度指标值: 48个\n  {ACTUAL}\n  {WEIGHT}", MISSED),
    "K208": project("得分: 20", "得分: 18"),
    "K209": project(ACTUAL, "实际完成值: 48家"),
    "K210": project(ACTUAL, "实际完成值: 基本完成\n  得分: 60"),
    "K211": project("年度指标值: 48个", "年度指标值: 36个"),
    "K221": Sample({FORMAT: (METHOD, BANDS), PROJECT: (SPENT, "实际支出: 78.649}")}),
    "K222": CAPPED,
    "K223": Sample(CAPPED.files | {PROJECT: (SPENT, "实际支出: 78.649}")}),
    "K224": Sample(
        {
            FORMAT: ("  满分: 100\n", f"  满分: 100\n{LEVELS}"),
            PROJECT: ("得分: 20", "完成程度: 未达成\n  得分: 16\n  偏差原因: 尚需推广"),
        }
    ),
    "K225": Sample(
        {
            FORMAT: ("  满分: 100\n", f"  满分: 100\n{LEVELS}"),
            PROJECT: ("得分: 20", "得分: 20\n  完成程度: 已达成"),
        }
    ),
    "K226": project("得分: 20", "得分: 20\n  计分方法: 比率"),
    "K227": project("资金来源: 州财政", "资金来源: 州财政\n自评结果: {执行得分: 10}"),
    "K228": project("资金来源: 州财政", "资金来源: 州财政\n自评结果: {等级: 良}"),
    "K301": project("满意度: 96.67%", "满意度: 196.67%"),
    "K302": project("满意度: 96.67%", "满意度: 95.67%"),
    "K303": project(SPENT, "实际支出: 68.5}"),
    "K304": project("预算安排: 80, 实际到位: 80, 实际支出: 78.5}", NOTHING),
    "K305": more_rules('- {名称: 年初执行率, 公式: 全年执行数 / 年初预算数, 单位: "%"}'),
    "K306": Sample(
        {
            FORMAT: ("满分: 100\n  等级: [{名称: 优, 起: 90}", "满分: 100\n  等级: [{名称: 优, 起: 99.8}"),
            PROJECT: (SPENT, "实际支出: 78.622}"),
        }
    ),
    "K307": project(SPENT, "实际支出: 71.999}"),
    "K401": project("结束时间: 2022-12", "结束时间: 2021-12"),
    "K402": project("数据截止日期: 2022-12-31", "数据截止日期: 2021-12-31"),
    "K403": Sample({UNIT_FILE: ("报告时间: 2023-06", "报告时间: 2022-06")}),
    "K404": project("开始时间: 2022-01\n结束时间: 2022-12", "开始时间: 2021-01\n结束时间: 2021-12"),
    "K405": project("2022-03-01", "2021-12-20"),
    "K501": Sample({FORMAT: ("阈值:", CHECK.replace("条件", "强度: 一般, 条件") + "阈值:")}),
    "K502": Sample({FORMAT: ("阈值:", CHECK.replace("XJ01", "K101") + "阈值:")}),
    "K602": facts("  全年执行数: 3万元"),
    "K601": project("资金来源: 州财政", "资金来源: 州财政\n说明:\n  预算执行律: 验收较晚"),
    "T101": project("  总目标: 实现", "  概况: 实现"),
    "T102": goal("实现XX单位共享。"),
    "T103": goal("按照《共享办法实现共享。"),
    "T201": goal("实现48个单位共享。"),
    "T202": goal("2021年度实现共享。"),
    "T203": goal("实现单位的的共享。"),
}
