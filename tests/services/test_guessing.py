"""Guessing codes: limited wherever a subscriber code is typed, in every service there is.

What the limit is `test_questions.py` shows with one service; here none may have forgotten it, nor
one that is added later.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from datetime import timedelta

import attrs
import pytest
from tests.fuzz.places import NotingDesk, Place, every_page, pages, sound_values

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.page import Typed
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.ports.subscribers import Category
from utility_eservices.services.questions import MOST_FOREIGN_CODES
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.residents import ACCOUNTS
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

UNKNOWN = "Abonent kodu düzgün deyil."
TOO_MANY = "Bu gün üçün həddindən artıq sayda abonent kodu yoxlamısınız. Sabah yenidən cəhd edin."


def _of_code(kind: object) -> bool:
    return SubscriberCode in (kind, *typing.get_args(kind))


def _typed_codes() -> Iterator[tuple[Place, str]]:
    fields = {service.key: service.fields for service in built_in_services()}
    for place, page in pages().items():
        for part in page.entries:
            if isinstance(part, Typed) and _of_code(fields[place[0]][part.field].type):
                yield place, part.field


TYPED_CODES = list(_typed_codes())


@pytest.fixture(scope="module")
def city() -> City:
    """One city for the file; each test has a day of its own in it."""
    return City()


@pytest.fixture(scope="module")
def desk(city: City) -> NotingDesk:
    """A desk with a journey on every page of every service."""
    return every_page(city)


def unknown_code(number: int) -> str:
    """A code that nobody has, of a length that every utility's codes may have."""
    return f"990000000{number:04}"


def strangers_code(desk: Desk, opened: OpenJourney) -> str:
    """The code of a household that is not the person's own."""
    utility = desk.catalogue.of(opened.service).utility.key
    return next(
        account.subscriber.code.value
        for account in ACCOUNTS
        if account.utility == utility
        and account.subscriber.category is Category.RESIDENTIAL
        and account.subscriber.holder_fin != opened.person.identity.fin
    )


def said(desk: Desk, opened: OpenJourney, field: str, code: str) -> tuple[str, ...]:
    """What a desk says beside the entry of a code, pressed on with everything else as it should be.

    The page that is open then stands before it.
    """
    page = pages()[opened.service, opened.channel, opened.state]
    button = next(button.key for button in page.buttons if field in button.submits)
    after = desk.press(opened, button, {**sound_values(desk, opened), field: code})
    faults = [entry.fault for entry in after.screen.entries if entry.key == field]
    return (after.state, *(message.text for message in after.screen.messages), *faults)


def test_the_entries_of_codes_are_found() -> None:
    """Services of both kinds, with requests and without, so that the search is no empty one."""
    assert {"debt_investigation", "statement"} < {place[0] for place, _ in TYPED_CODES}


@pytest.mark.parametrize(
    ("place", "field"), TYPED_CODES, ids=["/".join(place) for place, _ in TYPED_CODES]
)
def test_guessing_is_limited_wherever_a_code_is_typed(
    city: City, desk: NotingDesk, place: Place, field: str
) -> None:
    """On all hosts together; then a code that exists answers as one that does not, until tomorrow.

    The person's own code goes on being taken.
    """
    city.clock.forward(timedelta(days=1))
    hosts = (desk, Desk([SimulatorPlugin(city)]))
    opened = attrs.evolve(desk.noted[place], id=f"guessing in {'/'.join(place)}", reserved="")
    for number in range(MOST_FOREIGN_CODES):
        tried = said(hosts[number % 2], opened, field, unknown_code(number))
        assert UNKNOWN in tried
        assert TOO_MANY not in tried
    answers = {
        said(host, opened, field, code)
        for host in hosts
        for code in (strangers_code(desk, opened), unknown_code(0), unknown_code(99))
    }
    (answer,) = answers
    assert TOO_MANY in answer
    assert UNKNOWN not in answer
    own = next(
        account.subscriber.code.value
        for account in ACCOUNTS
        if account.subscriber.holder_fin == opened.person.identity.fin
        and account.utility == desk.catalogue.of(place[0]).utility.key
    )
    assert not {UNKNOWN, TOO_MANY} & set(said(desk, opened, field, own))
    city.clock.forward(timedelta(days=1))
    assert UNKNOWN in said(desk, opened, field, unknown_code(99))
