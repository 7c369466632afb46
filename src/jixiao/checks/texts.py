"""Words: what is missing, what is left over, what is typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jixiao.checks.context import Context
from jixiao.checks.words import END, Paragraph, Piece, pieces_of
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.place import Place

NARRATIVE_MISSING = must("T101")
RESIDUE = must("T102")
OPEN_BRACKET = must("T103")
OTHER_YEAR = should("T202")
DOUBLED_WORD = should("T203")

_CHANGE = "(?:增长|增加|上升|提高|下降|减少|降低|节约|超支)"
RESIDUES = (
    r"[XxＸｘ×✕╳](?<![A-Za-z0-9].)[XxＸｘ×✕╳]+(?![A-Za-z0-9])",
    r"[○◯](?<![一二三四五六七八九十].)[○◯]+",
    r"[，、；：。][，、；：。]+",
    r"（\s*）|\(\s*\)|【\s*】|《\s*》|〈\s*〉|“\s*”|〔\s*〕|「\s*」|『\s*』",
    r"[_＿](?:(?<=_)__+|(?<=＿)＿+)",
    rf"{_CHANGE}[（(/]{_CHANGE}[）)]?",
    r"二级(?:机构|单位)\s*[0-9]+",
    r"指标\s*[0-9]+(?=[：:\0]|$)",
    r"填写说明|填表说明|请填写|请在此|此处填写|在此填写|此处输入|待填写|待补充|待核实|单击此处|点击此处|可自行添加行",
    "TODO|TBD",
)
"""What a template, or a hasty hand, leaves behind. Each begins with its signs: the search runs from one to the next."""
TAG_SIGNS = r"\{\{|\}\}|\{%|%\}"
"""What is left where no tag may stand; in running text, whoever reads the tags tells of it."""
_EACH_RESIDUE = tuple(map(re.compile, (*RESIDUES, TAG_SIGNS)))

_SIGNS = "（(《〈“【〔「『』」〕】”〉》)）"
_BRACKETS = re.compile(f"([{_SIGNS}])[^{_SIGNS}{END}]*({END}?)")
"""A bracket, and the end of the paragraph where no other follows in it."""
_CLOSED = re.compile(r"[（(][）)]|《》|〈〉|“”|【】|〔〕|「」|『』")
_PAIRS = {"（": "）", "(": "）", "《": "》", "〈": "〉", "“": "”", "【": "】", "〔": "〕", "「": "」", "『": "』"}
_CLOSING = {"）": "）", ")": "）"} | {sign: sign for sign in _PAIRS.values()}

_WORDS = "进行 开展 完成 实施 建设 项目 资金 单位 工作 情况 以及 通过 按照 加强 推进 根据 目标 管理 预算"
DOUBLED = re.compile(
    "|".join(("的的(?!确)", "和和(?![美气睦])", *(word * 2 for word in (*"及与为由被把按将", *_WORDS.split()))))
)

_YEAR = re.compile(r"(?P<year>20(?<![\d\-—–~至]20)\d\d)年度(?!末?以?[前来])")
_COMPARED = re.compile(r"(?:较|比|与|同|对比|相比|自|从|上年|去年)\s*$")


def narratives(context: Context) -> Iterator[Finding]:
    """Every narrative that the format requires is there."""
    written = context.case.unit_year.narratives | context.case.subject.narratives
    for name in context.rules.project_texts if context.exact.whole else context.rules.required_texts:
        if name.text not in written or not written[name.text].paragraphs:
            yield NARRATIVE_MISSING.at(context.project_place, name=name.text)


def residue(context: Context) -> Iterator[Finding]:
    """Nothing of a template is left in what the unit wrote, and every bracket is closed."""
    text = context.words.text
    if _all_closed(text) and not any(each.search(text) for each in _EACH_RESIDUE):
        return
    in_prose, elsewhere = (re.compile("|".join(each)) for each in (RESIDUES, (*RESIDUES, TAG_SIGNS)))
    for written in context.written:
        residues, pieces = in_prose if isinstance(written, Paragraph) else elsewhere, pieces_of(written)
        for piece in pieces:
            for match in residues.finditer(piece.text):
                yield RESIDUE.at(piece.at(match.start(), match[0]), text=match[0])
        yield from _open_brackets(pieces)


def _all_closed(text: str) -> bool:
    """Whether the brackets in every paragraph are closed one within the other, as they mostly are."""
    signs, before = "".join([sign + end for sign, end in _BRACKETS.findall(text)]), ""
    while signs != before:
        signs, before = _CLOSED.sub("", signs), signs
    return not signs.strip(END)


def _open_brackets(pieces: Iterable[Piece]) -> Iterator[Finding]:
    """Brackets that open and never close; a tag may stand between the two."""
    opened: list[tuple[str, Place]] = []
    for piece in pieces:
        for offset, sign in enumerate(piece.text):
            if sign in _PAIRS:
                opened.append((sign, piece.at(offset, sign)))
            elif sign in _CLOSING:
                opened = _closed(opened, _CLOSING[sign])
    for sign, place in opened:
        yield OPEN_BRACKET.at(place, sign=sign, closing=_PAIRS[sign])


def _closed(opened: list[tuple[str, Place]], closing: str) -> list[tuple[str, Place]]:
    """What is open after a closing sign: it closes the last bracket of its kind."""
    for index in range(len(opened) - 1, -1, -1):
        if _PAIRS[opened[index][0]] == closing:
            return opened[:index] + opened[index + 1 :]
    return opened


def other_years(context: Context) -> Iterator[Finding]:
    """A report speaks of its own year, or plans the next; names of documents and comparisons may name others."""
    year = context.case.year
    for piece, words in context.prose.having(_YEAR, unquoted=True):
        for match in _YEAR.finditer(words):
            if int(match["year"]) in (year, year + 1) or _COMPARED.search(words[: match.start()]):
                continue
            place = piece.at(match.start(), match[0])
            yield OTHER_YEAR.at(place, year=year, expected=f"{year}年度", actual=match[0])


def doubled_words(context: Context) -> Iterator[Finding]:
    """A word typed twice."""
    for piece, words in context.prose.having(DOUBLED):
        for match in DOUBLED.finditer(words):
            word = match[0][: len(match[0]) // 2]
            yield DOUBLED_WORD.at(piece.at(match.start(), match[0]), expected=word, actual=match[0])
