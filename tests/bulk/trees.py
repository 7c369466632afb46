"""Small trees of units that owe one report each, and runs over them in this process's time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jixiao.bulk.run import Order, Progress, Result, Run
from jixiao.bulk.work import Place
from tests.errors.bench import BASE, FORM, PROJECT, UNIT_FILE
from tests.render.drawn import form

YEAR = 2022


def plant(root: Path, units: dict[str, str]) -> Place:
    """Units below a folder, each with its superior; the place of a run over them."""
    format_files = {name: content for name, content in BASE.items() if name.startswith("templates")}
    for name, content in {**format_files, FORM: _form()}.items():
        write(root / name, content)
    for unit, superior in units.items():
        sow(root, unit, superior)
    return Place(root / "data", root / "templates", root / "out", YEAR)


@cache
def _form() -> bytes:
    """Drawn once: it holds the time at which it was drawn, and formats are compared by their digests."""
    return form("{{ 单位.名称 }}")


def sow(root: Path, unit: str, superior: str = "") -> None:
    """One unit with its data."""
    name = unit.rpartition("/")[2].replace("'", "''")
    own = str(BASE[UNIT_FILE]).replace("某办公室", f"'{name}'").replace("某州政府", f"'{superior or name}'")
    write(root / UNIT_FILE.replace("样例", unit), own)
    write(root / PROJECT.replace("样例", unit), BASE[PROJECT])


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(place: Place, *, under: Sequence[str] = (), select: Sequence[str] = (), force: bool = False) -> Result:
    """A run by one process."""
    return Run(Order(place, under, select, force, processes=1)).all(lambda _: None)


def progress_of(order: Order) -> list[Progress]:
    """What a run tells."""
    told: list[Progress] = []
    Run(order).all(told.append)
    return told


def files(place: Place) -> dict[str, bytes]:
    """All that is in the output folder, but for locks."""
    found = (path for path in place.out.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {path.relative_to(place.out).as_posix(): path.read_bytes() for path in found}
