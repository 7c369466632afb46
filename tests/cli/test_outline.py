"""`outline` and `preview`: what a report consists of, and one section of it alone."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from jixiao.package.reader import read
from jixiao.package.text import plain_text
from tests.cli.running import Desk
from tests.fake_office import executable
from tests.render import painted

UNIT, YEAR = "gonglu", "2025"
OWN = "yanshi/gonglu"


def parts(desk: Desk, unit: str = UNIT, year: str = YEAR) -> list[dict[str, Any]]:
    result = desk.run("outline", unit, "--year", year, "--json")
    assert result.status == 0, result.err
    listed: list[dict[str, Any]] = json.loads(result.out)
    return listed


def test_the_outline_tells_the_file_and_the_changes_of_each_section(desk: Desk) -> None:
    listed = parts(desk)
    changed = [(each["number"], each["name"], each["source"], each["changes"]) for each in listed if each["changes"]]
    assert changed == [
        ("四", "绩效指标完成情况", "group", ["added"]),
        ("六", "存在的问题及整改措施", "unit", ["replaced"]),
        ("", "其他需要说明的问题", "format", ["dropped"]),
        ("附件2", "2025年度农村公路日常养护分项目实施情况表", "unit", ["added"]),
    ]
    assert [each["file"] for each in listed if each["source"] in ("group", "unit")] == [
        "data/yanshi/章节/绩效指标完成情况.md",
        "data/yanshi/gonglu/章节/存在的问题及整改措施.md",
        "data/yanshi/gonglu/章节/分项目实施情况表.docx",
    ]
    assert {each["report"] for each in listed} == {"日常养护"}


@pytest.mark.parametrize(
    ("lang", "head"), [("zh", "序号 类别 名称 来自 改动 文件"), ("en", "number kind title from change file")]
)
def test_the_outline_as_a_table(desk: Desk, lang: str, head: str) -> None:
    lines = desk.run("outline", UNIT, "--year", YEAR, "--lang", lang).out.splitlines()
    assert lines[0] == "日常养护"
    assert lines[1].split() == head.split()
    assert sum(word in line for line in lines for word in ("增加", "added")) == 2


def test_each_annex_of_a_list_stands_alone_and_any_of_their_names_means_the_section(desk: Desk) -> None:
    listed = parts(desk, "hunan-zwfw", "2023")
    names = {each["number"]: each["name"] for each in listed}
    assert names["附件3-2"] == "2023年度其他运转类绩效自评表"
    (desk.data / "hunan-zwfw/大纲.yaml").write_text(f"大纲调整: [{{删除: {names['附件3-2']}}}]\n", encoding="utf-8")
    assert not [each for each in parts(desk, "hunan-zwfw", "2023") if each["number"].startswith("附件3")]


def test_a_moved_section_says_so(desk: Desk) -> None:
    (desk.data / "xiangxi/大纲.yaml").write_text("大纲调整: [{移动: 有关建议, 之前: 项目概况}]\n", encoding="utf-8")
    moved = [
        (each["number"], each["name"], each["source"]) for each in parts(desk, "xiangxi", "2022") if each["changes"]
    ]
    assert moved == [("一", "有关建议", "format")]


def test_what_is_wrong_with_the_changes_is_told(desk: Desk) -> None:
    path = desk.data / OWN / "大纲.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("其他需要说明的问题", "其他要说明的问题"), encoding="utf-8"
    )
    assert "必须改正 2 项" in desk.run("outline", UNIT, "--year", YEAR).err
    result = desk.run("check", OWN, "--year", YEAR)
    assert result.status == 1
    assert "data/yanshi/gonglu/大纲.yaml:9:9: 必须 F139" in result.out


@pytest.mark.parametrize("named", [[], ["yanshi"], ["yanshi/gonglu"], [UNIT]])
def test_units_below_groups_are_checked_with_all_others_or_by_name(desk: Desk, named: list[str]) -> None:
    path = desk.data / OWN / "大纲.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("其他需要说明的问题", "其他要说明的问题"), encoding="utf-8"
    )
    found = json.loads(desk.run("check", *named, "--year", YEAR, "--json").out)
    assert {(each["code"], each["unit"]) for each in found} == {("F139", OWN), ("T101", OWN)}
    assert desk.run("check", "yanshi", "--year", "2024").status == 2


def test_a_mistake_of_a_group_is_told_once_for_all_its_units(desk: Desk) -> None:
    shutil.copytree(desk.data / OWN, desk.data / "yanshi/other")
    path = desk.data / "yanshi/大纲.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("之后: 综合评价", "之后: 综台评价"), encoding="utf-8")
    result = desk.run("check", "yanshi", "--year", YEAR)
    assert (result.status, result.out.count("F139")) == (1, 1), result.out


@pytest.mark.parametrize(
    ("section", "stem", "words"),
    [
        ("存在的问题及整改措施", "六、存在的问题及整改措施", "六、存在的问题及整改措施\n（一）预算执行方面"),
        ("六", "六、存在的问题及整改措施", "（三）整改措施"),
        ("分项目实施情况表", "附件2 2025年度农村公路日常养护分项目实施情况表", "附件2\n"),
        ("附件1", "附件1 项目支出绩效自评表", "维修桥涵"),
        ("封面", "封面", "示例县公路养护中心"),
    ],
)
def test_a_preview_holds_one_section_with_its_numbers(desk: Desk, section: str, stem: str, words: str) -> None:
    result = desk.run("preview", UNIT, section, "--year", YEAR)
    path = desk.out / YEAR / OWN / f"{stem}（预览）.docx"
    assert (result.status, result.out) == (0, f"已写入 {path}\n"), result.err
    text = plain_text(read(path.read_bytes()))
    assert words in text
    assert "有关建议" not in text


def test_references_to_what_is_not_in_the_preview_are_words(desk: Desk) -> None:
    desk.run("preview", UNIT, "六", "--year", YEAR)
    desk.run("preview", "hunan-zwfw", "目录", "--year", "2023")
    (chapter,), (contents,) = (list((desk.out / year).rglob("*.docx")) for year in (YEAR, "2023"))
    for path, words in ((chapter, "见附件2"), (contents, "一、基本情况")):
        xml = read(path.read_bytes())["word/document.xml"].decode()
        assert words in plain_text(read(path.read_bytes()))
        assert not re.search("w:anchor=|REF ", xml)


def test_pictures_and_footnotes_of_other_sections_stay_out_of_a_preview(desk: Desk) -> None:
    chapter = desk.data / OWN / "章节/存在的问题及整改措施.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n![路面](路面.png)\n", encoding="utf-8")
    (desk.data / OWN / "路面.png").write_bytes(painted.png(40, 20))
    kept = {}
    for section in ("四", "六", "七"):
        assert desk.run("preview", UNIT, section, "--year", YEAR).status == 0
        (path,) = (desk.out / YEAR / OWN).glob(f"{section}*.docx")
        kept[section] = [name for name in read(path.read_bytes()) if "media" in name or "footnotes.xml" in name]
    assert [len(kept[section]) for section in ("四", "六", "七")] == [1, 1, 0]
    assert "media" in kept["六"][0]


def test_several_annexes_of_one_kind_are_on_pages_of_their_own(desk: Desk) -> None:
    assert desk.run("preview", "hunan-zwfw", "项目支出绩效自评表", "--year", "2023").status == 0
    (path,) = (desk.out / "2023/hunan-zwfw").glob("*.docx")
    xml = read(path.read_bytes())["word/document.xml"].decode()
    assert re.findall("附件(3-[0-9])", plain_text(read(path.read_bytes()))) == ["3-1", "3-2", "3-3"]
    assert xml.count("<w:sectPr>") == 3


def test_a_preview_is_written_and_marked_where_something_must_be_mended(desk: Desk) -> None:
    chapter = desk.data / OWN / "章节/存在的问题及整改措施.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n支出{{ 全年执行书 }}。\n", encoding="utf-8")
    result = desk.run("preview", UNIT, "六", "--year", YEAR)
    assert (result.status, "C104" in result.err) == (0, True)
    (path,) = (desk.out / YEAR / OWN).glob("*.docx")
    text = plain_text(read(path.read_bytes()))
    assert "C104" in text
    assert "草稿" in read(path.read_bytes())["word/header1.xml"].decode()


def test_a_section_that_is_not_clear_is_told(desk: Desk) -> None:
    unknown = desk.run("preview", UNIT, "存在的问题", "--year", YEAR)
    assert (unknown.status, unknown.out) == (2, "")
    assert "存在的问题及整改措施" in unknown.err
    several = desk.run("preview", "shili", "有关建议", "--year", YEAR)
    assert (several.status, "--report" in several.err) == (2, True)
    chosen = desk.run("preview", "shili", "有关建议", "--year", YEAR, "--report", "惠民演出")
    assert chosen.status == 0, chosen.err
    assert "六、有关建议（预览）.docx" in chosen.out
    assert desk.run("preview", "nowhere", "有关建议", "--year", YEAR).status == 2


def test_two_sections_of_one_name_are_told_apart_by_their_numbers(desk: Desk) -> None:
    path = desk.data / OWN / "大纲.yaml"
    twin = "  - {增加: 附件, 名称: 有关建议, 文件: 章节/分项目实施情况表.docx}\n"
    path.write_text(path.read_text(encoding="utf-8") + twin, encoding="utf-8")
    result = desk.run("preview", UNIT, "有关建议", "--year", YEAR)
    assert (result.status, "七、有关建议、附件3 有关建议" in result.err) == (2, True)
    assert desk.run("preview", UNIT, "附件3", "--year", YEAR).status == 0


@pytest.mark.needs("soffice")
def test_a_preview_as_pdf(desk: Desk) -> None:
    result = desk.run("preview", UNIT, "七", "--year", YEAR, "--pdf")
    assert result.status == 0, result.err
    (path,) = (desk.out / YEAR / OWN).glob("*.pdf")
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("what", ["missing", "#!/bin/sh\nexit 1\n", "#!/bin/sh\nexit 0\n"])
def test_without_libreoffice_there_is_word_and_a_message(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    program = tmp_path / "soffice" if what == "missing" else executable(tmp_path / "soffice", what)
    monkeypatch.setenv("JIXIAO_SOFFICE", str(program))
    former = desk.out / YEAR / OWN / "七、有关建议（预览）.pdf"
    former.parent.mkdir(parents=True)
    former.write_bytes(b"former")
    result = desk.run("preview", UNIT, "七", "--year", YEAR, "--pdf")
    code = {"missing": "O111", "#!/bin/sh\nexit 1\n": "O113"}.get(what, "O114")
    assert (result.status, code in result.err, former.read_bytes()) == (2, True, b"former")
    assert "七、有关建议（预览）.docx" in result.out
