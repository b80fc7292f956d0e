"""The document store (sənəd anbarı): files that applicants upload.

Source: manual 001, figure 8 (the photo of the meter).
"""

from __future__ import annotations

from typing import Protocol

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.document import Document, Upload

__all__ = ["DOCUMENTS", "Documents"]


class Documents(Protocol):
    """Where uploaded files are kept."""

    def keep(self, upload: Upload, media_type: str) -> Document:
        """Keep a file that passed the form's policy; gives what to remember it by.

        ``media_type`` is what the content's first bytes say, not that the file is sound: the
        adapter decodes an image, measures its pixels and writes it anew, so that size and digest
        may differ from the upload's. The name is never trusted; see `safe_name`. The same upload
        may come again, also from another person. Raises `PortRefused` when the file is not
        accepted, for example by a scanner.
        """

    def open(self, document: Document) -> Upload | None:
        """The file, exactly as it is kept, under the document's name; None when it is not there."""


@hookspec
def eservices_documents() -> Documents | None:
    """Give the document store.

    :return: the object, or None when this plugin keeps no documents.
    """


DOCUMENTS = Port(Documents, eservices_documents)
