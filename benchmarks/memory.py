"""Memory of one process that writes many documents, each of a unit of its own: it must not grow with their number.

    python -m benchmarks.memory [DOCUMENTS]

Every unit has its own names, narratives and tags, so that whatever is kept for one of them and never let go shows.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.units import DEPARTMENT, write_unit
from jixiao.locate import templates_dir
from jixiao.pipeline import examine, write_reports

STEPS = 10
WARM = 20
"""Documents after which everything that is kept for a format is kept."""
MOST_GROWTH = 0.02
"""Of the memory after half of the documents, by the last; until then, what is kept of units fills up to its bounds."""


def main(documents: int = 1000) -> int:
    """Measure and print; 1 where memory grew, or a report was not written."""
    measured: list[int] = []
    for written, size in sizes(documents):
        measured.append(size)
        sys.stdout.write(f"{written:6} documents  {size / 1024:7.1f} MB\n")
        sys.stdout.flush()
    growth = measured[-1] / measured[len(measured) // 2] - 1
    sys.stdout.write(f"growth in the second half: {growth:.1%}\n")
    return 0 if growth <= MOST_GROWTH else 1


def sizes(documents: int) -> Iterator[tuple[int, int]]:
    """How many documents are written, and the memory of the process then."""
    step = max(documents // STEPS, 1)
    with tempfile.TemporaryDirectory() as name:
        data, out = Path(name) / "data", Path(name) / "out"
        for number in range(WARM + documents + 1):
            if number >= WARM and (number - WARM) % step == 0:
                yield number - WARM, resident()
            unit = write_unit(data, number)
            (report,) = write_reports(examine(data, templates_dir(), unit, DEPARTMENT.year), out)
            if not report.in_place:
                raise SystemExit(f"{unit}: {report.findings}")
            shutil.rmtree(data / unit)
            shutil.rmtree(out)


def resident() -> int:
    """The memory that the process holds now, in KB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
