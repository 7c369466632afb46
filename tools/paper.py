"""How long LibreOffice takes for a department's report: alone, among others, and for page numbers only. Wall times."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jixiao.locate import templates_dir
from jixiao.office.pdf import page_count
from jixiao.pages import lay_out
from jixiao.pipeline import draw, examine
from tools.example import DATA

UNIT, YEAR = "hunan-zwfw", 2023
ROUNDS, BATCH = 3, 20


class Times(NamedTuple):
    """pages: of the PDF; the others are seconds for one document."""

    pages: int
    alone: float
    batch: float
    numbers: float


def times(folder: Path) -> Times:
    """Lay out the report; folder: an empty one."""
    examination = examine(DATA, templates_dir(), UNIT, YEAR)
    content = draw(examination.loaded, examination.reports[0]).data
    documents = [folder / f"{number}.docx" for number in range(BATCH)]
    for path in documents:
        path.write_bytes(content)
    first = documents[:1]
    alone = statistics.median(_seconds(first) for _ in range(ROUNDS))
    numbers = statistics.median(_seconds(first, pdf=False) for _ in range(ROUNDS))
    batch = statistics.median(_seconds(documents) / BATCH for _ in range(ROUNDS))
    return Times(page_count(first[0].with_suffix(".pdf").read_bytes()), alone, batch, numbers)


def _seconds(documents: Sequence[Path], *, pdf: bool = True) -> float:
    start = time.perf_counter()
    outcomes = list(lay_out(documents, pdf=pdf))
    taken = time.perf_counter() - start
    problems = [found.code for each in outcomes for found in each.findings if found.blocks]
    if problems or len(outcomes) != len(documents):
        raise RuntimeError(f"not laid out: {problems}")
    return taken
