"""Findings are made from kinds that are declared once."""

from __future__ import annotations

import pytest

from jixiao.kernel import finding
from jixiao.kernel.finding import Finding, Strength, blocking, must, once, should
from jixiao.kernel.place import SourcePlace

HERE, THERE = SourcePlace("a.yaml", 1), SourcePlace("a.yaml", 9)


@pytest.fixture(autouse=True)
def _kinds_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "REGISTRY", {})


def test_a_finding_carries_what_its_sentence_needs() -> None:
    made = must("Z901").at(HERE, expected="1800", actual="1801", figure="计划安排", related=[THERE], total=1801)
    assert made == Finding("Z901", Strength.MUST, HERE, (("total", "1801"),), "1800", "1801", "计划安排", (THERE,))


def test_only_what_must_be_mended_blocks() -> None:
    blocks, asks = must("Z901").at(HERE), should("Z902").at(None)
    assert blocking([asks, blocks, asks]) == [blocks]


def test_a_kind_is_declared_once() -> None:
    code = must("Z901")
    with pytest.raises(ValueError, match="Z901"):
        should("Z901")
    assert list(finding.REGISTRY.values()) == [code]


def test_what_differs_in_its_suggestions_alone_is_told_once() -> None:
    code = must("Z901")
    first, again = code.at(HERE, name="甲", near="乙"), code.at(HERE, name="甲", near="丙")
    others = [code.at(THERE, name="甲", near="乙"), code.at(HERE, name="丁", near="乙"), code.at(HERE, actual="1")]
    assert once([first, again, *others, first]) == [first, *others]
