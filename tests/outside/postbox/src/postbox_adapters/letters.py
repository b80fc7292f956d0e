"""The postbox: letters as rows of a SQLite file, which a sender elsewhere empties.

>>> from tempfile import TemporaryDirectory
>>> temporary = TemporaryDirectory()
>>> sms = Postbox(Path(temporary.name), "sms")
>>> for _ in range(2):
...     sms.send(Letter("+994502001020", "", "Müraciətiniz qeydiyyata alındı."), "key-1")
>>> [letter.text for letter in sms.letters()]
['Müraciətiniz qeydiyyata alındı.']
>>> sms.send(Letter("aysel@example.com", "", "Müraciətiniz qeydiyyata alındı."), "key-2")
Traceback (most recent call last):
    ...
utility_eservices.errors.PortRefused: port_refused: Sorğu qəbul edilmədi.
>>> temporary.cleanup()
>>> sms.check()
'The postbox cannot be opened: is its folder there, and writable?'
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import attrs

from utility_eservices.errors import InvalidValue, PortRefused, PortUnavailable
from utility_eservices.ports.notification import Letter
from utility_eservices.vocabulary.contact import Email, Phone

__all__ = ["FILE", "MEDIA", "Postbox"]

# The file's name in the folder.
FILE = "letters.sqlite"
# How each medium's addresses are read.
MEDIA: Mapping[str, Callable[[str], object]] = {"email": Email.parse, "sms": Phone.parse}

_TABLE = """
create table if not exists letter (
    medium text, key text, address text, subject text, text text, unique (medium, key)
)
"""
_PUT = "insert into letter values (?, ?, ?, ?, ?) on conflict do nothing"
_READ = "select address, subject, text from letter where medium = ? order by rowid"


@attrs.frozen
class Postbox:
    """One medium; see `utility_eservices.ports.notification.Notification`."""

    folder: Path
    medium: str

    def send(self, letter: Letter, key: str) -> None:
        """See `Notification.send`; a full or locked file is `PortUnavailable`."""
        try:
            MEDIA[self.medium](letter.address)
        except InvalidValue:
            raise PortRefused from None
        try:
            with self._opened() as file:
                file.execute(_PUT, (self.medium, key, *attrs.astuple(letter)))
        except UnicodeEncodeError:  # half a character, which nothing can write down
            raise PortRefused from None
        except sqlite3.Error as error:
            raise PortUnavailable from error

    def letters(self) -> list[Letter]:
        """The letters by this medium, oldest first."""
        with self._opened() as file:
            return [Letter(*row) for row in file.execute(_READ, (self.medium,))]

    def check(self) -> str | None:
        """Advice when the file cannot be opened."""
        try:
            with self._opened():
                return None
        except sqlite3.Error:
            return "The postbox cannot be opened: is its folder there, and writable?"

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        # One for each use, since a connection belongs to one thread.
        with closing(sqlite3.connect(self.folder / FILE)) as file, file:
            file.execute(_TABLE)
            yield file
