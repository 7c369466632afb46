"""The rows of the self-evaluation form, with an empty one where the format asks for what nobody filled in."""

import pytest

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.records import ItemRecord
from jixiao.expr.functions import Items
from tests.cases import case_of

RULES = """
一级指标:
- {名称: 产出, 分值: 50, 二级指标: [数量, 质量, 时效]}
- {名称: 效益, 分值: 40, 二级指标: [经济, 生态]}
指标:
- {名称: 分值合计, 对象: 一级指标, 公式: sum((绩效指标|where(一级指标=名称)).分值)}
"""
REST = "年度指标值: 好, 实际完成值: 好, 分值: 5"


def evaluation(written: str, rules: str = RULES) -> Evaluation:
    """Indicators written as group/category/name."""
    keys = ("一级指标", "二级指标", "三级指标")
    rows = [dict(zip(keys, each.split("/"), strict=True)) for each in written.split()]
    lines = ", ".join(f"{{{', '.join(f'{k}: {v}' for k, v in row.items())}, {REST}}}" for row in rows)
    return Evaluation(case_of(f"绩效指标: [{lines}]", rules))


def rows(found: Evaluation) -> str:
    listed = found.lookup("绩效指标行")
    assert isinstance(listed, Items)
    names = ("一级指标", "二级指标", "三级指标")
    return " ".join("/".join(str(row.get(name)) for name in names) for row in listed if isinstance(row, ItemRecord))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (
            "产出/数量/甲 产出/质量/乙 产出/时效/丙 效益/经济/丁 效益/生态/戊",
            "产出/数量/甲 产出/质量/乙 产出/时效/丙 效益/经济/丁 效益/生态/戊",
        ),
        (
            "产出/质量/乙 效益/经济/丁 效益/经济/戊",
            "产出/数量/ 产出/质量/乙 产出/时效/ 效益/经济/丁 效益/经济/戊 效益/生态/",
        ),
        ("产出/时效/丙", "产出/数量/ 产出/质量/ 产出/时效/丙 效益/经济/ 效益/生态/"),
        ("产出/成本/丙 别的/组/丁", "产出/成本/丙 产出/数量/ 产出/质量/ 产出/时效/ 别的/组/丁 效益/经济/ 效益/生态/"),
    ],
)
def test_what_the_form_lists_and_nobody_filled_in_is_an_empty_row_in_its_place(written: str, printed: str) -> None:
    assert rows(evaluation(written)) == printed


def test_a_format_that_lists_nothing_prints_the_indicators() -> None:
    assert rows(evaluation("产出/质量/乙", "一级指标: [{名称: 产出, 分值: 50}]")) == "产出/质量/乙"


def test_an_empty_row_has_every_name_of_an_indicator_and_is_none() -> None:
    found = evaluation("产出/数量/甲")
    listed = found.lookup("绩效指标行")
    assert isinstance(listed, Items)
    indicator, empty = (row for row in listed[:2] if isinstance(row, ItemRecord))
    assert [name for name in indicator.field_names() if empty.get(name) not in {"", "产出", "质量"}] == []
    group = empty.get("一级指标组")
    assert isinstance(group, ItemRecord)
    assert group.label == "产出"
    assert len(found.records("绩效指标")) == 1
