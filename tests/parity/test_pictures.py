"""Pictures of a program: as large as docxtpl's, in body, table and header, each stored once."""

from __future__ import annotations

import io
import re

import docxtpl
import pytest
from docx import Document
from docx.shared import Mm

from jixiao.package.reader import read
from jixiao.render.whole.pictures import InlineImage
from tests.parity.engines import Context, ours
from tests.parity.packages import changed
from tests.render.drawn import form, saved
from tests.render.painted import png

PNG = png(40, 20)


def theirs(template: bytes, width: int | None, height: int | None) -> dict[str, bytes]:
    document = docxtpl.DocxTemplate(io.BytesIO(template))
    image = docxtpl.InlineImage(document, io.BytesIO(PNG), width=width, height=height)
    document.render({"图": image, "名": "甲"})
    stream = io.BytesIO()
    document.save(stream)
    return read(stream.getvalue())


def sizes(parts: dict[str, bytes], name: str = "word/document.xml") -> list[str]:
    return re.findall(r'<wp:extent cx="\d+" cy="\d+"/>', parts[name].decode())


def pictures(parts: dict[str, bytes]) -> list[bytes]:
    return [content for name, content in parts.items() if name.startswith("word/media/")]


@pytest.mark.parametrize(("width", "height"), [(Mm(20), None), (None, Mm(20)), (Mm(20), Mm(30))])
def test_a_picture_is_as_large_as_docxtpl_makes_it(width: int | None, height: int | None) -> None:
    template = form("前{{ 图 }}后", [["{{ 图 }}"]])
    rendered = ours(template, {"图": InlineImage(PNG, width or 0, height or 0)})
    expected = theirs(template, width, height)
    assert rendered.codes == []
    assert sizes(rendered.parts) == sizes(expected) != []
    assert pictures(rendered.parts) == pictures(expected) == [PNG]


def test_a_header_has_pictures_of_its_own() -> None:
    drawing = Document()
    drawing.sections[0].header.paragraphs[0].text = "{{ 图 }}"
    drawing.add_paragraph("{{ 图 }}")
    template = saved(drawing)
    values: Context = {"图": InlineImage(PNG, Mm(20))}
    rendered = ours(template, values)
    assert rendered.codes == []
    assert sizes(rendered.parts, "word/header1.xml") == sizes(rendered.parts) == sizes(theirs(template, Mm(20), None))
    assert "/image" in rendered.parts["word/_rels/header1.xml.rels"].decode()
    assert pictures(rendered.parts) == [PNG]
    assert rendered.data == ours(template, values).data


def test_a_type_that_is_declared_is_not_declared_again() -> None:
    default = '<Default Extension="PNG" ContentType="image/png"/>'
    template = changed(form("{{ 图 }}"), {"[Content_Types].xml": ("</Types>", f"{default}</Types>")})
    types = ours(template, {"图": InlineImage(PNG)}).parts["[Content_Types].xml"].decode()
    assert len(re.findall('Extension="png"', types, re.IGNORECASE)) == 1


def test_pictures() -> None:
    template = form("{{ 图 }}")
    rendered, expected = ours(template, {"图": InlineImage(PNG)}).parts, theirs(template, None, None)
    assert sizes(rendered) == [f'<wp:extent cx="{40 * 9525}" cy="{20 * 9525}"/>']
    assert sizes(expected) == [f'<wp:extent cx="{40 * 12700}" cy="{20 * 12700}"/>']


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="F232"):
        InlineImage(b"GIF89a")


def test_a_picture_prints_in_text_alone() -> None:
    template = form("{% if 图 %}有{% endif %}{{ 图|length }}")
    assert ours(template, {"图": InlineImage(PNG)}).codes == ["C110"]
