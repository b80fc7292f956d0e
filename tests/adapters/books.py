"""The books of the registry's tables, for scenarios; and the tables filled as a city is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from sqlalchemy import delete, func, select
from sqlalchemy.dialects import postgresql

from utility_eservices.casework.paying import PaymentOrder
from utility_eservices.ports.subscribers import Subscriber
from utility_eservices.simulator.residents import ACCOUNTS, RESIDENTS
from utility_eservices.simulator.utility import UTILITIES
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry import tables
from utility_eservices_adapters.registry.billing import RegistryBilling
from utility_eservices_adapters.registry.readings import RegistryReadings
from utility_eservices_adapters.registry.sample import settle
from utility_eservices_adapters.registry.subscribers import RegistrySubscribers
from utility_eservices_adapters.sql import schema
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.payments import SqlPaymentStore
from utility_eservices_adapters.sql.reference import replace
from utility_eservices_adapters.sql.reference_file import read, sample
from utility_eservices_adapters.sql.registered_codes import SqlRegisteredCodes

__all__ = ["RegistryBooks", "filled"]

_UTILITIES = {account.subscriber.code: account.utility for account in ACCOUNTS}


@attrs.frozen
class RegistryBooks:
    """See `utility_eservices.conformance.books.Books`."""

    database: Database

    def _value(self, statement: Any) -> Any:
        return self.database.run(lambda it: it.connection.execute(statement).scalar())

    def _do(self, statement: Any) -> None:
        self.database.run(lambda it: it.connection.execute(statement))

    def set_rule(self, rule: str, on: bool) -> None:
        """See `Books.set_rule`."""
        holds = postgresql.insert(schema.reference_rules)
        rows = [{"utility": utility, "rule": rule, "applies": on} for utility in UTILITIES]
        self._do(
            holds.values(rows).on_conflict_do_update(
                index_elements=["utility", "rule"], set_={"applies": on}
            )
        )

    def set_debt(self, code: SubscriberCode, amount: Money) -> None:
        """See `Books.set_debt`."""
        owing = postgresql.insert(tables.debts)
        of = {"utility": _UTILITIES[code], "code": code.value, "amount": amount}
        self._do(
            owing.values(of).on_conflict_do_update(
                index_elements=["utility", "code"], set_={"amount": amount}
            )
        )

    def debt(self, code: SubscriberCode) -> Money:
        """See `Books.debt`."""
        return RegistryBilling(self.database, _UTILITIES[code]).debt(code)

    def credited(self, code: SubscriberCode) -> Money:
        """See `Books.credited`."""
        table = tables.credits_
        query = select(table.c.amount).where(table.c.code == code.value)
        rows = self.database.run(lambda it: it.connection.execute(query).scalars().all())
        return sum(rows, NO_MONEY)

    def amount(self, code: SubscriberCode, invoice: str) -> Money:
        """See `Books.amount`."""
        table = tables.invoices
        found: Money = self._value(
            select(table.c.amount).where(table.c.code == code.value, table.c.number == invoice)
        )
        return found

    def corrections(self) -> int:
        """See `Books.corrections`."""
        return int(self._value(select(func.count()).select_from(tables.corrections)))

    def subscriber(self, code: SubscriberCode) -> Subscriber | None:
        """See `Books.subscriber`."""
        return RegistrySubscribers(self.database, _UTILITIES[code]).find(code)

    def changes(self, code: SubscriberCode) -> int:
        """See `Books.changes`."""
        table = tables.changes
        return int(self._value(select(func.count()).where(table.c.code == code.value)))

    def close(self, code: SubscriberCode) -> None:
        """See `Books.close`."""
        self._do(delete(tables.subscribers).where(tables.subscribers.c.code == code.value))

    def last_reading(self, code: SubscriberCode) -> MeterReading | None:
        """See `Books.last_reading`."""
        return RegistryReadings(self.database, _UTILITIES[code]).last(code)

    def orders(self, journey: str) -> Sequence[PaymentOrder]:
        """See `Books.orders`."""
        return SqlPaymentStore(self.database).of_journey(journey)


def filled(database: Database) -> None:
    """Let the tables know what the simulator's city knows, by the sample that comes with them."""
    settle(database)
    replace(database, read(sample()))
    for resident in RESIDENTS:
        for code in resident.codes:
            SqlRegisteredCodes(database, _UTILITIES[code]).register(resident.fin, code)
