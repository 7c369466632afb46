"""Packages made of a few paragraphs and tables, as tests of readers need them."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{level}">{based}<w:pPr>{own}</w:pPr></w:style>'
    for level, based, own in (
        (1, "", '<w:outlineLvl w:val="0"/>'),
        (2, "", '<w:outlineLvl w:val="1"/>'),
        (3, '<w:basedOn w:val="H2"/>', ""),
    )
)


def package(inside: str, *, footer: str = "", second: str = "") -> dict[str, bytes]:
    """A document with this body, the styles H1, H2 and H3 (based on H2), and footers."""
    parts = {"word/document.xml": _part("document", body(inside)), "word/styles.xml": _part("styles", _STYLES)}
    names = {"styles.xml": "styles"}
    for name, content in (("footer1.xml", footer), ("footer2.xml", second)):
        if content:
            parts[f"word/{name}"] = _part("ftr", content)
            names[name] = "footer"
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{_KINDS}/{kind}" Target="{name}"/>'
        for number, (name, kind) in enumerate(names.items())
    )
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}'
    parts["word/_rels/document.xml.rels"] = f"{relations}</Relationships>"
    return {name: text.encode() for name, text in parts.items()}


def _part(name: str, inside: str) -> str:
    return f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>'


def body(inside: str) -> str:
    """What a document holds."""
    return f"<w:body>{inside}</w:body>"


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def run(words: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def heading(level: int, words: str) -> str:
    """A heading by its style."""
    return paragraph(words, f'<w:pStyle w:val="H{level}"/>')


def cell(words: str, properties: str = "", *, inner: str = "") -> str:
    """A cell of one paragraph, and of what else stands in it before that."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{paragraph(words)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"
