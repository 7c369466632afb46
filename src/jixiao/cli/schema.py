"""`jixiao schema`: JSON Schemas that let an editor complete keys and explain them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from jixiao.cli.options import Lang, Language, Status

Folder = Annotated[Path, typer.Option("--out", metavar="DIR", help="写到哪个目录")]
DEFAULT_FOLDER = Path("docs/schema")


def schema(
    out: Folder = DEFAULT_FOLDER,
    data: Annotated[Path | None, typer.Option("--data", hidden=True)] = None,  # noqa: ARG001 - no data is read
    lang: Lang = Language.ZH,
) -> int:
    """Write one schema for each kind of file."""
    from jixiao.messages.commands import text

    out.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        path = out / name
        path.write_text(content, encoding="utf-8", newline="\n")
        print(text("written", lang, path=path))
    return Status.CLEAN


def schemas() -> dict[str, str]:
    """File name to content."""
    import json

    from jixiao.formats.rules import FormatRules
    from jixiao.model.department import Department
    from jixiao.model.outline import OutlineChanges
    from jixiao.model.project import Project
    from jixiao.model.schema import schema_of
    from jixiao.model.unit import UnitYear

    made: dict[str, dict[str, Any]] = {
        "unit-year.json": schema_of(UnitYear, "单位的年度数据", money=True),
        "department.json": schema_of(Department, "部门文件夹中的文件", money=True),
        "project.json": schema_of(Project, "项目文件夹中的文件", money=True),
        "format.json": schema_of(FormatRules, "报告格式"),
        "outline.json": schema_of(OutlineChanges, "大纲.yaml"),
    }
    return {name: json.dumps(content, ensure_ascii=False, indent=2) + "\n" for name, content in made.items()}
