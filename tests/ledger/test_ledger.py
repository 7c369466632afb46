import pytest

from jixiao.expr.expression import ExpressionError, Locals, expression
from jixiao.ledger.view import Display
from tests.cases import figure, ledger_of, printed

DATA = """
子项目:
- {名称: 升级, 预算安排: 200, 实际到位: 200, 实际支出: 95.75}
- {名称: 电信, 预算安排: 200, 实际到位: 200, 实际支出: 188.19}
- {名称: 其余, 预算安排: 1400, 实际到位: 1400, 实际支出: "8,765,500.00元"}
事实: {共享单位: 48 个, 巡查: 1000余次, 合格率: 100%, 门数: 7个, 空报: =子项目数, 三: 33.333%, 电网: 18.8亿元}
文字: {综述: "支出{{ 全年执行数 }}，占{{ 预算执行率 }}，{{ 子项目数|汉字 }}个、{{ 全年执行数|元 }}"}
"""
RULES = """
显示:
  正文: {金额: 去零}
  表格: {金额: 两位}
  表单: {金额: 原样, 百分比: 1, 百分比去零: 是}
  不可计算: —
评分:
  执行: {分值: 10, 方法: 比例}
  取整: {方式: 步长, 步长: 0.5}
  等级: [{名称: 优, 起: 6.5}, {名称: 差, 起: 0}]
指标:
- {名称: 全年预算数, 公式: sum(子项目.预算安排)}
- {名称: 全年执行数, 公式: sum(子项目.实际支出)}
- {名称: 结余, 公式: 全年预算数 - 全年执行数}
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%"}
- {名称: 预算执行率, 对象: 子项目, 公式: 实际支出 / 预算安排, 单位: "%"}
- {名称: 整数率, 公式: 全年执行数 / 全年预算数, 单位: "%", 小数: 0}
- {名称: 子项目数, 公式: count(子项目)}
- {名称: 总分, 公式: 执行分值 * 预算执行率, 单位: 分}
- {名称: 空率, 公式: 全年执行数 / 年初预算数, 单位: "%"}
"""


@pytest.mark.parametrize(
    ("name", "text", "table", "form"),
    [
        ("全年预算数", "1800万元", "1800.00", "1800"),
        ("全年执行数", "1160.49万元", "1160.49", "1160.49"),
        ("结余", "639.51万元", "639.51", "639.51"),
        ("预算执行率", "64.47%", "64.47%", "64.5%"),
        ("总分", "6.5", "6.5", "6.5"),
        ("子项目数", "3", "3", "3"),
        ("共享单位", "48个", "48个", "48个"),
        ("巡查", "1000余次", "1000余次", "1000余次"),
        ("合格率", "100%", "100%", "100%"),
        ("三", "33.333%", "33.333%", "33.333%"),
        ("电网", "18.8亿元", "18.8亿元", "18.8亿元"),
        ("年初预算数", "", "", ""),
        ("空率", "—", "—", "—"),
        ("等级", "优", "优", "优"),
        ("数据截止日期", "2022年12月31日", "2022年12月31日", "2022年12月31日"),
        ("开始时间", "2022年1月", "2022年1月", "2022年1月"),
    ],
)
def test_one_figure_prints_by_the_rules_of_the_place(name: str, text: str, table: str, form: str) -> None:
    ledger = ledger_of(DATA, RULES)
    assert [printed(ledger, name, display) for display in Display] == [text, table, form]


def test_ties_round_half_up_in_rows() -> None:
    ledger = ledger_of(DATA, RULES)
    rates = expression("子项目.预算执行率").evaluate(ledger.scope)
    assert ledger.printed(rates, Display.TABLE).text == "47.88%、94.10%、62.61%"


def test_a_typed_amount_keeps_its_form_where_the_place_says_so() -> None:
    ledger = ledger_of(DATA, RULES)
    amounts = expression("子项目.预算安排").evaluate(ledger.scope)
    assert ledger.printed(amounts, Display.FORM).text == "200、200、1400"


MIXED = """
事实: {经费: 2826万元}
子项目:
- {名称: 接待, 预算安排: 16, 实际支出: 0.92}
- {名称: 公车, 预算安排: 35.0, 实际支出: 25.8}
- {名称: 平台, 预算安排: =经费, 实际支出: 1万元}
- {名称: 还款, 预算安排: 3000.4万元, 实际支出: "30000000元"}
- {名称: 出国, 预算安排: 0元, 实际支出: 0元}
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("sum((子项目|where(名称='接待')).预算安排, (子项目|where(名称='公车')).预算安排)", "51.0"),
        ("sum((子项目|where(名称='接待')).预算安排) - sum((子项目|where(名称='接待')).实际支出)", "15.08"),
        ("(子项目|where(名称='平台')).预算安排", "2826"),
        ("sum((子项目|where(名称='平台')).预算安排) * 2", "5652"),
        ("sum((子项目|where(名称='平台')).预算安排) / 5", "565.20"),
        ("(子项目|where(名称='出国')).预算安排", "0"),
        ("全年预算数", "5877.4"),
        ("全年执行数", "3027.72"),
    ],
)
def test_amounts_made_of_typed_ones_have_the_most_of_their_decimals(text: str, shown: str) -> None:
    ledger = ledger_of(MIXED, RULES)
    assert ledger.printed(expression(text).evaluate(ledger.scope), Display.FORM).text == shown


def test_a_narrative_prints_its_figures_as_running_text_everywhere() -> None:
    ledger = ledger_of(DATA, RULES)
    prose = expression("文字.综述").evaluate(ledger.scope)
    words = "支出1160.49万元，占64.47%，三个、11604900元"
    assert ledger.printed(prose, Display.FORM).text == words
    assert ["".join(piece.text for piece in line) for line in ledger.paragraphs(prose, Display.TABLE)] == [words]


def test_a_tag_that_fails_is_a_located_finding_and_prints_nothing() -> None:
    ledger = ledger_of(DATA.replace("{{ 预算执行率 }}", "{{ 预算执行绿 }}"), RULES)
    prose = expression("文字.综述").evaluate(ledger.scope)
    assert ledger.printed(prose, Display.TEXT).text == "支出1160.49万元，占，三个、11604900元"
    (found,) = ledger.findings
    assert (found.code, dict(found.fields)["near"]) == ("C104", "预算执行率")
    assert "预算执行绿" in found.place.quote if found.place else False


def test_inline_arithmetic_prints_as_its_result_would() -> None:
    ledger = ledger_of(DATA, RULES)
    for text, expected in [("全年预算数 - 全年执行数", "639.51万元"), ("全年执行数 / 全年预算数", "64.47%")]:
        assert ledger.printed(expression(text).evaluate(ledger.scope), Display.TEXT).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("true", "是"), ("1 > 2", "否"), ("none", ""), ("'词'", "词"), ("整数率", "64%"), ("全年预算数|数", "1800")],
)
def test_other_values_and_styles(text: str, expected: str) -> None:
    ledger = ledger_of(DATA, RULES)
    assert ledger.printed(expression(text).evaluate(ledger.scope), Display.TEXT).text == expected


def test_conditions_are_decided_on_printed_values_and_differences_are_findings() -> None:
    data = DATA.replace("8,765,500.00元", "8,765,549.00元")  # exactly 1160.4949 万元, printed 1160.49
    ledger = ledger_of(data, RULES)
    assert not ledger.decide(expression("全年执行数 > number('1160.49万元')"), ledger.scope)
    assert [each.code for each in ledger.findings] == ["C201"]
    assert ledger.decide(expression("全年执行数 < 全年预算数"), ledger.scope)
    assert len(ledger.findings) == 1


def test_conditions_on_rows_see_the_exact_row_too() -> None:
    ledger = ledger_of(DATA, RULES)
    rows = expression("子项目").evaluate(ledger.scope)
    assert isinstance(rows, list)
    for row in rows:
        assert ledger.decide(expression("行.预算执行率 > 0.4"), Locals(ledger.scope, {"行": row}))
    assert ledger.findings == []


def test_the_total_score_uses_the_printed_rate_and_is_rounded_by_the_format() -> None:
    ledger = ledger_of(DATA, RULES)
    assert set(ledger.strings(figure(ledger.exact, "总分")).values()) == {"6.5"}


def test_a_footing_policy_that_is_not_known_is_a_located_finding() -> None:
    ledger = ledger_of(DATA, RULES.replace("  不可计算: —", "  不可计算: —\n  尾差: 随意"))
    (found,) = ledger.findings
    assert (found.code, str(found.place)) == ("C202", "格式.yaml:7:7")
    assert printed(ledger, "全年预算数") == "1800万元"


@pytest.mark.parametrize(("text", "names"), [("单位", "名称"), ("项目", "名称"), ("报告", "名称"), ("文字", "综述")])
def test_what_holds_several_things_does_not_print(text: str, names: str) -> None:
    ledger = ledger_of(DATA, RULES)
    with pytest.raises(ExpressionError) as raised:
        ledger.printed(expression(text).evaluate(ledger.scope), Display.TEXT)
    assert raised.value.kind == "not_printable"
    assert raised.value.fields["names"].split("、")[0] == names


def test_rows_print_by_their_names_and_a_judgement_on_nothing_as_not_computable() -> None:
    ledger = ledger_of(DATA, RULES)
    assert printed(ledger, "子项目") == "升级、电信、其余"
    unknown = expression("空率 > 1").evaluate(ledger.scope)
    assert ledger.printed(unknown, Display.TEXT).text == "—"


@pytest.mark.parametrize("rounding", ["方式: 四舍五入, 位数: 9999999", "方式: 逐级, 先到位数: 9999999, 位数: -3"])
def test_digits_of_scores_that_are_refused_are_not_tried(rounding: str) -> None:
    ledger = ledger_of(DATA, RULES.replace("方式: 步长, 步长: 0.5", rounding))
    assert printed(ledger, "总分") == "6.45"


def test_digits_that_no_rate_can_have_are_found() -> None:
    ledger = ledger_of(DATA, RULES.replace("小数: 0}", "小数: 9999999}"))
    assert printed(ledger, "整数率") == "64.47%"
    assert [(found.code, str(found.place)) for found in ledger.findings] == [("C203", "格式.yaml:17:45")]


def test_rounding_to_digits_without_end_is_no_number() -> None:
    ledger = ledger_of(DATA, RULES)
    with pytest.raises(ExpressionError):
        expression("round(全年执行数, 9999999)").evaluate(ledger.scope)
