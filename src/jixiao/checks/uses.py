"""Classes of use (用途分类) and the sub-projects that are added up under them."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.checks.context import SUB_PROJECTS, Context
from jixiao.kernel.finding import Finding, must, should
from jixiao.kernel.similar import nearest

UNKNOWN_USE = must("K174")
UNUSED_CLASS = should("K175")


def classes(context: Context) -> Iterator[Finding]:
    """Every sub-project has a class that there is; every class has a sub-project, or may be left out."""
    listed = {row.label: row.data for row in context.rows("用途分类")}
    used = [row.data.use for row in context.rows(SUB_PROJECTS)]
    unknown = False
    for row in context.rows(SUB_PROJECTS) if listed else ():
        use = row.data.use
        if use is None or use.text not in listed:
            unknown = True
        if (use is None and not _is_required(context)) or (use and use.text not in listed):
            yield UNKNOWN_USE.at(
                use.place if use else row.data.place,
                project=row.label,
                name=str(use or ""),
                near="、".join(nearest(str(use or ""), listed) or listed),
                expected="、".join(listed),
                actual=str(use or ""),
            )
    for name, data in listed.items() if not unknown else ():  # a class may be empty because its name was mistyped
        if name not in map(str, used):
            yield UNUSED_CLASS.at(data.place, name=name)


def _is_required(context: Context) -> bool:
    """Whether the format asks for the class of every sub-project, and a missing one is told as such."""
    return f"{SUB_PROJECTS}.用途" in map(str, context.rules.required_fields)
