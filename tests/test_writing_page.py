"""The manual of chapters: every passage prints what the page says, as a whole report."""

import re
from pathlib import Path

import pytest

from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from tests.render.painted import png
from tests.templates import ORIGIN, PLAIN_RULES, format_in, view_of

PAGE = (Path(__file__).parent.parent / "docs" / "正文写法.md").read_text(encoding="utf-8")
(DATA,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
PASSAGES = re.findall(r"```markdown\n(.*?)\n```\n\n```text\n(.*?)\n```", PAGE, re.DOTALL)
RATE = "指标:\n- {名称: 预算执行率, 对象: 子项目, 公式: 实际支出 / 预算安排, 单位: '%'}\n"


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize(("chapter", "shown"), PASSAGES, ids=lambda text: text[:20])
def test_a_passage_reads_as_the_page_says(tmp_path: Path, chapter: str, shown: str) -> None:
    outline = "- {类型: 正文, 文件: 章.md}" + "\n- {类型: 附件, 名称: 自评表}" * ("自评表" in chapter)
    (tmp_path / "templates/测试/2022/图").mkdir(parents=True)
    compiled, findings = compile_format(format_in(tmp_path, outline, {"章.md": chapter, "图/机构.png": png()}))
    content, more, _ = render(compiled, view_of(DATA, f"{RATE}{PLAIN_RULES}"), ORIGIN)
    assert not [*findings, *more]
    lines = [line.replace("\t", " | ") for line in plain_text(read(content)).splitlines()]
    assert [line for line in lines if line and line != "— 1 —"] == shown.splitlines()


def test_every_passage_is_read() -> None:
    assert len(PASSAGES) == PAGE.count("```markdown") == PAGE.count("```text")
