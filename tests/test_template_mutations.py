"""One thing changed about one tag of a shipped template is found at its place; `make measure` tries all changes."""

from __future__ import annotations

import random

import pytest

from tools.template_mutations import Mutation, Template, mutations, run, templates

SEED, RUNS = 20221231, 40


@pytest.fixture(scope="module")
def shipped() -> list[Template]:
    return list(templates())


def every(shipped: list[Template]) -> list[Mutation]:
    return [each for template in shipped for each in mutations(template)]


def test_each_change_is_found_at_its_place(shipped: list[Template]) -> None:
    chosen = random.Random(SEED).sample(every(shipped), RUNS)  # noqa: S311 - the same ones every time, no secret
    missed = [outcome for outcome in map(run, chosen) if not outcome.in_place]
    assert missed == []


def test_chapters_and_forms_are_changed_in_every_way(shipped: list[Template]) -> None:
    assert {each.is_word for each in shipped} == {True, False}
    assert {each.kind for each in every(shipped)} == {
        *("brace deleted", "braces of full width", "word mistyped", "letters swapped", "letter put in"),
        *("quotation mark deleted", "bracket deleted", "tag deleted", "endtag deleted", "tag moved"),
    }


def test_what_is_not_changed_is_in_order(shipped: list[Template]) -> None:
    for template in (next(each for each in shipped if each.is_word is kind) for kind in (True, False)):
        assert run(Mutation(template, "none", 0, template.paragraphs)).findings == []
