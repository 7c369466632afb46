"""Documents per second: the whole pipeline beside docxtpl on the equivalent template and data, alternated in one run.

    python -m benchmarks.throughput [UNITS] [department|project|sample]

Ours: YAML to file, with figures, checks, ledger and figures.json. docxtpl: the same YAML read by PyYAML, then ready
strings to file: what becomes of the data is given to it for nothing. Once with `yaml.safe_load`, as its users have it,
and once with the C loader. carbone, where node finds it (NODE_PATH), is given values for a template without loops and
conditions. Times are of the processor, so that other work on the machine counts less. Ours are taken without Python's
search for cycles, which the program switches off (`cli/start.py`, `bulk/supervisor.py`); theirs as Python has it.
"""

from __future__ import annotations

import gc
import io
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from docxtpl import DocxTemplate

from benchmarks import carbone
from benchmarks.twin import Data, Twin
from benchmarks.units import KINDS, Kind, write_units
from jixiao.locate import templates_dir
from jixiao.package import deflate
from jixiao.pipeline import draw, examine, write_reports
from jixiao.render.compiled import compile_format

OURS, OURS_FAST = "jixiao", "jixiao[fast]"
SAFE, FAST, CARBONE = "docxtpl, safe_load", "docxtpl, C loader", "carbone, JSON of values"


class Run(NamedTuple):
    """size: of the body of a document, in bytes. figures: of a report. seconds: of one document, by who writes it."""

    size: int
    figures: int
    seconds: dict[str, float]

    def ratio(self, name: str) -> float:
        """How many documents jixiao writes while another writes one."""
        return self.seconds[name] / self.seconds[OURS]


def main(units: str = "10", kind: str = "department") -> int:
    """Measure and print."""
    done = run(int(units), KINDS[kind])
    lines = [f"{units} units, document.xml {done.size // 1024} KB, {done.figures} figures"]
    for name, each in done.seconds.items():
        speed = f"{each * 1000:7.1f} ms  {1 / each:6.1f} documents per second"
        lines.append(f"{name:24} {speed}  jixiao is {done.ratio(name):.2f} times as fast")
    missing = ((OURS_FAST, "the extra is not installed"), (CARBONE, "node does not find the package"))
    lines += [f"{name:24} not measured: {why}" for name, why in missing if name not in done.seconds]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def run(units: int, example: Kind) -> Run:
    """Documents of so many units, each written by everybody in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, out = folder / "data", folder / "out"
        names = write_units(data, units, example)
        template, contexts = _twin(data, names, example.year)
        times: dict[str, list[float]] = {OURS: [], OURS_FAST: [], SAFE: [], FAST: []}
        for unit in [names[0], *names]:  # the first twice: what is kept for a format is made once
            theirs = partial(_docxtpl, template, data / unit, contexts[unit], folder / "plain.docx")
            for called, method in ((OURS, deflate.ZLIB), (OURS_FAST, deflate.FAST)):
                if method:
                    deflate.use(method)
                    gc.disable()  # as in the program, which looks for cycles between many documents
                    times[called].append(_timed(partial(_report, data, unit, example.year, out)))
                    gc.enable()
            times[SAFE].append(_timed(partial(theirs, yaml.SafeLoader)))
            times[FAST].append(_timed(partial(theirs, yaml.CSafeLoader)))
        documents = sorted((out / str(example.year)).rglob("*.docx"))
        if len(documents) != units:
            raise SystemExit("a report was not written")
        times[CARBONE] = _carbone(data, [names[0], *names], example.year, folder)
        size = zipfile.ZipFile(documents[0]).getinfo("word/document.xml").file_size
        figures = len(examine(data, templates_dir(), names[0], example.year).reports[0].exact.all_figures())
    return Run(size, figures, {name: statistics.median(each[1:]) for name, each in times.items() if each})


def _twin(data: Path, units: list[str], year: int) -> tuple[bytes, dict[str, Data]]:
    """The template for docxtpl, and the values for each unit."""
    first = examine(data, templates_dir(), units[0], year)
    report = first.reports[0]
    twin = Twin(compile_format(report.case.format)[0])
    contexts = {unit: twin.data(examine(data, templates_dir(), unit, year).reports[0].ledger) for unit in units}
    return twin.template(draw(first.loaded, report).data), contexts


def _carbone(data: Path, units: list[str], year: int, folder: Path) -> list[float]:
    """Seconds for each unit; none where carbone is not there."""
    if not carbone.is_there():
        return []
    return carbone.seconds([examine(data, templates_dir(), unit, year).reports[0] for unit in units], folder)


def _report(data: Path, unit: str, year: int, out: Path) -> None:
    write_reports(examine(data, templates_dir(), unit, year), out)


def _docxtpl(template: bytes, unit: Path, context: Data, target: Path, loader: Any) -> None:
    for file in sorted(unit.rglob("*.*")):
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".yaml":
            yaml.load(text, loader)  # noqa: S506 - one of the two safe ones
    document = DocxTemplate(io.BytesIO(template))
    document.render(context, autoescape=True)
    document.save(target)


def _timed(work: Callable[[], None]) -> float:
    gc.collect()  # what another left behind is not for this one to clear away
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
