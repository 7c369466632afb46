"""Compile a format: the nodes of its outline, the trees of its expressions, the parts that all units have alike."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator

from jixiao.expr.expression import ExpressionError, expression, trees_of
from jixiao.formats.format import Format
from jixiao.formats.layout import Layout
from jixiao.formats.load_format import inherited
from jixiao.kernel.finding import Finding, must
from jixiao.kernel.similar import nearest
from jixiao.package.zip import Member, pack
from jixiao.render import layout, parts, styles
from jixiao.render.control import joined
from jixiao.render.names import all_nodes, with_names
from jixiao.render.sections import Sections, measures_of, needed_styles
from jixiao.render.sound import is_sound
from jixiao.render.template import Compiled, NewPages, Nodes

MISSING_STYLE = must("F220")
UNKNOWN_OPTION = must("F116")

_WORD = re.compile(r"\w+")


def compile_outline(form: Format, key: str) -> tuple[Compiled, list[Finding]]:
    """The compiled format and what is wrong with its templates."""
    missing = [name for name in needed_styles(form) if name not in form.layout.styles]
    findings = [MISSING_STYLE.at(form.rules.place, name=name) for name in missing]
    nodes = joined(with_names(tuple(Sections(form, findings).nodes()), findings))
    written = {*_expressions(nodes), *_formulas(form)}
    if not findings and not form.missing_files and not form.changed:  # whoever uses an option may have been dropped
        findings += _unknown_options(form, written)
    trees = tuple(trees_of(written).items())
    members = _members(measures_of(form), turned=_is_turned(nodes))
    return Compiled(key, nodes, members, trees, is_sound(nodes)), findings


def _formulas(form: Format) -> Iterator[str]:
    """The formulas and conditions of the format, read here once; what is wrong with one shows when it is evaluated."""
    rules = form.rules
    narratives = [rules.file_name, *(check.message for check in rules.checks)]
    tags = [tag.expression for narrative in narratives if narrative for tag in narrative.tags]
    formulas = (rule.formula for rule in rules.figures_in_use.values())
    written = [*formulas, *(check.condition for check in rules.checks)]
    for text in [*(str(each) for each in written if each), *tags]:
        with contextlib.suppress(ExpressionError):
            yield expression(text).text


def _unknown_options(form: Format, written: Iterable[str]) -> Iterator[Finding]:
    """Options that neither what the format extends has nor any expression of its own names: misspelt, most likely."""
    known = {word for text in written for word in _WORD.findall(text)} | inherited(form).options.keys()
    options = form.rules.options
    for name, text in options.items():
        if name not in known:
            near = [each for each in options if each in known]
            yield UNKNOWN_OPTION.at(text.place, name=name, near="、".join(nearest(name, near) or near))


def _expressions(nodes: Nodes) -> Iterator[str]:
    """The texts of all expressions in a tree of nodes."""
    for node in all_nodes(nodes):
        for name in ("expression", "condition"):
            if text := getattr(node, name, ""):
                yield text


def _is_turned(nodes: Nodes) -> bool:
    """Whether some pages are turned."""
    pages = (node for node in all_nodes(nodes) if isinstance(node, NewPages))
    return any(layout.TURNED_FOOTERS[0] in each.section for each in pages)


def _members(measures: Layout, *, turned: bool) -> tuple[Member, ...]:
    extras = parts.Extras(turned=turned)
    contents = {
        parts.CONTENT_TYPES: parts.content_types(extras),
        "_rels/.rels": parts.package_relations(),
        parts.DOCUMENT_RELATIONS: parts.document_relations(extras),
        "word/styles.xml": styles.styles_xml(measures),
        parts.SETTINGS: parts.settings_xml(),
        "word/fontTable.xml": parts.font_table_xml(measures),
        "word/footer1.xml": layout.footer_xml(even=False),
        "word/footer2.xml": layout.footer_xml(even=True),
        "customXml/itemProps1.xml": parts.store_properties(),
        "customXml/_rels/item1.xml.rels": parts.store_relations(),
        "docProps/app.xml": parts.app_xml(),
    }
    if turned:
        for part, even in zip(parts.TURNED_FOOTER_PARTS, (False, True), strict=True):
            contents[part] = layout.turned_footer_xml(measures, even=even)
    return tuple(pack(name, content.encode(), kept=True) for name, content in contents.items())
