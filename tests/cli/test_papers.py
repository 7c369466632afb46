"""`jixiao bulk --pdf`, with a stand-in for LibreOffice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jixiao.bulk.papers import without_pdf
from jixiao.bulk.work import Place
from jixiao.cli.app import run
from jixiao.office.program import VARIABLE
from tests.bulk.trees import YEAR, change, plant
from tests.cli.running import ROOT, Result
from tests.errors.bench import PROJECT
from tests.fake_office import FakeOffice, executable

UNITS = {"局": "", "甲中心": "局", "组/乙站": "甲中心"}
HANGING = '#!/bin/sh\ntouch "$(dirname "$0")/hung"\n(sleep 1.2; touch "$(dirname "$0")/alive")\nsleep 60\n'


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return plant(tmp_path, UNITS)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    made = FakeOffice(tmp_path / "office")
    monkeypatch.setenv(VARIABLE, str(made.program))
    return made


def arguments(place: Place, *options: str) -> list[str]:
    folders = ("--data", str(place.data), "--out", str(place.out), "--templates", str(place.templates))
    return ["bulk", "--year", str(YEAR), "--jobs", "1", "--pdf", *options, *folders]


def told(place: Place, capsys: pytest.CaptureFixture[str], *options: str) -> Result:
    status = run(arguments(place, *options))
    return Result(status, *capsys.readouterr())


def test_every_report_that_is_done_gets_a_pdf_and_only_new_ones_later(
    place: Place, capsys: pytest.CaptureFixture[str], office: FakeOffice
) -> None:
    change(place.data.parent / PROJECT.replace("样例", "甲中心"), "预算安排: 80", "预算安排: 八十")
    status, out, _ = told(place, capsys)
    assert (status, out.splitlines()[0]) == (1, "PDF：2 份中已转成 2 份。")
    assert len(list(place.out.rglob("*.pdf"))) == 2
    assert (office.runs, list(without_pdf(place, UNITS))) == ([2], [])
    change(place.data.parent / PROJECT.replace("样例", "甲中心"), "预算安排: 八十", "预算安排: 80")
    status, out, _ = told(place, capsys)
    assert (status, out.splitlines()[0]) == (0, "PDF：1 份中已转成 1 份。")
    assert office.runs == [2, 1]


def test_a_program_reads_an_event_for_each(
    place: Place, capsys: pytest.CaptureFixture[str], office: FakeOffice
) -> None:
    status, out, _ = told(place, capsys, "--json")
    events = [json.loads(line) for line in out.splitlines()]
    assert (status, office.runs) == (0, [3])
    found = [each for each in events if each["event"] == "pdf"]
    assert {Path(each["document"]).parent.name for each in found} == {"局", "甲中心", "乙站"}
    assert all(each["made"] for each in found)


def test_what_is_missed_is_told_and_the_run_is_not_clean(
    place: Place, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "missing"))
    status, out, err = told(place, capsys)
    assert (status, "PDF：3 份中已转成 0 份。" in out) == (1, True)
    assert err.count("O111") == 3
    assert len(list(place.out.rglob("*.docx"))) == 3


def test_ctrl_c_while_pages_are_laid_out_keeps_what_is_there(place: Place, tmp_path: Path) -> None:
    program = executable(tmp_path / "office/soffice", HANGING)
    code = "import sys; from jixiao.cli.app import main; main(sys.argv[1:])"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), VARIABLE: str(program)}
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments(place)], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        while not (tmp_path / "office/hung").exists() and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "PDF：3 份中已转成 0 份。" in out
    assert "已完成 3 个" in out
    time.sleep(1.3)
    assert not (tmp_path / "office/alive").exists()
