"""A desk to work at, and an environment that says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in ("DATA", "OUT", "LANG", "TEMPLATES"):
        monkeypatch.delenv(f"JIXIAO_{name}", raising=False)
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
