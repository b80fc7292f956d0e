"""Notification (bildirişin göndərilməsi): a notice on its way by e-mail or SMS.

Source: manual 001, figures 11 and 18 ("elektron poçt və sms vasitəsilə").
"""

from __future__ import annotations

from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec

__all__ = ["NOTIFICATION", "Letter", "Notification"]


@attrs.frozen
class Letter:
    """What is sent: ``address`` is an e-mail address or an E.164 number; SMS has no subject.

    Subject and text are plain text and may hold what a person typed, line breaks too: an adapter
    makes the subject one line before it writes a header of it.
    """

    address: str = attrs.field(repr=False)
    subject: str
    text: str = attrs.field(repr=False)


class Notification(Protocol):
    """One medium: e-mail or SMS."""

    def send(self, letter: Letter, key: str) -> None:
        """Hand the letter over for delivery.

        ``key`` makes a repeated call harmless: the same key is delivered once, the first letter
        if they differ. A key is of one letter by one medium; it holds the case's number and no
        personal data, and is to be remembered as long as its case is kept. Raises `PortRefused`
        when the address is not accepted; the letter is not tried again then.
        """


@hookspec
def eservices_notification(medium: str) -> Notification | None:
    """Give the way by one medium.

    :param medium: ``email`` or ``sms``.
    :return: the object, or None when this plugin does not serve the medium.
    """


NOTIFICATION = Port(Notification, eservices_notification)
