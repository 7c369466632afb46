import re
from collections.abc import Iterator

import pytest

from jixiao.expr.functions import Items
from jixiao.expr.scope import Fixed
from jixiao.expr.work import begin
from jixiao.kernel.place import SourcePlace
from jixiao.package.reader import read
from jixiao.package.zip import pack
from jixiao.render import parts
from jixiao.render.document import render
from jixiao.render.draft import Draft
from jixiao.render.template import Branch, Compiled, DrawingNumber, Embedded, For, If, Nodes, Note, Raw
from tests.templates import ORIGIN, run_nodes, view_of

HERE = SourcePlace("章.md", 1, 1)
PICTURE = Embedded(pack(parts.media_name(b"bytes of a picture", "png"), b"bytes of a picture"))
OTHER = Embedded(pack(parts.media_name(b"of another", "jpeg"), b"of another"))
NOTE = Note((Raw("<w:p><w:r><w:t>注</w:t></w:r></w:p>"),))


def files(nodes: Nodes, draft: Draft | None = None) -> dict[str, str]:
    """The parts of a document with these nodes, which depend on nothing else."""
    compiled = Compiled(repr(nodes), (Raw("<w:p><w:r><w:t>"), *nodes, Raw("</w:t></w:r></w:p>")), (), ())
    content, findings, _ = render(compiled, view_of(), ORIGIN, draft)
    assert not findings
    return {name: data.decode() for name, data in read(content).items()}


def test_a_picture_is_one_part_however_often_it_is_printed() -> None:
    made = files((PICTURE, Raw("，"), PICTURE, Raw("，"), OTHER))
    first, second = sorted(name for name in made if name.startswith("word/media/"))
    assert {made[first], made[second]} == {"bytes of a picture", "of another"}
    ids = re.findall(r"m[0-9a-f]{16}", made["word/document.xml"])
    assert ids[0] == ids[1] != ids[2]
    relations = made["word/_rels/document.xml.rels"]
    assert relations.count("/image") == 2
    assert all(f'Id="{each}"' in relations for each in ids)
    for extension in ("png", "jpeg"):
        assert f'<Default Extension="{extension}" ContentType="image/{extension}"/>' in made["[Content_Types].xml"]


def test_what_is_not_printed_is_not_in_the_package() -> None:
    made = files((If((Branch("1 > 2", (PICTURE, NOTE), HERE),), (Raw("无"),)),))
    assert not [name for name in made if "media" in name or "footnotes" in name]


def test_drawings_are_numbered_through_loops() -> None:
    loop = For(("个",), "数", (DrawingNumber(), Raw("；")), (), HERE)
    assert run_nodes((loop, DrawingNumber()), Fixed({"数": Items(["甲", "乙"])}))[0] == "1；2；3"


def test_footnotes_have_a_part_with_their_separators() -> None:
    made = files((NOTE, Raw("和"), NOTE))
    assert "<w:t>1和2</w:t>" in made["word/document.xml"]
    assert re.findall(r'w:id="(-?\d)"', made["word/footnotes.xml"]) == ["-1", "0", "1", "2"]
    assert made["word/footnotes.xml"].count("<w:t>注</w:t>") == 2
    assert "footnotes.xml" in made["word/_rels/document.xml.rels"]
    assert "/word/footnotes.xml" in made["[Content_Types].xml"]
    assert "<w:footnotePr>" in made["word/settings.xml"]


def test_a_draft_keeps_pictures_and_footnotes_beside_its_headers() -> None:
    relations = files((NOTE, PICTURE), Draft((), str))["word/_rels/document.xml.rels"]
    assert all(part in relations for part in ("header1.xml", "footnotes.xml", "media/"))


@pytest.fixture
def _counted() -> Iterator[None]:
    begin()
    yield
    begin()


@pytest.mark.usefixtures("_counted")
def test_the_letters_of_footnotes_are_counted() -> None:
    note = Note((Raw("长" * 300_000),), HERE)
    _, findings = run_nodes((note,) * 20)
    assert [f"{finding.code} {finding.place}" for finding in findings] == ["C116 章.md:1:1"]
