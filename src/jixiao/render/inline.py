"""The inside of a paragraph: words, tags and bold print become runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.render.control import Token, build, check
from jixiao.render.escape import legal, run_text
from jixiao.render.tags import PLACEHOLDER, Tag, Tagged, tagged
from jixiao.render.template import Node, Nodes, Raw, Slot

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

RAW_HTML = must("F208")
UNSUPPORTED = must("F209")

BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t></w:r>"
_REFUSED = {"code_inline": "`", "image": "![", "link_open": "[", "em_open": "*"}


class Runs:
    """Builds the runs of one paragraph; display is how its values print."""

    def __init__(self, source: Tagged, display: str, findings: list[Finding], *, bold: bool = False) -> None:
        self._source = source
        self._display = display
        self._findings = findings
        self._depth = int(bold)
        self._is_open = False
        self._tokens: list[Token] = []

    def add_all(self, children: Iterable[MarkdownToken], lines: Iterator[SourcePlace]) -> None:
        """Take in Markdown's tokens; lines gives the place of the first line, then of each further one."""
        line, before = next(lines), ""
        broken = False
        for child in children:
            if child.type == "softbreak":
                line, broken = next(lines, line), True
                continue
            if broken and _needs_space(before, child.content):
                self.text(" ")
            broken = False
            self._add(child, line)
            before = child.content or before
            if child.type == "hardbreak":
                line = next(lines, line)

    def _add(self, child: MarkdownToken, line: SourcePlace) -> None:
        if child.type == "text":
            self.text(child.content)
        elif child.type == "hardbreak":
            self.text("\n")
        elif child.type in ("strong_open", "strong_close"):
            self.close()
            self._depth += child.nesting
        elif child.type == "html_inline":
            self._findings.append(RAW_HTML.at(_at(line, child.content), found=child.content))
        elif child.type in _REFUSED:
            marker = child.markup or _REFUSED[child.type]
            self._findings.append(UNSUPPORTED.at(_at(line, marker), what=marker))

    def text(self, words: str) -> None:
        """Words that may hold placeholders of tags."""
        at = 0
        for match in PLACEHOLDER.finditer(words):
            self._literal(words[at : match.start()])
            self._tag(self._source.tag(match.group()))
            at = match.end()
        self._literal(words[at:])

    def node(self, node: Node) -> None:
        """A node that prints words, such as the number of a heading."""
        if not self._is_open:
            self._tokens.append(Raw(f"<w:r>{self._properties}{_OPEN}"))
            self._is_open = True
        self._tokens.append(node)

    def close(self) -> None:
        """End the run."""
        if self._is_open:
            self._tokens.append(Raw(_CLOSE))
            self._is_open = False

    def result(self) -> Nodes:
        """The nodes of the paragraph."""
        self.close()
        return build(self._tokens, self._findings)

    @property
    def _properties(self) -> str:
        return BOLD if self._depth else ""

    def _literal(self, words: str) -> None:
        if words:
            self.node(Raw(run_text(legal(words)[0])))

    def _tag(self, tag: Tag) -> None:
        if tag.kind == "block":
            self.close()
            self._tokens.append(tag)
        else:
            check(tag.argument, tag.place, self._findings)
            self.node(Slot(tag.argument, self._display, self._properties, tag.place))


def words(text: str, place: SourcePlace, display: str, findings: list[Finding]) -> Nodes:
    """The runs of a line of the outline (a title), which may hold tags but no Markdown."""
    source = tagged([text], place.file, place.line, findings)
    runs = Runs(source, display, findings)
    runs.text(source.lines[0])
    return runs.result()


def _needs_space(before: str, after: str) -> bool:
    """Whether two lines of Western words meet; Chinese lines are joined without a space."""
    return before[-1:].isascii() and after[:1].isascii() and bool(before and after)


def _at(line: SourcePlace, marker: str) -> SourcePlace:
    return SourcePlace(line.file, line.line, max(line.quote.find(marker), 0) + 1, line.quote)
