"""A format made ready for rendering: compiled once, then read back from the cache."""

from __future__ import annotations

import hashlib
from pathlib import Path

from jixiao.expr.expression import remember
from jixiao.formats.format import Format
from jixiao.kernel.finding import Finding
from jixiao.render import cache
from jixiao.render.template import Compiled

_PACKAGE = Path(__file__).parent.parent
_CODE = ("render", "expr", "package", "formats")  # what decides about the compiled form, besides the format's files


def compile_format(form: Format) -> tuple[Compiled, list[Finding]]:
    """The compiled format and what is wrong with its templates; a format without findings is kept in the cache."""
    key = _key(form)
    compiled = cache.load(key)
    if isinstance(compiled, Compiled) and compiled.key == key:
        remember(dict(compiled.trees))  # type: ignore[arg-type]
        return compiled, []
    from jixiao.render.compiler import compile_outline  # noqa: PLC0415 - parsers are needed here alone

    compiled, findings = compile_outline(form, key)
    if not findings:
        cache.store(key, compiled)
    return compiled, findings


def _key(form: Format) -> str:
    """The digest of the format's files and of the program that compiles them."""
    total = hashlib.sha256(form.digest.encode())
    for folder in _CODE:
        for file in sorted((_PACKAGE / folder).glob("*.py")):
            total.update(file.read_bytes())
    return total.hexdigest()
