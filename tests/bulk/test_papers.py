"""Which reports of a run lack a PDF."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jixiao.bulk.papers import without_pdf
from jixiao.bulk.work import Place, build
from tests.bulk.trees import YEAR, plant

UNITS = {"局": "", "甲中心": "局", "组/乙站": "甲中心"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return plant(tmp_path, UNITS)


def test_reports_without_a_pdf_or_with_an_older_one(place: Place) -> None:
    assert list(without_pdf(place, UNITS)) == []
    for unit in UNITS:
        build(place, unit)
    documents = list(without_pdf(place, UNITS))
    assert [path.parent for path in documents] == [place.out / str(YEAR) / unit for unit in UNITS]
    assert all(path.suffix == ".docx" for path in documents)
    for path in documents:
        path.with_suffix(".pdf").write_bytes(b"%PDF")
    assert list(without_pdf(place, UNITS)) == []
    os.utime(documents[1].with_suffix(".pdf"), (0, 0))
    documents[2].with_suffix(".pdf").unlink()
    assert list(without_pdf(place, UNITS)) == documents[1:]
    documents[1].unlink()
    assert list(without_pdf(place, UNITS)) == documents[2:]
    assert list(without_pdf(place, ["局"])) == []
