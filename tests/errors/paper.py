"""Samples of page numbers and PDF files that LibreOffice did not give (O); a script stands for it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from unittest.mock import patch

from jixiao.kernel.finding import Finding
from jixiao.office.conversion import Bounds
from jixiao.office.program import VARIABLE
from jixiao.package.reader import read
from jixiao.package.zip import pack, write
from jixiao.pages import lay_out
from jixiao.pipeline import examine, write_reports
from tests.errors.bench import FORMAT, Sample
from tests.fake_office import FakeOffice, executable

_OUT, _OFFICE = Path("out"), Path("office")


def _laid_out(what: str = "", *, pdf: bool = True, program: str = "soffice") -> list[Finding]:
    """What is found in laying out the report, where LibreOffice does this."""
    examination = examine(Path("data"), Path("templates"), "样例", 2022)
    (document,) = (each.stored.path for each in write_reports(examination, _OUT) if each.stored.path)
    files = read(document.read_bytes()) | ({f"does/{what}": b"."} if what else {})
    document.write_bytes(write(pack(name, data) for name, data in files.items()))
    FakeOffice(_OFFICE)
    (_OFFICE / "replaced").write_text(str(document.absolute()), encoding="utf-8")
    executable(_OFFICE / "fc-list", "#!/bin/sh\nprintf 'Times New Roman\\nNoto Serif CJK SC,思源宋体\\n黑体\\n'\n")
    place = {VARIABLE: str(_OFFICE.absolute() / program), "PATH": f"{_OFFICE.absolute()}:/usr/bin:/bin"}
    with patch.dict(os.environ, place):
        outcomes = list(lay_out([document], pdf=pdf, bounds=Bounds(start=0, document=1)))
    return [found for each in outcomes for found in each.findings]


SAMPLES: dict[str, Sample] = {
    "O111": Sample({}, partial(_laid_out, program="missing")),
    "O112": Sample({}, partial(_laid_out, "hang")),
    "O113": Sample({}, partial(_laid_out, "crash")),
    "O114": Sample({}, partial(_laid_out, "refuse")),
    "O115": Sample({FORMAT: ("大纲: [", "大纲: [{类型: 目录}, ")}, partial(_laid_out, pdf=False)),
    "O116": Sample({}, _laid_out),
    "O117": Sample({}, partial(_laid_out, "change")),
}
