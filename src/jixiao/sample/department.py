"""The files of a department: people, budget, expenditure by class, indicators, narratives."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.formats.rules import FormatRules
from jixiao.sample.accounts import Accounts
from jixiao.sample.chance import Chance
from jixiao.sample.indicators import Indicators
from jixiao.sample.monitoring import monitoring
from jixiao.sample.places import Place, Scene
from jixiao.sample.plan import Plan
from jixiao.sample.project import evaluators
from jixiao.sample.shapes import Shape
from jixiao.sample.vocabulary import DUTIES, SECTIONS
from jixiao.sample.words import Writer
from jixiao.sample.writing import Node

FIGURES = ("全年预算数", "全年执行数", "预算执行率")
ACCOUNTED = (*FIGURES, "基本支出.全年执行数", "项目支出.全年执行数", "三公经费.全年执行数")


def department_files(
    scene: Scene, plan: Plan, shapes: Sequence[Shape], rules: Sequence[FormatRules]
) -> dict[str, Node]:
    """The data of a department by file; shapes, rules: of the formats of its reports, the main one first."""
    chance, place, shape = scene.chance, scene.place, shapes[0]
    draws = Indicators(chance, place.sector, place.sector.works, weak=chance.yes(12), is_slow=False)
    rows = draws.rows(rules[0].groups_of("部门"), shape.goals, shape.rates) if shape.has_accounts else []
    writer = Writer(chance, place.sector, list(draws.facts), ACCOUNTED if shape.has_accounts else FIGURES)
    accounts = Accounts(chance, plan)
    files: dict[str, Node] = {
        "说明.yaml": _explained(plan, shape, writer, scene.year),
        "文字.md": writer.texts(_asked(shapes, rules), shape.paragraphs),
        "预算.yaml": accounts.budget(shape),
    }
    if shape.has_accounts:
        files |= {
            "人员.yaml": _people(plan),
            "职责.yaml": _duties(chance, place, shape),
            "三公经费.yaml": accounts.expenses(shape),
            "事实.yaml": {"事实": draws.facts},
            "绩效指标.yaml": {"绩效指标": rows},
        }
    if shape.has_assets:
        files["资产.yaml"] = accounts.assets(shape, scene.year)
    if shape.has_institutions:
        files["机构.yaml"] = accounts.institutions(place.sector)
    if shape.has_monitoring:
        files["执行监控.yaml"] = monitoring(chance, plan, writer)
    if shape.has_achievements:
        files["工作成效.yaml"] = _achievements(place, shape, writer)
    if shape.has_result:
        files["自评.yaml"] = {"自评结果": {"总分": "95", "等级": "优"}, "评价人员": evaluators(place.name)}
    return {name: tree for name, tree in files.items() if tree}


def _asked(shapes: Sequence[Shape], rules: Sequence[FormatRules]) -> list[str]:
    """The narratives that the formats ask of the department."""
    asked = [name.text for each in rules if str(each.subject) == "部门" for name in each.required_texts]
    return list(dict.fromkeys([*asked, *(name for shape in shapes if shape.is_department for name in shape.texts)]))


def _explained(plan: Plan, shape: Shape, writer: Writer, year: int) -> dict[str, Node]:
    found = {"预算执行率": writer.reason()} if plan.is_slow and not shape.has_institutions else {}
    code, of_year = shape.notice
    if code and of_year != year:
        found[code] = "本年度沿用原自评办法，通知另行下发。"
    return {"说明": found} if found else {}


def _people(plan: Plan) -> dict[str, Node]:
    people = plan.people
    rows = {
        "招考录用": (people.hired, 0),
        "调入": (people.moved_in, 0),
        "在职转退休": (-people.leaving, people.leaving),
    }
    movements = [
        {"名称": name, "在职增减": str(in_post)} | ({"退休增减": str(retired)} if retired else {})
        for name, (in_post, retired) in rows.items()
        if in_post
    ]
    told = {
        "编制数": str(people.quota),
        "在职人数": str(people.in_post),
        "编外人数": str(people.contract),
        "退休人数": str(people.retired),
        "上年末在职人数": str(people.before),
    }
    return {"人员情况": told | ({"人员变动": movements} if movements else {})}


def _duties(chance: Chance, place: Place, shape: Shape) -> dict[str, Node]:
    sector = place.sector
    tree: dict[str, Node] = {
        "职能职责": [f"{duty.format(sector=sector.name)}。" for duty in DUTIES],
        "内设机构": list(SECTIONS[: chance.between(4, len(SECTIONS))]),
    }
    if shape.has_achievements:
        works = chance.some(sector.works, 4)
        tree["年度工作"] = [f"做好{work.name}工作，{sector.aim}。" for work in works]
    return tree


def _achievements(place: Place, shape: Shape, writer: Writer) -> dict[str, Node]:
    works = writer.chance.some(place.sector.works, 8)
    return {
        "工作成效": [
            {
                "名称": f"抓实{work.name}，{place.sector.aim}",
                "概述": writer.told("概述", 1)[0],
                "内容": "\n\n".join(writer.told("成效", shape.paragraphs)),
            }
            for work in works
        ]
    }
