"""Which units an expression means."""

from __future__ import annotations

import pytest

from jixiao.bulk.select import Candidate, selection

UNITS = {
    "疾控": Candidate(("卫生/疾控", "疾控中心", "101002", "疾控"), changed=True, failed=False, codes=("K131",)),
    "医院": Candidate(("卫生/医院", "人民医院", "101003", "医院"), changed=False, failed=True, codes=("D102", "T101")),
    "学校": Candidate(("教育/学校", "第一中学", "102001", "学校"), changed=True, failed=True, codes=()),
}


@pytest.mark.parametrize(
    ("expressions", "chosen"),
    [
        ([], "疾控 医院 学校"),
        (["疾控"], "疾控"),
        (["101002，学校"], "疾控 学校"),
        (["101*"], "疾控 医院"),
        (["卫生/*"], "疾控 医院"),
        (["*人民*"], "医院"),
        (["changed"], "疾控 学校"),
        (["failed"], "医院 学校"),
        (["changed", "failed"], "学校"),
        (["has:K131"], "疾控"),
        (["has:k1*, has:D102"], "疾控 医院"),
        (["!changed"], "医院"),
        (["!101*"], "学校"),
        (["changed", "!学校"], "疾控"),
        (["没有"], ""),
    ],
)
def test_an_expression_chooses(expressions: list[str], chosen: str) -> None:
    meant = selection(expressions)
    assert [name for name, unit in UNITS.items() if meant(unit)] == chosen.split()
