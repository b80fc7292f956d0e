"""Payments (ödənişlər): the gateway through which a utility takes money by card.

A gateway gives a page to send the person to, says later what became of the attempt, and gives
money back. It may tell by a callback, which counts for nothing until it is proven, by its
signature or by a look-up. The same gateway may serve many utilities; each has its own object.

Source: the card payment that manual 003 names and does not describe (ESU-152).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit

import attrs
from attrs.validators import instance_of

from utility_eservices.casework.paying import Report
from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.money import Money

__all__ = ["PAYMENTS", "Callback", "PaymentPage", "PaymentRequest", "Payments"]


@attrs.frozen
class PaymentRequest:
    """One attempt to be paid.

    ``key`` is unique to the attempt, ``order`` common to those of one wish to pay; both are
    digits, 20 and 18. ``currency`` is an ISO 4217 code; ``card`` the key of a card type of the
    reference list ``card_types``, empty when none was chosen; ``about`` a short Azerbaijani
    purpose, perhaps empty. Nothing here says who pays.
    """

    key: str
    order: str
    amount: Money
    currency: str
    card: str = ""
    about: str = attrs.field(default="", repr=False)


# Longer ones do not pass through every browser and proxy.
_LONGEST_ADDRESS = 2000


@attrs.frozen
class PaymentPage:
    """Where to send the person's browser; whoever has the address may pay.

    An absolute https address of at most 2000 printable characters; any other raises `ValueError`.
    """

    url: str = attrs.field(repr=False, validator=instance_of(str))

    @url.validator
    def _is_safe_to_go_to(self, _: object, url: str) -> None:
        sound = url.isprintable() and " " not in url and len(url) <= _LONGEST_ADDRESS
        parts = urlsplit(url) if sound else None
        if parts is None or parts.scheme != "https" or not parts.hostname:
            raise ValueError("not the address of a page")


@attrs.frozen
class Callback:
    """What came in at the address that the gateway calls, as it came; proves nothing by itself.

    Names of headers are in small letters. The query is also where a gateway puts what the
    person's browser brings back.
    """

    headers: Mapping[str, str] = attrs.field(repr=False)
    query: Mapping[str, str] = attrs.field(repr=False)
    body: bytes = attrs.field(repr=False)


class Payments(Protocol):
    """The gateway of one utility."""

    def start(self, request: PaymentRequest, return_to: str) -> PaymentPage:
        """Have a page made where the attempt can be paid.

        ``return_to`` is where the browser goes afterwards. A second call with the same key makes
        no second payment: it gives the page again. Raises `PortRefused` when the gateway will
        not take the attempt, so that nothing can be paid under its key.
        """

    def look_up(self, key: str) -> Report | None:
        """What became of the attempt with this key; None when the gateway knows of none.

        A report tells what the gateway has: its own order, amount and currency, not the
        request's. One that was given back is still reported as paid.
        """

    def refund(self, key: str, amount: Money, refund_key: str) -> None:
        """Give ``amount`` of a captured attempt back.

        A second call with the same refund key gives nothing more and succeeds. Raises
        `PortRefused` when the gateway will not.
        """

    def read(self, callback: Callback) -> Report:
        """What a callback says, once it is proven; never by what it claims alone.

        The amount is taken from the text of its digits, never through a float. Raises
        `CallbackRefused` when it proves nothing, and when it is no callback at all.
        """


@hookspec
def eservices_payments(utility: str) -> Payments | None:
    """Give the payment gateway of one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


PAYMENTS = Port(Payments, eservices_payments)
