"""Report formats written in the test, and documents made from them."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

from jixiao.expr.scope import Fixed, Scope
from jixiao.expr.work import begin
from jixiao.formats.format import Format
from jixiao.formats.load_format import load_format
from jixiao.kernel.finding import Finding
from jixiao.ledger.ledger import Ledger
from jixiao.messages.catalogue import messages
from jixiao.package.reader import read
from jixiao.package.text import plain_text
from jixiao.render.compiled import compile_format
from jixiao.render.document import render
from jixiao.render.draft import Draft
from jixiao.render.parts import Origin
from jixiao.render.run.engine import link
from jixiao.render.run.state import State
from jixiao.render.template import Nodes
from tests.cases import ledger_of

COMMON = Path(__file__).parent.parent / "templates" / "common"
_FIGURES = (("某项目/计划", "1800万元", "1800", "1800"),)
ORIGIN = Origin("某办公室", 2022, "自评", "测试", "2022.1", "0" * 64, "自评报告", date(2023, 6, 1), _FIGURES)
PLAIN_RULES = "显示: {正文: {金额: 去零, 单位: 是}, 表格: {金额: 去零, 单位: 否}, 表单: {金额: 去零, 单位: 否}}"
_BLOCK_END = re.compile(r"</w:p>|<w:br/>")
_MARKUP = re.compile(r"<[^>]*>")


def format_in(folder: Path, outline: str, files: dict[str, str | bytes]) -> Format:
    """A format in a templates folder of its own, with the common page measures; the test fails on any finding."""
    home = folder / "templates" / "测试" / "2022"
    home.mkdir(parents=True, exist_ok=True)
    (folder / "templates" / "common").mkdir(exist_ok=True)
    shutil.copy(COMMON / "版式.yaml", folder / "templates" / "common")
    (home / "格式.yaml").write_text(f"名称: 测试\n版本: '1'\n继承: [common]\n大纲:\n{outline}\n", encoding="utf-8")
    for name, content in files.items():
        (home / name).write_bytes(content.encode() if isinstance(content, str) else content)
    loaded = load_format(folder / "templates", "测试", 2022)
    assert loaded.format is not None
    assert not loaded.findings, loaded.findings
    return loaded.format


def chapter_in(folder: Path, chapter: str) -> Format:
    """A format that is one chapter."""
    return format_in(folder, "- {类型: 正文, 文件: 章.md}", {"章.md": chapter})


def view_of(data: str = "", rules: str = PLAIN_RULES) -> Ledger:
    """The printed figures of a project with these data."""
    return ledger_of(data, rules)


def document(form: Format, data: str = "", draft: Draft | None = None) -> tuple[bytes, list[Finding]]:
    """The document and all findings of compiling and rendering it."""
    begin()
    compiled, findings = compile_format(form)
    content, more, _ = render(compiled, view_of(data), ORIGIN, draft)
    return content, [*findings, *more]


def words_of(content: bytes) -> str:
    """The plain text of a document."""
    return plain_text(read(content))


def run_nodes(nodes: Nodes, scope: Scope | None = None, *, is_draft: bool = False) -> tuple[str, list[Finding]]:
    """What nodes give over a few names."""
    state = State(view_of(), is_draft=is_draft)
    link(nodes)(state, scope or Fixed({}))
    return state.body(), list(state.findings)


def seen(xml: str) -> str:
    """The words of some XML, one paragraph a line."""
    return _MARKUP.sub("", _BLOCK_END.sub("\n", xml)).strip()


def say(finding: Finding) -> None:
    """Put a finding into words in both languages; fails where the words name a field the finding has not."""
    for words in messages()[finding.code]:
        for sentence in (words.sentence, words.remedy):
            assert sentence.format(**dict(finding.fields))


def pdf_of(content: bytes, folder: Path) -> Path:
    """The document as LibreOffice lays it out."""
    source = folder / "document.docx"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return source.with_suffix(".pdf")
