"""Notices as files in a folder (bildirişlər qovluğu): e-mail as ``.eml``, SMS as ``.txt``.

For a demonstration, a test system, or a relay that picks the files up. As a plugin it is
called ``folder`` and reads the environment variable ``ESERVICES_FOLDER``; a program hands it
over with its path, ``Desk([..., FolderPlugin("letters")])``. A folder that is missing then is
made, for its owner alone. One that disappears later is not: letters would be lost beneath a
disk that comes back.

A letter appears whole or not at all, readable by its owner alone, under a name made of its
key: the same key never makes a second file, whichever thread, process or machine brings it. So
leave the files where they are for as long as their effects may be tried again. A process that
is killed while it writes can leave a hidden file behind, which is no letter.

An e-mail opens in any mail program. It has no ``Date``: the mail server that takes it over
adds one (RFC 6409, 8.1), and until then the file's own time tells when it was written. In an
SMS the first line is the number, the second is empty, the rest is the text.

>>> from tempfile import TemporaryDirectory
>>> temporary = TemporaryDirectory()
>>> plugin = FolderPlugin(f"{temporary.name}/letters")
>>> sms = plugin.eservices_notification("sms")
>>> sms.check() is None
True
>>> for _ in range(2):
...     sms.send(Letter("+994501234567", "", "Müraciətiniz qeydiyyata alındı."), "AS-1/0/sms")
>>> (path,) = plugin.config.folder.iterdir()
>>> print(path.read_text("utf-8"))
+994501234567
<BLANKLINE>
Müraciətiniz qeydiyyata alındı.
<BLANKLINE>
>>> temporary.cleanup()
>>> sms.send(Letter("+994501234567", "", "Müraciətiniz icraya yönləndirildi."), "AS-1/1/sms")
Traceback (most recent call last):
    ...
utility_eservices.errors.PortUnavailable: port_unavailable: Xidmət hazırda əlçatan deyil. Bir \
qədər sonra yenidən cəhd edin.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from email.headerregistry import Address
from pathlib import Path

import attrs

from utility_eservices.errors import InvalidValue, PortRefused, PortUnavailable
from utility_eservices.ports.notification import Letter
from utility_eservices.ports.port import hookimpl
from utility_eservices.vocabulary.contact import Phone
from utility_eservices_adapters.files import put, trial
from utility_eservices_adapters.notification.mail import composed

__all__ = ["FOLDER", "FolderConfig", "FolderNotification", "FolderPlugin", "eservices_notification"]

# The environment variable with the folder's path.
FOLDER = "ESERVICES_FOLDER"
# "E-services", at a domain that can never exist: nobody is to answer.
_SENDER = Address("E-xidmətlər", "noreply", "eservices.invalid")


def _absolute(folder: str | os.PathLike[str] | None) -> Path | None:
    # The process may change its working directory later.
    return None if folder is None else Path(folder).absolute()


@attrs.frozen
class FolderConfig:
    """What the plugin needs to know: ``folder``, a path, or None when nobody has named one."""

    folder: Path | None = attrs.field(converter=_absolute)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> FolderConfig:
        """Read ``ESERVICES_FOLDER``; empty counts as not set."""
        return cls(environment.get(FOLDER) or None)


@attrs.frozen
class FolderNotification:
    """One medium; see `utility_eservices.ports.notification.Notification`.

    ``ending`` is the ending of its files' names; ``written`` makes a letter the content of a
    file, and raises `InvalidValue` or `ValueError` where it cannot.
    """

    config: FolderConfig
    ending: str
    written: Callable[[Letter, str], bytes] = attrs.field(repr=False)

    def send(self, letter: Letter, key: str) -> None:
        """Write the letter, unless one with this key is there.

        Raises `PortRefused` when the address is not one of this medium, or the text cannot be
        written down; `PortUnavailable` when the folder cannot take the file.
        """
        name = hashlib.sha256(key.encode()).hexdigest()
        try:
            content = self.written(letter, name)
        except (InvalidValue, ValueError):
            raise PortRefused from None  # what was raised may quote the letter
        if self.config.folder is None:
            raise PortUnavailable
        try:
            put(self.config.folder, name + self.ending, content)
        except OSError as error:
            raise PortUnavailable from error

    def check(self) -> str | None:
        """Advice when the folder is not named, not there or cannot be written to."""
        folder = self.config.folder
        if folder is None:
            return f"Set {FOLDER} to the path of a folder for the letters."
        return trial(folder)


class FolderPlugin:
    """The plugin for programs, which say themselves where the folder is."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.config = FolderConfig(folder)

    @hookimpl
    def eservices_notification(self, medium: str) -> FolderNotification | None:
        """Serve e-mail and SMS."""
        return _serving(self.config, medium)


@hookimpl
def eservices_notification(medium: str) -> FolderNotification | None:
    """Serve e-mail and SMS, into the folder that the environment names."""
    return _serving(FolderConfig.from_environment(), medium)


def _serving(config: FolderConfig, medium: str) -> FolderNotification | None:
    if medium not in _MEDIA:
        return None
    if config.folder is not None:
        with suppress(OSError):  # `check` says so, and `send` fails
            config.folder.mkdir(mode=0o700)
    return FolderNotification(config, *_MEDIA[medium])


def _email(letter: Letter, name: str) -> bytes:
    return composed(letter, _SENDER, name, "8bit").as_bytes()


def _sms(letter: Letter, _name: str) -> bytes:
    return f"{Phone(letter.address).value}\n\n{letter.text}\n".encode()


_MEDIA: Mapping[str, tuple[str, Callable[[Letter, str], bytes]]] = {
    "email": (".eml", _email),
    "sms": (".txt", _sms),
}
