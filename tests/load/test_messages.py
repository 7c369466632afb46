"""Every finding of reading and binding has its words in both languages, and no words are left over."""

from __future__ import annotations

from importlib import import_module

import pytest

from jixiao.kernel.finding import REGISTRY
from tests.load.reading import MESSAGES


def test_every_code_has_words() -> None:
    import_module("jixiao.load.folder")  # brings in all modules that declare codes
    declared = {code for code in REGISTRY if code.startswith(("Y1", "D1"))}
    assert declared == set(MESSAGES)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_words_are_complete(code: str) -> None:
    chinese, english = MESSAGES[code]
    assert all([*chinese, *english])
    assert chinese.sentence.endswith(("。", "）。"))
    assert english.sentence.endswith(".")
