"""The words of the page and the workbook that a run over many units leaves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jixiao.cli.show import as_json, place_words
from jixiao.messages.catalogue import remedy, sentence, words
from jixiao.messages.commands import text
from jixiao.messages.overview import OVERVIEW

if TYPE_CHECKING:
    from jixiao.bulk.results.write import Speech
    from jixiao.cli.options import Language
    from jixiao.kernel.finding import Finding


def speech(lang: Language) -> Speech:
    """How results speak in a language."""
    from jixiao.bulk.results.write import Speech

    def explain(finding: Finding) -> tuple[str, str, str, str]:
        strength, place = text(finding.strength, lang), place_words(finding.place, lang)
        return strength, place, sentence(finding, lang), remedy(finding, lang)

    return Speech(partial(_say, lang=lang), lambda code: words(code, lang).title, explain, as_json)


def _say(key: str, lang: Language) -> str:
    said = OVERVIEW.get(key)
    if said is None:
        return text(key, lang)
    return said.en if lang == "en" else said.zh
