import pytest

from jixiao.kernel.finding import Finding
from tests import departments
from tests.checking import RULES, changed, found_after, sides

PROGRESS = "监控预警: [{截至月份: 4, 执行率: 25%}, {截至月份: 6, 执行率: 40%}]"
RULED = changed(RULES, ("阈值: {", f"阈值: {{{PROGRESS}, "))
FORM = """执行监控:
- 项目: 某项目
  期间: 1-6月
  监控资金:
  - {名称: 一般公共预算拨款, 年初预算数: 80, 执行数: 40, 预计执行数: 78}
  - {名称: 其他资金, 年初预算数: 0}
  监控指标:
  - {一级指标: 产出, 二级指标: 数量, 三级指标: 巡查, 年度指标值: 20次, 执行情况: 9次, 预计完成: 20次, 可能性: 确定能}
  - {一级指标: 产出, 二级指标: 成本, 三级指标: 成本, 年度指标值: ≤100%, 执行情况: 80%, 预计完成: 100%, 可能性: 确定能}
"""
GROUP = "可能性: 确定能"


def monitored(*changes: tuple[str, str], more: str = "") -> list[Finding]:
    """What is found with such a form."""
    return found_after(("资金来源: 州财政", f"资金来源: 州财政\n{changed(FORM, *changes)}{more}"), rules=RULED)


def test_a_form_in_order() -> None:
    assert monitored() == []
    assert (
        monitored(
            ("  监控资金:\n", "  年度: 2023\n  监控资金:\n"),
            ("执行数: 40, 预计执行数: 78", "执行数: 78, 预计执行数: 80"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("执行数: 40", "执行数: 79"), ("K141", "≤78万元", "79万元")),
        (("执行数: 40, 预计执行数: 78", "执行数: 81, 预计执行数: 82"), ("K142", "≤80万元", "81万元")),
        (("预计执行数: 78", "预计执行数: 81"), ("K143", "≤80万元", "81万元")),
        (("预计执行数: 78", "预计执行数: 71.99"), ("K144", "≥72万元", "71.99万元")),
        (
            ("年初预算数: 80, 执行数: 40, 预计执行数: 78", "年初预算数: 300, 执行数: 275, 预计执行数: 300"),
            ("K145", "≤274.25万元", "275万元"),
        ),
        (("执行数: 40", "执行数: 31.99"), ("K308", "≥40%", "39.99%")),
        (("1-6月", "1-5月"), ()),
        (("1-6月", "1-3月"), ()),
        (("1-6月", "上半年"), ()),
        (("执行数: 40, ", ""), ()),
        (("年初预算数: 80, 执行数: 40, 预计执行数: 78", "年初预算数: 0"), ()),
        (("年初预算数: 80, 执行数: 40, 预计执行数: 78", "执行数: 40"), ()),
    ],
)
def test_money_so_far(change: tuple[str, str], expected: tuple[str, ...]) -> None:
    assert sides(monitored(change)) == ([expected] if expected else [])


def test_a_low_forecast_with_a_reason_is_not_asked_for() -> None:
    low = ("预计执行数: 78", "预计执行数: 60")
    assert monitored(low, ("次, 可能性: 确定能", "次, 可能性: 确定能, 备注: 部分设备不再采购")) == []


@pytest.mark.parametrize(("executed", "expected"), [("0", "K309"), ("20", "K309"), ("40", "")])
def test_goals_that_run_ahead_of_the_money(executed: str, expected: str) -> None:
    found = monitored(("执行数: 40", f"执行数: {executed}"), ("执行情况: 9次", "执行情况: 20次"))
    assert [each.code for each in found] == ([expected] if expected else [])


def test_goals_in_words_leave_open_whether_they_are_reached() -> None:
    nothing = ("执行数: 40", "执行数: 0")
    assert [each.code for each in monitored(nothing, ("执行情况: 9次", "执行情况: 正在进行"))] == ["K309"]
    words = ("执行情况: 9次", "执行情况: 正在进行"), ("执行情况: 80%", "执行情况: 按计划")
    assert [each.code for each in monitored(nothing, *words)] == ["K308"]
    assert monitored(("1-6月", "1-3月"), nothing, *words) == []
    shares = ("年度指标值: 20次, 执行情况: 9次", "年度指标值: 7天*24小时, 执行情况: 100%")
    assert [each.code for each in monitored(("1-6月", "1-3月"), nothing, shares)] == ["K309"]
    counts = ("年度指标值: 20次, 执行情况: 9次", "年度指标值: 每月一次, 执行情况: 6次")
    assert [each.code for each in monitored(nothing, counts, words[1])] == ["K308"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("期间: 1-6月", "期间: 1月6日"), ("K409", "1-6月", "1月6日")),
        (("期间: 1-6月", "期间: 2022-01-06"), ("K409", "1-6月", "2022-01-06")),
        (("期间: 1-6月", "期间: 8-1月"), ("K409", "1-6月", "8-1月")),
        (("期间: 1-6月", "期间: 3/9"), ("K409", "3-9月", "3/9")),
        (("期间: 1-6月", "期间: 2022年1—6月份"), ()),
        (("期间: 1-6月", "期间: 1月至6月"), ()),
        (("期间: 1-6月", "期间: 年中"), ()),
        (("期间: 1-6月", "期间: 1-6月\n  年度: 2021"), ("K408", "2022、2023", "2021")),
        (("期间: 1-6月", "期间: 1-6月\n  年度: 2024年度"), ("K408", "2022、2023", "2024年度")),
        (("期间: 1-6月", "期间: 1-6月\n  年度: 今年"), ("K408", "2022、2023", "今年")),
        (("期间: 1-6月", "期间: 1-6月\n  年度: 2023"), ()),
        (("期间: 1-6月", "期间: 1-6月\n  年度: 2023年"), ("K408", "2022、2023", "2023年")),
    ],
)
def test_year_and_period(change: tuple[str, str], expected: tuple[str, ...]) -> None:
    assert sides(monitored(change)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("likelihood", "expected"),
    [
        ("能", [("K231", "")]),
        ("有可能", [("K232", "经费保障、制度保障、人员保障、硬件条件保障、其他保障；原因说明、备注")]),
        ("有可能, 人员保障: 是", [("K232", "原因说明、备注")]),
        ("完全不可能, 备注: 设备未到货", [("K232", "经费保障、制度保障、人员保障、硬件条件保障、其他保障")]),
        ("完全不可能, 经费保障: 是, 原因说明: 资金未到位", []),
        ("确定能", []),
    ],
)
def test_doubts_have_cause_and_reason(likelihood: str, expected: list[tuple[str, str]]) -> None:
    found = monitored((GROUP, f"可能性: {likelihood}"))
    assert [(each.code, dict(each.fields).get("missing", "")) for each in found] == expected


def test_a_hint_is_explained_by_its_code() -> None:
    assert monitored(("执行数: 40", "执行数: 0"), more="说明: {K308: 年底集中支付}\n") == []


def test_the_forms_of_a_department_are_held_against_its_projects() -> None:
    lines = (
        "  执行监控:\n  - 项目: 平台运维\n    期间: 1-6月\n    监控资金:\n"
        "    - {名称: 财政拨款, 年初预算数: 480, 执行数: 470, 预计执行数: 480}\n"
    )
    assert departments.told(("  政府采购:", f"{lines}  政府采购:")) == [
        ("K145", "平台运维/执行数", "≤468万元", "470万元")
    ]
    for name, year in (("平台运营", ""), ("平台运维", "    年度: 2023\n")):
        other = changed(lines, ("平台运维\n", f"{name}\n{year}"))
        assert departments.told(("  政府采购:", f"{other}  政府采购:")) == []
