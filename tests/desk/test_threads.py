"""One desk for many threads: nothing mixed up, nothing done twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.desk.walking import (
    NUMBER,
    STAFF,
    on_confirm,
    perform_all,
    sent,
    signed_in,
    su_sent,
    under_investigation,
)

from utility_eservices import Desk
from utility_eservices.casework.case import Case
from utility_eservices.errors import StaleCase
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin


def at_once(count: int, call: Callable[[int], object]) -> list[object]:
    """What so many threads made of one call each: its answer, or the error it raised."""
    barrier = Barrier(count)

    def run(number: int) -> object:
        barrier.wait()
        try:
            return call(number)
        except StaleCase as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def test_a_confirmation_pressed_many_times_at_once_is_one_request(city: City, desk: Desk) -> None:
    """Two windows, an impatient finger: every press tells the same number."""
    waiting = on_confirm(desk)
    numbers = at_once(8, lambda _: desk.press(waiting, "confirm").number)
    assert len(set(numbers)) == 1
    assert len(desk.cases(waiting.person)) == 1
    assert len(city.store.due_effects(city.clock.now(), {"debt_investigation"})) == 3


def test_two_hosts_press_at_once(city: City, desk: Desk) -> None:
    """A journey that went to another host is still one request."""
    waiting = on_confirm(desk)
    other = Desk([SimulatorPlugin(city)])
    numbers = at_once(8, lambda n: (desk, other)[n % 2].press(waiting, "confirm").number)
    assert len(set(numbers)) == 1
    assert len(desk.cases(waiting.person)) == 1


def test_of_many_officers_one_acts(desk: Desk) -> None:
    """The others are told that somebody was first, and the case moved once."""
    number = under_investigation(desk)
    seen = desk.case_for(STAFF, number)
    results = at_once(
        16, lambda _: desk.act(STAFF, number, "order_on_site_check", version=seen.version)
    )
    (won,) = [item for item in results if isinstance(item, Case)]
    assert [type(item) for item in results].count(StaleCase) == 15
    assert desk.case_for(STAFF, number) == won
    assert won.version == seen.version + 1


def test_many_journeys_run_on_one_desk(city: City, desk: Desk) -> None:
    """Each person ends with a request of their own, whatever the others do meanwhile."""
    people = ["Aysel", "Kamran", "Nigar", "Orxan"]

    def journey(number: int) -> tuple[str, str]:
        name = people[number % 4]
        if name == "Aysel":
            person = signed_in(desk, name, channel="e-su.az")
            return name, su_sent(desk, person).number
        return name, sent(desk, signed_in(desk, name)).number

    results = [item for item in at_once(12, journey) if isinstance(item, tuple)]
    assert len({number for _, number in results}) == 12
    for name in people:
        own = {number for whose, number in results if whose == name}
        person = signed_in(desk, name)
        assert {item.number for item in desk.cases(person, everywhere=True)} == own
    perform_all(desk)
    assert len(desk.staff_inbox(STAFF)) == 12
    assert len(city.emails.letters) == 24


def test_a_desk_is_opened_while_another_works(city: City) -> None:
    """Services and ports are found by many threads at once, with the same result."""
    desks = at_once(4, lambda _: Desk([SimulatorPlugin(city)]))
    numbers = at_once(4, lambda n: _sent(desks[n]))
    assert sorted(map(str, numbers)) == [f"{NUMBER[:-1]}{n}" for n in range(1, 5)]


def _sent(desk: object) -> str:
    assert isinstance(desk, Desk)
    return sent(desk).number
