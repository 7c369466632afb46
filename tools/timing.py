"""How long a report takes: whole processes from a cold start, and each stage within a warm one. Times are medians."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from jixiao.checks.registry import run_checks
from jixiao.compute.case import Case
from jixiao.compute.evaluation import Evaluation
from jixiao.expr.expression import Expression, Scope
from jixiao.expr.figure import Figure
from jixiao.formats.format import Format
from jixiao.formats.load_format import load_format
from jixiao.kernel.place import Place
from jixiao.kernel.unit import Unit
from jixiao.ledger.json_lines import json_lines
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.listing import columns_of
from jixiao.ledger.view import Display, Printed
from jixiao.load.folder import load_unit_year
from jixiao.load.yaml_reader import read_yaml
from jixiao.locate import templates_dir
from jixiao.pipeline import examine, write_reports
from jixiao.render.compiled import compile_format
from tools.example import DATA, UNIT, YEAR, document, figured

COLD_ROUNDS, WARM_ROUNDS = 25, 25
LONG = "绩效指标:\n" + "".join(
    f"  - 一级指标: 产出指标\n    三级指标: 第{number}项指标\n    年度指标值: ≥{number}%\n    分值: 4\n"
    for number in range(500)
)
JIXIAO = "from jixiao.cli.start import main; main()"  # what the installed command runs
PLAIN = """
import json, sys
from docxtpl import DocxTemplate
template = DocxTemplate(sys.argv[1])
template.render(json.load(open(sys.argv[2])), autoescape=True)
template.save(sys.argv[3])
"""
"""All that such a script must do; its values are computed, checked and printed beforehand."""


class Tags:
    """A view that puts a docxtpl tag where a printed value stands, and keeps the values."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.scope = ledger.scope
        self.values: dict[str, str] = {}

    def decide(self, expression: Expression, scope: Scope, place: Place | None = None) -> bool:
        """As the ledger decides."""
        return self._ledger.decide(expression, scope, place)

    def value(self, expression: Expression, scope: Scope, place: Place | None = None) -> object:
        """As the ledger says."""
        return self._ledger.value(expression, scope, place)

    def text(self, value: object, display: Display) -> str:
        """A tag of its own for each value."""
        return self.printed(value, display).text

    def printed(self, value: object, display: Display) -> Printed:
        """The same."""
        return self._tag(self._ledger.printed(value, display))

    def lines(self, value: object, display: Display) -> list[str]:
        """A tag for each piece of a narrative."""
        return ["".join(piece.text for piece in pieces) for pieces in self.paragraphs(value, display)]

    def paragraphs(self, value: object, display: Display) -> list[list[Printed]]:
        """The same, piece by piece."""
        return [[self._tag(piece) for piece in pieces] for pieces in self._ledger.paragraphs(value, display)]

    def money_unit(self, display: Display) -> Unit:
        """As the ledger says."""
        return self._ledger.money_unit(display)

    def tail_note(self, figures: Sequence[Figure]) -> str:
        """As the ledger says."""
        return self._ledger.tail_note(figures)

    def _tag(self, printed: Printed) -> Printed:
        name = f"v{len(self.values)}"
        self.values[name] = printed.text
        return Printed(f"{{{{ {name} }}}}")


def cold_starts(folder: Path) -> tuple[float, float]:
    """Seconds of `jixiao report` and of the plain script on the same template; run in turn, each once beforehand."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    ours = [sys.executable, "-c", JIXIAO, "report", UNIT, "--year", str(YEAR), "--out", str(folder / "cold")]
    report, template, values = figured(DATA), folder / "template.docx", folder / "values.json"
    tags = Tags(report.ledger)
    template.write_bytes(document(report, tags))
    values.write_text(json.dumps(tags.values), encoding="utf-8")
    theirs = [sys.executable, "-c", PLAIN, str(template), str(values), str(folder / "plain.docx")]
    _process(ours, environment)
    _process(theirs, environment)
    rounds = [
        [_timed(lambda: _process(ours, environment)), _timed(lambda: _process(theirs, environment))]
        for _ in range(COLD_ROUNDS)
    ]
    mine, plain = (statistics.median(column) for column in zip(*rounds, strict=True))
    return mine, plain


def stages(folder: Path) -> dict[str, float]:
    """Seconds of each stage within one process; a copy of a format is none that the process has compiled already."""
    templates, report = templates_dir(), figured(DATA)
    case, exact, ledger = report.case, report.exact, report.ledger
    document(report)
    name = case.format.name
    work: dict[str, Callable[[], object]] = {
        "load: YAML and Markdown to records with their places": lambda: load_unit_year(DATA / UNIT, YEAR),
        "load: a YAML file of 50 kB to nodes with their places": lambda: read_yaml(LONG, "绩效指标.yaml"),
        "formats: the rules and what they extend, looked up in a batch": lambda: load_format(templates, name, YEAR),
        "compute and ledger: all figures, exact and printed": lambda: _compute(case),
        "checks": lambda: run_checks(exact, ledger),
        "compile the format, nothing cached": lambda: _compile_anew(replace(case.format), folder),
        "the compiled format from the cache": lambda: compile_format(replace(case.format)),
        "render: the compiled format from the cache, filled and packed": lambda: document(report),
        "list the figures for figures.json": lambda: json_lines(columns_of(exact, ledger)),
        "everything, written to disk": lambda: write_reports(examine(DATA, templates, UNIT, YEAR), folder / "warm"),
    }
    return {name: statistics.median(_timed(run) for _ in range(WARM_ROUNDS)) for name, run in work.items()}


def _process(command: list[str], environment: Mapping[str, str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _compute(case: Case) -> None:
    Ledger(case, Evaluation(case)).printed_figures.all_figures()


def _compile_anew(form: Format, folder: Path) -> None:
    """Compile with an empty cache, and leave the cache as it was."""
    empty, former = folder / "cache", os.environ.get("JIXIAO_CACHE")
    os.environ["JIXIAO_CACHE"] = str(empty)
    try:
        compile_format(form)
    finally:
        os.environ.pop("JIXIAO_CACHE")
        if former is not None:
            os.environ["JIXIAO_CACHE"] = former
        shutil.rmtree(empty)
