"""What people of the city receive and hand in: outboxes, the portal's inbox, documents."""

from __future__ import annotations

import hashlib
import threading

from utility_eservices.errors import PortRefused
from utility_eservices.ports.inbox import InboxItem
from utility_eservices.ports.notification import Letter
from utility_eservices.vocabulary.document import Document, Upload, safe_name
from utility_eservices.vocabulary.fin import Fin

__all__ = ["CityDocuments", "CityInbox", "Outbox"]


class Outbox:
    """What was sent by one medium.

    >>> outbox = Outbox()
    >>> outbox.send(Letter("aysel@example.com", "Salam", "..."), "key-1")
    >>> outbox.send(Letter("aysel@example.com", "Salam", "..."), "key-1")
    >>> [letter.subject for letter in outbox.to("aysel@example.com")]
    ['Salam']
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._letters: dict[str, Letter] = {}

    def send(self, letter: Letter, key: str) -> None:
        """See `Notification.send`; what looks like neither address nor number is refused."""
        if "@" not in letter.address and not letter.address.startswith("+"):
            raise PortRefused
        with self._lock:
            self._letters.setdefault(key, letter)

    @property
    def letters(self) -> list[Letter]:
        """All letters so far, in the order they were sent."""
        with self._lock:
            return list(self._letters.values())

    def to(self, address: str) -> list[Letter]:
        """The letters to one address: an e-mail address, or a number in the form E.164."""
        return [letter for letter in self.letters if letter.address == address]


class CityInbox:
    """The inboxes inside the portals."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._items: dict[Fin, dict[str, InboxItem]] = {}

    def put(self, fin: Fin, item: InboxItem, key: str) -> None:
        """See `Inbox.put`."""
        with self._lock:
            self._items.setdefault(fin, {}).setdefault(key, item)

    def of(self, fin: Fin, limit: int = 50) -> tuple[InboxItem, ...]:
        """See `Inbox.of`."""
        with self._lock:
            latest_first = list(self._items.get(fin, {}).values())[::-1]
        return tuple(sorted(latest_first, key=lambda item: item.at, reverse=True)[:limit])


class CityDocuments:
    """The uploaded files, kept as they came."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, Upload] = {}

    def keep(self, upload: Upload, media_type: str) -> Document:
        """See `Documents.keep`."""
        kept = Upload(safe_name(upload.name), upload.content)
        digest = hashlib.sha256(kept.content).hexdigest()
        with self._lock:
            number = f"document-{len(self._kept) + 1:06}"
            self._kept[number] = kept
        return Document(number, kept.name, media_type, len(kept.content), digest)

    def open(self, document: Document) -> Upload | None:
        """See `Documents.open`."""
        with self._lock:
            return self._kept.get(document.id)
