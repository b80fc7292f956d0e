"""Billing (hesablaşma): what a subscriber code was asked for, has paid and still owes.

Source: manual 001, figure 5 and the text before figure 12; manual 003, the lists and the form of
“Ödənişlər”.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["BILLING", "Billing"]


class Billing(Protocol):
    """The billing system of one utility."""

    def presented_invoices(self, code: SubscriberCode) -> tuple[Invoice, ...]:
        """The invoices that were presented to the subscriber, in any order; empty when none."""

    def correct(self, code: SubscriberCode, invoice: str, amount: Money, key: str) -> None:
        """Correct the debt so that the invoice with this number is worth ``amount``.

        ``key`` makes a repeated call harmless: a second call with the same key changes
        nothing and succeeds. Raises `PortRefused` when billing will not correct it.
        """

    def debt(self, code: SubscriberCode) -> Money:
        """What is owed now: zero when nothing is, negative for a credit balance (AMB-76).

        Asked again after each payment, since a payment on its way counts only once it is there.
        """

    def payments(self, code: SubscriberCode) -> tuple[Payment, ...]:
        """The payments for the code at all payment points, in any order (ESU-139)."""

    def credit(self, code: SubscriberCode, amount: Money, day: date, key: str) -> None:
        """Write to the code what was paid for it through a portal; ``day`` is the day in Baku.

        ``key`` makes a repeated call harmless: a second call with the same key changes
        nothing and succeeds. Raises `PortRefused` when billing will not take the payment.
        """


@hookspec
def eservices_billing(utility: str) -> Billing | None:
    """Give the billing system of one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


BILLING = Port(Billing, eservices_billing)
