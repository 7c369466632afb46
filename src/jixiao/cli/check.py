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

    chosen = _meant(data, units, year)
    if not chosen:
        print(text("no_units", lang, data=data, year=year))
        return Status.UNUSABLE
    found = {unit: inspect(examine(data, templates_or_own(templates), unit, year)) for unit in chosen}
    findings = list(dict.fromkeys(finding for by_unit in found.values() for finding in by_unit))  # a group's once
    if as_json:
        print_json([shown_as_json(one, unit, report) for unit, each in found.items() for one, report in each.items()])
        return status_of(findings)
    return show(findings, lang)


def _meant(data: Path, units: list[str] | None, year: int) -> list[str]:
    """The units with data of the year, of the whole data folder or of the groups that are named, and others named."""
    from jixiao.load.units import units_below, units_of, whole_name

    def with_data(below: list[str]) -> list[str]:
        return [unit for unit in below if (data / unit / str(year)).is_dir()]

    if not units:
        return with_data(units_of(data))
    return [each for unit in units for each in with_data(units_below(data, unit)) or [whole_name(data, unit)]]


def print_json(content: object) -> None:
    """Print JSON; on a console that is not UTF-8 with escapes, so that nothing is lost."""
    import json
    import sys

    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(content, ensure_ascii=not utf8, indent=1))
