import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from jixiao.package.zip import digest, pack, stored, unpack, write

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


@given(st.binary() | st.integers(65_530, 140_000).map(bytes))
def test_what_is_stored_is_there_as_it_is(content: bytes) -> None:
    member = stored("a", content)
    assert (unpack(member), member.size) == (content, len(content))
    assert zipfile.ZipFile(io.BytesIO(write([member]))).read("a") == content
    assert len(member.data) - len(content) == 5 * max(1, -(-len(content) // 65_535))


def test_identity_is_in_names_contents_and_order() -> None:
    one, two = ("a", b"1"), ("b", b"2")
    assert digest([one, two]) == digest([one, two])
    assert len({digest([one, two]), digest([two, one]), digest([("a", b"1b2")]), digest([("ab", b"12")])}) == 4
