"""The documentation holds what is there: keys, checks, commands, files, links, and what commands print."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from jixiao.formats.check_scoring import scoring_findings
from jixiao.formats.merge import merged
from jixiao.formats.rules import FormatRules
from tests.cases import bound
from tests.cli.running import commands
from tests.codes import declared_codes
from tools.manual import pages
from tools.transcripts import PAGES, up_to_date

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MANUAL = DOCS / "手册.md"
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
WRITTEN = (*READMES, *DOCS.glob("*.md"), ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md")
HELP_AND_COMPLETION = {"--help", "--install-completion", "--show-completion"}
_LINK = re.compile(r"\]\((?!https?:)(?P<file>[^)#]*)#?(?P<anchor>[^)]*)\)")
_CODE = re.compile(r"(?ms)^(`{3,}).*?^\1$|`[^`\n]*`")
_PATH = re.compile(r"(?:data_examples|templates|docs|tests|src|tools)/[\w./<>-]+")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def options() -> set[str]:
    shown = [each for command in commands().values() for each in command.params if not getattr(each, "hidden", False)]
    return {name for each in shown for name in each.opts if name.startswith("--")} | {"--version"}


@pytest.mark.parametrize("name", ["数据项.md", "格式项.md", "大纲项.md", "检查.md", "指标.md"])
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert read(DOCS / name) == pages()[name], "`make docs` writes it"


@pytest.mark.parametrize("name", PAGES)
def test_the_manual_shows_what_commands_print(name: str) -> None:
    page = read(DOCS / name)
    assert "```text\n$ jixiao" in page
    assert page == up_to_date(name), "`make docs` writes it"


def test_every_finding_has_its_place_in_the_manual() -> None:
    listed = re.findall(r"(?m)^### ([A-Z]\d+) \S", read(DOCS / "检查.md"))
    assert listed == sorted(listed, key=lambda code: ("YDFCKTROV".index(code[0]), code))
    assert set(listed) == set(declared_codes())


def test_the_manual_names_every_command_and_none_that_does_not_exist() -> None:
    named = set(re.findall(r"`jixiao ((?:template )?[a-z]+)", read(MANUAL)))
    assert named == set(commands())


def test_the_manual_names_every_option_and_none_that_does_not_exist() -> None:
    named = set(re.findall(r"--[a-z][a-z-]+", read(MANUAL)))
    assert named == options() | HELP_AND_COMPLETION


def test_the_manual_names_every_variable_of_the_environment() -> None:
    shown = [each for command in commands().values() for each in command.params]
    variables = {each.envvar for each in shown if each.envvar}
    assert variables == set(re.findall(r"JIXIAO_[A-Z]+", read(MANUAL)))


def test_the_scoring_options_that_the_manual_shows_are_read() -> None:
    common = read(ROOT / "templates" / "common" / "国家规则.yaml").split("名单:")[0]
    examples = re.findall(r"(?s)```yaml\n(.*?)```", read(DOCS / "评分.md"))
    assert len(examples) > 8
    for example in examples:
        base, shown = (bound(text, "格式.yaml", FormatRules) for text in (common, example))
        assert not scoring_findings(merged(base, shown)), example


@pytest.mark.parametrize(
    "page", [*READMES, MANUAL, DOCS / "格式.md", DOCS / "自定义章节.md"], ids=lambda page: page.name
)
def test_files_that_are_named_exist(page: Path) -> None:
    named = {path.rstrip("/.") for path in _PATH.findall(read(page)) if "<" not in path and "/2023/" not in path}
    assert named
    assert not [path for path in sorted(named) if not (ROOT / path).exists()]


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.finditer(_CODE.sub("", read(page))):
        target = page.parent / unquote(link["file"]) if link["file"] else page
        assert target.exists(), link.group()
        if link["anchor"]:
            assert unquote(link["anchor"]) in anchors(read(target)), link.group()


def anchors(text: str) -> set[str]:
    """The anchors that GitHub and editors make of headings."""
    heads = re.findall(r"(?m)^#+ (.+)$", text)
    return {re.sub(r"[^\w\- ]", "", head).replace(" ", "-").lower() for head in heads}


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_readme_quotes_what_was_measured(page: Path) -> None:
    block = read(page).split("<!-- measured -->")[1].split("<!-- /measured -->")[0]
    quoted = [line.split("|")[2].strip() for line in block.strip().splitlines()[2:]]
    measured = [line.split("|")[2].strip() for line in read(DOCS / "measured.md").splitlines() if line.startswith("| ")]
    assert quoted
    assert not set(quoted) - set(measured)


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_the_data_in_the_readme_are_those_of_the_example(page: Path) -> None:
    block = read(page).split("```yaml\n")[1].split("```")[0]
    lines = [line.split("  #")[0].strip().removeprefix("- ") for line in block.splitlines()]
    data = "\n".join(read(path) for path in (ROOT / "data_examples").rglob("*.yaml"))
    known = {line.split("  #")[0].strip().removeprefix("- ") for line in data.splitlines()}
    assert not [line for line in lines if line and not line.startswith("#") and line not in known]


def test_the_picture_is_there_and_small() -> None:
    picture = DOCS / "images" / "page.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 150_000
