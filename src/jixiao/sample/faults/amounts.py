"""Faults in the amounts of projects and departments (K1, and checks that formats declare)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jixiao.sample.faults.draft import Draft, Fault, Planted
from jixiao.sample.faults.editing import amount_of, changed, explain, funds_of, shift, sub_projects_of
from jixiao.sample.writing import money

AREA = "金额"
ENOUGH, SMALL = 100, 3_000
"""What may be taken from an amount, so that some is left; what a total hardly feels."""

BUDGET, EXPENSES, CLASSES = "部门/预算.yaml", "部门/三公经费.yaml", "经济分类"
CARS = ("三公经费", "公务用车", "全年执行数")
RECEPTION = ("三公经费", "公务接待")


def _reports(draft: Draft, *formats: str) -> bool:
    """Whether the unit reports in one of the formats."""
    return any(name in draft.unit.kind.formats for name in formats)


def _stated(code: str, digits: int) -> Callable[[Draft], Planted | None]:
    """A total that is typed beside its parts: wrong (K101), or rounded (K102)."""

    def plant(draft: Draft) -> Planted | None:
        if not draft.tree(EXPENSES):
            return None
        cars = draft.tree(EXPENSES)["三公经费"]["公务用车"]
        whole = amount_of(cars["运行维护费"].get("全年执行数") or _running(draft))
        if not digits and (whole % 10 in (0, 5) or _reports(draft, "department-summary")):
            return None  # two formats that print it in two ways tell of it twice
        cars["全年执行数"] = money(whole - 30) if digits else money((whole + 5) // 10 * 10)[:-1]
        return Planted(code, EXPENSES, f"公务用车另填合计{cars['全年执行数']}万元", path=CARS)

    return plant


def _running(draft: Draft) -> str:
    rows = draft.rows("部门/机构.yaml", "机构")
    return money(sum(amount_of(row["公务用车运行维护费"]) for row in rows))


def _negative(draft: Draft) -> Planted | None:
    for file, number, row in draft.goals():
        if "样本数" in row:
            row["样本数"] = f"-{row['样本数']}"
            return Planted("K104", file, "问卷份数写成负数", path=("绩效指标", number, "样本数"))
    return None


def _required(draft: Draft) -> Planted | None:
    assets = draft.tree("部门/资产.yaml").get("资产", {})
    if "负债合计" not in assets:
        return None
    del assets["负债合计"]
    return Planted("K106", "部门/资产.yaml", "没有填负债合计", path=("资产", "截止日期"))


def _arrived(code: str) -> Callable[[Draft], Planted | None]:
    """Less arrived at a sub-project than was planned (K105), or than it spent (K103)."""

    def plant(draft: Draft) -> Planted | None:
        if not _reports(draft, "xiangxi-project"):
            return None
        file, subs = sub_projects_of(draft)
        carried = amount_of(funds_of(draft, draft.projects[0])[1][1]["全年预算数"]) if code == "K103" else 0
        found = ((number, row) for number, row in enumerate(subs) if amount_of(row["实际支出"]) > carried + 500)
        fitting = (each for each in found if code == "K103" or each[1]["实际支出"] != each[1]["预算安排"])
        number, row = next(fitting, (0, None))
        if row is None:
            return None
        spent, budget = amount_of(row["实际支出"]), amount_of(row["预算安排"])
        arrived = spent - carried - 100 if code == "K103" else spent
        row["实际到位"] = money(arrived)
        shift(draft.tree(file)["指标文"][0], "金额", arrived - budget)
        if code == "K103":
            explain(draft, draft.projects[0], f"{row['名称']}/实际到位")
        field = "实际支出" if code == "K103" else "实际到位"
        return Planted(code, file, f"“{row['名称']}”实际到位改为{row['实际到位']}万元", path=("子项目", number, field))

    return plant


def _income(draft: Draft) -> Planted | None:
    row = draft.tree(BUDGET).get("预算收入", {}).get("一般公共预算拨款")
    return row and changed(draft, "K108", BUDGET, ("预算收入", "一般公共预算拨款", "年初预算数"), 1_000)


def _carried(draft: Draft) -> Planted | None:
    if "预算收入" not in draft.tree(BUDGET):
        return None
    shift(draft.tree(BUDGET)["预算收入"]["一般公共预算拨款"], "年初预算数", -1_000)
    return changed(draft, "K112", BUDGET, ("预算收入", "上年结转", "年初预算数"), 1_000)


def _tail(draft: Draft) -> Planted | None:
    row = draft.tree(BUDGET).get("预算收入", {}).get("一般公共预算拨款")
    if not row:
        return None
    row["年初预算数"] = f"{row['年初预算数']}1"
    path = ("预算收入", "一般公共预算拨款", "年初预算数")
    return Planted("K126", BUDGET, f"一般公共预算拨款改为{row['年初预算数']}万元", path=path)


def _adjustment(code: str) -> Callable[[Draft], Planted | None]:
    """An adjustment that is not the project's (K109), or is nobody's (K110)."""

    def plant(draft: Draft) -> Planted | None:
        rows = draft.rows(BUDGET, "预算调整")
        found = [(number, row) for number, row in enumerate(rows) if f"项目/{row['类别']}" in draft.projects]
        if not found or (code == "K109" and _reports(draft, "department-summary")):
            return None
        number, row = found[0]
        if code == "K110":
            row["类别"] = "没有的类别"
            return Planted(code, BUDGET, "追加的类别写错", path=("预算调整", number, "类别"))
        shift(row, "金额", 100)
        file = f"项目/{row['类别']}/资金.yaml"
        return Planted(code, file, f"“{row['名称']}”多记1万元", path=("资金构成", 0, "全年预算数"))

    return plant


def _source(draft: Draft) -> Planted | None:
    if "预算收入" not in draft.tree(BUDGET):
        return None
    for name in draft.tree("报告.yaml")["项目"]:
        file = f"项目/{name}/资金.yaml"
        rows = draft.rows(file, "资金构成")
        if any(row["名称"] == "其他资金" for row in rows):
            return None
        if amount_of(rows[1]["年初预算数"]):
            rows[1]["名称"] = "其他资金"
            return Planted("K111", file, "上年结转资金写成其他资金", path=("资金构成", 1, "年初预算数"))
    return None


def _category(draft: Draft) -> Planted | None:
    if not draft.rows(BUDGET, "项目支出", "类别"):
        return None
    file = f"{draft.projects[0]}/项目.yaml"
    draft.tree(file)["支出类别"] = "没有的类别"
    return Planted("K113", file, "支出类别写错", path=("支出类别",))


def _sub_project(draft: Draft) -> Planted | None:
    if not _reports(draft, "hunan-department", "changsha-department"):
        return None
    file, subs = sub_projects_of(draft)
    shift(max(subs, key=lambda row: amount_of(row["预算安排"])), "预算安排", 100)
    return Planted("K114", file, "一个子项目的预算安排多1万元", path=("资金构成", 0, "全年预算数"))


def _economic(draft: Draft) -> Planted | None:
    rows = draft.rows(BUDGET, CLASSES)
    if not rows:
        return None
    shift(rows[2], "全年执行数", 100)
    return Planted("K115", BUDGET, "商品和服务支出多1万元", path=("基本支出", "人员经费", "全年执行数"))


def _wages(draft: Draft) -> Planted | None:
    rows = draft.rows(BUDGET, CLASSES)
    if not rows or not _reports(draft, "hunan-department"):
        return None
    shift(rows[0], "全年执行数", 100)
    shift(rows[2], "全年执行数", -100)
    return Planted("HN01", BUDGET, "1万元在两个经济分类之间错记", path=(CLASSES, 0, "全年执行数"))


def _project_economic(draft: Draft) -> Planted | None:
    rows = draft.rows(BUDGET, "项目支出", CLASSES)
    if not rows:
        return None
    shift(rows[0], "全年执行数", 100)
    name = next(iter(draft.tree("报告.yaml")["项目"]))
    return Planted("CS01", f"项目/{name}/资金.yaml", "项目支出的经济分类多1万元", path=("资金构成", 0, "全年执行数"))


def _operating(draft: Draft) -> Planted | None:
    operating = draft.tree(BUDGET).get("基本支出", {}).get("公用经费")
    if not operating:
        return None
    operating["办公经费"]["上年决算数"] = money(amount_of(operating["上年决算数"]) + 100)
    path = ("基本支出", "公用经费", "办公经费", "上年决算数")
    return Planted("K116", BUDGET, "办公经费比公用经费还多", path=path)


def _allotted(draft: Draft) -> Planted | None:
    if not _reports(draft, "hunan-department", "changsha-department"):
        return None
    budget = sum(amount_of(row["预算安排"]) for row in sub_projects_of(draft)[1])
    text = f"到位资金: {money(budget)}\n指标文:\n  - 文号: 示财〔{draft.year}〕9号\n    金额: {money(budget - 100)}\n"
    file = draft.add(f"{draft.projects[0]}/到位.yaml", text)
    return Planted("K117", file, "指标文比到位资金少1万元", 1)


def _procurement(draft: Draft) -> Planted | None:
    row = draft.tree(EXPENSES).get("政府采购")
    return row and changed(draft, "K118", EXPENSES, ("政府采购", "全年执行数"), 800)


def _reception(code: str) -> Callable[[Draft], Planted | None]:
    """More on receptions than a year ago (K119), or without a budget (K120)."""

    def plant(draft: Draft) -> Planted | None:
        expenses = draft.tree(EXPENSES).get("三公经费", {})
        row = expenses.get("公务接待", {})
        if "全年执行数" not in row:
            return None
        if code == "K119":
            row["上年决算数"] = money(amount_of(row["全年执行数"]) - 5)
            expenses.pop("说明", None)
        else:
            del row["年初预算数"]
        return Planted(code, EXPENSES, "公务接待的上年数、预算数有出入", path=(*RECEPTION, "全年执行数"))

    return plant


def _carried_budget(draft: Draft) -> Planted | None:
    if not _reports(draft, "hunan-department"):
        return None
    first, found = "", []
    for name in draft.tree("报告.yaml")["项目"]:
        file, rows = funds_of(draft, f"项目/{name}")
        first = first or file
        found += [rows] if amount_of(rows[1]["全年执行数"]) > ENOUGH else []
    if not found:
        return None
    for name in ("全年预算数", "全年执行数"):
        shift(found[0][1], name, -100)
        shift(found[0][0], name, 100)
    return Planted("HN02", first, "年中少记1万元结转资金", path=("资金构成", 1, "全年预算数"))


def _of_xiangxi(code: str, row: str, field: str, place: tuple[str, int, str]) -> Callable[[Draft], Planted | None]:
    def plant(draft: Draft) -> Planted | None:
        if not _reports(draft, "xiangxi-project"):
            return None
        file = f"{draft.projects[0]}/资金.yaml"
        shift(draft.tree(file)[row][0], field, 100 if code == "XJ02" else -100)
        if code == "XJ01":
            explain(draft, draft.projects[0], "到位资金")
        return Planted(code, file, f"“{row}”的{field}有1万元出入", path=place)

    return plant


def _last_year(code: str) -> Callable[[Draft], Planted | None]:
    """Data of the year before, with which this year's do not agree: on receptions (K124), on what was left (K125)."""

    def plant(draft: Draft) -> Planted | None:
        if not _reports(draft, "hunan-department"):
            return None
        before = f"../{draft.year - 1}/部门/上年.yaml"
        carried = amount_of(draft.tree(BUDGET)["预算收入"]["上年结转"]["年初预算数"])
        operating = amount_of(draft.tree(BUDGET)["基本支出"]["公用经费"]["上年决算数"])
        more = 0 if code == "K124" else 1_000
        left = LAST_YEAR.format(*map(money, (carried + operating + more, carried + more, 0, operating)))
        if code == "K125":
            draft.add(before, left)
            return Planted(code, BUDGET, "上年的结转结余多10万元", path=("预算收入", "上年结转", "年初预算数"))
        prior = amount_of(draft.tree(EXPENSES)["三公经费"]["公务接待"]["上年决算数"])
        draft.add(before, f"{left}三公经费:\n  公务接待:\n    全年执行数: {money(prior + 100)}\n")
        return Planted(code, EXPENSES, "上年的数据里公务接待多1万元", path=(*RECEPTION, "上年决算数"))

    return plant


LAST_YEAR = """预算收入:
  一般公共预算拨款:
    年初预算数: {0}
基本支出:
  人员经费:
    年初预算数: {1}
    全年执行数: {2}
  公用经费:
    年初预算数: {3}
    全年执行数: {3}
"""


def _at_limit(draft: Draft) -> Planted | None:
    """A sub-project whose rate prints as the limit of execution, and lies below it (K307)."""
    if not _reports(draft, "xiangxi-project"):
        return None
    file, subs = sub_projects_of(draft)
    fitting = (each for each in enumerate(subs) if "偏离原因" not in each[1] and amount_of(each[1]["预算安排"]) < SMALL)
    number, row = next(fitting, (0, None))
    if row is None:
        return None
    spent = amount_of(row["预算安排"]) * 89_996
    less = amount_of(row["实际支出"]) * 100_000 - spent
    row["实际支出"] = _fine(spent)
    funds = funds_of(draft, draft.projects[0])[1][0]
    funds["全年执行数"] = _fine(amount_of(funds["全年执行数"]) * 100_000 - less)
    return Planted("K307", file, f"“{row['名称']}”的执行率在界限上", path=("子项目", number, "实际支出"))


def _fine(parts: int) -> str:
    """An amount in 万元 with seven decimals."""
    return f"{parts // 10**7}.{parts % 10**7:07}"


def _summed(draft: Draft) -> Planted | None:
    """An adjustment that no project's budget shows, where nothing but projects is reported."""
    rows = draft.rows(BUDGET, "预算调整")
    if draft.unit.kind.formats[0] != "department-summary" or not rows:
        return None
    row = next((each for each in rows if "列举" in each), None)
    if row is None:
        return None
    shift(row, "金额", 100)
    name = next(iter(draft.tree("报告.yaml")["项目"]))
    return Planted("ZJ03", f"项目/{name}/资金.yaml", "追加多记1万元", path=("资金构成", 0, "全年预算数"))


def _not_evaluated(draft: Draft) -> Planted | None:
    if not _reports(draft, "department-summary"):
        return None
    file = f"{draft.projects[-1]}/项目.yaml"
    draft.tree(file)["未自评原因"] = "年末才下达。"
    return Planted("ZJ02", draft.projects[-1], "填了未自评原因，又填了绩效指标")


Plants = dict[str, Callable[[Draft], Any]]
PLANTS: Plants = {
    "K101": _stated("K101", 2),
    "K102": _stated("K102", 0),
    "K103": _arrived("K103"),
    "K104": _negative,
    "K105": _arrived("K105"),
    "K106": _required,
    "K108": _income,
    "K109": _adjustment("K109"),
    "K110": _adjustment("K110"),
    "K111": _source,
    "K112": _carried,
    "K113": _category,
    "K114": _sub_project,
    "K115": _economic,
    "K116": _operating,
    "K117": _allotted,
    "K118": _procurement,
    "K119": _reception("K119"),
    "K120": _reception("K120"),
    "K124": _last_year("K124"),
    "K125": _last_year("K125"),
    "K126": _tail,
    "K307": _at_limit,
    "ZJ02": _not_evaluated,
    "ZJ03": _summed,
    "HN01": _wages,
    "HN02": _carried_budget,
    "CS01": _project_economic,
    "XJ01": _of_xiangxi("XJ01", "指标文", "金额", ("指标文", 0, "金额")),
    "XJ02": _of_xiangxi("XJ02", "资金构成", "全年预算数", ("子项目", 0, "预算安排")),
    "XJ03": _of_xiangxi("XJ03", "资金构成", "全年执行数", ("子项目", 0, "实际支出")),
}
FAULTS = [Fault(code, AREA, plant) for code, plant in PLANTS.items()]
