"""A stranger follows docs/新格式.md: a format of their own with a new figure, a new form and a new check."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import chdir
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest

from jixiao.cli.app import run
from jixiao.package.reader import read
from tools.walkthrough import COPIED, walked

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "新格式.md"
FIGURE, FORM, CHECK = "资金结转率", "资金结转情况表", "GZ01"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of somebody who did what the page says, word for word."""
    folder = tmp_path_factory.mktemp("office")
    with patch.dict(os.environ, {"JIXIAO_CACHE": str(folder / "cache")}):
        page = PAGE.read_text(encoding="utf-8")
        assert walked(page, folder) == page, "`make docs` writes it"
    return folder


def tables(document: Path) -> list[list[list[str]]]:
    """The words of every cell of a document."""
    xml = read(document.read_bytes())["word/document.xml"].decode()
    found = (re.findall(r"<w:tr>.*?</w:tr>", table) for table in re.findall(r"<w:tbl>.*?</w:tbl>", xml))
    return [[[_words(cell) for cell in re.findall(r"<w:tc>.*?</w:tc>", row)] for row in rows] for rows in found]


def _words(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml)


def test_only_files_under_templates_were_made_and_one_line_of_data_changed(office: Path) -> None:
    changed = []
    for name in COPIED:
        for path in sorted((office / name).rglob("*")):
            there = ROOT / path.relative_to(office)
            if path.is_file() and not (there.is_file() and there.read_bytes() == path.read_bytes()):
                changed.append(path.relative_to(office))
    own = Path("templates/guizhou-project/2022")
    assert {path for path in changed if own not in path.parents} == {Path("data_examples/xiangxi/2022/报告.yaml")}
    assert own / "表单" / f"{FORM}.docx" in changed


def test_the_report_holds_the_new_form_with_the_new_figure(office: Path) -> None:
    (document,) = (office / "out" / "2022" / "xiangxi").glob("*.docx")
    rows = tables(document)[-1]
    assert rows[0] == ["子项目", "实际到位（万元）", "实际支出（万元）", "结转结余（万元）"]
    assert rows[1] == ["宣传与推广使用", "80", "17.6", "62.4"]
    assert rows[-2:] == [["合计", "1800", "1160.49", "639.51"], [FIGURE, "", "", "35.53%"]]
    words = _words(read(document.read_bytes())["word/document.xml"].decode())
    assert f"2.{FORM}" in words.replace(" ", "")


def test_the_new_figure_is_computed_and_kept_with_the_others(office: Path) -> None:
    content = json.loads((office / "out/2022/xiangxi/figures.json").read_text(encoding="utf-8"))
    (figure,) = (each for each in content["figures"] if each["name"] == FIGURE)
    assert content["format"]["name"] == "guizhou-project"
    assert (figure["formula"], figure["printed"]["正文"]) == ("结转结余 / 到位资金", "35.53%")
    assert Decimal(figure["value"]) == round(Decimal(63951) / 1800, 20)


def test_the_new_check_finds_what_it_should_and_nothing_where_all_is_well(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in COPIED:
        shutil.copytree(office / name, tmp_path / name)
    monkeypatch.setenv("JIXIAO_TEMPLATES", str(tmp_path / "templates"))
    with chdir(tmp_path):
        assert found(capsys) == [(CHECK, "资金结转率为35.53%，超过30%。")]
        (funds,) = Path("data_examples/xiangxi").rglob("资金.yaml")
        text = funds.read_text(encoding="utf-8")
        funds.write_text(text.replace("实际支出: 653.03", "实际支出: 800"), encoding="utf-8")
        assert CHECK not in dict(found(capsys))


def found(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    """Code and sentence of every finding."""
    run(["check", "xiangxi", "--year", "2022", "--json"])
    return [(each["code"], each["sentence"]) for each in json.loads(capsys.readouterr().out)]
