"""Where the templates stand: named by the environment, in the installed package, or at the top of a checkout."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "JIXIAO_TEMPLATES"


FOLDER = "templates"

_PACKAGE = Path(__file__).resolve().parent


def templates_dir() -> Path:
    """The folder that holds `common/` and one folder for each report format."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    installed = _PACKAGE / FOLDER
    return installed if installed.is_dir() else _PACKAGE.parents[1] / FOLDER


def workshop() -> Path:
    """Where a new format is made: among the others, unless those belong to an installed package or to somebody else.

    Then it is `templates/` in the folder where the program was started.
    """
    found = templates_dir()
    is_own = bool(os.environ.get(VARIABLE)) or (found.parent != _PACKAGE and os.access(found, os.W_OK))
    return from_here(found) if is_own else Path(FOLDER)


def from_here(path: Path) -> Path:
    """As people write it where the program was started: short if it is below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
