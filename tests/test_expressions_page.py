"""The manual of expressions: every function and filter stands in it, and every example prints what it says."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.expr.expression import expression
from jixiao.expr.functions import FILTERS, FUNCTIONS, TESTS
from jixiao.expr.lists import Band
from jixiao.expr.values import Items
from jixiao.expr.work import begin
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.view import Display
from jixiao.model.unit import UnitYear
from jixiao.render.chapter.markdown import Setting, compile_chapter
from jixiao.render.run.engine import link
from jixiao.render.run.state import State
from tests.cases import bound, format_of
from tests.templates import seen

PAGE = (Path(__file__).parent.parent / "docs" / "表达式.md").read_text(encoding="utf-8")
SETTING = Setting({"正文": "BodyText"}, 9000, 12000, ("", ""), 0, lambda *_: (), str.encode)
DATES = "{开始时间: 2023-01, 结束时间: 2023-12, 数据截止日期: 2023-12-31, "
DATA, RULES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
EXAMPLES = re.findall(r"(?m)^(.*\S) +→ (.+)$", PAGE)
CHAPTERS = re.findall(r"```markdown\n(.*?)\n```\n\n```text\n(.*?)\n```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    data = re.sub(r"(?m)^(  \w+: )\{(?=.*资金构成)", rf"\1{DATES}", DATA)
    unit_year = replace(bound(data, "单位.yaml", UnitYear), year=2023)
    case = Case(unit_year, unit_year.reports[0], None, format_of(RULES))
    return Ledger(case, Evaluation(case))


@pytest.fixture(autouse=True)
def another_report() -> None:
    begin()


@pytest.mark.parametrize(("text", "shown"), EXAMPLES)
def test_an_example_prints_what_the_page_says(ledger: Ledger, text: str, shown: str) -> None:
    assert ledger.printed(ledger.value(expression(text), ledger.scope), Display.TEXT).text == shown


@pytest.mark.parametrize(("chapter", "shown"), CHAPTERS)
def test_a_passage_reads_as_the_page_says(ledger: Ledger, chapter: str, shown: str) -> None:
    nodes, findings = compile_chapter(chapter, "章.md", SETTING)
    state = State(ledger)
    link(nodes)(state, ledger.scope)
    assert [*findings, *state.findings] == []
    assert seen("".join(state.out)) == shown


def test_the_examples_are_in_good_order(ledger: Ledger) -> None:
    assert [*ledger.exact.findings, *ledger.findings] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_has_an_example(name: str) -> None:
    assert any(re.search(rf"\b{name}\(", text) for text, _ in EXAMPLES)


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_has_an_example(name: str) -> None:
    assert any(re.search(rf"\|{name}\b", text) for text, _ in EXAMPLES)


@pytest.mark.parametrize("name", TESTS)
def test_every_test_has_an_example(name: str) -> None:
    assert any(f" is {name}" in text for text, _ in EXAMPLES)


def test_the_parts_of_a_band_are_listed() -> None:
    rows = [row.split("|")[1] for row in PAGE.splitlines() if row.startswith("| `")]
    listed = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(listed) == sorted(Band(None, None, Items([])).names())
