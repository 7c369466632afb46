"""Bytes of a text file to its characters, or the reason why they cannot be read."""

from __future__ import annotations

import codecs
import re

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace

OTHER_ENCODING = must("Y101")
BAD_BYTES = must("Y103")
NOT_TEXT = must("Y104")
INVISIBLE = must("Y105")
TOO_LARGE = must("Y106")

MAX_BYTES = 4_000_000
MAX_REPORTED = 50
"""Of one kind in one file; whoever has more sees the rest after mending these."""

_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a file; None where nothing of it can be used.

    A file in another encoding of Chinese is a finding and is read all the same, so that its other problems show too.
    """
    place = SourcePlace(file)
    if len(data) > MAX_BYTES:
        return None, [TOO_LARGE.at(place, size=f"{len(data) / 1_000_000:.1f}", limit=MAX_BYTES // 1_000_000)]
    encoding = _UTF16.get(data[:2])
    if encoding is None and (data.startswith(_OFFICE) or b"\x00" in data):
        return None, [NOT_TEXT.at(place)]
    if encoding:
        return data.decode(encoding, errors="replace"), [OTHER_ENCODING.at(place, encoding="UTF-16")]
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(), []
    except UnicodeDecodeError as error:
        return _not_utf8(data, file, error)


def _not_utf8(data: bytes, file: str, error: UnicodeDecodeError) -> tuple[str, list[Finding]]:
    text = data.decode(errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - damaged
    if damaged > sound:  # mostly unreadable as UTF-8: another encoding rather than a damaged file
        try:
            return data.decode("gb18030"), [OTHER_ENCODING.at(SourcePlace(file, 1, 1), encoding="GBK")]
        except UnicodeDecodeError:
            pass
    lines = text.split("\n")
    line = data.count(b"\n", 0, error.start)
    column = lines[line].find("\ufffd")
    place = SourcePlace(file, line + 1, column + 1, lines[line].rstrip("\r"))
    return text, [BAD_BYTES.at(place, byte=f"0x{data[error.start]:02X}", offset=error.start + 1)]


def clean(text: str, file: str) -> tuple[str, list[Finding]]:
    """The text with plain line ends and without a byte order mark; characters nobody can see become blanks."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _INVISIBLE.search(text) is None:
        return text, []
    findings: list[Finding] = []
    for number, line in enumerate(text.split("\n"), 1):
        hit = _INVISIBLE.search(line)
        if hit and len(findings) < MAX_REPORTED:
            quote = _INVISIBLE.sub(" ", line)
            place = SourcePlace(file, number, hit.start() + 1, quote)
            findings.append(INVISIBLE.at(place, character=f"U+{ord(hit[0]):04X}"))
    return _INVISIBLE.sub(" ", text), findings
