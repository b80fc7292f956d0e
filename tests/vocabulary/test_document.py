"""Sənəd: uploaded files, and which of them pass for a photo."""

from __future__ import annotations

import struct
import time
import unicodedata
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.document import (
    EXAMPLE_DOCUMENT,
    EXAMPLE_PHOTO,
    DocumentPolicy,
    FilePolicy,
    ImagePolicy,
    Upload,
    safe_name,
)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


HEADER = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + HEADER
    + chunk(b"IDAT", zlib.compress(b"\x00\x00\xff" * 2))
    + chunk(b"IEND", b"")
)


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


# A preview inside the first segment, with an end of its own, as telephones write it.
PREVIEW = segment(0xE1, b"Exif\x00\x00\xff\xd8\xff\xdb\x00\x04\x00\x00\xff\xd9")
PICTURE = (
    segment(0xDB, bytes(65))
    + segment(0xC0, bytes(11))
    + segment(0xDA, bytes(10))
    + b"\x12\xff\x00\x34"
)
JPEG = b"\xff\xd8" + PREVIEW + PICTURE + b"\xff\xd9"


def refusal(
    content: bytes, name: str = "meter.jpg", policy: FilePolicy | None = None
) -> InvalidValue:
    with pytest.raises(InvalidValue) as caught:
        (policy or ImagePolicy()).check(Upload(name, content))
    return caught.value


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (EXAMPLE_PHOTO.content, "image/png"),
        (JPEG + b"a short film", "image/jpeg"),
        (b"\xff\xd8" + PREVIEW + b"\xff" + PICTURE + b"\xff\xd9", "image/jpeg"),
    ],
)
@pytest.mark.parametrize("name", ["meter.jpg", "meter.txt", "", "…"])
def test_an_image_is_told_by_its_content(content: bytes, media_type: str, name: str) -> None:
    """Whatever the file is called, its kind is what it holds."""
    assert ImagePolicy().check(Upload(name, content)) == media_type


@pytest.mark.parametrize(
    "content",
    [
        b"not a photo",
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.7\n%%EOF",
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"MZ\x90\x00",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff<script>\xff\xd9",
        b"\xff\xd8\xff\xe0\x00\x00" * 50 + b"\xff\xd9",
        b"\x89PNG\r\n\x1a\n" + HEADER.replace(b"IHDR", b"IDAT") + chunk(b"IEND", b""),
        b"\xff\xd8" + segment(0xE0, b"") * 1001 + PICTURE + b"\xff\xd9",
    ],
)
def test_what_is_no_image_is_refused_whatever_its_name(content: bytes) -> None:
    """A text, a page, a program or another kind of picture is no photo of a meter."""
    assert refusal(content).code == "file_not_image"


@pytest.mark.parametrize("content", [PNG, JPEG])
def test_a_file_cut_off_anywhere_is_refused(content: bytes) -> None:
    """A photo that broke off on the way is told at once, wherever it broke."""
    for length in range(1, len(content)):
        assert refusal(content[:length]).code == "file_not_image"


@given(
    content=st.one_of(
        st.binary(), st.binary().map(JPEG[:4].__add__), st.binary().map(PNG[:20].__add__)
    )
)
def test_any_bytes_are_an_image_or_an_invalid_value(content: bytes) -> None:
    """Nothing in a file makes the check fail otherwise."""
    try:
        assert ImagePolicy().check(Upload("x", content)) in ("image/jpeg", "image/png")
    except InvalidValue as error:
        assert error.code in ("file_empty", "file_not_image")  # noqa: PT017


def test_an_empty_file_is_no_file() -> None:
    """Nothing uploaded is told apart from something wrong."""
    assert refusal(b"").code == "file_empty"


def test_the_longest_file_passes_and_one_byte_more_does_not() -> None:
    """The limit is told in megabytes."""
    megabyte = 1024 * 1024
    policy = ImagePolicy(longest=2 * megabyte)
    assert policy.check(Upload("x", PNG + bytes(2 * megabyte - len(PNG)))) == "image/png"
    error = refusal(PNG + bytes(2 * megabyte + 1 - len(PNG)), policy=policy)
    assert error.code == "file_too_large"
    assert "2 MB" in error.message


def test_a_service_says_which_kinds_it_takes() -> None:
    """A policy of another service takes other kinds, and its sentence names them."""
    assert refusal(PNG, policy=ImagePolicy(media_types=("image/jpeg",))).message.endswith("JPEG.")
    pdf = Upload("a", b"%PDF-1.7\n%%EOF")
    assert ImagePolicy(media_types=("application/pdf",)).check(pdf) == "application/pdf"


# --- copies of documents ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (EXAMPLE_DOCUMENT.content, "application/pdf"),
        (EXAMPLE_DOCUMENT.content + b"\r\n\0", "application/pdf"),
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
    ],
)
def test_a_copy_is_a_pdf_or_an_image(content: bytes, media_type: str) -> None:
    """Whatever the file is called (AMB-65)."""
    assert DocumentPolicy().check(Upload("sənəd.txt", content)) == media_type


@pytest.mark.parametrize(
    "content",
    [
        b"bu PDF deyil",
        b"%PDF",
        b"%PDF-1.4",
        b" " + EXAMPLE_DOCUMENT.content,
        b"\xef\xbb\xbf" + EXAMPLE_DOCUMENT.content,
        EXAMPLE_DOCUMENT.content[:-7],
        EXAMPLE_DOCUMENT.content + bytes(2000),
        b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
        b"PK\x03\x04",
        PNG[:-1],
    ],
)
def test_what_is_neither_is_refused(content: bytes) -> None:
    """Another kind, a PDF that broke off or begins with something else; the kinds are named."""
    error = refusal(content, "sənəd.pdf", DocumentPolicy())
    assert error.code == "file_of_another_kind"
    assert error.message.endswith("Qəbul edilən növlər: PDF, JPEG, PNG.")


def test_a_copy_has_the_same_limits_as_a_photo() -> None:
    """An empty file and one that is too large are told as everywhere."""
    assert refusal(b"", policy=DocumentPolicy()).code == "file_empty"
    large = refusal(EXAMPLE_DOCUMENT.content, policy=DocumentPolicy(longest=9))
    assert large.code == "file_too_large"


def test_a_photo_of_the_meter_is_no_pdf() -> None:
    """What a document may be, a photo may not."""
    assert refusal(EXAMPLE_DOCUMENT.content, "sayğac.png").code == "file_not_image"


def test_the_example_document_is_a_sound_pdf() -> None:
    """Its table of contents stands where it says, and each object where the table says."""
    content = EXAMPLE_DOCUMENT.content
    start = int(content.split(b"startxref\n")[1].split()[0])
    lines = content[start:].splitlines()
    assert lines[:2] == [b"xref", b"0 4"]
    for number, line in enumerate(lines[3:6], start=1):
        assert len(line) == 19
        assert content[int(line[:10]) :].startswith(b"%d 0 obj" % number)
    assert content.endswith(b"%%EOF\n")
    assert safe_name(EXAMPLE_DOCUMENT.name) == "sənəd.pdf"


@pytest.mark.parametrize("unit", [b"\xff", b"\xff\xe0\x00\x02", b"\x00\x00\x00\x00IEND", b"\x00"])
@pytest.mark.parametrize("start", [b"\xff\xd8\xff", PNG[:33]])
def test_ten_megabytes_are_looked_through_at_once(start: bytes, unit: bytes) -> None:
    """A file made to keep the check busy does not."""
    content = start + unit * (9 * 1024 * 1024 // len(unit))
    refusal(b"load the library first")
    started = time.perf_counter()
    refusal(content)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("content", ["/etc/passwd", bytearray(PNG), None, memoryview(PNG)])
def test_an_upload_holds_bytes_alone(content: Any) -> None:
    """A text would be taken for a path, and an array could change after the check."""
    with pytest.raises(TypeError):
        Upload("x", content)


def test_the_example_photo_is_a_sound_png() -> None:
    """Every checksum of the example is right, and its one pixel unpacks."""
    content, at, found = EXAMPLE_PHOTO.content, 8, {}
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        assert chunk(name, data) == content[at : at + 12 + length]
        found[name] = data
        at += 12 + length
    assert list(found) == [b"IHDR", b"IDAT", b"IEND"]
    assert len(zlib.decompress(found[b"IDAT"])) == 2
    assert safe_name(EXAMPLE_PHOTO.name) == EXAMPLE_PHOTO.name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("sayğac.jpg", "sayğac.jpg"),
        ("C:\\Users\\Aysel\\sayğac 1.jpg", "sayğac 1.jpg"),
        ("../../etc/passwd", "passwd"),
        ("photos/", "fayl"),
        ("", "fayl"),
        ("..", "fayl"),
        (".jpg", "jpg"),
        ("a\r\nContent-Type: b.jpg", "aContent-Type_ b.jpg"),
        ("\u202egpj.exe", "gpj.exe"),
        ('a"<b>|c?*.png', "a__b__c__.png"),
        ("a" * 300 + ".jpeg", "a" * 95 + ".jpeg"),
        ("a." + "b" * 300, "a." + "b" * 98),
        ("s\u0327\u0259kil.png", "şəkil.png"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    """No folder, no line break, no turned direction; the ending stays."""
    assert safe_name(name) == safe


@given(name=st.text())
def test_any_name_becomes_a_safe_one(name: str) -> None:
    """Short, never empty, nothing special in it; made safe again it stays."""
    safe = safe_name(name)
    assert 0 < len(safe) <= 100
    assert not set(safe) & set('/\\<>:"|?*\r\n\x00')
    assert not {unicodedata.category(c)[0] for c in safe.replace(" ", "")} & {"C", "Z"}
    assert safe not in (".", "..")
    assert safe_name(safe) == safe
