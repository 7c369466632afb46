"""What differs between a paragraph and what the file has in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.ledger.marks import found, marked, unmarked
from jixiao.verify.wording import FigureChange, WordChange, changes

TEXT = "甲单位全年预算[1800]万元，实际支出[1160.49]万元，3月完成招标，比上年增长[5.2%]。"


def marked_text(text: str) -> str:
    """A text in which figures stand in brackets, with marks instead."""
    head, *rest = text.split("[")
    pieces = [each.partition("]") for each in rest]
    return head + "".join(marked(figure, number) + words for number, (figure, _, words) in enumerate(pieces))


def changed(new: str, text: str = TEXT) -> list[tuple[str, str, str]]:
    """The changes in short: figures by their number, words as such."""
    old, figures = found(marked_text(text))
    return [
        (str(each.number), each.old, each.new)
        if isinstance(each, FigureChange)
        else ("digits" if each.digits else "words", each.old, each.new)
        for each in changes(old, figures, new)
    ]


PLAIN = TEXT.replace("[", "").replace("]", "")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("1160.49万元", "1260.49万元"), [("1", "1160.49万元", "1260.49万元")]),
        (("1160.49万元", "1,160.49万元"), [("1", "1160.49万元", "1,160.49万元")]),
        (("1160.49万元", "1160.49元"), [("1", "1160.49万元", "1160.49元")]),
        (("1160.49", "-1160.49"), [("1", "1160.49万元", "-1160.49万元")]),
        (("1160.49万元", "万元"), [("1", "1160.49万元", "万元")]),
        (("1160.49万元", "近千万元"), [("1", "1160.49万元", "近千万元")]),
        (("5.2%", "5.2"), [("2", "5.2%", "5.2")]),
        (("5.2%", "5.2个百分点"), [("2", "5.2%", "5.2个百分点")]),
        (("增长5.2%", "下降6.2%"), [("2", "5.2%", "6.2%"), ("words", "比上年增长", "比上年下降")]),
        (("，3月", "，4月"), [("digits", "3月完成招", "4月完成招")]),
        (("招标", "政府采购招标"), [("words", "月完成招标", "月完成政府采购招标")]),
        (("招标，", "招标， "), []),
        (("1800万元，实际支出1160.49", "1700万元，实际支出1170.49"), [
            ("0", "1800万元", "1700万元"),
            ("1", "1160.49万元", "1170.49万元"),
        ]),
    ],
)  # fmt: skip
def test_an_edit_is_told_by_what_it_touches(edit: tuple[str, str], expected: list[tuple[str, str, str]]) -> None:
    new = PLAIN.replace(*edit, 1)
    assert [(kind, *words) for kind, *words in changed(new)] == expected


def test_numbers_are_compared_as_a_whole() -> None:
    (change,) = changes("累计1160.49，共2次", (), "累计1170.49，共2次")
    assert change[:2] == ("累计1160.49", "累计1170.49")


def test_what_is_the_same_has_no_changes() -> None:
    assert changed(PLAIN) == []


def test_figures_that_stand_within_a_longer_number_are_told_apart() -> None:
    assert changed("编号2023-19", "编号2023-[1][8]") == [("1", "8", "9")]


def test_words_of_a_list_of_figures_stand_for_the_outer_one() -> None:
    old, figures = found(marked("共" + marked("2", 1) + "类", 0))
    (change,) = changes(old, figures, "共3类")
    assert isinstance(change, FigureChange)
    assert (change.number, change.old, change.new) == (0, "共2类", "共3类")


FIGURES = st.decimals(0, 10**6, places=2).map(str)
WORDS = st.text(alphabet="甲乙丙，。（）、", min_size=1, max_size=12)


@given(st.lists(st.tuples(WORDS, FIGURES), min_size=1, max_size=6), st.data())
def test_a_digit_changed_anywhere_is_one_changed_figure(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    """Whatever stands around, the figure is told by its number, with all its old and new digits."""
    at = data.draw(st.integers(0, len(parts) - 1))
    figure = parts[at][1]
    place = data.draw(st.integers(0, len(figure) - 1).filter(lambda each: figure[each].isdecimal()))
    digit = data.draw(st.sampled_from([each for each in "0123456789" if each != figure[place]]))
    other = figure[:place] + digit + figure[place + 1 :]
    old, figures = found("".join(words + marked(each, number) for number, (words, each) in enumerate(parts)))
    new = "".join(words + (other if number == at else each) for number, (words, each) in enumerate(parts))
    (change,) = changes(old, figures, new)
    assert isinstance(change, FigureChange)
    assert (change.number, change.old, change.new) == (at, figure, other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_are_told_apart_by_words_and_digits(old: str, new: str) -> None:
    found_changes = list(changes(old, (), new))
    assert all(isinstance(each, WordChange) for each in found_changes)
    if "".join(old.split()) != "".join(new.split()):
        assert found_changes


@given(st.lists(st.tuples(WORDS, FIGURES)))
def test_marks_are_found_where_they_were_put(parts: list[tuple[str, str]]) -> None:
    text = "".join(words + marked(figure, number) for number, (words, figure) in enumerate(parts))
    plain, figures = found(text)
    assert plain == unmarked(text) == "".join(words + figure for words, figure in parts)
    assert [plain[each.start : each.stop] for each in figures] == [figure for _, figure in parts]
    assert [each.number for each in figures] == list(range(len(parts)))
