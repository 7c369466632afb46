"""Whatever a file was saved as, its text is read where it can be, and the finding says how to save it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.load.decode import MAX_BYTES, MAX_REPORTED, clean, decode
from tests.load.reading import said

TEXT = "单位:\n  名称: 智慧湘西领导小组办公室\n"


@pytest.mark.parametrize(
    ("data", "text", "findings"),
    [
        (TEXT.encode(), TEXT, []),
        (TEXT.encode("utf-8-sig"), TEXT, []),
        (b"", "", []),
        (TEXT.encode("gbk"), TEXT, ["Y101 1:1"]),
        ((TEXT + "简称: 㐀\n").encode("gb18030"), TEXT + "简称: 㐀\n", ["Y101 1:1"]),
        (TEXT.encode("utf-16"), TEXT, ["Y101 资金.yaml"]),
        (TEXT.encode("utf-16-le"), None, ["Y104 资金.yaml"]),
        (b"PK\x03\x04 and so on", None, ["Y104 资金.yaml"]),
        (b"\xd0\xcf\x11\xe0 and so on", None, ["Y104 资金.yaml"]),
        (b"a" * (MAX_BYTES + 1), None, ["Y106 资金.yaml"]),
    ],
)
def test_a_file_is_read_in_the_encoding_it_has(data: bytes, text: str | None, findings: list[str]) -> None:
    read, found = decode(data, "资金.yaml")
    assert (read, said(found)) == (text, findings)


def test_a_damaged_byte_is_named_with_its_line() -> None:
    data = b"\xef\xbb\xbf" + TEXT.encode().replace("湘".encode(), b"\xe6\xb9", 1)
    text, findings = decode(data, "资金.yaml")
    assert text == TEXT.replace("湘", "\ufffd")
    assert said(findings) == ["Y103 2:9"]
    assert dict(findings[0].fields) == {"byte": "0xE6", "offset": "25"}


def test_a_damaged_file_that_is_no_chinese_encoding_either_is_reported_as_damaged() -> None:
    text, findings = decode(b"a: \xff\xff\xff\xff\n", "资金.yaml")
    assert text == "a: \ufffd\ufffd\ufffd\ufffd\n"
    assert said(findings) == ["Y103 1:4"]


def test_invisible_characters_become_blanks_and_are_named_once_a_line() -> None:
    text, findings = clean("\ufeff甲\u200b乙\ufeff\r\n丙\x00\r丁", "资金.yaml")
    assert text == "甲 乙 \n丙 \n丁"
    assert said(findings) == ["Y105 1:2", "Y105 2:2"]
    assert [finding.fields for finding in findings] == [(("character", "U+200B"),), (("character", "U+0000"),)]
    assert len(clean("\x01\n" * 1000, "资金.yaml")[1]) == MAX_REPORTED


@given(st.binary(max_size=60) | st.text(max_size=30).map(lambda text: text.encode("gb18030")))
def test_no_bytes_raise(data: bytes) -> None:
    text, findings = decode(data, "资金.yaml")
    assert text is not None or findings
    said(findings)
