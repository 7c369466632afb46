"""Small changes of amounts in a draft."""

from __future__ import annotations

from typing import Any

from jixiao.sample.faults.draft import Draft, Planted
from jixiao.sample.writing import Path, money


def amount_of(words: str) -> int:
    """An amount as it is typed, in hundredths of 万元."""
    whole, _, rest = words.partition(".")
    return int(whole) * 100 + (-1 if whole.startswith("-") else 1) * int(rest or "0")


def shift(row: Any, field: str, by: int) -> None:
    """Make an amount larger, or smaller."""
    row[field] = money(amount_of(row[field]) + by)


def changed(draft: Draft, code: str, file: str, path: Path, by: int) -> Planted:
    """An amount that is wrong by so much, told where it stands."""
    row: Any = draft.tree(file)
    for step in path[:-1]:
        row = row[step]
    shift(row, str(path[-1]), by)
    return Planted(code, file, f"{path[-2]}的{path[-1]}改为{row[path[-1]]}万元", path=path)


def explain(draft: Draft, folder: str, key: str) -> None:
    """Explain what follows from a fault, so that the fault alone is told."""
    file = f"{folder}/项目.yaml"
    draft.tree(file).setdefault("说明", {})[key] = "已核实，原因见正文。"


def funds_of(draft: Draft, folder: str) -> tuple[str, list[Any]]:
    """The file and the rows of a project's funds."""
    file = f"{folder}/资金.yaml"
    return file, draft.rows(file, "资金构成")


def sub_projects_of(draft: Draft) -> tuple[str, list[Any]]:
    """The file and the sub-projects of the first project."""
    file = f"{draft.projects[0]}/资金.yaml"
    return file, draft.rows(file, "子项目")
