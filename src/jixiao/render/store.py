"""The store of linked figures: a custom XML part with one element for each string that is printed more than once.

Word shows the text of an element wherever a content control is bound to it, and writes back what somebody types there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from jixiao.render.escape import attribute, escape
from jixiao.render.namespaces import DECLARATION, FIGURES
from jixiao.render.parts import STORE_PART, STORE_PROPERTIES, STORE_RELATIONS, store_properties, store_relations

STORE_ID = "{0E5B6C1D-7A43-4F0B-9D5E-3C2A81F4B690}"
_MOST_LETTERS = 64  # of a name that Word lets a content control have
_PATH = re.compile(r"/\w+:figures\[1\]/\w+:f\[(\d{1,6})\]")
_MAPPINGS = f"xmlns:j='{FIGURES}'"  # LibreOffice parts the names at blanks and =, so the namespace has neither


class Fact(NamedTuple):
    """A number as a reader sees it: the figure that it is, and its printed digits (with sign, commas and %)."""

    id: str
    text: str


class Control(NamedTuple):
    """One occurrence of a linked figure.

    id: unique in the document; number: of its element in the store, from 1; look: the properties of its run.
    """

    id: int
    number: int
    fact: Fact
    look: str = ""


def xpath(number: int) -> str:
    """The element of this number, by its position: what Word itself writes, and all that LibreOffice reads."""
    return f"/j:figures[1]/j:f[{number}]"


def element_of(path: str) -> int:
    """The number of the element that a path leads to; 0 where it leads elsewhere."""
    match = _PATH.fullmatch(path)
    return int(match[1]) if match else 0


def control_xml(control: Control) -> str:
    """A content control around one run."""
    run = f"<w:r>{control.look}<w:t>{control.fact.text}</w:t></w:r>"
    return f"<w:sdt>{properties_xml(control)}<w:sdtContent>{run}</w:sdtContent></w:sdt>"


def properties_xml(control: Control) -> str:
    """The properties of a control, which can be edited but not deleted.

    Typed as plain text, of which Word's behaviour is documented; but LibreOffice 7.4 shows plain text in the format of
    its paragraph, so that a run with a format of its own has no type (Word takes that for plain text, MS-OI29500
    2.1.193).
    """
    look, kind = control.look, "" if control.look else "<w:text/>"
    name = attribute(control.fact.id[:_MOST_LETTERS])
    return (
        f'<w:sdtPr>{look}<w:alias w:val="{name}"/><w:tag w:val="{tag(control.number)}"/>'
        f'<w:id w:val="{control.id}"/><w:lock w:val="sdtLocked"/>{binding(control.number)}{kind}</w:sdtPr>'
    )


def tag(number: int) -> str:
    """What a control is called for programs."""
    return f"jixiao:{number}"


def binding(number: int) -> str:
    """The link from a control to its element."""
    return f'<w:dataBinding w:prefixMappings="{_MAPPINGS}" w:xpath="{xpath(number)}" w:storeItemID="{STORE_ID}"/>'


def store_xml(facts: Sequence[Fact]) -> str:
    """The store of some facts, in their order."""
    figures = "".join(f'<j:f id="{attribute(key)}">{escape(text)}</j:f>' for key, text in facts)
    return f'{DECLARATION}<j:figures xmlns:j="{FIGURES}">{figures}</j:figures>'


def store_parts(facts: Sequence[Fact]) -> dict[str, str]:
    """The store and what gives it its identity, by the names of their parts."""
    return {
        STORE_PART: store_xml(facts),
        STORE_PROPERTIES: store_properties(STORE_ID, FIGURES),
        STORE_RELATIONS: store_relations(2),
    }
