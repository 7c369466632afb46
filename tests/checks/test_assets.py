import pytest

from tests.departments import told

ASSETS = "固定资产原值: 100, 固定资产累计折旧: 20, 无形资产原值: 30, 无形资产累计摊销: 6"


def assets(more: str, date: str = "2022-12-31", lines: str = "") -> list[tuple[str, str, str]]:
    """Code, expected and actual of what is found with such assets."""
    found = told(("  政府采购:", f"  资产: {{截止日期: {date}, {more}}}\n{lines}  政府采购:"))
    return [(code, expected, actual) for code, _, expected, actual in found]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2022-12-31", []),
        ("2022-12", []),
        ("2022", []),
        ("2021-12-31", [("K406", "2022年12月31日", "2021年12月31日")]),
        ("2023-01-01", [("K406", "2022年12月31日", "2023年1月1日")]),
        ("2022-11", [("K407", "2022年12月31日", "2022年11月")]),
        ("2022-12-30", [("K407", "2022年12月31日", "2022年12月30日")]),
    ],
)
def test_assets_are_those_at_the_end_of_the_year(date: str, expected: list[tuple[str, str, str]]) -> None:
    assert assets(ASSETS, date) == expected


BOTH = "固定资产原值100万元、固定资产净值80万元"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (f"{ASSETS}, 在用固定资产: 90, 出租固定资产: 10", []),
        (f"{ASSETS}, 在用固定资产: 70, 其他固定资产: 10", []),
        (f"{ASSETS}, 在用固定资产: 90", [("K162", BOTH, "90万元")]),
        (ASSETS.replace("折旧: 20", "折旧: 120"), [("K161", "≤100万元", "120万元")]),
        (ASSETS.replace("摊销: 6", "摊销: 60"), [("K161", "≤30万元", "60万元")]),
        (f"{ASSETS}, 资产合计: 104", []),
        (f"{ASSETS}, 资产合计: 140", [("K101", "104万元", "140万元")]),
        (f"{ASSETS}, 固定资产净值: 81", [("K101", "80万元", "81万元")]),
        ("流动资产: 5, 在用固定资产: 90", []),
    ],
)
def test_depreciation_and_uses(more: str, expected: list[tuple[str, str, str]]) -> None:
    assert assets(more) == expected


def test_the_uses_may_be_those_of_the_institutions() -> None:
    office = "{名称: 局机关, 公共财政拨款: 800, 人员支出: 275.5, 公用支出: 38.25, 在用固定资产: "
    assert assets(ASSETS, lines=f"  机构: [{office}100}}]\n") == []
    assert assets(ASSETS, lines=f"  机构: [{office}99}}]\n") == [("K162", BOTH, "99万元")]
