"""What `report` and `preview` have LibreOffice do with the documents that they wrote."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from jixiao.cli.options import Language
from jixiao.kernel.finding import Finding
from jixiao.messages.commands import text
from jixiao.office.program import find_office
from jixiao.pages import lay_out
from jixiao.render.page_numbers import asks_for_pages


def on_paper(
    documents: Sequence[Path], lang: Language, *, pdf: bool, numbers: bool = True
) -> tuple[list[Path], list[Finding]]:
    """Fill in page numbers, and make PDF files where they are asked for: the files, and what was found.

    Numbers alone are filled in where LibreOffice is there; where it is not, a line says what else fills them in.
    """
    if not pdf and find_office() is None:
        if any(asks_for_pages(path.read_bytes()) for path in documents):
            print(text("no_page_numbers", lang), file=sys.stderr)
        return [], []
    outcomes = {each.document: each for each in lay_out(documents, pdf=pdf, numbers=numbers)}
    told = [outcomes[path] for path in documents if path in outcomes]
    return [each.pdf for each in told if each.pdf], [found for each in told for found in each.findings]
