"""`figures` and `explain`: every figure, and where each comes from."""

from __future__ import annotations

import json
import re
import shutil
import sys

import pytest

from jixiao.cli.table import aligned
from jixiao.locate import templates_dir
from tests.cli.running import PROJECT, Desk

YEAR = ("--year", "2022")


def test_figures_lists_exact_and_printed_values(desk: Desk) -> None:
    lines = desk.run("figures", "xiangxi", *YEAR).out.splitlines()
    assert lines[0] == "项目自评"
    assert lines[1].split()[0] == "数字"
    row = next(line for line in lines if line.startswith("预算执行率 "))
    assert "64.47%" in row
    assert "64.47166666666666666667%" in row
    assert "全年执行数 / 全年预算数" in row
    assert any(line.startswith("基础电信服务费/预算执行率 ") and "94.10%" in line for line in lines)
    assert any("实际支出×7" in line for line in lines)


def test_figures_as_json_have_everything(desk: Desk) -> None:
    figures = {each["id"]: each for each in json.loads(desk.run("figures", "xiangxi", *YEAR, "--json").out)}
    spent = figures["项目自评/州智慧湘西建设专项/子项目/宣传与推广使用/实际支出"]
    assert (spent["value"], spent["unit"], spent["printed"]["表格"]) == ("17.6", "万元", "17.6")
    assert spent["place"].endswith("资金.yaml:14:11")
    rate = figures["项目自评/州智慧湘西建设专项/预算执行率"]
    assert [each.rpartition("/")[2] for each in rate["inputs"]] == ["全年执行数", "全年预算数"]


def test_an_amount_that_was_moved_says_so(desk: Desk) -> None:
    desk.change("资金.yaml", "实际支出: 17.6", "实际支出: 176049元")
    desk.change("资金.yaml", "实际支出: 95.75", "实际支出: 957549元")
    templates = desk.folder / "templates"
    shutil.copytree(templates_dir(), templates)
    rules = templates / "xiangxi-project" / "2022" / "格式.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("尾差: exact", "尾差: adjust"), encoding="utf-8")
    options = (*YEAR, "--templates", str(templates))
    lines = desk.run("figures", "xiangxi", *options).out.splitlines()
    row = next(line for line in lines if line.startswith("宣传与推广使用/实际支出 "))
    assert "17.61万元 | 17.61（四舍五入为17.6万元，舍位平衡时调整）" in row
    assert "舍位平衡" not in next(line for line in lines if line.startswith("基础电信服务费/实际支出 "))
    (head, *_) = desk.run("explain", "xiangxi", "宣传与推广使用/实际支出", *options).out.splitlines()
    assert head == "宣传与推广使用/实际支出 = 17.61万元（四舍五入为17.6万元，舍位平衡时调整）（精确值 176049元）"


def test_on_a_terminal_rich_draws_the_table(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    monkeypatch.setenv("COLUMNS", "300")
    out = desk.run("figures", "xiangxi", *YEAR).out
    assert re.search(r"┃\s*数字", re.sub("\x1b" + r"\[[\d;]*m", "", out))
    assert "64.47%" in out


def test_figures_of_doubtful_data_are_listed_and_doubt_is_told(desk: Desk) -> None:
    desk.change("绩效指标.yaml", "分值: 4", "分值: 5")
    result = desk.run("figures", "xiangxi", *YEAR)
    assert result.status == 0
    assert "预算执行率" in result.out
    assert "详见 check 命令" in result.err


def test_without_a_report_everything_found_is_told(desk: Desk) -> None:
    (desk.data / "xiangxi/2022/报告.yaml").unlink()
    result = desk.run("figures", "xiangxi", *YEAR)
    assert (result.status, result.out) == (1, "")
    assert "D102" in result.err
    assert desk.run("explain", "xiangxi", "预算执行率", *YEAR).status == 1


def test_columns_stand_under_each_other() -> None:
    assert aligned([["数字", "x"], ["a", "值"], ["很长的名称", ""]]) == [
        "数字        x",
        "a           值",
        "很长的名称",
    ]


def test_explain_reaches_the_lines_the_unit_wrote(desk: Desk) -> None:
    out = desk.run("explain", "xiangxi", "预算执行率", *YEAR).out
    assert out.startswith(
        "预算执行率 = 64.47%（精确值 64.4716666667…%）\n"
        "  公式：全年执行数 / 全年预算数\n"
        "  含义：全年执行数占全年（调整）预算数的比例\n"
        "  依据：财预〔2020〕10号 附件1\n"
    )
    assert (
        "    宣传与推广使用/实际支出 = 17.6万元\n"
        "      含义：截至年末实际支出的资金\n"
        f"      data/{PROJECT.removeprefix('data/')}/资金.yaml:14:11\n"
        "        实际支出: 17.6\n"
        "                  ^\n"
    ) in out


@pytest.mark.parametrize(
    "name",
    [
        "基础电信服务费/预算执行率",
        "子项目/基础电信服务费/预算执行率",
        "项目自评/州智慧湘西建设专项/子项目/基础电信服务费/预算执行率",
    ],
)
def test_a_figure_of_a_row_is_named_by_the_end_of_its_id(desk: Desk, name: str) -> None:
    assert desk.run("explain", "xiangxi", name, *YEAR).out.startswith(
        "基础电信服务费/预算执行率 = 94.10%（精确值 94.095%）\n"
    )


def test_several_figures_of_one_name_are_listed(desk: Desk) -> None:
    result = desk.run("explain", "xiangxi", "预算安排", *YEAR)
    assert result.status == 2
    assert len(result.out.splitlines()) == 8
    assert "  项目自评/州智慧湘西建设专项/子项目/后评估费/预算安排 = 30万元\n" in result.out


def test_an_unknown_name_gives_the_nearest(desk: Desk) -> None:
    result = desk.run("explain", "xiangxi", "预算执行", *YEAR)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("没有“预算执行”这个数字。相近的：预算执行率、")


def test_what_stands_twice_in_a_tree_is_shown_once(desk: Desk) -> None:
    lines = desk.run("explain", "xiangxi", "总分", *YEAR).out.splitlines()
    assert sum("全年执行数 = 1160.49万元" in line for line in lines) == 1
    assert "  执行分值 = 10（见上）" not in lines
    assert "    执行分值 = 10（见上）" in desk.run("explain", "xiangxi", "执行扣分", *YEAR).out.splitlines()


def test_a_fact_referred_to_is_followed(desk: Desk) -> None:
    lines = desk.run("explain", "xiangxi", "完成数据资源共享单位/实际完成值", *YEAR).out.splitlines()
    assert lines[0] == "完成数据资源共享单位/实际完成值 = 48个"
    assert "  公式：数据共享单位" in lines
    assert "  数据共享单位 = 48个" in lines
    assert lines[-2].strip().startswith("数据共享单位: 48个")


def test_what_cannot_be_computed_and_what_is_blank_say_so(desk: Desk) -> None:
    text = (desk.data / PROJECT / "资金.yaml").read_text(encoding="utf-8")
    zero = text.replace("预算安排: 30\n    实际到位: 30", "预算安排: 0\n    实际到位: 0")
    assert zero != text
    (desk.data / PROJECT / "资金.yaml").write_text(zero, encoding="utf-8")
    assert desk.run("explain", "xiangxi", "后评估费/预算执行率", *YEAR).out.startswith(
        "后评估费/预算执行率 = —（算不出：“预算安排”为零，不能作除数）\n"
    )
    assert desk.run("explain", "xiangxi", "当年财政拨款/年初预算数", *YEAR).out.count("（空）") >= 1


def test_a_total_that_the_data_state_shows_what_the_formula_gives(desk: Desk) -> None:
    desk.change("资金.yaml", "资金来源: 州财政", "资金来源: 州财政\n全年预算数: 1800")
    out = desk.run("explain", "xiangxi", "全年预算数", *YEAR).out
    assert out.startswith("全年预算数 = 1800万元\n")
    assert out.splitlines()[-1] == "  以数据中填写的数为准；按公式 sum(子项目.预算安排) 计算为 1800万元"


def test_a_count_of_chosen_rows_shows_the_figures_they_were_chosen_by(desk: Desk) -> None:
    fact = '  高执行率子项目: =count(子项目|where("预算执行率 >= 60%"))\n  数据共享单位: 48个'
    desk.change("事实.yaml", "  数据共享单位: 48个", fact)
    lines = desk.run("explain", "xiangxi", "高执行率子项目", *YEAR).out.splitlines()
    assert lines[:2] == ["高执行率子项目 = 2", '  公式：count(子项目|where("预算执行率 >= 60%"))']
    chosen = [line for line in lines if re.match(r"  \S+/预算执行率 = ", line)]
    assert chosen == [
        "  基础电信服务费/预算执行率 = 94.10%（精确值 94.095%）",
        "  政务云平台运维费用/预算执行率 = 76.83%（精确值 76.8270588235…%）",
    ]
