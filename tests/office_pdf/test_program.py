import sys
from pathlib import Path

import pytest

from jixiao.office import program
from jixiao.office.fonts import installed_fonts, stand_ins
from jixiao.office.program import VARIABLE, find_office, office_version
from tests.fake_office import FakeOffice, executable


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    monkeypatch.delenv(VARIABLE, raising=False)


def test_the_variable_comes_before_the_path_and_the_path_before_usual_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = executable(tmp_path / "usual/soffice", "")
    monkeypatch.setattr(program, "_usual_places", lambda: iter([tmp_path / "nowhere", usual]))
    assert find_office() == usual
    on_path = executable(tmp_path / "path/libreoffice", "")
    assert find_office() == on_path
    named = executable(tmp_path / "named/soffice", "")
    monkeypatch.setenv(VARIABLE, str(named))
    assert find_office() == named
    monkeypatch.setenv(VARIABLE, str(tmp_path / "missing"))
    assert find_office() is None


@pytest.mark.parametrize(
    ("platform", "ends"),
    [
        ("win32", r"LibreOffice/program/soffice.com"),
        ("darwin", "LibreOffice.app/Contents/MacOS/soffice"),
        ("linux", "/usr/lib/libreoffice/program/soffice"),
    ],
)
def test_every_system_has_its_usual_places(platform: str, ends: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("ProgramFiles", "C:/Program Files")
    assert any(path.as_posix().endswith(ends) for path in program._usual_places())


def test_which_one_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    assert office_version(FakeOffice(tmp_path).program) == "LibreOffice 6.4.7.2"
    assert office_version(executable(tmp_path / "bad", "#!/bin/sh\nexit 3\n")) == ""
    assert office_version(tmp_path / "missing") == ""


def test_fonts_are_known_by_all_their_names(tmp_path: Path) -> None:
    assert installed_fonts() == frozenset()
    executable(tmp_path / "path/fc-list", "#!/bin/sh\nprintf 'Noto Serif CJK SC,思源宋体\\nDejaVu Sans\\n'\n")
    assert installed_fonts() == {"Noto Serif CJK SC", "思源宋体", "DejaVu Sans"}
    executable(tmp_path / "path/fc-list", "#!/bin/sh\nexit 1\n")
    assert installed_fonts() == frozenset()


def test_the_first_alternative_that_is_there_stands_for_a_font() -> None:
    asked = {"仿宋_GB2312": ("仿宋", "思源宋体", "宋体"), "黑体": ("SimHei",), "宋体": ("SimSun",)}
    assert stand_ins(asked, {"宋体", "思源宋体"}) == {"仿宋_GB2312": "思源宋体", "黑体": ""}
    assert stand_ins(asked, ()) == {}
