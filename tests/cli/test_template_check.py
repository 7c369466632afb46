from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jixiao.cli.app import run
from jixiao.package.reader import read
from tests.cli.running import ROOT, Desk
from tests.render.drawn import form

CHAPTER, FORM = "xiangxi-project/2022/正文/01-项目概况.md", "xiangxi-project/2022/表单/基本信息表.docx"


@pytest.fixture
def formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of two formats, in the folder where the commands run."""
    for name in ("common", "xiangxi-project", "hunan-department"):
        shutil.copytree(ROOT / "templates" / name, tmp_path / "templates" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "templates"


def spoil(formats: Path) -> None:
    """Put a mistake into a chapter, into a form and into the rules."""
    chapter = formats / CHAPTER
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\n支出{{ 全年执行书 }}。\n", encoding="utf-8")
    (formats / FORM).write_bytes(form([["{{ 单位.名城 }}"], ["{{ 单位.名称"]]))
    rules = formats / "xiangxi-project/2022/格式.yaml"
    rules.write_text(
        rules.read_text(encoding="utf-8").replace("条件: ", "条件: 全年执行书 > 0 and ", 1), encoding="utf-8"
    )


def codes(out: str) -> list[tuple[str, str]]:
    heads = [line.partition(": ") for line in out.splitlines() if ": 必须 " in line or ": 提示 " in line]
    return [(Path(place.split()[0].split(":")[0]).name, said.split()[1]) for place, _, said in heads]


ALL = [("01-项目概况.md", "C104"), ("基本信息表.docx", "C104"), ("基本信息表.docx", "F302"), ("格式.yaml", "C104")]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (".", ALL),
        ("xiangxi-project", ALL),
        ("xiangxi-project/2022", ALL),
        ("xiangxi-project/2022/格式.yaml", ALL[3:]),
        (CHAPTER, ALL[:1]),
        (FORM, ALL[1:3]),
        ("xiangxi-project/2022/表单", ALL[1:3]),
        ("hunan-department", []),
        ("common", []),
        ("common/表单/评价人员.docx", []),
    ],
)
def test_all_that_is_wrong_below_a_path_is_told(
    desk: Desk, formats: Path, path: str, expected: list[tuple[str, str]]
) -> None:
    spoil(formats)
    result = desk.run("template", "check", f"templates/{path}")
    assert sorted(codes(result.out)) == expected
    assert result.status == (1 if expected else 0)


def test_a_sound_folder_of_formats(desk: Desk, formats: Path) -> None:
    assert desk.run("template", "check", str(formats)) == (0, "没有发现问题。\n", "")


@pytest.mark.parametrize(
    ("path", "said"),
    [("templates/没有", "没有 templates/没有 这个文件或文件夹。\n"), ("说明.txt", "说明.txt 不是模板：")],
)
def test_what_is_no_template(desk: Desk, formats: Path, path: str, said: str) -> None:
    (formats.parent / "说明.txt").write_text("甲", encoding="utf-8")
    result = desk.run("template", "check", path)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(said)


def test_data_are_no_template(desk: Desk, formats: Path) -> None:
    assert formats.is_dir()
    assert desk.run("template", "check", "data/xiangxi/2022/单位.yaml").status == 2
    assert desk.run("template", "check", "data/xiangxi").status == 2


def test_a_file_that_no_format_prints_is_judged_by_the_format_that_fits(desk: Desk, formats: Path) -> None:
    (formats.parent / "部门.md").write_text("{% for 项 in 各项目 %}\n{{ 项.名城 }}\n{% endfor %}\n", encoding="utf-8")
    (formats / "xiangxi-project/2022/正文/新.md").write_text("{{ 全年执行书 }}\n", encoding="utf-8")
    alone = desk.run("template", "check", "部门.md", "--templates", "templates")
    assert alone.out.startswith("部门.md：按格式 hunan-department 检查。\n部门.md:2:6: 必须 C104")
    unused = desk.run("template", "check", "templates/xiangxi-project/2022/正文/新.md")
    assert codes(unused.out) == [("新.md", "C104")]


def test_what_a_unit_adds_is_judged_with_its_own_facts(desk: Desk, formats: Path) -> None:
    folder = desk.data / "xiangxi/2022"
    (folder / "大纲.yaml").write_text("大纲调整:\n- {替换: 项目概况, 文件: 概况.md}\n", encoding="utf-8")
    (folder / "概况.md").write_text("# 项目概况\n\n{{ 数据共享单位 }}{{ 全年执行书 }}\n", encoding="utf-8")
    assert formats.is_dir()
    for path in ("data/xiangxi", "data/xiangxi/2022/概况.md", "data"):
        result = desk.run("template", "check", path)
        assert (result.status, codes(result.out)) == (1, [("概况.md", "C104")])
    assert desk.run("template", "check", "data/xiangxi/2022/大纲.yaml").status == 0


def test_json_has_the_shape_of_check(desk: Desk, formats: Path) -> None:
    spoil(formats)
    found = json.loads(desk.run("template", "check", f"templates/{FORM}", "--json").out)
    checked = json.loads(desk.run("check", "xiangxi", "--year", "2022", "--templates", "templates", "--json").out)
    assert {each["code"] for each in found} == {"C104", "F302"}
    place = {"file": f"templates/{FORM}", "table": 1, "row": 1, "cell": 1, "paragraph": 1, "quote": "{{ 单位.名城 }}"}
    assert place.items() <= found[0].items()
    assert set(found[0]) == set(next(each for each in checked if each["code"] == "F302"))


def test_an_annotated_copy_tells_each_mistake_in_place(desk: Desk, formats: Path) -> None:
    spoil(formats)
    before = (formats / FORM).read_bytes()
    result = desk.run("template", "check", "templates/xiangxi-project", "--annotate")
    copy = desk.out / f"templates/{FORM}".replace(".docx", "（批注）.docx")
    assert f"已写入 {copy}：2 处批注。" in result.err
    assert "批注只加在 Word 表单（.docx）里" in result.err
    assert (formats / FORM).read_bytes() == before
    comments = read(copy.read_bytes())["word/comments.xml"].decode()
    assert "没有这个名称" in comments
    assert "改法：补全" in comments
    english = desk.run("template", "check", f"templates/{FORM}", "--annotate", "--lang", "en")
    assert "2 comments" in english.err
    assert "unknown name" in read(copy.read_bytes())["word/comments.xml"].decode()


def test_what_is_no_document_gets_no_comments(desk: Desk, formats: Path) -> None:
    (formats / FORM).write_bytes(b"an old .doc")
    result = desk.run("template", "check", f"templates/{FORM}", "--annotate")
    assert result.status == 1
    assert "读不出段落，没有加批注" in result.err
    assert not desk.out.exists()


def test_a_copy_that_cannot_be_written_is_told(desk: Desk, formats: Path) -> None:
    spoil(formats)
    desk.out.write_text("a file where the folder should be", encoding="utf-8")
    result = desk.run("template", "check", f"templates/{FORM}", "--annotate")
    assert result.status == 1
    assert "O102" in result.err


def test_the_help_page_of_the_group_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "--help"]) == 0
    assert "检查模板的写法，不需要数据" in capsys.readouterr().out


def test_a_chapter_that_stands_alone_may_name_what_lies_beside_it(desk: Desk, formats: Path) -> None:
    shutil.copy(formats / FORM, formats.parent / "我的表.docx")
    text = '# 甲\n\n{% form "我的表.docx" %}\n\n{% form "我的标.docx" %}\n'
    (formats.parent / "章.md").write_text(text, encoding="utf-8")
    result = desk.run("template", "check", "章.md", "--templates", "templates")
    assert codes(result.out) == [("章.md", "F214")]
    assert "找不到文件 我的标.docx" in result.out
