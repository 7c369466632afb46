"""The files of a unit's year in a format, ready to be filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from jixiao.formats.format import Format
from jixiao.model.department import Department
from jixiao.model.fields import Field, Kind, Row, fields_of
from jixiao.model.project import Project
from jixiao.model.skeleton import Former, markdown, record_lines
from jixiao.model.staged import NOWHERE
from jixiao.model.unit import Report, UnitYear
from jixiao.model.values import Text

DEPARTMENT = "部门"
NEW_PROJECT = "待填写项目名称"
"""The checks take it for what it is: something that is still to be filled in."""

_PROJECTS, _TEXTS, _FACTS = "项目", "文字", "事实"
_MONEY, _TEXT_FILE = "资金.yaml", "文字.md"
_FUND_LEVEL = "资金来源"


def skeleton_files(form: Format, before: UnitYear | None, schema: str = "") -> dict[str, str]:
    """File names, seen from the year's folder, and contents; before: last year's data, to be carried over.

    schema: the folder of the JSON Schemas, seen from the year's folder.
    """
    writer = _Writer(Former(before.year) if before else None, _asked(form))
    source = _in_format(form, before) if before else _blank(form)
    files = {
        f"{row.field.name}.yaml": writer.yaml([row], source, schema and f"{schema}/unit-year.json")
        for row in fields_of(UnitYear)
        if row.field.required
    }
    texts = form.rules.required_texts
    if source.department:
        files |= writer.folder(DEPARTMENT, source.department, schema and f"../{schema}/department.json", texts)
        texts = form.rules.project_texts
    below = schema and f"../../{schema}/project.json"
    for name, project in source.projects.items():
        files |= writer.folder(f"{_PROJECTS}/{name}", project, below, texts)
    return files


def _asked(form: Format) -> frozenset[str]:
    """The names of the fields that the format cannot do without."""
    return frozenset(field.text.rpartition(".")[2] for field in form.rules.required_fields)


class _Writer(NamedTuple):
    """What all files of a year have in common: the year before, and the fields on demand that the format asks for."""

    former: Former | None
    asked: frozenset[str]

    def folder(self, path: str, subject: Department | Project, schema: str, texts: tuple[Text, ...]) -> dict[str, str]:
        """The files of a department or a project."""
        files = {f"{path}/{file}": self.yaml(rows, subject, schema) for file, rows in self._grouped(subject).items()}
        names = [name.text for name in texts]
        return files | {f"{path}/{_TEXT_FILE}": markdown(names, subject.narratives, self.former)}

    def yaml(self, rows: list[Row], source: Any, schema: str) -> str:
        """A file of these fields."""
        head = [f"# yaml-language-server: $schema={schema}", f"# $schema: {schema}", ""] if schema else []
        return "\n".join([*head, *record_lines(rows, source, self.former, asked=self.asked)]) + "\n"

    def _grouped(self, subject: Department | Project) -> dict[str, list[Row]]:
        """The fields of a project or department by the file they are written in; units may divide them otherwise."""
        groups: dict[str, list[Row]] = {f"{subject.kind}.yaml": [], _MONEY: []}
        for row in fields_of(type(subject)):
            wanted = not row.field.on_demand or row.field.name in self.asked or getattr(subject, row.attribute)
            if row.field.name != _TEXTS and wanted:
                groups.setdefault(_file_of(row.field) or f"{subject.kind}.yaml", []).append(row)
        return groups


def _blank(form: Format) -> UnitYear:
    """A unit that owes one report in this format."""
    whole = str(form.rules.subject or "") == DEPARTMENT
    project = None if whole else Text(NEW_PROJECT, NOWHERE)
    name = Text("部门整体自评" if whole else "项目自评", NOWHERE)
    report = Report(name=name, format=Text(form.name, NOWHERE), project=project)
    projects = {NEW_PROJECT: Project(key=NEW_PROJECT)}
    return UnitYear(reports=(report,), projects=projects, department=Department() if whole else None)


def _in_format(form: Format, before: UnitYear) -> UnitYear:
    """Last year's data; a report that stands alone changes to the format, of several each keeps its own."""
    if len(before.reports) != 1:
        return before
    return replace(before, reports=(replace(before.reports[0], format=Text(form.name, NOWHERE)),))


def _file_of(field: Field) -> str:
    if _holds_money(field) or field.name == _FUND_LEVEL:
        return _MONEY
    return f"{field.name}.yaml" if field.kind is Kind.LIST or field.name == _FACTS else ""


def _holds_money(field: Field) -> bool:
    inner = fields_of(field.item) if field.item else ()
    return field.unit == "金额" or any(_holds_money(row.field) for row in inner)
