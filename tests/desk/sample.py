"""A small invented service, answered at once, with every part that a page can have.

The sealing of a meter (sayğacın plomblanması): a code, a district and one of its streets, a
reading, a file, a box to tick; whoever lives in a street with frost is told so on another page.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.entrance import Means, SignInWindow
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Linked,
    Listed,
    Page,
    Recap,
    Shown,
    Ticked,
    To,
    Typed,
    Uploaded,
)
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.service import Service
from utility_eservices.errors import Fault
from utility_eservices.ports.reference import REFERENCE, Reference, ReferenceItem
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.simulator.city import City
from utility_eservices.vocabulary.channel import E_GOV_AZ
from utility_eservices.vocabulary.document import Document, ImagePolicy
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU


@attrs.frozen
class Sealing:
    """What is asked."""

    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", help="Fakturada yazılıb.", parse=AZERSU_CODE.parse
    )
    district: ReferenceItem = form_field("Rayon", help="Ünvanın rayonu.")
    street: ReferenceItem = form_field("Küçə")
    reading: MeterReading = form_field("Göstərici", number=True, unit="m³", help="Bu günün.")
    note: str | None = form_field("Qeyd")
    photo: Document = form_field(
        "Şəkil", upload=ImagePolicy(longest=1000, media_types=("image/png",)), help="Sayğacın."
    )
    day: date = form_field("Gün", given="today")


@question(SUBSCRIBERS)
def code_is_known(subscribers: Subscribers, subscriber_code: SubscriberCode) -> Answer:
    """The code exists; the fault names no field."""
    if subscribers.find(subscriber_code):
        return True
    return Fault("", "no_such_code", "Belə kod yoxdur.")


@question(SUBSCRIBERS)
def code_is_in_baku(subscribers: Subscribers, subscriber_code: SubscriberCode) -> Answer:
    """The subscriber lives in Baku; a no without a word."""
    subscriber = subscribers.find(subscriber_code)
    return subscriber is not None and subscriber.address.startswith("Bakı")


@question(REFERENCE)
def districts(reference: Reference) -> list[Option]:
    """The districts."""
    return [Option(item.key, item.label, item) for item in reference.items("districts")]


@question(REFERENCE)
def streets(reference: Reference, district: ReferenceItem) -> list[Option]:
    """The streets of the district that was chosen."""
    return [Option(item.key, item.label, item) for item in reference.items(district.key)]


@question(REFERENCE)
def street_is_closed(reference: Reference, street: ReferenceItem) -> Answer:
    """The street is open, or its own entry says why not; the fault names another field."""
    if street not in reference.items("closed"):
        return True
    return Fault("note", "street_closed", "Küçə bağlıdır.")


@question(REFERENCE)
def frost(reference: Reference, street: ReferenceItem) -> Answer:
    """Whether there is frost in the street."""
    return street in reference.items("frost")


@question(SUBSCRIBERS)
def holder(subscribers: Subscribers, subscriber_code: SubscriberCode) -> list[tuple[str, str]]:
    """Rows about the subscriber."""
    subscriber = subscribers.find(subscriber_code)
    return [("Ünvan", subscriber.address)] if subscriber else []


@question(REFERENCE)
def tariffs(reference: Reference) -> tuple[tuple[str, str], ...]:
    """Rows of a table."""
    return tuple((item.key, item.label) for item in reference.items("tariffs"))


def agreed(facts: JourneyFacts) -> Answer:
    """A plain guard."""
    return bool(facts.values["agreed"])


START = Page(
    "start",
    "Sayğacın plomblanması",
    text="Məlumatları daxil edin.",
    parts=(
        Typed("subscriber_code", section="Kod", gates=(code_is_known, code_is_in_baku)),
        Shown("Abonent", holder),
        Chosen("district", districts, section="Ünvan"),
        Chosen("street", streets, section="Ünvan", gates=(street_is_closed,)),
        Typed("reading", section="Sayğac"),
        Typed("note", section="Sayğac"),
        Uploaded("photo", section="Sayğac"),
        Ticked("agreed", "Razıyam"),
        Recap("Xülasə", ("subscriber_code", "street", "day")),
        Listed("Tariflər", ("Ay", "Məbləğ"), tariffs),
        Linked("Qaydalar", "https://sealing.example/rules"),
    ),
    buttons=(
        Button("code", "Yoxla", "start", submits=("subscriber_code",)),
        Button(
            "ask",
            "Davam et",
            (To("frozen", when=(frost, agreed)), To("end")),
            submits=(
                "subscriber_code",
                "district",
                "street",
                "reading",
                "note",
                "photo",
                "agreed",
            ),
        ),
    ),
)
FROZEN = Page(
    "frozen", "Şaxta", window="end", message="Şaxta keçəndən sonra gələcəyik.", final=True
)
END = Page("end", "Son", window="end", message="Gələcəyik.", final=True)

JOURNEY = Journey(
    E_GOV_AZ, SignInWindow("Giriş", (Means(ASAN),), of_portal=True), (START, FROZEN, END)
)
SEALING = Service("sealing", "Sayğacın plomblanması", AZERSU, 1, Sealing, (JOURNEY,))

BAKU_DISTRICT = ReferenceItem("baku", "Nəsimi rayonu")
GANJA_DISTRICT = ReferenceItem("ganja", "Kəpəz rayonu")
FIRST = ReferenceItem("first", "Birinci küçə")
COLD = ReferenceItem("cold", "Soyuq küçə")
CLOSED = ReferenceItem("closed", "Bağlı küçə")
ENTERED: dict[str, Any] = {
    "subscriber_code": "1020304050",
    "district": "baku",
    "street": "first",
    "reading": "12",
    "note": "",
    "agreed": "on",
}


def furnish(city: City) -> City:
    """The city with the lists of the service."""
    city.reference.set_items("districts", BAKU_DISTRICT, GANJA_DISTRICT)
    city.reference.set_items("baku", FIRST, COLD, CLOSED)
    city.reference.set_items("ganja", ReferenceItem("second", "İkinci küçə"))
    city.reference.set_items("frost", COLD)
    city.reference.set_items("closed", CLOSED)
    city.reference.set_items("tariffs", ReferenceItem("2026-01", "0.35 AZN"))
    return city
