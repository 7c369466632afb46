"""A file takes its place whole or not at all, and what stood there stays until then."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from jixiao.kernel.finding import Finding, Strength
from jixiao.package.store import HELD, LEFT_OVER_AFTER, NOT_WRITABLE, store

BAD = Finding("X001", Strength.MUST)
DOUBTFUL = Finding("X002", Strength.SHOULD)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_into_new_folders(tmp_path: Path) -> None:
    target = tmp_path / "2022" / "某单位" / "报告.docx"
    assert store(target, b"new") == (target, [])
    assert target.read_bytes() == b"new"
    assert names(target.parent) == ["报告.docx"]


def test_a_former_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")
    store(target, b"new")
    assert target.read_bytes() == b"new"


def test_gates_see_the_whole_file_before_it_takes_its_place(tmp_path: Path) -> None:
    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")
    seen: list[tuple[bytes, bytes, str]] = []

    def gate(path: Path) -> list[Finding]:
        seen.append((path.read_bytes(), target.read_bytes(), path.suffix))
        return [DOUBTFUL]

    assert store(target, b"new", [gate]) == (target, [DOUBTFUL])
    assert seen == [(b"new", b"old", ".docx")]
    assert target.read_bytes() == b"new"


def test_a_gate_that_blocks_leaves_the_former_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")
    assert store(target, b"new", [lambda _: [DOUBTFUL], lambda _: [BAD]]) == (None, [DOUBTFUL, BAD])
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["报告.docx"]


def test_a_target_that_is_open_in_word_stays_and_the_new_file_is_kept_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")
    replace = os.replace

    def held(source: Path, destination: Path) -> None:
        if destination == target:
            raise PermissionError(13, "another program uses the file", str(destination))
        replace(source, destination)

    monkeypatch.setattr(os, "replace", held)
    first, second = store(target, b"new"), store(target, b"newer")
    assert [stored.path for stored in (first, second)] == [tmp_path / "报告（新）.docx"] * 2
    assert [finding.code for finding in second.findings] == [HELD.id]
    assert dict(second.findings[0].fields)["kept"] == "报告（新）.docx"
    assert (target.read_bytes(), (tmp_path / "报告（新）.docx").read_bytes()) == (b"old", b"newer")
    assert names(tmp_path) == ["报告.docx", "报告（新）.docx"]


def test_a_folder_in_the_way_is_treated_alike_and_so_are_those_of_spare_names(tmp_path: Path) -> None:
    for taken in ("报告.docx", "报告（新）.docx"):
        (tmp_path / taken / "内容").mkdir(parents=True)
    assert store(tmp_path / "报告.docx", b"new").path == tmp_path / "报告（新2）.docx"


def test_where_every_name_is_taken_nothing_is_left_behind(tmp_path: Path) -> None:
    for taken in ("", "（新）", *(f"（新{number}）" for number in range(2, 10))):
        (tmp_path / f"报告{taken}.docx" / "内容").mkdir(parents=True)
    stored = store(tmp_path / "报告.docx", b"new")
    assert (stored.path, [finding.code for finding in stored.findings]) == (None, [NOT_WRITABLE.id])
    assert not [name for name in names(tmp_path) if name.startswith(".")]


@pytest.mark.parametrize("name", ["报告.docx", "很长" * 100 + ".docx"])
def test_a_folder_that_cannot_be_written_to_is_a_finding(tmp_path: Path, name: str) -> None:
    (tmp_path / "out").write_text("a file where a folder should be")
    stored = store(tmp_path / "out" / name, b"new")
    assert (stored.path, [finding.code for finding in stored.findings]) == (None, [NOT_WRITABLE.id])


def test_a_disk_that_is_full_leaves_the_former_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "报告.docx"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    stored = store(target, b"new")
    assert dict(stored.findings[0].fields) == {"reason": "no space left on device"}
    assert (target.read_bytes(), names(tmp_path)) == (b"old", ["报告.docx"])


def test_what_a_killed_run_left_is_removed_but_not_what_a_running_one_writes(tmp_path: Path) -> None:
    old, young = tmp_path / ".jixiao-1.docx", tmp_path / ".jixiao-2.docx"
    for path in (old, young):
        path.write_bytes(b"half")
    past = time.time() - LEFT_OVER_AFTER - 1
    os.utime(old, (past, past))
    store(tmp_path / "报告.docx", b"new")
    assert names(tmp_path) == [".jixiao-2.docx", "报告.docx"]
