"""Documents as files in a folder (sənəd qovluğu).

As a plugin it is called ``documents-disk`` and reads ``ESERVICES_DOCUMENTS_DISK_FOLDER``; a
program hands it over with its path, ``Desk([..., DiskPlugin("documents")])``. A folder that is
missing then is made, for its owner alone; one that disappears later is not, and neither does
an empty one pass for the store: documents would be missed, and new ones lost, while their disk
is not mounted. So put the folder into a mounted file system, not at its root.

A file appears whole or not at all, readable by its owner alone. It is called after nothing that
came from outside: an id drawn by chance, a dash, the SHA-256 of its content. What is kept is
checked before (see `checks`), and whenever it is handed out.

>>> from tempfile import TemporaryDirectory
>>> from utility_eservices.vocabulary.document import EXAMPLE_PHOTO
>>> temporary = TemporaryDirectory()
>>> store = DiskPlugin(f"{temporary.name}/documents").eservices_documents()
>>> document = store.keep(EXAMPLE_PHOTO, "image/png")
>>> store.open(document).name
'sayğac.png'
>>> [path.name == f"{document.id}-{document.sha256}" for path in store.config.folder.iterdir()]
[True]
>>> temporary.cleanup()
>>> store.open(document)
Traceback (most recent call last):
    ...
utility_eservices.errors.PortUnavailable: port_unavailable: Xidmət hazırda əlçatan deyil. Bir \
qədər sonra yenidən cəhd edin.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

import attrs

from utility_eservices.errors import PortUnavailable
from utility_eservices.ports.documents import Documents
from utility_eservices.ports.port import hookimpl
from utility_eservices.vocabulary.document import Document, Upload
from utility_eservices_adapters.documents.checks import Limits, Reception, as_kept, is_ours
from utility_eservices_adapters.documents.clamav import from_settings as scanner_from_settings
from utility_eservices_adapters.files import put, trial
from utility_eservices_adapters.settings import from_environment, provided

__all__ = ["DiskConfig", "DiskDocuments", "DiskPlugin", "eservices_documents"]

# `check` speaks up when there is no room for as many of the largest uploads.
_ROOM = 20


def _absolute(folder: str | os.PathLike[str]) -> Path:
    return Path(folder).absolute()


@attrs.frozen
class DiskConfig:
    """What the store needs to know."""

    folder: Path = attrs.field(converter=_absolute)
    """Absolute, since the process may change its working directory later."""


@attrs.frozen
class DiskDocuments:
    """The store; see `utility_eservices.ports.documents.Documents`."""

    config: DiskConfig
    reception: Reception = attrs.field(factory=Reception)

    def keep(self, upload: Upload, media_type: str) -> Document:
        """See `Documents.keep`; ``media_type`` is not believed, the content is looked at again.

        Raises `PortRefused` when the file is not to be kept, `PortUnavailable` when the folder
        cannot take it, for example because the disk is full, or nobody could look into it.
        """
        document, content = self.reception.take(upload)
        try:
            put(self.config.folder, _file(document), content)
        except OSError as error:
            raise PortUnavailable from error
        return document

    def open(self, document: Document) -> Upload | None:
        """See `Documents.open`; None also for a file that was altered, which the log tells."""
        if not is_ours(document):
            return None
        path = self.config.folder / _file(document)
        try:
            with path.open("rb") as file:
                content = file.read(document.size + 1)  # one that grew is not read to its end
        except FileNotFoundError as error:
            if self._is_empty():
                raise PortUnavailable from error
            return None
        except OSError as error:
            raise PortUnavailable from error
        return as_kept(document, content)

    def check(self) -> str | None:
        """Advice when the folder takes no files or not many more, or files cannot be checked."""
        return trial(self.config.folder) or self._lack_of_room() or self.reception.check()

    def _is_empty(self) -> bool:
        """Whether the folder is not there, or holds no documents."""
        try:
            with os.scandir(self.config.folder) as entries:
                return all(entry.name.startswith(".") for entry in entries)
        except OSError:
            return True

    def _lack_of_room(self) -> str | None:
        longest = self.reception.limits.longest
        if shutil.disk_usage(self.config.folder).free >= _ROOM * longest:
            return None
        return f"Make room for {self.config.folder}: the disk takes fewer than {_ROOM} large files."


def _file(document: Document) -> str:
    return f"{document.id}-{document.sha256}"


class DiskPlugin:
    """The plugin for programs, which say themselves where the folder is."""

    def __init__(self, folder: str | os.PathLike[str], reception: Reception | None = None) -> None:
        self.config = DiskConfig(folder)
        self._reception = reception or Reception()

    @hookimpl
    def eservices_documents(self) -> DiskDocuments:
        """Serve the document store."""
        return _serving(self.config, self._reception)


@hookimpl
def eservices_documents() -> Documents:
    """Serve the document store, as the settings say."""
    return provided(_from_settings)


def _from_settings() -> DiskDocuments:
    config = from_environment(DiskConfig, "documents-disk")
    limits = from_environment(Limits, "documents")
    return _serving(config, Reception(limits, scanner_from_settings()))


def _serving(config: DiskConfig, reception: Reception) -> DiskDocuments:
    with suppress(OSError):  # `check` says so, and `keep` fails
        config.folder.mkdir(mode=0o700)
    return DiskDocuments(config, reception)
