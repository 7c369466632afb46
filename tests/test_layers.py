"""Imports point one way (the contracts in pyproject.toml), and the contracts see the imports that are there."""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]

# A stage and the stage it builds on: at least so many of the one's modules import one of the other's.
NEIGHBOURS = {
    ("expr", "kernel"): 6,
    ("model", "kernel"): 3,
    ("load", "model"): 5,
    ("formats", "load"): 2,
    ("compute", "formats"): 2,
    ("compute", "model"): 4,
    ("compute", "expr"): 6,
    ("ledger", "compute"): 4,
    ("checks", "ledger"): 2,
    ("package", "kernel"): 2,
    ("render", "package"): 3,
    ("render", "ledger"): 4,
    ("pipeline", "render"): 2,
    ("pipeline", "checks"): 1,
    ("pages", "office"): 1,
    ("pages", "render"): 1,
    ("cli", "pipeline"): 2,
    ("cli", "pages"): 1,
    ("cli", "messages"): 2,
}


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("jixiao", include_external_packages=True, cache_dir=None)


def modules(stage: str) -> set[str]:
    root = f"jixiao.{stage}"
    return {root, *graph().find_descendants(root)}


def test_the_contracts_are_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", list(sys.path))
    status = lint_imports(no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_the_contracts_name_only_modules_that_exist() -> None:
    contracts = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.importlinter]")[2]
    named = set(re.findall(r'"(jixiao\.[a-z.]+)"', contracts))
    assert len(named) >= len({stage for pair in NEIGHBOURS for stage in pair})
    assert named - graph().modules == set()


@pytest.mark.parametrize(("upper", "lower"), NEIGHBOURS)
def test_neighbours_are_joined(upper: str, lower: str) -> None:
    edges = {
        (module, imported)
        for module in modules(upper)
        for imported in graph().find_modules_directly_imported_by(module)
        if imported in modules(lower)
    }
    assert len(edges) >= NEIGHBOURS[upper, lower]


def test_the_kernel_imports_only_itself_and_the_standard_library() -> None:
    imported = {name for module in modules("kernel") for name in graph().find_modules_directly_imported_by(module)}
    outside = {name.partition(".")[0] for name in imported if not name.startswith("jixiao.kernel")}
    assert outside - sys.stdlib_module_names == set()
    assert "decimal" in outside
