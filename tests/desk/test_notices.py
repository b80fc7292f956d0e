"""Bildirişlər: when, by which medium, to which address, in which words, under which key."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
from tests.desk.walking import (
    EMAIL,
    NUMBER,
    PHONE,
    SERVICE,
    act,
    at_commission,
    giving,
    perform_all,
    sent,
    signed_in,
    su_sent,
    under_investigation,
)

from utility_eservices import Desk
from utility_eservices.casework.effect import Outcome
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.desk.performing import Performed, brief
from utility_eservices.ports.inbox import InboxItem
from utility_eservices.ports.notification import Letter
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.channel import E_GOV_AZ
from utility_eservices.vocabulary.language import AZERBAIJANI
from utility_eservices.vocabulary.remark import Remark

REGISTERED = (
    "“Borcun araşdırılması üzrə müraciət” xidməti ilə göndərdiyiniz müraciət qeydiyyata alındı. "
    f"Müraciət nömrəniz: {NUMBER}"
)


class _Post:
    """A medium that remembers what it was given, in order."""

    def __init__(self) -> None:
        self.sent: list[tuple[Letter, str]] = []

    def send(self, letter: Letter, key: str) -> None:
        self.sent.append((letter, key))


def test_a_registration_is_told_by_email_and_sms(city: City, desk: Desk) -> None:
    """DI-050, DI-051: to the addresses entered, with number and service; an SMS has no subject."""
    sent(desk)
    desk.perform_due()
    assert city.emails.letters == [
        Letter(
            EMAIL,
            "Müraciət qeydiyyata alındı",
            REGISTERED,
        )
    ]
    assert city.texts.letters == [
        Letter(PHONE, "", f"Müraciətiniz qeydiyyata alındı. Nömrə: {NUMBER}")
    ]
    assert desk.inbox(signed_in(desk)) == ()


def test_a_request_of_azersu_az_is_told_as_one_of_e_gov_az(city: City, desk: Desk) -> None:
    """The link leads into the same service: the same notices by the same media."""
    sent(desk, signed_in(desk, channel="azersu.az"))
    desk.perform_due()
    assert len(city.emails.letters) == len(city.texts.letters) == 1


def test_e_su_az_tells_inside_the_portal_too(city: City, desk: Desk) -> None:
    """DI-088 to DI-090: at the instant of the move, with the number, newest first."""
    opened = su_sent(desk)
    at = city.clock.now()
    city.clock.forward(timedelta(minutes=5))
    perform_all(desk)
    registered, forwarded = reversed(desk.inbox(opened.person))
    assert registered == InboxItem(
        at,
        NUMBER,
        "Müraciət qeydiyyata alındı",
        REGISTERED,
    )
    assert forwarded.at == city.clock.now()
    assert len(desk.inbox(opened.person, limit=1)) == 1
    assert desk.inbox(signed_in(desk, "Kamran", channel="e-su.az")) == ()


def test_a_portal_inbox_gives_fifty_notices(city: City, desk: Desk) -> None:
    """Unless another number is asked for."""
    person = signed_in(desk)
    for serial in range(60):
        item = InboxItem(city.clock.now(), NUMBER, "s", "t")
        city.inbox.put(person.identity.fin, item, str(serial))
    assert len(desk.inbox(person)) == 50
    assert len(desk.inbox(person, limit=55)) == 55


def test_each_medium_has_a_key_of_its_own(city: City) -> None:
    """Case, place in the history, state and medium: stable over tries, different over notices."""
    emails, texts = _Post(), _Post()
    simulator = SimulatorPlugin(city, leave_out={"notification:email", "notification:sms"})
    desk = Desk([simulator, _by_medium(emails, texts)])
    sent(desk)
    perform_all(desk)
    assert [key for _, key in emails.sent] == [
        f"{NUMBER}/0/notice.registered.email",
        f"{NUMBER}/1/notice.forwarded.email",
    ]
    assert [key for _, key in texts.sent] == [
        f"{NUMBER}/0/notice.registered.sms",
        f"{NUMBER}/1/notice.forwarded.sms",
    ]


def _by_medium(emails: _Post, texts: _Post) -> Any:
    from utility_eservices.ports.port import hookimpl  # noqa: PLC0415

    class _Plugin:
        @hookimpl
        def eservices_notification(self, medium: str) -> _Post | None:
            return {"email": emails, "sms": texts}.get(medium)

    return _Plugin()


def test_a_lost_answer_sends_under_the_same_key(city: City, desk: Desk) -> None:
    """The medium recognises the second call: one letter arrives."""
    sent(desk)
    city.faults.next("notification:email", FaultKind.LOST_ANSWER)
    assert desk.perform_due() == Performed(done=2, put_off=1)
    city.clock.forward(timedelta(seconds=30))
    perform_all(desk)
    assert len(city.emails.letters) == 2


def test_a_notice_is_tried_twelve_times(city: City, desk: Desk) -> None:
    """Longer than other effects, since nothing waits for it; then it is given up."""
    sent(desk)
    perform_all(desk)
    act(desk, NUMBER, "investigate")
    act(desk, NUMBER, "finalise_without_correction", {"cause": "Düzdür."})
    city.faults.always("notification:sms", FaultKind.UNAVAILABLE)
    rounds = []
    for _ in range(12):
        rounds.append(desk.perform_due())
        city.clock.forward(timedelta(hours=1))
    assert rounds[0] == Performed(done=1, put_off=1)
    assert rounds[1:] == [Performed(put_off=1)] * 10 + [Performed(given_up=1)]
    (failed,) = desk.failed_effects()
    assert (failed.tries, failed.reason) == (12, "port_unavailable")


def test_a_refusal_is_told_with_its_reason(city: City, desk: Desk) -> None:
    """DI-065, DI-066: what the commission wrote stands in each medium's text."""
    at_commission(desk)
    act(desk, NUMBER, "refuse", {"reason": "Faktura düzdür."})
    perform_all(desk)
    said_ = f"{NUMBER} nömrəli müraciətinizin icrasından imtina edildi. Səbəb: Faktura düzdür."
    (item,) = desk.inbox(signed_in(desk))
    assert item.text == said_
    assert city.emails.letters[-1].text == said_
    assert city.texts.letters[-1] == Letter(PHONE, "", said_)


def test_a_notice_speaks_of_the_state_for_which_it_was_ordered(city: City, desk: Desk) -> None:
    """Performed late, each notice still names its own status, not that of now."""
    su_sent(desk)
    perform_all(desk)
    act(desk, NUMBER, "investigate")
    act(desk, NUMBER, "order_on_site_check")
    act(desk, NUMBER, "report_readings", {"clarified_reading": "1251"})
    perform_all(desk)
    assert [letter.text.rpartition(": ")[2] for letter in city.texts.letters[-3:]] == [
        "Araşdırılır",
        "Yerində yoxlanılır",
        "Araşdırılır",
    ]


def with_notices(city: City, desk: Desk, *notices: Notice) -> Desk:
    """A desk whose debt investigation sends these notices."""
    service = desk.catalogue.of(SERVICE)
    altered = attrs.evolve(service, rules=service.rules, notices=notices)
    return Desk([SimulatorPlugin(city)], services=[altered])


def reading_notice() -> Notice:
    media = (Medium.EMAIL,)
    return Notice((E_GOV_AZ,), "under_investigation", media, "a", "{clarified_reading}", "")


def test_a_notice_holds_what_was_stated_until_then(city: City, desk: Desk) -> None:
    """Of two readings stated one after the other, each notice tells its own."""
    desk = with_notices(city, desk, reading_notice())
    under_investigation(desk)
    for reading in ("1251", "1300"):
        act(desk, NUMBER, "order_on_site_check")
        act(desk, NUMBER, "report_readings", {"clarified_reading": reading})
    # The first one, when nobody had stated any reading yet, cannot be written.
    assert desk.perform_due() == Performed(done=2, put_off=1)
    assert [letter.text for letter in city.emails.letters] == ["1251 m³", "1300 m³"]


def test_a_notice_that_cannot_be_written_holds_up_no_other(city: City, desk: Desk) -> None:
    """It fails like a medium that breaks, and is given up in the end."""
    desk = with_notices(city, desk, attrs.evolve(reading_notice(), state="registered"))
    sent(desk)
    assert desk.perform_due() == Performed(done=1, put_off=1)
    for _ in range(11):
        city.clock.forward(timedelta(hours=1))
        perform_all(desk)
    (failed,) = desk.failed_effects()
    assert (failed.name, failed.reason) == ("notice.registered.email", "port_broken")


def test_a_subject_is_one_line(city: City, desk: Desk) -> None:
    """Whatever an officer wrote, no line break begins another header of a letter."""
    notice = Notice((E_GOV_AZ,), "at_commission", (Medium.EMAIL,), "Səbəb: {cause}", "{cause}", "")
    desk = with_notices(city, desk, notice)
    under_investigation(desk)
    act(desk, NUMBER, "send_to_commission", {"cause": "Bir\nBcc: x@example.com"})
    perform_all(desk)
    (letter,) = city.emails.letters
    assert letter.subject == "Səbəb: Bir Bcc: x@example.com"


def test_a_notice_is_for_its_portals_and_its_state(city: City, desk: Desk) -> None:
    """A portal or state that no notice names is told nothing."""
    notice = Notice((E_GOV_AZ,), "forwarded", (Medium.SMS,), "a", "b", "{number}: {status}")
    desk = with_notices(city, desk, notice)
    sent(desk)
    su_sent(desk)
    perform_all(desk)
    assert [letter.text for letter in city.texts.letters] == [f"{NUMBER}: İcraya yönləndirildi"]
    assert (city.emails.letters, desk.inbox(signed_in(desk))) == ([], ())


def test_an_sms_takes_two_parts_at_most() -> None:
    """The longest word is cut short until it fits; the sentence around it stays whole."""
    template = "{number} nömrəli müraciətiniz: {reason}"
    words = {"number": NUMBER, "reason": Remark.parse("ə" * 2000)}
    text = brief(AZERBAIJANI, template, words)
    assert text.startswith(f"{NUMBER} nömrəli müraciətiniz: əəə")
    assert text.endswith("ə…")
    assert len(text) == 134


def test_an_sms_that_fits_is_left_alone() -> None:
    """Not a letter less than two parts hold."""
    words = {"reason": "ə" * 134}
    assert brief(AZERBAIJANI, "{reason}", words) == "ə" * 134


def test_an_sms_of_characters_in_two_halves_fits_too() -> None:
    """Each of them counts twice, and none is cut in two."""
    text = brief(AZERBAIJANI, "{reason}", {"reason": "😀" * 500})
    assert text == "😀" * 66 + "…"


def test_a_sentence_too_long_by_itself_loses_its_words_alone() -> None:
    """Nothing is left to cut: it goes out as it is."""
    assert brief(AZERBAIJANI, "ə" * 140 + "{reason}", {"reason": "x"}) == "ə" * 140


def test_a_medium_that_nobody_gives_leaves_the_others(city: City) -> None:
    """What this worker lacks another may have: it waits, and no try is counted."""
    desk = Desk([SimulatorPlugin(city, leave_out={"notification:sms"}), giving()])
    sent(desk)
    assert desk.perform_due() == Performed(done=2, put_off=1)
    waiting = city.store.effect(f"{NUMBER}/0/notice.registered.sms")
    assert waiting is not None
    assert (waiting.outcome, waiting.tries) == (Outcome.PENDING, 0)
    assert waiting.reason == "port_not_provided"
    assert waiting.due == city.clock.now() + timedelta(seconds=30)


def test_an_sms_keeps_its_number_whatever_is_cut() -> None:
    """What officers stated gives way; by number, service and status the request is known."""
    template = "ə" * 100 + " {number} {status}: {reason}"
    words = {"number": NUMBER, "status": "Araşdırılır", "reason": "Səhv oxunub."}
    text = brief(AZERBAIJANI, template, words)
    assert f" {NUMBER} Araşdırılır: " in text
    assert "oxunub" not in text
