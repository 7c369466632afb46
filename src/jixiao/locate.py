"""Where the templates stand: named by the environment, in the installed package, or at the top of a checkout."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "JIXIAO_TEMPLATES"


def templates_dir() -> Path:
    """The folder that holds `common/` and one folder for each report format."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"
