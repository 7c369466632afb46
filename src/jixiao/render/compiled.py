"""A format made ready for rendering: compiled once, then read back from the cache."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import get_args

from jixiao import cache
from jixiao.expr.expression import remember
from jixiao.formats.format import Format
from jixiao.kernel.finding import Finding
from jixiao.kernel.place import DocumentPlace, SourcePlace
from jixiao.package.zip import Member
from jixiao.render.charts.nodes import ChartLook, Column
from jixiao.render.template import Branch, Compiled, Filter, Node

_recent = cache.Recent[tuple[Format, Compiled]](16)
_narrowed = cache.Recent[tuple[Format, Format]](16)
_WORD = re.compile(r"\w+")
_KEPT = (*get_args(Node), Branch, Filter, Column, ChartLook, Compiled, Member, SourcePlace, DocumentPlace, Decimal)
"""What compiled formats are made of."""


def compile_format(form: Format) -> tuple[Compiled, list[Finding]]:
    """The compiled format and what is wrong with its templates; a format without findings is kept in the cache."""
    kept = _recent.get(form.digest)
    if kept and kept[0] is form:  # read once for a whole batch
        return kept[1], []
    key = cache.key("compiled", form.digest.encode())
    compiled = cache.load(key, _KEPT)
    if isinstance(compiled, Compiled) and compiled.key == key:
        remember(dict(compiled.trees))  # type: ignore[arg-type]
        _recent.keep(form.digest, (form, compiled))
        return compiled, []
    from jixiao.render.compiler import compile_outline  # noqa: PLC0415 - parsers are needed here alone

    compiled, findings = compile_outline(form, key)
    if not findings:
        cache.store(key, compiled)
        _recent.keep(form.digest, (form, compiled))
    return compiled, findings


def with_texts_in_use(form: Format, compiled: Compiled, former: Format) -> Format:
    """A changed format without the texts that the former one requires for sections that are there no more."""
    kept = _narrowed.get(form.digest)
    if kept is None or kept[0] is not form:
        gone = _words(compile_format(former)[0]) - _words(compiled)
        kept = _narrowed.keep(form.digest, (form, _without(form, gone)))
    return kept[1]


def _without(form: Format, gone: set[str]) -> Format:
    """The format with texts that may still be written, but need not be."""
    rules = form.rules
    required = tuple(text for text in rules.required_texts if text.text not in gone)
    of_projects = tuple(text for text in rules.project_texts if text.text not in gone)
    optional = (*rules.optional_texts, *rules.required_texts, *rules.project_texts)
    return replace(
        form, rules=replace(rules, required_texts=required, project_texts=of_projects, optional_texts=optional)
    )


def _words(compiled: Compiled) -> set[str]:
    """The names that the expressions of a format use."""
    return {word for text, _ in compiled.trees for word in _WORD.findall(text)}
