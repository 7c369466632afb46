"""What figures print as: per format and place, with the styles of a tag, each figure with one value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.expression import expression
from jixiao.kernel.parse import parse_number
from jixiao.kernel.rounding import half_up
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from tests.cases import ledger_of

DATA = """
子项目:
- {名称: 甲, 预算安排: 2826, 实际到位: 403.00, 实际支出: 1160.496}
- {名称: 乙, 预算安排: 61, 实际到位: 3.6, 实际支出: 6.7}
- {名称: 丙, 预算安排: 0, 实际到位: 0, 实际支出: "72,250.85元"}
"""
FIGURES = """
指标:
- {名称: 预算, 公式: sum(子项目.预算安排)}
- {名称: 支出, 公式: sum(子项目.实际支出)}
- {名称: 无, 公式: 预算 - 预算}
- {名称: 占比, 公式: 支出 / 预算, 单位: "%"}
- {名称: 全部, 公式: 预算 / 预算, 单位: "%"}
- {名称: 到位率, 公式: 支出 / 支出, 单位: "%", 小数: 0}
- {名称: 倒数, 公式: 预算 / 无}
"""
# The display rules of the four published reports (a department of a province, a county's department, a project of a
# prefecture, a county's forms): digits of money in text, tables and forms, of percentages, signs for what is not there.
PROVINCE = """
显示:
  正文: {金额: 原样}
  表格: {金额: 原样, 空值: ——}
  表单: {金额: 两位, 百分号: 否, 零值: —}
"""
COUNTY = """
显示:
  正文: {金额: 原样}
  表格: {金额: 去零, 零值: 0}
  表单: {金额: 两位, 金额单位: 元, 千分位: 是, 零值: 空}
  空值: 空
"""
PROJECT = """
显示:
  正文: {金额: 去零}
  表格: {金额: 去零, 空值: —}
  表单: {金额: 去零, 不可计算: 空}
  不可计算: —
"""
FORMS = """
显示:
  正文: {金额: 去零, 百分比: 1, 百分比去零: 是}
  表格: {金额: 去零, 单位: 是, 百分比: 1, 百分比去零: 是}
  表单: {金额: 原样, 单位: 是, 金额单位: 亿元, 不可计算: 不适用}
"""
FORMATS = {"000": PROVINCE, "001": COUNTY, "003": PROJECT, "004": FORMS}
PRINTED = """
000 预算                  2887万元       2887       2887.00
000 支出                  1174.42万元    1174.42    1174.42
000 row(子项目,"甲").预算安排  2826万元       2826       2826.00
000 row(子项目,"乙").预算安排  61万元         61         61.00
000 row(子项目,"乙").实际支出  6.7万元        6.7        6.70
000 row(子项目,"丙").预算安排  0万元          0          —
000 row(子项目,"甲").实际支出  1160.50万元    1160.50    1160.50
000 年初预算数  ·            ——         ·
000 无                    0万元          0          —
000 占比                  40.68%       40.68%     40.68
000 占比|百分比(0)            41%          41%        41
000 占比|数                40.68        40.68      40.68
000 到位率                 100%         100%       100
000 倒数                  —            —          —
001 支出                  1174.42万元    1174.42    11,744,210.85
001 row(子项目,"甲").实际到位  403.00万元     403        4,030,000.00
001 row(子项目,"乙").实际到位  3.6万元        3.6        36,000.00
001 row(子项目,"丙").实际支出  7.23万元       7.23       72,250.85
001 row(子项目,"丙").实际到位  0万元          0          ·
001 年初预算数  ·            ·          ·
001 全部                  100.00%      100.00%    100.00%
001 到位率                 100%         100%       100%
001 倒数                  —            —          —
003 支出                  1174.42万元    1174.42    1174.42
003 预算                  2887万元       2887       2887
003 row(子项目,"甲").实际支出  1160.5万元     1160.5     1160.5
003 无                    0万元          0          0
003 年初预算数  ·            —          ·
003 占比                  40.68%       40.68%     40.68%
003 到位率                 100%         100%       100%
003 倒数                  —            —          ·
004 支出                  1174.42万元    1174.42万元  0.12亿元
004 row(子项目,"乙").实际到位  3.6万元        3.6万元      0.00亿元
004 占比                  40.7%        40.7%      40.68%
004 全部                  100%         100%       100.00%
004 倒数                  —            —          不适用
"""


@pytest.fixture(scope="module")
def ledgers() -> dict[str, Ledger]:
    return {name: ledger_of(DATA, rules + FIGURES) for name, rules in FORMATS.items()}


@pytest.mark.parametrize("line", PRINTED.strip().splitlines())
def test_each_place_of_each_format_prints_in_its_own_way(ledgers: dict[str, Ledger], line: str) -> None:
    name, text, *expected = line.split()
    assert [strings(ledgers[name], text, display) or "·" for display in Display] == expected


def strings(ledger: Ledger, text: str, display: Display = Display.TEXT) -> str:
    return ledger.printed(expression(text).evaluate(ledger.scope), display).text


def test_the_rules_of_the_four_formats_are_in_order(ledgers: dict[str, Ledger]) -> None:
    assert [ledger.findings for ledger in ledgers.values()] == [[]] * len(FORMATS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("支出|元", "11744210.85元"),
        ("支出|元|千分位", "11,744,210.85元"),
        ("支出|元|整数|数", "11744211"),
        ("支出|亿元", "0.12亿元"),
        ("支出|两位|数", "1174.42"),
        ("预算|两位", "2887.00万元"),
        ("预算|元|两位", "28870000.00元"),
        ("(预算 - 支出)|元", "17125789.15元"),
        ("(支出 - 预算)|abs|元", "17125789.15元"),
        ("min(支出, 预算)|元", "11744210.85元"),
        ('row(子项目, "甲").实际到位|原样', "403.00万元"),
        ('row(子项目, "甲").实际到位|原样|亿元', "0.04亿元"),
        ("占比|百分比(0)", "41%"),
        ("占比|百分比(1)", "40.7%"),
        ("全部|百分比(1)", "100.0%"),
        ("全部|百分比(1)|去零", "100%"),
        ("占比|两位|数", "40.68"),
        ("占比|整数", "41%"),
        ("0.5|百分比(0)", "50%"),
        ("降幅", "-59.32%"),
        ("降幅|abs", "59.32%"),
        ("-降幅", "59.32%"),
        ("变动|abs", "59%"),
        ("合格率", "33.333%"),
        ("合格率|百分比(0)", "33%"),
        ("合格率|数", "33.333"),
        ("电网", "18.8亿元"),
        ("电网|原样", "18.8亿元"),
        ("电网|万元|千分位", "188,000万元"),
        ("受理", "22214条"),
        ("受理|数", "22214"),
        ("受理|千分位", "22,214条"),
        ("受理|两位", "22214.00条"),
        ("受理|约('万余', 1)", "2.2万余条"),
        ("巡查|数", "1000余"),
        ("个数|汉字", "三"),
        ("个数|汉字('个')", "三个"),
        ("(个数 - 1)|汉字('个')", "两个"),
        ("(个数 - 1)|汉字", "二"),
        ("(个数 * 4)|汉字('家')", "十二家"),
        ("(支出 / 个数)|两位", "391.47万元"),
        ("[支出, 预算]|数", "1174.42、2887"),
        ("词|两位", "按时"),
        ("direction(支出, 预算, '超支', '节约')", "节约"),
        ("direction(支出, 年初预算数)", "—"),
    ],
)
def test_a_tag_may_say_how_its_figure_prints(text: str, words: str) -> None:
    more = """- {名称: 降幅, 公式: (支出 - 预算) / 预算, 单位: "%"}
- {名称: 变动, 公式: (支出 - 预算) / 预算, 单位: "%", 小数: 0}
- {名称: 个数, 公式: count(子项目)}
"""
    facts = "事实: {合格率: 33.333%, 电网: 18.8亿元, 受理: 22214条, 巡查: 1000余次, 词: 按时}\n"
    assert strings(ledger_of(DATA + facts, FIGURES + more), text) == words


def test_an_amount_whose_printed_value_is_not_its_typed_one_prints_two_decimals() -> None:
    ledger = ledger_of(DATA.replace("6.7", "6.70049"), PROVINCE + FIGURES)
    assert [strings(ledger, 'row(子项目, "乙").实际支出', each) for each in Display] == ["6.70万元", "6.70", "6.70"]


@pytest.mark.parametrize(
    ("zero", "text", "words"),
    [("0", "无", "0万元"), ("—", "无", "—"), ("空", "无", ""), ("—", "无|两位", "0.00万元"), ("—", "无|数", "—")],
)
def test_what_an_amount_of_nothing_prints_as(zero: str, text: str, words: str) -> None:
    assert strings(ledger_of(DATA, f"显示: {{正文: {{金额: 两位, 零值: {zero}}}}}" + FIGURES), text) == words


def test_a_rate_without_its_sign_is_rounded_once_wherever_it_stands() -> None:
    rules = "显示: {表单: {百分比: 1}}\n指标: [{名称: 降幅, 公式: (支 - 预) / 预, 单位: '%'}]"
    ledger = ledger_of("事实: {支: 35551个, 预: 100000个}", rules)  # -64.449 %: -64.45 % in text, -64.4 % in a form
    assert [strings(ledger, "降幅|abs", each) for each in Display] == ["64.45%", "64.45%", "64.4%"]
    assert [strings(ledger, "-降幅", each) for each in Display] == ["64.45%", "64.45%", "64.4%"]


AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(st.lists(AMOUNTS, min_size=1, max_size=5))
def test_finer_units_show_the_exact_sum_and_coarser_ones_round_what_prints(amounts: list[Decimal]) -> None:
    rows = "".join(
        f"\n- {{名称: 项{at}, 预算安排: 1, 实际到位: 1, 实际支出: {each}元}}" for at, each in enumerate(amounts)
    )
    ledger = ledger_of(f"子项目:{rows}", "指标: [{名称: 支出, 公式: sum(子项目.实际支出)}]")
    total = sum(amounts, Decimal(0))
    yuan, wan, yi = (parse_number(strings(ledger, f"支出|{unit}")) for unit in ("元", "万元", "亿元"))
    assert yuan is not None
    assert wan is not None
    assert yi is not None
    assert yuan.value == total
    assert wan.value == half_up(total, Decimal(100))
    assert yi.value == half_up(wan.value, Decimal(10**6))


@pytest.mark.parametrize(
    ("rules", "place", "known"),
    [
        ("正文: {金额: 三位}", "格式.yaml:1:15", "去零、两位、原样"),
        ("正文: {金额单位: 万圆}", "格式.yaml:1:17", "万元、元、亿元"),
        ("正文: {百分比: 2.5}", "格式.yaml:1:16", "0—9"),
        ("基准: 0", "格式.yaml:1:10", "0.01万元"),
        ("基准: -0.01万元", "格式.yaml:1:10", "0.01万元"),
    ],
)
def test_a_display_rule_that_does_not_exist_is_a_located_finding(rules: str, place: str, known: str) -> None:
    ledger = ledger_of(DATA, f"显示: {{{rules}}}" + FIGURES)
    (found,) = ledger.findings
    assert (found.code, str(found.place), dict(found.fields)["known"]) == ("C203", place, known)
    assert strings(ledger, "支出") == "1174.42万元"
