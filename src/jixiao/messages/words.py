"""The shape of a catalogue entry."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """title: a few words; sentence: what is wrong, with {fields}; remedy: how to mend it, with {fields}."""

    title: str
    sentence: str
    remedy: str


class Message(NamedTuple):
    """One entry in both languages."""

    zh: Words
    en: Words
