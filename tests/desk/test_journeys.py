"""Müraciətin verilməsi: the way through the screens, what is kept on it, what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from tests.desk.walking import (
    CODE,
    INVOICE,
    NUMBER,
    REASON,
    REQUEST,
    SERVICE,
    SU_REQUEST,
    cases,
    codes,
    faults,
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
    texts,
    unknown,
)

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.page import SentRequests
from utility_eservices.casework.screen import Message, Table
from utility_eservices.errors import JourneyEnded, SignInNeeded
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

REQUIRED = "Bu sahəni doldurun."


# --- what a portal offers -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "way"),
    [
        (
            "e-gov.az",
            (
                "E-XİDMƏTLƏR",
                "BÜTÜN XİDMƏTLƏR",
                "“Azərsu” ASC-nin təqdim etdiyi elektron xidmətlər",
                "Borcun araşdırılması üzrə müraciət",
            ),
        ),
        ("azersu.az", ("Elektron xidmətlər", "Borcun araşdırılması üzrə müraciət")),
        (
            "e-su.az",
            ("www.e-su.az", "E-xidmətlər", "Borcun araşdırılması üzrə müraciət"),
        ),
    ],
)
def test_a_portal_lists_its_services_with_the_way_to_each(
    desk: Desk, channel: str, way: tuple[str, ...]
) -> None:
    """Key, name, utility and the labels to choose, as the manual gives them for the portal."""
    (listed,) = [item for item in desk.services(channel) if item.key == SERVICE]
    assert attrs.astuple(listed) == (
        SERVICE,
        "Borcun araşdırılması üzrə müraciət",
        "azersu",
        way,
        channel == "e-su.az",
    )


def test_a_portal_that_offers_nothing_lists_nothing(desk: Desk) -> None:
    """An unknown portal is no mistake to ask about."""
    assert desk.services("e-gov") == ()


# --- beginning ----------------------------------------------------------------------------------


def test_a_journey_begins_on_its_first_page(desk: Desk) -> None:
    """It has a name of its own, the service's version, the person; nothing is entered yet."""
    person = signed_in(desk)
    opened, another = desk.begin(SERVICE, person), desk.begin(SERVICE, person)
    assert opened.id != another.id
    assert attrs.asdict(
        opened, recurse=False, filter=attrs.filters.exclude("id", "screen", "person")
    ) == {
        "service": SERVICE,
        "version": 1,
        "channel": "e-gov.az",
        "state": "home",
        "typed": {},
        "prefilled": {},
        "uploaded": {},
        "entered_on": {},
        "number": "",
        "reserved": "",
        "payment": "",
        "settled": (),
    }
    assert opened.person == person
    assert opened.screen.key == "home"


def test_only_a_service_of_the_portal_can_be_begun(desk: Desk) -> None:
    """An unknown service, and a portal that does not offer it, are named as such."""
    person = signed_in(desk)
    with unknown("service"):
        desk.begin("", person)
    with unknown("channel"):
        desk.begin(SERVICE, attrs.evolve(person, channel="www.e-gov.az"))


# --- pressing -----------------------------------------------------------------------------------


def test_the_way_on_e_gov_az(desk: Desk) -> None:
    """From code to number, each button leads where the manual says."""
    states = [opened(desk).state for opened in (on_code, on_invoice, on_request, on_confirm, sent)]
    assert states == ["code", "invoice", "request", "confirm", "registered"]


def test_the_way_on_e_su_az(desk: Desk) -> None:
    """A code is chosen and confirmed, then all is sent at once."""
    states = [opened(desk).state for opened in (on_su_code, on_su_request, su_sent)]
    assert states == ["code", "request", "registered"]


def test_a_press_makes_a_new_journey_and_leaves_the_old_one(desk: Desk) -> None:
    """What is entered is kept as text, with the day on which it was submitted."""
    before = on_request(desk)
    after = desk.press(before, "submit", REQUEST)
    assert (before.state, before.typed) == (
        "request",
        {"subscriber_code": CODE, "faulty_invoice": INVOICE},
    )
    assert {key: after.typed[key] for key in ("reason", "meter_reading", "phone", "email")} == {
        "reason": REASON,
        "meter_reading": "1254",
        "phone": "050 200 10 20",
        "email": "aysel@example.com",
    }
    today = date(2026, 11, 20)
    assert before.entered_on == dict.fromkeys(before.typed, today)
    assert after.entered_on == dict.fromkeys(after.typed, today)
    assert (after.id, after.person, after.number) == (before.id, before.person, "")


def test_the_day_of_an_entry_is_bakus_and_that_of_its_value(city: City, desk: Desk) -> None:
    """What is not handed over again keeps the day on which it was."""
    opened = on_invoice(desk)
    city.clock.forward(timedelta(hours=11))
    opened = desk.press(opened, "continue", {"faulty_invoice": INVOICE})
    opened = desk.press(opened, "submit", REQUEST)
    assert city.clock.now().date() == date(2026, 11, 20)
    assert opened.entered_on["subscriber_code"] == date(2026, 11, 20)
    assert opened.entered_on["phone"] == date(2026, 11, 21)
    city.clock.forward(timedelta(days=1))
    again = desk.press(opened, "check_again")
    assert again.entered_on == opened.entered_on


def test_a_reading_of_yesterday_is_asked_for_again(city: City, desk: Desk) -> None:
    """DI-037: confirmed a day later, the request is not sent; the entry says why, data stay."""
    waiting = on_confirm(desk)
    city.clock.forward(timedelta(days=1))
    back = desk.press(waiting, "confirm")
    assert (back.state, back.number, back.typed) == ("request", "", waiting.typed)
    assert faults(back) == {
        "meter_reading": "Göstərici müraciət göndərilən günə olmalıdır. Yenidən daxil edin."
    }
    assert codes(back) == []
    again = desk.press(back, "submit", {"meter_reading": "1255"})
    assert desk.press(again, "confirm").state == "registered"


def test_a_reading_is_not_made_new_by_pressing_again(city: City, desk: Desk) -> None:
    """DI-037: on both portals the value itself must be handed over on the day of sending."""
    gov = desk.press(on_confirm(desk), "check_again")
    su = desk.fill(on_su_request(desk), SU_REQUEST)
    city.clock.forward(timedelta(days=1))
    for stayed in (desk.press(desk.press(gov, "submit"), "confirm"), desk.press(su, "submit")):
        assert (stayed.state, stayed.number, codes(stayed)) == ("request", "", [])
        assert list(faults(stayed)) == ["meter_reading"]


def test_a_value_that_was_filled_in_today_is_of_today(desk: Desk) -> None:
    """Handed over without pressing, then sent by a press without values: it is one day."""
    opened = desk.press(desk.fill(on_request(desk), REQUEST), "submit")
    assert desk.press(opened, "confirm").number == NUMBER
    su = desk.fill(on_su_request(desk), SU_REQUEST)
    assert desk.press(su, "submit").state == "registered"


def test_check_again_sends_nothing_and_keeps_everything(desk: Desk) -> None:
    """DI-045, DI-046: İmtina leads back to the form with all that was entered."""
    waiting = on_confirm(desk)
    back = desk.press(waiting, "check_again")
    assert (back.state, back.typed, back.number) == ("request", waiting.typed, "")
    assert desk.cases(waiting.person) == ()
    assert desk.press(desk.press(back, "submit"), "confirm").number == NUMBER


def test_a_request_that_is_sent_tells_its_number(desk: Desk) -> None:
    """The success sentence of each portal, with the number, on a page that ends the journey."""
    gov, su = sent(desk), su_sent(desk)
    assert gov.screen.messages == (
        Message(
            "success",
            "Müraciətiniz qeydiyyata alındı. Xidmətimizdən istifadə etdiyiniz üçün sizə təşəkkür "
            "edirik. Müraciət nömrəniz: AZS-2026-000001",
        ),
    )
    assert (gov.number, gov.screen.final) == (NUMBER, True)
    assert texts(su) == ["Müraciətiniz qeydə alındı. Müraciət nömrəniz: AZS-2026-000002"]


def test_nothing_can_be_pressed_at_the_end(desk: Desk) -> None:
    """A journey that has ended takes no button, known or not."""
    ended = sent(desk)
    for button in ("confirm", "again", ""):
        with pytest.raises(JourneyEnded):
            desk.press(ended, button)


@cases("button", ["continue", "Yoxla", "", "check\n"])
def test_a_button_that_the_screen_does_not_have_is_unknown(desk: Desk, button: str) -> None:
    """Neither a label nor a button of another page is a button here."""
    with unknown("button"):
        desk.press(on_code(desk), button, {"subscriber_code": CODE})


@cases("field", ["faulty_invoice", "reading_date", "Abonent kodu", "", 1])
def test_a_field_that_the_screen_does_not_have_is_unknown(desk: Desk, field: Any) -> None:
    """Neither a field of another page, nor one that is given, nor a label can be entered."""
    opened = on_code(desk)
    with unknown("field"):
        desk.press(opened, "check", {"subscriber_code": CODE, field: INVOICE})
    with unknown("field"):
        desk.fill(opened, {field: INVOICE})


@cases("values", [["subscriber_code"], "subscriber_code", 12, {"subscriber_code"}])
def test_values_come_by_the_keys_of_their_entries(desk: Desk, values: Any) -> None:
    """Anything but a mapping names no entry, whatever a browser sent."""
    opened = on_code(desk)
    with unknown("field"):
        desk.press(opened, "check", values)
    with unknown("field"):
        desk.fill(opened, values)


def test_a_journey_of_another_service_or_portal_is_not_pressed(desk: Desk) -> None:
    """What a host altered leads to a name that is not there, not into another journey."""
    opened = on_code(desk)
    with unknown("service"):
        desk.press(attrs.evolve(opened, service="sealing"), "check")
    with unknown("channel"):
        desk.show(attrs.evolve(opened, channel="azerishiq.az"))
    with unknown("channel"):
        desk.fill(attrs.evolve(opened, channel="azerishiq.az"), {})


# --- what is wrong with what was entered --------------------------------------------------------


def test_all_faults_come_at_once_beside_their_entries(desk: Desk) -> None:
    """Each entry says what is wrong with it, the page stays, everything typed is there."""
    wrong = {"reason": "none", "meter_reading": "-1", "phone": "12", "email": "aysel"}
    stayed = desk.press(on_request(desk), "submit", wrong)
    assert stayed.state == "request"
    assert faults(stayed) == {
        "reason": "Siyahıdan seçin.",
        "meter_reading": faults(stayed)["meter_reading"],
        "meter_photo": "Fayl yüklənməyib.",
        "phone": faults(stayed)["phone"],
        "email": "Elektron poçt ünvanı düzgün deyil.",
    }
    assert stayed.screen.messages == ()
    assert {key: stayed.typed[key] for key in wrong} == wrong


def test_an_empty_form_names_every_entry(desk: Desk) -> None:
    """Nothing that must be filled in is forgotten, nor the box to tick."""
    stayed = desk.press(on_su_request(desk), "submit")
    assert set(faults(stayed)) == set(SU_REQUEST)
    assert faults(stayed)["faulty_invoice"] == REQUIRED
    assert faults(stayed)["accuracy"] == "Davam etmək üçün bu seçimi edin."


def test_an_unticked_box_stops_the_request(desk: Desk) -> None:
    """DI-082: without the confirmation nothing is sent, and everything else is kept."""
    opened = on_su_request(desk)
    stayed = desk.press(opened, "submit", {**SU_REQUEST, "accuracy": False})
    assert faults(stayed) == {"accuracy": "Davam etmək üçün bu seçimi edin."}
    assert desk.press(stayed, "submit", {"accuracy": "on"}).number == NUMBER


def test_a_code_that_is_not_right_closes_the_list(desk: Desk) -> None:
    """DI-023: malformed or unknown, the window goes back to the code and says so beside it."""
    for code in ("12", "9999999999", ""):
        back = desk.press(on_invoice(desk), "check", {"subscriber_code": code})
        assert back.state == "code"
        assert list(faults(back)) == ["subscriber_code"]
        assert codes(back) == []


def test_of_two_faults_only_those_of_the_way_are_shown(desk: Desk) -> None:
    """Davam et with a wrong code goes to the code page with the code's fault alone."""
    wrong = {"subscriber_code": "9999999999", "faulty_invoice": "F-1"}
    back = desk.press(on_invoice(desk), "continue", wrong)
    assert back.state == "code"
    assert faults(back) == {"subscriber_code": "Abonent kodu düzgün deyil."}
    assert codes(back) == []


def test_an_invoice_of_another_code_is_not_on_the_list(desk: Desk) -> None:
    """The page stays; the list is the one of the code entered now."""
    stayed = desk.press(
        on_invoice(desk), "continue", {"subscriber_code": "2030405060", "faulty_invoice": INVOICE}
    )
    assert (stayed.state, faults(stayed)) == ("invoice", {"faulty_invoice": "Siyahıdan seçin."})
    assert INVOICE not in options(stayed, "faulty_invoice")
    assert len(options(stayed, "faulty_invoice")) == 6


def test_a_fault_of_a_page_left_behind_names_its_entry(city: City, desk: Desk) -> None:
    """A choice that fell off its list meanwhile is told on the page where the request stands."""
    waiting = on_request(desk)
    city.billing.add(SubscriberCode(CODE), *_unpresented(city))
    opened = desk.press(desk.press(waiting, "submit", REQUEST), "confirm")
    assert (opened.state, opened.number) == ("request", "")
    assert opened.screen.messages == (
        Message(
            "fault",
            "Xətalı faktura nömrəsi: Siyahıdan seçin.",
            "not_in_list",
            "faulty_invoice",
        ),
    )


def _unpresented(city: City) -> list[Any]:
    return [
        attrs.evolve(item, presented=False)
        for item in city.billing.invoices(SubscriberCode(CODE))
        if item.number == INVOICE
    ]


# --- filling in without pressing ----------------------------------------------------------------


def test_filling_in_checks_nothing_and_goes_nowhere(desk: Desk) -> None:
    """What was typed so far is kept, faulty or not, with its day and with no fault."""
    opened = on_request(desk)
    filled = desk.fill(opened, {"phone": "12", "reason": "none"})
    assert (filled.state, faults(filled), codes(filled)) == ("request", {}, [])
    assert {**opened.typed, "phone": "12", "reason": "none"} == filled.typed
    today = date(2026, 11, 20)
    assert filled.entered_on == {**opened.entered_on, "phone": today, "reason": today}
    assert filled.id == opened.id


def test_filling_in_renews_the_lists_that_depend_on_it(desk: Desk) -> None:
    """Another code brings its own invoices before anything is pressed."""
    filled = desk.fill(on_invoice(desk), {"subscriber_code": "2030405060"})
    assert filled.state == "invoice"
    assert all(number.endswith("5060") for number in options(filled, "faulty_invoice"))
    none = desk.fill(filled, {"subscriber_code": "12"})
    assert (options(none, "faulty_invoice"), faults(none)) == ([], {})


def test_what_cannot_be_kept_is_told_when_filled_in(desk: Desk) -> None:
    """A value of the wrong kind is the one thing that filling in refuses."""
    filled = desk.fill(on_request(desk), {"phone": ["050"], "email": "a"})
    assert faults(filled) == {"phone": "Göndərilən qiymətin növü düzgün deyil."}
    assert "phone" not in filled.typed
    assert filled.typed["email"] == "a"


# --- showing ------------------------------------------------------------------------------------


def test_showing_renders_the_screen_anew(desk: Desk) -> None:
    """The lists are asked again, what was typed stays, faults of the last press are gone."""
    stayed = desk.press(on_request(desk), "submit", {"phone": "12"})
    shown = desk.show(stayed)
    assert (shown.state, shown.typed) == (stayed.state, stayed.typed)
    assert faults(stayed) != {}
    assert faults(shown) == {}
    assert desk.show(sent(desk)).screen.messages[0].tone == "success"


# --- the status page of the service ------------------------------------------------------------


def on_status(desk: Desk, channel: str = "e-gov.az") -> OpenJourney:
    return desk.press(desk.begin(SERVICE, signed_in(desk, channel=channel)), "status")


def test_the_status_page_lists_ones_own_requests(city: City, desk: Desk) -> None:
    """DI-020, DI-071: number, name, instant in Baku, status, result; newest first."""
    sent(desk)
    city.clock.forward(timedelta(hours=12))
    sent(desk, signed_in(desk, channel="azersu.az"))
    sent(desk, signed_in(desk, "Kamran"))
    columns = ("Müraciət nömrəsi", "Xidmət", "Göndərilib", "Status", "Nəticə")
    name, status = "Borcun araşdırılması üzrə müraciət", "Qeydiyyata alındı"
    assert on_status(desk).screen.tables == (
        Table(
            "Göndərilən müraciətlər",
            columns,
            (
                ("AZS-2026-000002", name, "21 noyabr 2026, 01:00", status, ""),
                ("AZS-2026-000001", name, "20 noyabr 2026, 13:00", status, ""),
            ),
        ),
    )
    assert desk.press(on_status(desk), "back").state == "home"


def test_the_status_page_gathers_what_its_portal_gathers(desk: Desk) -> None:
    """e-gov.az shows what came through it and the sites that lead there, not through e-su.az."""
    su_sent(desk)
    assert [table.rows for table in on_status(desk).screen.tables] == [()]
    number = sent(desk).number
    for channel in ("e-gov.az", "azersu.az"):
        assert [row[0] for row in on_status(desk, channel).screen.tables[0].rows] == [number]


def test_a_status_page_is_its_services_and_its_portals(city: City, desk: Desk) -> None:
    """Of two services each lists its own; where a portal gathers all, from every portal."""
    service = desk.catalogue.of(SERVICE)
    gov, su = service.journeys
    first, *others = su.pages
    listing = attrs.evolve(first, parts=(*first.parts, SentRequests("Göndərilənlər")))
    journeys = (gov, attrs.evolve(su, pages=(listing, *others)))
    altered = attrs.evolve(service, rules=service.rules, journeys=journeys)
    sister = attrs.evolve(altered, key="sister", rules=service.rules)
    desk = Desk([SimulatorPlugin(city)], services=[altered, sister])
    numbers = [sent(desk).number, su_sent(desk).number]
    person = signed_in(desk, channel="e-su.az")
    tables = [desk.begin(key, person).screen.tables for key in (SERVICE, "sister")]
    assert [[row[0] for row in table.rows] for (table,) in tables] == [numbers[::-1], []]


# --- a person is the one who signed in ----------------------------------------------------------


def test_the_request_is_the_persons(city: City, desk: Desk) -> None:
    """The case names who signed in, what it concerns, where it came from, by which journey."""
    opened = sent(desk, signed_in(desk, "Nigar", channel="azersu.az"))
    case = city.store.get(opened.number)
    assert case is not None
    assert case.applicant.fin == Fin("7ZM3N4C")
    assert (case.utility, case.service, case.service_version) == ("azersu", SERVICE, 1)
    assert (case.channel, case.journey, case.concerns) == ("azersu.az", opened.id, CODE)
    assert (case.state, case.version, len(case.history)) == ("registered", 1, 1)
    assert case.form.reading_date == date(2026, 11, 20)
    assert case.form.faulty_invoice.number == INVOICE


def test_a_service_that_the_host_left_out_is_unknown(city: City) -> None:
    """A desk narrowed to nothing offers nothing."""
    desk = Desk([SimulatorPlugin(city)], services=[])
    assert desk.services("e-gov.az") == ()
    with unknown("service"):
        desk.sign_in_window("e-gov.az", SERVICE)
    with unknown("service"):
        Desk([SimulatorPlugin(city)], services=["nothing"])


def test_the_person_of_one_service_does_not_begin_another(city: City) -> None:
    """Signed in for the debt investigation, nobody is signed in for its sister."""
    whole = Desk([SimulatorPlugin(city)])
    service = whole.catalogue.of(SERVICE)
    sister = attrs.evolve(service, key="sister", rules=service.rules)
    desk = Desk([SimulatorPlugin(city)], services=[service, sister])
    with pytest.raises(SignInNeeded):
        desk.begin("sister", signed_in(desk))
    assert desk.begin("sister", signed_in(desk, service="sister")).service == "sister"
