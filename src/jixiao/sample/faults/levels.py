"""Faults in funds by level, classes of use, vouchers, institutions and assets (K13, K16, K17)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jixiao.sample.faults.draft import Draft, Fault, Plant, Planted
from jixiao.sample.faults.editing import amount_of, shift, sub_projects_of
from jixiao.sample.writing import Path, money

AREA = "分级和机构"
LEVELS, USES, VOUCHERS = "资金分级", "用途分类", "会计凭证"
INSTITUTIONS, ASSETS = "部门/机构.yaml", "部门/资产.yaml"


def _funds(draft: Draft) -> tuple[str, Any]:
    file = f"{draft.projects[0]}/资金.yaml"
    return file, draft.tree(file)


def _unknown_level(draft: Draft) -> Planted | None:
    file, tree = _funds(draft)
    if LEVELS in tree and "yueyang-project" in draft.unit.kind.formats:
        tree[LEVELS][0]["资金级次"] = "市级财政"
        return Planted("K131", file, "资金级次写错", path=(LEVELS, 0, "资金级次"))
    if "资金来源" in tree:
        tree["资金来源"] = "州级财政"
        return Planted("K131", file, "资金来源写错", path=("资金来源",))
    return None


def _level_twice(draft: Draft) -> Planted | None:
    file, tree = _funds(draft)
    if LEVELS not in tree:
        return None
    tree[LEVELS].append({"资金级次": "市财政", "计划": "0", "到位": "0", "支出": "0"})
    return Planted("K132", file, "资金级次写了两次", path=(LEVELS, len(tree[LEVELS]) - 1, "资金级次"))


def _level_contradicts(draft: Draft) -> Planted | None:
    file, tree = _funds(draft)
    if LEVELS not in tree:
        return None
    shift(tree[LEVELS][0], "支出", -100)
    return Planted("K133", file, "一级资金的支出少1万元", path=("子项目", 0, "实际支出"))


def _level_above(draft: Draft) -> Planted | None:
    file, tree = _funds(draft)
    if len(tree.get(LEVELS, ())) < 2:  # noqa: PLR2004 - what one level lacks, another has
        return None
    short = amount_of(tree[LEVELS][0]["到位"]) - amount_of(tree[LEVELS][0]["支出"]) + 100
    shift(tree[LEVELS][0], "到位", -short)
    shift(tree[LEVELS][1], "到位", short)
    return Planted("K134", file, "一级资金的到位少于支出", path=(LEVELS, 0, "支出"))


def _vouchers(code: str, numbers: tuple[str, ...]) -> Plant:
    """Other numbers in the first month of the first sub-project; {month} is one of December's vouchers."""

    def plant(draft: Draft) -> Planted | None:
        file, subs = sub_projects_of(draft)
        if VOUCHERS not in subs[0]:
            return None
        subs[0][VOUCHERS] = [{"月份": "13" if code == "K135" else "1", "凭证号": numbers}]
        last = len(numbers) - 1 if code != "K135" else 0
        path = (*_ROW, "月份") if code == "K135" else (*_ROW, "凭证号", last)
        return Planted(code, file, "会计凭证写错", path=path)

    return plant


_ROW = ("子项目", 0, VOUCHERS, 0)


def _shared_voucher(draft: Draft) -> Planted | None:
    file, subs = sub_projects_of(draft)
    if VOUCHERS not in subs[0]:
        return None
    first = subs[0][VOUCHERS][0]
    subs[1][VOUCHERS] = [{"月份": first["月份"], "凭证号": (first["凭证号"][0],)}]
    return Planted("K138", file, "一张凭证列在两个子项目", path=("子项目", 1, VOUCHERS, 0, "凭证号"))


def _unknown_use(draft: Draft) -> Planted | None:
    file, subs = sub_projects_of(draft)
    if "用途" not in subs[0]:
        return None
    subs[0]["用途"] = "没有的用途"
    return Planted("K174", file, "用途写错", path=("子项目", 0, "用途"))


def _unused_use(draft: Draft) -> Planted | None:
    file, tree = _funds(draft)
    if USES not in tree:
        return None
    tree[USES].append({"名称": "备用用途", "说明": "没有支出"})
    return Planted("K175", file, "用途分类多了一类", path=(USES, len(tree[USES]) - 1))


def _worn(draft: Draft) -> Planted | None:
    assets = draft.tree(ASSETS).get("资产", {})
    if "固定资产原值" not in assets:
        return None
    assets["固定资产累计折旧"] = money(amount_of(assets["固定资产原值"]) + 100)
    return Planted("K161", ASSETS, "累计折旧超过原值", path=("资产", "固定资产累计折旧"))


def _used(draft: Draft) -> Planted | None:
    assets = draft.tree(ASSETS).get("资产", {})
    if "固定资产原值" not in assets:
        return None
    assets["在用固定资产"] = money(amount_of(assets["固定资产原值"]) - 500)
    return Planted("K162", ASSETS, "在用固定资产少5万元", path=("资产", "在用固定资产"))


def _institution(code: str, change: Callable[[list[Any]], None], path: Path) -> Plant:
    def plant(draft: Draft) -> Planted | None:
        rows = draft.rows(INSTITUTIONS, "机构")
        if not rows or (code == "K172" and len(rows) < 3):  # noqa: PLR2004 - the offices and two institutions
            return None
        change(rows)
        return Planted(code, INSTITUTIONS, "机构的收支或名称写错", path=("机构", *path))

    return plant


def _deficit(rows: list[Any]) -> None:
    received = amount_of(rows[1]["公共财政拨款"]) - 100
    shift(rows[1], "公共财政拨款", -received)
    shift(rows[0], "公共财政拨款", received)


def _same_name(rows: list[Any]) -> None:
    rows[2]["名称"] = rows[1]["名称"]


def _no_offices(rows: list[Any]) -> None:
    rows[0]["名称"] = "后勤服务中心"


def _projects(draft: Draft) -> Planted | None:
    rows = draft.rows(INSTITUTIONS, "机构")
    if not rows:
        return None
    shift(rows[0], "项目支出", -100)
    name = next(iter(draft.tree("报告.yaml")["项目"]))
    return Planted("YD01", f"项目/{name}/资金.yaml", "局机关的项目支出少1万元", path=("子项目", 0, "实际支出"))


def _details(draft: Draft) -> Planted | None:
    rows = draft.rows("部门/预算.yaml", "基本支出", "人员经费", "明细")
    if not rows:
        return None
    shift(rows[0], "全年执行数", -100)
    return Planted("YD02", INSTITUTIONS, "人员工资少1万元", path=("机构", 0, "人员支出"))


PLANTS: dict[str, Plant] = {
    "K131": _unknown_level,
    "K132": _level_twice,
    "K133": _level_contradicts,
    "K134": _level_above,
    "K135": _vouchers("K135", ("5",)),
    "K136": _vouchers("K136", ("5", "9月13日")),
    "K137": _vouchers("K137", ("5", "9-13", "12-15")),
    "K138": _shared_voucher,
    "K139": _vouchers("K139", ("5", "21", "9-13")),
    "K161": _worn,
    "K162": _used,
    "K171": _institution("K171", _deficit, (1,)),
    "K172": _institution("K172", _same_name, (2, "名称")),
    "K173": _institution("K173", _no_offices, (0,)),
    "K174": _unknown_use,
    "K175": _unused_use,
    "YD01": _projects,
    "YD02": _details,
}
FAULTS = [Fault(code, AREA, plant) for code, plant in PLANTS.items()]
