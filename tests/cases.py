"""Reports made of YAML written in the test: a unit's year, one project, one format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.expr.figure import Figure
from jixiao.formats.format import Format
from jixiao.formats.rules import FormatRules
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from jixiao.load.bind import bind
from jixiao.load.nodes import Mapping
from jixiao.load.yaml_reader import read_yaml
from jixiao.model.project import Project
from jixiao.model.unit import UnitYear

UNIT = """
单位: {名称: 某办公室, 主管部门: 某州政府}
报告:
- {名称: 自评, 格式: 测试, 项目: 某项目, 报告时间: 2023-06}
"""
DATES = {"开始时间": "2022-01", "结束时间": "2022-12", "数据截止日期": "2022-12-31"}


Record = TypeVar("Record")


def bound(text: str, file: str, record_type: type[Record]) -> Record:
    """The record that YAML describes; the test fails on any finding."""
    node, findings = read_yaml(text, file)
    assert isinstance(node, Mapping), findings
    record, more = bind(node, record_type)
    assert not [*findings, *more], [*findings, *more]
    return record


def format_of(rules: str) -> Format:
    """A format with these rules."""
    folder = Path("templates/测试/2022")
    return Format("测试", Path("templates"), folder, 2022, bound(rules, "格式.yaml", FormatRules), "0" * 64)


def case_of(data: str, rules: str, unit: str = UNIT) -> Case:
    """A report on a project with these data, in a format with these rules."""
    dates = "\n".join(f"{name}: {value}" for name, value in DATES.items() if name not in data)
    project = bound(f"{data}\n{dates}\n", "项目.yaml", Project)
    unit_year = bound(unit, "单位.yaml", UnitYear)
    project = replace(project, key="某项目")
    unit_year = replace(unit_year, year=2022, projects={"某项目": project})
    return Case(unit_year, unit_year.reports[0], project, format_of(rules))


def ledger_of(data: str, rules: str, unit: str = UNIT) -> Ledger:
    """The printed figures of such a report."""
    case = case_of(data, rules, unit)
    return Ledger(case, Evaluation(case))


def printed(ledger: Ledger, name: str, display: Display = Display.TEXT) -> str:
    """What a name prints as."""
    return ledger.printed(ledger.scope.lookup(name), display).text


def figure(evaluation: Evaluation, name: str) -> Figure:
    """The figure of this name."""
    found = evaluation.lookup(name)
    assert isinstance(found, Figure), found
    return found
