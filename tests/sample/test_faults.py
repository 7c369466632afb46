"""Every fault is found where it is listed, and nothing else with it; every check code has a fault, or a reason."""

from __future__ import annotations

import json
import re
from itertools import groupby
from pathlib import Path

import pytest

from jixiao.formats.load_format import format_names, format_years, load_format
from jixiao.formats.rules import FormatRules
from jixiao.sample.faults.registry import FAULTS, NOT_PLANTED
from jixiao.sample.tree import FAULTS_FILE, WHOLE, Tree, write_tree
from jixiao.sample.units import kinds
from tests.codes import declared_codes
from tools.samples import EARLIER, TEMPLATES, YEAR, Run, found, planted

SHARE, TURN = 12, 7
"""Of so many faults one is tried alone, in one kind of unit; `make measure` tries all, in all kinds."""


def all_rules() -> list[FormatRules]:
    read = [load_format(TEMPLATES, name, format_years(TEMPLATES, name)[-1]).format for name in format_names(TEMPLATES)]
    return [form.rules for form in read if form]


def test_every_check_has_a_fault_or_a_reason() -> None:
    codes = set(declared_codes()) | {str(rule.code) for rules in all_rules() for rule in rules.checks}
    without = codes - set(FAULTS)
    assert not [code for code in without if not any(re.fullmatch(each, code) for each in NOT_PLANTED)]
    assert not [each for each in NOT_PLANTED if not any(re.fullmatch(each, code) for code in without)]
    assert set(FAULTS) <= codes


def test_faults_are_found_where_they_are_listed_and_nothing_else(tmp_path: Path) -> None:
    written = write_tree(tmp_path, TEMPLATES, Tree(units=6, seed=20, year=YEAR, faulty=WHOLE))
    listed = json.loads((tmp_path / FAULTS_FILE).read_text(encoding="utf-8"))
    assert written.findings == len(listed) >= 6
    for unit, rows in groupby(listed, key=lambda row: str(row["unit"])):
        expected = sorted((row["code"], row["file"], row["line"] or 0) for row in rows)
        assert sorted(found(tmp_path, unit, YEAR)) == expected


def test_a_share_of_the_units_is_faulty_and_the_others_are_as_they_were(tmp_path: Path) -> None:
    write_tree(tmp_path / "clean", TEMPLATES, Tree(units=30, seed=2, year=YEAR))
    write_tree(tmp_path / "faulty", TEMPLATES, Tree(units=30, seed=2, year=YEAR, faulty=WHOLE // 3))
    listed = json.loads((tmp_path / "faulty" / FAULTS_FILE).read_text(encoding="utf-8"))
    units = {row["unit"] for row in listed}
    assert 3 <= len(units) <= 20
    clean, faulty = (files(tmp_path / name) for name in ("clean", "faulty"))
    changed = [name for name in clean.keys() | faulty.keys() if clean.get(name) != faulty.get(name)]
    assert {re.split(r"/\d{4}/", name)[0] for name in changed} == units | {FAULTS_FILE}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


@pytest.mark.parametrize("code", sorted(FAULTS)[TURN::SHARE])
def test_a_fault_alone_is_found(code: str, tmp_path: Path) -> None:
    tried = ((year, kind) for year in (YEAR, *EARLIER) for kind in kinds(TEMPLATES, year))
    year, made = next((year, made) for year, kind in tried if (made := planted(code, kind, year)))
    run = Run()
    run.take(*made, tmp_path, year)
    assert run.problems == []
    assert code in run.codes
