"""The files of a project."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from jixiao.formats.rules import FormatRules
from jixiao.kernel.frozen import frozen
from jixiao.sample.chance import Chance
from jixiao.sample.indicators import Indicators
from jixiao.sample.places import Scene
from jixiao.sample.plan import ProjectPlan, Sub
from jixiao.sample.shapes import Shape
from jixiao.sample.vocabulary import SECTIONS
from jixiao.sample.words import Writer
from jixiao.sample.writing import Node, money

FIGURES = ("全年预算数", "全年执行数", "预算执行率", "总分")
USES = ("业务开展", "设施运行", "服务保障")


@frozen
class Drawn:
    """The data of a project by file; total: the points it earns where execution counts for ten of a hundred."""

    files: dict[str, Node]
    total: Fraction


def draw_project(scene: Scene, plan: ProjectPlan, shapes: Sequence[Shape], rules: FormatRules) -> Drawn:
    """The data of a project; shapes: of the formats that show it, its own first; rules: of the first."""
    chance, sector, year = scene.chance, scene.place.sector, scene.year
    shape = shapes[0]
    works = [sub.work for sub in plan.subs]
    draws = Indicators(chance, sector, list(dict.fromkeys(works)), weak=chance.yes(12), is_slow=plan.is_slow)
    rows = draws.rows(rules.groups_of("项目"), shape.indicators)
    writer = Writer(chance, sector, list(draws.facts), FIGURES)
    names = dict.fromkeys([*_asked(rules), *(shape.project_texts if shape.is_department else shape.texts)])
    total = 90 - draws.lost + Fraction(10 * plan.spent, plan.budget)
    files = {
        "项目.yaml": _about(plan, year) | _decided(shapes) | _explained(plan, shapes, writer, year),
        "资金.yaml": _money(scene, plan, shapes, rules, writer),
        "事实.yaml": {"事实": draws.facts},
        "绩效指标.yaml": {"绩效指标": rows},
        "文字.md": writer.texts(names, shape.paragraphs),
        **_people(shapes, scene.place.name),
    }
    return Drawn(files, total)


def _asked(rules: FormatRules) -> list[str]:
    """The narratives that the format asks of a project."""
    asked = rules.required_texts if str(rules.subject) == "项目" else rules.project_texts
    return [name.text for name in asked]


def _about(plan: ProjectPlan, year: int) -> dict[str, Node]:
    return {
        "名称": plan.name,
        "支出功能科目编码": "2010399",
        "支出类别": plan.category,
        "开始时间": f"{year}-01",
        "结束时间": f"{year}-12",
        "数据截止日期": f"{year}-12-31",
    }


def _decided(shapes: Sequence[Shape]) -> dict[str, Node]:
    return {"自评结果": {"总分": "96", "等级": "优"}} if any(each.has_result for each in shapes) else {}


def _explained(plan: ProjectPlan, shapes: Sequence[Shape], writer: Writer, year: int) -> dict[str, Node]:
    found = {"预算执行率": writer.reason()} if plan.is_slow else {}
    for shape in shapes:
        code, of_year = shape.notice
        if code and not shape.is_department and of_year != year:
            found[code] = "本年度沿用原自评办法，通知另行下发。"
    return {"说明": found} if found else {}


def _people(shapes: Sequence[Shape], unit: str) -> dict[str, Node]:
    if not any(each.has_evaluators for each in shapes):
        return {}
    return {"评价人员.yaml": {"评价人员": evaluators(unit)}}


def evaluators(unit: str) -> list[Node]:
    """The evaluation group, without names: they are written by hand."""
    return [{"姓名": "", "职务": post, "单位": unit} for post in ("副主任", f"{SECTIONS[0]}主任", f"{SECTIONS[1]}科长")]


def _money(
    scene: Scene, plan: ProjectPlan, shapes: Sequence[Shape], rules: FormatRules, writer: Writer
) -> dict[str, Node]:
    tree: dict[str, Node] = {"金额单位": "万元"}
    levels = [text.text for text in rules.lists.get("资金级次", ())] or ["市财政"]
    if any(each.has_allotments for each in shapes):
        tree["资金来源"] = levels[2]
    tree["子项目"] = [_sub(scene.chance, sub, number, shapes, writer) for number, sub in enumerate(plan.subs)]
    if any(each.has_funds for each in shapes):
        tree["资金构成"] = [
            {
                "名称": row.name,
                "年初预算数": money(row.initial),
                "全年预算数": money(row.budget),
                "全年执行数": money(row.spent),
            }
            for row in plan.funds
        ]
    if any(each.has_uses for each in shapes):
        used = USES[: min(len(plan.subs), len(USES))]
        tree["用途分类"] = [{"名称": use, "说明": f"主要用于{use}的各项支出"} for use in used]
    if any(each.has_levels for each in shapes):
        tree["资金分级"] = _levels(plan)
    if any(each.has_allotments for each in shapes):
        parts = scene.chance.parts(plan.budget, 3)
        tree["指标文"] = [
            {
                "文号": f"示财〔{scene.year}〕{number * 17}号",
                "金额": money(amount),
                "下达日期": f"{scene.year}-{number * 3:02}-15",
            }
            for number, amount in enumerate(parts, 1)
        ]
    return tree


def _levels(plan: ProjectPlan) -> list[Node]:
    other = min(plan.other, plan.spent)
    city = {
        "资金级次": "市财政",
        "计划": plan.budget - plan.other,
        "到位": plan.budget - plan.other,
        "支出": plan.spent - other,
    }
    rows = [city]
    if plan.other:
        rows.append({"资金级次": "其它", "计划": plan.other, "到位": plan.other, "支出": other})
    return [{key: money(value) if isinstance(value, int) else value for key, value in row.items()} for row in rows]


def _sub(chance: Chance, sub: Sub, number: int, shapes: Sequence[Shape], writer: Writer) -> Node:
    row: dict[str, Node] = {"名称": sub.name}
    if any(each.has_uses for each in shapes):
        row["用途"] = USES[number % len(USES)]
    if any(each.has_project_economic for each in shapes):
        row["年初预算数"] = money(sub.initial)
    row["预算安排"] = money(sub.budget)
    if any(each.has_allotments for each in shapes):
        row["实际到位"] = money(sub.budget)
    row["实际支出"] = money(sub.spent)
    if sub.is_slow:
        row["偏离原因"] = writer.reason()
    if any(each.has_uses for each in shapes):
        row["会计凭证"] = _vouchers(chance, number)
    return row


def _vouchers(chance: Chance, number: int) -> list[Node]:
    """The vouchers of a few months: each sub-project has a range of numbers of its own."""
    months = sorted(chance.some(range(1, 13), 4))
    found = []
    for month in months:
        first = 20 * number + chance.between(1, 6)
        found.append({"月份": str(month), "凭证号": (str(first), f"{first + 2}-{first + 2 + chance.between(1, 8)}")})
    return found
