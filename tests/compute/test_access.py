import pytest

from jixiao.compute import access
from tests.cases import ledger_of

DATA = """
子项目:
- {名称: 宣传, 预算安排: 80, 实际到位: 80, 实际支出: 17.6}
事实: {甲: 1个, 乙: 2个, 丙: 3个, 丁: 4个}
"""
RULES = """
指标:
- {名称: 全年预算数, 公式: sum(子项目.预算安排)}
"""


def test_names_of_facts_are_let_go_and_found_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [str(ledger_of(DATA, RULES).exact.root.get(name)) for name in "甲乙丙丁"]
    monkeypatch.setattr(access, "MOST_NAMES", 2)
    root = ledger_of(DATA, RULES).exact.root
    assert [str(root.get(name)) for name in "甲乙丙丁"] == before
    plan: object = root.plan
    assert isinstance(plan, dict)
    assert len(plan) <= 2
