"""Samples of data that do not fit their fields (D), of formulas (C), and of formats' rules (F1)."""

from __future__ import annotations

from pathlib import Path

from jixiao.kernel.finding import Finding
from jixiao.pipeline import examine
from tests.errors.bench import (
    CHAPTER,
    FORMAT,
    MORE,
    PROJECT,
    UNIT_FILE,
    Sample,
    chapter,
    checked_templates,
    facts,
    more_rules,
    project,
    rules,
)

OPTIONS = "{得分栏明: 自评得分, 得分栏名: 得分}"


def _another_report() -> list[Finding]:
    return examine(Path("data"), Path("templates"), "样例", 2022, only="总结").findings


def figure(formula: str) -> Sample:
    """A further figure of the format."""
    return more_rules(f'- {{名称: 新数, 公式: "{formula}"}}')


SAMPLES: dict[str, Sample] = {
    "D101": project("预算安排: 80", "预算按排: 80"),
    "D102": project("三级指标: 方便群众", "三级指标:"),
    "D103": project("- {文号: 甲〔2022〕1号, 金额: 280, 下达日期: 2022-03-01}", "- 甲〔2022〕1号"),
    "D104": project("- {文号: 甲〔2022〕1号,", "  {文号: 甲〔2022〕1号,"),
    "D105": project("名称: 宣传推广", "名称: [宣传, 推广]"),
    "D106": project("名称: 宣传推广", "名称: 宣传推广, 子项目名称: 推广"),
    "D107": project("预算安排: 80", "预算安排: 八十万元"),
    "D108": project("预算安排: 80", "预算安排: 约80万元"),
    "D109": project("预算安排: 80", "预算安排: 80个"),
    "D110": project("2022-03-01", "三月一日"),
    "D111": project("2022-03-01", "2022-02-30"),
    "D112": rules("阈值:", "显示: {正文: {单位: yes}}\n阈值:"),
    "D113": project("=共享单位", "="),
    "D114": facts("  5G站点: 3个"),
    "D115": Sample({MORE: "金额单位: 人民币\n事实: {机房: 3个}\n"}),
    "D201": Sample({UNIT_FILE: ("项目: 某项目", "项目: 某项日")}),
    "D202": Sample({}, _another_report),
    "C101": figure("全年执行数 +"),
    "C102": figure("全年执行数 ** 2"),
    "C103": figure("全年执行数 + " * 400 + "1"),
    "C104": figure("全年执行书 / 2"),
    "C105": figure("median(子项目.实际支出)"),
    "C106": figure("全年执行数 + 共享单位"),
    "C107": figure("单位.名称 + 1"),
    "C108": figure("count(全年执行数)"),
    "C109": figure("年度.月份"),
    "C110": figure("round(全年执行数, 2, 3)"),
    "C111": more_rules("- {名称: 甲数, 公式: 乙数}\n- {名称: 乙数, 公式: 甲数}"),
    "C112": figure("-" * 300 + "全年执行数"),
    "C113": facts("\n".join(f"  数{number}: =数{number + 1}" for number in range(50)) + "\n  数50: 1个"),
    "C114": Sample({CHAPTER: "{{ 单位 }}支出{{ 全年执行数 }}。\n"}),
    "C115": chapter("{% for 项 in 子项目 %}" * 18 + "{% endfor %}" * 18 + "\n"),
    "C116": chapter("{% for 项 in 子项目 %}" * 12 + "很长的文字" * 800 + "{% endfor %}" * 12 + "\n"),
    "C121": chapter("{{ row(子项目, '宣传推厂').实际支出 }}\n"),
    "C122": chapter("{{ row(子项目).实际支出 }}\n"),
    "C123": chapter("支出{{ 全年执行数|汉字 }}。\n"),
    "C124": chapter("共享近{{ 共享单位|约('近余', -1) }}。\n"),
    "C125": Sample(facts("  巡查: 1000余次").files | chapter("巡查{{ 巡查|约('余', -3) }}。\n").files),
    "C126": chapter("共享{{ 共享单位|约('万余') }}。\n"),
    "C127": figure("全年执行数 ≥ 90"),
    "C201": Sample(
        {
            PROJECT: ("实际支出: 78.5}", "实际支出: 74.99999}"),
            CHAPTER: "{% if 全年执行数 < number('270.75万元') %}\n偏低。\n{% endif %}\n",
        }
    ),
    "C202": Sample({FORMAT: ("阈值:", "显示: {尾差: 平均}\n阈值:")}),
    "C203": Sample({FORMAT: ("阈值:", "显示: {表格: {金额: 三位}}\n阈值:")}),
    "F101": Sample({UNIT_FILE: ("格式: 测试", "格式: 侧试")}),
    "F102": Sample({UNIT_FILE: ("格式: 测试", "格式: 新式"), "templates/新式/2023/格式.yaml": "名称: 新式\n"}),
    "F103": rules("文件: 正文.md", "文件: 正本.md"),
    "F104": rules("类型: 正文", "类型: 正本"),
    "F107": Sample({FORMAT: ("阈值:", "必填项: [项目.自评结果.总分]\n阈值:")}),
    "F106": Sample({FORMAT: ("阈值:", "选用指标: [预算执行律]\n阈值:")}),
    "F111": rules("表.docx}]", "表.docx, 选项: {得分表投: 自评得分}}]\n选项: {得分表头: 得分}"),
    "F112": rules("文件: 正文.md", "文件: 正文.md, 横排: 是"),
    "F113": rules("{类型: 正文", "{类型: 目录, 页码: 第页}, {类型: 正文"),
    "F114": rules("{类型: 正文", "{类型: 封面}, {类型: 正文, 接排: 是"),
    "F115": rules("文件: 表.docx", "文件: 表.docx, 横排: 是, 接排: 是"),
    "F116": Sample({FORMAT: ("阈值:", f"选项: {OPTIONS}\n阈值:"), CHAPTER: "{{ 得分栏名 }}\n"}),
    "F151": Sample(more_rules("- {名称: 新数, 对象: 子项日, 公式: 实际支出}").files, checked_templates),
    "F152": Sample(
        {"templates/测试/2022/版式.yaml": ("四级标题: {字体: 仿宋_GB2312", "四级标题: {字体: 微软雅黑")},
        checked_templates,
    ),
    "F154": Sample(more_rules("- {名称: 新数, 公式: 全年执行书 / 2}").files, checked_templates),
    "F121": rules("方法: 比例", "方法: 分段"),
    "F122": rules("{名称: 良, 起: 80}", "{名称: 良, 起: 91}"),
    "F123": rules("满分: 100", "满分: 100\n  取整: {方式: 步长, 步长: 0}"),
    "F124": rules("满分: 100", "满分: 100\n  计分方法: {新法: {门槛: 60%, 分档: [{起: 80%, 得: 70%}]}}"),
    "F125": Sample(
        {
            FORMAT: ("满分: 100", "满分: 100\n  封顶: [{执行率低于: 80%, 总分不超过: 89}]"),
            "templates/测试/2022/评分.yaml": "指标: [{名称: 总分, 公式: 执行得分 + 指标得分}]\n",
        }
    ),
    "F126": rules("满分: 100", "满分: 110"),
    "F105": Sample({"templates/测试/2022/版式.yaml": ("左边距: 28", "左边距: -28")}),
}
