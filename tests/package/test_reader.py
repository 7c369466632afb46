import io
import zipfile

import pytest

from jixiao.package.reader import OWN, Fault, Limits, PackageError, read
from jixiao.package.zip import pack, write

SMALL = Limits(members=2, member_bytes=2000, total_bytes=3000, ratio=5, ratio_free_bytes=100)


def zipped(*files: tuple[str, bytes]) -> bytes:
    return write(pack(name, content) for name, content in files)


def test_files_come_in_their_order() -> None:
    assert read(zipped(("b", b"2"), ("a", b"1"))) == {"b": b"2", "a": b"1"}


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.NOT_A_ZIP),
        (b"PK\3\4 and no more", Fault.NOT_A_ZIP),
        (zipped(("a", b"1"), ("b", b"2"), ("c", b"3")), Fault.TOO_MANY),
        (zipped(("a", bytes(2001))), Fault.TOO_LARGE),
        (zipped(("a", bytes(1600)), ("b", bytes(1600))), Fault.TOO_LARGE),
        (zipped(("a", bytes(1600))), Fault.RATIO),
        (zipped(("a", b"1"), ("a", b"2")), Fault.DUPLICATE),
        (zipped(("../a", b"1")), Fault.NAME),
        (zipped(("/a", b"1")), Fault.NAME),
        (zipped(("C:a", b"1")), Fault.NAME),
        (zipped(("a\\b", b"1")), Fault.NAME),
    ],
)
def test_a_package_that_may_not_be_read_is_refused(data: bytes, fault: Fault) -> None:
    with pytest.raises(PackageError) as refused:
        read(data, SMALL)
    assert refused.value.fault is fault


def test_damage_is_found() -> None:
    data = bytearray(zipped(("a", b"some words that are long enough")))
    data[40] ^= 0xFF
    with pytest.raises(PackageError) as refused:
        read(bytes(data))
    assert (refused.value.fault, refused.value.member) == (Fault.DAMAGED, "a")


def test_a_member_larger_than_announced_is_refused() -> None:
    member = pack("a", b"x" * 5000)
    with pytest.raises(PackageError) as refused:
        read(write([member._replace(size=10)]))
    assert refused.value.fault is Fault.DAMAGED


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(zipped(("a", b"1")))
    directory = data.index(b"PK\1\2")
    data[directory + 8] |= 1
    with pytest.raises(PackageError) as refused:
        read(bytes(data))
    assert refused.value.fault is Fault.ENCRYPTED


def test_folders_are_no_files() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.mkdir("word")
        archive.writestr("word/a", b"1")
    assert read(stream.getvalue()) == {"word/a": b"1"}


@pytest.mark.parametrize("place", [11, 45])  # of the method and the offset in the directory's entry
def test_a_directory_that_points_anywhere_is_damage(place: int) -> None:
    data = bytearray(zipped(("a", b"some words that are long enough")))
    data[data.index(b"PK\1\2") + place] = 0x0C
    with pytest.raises(PackageError):
        read(bytes(data))


def test_a_directory_that_begins_elsewhere_is_damage() -> None:
    data = bytearray(zipped(("a", b"some words that are long enough")))
    data[data.index(b"PK\5\6") + 17] = 0x0C
    with pytest.raises(PackageError):
        read(bytes(data))


def test_what_the_program_made_itself_may_repeat_itself() -> None:
    data = zipped(("a", bytes(8 << 20)))
    with pytest.raises(PackageError):
        read(data)
    assert read(data, OWN) == {"a": bytes(8 << 20)}
