"""The shelf: documents as files in a folder, each under the digest of its content.

For a trial alone: an image is kept as it came, not decoded and written anew.

>>> from tempfile import TemporaryDirectory
>>> temporary = TemporaryDirectory()
>>> shelf = Shelf(Path(temporary.name))
>>> kept = shelf.keep(Upload("../sayğac.png", b"..."), "image/png")
>>> kept.name, kept.size
('sayğac.png', 3)
>>> shelf.open(kept) == Upload("sayğac.png", b"...")
True
>>> shelf.open(attrs.evolve(kept, id="../letters")) is None
True
>>> temporary.cleanup()
>>> shelf.open(kept) is None
True
>>> shelf.keep(Upload("sayğac.png", b"..."), "image/png")
Traceback (most recent call last):
    ...
utility_eservices.errors.PortUnavailable: port_unavailable: Xidmət hazırda əlçatan deyil. Bir \
qədər sonra yenidən cəhd edin.
>>> shelf.check()
'Documents cannot be written: is their folder there, and writable?'
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

import attrs

from utility_eservices.errors import PortUnavailable
from utility_eservices.vocabulary.document import Document, Upload, safe_name

__all__ = ["ENDING", "Shelf"]

# The ending of a document's file.
ENDING = ".document"
_ID = re.compile("[0-9a-f]{64}")


@attrs.frozen
class Shelf:
    """All documents; see `utility_eservices.ports.documents.Documents`."""

    folder: Path

    def keep(self, upload: Upload, media_type: str) -> Document:
        """See `Documents.keep`; the same content is kept once."""
        digest = hashlib.sha256(upload.content).hexdigest()
        try:
            self._put(digest, upload.content)
        except OSError as error:
            raise PortUnavailable from error
        return Document(digest, safe_name(upload.name), media_type, len(upload.content), digest)

    def open(self, document: Document) -> Upload | None:
        """See `Documents.open`."""
        if not _ID.fullmatch(document.id):
            return None
        try:
            return Upload(document.name, self._path(document.id).read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise PortUnavailable from error

    def check(self) -> str | None:
        """Advice when nothing can be written."""
        try:
            with NamedTemporaryFile(dir=self.folder):
                return None
        except OSError:
            return "Documents cannot be written: is their folder there, and writable?"

    def _path(self, digest: str) -> Path:
        return self.folder / f"{digest}{ENDING}"

    def _put(self, digest: str, content: bytes) -> None:
        # A file appears whole or not at all.
        with NamedTemporaryFile(dir=self.folder) as draft:
            draft.write(content)
            draft.flush()
            os.fsync(draft.fileno())
            with suppress(FileExistsError):
                os.link(draft.name, self._path(digest))
