"""大纲.yaml and the files it brings: where they are read, what is refused, and that they are no data."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.kernel.finding import Finding
from jixiao.load import outlines
from jixiao.load.folder import Loaded, load_unit
from jixiao.load.outlines import inside

UNIT = "单位: {名称: 某局}\n报告: [{名称: 自评, 格式: 测试, 报告时间: 2023-06}]\n"
CHANGE = "大纲调整: [{增加: 正文, 文件: 章节/一.md}]\n"
YEAR = "某县/某局/2022"
PICTURES = '![图](章节/图.png "机构")\n\n![](<章节/流程 图.jpg>)'
CHAPTER = f'# 一\n\n{{% form "章节/表.docx" %}}\n\n{PICTURES}\n\n见（附件）和"无.docx"。\n'
WITH_CHAPTER: dict[str, str | bytes] = {
    f"{YEAR}/单位.yaml": UNIT,
    f"{YEAR}/大纲.yaml": CHANGE,
    f"{YEAR}/章节/一.md": CHAPTER,
    f"{YEAR}/章节/表.docx": b"PK form",
    f"{YEAR}/章节/图.png": b"picture",
    f"{YEAR}/章节/流程 图.jpg": b"picture",
}


def load(root: Path, files: dict[str, str | bytes]) -> Loaded:
    for name, content in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return load_unit(root / "data", "某局", 2022)


def said(findings: list[Finding]) -> list[str]:
    return [f"{finding.code} {finding.place}" for finding in findings]


def test_sections_beside_the_data_are_no_data(tmp_path: Path) -> None:
    loaded = load(tmp_path, WITH_CHAPTER)
    assert loaded.findings == []
    (file,) = loaded.outlines
    assert set(file.own.files) == {"章节/一.md", "章节/表.docx", "章节/图.png", "章节/流程 图.jpg"}
    assert loaded.files == (f"data/{YEAR}/单位.yaml", f"data/{YEAR}/大纲.yaml")
    assert loaded.sources[f"data/{YEAR}/大纲.yaml"] == CHANGE


def test_a_chapter_that_no_change_names_is_still_data(tmp_path: Path) -> None:
    found = load(tmp_path, WITH_CHAPTER | {f"{YEAR}/章节/二.md": "# 二\n\n二。\n"}).findings
    assert [each.code for each in found] == ["D101"]


def test_the_folders_are_read_from_the_data_folder_down_to_the_year(tmp_path: Path) -> None:
    folders = ("", "某县/", "某县/某局/", f"{YEAR}/")
    files: dict[str, str | bytes] = {f"{folder}大纲.yaml": "大纲调整: [{删除: 甲}]\n" for folder in folders}
    loaded = load(tmp_path, files | {f"{YEAR}/单位.yaml": UNIT, "别县/大纲.yaml": CHANGE})
    shown = [(each.own.shown, each.own.is_unit) for each in loaded.outlines]
    assert shown == [
        ("data", False),
        ("data/某县", False),
        ("data/某县/某局", True),
        (f"data/{YEAR}", True),
    ]


@pytest.mark.parametrize("changed", sorted({*WITH_CHAPTER, "某县/大纲.yaml"}))
def test_the_digest_covers_the_changes_and_their_files(tmp_path: Path, changed: str) -> None:
    before = load(tmp_path / "一", WITH_CHAPTER)
    assert load(tmp_path / "二", WITH_CHAPTER).digest == before.digest
    more = WITH_CHAPTER.get(changed, "大纲调整: [{删除: 甲}]\n")
    other = more + "\n" if isinstance(more, str) else more + b"\n"
    assert load(tmp_path / "三", WITH_CHAPTER | {changed: other}).digest != before.digest


@pytest.mark.parametrize(
    "name",
    [
        "../一.md",
        "章节/../../一.md",
        "/etc/passwd",
        "C:\\一.md",
        "C:一.md",
        "\\\\server\\一.md",
        "一\0.md",
        "..\\一.md",
    ],
)
def test_a_file_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    assert inside(tmp_path, name) is None


def test_a_link_that_leads_out_is_refused_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "别处.md").write_text("# 秘密\n", encoding="utf-8")
    folder = tmp_path / "data/某县/某局/章节"
    folder.mkdir(parents=True)
    (folder / "一.md").symlink_to(tmp_path / "别处.md")
    (folder / "环.md").symlink_to("环.md")
    change = "大纲调整: [{增加: 正文, 文件: 章节/一.md}, {增加: 正文, 文件: 章节/环.md}]\n"
    loaded = load(tmp_path, {f"{YEAR}/单位.yaml": UNIT, "某县/某局/大纲.yaml": change})
    assert [each.code for each in loaded.findings][:1] == ["F131"]
    assert len(loaded.findings) == 2
    assert loaded.outlines[0].own.files == {}


def test_slashes_of_windows_are_slashes(tmp_path: Path) -> None:
    change = "大纲调整: [{增加: 正文, 文件: 章节\\一.md}]\n"
    loaded = load(tmp_path, WITH_CHAPTER | {f"{YEAR}/大纲.yaml": change})
    assert loaded.findings == []
    assert "章节/一.md" in loaded.outlines[0].own.files


def test_files_that_cannot_be_read_and_files_without_end_are_findings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlines, "MAX_BYTES", 200)
    found = load(tmp_path / "一", WITH_CHAPTER | {f"{YEAR}/章节/一.md": "长" * 100}).findings
    assert f"Y106 data/{YEAR}/章节/一.md" in said(found)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = load(tmp_path / "二", WITH_CHAPTER).findings
    assert f"Y142 data/{YEAR}/大纲.yaml" in said(found)


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("", ["Y107"]),
        ("甲\n", ["F133"]),
        (b"PK\x03\x04", ["Y104"]),
        ("大纲调整: [{增加: 正文, 文件名: 一.md}]\n", ["D101"]),
        ("大纲调正: []\n", ["D101"]),
        ("大纲调整: [{增加: 正文, 横排: 对}]\n", ["D112"]),
        (f"大纲调整: [{{增加: 正文, 文件: {'长' * 300}.md}}]\n", ["F132"]),
    ],
)
def test_mistakes_are_found_where_they_stand(tmp_path: Path, content: str | bytes, codes: list[str]) -> None:
    found = load(tmp_path, {f"{YEAR}/单位.yaml": UNIT, "大纲.yaml": content}).findings
    assert [each.code for each in found] == codes
    assert all(str(each.place).startswith("data/大纲.yaml") for each in found)
