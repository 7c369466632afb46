"""A figure that is changed in a finished document is found in its place; `make measure` changes all, in all places."""

from __future__ import annotations

import random

import pytest

from tools.edits import Edit, Report, edits, found, reports, run

SEED, RUNS = 20231231, 4


@pytest.fixture(scope="module")
def printed() -> list[Report]:
    return list(reports())


def test_nothing_is_found_in_what_nobody_touched(printed: list[Report]) -> None:
    assert {report.name: found(report) for report in printed} == {report.name: [] for report in printed}


def test_each_change_is_found_in_its_place_and_nowhere_else(printed: list[Report]) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same ones every time, no secret
    chosen: list[Edit] = [edit for report in printed for edit in chance.sample(list(edits(report)), RUNS)]
    assert [problem for edit in chosen if (problem := run(edit).problem)] == []


def test_figures_are_changed_in_text_and_in_tables(printed: list[Report]) -> None:
    report = max(printed, key=lambda each: len(each.parts))
    outcomes = [run(edit) for edit in list(edits(report))[::40]]
    assert {bool(each.place.table) for each in outcomes} == {True, False}
