"""A unit's files: what it is, the reports it owes, its projects and its department."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import count
from pathlib import Path

from jixiao.formats.load_format import load_format
from jixiao.formats.rules import FormatRules
from jixiao.kernel.frozen import frozen
from jixiao.sample.chance import Chance
from jixiao.sample.department import department_files
from jixiao.sample.places import Place, Scene, place_of
from jixiao.sample.plan import Plan, ProjectPlan, draw_plan
from jixiao.sample.project import draw_project
from jixiao.sample.shapes import FORMS, SHAPES, Shape
from jixiao.sample.writing import Node, written

REPORTED = 2
"""Projects of a department that have reports of their own, where its kind of unit has such."""


@frozen
class Kind:
    """Units that report in the same formats: names, shapes and rules of these, the main one first."""

    formats: tuple[str, ...]
    shapes: tuple[Shape, ...]
    rules: tuple[FormatRules, ...]

    @property
    def is_department(self) -> bool:
        """Whether a whole department is reported on."""
        return self.shapes[0].is_department


@frozen
class Unit:
    """A unit of the tree: its place, and its files below the folder of its year, as trees that are to be written."""

    place: Place
    kind: Kind
    files: dict[str, Node]

    def written(self) -> dict[str, bytes]:
        """The bytes of each file."""
        return {name: written(name, tree) for name, tree in self.files.items()}


def kinds(templates: Path, year: int) -> tuple[Kind, ...]:
    """The kinds of units of a year: those whose formats all hold then."""
    found: list[Kind] = []
    for formats in FORMS:
        covered = {name for kind in found for name in kind.formats}
        read = [load_format(templates, name, year).format for name in formats]
        rules = tuple(each.rules for each in read if each)
        if (
            len(rules) == len(formats)
            and formats not in [kind.formats for kind in found]
            and not set(formats) <= covered
        ):
            found.append(Kind(formats, tuple(SHAPES[name] for name in formats), rules))
    return tuple(found)


def draw_unit(number: int, seed: int, year: int, known: Sequence[Kind]) -> Unit:
    """A unit by its number: nothing of it depends on how many there are."""
    kind = known[(number + number // len(known)) % len(known)]
    place = place_of(number)
    attempts = (_draw(Scene(place, year, Chance(seed, year, number, attempt)), kind) for attempt in count())
    return next(unit for unit, totals in attempts if not _is_tie(totals))


def _draw(scene: Scene, kind: Kind) -> tuple[Unit, list[Fraction]]:
    """A unit, and the points of its projects."""
    place, year = scene.place, scene.year
    plan = draw_plan(scene.chance, place.sector, kind.shapes[0].projects, kind.shapes[0].subs)
    reported = _reported(kind, plan)
    files: dict[str, Node] = {"单位.yaml": {"单位": _about(place)}, "报告.yaml": _reports(kind, plan, reported, year)}
    if kind.is_department:
        own = department_files(scene, plan, kind.shapes, kind.rules)
        files |= {f"部门/{name}": tree for name, tree in own.items()}
    totals = []
    for project in plan.projects:
        drawn = draw_project(scene, project, *_shown_in(kind, reported=project in reported))
        files |= {f"项目/{project.name}/{name}": tree for name, tree in drawn.files.items()}
        totals.append(drawn.total)
    return Unit(place, kind, {name: tree for name, tree in files.items() if tree}), totals


def _is_tie(totals: Iterable[Fraction]) -> bool:
    """Whether two projects print as the best, or the worst, of which one is not: a summary names them."""
    order = sorted(totals)
    ends = [pair for pair in (order[:2], order[-2:]) if len(pair) > 1]
    return any(0 < other - one < _PRINTED for one, other in ends)


_PRINTED = Fraction(3, 100)
"""Totals farther from each other print as different ones."""


def _about(place: Place) -> dict[str, Node]:
    return {
        "名称": place.name,
        "简称": place.short,
        "代码": f"9{place.number:08}",
        "地区": place.region,
        "主管部门": place.superior or place.name,
        "地址": f"{place.region}示例大道",
    }


def _reported(kind: Kind, plan: Plan) -> tuple[ProjectPlan, ...]:
    """The projects that have reports of their own."""
    if not kind.is_department:
        return plan.projects
    return () if kind.shapes[-1].is_department else plan.projects[:REPORTED]


def _shown_in(kind: Kind, *, reported: bool) -> tuple[tuple[Shape, ...], FormatRules]:
    """The shapes of the formats that show a project, that of its own report first, and the rules of that."""
    if kind.is_department and not reported:
        return kind.shapes[:1], kind.rules[0]
    return kind.shapes[::-1], kind.rules[-1]


def _reports(kind: Kind, plan: Plan, reported: Iterable[ProjectPlan], year: int) -> dict[str, Node]:
    rows: list[Node] = []
    for name, shape in zip(kind.formats, kind.shapes, strict=True):
        if shape.is_department:
            rows.append({"名称": _TITLES.get(name, "部门自评"), "格式": name} | _signed(year, "部门"))
    rows += [
        {"名称": f"{project.name}自评", "格式": kind.formats[-1], "项目": project.name} | _signed(year, "项目")
        for project in reported
    ]
    order = {"项目": {project.name: "" for project in plan.projects}}
    return {"报告": rows} | order


_TITLES = {"department-summary": "自评总结"}


def _signed(year: int, who: str) -> dict[str, Node]:
    return {"报告时间": f"{year + 1}-05-20", "评价方式": f"{who}绩效自评", "评价机构": f"{who}评价组"}
