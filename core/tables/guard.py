"""Looks into a zip before anything unpacks it: how much really comes out, and whether it brings entities along."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from core.tables.sheet import TableProblem

MAX_PARTS = 1_000
MAX_INFLATED = 200 * 1024 * 1024
MAX_RATIO = 200
HARMLESS = 10 * 1024 * 1024  # less than this is no bomb, whatever its ratio
CHUNK = 256 * 1024
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
PICTURES = ("xl/media/", "Pictures/", "docProps/", "Thumbnails/")


def inspect(data: bytes) -> list[str]:
    """Names of the parts. Raises TableProblem: password, too_big, unsafe, broken.

    Sizes in the directory may lie, so every part is inflated once, in pieces, and what comes out is counted.
    """
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, struct.error, UnicodeError) as error:
        raise TableProblem("broken") from error
    if len(parts) > MAX_PARTS:
        raise TableProblem("unsafe")
    if any(part.flag_bits & 1 for part in parts):
        raise TableProblem("password")
    limit = min(MAX_INFLATED, max(HARMLESS, MAX_RATIO * len(data)))
    if sum(part.file_size for part in parts) > limit:
        raise TableProblem("too_big")
    for part in parts:
        limit -= measured(data, part, limit)
    return [part.filename for part in parts]


def measured(data: bytes, part: zipfile.ZipInfo, limit: int) -> int:
    """Bytes that come out of `part`, which must be what its directory entry says."""
    seen, tail = 0, b""
    watched = not part.filename.startswith(PICTURES)
    for piece in inflated(data, part):
        seen += len(piece)
        if seen > limit:
            raise TableProblem("too_big")
        if watched and any(mark in tail + piece for mark in DOCTYPES):
            raise TableProblem("unsafe")
        tail = piece[-20:]
    if seen != part.file_size:
        raise TableProblem("unsafe")
    return seen


def inflated(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """What `part` unpacks to, read past its declared size: the reader behind us does so too."""
    raw = memoryview(data)[body_start(data, part) :][: part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        for at in range(0, len(raw), CHUNK):
            yield bytes(raw[at : at + CHUNK])
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise TableProblem("unsafe")
    machine, waiting = zlib.decompressobj(-zlib.MAX_WBITS), bytes(raw)
    try:
        while waiting and not machine.eof:
            piece = machine.decompress(waiting, CHUNK)
            waiting = machine.unconsumed_tail
            yield piece
        yield machine.flush()
    except zlib.error as error:
        raise TableProblem("broken") from error


def body_start(data: bytes, part: zipfile.ZipInfo) -> int:
    header = data[part.header_offset : part.header_offset + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise TableProblem("broken")
    name_length, extra_length = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
    return part.header_offset + 30 + name_length + extra_length
