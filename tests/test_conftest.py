"""The golden files and the `needs` marker do what CONTRIBUTING.md says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = """
import pytest

def test_one(golden):
    golden("folder/one", "壹\\n")

def test_two(golden):
    golden("two", "贰\\n")

@pytest.mark.needs("no-such-program", "sh")
def test_that_needs_a_program():
    pass
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A small project with this one's conftest and with its golden files written."""
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest((Path(__file__).parent / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(TESTS)
    pytester.runpytest_subprocess("--update-golden").assert_outcomes(passed=2, skipped=1)
    return pytester


def test_what_was_written_is_found_again(project: pytest.Pytester) -> None:
    assert (project.path / "golden" / "folder" / "one.txt").read_bytes() == "壹\n".encode()
    project.runpytest_subprocess().assert_outcomes(passed=2, skipped=1)


def test_a_changed_and_a_missing_file_fail(project: pytest.Pytester) -> None:
    (project.path / "golden" / "folder" / "one.txt").write_text("一\n", encoding="utf-8")
    (project.path / "golden" / "two.txt").unlink()
    result = project.runpytest_subprocess()
    result.assert_outcomes(failed=2, skipped=1)
    result.stdout.fnmatch_lines_random(["*one.txt differs*", "*two.txt does not exist*"])


@pytest.mark.parametrize("processes", [(), ("-p", "xdist", "-n", "2")])
def test_a_file_that_no_test_used_is_reported(project: pytest.Pytester, processes: tuple[str, ...]) -> None:
    assert project.runpytest_subprocess("--clean-golden", *processes).ret == pytest.ExitCode.OK
    (project.path / "golden" / "old.txt").touch()
    result = project.runpytest_subprocess("--clean-golden", *processes)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*that no test used*", "tests/golden/old.txt"])
    result.stdout.no_fnmatch_line("tests/golden/two.txt")


def test_a_missing_program_skips_with_a_reason(project: pytest.Pytester) -> None:
    project.runpytest_subprocess("-rs").stdout.fnmatch_lines(["SKIPPED*not installed: no-such-program"])


def test_a_missing_program_fails_under_ci(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    project.runpytest_subprocess().assert_outcomes(passed=2, errors=1)
