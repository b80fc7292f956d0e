"""Many threads at one journey, one case and the same due effects, of every service.

Chance is left out of it: each thread reads from the store, and none goes on before all have read.
"""

from __future__ import annotations

import threading
from typing import Any

import attrs
import pytest
from tests.desk.test_threads import at_once
from tests.fuzz.places import NotingDesk, Place, case_at, explore, journeys, sound_values, states

from utility_eservices import Desk, Officer
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Outcome
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button
from utility_eservices.casework.service import Service
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.moving import Action
from utility_eservices.desk.performing import Performed
from utility_eservices.errors import StaleCase
from utility_eservices.ports.case_store import CASE_STORE, CaseQuery
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

THREADS = 8
# A thread that is waited for in vain fails the test instead of stopping the run.
PATIENCE = 30

SENDING = [
    (service, journey, page.key, button)
    for service, journey in journeys()
    for page in journey.pages
    for button in page.buttons
    if button.registers
]
STATES = list(states())


@pytest.fixture
def city() -> City:
    """A city of one's own: threads leave nothing behind for the next test."""
    return City()


class _Together:
    """A case store whose answers to one method all threads have before any of them goes on."""

    def __init__(self, store: Any, method: str) -> None:
        self._store, self._method = store, method
        self._barrier = threading.Barrier(THREADS)
        self._own = threading.local()

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._store, name)
        if name != self._method:
            return method

        def call(*arguments: Any) -> Any:
            answer = method(*arguments)
            if not getattr(self._own, "waited", False):
                self._own.waited = True
                self._barrier.wait(PATIENCE)
            return answer

        return call


def host(city: City, method: str) -> Desk:
    """A host on the city, on which all threads have read before any of them writes."""

    def around(port: Any, offered: Any, _scope: str) -> Any:
        return _Together(offered, method) if port is CASE_STORE else offered

    return Desk([SimulatorPlugin(city)], services=built_in_services(), around=around)


@pytest.mark.parametrize(
    ("service", "journey", "page", "button"),
    SENDING,
    ids=["/".join((way[0].key, way[1].channel.key, way[2], way[3].key)) for way in SENDING],
)
def test_a_journey_sent_from_everywhere_at_once_is_one_case(
    city: City, service: Service, journey: Journey, page: str, button: Button
) -> None:
    """Each resumes the same suspended text, finds no case of it yet, and presses: one number."""
    desk = NotingDesk(city)
    explore(city, desk, service, journey)
    # Under another name: the one that came by has been sent since.
    came_by = desk.sent[service.key, journey.channel.key, page]
    waiting = attrs.evolve(came_by, id="waiting", reserved="")
    # A list may depend on what is chosen above it.
    waiting = desk.fill(waiting, sound_values(desk, waiting))
    text, values = desk.suspend(waiting), sound_values(desk, waiting)
    there = host(city, "of_journey")

    def send(_: int) -> str:
        return there.press(there.resume(text, waiting.person), button.key, values).number

    (number,) = set(at_once(THREADS, send))
    (case,) = [item for item in city.store.find(CaseQuery()) if item.journey == "waiting"]
    assert (case.number, case.version) == (number, 1)
    pending = city.store.due_effects(city.clock.now(), {service.key})
    ordered = [effect.key for effect in pending if effect.case_number == number]
    assert ordered
    assert len(ordered) == len(set(ordered))


@pytest.mark.parametrize("place", STATES, ids="/".join)
def test_of_many_officers_at_one_version_one_acts(city: City, place: Place) -> None:
    """Whatever may be done in a state: all read the same version, one moves the case."""
    desk = NotingDesk(city)
    service = desk.catalogue.of(place[0])
    roles = {role.key for role in service.roles()}
    officers = [Officer(f"op-{n}", service.utility.key, roles) for n in range(THREADS)]
    seen = desk.case_for(officers[0], case_at(city, desk, place))
    for action in desk.actions(seen, officers[0]):
        number = case_at(city, desk, place)
        before = desk.case_for(officers[0], number)
        findings = {spec.key: spec.example for spec in action.findings}
        there = host(city, "get")

        def act(
            n: int,
            there: Desk = there,
            case: Case[Any] = before,
            action: Action = action,
            findings: dict[str, Any] = findings,
        ) -> object:
            return there.act(officers[n], case.number, action.event, findings, version=case.version)

        results = at_once(THREADS, act)
        (won,) = [item for item in results if isinstance(item, Case)]
        assert [type(item) for item in results].count(StaleCase) == THREADS - 1
        assert desk.case_for(officers[0], number) == won
        assert won.version == before.version + 1
        # What it ordered is done before the next case is brought here.
        while desk.perform_due() != Performed():
            pass


def letters(city: City) -> int:
    """How many e-mails and texts were sent."""
    return len(city.emails.letters) + len(city.texts.letters)


@pytest.mark.parametrize("place", STATES, ids="/".join)
def test_what_is_due_is_done_once_by_many_workers(city: City, place: Place) -> None:
    """All workers have the same list of what is due; the world and the case see it once."""
    number = case_at(city, NotingDesk(city), place)
    while due := city.store.due_effects(city.clock.now(), {place[0]}):
        before, corrected, sent = (
            city.store.get(number),
            len(city.billing.corrections),
            letters(city),
        )
        perform_at_once(city)
        after = city.store.get(number)
        settled = [city.store.effect(effect.key) for effect in due]
        assert all(effect and effect.outcome is Outcome.DONE for effect in settled)
        assert before is not None
        assert after is not None
        declared = NotingDesk(city).catalogue.of(place[0]).effects
        moving = [effect for effect in due if effect.name in declared]
        assert after.version - before.version == len(moving)
        assert len(city.billing.corrections) - corrected <= len(moving)
        by_post = [effect for effect in due if effect.name.endswith((".email", ".sms"))]
        assert letters(city) - sent == len(by_post)


def perform_at_once(city: City) -> None:
    """All workers perform what was due when the last of them looked."""
    there = host(city, "due_effects")
    at_once(THREADS, lambda _: there.perform_due())
