"""Samples of a department whose budget, spending, staff or projects are not in order (K108–K126, K603, K604)."""

from __future__ import annotations

from tests.departments import DEPARTMENT, FIGURES, LAST_YEAR, PROJECTS, RULES, UNIT
from tests.errors.bench import BASE, CHAPTER, FORMAT, UNIT_FILE, Edit, Sample

OWN, OF_PROJECTS, BEFORE = "data/样例/2022/部门.yaml", "data/样例/2022/项目.yaml", "data/样例/2021/单位.yaml"
DATA = {UNIT_FILE: UNIT, OWN: DEPARTMENT, OF_PROJECTS: PROJECTS}
BENCH: dict[str, str | bytes] = {
    **{name: text.strip() + "\n" for name, text in DATA.items()},
    FORMAT: "大纲: [{类型: 正文, 文件: 正文.md}]\n" + RULES.strip() + "\n",
    "templates/测试/2022/部门规则.yaml": FIGURES.read_text(encoding="utf-8"),
    **{name: BASE[name] for name in ("templates/测试/2022/版式.yaml", CHAPTER)},
}


def sample(own: Edit | str = "", projects: Edit | str = "", before: str = "") -> Sample:
    """The department with a change of its own data or of its projects, and perhaps the data of the year before."""
    changes = {OWN: own, OF_PROJECTS: projects, BEFORE: before.strip()}
    return Sample({name: content for name, content in changes.items() if content}, base=BENCH)


SAMPLES: dict[str, Sample] = {
    "K108": sample(("年初预算数: 620}", "年初预算数: 610}")),
    "K109": sample(("金额: 170}", "金额: 160}")),
    "K110": sample(("类别: 平台运维", "类别: 平台运行")),
    "K111": sample(projects=("名称: 上年结转资金, 年初预算数: 50,", "名称: 其他资金, 年初预算数: 50,")),
    "K112": sample(("620}\n    上年结转: {年初预算数: 80}", "610}\n    上年结转: {年初预算数: 90}")),
    "K113": sample(projects=("支出类别: 业务工作经费", "支出类别: 业务经费")),
    "K114": sample(projects=("预算安排: 40", "预算安排: 41")),
    "K115": sample(("全年执行数: 270}", "全年执行数: 271}")),
    "K116": sample(("全年执行数: 15.2}", "全年执行数: 36.2}")),
    "K117": sample(projects=("金额: 180", "金额: 170")),
    "K118": sample(("政府采购: {年初预算数: 120", "政府采购: {年初预算数: 110")),
    "K119": sample(("上年决算数: 19", "上年决算数: 18")),
    "K120": sample(("年初预算数: 3, ", "")),
    "K121": sample(("在职增减: 6", "在职增减: 5")),
    "K122": sample((", 退休增减: 2", ", 退休增减: 3")),
    "K123": sample(("编制数: 90", "编制数: 80")),
    "K124": sample(("上年决算数: 1.2", "上年决算数: 2.1"), before=LAST_YEAR),
    "K125": sample(before=LAST_YEAR.replace("全年执行数: 215", "全年执行数: 213")),
    "K126": sample(("年初预算数: 620}", "年初预算数: 619.999}")),
    "K603": sample(projects=("名称: 安全测评", "名称: 专题调研")),
    "K604": sample(
        projects=(
            "名称: 安全测评, 预算安排: 180, 实际到位: 180, 实际支出: 173",
            "名称: 云平台, 预算安排: 300, 实际到位: 300, 实际支出: 295",
        )
    ),
}
