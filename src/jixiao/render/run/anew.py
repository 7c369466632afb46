"""What must be made anew each time a Word section is printed: the numbers of its lists, its bookmarks.

While a section is compiled, marks of characters that no XML may hold stand for them; the values that are printed
never hold any. They are replaced when the section is done, so that an annex for each record has lists of its own.
"""

from __future__ import annotations

import re
from typing import Final

from jixiao.render.namespaces import DECLARATION, W

_START, _END = "\x02", "\x03"
MARK: Final = re.compile(f"{_START}(.)(\\d+){_END}")
LIST, RESTART, BOOKMARK, BOOKMARK_END, NAME, REFERENCE = "LSBENR"
WORDS, NUMBER = "TH"
_LATE: Final = re.compile(f"{_START}([{WORDS}{NUMBER}])(\\d+){_END}")
_MARKUP: Final = re.compile(f"<w:instrText[^>]*>[^<]*</w:instrText>|<[^>]*>|{_START}.\\d+{_END}")
_FIRST_TEXT: Final = re.compile("<w:t[ >][^<]*")
_FIRST_BOOKMARK = 1 << 20  # headings have the numbers below


def mark(kind: str, number: int) -> str:
    """What stands for a list, its new beginning, a bookmark, its end, its name, or a reference to it.

    WORDS: what the bookmark holds; NUMBER: that of the heading in which it stands.
    """
    return f"{_START}{kind}{number}{_END}"


class Numbered:
    """The lists and bookmarks of one document so far; lists: the levels of each, as XML."""

    def __init__(self) -> None:
        self.lists: list[str] = []
        self.bookmarks = 0

    def section(self, levels: tuple[str, ...]) -> Section:
        """The numbers of one printing of a section, whose lists have these levels."""
        return Section(self, levels)


class Section:
    """One printing of a section."""

    def __init__(self, numbered: Numbered, levels: tuple[str, ...]) -> None:
        self._numbered = numbered
        self._levels = levels
        self._lists: dict[int, int] = {}
        self._bookmarks: dict[int, int] = {}
        self._pending: dict[int, int] = {}

    def replace(self, body: list[str], start: int, notes: list[str], first_note: int) -> None:
        """Put numbers for the marks that stand in the chunks of the body and in the notes from these on."""
        places = [(body, at) for at in range(start, len(body))] + [(notes, at) for at in range(first_note, len(notes))]
        late: list[tuple[list[str], int]] = []
        for chunks, at in places:
            if _START in chunks[at]:
                chunks[at] = MARK.sub(self._number, chunks[at])
                late += [(chunks, at)] if _START in chunks[at] else []
        if late:
            whole = "".join(chunks[at] for chunks, at in places)
            for chunks, at in late:
                chunks[at] = _LATE.sub(lambda match: self._referred(match, whole), chunks[at])

    def _referred(self, match: re.Match[str], whole: str) -> str:
        """What a reference prints: the words of its bookmark, or the number of its heading."""
        number = self._bookmarks.get(int(match[2]), 0)
        start = whole.find(f'w:name="_Sec{number}"/>')
        if start < 0:
            return ""
        if match[1] == NUMBER:
            first = _FIRST_TEXT.search(whole, whole.rfind("<w:p>", 0, start))
            return first.group().partition(">")[2] if first else ""
        end = whole.find(f'<w:bookmarkEnd w:id="{_FIRST_BOOKMARK + number}"/>', start)
        return _MARKUP.sub("", whole[whole.index(">", start) + 1 : end])

    def _number(self, match: re.Match[str]) -> str:
        """What a mark stands for; what refers to words is left for later."""
        kind, key = match[1], int(match[2])
        if kind in (WORDS, NUMBER):
            return match.group()
        if kind == LIST:
            return str(self._list(key))
        if kind == RESTART:
            self._lists.pop(key, None)
            return ""
        if kind == BOOKMARK:
            self._bookmarks[key] = self._pending.pop(key, 0) or self._next()
        elif kind == REFERENCE and key not in self._bookmarks:  # it stands before the bookmark itself
            self._bookmarks[key] = self._pending[key] = self._next()
        number = self._bookmarks.get(key, 0)
        return f"_Sec{number}" if kind in (NAME, REFERENCE) else str(_FIRST_BOOKMARK + number)

    def _list(self, key: int) -> int:
        lists = self._numbered.lists
        if key not in self._lists:
            lists.append(self._levels[key])
            self._lists[key] = len(lists)
        return self._lists[key]

    def _next(self) -> int:
        self._numbered.bookmarks += 1
        return self._numbered.bookmarks


def numbering_xml(lists: list[str]) -> str:
    """The part word/numbering.xml: a definition for each list, so that none goes on with the numbers of another."""
    numbers = range(1, len(lists) + 1)
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for number, levels in zip(numbers, lists, strict=True)
    )
    used = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in numbers)
    return f'{DECLARATION}<w:numbering xmlns:w="{W}">{definitions}{used}</w:numbering>'
