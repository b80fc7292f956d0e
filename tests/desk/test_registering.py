"""Qeydiyyat: a journey's form becomes a case with a number, once for each journey."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import attrs
from tests.desk.walking import (
    CODE,
    NUMBER,
    SERVICE,
    SU_REQUEST,
    cases,
    codes,
    giving,
    on_confirm,
    on_su_request,
    signed_in,
    texts,
)

from utility_eservices import Desk
from utility_eservices.casework.acts import CaseFacts
from utility_eservices.casework.notice import Medium
from utility_eservices.casework.page import Recap
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.screen import Rows
from utility_eservices.casework.service import REGISTER
from utility_eservices.desk.catalogue import built_in_services
from utility_eservices.desk.moving import address, new_case
from utility_eservices.desk.system import SealedTokens
from utility_eservices.errors import Fault
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.contact import Email


class _Numbers:
    """Numbers that remember what they were asked for."""

    def __init__(self, *numbers: Any) -> None:
        self.numbers = iter(numbers)
        self.asked: list[tuple[object, ...]] = []

    def issue(self, *asked: object) -> Any:
        self.asked.append(asked)
        return next(self.numbers)


def issuing(city: City, *numbers: Any) -> tuple[Desk, _Numbers]:
    """A desk whose requests get these numbers."""
    port = _Numbers(*numbers)
    return Desk([SimulatorPlugin(city, leave_out={"numbers"}), giving(numbers=port)]), port


def test_the_number_is_issued_for_the_service_and_bakus_day(city: City) -> None:
    """Once for each journey that is sent, however often it is pressed."""
    desk, numbers = issuing(city, "N-1", "N-2")
    waiting = on_confirm(desk)
    first, second = desk.press(waiting, "confirm"), desk.press(waiting, "confirm")
    assert (first.number, second.number) == ("N-1", "N-1")
    assert numbers.asked == [(SERVICE, waiting.entered_on["phone"])]


@cases("number", ["", "  ", None, 7, "N\n1", "N\u202e1", "9" * 101])
def test_a_number_that_nobody_can_use_is_not_registered(city: City, number: Any) -> None:
    """Such an adapter is broken; the next number that it issues is taken."""
    desk, _ = issuing(city, number, "N-2")
    waiting = on_confirm(desk)
    stayed = desk.press(waiting, "confirm")
    assert (stayed.state, codes(stayed)) == ("confirm", ["perhaps_registered"])
    assert desk.cases(waiting.person) == ()
    assert desk.press(stayed, "confirm").number == "N-2"


@cases("number", ["9" * 100, "Ə 7/2026", "7"])
def test_a_number_looks_as_the_utility_likes(city: City, number: str) -> None:
    """No manual says what one looks like; a hundred characters are enough."""
    desk, _ = issuing(city, number)
    sent = desk.press(on_confirm(desk), "confirm")
    assert sent.number == number
    assert desk.case(sent.person, number).number == number


class _OneToken(SealedTokens):
    """Tokens that give everybody the same name."""

    def new(self) -> str:
        """See `Tokens.new`."""
        return "same"


def test_two_journeys_with_one_token_tell_nobody_the_others_number(city: City) -> None:
    """The second person reads that it failed, and not whose number it would have been."""
    tokens = _OneToken(b"secret")
    desk = Desk([SimulatorPlugin(city, leave_out={"tokens"}), giving(tokens=tokens)])
    assert desk.press(on_confirm(desk), "confirm").number == NUMBER
    kamran = signed_in(desk, "Kamran")
    stayed = desk.press(on_confirm(desk, kamran), "confirm")
    assert (stayed.number, codes(stayed)) == ("", ["perhaps_registered"])
    assert NUMBER not in str(stayed.screen.as_json())
    assert desk.cases(kamran) == ()


def test_a_token_of_another_services_journey_registers_nothing(city: City) -> None:
    """Nor is the case of one service told as that of another."""
    tokens = _OneToken(b"secret")
    plugins = [SimulatorPlugin(city, leave_out={"tokens"}), giving(tokens=tokens)]
    service = Desk(plugins).catalogue.of(SERVICE)
    sister = attrs.evolve(service, key="sister", rules=service.rules)
    desk = Desk(plugins, services=[service, sister])
    waiting = on_confirm(desk)
    desk.press(waiting, "confirm")
    person = attrs.evolve(waiting.person, service="sister")
    other = attrs.evolve(waiting, service="sister", person=person)
    assert codes(desk.press(other, "confirm")) == ["perhaps_registered"]


BEFORE = (
    "Müraciətiniz əvvəl AZS-2026-000001 nömrəsi ilə qeydiyyata alınıb; "
    "sonradan dəyişdirdikləriniz göndərilmədi."
)


def test_what_was_changed_after_registration_is_told_as_not_sent(city: City, desk: Desk) -> None:
    """The answer got lost, another telephone was entered: the number, and that it stayed."""
    waiting = on_su_request(desk)
    city.faults.next("case_store", FaultKind.LOST_ANSWER, method="register")
    stayed = desk.press(waiting, "submit", SU_REQUEST)
    changed = desk.press(stayed, "submit", {"phone": "055 300 20 30"})
    assert (changed.state, changed.number) == ("registered", NUMBER)
    assert texts(changed) == [
        BEFORE,
        "Müraciətiniz qeydə alındı. Müraciət nömrəniz: AZS-2026-000001",
    ]
    first, _ = changed.screen.messages
    assert (first.tone, first.code, first.field) == ("fault", "registered_before", "")
    case = city.store.get(NUMBER)
    assert case is not None
    assert case.form.phone.value == "+994502001020"
    unchanged = desk.press(stayed, "submit")
    assert codes(unchanged) == [""]


def test_the_last_page_may_show_what_was_sent(city: City, desk: Desk) -> None:
    """A recap beside the number, of the values that were registered."""
    service = desk.catalogue.of(SERVICE)
    gov, su = service.journeys
    *pages, last = su.pages
    recap = attrs.evolve(last, parts=(Recap("Göndərildi", ("phone", "reading_date")),))
    journeys = (gov, attrs.evolve(su, pages=(*pages, recap)))
    altered = attrs.evolve(service, rules=service.rules, journeys=journeys)
    desk = Desk([SimulatorPlugin(city)], services=[altered])
    sent = desk.press(on_su_request(desk), "submit", SU_REQUEST)
    rows = (("Telefon nömrəsi", "050 200 10 20"), ("Göstəricinin tarixi", "20.11.2026"))
    assert sent.screen.rows == (Rows("Göndərildi", rows),)


# --- a case before its registration -------------------------------------------------------------


def debt() -> Any:
    """The debt investigation."""
    return next(item for item in built_in_services() if item.key == SERVICE)


def test_a_draft_says_what_it_concerns_if_anything() -> None:
    """The subscriber code as text; nothing where the service or the form names none."""
    person: Any = object()
    form = SimpleNamespace(subscriber_code=SimpleNamespace(value=CODE))
    draft = new_case(debt(), "N-1", "e-gov.az", "journey", person, form)
    assert attrs.asdict(draft, recurse=False) == {
        "number": "N-1",
        "utility": "azersu",
        "service": SERVICE,
        "service_version": 1,
        "channel": "e-gov.az",
        "journey": "journey",
        "applicant": person,
        "form": form,
        "concerns": CODE,
        "state": "draft",
        "history": (),
        "version": 0,
        "language": "az",
    }
    about_nothing = attrs.evolve(debt(), rules=debt().rules, concerns="")
    assert new_case(about_nothing, "N", "c", "j", person, form).concerns == ""
    empty = SimpleNamespace(subscriber_code=None)
    assert new_case(debt(), "N", "c", "j", person, empty).concerns == ""


def test_a_case_is_about_the_field_that_is_there() -> None:
    """Where either of two fields holds the code, it is that of the one filled in."""
    person: Any = object()
    either = attrs.evolve(debt(), rules=debt().rules, concerns="subscriber_code phone")
    code, phone = SimpleNamespace(value=CODE), SimpleNamespace(value="+994502001020")
    forms = [
        SimpleNamespace(subscriber_code=code, phone=None),
        SimpleNamespace(subscriber_code=None, phone=phone),
    ]
    found = [new_case(either, "N", "c", "j", person, form).concerns for form in forms]
    assert found == [CODE, "+994502001020"]


def test_an_address_is_the_one_that_was_given() -> None:
    """By the field that the service names for the medium; empty where nobody filled it in."""
    form = SimpleNamespace(email=Email("aysel@example.com"), phone=None)
    case: Any = SimpleNamespace(form=form)
    assert address(debt(), case, Medium.EMAIL) == "aysel@example.com"
    assert address(debt(), case, Medium.SMS) == ""


def test_a_medium_without_an_address_is_left_out(city: City, desk: Desk) -> None:
    """Where a form lets the telephone empty, no SMS is ordered, and nothing fails for it."""
    opened = on_confirm(desk)
    number = desk.press(opened, "confirm").number
    case = city.store.get(number)
    assert case is not None
    form = SimpleNamespace(email=case.form.email, phone=None)
    moves = desk._moves
    moved, effects = moves.moved(
        attrs.evolve(case, form=form),
        "forward",
        _system(),
        city.clock.now(),
    )
    assert [effect.name for effect in effects] == ["notice.forwarded.email"]
    assert moved.state == "forwarded"


def _system() -> Any:
    from utility_eservices.casework.acts import SYSTEM, Actor  # noqa: PLC0415

    return Actor("system", frozenset({SYSTEM.key}))


def test_notices_are_those_of_portal_and_state() -> None:
    """Each in the order of the declaration."""
    told = debt().told("e-gov.az", "refused")
    assert [(name, medium) for name, _, medium in told] == [
        ("notice.refused.email", Medium.EMAIL),
        ("notice.refused.sms", Medium.SMS),
        ("notice.refused.portal", Medium.PORTAL),
    ]
    assert {notice.state for _, notice, _ in told} == {"refused"}
    assert debt().told("e-gov.az", "under_investigation") == ()
    assert debt().told("bank", "refused") == ()


def test_what_the_casework_does_not_take_is_told_on_the_screen(city: City) -> None:
    """The person reads its reason, nothing is registered, and the journey stays where it was."""

    def closed(facts: CaseFacts) -> Answer:
        return Fault("", "closed", "Bu gün müraciət qəbul edilmir.")

    rules = debt().casework_rules
    shut = tuple(
        attrs.evolve(rule, guards=(closed,)) if rule.event == REGISTER else rule
        for rule in rules.rules
    )
    service = attrs.evolve(debt(), rules=attrs.evolve(rules, rules=shut))
    desk = Desk([SimulatorPlugin(city)], services=[service])
    stayed = desk.press(on_confirm(desk), "confirm")
    assert (stayed.state, stayed.number) == ("confirm", "")
    assert [(item.code, item.text) for item in stayed.screen.messages] == [
        ("closed", "Bu gün müraciət qəbul edilmir.")
    ]
    assert desk.cases(signed_in(desk)) == ()
