"""Units of a data folder, alone and below the folders of groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.load.folder import load_unit
from jixiao.load.units import units_of, whole_name

UNIT = "单位: {名称: 某局}\n"
FOLDERS = (
    "甲局/2022",
    "甲局/2021",
    "某县/乙局/2022",
    "某县/丙局/2022",
    "某市/某区/丙局/2022",
    "某市/某区/丁局/2022",
    "空",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in FOLDERS:
        path = tmp_path / "data" / folder
        path.mkdir(parents=True)
        if path.name.isdecimal():
            (path / "单位.yaml").write_text(UNIT, encoding="utf-8")
    return tmp_path / "data"


def test_folders_that_hold_years_are_units(data: Path) -> None:
    assert units_of(data) == ["某县/丙局", "某县/乙局", "某市/某区/丁局", "某市/某区/丙局", "甲局"]
    assert units_of(data / "无") == []


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("甲局", "甲局"),
        ("某县/乙局", "某县/乙局"),
        ("某县/乙局/", "某县/乙局"),
        ("乙局", "某县/乙局"),
        ("丁局", "某市/某区/丁局"),
        ("丙局", "丙局"),  # there are two
        ("某县", "某县"),
    ],
)
def test_a_name_that_stands_once_is_enough(data: Path, typed: str, whole: str) -> None:
    assert whole_name(data, typed) == whole


def test_the_year_of_a_unit_below_groups_is_shown_from_the_data_on(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load_unit(data, "丁局", 2022)
    assert (loaded.unit_year.folder, loaded.files) == ("某市/某区/丁局", ("data/某市/某区/丁局/2022/单位.yaml",))
    monkeypatch.chdir(data.parent)
    assert load_unit(Path("data"), "乙局", 2022).files == ("data/某县/乙局/2022/单位.yaml",)
    assert load_unit(Path(), "data/某县/乙局", 2022).files == ("data/某县/乙局/2022/单位.yaml",)


@pytest.mark.parametrize(
    ("unit", "code", "names"),
    [
        ("丙局", "Y148", "某县/丙局、某市/某区/丙局"),
        ("某市", "Y149", "某市/某区/丁局、某市/某区/丙局"),
        ("乙句", "Y146", "某县/乙局"),
        ("空", "Y147", ""),
        ("../data/甲局", "Y146", "甲局"),
        ("某县/../甲局", "Y146", "某县/乙局"),
        ("/甲局", "Y146", "甲局"),
        ("C:/甲局", "Y146", "甲局"),
        ("", "Y146", "某县/丙局、某县/乙局、某市/某区/丁局、某市/某区/丙局、甲局"),
        (".", "Y146", "某县/丙局、某县/乙局、某市/某区/丁局、某市/某区/丙局、甲局"),
    ],
)
def test_what_is_no_unit_is_a_finding_that_names_units(data: Path, unit: str, code: str, names: str) -> None:
    (finding,) = load_unit(data, unit, 2022).findings
    fields = dict(finding.fields)
    assert finding.code == code
    assert set((fields.get("units") or fields.get("near") or fields["known"]).split("、")) >= set(names.split("、"))
