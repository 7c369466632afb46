"""`report` and `check`: what is written, what is refused, and what is said about every kind of bad input."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from jixiao.package import deflate
from jixiao.package.reader import read
from tests.cli.running import PROJECT, TITLE, Desk

LOCATED = re.compile(r"^(\S+\.(?:yaml|md)):(\d+):(\d+): 必须 (\w+) ", re.MULTILINE)


def text_of(document: Path) -> str:
    """The words of a document without its markup."""
    return re.sub(r"<[^>]+>", "", read(document.read_bytes())["word/document.xml"].decode())


def test_a_report_is_written_under_its_own_name_with_its_figures_beside(desk: Desk) -> None:
    result = desk.run("report", "xiangxi", "--year", "2022")
    document = desk.reports / f"{TITLE}.docx"
    assert (result.status, result.out) == (0, f"已写入 {document}\n"), result.err
    assert sorted(path.name for path in desk.reports.iterdir()) == ["figures.json", f"{TITLE}.docx"]
    assert "预算执行率为64.47%" in text_of(document)


def test_figures_json_names_the_document_and_lists_every_figure(desk: Desk) -> None:
    desk.run("report", "xiangxi", "--year", "2022")
    content = json.loads((desk.reports / "figures.json").read_text(encoding="utf-8"))
    assert (content["unit"], content["year"], content["report"]) == ("xiangxi", 2022, "项目自评")
    assert content["document"]["file"] == f"{TITLE}.docx"
    assert re.fullmatch("[0-9a-f]{64}", content["document"]["sha256"])
    assert content["document"]["compressor"] == deflate.in_use()
    listed = json.loads(desk.run("figures", "xiangxi", "--year", "2022", "--json").out)
    assert content["figures"] == listed


def test_two_runs_give_the_same_bytes(desk: Desk) -> None:
    def written() -> dict[str, bytes]:
        desk.run("report", "xiangxi", "--year", "2022")
        return {path.name: path.read_bytes() for path in desk.reports.iterdir()}

    assert written() == written()


def test_a_linked_report_has_the_same_words_and_a_draft_is_not_linked(desk: Desk) -> None:
    desk.run("report", "xiangxi", "--year", "2022")
    plain = text_of(desk.reports / f"{TITLE}.docx")
    assert desk.run("report", "xiangxi", "--year", "2022", "--linked").status == 0
    linked = desk.reports / f"{TITLE}.docx"
    assert text_of(linked) == plain
    assert "customXml/item2.xml" in read(linked.read_bytes())
    assert desk.run("report", "xiangxi", "--year", "2022", "--linked", "--draft").status == 0
    assert "customXml/item2.xml" not in read((desk.reports / f"{TITLE}（草稿）.docx").read_bytes())


def test_the_report_asked_for_is_written_alone_and_an_unknown_one_names_those_there_are(desk: Desk) -> None:
    assert desk.run("report", "xiangxi", "--year", "2022", "--only", "项目自评").status == 0
    result = desk.run("report", "xiangxi", "--year", "2022", "--only", "部门自评")
    assert (result.status, result.out) == (1, "")
    assert "D202" in result.err
    assert "项目自评" in result.err


def test_a_unit_with_two_reports_gets_two_documents_and_two_lists_of_figures(desk: Desk) -> None:
    desk.change("报告.yaml", "报告:\n", SECOND + "文件名: 第二份\n")
    result = desk.run("report", "xiangxi", "--year", "2022")
    assert result.status == 0, result.err
    assert sorted(path.name for path in desk.reports.iterdir()) == sorted(
        [f"{TITLE}.docx", f"{TITLE}.figures.json", "第二份.docx", "第二份.figures.json"]
    )


SECOND = """报告:
  - 名称: 再评
    格式: xiangxi-project
    项目: 州智慧湘西建设专项
    报告时间: 2023-06
    """


def test_two_reports_of_one_name_are_refused_and_the_first_is_written(desk: Desk) -> None:
    desk.change("报告.yaml", "报告:\n", SECOND + "评价方式: 自评\n")
    result = desk.run("report", "xiangxi", "--year", "2022")
    assert result.status == 1
    assert "O103 两份报告的文件名相同" in result.err
    assert (desk.reports / f"{TITLE}.docx").exists()


def test_a_report_that_is_blocked_leaves_the_former_one(desk: Desk) -> None:
    desk.run("report", "xiangxi", "--year", "2022")
    before = {path.name: path.read_bytes() for path in desk.reports.iterdir()}
    desk.change("资金.yaml", "实际支出: 17.6", "实际支出: 17.6个")
    result = desk.run("report", "xiangxi", "--year", "2022")
    assert (result.status, result.out) == (1, "")
    assert "没有生成“项目自评”" in result.err
    assert {path.name: path.read_bytes() for path in desk.reports.iterdir()} == before


def test_a_draft_is_written_whatever_is_wrong_and_never_takes_the_reports_place(desk: Desk) -> None:
    desk.run("report", "xiangxi", "--year", "2022")
    before = (desk.reports / f"{TITLE}.docx").read_bytes()
    desk.change("资金.yaml", "实际支出: 17.6", "实际支出: 17.6个")
    result = desk.run("report", "xiangxi", "--year", "2022", "--draft")
    draft = desk.reports / f"{TITLE}（草稿）.docx"
    assert (result.status, result.out) == (0, f"已写入 {draft}\n")
    assert "必须 D109" in result.err
    assert (desk.reports / f"{TITLE}.docx").read_bytes() == before
    assert (desk.reports / f"{TITLE}（草稿）.figures.json").exists()
    assert "检查结果（草稿附页" in text_of(draft)


def test_a_document_that_is_open_is_kept_and_the_new_one_stands_beside(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.run("report", "xiangxi", "--year", "2022")
    target, replace = desk.reports / f"{TITLE}.docx", os.replace
    target.write_bytes(b"open in Word")

    def held(source: Path, destination: Path) -> None:
        if destination == target:
            raise PermissionError(13, "in use", str(destination))
        replace(source, destination)

    monkeypatch.setattr(os, "replace", held)
    result = desk.run("report", "xiangxi", "--year", "2022")
    beside = desk.reports / f"{TITLE}（新）.docx"
    assert (result.status, result.out) == (1, f"已写入 {beside}\n")
    assert "必须 O101 文件正被打开，无法替换" in result.err
    assert target.read_bytes() == b"open in Word"
    assert json.loads((desk.reports / f"{TITLE}（新）.figures.json").read_text(encoding="utf-8"))["figures"]


def test_an_output_folder_that_is_a_file(desk: Desk) -> None:
    desk.out.write_text("no folder")
    result = desk.run("report", "xiangxi", "--year", "2022")
    assert (result.status, result.out) == (1, "")
    assert "必须 O102 无法写入文件" in result.err


BAD = [
    pytest.param(
        "资金.yaml", "    实际支出: 17.6", "    实际支出: 17.6\n    实际支出: 17.7", "Y102", 1, id="duplicate key"
    ),
    pytest.param("资金.yaml", "  - 名称: 2022年政务", "\t- 名称: 2022年政务", "Y113", 2, id="tab"),
    pytest.param("资金.yaml", "预算安排: 80", "预算安排：80", "Y111", 2, id="wide colon"),
    pytest.param("资金.yaml", "预算安排: 80", "预算安排: 八十", "D107", 1, id="words for a number"),
    pytest.param("资金.yaml", "实际支出: 17.6", "实际支出: 17.6个", "D109", 1, id="wrong unit"),
    pytest.param("资金.yaml", "预算安排: 80", "预算安派: 80", "D101", 1, id="unknown key"),
    pytest.param("资金.yaml", "实际支出: 17.6", "实际支出:", "D102", 1, id="missing value"),
    pytest.param("资金.yaml", "金额: 1113", "金额: 1114", "XJ01", 1, id="totals that differ"),
    pytest.param("项目.yaml", "2022-12-31", "2022-02-30", "D111", 1, id="no such date"),
    pytest.param("项目.yaml", "2022-12-31", "年底", "D110", 1, id="no date"),
    pytest.param("绩效指标.yaml", "=数据共享单位", "=数据共享单拉", "C104", 1, id="unknown name"),
    pytest.param("绩效指标.yaml", "=数据共享单位", "=数据共享单位 +", "C101", 1, id="broken formula"),
    pytest.param("绩效指标.yaml", "=数据共享单位", "=数据共享单位 ** 2", "C102", 1, id="forbidden operation"),
    pytest.param("绩效指标.yaml", "分值: 4", "分值: 5", "K201", 1, id="weights"),
    pytest.param(
        "文字.md", "{{ 年度 }}年度安排{{ 全年预算数 }}", "{{ 年度 }}年度安排{{ 全年预算 }}", "C104", 1, id="tag"
    ),
    pytest.param("文字.md", "近年来，", "近年来，XX", "T102", 1, id="residue"),
    pytest.param(
        "文字.md", "{{ 年度 }}年度安排{{ 全年预算数 }}", "{{ 年度 }}年度安排{{ 全年预算数 }", "Y150", 1, id="open tag"
    ),
    pytest.param("报告.yaml", "格式: xiangxi-project", "格式: xiangxi-projet", "F101", 1, id="unknown format"),
    pytest.param("报告.yaml", "项目: 州智慧湘西建设专项", "项目: 州智慧湘西", "D201", 1, id="unknown project"),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "status"), BAD)
def test_bad_input_is_located_and_the_former_report_stays(  # noqa: PLR0917 - a table of cases
    desk: Desk, file: str, old: str, new: str, code: str, status: int
) -> None:
    desk.run("report", "xiangxi", "--year", "2022")
    before = {path.name: path.read_bytes() for path in desk.reports.iterdir()}
    desk.change(file, old, new)
    result = desk.run("report", "xiangxi", "--year", "2022")
    located = {match[4]: match for match in LOCATED.finditer(result.err)}
    assert result.status == status, result.err
    assert code in located, result.err
    assert located[code][1].endswith(file)
    line = int(located[code][2])
    path = next((desk.data / "xiangxi").rglob(file))
    written = path.read_text(encoding="utf-8").splitlines()[line - 1]
    assert result.err[located[code].end() :].split("\n")[1].strip(" …")[:20] in written
    assert {path.name: path.read_bytes() for path in desk.reports.iterdir()} == before
    checked = desk.run("check", "xiangxi", "--year", "2022")
    assert checked.status == status
    assert code in checked.out


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("名称: 中文".encode("utf-16"), "Y101"),
        ("名称: 湘西州的中文名称".encode("gb18030"), "Y101"),
        (b"PK\x03\x04" + bytes(100), "Y104"),
        (b"a: &a [x]\nb: [*a, *a]\n", "Y124"),
        (b"- a\n- b\n", "Y127"),
    ],
)
def test_files_that_are_no_readable_yaml(desk: Desk, content: bytes, code: str) -> None:
    (desk.data / PROJECT / "多.yaml").write_bytes(content)
    result = desk.run("check", "xiangxi", "--year", "2022")
    assert result.status == 2
    assert re.search(rf"多\.yaml\S*: 必须 {code} ", result.out)


@pytest.mark.parametrize("command", ["report", "check", "figures"])
@pytest.mark.parametrize(("unit", "year", "said"), [("xiangx", "2022", "xiangxi"), ("xiangxi", "2019", "2022")])
def test_a_unit_or_year_that_is_not_there(desk: Desk, command: str, unit: str, year: str, said: str) -> None:
    result = desk.run(command, unit, "--year", year)
    assert result.status == 2
    assert said in result.out + result.err


def test_check_says_so_when_all_is_well(desk: Desk) -> None:
    assert desk.run("check", "--year", "2022") == (0, "没有发现问题。\n", "")
    assert not desk.out.exists()


def test_check_without_units_takes_those_with_data_of_the_year(desk: Desk) -> None:
    (desk.data / "other" / "2021").mkdir(parents=True)
    assert desk.run("check", "--year", "2022").status == 0
    assert desk.run("check", "--year", "2019").status == 2


def test_check_as_json_is_english_in_every_language(desk: Desk) -> None:
    desk.change("资金.yaml", "预算安排: 80", "预算安排: 八十")
    results = [desk.run("check", "--year", "2022", "--json", "--lang", lang) for lang in ("zh", "en")]
    assert results[0].out == results[1].out
    shown = {each["code"]: each for each in json.loads(results[0].out)}["D107"]
    assert (shown["strength"], shown["line"], shown["column"], shown["unit"]) == ("must", 12, 11, "xiangxi")
    assert shown["quote"] == "    预算安排: 八十"
    assert results[0].status == 1


def test_findings_of_a_report_name_it_in_json(desk: Desk) -> None:
    desk.change("绩效指标.yaml", "分值: 4", "分值: 5")
    shown = json.loads(desk.run("check", "xiangxi", "--year", "2022", "--json").out)
    assert {each["report"] for each in shown if each["code"] == "K201"} == {"项目自评"}


def test_the_environment_names_folders(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from jixiao.cli.app import run

    monkeypatch.setenv("JIXIAO_DATA", str(desk.data))
    monkeypatch.setenv("JIXIAO_OUT", str(tmp_path / "elsewhere"))
    assert run(["report", "xiangxi", "--year", "2022"]) == 0
    assert (tmp_path / "elsewhere" / "2022" / "xiangxi" / f"{TITLE}.docx").exists()


def test_messages_are_english_when_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.change("资金.yaml", "预算安排: 80", "预算安排: 八十")
    monkeypatch.setenv("JIXIAO_LANG", "en")
    assert ": must D107 " in desk.run("check", "--year", "2022").out
