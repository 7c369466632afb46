"""A search over all words at once leaves out no piece in which a search of that piece finds something."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jixiao.checks import counts, texts, typed
from jixiao.checks.words import Paragraph, Piece, Pieces, pieces_of
from jixiao.kernel.place import SourcePlace

SIGNS = [
    *"，。（）()《》“”【】XxX○_＿甲的和把近约超余多万个年度12千",
    *("增长", "下降", "二级机构", "指标", "请填写", "单击此处", "{{", "%}", "进行", "2021年度", "至", " ", "\n"),
]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=6).map("".join)
PARAGRAPHS = st.lists(st.lists(TEXTS, max_size=3), max_size=4)
RESIDUES = re.compile("|".join(texts.RESIDUES))
QUOTED = re.compile(r"《[^》]*》|〔[^〕]*〕|“[^”]*”")


def made(paragraphs: list[list[str]]) -> list[Paragraph]:
    return [Paragraph(tuple(Piece(text, SourcePlace("a.md")) for text in each)) for each in paragraphs]


@settings(max_examples=60)
@pytest.mark.parametrize("unquoted", [False, True])
@pytest.mark.parametrize("pattern", [RESIDUES, texts.DOUBLED, texts._YEAR, counts._HEDGED, typed._DIGITS])
@given(PARAGRAPHS)
def test_every_piece_with_a_find_is_given(
    pattern: re.Pattern[str], unquoted: bool, paragraphs: list[list[str]]
) -> None:
    whole = made(paragraphs)
    words = [text for each in paragraphs for text in each]
    if unquoted:
        words = [QUOTED.sub(lambda match: " " * len(match[0]), text) for text in words]
    found = [given_words for _, given_words in Pieces(whole).having(pattern, unquoted=unquoted)]
    assert found == [text for text in words if pattern.search(text)]


@given(PARAGRAPHS, st.sampled_from(["甲", "增长", "二级机构", "余"]))
def test_every_piece_that_holds_a_word_is_given_with_its_place(paragraphs: list[list[str]], word: str) -> None:
    pieces = [Piece(text, SourcePlace(f"{at}.md")) for each in paragraphs for at, text in enumerate(each)]
    whole = [
        Paragraph(tuple(Piece(text, SourcePlace(f"{at}.md")) for at, text in enumerate(each))) for each in paragraphs
    ]
    unquoted = [(each, QUOTED.sub(lambda match: " " * len(match[0]), each.text)) for each in pieces]
    found = [(spot.pieces.piece(spot.start), words) for spot, words in Pieces(whole).holding({word})]
    assert found == [(each, words) for each, words in unquoted if word in words]


@settings(max_examples=300)
@given(PARAGRAPHS)
def test_what_seems_closed_is_closed_and_what_no_search_finds_is_no_residue(paragraphs: list[list[str]]) -> None:
    whole = made(paragraphs)
    text = Pieces(whole).text
    if texts._all_closed(text):
        assert not [finding for each in whole for finding in texts._open_brackets(pieces_of(each))]
    if not any(each.search(text) for each in texts._EACH_RESIDUE):
        assert not [words for each in paragraphs for words in each if RESIDUES.search(words)]
