"""All that can be said of a format, or of one file for it, before there are data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jixiao.compute.evaluation import Evaluation
from jixiao.compute.rule_names import rule_findings
from jixiao.compute.sample import sample_case
from jixiao.formats.format import Files, Format
from jixiao.formats.layout import Layout
from jixiao.formats.outline import CHAPTER, FORM, Section
from jixiao.kernel.finding import Finding, once, should
from jixiao.kernel.place import SourcePlace
from jixiao.kernel.similar import nearest
from jixiao.ledger.ledger import Ledger
from jixiao.load.outlines import OwnFiles
from jixiao.model.unit import UnitYear
from jixiao.render.compiled import compile_format
from jixiao.render.lint.branches import lint
from jixiao.render.lint.consequences import without_consequences
from jixiao.render.lint.fonts import form_findings, known_fonts
from jixiao.render.sections import Sections

FONT_ALONE = should("F152")

INCLUDED = re.compile(r"\{%-?\s*form\s+([\"'])(?P<file>.+?)\1")
MARKDOWN, WORD = ".md", ".docx"


def format_findings(form: Format, unit_year: UnitYear | None = None) -> list[Finding]:
    """What is wrong with the rules, chapters and forms of a format, of which a unit may have changed the outline."""
    compiled, problems = compile_format(form)
    view = _view(form, unit_year)
    looks = (each for files, file in files_of(form) if file.endswith(WORD) for each in _looks(files, file))
    tags = without_consequences(problems, lint(compiled.nodes, view, facts_known=unit_year is not None))
    return once([*problems, *rule_findings(view.exact), *tags, *looks, *_fonts_alone(form.layout)])


def files_of(form: Format) -> list[tuple[Files, str]]:
    """The chapters and forms that a format prints, as its outline and its chapters name them."""
    found: dict[tuple[str, str], tuple[Files, str]] = {}
    for section in form.outline:
        files = form.files_of(section)
        named = [section.file]
        if section.kind == CHAPTER and files.has(section.file):
            named += [match["file"] for match in INCLUDED.finditer(files.read(section.file).decode(errors="replace"))]
        found |= {(files.shown(each), each): (files, each) for each in named if each and files.has(each)}
    return list(found.values())


def _looks(files: Files, file: str) -> Iterator[Finding]:
    return form_findings(files.read(file), files.shown(file), files.form.layout)


def _fonts_alone(layout: Layout) -> Iterator[Finding]:
    """Fonts of styles that have no substitutes, of which a computer without them knows nothing."""
    known = known_fonts(layout)
    for name, style in layout.styles.items():
        if style.font and style.font.text not in known:
            near = "、".join(nearest(style.font.text, known) or layout.fonts)
            yield FONT_ALONE.at(style.font.place, style=name, font=style.font, near=near)


def file_findings(
    form: Format, data: bytes, shown: str, own: OwnFiles | None = None, unit_year: UnitYear | None = None
) -> list[Finding]:
    """What is wrong with a chapter or a form on its own in a format.

    own: the files beside it that it may name. unit_year: the data of the unit that adds it, if one does.
    """
    findings: list[Finding] = []
    kind = CHAPTER if shown.endswith(MARKDOWN) else FORM
    section = Section(kind, shown, "", (), SourcePlace(shown), own=own)
    nodes = Sections(form, findings).nodes_of(section, data, shown, form.files_of(section))
    looks = form_findings(data, shown, form.layout) if kind == FORM else ()
    tags = lint(nodes, _view(form, unit_year), facts_known=unit_year is not None)
    return once([*findings, *without_consequences(findings, tags), *looks])


def _view(form: Format, unit_year: UnitYear | None = None) -> Ledger:
    """The printed figures of an empty report."""
    case = sample_case(form)
    if unit_year:
        case = replace(case, unit_year=_with_names_of(unit_year, case.unit_year))
    return Ledger(case, Evaluation(case))


def _with_names_of(own: UnitYear, sample: UnitYear) -> UnitYear:
    """The sample with the facts, lists and narratives that a unit has named itself."""
    holders = [sample, *own.projects.values(), own.department, own]
    named: dict[str, Any] = {
        kind: {name: value for each in holders if each for name, value in getattr(each, kind).items()}
        for kind in ("facts", "lists", "narratives")
    }
    return replace(sample, **named)
