"""Every fault is found where it is listed, and nothing else with it; every check code has a fault, or a reason."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from jixiao.formats.load_format import format_names, format_years, load_format
from jixiao.kernel.place import SourcePlace
from jixiao.locate import templates_dir
from jixiao.pipeline import examine, inspect
from jixiao.sample.chance import Chance
from jixiao.sample.faults.damage import damaged
from jixiao.sample.faults.registry import FAULTS, NOT_PLANTED
from jixiao.sample.tree import FAULTS_FILE, WHOLE, Tree, first_full_year, write_tree
from jixiao.sample.units import Kind, Unit, draw_unit, kinds
from tests.codes import declared_codes

TEMPLATES = templates_dir()
YEAR = first_full_year(TEMPLATES)
SLOW = frozenset(("Y106", "Y109"))  # files of megabytes
SHARE = 12  # of so many faults, one is planted in each run of the tests; `make measure` plants all, in all formats


@cache
def known(year: int) -> tuple[Kind, ...]:
    return kinds(TEMPLATES, year)


Row = tuple[str, str, int | None]


def found(folder: Path, unit: str, year: int = YEAR) -> list[Row]:
    rows = inspect(examine(folder, TEMPLATES, unit, year))
    return sorted((each.code, *where(each.place, folder)) for each in rows)


def where(place: object, folder: Path) -> tuple[str, int | None]:
    assert isinstance(place, SourcePlace)
    return place.file.removeprefix(f"{folder.name}/"), place.line or None


def put(folder: Path, unit: Unit, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / unit.place.folder / str(YEAR) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def test_every_check_has_a_fault_or_a_reason() -> None:
    own = {str(rule.code) for form in all_formats() for rule in form.checks}
    without = (set(declared_codes()) | own) - set(FAULTS)
    assert not [code for code in without if not any(re.fullmatch(each, code) for each in NOT_PLANTED)]
    assert set(FAULTS) <= set(declared_codes()) | own


def all_formats() -> list:  # type: ignore[type-arg]
    found = [load_format(TEMPLATES, name, format_years(TEMPLATES, name)[-1]).format for name in format_names(TEMPLATES)]
    return [form.rules for form in found if form]


def test_faults_are_found_where_they_are_listed_and_nothing_else(tmp_path: Path) -> None:
    written = write_tree(tmp_path, TEMPLATES, Tree(units=12, seed=20, year=YEAR, faulty=WHOLE))
    listed = json.loads((tmp_path / FAULTS_FILE).read_text(encoding="utf-8"))
    assert written.findings == len(listed) >= 12
    for unit, rows in groupby(listed, key=lambda row: str(row["unit"])):
        assert found(tmp_path, unit) == sorted((row["code"], row["file"], row["line"]) for row in rows)


def test_a_share_of_the_units_is_faulty_and_the_others_are_as_they_were(tmp_path: Path) -> None:
    write_tree(tmp_path / "clean", TEMPLATES, Tree(units=30, seed=2, year=YEAR))
    write_tree(tmp_path / "faulty", TEMPLATES, Tree(units=30, seed=2, year=YEAR, faulty=WHOLE // 3))
    listed = json.loads((tmp_path / "faulty" / FAULTS_FILE).read_text(encoding="utf-8"))
    units = {row["unit"] for row in listed}
    assert 3 <= len(units) <= 20
    clean, faulty = (files(tmp_path / name) for name in ("clean", "faulty"))
    changed = {
        name.split(f"/{YEAR}/")[0] for name in clean.keys() | faulty.keys() if clean.get(name) != faulty.get(name)
    }
    assert changed == units | {FAULTS_FILE}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


@pytest.mark.parametrize("code", [code for number, code in enumerate(sorted(FAULTS)) if number % SHARE == 5])
def test_a_fault_alone_is_found(code: str, tmp_path: Path) -> None:
    for number in range(60):
        unit = draw_unit(number, 3, YEAR, known(YEAR))
        made = damaged(unit, YEAR, Chance(code), (code,))
        if made.told:
            put(tmp_path, unit, made.files)
            expected = sorted((each.code, each.file, each.line or None) for each in made.told)
            assert found(tmp_path, unit.place.folder) == expected
            return
    pytest.fail("no unit has a place for it")
