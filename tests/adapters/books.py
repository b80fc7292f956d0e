"""The books of the registry's tables, for scenarios; and the tables filled after a city."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from sqlalchemy import Table, delete, func, insert, select
from sqlalchemy.dialects import postgresql

from utility_eservices.casework.paying import PaymentOrder
from utility_eservices.ports.subscribers import Subscriber
from utility_eservices.simulator.city import City
from utility_eservices.simulator.residents import (
    ACCOUNTS,
    LAST_READINGS,
    METERING_POINTS,
    RESIDENTS,
    Account,
)
from utility_eservices.simulator.utility import UTILITIES
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry import tables
from utility_eservices_adapters.registry.billing import RegistryBilling
from utility_eservices_adapters.registry.readings import RegistryReadings
from utility_eservices_adapters.registry.subscribers import RegistrySubscribers
from utility_eservices_adapters.sql import schema
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.payments import SqlPaymentStore
from utility_eservices_adapters.sql.reference import replace
from utility_eservices_adapters.sql.reference_file import read, sample

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


def filled(database: Database, city: City) -> None:
    """Let the tables say what the city's own systems say."""
    rows = _rows(city)

    def work(transaction: Transaction) -> None:
        for table, lines in rows.items():
            transaction.connection.execute(insert(table), lines)

    database.run(work)
    replace(database, read(sample()))


def _rows(city: City) -> dict[Table, list[dict[str, Any]]]:
    codes = [{"utility": item.utility, "code": item.subscriber.code.value} for item in ACCOUNTS]
    by_code = {SubscriberCode(of["code"]): of for of in codes}
    invoices = ((of, item) for code, of in by_code.items() for item in city.billing.invoices(code))
    payments = ((of, item) for code, of in by_code.items() for item in city.billing.payments(code))
    points = (
        (by_code[code], place, item)
        for code, items in METERING_POINTS.items()
        for place, item in enumerate(items)
    )
    return {
        schema.registered_codes: [
            {"fin": resident.fin.value, **by_code[code]}
            for resident in RESIDENTS
            for code in resident.codes
        ],
        tables.subscribers: [_subscriber(account) for account in ACCOUNTS],
        tables.invoices: [
            {**of, **attrs.asdict(item, recurse=False), "month": str(item.month)}
            for of, item in invoices
        ],
        tables.payments: [{**of, **attrs.asdict(item, recurse=False)} for of, item in payments],
        tables.debts: [{**of, "amount": city.billing.debt(code)} for code, of in by_code.items()],
        tables.readings: [
            {**by_code[code], "reading": reading.value} for code, reading in LAST_READINGS.items()
        ],
        tables.metering_points: [
            {**of, "place": place, "key": item.key, "label": item.label}
            for of, place, item in points
        ],
    }


def _subscriber(account: Account) -> dict[str, Any]:
    it = account.subscriber
    return {
        "utility": account.utility,
        "code": it.code.value,
        **attrs.asdict(it.holder),
        "fin": it.holder_fin.value if it.holder_fin else None,
        "category": it.category.value,
        "address": it.address,
        "contract": it.contract,
        "persons": it.persons,
        "services": it.services.value if it.services else None,
        "meter": it.meter.value if it.meter else None,
    }
