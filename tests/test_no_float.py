"""No float is made where figures are read, computed, printed and checked."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from jixiao.kernel.interval import Interval
from jixiao.kernel.parse import parse_number
from tests.support import assert_no_float

SOURCE = Path(__file__).resolve().parents[1] / "src" / "jixiao"
FOLDERS = ("kernel", "expr", "compute", "ledger", "checks")

FLOAT_MODULES = {"math", "cmath", "random", "statistics", "difflib", "time", "numpy"}
FLOAT_NAMES = {"float", "complex", "round", "from_float", "total_seconds", "timestamp"}  # round() is half-even
WHOLE_NUMBERS = {"int", "len", "ord", "hash", "id"}  # calls whose quotient would be a float


def floats(source: str) -> list[str]:
    """Each place in Python source that makes, or may make, a float: its line and its text."""
    found = [node for node in ast.walk(ast.parse(source)) if _makes_float(node)]
    return [f"{node.lineno}: {ast.unparse(node)}" for node in found if isinstance(node, ast.expr | ast.stmt)]


def _makes_float(node: ast.AST) -> bool:
    match node:
        case ast.Constant(value=value):
            return isinstance(value, float | complex)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in FLOAT_NAMES
        case ast.Import() | ast.ImportFrom():
            return not FLOAT_MODULES.isdisjoint(_imported(node))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _is_whole(left) and _is_whole(right)
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.UnaryOp(op=ast.USub())):
            return _is_whole(left)
    return False


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
    return [module.partition(".")[0] for module in modules]


def _is_whole(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=value):
            return isinstance(value, int)
        case ast.Call(func=ast.Name(id=name)):
            return name in WHOLE_NUMBERS
        case ast.UnaryOp(operand=operand):
            return _is_whole(operand)
        case ast.BinOp(left=left, right=right):
            return _is_whole(left) and _is_whole(right)
    return False


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_source_makes_no_float(folder: str) -> None:
    files = sorted((SOURCE / folder).rglob("*.py"))
    code = [path for path in files if path.name != "__init__.py"]
    assert code, f"no code seen in {folder}"
    assert [f"{path.name}:{place}" for path in files for place in floats(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "planted",
    [
        "rate = 0.1",
        "rate = -1e3",
        "root = 2j",
        "rate = float(text)",
        "def rate() -> float: ...",
        "import math",
        "from math import floor",
        "import numpy.linalg as linear",
        "share = 1 / 3",
        "share = len(done) / len(planned)",
        "share = (1 + len(done)) / -int(text)",
        "step = 10 ** -digits",
        "rate = round(rate, 2)",
        "age = span.total_seconds()",
        "rate = Decimal.from_float(text)",
    ],
)
def test_a_planted_float_is_found(planted: str) -> None:
    (found,) = floats(f"one = Decimal('0.1')\n{planted}\n")
    assert found.startswith("2: ")


@pytest.mark.parametrize(
    "clean",
    [
        "half = Decimal('0.5')",
        "share = part / whole",
        "half = step / 2",
        "path = folder / 'name'",
        "size = 10 ** places",
    ],
)
def test_exact_code_is_not_accused(clean: str) -> None:
    assert floats(clean) == []


@dataclass(frozen=True, slots=True)
class Cell:
    held: object


class Box:
    def __init__(self, held: object) -> None:
        self.held = held


HOLDERS = [
    ("the top", 0.5),
    ("[0]", [0.5]),
    ("[1][0]", ("a", (0.5,))),
    ("['rate']", {"rate": 0.5}),
    ("[key 0.5]", {0.5: "rate"}),
    (".held", Cell(0.5)),
    (".held['a'].held[0]", Box({"a": Cell(frozenset({0.5}))})),
]


@pytest.mark.parametrize(("path", "holder"), HOLDERS)
def test_a_float_in_a_result_is_found_with_its_path(path: str, holder: object) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_no_float(holder)
    assert str(caught.value) == f"float 0.5 at {path}"


def test_a_result_without_floats_passes_even_if_it_holds_itself() -> None:
    result: list[object] = [Cell(Decimal("0.5")), {"a": Box(("b", 3, True))}]
    result.append(result)
    assert assert_no_float(result) == 6


def test_what_the_kernel_reads_and_computes_holds_no_float() -> None:
    number = parse_number("11.98万纤芯公里")
    assert number is not None
    assert assert_no_float((number, Interval.of(number) / Interval.point(Decimal(3)))) >= 5
