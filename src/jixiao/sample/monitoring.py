"""Half-year monitoring of a project's goals."""

from __future__ import annotations

from jixiao.sample.chance import Chance
from jixiao.sample.indicators import CATEGORIES
from jixiao.sample.plan import Plan
from jixiao.sample.vocabulary import TARGETS
from jixiao.sample.words import Writer
from jixiao.sample.writing import Node, money


def monitoring(chance: Chance, plan: Plan, writer: Writer) -> dict[str, Node]:
    """The form of the project with the largest budget at the beginning of the year."""
    project = max(plan.projects, key=lambda each: each.initial)
    initial = project.initial
    spent = min(initial * chance.between(45, 70) // 100, project.spent)
    funds = {
        "名称": "本年一般公共预算拨款",
        "年初预算数": money(initial),
        "执行数": money(spent),
        "预计执行数": money(initial * 98 // 100),
    }
    rows = [
        _row(chance, writer, group, each, sub.name) for (group, each), sub in zip(_FIELDS, project.subs, strict=False)
    ]
    return {
        "执行监控": [
            {
                "项目": project.name,
                "期间": "1-6月",
                "年度目标": writer.told("年度目标", 1)[0],
                "监控资金": [funds],
                "监控指标": rows,
            }
        ]
    }


_FIELDS = [(f"{group}指标", each) for group in ("产出", "效益") for each in CATEGORIES[group]]


def _row(chance: Chance, writer: Writer, group: str, category: str, name: str) -> Node:
    row: dict[str, Node] = {"一级指标": group, "二级指标": category, "三级指标": name}
    if category == "数量指标":
        target = chance.between(40, 400)
        row |= {"年度指标值": f"{target}项", "执行情况": f"{target * 55 // 100}项", "预计完成": f"{target}项"}
    else:
        words, done = chance.pick(TARGETS)
        row |= {"年度指标值": words, "执行情况": done, "预计完成": done}
    if chance.yes(20):
        return row | {"人员保障": "是", "原因说明": writer.reason(), "可能性": "有可能"}
    return row | {"可能性": "确定能"}
