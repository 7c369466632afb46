import pytest

from jixiao.formats.load_format import format_names, format_years, load_format
from jixiao.kernel.place import DocumentPlace
from jixiao.locate import templates_dir
from jixiao.render.chapter.markdown import compile_chapter
from jixiao.render.compiler import compile_outline
from jixiao.render.sound import is_sound
from jixiao.render.template import AnnexNumber, Branch, For, Given, If, Item, Node, Paragraphs, Raw, Slot, TableBody
from tests.render.chapters import setting
from tests.render.painted import png

HERE = DocumentPlace("表.docx")
VALUE = Slot("值", "表单", "", HERE)
OPEN, CLOSE = "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"
LINE = (Raw(OPEN), VALUE, Raw(CLOSE))


def loop(*body: Node) -> Node:
    return For(("甲",), "各", body, (), HERE)


def choice(body: tuple[Node, ...], otherwise: tuple[Node, ...] = ()) -> Node:
    return If((Branch("甲", body, HERE),), otherwise)


@pytest.mark.parametrize(
    "nodes",
    [
        LINE,
        (loop(*LINE), choice(LINE, LINE)),
        (Raw(OPEN), choice((Raw("甲"),)), Raw(CLOSE)),
        (TableBody("<w:tbl>", (loop(Raw("<w:tr><w:tc>"), *LINE, Raw("</w:tc></w:tr>")),), "</w:tbl>"),),
        (Paragraphs("值", "正文", "<w:pPr/>", "", HERE),),
        (AnnexNumber(f"<w:p/>{OPEN}附件", OPEN), Raw(CLOSE)),
    ],
)
def test_what_is_whole_in_every_part_gives_whole_documents(nodes: tuple[Node, ...]) -> None:
    assert is_sound(nodes)


WRITTEN = """见[](#机构图)和[**上**文](#收支)。[^1]

1. 甲：
   - {{ 名 }}；
   {% if 名 %}
   - 乙。
   {% endif %}
{% for 个 in 名 %}
2. {{ 个 }}
{% endfor %}

表N {{ 名 }} {.表题 收支}

| 甲 | 乙 |
|--|--|
{% for 个 in 名 %}
| {{ 个 }} | {{ 个 }} |
{% endfor %}

注 {.表注}

{{ 名 }}{{ 名 }}

![机构图{{ 名 }}](图.png)

[^1]: {{ 名 }}
"""


def test_what_chapters_are_made_of_is_whole_in_every_part() -> None:
    nodes, findings = compile_chapter(WRITTEN, "章.md", setting(files={"图.png": png()}))
    assert not findings
    assert is_sound(nodes)


@pytest.mark.parametrize(
    "nodes",
    [
        (Raw("<w:p>"),),
        (Item(1, "<w:p>", LINE, "", optional=True),),
        (Item(1, "<w:p>", LINE, "", optional=False),),
        (choice((Raw(OPEN),)), choice((Raw(CLOSE),))),
        (loop(Raw(CLOSE)), Raw(OPEN)),
        (Raw('<w:p w:id="'), VALUE, Raw('"/>')),
        (Raw("<w:p>"), VALUE, Raw("</w:p>")),
        (Raw(OPEN), choice((VALUE,)), Raw(CLOSE)),
        (Raw("<w:p/><!-- "), VALUE, Raw(" -->")),
        (Raw(f"{OPEN}&am"), VALUE, Raw(CLOSE)),
        (AnnexNumber(f"<w:p>{OPEN}附件", OPEN), Raw(CLOSE)),
        (Given((), (Raw("<w:p>"),)), Raw("</w:p>")),
    ],
)
def test_what_may_come_apart_is_not_proven(nodes: tuple[Node, ...]) -> None:
    assert not is_sound(nodes)


@pytest.mark.parametrize("name", format_names(templates_dir()))
def test_the_formats_are_sound(name: str) -> None:
    for year in format_years(templates_dir(), name):
        form = load_format(templates_dir(), name, year).format
        assert form is not None
        assert compile_outline(form, "")[0].is_sound
