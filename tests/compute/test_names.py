"""Every name that templates use is listed, and every name that is listed can be used."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jixiao.compute.evaluation import PROJECTS, Evaluation
from jixiao.compute.names import ROW, Group, Name, loop_tags, names_of
from jixiao.compute.records import ItemRecord
from jixiao.compute.sample import sample_case
from jixiao.expr.figure import MISSING
from jixiao.expr.functions import Items
from jixiao.expr.lists import Band
from jixiao.formats.copy_format import copy_format
from jixiao.formats.format import Format
from jixiao.formats.load_format import format_names, format_years, load_format
from jixiao.kernel.finding import Finding
from jixiao.ledger.ledger import Ledger
from jixiao.load.folder import load_unit
from jixiao.load.units import units_of
from jixiao.locate import templates_dir
from jixiao.model.department import Department
from jixiao.model.fields import Kind
from jixiao.model.project import Project
from jixiao.model.unit import UnitYear
from jixiao.pipeline import draw, examine
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from jixiao.render.run.loop import Loop
from jixiao.render.template import For, Set
from tests.cases import format_of
from tests.templates import ORIGIN

DATA = Path(__file__).resolve().parents[2] / "data_examples"
EDITIONS = [(name, year) for name in format_names(templates_dir()) for year in format_years(templates_dir(), name)]
YEARS = [(unit, int(path.name)) for unit in units_of(DATA) for path in sorted((DATA / unit).glob("[0-9]*"))]
WHOLE = ""  # stands for what a report is about
Known = set[tuple[str, str]]


@pytest.fixture(autouse=True)
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))


def edition(name: str, year: int, root: Path | None = None) -> Format:
    form = load_format(root or templates_dir(), name, year).format
    assert form is not None
    return form


def listed(groups: Iterable[Group]) -> Known:
    """What each kind of record is said to have."""
    found: Known = set()
    for group in groups:
        owners = [way[-1].rpartition(".")[2] for way in group.ways] or [WHOLE]
        for name in group.names:
            steps = name.path.removeprefix(f"{ROW}.").split(".")
            for owner in owners:
                found |= set(zip([WHOLE if owner == PROJECTS else owner, *steps], steps, strict=False))
        for way in group.ways:
            outside = WHOLE
            for path in way:
                steps = path.removeprefix(f"{ROW}.").split(".")
                found |= set(zip([WHOLE, *steps], steps, strict=False))
                found |= {(owner, steps[0]) for owner in (*owners, outside)}
                outside = steps[-1]
    return found


@pytest.mark.parametrize(("unit", "year"), YEARS)
def test_what_templates_asked_for_while_an_example_was_printed_is_listed(
    unit: str, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    examination = examine(DATA, templates_dir(), unit, year)
    for report in examination.reports:
        asked: Known = set()
        get = ItemRecord.get

        def noted(record: ItemRecord, name: str, get: Any = get, asked: Known = asked) -> object:
            value: object = get(record, name)
            if value is not MISSING:
                asked.add((record.kind if record.path else WHOLE, name))
            return value

        with monkeypatch.context() as patched:
            patched.setattr(ItemRecord, "get", noted)
            draw(examination.loaded, report)
        given = of_their_own(examination.loaded.unit_year)
        assert len(asked) > 40
        assert {(owner, name) for owner, name in asked if name not in given} <= listed(names_of(report.case.format))


def of_their_own(unit: UnitYear) -> set[str]:
    """The names that a unit gives its facts and lists."""
    holders: list[UnitYear | Project | Department] = [unit, *unit.projects.values()]
    holders += [unit.department] if unit.department else []
    return {name for each in holders for name in (*each.facts, *each.lists)}


@pytest.mark.parametrize(("name", "year"), EDITIONS)
def test_what_templates_name_anywhere_is_listed(name: str, year: int) -> None:
    form = edition(name, year)
    compiled, findings = compile_format(form)
    assert not findings
    of_loops = {*Loop(1, 1).names(), *Band(None, None, Items([])).names(), "loop"}
    units = (load_unit(DATA, unit, each).unit_year for unit, each in YEARS)
    using = [unit for unit in units if name in {str(report.format) for report in unit.reports}]
    known = {each for _, each in listed(names_of(form))}.union(
        of_loops, variables(compiled.nodes), *map(of_their_own, using)
    )
    used = {word for _, tree in compiled.trees for word in words(tree)}
    assert len(used) > 30
    assert used <= known


def variables(node: object) -> Iterator[str]:
    """The names that templates give themselves."""
    if isinstance(node, For):
        yield from node.variables
    if isinstance(node, Set):
        yield node.name
    if isinstance(node, tuple):
        for part in node:
            yield from variables(part)


def words(tree: object) -> Iterator[str]:
    """The names and attributes of an expression."""
    if isinstance(tree, tuple):
        if tree[:1] in {("name",), ("attribute",)} and isinstance(tree[-1], str):
            yield tree[-1]
        for part in tree:
            yield from words(part)


@pytest.mark.parametrize(("name", "year"), EDITIONS)
def test_every_name_that_is_listed_prints(name: str, year: int, tmp_path: Path) -> None:
    groups = names_of(edition(name, year))
    assert not printed(name, year, tmp_path, [line for group in groups for line in lines(group)])


def test_a_name_that_nobody_knows_would_be_told(tmp_path: Path) -> None:
    name, year = EDITIONS[0]
    (found,) = printed(name, year, tmp_path, ["{% for 项 in 绩效指标 %}{{ 项.没有的名称 }}{% endfor %}"])
    assert found.code == "C104"


def lines(group: Group) -> Iterator[str]:
    """Each name in a paragraph, within each of the loops that lead to it."""
    for way in group.ways or [()]:
        tags = loop_tags(way)
        for name in group.names:
            yield "".join([*tags, name.tag, *("{% endfor %}" for _ in tags)])


def printed(name: str, year: int, folder: Path, paragraphs: list[str]) -> list[Finding]:
    """What is found where these paragraphs are the report of a unit that filled nothing in, one row in every list."""
    root = folder / "templates"
    shutil.copytree(templates_dir(), root)
    home = copy_format(edition(name, year), "试", year, root)
    rules = (home / "格式.yaml").read_text(encoding="utf-8")
    head, _, rest = rules.partition("\n大纲:\n")
    tail = rest[rest.index("\n\n") :]
    outline = "- {类型: 正文, 文件: 全部.md}"
    (home / "格式.yaml").write_text(f"{head}\n大纲:\n{outline}{tail}", encoding="utf-8")
    (home / "全部.md").write_text("\n\n".join(paragraphs), encoding="utf-8")
    case = sample_case(edition("试", year, root))
    compiled, findings = compile_format(case.format)
    return [*findings, *render(compiled, Ledger(case, Evaluation(case)), ORIGIN)[1]]


def named(groups: Iterable[Group], path: str, way: tuple[str, ...] = ()) -> Name:
    return next(name for group in groups if way in (group.ways or [()]) for name in group.names if name.path == path)


def test_the_field_table_and_the_format_say_what_a_name_means() -> None:
    groups = names_of(edition("xiangxi-project", 2022))
    spent = named(groups, "项.实际支出", ("子项目",))
    assert (spent.tag, spent.label, spent.unit, spent.kind, spent.stage) == (
        "{{ 项.实际支出 }}", "实际支出金额", "金额", Kind.NUMBER, "决算",
    )  # fmt: skip
    rate = named(groups, "预算执行率")
    assert (rate.meaning, rate.unit, rate.is_derived, rate.source) == (
        "全年执行数占全年（调整）预算数的比例", "%", True, "财预〔2020〕10号 附件1",
    )  # fmt: skip
    assert named(groups, "项.规则得分", ("绩效指标",)).is_derived
    assert named(groups, "文字.总目标").meaning == "单位必须写的文字"
    assert named(groups, "文字.产出综述").meaning == "单位可以写的文字"


def test_rows_of_one_kind_are_listed_once_with_every_way_to_them() -> None:
    groups = names_of(edition("hunan-department", 2023))
    (group,) = (group for group in groups if group.title == "子项目")
    assert group.loops == ["{% for 组 in 各项目 %}{% for 项 in 组.子项目 %}", "{% for 项 in 子项目 %}"]


def test_facts_that_formulas_ask_for_are_listed() -> None:
    figures = (
        "[{名称: 进度率, 公式: 进度 / 计划}, {名称: 差, 对象: 子项目, 公式: 预算安排 - 定额}, {名称: 坏, 公式: 1 +}]"
    )
    groups = names_of(format_of(f"评价对象: 项目\n指标: {figures}"))
    assert {name.path for group in groups if group.title == "事实" for name in group.names} == {"进度", "计划", "定额"}


def test_a_selected_standard_figure_is_listed_and_one_that_is_not_is_not() -> None:
    paths = {name.path for group in names_of(edition("hunan-department", 2023)) for name in group.names}
    assert "在职人员控制率" in paths
    assert "支付进度率" not in paths
