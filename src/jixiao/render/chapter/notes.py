"""Footnotes of a chapter: written once, `[^name]: words`, and printed where the text says `[^name]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.ledger.view import Display
from jixiao.render.chapter.inline import UNSUPPORTED, Runs, Wording, at
from jixiao.render.chapter.lines import Prepared
from jixiao.render.chapter.parser import NOTE_OPEN
from jixiao.render.styles import NOTE, NOTE_MARK, properties
from jixiao.render.template import Nodes, Raw

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

NO_SUCH_NOTE = must("F234")
UNUSED_NOTE = must("F235")
DUPLICATE_NOTE = must("F237")
REPEATED_NOTE = must("F240")

_START = f'<w:p>{properties(NOTE)}<w:r>{NOTE_MARK}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'


class Notes:
    """The footnotes of one chapter; Word prints one for each mark, so that the text may refer to each once."""

    def __init__(self, tokens: Sequence[MarkdownToken], source: Prepared, findings: list[Finding]) -> None:
        self._source = source
        self._findings = findings
        self._written: dict[str, MarkdownToken] = {}
        self._used: dict[str, SourcePlace] = {}
        for token, inline in pairwise(tokens):
            if token.type == NOTE_OPEN:
                self._add(token.content, inline)

    def _add(self, name: str, inline: MarkdownToken) -> None:
        first = self._written.setdefault(name, inline)
        if first is not inline:
            related = [self._place(first)]
            self._findings.append(DUPLICATE_NOTE.at(self._place(inline), name=name, related=related))

    def paragraphs(self, name: str, place: SourcePlace) -> Nodes | None:
        """The paragraph of a footnote; a name without one is reported, and one that the text refers to twice."""
        if name not in self._written:
            near = "、".join(nearest(name, self._written) or self._written)
            self._findings.append(NO_SUCH_NOTE.at(place, name=name, near=near))
            return None
        if name in self._used:
            self._findings.append(REPEATED_NOTE.at(place, name=name))
            return None
        self._used[name] = place
        return (Raw(_START), *self._runs(self._written[name]), Raw("</w:p>"))

    @property
    def used(self) -> Iterable[SourcePlace]:
        """Where the text refers to footnotes."""
        return self._used.values()

    def unused(self) -> Iterator[Finding]:
        """The footnotes that the text does not refer to."""
        for name, inline in self._written.items():
            if name not in self._used:
                yield UNUSED_NOTE.at(self._place(inline), name=name)

    def _runs(self, inline: MarkdownToken) -> Nodes:
        runs = Runs(Wording(self._source.source, self._findings, self._refuse), Display.TEXT.value)
        runs.add_all(inline.children or [], self._source.places(inline))
        return runs.result()

    def _refuse(self, name: str, place: SourcePlace) -> None:
        """A footnote has none of its own."""
        mark = f"[^{name}]"
        self._findings.append(UNSUPPORTED.at(at(place, mark, last=True), what=mark))

    def _place(self, inline: MarkdownToken) -> SourcePlace:
        return next(self._source.places(inline))
