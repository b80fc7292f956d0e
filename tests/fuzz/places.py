"""Every page of every journey and every state of every case, found by the shipped driver.

Nothing here names a service: what the library declares is walked by its examples.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from utility_eservices import Desk, OpenJourney, Person
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Page
from utility_eservices.casework.screen import ChoiceEntry
from utility_eservices.casework.service import Service
from utility_eservices.conformance.books import CityBooks
from utility_eservices.conformance.driver import InProcessDriver, Unmet
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.performing import Performed
from utility_eservices.errors import ActionRefused
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.residents import ACCOUNTS, RESIDENTS
from utility_eservices.vocabulary.money import NO_MONEY, Money

# Service, channel, page; or service, channel, state.
Place: TypeAlias = tuple[str, str, str]

# What is done on the page of a payment, and whether billing will not take what was paid.
ACTS = (("", False), ("pay", False), ("decline", False), ("pay", True))
# Who comes, what every code owes, and what becomes of a payment: the plainest first.
CIRCUMSTANCES = tuple(
    (resident.name, debt, *act)
    for debt in (NO_MONEY, Money.of("5"))
    for act in ACTS
    for resident in RESIDENTS
)


def journeys() -> Iterator[tuple[Service, Journey]]:
    """Every journey, with its service."""
    for service in built_in_services():
        for journey in service.journeys:
            yield service, journey


def pages() -> Mapping[Place, Page]:
    """Every page by its place."""
    return {
        (service.key, journey.channel.key, page.key): page
        for service, journey in journeys()
        for page in journey.pages
    }


def states() -> Iterator[Place]:
    """Every state that a case can be in, on every channel."""
    for service, journey in journeys():
        if service.rules is not None:
            for key in service.rules.states:
                if key != service.rules.initial:
                    yield service.key, journey.channel.key, key


class NotingDesk(Desk):
    """A desk that notes the first journey it hands out on each page, and the first sent from it."""

    def __init__(self, city: City) -> None:
        super().__init__([SimulatorPlugin(city)], services=built_in_services())
        self.noted: dict[Place, OpenJourney] = {}
        self.sent: dict[Place, OpenJourney] = {}

    def begin(self, service: str, person: Person) -> OpenJourney:
        """See `Desk.begin`."""
        return self._noting(super().begin(service, person))

    def press(
        self,
        opened: OpenJourney,
        button: str,
        values: Mapping[str, object] | None = None,
        *,
        return_to: str = "",
    ) -> OpenJourney:
        """See `Desk.press`."""
        after = self._noting(super().press(opened, button, values, return_to=return_to))
        if after.number:
            self.sent.setdefault((opened.service, opened.channel, opened.state), opened)
        return after

    def _noting(self, opened: OpenJourney) -> OpenJourney:
        self.noted.setdefault((opened.service, opened.channel, opened.state), opened)
        return opened


def entered(city: City, desk: Desk, service: Service, journey: Journey) -> InProcessDriver:
    """A driver of somebody who has signed in and opened the service."""
    driver = InProcessDriver(city, lambda _city, _strict: desk, lambda _medium: (), CityBooks(city))
    channel, means = journey.channel.key, journey.sign_in.means[0].said
    driver.enter("Aysel", channel, service.name, means)
    return driver


def every_page(city: City) -> NotingDesk:
    """A desk that has been on every page of every journey, whatever it takes to get there."""
    desk = NotingDesk(city)
    for service, journey in journeys():
        explore(city, desk, service, journey)
    return desk


def explore(city: City, desk: NotingDesk, service: Service, journey: Journey) -> None:
    """Let a desk be on every page of one journey, and send it from wherever that can be done."""
    places = {(service.key, journey.channel.key, page.key) for page in journey.pages}
    sending = {
        (service.key, journey.channel.key, page.key)
        for page in journey.pages
        if any(button.registers for button in page.buttons)
    }
    for who, debt, act, in_vain in CIRCUMSTANCES:
        if places <= desk.noted.keys() and sending <= desk.sent.keys():
            break
        _owe(city, debt)
        opened = _begun(desk, service, journey, who)
        _explore(city, desk, opened, act, in_vain=in_vain)
    _owe(city, NO_MONEY)


def _owe(city: City, debt: Money) -> None:
    for account in ACCOUNTS:
        city.billing.set_debt(account.subscriber.code, debt)


def _begun(desk: Desk, service: Service, journey: Journey, who: str) -> OpenJourney:
    """The first page of a journey of somebody who has signed in."""
    sign_in, channel = journey.sign_in, journey.channel.key
    asked_for = "" if sign_in.of_portal else service.key
    begun = desk.begin_sign_in(channel, sign_in.means[0].means.key, asked_for)
    return desk.begin(service.key, desk.finish_sign_in(begun, {"resident": who}))


def _explore(
    city: City,
    desk: Desk,
    here: OpenJourney,
    act: str,
    *,
    in_vain: bool,
    seen: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """Press every button of every page that is come by, filled in in every way and not at all.

    A page is gone on from as soon as it is found: a payment waits for nobody. Gives the pages seen.
    """
    seen |= {here.state}
    for button in here.screen.buttons:
        for values in (*_ways_to_fill(desk, here), {}):
            if here.payment and in_vain:
                city.faults.next("billing", FaultKind.REFUSED)
            after = desk.press(here, button.key, values)
            city.faults.heal()
            for order in city.payment_store.of_journey(after.id) if act else ():
                for attempt in order.attempts:
                    getattr(city.bank, act)(attempt.key)
            if after.state not in seen:
                seen = _explore(city, desk, after, act, in_vain=in_vain, seen=seen)
    return seen


def _ways_to_fill(desk: Desk, opened: OpenJourney) -> Iterator[dict[str, object]]:
    """Sound values, and the same with each other option of each list."""
    values = sound_values(desk, opened)
    lists = [entry for entry in opened.screen.entries if isinstance(entry, ChoiceEntry)]
    if not all(entry.options for entry in lists):
        # A list may depend on what is chosen above it.
        values = sound_values(desk, desk.fill(opened, values))
    yield values
    for entry in lists:
        yield from ({**values, entry.key: key} for key, _ in entry.options[1:])


def case_at(city: City, desk: Desk, place: Place) -> str:
    """The number of a new case that was brought to this state."""
    key, channel, state = place
    service = desk.catalogue.of(key)
    journey = service.journey_on(channel)
    assert journey is not None
    status = service.casework_rules.states[state].name
    # What earlier cases ordered is done, so that what fails on the way fails for this one.
    while desk.perform_due() != Performed():
        pass
    for choice in itertools.chain([None], _choices(city, desk, service, journey)):
        driver = entered(city, desk, service, journey)
        if choice is not None:
            driver.go_to(_sends(journey))
            driver.fill(*choice)
        # A state may be open only to requests of one kind.
        with contextlib.suppress(Unmet, ActionRefused):
            driver.bring_to(status)
            return driver.number()
    raise Unmet("“{status}” statusuna yol yoxdur", status=status)


def _sends(journey: Journey) -> str:
    return next(b.label for page in journey.pages for b in page.buttons if b.registers)


def _choices(
    city: City, desk: Desk, service: Service, journey: Journey
) -> Iterator[tuple[str, str]]:
    """Every option that may be chosen on the page that sends the request, by its labels."""
    driver = entered(city, desk, service, journey)
    driver.go_to(_sends(journey))
    for entry in driver.screen().entries:
        if isinstance(entry, ChoiceEntry):
            yield from ((entry.label, label) for _, label in entry.options)


def sound_values(desk: Desk, opened: OpenJourney) -> dict[str, object]:
    """What the journey's entries take: the examples of the form, the first of each list."""
    fields = desk.catalogue.of(opened.service).fields
    found: dict[str, object] = {}
    for entry in opened.screen.entries:
        if isinstance(entry, ChoiceEntry):
            found[entry.key] = entry.options[0][0] if entry.options else ""
        else:
            found[entry.key] = fields[entry.key].example if entry.key in fields else True
    return found


def forward(journey: Journey, page: str) -> str:
    """The button of a page that leads to an end of the journey by the fewest presses.

    Empty where the journey has no end, and from where none can be reached.
    """
    ends = {item.key for item in journey.pages if item.final}
    while True:
        reached = {
            item.key: button.key
            for item in journey.pages
            for button in item.buttons
            if any(to.page in ends for to in button.to)
        }
        if page in reached:
            return reached[page]
        if reached.keys() <= ends:
            return ""
        ends |= reached.keys()
