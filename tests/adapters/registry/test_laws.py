"""The registry keeps the laws of its ports, on both databases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from sqlalchemy import insert, select
from tests.adapters.sql.worlds import SqlWorld
from tests.databases import Place

from utility_eservices.conformance.laws.billing import *  # noqa: F403  # the laws, as tests
from utility_eservices.conformance.laws.billing import BillingWorld
from utility_eservices.conformance.laws.metering_points import *  # noqa: F403
from utility_eservices.conformance.laws.metering_points import MeteringPointsWorld
from utility_eservices.conformance.laws.readings import *  # noqa: F403
from utility_eservices.conformance.laws.readings import ReadingsWorld
from utility_eservices.conformance.laws.subscribers import *  # noqa: F403
from utility_eservices.conformance.laws.subscribers import SubscribersWorld
from utility_eservices.ports.metering_points import MeteringPoint
from utility_eservices.ports.subscribers import Category, Subscriber
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.service_kind import ServiceKinds
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry import tables
from utility_eservices_adapters.registry.plugin import RegistryPlugin
from utility_eservices_adapters.sql.database import Database, Transaction

P = TypeVar("P")

CODE = SubscriberCode("0012345678901")
OTHER = SubscriberCode("20304050")
NOBODYS = SubscriberCode("9999999999")
FIN, NOBODY = Fin("5XJ1K2A"), Fin("9ZZ9Z9Z")
_COMMON = {"utility": "azersu", "code": CODE.value}

HELD = {
    "fin": FIN.value,
    "surname": "Quliyeva",
    "name": "Aysel",
    "patronymic": "Vaqif qızı",
    "category": "residential",
    "address": "Bakı şəhəri, Nümunə küçəsi 1",
    "contract": "M-678901",
    "persons": 4,
    "services": "water",
    "meter": "M",
}
# A code of a neighbour, and of another utility with the same number, are there too.
ROWS: dict[Any, list[dict[str, Any]]] = {
    tables.subscribers: [
        {**_COMMON, **HELD},
        {**_COMMON, **HELD, "code": OTHER.value},
        {**_COMMON, **HELD, "utility": "azerishiq", "address": "Şəki şəhəri"},
    ],
    tables.invoices: [
        {
            **_COMMON,
            "number": number,
            "month": month,
            "amount": Money.of(amount),
            "consumption": consumption,
            "presented": presented,
            "from_reading": True,
        }
        for number, month, amount, consumption, presented in (
            ("F-2026-09-8901", "2026-09", "3.50", Decimal(6), True),
            ("F-2026-10-8901", "2026-10", "-0.01", None, True),
            ("F-2026-11-8901", "2026-11", "4.20", Decimal("7.125"), False),
        )
    ],
    tables.payments: [
        {
            **_COMMON,
            "receipt": "Q-778812",
            "day": date(2026, 8, 19),
            "amount": Money.of(12),
            "point": "Bank",
        }
    ],
    tables.debts: [{**_COMMON, "amount": Money.of("-3.20")}],
    tables.readings: [{**_COMMON, "reading": Decimal("1240.5"), "day": None}],
    tables.metering_points: [
        {**_COMMON, "key": key, "place": place, "label": label}
        for key, place, label in (
            ("700-10", 1, "Çörəkxana, istehsal sahəsi"),
            ("700-2", 2, "Çörəkxana, anbar"),
        )
    ],
}


class RegistryWorld(SqlWorld[P]):
    """Tables with a subscriber or two."""

    PORT = ""
    unknown = NOBODYS

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.databases[0].run(fill)

    def over(self, database: Database) -> P:
        """Another host's."""
        port: P = getattr(RegistryPlugin(database), f"eservices_{self.PORT}")(utility="azersu")
        return port


def fill(transaction: Transaction) -> None:
    for table, rows in ROWS.items():
        for row in rows:
            transaction.connection.execute(insert(table).values(row))


class Billing(RegistryWorld[Any], BillingWorld):
    """An invoice of each kind, a payment, a credit balance."""

    PORT = "billing"
    code = CODE
    invoices = (
        Invoice("F-2026-09-8901", Month(2026, 9), Money.of("3.50"), Decimal(6), True, True),
        Invoice("F-2026-10-8901", Month(2026, 10), Money.of("-0.01"), None, True, True),
    )
    payments = (Payment("Q-778812", date(2026, 8, 19), Money.of(12), "Bank"),)
    debt = Money.of("-3.20")

    def credited(self, key: str) -> Sequence[Money]:
        """The ledger."""
        ledger = tables.credits_
        asked = select(ledger.c.amount).where(ledger.c.key == key)
        return self.databases[0].run(
            lambda transaction: transaction.connection.execute(asked).scalars().all()
        )


class MeteringPoints(RegistryWorld[Any], MeteringPointsWorld):
    """Two points, not in the order of their keys."""

    PORT = "metering_points"
    head_code, without = CODE, OTHER
    points = (
        MeteringPoint("700-10", "Çörəkxana, istehsal sahəsi"),
        MeteringPoint("700-2", "Çörəkxana, anbar"),
    )


class Readings(RegistryWorld[Any], ReadingsWorld):
    """A meter that was read."""

    PORT = "readings"
    code = CODE


class Subscribers(RegistryWorld[Any], SubscribersWorld):
    """A subscriber of whom everything is known."""

    PORT = "subscribers"
    without = NOBODY
    subscriber = Subscriber(
        CODE,
        PersonName("Aysel", "Quliyeva", "Vaqif qızı"),
        FIN,
        Category.RESIDENTIAL,
        "Bakı şəhəri, Nümunə küçəsi 1",
        "M-678901",
        4,
        ServiceKinds("water"),
        MeterType("M"),
    )


def _world(kind: type[RegistryWorld[Any]], place: Place) -> Iterator[Any]:
    world = kind(place)
    yield world
    world.close()


@pytest.fixture
def billing_world(place: Place) -> Iterator[Billing]:
    yield from _world(Billing, place)


@pytest.fixture
def metering_points_world(place: Place) -> Iterator[MeteringPoints]:
    yield from _world(MeteringPoints, place)


@pytest.fixture
def readings_world(place: Place) -> Iterator[Readings]:
    yield from _world(Readings, place)


@pytest.fixture
def subscribers_world(place: Place) -> Iterator[Subscribers]:
    yield from _world(Subscribers, place)
