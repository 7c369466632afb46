from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.package import deflate
from jixiao.package.zip import digest, pack, unpack, write


@pytest.fixture(params=[deflate.ZLIB, deflate.FAST], ids=["zlib", "isal"])
def method(request: pytest.FixtureRequest) -> Iterator[deflate.Method]:
    chosen = request.param
    if chosen is None:
        pytest.skip("the extra jixiao[fast] is not installed")
    deflate.use(chosen)
    yield chosen
    deflate.use(deflate.FAST or deflate.ZLIB)


def test_what_is_compressed_is_what_comes_out(method: deflate.Method) -> None:
    content = "绩效自评报告".encode() * 10_000
    member = pack("a", content)
    assert (unpack(member), member.crc) == (content, zlib.crc32(content))
    assert zipfile.ZipFile(io.BytesIO(write([member]))).read("a") == content
    assert pack("a", content) == member
    assert deflate.in_use() == f"{method.name}, level {method.level}"


@pytest.mark.usefixtures("method")
@given(st.binary(max_size=200))
def test_any_bytes_come_out_as_they_were(content: bytes) -> None:
    assert zlib.decompress(deflate.compressed(content), -15) == content
    assert deflate.crc32(content) == zlib.crc32(content)


def test_the_identity_of_a_document_does_not_depend_on_the_compressor(method: deflate.Method) -> None:
    members = [pack("a", b"x" * 1000), pack("b", b"y" * 1000, kept=True)]
    assert digest((each.name, unpack(each)) for each in members) == digest([("a", b"x" * 1000), ("b", b"y" * 1000)])
    assert method


def test_what_is_kept_has_the_same_bytes_by_every_method(method: deflate.Method) -> None:
    assert pack("a", b"x" * 1000, kept=True).data == deflate.kept(b"x" * 1000)
    assert method
