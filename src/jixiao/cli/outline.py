"""`jixiao outline`: the parts of a unit's reports in their order, and the file that each comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Json,
    Lang,
    Language,
    Only,
    Out,
    Templates,
    Unit,
    Year,
    templates_or_own,
)

if TYPE_CHECKING:
    from jixiao.pipeline import Figured
    from jixiao.render.outline_printed import Printed

COLUMNS = ("number", "kind", "title", "source", "change", "file")
CHANGES = {"增加": "added", "替换": "replaced", "移动": "moved"}


def outline(
    unit: Unit,
    year: Year,
    only: Only = "",
    as_json: Json = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,  # noqa: ARG001 - every command takes it
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """List the outline of every report, or of the one named."""
    from jixiao.cli.check import print_json
    from jixiao.cli.figures import warn
    from jixiao.cli.table import show_table
    from jixiao.messages.commands import text
    from jixiao.pipeline import examine

    examination = examine(data, templates_or_own(templates), unit, year, only)
    status = warn(examination.all_findings, bool(examination.reports), lang)
    if as_json:
        print_json([_as_json(each, part) for each in examination.reports for part in parts_of(each)])
        return status
    for each in examination.reports:
        heads = [text(column, lang) for column in COLUMNS]
        show_table(each.case.report_name, heads, [_row(part, lang) for part in parts_of(each)])
    return status


def parts_of(figured: Figured) -> list[Printed]:
    """The parts of a report as it prints them."""
    from jixiao.expr import work
    from jixiao.render.outline_printed import printed_outline

    work.begin(figured.case.rows)
    return printed_outline(figured.case.format, figured.template, figured.ledger)


def _changes(part: Printed) -> list[str]:
    made = [CHANGES[change] for change in part.section.changes]
    return [*made, "dropped"] if part.section.is_dropped else made


def _row(part: Printed, lang: Language) -> list[str]:
    from jixiao.messages.commands import text

    changes = "、".join(text(f"was_{change}", lang) for change in _changes(part))
    return [part.number, part.section.kind, part.name, text(f"from_{part.source}", lang), changes, part.file]


def _as_json(figured: Figured, part: Printed) -> dict[str, Any]:
    return {
        "report": figured.case.report_name,
        "number": part.number,
        "kind": part.section.kind,
        "name": part.name,
        "source": part.source,
        "changes": _changes(part),
        "file": part.file,
    }
