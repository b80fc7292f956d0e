"""Billing (hesablaşma): the invoices of a subscriber code, and the correction of a debt.

Source: manual 001, figure 5 and the text before figure 12.
"""

from __future__ import annotations

from typing import Protocol

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import Money
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


@hookspec
def eservices_billing(utility: str) -> Billing | None:
    """Give the billing system of one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


BILLING = Port(Billing, eservices_billing)
