"""What began under an older version goes on under the present one, and is told of as before."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs
import pytest
from tests.desk.walking import PHONE, act, codes, perform_all, signed_in
from tests.versions.sample import FIRST, KEY, SECOND, THIRD, TO_SECOND, TO_THIRD, SecondForm

from utility_eservices import Desk, Officer, OpenJourney, Person
from utility_eservices.casework.acts import needs
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Outcome
from utility_eservices.casework.entrance import EntryLink
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.page import Chosen, Typed
from utility_eservices.casework.service import Service
from utility_eservices.casework.shape import EntryShape, shape_of
from utility_eservices.casework.upgrade import Upgrade
from utility_eservices.conformance.versions import compare
from utility_eservices.desk.codec import Codec
from utility_eservices.desk.performing import Performed
from utility_eservices.errors import CaseNewer, CaseNotFound, JourneyChanged
from utility_eservices.ports.case_store import CaseQuery
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.channel import AZERSU_AZ
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode

STAFF = Officer("op-1", "azersu", {"operator", "inspector"})
INSPECTOR = Officer("in-1", "azersu", {"inspector"})


@pytest.fixture
def city() -> City:
    """A city in which meters are checked."""
    made = City()
    made.reference.set_items("checked", ReferenceItem("all", "Hamısı"))
    return made


def open_on(city: City, service: Service) -> Desk:
    """A desk on the city, with one version of the service."""
    return Desk([SimulatorPlugin(city)], services=[service])


def person_on(desk: Desk, name: str = "Aysel") -> Person:
    return signed_in(desk, name, service="")


# What is typed on the page that each version has.
ENTERED: Mapping[int, Mapping[str, object]] = {
    1: {"phone": PHONE, "fax": "12"},
    2: {"mobile": PHONE, "floor": ""},
    3: {"mobile": PHONE, "floor": ""},
}


def on_code(desk: Desk, name: str = "Aysel") -> OpenJourney:
    return desk.begin(KEY, person_on(desk, name))


def on_details(desk: Desk) -> OpenJourney:
    opened = desk.press(on_code(desk), "next", {"subscriber_code": "1020304050"})
    return desk.press(opened, "next") if opened.state == "place" else opened


def on_confirm(desk: Desk) -> OpenJourney:
    opened = on_details(desk)
    return desk.press(opened, "next", ENTERED[opened.version])


def sent(desk: Desk) -> OpenJourney:
    return desk.press(on_confirm(desk), "submit")


def waiting(desk: Desk) -> str:
    """The number of a request that an operator has, everything performed."""
    number = sent(desk).number
    perform_all(desk)
    return number


# --- a case -------------------------------------------------------------------------------------


def test_an_old_case_goes_on_to_its_end(city: City) -> None:
    """Sent under version 1, visited under 2, closed under 3: history and notices are whole."""
    first, second, third = (open_on(city, service) for service in (FIRST, SECOND, THIRD))
    number = waiting(first)
    act(second, number, "order_visit", officer=STAFF)
    act(third, number, "close", {"outcome": "Sazdır."}, officer=STAFF)
    perform_all(third)
    case = third.case_for(STAFF, number)
    assert (case.state, case.service_version) == ("closed", 3)
    way = [(entry.event, entry.source, entry.target) for entry in case.history]
    assert way == [
        ("register", "draft", "sent"),
        ("assigned", "sent", "waiting"),
        ("order_visit", "waiting", "visit"),
        ("close", "visit", "closed"),
    ]
    assert case.form == SecondForm(case.form.subscriber_code, Phone(PHONE), "yes", None)
    person = person_on(third)
    inbox = [(item.subject, item.text) for item in third.inbox(person)]
    assert inbox == [("Bitdi", "Nəticə: Sazdır."), ("Qəbul edildi", "Göndərildi")]
    assert third.case(person, number).stated == (("Nəticə", "Sazdır."),)


def test_a_closed_case_is_told_with_what_was_stated_then(city: City) -> None:
    """Its finding has another name and another kind by now; the state another name."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    number = waiting(first)
    act(first, number, "order_visit", officer=STAFF)
    act(first, number, "close", {"result": "Sazdır."}, officer=STAFF)
    case = third.case_for(STAFF, number)
    assert case.findings["outcome"] == Remark.parse("Sazdır.")
    assert "result" not in case.findings
    person = person_on(third)
    assert third.case(person, number).stated == (("Nəticə", "Sazdır."),)
    lines = third.explain(number, person).happened
    assert [line.partition(" – ")[2] for line in lines] == [
        "Alındı.",
        "Gözləyir.",
        "Yerində yoxlanılır.",
        "Bitdi. Nəticə: Sazdır.",
    ]


def test_a_case_is_brought_up_from_any_version(city: City) -> None:
    """From text to case: state, form and version are those of the present, a second text stays."""
    number = sent(open_on(city, FIRST)).number
    third = open_on(city, THIRD)
    codec = Codec(third.catalogue)
    text = Codec(open_on(city, FIRST).catalogue).dump(open_on(city, FIRST).case_for(STAFF, number))
    assert json.loads(text.head)["service_version"] == 1
    case = codec.load(text)
    assert (case.state, case.service_version) == ("received", 3)
    assert codec.load(codec.dump(case)) == case
    assert json.loads(codec.dump(case).head)["form"]["mobile"] == {"value": PHONE}


def test_what_a_performer_found_out_stays(city: City) -> None:
    """It is nobody's finding, and is kept as it was."""
    city.reference.set_unit(KEY, ReferenceItem("north", "Şimal şöbəsi"))
    number = waiting(open_on(city, FIRST))
    case = open_on(city, THIRD).case_for(STAFF, number)
    assert case.findings == {"unit": "Şimal şöbəsi"}


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        pytest.param(Remark, {"unit.text": "Şimal şöbəsi"}, id="a record"),
        pytest.param(MeterReading, {"unit.text": "Şimal şöbəsi"}, id="a number"),
        pytest.param(date, {"unit.text": "Şimal şöbəsi"}, id="a day"),
        pytest.param(str, {"unit": "Şimal şöbəsi"}, id="a text"),
    ],
)
def test_what_only_bears_the_name_of_a_finding_is_none(
    city: City, kind: type, found: dict[str, str]
) -> None:
    """A performer said it before a later version declared a finding of that name: it is kept."""
    unit = finding("unit", kind, "Şöbə", example="")
    rules = tuple(
        attrs.evolve(rule, guards=(*rule.guards, needs(unit))) if rule.event == "close" else rule
        for rule in FIRST.casework_rules.rules
    )
    second = attrs.evolve(
        FIRST,
        version=2,
        rules=attrs.evolve(FIRST.casework_rules, rules=rules),
        upgrades=(Upgrade(since=1),),
    )
    assert compare(shape_of(FIRST), shape_of(second)).holds
    city.reference.set_unit(KEY, ReferenceItem("north", "Şimal şöbəsi"))
    number = waiting(open_on(city, FIRST))
    desk = open_on(city, second)
    assert desk.case_for(STAFF, number).findings == found
    act(desk, number, "order_visit", officer=STAFF)
    case = desk.case_for(STAFF, number)
    assert (case.state, case.service_version, case.findings) == ("visit", 2, found)


def test_the_staff_inbox_finds_what_was_written_under_an_older_name(city: City) -> None:
    """The store knows the case as overdue; to its operators it waits."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    number = sent(first).number
    city.reference.set_unit(KEY, None)
    city.faults.next("reference", FaultKind.REFUSED)
    perform_all(first)
    assert first.case_for(STAFF, number).state == "overdue"
    assert [case.number for case in third.staff_inbox(STAFF)] == [number]
    assert [case.state for case in third.staff_inbox(STAFF, state="waiting")] == ["waiting"]
    assert third.staff_inbox(INSPECTOR) == ()
    act(third, number, "order_visit", officer=STAFF)
    assert [case.number for case in third.staff_inbox(INSPECTOR)] == [number]


def to_sent(city: City, desk: Desk) -> str:
    return sent(desk).number


def to_waiting(city: City, desk: Desk) -> str:
    return waiting(desk)


def to_overdue(city: City, desk: Desk) -> str:
    city.faults.next("reference", FaultKind.REFUSED)
    return waiting(desk)


def to_visit(city: City, desk: Desk) -> str:
    number = waiting(desk)
    act(desk, number, "order_visit", officer=STAFF)
    return number


def to_closed(city: City, desk: Desk) -> str:
    number = to_visit(city, desk)
    act(desk, number, "close", {"result": "Sazdır."}, officer=STAFF)
    return number


def to_refused(city: City, desk: Desk) -> str:
    number = waiting(desk)
    act(desk, number, "refuse", {"why": "Əsassızdır."}, officer=STAFF)
    return number


@pytest.mark.parametrize("go", [to_sent, to_waiting, to_overdue, to_visit, to_closed, to_refused])
def test_what_the_comparison_lets_go_on_goes_on(
    city: City, go: Callable[[City, Desk], str]
) -> None:
    """From every state of version 1 the case comes to an end under version 3, told all the way."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    number = go(city, first)
    assert first.case_for(STAFF, number).state == go.__name__.removeprefix("to_")
    perform_all(third)
    while actions := third.actions(third.case_for(STAFF, number), STAFF):
        stated = {item.key: item.example for item in actions[0].findings}
        act(third, number, actions[0].event, stated, officer=STAFF)
        perform_all(third)
    person = person_on(third)
    assert third.case(person, number).closed
    assert len(third.explain(number, person).happened) == len(third.case_for(STAFF, number).history)
    assert third.failed_effects() == first.failed_effects()
    assert all(effect.name == "assign" for effect in third.failed_effects())


# --- effects in flight --------------------------------------------------------------------------


def test_pending_effects_are_performed_under_their_new_names(city: City) -> None:
    """Ordered as `assign` and as notices on `sent`; each is done once and moves the case."""
    number = sent(open_on(city, FIRST)).number
    third = open_on(city, THIRD)
    names = {effect.name for effect in city.store.due_effects(city.clock.now(), {KEY})}
    assert names == {"assign", "notice.sent.sms", "notice.sent.portal"}
    assert third.perform_due() == Performed(done=3)
    assert third.failed_effects() == ()
    case = third.case_for(STAFF, number)
    assert (case.state, case.history[-1].event) == ("waiting", "appointed")
    assert [item.text for item in third.inbox(person_on(third))] == ["Alındı"]
    assert [letter.text for letter in city.texts.letters] == [f"{number}: Alındı"]


def test_an_effect_that_failed_under_an_older_name_can_be_tried_again(city: City) -> None:
    """A notice that was given up is sent once somebody gives it another run."""
    number = sent(open_on(city, FIRST)).number
    third = open_on(city, THIRD)
    city.faults.next("notification:sms", FaultKind.REFUSED)
    third.perform_due()
    (failed,) = third.failed_effects()
    assert failed.name == "notice.sent.sms"
    third.try_again(failed.key)
    assert third.perform_due() == Performed(done=1)
    assert [letter.text for letter in city.texts.letters] == [f"{number}: Alındı"]


def test_a_notice_that_is_given_up_is_settled_and_not_sent(city: City) -> None:
    """This version sends it no more: nothing waits for it, and nobody has to look into it."""
    quiet = attrs.evolve(
        SECOND,
        rules=SECOND.rules,
        notices=tuple(attrs.evolve(notice, media=notice.media[-1:]) for notice in SECOND.notices),
        upgrades=(attrs.evolve(TO_SECOND, effects={**TO_SECOND.effects, "notice.sent.sms": None}),),
    )
    number = sent(open_on(city, FIRST)).number
    desk = open_on(city, quiet)
    assert desk.perform_due() == Performed(done=3)
    assert desk.failed_effects() == ()
    assert city.texts.letters == []
    assert desk.case_for(STAFF, number).state == "waiting"


# --- a suspended journey ------------------------------------------------------------------------


def resumed(desk: Desk, text: str) -> OpenJourney:
    return desk.resume(text, person_on(desk))


def test_a_suspended_journey_goes_on(city: City) -> None:
    """On the page that took its page's place, with what was typed under its new name."""
    first, second = open_on(city, FIRST), open_on(city, SECOND)
    before = first.fill(on_details(first), ENTERED[1])
    opened = resumed(second, first.suspend(before))
    assert (opened.state, opened.version, opened.id) == ("contact", 2, before.id)
    assert opened.typed == {"subscriber_code": "1020304050", "mobile": PHONE}
    assert opened.entered_on.keys() == opened.typed.keys()
    done = second.press(second.press(opened, "next"), "submit")
    case = second.case_for(STAFF, done.number)
    assert (case.service_version, case.form.mobile) == (2, Phone(PHONE))


def test_what_is_known_of_entries_goes_by_their_new_names(city: City) -> None:
    """What they began with and which file they had; of what is asked for no more, nothing."""
    first, second = open_on(city, FIRST), open_on(city, SECOND)
    before = first.fill(on_details(first), ENTERED[1])
    noted = attrs.evolve(before, prefilled=before.typed, uploaded=before.typed)
    opened = resumed(second, first.suspend(noted))
    assert opened.typed != before.typed
    assert (opened.prefilled, opened.uploaded) == (opened.typed, opened.typed)


def test_a_page_that_is_still_there_just_goes_on(city: City) -> None:
    """Nothing is said of the first page, and nothing has to be."""
    first = open_on(city, FIRST)
    opened = resumed(open_on(city, THIRD), first.suspend(on_code(first)))
    assert (opened.state, opened.version) == ("code", 3)


def test_a_journey_does_not_pass_by_a_gate_that_is_new(city: City) -> None:
    """Before the page with the confirmation there is a question by now, and it is asked."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    text = first.suspend(on_confirm(first))
    city.reference.set_items("checked")
    opened = third.press(resumed(third, text), "next")
    assert (opened.state, codes(opened)) == ("place", ["not_now"])
    city.reference.set_items("checked", ReferenceItem("all", "Hamısı"))
    opened = third.press(opened, "next")
    assert (opened.state, opened.typed["mobile"]) == ("contact", PHONE)
    assert third.press(third.press(opened, "next"), "submit").number


def test_only_a_form_that_passes_every_present_check_is_sent(city: City) -> None:
    """A field that must be filled by now is asked for, even where no upgrade leads back to it."""

    @attrs.frozen
    class Form:
        subscriber_code: SubscriberCode = form_field("Abonent kodu", parse=AZERSU_CODE.parse)
        mobile: Phone = form_field("Mobil telefon")
        floor: str = form_field("Mərtəbə")

    upgrade = Upgrade(since=1, states=TO_SECOND.states, fields={"mobile": "phone"})
    service = attrs.evolve(SECOND, rules=SECOND.rules, form=Form, upgrades=(upgrade,))
    first, second = open_on(city, FIRST), open_on(city, service)
    opened = second.press(resumed(second, first.suspend(on_confirm(first))), "submit")
    assert (opened.state, opened.number) == ("confirm", "")
    assert codes(opened) == ["required"]


def test_what_a_function_makes_of_a_field_is_entered_anew(city: City) -> None:
    """A typed text of another kind would be no value; it is left out."""
    retyped = attrs.evolve(
        TO_SECOND, fields={"mobile": lambda old: old["phone"], "urgent": lambda _: "no"}
    )
    service = attrs.evolve(
        SECOND,
        rules=SECOND.rules,
        upgrades=(attrs.evolve(retyped, dropped=("fax", "phone")),),
    )
    first = open_on(city, FIRST)
    text = first.suspend(first.fill(on_details(first), ENTERED[1]))
    assert resumed(open_on(city, service), text).typed == {"subscriber_code": "1020304050"}


@question()
def numbers_of_before() -> list[Option]:
    """The telephone numbers that the person gave before, by their place."""
    return [Option("0", PHONE, Phone(PHONE))]


def test_the_key_of_an_option_is_never_taken_for_a_typed_value(city: City) -> None:
    """A fax chosen from a list is typed by now: the comparison asks for it, and it is dropped."""

    def entered_by(part: Typed | Chosen, version: int, *upgrades: Upgrade) -> Service:
        changed = with_page("details", parts=(Typed("phone"), part))
        return attrs.evolve(changed, rules=FIRST.rules, version=version, upgrades=upgrades)

    old = entered_by(Chosen("fax", numbers_of_before), 1)
    entries = shape_of(old).journeys["e-gov.az"].pages["details"].entries
    assert entries[1] == EntryShape("Chosen", "fax", options="numbers_of_before")
    unsaid = entered_by(Typed("fax"), 2, Upgrade(since=1))
    assert not compare(shape_of(old), shape_of(unsaid)).holds
    said = Upgrade(since=1, fields={"fax": lambda kept: kept["fax"]})
    new = entered_by(Typed("fax"), 2, said)
    assert compare(shape_of(old), shape_of(new)).holds

    first = open_on(city, old)
    opened = first.press(on_details(first), "next", {"phone": PHONE, "fax": "0"})
    again = resumed(open_on(city, new), first.suspend(opened))
    assert (again.state, dict(again.typed)) == (
        "confirm",
        {"subscriber_code": "1020304050", "phone": PHONE},
    )


@pytest.mark.parametrize(
    ("pages", "state"),
    [
        ({"e-gov.az": {"details": "code"}}, "code"),
        ({"e-gov.az": {"details": "confirm"}, "azersu.az": {"details": "code"}}, "code"),
        ({"azersu.az": {"details": "contact"}}, "contact"),
    ],
)
def test_a_journey_from_a_portal_that_only_leads_in(
    city: City, pages: Mapping[str, Mapping[str, str | None]], state: str
) -> None:
    """What is said of its own portal counts, then what is said of the one that shows the pages."""

    def also_from_azersu(service: Service, *upgrades: Upgrade) -> Service:
        (journey,) = service.journeys
        linked = attrs.evolve(journey, links=(EntryLink(AZERSU_AZ, ()),))
        return attrs.evolve(service, rules=service.rules, journeys=(linked,), upgrades=upgrades)

    first = open_on(city, also_from_azersu(FIRST))
    second = open_on(city, also_from_azersu(SECOND, attrs.evolve(TO_SECOND, pages=pages)))
    person = signed_in(first, service="", channel="azersu.az")
    opened = first.press(first.begin(KEY, person), "next", {"subscriber_code": "1020304050"})
    assert opened.state == "details"
    assert second.resume(first.suspend(opened), person).state == state


def test_a_registered_journey_stays_registered(city: City) -> None:
    """Its last page is shown with its number, and its request stays one."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    before = sent(first)
    opened = resumed(third, first.suspend(before))
    assert (opened.state, opened.number) == ("done", before.number)
    assert opened.screen.final


@pytest.mark.parametrize(
    ("service", "upgrade"),
    [
        (SECOND, attrs.evolve(TO_SECOND, pages={})),
        (SECOND, attrs.evolve(TO_SECOND, pages={"e-gov.az": {"details": None}})),
    ],
)
def test_a_journey_without_a_page_is_begun_again(
    city: City, service: Service, upgrade: Upgrade
) -> None:
    """Where no page is found, or it was given up, the person is told so."""
    first = open_on(city, FIRST)
    text = first.suspend(on_details(first))
    changed = attrs.evolve(service, rules=service.rules, upgrades=(upgrade,))
    with pytest.raises(JourneyChanged):
        resumed(open_on(city, changed), text)


def with_page(key: str, **changes: Any) -> Service:
    """The first version with one page altered, its version as it was."""
    (journey,) = FIRST.journeys
    pages = tuple(
        attrs.evolve(page, **changes) if page.key == key else page for page in journey.pages
    )
    journeys = (attrs.evolve(journey, pages=pages),)
    return attrs.evolve(FIRST, rules=FIRST.rules, journeys=journeys)


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        pytest.param(FIRST, True, id="nothing"),
        pytest.param(with_page("details", title="Başqa"), True, id="a text"),
        pytest.param(with_page("code", parts=(Typed("subscriber_code"),)), False, id="a gate"),
        pytest.param(with_page("details", window="other"), False, id="a window"),
    ],
)
def test_a_journey_goes_on_where_the_comparison_finds_one_shape(
    city: City, changed: Service, same: bool
) -> None:
    """Both read one description: what a version may not change unsaid is not resumed either."""
    assert compare(shape_of(FIRST), shape_of(changed)).holds is same
    first, now = open_on(city, FIRST), open_on(city, changed)
    text = first.suspend(on_details(first))
    if same:
        assert resumed(now, text).state == "details"
    else:
        with pytest.raises(JourneyChanged):
            resumed(now, text)


def test_a_journey_of_a_newer_version_has_changed(city: City) -> None:
    """A host that is not renewed yet does not guess."""
    second = open_on(city, SECOND)
    text = second.suspend(on_code(second))
    with pytest.raises(JourneyChanged):
        resumed(open_on(city, FIRST), text)


# --- a host that is not renewed yet -------------------------------------------------------------


def test_a_newer_case_is_left_to_newer_hosts(city: City) -> None:
    """Whatever would need to read it says so, and nothing of it is lost."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    number = waiting(third)
    person = person_on(first)
    calls: list[Callable[[], object]] = [
        lambda: first.case_for(STAFF, number),
        lambda: first.act(STAFF, number, "order_visit", version=2),
        lambda: first.explain(number, person),
        lambda: first.explain(number, STAFF),
        lambda: first.attachment(STAFF, number, "photo"),
    ]
    for call in calls:
        with pytest.raises(CaseNewer):
            call()
    assert third.case_for(STAFF, number).state == "waiting"


def test_lists_survive_a_newer_case(city: City) -> None:
    """Its applicant sees that it is there; an officer sees those that can be worked on."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    old = waiting(first)
    newer = [waiting(third) for _ in range(3)]
    person = person_on(first)
    listed = {item.number: item for item in first.cases(person)}
    assert set(listed) == {old, *newer}
    told = listed[newer[0]]
    assert (told.status, told.told) == ("Xidmət yenilənir", CaseNewer.text)
    assert (told.name, told.stated, told.closed) == (FIRST.name, (), False)
    assert first.case(person, newer[0]) == told
    assert listed[old].status == "Gözləyir"
    for limit in (1, 2, 3, 4, 50):
        assert [case.number for case in first.staff_inbox(STAFF, limit=limit)] == [old]
        assert [case.number for case in first.find_cases(STAFF, "", limit=limit)] == [old]
    assert first.staff_inbox(STAFF, limit=1, after=newer[-1])[0].number == old
    assert first.staff_inbox(STAFF, after=old) == ()


def test_somebody_elses_newer_case_is_none(city: City) -> None:
    """That it is newer is told to nobody whose it is not."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    number = waiting(third)
    stranger = person_on(first, "Kamran")
    calls: list[Callable[[], object]] = [
        lambda: first.case(stranger, number),
        lambda: first.explain(number, stranger),
        lambda: first.case_for(attrs.evolve(STAFF, utility="azerishiq"), number),
    ]
    for call in calls:
        with pytest.raises(CaseNotFound):
            call()


def test_effects_of_a_newer_case_wait_for_a_newer_host(city: City) -> None:
    """Put off without counting as a try, so that a newer worker does them."""
    first, third = open_on(city, FIRST), open_on(city, THIRD)
    sent(third)
    assert first.perform_due() == Performed(put_off=3)
    pending = [effect for effect in map(city.store.effect, _keys(city)) if effect is not None]
    assert [(item.tries, item.outcome, item.reason) for item in pending] == [
        (0, Outcome.PENDING, "case_newer")
    ] * 3
    city.clock.forward(pending[0].due - city.clock.now())
    later = max(item.due for item in pending)
    city.clock.forward(later - city.clock.now())
    assert third.perform_due() == Performed(done=3)


def _keys(city: City) -> list[str]:
    (case,) = city.store.find(CaseQuery())
    names = ("appoint", "notice.received.sms", "notice.received.portal")
    return [f"{case.number}/0/{name}" for name in names]


def test_a_newer_case_is_written_back_as_it_came(city: City) -> None:
    """A store that moves its texts through an older host loses nothing."""
    number = waiting(open_on(city, THIRD))
    old = Codec(open_on(city, FIRST).catalogue)
    text = Codec(open_on(city, THIRD).catalogue).dump(open_on(city, THIRD).case_for(STAFF, number))
    case: Case[Any] = old.load(text)
    assert case.service_version == 3
    again = old.dump(case)
    assert json.loads(again.head) == json.loads(text.head)
    assert again.history == text.history


def test_the_same_request_pressed_again_on_an_older_host_is_the_same(city: City) -> None:
    """The journey's token finds the case that a newer host registered."""
    first, second = open_on(city, FIRST), open_on(city, SECOND)
    before = on_confirm(first)
    number = second.press(resumed(second, first.suspend(before)), "submit").number
    again = first.press(before, "submit")
    assert (again.state, again.number) == ("done", number)


def test_a_service_knows_what_its_states_were_called() -> None:
    """The one place where an older name is looked up; a name that never was is refused."""
    assert THIRD.state("sent").name == "Alındı"
    assert THIRD.state("overdue").key == "waiting"
    assert THIRD.state_keys("waiting") == {"waiting", "overdue"}
    assert list(THIRD.since(1)) == [TO_SECOND, TO_THIRD]
    assert THIRD.since(3) == ()
    with pytest.raises(KeyError):
        THIRD.state("nowhere")


def test_a_case_of_a_service_that_keeps_none_any_more_spoils_no_list(city: City) -> None:
    """The service is answered at once by now; what was sent before is still listed."""
    number = waiting(open_on(city, FIRST))
    upgrade = attrs.evolve(TO_SECOND, states={}, effects={}, findings={}, pages={})
    at_once = attrs.evolve(
        SECOND, casework=None, rules=None, notices=(), journeys=(), upgrades=(upgrade,)
    )
    desk = open_on(city, at_once)
    person = person_on(open_on(city, FIRST))
    (told,) = desk.cases(person)
    assert (told.number, told.status) == (number, "Xidmət yenilənir")


def test_a_case_in_a_state_that_nobody_declared_spoils_no_list(city: City) -> None:
    """A store restored wrongly, a version rolled back: it is listed, and left alone."""
    desk = open_on(city, FIRST)
    sound, odd = waiting(desk), waiting(desk)
    case = desk.case_for(STAFF, odd)
    city.store.save(case.moved(attrs.evolve(case.history[-1], target="nowhere")), ())
    listed = {told.number: told.status for told in desk.cases(person_on(desk))}
    assert listed == {sound: "Gözləyir", odd: "Xidmət yenilənir"}
    for call in (lambda: desk.case_for(STAFF, odd), lambda: desk.explain(odd, STAFF)):
        with pytest.raises(CaseNewer):
            call()


def test_a_case_that_an_upgrade_fails_on_spoils_no_list(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    """It stays as it was written, for whoever mends the upgrade; the log says no more than that."""

    def fails(form: Mapping[str, Any]) -> Any:
        raise ValueError(form["fax"])

    number = waiting(open_on(city, FIRST))
    upgrade = attrs.evolve(TO_SECOND, fields={**TO_SECOND.fields, "floor": fails})
    desk = open_on(city, attrs.evolve(SECOND, rules=SECOND.rules, upgrades=(upgrade,)))
    fresh = waiting(desk)
    listed = {told.number: told.status for told in desk.cases(person_on(desk))}
    assert listed == {fresh: "Gözləyir", number: "Xidmət yenilənir"}
    assert [case.number for case in desk.staff_inbox(STAFF)] == [fresh]
    with pytest.raises(CaseNewer):
        desk.case_for(STAFF, number)
    assert "ValueError" in caplog.text
    assert "12" not in caplog.text
    mended = open_on(city, SECOND)
    assert mended.case_for(STAFF, number).service_version == 2
