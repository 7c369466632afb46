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


def report(templates: Path) -> str:
    examination = examine(DATA, templates, "xiangxi", 2022)
    assert examination.all_findings == []
    drawn = draw(examination.loaded, examination.reports[0])
    assert drawn.findings == []
    return plain_text(read(drawn.data))


@pytest.mark.needs("soffice")
def test_a_form_saved_in_libreoffice_prints_the_same_words(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    shutil.copytree(templates_dir(), templates)
    forms = {path.name: path for path in templates.rglob("*.docx")}
    before = {name: path.read_bytes() for name, path in forms.items()}
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, forms.values())], check=True, capture_output=True, timeout=180)
    for name, path in forms.items():
        shutil.move(tmp_path / name, path)
    assert all(path.read_bytes() != before[name] for name, path in forms.items())
    assert report(templates) == report(templates_dir())
