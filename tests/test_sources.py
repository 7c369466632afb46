"""The published reports of the department examples, held against their data: what they contradict is in SOURCE.md."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.checks.context import Context
from jixiao.checks.sums import TOTAL_CONTRADICTS, stated_totals
from jixiao.compute.evaluation import Stated
from jixiao.expr.figure import Figure
from jixiao.kernel.finding import Finding
from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import PLAIN, WAN_YUAN, Dimension
from jixiao.locate import templates_dir
from jixiao.pipeline import Figured, examine
from tests.sources import Source, hunan_zwfw, liuyang

DATA = Path(__file__).parent.parent / "data_examples"
SOURCES = (hunan_zwfw.SOURCE, liuyang.SOURCE)


@pytest.fixture(params=SOURCES, ids=[source.unit for source in SOURCES])
def source(request: pytest.FixtureRequest) -> Source:
    assert isinstance(request.param, Source)
    return request.param


def stated(figured: Figured, name: str, printed: str) -> Stated:
    """A figure as the report prints it beside the one that the data print."""
    figures = figured.ledger.printed_figures.all_figures()
    (own,) = (each for identity, each in figures.items() if path(identity) == name)
    number = parse_number(printed, WAN_YUAN if own.unit.dimension is Dimension.MONEY else PLAIN)
    assert number is not None
    return Stated(
        Figure(number.value, number.unit, own.id, number=number, place=own.place), Figure(own.value, own.unit, own.id)
    )


def path(identity: object) -> str:
    return str(identity).partition("/")[2]


def told_of(source: Source) -> str:
    return (DATA / source.unit / "SOURCE.md").read_text(encoding="utf-8")


def rows(title: str, source: str) -> Iterator[list[str]]:
    """The cells of a table of SOURCE.md, by the words its head begins with."""
    _, _, table = source.partition(f"\n| {title} |")
    for line in table.split("\n")[2:]:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def test_the_printed_figures_that_the_data_contradict_are_those_of_source_md(source: Source) -> None:
    examination = examine(DATA, templates_dir(), source.unit, source.year)
    assert not examination.blocked
    figured = examination.reports[0]
    printed = dict(line.rsplit(" ", 1) for line in source.printed.strip().splitlines())
    totals = [stated(figured, name, words) for name, words in printed.items()]
    for one in (figured.exact, *figured.exact.parts):
        one.stated.update({each.stated.id: each for each in totals if each.stated.id})
    contexts = Context.all_of(figured.exact, figured.ledger)
    assert {each.stated.id for each in totals} <= {identity for context in contexts for identity in context.figures}
    found = [each for context in contexts for each in stated_totals(context) if each.code == TOTAL_CONTRADICTS.id]
    told = [[path(each.figure), printed[path(each.figure)], each.expected] for each in found]
    assert sorted(told) == sorted(row[:3] for row in rows("数字", told_of(source)))


def test_what_the_checks_find_in_the_data_as_printed_is_in_source_md(source: Source, tmp_path: Path) -> None:
    shutil.copytree(DATA / source.unit, tmp_path / source.unit)
    for name, here, there in source.verbatim:
        file = tmp_path / source.unit / str(source.year) / name
        text = file.read_text(encoding="utf-8")
        assert text.count(here) == 1
        file.write_text(text.replace(here, there), encoding="utf-8")
    found = examine(tmp_path, templates_dir(), source.unit, source.year).all_findings
    assert {(each.code, _named(each)) for each in found} == {(row[0], row[1]) for row in rows("编号", told_of(source))}


def _named(finding: Finding) -> str:
    """What a finding is about: a name, words it quotes, or a dash."""
    fields = dict(finding.fields)
    return fields.get("name") or fields.get("text") or "—"
