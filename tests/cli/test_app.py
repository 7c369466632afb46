"""The command line itself: help, wrong usage, languages, encodings, and what it loads."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao import __version__
from jixiao.cli import options
from jixiao.cli.app import COMMANDS, main, run
from jixiao.load.units import units_of
from tests.cli.running import EXAMPLES, ROOT, Desk, commands

PROGRAM = "from jixiao.cli.start import main; main()"
ENGLISH = re.compile(r"[A-Za-z]{2,}")


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT,
        env=kept | {"PYTHONPATH": "src"} | environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reprot"], "没有“reprot”这个命令。是不是 'report'？"),
        (["report"], "缺少参数 UNIT。"),
        (["report", "x"], "缺少选项 --year。"),
        (["check", "x", "--yaer", "2022"], "没有 --yaer 这个选项。是不是 --year？"),
        (["report", "x", "--year"], "选项 --year 后面没有写值。"),
        (["report", "x", "y", "--year", "2022"], "多出了参数：y。"),
        (["check", "--year", "2022", "--json=3"], "选项 --json 后面不能写值。"),
        (["check", "--year", "2022", "--lang", "fr"], "--lang 的值不对：“fr”不在可用的值之中：'zh', 'en'。"),
    ],
)
def test_wrong_usage_is_told_in_chinese(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"命令有误：{message}\n用法见 jixiao")


@pytest.mark.parametrize("year", ["abc", "", "20.5"])
def test_a_year_that_is_no_number(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "x", "--year", year]) == 2
    assert re.match(r"命令有误：'?--year'? 的值不对：.*应为整数|.*不是整数", capsys.readouterr().err)


def test_wrong_usage_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["reprot", "--lang=en"]) == 2
    assert capsys.readouterr().err == "No such command 'reprot'. Did you mean 'report'?\nSee jixiao --help\n"


def test_nothing_at_all_shows_the_help_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert capsys.readouterr().err.startswith("用法：jixiao [选项] 命令 [参数]…")


PAGES = ["", *COMMANDS, *(name for name in commands() if " " in name)]


@pytest.mark.parametrize("command", PAGES)
def test_help_pages_are_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help"]) == 0
    words = set(ENGLISH.findall(capsys.readouterr().out))
    known = {
        "jixiao",
        "YAML",
        "Word",
        "PDF",
        "LibreOffice",
        "JSON",
        "Schema",
        "shell",
        "yaml",
        "data",
        "examples",
        "out",
        "docs",
        "schema",
        "md",
        "docx",
    }
    names = {
        "JIXIAO",
        *options.DATA_VARIABLE.split("_"),
        "OUT",
        "LANG",
        "TEMPLATES",
        "str",
        "list",
        "zh",
        "en",
        "float",
        "int",
        "MB",
        "csv",
        "changed",
        "failed",
        "has",
    }
    shown = [each for command in commands().values() for each in command.params]
    metavars = {word for each in shown for word in ENGLISH.findall(each.metavar or "")}
    flags = {"version", "install", "completion", "show", "help"}
    flags |= {word for each in shown for option in each.opts for word in ENGLISH.findall(option)}
    called = {word for page in PAGES for word in page.split()} | {"format", "from"}
    assert words <= known | names | metavars | flags | called


@pytest.mark.parametrize("command", PAGES)
def test_help_pages_are_english_when_asked_for(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help", "--lang", "en"]) == 0
    assert not re.search(r"[\u4e00-\u9fff](?<!报告)", capsys.readouterr().out.replace("报告.yaml", ""))


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_takes_data_out_and_lang(command: str) -> None:
    declared = {option for each in commands()[command].params for option in each.opts}
    assert {"--data", "--out", "--lang"} <= declared


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"jixiao {__version__}\n"


def test_main_exits_with_the_status(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for switch in ("disable", "freeze"):
        monkeypatch.setattr(gc, switch, lambda: None)
    with pytest.raises(SystemExit) as stopped:
        main(["check", "nobody", "--year", "2022"])
    assert stopped.value.code == 2
    assert "nobody" in capsys.readouterr().out


def test_a_folder_that_cannot_be_read_is_no_traceback(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "x"))

    monkeypatch.setattr("jixiao.formats.load_format.load_format", refuse)
    result = desk.run("new", "x", "--year", "2022", "--format", "f")
    assert (result.status, result.err) == (2, f"无法读写 {tmp_path / 'x'}：Permission denied\n")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp936"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"},
    ],
)
def test_no_encoding_makes_it_stumble(environment: dict[str, str]) -> None:
    if environment.get("PYTHONUTF8") == "0":
        done = started("--help", **environment)
    else:
        done = started("figures", "xiangxi", "--year", "2022", **environment)
    assert (done.returncode, done.stderr) == (0, b"")
    if environment.get("PYTHONIOENCODING") == "cp936":
        assert "预算执行率" in done.stdout.decode("cp936")


def test_json_survives_an_encoding_without_chinese() -> None:
    import json

    done = started("figures", "xiangxi", "--year", "2022", "--json", PYTHONIOENCODING="ascii")
    assert any(figure["name"] == "预算执行率" for figure in json.loads(done.stdout))


def test_a_reader_that_closes_early_is_no_traceback() -> None:
    command = ["sh", "-c", f"{sys.executable} -c '{PROGRAM}' figures xiangxi --year 2022 | head -n 1"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": "src"}, capture_output=True, check=True)
    assert b"Traceback" not in done.stderr


def test_the_shell_completes_commands_options_and_units() -> None:
    done = started(_JIXIAO_COMPLETE="complete_bash", COMP_WORDS="jixiao report xi", COMP_CWORD="2")
    assert done.stdout.split() == [b"xiangxi"]
    assert options.unit_names("xi") == ["xiangxi"] or Path.cwd() != ROOT
    assert "xiangxi-project" in options.format_folders("xiangxi")
    assert units_of(EXAMPLES / "nowhere") == []


HEAVY = ("rich", "docx", "docxtpl", "lxml", "markdown_it", "zipimport_never", "jixiao.messages.checks")


def test_a_report_loads_nothing_it_does_not_need(tmp_path: Path) -> None:
    arguments = ["report", "xiangxi", "--year", "2022", "--out", str(tmp_path)]
    cache = str(tmp_path / "cache")
    started(*arguments, JIXIAO_CACHE=cache)
    loaded = "import sys; from jixiao.cli.app import run; run(sys.argv[1:]); print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", loaded, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "src", "JIXIAO_CACHE": cache},
        capture_output=True,
        check=True,
        text=True,
    )
    assert set(done.stdout.splitlines()) & set(HEAVY) == set()
