"""What may stand in YAML but not in the files of a unit."""

from __future__ import annotations

from jixiao.kernel.finding import Finding, must
from jixiao.load.nodes import Scalar

DUPLICATE_KEY = must("Y102")
TOO_DEEP = must("Y108")
TOO_MANY = must("Y109")
REFERENCE = must("Y124")
ODD_KEY = must("Y125")
SECOND_DOCUMENT = must("Y126")

MAX_DEPTH = 24
MAX_NODES = 200_000


def duplicate(second: Scalar, first: Scalar) -> Finding:
    """The finding that a key stands twice, in one file or in two."""
    return DUPLICATE_KEY.at(second.place, related=[first.place], key=second.text.strip(), first=str(first.place))
