"""Change of a subscriber's data: what no scenario meets, since it needs a race or a thin base."""

from __future__ import annotations

import attrs
import pytest

from utility_eservices.casework.paying import Bill
from utility_eservices.errors import Fault
from utility_eservices.services.azersu.subscriber_data_change import (
    current_address,
    current_data,
    current_household,
    current_services,
    debt_bill,
)
from utility_eservices.simulator.city import City
from utility_eservices.simulator.residents import Account
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.person import Assurance, Identity
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

AYSELS = SubscriberCode("1020304050")
KAMRANS = SubscriberCode("2030405060")
NOBODYS = SubscriberCode("999")


@pytest.fixture
def city() -> City:
    """A fresh city."""
    return City()


def signed_in(city: City, name: str) -> Identity:
    resident = city.people[name]
    return Identity(resident.fin, resident.full_name, "asan", Assurance.HIGH)


def labels(city: City, who: str, code: SubscriberCode) -> list[str]:
    asked = (city.subscribers, city.registered_codes, signed_in(city, who), code)
    return [label for label, _ in current_data.function(*asked)]


def beginnings(city: City, who: str, code: SubscriberCode) -> list[str]:
    """What address, family and kind of service begin with."""
    asked = (city.subscribers, city.registered_codes, signed_in(city, who), code)
    questions = (current_address, current_household, current_services)
    return [question.function(*asked) for question in questions]


def with_thin_data(city: City) -> None:
    """Let the base know nothing of Aysel's family and service."""
    subscriber = city.subscribers.find(AYSELS)
    assert subscriber is not None
    thin = attrs.evolve(subscriber, persons=None, services=None)
    city.subscribers.add(Account(AZERSU.key, thin))


def test_the_bill_is_the_whole_debt(city: City) -> None:
    """“Borcu ödə” covers all that is owed now (AMB-55)."""
    assert debt_bill.function(city.billing, KAMRANS) == Bill(
        KAMRANS, Money.of("29.15"), about="Su xidmətləri üzrə borc"
    )


@pytest.mark.parametrize("debt", [NO_MONEY, Money.of("-0.01")])
def test_a_debt_that_has_gone_is_not_billed(city: City, debt: Money) -> None:
    """Between gate and bill the debt may be paid elsewhere: nothing is asked for then."""
    city.billing.set_debt(KAMRANS, debt)
    answer = debt_bill.function(city.billing, KAMRANS)
    assert isinstance(answer, Fault)
    assert answer.code == "debt_gone"


def test_what_the_base_does_not_know_is_left_out(city: City) -> None:
    """Neither an empty row nor a made-up value stands for what is unknown."""
    with_thin_data(city)
    assert labels(city, "Aysel", AYSELS) == [
        "Abonent kodu",
        "Abonentin adı, soyadı, ata adı",
        "Hazırkı ünvan",
    ]


def test_the_form_begins_with_what_is_known(city: City) -> None:
    """What the base does not know begins empty, beside an address that it does (AMB-59)."""
    with_thin_data(city)
    assert beginnings(city, "Aysel", AYSELS) == ["Bakı şəhəri, Nümunə küçəsi 1, mənzil 5", "", ""]


def test_a_registered_code_is_read_by_whoever_registered_it(city: City) -> None:
    """A code of another holder is open to the person in whose profile it is (AMB-21)."""
    assert beginnings(city, "Nigar", AYSELS) == ["", "", ""]
    city.registered_codes.register(city.people["Nigar"].fin, AYSELS)
    assert beginnings(city, "Nigar", AYSELS) == [
        "Bakı şəhəri, Nümunə küçəsi 1, mənzil 5",
        "4",
        "water",
    ]


def test_a_subscriber_that_has_gone_shows_nothing(city: City) -> None:
    """A code taken out of the base meanwhile has no data, and nothing to begin with."""
    assert labels(city, "Aysel", NOBODYS) == []
    assert beginnings(city, "Aysel", NOBODYS) == ["", "", ""]
