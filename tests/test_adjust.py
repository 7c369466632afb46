"""A report under `尾差: adjust`: whoever adds up what it prints gets what it prints."""

from __future__ import annotations

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from jixiao.kernel.parse import parse_number
from jixiao.kernel.unit import WAN_YUAN
from jixiao.ledger.relations import system_of
from jixiao.locate import templates_dir
from jixiao.package.reader import read
from jixiao.package.text import texts
from jixiao.pipeline import Examination, draw, examine

ROOT = Path(__file__).resolve().parents[1]
FUNDS = Path("xiangxi", "2022", "项目", "州智慧湘西建设专项", "资金.yaml")
POLICIES = ("exact", "adjust")
NOTE = re.compile(r"注：表中数字经四舍五入，部分合计数与分项之和相差不超过([0-9.]+)万元。")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The example with amounts to the last 元, from two levels of government, some carried over from last year."""
    shutil.copytree(ROOT / "data_examples", tmp_path / "data")
    path = tmp_path / "data" / FUNDS
    funds = yaml.safe_load(path.read_text(encoding="utf-8"))
    for at, row in enumerate(funds["子项目"]):
        for name, tail in (("预算安排", 40), ("实际到位", 40), ("实际支出", 31 + 4 * at)):
            row[name] = f"{round(Decimal(str(row[name])) * 10000) + tail}元"
        row["资金来源"] = "省财政" if at % 3 == 0 else "州财政"
    for row in funds["指标文"]:
        row["金额"] = f"{row['金额'] * 10000 + 140}元"
    funds["指标文"][0]["资金来源"] = "省财政"
    funds["资金构成"] = [
        {"名称": "上年结转资金", "全年预算数": "1000046元", "全年执行数": "500041元"},
        {"名称": "其他资金", "全年预算数": "2000046元", "全年执行数": "300041元"},
    ]
    path.write_text(yaml.safe_dump(funds, allow_unicode=True), encoding="utf-8")
    return tmp_path / "data"


def examined(data: Path, policy: str, locked: str = "", unit: str = "xiangxi", year: int = 2022) -> Examination:
    templates = data.parent / policy
    shutil.copytree(templates_dir(), templates)
    for rules in templates.glob("*/*/格式.yaml"):
        text = rules.read_text(encoding="utf-8")
        assert "尾差: exact" in text
        rules.write_text(text.replace("尾差: exact", f"尾差: {policy}\n  锁定: [{locked}]"), encoding="utf-8")
    return examine(data, templates, unit, year)


class Paper:
    """What a reader sees: the rows of all tables, cell by cell, and the paragraphs."""

    def __init__(self, examination: Examination) -> None:
        (report,) = examination.reports
        cells: dict[tuple[str, int, int], dict[int, str]] = {}
        self.paragraphs: list[str] = []
        for each in texts(read(draw(examination.loaded, report).data)):
            place, words = each.place, "".join(each.text.split())
            self.paragraphs.append(words)
            if place.table:
                row = cells.setdefault((place.part, place.table, place.row), {})
                row[place.cell] = row.get(place.cell, "") + words
        lines = (list(row.values()) for row in cells.values())
        self.rows = [line[1:] if line[0] == "" else line for line in lines]

    def row(self, head: str) -> list[Decimal]:
        """The numbers of the row that begins so."""
        (found,) = [row for row in self.rows if row[0] == head]
        return numbers(found)

    def tails(self) -> list[Decimal]:
        """The tails that notes tell."""
        return [Decimal(note[1]) for each in self.paragraphs if (note := NOTE.fullmatch(each))]

    def sums(self) -> list[tuple[Decimal, Decimal]]:
        """Every total the report prints, and what its printed parts make."""
        first = next(at for at, row in enumerate(self.rows) if row[0] == "子项目名称") + 1
        lines = [numbers(row) for row in self.rows[first : first + 8]]
        *projects, total = [line[:4] for line in lines]
        found = [(total[at], sum((line[at] for line in projects), Decimal(0))) for at in range(4)]
        found += [(left, arrived - spent) for _, arrived, spent, left in [*projects, total]]
        whole, *parts = (
            self.row(head)[:2] for head in ("年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金")
        )
        found += [(whole[at], sum((part[at] for part in parts), Decimal(0))) for at in range(2)]
        planned, arrived = (self._levels(at) for at in (0, 1))
        (sentence,) = [each for each in self.paragraphs if "下达资金的指标文件共" in each]
        *documents, whole_arrived = numbers(re.findall(r"(?:下达|到位资金)([0-9.]+)万元", sentence))
        return [*found, planned, arrived, (whole_arrived, sum(documents, Decimal(0)))]

    def _levels(self, at: int) -> tuple[Decimal, Decimal]:
        """The planned or arrived amount of the first form, and those by level of government below it."""
        (head,) = [row for row in self.rows if row[0].startswith("计划投资额")]
        levels = [
            row for row in self.rows if re.match(r"(其中：)?(中央财政|省财政|州财政|县财政|单位自筹|其他)$", row[0])
        ]
        amounts = [Decimal(row[1 + 2 * at] or 0) for row in levels if len(row) == 4]
        return Decimal(head[1 + 2 * at]), sum(amounts, Decimal(0))


def numbers(cells: list[str]) -> list[Decimal]:
    return [Decimal(cell) for cell in cells if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell)]


def test_every_printed_sum_adds_up(data: Path) -> None:
    paper = Paper(examined(data, "adjust"))
    sums = paper.sums()
    assert len(sums) == 4 + 8 + 2 + 3
    assert [pair for pair in sums if pair[0] != pair[1]] == []
    assert paper.tails() == []


def test_the_same_amounts_leave_tails_under_exact_and_notes_tell_the_greatest(data: Path) -> None:
    paper = Paper(examined(data, "exact"))
    missed = [abs(total - parts) for total, parts in paper.sums() if total != parts]
    assert len(missed) > 3
    assert max(paper.tails()) == max(missed) == Decimal("0.03")


def test_totals_print_the_same_under_both(data: Path) -> None:
    exact, adjust = (Paper(examined(data, policy)) for policy in POLICIES)
    assert exact.row("年度资金总额") == adjust.row("年度资金总额")


def test_what_cannot_add_up_for_locked_amounts_is_told_in_the_report_and_to_its_writer(data: Path) -> None:
    examination = examined(data, "adjust", "子项目.实际支出")
    assert "K107" in {each.code for each in examination.all_findings}
    assert Paper(examination).tails() != []


def test_one_amount_has_one_value_wherever_and_however_it_prints(data: Path) -> None:
    (report,) = examined(data, "adjust").reports
    figures = report.ledger.printed_figures.all_figures()
    moved = [each for each in figures.values() if each.unrounded is not None and _moved(each.value, each.unrounded)]
    assert len(moved) > 5
    for figure in moved:
        text, table, form = report.ledger.strings(figure).values()
        assert text.removesuffix("万元") == table == form
        assert Decimal(table) * 10000 == figure.value


def test_a_departments_year_adds_up_in_every_formula_and_check(data: Path) -> None:
    examination = examined(data, "adjust", unit="hunan-zwfw", year=2023)
    (report,) = examination.reports
    figures = report.exact.all_figures()
    relations = system_of(report.exact).relations
    keys = {key for each in relations for key, _ in each.sides}
    numbers_of = {key: parse_number(report.ledger.strings(figures[key])["表格"], WAN_YUAN) for key in keys}
    printed = {key: number.value for key, number in numbers_of.items() if number}
    assert len(relations) > 100
    assert len([key for key in printed if figures[key].value != printed[key]]) > 50
    for each in relations:
        assert each.miss(printed) == 0, each
    assert report.ledger.footed.misses == ()
    assert Paper(examination).tails() == []
    assert Paper(examined(data, "exact", unit="hunan-zwfw", year=2023)).tails() != []


def _moved(value: Decimal | None, exact: Decimal) -> bool:
    return value is not None and abs(value - exact) > 50
