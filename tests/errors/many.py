"""Samples of trees of units (D3), and of units that a run over many could not finish (O2)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from jixiao.bulk import work
from jixiao.bulk.record import read
from jixiao.bulk.run import Order, Run, _failed
from jixiao.bulk.supervisor import Outcome, Trouble
from jixiao.bulk.work import Place, build
from jixiao.kernel.finding import Finding
from tests.errors.bench import UNIT_FILE, Sample

OTHER = "data/另一单位/2022/单位.yaml"
PLACE = Place(Path("data"), Path("templates"), Path("out"), 2022)


def _looked(under: Sequence[str] = ()) -> list[Finding]:
    return Run(Order(PLACE, under, processes=1)).look(lambda _: None).findings


def _trouble(trouble: Trouble) -> list[Finding]:
    _failed(PLACE, "样例", Outcome("样例", None, trouble, "Traceback …\nValueError: 3", 120.4))
    record = read(PLACE.out, PLACE.year, "样例")
    assert record
    return [each.finding for each in record.found]


def _changing() -> list[Finding]:
    """Somebody writes into the data each time they are read."""
    with pytest.MonkeyPatch.context() as patch:
        digests = iter("abcdefgh")
        patch.setattr(work, "inputs_of", lambda *_: next(digests))
        build(PLACE, "样例")
    record = read(PLACE.out, PLACE.year, "样例")
    assert record
    return [each.finding for each in record.found]


def _called(name: str, superior: str = "") -> str:
    return f"单位: {{名称: {name}, 主管部门: '{superior}'}}\n报告: []\n"


SAMPLES: dict[str, Sample] = {
    "D301": Sample({UNIT_FILE: ("某州政府", "某洲政府"), OTHER: _called("某州政府")}, _looked),
    "D302": Sample({OTHER: _called("某州政府"), OTHER.replace("另一", "又一"): _called("某州政府")}, _looked),
    "D303": Sample({UNIT_FILE: ("某州政府", "另一单位"), OTHER: _called("另一单位", "某办公室")}, _looked),
    "D304": Sample({}, partial(_looked, under=("某办公厅",))),
    "D305": Sample({OTHER.replace("2022", "2021"): _called("另一单位", "某办公室")}, _looked),
    "O201": Sample({}, _changing),
    "O202": Sample({}, partial(_trouble, Trouble.KILLED)),
    "O203": Sample({}, partial(_trouble, Trouble.TIME)),
    "O204": Sample({}, partial(_trouble, Trouble.MEMORY)),
    "O205": Sample({}, partial(_trouble, Trouble.ERROR)),
}
