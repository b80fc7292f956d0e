"""The whole of one request through a desk on the city, in fair weather and in foul."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from utility_eservices import Desk, Officer, OpenJourney, Person
from utility_eservices.casework.screen import ChoiceEntry
from utility_eservices.errors import SignInFailed
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO
from utility_eservices.vocabulary.money import Money

SERVICE = "debt_investigation"
STAFF = Officer("op-1", "azersu", frozenset({"operator", "inspector", "commission"}))
AYSELS_PHONE = "+994502001020"


def signed_in(desk: Desk, name: str, means: str = "sima") -> Person:
    begun = desk.begin_sign_in("e-gov.az", means, SERVICE)
    return desk.finish_sign_in(begun, {"resident": name})


def filled_in(desk: Desk, person: Person, code: str = "1020304050") -> OpenJourney:
    """A journey that waits for its confirmation."""
    opened = desk.press(desk.begin(SERVICE, person), "new_request")
    opened = desk.press(opened, "check", {"subscriber_code": code})
    invoice = first_choice(opened, "Xətalı faktura nömrəsi")
    opened = desk.press(opened, "continue", {"subscriber_code": code, "faulty_invoice": invoice})
    entered = {
        "reason": first_choice(opened, "Müraciət səbəbi"),
        "meter_reading": "1254",
        "meter_photo": EXAMPLE_PHOTO,
        "phone": "050 200 10 20",
        "email": "aysel@example.com",
    }
    return desk.press(opened, "submit", entered)


def first_choice(opened: OpenJourney, label: str) -> str:
    entry = opened.screen.entry(label)
    assert isinstance(entry, ChoiceEntry)
    return entry.options[0][0]


def act(desk: Desk, number: str, event: str, findings: Mapping[str, object] | None = None) -> None:
    seen = desk.case_for(STAFF, number)
    desk.act(STAFF, number, event, findings, version=seen.version)


def perform_all(desk: Desk) -> None:
    while desk.perform_due().done:
        pass


def test_a_request_goes_its_whole_way(city: City, desk: Desk) -> None:
    """From sign-in to the corrected debt: registered, forwarded, decided, told to the applicant."""
    aysel = signed_in(desk, "Aysel")
    sent = desk.press(filled_in(desk, aysel), "confirm")
    assert (sent.state, sent.number) == ("registered", "AZS-2026-000001")
    perform_all(desk)
    assert desk.case(aysel, sent.number).state == "forwarded"

    act(desk, sent.number, "investigate")
    act(desk, sent.number, "send_to_commission", {"cause": "Göstərici səhv oxunub."})
    act(desk, sent.number, "approve_correction", {"corrected_amount": "2.10"})
    perform_all(desk)

    followed = desk.case(aysel, sent.number)
    assert (followed.state, followed.closed) == ("finalised", True)
    (correction,) = city.billing.corrections
    assert correction.amount == Money.of("2.10")
    assert [letter.subject for letter in city.emails.to("aysel@example.com")] == [
        "Müraciət qeydiyyata alındı",
        "Müraciət icraya yönləndirildi",
        "Müraciət yekunlaşdı",
    ]
    assert len(city.texts.to(AYSELS_PHONE)) == 3
    kept = city.store.get(sent.number)
    assert kept is not None
    assert kept.state == "finalised"


def test_a_request_can_be_refused(city: City, desk: Desk) -> None:
    """A refusal reaches the applicant by e-mail, SMS and in the portal, with its reason."""
    aysel = signed_in(desk, "Aysel")
    sent = desk.press(filled_in(desk, aysel), "confirm")
    perform_all(desk)
    act(desk, sent.number, "investigate")
    act(desk, sent.number, "send_to_commission", {"cause": "Göstərici düzdür."})
    act(desk, sent.number, "refuse", {"reason": "Əsas yoxdur."})
    perform_all(desk)
    assert desk.case(aysel, sent.number).state == "refused"
    assert "Əsas yoxdur." in city.texts.to(AYSELS_PHONE)[-1].text
    (item,) = desk.inbox(aysel)
    assert "Əsas yoxdur." in item.text
    assert city.billing.corrections == []


def test_a_new_owner_may_apply_for_a_code_in_anothers_name(desk: Desk) -> None:
    """Nigar has no code of her own, and existence is enough for a request (AMB-21)."""
    opened = filled_in(desk, signed_in(desk, "Nigar"), "3040506070")
    assert desk.press(opened, "confirm").number


def test_a_sign_in_that_waited_too_long_fails(city: City, desk: Desk) -> None:
    """The desk and the means agree on when a challenge is over."""
    begun = desk.begin_sign_in("e-gov.az", "asan", SERVICE)
    city.clock.forward(timedelta(minutes=5))
    with pytest.raises(SignInFailed):
        desk.finish_sign_in(begun, {"resident": "Aysel"})


def test_a_lost_answer_of_the_store_makes_no_second_request(city: City, desk: Desk) -> None:
    """A registration whose answer got lost is told as failed, and pressing again finds it."""
    aysel = signed_in(desk, "Aysel")
    ready = filled_in(desk, aysel)
    city.faults.next("case_store", FaultKind.LOST_ANSWER, method="register")
    failed = desk.press(ready, "confirm")
    assert (failed.state, failed.number) == ("confirm", "")
    assert [message.code for message in failed.screen.messages] == ["perhaps_registered"]
    again = desk.press(failed, "confirm")
    assert again.number == "AZS-2026-000001"
    assert [item.number for item in desk.cases(aysel)] == [again.number]


@pytest.mark.parametrize("kind", [FaultKind.TIMEOUT, FaultKind.LOST_ANSWER, FaultKind.BROKEN])
def test_a_correction_that_failed_on_its_way_is_made_once(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """Whether billing did it or not, the debt ends up corrected once and the case closed."""
    aysel = signed_in(desk, "Aysel")
    sent = desk.press(filled_in(desk, aysel), "confirm")
    perform_all(desk)
    act(desk, sent.number, "investigate")
    act(desk, sent.number, "send_to_commission", {"cause": "Göstərici səhv oxunub."})
    act(desk, sent.number, "approve_correction", {"corrected_amount": "2.10"})
    city.faults.next("billing", kind, method="correct")
    assert desk.perform_due().put_off == 1
    assert desk.case(aysel, sent.number).state == "correcting"
    city.clock.forward(timedelta(minutes=1))
    perform_all(desk)
    assert desk.case(aysel, sent.number).state == "finalised"
    assert len(city.billing.corrections) == 1


def test_a_failing_sms_holds_up_no_case(city: City, desk: Desk) -> None:
    """With SMS off for days the case moves on, and its notices can be sent once it is back."""
    sent = desk.press(filled_in(desk, signed_in(desk, "Aysel")), "confirm")
    city.faults.always("notification:sms", FaultKind.UNAVAILABLE)
    for _ in range(24):
        perform_all(desk)
        city.clock.forward(timedelta(hours=2))
    assert desk.case_for(STAFF, sent.number).state == "forwarded"
    assert (len(city.emails.letters), city.texts.letters) == (2, [])
    city.faults.heal("notification:sms")
    for effect in desk.failed_effects():
        desk.try_again(effect.key)
    perform_all(desk)
    assert len(city.texts.to(AYSELS_PHONE)) == 2


def test_two_hosts_on_one_city_share_a_request(city: City) -> None:
    """A journey suspended on one host is resumed on another, and sent twice it is one request."""
    here, there = Desk([SimulatorPlugin(city)]), Desk([SimulatorPlugin(city)])
    aysel = signed_in(here, "Aysel")
    ready = filled_in(here, aysel)
    resumed = there.resume(here.suspend(ready), aysel)
    first, second = here.press(ready, "confirm"), there.press(resumed, "confirm")
    assert first.number == second.number
    assert len(there.staff_inbox(STAFF)) == 0
    perform_all(there)
    assert [case.number for case in here.staff_inbox(STAFF)] == [first.number]
