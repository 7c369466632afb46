from dataclasses import replace

import pytest

from jixiao.checks.registry import run_checks
from jixiao.compute.evaluation import Evaluation
from jixiao.ledger.ledger import Ledger
from tests import departments
from tests.cases import UNIT, case_of
from tests.checking import DATA, changed, findings, found_after, sides

START = "资金来源: 州财政"
ISSUED = "下达日期: 2022-03-01"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("开始时间: 2022-03\n结束时间: 2022-02", [("K401", "≥2022年3月", "2022年2月")]),
        ("开始时间: 2022-02-10\n结束时间: 2022-02", []),
        ("开始时间: 2020\n结束时间: 2025", []),
        ("开始时间: 2023-01\n结束时间: 2023-12", [("K404", "≤2022年12月31日", "2023年1月")]),
        ("开始时间: 2021-01\n结束时间: 2021-12", [("K404", "≥2022年1月1日", "2021年12月")]),
        ("数据截止日期: 2022-11-30", []),
        ("数据截止日期: 2021-12-31", [("K402", "2022年1月1日—2022年12月31日", "2021年12月31日")]),
        (
            "数据截止日期: 2023-12-31",
            [
                ("K402", "2022年1月1日—2022年12月31日", "2023年12月31日"),
                ("K403", "≥2023年12月31日", "2023年6月"),
            ],
        ),
    ],
)
def test_the_dates_of_a_project(dates: str, expected: list[tuple[str, str, str]]) -> None:
    assert sides(found_after((START, f"{START}\n{dates}"))) == expected


def test_a_report_of_the_month_of_the_cutoff_is_not_too_early() -> None:
    assert findings(unit=changed(UNIT, ("2023-06", "2022-12"))) == []
    assert sides(findings(unit=changed(UNIT, ("2023-06", "2022-11")))) == [("K403", "≥2022年12月31日", "2022年11月")]


def test_money_allotted_ahead_of_the_year_is_explained() -> None:
    ahead = changed(DATA, (ISSUED, "下达日期: 2021-12-20"))
    assert sides(findings(ahead)) == [("K405", "2022年1月1日—2022年12月31日", "2021年12月20日")]
    assert findings(f"{ahead}\n说明: {{K405: 省财政提前下达}}") == []


def test_a_report_on_a_whole_department_has_no_project_to_check() -> None:
    case = replace(case_of(DATA, "名称: 部门格式\n必填文字: [概况]"), project=None)
    exact = Evaluation(case)
    (found,) = run_checks(exact, Ledger(case, exact))
    assert (found.code, str(found.place)) == ("T101", "单位.yaml:4:3")


@pytest.mark.parametrize(("written", "codes"), [("2022-12", []), ("2022-11", ["K403"])])
def test_the_report_of_a_department_is_written_after_its_projects_are_closed(written: str, codes: list[str]) -> None:
    assert [each[0] for each in departments.told(("报告时间: 2023-06", f"报告时间: {written}"))] == codes


def test_without_projects_it_is_written_after_the_year() -> None:
    data = departments.UNIT.replace("2023-06", "2022-06") + "部门: {事实: {机房: 3个}}\n"
    (found,) = (each for each in departments.findings(data) if each.code == "K403")
    assert (found.expected, found.actual, found.related) == ("≥2022年12月31日", "2022年6月", ())
