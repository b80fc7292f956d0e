"""A journey that leaves the library as text, and what of it comes back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from tests.desk.walking import (
    CODE,
    NUMBER,
    REQUEST,
    SERVICE,
    cases,
    codes,
    giving,
    on_code,
    on_confirm,
    on_invoice,
    on_request,
    on_su_code,
    on_su_request,
    options,
    sent,
    signed_in,
    su_sent,
)

from utility_eservices import Desk, OpenJourney, Person
from utility_eservices.casework.page import Button, Page, Typed, Uploaded
from utility_eservices.casework.service import Service
from utility_eservices.casework.upgrade import Upgrade
from utility_eservices.desk.sealing import open_sealed, sealed
from utility_eservices.desk.system import SealedTokens
from utility_eservices.errors import JourneyChanged, JourneyTampered, PortBroken, SignInNeeded
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

PLACES = [
    on_code,
    on_invoice,
    on_request,
    on_confirm,
    sent,
    on_su_code,
    on_su_request,
    su_sent,
]


def again(desk: Desk, opened: OpenJourney) -> Person:
    """The journey's person, signed in once more."""
    return signed_in(desk, channel=opened.channel, means="id_number")


@pytest.mark.parametrize("go", PLACES)
def test_a_resumed_journey_stands_where_it_stood(
    city: City, desk: Desk, go: Callable[[Desk], OpenJourney]
) -> None:
    """On another host, after another sign-in: the same page, entries, number and screen."""
    opened = go(desk)
    there = Desk([SimulatorPlugin(city)])
    person = again(there, opened)
    resumed = there.resume(desk.suspend(opened), person)
    assert resumed == attrs.evolve(opened, person=person)
    assert resumed.screen == opened.screen


def test_a_resumed_journey_goes_on_to_its_number(city: City, desk: Desk) -> None:
    """What was typed and uploaded before is sent after."""
    opened = desk.press(on_request(desk), "submit", {**REQUEST, "phone": "12"})
    there = Desk([SimulatorPlugin(city)])
    resumed = there.resume(desk.suspend(opened), again(there, opened))
    waiting = there.press(resumed, "submit", {"phone": REQUEST["phone"]})
    assert there.press(waiting, "confirm").number == NUMBER


def test_a_screen_is_rendered_anew_when_resumed(city: City, desk: Desk) -> None:
    """The faults of the press before it are gone, the lists are those of now."""
    stayed = desk.press(on_invoice(desk), "continue", {"faulty_invoice": "none"})
    city.billing.add(CODE_OF_AYSEL, *_one_more(city))
    resumed = desk.resume(desk.suspend(stayed), again(desk, stayed))
    entry = resumed.screen.entry("Xətalı faktura nömrəsi")
    assert entry.fault == ""
    assert next(iter(options(resumed, "faulty_invoice"))) == "F-NEW"


CODE_OF_AYSEL = City().people["Aysel"].codes[0]


def _one_more(city: City) -> list[Any]:
    latest = next(item for item in city.billing.invoices(CODE_OF_AYSEL) if item.disputable)
    return [attrs.evolve(latest, number="F-NEW", month=latest.month.minus(-2))]


def test_the_text_holds_no_screen(desk: Desk) -> None:
    """What was shown then is not kept, only what was entered."""
    body = json.loads(json.loads(desk.suspend(on_invoice(desk)))["body"])
    assert body["journey"]["screen"] is None
    assert body["kind"] == "journey"
    assert body["journey"]["typed"] == {"subscriber_code": CODE}


# --- what is refused ----------------------------------------------------------------------------


def test_another_persons_journey_is_not_resumed(desk: Desk) -> None:
    """Whose FIN it is not, for them the text is none."""
    text = desk.suspend(on_request(desk))
    with pytest.raises(JourneyTampered):
        desk.resume(text, signed_in(desk, "Kamran"))


@pytest.mark.parametrize("channel", ["e-su.az", "azersu.az"])
def test_a_journey_is_resumed_on_its_own_portal(desk: Desk, channel: str) -> None:
    """Signed in on another portal, the person signs in where the journey began."""
    text = desk.suspend(on_request(desk))
    with pytest.raises(SignInNeeded):
        desk.resume(text, signed_in(desk, channel=channel))


def test_a_journey_is_resumed_after_a_sign_in_for_it(desk: Desk) -> None:
    """As when it is begun, the sign-in is for its service and by one of its means."""
    opened = on_request(desk)
    text = desk.suspend(opened)
    with pytest.raises(SignInNeeded):
        desk.resume(text, attrs.evolve(opened.person, service="water_disconnection"))
    other = attrs.evolve(opened.person.identity, means="e_signature")
    with pytest.raises(SignInNeeded):
        desk.resume(text, attrs.evolve(opened.person, identity=other))


def _altered(text: str, old: str, new: str) -> str:
    outer = json.loads(text)
    altered = {**outer, "body": outer["body"].replace(old, new)}
    assert altered != outer
    return json.dumps(altered)


@cases("old, new", [("5XJ1K2A", "6YK2L3B"), ('"request"', '"confirm"'), (CODE, "2030405060")])
def test_an_altered_journey_is_refused(desk: Desk, old: str, new: str) -> None:
    """Person, page and entries are sealed, each of them."""
    opened = on_request(desk)
    with pytest.raises(JourneyTampered):
        desk.resume(_altered(desk.suspend(opened), old, new), opened.person)


def test_a_journey_of_another_secret_is_refused(desk: Desk) -> None:
    """A host without the secret of the seal cannot hand over journeys."""
    elsewhere = Desk([SimulatorPlugin(City(seed=2))])
    opened = on_request(elsewhere)
    with pytest.raises(JourneyTampered):
        desk.resume(elsewhere.suspend(opened), opened.person)


# --- a service that changed meanwhile ------------------------------------------------------------


def reopened(city: City, service: Service) -> Desk:
    """A desk on the same city, with the service as it is now."""
    return Desk([SimulatorPlugin(city)], services=[service])


def evolved(desk: Desk, **changes: Any) -> Service:
    """The debt investigation with something declared otherwise."""
    service = desk.catalogue.of(SERVICE)
    return attrs.evolve(service, **{"rules": service.rules, **changes})


def on_page(desk: Desk, key: str, alter: Callable[[Page], Page]) -> Service:
    """The debt investigation with one page of e-gov.az altered."""
    gov, su = desk.catalogue.of(SERVICE).journeys
    pages = tuple(alter(page) if page.key == key else page for page in gov.pages)
    return evolved(desk, journeys=(attrs.evolve(gov, pages=pages), su))


def test_another_version_of_the_service_has_another_journey(city: City, desk: Desk) -> None:
    """Not pressed, filled, shown or suspended before it was resumed; begun anew it works."""
    opened = on_request(desk)
    now = reopened(city, evolved(desk, version=2, upgrades=(Upgrade(since=1),)))
    calls: list[Callable[[], object]] = [
        lambda: now.press(opened, "submit"),
        lambda: now.fill(opened, {}),
        lambda: now.show(opened),
        lambda: now.suspend(opened),
    ]
    for call in calls:
        with pytest.raises(JourneyChanged):
            call()
    assert sent(now).number == NUMBER


def _with_button(page: Page) -> Page:
    return attrs.evolve(page, buttons=(*page.buttons, Button("more", "Daha", "home")))


def _without_button(page: Page) -> Page:
    return attrs.evolve(page, buttons=page.buttons[1:])


def _with_entry(page: Page) -> Page:
    return attrs.evolve(page, parts=(*page.parts, Typed("phone")))


def _with_another_kind(page: Page) -> Page:
    parts = (Uploaded("subscriber_code") if isinstance(p, Typed) else p for p in page.parts)
    return attrs.evolve(page, parts=tuple(parts))


@pytest.mark.parametrize("alter", [_with_button, _without_button, _with_entry, _with_another_kind])
def test_another_shape_of_the_pages_is_another_journey(
    city: City, desk: Desk, alter: Callable[[Page], Page]
) -> None:
    """Where entries or buttons changed under the same version, nothing is resumed on a guess."""
    opened = on_request(desk)
    now = reopened(city, on_page(desk, "invoice", alter))
    with pytest.raises(JourneyChanged):
        now.resume(desk.suspend(opened), opened.person)


def test_another_wording_is_the_same_journey(city: City, desk: Desk) -> None:
    """Texts may be corrected while journeys are suspended; the new ones are shown."""
    opened = on_request(desk)
    now = reopened(city, on_page(desk, "request", lambda p: attrs.evolve(p, title="Yeni")))
    assert now.resume(desk.suspend(opened), opened.person).screen.title == "Yeni"


def test_a_service_that_is_gone_has_changed(city: City, desk: Desk) -> None:
    """Neither the service nor, on this portal, its journey is there any longer."""
    opened = on_request(desk)
    text = desk.suspend(opened)
    with pytest.raises(JourneyChanged):
        Desk([SimulatorPlugin(city)], services=[]).resume(text, opened.person)
    elsewhere = evolved(desk, journeys=desk.catalogue.of(SERVICE).journeys[1:])
    with pytest.raises(JourneyChanged):
        reopened(city, elsewhere).resume(text, opened.person)


@pytest.mark.parametrize("part", ["typed", "person"])
def test_a_text_of_another_version_of_the_library_has_changed(
    city: City, desk: Desk, part: str
) -> None:
    """Sealed by us but of another form: told as renewed, without the converter's own error."""
    opened = on_request(desk)
    data = open_sealed(city.tokens, "journey", desk.suspend(opened))
    data["journey"][part] = 5
    with pytest.raises(JourneyChanged):
        desk.resume(sealed(city.tokens, "journey", data), opened.person)
    person = open_sealed(city.tokens, "Person", desk.keep(opened.person))
    del person["value"]["identity"]
    with pytest.raises(JourneyChanged):
        desk.recall(sealed(city.tokens, "Person", person), Person)


# --- the seal itself ----------------------------------------------------------------------------

TOKENS = SealedTokens(b"secret")


def test_what_was_sealed_is_opened() -> None:
    """The data come back as they went, without the word for their kind."""
    data = {"name": "Aysəl", "rows": [1, None]}
    assert open_sealed(TOKENS, "journey", sealed(TOKENS, "journey", data)) == data


def test_the_same_data_have_the_same_seal() -> None:
    """The order in which they were put together is none of theirs."""
    assert sealed(TOKENS, "k", {"a": 1, "b": 2}) == sealed(TOKENS, "k", {"b": 2, "a": 1})


def test_the_longest_text_is_read_and_a_longer_one_is_not() -> None:
    """Ten million characters are enough for any journey; what is longer is not even parsed."""
    frame = len(sealed(TOKENS, "k", {"a": ""}))
    longest = sealed(TOKENS, "k", {"a": "x" * (10_000_000 - frame)})
    assert len(longest) == 10_000_000
    assert len(open_sealed(TOKENS, "k", longest)["a"]) == 10_000_000 - frame
    with pytest.raises(JourneyTampered):
        open_sealed(TOKENS, "k", sealed(TOKENS, "k", {"a": "x" * (10_000_001 - frame)}))


@cases(
    "text",
    [
        "",
        "no JSON",
        "null",
        "12",
        '"text"',
        "[]",
        "{}",
        '{"body": "{}"}',
        '{"seal": ""}',
        '{"body": 1, "seal": ""}',
        '{"body": "{}", "seal": null}',
        '{"body": "{}", "seal": "ə"}',
        '{"body": "\\ud800", "seal": ""}',
        '{"body": "{}", "seal": "\\ud800"}',
        "[" * 100_000,
        "9" * 10_000,
        None,
        5,
    ],
    # No backslash: pytest doubles it on a second collection, and mutmut no longer finds the test.
)
def test_anything_else_is_no_sealed_text(text: Any) -> None:
    """Whatever comes back from a browser, the answer is one error of the library."""
    with pytest.raises(JourneyTampered):
        open_sealed(TOKENS, "journey", text)


def test_a_seal_is_asked_for_and_held_by_the_port() -> None:
    """HMAC of the body as text; the kind is in the body, so that it is sealed too."""
    outer = json.loads(sealed(TOKENS, "journey", {"a": "ə"}))
    assert json.loads(outer["body"]) == {"kind": "journey", "a": "ə"}
    assert outer["seal"] == TOKENS.seal(outer["body"])
    assert len(outer["seal"]) == hashlib.sha256().digest_size * 2


class _Mistaken(SealedTokens):
    """Tokens with a mistake in them."""

    def holds(self, text: str, seal: str) -> bool:
        """See `Tokens.holds`."""
        raise RuntimeError(text)


def test_tokens_that_break_have_not_shown_that_a_text_was_altered(city: City) -> None:
    """A mistake of the adapter is told as such, not as the person's."""
    simulator = SimulatorPlugin(city, leave_out={"tokens"})
    desk = Desk([simulator, giving(tokens=_Mistaken(b"secret"))])
    opened = on_code(desk)
    with pytest.raises(PortBroken):
        desk.resume(desk.suspend(opened), opened.person)
    assert codes(desk.show(opened)) == []
