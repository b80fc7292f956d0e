"""The payment store (ödənişlər reyestri): payment orders as they stand.

An order is kept whole: its attempts, whether billing was told, when to go back to it. All hosts
share one store, and by its order of writes they agree on what was first.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from typing import Protocol

from utility_eservices.casework.paying import PaymentOrder
from utility_eservices.ports.port import Port, hookspec

__all__ = ["PAYMENT_STORE", "PaymentStore"]


class PaymentStore(Protocol):
    """Where payment orders live."""

    def open(self, order: PaymentOrder) -> PaymentOrder:
        """Keep a new order; gives the one that is now kept for its intent.

        When the intent has an order already, nothing is kept and that one comes back, so that a
        button pressed twice makes one. Raises `PortRefused` when the number is another's.
        """

    def save(self, order: PaymentOrder) -> None:
        """Keep the next version of an order.

        Raises `StalePayment` unless the kept version is exactly one less.
        """

    def get(self, number: str) -> PaymentOrder | None:
        """The order with this number, None when there is none."""

    def of_journey(self, journey: str) -> tuple[PaymentOrder, ...]:
        """The orders of a journey, in the order they were opened.

        Whatever was opened before the call began is among them, on whichever host.
        """

    def of_attempt(self, key: str) -> PaymentOrder | None:
        """The order that an attempt with this key belongs to, None when there is none."""

    def due(self, now: datetime, limit: int = 100) -> tuple[PaymentOrder, ...]:
        """The orders due by now, longest due first."""

    def troubled(
        self, troubles: Set[str], limit: int = 100, after: str | None = None
    ) -> tuple[PaymentOrder, ...]:
        """The orders whose `PaymentOrder.trouble` is one of these, in the order they were opened.

        ``after`` is the number of an order, whatever its trouble is now: those opened later come.
        """


@hookspec
def eservices_payment_store() -> PaymentStore | None:
    """Give the payment store; called once, when a desk opens.

    :return: the object, or None when this plugin keeps no payments.
    """


PAYMENT_STORE = Port(PaymentStore, eservices_payment_store)
