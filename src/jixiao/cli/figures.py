"""`jixiao figures`: every figure of a report, exact and as printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Json,
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
    from jixiao.ledger.listing import Listed

COLUMNS = ("figure", "printed", "exact", "formula_head", "inputs", "place")


def figures(
    unit: Unit,
    year: Year,
    only: Only = "",
    as_json: Json = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,  # noqa: ARG001 - every command takes it
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """List the figures of every report, or of the one named."""
    from jixiao.cli.check import print_json
    from jixiao.cli.table import show_table
    from jixiao.ledger.listing import listing, moved_from
    from jixiao.messages.commands import text
    from jixiao.pipeline import examine

    examination = examine(data, templates_or_own(templates), unit, year, only)
    status = warn(examination.all_findings, bool(examination.reports), lang)
    if as_json:
        print_json([one.as_json() for each in examination.reports for one in listing(each.exact, each.ledger)])
        return status
    for each in examination.reports:
        moved = [moved_from(figure, each.ledger) for figure in each.exact.all_figures().values()]
        rows = [_row(*row, lang) for row in zip(listing(each.exact, each.ledger), moved, strict=True)]
        show_table(each.case.report_name, [text(column, lang) for column in COLUMNS], rows)
    return status


def warn(findings: Iterable[object], usable: bool, lang: Language) -> int:
    """Say on standard error that something is wrong: all of it where nothing could be computed, else how much."""
    import sys

    from jixiao.cli.show import closing_line, show
    from jixiao.kernel.finding import Finding
    from jixiao.messages.commands import text

    found = [finding for finding in findings if isinstance(finding, Finding)]
    if not usable:
        return show(found, lang, sys.stderr) or Status.UNUSABLE
    if found:
        print(text("see_check", lang, count=closing_line(found, lang)), file=sys.stderr)
    return Status.CLEAN


def _row(figure: Listed, moved: str, lang: Language) -> list[str]:
    from jixiao.messages.commands import text

    item = figure.item.rpartition("/")[2]
    printed = " | ".join(dict.fromkeys(figure.printed.values()))
    if moved:
        printed += text("moved", lang, value=moved)
    counted = Counter(each.rpartition("/")[2] for each in figure.inputs)
    inputs = "、".join(f"{name}×{count}" if count > 1 else name for name, count in counted.items())
    name = "/".join(part for part in (figure.part, item, figure.name) if part)
    exact = f"{figure.value}{figure.unit}" if figure.value else figure.obstacle
    return [name, printed, exact, figure.formula, inputs, figure.place]
