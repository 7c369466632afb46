"""Templates with parts that python-docx does not draw: notes, comments, charts, headers, properties."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from tests.render.drawn import NAMESPACE, saved

_TYPES = "application/vnd.openxmlformats-officedocument"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
RUN = "<w:p><w:r><w:t>{{ 名 }}</w:t></w:r></w:p>"
FOOTNOTES, ENDNOTES, COMMENTS = (
    f'<w:{kind}s xmlns:w="{NAMESPACE}"><w:{kind} w:id="2" w:author="a">{RUN}</w:{kind}></w:{kind}s>'
    for kind in ("footnote", "endnote", "comment")
)
CHART = (
    f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main"><c:chart><c:title><c:tx><c:rich><a:bodyPr/>'
    "<a:p><a:r><a:t>{{ 名</a:t></a:r><a:r><a:rPr b='1'/><a:t> }}的图</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    "<c:plotArea><c:v>{{ 数 }}</c:v></c:plotArea></c:chart></c:chartSpace>"
)


def with_part(template: bytes, path: str, kind: str, xml: str) -> bytes:
    """The template with one part more: its path, the last word of its type, and its content."""
    content = f"{_TYPES}.{'drawingml' if kind == 'chart' else 'wordprocessingml'}.{kind}+xml"
    return changed(
        template,
        {
            path: xml,
            "[Content_Types].xml": ("</Types>", f'<Override PartName="/{path}" ContentType="{content}"/></Types>'),
            "word/_rels/document.xml.rels": (
                "</Relationships>",
                f'<Relationship Id="rIdNew{kind}" Type="{_RELATIONS}/{kind}" Target="{path[5:]}"/></Relationships>',
            ),
        },
    )


def changed(template: bytes, changes: dict[str, str | tuple[str, str]]) -> bytes:
    """The template with other parts: whole ones, or with one piece of text for another."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *changes]):
            change = changes.get(name)
            content = change if isinstance(change, str) else old.read(name).decode("latin-1")
            if isinstance(change, tuple):
                assert change[0] in content
                content = content.replace(*change)
            new.writestr(name, content.encode("utf-8" if isinstance(change, str) else "latin-1"))
    return stream.getvalue()


def with_properties(**values: str) -> bytes:
    """A template with tags in its core properties, in its header and in its footer."""
    drawing = Document()
    drawing.add_paragraph("{{ 名 }}")
    section = drawing.sections[0]
    section.header.paragraphs[0].text = "页眉{{ 名 }}"
    section.footer.paragraphs[0].text = "{% if 多 %}页脚{% endif %}"
    for name, value in values.items():
        setattr(drawing.core_properties, name, value)
    return saved(drawing)
