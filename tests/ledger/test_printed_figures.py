"""Printed figures that are taken from exact ones are those that would come of computing everything again."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from jixiao.compute.evaluation import Evaluation
from jixiao.expr.figure import Figure, FigureId
from jixiao.ledger.ledger import Ledger
from jixiao.ledger.printed_figures import PrintedFigures
from jixiao.locate import templates_dir
from jixiao.pipeline import examine
from tests.cases import ledger_of, printed

EXAMPLES = Path(__file__).resolve().parents[2] / "data_examples"
UNITS = (("hunan-zwfw", 2023), ("xiangxi", 2022), ("liuyang", 2020), ("linxiang", 2024))
AMOUNT = re.compile(r"(?P<before>: )(?P<amount>[1-9]\d*\.\d+)(?P<after>\s*$)", re.MULTILINE)


def ragged(unit: str, year: int, folder: Path, chance: random.Random) -> Path:
    """A copy of the example, some of whose amounts have digits that no report prints."""
    shutil.copytree(EXAMPLES / unit / str(year), folder / unit / str(year))
    for file in sorted((folder / unit).rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        file.write_text(AMOUNT.sub(lambda match: _longer(match, chance), text), encoding="utf-8")
    return folder


def _longer(match: re.Match[str], chance: random.Random) -> str:
    digits = str(chance.randrange(1, 9999)) if chance.random() < 0.5 else ""
    return f"{match['before']}{match['amount']}{digits}{match['after']}"


def with_policy(folder: Path, policy: str) -> Path:
    """The shipped formats under another footing policy."""
    shutil.copytree(templates_dir(), folder)
    for rules in folder.glob("*/*/格式.yaml"):
        rules.write_text(rules.read_text(encoding="utf-8").replace("尾差: exact", f"尾差: {policy}"), encoding="utf-8")
    return folder


def of_paper(ledger: Ledger, exact: Evaluation) -> dict[str, object]:
    """Each figure with its printed value, that before rounding, and its strings."""
    found: dict[str, object] = {}
    for identity, figure in exact.all_figures().items():
        printed = ledger.printed_figures.printed(figure)
        unrounded = printed.value if printed.unrounded is None else printed.unrounded
        found[str(identity)] = (printed.value, unrounded, printed.obstacle, ledger.strings(figure))
    return found


def computed_again(_: PrintedFigures, exact: Figure, __: FigureId) -> bool:
    """Whether there is nothing to compute: a figure was typed, or is a blank field."""
    return exact.number is not None or (not exact.inputs and not exact.formula)


@pytest.mark.parametrize("policy", ["exact", "adjust"])
@pytest.mark.parametrize(("unit", "year"), UNITS)
def test_what_follows_is_what_would_be_computed(
    unit: str, year: int, policy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = ragged(unit, year, tmp_path / "data", random.Random(f"{unit} {policy}"))  # noqa: S311 - no secrets
    for figured in examine(data, with_policy(tmp_path / "templates", policy), unit, year).reports:
        followed = of_paper(Ledger(figured.case, figured.exact), figured.exact)
        with monkeypatch.context() as patch:
            patch.setattr(PrintedFigures, "_follows", computed_again)
            computed = of_paper(Ledger(figured.case, figured.exact), figured.exact)
        assert followed == computed
        assert any(printed[0] != printed[1] for printed in computed.values() if isinstance(printed, tuple))


RULES = """
显示: {正文: {金额: 两位, 不可计算: ——, 空值: 空格}}
指标:
- {名称: 超支, 公式: 全年预算数 - 全年执行数, 单位: 万元}
- {名称: 结余, 公式: 超支 if 超支 >= 0 else none, 单位: 万元}
- {名称: 可用, 公式: 结余, 单位: 万元}
"""


@pytest.mark.parametrize(("spent", "left"), [("100.001", "0.00万元"), ("100.01", "空格"), ("99.99", "0.01万元")])
def test_what_is_blank_is_chosen_on_paper_too(spent: str, left: str) -> None:
    """What is blank by a hair in exact figures is there on paper, and so is what is made of it."""
    ledger = ledger_of(f"全年预算数: 100\n全年执行数: {spent}\n", RULES)
    assert [printed(ledger, name) for name in ("结余", "可用")] == [left, left]


def test_figures_that_choose_by_each_other_come_to_an_end() -> None:
    rules = RULES + "- {名称: 甲, 公式: 乙 if 乙 > 0 else none, 单位: 万元}\n- {名称: 乙, 公式: 甲, 单位: 万元}\n"
    assert printed(ledger_of("全年预算数: 100\n全年执行数: 90\n", rules), "甲") == "——"
