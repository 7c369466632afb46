import os
from pathlib import Path

import pytest

from jixiao.formats.load_format import format_names, format_years, load_format

COMMON = """
评分: {满分: 100, 执行: {分值: 10, 方法: 比例}, 等级: [{名称: 优, 起: 90}, {名称: 差, 起: 0}]}
指标:
- {名称: 甲, 公式: "1"}
- {名称: 甲, 对象: 子项目, 公式: "2"}
"""
OLD = """
名称: 旧格式
版本: "1"
继承: [common]
大纲: [{类型: 正文, 文件: 正文/一.md}, {类型: 附件, 名称: 表, 文件: common/表.docx}]
评分: {取整: {方式: 步长, 步长: 0.5}, 等级: [{名称: 合格, 起: 60}, {名称: 不合格, 起: 0}]}
指标: [{名称: 甲, 公式: "3"}, {名称: 乙, 公式: "4"}]
选项: {空: —}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    root = tmp_path / "templates"
    write(root / "common" / "规则.yaml", COMMON)
    write(root / "common" / "表.docx", "form")
    write(root / "某州" / "2020" / "格式.yaml", OLD)
    write(root / "某州" / "2020" / "正文" / "一.md", "# 概况")
    write(root / "某州" / "2023" / "格式.yaml", OLD.replace("旧", "新"))
    write(root / "某州" / "2023" / "正文" / "一.md", "# 概况")
    return root


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("year", "edition", "name"), [(2020, 2020, "旧格式"), (2022, 2020, "旧格式"), (2025, 2023, "新格式")]
)
def test_the_year_picks_the_edition(root: Path, year: int, edition: int, name: str) -> None:
    loaded = load_format(root, "某州", year)
    assert loaded.findings == []
    assert loaded.format is not None
    assert (loaded.format.year, str(loaded.format.rules.name)) == (edition, name)


def test_a_format_overrides_what_it_extends_field_by_field(root: Path) -> None:
    found = load_format(root, "某州", 2022).format
    assert found is not None
    scoring = found.rules.scoring
    assert scoring is not None
    assert str(scoring.full) == "100"
    assert [str(grade.name) for grade in scoring.grades] == ["合格", "不合格"]
    figures = [(str(rule.of or ""), str(rule.name), str(rule.formula)) for rule in found.rules.figures]
    assert figures == [("", "甲", "3"), ("子项目", "甲", "2"), ("", "乙", "4")]
    assert found.rules.options["空"].text == "—"
    assert [section.kind for section in found.outline] == ["正文", "附件"]
    assert found.read("common/表.docx") == b"form"
    assert found.shown("正文/一.md") == "templates/某州/2020/正文/一.md"


def test_the_digest_covers_inherited_files(root: Path) -> None:
    before = load_format(root, "某州", 2022).format
    write(root / "common" / "表.docx", "another form")
    after = load_format(root, "某州", 2022).format
    assert before is not None
    assert after is not None
    assert before.digest != after.digest


def test_names_and_years(root: Path) -> None:
    assert format_names(root) == ["某州"]
    assert format_years(root, "某州") == [2020, 2023]
    assert format_names(root / "none") == []


@pytest.mark.parametrize(
    ("name", "year", "code", "field"),
    [("某洲", 2022, "F101", ("near", "某州")), ("某州", 2019, "F102", ("known", "2020、2023"))],
)
def test_a_format_that_is_not_there(root: Path, name: str, year: int, code: str, field: tuple[str, str]) -> None:
    loaded = load_format(root, name, year)
    (found,) = loaded.findings
    assert loaded.format is None
    assert found.code == code
    assert field in found.fields


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("正文/一.md", "正文/二.md", ["F103"]),
        ("类型: 附件", "类型: 附录", ["F104"]),
        ("[common]", "[commn]", ["F101", "F103"]),
        ("名称: 旧格式", "名程: 旧格式", ["D101"]),
    ],
)
def test_all_that_is_wrong_with_a_format_is_located(root: Path, old: str, new: str, codes: list[str]) -> None:
    if codes[-1] == "F103" and len(codes) > 1:
        (root / "common" / "表.docx").unlink()
    write(root / "某州" / "2020" / "格式.yaml", OLD.replace(old, new))
    findings = load_format(root, "某州", 2022).findings
    assert [finding.code for finding in findings] == codes
    assert all(str(finding.place).startswith("templates/某州/2020/格式.yaml:") for finding in findings)


def test_an_option_may_be_empty_words(root: Path) -> None:
    write(root / "某州" / "2020" / "格式.yaml", OLD.replace("{空: —}", '{空: "", 备注: }'))
    loaded = load_format(root, "某州", 2022)
    assert loaded.findings == []
    assert loaded.format is not None
    assert {name: text.text for name, text in loaded.format.rules.options.items()} == {"空": "", "备注": ""}


LAYOUT = """
版式:
  页面: {纸宽: 210, 纸高: 297, 上边距: 37, 下边距: 35, 左边距: 28, 右边距: 26, 页眉距: 15, 页脚距: 28, 行距: 28.95}
  样式: {正文: {字体: 仿宋, 字号: 三号, 字间距: -0.5, 首行缩进: 2}}
"""


@pytest.mark.parametrize(
    ("old", "new", "odd"),
    [
        ("行距", "行距", []),
        ("左边距: 28", "左边距: -28", ["-28"]),
        ("左边距: 28", "左边距: 190", ["190"]),
        ("上边距: 37", "上边距: 270", ["270"]),
        ("首行缩进: 2", "首行缩进: -2", ["-2"]),
        ("字间距: -0.5", "字间距: 99999", ["99999"]),
    ],
)
def test_measures_that_no_page_can_have_are_found(root: Path, old: str, new: str, odd: list[str]) -> None:
    write(root / "common" / "版式.yaml", LAYOUT.replace(old, new))
    found = load_format(root, "某州", 2022).findings
    assert [(each.code, dict(each.fields)["measure"]) for each in found] == [("F105", typed) for typed in odd]
    assert all(str(each.place).startswith("templates/common/版式.yaml:") for each in found)


# rules kept in the cache


def kept(root: Path) -> list[Path]:
    return sorted((root.parent / "cache").glob("*.rules"))


def test_rules_come_from_the_cache_as_they_were_read(root: Path) -> None:
    first = load_format(root, "某州", 2022).format
    assert first is not None
    files = kept(root)
    assert len(files) == 2
    changed = [file.stat().st_mtime_ns for file in files]
    again = load_format(root, "某州", 2022).format
    assert again is not None
    assert written_out(again.rules) == written_out(first.rules)
    assert [file.stat().st_mtime_ns for file in files] == changed


def written_out(value: object) -> object:
    """Records have no comparison; this is what they hold."""
    if isinstance(value, dict):
        return {key: written_out(each) for key, each in value.items()}
    if type(value) is tuple:
        return [written_out(each) for each in value]
    return {"type": type(value), **written_out(vars(value))} if hasattr(value, "__dict__") else value  # type: ignore[dict-item]


def test_rules_that_changed_are_read_anew(root: Path) -> None:
    load_format(root, "某州", 2022)
    write(root / "某州" / "2020" / "格式.yaml", OLD.replace("空: —", "空: 无"))
    found = load_format(root, "某州", 2022).format
    assert found is not None
    assert found.rules.options["空"].text == "无"


@pytest.mark.parametrize("damage", [b"", b"nonsense"])
def test_rules_that_cannot_be_read_back_are_read_anew(root: Path, damage: bytes) -> None:
    load_format(root, "某州", 2022)
    whole = [file.read_bytes() for file in kept(root)]
    for file in kept(root):
        file.write_bytes(damage)
    assert load_format(root, "某州", 2022).format is not None
    assert [file.read_bytes() for file in kept(root)] == whole


def test_what_is_wrong_with_rules_is_told_every_time(root: Path) -> None:
    write(root / "某州" / "2020" / "格式.yaml", OLD + "不存在的键: 1\n")
    found = [[finding.code for finding in load_format(root, "某州", 2022).findings] for _ in range(2)]
    assert found == [["D101"], ["D101"]]
    assert len(kept(root)) == 1


def test_a_batch_reads_a_format_once_and_again_when_a_file_changes(root: Path) -> None:
    for file in root.rglob("*"):
        os.utime(file, (1_600_000_000, 1_600_000_000))
    first = load_format(root, "某州", 2023)
    assert load_format(root, "某州", 2023) is first
    write(root / "common" / "规则.yaml", COMMON.replace("满分: 100", "满分: 120"))
    changed = load_format(root, "某州", 2023).format
    assert changed is not None
    assert changed.rules.scoring is not None
    assert str(changed.rules.scoring.full) == "120"


@pytest.mark.parametrize(
    "name", ["某州/2023/格式.yaml", "某州/2023/正文/二.md", "common/表.docx", "某州/2024/格式.yaml"]
)
def test_a_file_that_is_new_or_changed_is_seen(root: Path, name: str) -> None:
    for file in root.rglob("*"):
        os.utime(file, (1_600_000_000, 1_600_000_000))
    first = load_format(root, "某州", 2024)
    write(root / name, OLD)
    assert load_format(root, "某州", 2024) != first
