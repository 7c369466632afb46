"""`jixiao check`: what keeps the reports of units from being written, and what asks for an explanation."""

from __future__ import annotations

from pathlib import Path

from jixiao.cli.options import (
    DEFAULT_DATA,
    DEFAULT_OUT,
    Data,
    Json,
    Lang,
    Language,
    Out,
    Status,
    Templates,
    Units,
    Year,
    templates_or_own,
)


def check(
    year: Year,
    units: Units = None,
    as_json: Json = False,
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,  # noqa: ARG001 - every command takes it
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Check the units named, or all that have data of the year."""
    from jixiao.cli.show import as_json as shown_as_json
    from jixiao.cli.show import show, status_of
    from jixiao.messages.commands import text
    from jixiao.pipeline import examine, inspect

    chosen = units or _with_data(data, year)
    if not chosen:
        print(text("no_units", lang, data=data, year=year))
        return Status.UNUSABLE
    found = {unit: inspect(examine(data, templates_or_own(templates), unit, year)) for unit in chosen}
    findings = [finding for by_unit in found.values() for finding in by_unit]
    if as_json:
        print_json([shown_as_json(one, unit, report) for unit, each in found.items() for one, report in each.items()])
        return status_of(findings)
    return show(findings, lang)


def _with_data(data: Path, year: int) -> list[str]:
    from jixiao.load.units import units_of

    return [unit for unit in units_of(data) if (data / unit / str(year)).is_dir()]


def print_json(content: object) -> None:
    """Print JSON; on a console that is not UTF-8 with escapes, so that nothing is lost."""
    import json
    import sys

    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(content, ensure_ascii=not utf8, indent=1))
