"""House style, measured: short modules, short functions, documented names, no import cycles."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "jixiao"

MODULE_LINES = 400
BODY_LINES = 60
USUAL_BODY_LINES = 40  # of 99 functions in 100

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
OwnerNode = ast.Module | ast.ClassDef


class Function(NamedTuple):
    """Where a function stands, and how many lines follow its docstring."""

    place: str
    lines: int


def sources(*folders: str) -> list[Path]:
    found = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    assert found, f"no Python files in {folders}"
    return found


def place(path: Path, node: FunctionNode | ast.ClassDef) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, FunctionNode):
            statements = node.body[1:] if ast.get_docstring(node) is not None else node.body
            lines = statements[-1].end_lineno or 0 if statements else 0
            yield Function(place(path, node), lines - statements[0].lineno + 1 if statements else 0)


def undocumented(path: Path) -> Iterator[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    if ast.get_docstring(module) is None:
        yield str(path.relative_to(ROOT))
    public = [node for node in module.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    owners: list[OwnerNode] = [module, *public]
    for node in (node for owner in owners for node in owner.body):
        if isinstance(node, FunctionNode | ast.ClassDef) and needs_words(node) and ast.get_docstring(node) is None:
            yield place(path, node)


def needs_words(node: FunctionNode | ast.ClassDef) -> bool:
    overload = any(isinstance(decorator, ast.Name) and decorator.id == "overload" for decorator in node.decorator_list)
    return not node.name.startswith("_") and not overload


def test_modules_are_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources("src", "tests", "tools")}
    assert [f"{path.relative_to(ROOT)}: {lines}" for path, lines in lengths.items() if lines > MODULE_LINES] == []


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_functions_are_short(folder: str) -> None:
    found = [function for path in sources(folder) for function in functions(path)]
    over_usual = [function for function in found if function.lines > USUAL_BODY_LINES]
    assert [function for function in found if function.lines > BODY_LINES] == []
    assert len(over_usual) <= len(found) // 100, over_usual


def test_every_public_name_is_documented() -> None:
    assert [name for path in sources("src") for name in undocumented(path)] == []


def test_no_module_imports_itself_through_others() -> None:
    graph = grimp.build_graph("jixiao", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) == len(sources("src"))
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(f"import cycle: {' -> '.join(error.args[1])}")
