"""`jixiao sample`: data of invented units."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from jixiao.cli.options import Elsewhere, Lang, Language, Status, Templates, templates_or_own

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="示例数据写到哪个目录，要是新的或空的")]
Units = Annotated[int, typer.Option("--units", metavar="N", min=1, help="单位的个数")]
Seed = Annotated[int, typer.Option("--seed", metavar="S", help="种子：同样的种子写出同样的数据")]
SampleYear = Annotated[
    int | None, typer.Option("--year", metavar="YEAR", help="财政年度，不写则用所有报告格式都适用的第一个年度")
]
Faults = Annotated[
    float,
    typer.Option("--faults", metavar="SHARE", min=0, max=1, help="有差错的单位占多少，如 0.1；差错列在 faults.json"),
]

MEGABYTE = 1_000_000


def sample(
    folder: Folder,
    units: Units = 100,
    seed: Seed = 1,
    year: SampleYear = None,
    faults: Faults = 0,
    elsewhere: Elsewhere = None,  # noqa: ARG001 - no data is read, and the folder is named as it is
    templates: Templates = None,
    lang: Lang = Language.ZH,
) -> int:
    """Write the files of all units; nothing where the folder holds something already."""
    from jixiao.messages.commands import text
    from jixiao.sample.tree import FAULTS_FILE, WHOLE, Tree, first_full_year, write_tree

    root = templates_or_own(templates)
    if folder.exists() and any(folder.iterdir()):
        print(text("sample_folder", lang, folder=folder), file=sys.stderr)
        return Status.UNUSABLE
    first = first_full_year(root)
    written = write_tree(folder, root, Tree(units, seed, year or first, round(faults * WHOLE)))
    if not written.formats:
        print(text("sample_year", lang, year=year or first, first=first), file=sys.stderr)
        return Status.UNUSABLE
    told = {"units": units, "size": written.size // MEGABYTE, "formats": "、".join(written.formats)}
    print(text("sample_done", lang, folder=folder, year=year or first, **told))
    if faults:
        print(text("sample_faults", lang, number=written.findings, file=folder / FAULTS_FILE))
    return Status.CLEAN
