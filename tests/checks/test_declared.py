import pytest

from jixiao.kernel.finding import Strength
from tests.checking import RULES, changed, findings, found_after

CHECK = """
检查:
- 编号: XJ01
  条件: 到位资金 == sum(子项目.实际到位)
  数字: 到位资金
  强度: 必须
  说明: 下达{{ 到位资金 }}，各子项目到位{{ sum(子项目.实际到位) }}。
  整改: 核对金额。
"""
ROWS = """
检查:
- {编号: XJ02, 对象: 子项目, 条件: "预算安排 >= number('100万元')", 强度: 提示, 说明: "{{ 名称 }}支出{{ 实际支出 }}。"}
"""
ALLOTTED = ("金额: 280", "金额: 279")


def test_a_condition_that_fails_is_told_with_the_words_of_the_format_and_printed_figures() -> None:
    (found,) = (each for each in found_after(ALLOTTED, rules=RULES + CHECK) if each.code == "XJ01")
    assert found.strength is Strength.MUST
    assert dict(found.fields) == {"message": "下达279万元，各子项目到位280万元。", "remedy": "核对金额。"}
    assert (found.expected, found.actual) == ("到位资金 == sum(子项目.实际到位)", "279万元")
    assert (str(found.place), found.figure) == ("项目.yaml:7:23", "自评/某项目/到位资金")


def test_a_condition_that_holds_is_silent() -> None:
    assert findings(rules=RULES + CHECK) == []


@pytest.mark.parametrize(
    ("condition", "strength"),
    [
        ("到位资金 == sum(子项目.实际到位)", Strength.SHOULD),
        ("not 子项目 or 到位资金 == sum(子项目.实际到位)", Strength.SHOULD),
        ("(not 子项目 or 到位资金 == sum(子项目.实际到位))", Strength.SHOULD),
        ("到位资金 >= sum(子项目.实际到位)", Strength.MUST),
        ("单位.名称 == 报告.名称", Strength.MUST),
    ],
)
def test_what_the_typed_digits_leave_open_does_not_block(condition: str, strength: Strength) -> None:
    rules = changed(RULES + CHECK, ("条件: 到位资金 == sum(子项目.实际到位)", f"条件: {condition}"))
    (found,) = (each for each in found_after(("金额: 280", "金额: 279.99"), rules=rules) if each.code == "XJ01")
    assert found.strength is strength


def test_a_check_runs_row_by_row() -> None:
    (found,) = findings(rules=RULES + ROWS)
    assert (found.strength, found.actual, str(found.place)) == (Strength.SHOULD, "", "项目.yaml:4:3")
    assert dict(found.fields)["message"] == "宣传推广支出78.5万元。"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("到位资金 == sum", "到位资金 + 单位.名称 == sum"), "C107"),
        (("到位资金 == sum", "到账资金 == sum"), "C104"),
        (("数字: 到位资金", "对象: 子工程"), "C104"),
        (("数字: 到位资金", "数字: 到账资金"), "C104"),
        (("强度: 必须", "强度: 一般"), "K501"),
        (("编号: XJ01", "编号: K101"), "K502"),
    ],
)
def test_a_check_that_cannot_run_is_a_finding_itself(change: tuple[str, str], code: str) -> None:
    found = found_after(ALLOTTED, rules=changed(RULES + CHECK, change))
    assert [each.code for each in found if each.code != "K105"] == [code]


def test_only_a_condition_on_the_figure_itself_is_read_out_as_a_limit() -> None:
    rules = changed(RULES + CHECK, ("条件: 到位资金 ==", "条件: not 指标文 or 到位资金 =="))
    (found,) = (each for each in found_after(ALLOTTED, rules=rules) if each.code == "XJ01")
    assert (found.expected, found.actual) == ("", "")
