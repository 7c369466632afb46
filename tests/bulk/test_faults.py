"""Killed runs, killed processes, full disks, folders that cannot be written, odd names: nothing is broken or lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.bulk.record import RECORD_FILE, State, read
from jixiao.bulk.work import Place, Why, build, survey
from jixiao.pipeline import examine
from tests.bulk.faults import finish, killed_at, started, whole
from tests.bulk.trees import YEAR, change, files, plant, run, write
from tests.errors.bench import PROJECT

UNITS = {f"单位{number:02}": "" for number in range(12)}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    place = plant(tmp_path_factory.mktemp("undisturbed"), UNITS)
    finish(place)
    return files(place)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_killed_run_leaves_whole_files_and_the_next_one_finishes(
    tmp_path: Path, undisturbed: dict[str, bytes], seed: int
) -> None:
    place = plant(tmp_path, UNITS)
    killed_at(place, random.Random(seed).uniform(0.5, 2.5))  # noqa: S311 - a moment
    assert whole(place)
    finish(place)
    assert files(place) == undisturbed


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="children are found in /proc")
def test_a_killed_process_costs_nothing(tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    place = plant(tmp_path, UNITS)
    process = started(place)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not list(place.out.rglob("record.json")):
        time.sleep(0.02)
    for child in children.read_text(encoding="ascii").split():
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(int(child), signal.SIGKILL)
    assert process.wait(120) == 0
    assert files(place) == undisturbed


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with little room."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("file systems may not be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_former_reports_stay(tmp_path: Path, small_disk: Path) -> None:
    place = plant(tmp_path, {"甲": "", "乙": ""})
    place = Place(place.data, place.templates, small_disk / "out", YEAR)
    assert build(place, "甲").state is State.DONE
    before = files(place)
    (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 8192))
    change(place.data.parent / PROJECT.replace("样例", "甲"), "预算安排: 80", "预算安排: 80.00")
    for unit in ("甲", "乙"):
        built = build(place, unit)
        assert built.state is State.FAILED
        assert "O102" in built.codes
    after = files(place)
    assert {name: after[name] for name in before if not name.endswith(RECORD_FILE)} == {
        name: content for name, content in before.items() if not name.endswith(RECORD_FILE)
    }
    (small_disk / "filler").unlink()
    assert {unit: each.state for unit, each in run(place).built.items()} == {"甲": State.DONE, "乙": State.DONE}


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    place = plant(tmp_path, {"甲": ""})
    write(place.out / str(YEAR) / "甲", "a file where the folder should be")
    built = build(place, "甲")
    assert (built.state, built.codes) == (State.FAILED, ("O102",))
    assert (place.out / str(YEAR) / "甲").read_text(encoding="utf-8").startswith("a file")


NAMES = ["有 空 格", "o'clock", '"引号"', "$(touch x)", "%s%n", "-f", "a" * 200, "点.点", "CON", "；分号，逗号"]


def test_odd_names_of_units_are_written_where_they_belong(tmp_path: Path) -> None:
    place = plant(tmp_path, dict.fromkeys(NAMES, ""))
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    done = run(place)
    assert {unit: each.state for unit, each in done.built.items()} == dict.fromkeys(NAMES, State.DONE)
    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert {path.relative_to(place.out / str(YEAR)).parts[0] for path in written} == {*NAMES, ".jixiao.lock"}


@pytest.mark.parametrize("name", ["../../外面", "/tmp/外面", "a/../../b", "NUL", "长" * 300, "x\\..\\y", " . "])  # noqa: S108
def test_file_names_that_units_give_stay_in_their_folder(tmp_path: Path, name: str) -> None:
    place = plant(tmp_path, {"甲": ""})
    change(place.data / "甲" / str(YEAR) / "单位.yaml", "名称: 自评,", f"名称: 自评, 文件名: '{name}',")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    build(place, "甲")
    written = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert {path.parent for path in written} == {place.out / str(YEAR) / "甲"}


def test_data_that_change_while_they_are_read_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = plant(tmp_path, {"甲": ""})
    file = place.data.parent / PROJECT.replace("样例", "甲")
    edits = iter(["80.00", "80.000"])

    def edited_meanwhile(*given: object) -> object:
        examination = examine(*given)  # type: ignore[arg-type]
        new = next(edits, None)
        if new:
            change(file, "预算安排: 80", f"预算安排: {new}")
            write(file, file.read_text(encoding="utf-8").replace(f"{new}.00", new))
        return examination

    monkeypatch.setattr("jixiao.bulk.work.examine", edited_meanwhile)
    assert build(place, "甲").state is State.DONE
    (found,) = survey(place, ["甲"])
    assert found.why is Why.UNCHANGED
    record = read(place.out, YEAR, "甲")
    assert record
    assert "O201" not in record.codes


def test_every_document_that_was_written_opens(tmp_path: Path) -> None:
    place = plant(tmp_path, {"甲": ""})
    run(place)
    (document,) = place.out.rglob("*.docx")
    assert whole(place)
    document.write_bytes(document.read_bytes()[:-100])
    with pytest.raises(zipfile.BadZipFile):
        whole(place)
