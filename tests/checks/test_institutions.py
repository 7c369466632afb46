import pytest

from tests.departments import found_after

OFFICE = "{名称: 局机关, 公共财政拨款: 620, 人员支出: 275.5, 公用支出: 32.25}"
STATION = "{名称: 服务站, 公共财政拨款: 80, 公用支出: 6}"


def institutions(*rows: str) -> list[tuple[str, str]]:
    """Code and place of what is found with these institutions."""
    found = found_after(("  政府采购:", f"  机构: [{', '.join(rows)}]\n  政府采购:"))
    return [(each.code, str(each.place)) for each in found]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((OFFICE, STATION), []),
        ((OFFICE.replace("局机关", "某中心"), STATION), []),
        ((OFFICE.replace("局机关", "某中心机关"), STATION), []),
        ((OFFICE.replace("局机关", "部门本级"), STATION), []),
        ((OFFICE.replace("局机关", "监测站"), STATION), ["K173"]),
        ((OFFICE, STATION.replace("服务站", "局机关")), ["K172"]),
        ((OFFICE, STATION.replace("拨款: 80", "拨款: 5.99")), ["K171"]),
        ((OFFICE, STATION.replace("拨款: 80", "拨款: 5.99, 上年结转: 0.01")), []),
    ],
)
def test_institutions_of_a_department(rows: tuple[str, ...], expected: list[str]) -> None:
    assert [code for code, _ in institutions(*rows)] == expected


def test_a_deficit_is_explained_by_the_name_of_the_institution() -> None:
    rows = f"  机构: [{OFFICE}, {STATION.replace('拨款: 80', '拨款: 5')}]\n"
    for key in ("服务站/当年结余", "当年结余", "K171"):
        assert found_after(("  政府采购:", f"{rows}  说明: {{{key}: 用以前年度结余支出}}\n  政府采购:")) == []
