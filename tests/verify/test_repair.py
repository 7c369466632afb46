"""Linked files as LibreOffice or WPS leave them, and what `--repair` makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.package.reader import read
from jixiao.verify.links import judge_links, links_of, store_of
from jixiao.verify.origin import origin_of
from jixiao.verify.repair import Repaired, repair, repair_file
from tests.checking import changed
from tests.errors.bench import CHAPTER, Sample, lay
from tests.verifying import BODY, Package, package, save, verified

STORE, RELATIONS = "customXml/item2.xml", "customXml/_rels/item2.xml.rels"
WORDS = """# 概况

支出{{ 全年执行数 }}，合计**{{ 全年执行数 }}**。

共{{ 全年执行数 }}，占{{ 预算执行率 }}；{{ 预算执行率 }}。
"""
SPENT = "<w:t>274.25</w:t>"
OFFICE = re.compile(r'<w:tag w:val="[^"]*"/><w:id w:val="[^"]*"/><w:lock w:val="sdtLocked"/>')
CONTROL = re.compile(
    r"<w:sdt>(?P<properties><w:sdtPr>.*?</w:sdtPr>)<w:sdtContent>(?P<inside>.*?)</w:sdtContent></w:sdt>"
)
BINDING = re.compile(r"<w:dataBinding [^>]*/>")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    lay(Path(), Sample({CHAPTER: WORDS}))


def linked(*edits: tuple[str, str]) -> Package:
    """A linked report after these edits of its body."""
    parts = package(linked=True)
    return parts | {BODY: changed(parts[BODY].decode(), *edits).encode()}


def as_libreoffice_saves(parts: Package) -> Package:
    """Without relationships of custom XML, ids of the store, tags, ids and locks; untyped controls in themselves."""

    def nested(match: re.Match[str]) -> str:
        binding = BINDING.search(match["properties"])
        if binding is None or "<w:text/>" in match["properties"]:
            return match[0]
        properties = f"<w:sdtPr>{binding[0]}</w:sdtPr>"
        inner = f"<w:sdt>{properties}<w:sdtContent>{match['inside']}</w:sdtContent></w:sdt>"
        return f"<w:sdt>{match['properties']}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = CONTROL.sub(nested, OFFICE.sub("", parts[BODY].decode()))
    store = re.sub(rb' id="[^"]*"', b"", parts[STORE])
    kept = {name: content for name, content in parts.items() if not name.startswith("customXml/_rels/")}
    return kept | {BODY: body.encode(), STORE: store}


def repaired(parts: Package) -> Repaired:
    return repair(parts, origin_of(parts))


def words(parts: Package) -> str:
    return re.sub(r"<[^>]*>", "", parts[BODY].decode())


def texts(parts: Package) -> list[tuple[int, str]]:
    """The controls of a document: the number of the element, and the words."""
    return [(link.number, link.text) for _, links in links_of(parts) for link in links]


def codes(parts: Package) -> list[str]:
    return [str(each.code) for each in judge_links(parts, origin_of(parts))]


def test_a_file_in_good_order_is_not_changed() -> None:
    parts = linked()
    assert repaired(parts) == Repaired(parts, 5, [])
    assert codes(parts) == []


def test_what_libreoffice_drops_comes_back() -> None:
    parts = linked()
    mended = repaired(as_libreoffice_saves(parts)).package
    assert mended[RELATIONS] == parts[RELATIONS]
    assert store_of(mended) == store_of(parts)
    assert texts(mended) == texts(parts)
    body = mended[BODY].decode()
    assert len(OFFICE.findall(body)) == body.count("<w:sdt>") == 5
    assert len(set(re.findall(r'<w:id w:val="(\d+)"', body))) == 5
    assert words(mended) == words(parts)
    assert verified(mended) == []


def test_a_file_repaired_twice_is_as_it_was_after_once() -> None:
    mended = repaired(as_libreoffice_saves(linked())).package
    assert repaired(mended).package == mended


@pytest.mark.parametrize("content", [b"", None, b"<j:figures"], ids=["emptied", "gone", "damaged"])
def test_a_lost_store_is_made_anew_from_the_words_of_the_document(content: bytes | None) -> None:
    parts = linked()
    broken = {name: part for name, part in as_libreoffice_saves(parts).items() if name != STORE}
    if content is not None:
        broken[STORE] = content
    assert codes(broken) == ["V411"]
    mended = repaired(broken).package
    assert store_of(mended) == store_of(parts)
    assert verified(mended) == []


def test_a_place_that_was_edited_keeps_its_words_and_leaves_the_link() -> None:
    broken = as_libreoffice_saves(linked((SPENT, "<w:t>284.25</w:t>")))
    assert codes(broken) == ["V412"]
    mended = repaired(broken)
    assert [(each.text, str(each.place)[:9]) for each in mended.unlinked] == [("284.25", "正文 一、概况 段")]
    assert words(mended.package) == words(broken)
    assert len(texts(mended.package)) == 4
    assert mended.links == 4


def test_of_as_many_places_those_stay_linked_that_say_what_was_printed() -> None:
    rate = re.findall(r"<w:t>([\d.]+%)</w:t>", linked()[BODY].decode())[0]
    broken = as_libreoffice_saves(linked((f"<w:t>{rate}</w:t>", "<w:t>1%</w:t>")))
    mended = repaired(broken)
    assert [each.text for each in mended.unlinked] == ["1%"]
    store = store_of(mended.package)
    assert store is not None
    assert rate in store.texts


def test_what_was_edited_everywhere_goes_into_the_store() -> None:
    parts = linked()
    broken = parts | {BODY: parts[BODY].replace(SPENT.encode(), b"<w:t>284.25</w:t>")}
    assert codes(broken) == ["V413"]
    mended = repaired(broken)
    assert mended.unlinked == []
    assert codes(mended.package) == []
    assert words(mended.package) == words(broken)


@pytest.mark.parametrize("text", ["", "约&lt;300", "A&amp;B"])
def test_nothing_empty_and_no_markup_stays_linked(text: str) -> None:
    parts = linked()
    broken = parts | {BODY: parts[BODY].replace(SPENT.encode(), f"<w:t>{text}</w:t>".encode())}
    mended = repaired(broken).package
    assert [number for number, _ in texts(mended)] == [2, 2]
    assert words(mended) == words(broken)
    store = store_of(mended)
    assert store is not None
    assert all(store.texts)
    assert not re.search("[&<]", "".join(store.texts))


def test_controls_of_others_are_left_alone() -> None:
    control = '<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:r><w:t>甲</w:t></w:r></w:sdtContent></w:sdt>'
    broken = as_libreoffice_saves(linked(("</w:p>", f"{control}</w:p>")))
    body = repaired(broken).package[BODY].decode()
    assert control in body
    assert sorted(re.findall(r'<w:id w:val="(\d+)"', body)) == ["1", "2", "3", "4", "5", "6"]


def test_the_package_may_have_forgotten_the_store_altogether() -> None:
    parts = linked()
    relation = re.findall(r'<Relationship [^>]*item2.xml"/>', parts["word/_rels/document.xml.rels"].decode())[0]
    broken = {name: part for name, part in parts.items() if "2.xml" not in name or not name.startswith("customXml")}
    broken["word/_rels/document.xml.rels"] = broken["word/_rels/document.xml.rels"].replace(relation.encode(), b"")
    broken["[Content_Types].xml"] = re.sub(rb"<Override [^>]*itemProps2[^>]*>", b"", broken["[Content_Types].xml"])
    mended = repaired(broken).package
    assert store_of(mended) == store_of(parts)
    assert b"itemProps2" in mended["[Content_Types].xml"]
    assert b"../customXml/item2.xml" in mended["word/_rels/document.xml.rels"]
    assert verified(mended) == []


def test_a_report_without_links_gets_back_the_identity_of_its_origin() -> None:
    parts = package()
    broken = {name: part for name, part in parts.items() if not name.startswith("customXml/_rels/")}
    assert repaired(broken).package == parts | {}


def test_a_mended_file_is_another_one() -> None:
    file = save(as_libreoffice_saves(linked()))
    before = file.read_bytes()
    mended = repair_file(file, Path("修复.docx"))
    assert mended.stored.path == Path("修复.docx")
    assert file.read_bytes() == before
    assert list(files_of(Path("修复.docx"))) == [*files_of(file), *added(file)]
    assert repair_file(Path("修复.docx"), Path("再.docx")).stored.path is None


def files_of(file: Path) -> Iterator[str]:
    yield from read(file.read_bytes())


def added(file: Path) -> list[str]:
    return [name for name in ("customXml/_rels/item1.xml.rels", RELATIONS) if name not in read(file.read_bytes())]
