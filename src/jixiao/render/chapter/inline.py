"""The inside of a paragraph: words, tags, bold print, references and marks of footnotes become runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from jixiao.kernel.finding import Finding, must
from jixiao.kernel.place import SourcePlace
from jixiao.render.chapter.parser import NOTE
from jixiao.render.control import NOT_ALONE, Token, build, check
from jixiao.render.escape import legal, run_text
from jixiao.render.styles import NOTE_MARK
from jixiao.render.tags import PLACEHOLDER, Tag, Tagged, tagged
from jixiao.render.template import Node, Nodes, Note, Raw, Reference, Slot

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

RAW_HTML = must("F208")
UNSUPPORTED = must("F209")
TYPED_REFERENCE = must("F239")

BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t></w:r>"
_REFUSED = {"code_inline": "`", "image": "![", "link_open": "[", "em_open": "*"}
_TYPED = re.compile(
    r"(?:见|如|据|按)\s*(?P<number>(?:附件|附表|附图|表|图)\s*[\d一二三四五六七八九十]+)(?![\d.年月日万亿])"
)
_HALF_A_LINK = "]("


class Wording(NamedTuple):
    """What goes with the words of a chapter: its tags, what is wrong with it, and its footnotes.

    note: the paragraphs of the footnote of this name; None, and reported, where there is none.
    """

    source: Tagged
    findings: list[Finding]
    note: Callable[[str, SourcePlace], Nodes | None]


class Runs:
    """Builds the runs of one paragraph; display is how its values print."""

    def __init__(self, wording: Wording, display: str, *, bold: bool = False) -> None:
        self._source = wording.source
        self._note = wording.note
        self._display = display
        self._findings = wording.findings
        self._depth = int(bold)
        self._is_open = False
        self._link = ""
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
            self._find_typed(child.content, line)
            self.text(child.content)
        elif child.type == "hardbreak":
            self.text("\n")
        elif child.type in ("strong_open", "strong_close"):
            self.close()
            self._depth += child.nesting
        elif child.type == "html_inline":
            self._findings.append(RAW_HTML.at(at(line, child.content), found=child.content))
        elif child.type == NOTE:
            self._add_note(child.content, at(line, f"[^{child.content}]"))
        elif child.type == "link_open" and (target := str(child.attrs["href"])).startswith("#"):
            target = self._source.written(target)
            self._link = " ".join(target[1:].split())
            self._refer(at(line, target))
        elif child.type == "link_close" and self._link:
            self.close()
            self._end_link()
        elif child.type in _REFUSED:
            marker = "<" if child.markup == "autolink" else child.markup or _REFUSED[child.type]
            self._findings.append(UNSUPPORTED.at(at(line, marker), what=marker))

    def _find_typed(self, words: str, line: SourcePlace) -> None:
        """Numbers typed where the program writes them, and what was meant as a link and is none."""
        if match := _TYPED.search(words):
            self._findings.append(TYPED_REFERENCE.at(at(line, match.group()), number=match["number"]))
        if _HALF_A_LINK in words:
            self._findings.append(UNSUPPORTED.at(at(line, _HALF_A_LINK), what=_HALF_A_LINK))

    def _refer(self, place: SourcePlace) -> None:
        self.close()
        reference = Reference(self._link, worded=True, run_properties=self._properties, place=place)
        self._tokens += [Raw('<w:hyperlink w:anchor="'), reference, Raw('" w:history="1">')]

    def _end_link(self) -> None:
        """Without words of its own the reference prints the number of what it leads to."""
        match self._tokens[-2:]:
            case [Reference() as reference, Raw()]:
                self._tokens[-3:] = [reference._replace(worded=False)]
            case _:
                self._tokens.append(Raw("</w:hyperlink>"))
        self._link = ""

    def _add_note(self, name: str, place: SourcePlace) -> None:
        self.close()
        paragraphs = self._note(name, place)
        if paragraphs is not None:
            mark = Raw(f'<w:r>{NOTE_MARK}<w:footnoteReference w:id="')
            self._tokens += [mark, Note(paragraphs, place), Raw('"/></w:r>')]

    def text(self, words: str) -> None:
        """Words that may hold placeholders of tags."""
        at = 0
        for match in PLACEHOLDER.finditer(words):
            self._literal(words[at : match.start()])
            self._tag(self._source.tag(match.group()))
            at = match.end()
        self._literal(words[at:])

    def outside(self, node: Node) -> None:
        """A node that stands between runs, such as the number of a table."""
        self.close()
        self._tokens.append(node)

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
            if self._link:
                self._findings.append(NOT_ALONE.at(tag.place, tag=tag.source))
                return
            self._tokens.append(tag)
        else:
            check(tag.argument, tag.place, self._findings)
            self.node(Slot(tag.argument, self._display, self._properties, tag.place))


def words(text: str, place: SourcePlace, display: str, findings: list[Finding]) -> Nodes:
    """The runs of a line of the outline (a title), which may hold tags but no Markdown."""
    source = tagged([text], place.file, place.line, findings)
    runs = Runs(Wording(source, findings, lambda *_: None), display)
    runs.text(source.lines[0])
    return runs.result()


def _needs_space(before: str, after: str) -> bool:
    """Whether two lines of Western words meet; Chinese lines are joined without a space."""
    return before[-1:].isascii() and after[:1].isascii() and bool(before and after)


def at(line: SourcePlace, marker: str, *, last: bool = False) -> SourcePlace:
    """The place in this line where the marker stands, for the first or the last time."""
    column = line.quote.rfind(marker) if last else line.quote.find(marker)
    return SourcePlace(line.file, line.line, max(column, 0) + 1, line.quote)
