"""Pages, tables and pictures of Word sections: how they lie, how wide they are, and which are refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.render.foreign import field, package, picture, plain, png, styled
from tests.render.word_report import Report, sheet

LANDSCAPE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
UPRIGHT = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def test_a_table_is_not_wider_than_the_text(tmp_path: Path) -> None:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="8845" w:type="dxa"/></w:tcPr>{plain("甲")}</w:tc>' * 2
    grid = '<w:tblGrid><w:gridCol w:w="8845"/><w:gridCol w:w="8845"/></w:tblGrid>'
    table = f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}<w:tr>{cell}</w:tr></w:tbl><w:p/>'
    upright = Report(tmp_path / "竖", package(table)).xml
    assert re.findall(r'w:w="(\d+)"', upright)[:5] == ["0", *["4422"] * 4]
    turned = Report(tmp_path / "横", package(table + LANDSCAPE)).xml
    assert re.findall(r'gridCol w:w="(\d+)"', turned) == ["6378"] * 2


def test_pictures_are_copied_once_under_their_digest(tmp_path: Path) -> None:
    media: dict[str, str | bytes] = {"media/image1.png": png(1), "media/图2.png": png(2), "media/x.png": png(1)}
    relations = {
        "r1": ("image", "media/image1.png"),
        "r2": ("image", "media/%E5%9B%BE2.png"),
        "r3": ("image", "media/x.png"),
    }
    body = "".join(f"<w:p>{picture(key)}</w:p>" for key in relations)
    report = Report(tmp_path, package(body, relations, media))
    assert report.told == []
    names = [name for name in report.files if name.startswith("word/media/")]
    assert sorted(report.files[name] for name in names) == sorted((png(1), png(2)))
    assert re.findall(r'<wp:docPr id="(\d)"', report.xml) == ["1", "2", "3"]
    assert report.xml.count('w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>') == 3
    keys = re.findall(r'r:embed="(\w+)"', report.xml)
    assert keys[0] == keys[2] != keys[1]


def test_a_picture_is_not_wider_than_the_text(tmp_path: Path) -> None:
    wide = package(
        f"<w:p>{picture('r1', width=9_000_000, height=3_000_000)}</w:p>", {"r1": ("image", "1.png")}, {"1.png": png()}
    )
    assert '<wp:extent cx="5616575" cy="1872191"/>' in Report(tmp_path, wide).xml  # 156 mm, a third of that


def test_an_older_picture_is_drawn_anew(tmp_path: Path) -> None:
    shape = '<v:shape style="width:36pt;height:1.5cm"><v:imagedata r:id="r1"/></v:shape>'
    body = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"
    report = Report(tmp_path, package(body, {"r1": ("image", "1.png")}, {"1.png": png()}))
    assert report.told == []
    assert '<wp:extent cx="457200" cy="540000"/>' in report.xml


def test_pages_lie_as_in_the_file_and_then_as_before(tmp_path: Path) -> None:
    ends = [f"<w:p><w:pPr>{each}</w:pPr></w:p>" for each in (UPRIGHT, LANDSCAPE)]
    first = plain("甲") + ends[0] + plain("乙") + ends[1] + plain("丙") + UPRIGHT
    report = Report(tmp_path, package(first), package(plain("丁") + LANDSCAPE), package(plain("戊")))
    assert report.told == []
    pages = re.findall(r"[甲乙丙丁戊]|<w:pgSz[^>]*>", report.xml)
    assert ["横" if "landscape" in each else "竖" if "pgSz" in each else each for each in pages] == [
        *("甲", "竖", "乙", "横", "丙", "竖", "丁", "横", "戊", "竖"),
    ]
    assert "word/footer3.xml" in report.files


def test_the_outline_says_how_a_form_lies_and_the_file_where_it_changes(tmp_path: Path) -> None:
    drawn = package(plain("甲") + LANDSCAPE)
    changing = package(f"{plain('乙')}<w:p><w:pPr>{UPRIGHT}</w:pPr></w:p>{plain('丙')}" + LANDSCAPE)
    report = Report(tmp_path, drawn, changing, kind="类型: 表单")
    pages = re.findall(r"[甲乙丙]|<w:pgSz[^>]*>", report.xml)
    assert ["横" if "landscape" in each else "竖" if "pgSz" in each else each for each in pages] == [*"甲竖乙竖丙横"]


def test_page_numbers_of_references_are_left_to_word(tmp_path: Path) -> None:
    target = '<w:p><w:bookmarkStart w:id="7" w:name="甲"/><w:r><w:t>乙</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
    reference = field(r"PAGEREF 甲 \h", "12")
    report = Report(tmp_path, package(f"<w:p>{reference}</w:p>{target}"))
    assert report.words == ["乙"]
    assert "PAGEREF _Sec1" in report.xml


def test_a_picture_in_a_cell_is_not_wider_than_the_cell(tmp_path: Path) -> None:
    inside = f"<w:p>{picture('r1', width=9_000_000, height=9_000_000)}</w:p>"
    cell = "<w:tc><w:tcPr><w:tcW w:w='2216' w:type='dxa'/></w:tcPr>{}</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>"
    body = table.format(inside) + inside
    report = Report(tmp_path, package(body, {"r1": ("image", "1.png")}, {"1.png": png()}))
    assert re.findall(r'<wp:extent cx="(\d+)"', report.xml) == [str(2000 * 635), str(8845 * 635)]


def test_the_caption_of_a_picture_has_the_style_of_those(tmp_path: Path) -> None:
    report = Report(tmp_path, package(styled("图1 甲", "a1") + styled("表1 乙", "a1"), parts=sheet("caption")))
    assert re.findall(r'pStyle w:val="(\w+)"', report.xml) == ["PictureTitle", "Caption"]


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<w:pict><v:line/></w:pict>", "形状"),
        ("<w:pict><v:shape><v:textpath string='草稿'/></v:shape></w:pict>", "艺术字"),
        ("<w:drawing><wp:inline><a:graphic><wps:wsp/></a:graphic></wp:inline></w:drawing>", "形状"),
        (
            (
                "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx><w:txbxContent>"
                "<w:p><w:r><w:t>盖章处</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>"
                "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"
            ),
            "文本框",
        ),
    ],
)
def test_a_drawing_that_is_no_picture_is_named(tmp_path: Path, inside: str, what: str) -> None:
    (finding,) = Report(tmp_path, package(f"<w:p><w:r>{inside}</w:r></w:p>")).findings
    assert (finding.code, dict(finding.fields)["what"]) == ("F321", what)
    assert getattr(finding.place, "quote", "") == ("盖章处" if what == "文本框" else "")


@pytest.mark.parametrize("data", [png()[:-20], b"\x89PNG\r\n\x1a\n"])
def test_a_picture_that_is_cut_off_is_told(tmp_path: Path, data: bytes) -> None:
    report = Report(tmp_path, package(f"<w:p>{picture('r1')}</w:p>", {"r1": ("image", "1.png")}, {"1.png": data}))
    assert report.told == ["F232 段1"]
