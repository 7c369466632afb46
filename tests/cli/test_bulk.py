"""`jixiao bulk` and `jixiao tree` as people and programs use them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jixiao.bulk.work import Place, build
from jixiao.cli.app import run
from tests.bulk.trees import YEAR, change, files, plant
from tests.cli.running import Result
from tests.errors.bench import PROJECT

UNITS = {"局": "", "甲中心": "局", "组/乙站": "甲中心"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return plant(tmp_path, UNITS)


def arguments(place: Place, command: str, *options: str) -> list[str]:
    folders = ("--data", str(place.data), "--out", str(place.out), "--templates", str(place.templates))
    return [command, "--year", str(YEAR), *options, *folders]


def told(place: Place, capsys: pytest.CaptureFixture[str], command: str, *options: str) -> Result:
    status = run(arguments(place, command, *options))
    return Result(status, *capsys.readouterr())


def test_a_run_closes_with_what_is_finished(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    change(place.data.parent / PROJECT.replace("样例", "甲中心"), "预算安排: 80", "预算安排: 八十")
    status, out, err = told(place, capsys, "bulk", "--jobs", "1")
    assert status == 1
    assert out.splitlines() == [
        "共 3 个单位：已完成 2 个，数据有误 1 个，没有处理成 0 个，没有轮到 0 个；没有变动、不用重新生成的 0 个。",
        *(f"已写入 {place.out / str(YEAR) / name}" for name in ("index.html", "summary.xlsx", "findings.json")),
    ]
    assert "已处理 3/3 个单位" in err
    assert "数据有误  甲中心  D107" in err


def test_a_program_reads_events(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = told(place, capsys, "bulk", "--jobs", "1", "--json")
    events = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [each["event"] for each in events] == ["looked", "unit", "unit", "unit", "end"]
    assert {each["unit"]: each["state"] for each in events[1:-1]} == dict.fromkeys(UNITS, "done")
    assert events[-1] == {"event": "end", "all": 3, "done": 3, "blocked": 0, "failed": 0, "left": 0, "untouched": 0}


def test_why_a_unit_is_due(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    build(place, "局")
    status, out, err = told(place, capsys, "bulk", "--why", "局", "--why", "乙站", "--why", "丙")
    assert (status, out) == (2, "局  没有变动，不用重新生成\n组/乙站  还没有生成过\n")
    assert "没有“丙”这个单位" in err


def test_the_tree_shows_who_is_finished(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    build(place, "局")
    build(place, "甲中心")
    change(place.data.parent / PROJECT.replace("样例", "甲中心"), "预算安排: 80", "预算安排: 80.00")
    status, out, _ = told(place, capsys, "tree")
    assert (status, out) == (
        0,
        "局  已完成\n  甲中心  已完成，数据或大纲有变动\n    乙站（组/乙站）  还没有生成\n",
    )
    rows = json.loads(told(place, capsys, "tree", "--json", "--under", "甲中心").out)
    assert [(row["unit"], row["superior"], row["state"], row["due"]) for row in rows] == [
        ("甲中心", "局", "done", "data"),
        ("组/乙站", "甲中心", "none", "new"),
    ]


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--under", "某局"], 2, "没有“某局”这个单位"),
        (["--select", "丙*"], 2, "没有选中任何单位"),
        (["--shard", "3/2"], 2, "不能是“3/2”"),
        (["--jobs", "-1"], 2, "--jobs"),
    ],
)
def test_what_cannot_be_meant_is_said(
    place: Place, capsys: pytest.CaptureFixture[str], options: list[str], status: int, said: str
) -> None:
    result = told(place, capsys, "bulk", *options)
    assert result.status == status
    assert said in result.err
    assert not files(place)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_ends_cleanly_and_says_what_is_done(tmp_path: Path) -> None:
    place = plant(tmp_path, {f"单位{number}": "" for number in range(30)})
    command = [sys.executable, "-c", "from jixiao.cli.start import main; main()"]
    process = subprocess.Popen(
        [*command, *arguments(place, "bulk", "--jobs", "1")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    while not list(place.out.rglob("record.json")):
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "没有轮到 0 个" not in out
    assert "Traceback" not in err
    assert not list(place.out.rglob(".jixiao-*"))
