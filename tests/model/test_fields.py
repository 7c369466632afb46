from dataclasses import FrozenInstanceError, replace

import pytest

from jixiao.kernel.place import SourcePlace
from jixiao.model.project import Project
from jixiao.model.staged import StagedRow
from jixiao.model.values import Text

NAME = Text("电费", SourcePlace("资金.yaml"))


def test_a_record_holds_what_is_filled_in_and_blanks() -> None:
    row = StagedRow(name=NAME)
    assert (row.name, row.initial) == (NAME, None)
    assert (Project().sub_projects, Project().facts) == ((), {})


def test_a_record_does_not_change_but_may_be_copied_with_changes() -> None:
    row = StagedRow(name=NAME)
    with pytest.raises(FrozenInstanceError):
        row.name = None  # type: ignore[misc]
    assert replace(row, name=None).name is None
    assert row.name is NAME


def test_a_field_that_is_not_declared_is_a_bug() -> None:
    with pytest.raises(TypeError, match="StagedRow has no field budget"):
        StagedRow(budget=None)  # type: ignore[call-arg]
