import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from jixiao.kernel.finding import Finding
from jixiao.package.reader import read
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from jixiao.render.draft import Draft
from jixiao.render.template import Compiled, Raw
from tests.templates import ORIGIN, chapter_in, document, format_in, say, view_of, words_of

CHAPTER = "# 概况\n\n{{ 单位.名称 }}有{{ 事实数 }}。\n"
DATA = "事实: {事实数: 48个}"
OUTLINE = """
- {类型: 题名, 行: ["{{ 年度 }}年度", 自评报告]}
- {类型: 正文, 文件: 一.md}
- {类型: 正文, 文件: 二.md}
- {类型: 附件, 名称: "{{ 年度 }}年度自评表"}
- {类型: 附件, 名称: 基础数据表}
"""
FILES: dict[str, str | bytes] = {"一.md": CHAPTER, "二.md": "# 绩效\n"}


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def test_chapters_and_annexes_follow_the_outline(tmp_path: Path) -> None:
    content, findings = document(format_in(tmp_path, OUTLINE, FILES), DATA)
    assert not findings
    words = [line for line in words_of(content).splitlines() if line]
    assert words == [
        "2022年度",
        "自评报告",
        "一、概况",
        "某办公室有48个。",
        "二、绩效",
        "附件：1. 2022年度自评表",
        "2. 基础数据表",
        "附件1",
        "2022年度自评表",
        "附件2",
        "基础数据表",
        "— 1 —",
        "— 1 —",
    ]


def form_file() -> bytes:
    """A form: a line with a style of the layout, and a table."""
    word = docx.Document()
    word.add_paragraph("基本信息{{ 年度 }}")
    cells = word.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "数量", "{{ 事实数 }}{{ 无名 }}"
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_forms_stand_on_pages_of_their_own_and_no_table_ends_the_document(tmp_path: Path) -> None:
    outline = "- {类型: 表单, 文件: 表.docx}\n- {类型: 正文, 文件: 一.md}\n- {类型: 附件, 名称: 表, 文件: 表.docx}"
    form = format_in(tmp_path, outline, FILES | {"表.docx": form_file()})
    content, findings = document(form, DATA)
    failed = [str(finding.place) for finding in findings if finding.code == "C104"]
    assert failed == ["templates/测试/2022/表.docx 表1 行1 格2 段1"]
    assert words_of(content).count("数量\t48个") == 2
    body = read(content)["word/document.xml"].decode()
    assert body.count("<w:sectPr>") == 3
    assert "</w:tbl><w:p>" in body[-1200:]


def test_a_report_without_annexes_has_no_list_of_them(tmp_path: Path) -> None:
    content, _ = document(chapter_in(tmp_path, CHAPTER), DATA)
    assert "附件" not in words_of(content)


def test_pages_are_counted_from_behind_the_cover(tmp_path: Path) -> None:
    outline = "- {类型: 封面, 行: [封面]}\n- {类型: 题名, 行: [题名]}\n- {类型: 附件, 名称: 表}"
    body = read(document(format_in(tmp_path, outline, {}))[0])["word/document.xml"].decode()
    cover, title, annex = body.split("<w:sectPr>")[1:]
    assert "footerReference" not in cover
    assert '<w:pgNumType w:start="1"/>' in title
    assert "pgNumType" not in annex
    assert title.count("footerReference") == annex.count("footerReference") == 2


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    form = format_in(tmp_path, OUTLINE, FILES)
    assert document(form, DATA)[0] == document(form, DATA)[0]


def test_the_document_names_its_origin_and_no_clock(tmp_path: Path) -> None:
    content, _ = document(chapter_in(tmp_path, CHAPTER), DATA)
    files = read(content)
    origin = files["customXml/item1.xml"].decode()
    assert "<j:unit>某办公室</j:unit><j:year>2022</j:year><j:report>自评</j:report>" in origin
    assert '<j:f id="某项目/计划" table="1800" form="1800">1800万元</j:f>' in origin
    assert files["docProps/core.xml"].decode().count("2023-06-01T00:00:00Z") == 2
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_has_a_type_and_every_relation_a_target(tmp_path: Path) -> None:
    for draft in (None, Draft((), str)):
        files = read(document(format_in(tmp_path, OUTLINE, FILES), DATA, draft)[0])
        types = files["[Content_Types].xml"].decode()
        parts = {f"/{name}" for name in files if not name.endswith(".rels") and name != "[Content_Types].xml"}
        assert {each.split('"')[0] for each in types.split('PartName="')[1:]} == parts - {"/customXml/item1.xml"}
        relations = files["word/_rels/document.xml.rels"].decode()
        targets = {each.split('"')[0] for each in relations.split('Target="')[1:]}
        assert all(f"word/{target}" in files or target.removeprefix("../") in files for target in targets)


def test_an_undefined_name_is_located_and_the_rest_is_rendered(tmp_path: Path) -> None:
    content, findings = document(chapter_in(tmp_path, "甲{{ 单住.名称 }}乙\n\n{{ 年度 }}{{ 单位.名 }}"), DATA)
    assert [(each.code, str(each.place), dict(each.fields)["near"]) for each in findings] == [
        ("C104", "templates/测试/2022/章.md:1:5", "单位"),
        ("C104", "templates/测试/2022/章.md:3:15", "名称"),
    ]
    assert words_of(content).startswith("甲乙\n2022")


@pytest.mark.parametrize(
    ("condition", "code", "place"),
    [("实际支初 > 0", "C104", "章.md:1:19"), ("实际支出 >", "C101", "章.md:1:19"), ("实际支出 > 0", "", "")],
)
def test_a_condition_in_quotes_is_located_within_its_tag(tmp_path: Path, condition: str, code: str, place: str) -> None:
    rows = "\n子项目: [{名称: 甲, 预算安排: 1, 实际到位: 1, 实际支出: 1}]"
    chapter = f'有支出的{{{{ 子项目|where("{condition}") }}}}。'
    content, findings = document(chapter_in(tmp_path, chapter), DATA + rows)
    assert {(each.code, str(each.place).rpartition("/")[2]) for each in findings} == (
        {(code, place)} if code else set()
    )
    assert ("有支出的甲。" in words_of(content)) is (code == "")


def test_a_draft_shows_gaps_findings_and_a_watermark(tmp_path: Path) -> None:
    def described(finding: Finding) -> str:
        return f"{finding.code}说明 & 整改"

    content, findings = document(chapter_in(tmp_path, "甲{{ 无名 }}乙"), "", Draft((), described))
    words = words_of(content)
    assert [finding.code for finding in findings] == ["C104"]
    assert "甲【待填：无名】【C104】乙" in words
    assert "检查结果（草稿附页，共1条）\n1. C104说明 & 整改" in words
    files = read(content)
    assert b'string="\xe8\x8d\x89\xe7\xa8\xbf"' in files["word/header1.xml"]
    assert files["word/document.xml"].count(b"headerReference") == 2


def test_a_missing_style_is_reported(tmp_path: Path) -> None:
    form = chapter_in(tmp_path, CHAPTER)
    form.layout.styles.pop("一级标题")
    _, findings = document(form, DATA)
    assert [(finding.code, finding.fields) for finding in findings] == [("F220", (("name", "一级标题"),))]
    say(findings[0])


def test_a_part_that_is_no_xml_is_reported() -> None:
    compiled = Compiled("malformed", (Raw("<w:p>"),), (), ())
    _, findings, _ = render(compiled, view_of(), ORIGIN)
    assert [(finding.code, finding.place and str(finding.place)) for finding in findings] == [
        ("R110", "word/document.xml")
    ]
    say(findings[0])


def test_a_chapter_that_is_no_text_or_is_gone_is_left_out(tmp_path: Path) -> None:
    form = format_in(tmp_path, OUTLINE, FILES | {"一.md": b"PK\x03\x04\x00"})
    (tmp_path / "templates/测试/2022/二.md").unlink()
    content, findings = document(form, DATA)
    assert [finding.code for finding in findings] == ["Y104"]
    assert "附件1" in words_of(content)


def stored(tmp_path: Path) -> Path:
    (file,) = (tmp_path / "cache").glob("*.compiled")
    return file


def test_a_compiled_format_is_kept_and_read_back(tmp_path: Path) -> None:
    form = format_in(tmp_path, OUTLINE, FILES)
    first, _ = compile_format(form)
    file = stored(tmp_path)
    changed = file.stat().st_mtime_ns
    assert compile_format(replace(form)) == (first, [])
    assert file.stat().st_mtime_ns == changed


def test_a_batch_reads_a_compiled_format_once(tmp_path: Path) -> None:
    form = format_in(tmp_path, OUTLINE, FILES)
    first, _ = compile_format(form)
    stored(tmp_path).unlink()
    assert compile_format(form)[0] is first


def test_a_change_of_the_format_compiles_it_again(tmp_path: Path) -> None:
    document(chapter_in(tmp_path, CHAPTER), DATA)
    content, _ = document(chapter_in(tmp_path, CHAPTER + "\n新的一段\n"), DATA)
    assert "新的一段" in words_of(content)
    assert len(list((tmp_path / "cache").glob("*.compiled"))) == 2


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_cache_file_is_written_anew(tmp_path: Path, damage: bytes | None) -> None:
    form = chapter_in(tmp_path, CHAPTER)
    first, _ = compile_format(form)
    file = stored(tmp_path)
    damaged = file.read_bytes()[:-1] if damage is None else damage
    file.write_bytes(damaged)
    assert compile_format(replace(form))[0] == first
    mended = file.read_bytes()
    assert mended != damaged
    assert compile_format(replace(form))[0] == first
    assert file.read_bytes() == mended


def test_a_format_with_findings_is_not_kept(tmp_path: Path) -> None:
    compile_format(chapter_in(tmp_path, "# 一、概况"))
    assert not list((tmp_path / "cache").glob("*.compiled"))


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "file"))
    assert document(chapter_in(tmp_path, CHAPTER), DATA)[1] == []


SCRIPT = """
import sys
from pathlib import Path
from tests.templates import ORIGIN, view_of
from jixiao.formats.load_format import load_format
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
view = view_of("事实: {事实数: 48个}")
for name in list(sys.modules):
    assert name.split(".")[0] not in ("lxml", "docx", "markdown_it", "docxtpl"), name
compiled, findings = compile_format(load_format(Path(sys.argv[1]), "测试", 2022).format)
content, more, _ = render(compiled, view, ORIGIN)
assert not [*findings, *more]
print(sorted({name.split(".")[0] for name in sys.modules} & {"lxml", "docx", "markdown_it", "docxtpl", "jinja2"}))
"""


def test_rendering_from_the_cache_imports_no_parser(tmp_path: Path) -> None:
    compile_format(chapter_in(tmp_path, CHAPTER + "\n{% if 事实数 > 40 and 事实数 %}甲{% endif %}\n"))
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "templates")]
    paths = os.pathsep.join(["src", "."])
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": paths})
    assert done.stdout == "[]\n", done.stdout + done.stderr
