"""Faults in people, sections, names and explanations (K12, K6, T20), and in monitoring forms (K14, K23, K30, K40)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jixiao.sample.faults.draft import Draft, Fault, Plant, Planted
from jixiao.sample.faults.editing import amount_of
from jixiao.sample.writing import money

AREA, OF_FORMS = "人员和名称", "执行监控"
STAFF, DUTIES, FORMS = "部门/人员.yaml", "部门/职责.yaml", "部门/执行监控.yaml"


def _count(code: str, field: str, told: str, by: Callable[[Any], int]) -> Plant:
    def plant(draft: Draft) -> Planted | None:
        staff = draft.tree(STAFF).get("人员情况")
        if not staff:
            return None
        staff[field] = str(by(staff))
        return Planted(code, STAFF, f"{field}改为{staff[field]}", path=("人员情况", told))

    return plant


def _unit(draft: Draft) -> Planted | None:
    staff = draft.tree(STAFF).get("人员情况")
    if not staff:
        return None
    staff["编外人数"] = "2万元"
    return Planted("D109", STAFF, "人数写成金额", path=("人员情况", "编外人数"))


def _retired(draft: Draft) -> Planted | None:
    for number, row in enumerate(draft.rows(STAFF, "人员情况", "人员变动")):
        if "退休增减" in row:
            row["退休增减"] = str(int(row["退休增减"]) + 1)
            return Planted("K122", STAFF, "退休增加的比在职减少的多1人", path=("人员情况", "人员变动", number))
    return None


def _section_twice(draft: Draft) -> Planted | None:
    sections = draft.tree(DUTIES).get("内设机构")
    if not sections:
        return None
    sections.append(sections[1])
    return Planted("K605", DUTIES, f"“{sections[1]}”写了两次", path=("内设机构", len(sections) - 1))


def _post(draft: Draft) -> Planted | None:
    rows = draft.rows("部门/自评.yaml", "评价人员")
    if not rows:
        return None
    rows[-1]["职务"] = "审计监察科科长"
    return Planted("K606", "部门/自评.yaml", "职务所在的科不在内设机构中", path=("评价人员", len(rows) - 1, "职务"))


def _mentioned(draft: Draft) -> Planted | None:
    sections = draft.tree(DUTIES).get("内设机构")
    if not sections:
        return None
    sections.append("行政效能股")
    return _sentence(draft, "T204", "由行政效能科组织。")


def _sentence(draft: Draft, code: str, words: str) -> Planted:
    texts = draft.tree("部门/文字.md")
    name = next(iter(texts))
    texts[name] = [*texts[name], words]
    return Planted(code, "部门/文字.md", f"“{name}”后面加一句：{words}", path=(name, len(texts[name]) - 1))


def _counted(draft: Draft) -> Planted | None:
    return _sentence(draft, "T206", "内设机构99个。") if draft.tree(DUTIES) else None


def _explained(draft: Draft) -> Planted:
    file = f"{draft.projects[0]}/项目.yaml"
    draft.tree(file).setdefault("说明", {})["预算执行律"] = "验收较晚。"
    return Planted("K601", file, "说明的名称写错", path=("说明", "预算执行律"))


def _unexplained(code: str, year: int) -> Plant:
    """A notice of another year, of which nothing is said any more."""

    def plant(draft: Draft) -> Planted | None:
        for folder, file, of in (("部门", "说明.yaml", draft.projects), (draft.projects[0], "项目.yaml", [])):
            found = draft.tree(f"{folder}/{file}").get("说明", {})
            if code in found and draft.year != year:
                del found[code]
                return Planted(code, folder, "删去沿用通知的说明", elsewhere=tuple((code, each, ()) for each in of))
        return None

    return plant


def _twice(code: str) -> Plant:
    """A sub-project that is written twice: in equal halves (K604), or in others (K603)."""

    def plant(draft: Draft) -> Planted | None:
        file = f"{draft.projects[0]}/资金.yaml"
        rows = draft.rows(file, "子项目")
        if "会计凭证" in rows[0]:
            return None
        for number, row in enumerate(rows):
            amounts = {key: amount_of(value) for key, value in row.items() if key[0] in "年预实" and key != "名称"}
            if any(amount % 4 for amount in amounts.values()) or "偏离原因" in row or not amounts.get("年初预算数", 1):
                continue
            share = 2 if code == "K604" else 4
            other = row | {key: money(amount // share) for key, amount in amounts.items()}
            row.update({key: money(amount - amount // share) for key, amount in amounts.items()})
            rows.insert(number + 1, other)
            return Planted(code, file, f"“{row['名称']}”分成了两项", path=("子项目", number + 1, "名称"))
        return None

    return plant


ALSO = {"K142": ("K301",)}


def _form(code: str, change: Callable[[Any], object], *path: str | int) -> Plant:
    """A change of the monitoring form; path: where it is told."""

    def plant(draft: Draft) -> Planted | None:
        forms = draft.rows(FORMS, "执行监控")
        if not forms or change(forms[0]) is False:
            return None
        return Planted(code, FORMS, "执行监控表填错", path=("执行监控", 0, *path), also=ALSO.get(code, ()))

    return plant


def _money(executed: int, forecast: int, more: int = 0) -> Callable[[Any], bool]:
    """So many parts of a hundred of the budget, and more: in hundredths of 万元."""

    def change(form: Any) -> bool:
        row = form["监控资金"][0]
        initial = amount_of(row["年初预算数"])
        row["执行数"], row["预计执行数"] = money(initial * executed // 100 + more), money(initial * forecast // 100)
        return True

    return change


def _no_reasons(form: Any) -> None:
    for row in form["监控指标"]:
        row["可能性"] = "确定能"
        for key in ("人员保障", "原因说明"):
            row.pop(key, None)


def _forecast_below(form: Any) -> bool:
    _no_reasons(form)
    return _money(45, 80)(form)


def _doubt(form: Any) -> None:
    _no_reasons(form)
    form["监控指标"][0]["可能性"] = "有可能"


def _unspent(form: Any) -> bool:
    rows = [row for row in form["监控指标"] if row["年度指标值"][0].isdecimal()]
    for row in rows:
        row["执行情况"] = row["年度指标值"]
    return bool(rows) and _money(0, 95)(form)


def _set(key: str, value: str) -> Callable[[Any], None]:
    return lambda form: form.update({key: value})


def _odd_likelihood(form: Any) -> None:
    form["监控指标"][0]["可能性"] = "能"


EXECUTED, FORECAST = ("监控资金", 0, "执行数"), ("监控资金", 0, "预计执行数")
LIKELIHOOD = ("监控指标", 0, "可能性")


def _whole_year(draft: Draft) -> Planted | None:
    """More in half a year than in the whole one (K145)."""
    forms = draft.rows(FORMS, "执行监控")
    if not forms:
        return None
    row = forms[0]["监控资金"][0]
    subs = draft.rows(f"项目/{forms[0]['项目']}/资金.yaml", "子项目")
    initial, spent = amount_of(row["年初预算数"]), sum(amount_of(each["实际支出"]) for each in subs) + 10
    if not initial * 9 <= spent * 10 <= initial * 10:
        return None
    row["执行数"] = row["预计执行数"] = money(spent)
    return Planted("K145", FORMS, "监控期间的执行数超过全年", path=("执行监控", 0, *EXECUTED))


OF_MONITORING: dict[str, Plant] = {
    "K141": _form("K141", _money(60, 55), *EXECUTED),
    "K142": _form("K142", _money(101, 101), *EXECUTED),
    "K143": _form("K143", _money(50, 110), *FORECAST),
    "K144": _form("K144", _forecast_below, *FORECAST),
    "K145": _whole_year,
    "K231": _form("K231", _odd_likelihood, *LIKELIHOOD),
    "K232": _form("K232", _doubt, *LIKELIHOOD),
    "K308": _form("K308", _money(20, 95), *EXECUTED),
    "K309": _form("K309", _unspent, *EXECUTED),
    "K408": _form("K408", _set("年度", "2016"), "年度"),
    "K409": _form("K409", _set("期间", "1月6日"), "期间"),
}
PLANTS: dict[str, Plant] = {
    "D109": _unit,
    "K121": _count("K121", "在职人数", "在职人数", lambda staff: int(staff["在职人数"]) - 1),
    "K122": _retired,
    "K123": _count("K123", "编制数", "在职人数", lambda staff: int(staff["在职人数"]) - 1),
    "K601": _explained,
    "K603": _twice("K603"),
    "K604": _twice("K604"),
    "K605": _section_twice,
    "K606": _post,
    "T204": _mentioned,
    "T206": _counted,
    "HN03": _unexplained("HN03", 2023),
    "XJ04": _unexplained("XJ04", 2022),
}
FAULTS = [
    *(Fault(code, AREA, plant) for code, plant in PLANTS.items()),
    *(Fault(code, OF_FORMS, plant) for code, plant in OF_MONITORING.items()),
]
