"""Reports that LibreOffice opens, edits and saves: what is found in them, and what repairing makes work again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.kernel.finding import Finding, blocking
from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.package.zip import pack, write
from jixiao.pipeline import draw, examine
from jixiao.verify.links import store_of
from jixiao.verify.repair import repair_file
from jixiao.verify.verify import verify
from tests.conftest import DATA
from tests.office import Edit, Job, needed, work

pytestmark = pytest.mark.needs("soffice")

UNITS = sorted((each.parent.relative_to(DATA).as_posix(), int(each.name)) for each in DATA.rglob("20[0-9][0-9]"))
STORE = "customXml/item2.xml"
BOLD = 87  # of the controls of this report, the first without a type
EDITS = {
    "control in a cell": Edit("control", "", "1700", at=-1),
    "control in bold": Edit("control", "", "1700", at=BOLD),
    "control in text": Edit("find", "1160.49", "1106.49", at=5),
    "words in a cell": Edit("find", "12月31日，累计支出", "11月30日，累计支出"),
    "cell": Edit("cell", "1:A1", "共3项"),
    "header": Edit("header", "", "预算1900万元"),
}


class Saved:
    """The documents that LibreOffice has saved, by their names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def found(self, name: str) -> list[Finding]:
        """What must be mended in one."""
        return blocking(verify(self.folder / f"{name}.docx", DATA, templates_dir()).findings)

    def lines(self, name: str) -> str:
        """A document that was saved as text."""
        return (self.folder / f"{name}.txt").read_text(encoding="utf-8")


def examples(folder: Path) -> Iterator[Job]:
    """The reports of all units, plain and linked, to be saved as they are; of several in one format the first."""
    for unit, year in UNITS:
        examination = examine(DATA, templates_dir(), unit, year)
        for number, report in enumerate(examination.reports[:2]):
            for kind in ("plain", "linked"):
                name = f"{unit.replace('/', '-')}-{number}"
                source = folder / f"{name} {kind} before.docx"
                source.write_bytes(draw(examination.loaded, report, linked=kind == "linked").data)
                yield Job(source, folder / f"{name} {kind}.docx")


def with_other_store(file: Path, target: Path) -> Path:
    """The file with another number in the first element of its store."""
    parts = read(file.read_bytes())
    parts[STORE] = re.sub(rb"(<j:f(?: [^>]*)?>)1800<", rb"\g<1>5555<", parts[STORE], count=1)
    target.write_bytes(write(pack(name, content) for name, content in parts.items()))
    return target


def test_what_libreoffice_only_saved_is_as_it_was(tmp_path: Path) -> None:
    jobs = list(examples(tmp_path))
    work(jobs, tmp_path, seconds=300)
    saved = Saved(tmp_path)
    assert len(jobs) > 2 * len(UNITS)
    assert {job.target.stem: saved.found(job.target.stem) for job in jobs} == {job.target.stem: [] for job in jobs}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    needed()
    folder = tmp_path_factory.mktemp("office")
    examination = examine(DATA, templates_dir(), "xiangxi", 2022)
    source, named, left, mended = (folder / f"{name}.docx" for name in ("source", "named", "left", "mended"))
    source.write_bytes(draw(examination.loaded, examination.reports[0], linked=True).data)
    parts = {
        name: content.replace("州智慧".encode(), b"A&amp;B") for name, content in read(source.read_bytes()).items()
    }
    named.write_bytes(write(pack(name, content) for name, content in parts.items()))
    jobs = [Job(source, left), Job(named, folder / "ampersand.docx")]
    work([*jobs, *(Job(source, folder / f"{name}.docx", [edit]) for name, edit in EDITS.items())], folder)
    repair_file(left, mended)
    others = [with_other_store(file, folder / f"{file.stem} other.docx") for file in (left, mended)]
    work([Job(each, each.with_suffix(".txt")) for each in others] + [Job(mended, folder / "mended again.docx")], folder)
    return Saved(folder)


@pytest.mark.parametrize(
    ("edit", "place", "codes"),
    [
        ("control in a cell", "九、其他需要说明的问题 表3 行1 格3", {"V201", "V412"}),
        (
            "control in bold",
            "二、项目资金使用及管理情况/（二）项目资金实际使用情况 表1 行9 格2",
            {"V201", "V209", "V412"},
        ),
        ("control in text", "六、主要经验做法及存在的问题及原因/（二）存在的问题及原因 段2", {"V201", "V209", "V412"}),
        ("words in a cell", "表3 行4 格3", {"V202"}),
        ("cell", "表2 行1 格1", {"V202"}),
        ("header", "段1", {"V204"}),
    ],
)
def test_what_was_edited_in_libreoffice_is_found_and_placed(
    saved: Saved, edit: str, place: str, codes: set[str]
) -> None:
    found = saved.found(edit)
    assert {str(each.code) for each in found} == codes
    assert {str(each.place) for each in found} == {f"{'页眉' if edit == 'header' else '正文'} {place}"}


def test_libreoffice_unlinks_what_it_saves_and_repairing_links_it_again(saved: Saved) -> None:
    assert "5555" not in saved.lines("left other")
    assert saved.lines("mended other").count("5555") > 1
    assert saved.found("mended") == []


def test_a_mended_file_may_be_saved_again(saved: Saved) -> None:
    assert saved.found("mended again") == []


def test_markup_in_a_name_does_not_cost_the_store(saved: Saved) -> None:
    store = store_of(read((saved.folder / "ampersand.docx").read_bytes()))
    assert store is not None
    assert "1800" in store.texts
