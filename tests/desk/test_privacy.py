"""Personal data: in no repr, in no log, in no text of an error, from sign-in to the end."""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable
from typing import Any

import pytest
from tests.desk.walking import (
    NUMBER,
    REQUEST,
    SERVICE,
    STAFF,
    act,
    on_code,
    on_confirm,
    on_invoice,
    on_request,
    on_su_request,
    perform_all,
    signed_in,
)

from utility_eservices import Desk, Person
from utility_eservices.errors import EServicesError
from utility_eservices.ports.case_store import CaseQuery
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO

PERSONAL = (
    "5XJ1K2A",
    "Aysel",
    "Quliyeva",
    "Vaqif",
    "0502001020",
    "050 200 10 20",
    "502001020",
    "aysel@example.com",
    "1020304050",
    "Nümunə küçəsi",
    EXAMPLE_PHOTO.name,
    repr(EXAMPLE_PHOTO.content[:8])[2:-1],
    base64.b64encode(EXAMPLE_PHOTO.content).decode()[:16],
    "1254",
    # What an officer wrote.
    "Sirr",
)


def leaks(text: str) -> list[str]:
    """The personal data that stand in a text."""
    return [item for item in PERSONAL if item in text]


def walk(desk: Desk, person: Person) -> list[Any]:
    """All that a host is handed on the way of a request."""
    opened = [on_code(desk, person), on_invoice(desk, person), on_request(desk, person)]
    opened.append(desk.press(opened[-1], "submit", {**REQUEST, "phone": "12"}))
    opened.append(on_confirm(desk, person))
    opened.append(desk.press(opened[-1], "confirm"))
    return opened


def test_nothing_personal_shows_in_what_a_host_is_handed(city: City, desk: Desk) -> None:
    """Hosts log what they hold: journeys, persons, cases, effects, letters, notices, stories."""
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    person = desk.finish_sign_in(begun, {"resident": "Aysel"})
    seen: list[Any] = [begun, person, *walk(desk, person)]
    seen.append(on_su_request(desk, signed_in(desk, channel="e-su.az")))
    seen.append(desk.fill(on_request(desk, person), {"phone": ["050 200 10 20"]}))
    seen += city.store.due_effects(city.clock.now(), {SERVICE})
    perform_all(desk)
    act(desk, NUMBER, "investigate")
    case = act(desk, NUMBER, "send_to_commission", {"cause": "Sirr budur."})
    seen += [case, *case.history, *desk.actions(case, STAFF), *desk.staff_inbox(STAFF)]
    seen += [*desk.find_cases(STAFF, "Aysel"), CaseQuery(text="Aysel")]
    act(desk, NUMBER, "refuse", {"reason": "Sirr budur."})
    perform_all(desk)
    seen += [*desk.cases(person), desk.case(person, NUMBER), *desk.inbox(person)]
    seen += [desk.explain(NUMBER, person), desk.explain(NUMBER, STAFF)]
    seen += [*city.emails.letters, *city.texts.letters, *desk.check(), *desk.services("e-gov.az")]
    seen += [desk.status_screen(signed_in(desk, channel="e-su.az")), STAFF, desk]
    seen.append(desk.attachment(STAFF, NUMBER, "meter_photo"))
    for item in seen:
        assert leaks(repr(item)) == [], type(item)
        assert leaks(str(item)) == [], type(item)


def failing(call: Callable[[], object]) -> str:
    """All that an error says of itself, empty when there is none."""
    try:
        call()
    except EServicesError as error:
        return f"{error} {error!r} {error.args} {error.message} {error.values}"
    return ""


@pytest.mark.parametrize("kind", FaultKind)
def test_nothing_personal_is_logged_or_told_by_failures(
    city: City, desk: Desk, caplog: pytest.LogCaptureFixture, kind: FaultKind
) -> None:
    """With every system failing in turn, through a whole journey and the office after it."""
    caplog.set_level(logging.DEBUG)
    person = signed_in(desk)
    kept, text = desk.keep(person), desk.suspend(on_request(desk, person))
    waiting = on_confirm(desk, person)
    desk.press(waiting, "confirm")
    perform_all(desk)
    version = act(desk, NUMBER, "investigate").version
    findings = {"cause": "Sirr budur."}
    calls: list[Callable[[], object]] = [
        lambda: desk.begin_sign_in("e-gov.az", "asan", SERVICE, {"resident": "Aysel"}),
        lambda: signed_in(desk),
        lambda: walk(desk, person),
        lambda: desk.recall(kept, Person),
        lambda: desk.resume(text, person),
        lambda: desk.press(waiting, "confirm"),
        lambda: desk.cases(person),
        lambda: desk.case(person, NUMBER),
        lambda: desk.inbox(person),
        lambda: desk.staff_inbox(STAFF),
        lambda: desk.find_cases(STAFF, "Aysel"),
        lambda: desk.explain(NUMBER, person),
        lambda: desk.attachment(STAFF, NUMBER, "meter_photo"),
        lambda: desk.act(STAFF, NUMBER, "send_to_commission", findings, version=version),
        desk.perform_due,
    ]
    said = []
    for port in sorted({finding.port for finding in desk.check()}):
        for call in calls:
            city.faults.next(port, kind)
            said.append(failing(call))
            city.faults.heal()
    assert any(said)
    assert leaks(" ".join(said)) == []
    assert caplog.messages
    assert leaks(caplog.text) == []


def test_nothing_personal_is_told_by_mistakes_of_hosts_and_strangers(desk: Desk) -> None:
    """Whatever was handed in wrongly is not repeated in the error about it."""
    person = signed_in(desk)
    opened = on_request(desk, person)
    kamran = signed_in(desk, "Kamran")
    stolen = desk.suspend(opened)
    wrong = "Aysel 5XJ1K2A"
    calls: list[Callable[[], object]] = [
        lambda: desk.begin(wrong, person),
        lambda: desk.begin_sign_in(wrong, "asan"),
        lambda: desk.begin_sign_in("e-gov.az", wrong, SERVICE),
        lambda: desk.press(opened, wrong),
        lambda: desk.press(opened, "submit", {wrong: wrong}),
        lambda: desk.resume(stolen, kamran),
        lambda: desk.resume(stolen.replace("1020304050", "1020304051"), person),
        lambda: desk.recall(wrong, Person),
        lambda: desk.case(person, wrong),
        lambda: desk.try_again(wrong),
        lambda: desk.act(STAFF, wrong, wrong, {wrong: wrong}, version=1),
    ]
    for call in calls:
        said = failing(call)
        assert said
        assert leaks(said) == []


def test_a_strangers_code_shows_nothing_of_its_holder(desk: Desk) -> None:
    """Ruling 14: existence is enough for a request, and the holder stays unnamed."""
    opened = desk.press(
        on_code(desk, signed_in(desk, "Kamran")), "check", {"subscriber_code": "1020304050"}
    )
    shown = str(opened.screen.as_json())
    assert [item for item in ("Aysel", "Quliyeva", "Nümunə", "5XJ1K2A") if item in shown] == []
    assert "F-2020-09-4050" in shown
