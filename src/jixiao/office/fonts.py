"""Which fonts are installed, and what stands for those that are not. Only fontconfig can say (Linux, mostly)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Collection, Mapping, Sequence

_SECONDS = 30


def installed_fonts() -> frozenset[str]:
    """The names of all font families, in every language they have; empty where nobody can say."""
    program = shutil.which("fc-list")
    if program is None:
        return frozenset()
    command = [program, "--format", "%{family}\n"]
    try:
        said = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    lines = said.stdout.decode(errors="replace").splitlines()
    return frozenset(name.strip() for line in lines for name in line.split(",") if name.strip())


def stand_ins(asked: Mapping[str, Sequence[str]], installed: Collection[str]) -> dict[str, str]:
    """For each font that is not installed the first of its alternatives that is; "" where none is.

    asked: the fonts of a document with their alternatives. Nothing stands for anything where no font is known.
    """
    if not installed:
        return {}
    return {
        font: next((other for other in others if other in installed), "")
        for font, others in asked.items()
        if font not in installed
    }
