from decimal import Decimal

import pytest

from jixiao.kernel.system import Relation, System, following, roots


def relation(total: str, parts: str, *, stated: bool = False) -> Relation[str]:
    """A total and its parts; a minus before what is taken away."""
    split = ((part.lstrip("-"), -1 if part.startswith("-") else 1) for part in parts.split())
    return Relation(total, tuple(split), stated)


def test_a_miss_is_what_the_total_is_more_than_its_parts() -> None:
    values = {"结余": Decimal(5), "预算": Decimal(10), "支出": Decimal(4)}
    assert relation("结余", "预算 -支出").miss(values) == -1
    assert relation("预算", "支出 支出").miss(values) == 2


def test_differences_and_what_is_made_of_them_follow_from_the_others() -> None:
    amounts = dict.fromkeys(["预算", "支出", "结余", "上年结余", "累计结余", "合计"], Decimal(1))
    relations = [
        relation("结余", "预算 -支出"),
        relation("累计结余", "上年结余 结余"),
        relation("合计", "预算 上年结余"),
        relation("上年结余", "累计结余 -结余", stated=True),
    ]
    assert following(System(amounts, relations)) == {
        "结余": {"预算": 1, "支出": -1},
        "累计结余": {"上年结余": 1, "预算": 1, "支出": -1},
    }
    assert set(following(System(amounts, relations, {"结余"}))) == set()


@pytest.mark.parametrize(
    ("sums", "wanted"),
    [
        ({"计": "甲 乙"}, "计"),
        ({"计": "甲乙 丙", "甲乙": "甲 乙"}, "计"),
        ({"计": "甲 乙", "另计": "丙 丁"}, "计 另计"),
        ({"计": "甲 乙 丙", "省级": "甲 乙", "州级": "丙"}, "计"),  # within the total, though no part of it
        ({"行": "甲 乙", "列": "甲 丙"}, ""),  # a table without a grand total
        ({"计": "甲 乙", "同计": "计"}, "同计"),
        ({"甲": "乙", "乙": "甲"}, ""),
    ],
)
def test_a_root_holds_all_that_it_shares_with_any_other(sums: dict[str, str], wanted: str) -> None:
    found = roots(relation(total, parts, stated=True) for total, parts in sums.items())
    assert sorted(found) == sorted(wanted.split())
