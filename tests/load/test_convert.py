"""A typed value becomes what its field holds, or a finding that says what is expected."""

# ruff: noqa: RUF009 - the fields of a record are declared by calls

from __future__ import annotations

from dataclasses import dataclass

import pytest

from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import YUAN
from jixiao.load.bind import bind
from jixiao.load.nodes import Mapping
from jixiao.load.yaml_reader import read_yaml
from jixiao.model.fields import amount, date, entry, flag, narrative, number, text, texts
from jixiao.model.values import Date, Entry, Narrative, Text
from tests.load.reading import FILE, bound, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    place: SourcePlace = SourcePlace("")
    words: Text | None = text("文", "文字")
    money: Entry | None = amount("额", "金额")
    points: Entry | None = number("分", "分值", unit="分")
    count: Entry | None = number("个", "个数", unit="个")
    free: Entry | None = number("数", "任意数")
    target: Entry | None = entry("值", "指标值")
    day: Date | None = date("日", "日期")
    told: Narrative | None = narrative("述", "叙述")
    lines: tuple[Text, ...] = texts("行", "各行")
    sure: bool = flag("是否", "是或否")


def sample(line: str) -> Sample:
    record, findings = bound(line, Sample)
    assert findings == []
    return record


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("额: 17.60", "176000.00 万元"),
        ("额: 11,124,990.85元", "11124990.85 元"),
        ("额: '-3'", "-30000 万元"),
        ("额: 0.1亿元", "10000000.0 亿元"),
        ("分: 6.5", "6.5 分"),
        ("分: 6.5分", "6.5 分"),
        ("个: 48", "48 个"),
        ("数: 48个", "48 个"),
        ("数: 95%", "0.95 %"),
        ("值: ≥95%", "≥0.95 %"),
        ("值: 1000余次", "1000 次"),
    ],
)
def test_numbers_take_the_unit_of_their_field(line: str, shown: str) -> None:
    record = sample(line)
    found = record.money or record.points or record.count or record.free or record.target
    assert found is not None
    assert found.number is not None
    assert f"{found.number.comparator}{found.number.value} {found.number.unit.name}" == shown


def test_a_bare_amount_is_in_the_unit_of_its_file() -> None:
    node, _ = read_yaml("额: 17.6\n", FILE)
    assert isinstance(node, Mapping)
    record, _ = bind(node, Sample, {FILE: YUAN})
    assert record.money is not None
    assert record.money.number is not None
    assert str(record.money.number.value) == "17.6"


@pytest.mark.parametrize("line", ["额: =数据共享单位", "额: ＝ 数据共享单位", "值: '=数据共享单位'"])
def test_an_equals_sign_begins_a_formula(line: str) -> None:
    found = sample(line).money or sample(line).target
    assert found is not None
    assert (found.formula, found.number, found.is_words) == ("数据共享单位", None, False)


@pytest.mark.parametrize(("typed", "shown"), [("=0起", "=0 起"), ("＝100%", "=1.00 %"), ("=3天", "=3 天")])
def test_before_a_number_with_its_unit_it_is_a_comparator(typed: str, shown: str) -> None:
    found = sample(f"值: {typed}").target
    assert found is not None
    assert found.number is not None
    assert f"{found.number.comparator}{found.number.value} {found.number.unit.name}" == shown


@pytest.mark.parametrize("typed", ["按时完成", "年底前", "优秀 95", "333号"])
def test_an_entry_may_be_words(typed: str) -> None:
    found = sample(f"值: {typed}").target
    assert found is not None
    assert (found.is_words, str(found)) == (True, typed)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2022", "2022年"),
        ("2022-12", "2022年12月"),
        ("2022-12-31", "2022年12月31日"),
        ("2022/1/5", "2022年1月5日"),
        ("2022.01.05", "2022年1月5日"),
        ("2022年12月", "2022年12月"),
        ("2022 年 12 月 31 日", "2022年12月31日"),
        ("２０２２年", "2022年"),
        ("2024-02-29", "2024年2月29日"),
    ],
)
def test_dates_are_read_as_offices_write_them(typed: str, printed: str) -> None:
    assert str(sample(f"日: {typed}").day) == printed


def test_words_flags_and_lists() -> None:
    record = sample("文: 0731\n述: 甲{{ 乙 }}\n行: [一, 二]\n是否: 是\n")
    assert str(record.words) == "0731"
    assert record.told is not None
    assert [tag.expression for tag in record.told.tags] == ["乙"]
    assert [str(line) for line in record.lines] == ["一", "二"]
    assert record.sure
    assert [str(line) for line in sample("行: 独行\n").lines] == ["独行"]
    assert sample("文:\n额:\n行:\n是否: 否\n").words is None


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("额: 十七万", "D107 1:4"),
        ("额: 1,23,4", "D107 1:4"),
        ("额: 80个", "D109 1:4"),
        ("额: 80%", "D109 1:4"),
        ("分: 5个", "D109 1:4"),
        ("个: 5次", "D109 1:4"),
        ("额: ≥80", "D108 1:4"),
        ("额: 约80万元", "D108 1:4"),
        ("额: =", "D113 1:4"),
        ("值: '＝ '", "D113 1:4"),
        ("日: 去年", "D110 1:4"),
        ("日: 22-12-31", "D110 1:4"),
        ("日: 2022-12-", "D110 1:4"),
        ("日: 2022-02-29", "D111 1:4"),
        ("日: 2022-13", "D111 1:4"),
        ("日: 2022-00-10", "D111 1:4"),
        ("日: 1022", "D111 1:4"),
        ("是否: yes", "D112 1:5"),
        ("文: [甲]", "D105 1:4"),
        ("额: {甲: 1}", "D105 1:4"),
        ("行: [一, [二]]", "D105 1:8"),
        ("述: 甲{{ 乙", "Y150 1:5"),
    ],
)
def test_what_does_not_fit_is_found(line: str, finding: str) -> None:
    assert said(bound(line, Sample)[1]) == [finding]
