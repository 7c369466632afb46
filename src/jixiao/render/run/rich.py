"""Values that bring formats of their own into a template, as docxtpl's RichText, RichTextParagraph and Listing do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeGuard

from jixiao.render.escape import attribute, run_text

if TYPE_CHECKING:
    from jixiao.render.run.state import State

_UNDERLINES = ("single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave")


_FORM_FEED = "\f"
_BREAKS = "[\a\f]"
_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t></w:r>"


class Run(NamedTuple):
    """Words in one format; properties is `<w:rPr>…</w:rPr>` or ""."""

    text: str
    properties: str


class Inserted(Protocol):
    """A value that puts runs out itself: a picture."""

    def put_out(self, state: State) -> None:
        """Put its runs out."""


def is_inserted(value: object) -> TypeGuard[Inserted]:
    """Whether it is such a value; templates that print none need not know what they are."""
    return hasattr(value, "put_out")


class RichText:
    """Words in several formats, for `{{r x}}`; sizes are in half points, colours six digits."""

    def __init__(self, text: object = "", runs: Sequence[Run] = (), **formats: object) -> None:
        self.runs = list(runs)
        if text:
            self.add(text, **formats)

    def add(self, text: object, **formats: object) -> None:
        """More words, or another RichText; formats are those of `run_properties`."""
        if isinstance(text, RichText):
            self.runs += text.runs
        else:
            self.runs.append(Run(str(text), run_properties(**formats)))  # type: ignore[arg-type]


class RichParagraphs:
    """Paragraphs of words in several formats, for `{{p x}}`."""

    def __init__(self, text: object = "", style: str = "") -> None:
        self.paragraphs: list[tuple[RichText, str]] = []
        if text:
            self.add(text, style)

    def add(self, text: object, style: str = "") -> None:
        """Another paragraph; style: the id of its style."""
        properties = f'<w:pPr><w:pStyle w:val="{attribute(style)}"/></w:pPr>' if style else ""
        self.paragraphs.append((text if isinstance(text, RichText) else RichText(text), properties))


def inside(text: str, properties: str, paragraph: str) -> str:
    """Words inside an open run: a bell breaks the paragraph off, a form feed the page; then it begins again so."""
    if text.isprintable() or not (breaks := re.findall(_BREAKS, text)):
        return run_text(text)
    first, *others = map(run_text, re.split(_BREAKS, text))
    again = f"</w:p>{{}}{paragraph}<w:r>{properties}{_OPEN}"
    return first + "".join(
        f"{_CLOSE}{again.format(_PAGE if sign == _FORM_FEED else '')}{part}"
        for sign, part in zip(breaks, others, strict=True)
    )


def runs_xml(rich: RichText, paragraph: str) -> str:
    """The runs; paragraph: how one that is broken off begins again."""
    return "".join(
        f"<w:r>{run.properties}{_OPEN}{inside(run.text, run.properties, paragraph)}{_CLOSE}" for run in rich.runs
    )


def paragraphs_xml(rich: RichParagraphs) -> str:
    """The paragraphs."""
    starts = ((text, f"<w:p>{properties}") for text, properties in rich.paragraphs)
    return "".join(f"{start}{runs_xml(text, start)}</w:p>" for text, start in starts)


def run_properties(  # noqa: PLR0913 - the formats of docxtpl
    *,
    style: str = "",
    font: str = "",
    bold: bool = False,
    italic: bool = False,
    strike: bool = False,
    color: str = "",
    size: int = 0,
    highlight: str = "",
    underline: str | bool = "",
    subscript: bool = False,
    superscript: bool = False,
    rtl: bool = False,
    lang: str = "",
) -> str:
    """The properties of a run in the order of the schema; a font may begin with its script (eastAsia:宋体)."""
    line = underline if underline in _UNDERLINES else "single"
    shift = "subscript" if subscript else "superscript"
    script, _, name = font.rpartition(":")
    fonts = dict.fromkeys(["ascii", "hAnsi", "cs", *([script] if script else [])], name)
    given: tuple[tuple[str, object, Mapping[str, object]], ...] = (
        ("rStyle", style, {"val": style}),
        ("rFonts", name, fonts),
        ("b", bold, {}),
        ("bCs", bold and rtl, {}),
        ("i", italic, {}),
        ("iCs", italic and rtl, {}),
        ("strike", strike, {}),
        ("color", color, {"val": color.removeprefix("#")}),
        ("sz", size, {"val": size}),
        ("szCs", size, {"val": size}),
        ("u", underline, {"val": line}),
        ("shd", highlight, {"val": "clear", "fill": highlight.removeprefix("#")}),
        ("vertAlign", subscript or superscript, {"val": shift}),
        ("rtl", rtl, {}),
        ("lang", lang, {"val": lang}),
    )
    inner = "".join(_property(name, values) for name, is_set, values in given if is_set)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _property(name: str, values: Mapping[str, object]) -> str:
    return f"<w:{name}" + "".join(f' w:{key}="{attribute(str(value))}"' for key, value in values.items()) + "/>"
