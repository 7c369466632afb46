"""A unit's year: the unit itself, the reports it owes, and its projects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from jixiao.kernel.place import SourcePlace
from jixiao.model.department import Department
from jixiao.model.fields import Kind, date, fields_of, keyed, named, record, records, text
from jixiao.model.project import Project
from jixiao.model.staged import NOWHERE
from jixiao.model.values import Date, Entry, Narrative, Text


@keyed
class Unit:
    """A budget unit (预算单位)."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "单位全称", "单位名称", required=True, carried=True)
    short_name: Text | None = text("简称", "单位简称；不填用全称", carried=True, default="单位.名称")
    code: Text | None = text("代码", "预算单位代码", carried=True)
    region: Text | None = text("地区", "所在的市、州或县，如临湘市", carried=True, on_demand=True)
    supervisor: Text | None = text("主管部门", "主管部门全称", carried=True)
    address: Text | None = text("地址", "单位地址", carried=True)
    postcode: Text | None = text("邮编", "邮政编码", carried=True)
    head: Text | None = text("单位负责人", "单位负责人姓名")
    filler: Text | None = text("填表人", "填表人姓名")
    phone: Text | None = text("联系电话", "填表人电话")


@keyed
class Report:
    """One report that the unit owes this year."""

    place: SourcePlace = NOWHERE
    name: Text | None = text("名称", "报告的短名，用于命令行 --only", required=True, carried=True)
    format: Text | None = text("格式", "报告格式（templates 下的文件夹名）", required=True, carried=True)
    project: Text | None = text("项目", "所报项目（项目文件夹名）；部门整体报告不填", carried=True)
    file_name: Text | None = text("文件名", "输出文件名，不含扩展名；不填由格式决定", carried=True)
    date: Date | None = date("报告时间", "报告年月，印在封面", required=True)
    mode: Text | None = text("评价方式", "评价方式", carried=True)
    body: Text | None = text("评价机构", "评价机构", carried=True)


@keyed
class UnitYear:
    """All that a unit keeps for one fiscal year."""

    folder: str = ""
    year: int = 0
    place: SourcePlace = NOWHERE
    unit: Unit | None = record("单位", "单位基本情况", Unit, required=True, carried=True)
    reports: tuple[Report, ...] = records("报告", "本年应报送的报告", Report, required=True, carried=True)
    department: Department | None = record("部门", "部门整体支出的数据", Department)
    projects: dict[str, Project] = named("项目", "各项目，键为项目文件夹名", Kind.RECORD, item=Project)
    facts: dict[str, Entry] = named("事实", "全单位各报告共用的数字", Kind.ENTRY, in_expressions=True)
    lists: dict[str, tuple[Text, ...]] = named(
        "清单", "全单位各报告共用的清单", Kind.TEXTS, in_expressions=True, on_demand=True
    )
    narratives: dict[str, Narrative] = named("文字", "全单位各报告共用的文字", Kind.NARRATIVE, in_expressions=True)


@cache
def kinds() -> dict[str, None]:
    """What a figure or a check of a format may be of (对象): 部门, 项目, and every record and list they hold."""
    return dict.fromkeys(_kinds(UnitYear))


def _kinds(record_type: type[Any]) -> Iterator[str]:
    for row in fields_of(record_type):
        if row.field.item:
            yield row.field.name
            yield from [family] if (family := getattr(row.field.item, "family", "")) else []
            yield from _kinds(row.field.item)


@cache
def fillable() -> dict[str, None]:
    """What a format may ask for (必填项): a field of what is evaluated, or 记录.字段 of any record or list."""
    roots = [row.field.name for root in (Department, Project) for row in fields_of(root)]
    return dict.fromkeys([*roots, *_fillable(UnitYear)])


def _fillable(record_type: type[Any]) -> Iterator[str]:
    for row in fields_of(record_type):
        if row.field.item:
            yield from (f"{row.field.name}.{inner.field.name}" for inner in fields_of(row.field.item))
            yield from _fillable(row.field.item)
