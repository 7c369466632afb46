"""Forms that somebody opened and saved in LibreOffice give the report that they gave before."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.pipeline import draw, examine

DATA = Path(__file__).parent.parent / "data_examples"


def words(templates: Path, unit: str, year: int) -> list[str]:
    examination = examine(DATA, templates, unit, year)
    assert examination.all_findings == []
    drawn = [draw(examination.loaded, each) for each in examination.reports]
    assert not any(each.findings for each in drawn)
    return [plain_text(read(each.data)) for each in drawn]


@pytest.mark.needs("soffice")
def test_a_form_saved_in_libreoffice_prints_the_same_words(tmp_path: Path) -> None:
    templates, drawn, saved = tmp_path / "templates", tmp_path / "drawn", tmp_path / "saved"
    shutil.copytree(templates_dir(), templates)
    drawn.mkdir()
    forms = {f"{number}.docx": path for number, path in enumerate(templates.rglob("*.docx"))}
    for name, path in forms.items():
        shutil.copy(path, drawn / name)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    subprocess.run([*command, *map(str, drawn.iterdir())], check=True, capture_output=True, timeout=180)
    for name, path in forms.items():
        assert (saved / name).read_bytes() != path.read_bytes()
        shutil.copy(saved / name, path)
    for unit, year in (("xiangxi", 2022), ("linxiang", 2024)):
        assert words(templates, unit, year) == words(templates_dir(), unit, year)
