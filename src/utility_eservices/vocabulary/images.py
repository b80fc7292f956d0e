r"""Şəkil (an image) or PDF: of what kind a file is, told by its content and never by its name.

Cheap and shallow: the kind by the first bytes, then whether beginning and end are there, so
that a text named “.jpg” and a photo cut off on the way are refused at once. It does not prove
an image. Decoding it, measuring its pixels and writing it anew, which also drops whatever hides
in it, is the work of the document store's adapter.

Source: PNG, ISO/IEC 15948, section 11.2 (IHDR, IEND); JPEG, ITU-T T.81, annex B (SOI, SOS, EOI);
PDF, ISO 32000-1, sections 7.5.2 and 7.5.5 (%PDF-, %%EOF).

>>> PNG_END = b"\x00\x00\x00\x00IEND\xae\x42\x60\x82"
>>> png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + bytes(17) + PNG_END
>>> media_type(png)
'image/png'
>>> media_type(png[:-1])
''
>>> media_type(b"not a photo")
''
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

__all__ = ["media_type"]

_MOST_SEGMENTS = 1000
# Where readers of PDF look for the mark of its end.
_LAST_OF_PDF = 1024


def media_type(content: bytes) -> str:
    """The media type of a file, empty where it is unknown or something of it is missing.

    Kinds other than PNG, JPEG and PDF are told by their first bytes alone.
    """
    if not isinstance(content, bytes):  # the library would take a text for a path, and open it
        raise TypeError("content must be bytes")
    # On first use, since most services take no files; the library has no annotations.
    import filetype  # type: ignore[import-untyped]  # noqa: PLC0415

    kind = filetype.guess(content)
    if kind is None:
        return ""
    found = str(kind.mime)
    is_whole = _WHOLE.get(found)
    return found if is_whole is None or is_whole(content) else ""


def _whole_png(content: bytes) -> bool:
    # The first chunk, of 13 bytes, and the last, which is always these twelve. Some telephones
    # leave the rest of an older, longer picture after it.
    return (
        content[8:16] == b"\x00\x00\x00\x0dIHDR"
        and b"\x00\x00\x00\x00IEND\xae\x42\x60\x82" in content[33:]
    )


def _whole_jpeg(content: bytes) -> bool:
    # SOI, then segments that tell their length, then SOS with the picture up to EOI. Looked for
    # only after SOS, since the small preview inside a segment has an EOI of its own; what
    # telephones put after it, such as a short film, is let be.
    at = 2
    for _ in range(_MOST_SEGMENTS):
        if content[at : at + 1] != b"\xff":
            return False
        marker = content[at + 1 : at + 2]
        if marker == b"\xff":  # a fill byte
            at += 1
            continue
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if length < 2:
            return False
        at += 2 + length
        if marker == b"\xda":
            return b"\xff\xd9" in content[at:]
    return False


def _whole_pdf(content: bytes) -> bool:
    # Some programs leave a few bytes after the mark of the end.
    return content.startswith(b"%PDF-") and b"%%EOF" in content[-_LAST_OF_PDF:]


_WHOLE: Mapping[str, Callable[[bytes], bool]] = MappingProxyType(
    {"application/pdf": _whole_pdf, "image/jpeg": _whole_jpeg, "image/png": _whole_png}
)
