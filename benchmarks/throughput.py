"""Documents per second: the whole pipeline beside docxtpl on the equivalent template and data, alternated in one run.

    python -m benchmarks.throughput [UNITS]

Ours: YAML to file, with figures, checks, ledger and figures.json. docxtpl: YAML of ready strings to file, nothing else.
Times are of the processor, so that other work on the machine counts less.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml
from docxtpl import DocxTemplate

from benchmarks.twin import Twin
from benchmarks.units import YEAR, write_units
from jixiao.locate import templates_dir
from jixiao.pipeline import draw, examine, write_reports
from jixiao.render.compiled import compile_format


def main(units: int = 10) -> int:
    """Measure and print; 1 where a report was not written."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, out = folder / "data", folder / "out"
        names = write_units(data, units)
        template, values = _twin(data, names, folder)
        ours, theirs = [], []
        for unit in [names[0], *names]:  # the first twice: what is kept for a format is made once
            ours.append(_timed(partial(_report, data, unit, out)))
            theirs.append(_timed(partial(_docxtpl, template, values / f"{unit}.yaml")))
        documents = sorted((out / str(YEAR)).rglob("*.docx"))
        size = zipfile.ZipFile(documents[0]).getinfo("word/document.xml").file_size
    mine, plain = statistics.median(ours[1:]), statistics.median(theirs[1:])
    lines = [
        f"{units} units, document.xml {size // 1024} KB",
        f"jixiao   {mine * 1000:7.1f} ms  {1 / mine:6.1f} documents per second",
        f"docxtpl  {plain * 1000:7.1f} ms  {1 / plain:6.1f} documents per second",
        f"ratio    {plain / mine:7.2f}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if len(documents) == units else 1


def _twin(data: Path, units: list[str], folder: Path) -> tuple[bytes, Path]:
    """The template for docxtpl, and the folder with a file of values for each unit."""
    values = folder / "values"
    values.mkdir()
    first = examine(data, templates_dir(), units[0], YEAR)
    report = first.reports[0]
    twin = Twin(compile_format(report.case.format)[0])
    for unit in units:
        ledger = examine(data, templates_dir(), unit, YEAR).reports[0].ledger
        text = yaml.safe_dump(twin.data(ledger), allow_unicode=True, sort_keys=False)
        (values / f"{unit}.yaml").write_text(text, encoding="utf-8")
    return twin.template(draw(first.loaded, report).data), values


def _report(data: Path, unit: str, out: Path) -> None:
    write_reports(examine(data, templates_dir(), unit, YEAR), out)


def _docxtpl(template: bytes, values: Path) -> None:
    document = DocxTemplate(io.BytesIO(template))
    document.render(yaml.load(values.read_text(encoding="utf-8"), yaml.CSafeLoader), autoescape=True)
    document.save(values.with_suffix(".docx"))


def _timed(work: Callable[[], None]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
