"""Page numbers and PDF files: by LibreOffice where pages are looked at, by a stand-in where something fails."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from jixiao.kernel.finding import Finding
from jixiao.locate import templates_dir
from jixiao.office.conversion import Bounds
from jixiao.office.program import VARIABLE
from jixiao.package.reader import read
from jixiao.package.text import texts
from jixiao.package.zip import pack, write
from jixiao.pages import lay_out
from jixiao.pipeline import examine, write_reports
from jixiao.render.page_numbers import digest, without_page_numbers
from jixiao.verify.verify import verify
from tests.fake_office import FakeOffice, executable, pdf_of
from tests.render.foreign import field, package
from tests.templates import document, format_in
from tests.templates import pdf_of as pdf_by_libreoffice

DATA = Path(__file__).parent.parent / "data_examples"
LONG = "国" * 700 + "\n\n"
OUTLINE = """
- {类型: 封面, 行: [封面]}
- {类型: 目录, 级别: 3, 页码: "〔1〕"}
- {类型: 题名, 行: [自评报告]}
- {类型: 正文, 文件: 一.md}
- {类型: 表单, 名称: 横表, 文件: 二.md, 横排: 是}
- {类型: 正文, 文件: 三.docx}
- {类型: 附件, 名称: 自评表, 文件: 二.md}
"""
TABLE = "| 项目 | 金额 |\n|----|--:|\n" + "".join(f"| 第{number}项 | {number} |\n" for number in range(1, 60))
REFERENCE = (
    f"<w:p><w:r><w:t>依据见第</w:t></w:r>{field(chr(32).join(('PAGEREF', '甲', chr(92) + 'h')), '99')}"
    '<w:r><w:t>页。</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    '<w:p><w:bookmarkStart w:id="7" w:name="甲"/><w:r><w:t>文件依据</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
)


class LaidOut(NamedTuple):
    """A document before and after, its PDF, and the pages of that by lines without blanks."""

    before: bytes
    after: bytes
    pdf: Path
    findings: list[Finding]

    @property
    def entries(self) -> list[tuple[str, str]]:
        """The entries of the contents: words and page."""
        found = [each.text for each in texts(read(self.after)) if re.fullmatch(r"TOC\d", each.style)]
        return [(words, page) for words, _, page in (each.partition("\t") for each in found)]


def laid_out(content: bytes, folder: Path) -> LaidOut:
    path = folder / "报告 1.0.docx"
    path.write_bytes(content)
    (outcome,) = lay_out([path])
    assert outcome.pdf == folder / "报告 1.0.pdf"
    return LaidOut(content, path.read_bytes(), outcome.pdf, outcome.findings)


def pages_of(pdf: Path) -> dict[str, list[str]]:
    """The lines of each page that bears a number, by that number as it is printed."""
    found = {}
    for page in pypdfium2.PdfDocument(pdf):
        lines = ["".join(line.split()) for line in page.get_textpage().get_text_bounded().splitlines()]
        numbers = re.findall(r"—(\w+)—", "".join(lines))  # beside a turned page its parts are lines of their own
        if numbers:
            assert numbers[0] not in found
            found[numbers[0]] = lines
    return found


def assert_each_heading_is_there(entries: list[tuple[str, str]], pages: dict[str, list[str]]) -> None:
    """Each heading begins a line of the page that its entry names; long ones go on in the next line."""
    for words, page in entries:
        heading = "".join(words.split())
        starts = [line for line in pages[page] if line and (heading.startswith(line) or line.startswith(heading))]
        assert any(line.startswith(heading[:20]) or heading.startswith(line) for line in starts), (words, page)
        assert heading in "".join(pages[page])


@pytest.fixture(scope="module")
def cached(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIXIAO_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def hunan(cached: None, tmp_path_factory: pytest.TempPathFactory) -> LaidOut:  # noqa: ARG001 - it comes first
    out = tmp_path_factory.mktemp("out")
    (written,) = write_reports(examine(DATA, templates_dir(), "hunan-zwfw", 2023), out, linked=True)
    assert written.stored.path is not None
    content = written.stored.path.read_bytes()
    listed = json.loads((written.stored.path.parent / "figures.json").read_text(encoding="utf-8"))
    laid = laid_out(content, out)
    assert listed["document"]["sha256"] == digest(laid.after)
    assert verify(written.stored.path, DATA, templates_dir()).findings == []
    return laid


@pytest.mark.needs("soffice")
def test_contents_name_the_pages_on_which_headings_stand(hunan: LaidOut, tmp_path: Path) -> None:
    assert len(hunan.entries) == 41
    numbers = [int(page) for _, page in hunan.entries]
    assert numbers == sorted(numbers)
    assert (numbers[0], numbers[-1] > 15) == (1, True)
    assert_each_heading_is_there(hunan.entries, pages_of(hunan.pdf))
    shown = "".join(
        "".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(hunan.pdf)
    )
    assert all("".join(words.split()) + "." in shown for words, _ in hunan.entries)
    assert_each_heading_is_there(hunan.entries, pages_of(pdf_by_libreoffice(hunan.after, tmp_path)))


@pytest.mark.needs("soffice")
def test_the_pdf_prints_the_same_numbers_as_the_document(hunan: LaidOut) -> None:
    contents = [page.get_textpage().get_text_bounded() for page in list(pypdfium2.PdfDocument(hunan.pdf))[1:3]]
    printed = re.findall(r"\.{3,} ?(\d+)", "\n".join(contents))
    assert printed == [page for _, page in hunan.entries]


@pytest.mark.needs("soffice")
def test_the_pdf_has_a_title_and_an_outline_and_fronts_for_odd_pages(hunan: LaidOut) -> None:
    pdf = pypdfium2.PdfDocument(hunan.pdf)
    assert pdf.get_metadata_dict()["Title"] == "湖南省政务服务和大数据中心2023年度部门整体支出绩效自评报告"
    outline = ["".join(each.get_title().split()) for each in pdf.get_toc()]
    assert {"".join(words.split()) for words, _ in hunan.entries} <= set(outline)
    sides = ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
    first = next(at for at, words in enumerate(sides) if "—1—" in words)
    assert first % 2 == 0


@pytest.mark.needs("soffice")
def test_without_the_numbers_it_is_the_document_that_was_written(hunan: LaidOut) -> None:
    assert hunan.before != hunan.after
    assert without_page_numbers(hunan.after) == hunan.before


@pytest.mark.needs("soffice")
def test_turned_pages_forms_and_references_within_the_text(cached: None, tmp_path: Path) -> None:  # noqa: ARG001
    chapter = "".join(f"# 概况{number}\n\n{LONG}## 职能{number}\n\n{LONG}" for number in range(1, 9))
    files: dict[str, str | bytes] = {"一.md": chapter, "二.md": f"# 收支\n\n{TABLE}", "三.docx": package(REFERENCE)}
    content, findings = document(format_in(tmp_path, OUTLINE, files))
    assert not findings, findings
    laid = laid_out(content, tmp_path)
    assert all(re.fullmatch(r"〔\d+〕", page) for _, page in laid.entries)
    pages = pages_of(laid.pdf)
    assert_each_heading_is_there([(words, page.strip("〔〕")) for words, page in laid.entries], pages)
    assert "横表" in [words for words, _ in laid.entries]
    (target,) = (number for number, lines in pages.items() if "文件依据" in lines)
    assert any(f"依据见第{target}页。" in line for lines in pages.values() for line in lines)
    assert f"依据见第{target}页。" in [each.text for each in texts(read(laid.after))]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    """A stand-in for LibreOffice, on a computer that has one Chinese font."""
    made = FakeOffice(tmp_path / "office")
    monkeypatch.setenv(VARIABLE, str(made.program))
    executable(tmp_path / "path/fc-list", "#!/bin/sh\nprintf 'Noto Serif CJK SC,思源宋体\\nTimes New Roman\\n'\n")
    monkeypatch.setenv("PATH", f"{tmp_path / 'path'}:/usr/bin:/bin")
    return made


@pytest.fixture
def report(cached: None, tmp_path: Path) -> Path:  # noqa: ARG001
    outline = "- {类型: 目录}\n- {类型: 正文, 文件: 一.md}"
    content, _ = document(format_in(tmp_path, outline, {"一.md": "# 概况"}))
    path = tmp_path / "报告.docx"
    path.write_bytes(content)
    return path


def codes(findings: list[Finding]) -> list[str]:
    return [each.code for each in findings]


@pytest.mark.usefixtures("office")
def test_fonts_that_are_missing_are_named_with_what_stands_for_them(report: Path) -> None:
    (outcome,) = lay_out([report], numbers=False)
    assert (outcome.pdf, codes(outcome.findings)) == (report.with_suffix(".pdf"), ["O116"])
    assert report.with_suffix(".pdf").read_bytes() == pdf_of("")
    named = dict(outcome.findings[0].fields)["fonts"].split("、")
    assert "仿宋_GB2312→Noto Serif CJK SC" in named
    assert "黑体→思源宋体" not in named
    assert "黑体" in named
    assert not any("Times" in each for each in named)


@pytest.mark.usefixtures("office")
def test_a_program_that_tells_no_pages_leaves_the_numbers_empty(report: Path) -> None:
    before = report.read_bytes()
    (outcome,) = lay_out([report], pdf=False)
    assert (outcome.pdf, codes(outcome.findings)) == (None, ["O116", "O115"])
    assert dict(outcome.findings[1].fields)["said"] == "LibreOffice 6.4.7.2"
    assert report.read_bytes() == before


def telling(report: Path, what: str, name: str) -> Path:
    """A copy of the report that tells the stand-in what to do."""
    files = read(report.read_bytes()) | {f"does/{what}": b"."}
    path = report.with_name(name)
    path.write_bytes(write(pack(each, data) for each, data in files.items()))
    return path


@pytest.mark.usefixtures("office")
def test_what_fails_leaves_the_former_pdf_and_costs_no_other(report: Path) -> None:
    reports = [telling(report, what, f"{what}.docx") for what in ("fine", "crash", "well", "refuse")]
    for each in reports:
        each.with_suffix(".pdf").write_bytes(b"former")
    outcomes = {each.document: each for each in lay_out(reports)}
    assert [codes(outcomes[each].findings)[-1] for each in reports] == ["O115", "O113", "O115", "O114"]
    assert [each.with_suffix(".pdf").read_bytes() == b"former" for each in reports] == [False, True, False, True]


def test_a_document_that_was_replaced_meanwhile_is_left_alone(office: FakeOffice, report: Path) -> None:
    path = telling(report, "change", "另一次.docx")
    before = path.read_bytes()
    (office.folder / "replaced").write_text(str(path), encoding="utf-8")
    (outcome,) = lay_out([path])
    assert (outcome.pdf, codes(outcome.findings)) == (None, ["O117"])
    assert path.read_bytes() == before + b"."
    assert not path.with_suffix(".pdf").exists()


@pytest.mark.usefixtures("office")
def test_a_document_that_is_gone_or_damaged_costs_no_other(report: Path) -> None:
    gone, damaged = report.with_name("没有.docx"), report.with_name("坏.docx")
    damaged.write_bytes(b"PK")
    told = {each.document: codes(each.findings)[-1] for each in lay_out([gone, damaged, report])}
    assert told == {gone: "O117", damaged: "O117", report: "O115"}


@pytest.mark.usefixtures("office")
def test_numbers_that_cannot_be_had_do_not_block(report: Path) -> None:
    (outcome,) = lay_out([telling(report, "crash", "坏.docx")], pdf=False)
    assert [(each.code, each.blocks) for each in outcome.findings] == [("O115", False)]


@pytest.mark.usefixtures("office")
def test_documents_without_contents_need_no_pass_for_numbers(
    report: Path, tmp_path: Path, office: FakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tmp_path / "平.docx"
    plain.write_bytes(document(format_in(tmp_path, "- {类型: 正文, 文件: 一.md}", {"一.md": "# 概况"}))[0])
    assert [each.document for each in lay_out([plain, report], pdf=False)] == [report]
    assert office.runs == [1]
    monkeypatch.setenv(VARIABLE, str(tmp_path / "missing"))
    assert list(lay_out([plain, report], pdf=False)) == []
    assert [codes(each.findings) for each in lay_out([plain, report])] == [["O111"], ["O111"]]


@pytest.mark.usefixtures("office")
def test_a_time_limit_is_told(report: Path) -> None:
    (outcome,) = lay_out([telling(report, "hang", "慢.docx")], bounds=Bounds(start=0, document=0.3))
    assert codes(outcome.findings) == ["O112"]
    assert dict(outcome.findings[0].fields)["seconds"] == "0.3"
