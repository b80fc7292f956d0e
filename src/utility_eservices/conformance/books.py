"""The utilities' books: what scenarios set up in outside systems, and look up there afterwards.

Debts, the subscriber base, readings and payment orders belong to systems behind ports, and no
port lets a stranger look at what was done. `CityBooks` opens the simulator's. Whoever puts a
billing system or a subscriber base of their own in its place writes another with these methods,
and overrides the fixture ``books``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import attrs

from utility_eservices.casework.paying import PaymentOrder
from utility_eservices.ports.subscribers import Subscriber
from utility_eservices.simulator.city import City
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["Books", "CityBooks"]


class Books(Protocol):
    """What the driver of a scenario needs of the utilities' own systems; codes are of any."""

    def set_rule(self, rule: str, on: bool) -> None:
        """Let a rule that the manuals leave open hold, or not."""

    def set_debt(self, code: SubscriberCode, amount: Money) -> None:
        """Let a code owe so much; negative for a credit balance."""

    def debt(self, code: SubscriberCode) -> Money:
        """What a code owes."""

    def credited(self, code: SubscriberCode) -> Money:
        """What portals wrote to a code, in all."""

    def amount(self, code: SubscriberCode, invoice: str) -> Money:
        """What an invoice of a code is worth."""

    def corrections(self) -> int:
        """How often a debt was corrected."""

    def subscriber(self, code: SubscriberCode) -> Subscriber | None:
        """What the base says of a code."""

    def changes(self, code: SubscriberCode) -> int:
        """How often the base was changed for a code."""

    def close(self, code: SubscriberCode) -> None:
        """Let the base forget a code that somebody may still have in their profile."""

    def last_reading(self, code: SubscriberCode) -> MeterReading | None:
        """The last reading of a code's meter that was taken."""

    def orders(self, journey: str) -> Sequence[PaymentOrder]:
        """The payment orders of a journey, in the order they were opened."""


@attrs.frozen
class CityBooks:
    """Those of the simulated city."""

    city: City

    def set_rule(self, rule: str, on: bool) -> None:
        """See `Books.set_rule`."""
        self.city.reference.set_rule(rule, on)

    def set_debt(self, code: SubscriberCode, amount: Money) -> None:
        """See `Books.set_debt`."""
        self.city.billing.set_debt(code, amount)

    def debt(self, code: SubscriberCode) -> Money:
        """See `Books.debt`."""
        return self.city.billing.debt(code)

    def credited(self, code: SubscriberCode) -> Money:
        """See `Books.credited`."""
        credits_ = (item.amount for item in self.city.billing.credits if item.code == code)
        return sum(credits_, NO_MONEY)

    def amount(self, code: SubscriberCode, invoice: str) -> Money:
        """See `Books.amount`; `LookupError` for an invoice of nobody."""
        return {item.number: item for item in self.city.billing.invoices(code)}[invoice].amount

    def corrections(self) -> int:
        """See `Books.corrections`."""
        return len(self.city.billing.corrections)

    def subscriber(self, code: SubscriberCode) -> Subscriber | None:
        """See `Books.subscriber`."""
        return self.city.subscribers.find(code)

    def changes(self, code: SubscriberCode) -> int:
        """See `Books.changes`."""
        return sum(item.code == code for item in self.city.subscribers.changes)

    def close(self, code: SubscriberCode) -> None:
        """See `Books.close`."""
        self.city.subscribers.close(code)

    def last_reading(self, code: SubscriberCode) -> MeterReading | None:
        """See `Books.last_reading`."""
        return self.city.readings.last(code)

    def orders(self, journey: str) -> Sequence[PaymentOrder]:
        """See `Books.orders`."""
        return self.city.payment_store.of_journey(journey)
