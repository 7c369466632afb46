"""Text as it stands in XML."""

from __future__ import annotations

import re
from functools import lru_cache

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


def escape(text: str) -> str:
    """Markup characters as entities."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def attribute(text: str) -> str:
    """Text inside double quotes."""
    return escape(text).replace('"', "&quot;")


def run_text(text: str) -> str:
    """Text inside `<w:t>`: escaped, line ends and tabs as Word's own."""
    if text.isprintable():
        return escape(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return escape(text).replace("\n", BREAK).replace("\t", _TAB)


@lru_cache(4096)
def plain(text: str) -> str | None:
    """A short text inside `<w:t>` that is nothing but printable characters; None where it is more."""
    return escape(text) if text.isprintable() else None


def legal(text: str) -> tuple[str, str]:
    """The text without the characters XML cannot hold, and those characters as U+XXXX ("" if none)."""
    if text.isprintable():
        return text, ""
    found = sorted(set(_ILLEGAL.findall(text)))
    return (_ILLEGAL.sub("", text), " ".join(f"U+{ord(each):04X}" for each in found)) if found else (text, "")
