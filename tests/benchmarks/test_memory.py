from pathlib import Path

import pytest

from benchmarks import memory
from benchmarks.units import DEPARTMENT, PROJECT, Example, write_units
from jixiao.locate import templates_dir
from jixiao.pipeline import examine


def test_every_document_is_written_and_memory_is_measured_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "WARM", 1)
    monkeypatch.setattr(memory, "STEPS", 2)
    sizes = list(memory.sizes(2))
    assert [written for written, _ in sizes] == [0, 1, 2]
    assert all(size > 10_000 for _, size in sizes)


@pytest.mark.parametrize("example", [DEPARTMENT, PROJECT])
def test_units_have_facts_of_their_own_and_no_two_the_same_words(example: Example, tmp_path: Path) -> None:
    names_of_units = write_units(tmp_path, 2, example)
    first, second = (examine(tmp_path, templates_dir(), name, example.year) for name in names_of_units)
    names = [set(each.reports[0].case.subject.facts) for each in (first, second)]
    assert names[0] - names[1]
    assert names[1] - names[0]
    assert first.loaded.digest != second.loaded.digest
    assert not first.blocked
