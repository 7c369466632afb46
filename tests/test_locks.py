"""The lock files hold what pyproject.toml asks for, every package with hashes, and say nothing about a machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    """Each locked package with its version."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text(name), flags=re.MULTILINE))


def asked_for(*groups: str) -> set[str]:
    """The names of the packages that the project and these dependency groups name."""
    project: dict[str, Any] = tomllib.loads(text("pyproject.toml"))
    lines = [
        *project["project"]["dependencies"],
        *(line for name in groups for line in project["dependency-groups"][name]),
    ]
    return {re.split(r"[<>=!~;\[ ]", line, maxsplit=1)[0].lower() for line in lines}


def test_each_lock_holds_what_is_asked_for() -> None:
    assert asked_for("build") - pins("requirements.lock").keys() == set()
    assert asked_for("build", "dev") - pins("requirements-dev.lock").keys() == set()


def test_reports_are_written_with_the_packages_that_were_tested() -> None:
    runtime = pins("requirements.lock")
    assert runtime
    assert runtime.items() - pins("requirements-dev.lock").items() == set()
    assert "pytest" not in runtime


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_hashes(name: str) -> None:
    packages = re.split(r"^(?=[a-z0-9-]+==)", text(name), flags=re.MULTILINE)[1:]
    assert len(packages) == len(pins(name))
    assert [package for package in packages if "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_no_folder(name: str) -> None:
    lines = [line for line in text(name).splitlines() if not line.lstrip().startswith(("#", "--hash=sha256:"))]
    assert [line for line in lines if "/" in line or line.startswith("-")] == []
    assert "://" not in text(name)
