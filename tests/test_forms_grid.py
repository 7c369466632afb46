"""The shared forms, cell by cell: columns, merges and labels are those of the published forms."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
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
from tests.templates import ORIGIN, pdf_of, words_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BASE_DATA = "common/表单/部门整体支出绩效评价基础数据表.docx"
DEPARTMENT, PROJECT = "common/表单/部门整体支出绩效自评表.docx", "common/表单/项目支出绩效自评表.docx"
COVER, EXECUTION = "表单/封面.docx", "表单/一般公共预算执行明细表.docx"

NAMES = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")
INDICATORS = [
    dict(zip(NAMES, values, strict=True))
    for values in (
        ("产出指标", "数量指标", "控制率", "≤100%", "89%", "40", "40", ""),
        ("产出指标", "质量指标", "质量", "云平台", "好", "5", "5", ""),
        ("产出指标", "质量指标", "质量", "大厅", "好", "5", "4", "窗口少"),
        ("效益指标", "社会效益指标", "便民", "便民", "是", "40", "40", ""),
    )
]
DATA = f"""
单位: {{名称: 某中心, 主管部门: 某厅}}
报告: [{{名称: 自评, 格式: 测试, 报告时间: 2024-05}}]
部门:
  年初预算数: 25
  全年预算数: 40
  全年执行数: 30
  预算调整: [{{名称: 追加项目, 类别: 业务工作经费, 金额: 15}}]
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
  三公经费:
    公务用车: {{运行维护费: {{年初预算数: 35, 全年执行数: 25.82}}}}
    因公出国境: {{全年执行数: 0}}
    公务接待: {{年初预算数: 16, 全年执行数: 0.92}}
  政府采购: {{年初预算数: 2168.8, 全年执行数: 12957.43}}
  基本支出预算调整: 72.78
  绩效指标: {json.dumps(INDICATORS, ensure_ascii=False)}
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
    绩效指标: {json.dumps(INDICATORS, ensure_ascii=False)}
    文字: {{年度目标: 目标, 年度完成情况: 完成}}
"""
RULES = """
名称: 测试
版本: "1"
继承: [common, common/部门]
选用指标: [在职人员控制率]
显示: {表单: {金额: %MONEY}}
评分: {取整: {方式: 四舍五入, 位数: 2}}
一级指标:
- {名称: 产出指标, 分值: 50, 二级指标: [数量指标, 质量指标]}
- {名称: 效益指标, 分值: 40, 二级指标: [社会效益指标, 生态效益指标]}
选项: {%OPTIONS}
必填文字: [年度目标, 年度完成情况, 厉行节约]
大纲: [{类型: 表单, 文件: %FORM}]
"""
HUNAN = (
    '自评表年度: 否, 项目名称栏: 项目支出名称, 主管部门栏: 留空, 得分栏名: 自评得分, 子行空值: "", 签字栏: 一行, '
    "部门名称栏: 省级预算部门、单位名称, 自评表备注: 一个项目一张表"
)


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def templates_in(folder: Path) -> Path:
    """A templates folder with the shared forms, and those of 湖南 for the format of the test."""
    templates = folder / "templates"
    if not templates.exists():
        shutil.copytree(templates_dir() / "common", templates / "common")
        shutil.copytree(templates_dir() / "hunan-department/2023/表单", templates / "测试/2023/表单")
    return templates


def document(
    folder: Path,
    form: str,
    options: str = "",
    *,
    project: str = "",
    data: str = DATA,
    money: str = "原样",
    rules: str = RULES,
) -> bytes:
    """A document of one form, for the department or one of its projects; the test fails on any finding."""
    templates = templates_in(folder)
    rules = rules.replace("%OPTIONS", options).replace("%FORM", form).replace("%MONEY", money)
    (templates / "测试/2023/格式.yaml").write_text(rules, encoding="utf-8")
    loaded = load_format(templates, "测试", 2023)
    assert loaded.format is not None
    unit_year = replace(bound(data, "单位.yaml", UnitYear), year=2023)
    subject = unit_year.projects[project] if project else None
    case = Case(unit_year, unit_year.reports[0], subject, loaded.format)
    compiled, findings = compile_format(loaded.format)
    content, more, _ = render(compiled, Ledger(case, Evaluation(case)), ORIGIN)
    assert not [*loaded.findings, *findings, *more]
    return content


def grid(content: bytes) -> str:
    """Rows of cells: ×3 spans three columns, ↑ continues the cell above; other lines as they are."""
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
        if is_open(cells[0], "left"):
            yield from filter(None, map(words, cells[0].iter(f"{W}p")))
        else:
            yield " | ".join(map(cell, cells))


def span(cell: Element) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(found.get(f"{W}val", ""))


def cell(element: Element) -> str:
    """A cell without a line above it is a piece of the one above in another table."""
    merge = element.find(f"{W}tcPr/{W}vMerge")
    if is_open(element, "top") or (merge is not None and merge.get(f"{W}val") != "restart"):
        return "↑"
    columns = span(element)
    return f"{words(element)}×{columns}" if columns > 1 else words(element) or "·"


def is_open(cell: Element, side: str) -> bool:
    """Whether a cell has no line on this side."""
    line = cell.find(f"{W}tcPr/{W}tcBorders/{W}{side}")
    return line is not None and line.get(f"{W}val") in {"nil", "none"}


def words(element: Element) -> str:
    pieces = (piece for run in element.iter(f"{W}r") for piece in run)
    return "".join(" " if piece.tag == f"{W}tab" else piece.text or "" for piece in pieces)


def test_execution_of_the_general_budget(tmp_path: Path) -> None:
    assert (
        grid(document(tmp_path, EXECUTION))
        == """\
2023年一般公共预算执行明细表
单位：万元
年初预算数×3 | 调整预算数×3 | 本年决算数×3
基本支出 | 项目支出 | 小计 | 基本支出 | 项目支出 | 小计 | 基本支出 | 项目支出 | 小计
20 | 5 | 25 | 22 | 18 | 40 | 18.5 | 11.5 | 30"""
    )


def test_base_data(tmp_path: Path) -> None:
    assert (
        grid(document(tmp_path, BASE_DATA, HUNAN))
        == """\
财政供养人员情况（人） | 编制数×2 | 2023年实际在职人数×2 | 控制率×2
↑ | 88×2 | 79×2 | 89.77%×2
经费控制情况（万元） | 2022年决算数×2 | 2023年预算数×2 | 2023年决算数×2
三公经费 | ×2 | 51×2 | 26.74×2
1、公务用车购置和维护经费 | ×2 | 35×2 | 25.82×2
其中：公车购置 | ×2 | ×2 | ×2
公车运行维护 | ×2 | 35×2 | 25.82×2
2、出国经费 | ×2 | ×2 | 0×2
3、公务接待 | ×2 | 16×2 | 0.92×2
项目支出 | 9×2 | 5×2 | 11.5×2
1、业务工作经费 | ×2 | 2×2 | ×2
2、运行维护经费 | ×2 | 3×2 | ×2
…… | ×2 | ×2 | ×2
3、省级专项资金（每个专项一行） | ×2 | ×2 | ×2
…… | ×2 | ×2 | ×2
公用经费 | 4×2 | 5×2 | 3×2
其中：办公经费 | ×2 | ×2 | 2×2
水费、电费、差旅费 | ×2 | ×2 | ×2
会议费、培训费 | ×2 | ×2 | ×2
政府采购金额 | ——×2 | 2168.8×2 | 12957.43×2
部门基本支出预算调整 | ——×2 | ×2 | 72.78×2
楼堂馆所控制情况（2023年完工项目） | 批复规模（m²） | 实际规模（m²） | 规模控制率 | 预算投资（万元） | 实际投资（万元） | 投资概算控制率
↑ | · | · | · | · | · | ·
厉行节约保障措施 | 节约×6
说明：“项目支出”需要填报基本支出以外的所有项目支出情况，“公用经费”填报基本支出中的一般商品和服务支出。
填表人： 填报日期：　　年　月　日 联系电话： 单位负责人签字："""  # noqa: E501 - a row of the form is a line
    )


DEPARTMENT_GRID = """\
省级预算部门、单位名称×2 | 某中心×7
年度预算申请（万元） | · | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 自评得分×2
↑ | 年度资金总额 | 25 | 40 | 30 | 10 | 75.00% | 7.5×2
↑ | 按收入性质分：×4 | 按支出性质分：×4
↑ | 其中：一般公共预算： | 40×3 | 其中：基本支出：22×4
↑ | 政府性基金拨款： | ×3 | 项目支出：18×4
↑ | 纳入专户管理的非税收入拨款： | ×3 | ×4
↑ | 其他资金： | ×3 | ×4
年度总体目标 | 预期目标×3 | 实际完成情况×5
↑ | 目标×3 | 完成×5
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 自评得分 | 偏差原因分析及改进措施
↑ | 产出指标（50分） | 数量指标 | 控制率 | ≤100% | 89% | 40 | 40 | ·
↑ | ↑ | 质量指标 | 质量 | 云平台 | 好 | 5 | 5 | ·
↑ | ↑ | ↑ | ↑ | 大厅 | 好 | 5 | 4 | 窗口少
↑ | 效益指标（40分） | 社会效益指标 | 便民 | 便民 | 是 | 40 | 40 | ·
↑ | ↑ | 生态效益指标 | · | · | · | · | · | ·
总分×6 | 100 | 96.5 | ·
填表人： 填报日期：　　年　月　日 联系电话： 单位负责人签字："""


def test_self_evaluation_of_a_department(tmp_path: Path) -> None:
    assert grid(document(tmp_path, DEPARTMENT, HUNAN)) == DEPARTMENT_GRID


INDICATOR_ROWS = DEPARTMENT_GRID[DEPARTMENT_GRID.index("年度总体目标") : DEPARTMENT_GRID.index("\n填表人")]


def test_self_evaluation_of_a_project_as_in_hunan(tmp_path: Path) -> None:
    assert (
        grid(document(tmp_path, PROJECT, HUNAN, project="工作经费"))
        == f"""\
项目支出名称×3 | 业务工作经费×6
主管部门×2 | ×2 | 实施单位 | 某中心×4
项目资金（万元） | · | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 自评得分×2
↑ | 年度资金总额 | 580 | 2213.06 | 1659.80 | 10 | 75.00% | 7.5×2
↑ | 其中：当年财政拨款 | 0 | 1649.26 | 1105.14 | · | · | ×2
↑ | 上年结转资金 | 580 | 563.80 | 554.66 | · | · | ×2
↑ | 其他资金 | · | · | · | · | · | ×2
{INDICATOR_ROWS}
备注：一个项目一张表
填表人： 填报日期：　　年　月　日 联系电话： 单位负责人签字："""
    )


def test_self_evaluation_of_a_project_as_the_ministry_has_it(tmp_path: Path) -> None:
    rows = INDICATOR_ROWS.replace("自评得分", "得分").replace("（50分）", "").replace("（40分）", "")
    assert (
        grid(document(tmp_path, PROJECT, "一级指标分值: 否", project="工作经费"))
        == f"""\
（2023年度）
项目名称×2 | 业务工作经费×7
主管部门×2 | 某厅×2 | 实施单位 | 某中心×4
项目资金（万元） | · | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分×2
↑ | 年度资金总额 | 580 | 2213.06 | 1659.80 | 10 | 75.00% | 7.5×2
↑ | 其中：当年财政拨款 | 0 | 1649.26 | 1105.14 | — | — | —×2
↑ | 上年结转资金 | 580 | 563.80 | 554.66 | — | — | —×2
↑ | 其他资金 | · | · | · | — | — | —×2
{rows}
单位负责人（签字）：  填表人：
联系电话：  填报日期：　　　　年　　月　　日"""
    )


def test_cover_of_a_department_report(tmp_path: Path) -> None:
    assert (
        grid(document(tmp_path, COVER))
        == """\
2023年度
某中心
部门整体支出绩效自评报告
部门（单位）名称：某中心
2024年5月"""
    )


def test_special_funds_and_buildings_of_the_base_data_are_rows_of_their_own(tmp_path: Path) -> None:
    buildings = "[{名称: 甲, 批复规模: 100, 实际规模: 95, 预算投资: 8, 实际投资: 9}, {名称: 乙}]"
    data = DATA.replace("年初预算数: 3}]", "年初预算数: 3}, {名称: 省级专项资金, 年初预算数: 4}]")
    data = data.replace("  政府采购:", f"  楼堂馆所: {buildings}\n  政府采购:")
    rows = grid(document(tmp_path, BASE_DATA, data=data)).splitlines()
    assert rows[12:15] == ["3、省级专项资金 | ×2 | 4×2 | ×2", "…… | ×2 | ×2 | ×2", "…… | ×2 | ×2 | ×2"]
    assert rows[22:24] == ["↑ | 100 | 95 | 95.00% | 8 | 9 | 112.50%", "↑ | · | · | · | · | · | ·"]


def test_a_rounding_tail_is_announced_once_below_the_whole_form(tmp_path: Path) -> None:
    funds = "资金构成: [{名称: 当年财政拨款, 全年执行数: 12555元}, {名称: 上年结转资金, 全年执行数: 12555元}]"
    data = re.sub(r"全年执行数: 1659.80\n    资金构成: .*", f"\n    {funds}", DATA)
    printed = grid(document(tmp_path, PROJECT, project="工作经费", data=data)).splitlines()
    assert [line.split(" | ")[4] for line in printed[4:7]] == ["2.51", "1.26", "1.26"]
    assert [at for at, line in enumerate(printed) if line.startswith("注：")] == [len(printed) - 1]


def pages(content: bytes, folder: Path) -> list[str]:
    """The text of each page of the PDF."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf_of(content, folder))]


@pytest.mark.needs("soffice")
@pytest.mark.parametrize(("form", "project"), [(PROJECT, "工作经费"), (DEPARTMENT, "")])
def test_amounts_in_yuan_and_rates_stay_on_one_line(tmp_path: Path, form: str, project: str) -> None:
    data = re.sub(r"(年初预算数|全年预算数|全年执行数): [\d.]+元?(?=[\n,}])", r"\1: 2213.06", DATA)
    content = document(tmp_path, form, HUNAN, project=project, data=data, money="两位, 金额单位: 元, 千分位: 是")
    (text,) = pages(content, tmp_path)
    assert text.count("22,130,600.00") == grid(content).count("22,130,600.00") >= 6
    assert "100.00%" in text


@pytest.mark.needs("soffice")
def test_base_data_fits_on_a_page(tmp_path: Path) -> None:
    assert len(pages(document(tmp_path, BASE_DATA, HUNAN), tmp_path)) == 1


@pytest.mark.needs("soffice")
def test_the_head_of_the_indicators_repeats_and_the_total_stays_with_the_signatures(tmp_path: Path) -> None:
    many = json.dumps(INDICATORS[:1] * 60 + INDICATORS, ensure_ascii=False)
    data = DATA.replace(json.dumps(INDICATORS, ensure_ascii=False), many)
    for length in range(3):
        found = pages(
            document(tmp_path, DEPARTMENT, HUNAN, data=data.replace("目标: 目标", f"目标: {'目标' * 99 * length}")),
            tmp_path,
        )
        assert len(found) > 2
        assert all("偏差原因" in page for page in found[:-1])
        assert "总分" in found[-1]
        assert "单位负责人签字" in found[-1]


@pytest.mark.needs("soffice")
def test_forms_saved_in_libreoffice_print_the_same_words(tmp_path: Path) -> None:
    forms = [(BASE_DATA, ""), (DEPARTMENT, ""), (PROJECT, "工作经费"), (EXECUTION, ""), (COVER, "")]
    before = [words_of(document(tmp_path, form, HUNAN, project=project)) for form, project in forms]
    edited = {path.name: path for path in templates_in(tmp_path).rglob("*.docx")}
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, edited.values())], check=True, capture_output=True, timeout=180)
    for name, path in edited.items():
        shutil.move(tmp_path / name, path)
    assert [words_of(document(tmp_path, form, HUNAN, project=project)) for form, project in forms] == before
