"""Every kind of finding has its words, in both languages and with the same gaps."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

import pytest

from jixiao import messages as folder
from jixiao.kernel.finding import Finding, Strength
from jixiao.kernel.place import SourcePlace
from jixiao.messages.catalogue import LONGEST, messages, remedy, sentence, words
from jixiao.messages.forms import FAULTS
from jixiao.messages.words import Message, Words
from jixiao.package.reader import Fault, PackageError
from jixiao.render.word.package import UNREADABLE_FORM
from tests.codes import declared_codes

CODES = declared_codes()


def gaps(said: Words) -> set[str]:
    return {name for text in said for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_code_has_words_and_every_entry_a_code() -> None:
    assert len(CODES) > 50
    assert sorted(messages()) == CODES


def test_every_code_has_one_entry() -> None:
    areas = [import_module(f"{folder.__name__}.{module.name}") for module in iter_modules(folder.__path__)]
    assert sum(len(getattr(area, "MESSAGES", {})) for area in areas) == len(messages())


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same_with_the_same_fields(code: str) -> None:
    message: Message = messages()[code]
    assert gaps(message.zh) == gaps(message.en)
    assert all(text.strip() for said in message for text in said[:2])


@pytest.mark.parametrize("code", CODES)
def test_titles_are_a_few_words_and_sentences_end(code: str) -> None:
    message = messages()[code]
    assert not message.zh.title.endswith(("。", "！", "."))
    assert message.zh.sentence.endswith(("。", "？", "”"))
    assert len(message.zh.title) <= 24


TOLD = Finding("K101", Strength.MUST, SourcePlace("资金.yaml"), (("name", "合计"), ("formula", "甲 + 乙")), "3", "4")


def test_gaps_are_filled_with_fields_and_both_sides() -> None:
    assert sentence(TOLD, "en").startswith("“合计” is given as 4, but 甲 + 乙 makes 3")
    assert "“合计”填的是4，按“甲 + 乙”应为3" in sentence(TOLD, "zh")


def test_an_empty_field_is_named_as_such() -> None:
    unknown = Finding("C104", Strength.MUST, None, (("name", "甲"), ("formula", "甲"), ("near", "")))
    assert remedy(unknown, "zh").endswith("相近的名称：无。")
    assert remedy(unknown, "en").endswith("near names: none.")


def test_a_check_of_a_format_brings_its_own_words() -> None:
    own = Finding("XJ01", Strength.SHOULD, None, (("message", "下达{279}万元。"), ("remedy", "")))
    assert (sentence(own, "zh"), remedy(own, "zh")) == ("下达{279}万元。", "")
    assert words("XJ01", "zh").title == "不符合本格式的要求"


def test_words_of_a_file_are_cut_and_cannot_steer_the_terminal() -> None:
    long = Finding("C104", Strength.MUST, None, (("name", "字" * 9000), ("formula", "甲\x1b[31m\n乙"), ("near", "")))
    assert len(sentence(long, "zh")) < 2 * LONGEST
    assert "甲 [31m 乙" in sentence(long, "zh")


def test_every_fault_of_a_package_is_told_in_words() -> None:
    assert {*FAULTS} == {*Fault, "strict"}
    found = UNREADABLE_FORM.at(None, fault=PackageError(Fault.DAMAGED, "word/document.xml"))
    assert sentence(found, "zh") == "文件不是可读的 .docx：已损坏（word/document.xml）。"
    assert sentence(found, "en") == "The file is no readable .docx: it is damaged (word/document.xml)."
