"""`new`, `formats` and `schema`: files to begin with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from jixiao.cli.app import run
from jixiao.formats.skeleton import skeleton_files
from tests.cases import format_of
from tests.cli.running import ROOT, Desk

FILL_IN = {"D102", "T101", "T102", "Y155", "K106", "K131", "K305"}
"""Something is to be filled in, a mark is to be removed, a figure waits for data."""
FORMAT = ("--format", "xiangxi-project")


def codes(desk: Desk, unit: str, year: int) -> set[str]:
    shown = json.loads(desk.run("check", unit, "--year", str(year), "--json").out)
    return {each["code"] for each in shown}


def test_a_new_unit_gets_every_file_and_needs_nothing_but_filling_in(desk: Desk) -> None:
    result = desk.run("new", "county", "--year", "2022", *FORMAT)
    assert (result.status, result.err) == (0, "")
    year = desk.data / "county" / "2022"
    assert sorted(path.relative_to(year).as_posix() for path in year.rglob("*.*")) == sorted(
        ["单位.yaml", "报告.yaml"]
        + [
            f"项目/待填写项目名称/{name}"
            for name in ("项目.yaml", "资金.yaml", "绩效指标.yaml", "事实.yaml", "评价人员.yaml", "文字.md")
        ]
    )
    found = codes(desk, "county", 2022)
    assert {"D102", "T101", "T102"} <= found <= FILL_IN
    assert desk.run("report", "county", "--year", "2022", "--draft").status == 0


def test_a_unit_may_lie_in_the_folder_of_a_group(desk: Desk) -> None:
    assert desk.run("new", "group/county", "--year", "2022", *FORMAT).status == 0
    assert desk.run("new", "county", "--year", "2023", *FORMAT, "--from", "2022").status == 0
    assert (desk.data / "group/county/2023/单位.yaml").is_file()
    assert not (desk.data / "county").exists()
    assert desk.run("report", "county", "--year", "2022", "--draft").status == 0
    assert list((desk.out / "2022/group/county").glob("*.docx"))


@pytest.mark.parametrize("unit", ["../county", "group/../../county", "C:/county", ".."])
def test_no_unit_lies_outside_the_data_folder(desk: Desk, unit: str) -> None:
    before = sorted(desk.folder.rglob("*"))
    result = desk.run("new", unit, "--year", "2022", *FORMAT)
    assert (result.status, f"“{unit}”不能用" in result.err) == (2, True)
    assert desk.run("report", unit, "--year", "2022").status == 2
    assert sorted(desk.folder.rglob("*")) == before


def test_every_key_has_a_comment_in_chinese(desk: Desk) -> None:
    desk.run("new", "county", "--year", "2022", *FORMAT)
    for path in (desk.data / "county").rglob("*.yaml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not line or line.startswith("# ") or re.search(r":.* # .*[\u4e00-\u9fff]", line), line


def test_last_year_gives_names_indicators_and_marked_words(desk: Desk) -> None:
    assert desk.run("new", "xiangxi", "--year", "2023", *FORMAT, "--from", "2022").status == 0
    project = desk.data / "xiangxi/2023/项目/州智慧湘西建设专项"
    funds = yaml.safe_load((project / "资金.yaml").read_text(encoding="utf-8"))
    assert [row["简称"] or row["名称"] for row in funds["子项目"]][:2] == ["宣传与推广使用", "后评估费"]
    assert {row[key] for row in funds["子项目"] for key in ("预算安排", "实际到位", "实际支出")} == {None}
    indicators = yaml.safe_load((project / "绩效指标.yaml").read_text(encoding="utf-8"))["绩效指标"]
    assert sum(row["分值"] for row in indicators) == 90
    assert {row["得分"] for row in indicators} == {None}
    assert "数据共享单位:" in (project / "事实.yaml").read_text(encoding="utf-8")
    assert "【沿用2022年，待核实】" in (project / "文字.md").read_text(encoding="utf-8")
    report = yaml.safe_load((desk.data / "xiangxi/2023/报告.yaml").read_text(encoding="utf-8"))["报告"][0]
    assert (report["项目"], report["报告时间"]) == ("州智慧湘西建设专项", None)
    assert {"D102", "T102"} <= codes(desk, "xiangxi", 2023) <= FILL_IN | {"XJ04"}


def test_files_that_stand_there_are_never_touched(desk: Desk) -> None:
    before = {path: path.read_bytes() for path in desk.data.rglob("*.*")}
    result = desk.run("new", "xiangxi", "--year", "2022", *FORMAT)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("下列文件已经存在，没有改动，也没有写入任何文件：\n")
    assert {path: path.read_bytes() for path in desk.data.rglob("*.*")} == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--year", "2022", "--format", "xiangxi-projet"], "F101"),
        (["--year", "1999", *FORMAT], "F102"),
        (["--year", "2023", *FORMAT, "--from", "2021"], "Y147"),
    ],
)
def test_a_format_or_year_that_is_not_there(desk: Desk, arguments: list[str], said: str) -> None:
    result = desk.run("new", "xiangxi", *arguments)
    assert (result.status, result.out) == (2, "")
    assert said in result.err


def test_a_department_has_a_folder_of_its_own_beside_its_projects() -> None:
    files = skeleton_files(format_of("评价对象: 部门\n必填文字: [单位性质]\n项目必填文字: [年度目标]"), None)
    assert sorted({name.rpartition("/")[0] for name in files}) == ["", "部门", "项目/待填写项目名称"]
    assert files["部门/文字.md"] == "# 单位性质\n"
    assert files["项目/待填写项目名称/文字.md"] == "# 年度目标\n"
    funds = yaml.safe_load(files["部门/资金.yaml"])
    assert funds["基本支出"]["公用经费"]["办公经费"]["全年执行数"] is None
    assert next(iter(funds["经济分类"][0])) == "名称"
    report = yaml.safe_load(files["报告.yaml"])["报告"][0]
    assert (report["名称"], report["格式"], report["项目"]) == ("部门整体自评", "测试", None)


def test_fields_on_demand_are_in_the_files_of_a_format_that_asks_for_them() -> None:
    rules = "评价对象: 项目\n必填项: [项目.资金分级, 子项目.会计凭证]"
    asked, plain = (skeleton_files(format_of(each), None) for each in (rules, "评价对象: 项目"))
    funds, without = (yaml.safe_load(files["项目/待填写项目名称/资金.yaml"]) for files in (asked, plain))
    assert funds.keys() - without.keys() == {"资金分级"}
    assert funds["子项目"][0].keys() - without["子项目"][0].keys() == {"会计凭证"}
    assert list(funds["子项目"][0]["会计凭证"][0]) == ["月份", "凭证号"]


def test_editors_are_pointed_at_the_schemas_of_the_checkout(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "docs" / "schema").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    desk.run("new", "county", "--year", "2022", *FORMAT)
    for path in (desk.data / "county").rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        schema = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        assert schema.parent == tmp_path / "docs" / "schema"
        assert (ROOT / "docs" / "schema" / schema.name).is_file()


def test_formats_are_listed_with_years_version_and_title(desk: Desk) -> None:
    result = desk.run("formats")
    assert result.status == 0
    row = next(line for line in result.out.splitlines() if line.startswith("xiangxi-project"))
    assert row.split()[:4] == ["xiangxi-project", "2022", "2022.1", "湘西州州级预算部门项目支出绩效自评报告"]


def test_a_folder_without_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["formats", "--templates", str(tmp_path)]) == 2
    assert capsys.readouterr().out == f"目录 {tmp_path} 中没有报告格式。\n"


def test_schemas_are_written_where_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--out", str(tmp_path / "schema")]) == 0
    written = sorted(path.name for path in (tmp_path / "schema").iterdir())
    assert written == ["department.json", "format.json", "outline.json", "project.json", "unit-year.json"]
    assert capsys.readouterr().out.count("已写入") == 5
