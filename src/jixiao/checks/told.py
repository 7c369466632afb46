"""Each mistake once: a department's report and a project's own meet it under two names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jixiao.kernel.finding import Finding, once
from jixiao.kernel.place import SourcePlace

PROJECTS = "项目"
"""The folder of a unit's projects."""


def told(findings: Iterable[Finding]) -> list[Finding]:
    """Each mistake once, though the department's report and the project's own meet it under two names."""
    first: dict[Finding, Finding] = {}
    for each in once(findings):
        first.setdefault(_alone(each), each)
    return list(first.values())


def _alone(finding: Finding) -> Finding:
    """As any report would tell it: without the name of the project in whose folder it is."""
    file = finding.place.file if isinstance(finding.place, SourcePlace) else ""
    project = file.partition(f"/{PROJECTS}/")[2].partition("/")[0]
    fields = tuple((name, value.removeprefix(f"{project}/")) for name, value in finding.fields if name != "near")
    return replace(finding, fields=fields, figure="", related=())
