"""Every kind of finding, provoked by real input and printed whole in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jixiao.cli.options import Language
from jixiao.cli.show import finding_lines
from tests.codes import declared_codes
from tests.errors import (
    charts,
    data,
    department,
    figures,
    many,
    outlines,
    paper,
    parts,
    reading,
    templates,
    verifying,
    word,
)
from tests.errors.bench import FORMAT, Sample, examined, lay

AREAS = (reading, data, figures, department, parts, templates, outlines, word, verifying, charts, many, paper)
SAMPLES: dict[str, Sample] = {code: sample for area in AREAS for code, sample in area.SAMPLES.items()}
CODES = declared_codes()


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_every_code_has_a_sample() -> None:
    assert sorted(SAMPLES) == CODES


@pytest.mark.parametrize("sample", [Sample({}), department.sample()])
def test_the_bench_is_in_good_order(sample: Sample) -> None:
    lay(Path(), sample)
    assert examined() == []


@pytest.mark.parametrize("code", sorted(SAMPLES))
def test_the_whole_message_is_as_kept(code: str, golden: Callable[[str, str], None]) -> None:
    sample = SAMPLES[code]
    lay(Path(), sample)
    found = [finding for finding in sample.find() if finding.code == code]
    assert found, "the sample does not provoke it"
    told = ["\n".join(finding_lines(found[0], language)) for language in (Language.ZH, Language.EN)]
    assert not any("{" in line.replace("{{", "").replace("{%", "") for text in told for line in text.splitlines()[:1])
    golden(f"errors/{code}", "\n\n".join(told) + "\n")


@pytest.mark.parametrize("rules", ["指标:\n- {名称: 新数, 公式: 全年执行书 + 1}\n", "检查: [%s]\n指标:\n"])
def test_a_bad_rule_is_told_once_and_not_for_each_project(rules: str) -> None:
    written = rules.replace("%s", "{编号: X, 条件: 全年执行书 > 1, 说明: 错}")
    lay(Path(), Sample({FORMAT: ("指标:\n", written)}, base=department.BENCH))
    (found,) = examined()
    assert (found.code, dict(found.fields)["near"]) == ("C104", "全年执行数、上年执行数")
