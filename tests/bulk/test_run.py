"""A run writes what is due and nothing else, and goes on when a unit fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.bulk import inputs
from jixiao.bulk.lock import InUseError, Shard, locked
from jixiao.bulk.record import State, read
from jixiao.bulk.run import Order, Run
from jixiao.bulk.work import Place, Why, build, survey
from tests.bulk.trees import YEAR, change, files, plant, progress_of, run, sow, write
from tests.errors.bench import CHAPTER, PROJECT, UNIT_FILE

UNITS = {"局": "", "甲中心": "局", "乙中心": "局", "组/丙站": "甲中心"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return plant(tmp_path, UNITS)


def project(place: Place, unit: str) -> Path:
    return place.data.parent / PROJECT.replace("样例", unit)


def why(place: Place, unit: str) -> Why:
    (found,) = survey(place, [unit])
    return found.why


def test_every_unit_gets_its_report_and_a_second_run_writes_nothing(place: Place) -> None:
    first = run(place)
    before = files(place)
    assert {unit: built.state for unit, built in first.built.items()} == dict.fromkeys(UNITS, State.DONE)
    assert sorted(name.rpartition(".")[2] for name in before) == ["docx"] * 4 + ["json"] * 8
    assert run(place).built == {}
    assert files(place) == before


def test_a_unit_with_wrong_data_keeps_its_report_and_stops_nobody(place: Place) -> None:
    run(place)
    before = files(place)
    change(project(place, "甲中心"), "预算安排: 80", "预算安排: 八十")
    change(project(place, "乙中心"), "名称: 宣传推广", "名称: 推广")
    done = run(place)
    assert {unit: built.state for unit, built in done.built.items()} == {"甲中心": State.BLOCKED, "乙中心": State.DONE}
    after = files(place)
    changed = sorted(name for name in after if after[name] != before.get(name) and not name.endswith("record.json"))
    assert [name.split("/")[1] for name in changed] == ["乙中心", "乙中心"]
    kept = read(place.out, YEAR, "甲中心")
    assert kept
    assert ("D107" in kept.codes, kept.reports[0].former) == (True, kept.reports[0].former)
    assert (place.out / str(YEAR) / "甲中心" / kept.reports[0].former).is_file()
    assert run(place).built == {}


def _edit_data(place: Place) -> None:
    change(project(place, "组/丙站"), "预算安排: 80", "预算安排: 80.00")


def _edit_last_year(place: Place) -> None:
    write(place.data / "组/丙站/2021/单位.yaml", "单位: {名称: 丙站}\n")


def _add_outline_of_the_group(place: Place) -> None:
    write(place.data / "组/大纲.yaml", "大纲: []\n")


def _edit_format(place: Place) -> None:
    change(place.data.parent / CHAPTER, "支出", "共支出")


def _lose_the_report(place: Place) -> None:
    next((place.out / str(YEAR) / "组/丙站").glob("*.docx")).unlink()


def _lose_the_record(place: Place) -> None:
    (place.out / str(YEAR) / "组/丙站/record.json").write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (_edit_data, Why.DATA),
        (_edit_last_year, Why.DATA),
        (_add_outline_of_the_group, Why.DATA),
        (_edit_format, Why.FORMAT),
        (_lose_the_report, Why.GONE),
        (_lose_the_record, Why.NEW),
    ],
)
def test_what_makes_a_report_due(place: Place, act: Callable[[Place], None], reason: Why) -> None:
    build(place, "组/丙站")
    build(place, "局")
    assert why(place, "组/丙站") is Why.UNCHANGED
    act(place)
    assert why(place, "组/丙站") is reason
    assert why(place, "局") is (Why.FORMAT if act is _edit_format else Why.UNCHANGED)


def test_another_program_or_other_options_make_a_report_due(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    build(place, "局")
    other = Place(place.data, place.templates, place.out, YEAR, "linked")
    assert (why(place, "局"), why(other, "局")) == (Why.UNCHANGED, Why.OPTIONS)
    monkeypatch.setattr(inputs, "_program", lambda: "another")
    inputs.program.cache_clear()
    try:
        assert why(place, "局") is Why.PROGRAM
    finally:
        monkeypatch.undo()
        inputs.program.cache_clear()


def test_a_unit_and_those_below_it_may_be_chosen_alone(place: Place) -> None:
    assert set(run(place, under=["甲中心"]).built) == {"甲中心", "组/丙站"}
    assert set(run(place, under=["组"]).chosen) == {"组/丙站"}
    assert set(run(place, select=["changed", "!局"]).built) == {"乙中心"}
    assert set(run(place, select=["*中心"], force=True).built) == {"甲中心", "乙中心"}


def test_what_a_unit_is_chosen_by_is_what_its_last_run_found(place: Place) -> None:
    change(project(place, "甲中心"), "预算安排: 80", "预算安排: 八十")
    run(place)
    assert set(run(place, select=["failed"], force=True).built) == {"甲中心"}
    assert set(run(place, select=["has:D107"]).chosen) == {"甲中心"}


def test_a_run_tells_how_far_it_is(place: Place) -> None:
    told = progress_of(Order(place, processes=1))
    assert [(each.done, each.total) for each in told] == [(4, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert {each.built.unit for each in told if each.built} == set(UNITS)
    assert {each.why for each in told if each.built} == {Why.NEW}


def test_shards_share_the_units_out(place: Place) -> None:
    built = [
        set(Run(Order(place, shard=Shard((number, 2)), processes=1)).all(lambda _: None).built) for number in (1, 2)
    ]
    assert built[0] | built[1] == set(UNITS)
    assert not built[0] & built[1]


def test_two_runs_on_one_folder_are_refused(place: Place) -> None:
    with locked(place.out / str(YEAR)), pytest.raises(InUseError):
        run(place)
    assert not files(place)


def test_a_run_that_is_stopped_says_whom_it_did_not_reach(place: Place) -> None:
    one = Run(Order(place, processes=1))
    result = one.all(lambda progress: one.stop() if progress.built else None)
    assert (len(result.built), len(result.left)) == (1, 3)
    assert set(run(place).built) == set(result.left)


def test_units_without_data_of_the_year_are_told(place: Place) -> None:
    sow(place.data.parent, "丁站")
    (place.data / "丁站" / str(YEAR)).rename(place.data / "丁站" / "2021")
    result = run(place)
    assert [each.code for each in result.findings] == ["D305"]
    assert "丁站" not in result.chosen


def test_what_killed_processes_left_is_cleared_away(place: Place) -> None:
    run(place)
    before = files(place)
    left = place.out / str(YEAR) / "局" / ".jixiao-999999999.docx"
    left.write_bytes(b"half")
    run(place)
    assert files(place) == before


def test_outlines_of_groups_bring_files_that_count(place: Place) -> None:
    write(place.data / "组/大纲.yaml", "大纲调整:\n- {增加: 正文, 文件: 另说.md, 之后: 概况}\n")
    build(place, "组/丙站")
    assert why(place, "组/丙站") is Why.UNCHANGED
    write(place.data / "组/另说.md", "# 另说\n\n话。\n")
    assert why(place, "组/丙站") is Why.DATA
    build(place, "组/丙站")
    write(place.data / "组/另说.md", "# 另说\n\n别的话。\n")
    assert why(place, "组/丙站") is Why.DATA


def test_a_head_may_stand_in_a_folder_of_its_own(place: Place) -> None:
    file = place.data.parent / UNIT_FILE.replace("样例", "局")
    write(file.parent / "单位/名称.yaml", "名称: 示例局\n代码: '101'\n")
    write(file, file.read_text(encoding="utf-8").partition("\n")[2])
    (found,) = survey(place, ["局"])
    assert (found.head.name, found.head.code, found.head.formats) == ("示例局", "101", ("测试",))
