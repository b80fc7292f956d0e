"""A store with something in it: requests of invented people, moved and told of."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.effect import Effect
from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.services.azersu.debt_investigation import SERVICE, DebtInvestigation
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import Document
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.database import Database

NOW = datetime(2026, 11, 20, 9, 30, 15, 250000, tzinfo=UTC)
PERSON = Identity(
    Fin("5XJ1K2A"), PersonName("Gülər", "Şıxıyeva", "İlqar"), "sima", Assurance.SUBSTANTIAL
)


def number_of(place: int) -> str:
    """The number of one of the requests."""
    return f"AZS-2026-{place:06d}"


def new_case(place: int, at: datetime = NOW) -> Case[Any]:
    """A request as it is registered."""
    code = f"10203{place:05d}"
    form = DebtInvestigation(
        SubscriberCode(code),
        Invoice("F-1", Month(2026, 9), Money.of("3.50"), Decimal("6.1"), presented=True,
                from_reading=True),
        ReferenceItem("payment_missing", "Edilmiş ödəniş nəzərə alınmayıb"),
        MeterReading(Decimal("1254.5")),
        date(2026, 11, 20),
        Document("document-000001", "sayğac.png", "image/png", 67, "00" * 32),
        Phone("+994502001020"),
        Email("guler@example.com"),
    )  # fmt: skip
    draft = Case(
        number_of(place), SERVICE.utility.key, SERVICE.key, SERVICE.version, "e-gov.az",
        f"journey-{place}", PERSON, form, code, "draft",
    )  # fmt: skip
    return moved(draft, "registered", at)


def moved(case: Case[Any], state: str, at: datetime = NOW, by: str = "op-1") -> Case[Any]:
    """The next version of a request."""
    return case.moved(Entry(at, by, "operator", "event", case.state, state))


def ordered(case: Case[Any], name: str = "route") -> Effect:
    """An effect that the last move of a request orders."""
    return Effect.ordered(name, case.service, case.number, len(case.history) - 1, NOW)


def filled(database: Database, count: int, *, start: int = 0, by: str = "op-1") -> SqlCases:
    """A store with so many requests, registered one a minute, each moved twice."""
    store = SqlCases(database, CODEC)
    for place in range(start, start + count):
        case = new_case(place, NOW + timedelta(minutes=place))
        route = ordered(case)
        store.register(case, [route])
        case = moved(case, "forwarded", by=by)
        store.save(case, [ordered(case, "notice")], route.done())
        store.save(moved(case, "investigated", by=by), ())
    return store
