"""Chapters written in a test, and what a reader would see of them."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.expr.scope import Scope
from jixiao.kernel.finding import Finding
from jixiao.render.chapter.markdown import Setting, compile_chapter
from tests.templates import run_nodes, seen

STYLES = {name: name for name in ("正文", "表题", "单位行", "表注", "图题", "脚注")}


def setting(styles: Mapping[str, str] = STYLES, files: Mapping[str, bytes] | None = None) -> Setting:
    """What surrounds a chapter that may name these styles and these files, and no form."""
    known = files or {}

    def read(file: str) -> bytes:
        if file not in known:
            raise FileNotFoundError(file)
        return known[file]

    return Setting(styles, 9000, 12000, ("竖", "横"), 0, lambda *_: (), read)


def written(text: str, around: Setting, scope: Scope) -> tuple[str, list[Finding]]:
    """The XML of a chapter, and all findings of compiling and running it."""
    nodes, findings = compile_chapter(text, "章.md", around)
    xml, more = run_nodes(nodes, scope)
    return xml, [*findings, *more]


def words_of_chapter(text: str, around: Setting, scope: Scope) -> str:
    """The words of a chapter, one paragraph a line; the test fails on any finding."""
    xml, findings = written(text, around, scope)
    assert not findings, findings
    return seen(xml)
