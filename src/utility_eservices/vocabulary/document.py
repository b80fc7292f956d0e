"""Sənəd (a document): a file that an applicant hands in, and the record of one that was kept.

An `Upload` is what a portal received: nothing about it is trusted, its name least. A
`FilePolicy` says what a service takes and looks into the content for it, never at the name:
`ImagePolicy` images, `DocumentPolicy` also PDF. A `Document` is what a document store answers
with once it has kept the file.

The check is cheap and proves little (see `images`). Decoding the image, measuring its pixels and
writing it anew is the work of the document store's adapter.

Source: manual 001, figure 8, the photo of the meter (DI-038); manual 000, figure 11, the copies
of documents; what may be uploaded the manuals do not say, so that kinds and size are ours
(AMB-65).

>>> ImagePolicy().check(EXAMPLE_PHOTO)
'image/png'
>>> ImagePolicy().check(Upload("meter.jpg", b"not a photo"))
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: file_not_image: Fayl zədələnib və ya şəkil deyil. Qəbul \
edilən növlər: JPEG, PNG.
>>> DocumentPolicy().check(EXAMPLE_DOCUMENT)
'application/pdf'
>>> ImagePolicy(longest=50).check(EXAMPLE_PHOTO)
Traceback (most recent call last):
    ...
utility_eservices.errors.InvalidValue: file_too_large: Faylın həcmi 0.01 MB-dan çox olmamalıdır.
>>> safe_name("../photos/sayğac.jpg")
'sayğac.jpg'
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import attrs

from utility_eservices.errors import InvalidValue
from utility_eservices.vocabulary.images import media_type

__all__ = [
    "EXAMPLE_DOCUMENT",
    "EXAMPLE_PHOTO",
    "Document",
    "DocumentPolicy",
    "FilePolicy",
    "ImagePolicy",
    "Upload",
    "safe_name",
]

_MEGABYTE = 1024 * 1024
_LONGEST_LOOKED_AT = 1000
_LONGEST_NAME = 100
_LONGEST_ENDING = 10
_SPECIAL = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


@attrs.frozen
class Upload:
    """A file as it arrived; neither name nor content shows in a log."""

    name: str = attrs.field(repr=False)
    content: bytes = attrs.field(repr=False)

    @content.validator
    def _is_bytes(self, _: object, value: bytes) -> None:
        if not isinstance(value, bytes):
            raise TypeError("content must be bytes")


@attrs.frozen
class Document:
    """A file as it was kept."""

    id: str
    """What the document store finds it by."""

    name: str = attrs.field(repr=False)
    """A name to show and to save under, see `safe_name`."""

    media_type: str
    size: int
    """In bytes, of what was kept."""

    sha256: str
    """Of what was kept, in hexadecimal; not of the upload, which may be written anew."""


@attrs.frozen
class FilePolicy:
    """Which files a service takes; what the two kinds of policy share."""

    longest: int = 10 * _MEGABYTE
    """The most bytes."""

    media_types: tuple[str, ...] = ()

    def check(self, upload: Upload) -> str:
        """The media type of a file that is taken; anything else raises `InvalidValue`."""
        if not upload.content:
            # No file has been uploaded.
            raise InvalidValue("file_empty", "Fayl boşdur.")
        if len(upload.content) > self.longest:
            # The file must not be larger than {megabytes} MB.
            raise InvalidValue(
                "file_too_large",
                "Faylın həcmi {megabytes} MB-dan çox olmamalıdır.",
                megabytes=Decimal(f"{max(self.longest / _MEGABYTE, 0.01):.4g}"),
            )
        found = media_type(upload.content)
        if found not in self.media_types:
            raise self._refusal(
                ", ".join(kind.partition("/")[2].upper() for kind in self.media_types)
            )
        return found

    def _refusal(self, kinds: str) -> InvalidValue:
        """Why a file of another kind is not taken; ``kinds`` names those that are."""
        return InvalidValue(
            "file_of_another_kind",
            # The file is damaged or is not of a kind that is taken. Kinds that are taken: {kinds}.
            "Fayl zədələnib və ya onun növü qəbul edilmir. Qəbul edilən növlər: {kinds}.",
            kinds=kinds,
        )


@attrs.frozen
class ImagePolicy(FilePolicy):
    """Which images a service takes."""

    media_types: tuple[str, ...] = ("image/jpeg", "image/png")

    def _refusal(self, kinds: str) -> InvalidValue:
        return InvalidValue(
            "file_not_image",
            # The file is damaged or is not an image. Kinds that are taken: {kinds}.
            "Fayl zədələnib və ya şəkil deyil. Qəbul edilən növlər: {kinds}.",
            kinds=kinds,
        )


@attrs.frozen
class DocumentPolicy(FilePolicy):
    """Which copies of documents a service takes: PDF, or an image of the paper."""

    media_types: tuple[str, ...] = ("application/pdf", "image/jpeg", "image/png")


def safe_name(name: str) -> str:
    """A name that can be shown, put in a header and given to a person to save under.

    No folders, no unseen characters, none that a file system treats specially, at most 100
    characters with the ending kept. “fayl” (file) where nothing remains.
    """
    last = name[-_LONGEST_LOOKED_AT:].replace("\\", "/").rpartition("/")[2]
    seen = "".join(c for c in last if unicodedata.category(c)[0] not in "CZ" or c == " ")
    plain = unicodedata.normalize("NFC", seen.translate(_SPECIAL)).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    if not stem or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = plain, "", ""
    kept = stem[: _LONGEST_NAME - len(dot) - len(ending)].rstrip(". ")
    return f"{kept}{dot}{ending}" if kept else "fayl"


# One white pixel.
EXAMPLE_PHOTO = Upload(
    "sayğac.png",
    b"\x89PNG\r\n\x1a\n"
    b"\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00\x3a\x7e\x9b\x55"
    b"\x00\x00\x00\x0aIDAT\x78\xda\x63\xf8\x0f\x00\x01\x01\x01\x00\x1c\xb0\x8c\x99"
    b"\x00\x00\x00\x00IEND\xae\x42\x60\x82",
)

# One empty page.
EXAMPLE_DOCUMENT = Upload(
    "sənəd.pdf",
    b"%PDF-1.4\n"
    b"1 0 obj<</Type/Catalog/Pages 2 0 R>> endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 99 99]>> endobj\n"
    b"xref\n"
    b"0 4\n"
    b"0000000000 65535 f \n"
    b"0000000009 00000 n \n"
    b"0000000053 00000 n \n"
    b"0000000103 00000 n \n"
    b"trailer<</Size 4/Root 1 0 R>>\n"
    b"startxref\n179\n"
    b"%%EOF\n",
)
