"""How a finding looks: its place, the quoted line with a caret, what is wrong, what was expected, how to mend it."""

from __future__ import annotations

import io

import pytest

from jixiao.cli.options import Language
from jixiao.cli.show import (
    WIDTH,
    as_json,
    closing_line,
    finding_lines,
    place_words,
    quoted,
    show,
    status_of,
    wants_color,
    width,
)
from jixiao.kernel.finding import REGISTRY, Finding, Strength
from jixiao.kernel.place import DocumentPlace, SourcePlace

PLACE = SourcePlace("资金.yaml", 14, 11, "    实际支出: 17.6")
HELD = Finding("O101", Strength.MUST, PLACE, (("reason", "占用"), ("kept", "新.docx")), "1.5", "1.6", "", (PLACE,))


def test_a_finding_in_full() -> None:
    assert finding_lines(HELD, Language.ZH) == [
        "资金.yaml:14:11: 必须 O101 文件正被打开，无法替换",
        "    实际支出: 17.6",
        "              ^",
        "  原有的文件正被 Word、WPS 等程序打开，或被系统占用（占用），没有替换；新文件已另存在旁边：新.docx。",
        "  应为 1.5，实为 1.6",
        "  改法：关闭原文件后重新运行；或者直接使用新文件，再删去旧文件。",
        "  参见 资金.yaml:14:11  实际支出: 17.6",
    ]


def test_of_many_related_places_the_first_few_are_named() -> None:
    related = tuple(SourcePlace("资金.yaml", line, 1) for line in range(1, 100))
    lines = finding_lines(Finding("O102", Strength.MUST, None, (("reason", "x"),), related=related), Language.EN)
    assert [line for line in lines if line.startswith("  see ")][:2] == ["  see 资金.yaml:1:1", "  see 资金.yaml:2:1"]
    assert len(lines) < 20


def test_the_same_in_english() -> None:
    lines = finding_lines(HELD, Language.EN)
    assert lines[0] == "资金.yaml:14:11: must O101 file in use, not replaced"
    assert lines[4] == "  expected 1.5, found 1.6"


def test_a_finding_without_a_place_has_its_sentence_alone() -> None:
    lines = finding_lines(Finding("O102", Strength.MUST, None, (("reason", "磁盘已满"),)), Language.ZH)
    assert lines[:2] == ["必须 O102 无法写入文件", "  文件没有写成：磁盘已满。"]


def test_colours_change_nothing_but_colour() -> None:
    painted = "\n".join(finding_lines(HELD, Language.ZH, color=True))
    plain = painted
    for paint in ("\33[0m", "\33[1m", "\33[2m", "\33[31m", "\33[33m"):
        plain = plain.replace(paint, "")
    assert painted != plain == "\n".join(finding_lines(HELD, Language.ZH))


@pytest.mark.parametrize("offset", [0, 5, 300, 2_900])
def test_a_long_line_is_cut_around_the_place_and_the_caret_stays_under_it(offset: int) -> None:
    text = "字" * offset + "错" + "后" * (3_000 - offset)
    line, caret = quoted(SourcePlace("x.md", 1, offset + 1, text))
    assert width(line) <= WIDTH + 2
    assert caret == " " * width(line[: line.index("错")]) + "^"


def test_a_line_of_millions_of_characters_is_cut_at_once() -> None:
    line, _ = quoted(SourcePlace("x.yaml", 1, 2_000_000, "字" * 4_000_000))
    assert width(line) <= WIDTH + 2


def test_tabs_do_not_move_the_caret() -> None:
    assert list(quoted(SourcePlace("x.yaml", 1, 3, "\ta\tb"))) == ["a b", " ^"]


def test_a_damaged_line_cannot_steer_the_terminal() -> None:
    assert list(quoted(SourcePlace("x.yaml", 1, 3, "a\x1b[2Jb\x07\x9bc"))) == ["a [2Jb  c", "  ^"]


def test_a_place_in_a_document_is_told_in_both_languages() -> None:
    place = DocumentPlace("表单/自评表.docx", table=2, row=3, cell=4)
    assert place_words(place, Language.ZH) == "表单/自评表.docx 表2 行3 格4"
    assert place_words(place, Language.EN) == "表单/自评表.docx table 2 row 3 cell 4"
    assert place_words(PLACE, Language.EN) == "资金.yaml:14:11"


def test_json_is_english_and_complete() -> None:
    shown = as_json(HELD, "xiangxi", "项目自评")
    assert list(shown)[:14] == [
        *("code", "strength", "file", "line", "column", "quote", "title", "sentence"),
        *("expected", "actual", "remedy", "figure", "report", "unit"),
    ]
    assert (shown["strength"], shown["title"]) == ("must", "file in use, not replaced")
    assert shown["related"] == [{"file": "资金.yaml", "line": 14, "column": 11, "quote": "    实际支出: 17.6"}]


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (None, {"file": "", "line": 0}),
        (DocumentPlace("a.docx", "一", 1, 2, 3, 4, "文"), {"file": "a.docx", "line": 0, "row": 2, "paragraph": 4}),
    ],
)
def test_json_of_other_places(place: DocumentPlace | None, shown: dict[str, object]) -> None:
    assert shown.items() <= as_json(Finding("O102", Strength.MUST, place, (("reason", "x"),)), "", "").items()


def found(*codes: str) -> list[Finding]:
    return [Finding(code, REGISTRY[code].strength) for code in codes]


@pytest.mark.parametrize(
    ("codes", "status"),
    [
        ([], 0),
        (["Y140"], 0),  # a file that is no data file
        (["D102"], 1),
        (["Y102"], 1),  # a key given twice: the file could be read
        (["Y150"], 1),  # a tag in a narrative
        (["D102", "Y146"], 2),  # no such unit
        (["Y113"], 2),  # a tab as indentation
    ],
)
def test_exit_codes(codes: list[str], status: int) -> None:
    import jixiao.pipeline  # noqa: F401 - declares every code

    assert status_of(found(*codes)) == status


def test_the_closing_line_counts() -> None:
    must, should = Finding("O101", Strength.MUST), Finding("O102", Strength.SHOULD)
    assert closing_line([must, should, must], Language.ZH) == "共 3 项：必须改正 2 项，提示 1 项。"
    assert closing_line([must, should, must], Language.EN) == "3 found: 2 must, 1 should."
    assert closing_line([], Language.ZH) == "没有发现问题。"


def test_findings_are_shown_with_a_blank_line_between(capsys: pytest.CaptureFixture[str]) -> None:
    assert show([HELD, HELD], Language.ZH) == 1
    out = capsys.readouterr().out
    assert out.count("\n\n") == 2
    assert out.endswith("共 2 项：必须改正 2 项，提示 0 项。\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "color"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], color: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_color(Terminal()) is color
    assert not wants_color(io.StringIO())
