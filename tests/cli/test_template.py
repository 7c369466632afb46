"""`template new` and `template fields`: a format of one's own, and the names it may use."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jixiao import locate
from jixiao.cli.app import run
from tests.cli.running import ROOT, TITLE, Desk

SOURCE = ("--from", "xiangxi-project")


@pytest.fixture
def formats(desk: Desk) -> Path:
    shutil.copytree(ROOT / "templates", desk.folder / "templates")
    return desk.folder / "templates"


def rows(out: str) -> dict[str, list[str]]:
    """The cells behind each tag."""
    found = (line.split("}}", 1) for line in out.splitlines() if line.startswith("{{"))
    return {tag.strip("{ "): cells.split() for tag, cells in found}


def test_a_new_format_builds_the_report_of_the_old_data_at_once(desk: Desk, formats: Path) -> None:
    result = desk.run("template", "new", "guizhou-project", *SOURCE, "--templates", str(formats))
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith(f"已新建 {formats}/guizhou-project/2022：从 xiangxi-project/2022 复制了 13 个文件。\n")
    desk.change("报告.yaml", "格式: xiangxi-project", "格式: guizhou-project")
    assert desk.run("report", "xiangxi", "--year", "2022", "--templates", str(formats)).status == 0
    assert (desk.reports / f"{TITLE}.docx").is_file()


def test_a_new_format_says_where_it_is_used(desk: Desk, formats: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = f"各命令都要加上 --templates {formats}，或设环境变量 JIXIAO_TEMPLATES。\n"
    assert said in desk.run("template", "new", "a", *SOURCE, "--templates", str(formats)).out
    monkeypatch.setenv("JIXIAO_TEMPLATES", str(formats))
    assert said not in desk.run("template", "new", "b", *SOURCE).out


def test_an_edition_for_a_later_year(desk: Desk, formats: Path) -> None:
    arguments = ("template", "new", "xiangxi-project", *SOURCE, "--year", "2024", "--templates", str(formats))
    assert desk.run(*arguments).status == 0
    rules = (formats / "xiangxi-project/2024/格式.yaml").read_text(encoding="utf-8")
    assert '名称: 湘西州州级预算部门项目支出绩效自评报告\n版本: "2024.1"\n适用年度: 2024\n' in rules


@pytest.mark.parametrize("name", ["common", "Common", "", "a b", "a/b", "..", ".hidden", "~x", "a" * 41])
def test_a_name_that_no_format_may_have(desk: Desk, formats: Path, name: str) -> None:
    before = sorted(formats.rglob("*"))
    result = desk.run("template", "new", "--templates", str(formats), *SOURCE, name)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"格式名“{name}”不能用：")
    assert sorted(formats.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["xiangxi-project", *SOURCE], "下列文件已经存在，没有改动，也没有写入任何文件："),
        (["neu", "--from", "xiangxi-projekt"], "F101"),
        (["neu", *SOURCE, "--year", "2021"], "F102"),
        (["neu", *SOURCE, "--year", "20222"], "“20222”太大，最多为 9999。"),
        (["neu", *SOURCE, "--lang", "en", "--templates", "."], "holds no common"),
    ],
)
def test_what_cannot_be_begun_leaves_everything_as_it_was(
    desk: Desk, formats: Path, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.folder)
    monkeypatch.setenv("JIXIAO_TEMPLATES", str(formats))
    before = {path: path.read_bytes() for path in desk.folder.rglob("*.*") if path.is_file()}
    result = desk.run("template", "new", *arguments)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert {path: path.read_bytes() for path in desk.folder.rglob("*.*") if path.is_file()} == before


def test_beside_an_installed_package_all_formats_come_along(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, formats: Path
) -> None:
    package = desk.folder / "site-packages" / "jixiao"
    package.mkdir(parents=True)
    formats.rename(package / "templates")
    monkeypatch.setattr(locate, "_PACKAGE", package)
    monkeypatch.chdir(desk.folder)
    first = desk.run("template", "new", "neu", *SOURCE)
    assert (first.status, first.out.splitlines()[-1]) == (
        0,
        "各命令都要加上 --templates templates，或设环境变量 JIXIAO_TEMPLATES。",
    )
    made = sorted(path.name for path in (desk.folder / "templates").iterdir())
    assert made == sorted([*(path.name for path in (ROOT / "templates").iterdir()), "neu"])
    assert desk.run("template", "new", "noch-eins", "--from", "neu").status == 0
    assert (desk.folder / "templates/noch-eins/2022/格式.yaml").is_file()
    assert sorted(path.name for path in (package / "templates").iterdir()) == sorted(set(made) - {"neu"})


def test_fields_are_listed_with_examples_of_the_first_unit_that_has_such_a_report(desk: Desk) -> None:
    result = desk.run("template", "fields", "xiangxi-project")
    assert (result.status, result.err) == (0, "")
    assert "示例是 xiangxi 2022 年度印在正文里的样子" in result.out
    assert rows(result.out)["全年执行数"] == [
        "实际支出金额",
        "各子项目实际支出合计",
        "金额",
        "计算",
        "决算",
        "1160.49万元",
    ]
    assert rows(result.out)["项.计划"][-1] == "1800万元"
    assert "【子项目】子项目及其资金\n{% for 项 in 子项目 %}\n写法 " in result.out


def test_fields_that_hold_some_words(desk: Desk) -> None:
    shown = rows(desk.run("template", "fields", "hunan-department", "公务接待.全年执行数", "指标文").out)
    assert sorted(shown) == sorted(["三公经费.公务接待.全年执行数", "项.文号", "项.资金来源", "项.下达日期", "项.金额"])
    assert shown["三公经费.公务接待.全年执行数"][-1] == "0.92万元"


def test_fields_that_nobody_knows(desk: Desk) -> None:
    result = desk.run("template", "fields", "xiangxi-project", "预算执行律")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("没有含“预算执行律”的名称。相近的：预算执行率")
    assert "相近的：通用、单位、" in desk.run("template", "fields", "xiangxi-project", "zzz").err


def test_without_data_examples_are_of_the_kind(desk: Desk) -> None:
    shutil.rmtree(desk.data)
    out = desk.run("template", "fields", "xiangxi-project", "--lang", "en").out
    assert "No report uses this format" in out
    assert rows(out)["全年执行数"][-1] == "（12万元）"


def test_a_report_of_another_edition_gives_no_examples(desk: Desk, formats: Path) -> None:
    options = ("--templates", str(formats))
    desk.run("template", "new", "xiangxi-project", *SOURCE, "--year", "2024", *options)
    newest = desk.run("template", "fields", "xiangxi-project", *options).out
    assert newest.startswith("格式 xiangxi-project（2024 年起）的模板里能用的名称。数据目录里没有用这个格式的报告")
    older = desk.run("template", "fields", "xiangxi-project", "--year", "2023", *options).out
    assert older.startswith("格式 xiangxi-project（2022 年起）的模板里能用的名称。示例是 xiangxi 2022 年度")


def test_fields_as_json(desk: Desk) -> None:
    found = json.loads(desk.run("template", "fields", "xiangxi-project", "项.实际支出", "--json").out)
    assert [each["name"] for each in found] == ["项.实际支出"]
    assert found[0] == {
        "group": "子项目",
        "loops": ["{% for 项 in 子项目 %}"],
        "name": "项.实际支出",
        "tag": "{{ 项.实际支出 }}",
        "label": "实际支出金额",
        "meaning": "截至年末实际支出的资金",
        "unit": "金额",
        "kind": "number",
        "stage": "决算",
        "formula": "",
        "rule": "",
        "example": "17.6万元",
        "example_is_real": True,
    }


def test_fields_of_a_format_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "fields", "xiangxi-projekt"]) == 2
    assert "F101" in capsys.readouterr().err


def test_the_group_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template"]) == 2
    assert capsys.readouterr().err.startswith("用法：jixiao template [选项] 命令 [参数]…")
    assert run(["template", "nwe"]) == 2
    assert "没有“nwe”这个命令。是不是 'new'？" in capsys.readouterr().err
