"""Faults in keys, kinds of values, dates and references (D, F10, K4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jixiao.sample.faults.draft import ALONE, Draft, Fault, Plant, Planted

AREA = "填写"
PROJECT = "项目.yaml"

SAMPLE_SIZES = {"D107": "三百份", "D108": "约300"}
"""By code: what stands for a number of questionnaires."""


def _project(code: str, **values: str) -> Plant:
    """Other values of the first project; the finding stands with the last of them."""

    def plant(draft: Draft) -> Planted:
        file = f"{draft.projects[0]}/{PROJECT}"
        for key, value in values.items():
            draft.tree(file)[key] = value.format(year=draft.year, before=draft.year - 1)
        key = next(reversed(values))
        return Planted(code, file, f"{key}写成“{draft.tree(file)[key]}”", path=(key,))

    return plant


def _sample_size(code: str, words: str) -> Plant:
    def plant(draft: Draft) -> Planted | None:
        for file, number, row in draft.goals():
            if "样本数" in row:
                row["样本数"] = words
                return Planted(code, file, f"样本数写成“{words}”", path=("绩效指标", number, "样本数"))
        return None

    return plant


def _report(code: str, key: str, words: str) -> Plant:
    def plant(draft: Draft) -> Planted | None:
        rows = draft.rows("报告.yaml", "报告")
        row: dict[str, Any] = rows[-1]
        if key not in row:
            return None
        row[key] = words.format(year=draft.year)
        return Planted(code, "报告.yaml", f"{key}写成“{row[key]}”", path=("报告", len(rows) - 1, key))

    return plant


def _later(draft: Draft) -> Planted | None:
    """A format that did not hold yet."""
    return _report("F102", "格式", "yueyang-project")(draft) if draft.year < FIRST_OF_YUEYANG else None


FIRST_OF_YUEYANG = 2024


def _flag(draft: Draft) -> Planted | None:
    for number, row in enumerate(draft.rows("部门/预算.yaml", "预算调整")):
        if "列举" in row:
            row["列举"] = "也许"
            return Planted("D112", "部门/预算.yaml", "列举写成“也许”", path=("预算调整", number, "列举"))
    return None


def _alias(draft: Draft) -> Planted:
    file = f"{draft.projects[0]}/{PROJECT}"
    draft.add(f"{draft.projects[0]}/另名.yaml", "项目名称: 另一个名称\n")
    return Planted("D106", file, "名称在另一个文件里又写成项目名称", path=("名称",))


def _empty(draft: Draft) -> Planted:
    file = f"{draft.projects[0]}/事实.yaml"
    draft.tree(file)["事实"]["备用数"] = "="
    return Planted("D113", file, "公式只写了等号", path=("事实", "备用数"))


def _allotment(draft: Draft) -> Planted | None:
    file = f"{draft.projects[0]}/资金.yaml"
    rows = draft.rows(file, "指标文")
    if not rows:
        return None
    rows[0]["下达日期"] = f"{draft.year - 1}-12-20"
    return Planted("K405", file, "指标文写成上年下达", path=("指标文", 0, "下达日期"))


def _assets(code: str, date: str) -> Plant:
    def plant(draft: Draft) -> Planted | None:
        assets = draft.tree("部门/资产.yaml").get("资产")
        if not assets:
            return None
        assets["截止日期"] = date.format(year=draft.year, before=draft.year - 1)
        return Planted(code, "部门/资产.yaml", f"资产的截止日期写成{assets['截止日期']}", path=("资产", "截止日期"))

    return plant


HIDING = ("D102", "D201", "F101", "F102")
"""Without the report others are not found; and of files that cannot be read, nothing is told to be missing."""

PLANTS: dict[str, Callable[[Draft], Planted | None]] = {
    **{code: _sample_size(code, words) for code, words in SAMPLE_SIZES.items()},
    "D102": _project("D102", 结束时间=""),
    "D106": _alias,
    "D110": _project("D110", 结束时间="年底"),
    "D111": _project("D111", 结束时间="{year}-02-30"),
    "D112": _flag,
    "D113": _empty,
    "D201": _report("D201", "项目", "没有的项目"),
    "F101": _report("F101", "格式", "没有的格式"),
    "F102": _later,
    "K401": _project("K401", 结束时间="{before}-12"),
    "K402": _project("K402", 数据截止日期="{before}-12-31"),
    "K403": _report("K403", "报告时间", "{year}-06"),
    "K404": _project("K404", 开始时间="{before}-01", 结束时间="{before}-12"),
    "K405": _allotment,
    "K406": _assets("K406", "{before}-12-31"),
    "K407": _assets("K407", "{year}-11-30"),
}
FAULTS = [Fault(code, ALONE if code in HIDING else AREA, plant) for code, plant in PLANTS.items()]
