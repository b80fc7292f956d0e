"""Unfinished journeys: kept for all hosts, found by whoever began them, forgotten in time."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import attrs
import pytest
from tests.desk.walking import (
    CODE,
    NUMBER,
    PHONE,
    REQUEST,
    SERVICE,
    SU_REQUEST,
    cases,
    giving,
    on_code,
    on_confirm,
    on_request,
    on_su_request,
    sent,
    signed_in,
)
from tests.desk.workshop import TOP_UP, begun, paying
from tests.versions.sample import FIRST, KEY, THIRD

from utility_eservices import Desk, EServicesError, OpenJourney
from utility_eservices.casework.service import Service
from utility_eservices.desk.doctor import examine, is_well
from utility_eservices.desk.keeping import Unfinished
from utility_eservices.desk.plugins import Health
from utility_eservices.errors import (
    JourneyChanged,
    JourneyNotFound,
    JourneyTampered,
    PortBroken,
    PortClash,
    PortNotProvided,
    PortRefused,
    PortUnavailable,
    SignInNeeded,
)
from utility_eservices.ports.journeys import KeptJourney
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.journeys import CityJourneys
from utility_eservices.simulator.plugin import SimulatorPlugin

DAY = timedelta(days=1)
FIN = City().people["Aysel"].fin


def elsewhere(city: City, *services: str | Service) -> Desk:
    """A desk on another machine."""
    return Desk([SimulatorPlugin(city)], services or None)


def kept(desk: Desk, opened: OpenJourney) -> OpenJourney:
    """The journey, kept."""
    desk.keep_journey(opened)
    return opened


def ids(desk: Desk, opened: OpenJourney) -> list[str]:
    """What the journey's person is shown, by id."""
    return [item.id for item in desk.kept_journeys(opened.person)]


# --- keeping and finding ------------------------------------------------------------------------


@pytest.mark.parametrize("go", [on_code, on_request, on_confirm, on_su_request])
def test_a_kept_journey_goes_on_on_another_machine(
    city: City, desk: Desk, go: Callable[[Desk], OpenJourney]
) -> None:
    """Found there after another sign-in, it stands where it stood, with everything typed."""
    opened, there = kept(desk, go(desk)), elsewhere(city)
    person = signed_in(there, channel=opened.channel, means="id_number")
    (found,) = there.kept_journeys(person)
    again = there.reopen_journey(found.id, person)
    assert again == attrs.evolve(opened, person=person)
    assert again.screen == opened.screen


def test_what_was_begun_is_told_by_name_and_time(city: City, desk: Desk) -> None:
    """A portal lists it without opening it, in the language it speaks."""
    opened, at = kept(desk, on_code(desk)), city.clock.now()
    name = "Borcun araşdırılması üzrə müraciət"
    assert desk.kept_journeys(opened.person) == (Unfinished(opened.id, SERVICE, name, at),)
    (told,) = desk.speaking("en").kept_journeys(opened.person)
    assert told.name == desk.speaking("en").words(SERVICE).text(name) != name


def test_the_last_word_is_kept(city: City, desk: Desk) -> None:
    """Each press takes the place of the one before; the list says when it was."""
    first = kept(desk, on_code(desk))
    city.clock.forward(DAY)
    second = kept(desk, desk.press(first, "check", {"subscriber_code": CODE}))
    (found,) = desk.kept_journeys(first.person)
    assert (found.id, found.at) == (first.id, city.clock.now())
    assert desk.reopen_journey(first.id, first.person) == second


def test_the_newest_comes_first(city: City, desk: Desk) -> None:
    """Of several that a person began, the one kept last."""
    first, second = kept(desk, on_code(desk)), on_code(desk)
    city.clock.forward(DAY)
    kept(desk, second)
    assert ids(desk, first) == [second.id, first.id]
    city.clock.forward(DAY)
    kept(desk, first)
    assert ids(desk, first) == [first.id, second.id]


def test_a_portal_shows_what_was_begun_on_it(city: City, desk: Desk) -> None:
    """Another portal's is not listed there, and not reopened either."""
    gov = kept(desk, on_request(desk))
    su = kept(desk, on_su_request(desk))
    assert (ids(desk, gov), ids(desk, su)) == ([gov.id], [su.id])
    with pytest.raises(SignInNeeded):
        desk.reopen_journey(gov.id, su.person)


def test_a_portal_shows_the_newest_fifty(city: City, desk: Desk) -> None:
    """Also where whoever began them has begun more than that on another portal since."""
    began = []
    for channel in ("e-gov.az", "e-su.az"):
        for number in range(60):
            city.clock.forward(timedelta(minutes=1))
            began.append(f"{channel}/{number}")
            journey = KeptJourney(began[-1], SERVICE, channel, city.clock.now(), "")
            city.journeys.put(FIN, journey)
    assert ids(desk, on_code(desk)) == began[59:9:-1]


def test_a_service_that_is_not_offered_here_is_not_shown(city: City, desk: Desk) -> None:
    """Neither one that this desk does not know, nor one that left the portal."""
    opened = kept(desk, on_code(desk))
    assert elsewhere(city, "statement").kept_journeys(opened.person) == ()
    service = desk.catalogue.of(SERVICE)
    left = attrs.evolve(service, rules=service.rules, journeys=service.journeys[1:])
    there = elsewhere(city, left)
    assert there.kept_journeys(opened.person) == ()
    with pytest.raises(JourneyChanged):
        there.reopen_journey(opened.id, opened.person)


def test_who_began_nothing_is_shown_nothing(desk: Desk) -> None:
    """An empty list, no error."""
    assert desk.kept_journeys(signed_in(desk)) == ()


def test_another_persons_journey_answers_as_none(desk: Desk) -> None:
    """It is neither listed, nor reopened, nor forgotten."""
    opened, kamran = kept(desk, on_request(desk)), signed_in(desk, "Kamran")
    assert desk.kept_journeys(kamran) == ()
    with pytest.raises(JourneyNotFound):
        desk.reopen_journey(opened.id, kamran)
    desk.forget_journey(opened.id, kamran)
    assert ids(desk, opened) == [opened.id]


def test_a_token_that_was_another_persons_is_refused(desk: Desk) -> None:
    """Two journeys with one token: the second is not kept in the place of the first."""
    opened = kept(desk, on_request(desk))
    theirs = attrs.evolve(on_request(desk, signed_in(desk, "Kamran")), id=opened.id)
    with pytest.raises(PortRefused):
        desk.keep_journey(theirs)
    assert desk.reopen_journey(opened.id, opened.person) == opened


@cases("token", ["", "nobody's", "\x00", "\ud800", "a\nb", "x" * 100_000, None, 5, [], b"x"])
def test_whatever_stands_in_a_url_is_a_journey_or_none(desk: Desk, token: Any) -> None:
    """What could be no token answers as none, and is not asked of any store."""
    person = signed_in(desk)
    with pytest.raises(JourneyNotFound):
        desk.reopen_journey(token, person)
    desk.forget_journey(token, person)


def test_a_store_is_asked_for_nothing_that_it_would_fail_on(city: City) -> None:
    """Of a NUL or half a character, a database fails instead of finding nothing."""
    asked: list[object] = []

    class Database(CityJourneys):
        def get(self, fin: Any, id: str) -> KeptJourney | None:  # noqa: A002  # as in the port
            asked.append(id)
            return super().get(fin, id)

        def forget(self, fin: Any, id: str) -> None:  # noqa: A002  # as in the port
            asked.append(id)

    desk = Desk([SimulatorPlugin(city, leave_out={"journeys"}), giving(journeys=Database())])
    person = signed_in(desk)
    for token in ("\x00", "\ud800", 5, "nobody's"):
        with pytest.raises(JourneyNotFound):
            desk.reopen_journey(token, person)  # type: ignore[arg-type]  # a stranger typed it
        desk.forget_journey(token, person)  # type: ignore[arg-type]  # a stranger typed it
    assert asked == ["nobody's"] * 2


# --- forgetting ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("go", "button", "entered"),
    [(on_confirm, "confirm", {}), (on_su_request, "submit", SU_REQUEST)],
)
def test_a_sent_request_is_unfinished_no_more(
    desk: Desk, go: Callable[[Desk], OpenJourney], button: str, entered: Mapping[str, object]
) -> None:
    """Keeping it after it was registered forgets what was kept before, and that alone."""
    other, waiting = kept(desk, go(desk)), kept(desk, go(desk))
    done = desk.press(waiting, button, entered)
    assert done.number
    desk.keep_journey(done)
    assert ids(desk, done) == [other.id]
    with pytest.raises(JourneyNotFound):
        desk.reopen_journey(done.id, done.person)


def test_a_journey_on_its_last_page_is_unfinished_no_more(city: City) -> None:
    """Also one that registers nothing: what was paid is over once it says so."""
    desk = elsewhere(city, TOP_UP)
    opened = kept(desk, begun(desk, "top_up"))
    desk.forget_journey(opened.id, opened.person)
    waiting = kept(desk, paying(desk))
    assert ids(desk, waiting) == [waiting.id]
    city.bank.pay(city.bank.keys[0])
    back = elsewhere(city, TOP_UP).reopen_journey(waiting.id, waiting.person)
    done = desk.press(back, "check")
    assert done.screen.final
    assert not done.number
    desk.keep_journey(done)
    assert ids(desk, done) == []


def test_one_whose_host_stopped_as_it_was_sent_is_one_request(desk: Desk) -> None:
    """It is still listed, and sent again it is told the number it has."""
    waiting = kept(desk, on_confirm(desk))
    number = desk.press(waiting, "confirm").number
    (found,) = desk.kept_journeys(waiting.person)
    again = desk.press(desk.reopen_journey(found.id, waiting.person), "confirm")
    desk.keep_journey(again)
    assert again.number == number
    assert len(desk.cases(waiting.person)) == 1
    assert desk.kept_journeys(waiting.person) == ()


def test_a_person_may_give_up_what_they_began(desk: Desk) -> None:
    """Forgotten, it is gone; forgetting it once more is harmless."""
    opened, other = kept(desk, on_code(desk)), kept(desk, on_code(desk))
    for _ in range(2):
        desk.forget_journey(opened.id, opened.person)
        assert ids(desk, opened) == [other.id]


def test_stale_journeys_are_forgotten_by_the_clock(city: City, desk: Desk) -> None:
    """Those of everybody that nobody went on with for so long, oldest first, no more than asked."""
    old = kept(desk, on_code(desk))
    kept(desk, on_code(desk, signed_in(desk, "Kamran")))
    city.clock.forward(DAY)
    third = kept(desk, on_code(desk))
    city.clock.forward(29 * DAY)
    # Not longer than the clock says: for exactly so long is not yet too long.
    assert desk.forget_stale_journeys(30 * DAY) == 0
    city.clock.forward(timedelta(microseconds=1))
    assert desk.forget_stale_journeys(30 * DAY, limit=1) == 1
    assert desk.forget_stale_journeys(30 * DAY) == 1
    assert desk.forget_stale_journeys(30 * DAY) == 0
    assert ids(desk, old) == [third.id]


# --- a service that changed meanwhile -----------------------------------------------------------


def test_a_journey_of_an_older_version_goes_on(city: City) -> None:
    """Kept by a host of version 1, reopened on one of version 3, as the upgrades say."""
    first, third = elsewhere(city, FIRST), elsewhere(city, THIRD)
    opened = first.begin(KEY, signed_in(first, service=""))
    opened = kept(first, first.press(opened, "next", {"subscriber_code": CODE}))
    (found,) = third.kept_journeys(opened.person)
    again = third.reopen_journey(found.id, opened.person)
    assert (again.id, again.version, again.typed["subscriber_code"]) == (opened.id, 3, CODE)
    kept(third, again)
    # While hosts are renewed, an older one leaves it to them, and it stays.
    with pytest.raises(JourneyChanged):
        first.reopen_journey(found.id, opened.person)
    with pytest.raises(JourneyChanged):
        third.keep_journey(opened)
    assert third.reopen_journey(found.id, opened.person) == again


# --- a store that was meddled with --------------------------------------------------------------


def _stored(city: City, opened: OpenJourney) -> KeptJourney:
    found = city.journeys.get(FIN, opened.id)
    assert found is not None
    return found


@cases("old, new", [("5XJ1K2A", "6YK2L3B"), (CODE, "2030405060"), ('"request"', '"confirm"')])
def test_a_text_that_was_altered_in_the_store_is_refused(
    city: City, desk: Desk, old: str, new: str
) -> None:
    """Whoever can write to the store can write no journey."""
    opened = kept(desk, on_request(desk))
    found = _stored(city, opened)
    outer = json.loads(found.text)
    altered = {**outer, "body": outer["body"].replace(old, new)}
    assert altered != outer
    city.journeys.put(FIN, attrs.evolve(found, text=json.dumps(altered)))
    with pytest.raises(JourneyTampered):
        desk.reopen_journey(opened.id, opened.person)


def test_a_journey_put_in_the_place_of_another_is_refused(city: City, desk: Desk) -> None:
    """Neither another person's text, nor another one of the same person's."""
    opened, other = kept(desk, on_request(desk)), kept(desk, on_code(desk))
    theirs = desk.suspend(on_request(desk, signed_in(desk, "Kamran")))
    for text in (theirs, _stored(city, other).text):
        city.journeys.put(FIN, attrs.evolve(_stored(city, opened), text=text))
        with pytest.raises(JourneyTampered):
            desk.reopen_journey(opened.id, opened.person)


# --- a desk that keeps none ---------------------------------------------------------------------


def calls(desk: Desk, opened: OpenJourney) -> list[Callable[[], object]]:
    """Everything that a keep is needed for."""
    return [
        lambda: desk.keep_journey(opened),
        lambda: desk.kept_journeys(opened.person),
        lambda: desk.reopen_journey(opened.id, opened.person),
        lambda: desk.forget_journey(opened.id, opened.person),
        lambda: desk.forget_stale_journeys(DAY),
    ]


def test_a_desk_without_a_keep_works_otherwise(city: City) -> None:
    """Nobody who keeps no journeys misses the port; who asks for them is told that it is missing.

    A request goes to its number, and the doctor finds nothing wrong.
    """
    plugin = SimulatorPlugin(city, leave_out={"journeys"})
    desk = Desk([plugin])
    opened = sent(desk)
    assert opened.number == NUMBER
    for call in calls(desk, opened):
        with pytest.raises(PortNotProvided):
            call()
    findings = examine([plugin])
    assert is_well(findings)
    assert "journeys" not in {finding.port for finding in findings}


def test_a_keep_that_is_given_is_looked_at(city: City, desk: Desk) -> None:
    """Nobody needs it; when it does not work, or two give it, that is told all the same."""
    (finding,) = [item for item in desk.check() if item.port == "journeys"]
    assert (finding.needed_by, finding.health) == ((), Health.WELL)
    city.faults.always("journeys", FaultKind.UNAVAILABLE)
    (finding,) = [item for item in desk.check() if item.advice]
    assert (finding.port, finding.health) == ("journeys", Health.ADVISED)
    two = [SimulatorPlugin(City()), giving(journeys=CityJourneys())]
    assert not is_well(examine(two))
    with pytest.raises(PortClash):
        Desk(two)


@pytest.mark.parametrize(
    ("kind", "error"), [(FaultKind.UNAVAILABLE, PortUnavailable), (FaultKind.BROKEN, PortBroken)]
)
def test_a_keep_that_fails_says_so(
    city: City, desk: Desk, kind: FaultKind, error: type[Exception]
) -> None:
    """Not now is not none: each call raises, and what was kept is there afterwards."""
    opened = kept(desk, on_code(desk))
    for call in calls(desk, opened):
        city.faults.next("journeys", kind)
        with pytest.raises(error):
            call()
    assert ids(desk, opened) == [opened.id]


# --- personal data ------------------------------------------------------------------------------


def test_nothing_personal_is_shown_or_logged(
    city: City, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """In no repr of what is kept or listed, in no error, in no log."""
    caplog.set_level(logging.DEBUG)
    opened = kept(desk, desk.press(on_request(desk), "submit", {**REQUEST, "phone": "12"}))
    said = [repr(_stored(city, opened)), repr(desk.kept_journeys(opened.person)), repr(desk)]
    for kind in FaultKind:
        for call in calls(desk, opened):
            city.faults.always("journeys", kind)
            said.append(_told(call))
            city.faults.heal()
            kept(desk, opened)
    said.append(_told(lambda: desk.reopen_journey("5XJ1K2A", opened.person)))
    assert len(list(filter(None, said))) > len(FaultKind)
    told = " ".join([*said, caplog.text])
    personal = ("5XJ1K2A", "Aysel", "Quliyeva", CODE, PHONE, "aysel@example.com", "1254")
    assert [item for item in personal if item in told] == []


def _told(call: Callable[[], object]) -> str:
    try:
        call()
    except EServicesError as error:
        return f"{error} {error!r} {error.args} {error.values}"
    return ""


def test_what_is_not_found_is_said_in_the_persons_language(desk: Desk) -> None:
    """By a code of its own, and a sentence in each language."""
    error = JourneyNotFound()
    assert error.code == "journey_not_found"
    said = [desk.speaking(tag).say(error) for tag in ("az", "en", "ru")]
    assert said == [
        "Belə yarımçıq müraciət tapılmadı.",
        "No such unfinished request was found.",
        "Такое незавершённое обращение не найдено.",
    ]
