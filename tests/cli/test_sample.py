"""`jixiao sample`: a tree of units on disk."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Desk


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


def test_a_larger_tree_holds_the_smaller_one(desk: Desk, tmp_path: Path) -> None:
    for units in (3, 5):
        result = desk.run("sample", str(tmp_path / str(units)), "--units", str(units), "--seed", "4")
        assert (result.status, result.err) == (0, "")
        assert f"2024 年度，{units} 个示例单位" in result.out
    small, large = files(tmp_path / "3"), files(tmp_path / "5")
    assert small.items() < large.items()
    assert len({name.split("/2024/")[0] for name in large}) == 5
    assert desk.run("check", "--year", "2024", "--data", str(tmp_path / "3")).out == "没有发现问题。\n"


def test_other_data_are_left_alone(desk: Desk) -> None:
    before = files(desk.data)
    result = desk.run("sample", str(desk.data), "--units", "1")
    assert result.status == 2
    assert "不是空的" in result.err
    assert files(desk.data) == before


def test_a_year_before_all_formats_has_no_samples(desk: Desk, tmp_path: Path) -> None:
    result = desk.run("sample", str(tmp_path / "new"), "--year", "1999", "--lang", "en")
    assert result.status == 2
    assert "the first year of all is 2024" in result.err
    assert not (tmp_path / "new").exists()
