"""What every document store does before it keeps a file, and before it hands one out.

Keeping: the size is looked at, then what the content's first bytes say, then a scanner for
malware sees the file if there is one, then an image is drawn anew (see `pictures`) and a PDF is
searched for what it could do (see `pdf`). Neither the name nor the media type that came along is
believed. A file that a scanner could not see is not kept.

Handing out: the bytes must be those that were kept, by their SHA-256. Others are not handed out,
as though the file were gone, which what was kept is; the log says so, with the document's id.

Limits are settings: ``ESERVICES_DOCUMENTS_LONGEST``, ``_PIXELS`` and ``_MEDIA_TYPES``, or the
table ``[documents]``.

>>> from utility_eservices.vocabulary.document import EXAMPLE_PHOTO
>>> document, content = Reception().take(Upload("../sayğac.png", EXAMPLE_PHOTO.content))
>>> document.name, document.media_type, document.size == len(content)
('sayğac.png', 'image/png', True)
>>> Reception(Limits(longest=20)).take(EXAMPLE_PHOTO)
Traceback (most recent call last):
    ...
utility_eservices.errors.PortRefused: port_refused: Sorğu qəbul edilmədi.
"""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
from typing import Protocol

import attrs

from utility_eservices.vocabulary.document import Document, Upload, safe_name
from utility_eservices.vocabulary.images import media_type
from utility_eservices_adapters.documents.apart import MEDIA_TYPES, advice, sound
from utility_eservices_adapters.documents.refusing import refuse
from utility_eservices_adapters.settings import SettingsRefused

__all__ = ["Limits", "Reception", "Scanner", "as_kept", "is_ours"]

_log = logging.getLogger(__name__)

_SETTING = "ESERVICES_DOCUMENTS_"
_OURS = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Scanner(Protocol):
    """What looks for malware."""

    def scan(self, content: bytes) -> None:
        """Pass a clean file.

        Raises `PortRefused` for malware, `PortUnavailable` where nobody could look.
        """

    def check(self) -> str | None:
        """Advice where it cannot be reached."""


@attrs.frozen
class Limits:
    """Which files are kept, whatever a service's form would take."""

    longest: int = attrs.field(default=10 * 1024 * 1024)
    """The most bytes of an upload."""

    pixels: int = attrs.field(default=50_000_000)
    """The most of an image, in points; decoded, each takes up to four bytes of memory."""

    media_types: tuple[str, ...] = attrs.field(default=MEDIA_TYPES)

    @longest.validator
    @pixels.validator
    def _is_positive(self, attribute: attrs.Attribute[int], value: int) -> None:
        if value < 1:
            raise SettingsRefused(f"Make {_SETTING}{attribute.name.upper()} at least 1.")

    @media_types.validator
    def _are_known(self, _: object, value: tuple[str, ...]) -> None:
        if not set(value) <= set(MEDIA_TYPES):
            raise SettingsRefused(f"Take {_SETTING}MEDIA_TYPES from {', '.join(MEDIA_TYPES)}.")


@attrs.frozen
class Reception:
    """What lets files in: the limits, and a scanner or None."""

    limits: Limits = attrs.field(factory=Limits)
    scanner: Scanner | None = None

    def take(self, upload: Upload) -> tuple[Document, bytes]:
        """What to remember a file by, and what to keep of it.

        Raises `PortRefused`, or `PortUnavailable` where nobody could look into it.
        """
        if len(upload.content) > self.limits.longest:
            refuse("too large")
        kind = media_type(upload.content)
        if kind not in self.limits.media_types:
            refuse("of a kind that is not taken")
        if self.scanner is not None:
            self.scanner.scan(upload.content)
        content = sound(upload.content, kind, self.limits.pixels)
        digest = hashlib.sha256(content).hexdigest()
        name = safe_name(upload.name)
        return Document(secrets.token_hex(16), name, kind, len(content), digest), content

    def check(self) -> str | None:
        """Advice where files could not be looked into."""
        return (self.scanner.check() if self.scanner else None) or advice()


def is_ours(document: Document) -> bool:
    """Whether a document is of the form that `Reception.take` gives."""
    return bool(_OURS.fullmatch(document.id) and _DIGEST.fullmatch(document.sha256))


def as_kept(document: Document, content: bytes) -> Upload | None:
    """The file, or None where the bytes are not those that were kept."""
    if hashlib.sha256(content).hexdigest() != document.sha256:
        _log.error("The document %s was altered where it is kept; not handed out", document.id)
        return None
    return Upload(document.name, content)
