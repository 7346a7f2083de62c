"""What a workbook unpacks to, looked at before it is opened: bombs, formulas, errors."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from kg.errors import DataError
from kg.inputs import SMALL, SWELL
from kg.mapping.table import Tell

LARGEST = 2_000_000_000
"""Bytes that the parts of a workbook may unpack to."""

_CHUNK = 1 << 20
_UNCOUNTED = re.compile(rb"<f[ >/](?:(?!</c>).)*?(?:</f>|/>)(?:<v></v>|<v/>)?</c>", re.DOTALL)
_FORMULAS = (
    "{:,} cells hold a formula that was never worked out, and so no value;"
    " open and save it in a spreadsheet program"
)
_ERRORS = "{:,} cells hold an error, such as #REF!, and no value; they are left out"


def look_through(data: bytes, name: str, tell: Tell) -> None:
    """Unpack every part once and throw it away: what the archive says of sizes may be a lie.

    Tells of formulas that were never worked out, and of cells that hold an error: a reader of
    values cannot tell them from empty ones.

    Raises:
        DataError: It is a compression bomb, or no archive that can be read.
    """
    formulas, errors = 0, 0
    try:
        for part, chunk in _unpacked(data, name):
            if "/worksheets/" in part:
                formulas += len(_UNCOUNTED.findall(chunk)) if b"<f" in chunk else 0
                errors += chunk.count(b' t="e"')
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError) as error:
        raise DataError(f"{name}: is no workbook that can be read ({error})") from error
    for count, message in ((formulas, _FORMULAS), (errors, _ERRORS)):
        if count:
            tell(0, "", message.format(count), message)


def _unpacked(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Every part of an archive in pieces, up to what no honest one unpacks to."""
    most = min(LARGEST, max(SMALL, len(data) * SWELL))
    bomb = f"{name}: unpacks to over {most:,} bytes, as a zip bomb; it is not read"
    archive = zipfile.ZipFile(BytesIO(data))
    if sum(info.file_size for info in archive.infolist()) > most:
        raise DataError(bomb)
    left = most
    for info in archive.infolist():
        for chunk in _pieces(data, info):
            left -= len(chunk)
            if left < 0:
                raise DataError(bomb)
            yield info.filename, chunk


def _pieces(data: bytes, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part in pieces, whatever length the archive gives it."""
    head = data[info.header_offset : info.header_offset + 30]
    start = info.header_offset + 30
    start += int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    packed = memoryview(data)[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    chunk = unpack.decompress(packed, _CHUNK)
    while chunk:
        yield chunk
        chunk = unpack.decompress(unpack.unconsumed_tail, _CHUNK)
