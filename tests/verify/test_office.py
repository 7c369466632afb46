"""Reports that went through LibreOffice: saved as they were, and edited as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.kernel.finding import Finding, blocking
from jixiao.kernel.place import DocumentPlace
from jixiao.pipeline import draw, examine
from jixiao.verify.followed import NOT_FOLLOWED
from jixiao.verify.verify import verify
from tests.office import Edit, Job, work

ROOT = Path(__file__).parents[2]
DATA, TEMPLATES = ROOT / "data_examples", ROOT / "templates"
EDITS = (
    Edit("find", "1160.49万元", "1160.94万元"),
    Edit("find", "1160.49", "1169.49", at=2),
    Edit("find", "无其他需要说明的问题。", "没有其他问题。"),
)


def written(file: Path, unit: str, year: int, *, linked: bool = False) -> Path:
    examination = examine(DATA, TEMPLATES, unit, year)
    file.write_bytes(draw(examination.loaded, examination.reports[0], linked=linked).data)
    return file


@pytest.mark.needs("soffice")
def test_what_was_saved_is_no_edit_and_what_was_edited_is_found(tmp_path: Path) -> None:
    hunan = written(tmp_path / "1.docx", "hunan-zwfw", 2023, linked=True)
    yanshi = written(tmp_path / "2.docx", "yanshi/gonglu", 2025)
    edited = written(tmp_path / "3.docx", "xiangxi", 2022)
    saved = [tmp_path / f"saved{number}.docx" for number in range(3)]
    work([Job(hunan, saved[0]), Job(yanshi, saved[1]), Job(edited, saved[2], EDITS)], tmp_path)
    assert [blocking(verify(each, DATA, TEMPLATES).findings) for each in saved[:2]] == [[], []]
    found = [each for each in verify(saved[2], DATA, TEMPLATES).findings if each.code != NOT_FOLLOWED.id]
    assert sorted(map(told, found)) == [
        ("V201", "1160.49", "1169.49"),
        ("V201", "1160.49万元", "1160.94万元"),
        ("V203", "", ""),
    ]
    assert all(isinstance(each.place, DocumentPlace) and each.place.quote for each in found)


def told(finding: Finding) -> tuple[str, str, str]:
    return (finding.code, finding.expected, finding.actual)
