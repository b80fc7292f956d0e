"""A host of the soak: sends requests and acts on them until it is killed.

What it is about to do it writes down first. One that begins finds what others were killed over
and does it again, as a person does who saw no answer: nothing may come of that twice.
"""

from __future__ import annotations

import random
import uuid
from typing import Any

from soak.world import Journal, Opened, World
from utility_eservices.casework.case import Case
from utility_eservices.casework.service import Service
from utility_eservices.conformance.books import CityBooks
from utility_eservices.conformance.driver import InProcessDriver
from utility_eservices.desk.desk import Desk, Officer
from utility_eservices.desk.moving import Action
from utility_eservices.desk.open_journey import Person
from utility_eservices.desk.system import SystemClock
from utility_eservices.errors import ActionRefused, PortTimeout, PortUnavailable, StaleCase

__all__ = ["host", "recover"]

# Service, portal and person of the requests, by the names that people read.
_REQUESTS = (
    ("debt_investigation", "e-su.az", "Aysel"),
    ("debt_investigation", "e-gov.az", "Kamran"),
    ("debt_investigation", "azersu.az", "Nigar"),
    ("emergency", "e-su.az", "Aysel"),
    ("meter_damage", "e-gov.az", "Kamran"),
)


# How many requests an officer looks at before a host sends another.
_INBOX = 5


class _Applicant(InProcessDriver):
    """A driver that stops before it sends."""

    def __init__(self, opened: Opened) -> None:
        self.desk = opened.desk
        super().__init__(
            opened.city, lambda _city, _strict: opened.desk, lambda _: (), CityBooks(opened.city)
        )

    def at_the_last_page(self, service: Service, channel: str, who: str) -> tuple[str, str, str]:
        """A request that only has to be sent: its journey, its sealed text, the button's key."""
        journey = service.journey_on(channel)
        assert journey is not None
        self.enter(who, channel, service.name, journey.sign_in.means[0].said)
        label = next(b.label for page in journey.pages for b in page.buttons if b.registers)
        self.go_to(label)
        self.fill_examples()
        filled = self.desk.fill(self._open(), self._values)
        return filled.id, self.desk.suspend(filled), filled.screen.button(label).key

    @property
    def person(self) -> Person:
        """Who signed in."""
        return self._open().person


def host(world: World, seed: int) -> None:
    """Go on for ever."""
    chance, opened, journal = random.Random(seed), world.opened(), world.intents  # noqa: S311
    recover(opened, journal)
    while True:
        try:
            if chance.random() < 0.4:
                _send(opened, journal, *chance.choice(_REQUESTS))
            else:
                _act(opened, journal, chance)
        except (PortUnavailable, PortTimeout, StaleCase, ActionRefused):
            continue  # the database may be away, and another officer quicker


def _send(opened: Opened, journal: Journal, key: str, channel: str, who: str) -> None:
    # The sign-in is the city's, and goes by its clock.
    opened.city.clock.to(SystemClock().now())
    desk, applicant = opened.desk, _Applicant(opened)
    service = desk.catalogue.of(key)
    journey, text, button = applicant.at_the_last_page(service, channel, who)
    person = desk.keep(applicant.person)
    journal.write(journey=journey, text=text, person=person, button=button)
    _press(desk, journal, journey, text, person, button)


def _press(desk: Desk, journal: Journal, journey: str, text: str, person: str, button: str) -> None:
    resumed = desk.resume(text, desk.recall(person, Person))
    pressed = desk.press(resumed, button, {})
    if pressed.number:  # otherwise the screen says that it could not be sent now
        journal.write(sent=journey, number=pressed.number, service=pressed.service)


def _act(opened: Opened, journal: Journal, chance: random.Random) -> None:
    sent = [line for line in journal.lines() if "sent" in line]
    if not sent:
        return
    for line in chance.sample(sent, min(len(sent), _INBOX)):
        service = opened.desk.catalogue.of(line["service"])
        roles = tuple(role.key for role in service.roles())
        # The officer's name tells this act from every other.
        officer = Officer(uuid.UUID(int=chance.getrandbits(128)).hex, service.utility.key, roles)
        case = opened.desk.case_for(officer, line["number"])
        actions = opened.desk.actions(case, officer)
        if actions:
            _do(opened.desk, journal, officer, case, chance.choice(actions))


def _do(desk: Desk, journal: Journal, officer: Officer, case: Case[Any], action: Action) -> None:
    stated = {spec.key: spec.example for spec in action.findings}
    journal.write(acting=officer.id, number=case.number, event=action.event, version=case.version)
    desk.act(officer, case.number, action.event, stated, version=case.version)
    journal.write(acted=officer.id)


def recover(opened: Opened, journal: Journal) -> None:
    """Send again whatever was begun and not answered, under the same journey."""
    lines = list(journal.lines())
    sent = {line["sent"] for line in lines if "sent" in line}
    for line in lines:
        if line.get("journey", "") not in sent | {""}:
            try:
                _press(opened.desk, journal, **_plain(line))
            except (PortUnavailable, PortTimeout):
                return


def _plain(line: dict[str, Any]) -> dict[str, str]:
    return {name: line[name] for name in ("journey", "text", "person", "button")}
