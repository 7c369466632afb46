"""The templates of docxtpl's own tests through both engines; they are no part of the project.

DOCXTPL_TEMPLATES: the folder where they are.
"""

from __future__ import annotations

import os
from pathlib import Path

import docxtpl
import pytest

from jixiao.render.run.rich import RichParagraphs, RichText
from tests.parity.contexts import context
from tests.parity.engines import Rule, differences, escaped_twice, hidden, ours, own_format, theirs

FOLDER = Path(os.environ.get("DOCXTPL_TEMPLATES") or "docxtpl-templates")
TEMPLATES = sorted(path.stem for path in FOLDER.glob("*.docx"))
KNOWN: dict[str, tuple[Rule, ...]] = {
    "doc_properties_tpl": (escaped_twice,),
    "header_footer_entities_tpl": (escaped_twice,),
    "merge_paragraph_tpl": (own_format,),
    "richtext_and_if_tpl": (own_format,),
    "richtext_tpl": (own_format,),
    "vertical_merge_nested_tpl": (hidden,),
    "vertical_merge_tpl": (hidden,),
    "word2016_tpl": (own_format,),
}
"""Templates in which the engines differ, and the rules by which they do not; the table says why."""
REFUSED = {
    "custom_jinja_filters_tpl": {"C104", "C105"},  # filters of the calling program
    "escape_tpl_auto": {"C105"},  # a function of the calling program
    "template_error_tpl": {"F205"},  # an endif too many, which docxtpl refuses as well
}
"""Templates that are refused, and the codes of what is found."""

needs_templates = pytest.mark.skipif(not TEMPLATES, reason="DOCXTPL_TEMPLATES names no folder of docxtpl's templates")


@needs_templates
@pytest.mark.parametrize("name", [name for name in TEMPLATES if name not in REFUSED] or ["none"])
def test_both_engines_render_the_same(name: str) -> None:
    template = (FOLDER / f"{name}.docx").read_bytes()
    rendered = ours(template, context(name, RichText, RichParagraphs, str))
    values = context(name, docxtpl.RichText, docxtpl.RichTextParagraph, docxtpl.Listing)
    expected = theirs(template, values)
    assert rendered.codes == []
    assert differences(expected, rendered.parts, *KNOWN.get(name, ())) == []
    for rule in KNOWN.get(name, ()):  # none is listed that is not needed
        assert differences(expected, rendered.parts, *(each for each in KNOWN[name] if each is not rule))


@needs_templates
@pytest.mark.parametrize("name", REFUSED)
def test_what_only_a_program_could_know_is_refused(name: str) -> None:
    template = (FOLDER / f"{name}.docx").read_bytes()
    assert set(ours(template, context(name, RichText, RichParagraphs, str)).codes) == REFUSED[name]
