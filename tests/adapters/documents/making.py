"""Files to hand in: PDF of a few objects, sound ones and such as nobody's program writes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 99 99]%s>>"


def page_and_pages(page: bytes = b"") -> dict[int, bytes]:
    return {2: PAGES, 3: PAGE % page}


def pdf(catalog: bytes = b"", page: bytes = b"", more: Mapping[int, bytes] = {}) -> bytes:
    """A PDF of one empty page; ``more`` are objects by number, from 4 on and without gaps."""
    objects = {1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog, **page_and_pages(page), **more}
    written, offsets = b"%PDF-1.7\n", []
    for number, content in sorted(objects.items()):
        offsets.append(len(written))
        written += b"%d 0 obj%s endobj\n" % (number, content)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(offsets) + 1, entries)
    return written + table + _trailer(len(offsets) + 1, len(written))


def _trailer(size: int, start: int, more: bytes = b"") -> bytes:
    told = (size, more, start)
    return b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % told


def revised(older: bytes, number: int, content: bytes) -> bytes:
    """A PDF with another object in the place of one, as a program that appends to it writes it."""
    before = int(older.rpartition(b"startxref\n")[2].split()[0])
    size = older.count(b" 0 obj") + 1
    written = older + b"%d 0 obj%s endobj\n" % (number, content)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(older))
    return written + table + _trailer(size, len(written), b"/Prev %d" % before)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), more, content)


def pdf_with_object_stream(packed: bytes, *, bytes_within: bytes | None = None) -> bytes:
    """A PDF whose object 4 lies in an object stream; ``bytes_within`` takes the stream's place."""
    head = b"4 0 "
    inner = zlib.compress(head + packed) if bytes_within is None else bytes_within
    told = b"/Type/ObjStm/N 1/First %d/Filter/FlateDecode" % len(head)
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", **page_and_pages(), 5: stream(inner, told)}
    written, offsets = b"%PDF-1.7\n", {}
    for number, content in sorted(objects.items()):
        offsets[number] = len(written)
        written += b"%d 0 obj%s endobj\n" % (number, content)
    offsets[6] = len(written)
    entries = {number: struct.pack(">BIB", 1, offset, 0) for number, offset in offsets.items()}
    entries |= {0: struct.pack(">BIB", 0, 0, 255), 4: struct.pack(">BIB", 2, 5, 0)}
    table = b"".join(entry for _, entry in sorted(entries.items()))
    told = b"/Type/XRef/W[1 4 1]/Size 7/Root 1 0 R"
    return written + b"6 0 obj%s endobj\nstartxref\n%d\n%%%%EOF\n" % (
        stream(table, told),
        offsets[6],
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes) -> bytes:
    """A black PNG of one bit a point."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    row = bytes(1 + (width + 7) // 8)
    deflating = zlib.compressobj(9)
    pixels = b"".join(deflating.compress(row) for _ in range(height)) + deflating.flush()
    rest = (*more, chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(rest)
