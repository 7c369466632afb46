"""A unit whose files are being damaged, and what is told of each damage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from jixiao.kernel.frozen import frozen
from jixiao.sample.chance import Chance
from jixiao.sample.units import Unit
from jixiao.sample.writing import Node, Path, line_of, markdown_line, written

ALONE = "单独"
"""The area of faults beside which others are not found, as a report is not made."""

EXTRA = "补充"
"""Files that a fault adds are called so."""


@frozen
class Planted:
    """A fault in place: the file below the folder of the unit's year, and where in it.

    line: of a file that is written as text; 0: of the whole file. path: the node of a file written as a tree.
    also: what else is told of the same line. elsewhere: what is told in other places.
    """

    code: str
    file: str
    what: str
    line: int = 0
    path: Path = ()
    also: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, str, Path], ...] = ()


class Draft:
    """The files of a unit, as trees or as bytes, while faults are planted."""

    def __init__(self, unit: Unit, year: int, chance: Chance) -> None:
        self.unit, self.year, self.chance = unit, year, chance
        self.files: dict[str, Node | bytes] = dict(unit.files)

    @property
    def projects(self) -> list[str]:
        """The folders of its projects, those with reports of their own first."""
        order = dict.fromkeys(row["项目"] for row in self.tree("报告.yaml")["报告"] if "项目" in row)
        return [f"项目/{name}" for name in dict.fromkeys([*order, *self.tree("报告.yaml")["项目"]])]

    def tree(self, file: str) -> Any:
        """What a file holds, to be changed; an empty mapping where there is no such file."""
        return self.files.get(file, {})

    def add(self, file: str, content: str | bytes) -> str:
        """A further file; its name."""
        self.files[file] = content.encode() if isinstance(content, str) else content
        return file

    def rows(self, file: str, *keys: str) -> list[Any]:
        """The rows of a list in a file, none where it has no such list."""
        node = self.tree(file)
        for key in keys:
            node = node.get(key, {})
        return node or []

    def goals(self) -> Iterator[tuple[str, int, Any]]:
        """Every indicator with points: its file, its number there, and the row."""
        for folder in [*self.projects, "部门"]:
            file = f"{folder}/绩效指标.yaml"
            for number, row in enumerate(self.rows(file, "绩效指标")):
                if "分值" in row:
                    yield file, number, row

    def written(self) -> dict[str, bytes]:
        """The bytes of each file."""
        return {name: written(name, content) for name, content in self.files.items()}

    def line(self, file: str, path: Path) -> int:
        """The line of a file on which a node stands, from 1; 0 where none is named."""
        content = self.files.get(file, b"")
        if isinstance(content, bytes) or not path:
            return 0
        return markdown_line(content, path) if file.endswith(".md") else line_of(content, path)


Plant: TypeAlias = Callable[[Draft], Planted | None]
"""Plants a fault; nothing where the unit has no place for it."""


@frozen
class Fault:
    """A kind of fault. area: a unit gets one fault of an area at most, as one may hide another."""

    code: str
    area: str
    plant: Plant
