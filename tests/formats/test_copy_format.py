"""A format begun from another: whole or not at all, and only three lines of its rules changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jixiao.formats.copy_format import copy_format, files_of
from jixiao.formats.format import Format
from jixiao.formats.load_format import format_names, format_years, load_format
from jixiao.locate import templates_dir

RULES = """# 依据：某通知

名称: 旧格式     # 印在列表里
版本: "2022#3"
继承: [common]
"""


def formats(folder: Path, rules: str = RULES) -> Format:
    root = folder / "templates"
    (root / "common").mkdir(parents=True)
    (root / "common" / "规则.yaml").write_text("选项: {栏名: 得分}\n", encoding="utf-8")
    home = root / "旧" / "2022"
    (home / "正文").mkdir(parents=True)
    (home / "格式.yaml").write_text(rules, encoding="utf-8")
    (home / "正文" / "章.md").write_bytes("字".encode())
    (home / "~$章.docx").write_bytes(b"lock")
    form = load_format(root, "旧", 2022).format
    assert form is not None
    return form


def test_name_version_and_year_are_its_own_and_all_else_is_as_it_was(tmp_path: Path) -> None:
    source = formats(tmp_path)
    folder = copy_format(source, "新", 2025, source.root)
    assert (folder / "格式.yaml").read_text(encoding="utf-8") == (
        "# 由 旧/2022 复制而来。下面和各章、各表中的内容都是它的，逐处改成自己的。\n"
        "适用年度: 2025\n"
        "# 依据：某通知\n"
        "\n"
        "名称: 新     # 印在列表里\n"
        '版本: "2025.1"\n'
        "继承: [common]\n"
    )
    assert [path.relative_to(folder).as_posix() for path in files_of(folder)] == ["格式.yaml", "正文/章.md"]
    made = load_format(source.root, "新", 2025)
    assert made.format is not None
    assert (made.findings, made.format.version, made.format.rules.options["栏名"].text) == ([], "2025.1", "得分")


@pytest.mark.parametrize("name", format_names(templates_dir()))
def test_a_copy_of_each_format_is_whole(tmp_path: Path, name: str) -> None:
    year = format_years(templates_dir(), name)[-1]
    source = load_format(templates_dir(), name, year).format
    assert source is not None
    copy_format(source, "新", year, tmp_path / "templates")
    made = load_format(tmp_path / "templates", "新", year)
    assert made.format is not None
    assert made.findings == []
    assert (str(made.format.rules.name), made.format.version) == ("新", f"{year}.1")
    assert [part.file for part in made.format.outline] == [part.file for part in source.outline]
    assert list(made.format.rules.figures_in_use) == list(source.rules.figures_in_use)


def test_a_folder_of_formats_that_is_not_there_gets_them_all(tmp_path: Path) -> None:
    source = formats(tmp_path / "package")
    copy_format(source, "新", 2022, tmp_path / "templates")
    assert sorted(path.relative_to(tmp_path / "templates").as_posix() for path in files_of(tmp_path / "templates")) == [
        "common/规则.yaml",
        "新/2022/格式.yaml",
        "新/2022/正文/章.md",
        "旧/2022/格式.yaml",
        "旧/2022/正文/章.md",
    ]


@pytest.mark.parametrize("is_new_root", [False, True])
def test_when_writing_fails_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_new_root: bool) -> None:
    source = formats(tmp_path / "package")
    root = tmp_path / "templates" if is_new_root else source.root
    before = sorted(tmp_path.rglob("*"))
    written = Path.write_text

    def full(path: Path, *arguments: object, **options: object) -> int:
        if path.name == "格式.yaml":
            raise OSError(28, "No space left on device", os.fspath(path))
        return written(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        copy_format(source, "新", 2022, root)
    assert sorted(tmp_path.rglob("*")) == before
