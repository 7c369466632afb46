"""Documents as their readers see them."""

from __future__ import annotations

import pytest

from jixiao.package.content import Block, Paragraph, Table, content, paragraphs
from tests.package.documents import cell, heading, package, paragraph, row, run, table


def blocks(body: str) -> tuple[Block, ...]:
    return content(package(body))[0].blocks


def words(inside: str) -> list[str]:
    return [each.words for each in paragraphs(blocks(inside))]


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = mark.format("begin") + f"<w:r><w:instrText> {instruction} </w:instrText></w:r>" + mark.format("separate")
    return begin + result + mark.format("end")


def test_chapters_are_named_by_their_headings_and_counted_anew() -> None:
    body = "".join(
        [
            *(paragraph("封面"), heading(1, "一、概况"), paragraph(""), paragraph("甲")),
            *(heading(2, "（一）机构"), paragraph("乙"), table(row(cell("丙"))), heading(3, "1.局"), paragraph("丁")),
            *(heading(1, "二、支出"), table(row(cell("戊")))),
        ]
    )
    assert [str(each.place) for each in paragraphs(blocks(body)) if each.text] == [
        "正文 段1",
        "正文 一、概况 段1",
        "正文 一、概况 段2",
        "正文 一、概况/（一）机构 段1",
        "正文 一、概况/（一）机构 段2",
        "正文 一、概况/（一）机构 表1 行1 格1 段1",
        "正文 一、概况/1.局 段1",
        "正文 一、概况/1.局 段2",
        "正文 二、支出 段1",
        "正文 二、支出 表1 行1 格1 段1",
    ]


def test_a_heading_may_have_its_level_itself() -> None:
    (first, second) = paragraphs(blocks(paragraph("甲", '<w:outlineLvl w:val="2"/>') + heading(1, "乙")))
    assert (first.level, second.level) == (3, 1)


def test_merged_cells_stand_in_the_grid_wherever_they_reach() -> None:
    wide, start, goes_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    made = table(
        row(cell("甲", wide), cell("乙", start)),
        row(cell("丙"), cell("丁"), cell("", goes_on)),
        row(cell("戊"), properties='<w:gridBefore w:val="2"/>'),
    )
    (found,) = blocks(made)
    assert isinstance(found, Table)
    shown = {place: held.text for place, held in found.grid().items()}
    assert shown == {
        (1, 1): "甲",
        (1, 2): "甲",
        (1, 3): "乙",
        (2, 1): "丙",
        (2, 2): "丁",
        (2, 3): "乙",
        (3, 3): "戊",
    }


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<w:p>{run('第')}{field('PAGE', run('3'))}{run('页')}</w:p>", ["第页"]),
        (f'<w:p>{run("见")}<w:fldSimple w:instr=" PAGEREF x ">{run("3")}</w:fldSimple></w:p>', ["见"]),
        (f"<w:p>{field('REF x', run('表3'))}</w:p>", ["表3"]),
        (f"<w:p>{field('REF x', field('PAGE', run('9')) + run('表3'))}</w:p>", ["表3"]),
        ("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>x</w:t></w:r></w:p>", [""]),
        (paragraph("甲", "<w:rPr><w:del/></w:rPr>") + paragraph("乙"), ["甲乙"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('甲')}</w:sdtContent></w:sdt>", ["甲"]),
        (table(row(cell("甲"), properties="<w:del/>"), row(cell("乙"))), ["乙"]),
        (f"<w:p><w:moveFrom>{run('甲')}</w:moveFrom><w:moveTo>{run('乙')}</w:moveTo></w:p>", ["乙"]),
    ],
)
def test_words_are_those_that_are_there_when_all_is_accepted(inside: str, expected: list[str]) -> None:
    assert words(inside) == expected


def test_page_numbers_of_a_table_of_contents_are_none_of_its_words() -> None:
    tab = "<w:r><w:tab/></w:r>"
    first = f"<w:p>{field('TOC', '').removesuffix(_END)}{run('一、概况')}{tab}{run('— 1 —')}</w:p>"
    body = f"{first}<w:p>{run('二、支出2022')}{tab}{run('ii')}</w:p><w:p>{_END}</w:p>{paragraph('三')}"
    found = list(paragraphs(blocks(body)))
    assert [each.words for each in found] == ["一、概况", "二、支出2022", "", "三"]
    assert [each.is_contents for each in found] == [True, True, True, False]


_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_lines_that_part_notes_from_the_text_are_no_notes() -> None:
    parts = package(paragraph("甲"), footer="<w:x/>")
    notes = f"<w:footnote w:type='separator'>{paragraph('')}</w:footnote><w:footnote>{paragraph('注')}</w:footnote>"
    parts["word/footer1.xml"] = parts["word/footer1.xml"].replace(b"<w:x/>", notes.encode())
    assert [block.text for block in content(parts)[1].blocks if isinstance(block, Paragraph)] == ["注"]
