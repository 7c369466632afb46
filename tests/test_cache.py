from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from jixiao import cache
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.unit import WAN_YUAN, Dimension, Unit

VALUE = (SourcePlace("甲.yaml", 1, 2, "金额: 1"), WAN_YUAN)
TYPES = (SourcePlace, Unit, Dimension, Decimal)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_stored_is_read_back(folder: Path) -> None:
    assert cache.load("a.rules", TYPES) is None
    cache.store("a.rules", VALUE)
    assert cache.load("a.rules", TYPES) == VALUE
    assert [file.name for file in folder.iterdir()] == ["a.rules"]


def test_a_key_tells_contents_and_kinds_apart() -> None:
    contents = ((b"1",), (b"2",), (b"12",), (b"1", b"2"), (b"2", b"1"))
    keys = {cache.key(kind, *each) for kind in ("a", "b") for each in contents}
    assert len(keys) == 10
    assert cache.key("a", b"1") in keys


def test_all_that_compiles_a_format_decides_what_a_key_is() -> None:
    script = "import sys, jixiao.render.compiler; print(*(name for name in sys.modules if name.startswith('jixiao.')))"
    names = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    stages = (*cache._DECIDING, "ledger", "compute")  # of these two only what findings and displays are called
    folders = {"/".join(name.split(".")[1:-1]) for name in names} - {""}
    assert folders <= {*stages}


def test_other_types_than_those_asked_for_are_not_read() -> None:
    cache.store("a.rules", VALUE)
    assert cache.load("a.rules", (SourcePlace, Unit, Dimension)) is None


@pytest.mark.parametrize("at", [0, 20, -1])
def test_a_file_with_a_wrong_byte_is_not_read(folder: Path, at: int) -> None:
    cache.store("a.rules", VALUE)
    data = bytearray((folder / "a.rules").read_bytes())
    data[at] ^= 1
    (folder / "a.rules").write_bytes(data)
    assert cache.load("a.rules", TYPES) is None


class Harmful:
    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self.file}",)


def test_a_foreign_file_runs_nothing(tmp_path: Path, folder: Path) -> None:
    cache.store("a.rules", VALUE)
    stored = (folder / "a.rules").read_bytes()
    payload = pickle.dumps(Harmful(tmp_path / "harm"))
    head = len(stored) - len(pickle.dumps(VALUE, protocol=5)) - len(hashlib.sha256().digest())
    (folder / "a.rules").write_bytes(stored[:head] + hashlib.sha256(payload).digest() + payload)
    assert cache.load("a.rules", TYPES) is None
    assert not (tmp_path / "harm").exists()


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "file"))
    cache.store("a.rules", VALUE)
    assert cache.load("a.rules", TYPES) is None


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"JIXIAO_CACHE": "/a/b"}, "linux", Path("/a/b")),
        ({"XDG_CACHE_HOME": "/c"}, "linux", Path("/c/jixiao")),
        ({}, "linux", Path.home() / ".cache" / "jixiao"),
        ({}, "darwin", Path.home() / "Library" / "Caches" / "jixiao"),
        ({"LOCALAPPDATA": "/local"}, "win32", Path("/local/jixiao/Cache")),
        ({}, "win32", Path.home() / ".jixiao-cache"),
    ],
)
def test_the_cache_lies_where_the_system_keeps_caches(
    environment: dict[str, str], platform: str, expected: Path
) -> None:
    assert cache.folder(environment, platform) == expected


def test_what_is_asked_for_last_is_kept_and_no_more_of_it() -> None:
    recent = cache.Recent[str](2)
    for key in "甲乙甲丙":
        assert recent.keep(key, key + key) == key + key
    assert [recent.get(key) for key in "甲乙丙"] == ["甲甲", None, "丙丙"]


def test_a_stamp_is_of_the_files_and_not_of_those_that_just_changed(tmp_path: Path) -> None:
    file = tmp_path / "一" / "二"
    file.parent.mkdir()
    file.write_text("1")
    assert cache.stamp([str(tmp_path)]) is None
    times = []
    for moment in (1_600_000_000, 1_600_000_001):
        os.utime(file, (moment, moment))
        os.utime(file.parent, (1_600_000_000, 1_600_000_000))
        times.append(cache.stamp([str(tmp_path)]))
    assert None not in times
    assert times[0] != times[1] == cache.stamp([str(tmp_path), str(tmp_path / "absent")])


def test_folders_that_hold_themselves_have_no_stamp(tmp_path: Path) -> None:
    (tmp_path / "内").symlink_to(tmp_path)
    os.utime(tmp_path, (1_600_000_000, 1_600_000_000))
    assert cache.stamp([str(tmp_path)]) is None
