from __future__ import annotations

import re
import subprocess
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from jixiao.kernel.place import DocumentPlace
from jixiao.package.reader import read
from jixiao.package.zip import pack, write
from jixiao.render.word.comments import AUTHOR, Comment, commented
from tests.render.drawn import NAMESPACE, W, form, run, written

TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
COMMENTS, DOCUMENT = "word/comments.xml", "word/document.xml"


def at(words: str = "", table: int = 0, row: int = 0, cell: int = 0, paragraph: int = 0) -> DocumentPlace:
    return DocumentPlace("表.docx", "", table, row, cell, paragraph, words)


def marked(data: bytes, *places: DocumentPlace) -> dict[str, bytes]:
    """The parts of a form with a comment at each place; its lines are the number of the place and a sign."""
    return read(commented(data, [Comment(place, [f"第{number}处", "<&"]) for number, place in enumerate(places)]))


def covered(document: bytes) -> list[str]:
    """The words that each comment covers, in the order of their numbers."""
    words: dict[str, str] = {}
    opened: set[str] = set()
    for element in fromstring(document).iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            opened.add(number)
            words[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(number)
        elif element.tag == f"{W}t":
            words |= {each: words[each] + (element.text or "") for each in opened}
    assert not opened
    return [words[number] for number in sorted(words, key=int)]


CELLS = [["甲", "乙\n丙"], ["丁", "戊"]]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (at(paragraph=1), "首段"),
        (at(paragraph=2), "二段"),
        (at(table=1, row=1, cell=2, paragraph=2), "丙"),
        (at(table=1, row=2, cell=1), "丁"),
        (at(table=1, row=2), "丁"),
        (at(table=1), "甲"),
        (at(table=2, row=1, cell=1, paragraph=1), "己"),
        (at(table=7, row=1), "首段"),
        (at(), "首段"),
    ],
)
def test_a_comment_stands_where_the_finding_points(place: DocumentPlace, words: str) -> None:
    document = marked(form("首段", CELLS, "二段", [["己"]]), place)[DOCUMENT]
    assert covered(document) == [words]


def test_tables_within_cells_are_counted_as_the_compiler_counts_them() -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run('内')}</w:p></w:tc></w:tr></w:tbl><w:p/>"
    rows = f"<w:tr><w:tc><w:p>{run('外')}</w:p>{inner}</w:tc></w:tr>"
    data = written(f"<w:sdt><w:sdtContent><w:tbl>{rows}</w:tbl></w:sdtContent></w:sdt><w:tbl>{rows}</w:tbl>")
    places = [at(table=number, row=1, cell=1, paragraph=1) for number in (1, 2, 3, 4)]
    assert covered(marked(data, *places)[DOCUMENT]) == ["外", "内", "外", "内"]


@pytest.mark.parametrize(
    ("quote", "words"),
    [("{{ 名城 }}", "{{ 名城 }}"), ("金额", "金额为"), ("为{{", "金额为{{ 名"), ("没有的", "金额为{{ 名城 }}元")],
)
def test_of_a_paragraph_the_runs_with_the_quoted_words_are_covered(quote: str, words: str) -> None:
    properties = '<w:pPr><w:jc w:val="left"/></w:pPr>'
    data = written(
        f"<w:p>{properties}{run('金额为')}{run('{{ 名')}<w:proofErr w:type='x'/>{run('城 }}')}{run('元')}</w:p>"
    )
    document = marked(data, at(quote, paragraph=1))[DOCUMENT]
    assert covered(document) == [words]
    assert f"{properties}<w:commentRangeStart".encode() in document or words.startswith("{{")


def test_everything_else_is_kept_byte_for_byte() -> None:
    data = form("首段", CELLS)
    before, after = read(data), marked(data, at(paragraph=1), at(table=1, row=2, cell=2))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {DOCUMENT, TYPES, RELATIONS, COMMENTS}
    marks = rb"<w:commentRange(?:Start|End)[^>]*/>|<w:r><w:commentReference[^>]*/></w:r>"
    assert re.sub(marks, b"", after[DOCUMENT]) == before[DOCUMENT]
    assert commented(data, [Comment(at(), ["甲"])]) == commented(data, [Comment(at(), ["甲"])])


def test_an_empty_paragraph_is_opened_for_its_comments() -> None:
    data = written('<w:p w:rsidR="00A1" /><w:p/>')
    document = marked(data, at(paragraph=1), at(paragraph=1), at(paragraph=2))[DOCUMENT]
    assert covered(document) == ["", "", ""]
    paragraphs = [[child.tag.removeprefix(W) for child in each] for each in fromstring(document).iter(f"{W}p")]
    mark = ["commentRangeStart", "commentRangeEnd", "r"]
    assert paragraphs[:2] == [mark * 2, mark]


def test_comments_that_are_there_stay() -> None:
    once = commented(form("首段"), [Comment(at(), ["旧"])])
    twice = read(commented(once, [Comment(at(), ["新"])]))
    comments = fromstring(twice[COMMENTS])
    assert [each.get(f"{W}id") for each in comments] == ["0", "1"]
    assert ["".join(each.itertext()) for each in comments] == ["旧", "新"]
    assert {each.get(f"{W}author") for each in comments} == {AUTHOR}
    assert twice[TYPES].count(b"comments+xml") == twice[RELATIONS].count(b"relationships/comments") == 1


def test_another_prefix_is_another_name_for_the_same() -> None:
    files = read(form("首段"))
    document = f'<x:document xmlns:x="{NAMESPACE}"><x:body><x:p><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>'
    files |= {DOCUMENT: document.encode(), RELATIONS: b""}
    del files[RELATIONS]
    after = marked(write(pack(name, content) for name, content in files.items()), at(paragraph=1))
    assert covered(after[DOCUMENT]) == ["甲"]
    assert b"comments.xml" in after[RELATIONS]


def test_where_nothing_stands_nothing_can_be_said() -> None:
    files = read(form("首段"))
    files[DOCUMENT] = f'<w:document xmlns:w="{NAMESPACE}"><w:body/></w:document>'.encode()
    with pytest.raises(ValueError, match="without paragraphs"):
        marked(write(pack(name, content) for name, content in files.items()), at())


@pytest.mark.needs("soffice")
def test_libreoffice_shows_the_comments(tmp_path: Path) -> None:
    source = tmp_path / "表.docx"
    places = [at(paragraph=1), at(table=1, row=1, cell=2, paragraph=2)]
    source.write_bytes(commented(form("首段", CELLS), [Comment(each, ["应改", "这样改"]) for each in places]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = (tmp_path / "表.fodt").read_text(encoding="utf-8")
    assert text.count("<office:annotation ") == 2
    assert text.count(f"<dc:creator>{AUTHOR}<") == 2
    assert text.count("这样改") == 2
