"""Who reports to whom, and what cannot be so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jixiao.bulk.head import Head
from jixiao.bulk.tree import grow
from jixiao.kernel.place import SourcePlace


def head(unit: str, superior: str = "", name: str = "", code: str = "") -> Head:
    return Head(unit, name or unit, code, superior, SourcePlace(f"data/{unit}", 3))


def test_a_superior_is_named_by_its_name_its_code_or_its_folder() -> None:
    bureau = head("局", name="示例市卫生局", code="101")
    tree = grow([head("甲", "示例市卫生局"), head("乙", "101"), head("丙", "局"), bureau])
    assert tree.subordinates == {"局": ("丙", "甲", "乙")}
    assert tree.roots == ["局"]
    assert not tree.findings


def test_units_come_by_code_then_by_name_each_after_its_superior() -> None:
    tree = grow([head("丁", "甲"), head("乙", "甲", code="2"), head("丙", "乙"), head("甲", code="1")])
    assert list(tree.below("甲")) == ["甲", "丁", "乙", "丙"]
    assert list(tree.above("丙")) == ["乙", "甲"]


def test_who_names_itself_stands_at_the_top() -> None:
    tree = grow([head("甲", "甲")])
    assert (tree.roots, tree.findings) == (["甲"], [])


def test_a_superior_that_is_nowhere_is_told_with_the_nearest_name() -> None:
    tree = grow([head("甲", "卫生建康局"), head("乙", name="卫生健康局")])
    (found,) = tree.findings
    assert (found.code, dict(found.fields)["near"]) == ("D301", "卫生健康局")
    assert set(tree.roots) == {"甲", "乙"}


def test_of_two_units_with_one_name_neither_is_taken() -> None:
    tree = grow([head("甲", "局"), head("东/局", name="局"), head("西/局", name="局")])
    assert [each.code for each in tree.findings] == ["D302"]
    assert not tree.superiors


def test_a_circle_is_told_at_each_of_its_units_and_broken() -> None:
    tree = grow([head("甲", "乙"), head("乙", "丙"), head("丙", "甲"), head("丁", "甲")])
    assert [each.code for each in tree.findings] == ["D303"] * 3
    assert tree.superiors == {"丁": "甲"}


@given(st.dictionaries(st.integers(0, 30), st.integers(0, 30), max_size=31))
def test_every_unit_is_in_the_tree_once(superiors: dict[int, int]) -> None:
    tree = grow(head(str(unit), str(superior)) for unit, superior in superiors.items())
    met = [unit for root in tree.roots for unit in tree.below(root)]
    assert sorted(met) == sorted(map(str, superiors))
    for unit, superior in superiors.items():
        is_told = any(each.place == SourcePlace(f"data/{unit}", 3) for each in tree.findings)
        assert (str(unit) in tree.superiors) is (superior in superiors and superior != unit and not is_told)
