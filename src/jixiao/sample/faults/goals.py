"""Faults in indicators and their points (K2, K3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jixiao.sample.faults.draft import Draft, Fault, Planted
from jixiao.sample.faults.editing import amount_of
from jixiao.sample.writing import rate

AREA = "指标"
EXPLAINED = ("department-summary", "national-project")
"""Formats that ask for the reason of every goal that is missed (ZJ04)."""

Goal = tuple[str, int, Any]


def _planted(code: str, goal: Goal, what: str, key: str = "") -> Planted:
    file, number, row = goal
    return Planted(code, file, f"“{row['三级指标']}”{what}", path=("绩效指标", number, *([key] if key else [])))


def _told(draft: Draft) -> Iterator[Goal]:
    """Goals in words that have all their points."""
    return (each for each in draft.goals() if "得分" in each[2] and "偏差原因" not in each[2])


def _counted(draft: Draft) -> Iterator[Goal]:
    """Goals in numbers that were reached."""
    return (
        each
        for each in draft.goals()
        if each[2]["二级指标"] == "数量指标" and each[2]["实际完成值"][0] == "=" and "偏差原因" not in each[2]
        if "得分" not in each[2] and "/" not in each[2]["实际完成值"]
    )


def _fact_of(draft: Draft, goal: Goal) -> str:
    """What the data hold as reached."""
    return str(draft.tree(goal[0].replace("绩效指标.yaml", "事实.yaml"))["事实"][goal[2]["实际完成值"][1:]])


def _scored(code: str, half_points: Callable[[int], int], **more: str) -> Callable[[Draft], Planted | None]:
    """Another score for a goal in words, in half points, made of its weight; more: further fields."""

    def plant(draft: Draft) -> Planted | None:
        goal = next((each for each in _told(draft) if int(each[2]["分值"]) > 1), None)
        if goal is None:
            return None
        points = half_points(2 * int(goal[2]["分值"]))
        goal[2]["得分"] = f"{points // 2}.5" if points % 2 else str(points // 2)
        goal[2].update(more)
        key = next(reversed(more), "得分")
        return _planted(code, goal, f"的{key}改为{goal[2][key]}", "得分" if code == "K224" else key)

    return plant


def _weight(draft: Draft) -> Planted | None:
    goal = next((each for each in draft.goals() if int(each[2]["分值"]) > 1 and "得分" not in each[2]), None)
    if goal is None:
        return None
    goal[2]["分值"] = str(int(goal[2]["分值"]) - 1)
    first = next(each for each in draft.goals() if each[0] == goal[0] and each[2]["一级指标"] == goal[2]["一级指标"])
    return Planted("K201", goal[0], "一项指标的分值少1分", path=("绩效指标", first[1], "分值"))


def _group(draft: Draft) -> Planted | None:
    """A first-level indicator that is none of the format's; where there are points, those of the group are told too."""
    file = f"{draft.projects[0]}/绩效指标.yaml"
    rows = draft.rows(file, "绩效指标")
    if not rows or "分值" in rows[0]:
        return None
    rows[0]["一级指标"] = "项目产出类指标"
    return Planted("K202", file, "一级指标的名称写错", path=("绩效指标", 0, "一级指标"))


def _no_score(draft: Draft) -> Planted | None:
    goal = next(_told(draft), None)
    if goal is None:
        return None
    del goal[2]["得分"]
    return _planted("K205", goal, "没有填得分")


def _full(draft: Draft) -> Planted | None:
    goal = next((each for each in _counted(draft) if int(each[2]["分值"]) > 1), None)
    if goal is None:
        return None
    goal[2]["得分"] = str(int(goal[2]["分值"]) - 1)
    return _planted("K206", goal, "按规则得满分，填的得分少1分", "得分")


def _missed(draft: Draft) -> Goal | None:
    """A goal in numbers that was missed."""
    found = (each for each in draft.goals() if "偏差原因" in each[2] and "得分" not in each[2])
    return next((each for each in found if _is_missed(draft, each)), None)


def _is_missed(draft: Draft, goal: Goal) -> bool:
    row = goal[2]
    if row["二级指标"] != "数量指标" or "/" in row["实际完成值"]:
        return False
    return _number(_fact_of(draft, goal)) < _number(row["年度指标值"][1:])


def _number(words: str) -> int:
    return int("".join(sign for sign in words if sign.isdecimal()))


def _by_hand(draft: Draft) -> Planted | None:
    goal = _missed(draft)
    if goal is None or any(name in draft.unit.kind.formats for name in EXPLAINED):
        return None
    del goal[2]["偏差原因"]
    goal[2]["得分"] = goal[2]["分值"]
    return _planted("K207", goal, "没有完成，填了满分，没有原因", "得分")


def _unexplained(draft: Draft) -> Planted | None:
    if not any(name in draft.unit.kind.formats for name in EXPLAINED):
        return None
    projects = (each for each in draft.goals() if each[0].startswith(tuple(draft.projects)))
    goal = _missed(draft)
    if goal is None or goal[0] not in {each[0] for each in projects}:
        return None
    del goal[2]["偏差原因"]
    return _planted("ZJ04", goal, "没有完成，没有写原因")


def _uncomputed(draft: Draft) -> Planted | None:
    goal = next(_counted(draft), None)
    if goal is None or any(name in draft.unit.kind.formats for name in EXPLAINED):
        return None
    name = goal[2]["实际完成值"][1:]
    goal[2]["实际完成值"] = f"={name}/({name}-{name})"
    elsewhere = (("K304", goal[0].replace("绩效指标.yaml", "事实.yaml"), ("事实", name)),)
    return Planted("K229", goal[0], f"“{name}”的完成值除以零", path=("绩效指标", goal[1]), elsewhere=elsewhere)


def _unit(draft: Draft) -> Planted | None:
    goal = next(_counted(draft), None)
    if goal is None:
        return None
    goal[2]["实际完成值"] = f"{_number(_fact_of(draft, goal))}包"
    return _planted("K209", goal, "的完成值换了单位", "实际完成值")


def _words(draft: Draft) -> Planted | None:
    goal = next(_counted(draft), None)
    if goal is None:
        return None
    goal[2].update(实际完成值="基本完成", 得分=goal[2]["分值"])
    return _planted("K210", goal, "的完成值写成文字", "实际完成值")


def _exceeded(draft: Draft) -> Planted | None:
    goal = next(_counted(draft), None)
    if goal is None:
        return None
    fact = _fact_of(draft, goal)
    goal[2]["年度指标值"] = f"≥{_number(fact) // 2}{fact.lstrip('0123456789')}"
    return _planted("K211", goal, "的指标值只有完成值的一半", "实际完成值")


def _method(draft: Draft) -> Planted | None:
    goal = next(_counted(draft), None)
    if goal is None:
        return None
    goal[2]["计分方法"] = "比率"
    return _planted("K226", goal, "的计分方法写错", "计分方法")


def _bound(draft: Draft) -> Planted | None:
    """A rate that prints as the bound of a class, and lies below (K221)."""
    goal = next((each for each in draft.goals() if "样本数" in each[2]), None)
    if goal is None or any(name in draft.unit.kind.formats for name in (*EXPLAINED, "xiangxi-project")):
        return None
    facts = draft.tree(goal[0].replace("绩效指标.yaml", "事实.yaml"))["事实"]
    facts |= {"备用数": "89996份", "备用总数": "100000份"}
    facts[goal[2]["实际完成值"][1:]] = "=备用数/备用总数"
    goal[2]["计分方法"] = "满意度分档"
    del goal[2]["样本数"]
    return Planted("K221", goal[0].replace("绩效指标.yaml", "事实.yaml"), "满意度在界限上", path=("事实", "备用数"))


def _result(code: str, key: str, words: str) -> Callable[[Draft], Planted | None]:
    def plant(draft: Draft) -> Planted | None:
        file = f"{draft.projects[0]}/项目.yaml"
        if next(draft.goals(), None) is None:
            return None
        draft.tree(file)["自评结果"] = {key: words}
        return Planted(code, file, f"自评结果的{key}填了{words}", path=("自评结果", key))

    return plant


def _impossible(draft: Draft) -> Planted | None:
    goal = next((each for each in draft.goals() if "样本数" in each[2]), None)
    if goal is None:
        return None
    sample = int(goal[2]["样本数"])
    possible = {rate(part, sample) for part in range(sample + 1)}
    wrong = next(words for each in range(9_500, 9_900) if (words := rate(each, 10_000)) not in possible)
    file, name = goal[0].replace("绩效指标.yaml", "事实.yaml"), goal[2]["实际完成值"][1:]
    draft.tree(file)["事实"][name] = wrong
    return Planted("K302", file, f"“{name}”改为{wrong}，问卷{sample}份得不出", path=("事实", name))


def _slow(draft: Draft) -> Planted | None:
    for folder in draft.projects:
        file = f"{folder}/资金.yaml"
        is_told = "预算执行率" in draft.tree(f"{folder}/项目.yaml").get("说明", {})
        for number, row in enumerate(draft.rows(file, "子项目") if not is_told else ()):
            if "偏离原因" in row and amount_of(row["预算安排"]):
                del row["偏离原因"]
                return Planted("K303", file, "删去偏离原因", path=("子项目", number, "实际支出"))
    return None


PLANTS: dict[str, Callable[[Draft], Planted | None]] = {
    "K201": _weight,
    "K202": _group,
    "K204": _scored("K204", lambda points: points + 1),
    "K205": _no_score,
    "K206": _full,
    "K207": _by_hand,
    "K208": _scored("K208", lambda points: points - 1),
    "K209": _unit,
    "K210": _words,
    "K211": _exceeded,
    "K221": _bound,
    "K224": _scored("K224", lambda points: points, 完成程度="未达成"),
    "K225": _scored("K225", lambda points: points, 完成程度="已达成"),
    "K226": _method,
    "K227": _result("K227", "执行得分", "3.25"),
    "K228": _result("K228", "等级", "差"),
    "K229": _uncomputed,
    "K230": _result("K230", "总分", "105"),
    "K302": _impossible,
    "K303": _slow,
    "ZJ04": _unexplained,
}
FAULTS = [Fault(code, AREA, plant) for code, plant in PLANTS.items()]
