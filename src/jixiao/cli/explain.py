"""`jixiao explain`: where a figure comes from, down to the lines the unit wrote."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Lang,
    Language,
    Only,
    Out,
    Status,
    Templates,
    Unit,
    Year,
    templates_or_own,
)

if TYPE_CHECKING:
    from jixiao.expr.figure import Figure
    from jixiao.pipeline import Figured

Name = Annotated[str, typer.Argument(metavar="NAME", help="数字的名称；清单中的写 行名/名称")]

_STEP = "  "


def explain(
    unit: Unit,
    name: Name,
    year: Year,
    only: Only = "",
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,  # noqa: ARG001 - every command takes it
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Print the tree of a figure; several that have the name are listed."""
    from jixiao.cli.figures import warn
    from jixiao.messages.commands import text
    from jixiao.pipeline import examine

    examination = examine(data, templates_or_own(templates), unit, year, only)
    status = warn(examination.all_findings, bool(examination.reports), lang)
    if not examination.reports:
        return status
    found = [(each, figure) for each in examination.reports for figure in _named(each, name)]
    if len(found) == 1:
        print("\n".join(_Tree(found[0][0], lang).lines(found[0][1])))
        return status
    if not found:
        print(text("unknown_figure", lang, name=name, near=_near(examination.reports, name)), file=sys.stderr)
        return Status.UNUSABLE
    print(text("several_figures", lang, name=name))
    for each, figure in found:
        print(f"{_STEP}{figure.id} = {each.ledger.strings(figure)['正文']}")
    return Status.UNUSABLE


def _named(figured: Figured, name: str) -> list[Figure]:
    """The figures meant by an id, the end of an id, or a name; one of the whole report goes before those of rows."""
    name = unicodedata.normalize("NFKC", name.strip().strip("/"))
    dotted = "/".join(name.rsplit(".", 1))
    figures = [(identity, figure) for identity, figure in figured.exact.all_figures().items()]
    own = (name, "", figured.case.project_key)
    whole = [figure for each, figure in figures if (each.name, each.item, each.project) == own]
    ending = [figure for identity, figure in figures if f"/{identity}".endswith((f"/{name}", f"/{dotted}"))]
    exact = [figure for identity, figure in figures if str(identity) == name]
    return exact or whole or ending


def _near(reports: list[Figured], name: str) -> str:
    from jixiao.checks.context import called
    from jixiao.kernel.similar import nearest

    known = [identity for each in reports for identity in each.exact.all_figures()]
    names = [*(identity.name for identity in known), *(called(identity) for identity in known)]
    return "、".join(nearest(name, names, limit=5)) or "-"


class _Tree:
    """The lines of a figure and, indented, of those it is made of; what was shown already is named only."""

    def __init__(self, figured: Figured, lang: Language) -> None:
        self.figured = figured
        self.lang = lang
        self.shown: set[str] = set()
        self.stated = {str(identity): each for identity, each in figured.exact.stated.items()}

    def lines(self, figure: Figure, depth: int = 0) -> Iterator[str]:
        from jixiao.messages.commands import text

        indent, inner = _STEP * depth, _STEP * (depth + 1)
        head = indent + self._head(figure)
        if str(figure.id) in self.shown:
            yield head + text("seen_above", self.lang)
            return
        self.shown.add(str(figure.id))
        yield head
        yield from (inner + line for line in self._about(figure))
        for part in figure.inputs:
            yield from self.lines(part, depth + 1)
        stated = self.stated.get(str(figure.id))
        if stated:
            from jixiao.ledger.listing import exact_words

            yield inner + text("derived", self.lang, formula=stated.derived.formula, value=exact_words(stated.derived))

    def _head(self, figure: Figure) -> str:
        from jixiao.checks.context import called
        from jixiao.kernel.parse import parse_number
        from jixiao.ledger.listing import exact_words, moved_from
        from jixiao.messages.commands import text

        printed = self.figured.ledger.strings(figure)["正文"]
        head = f"{called(figure.id) or figure.formula} = {printed or text('blank', self.lang)}"
        moved = moved_from(figure, self.figured.ledger)
        if moved:
            head += text("moved", self.lang, value=moved)
        if figure.obstacle:
            reason = text(figure.obstacle.kind, self.lang, name=figure.obstacle.name)
            return head + text("not_computable", self.lang, reason=reason)
        typed = parse_number(printed, figure.unit)
        same = figure.value is None or (typed is not None and typed.value == figure.value)
        return head if same else head + text("exactly", self.lang, value=exact_words(figure))

    def _about(self, figure: Figure) -> Iterator[str]:
        from jixiao.cli.show import quoted
        from jixiao.ledger.listing import meaning_of
        from jixiao.messages.commands import text

        meaning, rule = meaning_of(self.figured.exact, figure.id) if figure.id else ("", "")
        if figure.formula:
            yield text("formula", self.lang, formula=figure.formula)
        if meaning:
            yield text("meaning", self.lang, meaning=meaning)
        if rule:
            yield text("rule", self.lang, rule=rule)
        if figure.place:
            yield str(figure.place)
        if figure.number is not None and not figure.inputs:
            yield from (_STEP + line for line in quoted(figure.place))
