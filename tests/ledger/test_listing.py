"""Figures as plain data: exact value, printed strings, formula, inputs, place."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from jixiao.ledger.json_lines import json_lines
from jixiao.ledger.listing import PLACES, Columns, Listed, Meaning, exact_words, listing, meaning_of
from tests.cases import figure, ledger_of

DATA = """
子项目:
- {名称: 宣传, 预算安排: 80, 实际到位: 80, 实际支出: 17.6}
- {名称: 平台, 预算安排: 10, 实际到位: 10, 实际支出: 12.4}
事实: {共享单位: 48个, 空白: =无 / 2, 无: 0}
"""
RULES = """
指标:
- {名称: 全年预算数, 公式: sum(子项目.预算安排), 含义: 各子项目合计}
- {名称: 全年执行数, 公式: sum(子项目.实际支出)}
- {名称: 预算执行率, 公式: 全年执行数 / 全年预算数, 单位: "%", 依据: 10号文}
- {名称: 倒数, 公式: 全年预算数 / 无, 单位: "%"}
"""


def listed(data: str = DATA, rules: str = RULES) -> dict[str, Listed]:
    ledger = ledger_of(data, rules)
    return {each.id.removeprefix("自评/某项目/"): each for each in listing(ledger.exact, ledger)}


def test_a_typed_amount_is_a_leaf_with_its_place() -> None:
    spent = listed()["子项目/宣传/实际支出"]
    assert (spent.name, spent.item, spent.value, spent.unit) == ("实际支出", "子项目/宣传", "17.6", "万元")
    assert spent.printed == {"正文": "17.6万元", "表格": "17.6", "表单": "17.6"}
    assert (spent.formula, spent.inputs, spent.place) == ("", [], "项目.yaml:3:38")


def test_a_derived_figure_names_its_formula_and_inputs() -> None:
    rate = listed()["预算执行率"]
    assert (rate.value, rate.unit) == ("33.33333333333333333333", "%")
    assert rate.printed["正文"] == "33.33%"
    assert rate.formula == "全年执行数 / 全年预算数"
    assert rate.inputs == ["自评/某项目/全年执行数", "自评/某项目/全年预算数"]
    assert rate.place == "格式.yaml:5:19"


def test_an_amount_tells_its_own_half_up_value_and_what_it_prints() -> None:
    data = DATA.replace("17.6}", "176049元}").replace("12.4}", "124049元}")
    figures = listed(data, "显示: {尾差: adjust}\n" + RULES)
    spent, total, rate = (figures[name] for name in ("子项目/宣传/实际支出", "全年执行数", "预算执行率"))
    assert (spent.value, spent.half_up, spent.footed, spent.printed["表格"]) == ("176049", "176000", "176100", "17.61")
    assert (total.value, total.half_up, total.footed, total.printed["表格"]) == ("300098", "300100", "300100", "30.01")
    assert (rate.half_up, rate.footed) == ("", "")


def test_what_cannot_be_computed_says_why() -> None:
    inverse = listed()["倒数"]
    assert (inverse.value, inverse.obstacle, inverse.printed["正文"]) == ("", "zero_base: 无", "—")


def test_everything_fits_json() -> None:
    rows = [each.as_json() for each in listed().values()]
    assert json.loads(json.dumps(rows)) == rows
    assert set(rows[0]) == set(Listed._fields)


def test_an_endless_quotient_ends_in_dots() -> None:
    exact = ledger_of(DATA, RULES).exact
    assert exact_words(figure(exact, "预算执行率")) == "33.3333333333…%"
    assert exact_words(figure(exact, "全年执行数")) == "30万元"


def test_the_meaning_comes_from_the_format_or_from_the_field_table() -> None:
    exact = ledger_of(DATA, RULES).exact
    identities = {str(identity).removeprefix("自评/某项目/"): identity for identity in exact.all_figures()}
    assert meaning_of(exact, identities["全年预算数"]) == Meaning("各子项目合计", "")
    assert meaning_of(exact, identities["预算执行率"]) == Meaning("", "10号文")
    assert meaning_of(exact, identities["子项目/宣传/实际支出"]).meaning.startswith("截至年末实际支出")
    assert meaning_of(exact, identities["共享单位"]) == Meaning("", "")


TEXT = st.text() | st.sampled_from(["", '"甲"', "\\", "乙\x7f丙", "\n"])


@given(st.lists(st.tuples(st.lists(TEXT, min_size=11, max_size=11), st.lists(TEXT, max_size=3)), max_size=4))
def test_a_line_is_what_json_writes(figures: list[tuple[list[str], list[str]]]) -> None:
    rows = []
    for words, inputs in figures:
        identity, name, part, item, unit, formula, place, obstacle, *printed = words
        texts = dict(zip(PLACES, printed, strict=True))
        rows.append(Listed(identity, name, part, item, "-1.5", "", "2", unit, texts, formula, inputs, place, obstacle))
    columns = [[getattr(row, name) for row in rows] for name in Listed._fields]
    columns[8] = [tuple(row.printed.values()) for row in rows]
    written = [json.dumps(row.as_json(), ensure_ascii=False) for row in rows]
    assert json_lines(Columns(*columns)) == written
