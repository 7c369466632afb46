import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jixiao.office.conversion import Bounds, Failure, Fault, to_pdf
from jixiao.office.program import find_office
from tests.fake_office import FakeOffice, pdf_of
from tests.templates import chapter_in, document

ROOT = Path(__file__).parents[2]
IMPATIENT = Bounds(start=0, document=1)
FAULTS = {
    "hang": Failure(Fault.HUNG),
    "crash": Failure(Fault.CRASHED, "Fatal exception: Signal 11"),
    "refuse": Failure(Fault.REFUSED, "Error: source file could not be loaded"),
    "half": Failure(Fault.REFUSED),
    "other": Failure(Fault.REFUSED),
}


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def office(tmp_path: Path) -> FakeOffice:
    return FakeOffice(tmp_path / "office")


def converted(office: FakeOffice, *documents: str, bounds: Bounds | None = None) -> dict[str, bytes | Failure]:
    """What came of each document, which must be one thing."""
    results = list(to_pdf(office.program, ((each, each.encode()) for each in documents), bounds))
    assert sorted(key for key, _ in results) == sorted(documents)
    return dict(results)


def test_a_few_documents_share_a_run_and_more_are_shared_by_two(office: FakeOffice) -> None:
    assert converted(office, "甲", "乙", "丙") == {each: pdf_of(each) for each in ("甲", "乙", "丙")}
    assert office.runs == [3]
    converted(office, *map(str, range(9)))
    assert sorted(office.runs[1:]) == [4, 5]


def test_thousands_are_taken_as_they_are_needed(office: FakeOffice) -> None:
    taken: list[int] = []

    def endless() -> Iterator[tuple[int, bytes]]:
        for number in range(10_000):
            taken.append(number)
            yield number, str(number).encode()

    results = list(islice(to_pdf(office.program, endless(), Bounds(batch=4)), 20))
    assert results == [(number, pdf_of(str(number))) for number, _ in results]
    assert set(office.runs) == {4}
    assert len(taken) <= 20 + 2 * 8


def test_a_crash_is_tried_once_more_alone(office: FakeOffice) -> None:
    documents = ("甲", "once", "丙")
    assert converted(office, *documents) == {each: pdf_of(each) for each in documents}
    assert (office.runs, office.begun) == ([3, 1, 1], ["甲", "once", "once", "丙"])


@pytest.mark.parametrize("fault", FAULTS)
def test_a_document_that_cannot_be_done_costs_no_other(office: FakeOffice, fault: str) -> None:
    results = converted(office, "甲", fault, "丙", "丁", bounds=IMPATIENT if fault == "hang" else None)
    assert results == {"甲": pdf_of("甲"), fault: FAULTS[fault], "丙": pdf_of("丙"), "丁": pdf_of("丁")}
    assert office.begun.count(fault) == 2
    assert [office.begun.count(each) for each in ("甲", "丙", "丁")] == [1, 1, 1]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["fine", "crash", "refuse", "half", "other"]), max_size=12))
def test_every_document_gets_its_own_outcome(tmp_path: Path, kinds: list[str]) -> None:
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        documents = ["fine", *(f"{kind} {number}" for number, kind in enumerate(kinds))]
        results = converted(FakeOffice(Path(folder)), *documents, bounds=Bounds(batch=3))
    assert results == {each: FAULTS.get(each.split()[0], pdf_of(each)) for each in documents}


def test_a_program_that_never_works_is_given_up(office: FakeOffice) -> None:
    results = converted(office, *(f"crash {number}" for number in range(200)))
    assert set(results.values()) == {FAULTS["crash"]}
    assert len(office.runs) < 12


def test_what_hangs_is_ended_with_all_that_it_started(office: FakeOffice) -> None:
    assert converted(office, "hang", bounds=Bounds(start=0, document=0.2)) == {"hang": Failure(Fault.HUNG)}
    time.sleep(1.3)
    assert not office.survived


def test_who_stops_asking_ends_the_runs(office: FakeOffice, temporary: Path) -> None:
    documents = [("hang", b"hang"), *((str(number), b"fine") for number in range(5))]
    results = to_pdf(office.program, documents)
    next(results)
    results.close()
    assert list(temporary.iterdir()) == []
    time.sleep(1.3)
    assert not office.survived


def test_folders_of_programs_that_were_killed_are_removed(office: FakeOffice, temporary: Path) -> None:
    old, young = temporary / "jixiao-office-old", temporary / "jixiao-office-young"
    for folder in (old, young):
        (folder / "profile").mkdir(parents=True)
    os.utime(old, (0, 0))
    converted(office, "甲")
    assert list(temporary.iterdir()) == [young]
    shutil.rmtree(young)


def test_ctrl_c_ends_the_runs(office: FakeOffice, temporary: Path) -> None:
    code = "import sys, pathlib; from jixiao.office.conversion import to_pdf\n"
    code += "list(to_pdf(pathlib.Path(sys.argv[1]), [('hang', b'hang')]))"
    environment = {"PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(temporary), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(office.program)], env=environment, stderr=subprocess.DEVNULL
    ) as run:
        while not (office.folder / "hung").exists() and run.poll() is None:
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        assert run.wait(10) != 0
    assert list(temporary.iterdir()) == []
    time.sleep(1.3)
    assert not office.survived


@pytest.mark.needs("soffice")
def test_libreoffice_with_a_broken_document_among_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    good, _ = document(chapter_in(tmp_path, "# 概况\n\n正文。"))
    program = find_office()
    assert program is not None
    results = dict(to_pdf(program, [("好", good), ("坏", good[:200]), ("也好", good)]))
    assert isinstance(results["好"], bytes)
    assert isinstance(results["也好"], bytes)
    assert results["坏"] == Failure(Fault.REFUSED, "Error: source file could not be loaded")
