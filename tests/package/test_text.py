import pytest

from jixiao.kernel.place import DocumentPlace
from jixiao.package.reader import Fault, PackageError
from jixiao.package.text import PlacedText, plain_text, texts

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/relationships/footer" Target="footer1.xml"/>'
    '<Relationship Id="r2" Type="http://x/relationships/styles" Target="styles.xml"/>'
    '<Relationship Id="r3" Type="http://x/relationships/header" Target="missing.xml"/></Relationships>'
)


def package(body: str, footer: str = "") -> dict[str, bytes]:
    parts = {"word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'}
    if footer:
        parts["word/_rels/document.xml.rels"] = RELATIONS
        parts["word/footer1.xml"] = f'<w:ftr xmlns:w="{W}">{footer}</w:ftr>'
    return {name: text.encode() for name, text in parts.items()}


def p(*words: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:t>{each}</w:t></w:r>' for each in words)}</w:p>"


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in cells)}</w:tbl>"


def test_paragraphs_tables_rows_and_cells_are_counted() -> None:
    body = (
        p("一", "二") + table([p("a"), p("b") + p("c")], [p("d"), table([p("e")]) + p("f")]) + p("三") + table([p("g")])
    )
    assert texts(package(body)) == [
        PlacedText(DocumentPlace("正文", paragraph=1), "一二"),
        PlacedText(DocumentPlace("正文", table=1, row=1, cell=1, paragraph=1), "a"),
        PlacedText(DocumentPlace("正文", table=1, row=1, cell=2, paragraph=1), "b"),
        PlacedText(DocumentPlace("正文", table=1, row=1, cell=2, paragraph=2), "c"),
        PlacedText(DocumentPlace("正文", table=1, row=2, cell=1, paragraph=1), "d"),
        PlacedText(DocumentPlace("正文", table=2, row=1, cell=1, paragraph=1), "e"),
        PlacedText(DocumentPlace("正文", table=1, row=2, cell=2, paragraph=1), "f"),
        PlacedText(DocumentPlace("正文", paragraph=2), "三"),
        PlacedText(DocumentPlace("正文", table=3, row=1, cell=1, paragraph=1), "g"),
    ]


def test_a_row_is_a_line_of_plain_text() -> None:
    body = p("一") + table([p("a"), p("b") + p("c")], [p("d"), p("e")])
    assert plain_text(package(body)) == "一\na\tb\nc\nd\te"


def test_footers_follow_the_body() -> None:
    found = texts(package(p("一"), p("— ", "1", " —")))
    assert found[-1] == PlacedText(DocumentPlace("页脚", paragraph=1), "— 1 —")


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r>", "a\tb\n-"),
        ("<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>1</w:t></w:r>", "1"),
        ("<w:del><w:r><w:delText>x</w:delText><w:t>y</w:t></w:r></w:del><w:ins><w:r><w:t>z</w:t></w:r></w:ins>", "z"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>96.5</w:t></w:r></w:sdtContent></w:sdt>", "96.5"),
        ("<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r>", "x"),
    ],
)
def test_words_are_those_a_reader_sees(run: str, words: str) -> None:
    assert [each.text for each in texts(package(f"<w:p>{run}</w:p>"))] == [words]


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('盒')}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>外</w:t>{choice}</w:r></w:p>"
    assert [(each.text, each.style) for each in texts(package(body))] == [("外", "Title"), ("盒", "")]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", Fault.DOCTYPE),
        ("<!DOCTYPE a><a/>".encode("utf-16"), Fault.DOCTYPE),
        (b"<a><b></a>", Fault.MALFORMED),
        (b"<a>" * 300 + b"</a>" * 300, Fault.DEPTH),
        (f'<a xmlns:w="{W}"><w:p>'.encode() + b"<b>" * 300 + b"</b>" * 300 + b"</w:p></a>", Fault.DEPTH),
    ],
)
def test_a_hostile_part_is_refused(content: bytes, fault: Fault) -> None:
    with pytest.raises(PackageError) as refused:
        texts({"word/document.xml": content})
    assert refused.value.fault is fault


def test_a_package_without_a_document_is_refused() -> None:
    with pytest.raises(PackageError):
        texts({})
