"""Places read as a person would name them, and sort as they stand."""

from __future__ import annotations

import pytest

from jixiao.kernel.place import DocumentPlace, Place, SourcePlace


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (SourcePlace("项目/资金.yaml", 12, 7, "金额: 17.6"), "项目/资金.yaml:12:7"),
        (SourcePlace("项目/资金.yaml", 12), "项目/资金.yaml:12"),
        (SourcePlace("项目/资金.yaml"), "项目/资金.yaml"),
        (DocumentPlace("正文", "二", paragraph=3), "正文 二 段3"),
        (DocumentPlace("附件1", table=1, row=4, cell=2), "附件1 表1 行4 格2"),
    ],
)
def test_as_text(place: Place, text: str) -> None:
    assert str(place) == text


def test_source_places_sort_by_line_not_by_digits() -> None:
    places = [SourcePlace("b", 1), SourcePlace("a", 10, 1), SourcePlace("a", 9, 30), SourcePlace("a", 9, 4)]
    assert [str(place) for place in sorted(places)] == ["a:9:4", "a:9:30", "a:10:1", "b:1"]
