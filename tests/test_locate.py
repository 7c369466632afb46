"""The templates are found in a checkout, in an installed package, and where the environment says."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao import locate

ROOT = Path(__file__).resolve().parents[1]
ASK = "from jixiao.locate import templates_dir; print(templates_dir())"


def test_a_checkout_keeps_them_at_its_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(locate.VARIABLE, raising=False)
    assert locate.templates_dir() == ROOT / "templates"
    assert (locate.templates_dir() / "common").is_dir()


def test_an_installed_package_brings_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(locate.VARIABLE, raising=False)
    package = tmp_path / "site-packages" / "jixiao"
    (package / "templates").mkdir(parents=True)
    for name in ("__init__.py", "locate.py"):
        shutil.copy(ROOT / "src" / "jixiao" / name, package)
    answer = subprocess.run([sys.executable, "-c", ASK], cwd=package.parent, check=True, capture_output=True, text=True)
    assert Path(answer.stdout.strip()) == package / "templates"


def test_formats_are_made_among_the_others_but_never_in_an_installed_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(locate.VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    assert locate.workshop() == ROOT / "templates"
    monkeypatch.chdir(ROOT)
    assert locate.workshop() == Path("templates")
    (tmp_path / "jixiao" / "templates").mkdir(parents=True)
    monkeypatch.setattr(locate, "_PACKAGE", tmp_path / "jixiao")
    assert locate.workshop() == Path("templates")
    monkeypatch.setenv(locate.VARIABLE, str(tmp_path / "jixiao" / "templates"))
    assert locate.workshop() == tmp_path / "jixiao" / "templates"


@pytest.mark.parametrize(("named", "found"), [("/srv/格式", Path("/srv/格式")), ("", ROOT / "templates")])
def test_the_environment_decides_if_it_names_a_folder(monkeypatch: pytest.MonkeyPatch, named: str, found: Path) -> None:
    monkeypatch.setenv(locate.VARIABLE, named)
    assert locate.templates_dir() == found
