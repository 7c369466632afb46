"""A browser without a window."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def shown_by_browser(tmp_path: Path) -> Callable[[Path], str]:
    """The page as the browser has it when its program has run."""

    def show(page: Path) -> str:
        home = f"--user-data-dir={tmp_path / 'browser'}"
        switches = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom", home]
        command = ["chromium", *switches, page.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True, encoding="utf-8")
        return done.stdout

    return show
