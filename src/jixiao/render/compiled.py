"""A format made ready for rendering: compiled once, then read back from the cache."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from jixiao import cache
from jixiao.expr.expression import remember
from jixiao.formats.format import Format
from jixiao.kernel.finding import Finding
from jixiao.kernel.place import DocumentPlace, SourcePlace
from jixiao.package.zip import Member
from jixiao.render.template import Branch, Compiled, Node

_recent = cache.Recent[Compiled](16)
_KEPT = (*get_args(Node), Branch, Compiled, Member, SourcePlace, DocumentPlace, Decimal)
"""What compiled formats are made of."""


def compile_format(form: Format) -> tuple[Compiled, list[Finding]]:
    """The compiled format and what is wrong with its templates; a format without findings is kept in the cache."""
    key = cache.key("compiled", form.digest.encode())
    if kept := _recent.get(key):
        return kept, []
    compiled = cache.load(key, _KEPT)
    if isinstance(compiled, Compiled) and compiled.key == key:
        remember(dict(compiled.trees))  # type: ignore[arg-type]
        return _recent.keep(key, compiled), []
    from jixiao.render.compiler import compile_outline  # noqa: PLC0415 - parsers are needed here alone

    compiled, findings = compile_outline(form, key)
    if not findings:
        cache.store(key, _recent.keep(key, compiled))
    return compiled, findings
