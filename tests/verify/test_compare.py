"""Documents side by side: what was edited, added, dropped, with its place in the file."""

from __future__ import annotations

import pytest

from jixiao.ledger.marks import marked
from jixiao.package.content import content
from jixiao.verify.compare import Difference, differences
from tests.package.documents import cell, heading, package, paragraph, row, table


def compared(old: str, new: str) -> list[tuple[str, str, str, str]]:
    """Kind, place, old and new of each difference between two bodies."""
    return [_short(each) for each in differences(content(package(old)), content(package(new)))]


def _short(each: Difference) -> tuple[str, str, str, str]:
    return (each.kind, str(each.place), each.old, each.new)


def p(*words: str) -> str:
    return "".join(map(paragraph, words))


def grid(*rows: str) -> str:
    return table(*(row(*map(cell, each.split())) for each in rows))


TEN, TWENTY = marked("10", 0), marked("20", 1)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (p("甲", "乙"), p("甲", "", "乙"), []),
        (p(f"支出{TEN}万元。"), p("支出11万元。"), [("figure", "正文 段1", "10万元", "11万元")]),
        (
            p("第一段说明情况。", f"支出{TEN}万元。", "末段。"),
            p("第一段说明情况。", "新加的一段。", "支出11万元。", "末段。"),
            [("added", "正文 段2", "", "新加的一段。"), ("figure", "正文 段3", "10万元", "11万元")],
        ),
        (
            p("第一段说明情况。", "第二段。", f"支出{TEN}万元。"),
            p("第一段说明情况。", "支出11万元。"),
            [("dropped", "正文 段1", "第二段。", ""), ("figure", "正文 段2", "10万元", "11万元")],
        ),
        (p(f"全年预算充足，支出合规，共{TEN}万元。"), p("全年预算充足，", "支出合规，共10万元。"), []),
        (p("全年预算充足，", f"支出合规，共{TEN}万元。"), p("全年预算充足，支出合规，共10万元。"), []),
        (
            p(f"全年预算充足，支出合规，共{TEN}万元。"),
            p("全年预算充足，", "支出合规，共11万元。"),
            [("figure", "正文 段2", "10万元", "11万元")],
        ),
        (
            grid("项 数", f"甲 {TEN}", f"乙 {TWENTY}"),
            grid("项 数", "甲 10", "丙 15", "乙 21"),
            [("added", "正文 表1 行3", "", "丙 | 15"), ("figure", "正文 表1 行4 格2", "20", "21")],
        ),
        (
            grid("项 数", f"甲 {TEN}", f"乙 {TWENTY}"),
            grid("项 数", "乙 21"),
            [("dropped", "正文 表1 行1", "甲 | 10", ""), ("figure", "正文 表1 行2 格2", "20", "21")],
        ),
        (grid(f"甲 {TEN} 注"), grid("甲 10"), [("dropped", "正文 表1 行1 格2", "注", "")]),
        (
            p("概述。") + grid(f"甲 {TEN}") + p("其后。"),
            p("概述。", "其后。"),
            [("dropped", "正文 段1", "甲 | 10", "")],
        ),
        (table(row(cell(TEN))), table(row(cell(""))), [("figure", "正文 表1 行1 格1", "10", "")]),
        (
            table(row(cell("外", inner=grid(f"甲 {TEN}")))),
            table(row(cell("外", inner=grid("甲 11")))),
            [("figure", "正文 表2 行1 格2", "10", "11")],
        ),
    ],
)
def test_what_changed_is_told_with_its_place(old: str, new: str, expected: list[tuple[str, ...]]) -> None:
    assert compared(old, new) == expected


def test_the_place_names_the_chapter_and_counts_within_it() -> None:
    chapters = heading(1, "一、概况") + p("甲。") + heading(1, "二、支出") + heading(2, "（一）总体")
    old, new = (chapters + p("乙。", f"支出{figure}万元。") for figure in (TEN, "11"))
    ((_, place, *_),) = compared(old, new)
    assert place == "正文 二、支出/（一）总体 段3"


def test_the_words_around_a_change_are_quoted() -> None:
    (change,) = differences(content(package(grid(f"甲 {TEN}"))), content(package(grid("甲 11"))))
    assert change.place.quote == "甲 | 11"
    (change,) = differences(content(package(p("前" * 40 + TEN))), content(package(p("前" * 40 + "11"))))
    assert change.place.quote == f"…{'前' * 24}11"


def test_headers_that_a_program_copied_are_one() -> None:
    old = content(package(p("甲"), footer=p("内部资料")))
    new = content(package(p("甲"), footer=p("内部资料"), second=p("内部资料")))
    assert list(differences(old, new)) == []
    other = content(package(p("甲"), footer=p("内部材料")))
    assert [_short(each) for each in differences(old, other)] == [("words", "页脚 段1", "内部资料", "内部材料")]
