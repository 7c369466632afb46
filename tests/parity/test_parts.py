"""Every part with words is filled; all others keep their bytes."""

from __future__ import annotations

import zlib

import pytest

from jixiao.package.reader import members, read
from tests.parity.engines import differences, ours, theirs
from tests.parity.packages import CHART, COMMENTS, ENDNOTES, FOOTNOTES, changed, with_part, with_properties
from tests.render.drawn import form, written

VALUES: dict[str, object] = {"名": "某 & 中心", "数": 3, "多": True}
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1" cy="1"/><wp:docPr id="7" name="图" descr="{{ 项 }}"/></wp:inline></w:drawing></w:r></w:p>'
)
TAG = "<w:p><w:r><w:t>{{%p {} %}}</w:t></w:r></w:p>"


def test_headers_footers_and_properties() -> None:
    template = with_properties(
        title="{{ 名 }}的报告", author="甲", subject="{% if 多 %}多{% endif %}", comments="{{ 数 }}"
    )
    values = VALUES | {"名": "某中心"}
    rendered = ours(template, values)
    assert rendered.codes == []
    assert differences(theirs(template, values), rendered.parts) == []
    assert "<dc:title>某中心的报告</dc:title>" in rendered.parts["docProps/core.xml"].decode()


def test_footnotes() -> None:
    template = with_part(form("{{ 名 }}"), "word/footnotes.xml", "footnotes", FOOTNOTES)
    rendered = ours(template, VALUES)
    assert rendered.codes == []
    assert differences(theirs(template, VALUES), rendered.parts) == []
    assert "某 &amp; 中心" in rendered.parts["word/footnotes.xml"].decode()


@pytest.mark.parametrize(
    ("path", "kind", "xml", "expected"),
    [
        ("word/endnotes.xml", "endnotes", ENDNOTES, "某 &amp; 中心"),
        ("word/comments.xml", "comments", COMMENTS, "某 &amp; 中心"),
        ("word/charts/chart1.xml", "chart", CHART, "<a:t>某 &amp; 中心</a:t></a:r><a:r><a:rPr b='1'/><a:t>的图</a:t>"),
        ("word/charts/chart1.xml", "chart", CHART, "<c:v>3</c:v>"),
    ],
)
def test_unvisited(path: str, kind: str, xml: str, expected: str) -> None:
    template = with_part(form("{{ 名 }}"), path, kind, xml)
    rendered = ours(template, VALUES)
    assert rendered.codes == []
    assert expected in rendered.parts[path].decode()
    assert "{{" in theirs(template, VALUES)[path].decode()
    assert differences(theirs(template, VALUES), rendered.parts) == [path]


def test_drawings_of_a_loop_have_numbers_of_their_own() -> None:
    template = written(TAG.format("for 项 in [1, 2]") + PICTURE + TAG.format("endfor"))
    rendered = ours(template, VALUES)
    assert rendered.codes == []
    assert differences(theirs(template, VALUES), rendered.parts) == []
    assert rendered.parts["word/document.xml"].count(b'id="1002" name="\xe5\x9b\xbe" descr="2"') == 1


def test_text_boxes_are_filled() -> None:
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="{% if 多 %}width:1pt{% endif %}">'
        f"<v:textbox><w:txbxContent>{TAG.format('if 多')}<w:p><w:r><w:t>{{{{ 名 }}}}</w:t></w:r></w:p>"
        f"{TAG.format('endif')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        "<w:r><w:t>旁{{ 数 }}</w:t></w:r></w:p>"
    )
    rendered = ours(written(box), VALUES)
    assert rendered.codes == []
    assert differences(theirs(written(box), VALUES), rendered.parts) == []


def test_other_parts_are_copied_as_they_are() -> None:
    template = form("{{ 名 }}")
    before, after = ({each.name: each for each in members(data)} for data in (template, ours(template, VALUES).data))
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_stored_members_are_read_as_well() -> None:
    template = changed(form("{{ 名 }}"), {"word/stored.bin": "abc"})
    assert ours(template, VALUES).parts["word/stored.bin"] == b"abc"
    assert zlib.crc32(b"abc") in {member.crc for member in members(template)}


def test_rendering_again_gives_the_same_bytes() -> None:
    template = with_properties(title="{{ 名 }}")
    assert ours(template, VALUES).data == ours(template, VALUES).data


def test_parts_in_utf_16_are_read() -> None:
    template = form("{{ 名 }}")
    narrow = read(template)["word/document.xml"]
    wide = narrow.decode().replace("UTF-8", "UTF-16").encode("utf-16")
    rendered = ours(
        changed(template, {"word/document.xml": (narrow.decode("latin-1"), wide.decode("latin-1"))}), VALUES
    )
    assert differences(ours(template, VALUES).parts, rendered.parts) == []
