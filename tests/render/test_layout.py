import re
from pathlib import Path

import pypdfium2
import pytest

from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.render.draft import Draft
from tests.templates import chapter_in, document, format_in, pdf_of

LINES, CHARACTERS = 22, 28
POINTS_OF_MM = 72 / 25.4
TABLE = "| 项目 | 金额 |\n|----|--:|\n" + "".join(f"| 第{number}项 | {number} |\n" for number in range(1, 90))


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


def pages(content: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page of the PDF."""
    pdf = pypdfium2.PdfDocument(pdf_of(content, folder))
    return [page.get_textpage().get_text_bounded().splitlines() for page in pdf]


@pytest.mark.needs("soffice")
def test_a_page_holds_22_lines_of_28_characters(tmp_path: Path) -> None:
    content, findings = document(chapter_in(tmp_path, "国" * (CHARACTERS * LINES * 2)))
    assert not findings
    first, second, *_ = pages(content, tmp_path)
    body = [line for line in first if "国" in line]
    assert [len(line) for line in body] == [CHARACTERS - 2] + [CHARACTERS] * (LINES - 1)
    assert [len(line) for line in second if "国" in line] == [CHARACTERS] * LINES
    assert [line for line in first if "国" not in line] == ["— 1 —"]


@pytest.mark.needs("soffice")
def test_page_numbers_stand_on_the_outer_side_and_not_on_the_cover(tmp_path: Path) -> None:
    outline = "- {类型: 封面, 行: [封面]}\n- {类型: 正文, 文件: 章.md}"
    content, _ = document(format_in(tmp_path, outline, {"章.md": "国" * (CHARACTERS * LINES * 2)}))
    pdf = pypdfium2.PdfDocument(pdf_of(content, tmp_path))
    cover, *numbered = pdf
    assert "—" not in cover.get_textpage().get_text_bounded()
    edges = []
    for number, page in enumerate(numbered, 1):
        text = page.get_textpage()
        found = text.search(f"— {number} —").get_next()
        assert found is not None
        boxes = [text.get_charbox(found[0] + at) for at in range(found[1])]
        edges.append((min(box[0] for box in boxes), max(box[2] for box in boxes), boxes[0][1]))
    width = numbered[0].get_width()
    assert edges[0][1] == pytest.approx(width - 26 * POINTS_OF_MM - 14, abs=2)
    assert edges[1][0] == pytest.approx(28 * POINTS_OF_MM + 14, abs=2)
    assert 35 - edges[0][2] / POINTS_OF_MM == pytest.approx(7, abs=1)


@pytest.mark.needs("soffice")
def test_the_head_of_a_long_table_is_repeated_on_each_page(tmp_path: Path) -> None:
    content, findings = document(chapter_in(tmp_path, f"前文\n\n收支表 {{.表题}}\n\n{TABLE}"))
    assert not findings
    found = ["\n".join(page) for page in pages(content, tmp_path)]
    assert len(found) > 2
    assert all("项目" in page and "金额" in page for page in found)
    assert "前文" in found[0]
    assert "第1项" in found[0]


@pytest.mark.needs("soffice")
def test_the_watermark_shows_on_every_page_of_a_draft(tmp_path: Path) -> None:
    outline = "- {类型: 封面, 行: [封面]}\n- {类型: 正文, 文件: 章.md}"
    form = format_in(tmp_path, outline, {"章.md": "国" * (CHARACTERS * LINES * 2)})
    pdf = pypdfium2.PdfDocument(pdf_of(document(form, "", Draft((), str))[0], tmp_path))
    for page in pdf:
        pixels = bytes(page.render(scale=0.5, grayscale=True).buffer)
        assert sum(150 < pixel < 250 for pixel in pixels) > len(pixels) / 100


def test_the_styles_of_the_layout_are_in_the_document(tmp_path: Path) -> None:
    files = read(document(chapter_in(tmp_path, "# 概况"))[0])
    styles = files["word/styles.xml"].decode()
    body = styles.split('w:styleId="BodyText"')[1].split("</w:style>")[0]
    assert 'w:eastAsia="仿宋_GB2312"' in body
    assert '<w:spacing w:val="-5"/><w:sz w:val="32"/>' in body
    assert 'w:line="579" w:lineRule="exact"' in body
    assert 'w:firstLineChars="200" w:firstLine="630"' in body
    levels = re.findall(r'w:styleId="Heading(\d)".*?w:outlineLvl w:val="(\d)"', styles)
    assert levels == [("1", "0"), ("2", "1"), ("3", "2"), ("4", "3")]
    fonts = files["word/fontTable.xml"].decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,' in fonts
    settings = files["word/settings.xml"].decode()
    assert "<w:evenAndOddHeaders/>" in settings
    assert "updateFields" not in settings


def test_the_page_number_is_a_whole_field(tmp_path: Path) -> None:
    files = read(document(chapter_in(tmp_path, "# 概况"))[0])
    footer = files["word/footer1.xml"].decode()
    assert re.findall(r'fldCharType="(\w+)"|<w:instrText[^>]*>([^<]*)<', footer) == [
        ("begin", ""),
        ("", " PAGE "),
        ("separate", ""),
        ("end", ""),
    ]
    assert plain_text(files).endswith("— 1 —\n— 1 —")
