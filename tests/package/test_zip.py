import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from jixiao.package.zip import digest, pack, unpack, write

FILES = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": b"<w/>" * 500,
    "文字.txt": "正文".encode(),
    "empty": b"",
}


def test_another_program_reads_what_was_written() -> None:
    data = write(pack(name, content) for name, content in FILES.items())
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == FILES
    assert archive.namelist() == list(FILES)


def test_neither_clock_nor_machine_shows() -> None:
    info = zipfile.ZipFile(io.BytesIO(write([pack("a", b"b")]))).infolist()[0]
    assert info.date_time == (1980, 1, 1, 0, 0, 0)
    assert (info.create_system, info.external_attr) == (0, 0)
    assert write([pack("a", b"b")]) == write([pack("a", b"b")])


@given(st.binary())
def test_a_member_unpacks_to_what_was_packed(content: bytes) -> None:
    member = pack("a", content)
    assert (unpack(member), member.size) == (content, len(content))


def test_identity_is_in_names_contents_and_order() -> None:
    one, two = ("a", b"1"), ("b", b"2")
    assert digest([one, two]) == digest([one, two])
    assert len({digest([one, two]), digest([two, one]), digest([("a", b"1b2")]), digest([("ab", b"12")])}) == 4
