import random
from pathlib import Path

import pytest

from tools.example import DATA, PROJECT
from tools.mutations import Mutation, State, mutations, run, sentences, state
from tools.oracle import read_project

SEED, RUNS = 20221231, 4  # `make measure` runs all of them


@pytest.fixture(scope="module")
def before() -> State:
    return state(DATA)


def chosen() -> list[Mutation]:
    amounts = [each for each in mutations(DATA) if each.money]
    return random.Random(SEED).sample(amounts, RUNS)  # noqa: S311 - the same ones every time, no secret


def test_every_amount_and_every_fact_of_the_example_is_a_candidate() -> None:
    found = mutations(DATA)
    names = [Path(each.place.file).name for each in found]
    assert names.count("资金.yaml") == 7 * 3 + 2
    assert names.count("事实.yaml") == len(read_project(DATA / PROJECT)["事实"])
    typed = {(each.place.quote.strip(), each.written) for each in found}
    assert ("实际支出: 17.6", "17.7") in typed


@pytest.mark.parametrize("mutation", chosen(), ids=lambda each: f"{each.typed}-{each.place.line}")
def test_a_changed_amount_changes_what_depends_on_it_and_nothing_else(
    mutation: Mutation, before: State, tmp_path: Path
) -> None:
    outcome = run(DATA, before, mutation, tmp_path)
    assert not outcome.problems
    assert outcome.figures > 1
    assert outcome.places > 1


def test_a_place_that_does_not_follow_is_found(before: State, tmp_path: Path) -> None:
    stale = State(before.values, before.shown, before.prints, [*before.paragraphs, "另行写死的1160.49万元"])
    mutation = next(each for each in mutations(DATA) if each.written == "17.7")
    assert "另行" not in "".join(before.paragraphs)
    assert run(DATA, before, mutation, tmp_path).sentences == 0
    assert run(DATA, stale, mutation, tmp_path).sentences == 1


def test_numbers_are_compared_within_the_same_words() -> None:
    same = sentences(["共支出80万元。", "结余20万元。"], ["共支出81万元。", "结余19万元。"])
    assert dict(same.numbers) == {("80", "81"): 1, ("20", "19"): 1}
    assert sentences(["甲。"], ["甲。", "尚有1万元未到位。"]).chosen == 1
