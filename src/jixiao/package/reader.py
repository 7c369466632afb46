"""Reading a package that anybody may have made: its size is known before it is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path, PurePosixPath

from jixiao.kernel.frozen import frozen
from jixiao.package.zip import Member, pack

_CHUNK = 1 << 16
_ENCRYPTED = 1
_HEADER, _LENGTHS_AT = 30, 26  # of a file inside a zip: what stands before its name, and where the lengths are
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # those that a document may use


class Fault(StrEnum):
    """Why a package is refused."""

    NOT_A_ZIP = "not_a_zip"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    RATIO = "ratio"
    DUPLICATE = "duplicate"
    NAME = "name"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    DOCTYPE = "doctype"
    MALFORMED = "malformed"
    DEPTH = "depth"


class PackageError(Exception):
    """Raised for a package that cannot or may not be read; member is "" when the whole is at fault."""

    def __init__(self, fault: Fault, member: str = "") -> None:
        """Keep what is wrong and where."""
        super().__init__(f"{fault}: {member}" if member else str(fault))
        self.fault = fault
        self.member = member


@frozen
class Limits:
    """How much a package may hold: members, bytes of one and of all when unpacked, and packed to unpacked."""

    members: int = 2000
    member_bytes: int = 64 << 20
    total_bytes: int = 256 << 20
    ratio: int = 200
    ratio_free_bytes: int = 1 << 20  # a small file may be as repetitive as it likes


LIMITS = Limits()
OWN = Limits(member_bytes=1 << 40, total_bytes=1 << 40, ratio=1 << 20)
"""For a package that the program itself has just made."""


def read(data: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    """All files of a package in their order; raises PackageError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise PackageError(Fault.NOT_A_ZIP) from error
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise PackageError(Fault.TOO_MANY)
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise PackageError(Fault.TOO_LARGE)
    files: dict[str, bytes] = {}
    for info in infos:
        _admit(info, limits)
        if info.filename in files:
            raise PackageError(Fault.DUPLICATE, info.filename)
        if not info.is_dir():
            files[info.filename] = _inflate(archive, info)
    return files


def read_file(file: Path) -> dict[str, bytes]:
    """All files of a package on the disk; raises PackageError, and OSError."""
    if file.stat().st_size > LIMITS.total_bytes:
        raise PackageError(Fault.TOO_LARGE)
    return read(file.read_bytes())


def members(data: bytes) -> Iterator[Member]:
    """The files of a package that `read` admitted, still compressed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if info.compress_type != zipfile.ZIP_DEFLATED:
                yield pack(info.filename, archive.read(info))
                continue
            lengths = struct.unpack_from("<HH", data, info.header_offset + _LENGTHS_AT)
            start = info.header_offset + _HEADER + sum(lengths)
            yield Member(info.filename, info.CRC, info.file_size, data[start : start + info.compress_size])


def _admit(info: zipfile.ZipInfo, limits: Limits) -> None:
    name = info.orig_filename
    if "\\" in name or "\0" in name or ":" in name or ".." in PurePosixPath(name).parts or name.startswith("/"):
        raise PackageError(Fault.NAME, name)
    if info.flag_bits & _ENCRYPTED:
        raise PackageError(Fault.ENCRYPTED, name)
    if info.compress_type not in _METHODS:
        raise PackageError(Fault.DAMAGED, name)
    if info.file_size > limits.member_bytes:
        raise PackageError(Fault.TOO_LARGE, name)
    if info.file_size > max(limits.ratio_free_bytes, limits.ratio * info.compress_size):
        raise PackageError(Fault.RATIO, name)


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Unpack, but never more than the directory announced."""
    chunks: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > info.file_size:
                    raise PackageError(Fault.DAMAGED, info.filename)
                chunks.append(chunk)
    except (zipfile.BadZipFile, zlib.error, struct.error, ValueError, EOFError, OSError, RuntimeError) as error:
        raise PackageError(Fault.DAMAGED, info.filename) from error
    return b"".join(chunks)
