import re
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.expr.scope import Fixed
from jixiao.kernel.finding import Code
from jixiao.package.reader import read
from jixiao.render.chapter.pictures import MOST_BYTES, Image, drawing, picture
from tests.render.chapters import setting, written
from tests.render.painted import jpeg, png
from tests.templates import document, format_in, pdf_of, seen

PIXEL = 9525  # EMU at 96 to the inch
CHAPTER = "- {类型: 正文, 文件: 章.md}"


def found(data: bytes) -> Image:
    result = picture(data)
    assert isinstance(result, Image)
    return result


def refused(data: bytes) -> str:
    result = picture(data)
    assert isinstance(result, Code)
    return result.id


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(40, 30), (40 * PIXEL, 30 * PIXEL)),
        (png(40, 30, 3937), (40 * 9144, 30 * 9144)),  # 100 to the inch
        (png(40, 30, 1), (40 * PIXEL, 30 * PIXEL)),  # a pixel of a metre is believed by nobody
        (jpeg(40, 30), (40 * PIXEL, 30 * PIXEL)),
        (jpeg(40, 30, 1, 300), (40 * 3048, 30 * 3048)),
        (jpeg(40, 30, 2, 100), (40 * 3600, 30 * 3600)),
    ],
)
def test_the_size_of_a_picture_is_what_the_file_says(data: bytes, size: tuple[int, int]) -> None:
    assert found(data)[2:] == size


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        png()[:-1],
        png()[:40],
        png().replace(b"IDAT", b"iDAT"),
        png(0, 3),
        jpeg(40, 30)[:-2],
        jpeg(0, 30),
        b"\xff\xd8\xff\xe0\x00\x00\xff\xd9",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xff\xff\xd9",
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    assert refused(data) == "F232"


@pytest.mark.parametrize("data", [b"\x89PNG" + bytes(MOST_BYTES), png(shown=(10_000, 10_000)), jpeg(60_000, 60_000)])
def test_what_is_too_large_is_refused(data: bytes) -> None:
    assert refused(data) == "F233"


@given(st.binary(max_size=80), st.sampled_from([png(), jpeg(4, 3)]), st.integers(0, 60))
def test_a_damaged_picture_never_stops_the_program(noise: bytes, data: bytes, at: int) -> None:
    assert picture(data[:at] + noise + data[at + len(noise) :]) is not None


@given(st.integers(1, 4000), st.integers(1, 4000), st.integers(100, 9000), st.integers(100, 9000))
def test_a_picture_keeps_its_proportions_and_is_never_made_larger(w: int, h: int, width: int, height: int) -> None:
    nodes = drawing(Image(b"", "png", w * PIXEL, h * PIXEL), width, height, "图")
    across, down = (int(each) for each in re.findall(r'cx="(\d+)" cy="(\d+)"', str(nodes))[0])
    assert 0 < across <= min(w * PIXEL, width * 635)
    assert 0 < down <= min(h * PIXEL, height * 635)
    assert abs(across * h - down * w) <= max(w, h)


FILES = {"图/机构.png": png(40, 30), "宽.jpg": jpeg(4000, 300), "坏.png": b"PNG"}
NAMES = Fixed({"名": "甲<乙", "数": [1, 2]})


def chapter(text: str) -> tuple[str, list[str]]:
    xml, findings = written(text, setting(files=FILES), NAMES)
    return xml, [f"{each.code} {each.place}" for each in findings]


def test_pictures_have_numbered_captions_and_words_for_the_blind() -> None:
    xml, findings = chapter('![{{ 名 }}的"机构图"](图/机构.png)\n\n![](宽.jpg)\n\n![流程图](宽.jpg "先申报后审批")')
    assert not findings
    assert seen(xml) == '图1　甲&lt;乙的"机构图"\n\n\n图2　流程图'
    assert re.findall(r'<wp:docPr id="(\d)" name="[0-9a-f]+[.]\w+"(?: descr="(.*?)")?/>', xml) == [
        ("1", "的&quot;机构图&quot;"),
        ("2", ""),
        ("3", "先申报后审批"),
    ]


def test_a_picture_is_as_wide_as_the_text_at_most() -> None:
    xml, _ = chapter("![](宽.jpg)\n\n{% landscape %}\n![](宽.jpg)\n{% endlandscape %}\n\n![](宽.jpg)")
    assert re.findall(r'<wp:extent cx="(\d+)"', xml) == [str(9000 * 635), str(12000 * 635), str(9000 * 635)]


def test_pictures_in_loops_are_numbered_on() -> None:
    xml, findings = chapter("{% for 个 in 数 %}\n![第{{ loop.index }}期](宽.jpg)\n{% endfor %}")
    assert not findings
    assert seen(xml) == "图1　第1期\n\n图2　第2期"


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("甲\n\n![图](无.png)", ["F231 章.md:3:6"]),
        ("![图](../章.md)", ["F231 章.md:1:6"]),
        ("![图](/etc/hostname)", ["F231 章.md:1:6"]),
        ("![图](http://a.cn/a.png)", ["F231 章.md:1:6"]),
        ("![图]({{ 名 }})", ["F231 章.md:1:6"]),
        ("![图](坏.png)", ["F232 章.md:1:6"]),
        ("见[](#图)。\n\n![图](坏.png)", ["F232 章.md:3:6"]),
        ("![图1 机构](图/机构.png)", ["F207 章.md:1:3"]),
        ("甲![图](图/机构.png)", ["F209 章.md:1:2"]),
        ("![图](图/机构.png)![图](图/机构.png)", ["F209 章.md:1:1", "F209 章.md:1:1"]),
    ],
)
def test_each_mistake_with_pictures_has_its_place(text: str, findings: list[str]) -> None:
    assert chapter(text)[1] == findings


@pytest.mark.needs("soffice")
def test_a_report_with_pictures_is_the_same_twice_and_shows_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    files: dict[str, str | bytes] = {"章.md": "见[](#机构图)。\n\n![机构图](机构.png)\n", "机构.png": png(400, 300)}
    form = format_in(tmp_path, CHAPTER, files)
    (content, findings), again = document(form), document(form)
    assert not findings
    assert content == again[0]
    (name,) = (name for name in read(content) if name.startswith("word/media/"))
    assert read(content)[name] == png(400, 300)
    assert b"/Image" in pdf_of(content, tmp_path).read_bytes()


def test_a_changed_picture_makes_another_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIXIAO_CACHE", str(tmp_path / "cache"))
    made = [
        document(format_in(tmp_path, CHAPTER, {"章.md": "![](机构.png)", "机构.png": png(*size)}))[0]
        for size in ((4, 3), (5, 3))
    ]
    assert made[0] != made[1]


def test_segments_of_no_length_do_not_stop_the_program() -> None:
    assert refused(b"\xff\xd8\xff\xe0" + struct.pack(">H", 0) + bytes(50) + b"\xff\xd9") == "F232"
