"""What all tests share: golden files, programs that a test cannot do without, and the report that a module is about."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from jixiao.pipeline import Examination
    from tests.printed import Part

DATA = Path(__file__).parent.parent / "data_examples"
GOLDEN = Path(__file__).parent / "golden"
USED: pytest.StashKey[set[str]] = pytest.StashKey()
UNDER_CI = os.environ.get("CI") == "true"
HANDED_OVER = "golden"  # the key under which a worker process names the golden files it used

Golden = Callable[[str, str], None]

settings.register_profile("patient", deadline=None)  # two processes on two cores may each be slow for a moment
if not UNDER_CI:  # there hypothesis has a profile of its own, which is as patient and not random
    settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("golden files")
    group.addoption("--update-golden", action="store_true", help="write what the tests give into tests/golden")
    group.addoption("--clean-golden", action="store_true", help="fail if a full run used not every golden file")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(program, …): skip where a program is missing; under CI, fail instead")
    config.stash[USED] = set()
    if config.pluginmanager.hasplugin("xdist"):
        config.pluginmanager.register(Workers(config.stash[USED]))


class Workers:
    """Collects from each worker process the names of the golden files it used."""

    def __init__(self, used: set[str]) -> None:
        self.used = used

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        output: dict[str, list[str]] = getattr(node, "workeroutput", {})
        self.used.update(output.get(HANDED_OVER, ()))


def pytest_runtest_setup(item: pytest.Item) -> None:
    programs = [program for marker in item.iter_markers("needs") for program in marker.args]
    missing = [program for program in programs if shutil.which(program) is None]
    if not missing:
        return
    reason = f"not installed: {', '.join(missing)}"
    if UNDER_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Call `golden(name, text)`: text must be what tests/golden/<name>.txt holds."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        request.config.stash[USED].add(name)
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if not path.exists():
            pytest.fail(f"{path} does not exist; `pytest --update-golden` writes it", pytrace=False)
        assert text == path.read_text(encoding="utf-8"), f"{path} differs; `pytest --update-golden` rewrites it"

    return compare


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    output: dict[str, list[str]] | None = getattr(config, "workeroutput", None)
    if output is not None:
        used = config.stash[USED]
        output[HANDED_OVER] = sorted(used)
    elif config.getoption("--clean-golden") and session.exitstatus == pytest.ExitCode.OK and unused(config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.getoption("--clean-golden") and unused(config):
        terminalreporter.section("golden files that no test used")
        for name in unused(config):
            terminalreporter.line(f"tests/golden/{name}.txt")


def unused(config: pytest.Config) -> list[str]:
    """Names of golden files that this run did not ask for."""
    kept = (path.relative_to(GOLDEN).with_suffix("").as_posix() for path in GOLDEN.rglob("*.txt"))
    return sorted(name for name in kept if name not in config.stash[USED])


@pytest.fixture(scope="module")
def examination(request: pytest.FixtureRequest) -> Examination:
    """The unit, year and report that the module names in EXAMPLE."""
    from jixiao.locate import templates_dir
    from jixiao.pipeline import examine

    unit, year, report = request.module.EXAMPLE
    return examine(DATA, templates_dir(), unit, year, report)


@pytest.fixture(scope="module")
def written(examination: Examination) -> bytes:
    """Its document; what is found while it is drawn was found before."""
    from jixiao.pipeline import draw

    (report,) = examination.reports
    drawn = draw(examination.loaded, report)
    assert drawn.findings == report.findings
    return drawn.data


@pytest.fixture(scope="module")
def parts(written: bytes) -> dict[str, Part]:
    """The document by headings and annexes."""
    from tests.printed import parts_of

    return parts_of(written)
