"""The portal's inbox (bildirişlər qutusu): notices a person reads inside the portal.

Source: manual 001, figure 18; manual 003, "Bildiriş".
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.fin import Fin

__all__ = ["INBOX", "Inbox", "InboxItem"]


@attrs.frozen
class InboxItem:
    """One notice in the inbox; ``at`` is a UTC instant, ``case_number`` what it is about."""

    at: datetime
    case_number: str
    subject: str
    text: str = attrs.field(repr=False)


class Inbox(Protocol):
    """The inboxes of all persons."""

    def put(self, fin: Fin, item: InboxItem, key: str) -> None:
        """Put a notice into a person's inbox; the same key twice puts it once."""

    def of(self, fin: Fin, limit: int = 50) -> tuple[InboxItem, ...]:
        """The newest notices of a person, newest first, at most ``limit``."""


@hookspec
def eservices_inbox() -> Inbox | None:
    """Give the portal's inbox.

    :return: the object, or None when this plugin has no inbox.
    """


INBOX = Port(Inbox, eservices_inbox)
