"""The shared forms, cell by cell: columns, merges and labels are those of the published forms."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pypdfium2
import pytest

from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.formats.load_format import load_format
from jixiao.ledger.ledger import Ledger
from jixiao.locate import templates_dir
from jixiao.model.unit import UnitYear
from jixiao.package.reader import read
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from tests.cases import bound
from tests.templates import ORIGIN, pdf_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMS = ("common", "hunan-department/2023")

INDICATORS = """[
  {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 控制率, 年度指标值: ≤100%, 实际完成值: 89%, 分值: 40, 得分: 40},
  {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 完成质量, 年度指标值: 云平台, 实际完成值: 好, 分值: 5, 得分: 5},
  {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 完成质量, 年度指标值: 大厅, 实际完成值: 好, 分值: 5, 得分: 4},
  {一级指标: 效益指标, 二级指标: 社会效益指标, 三级指标: 便民, 年度指标值: 便民, 实际完成值: 便民, 分值: 40, 得分: 40}]"""
DATA = f"""
单位: {{名称: 某中心, 主管部门: 某厅}}
报告: [{{名称: 自评, 格式: 测试, 报告时间: 2024-05}}]
部门:
  年初预算数: 25
  全年预算数: 40
  全年执行数: 30
  人员情况: {{编制数: 88, 在职人数: 79}}
  预算收入: {{一般公共预算拨款: {{全年预算数: 40}}}}
  基本支出:
    年初预算数: 20
    全年预算数: 22
    全年执行数: 18.5
    公用经费: {{上年决算数: 4, 年初预算数: 5, 全年执行数: 3, 办公经费: {{全年执行数: 2}}}}
  项目支出:
    上年决算数: 9
    年初预算数: 5
    全年预算数: 18
    全年执行数: 11.5
    类别: [{{名称: 业务工作经费, 年初预算数: 2}}, {{名称: 运行维护经费, 年初预算数: 3}}]
  三公经费: {{年初预算数: 61, 公务用车: {{年初预算数: 35, 运行维护费: {{年初预算数: 35}}}}, 因公出国境: {{全年执行数: 0}}}}
  政府采购: {{年初预算数: 2168.8, 全年执行数: 12957.43}}
  基本支出预算调整: 72.78
  绩效指标: {INDICATORS}
  文字: {{年度目标: 目标, 年度完成情况: 完成, 厉行节约: 节约}}
项目:
  工作经费:
    名称: 业务工作经费
    开始时间: 2023-01
    结束时间: 2023-12
    数据截止日期: 2023-12-31
    全年预算数: 22130609.00元
    全年执行数: 1659.80
    资金构成: [{{名称: 上年结转资金, 年初预算数: 580, 全年预算数: 563.80, 全年执行数: 554.66}}]
    绩效指标: {INDICATORS}
    文字: {{年度目标: 目标, 年度完成情况: 完成}}
"""
RULES = """
名称: 测试
版本: "1"
继承: [common]
显示: {表单: {金额: 原样}}
评分: {取整: {方式: 四舍五入, 位数: 2}}
一级指标:
- {名称: 产出指标, 分值: 50, 二级指标: [数量指标, 质量指标]}
- {名称: 效益指标, 分值: 40, 二级指标: [社会效益指标, 生态效益指标]}
选项: {%OPTIONS}
必填文字: [年度目标, 年度完成情况, 厉行节约]
指标:
- {名称: 在职人员控制率, 对象: 部门, 公式: 人员情况.在职人数 / 人员情况.编制数, 单位: "%"}
- {名称: 一般公共预算, 对象: 预算收入, 公式: 一般公共预算拨款.全年预算数}
大纲: [{类型: 表单, 文件: common/表单/%FORM}]
"""
HUNAN = (
    '自评表年度: 否, 项目名称栏: 项目支出名称, 主管部门栏: 留空, 得分栏名: 自评得分, 子行空值: "", 签字栏: 一行, '
    "部门名称栏: 省级预算部门、单位名称, 自评表备注: 一个项目一张表"
)


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def document(folder: Path, form: str, options: str = "", *, project: str = "", data: str = DATA) -> bytes:
    """A document of one form, for the department or one of its projects; the test fails on any finding."""
    templates = folder / "templates"
    for each in FORMS:
        shutil.copytree(templates_dir() / each, templates / "common", dirs_exist_ok=True)
    (templates / "测试" / "2023").mkdir(parents=True, exist_ok=True)
    rules = RULES.replace("%OPTIONS", options).replace("%FORM", form)
    (templates / "测试" / "2023" / "格式.yaml").write_text(rules, encoding="utf-8")
    loaded = load_format(templates, "测试", 2023)
    assert loaded.format is not None
    unit_year = replace(bound(data, "单位.yaml", UnitYear), year=2023)
    subject = unit_year.projects[project] if project else None
    case = Case(unit_year, unit_year.reports[0], subject, loaded.format)
    compiled, findings = compile_format(loaded.format)
    content, more = render(compiled, Ledger(case, Evaluation(case)), ORIGIN)
    assert not [*loaded.findings, *findings, *more]
    return content


def grid(content: bytes) -> str:
    """Rows of cells: ×3 spans three columns, ↑ continues the cell above; lines of text below the tables."""
    body = fromstring(read(content)["word/document.xml"])[0]
    return "\n".join(line for block in body for line in lines(block))


def lines(block: Element) -> Iterator[str]:
    if block.tag == f"{W}p":
        yield from [text] if (text := words(block).strip()) else []
        return
    columns = len(block.findall(f"{W}tblGrid/{W}gridCol"))
    for row in block.iter(f"{W}tr"):
        cells = list(row.iter(f"{W}tc"))
        assert sum(map(span, cells)) == columns
        yield " | ".join(cell(each) for each in cells)


def span(cell: Element) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(found.get(f"{W}val", ""))


def cell(element: Element) -> str:
    """A cell without a line above it is a piece of the one above in another table."""
    merge, top = element.find(f"{W}tcPr/{W}vMerge"), element.find(f"{W}tcPr/{W}tcBorders/{W}top")
    continues = merge is not None and merge.get(f"{W}val") != "restart"
    if continues or top is not None:
        return "↑"
    columns = span(element)
    return f"{words(element)}×{columns}" if columns > 1 else words(element) or "·"


def words(element: Element) -> str:
    return "".join({f"{W}tab": " "}.get(each.tag, each.text or "") for each in element.iter() if each.tag[-2:] in {"}t", "ab"})


def test_base_data(tmp_path: Path) -> None:
    print(grid(document(tmp_path, "部门整体支出绩效评价基础数据表.docx", HUNAN)))
    print(grid(document(tmp_path, "部门整体支出绩效自评表.docx", HUNAN)))
    print(grid(document(tmp_path, "项目支出绩效自评表.docx", HUNAN, project="工作经费")))
    print(grid(document(tmp_path, "项目支出绩效自评表.docx", "", project="工作经费")))
    print(grid(document(tmp_path, "一般公共预算执行明细表.docx", HUNAN)))
    print(grid(document(tmp_path, "封面.docx", HUNAN)))
