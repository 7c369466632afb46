"""`verify` and `diff` on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jixiao.package.reader import OWN, read
from jixiao.package.zip import pack, write
from jixiao.verify.difference import Change, Row, rows
from tests.cli.running import Desk

BODY = "word/document.xml"


@pytest.fixture
def report(desk: Desk) -> Path:
    """The example's report, far from where it was written."""
    result = desk.run("report", "xiangxi", "--year", "2022")
    assert result.status == 0, result.err
    (file,) = desk.out.rglob("*.docx")
    return Path(shutil.copy(file, desk.out.parent / "报告.docx"))


def edit(file: Path, old: str, new: str, part: str = BODY) -> Path:
    parts = read(file.read_bytes(), OWN)
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    edited = file.with_name("改后.docx")
    edited.write_bytes(write(pack(name, content) for name, content in parts.items()))
    return edited


def test_a_report_that_nobody_touched_is_clean_wherever_it_lies(desk: Desk, report: Path) -> None:
    result = desk.run("verify", str(report))
    assert (result.status, result.err) == (0, "")
    assert result.out == f"核对 {report.as_posix()}：xiangxi 2022 项目自评\n没有发现问题。\n"


def test_the_worst_of_several_files_decides(desk: Desk, report: Path) -> None:
    edited = edit(report, "1160.49万元", "1170.49万元")
    result = desk.run("verify", str(report), str(edited), "--lang", "en")
    assert result.status == 1
    assert [line for line in result.out.splitlines() if "V201" in line] == [
        "正文 table 3 row 4 cell 3: must V201 figure changed"
    ]
    other = report.with_name("x.docx")
    other.write_bytes(b"x")
    assert desk.run("verify", str(edited), str(other)).status == 2


def test_findings_as_json_name_the_file_and_the_lines_of_the_data(desk: Desk, report: Path) -> None:
    edited = edit(report, "1160.49万元", "1170.49万元")
    result = desk.run("verify", str(report), str(edited), "--json")
    found, *others = json.loads(result.out)
    assert {each["code"] for each in others} == {"V209"}  # what is made of it was not edited
    place = (found["document"], found["file"], found["table"], found["row"], found["cell"])
    assert place == (edited.as_posix(), "正文", 3, 4, 3)
    assert (found["code"], found["expected"], found["actual"]) == ("V201", "1160.49万元", "1170.49万元")
    assert (found["unit"], found["report"]) == ("xiangxi", "项目自评")
    assert found["figure"] == "项目自评/州智慧湘西建设专项/全年执行数"
    assert {each["file"].rpartition("/")[2] for each in found["related"]} == {"资金.yaml"}
    assert len(found["related"]) == 7


def test_a_file_that_is_not_there_is_no_traceback(desk: Desk) -> None:
    result = desk.run("verify", "nowhere.docx")
    assert (result.status, result.err) == (2, "无法读写 nowhere.docx：No such file or directory\n")


def test_two_years_differ_by_their_figures(desk: Desk) -> None:
    years = desk.data / "xiangxi"
    shutil.copytree(years / "2022", years / "2023")
    for file in (years / "2023").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("2022", "2023").replace("实际支出: 95.75", "实际支出: 96")
        file.write_text(text, encoding="utf-8")
    result = desk.run("diff", "2022", "2023", "--unit", "xiangxi", "--json")
    assert result.status == 0
    changed = {
        each["figure"].rpartition("/")[2]: each for each in json.loads(result.out) if each["change"] == "changed"
    }
    assert list(changed["全年执行数"].values())[2:] == ["1160.49万元", "1160.74万元", "+0.25万元", "+0.02%"]
    assert list(changed["预算执行率"].values())[2:] == ["47.88%", "48.00%", "+0.12个百分点", ""]
    shown = desk.run("diff", "2022", "2023", "--unit", "xiangxi").out.splitlines()
    assert shown[1].split() == ["数字", "改动", "原来", "后来", "增减", "增长"]
    assert shown[-1] == "变动 9 个，增加 2 个，减少 2 个；另有 186 个相同。"


def test_two_files_differ_by_what_they_were_written_with(desk: Desk, report: Path) -> None:
    funds = next((desk.data / "xiangxi" / "2022").rglob("资金.yaml"))
    funds.write_text(funds.read_text(encoding="utf-8").replace("95.75", "96"), encoding="utf-8")
    assert desk.run("report", "xiangxi", "--year", "2022").status == 0
    (later,) = desk.out.rglob("*.docx")
    result = desk.run("diff", str(edit(report, "1160.49万元", "1万元")), str(later), "--json")
    found = {each["figure"]: (each["old"], each["new"]) for each in json.loads(result.out)}
    assert found["州智慧湘西建设专项/全年执行数"] == ("1160.49万元", "1160.74万元")


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_files_that_do_not_know_their_figures_differ_by_words(desk: Desk, report: Path, as_json: list[str]) -> None:
    other = edit(report, "1160.49万元", "1170.49万元")
    parts = read(other.read_bytes(), OWN)
    del parts["customXml/item1.xml"]
    other.write_bytes(write(pack(name, content) for name, content in parts.items()))
    result = desk.run("diff", str(report), str(other), *as_json)
    assert result.status == 0
    if as_json:
        (found,) = json.loads(result.out)
        assert found["place"] == "正文 表3 行4 格3"
        assert ("1160.49" in found["old"], "1170.49" in found["new"]) == (True, True)
    else:
        assert result.out.splitlines()[-1] == "共 1 处不同。"
        assert result.err == "有的文件没有来源记录，不能按数字比较，只比较文字。\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2022", "20x3", "--unit", "xiangxi"), "“20x3”不是年度"),
        (("2022", "2035", "--unit", "xiangxi"), "Y147"),
        (("a.docx", "b.docx"), "a.docx"),
    ],
)
def test_what_cannot_be_compared_is_told(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    result = desk.run("diff", *arguments)
    assert result.status == 2
    assert said in result.err


def test_a_file_that_cannot_be_read_is_told(desk: Desk, report: Path) -> None:
    other = report.with_name("x.docx")
    other.write_bytes(b"x")
    result = desk.run("diff", str(report), str(other))
    assert (result.status, "V101" in result.err) == (2, True)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("10", "12.5", ("+2.5", "+25.00%")),
        ("12.50万元", "10万元", ("-2.50万元", "-20.00%")),
        ("1,000", "1,500", ("+500", "+50.00%")),
        ("0元", "5元", ("+5元", "")),
        ("-4", "4", ("+8", "+200.00%")),
        ("95.5%", "95%", ("-0.5个百分点", "")),
        ("≥95%", "≥96%", ("+1个百分点", "")),
        ("≥95%", "96%", ("", "")),
        ("3次", "3个", ("", "")),
        ("1000余次", "2000余次", ("+1000余次", "+100.00%")),
        ("—", "5", ("", "")),
        ("", "5", ("", "")),
    ],
)
def test_the_difference_is_that_of_what_is_printed(old: str, new: str, expected: tuple[str, str]) -> None:
    assert list(rows({"甲": old}, {"甲": new})) == [Row("甲", Change.CHANGED, old, new, *expected)]


def test_figures_come_in_the_order_of_the_later_list() -> None:
    found = rows({"丁": "4", "甲": "1", "乙": "2"}, {"丙": "3", "甲": "1"})
    assert [(each.figure, str(each.change)) for each in found] == [
        ("丙", "added"),
        ("丁", "dropped"),
        ("乙", "dropped"),
    ]
