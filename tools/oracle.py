"""What the figures of the example must be, computed a second time: plain fractions, nothing of jixiao's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

PREFIX = "项目自评/州智慧湘西建设专项/"
EXECUTION_WEIGHT = 10
GROUPS = {"产出指标": 50, "效益指标": 30, "满意度指标": 10}
LEVEL = "州财政"
HUNDRED = 100

_NUMBER = re.compile(r"[≥≤近]*([0-9]+(?:\.[0-9]+)?)[余多]*([万亿]?)(.*)")
_TIMES = {"": 1, "万": 10**4, "亿": 10**8}

Row = dict[str, Any]
Values = dict[str, Fraction]


def read_project(folder: Path) -> Row:
    """The keys of all YAML files of a project, every value as it is written."""
    merged: Row = {}
    for path in sorted(folder.glob("*.yaml")):
        merged |= yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - builds words only
    return merged


def figures(project: Row) -> Values:
    """Every figure of the report that has a value, by the end of its id, in the unit in which it is listed."""
    money = _money(project["子项目"], project["指标文"])
    facts = {name: value for name, typed in project["事实"].items() if (value := number(typed)) is not None}
    points = _points(project["绩效指标"], project["事实"])
    return money | facts | points | _scores(project["绩效指标"], points, money["预算执行率"])


def number(typed: str) -> Fraction | None:
    """The value of a typed number; 万 and 亿 before a counting unit multiply, 万元 and 亿元 are units."""
    match = _NUMBER.fullmatch(typed)
    if match is None:
        return None
    times = 1 if match[3] == "元" else _TIMES[match[2]]
    return Fraction(match[1]) * times


def _money(parts: list[Row], allotments: list[Row]) -> Values:
    found: Values = {}
    for part in parts:
        planned, arrived, spent = (Fraction(part[key]) for key in ("预算安排", "实际到位", "实际支出"))
        row = {"预算安排": planned, "实际到位": arrived, "实际支出": spent, "结转结余": arrived - spent}
        row["预算执行率"] = HUNDRED * spent / planned
        label = part.get("简称", part["名称"])
        found |= {f"子项目/{label}/{name}": value for name, value in row.items()}
    for document in allotments:
        found[f"指标文/{document['文号']}/金额"] = Fraction(document["金额"])
    of = _column(found)
    planned, spent, arrived = (sum(of(name), Fraction()) for name in ("预算安排", "实际支出", "金额"))
    rates, left = of("预算执行率"), of("结转结余")
    return found | {
        "全年预算数": planned,
        "到位资金": arrived,
        "全年执行数": spent,
        "结转结余": arrived - spent,
        "未到位资金": planned - arrived,
        "预算执行率": HUNDRED * spent / planned,
        "资金到位率": HUNDRED * arrived / planned,
        "最高执行率": max(rates),
        "最低执行率": min(rates),
        "子项目数": Fraction(len(parts)),
        "指标文数": Fraction(len(allotments)),
        "有结余子项目数": Fraction(sum(1 for each in left if each)),
        "资金构成行/当年财政拨款/全年预算数": planned,
        "资金构成行/当年财政拨款/全年执行数": spent,
        f"资金级次/{LEVEL}/计划": planned,
        f"资金级次/{LEVEL}/到位": arrived,
        f"资金级次/{LEVEL}/支出": spent,
        f"资金级次/{LEVEL}/结余": arrived - spent,
    }


def _column(values: Values) -> Callable[[str], list[Fraction]]:
    return lambda name: [value for key, value in values.items() if key.endswith(f"/{name}")]


def _points(indicators: Iterable[Row], facts: Row) -> Values:
    found: Values = {}
    for each in indicators:
        target, actual, weight = each["年度指标值"], each["实际完成值"], Fraction(each["分值"])
        reached = number(facts[actual[1:]] if actual.startswith("=") else actual)
        wanted = number(target)
        row = {"分值": weight}
        if wanted is not None and reached is not None:
            rate = reached / wanted
            row |= {"年度指标值": wanted, "实际完成值": reached, "完成率": HUNDRED * rate}
            row["规则得分"] = row["得分"] = weight * min(rate, Fraction(1))
        elif target == actual:
            row["规则得分"] = weight
        if "得分" in each:
            row["得分"] = Fraction(each["得分"])
        found |= {f"绩效指标/{each['三级指标']}/{name}": value for name, value in row.items()}
    return found


def _scores(indicators: list[Row], points: Values, rate: Fraction) -> Values:
    found: Values = {}
    for name, weight in GROUPS.items():
        found[f"一级指标/{name}/分值"] = Fraction(weight)
        for column in ("分值", "得分"):
            own = (points[f"绩效指标/{each['三级指标']}/{column}"] for each in indicators if each["一级指标"] == name)
            found[f"一级指标/{name}/{column}合计"] = sum(own, Fraction())
    of = _column(found)
    weights, earned = (sum(of(f"{each}合计"), Fraction()) for each in ("分值", "得分"))
    most = Fraction(EXECUTION_WEIGHT)
    executed = most * rate / HUNDRED
    return found | {
        "执行分值": most,
        "指标分值": weights,
        "指标得分": earned,
        "总分值": most + weights,
        "执行得分": executed,
        "执行扣分": most - executed,
        "指标扣分": weights - earned,
        "总分": executed + earned,
    }
