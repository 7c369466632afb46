from dataclasses import replace
from typing import TYPE_CHECKING

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


def test_a_record_may_be_copied_with_changes() -> None:
    row = StagedRow(name=NAME)
    assert replace(row, name=None).name is None
    assert row.name is NAME


if TYPE_CHECKING:  # records are not to be changed: mypy would tell if the remark below were of no use
    StagedRow(name=NAME).name = None  # type: ignore[misc]


def test_a_field_that_is_not_declared_is_a_bug() -> None:
    with pytest.raises(TypeError, match="StagedRow has no field budget"):
        StagedRow(budget=None)  # type: ignore[call-arg]
