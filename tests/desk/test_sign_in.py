"""Giriş: who may come in, by what, for what, and what a session keeps of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import attrs
import pytest
from tests.desk.walking import SERVICE, cases, giving, signed_in, unknown

from utility_eservices import Desk, Person
from utility_eservices.casework.screen import ScreenButton
from utility_eservices.desk.open_journey import SignInBegun
from utility_eservices.errors import (
    EServicesError,
    JourneyTampered,
    PortBroken,
    PortNotProvided,
    SignInFailed,
    SignInNeeded,
)
from utility_eservices.ports.sign_in import AskCredentials, Challenge, CompareCode, Redirect, ShowQr
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.person import Assurance, Identity

CHALLENGES = {
    "id_number": AskCredentials,
    "sima": ShowQr,
    "asan": CompareCode,
    "sima_token": Redirect,
    "bsxm": Redirect,
}


# --- the window ---------------------------------------------------------------------------------


def test_a_service_on_e_gov_az_offers_its_five_means(desk: Desk) -> None:
    """The window has the manual's title and a button for each means, whose key is the means."""
    window = desk.sign_in_window("e-gov.az", SERVICE)
    assert (window.key, window.window, window.title) == (
        "sign_in",
        "sign_in",
        "Giriş vasitəsini seçin",
    )
    assert window.buttons == (
        ScreenButton("id_number", "İdentifikasiya nömrəsi ilə"),
        ScreenButton("sima", "SİMA imza ilə"),
        ScreenButton("asan", "Asan imza ilə"),
        ScreenButton("sima_token", "SİMA Token (Elektron imza) ilə"),
        ScreenButton("bsxm", "BSXM Elektron İmza ilə"),
    )


def test_e_su_az_asks_before_a_service_is_chosen(desk: Desk) -> None:
    """The portal's own window needs no service and prints labels of its own."""
    window = desk.sign_in_window("e-su.az")
    assert window.title == "Asan Login"
    assert [(button.key, button.label) for button in window.buttons] == [
        ("asan", "Asan imza"),
        ("e_signature", "Elektron imza"),
        ("id_number", "İdentifikasiya nömrəsi"),
    ]


def test_a_portal_whose_services_ask_has_no_window_of_its_own(desk: Desk) -> None:
    """On e-gov.az nobody signs in before a service is chosen; an unknown portal has nothing."""
    for channel in ("e-gov.az", "e-gov", ""):
        with unknown("channel"):
            desk.sign_in_window(channel)
        with unknown("channel"):
            desk.begin_sign_in(channel, "asan")


def test_a_service_is_signed_in_for_where_it_is_offered(desk: Desk) -> None:
    """An unknown service, and a portal that does not offer a service, are named as such."""
    with unknown("service"):
        desk.sign_in_window("e-gov.az", "water_disconnection")
    with unknown("channel"):
        desk.sign_in_window("azerishiq.az", SERVICE)


@pytest.mark.parametrize(
    ("channel", "service", "means"),
    [
        ("e-gov.az", SERVICE, "e_signature"),
        ("e-gov.az", SERVICE, ""),
        ("e-gov.az", SERVICE, "ASAN"),
        ("e-su.az", "", "sima"),
        ("e-su.az", "", "bsxm"),
    ],
)
def test_a_means_that_the_window_does_not_offer_is_unknown(
    desk: Desk, channel: str, service: str, means: str
) -> None:
    """Also one that another portal offers, and the city serves, is no way in here."""
    with unknown("means"):
        desk.begin_sign_in(channel, means, service)


# --- beginning and finishing --------------------------------------------------------------------


@pytest.mark.parametrize(("means", "kind"), CHALLENGES.items())
def test_each_means_has_its_challenge(desk: Desk, means: str, kind: type[Challenge]) -> None:
    """What was begun remembers portal, service and means, and hands over the challenge."""
    begun = desk.begin_sign_in("e-gov.az", means, SERVICE)
    assert (begun.channel, begun.service, begun.means) == ("e-gov.az", SERVICE, means)
    assert isinstance(begun.challenge, kind)


def test_a_person_is_who_the_means_proved_here_and_now(city: City, desk: Desk) -> None:
    """The person carries identity, portal, service and the instant of the sign-in's end."""
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    city.clock.forward(timedelta(minutes=4))
    person = desk.finish_sign_in(begun, {"resident": "Aysel"})
    aysel = city.people["Aysel"]
    assert person.identity == Identity(aysel.fin, aysel.full_name, "asan", Assurance.HIGH)
    assert (person.channel, person.service) == ("e-gov.az", SERVICE)
    assert person.at == city.clock.now()


class _Recorded:
    """A sign-in that remembers how it was asked, and answers with one identity."""

    def __init__(self, city: City, identity: Identity) -> None:
        self.city = city
        self.identity = identity
        self.begun_with: list[Mapping[str, str]] = []
        self.finished_with: list[tuple[str, Mapping[str, str]]] = []

    def begin(self, details: Mapping[str, str]) -> Challenge:
        self.begun_with.append(details)
        return CompareCode("1234", "reference-1", self.city.clock.now() + timedelta(minutes=1))

    def finish(self, reference: str, evidence: Mapping[str, str]) -> Identity:
        self.finished_with.append((reference, evidence))
        return self.identity


def recorded(city: City, means: str) -> tuple[Desk, _Recorded]:
    aysel = city.people["Aysel"]
    port = _Recorded(city, Identity(aysel.fin, aysel.full_name, means, Assurance.HIGH))
    simulator = SimulatorPlugin(city, leave_out={"sign_in"})
    return Desk([simulator, giving(sign_in=port)]), port


def test_details_and_evidence_reach_the_means_as_they_came(city: City) -> None:
    """What a means needs first is handed over, an empty mapping when there is nothing."""
    desk, port = recorded(city, "asan")
    desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE, {"phone": "0502001020"})
    desk.finish_sign_in(begun, {"code": "1234"})
    assert port.begun_with == [{}, {"phone": "0502001020"}]
    assert port.finished_with == [("reference-1", {"code": "1234"})]


def test_an_identity_of_another_means_is_not_taken(city: City) -> None:
    """A provider that answers for another means than was chosen has proved nothing."""
    desk, _ = recorded(city, "id_number")
    with pytest.raises(SignInFailed):
        signed_in(desk, means="asan")
    assert signed_in(desk, means="id_number").identity.means == "id_number"


def test_a_challenge_is_over_at_the_instant_it_expires(city: City) -> None:
    """The desk asks no means for what has expired, whatever the means would say."""
    desk, port = recorded(city, "asan")
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    city.clock.forward(timedelta(seconds=59))
    assert desk.finish_sign_in(begun, {}).identity == port.identity
    city.clock.forward(timedelta(seconds=1))
    with pytest.raises(SignInFailed):
        desk.finish_sign_in(begun, {})
    assert len(port.finished_with) == 1


def test_a_sign_in_is_finished_once(desk: Desk) -> None:
    """The same challenge gives no second person, with the same evidence or another."""
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    desk.finish_sign_in(begun, {"resident": "Aysel"})
    for name in ("Aysel", "Kamran"):
        with pytest.raises(SignInFailed):
            desk.finish_sign_in(begun, {"resident": name})


def test_a_challenge_of_one_means_is_not_finished_by_another(desk: Desk) -> None:
    """Another means knows nothing of the reference."""
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    with pytest.raises(SignInFailed):
        desk.finish_sign_in(attrs.evolve(begun, means="bsxm"), {"resident": "Aysel"})


@cases("wrong", [None, ["resident"], "resident", {"resident": 1}, {1: "Aysel"}])
def test_evidence_that_is_no_texts_by_name_proves_nothing(desk: Desk, wrong: Any) -> None:
    """Whatever a browser sent, the answer is a sign-in that failed, and the way stays open."""
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    with pytest.raises(SignInFailed):
        desk.finish_sign_in(begun, wrong)
    if wrong:
        with pytest.raises(SignInFailed):
            desk.begin_sign_in("e-gov.az", "asan", SERVICE, wrong)
    assert desk.finish_sign_in(begun, {"resident": "Aysel"}).service == SERVICE


@pytest.mark.parametrize("kind", FaultKind)
def test_a_means_that_fails_says_so_in_one_of_four_ways(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """Beginning and finishing fail with an error of the library, never with the adapter's own."""
    city.faults.next("sign_in:asan", kind)
    with pytest.raises(EServicesError) as caught:
        desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    assert isinstance(caught.value, PortBroken) is (kind is FaultKind.BROKEN)
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    city.faults.next("sign_in:asan", kind)
    with pytest.raises(EServicesError) as caught:
        desk.finish_sign_in(begun, {"resident": "Aysel"})
    assert isinstance(caught.value, PortBroken) is (kind is FaultKind.BROKEN)


def test_a_clock_that_breaks_says_so(city: City, desk: Desk) -> None:
    """Nothing is done at an unknown time, and the clock's own error stays inside."""
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    city.faults.next("clock", FaultKind.BROKEN)
    with pytest.raises(PortBroken):
        desk.finish_sign_in(begun, {"resident": "Aysel"})


def test_a_means_that_nobody_serves_is_reported_when_it_is_chosen(city: City) -> None:
    """The desk opens without it, and the other means work."""
    desk = Desk([SimulatorPlugin(city, leave_out={"sign_in:sima"})])
    with pytest.raises(PortNotProvided) as caught:
        desk.begin_sign_in("e-gov.az", "sima", SERVICE)
    assert caught.value.values == {"port": "sign_in", "scope": "sima"}
    assert signed_in(desk, means="asan").identity.means == "asan"


# --- for what one is signed in ------------------------------------------------------------------


def test_the_sign_in_is_for_one_service(desk: Desk) -> None:
    """A person who signed in for another service, or for the portal, signs in again."""
    aysel = signed_in(desk)
    for other in ("water_disconnection", ""):
        with pytest.raises(SignInNeeded):
            desk.begin(SERVICE, attrs.evolve(aysel, service=other))


def test_the_sign_in_of_one_portal_is_none_on_another(desk: Desk) -> None:
    """Who signed in on e-su.az cannot begin on e-gov.az, nor the other way round."""
    on_su, on_gov = signed_in(desk, channel="e-su.az"), signed_in(desk)
    with pytest.raises(SignInNeeded):
        desk.begin(SERVICE, attrs.evolve(on_su, channel="e-gov.az"))
    with pytest.raises(SignInNeeded):
        desk.begin(SERVICE, attrs.evolve(on_gov, channel="e-su.az"))
    with unknown("channel"):
        desk.begin(SERVICE, attrs.evolve(on_gov, channel="azerishiq.az"))


def test_the_means_must_be_one_of_the_journeys(desk: Desk) -> None:
    """E-signature opens e-su.az, and no service of e-gov.az; SİMA the other way round."""
    on_su = signed_in(desk, channel="e-su.az", means="e_signature")
    assert desk.begin(SERVICE, on_su).state == "code"
    with pytest.raises(SignInNeeded):
        desk.begin(SERVICE, attrs.evolve(on_su, channel="e-gov.az", service=SERVICE))
    on_gov = signed_in(desk, means="sima")
    with pytest.raises(SignInNeeded):
        desk.begin(SERVICE, attrs.evolve(on_gov, channel="e-su.az", service=""))


def test_a_link_leads_into_the_journey_of_another_portal(desk: Desk) -> None:
    """Who comes from azersu.az signs in there, for the same pages as on e-gov.az."""
    opened = desk.begin(SERVICE, signed_in(desk, channel="azersu.az"))
    assert (opened.channel, opened.state) == ("azersu.az", "home")


# --- what a session keeps -----------------------------------------------------------------------


@pytest.mark.parametrize("means", CHALLENGES)
def test_a_sign_in_outlives_its_host_by_the_session(city: City, desk: Desk, means: str) -> None:
    """What was begun on one host is finished on another; the person comes back equal."""
    begun = desk.begin_sign_in("e-gov.az", means, SERVICE)
    there = Desk([SimulatorPlugin(city)])
    recalled = there.recall(desk.keep(begun), SignInBegun)
    assert recalled == begun
    person = there.finish_sign_in(recalled, {"resident": "Aysel"})
    assert desk.recall(there.keep(person), Person) == person


def test_one_kind_does_not_pass_for_another(desk: Desk) -> None:
    """A person is no sign-in and no journey, however well sealed."""
    aysel = signed_in(desk)
    kept = desk.keep(aysel)
    with pytest.raises(JourneyTampered):
        desk.recall(kept, SignInBegun)
    with pytest.raises(JourneyTampered):
        desk.resume(kept, aysel)
    with pytest.raises(JourneyTampered):
        desk.recall(desk.suspend(desk.begin(SERVICE, aysel)), Person)


def test_an_altered_text_is_refused(desk: Desk) -> None:
    """Neither another FIN in the body nor another seal is taken."""
    kept = json.loads(desk.keep(signed_in(desk)))
    other = {**kept, "body": kept["body"].replace("5XJ1K2A", "6YK2L3B")}
    assert other != kept
    unsealed = {**kept, "seal": "0" * 64}
    anything: list[object] = [other, unsealed, {"body": kept["body"]}, [], "", None]
    for altered in anything:
        with pytest.raises(JourneyTampered):
            desk.recall(json.dumps(altered), Person)


def test_a_text_sealed_with_another_secret_is_refused(desk: Desk) -> None:
    """Another city has another secret; the same person there is none here."""
    elsewhere = Desk([SimulatorPlugin(City(seed=2))])
    with pytest.raises(JourneyTampered):
        desk.recall(elsewhere.keep(signed_in(elsewhere)), Person)
