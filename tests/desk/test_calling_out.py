"""What a page asks for and begins with: fields with a place, texts known already, a number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from tests.desk.walking import CODE, codes, faults, giving, options
from tests.desk.workshop import (
    ASK,
    CALL_OUT,
    CALLED,
    CALLING,
    CONFIRM,
    SENT,
    begun,
    called,
    first_code,
)

from utility_eservices import Desk, Officer, OpenJourney
from utility_eservices.casework.page import Typed
from utility_eservices.casework.screen import ChoiceEntry, TextEntry
from utility_eservices.errors import CaseNotFound, PortUnavailable
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

OPERATOR = Officer("op-1", "azersu", {"operator"})
ADDRESS = "Bakı şəhəri, Nümunə küçəsi 1, mənzil 5"


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk that offers the call-out."""
    return Desk([SimulatorPlugin(city)], services=[CALL_OUT])


def on_confirm(desk: Desk, **otherwise: str) -> OpenJourney:
    return desk.press(begun(desk, "call_out"), "next", {**CALLED, **otherwise})


def typed(opened: OpenJourney, key: str) -> str:
    (entry,) = (entry for entry in opened.screen.entries if entry.key == key)
    assert isinstance(entry, TextEntry | ChoiceEntry)
    return entry.chosen if isinstance(entry, ChoiceEntry) else entry.text


def required(opened: OpenJourney) -> set[str]:
    return {entry.key for entry in opened.screen.entries if entry.required}


def enabled(opened: OpenJourney) -> bool:
    return opened.screen.buttons[0].enabled


# --- fields with a place --------------------------------------------------------------------------


def kept(desk: Desk, city: City, values: Mapping[str, str]) -> Any:
    """The form of the request that was sent."""
    sent = desk.press(on_confirm(desk, **values), "submit")
    assert sent.state == "sent", codes(sent)
    case = city.store.get(sent.number)
    assert case is not None
    return case.form


def test_a_field_is_there_only_where_it_has_a_place(city: City, desk: Desk) -> None:
    """Elsewhere it is None, whatever was typed, sound or not."""
    assert kept(desk, city, {}).meter_number == "77"
    assert kept(desk, city, {"kind": "leak"}).meter_number is None
    assert kept(desk, city, {"kind": "leak", "meter_number": ""}).meter_number is None


def test_a_field_that_has_a_place_is_asked_for(desk: Desk) -> None:
    """Though its type allows None; the fault stands beside it."""
    stayed = on_confirm(desk, meter_number=" ")
    assert (stayed.state, faults(stayed)) == ("ask", {"meter_number": "Bu sahəni doldurun."})


def test_what_has_no_place_is_not_shown_back(desk: Desk) -> None:
    """A recap says nothing of what was typed before another kind was chosen."""
    opened = on_confirm(desk)
    assert opened.screen.rows[-1].rows == (
        ("Nə olub", "Sayğac"),
        ("Sayğacın nömrəsi", "77"),
    )
    back = desk.press(opened, "back")
    opened = desk.press(back, "next", {"kind": "leak"})
    assert opened.screen.rows[-1].rows == (("Nə olub", "Sızma"), ("Sayğacın nömrəsi", ""))


def test_only_what_must_be_filled_in_keeps_a_button_shut(desk: Desk) -> None:
    """A field without a place does not, nor does one that may stay empty; they are not required."""
    start = begun(desk, "call_out")
    assert required(start) == {"subscriber_code", "address", "kind"}
    leak = desk.fill(start, {"kind": "leak"})
    assert (required(leak), enabled(leak)) == ({"subscriber_code", "address", "kind"}, True)
    meter = desk.fill(start, {"kind": "meter"})
    assert required(meter) == {"subscriber_code", "address", "kind", "meter_number"}
    assert not enabled(meter)
    assert "meter_number" in meter.screen.buttons[0].enabled_by
    assert enabled(desk.fill(meter, {"meter_number": "77"}))


# --- texts known already --------------------------------------------------------------------------


@attrs.frozen
class _Registered:
    codes: tuple[SubscriberCode, ...]

    def of(self, fin: object) -> tuple[SubscriberCode, ...]:
        """See `RegisteredCodes.of`."""
        return self.codes


def having(city: City, *texts: str) -> Desk:
    """A desk where everybody has these codes registered."""
    registered = _Registered(tuple(map(SubscriberCode, texts)))
    plugin = SimulatorPlugin(city, leave_out={"registered_codes"})
    return Desk([plugin, giving(registered_codes=registered)], services=[CALL_OUT])


def test_entries_begin_with_what_is_known(desk: Desk) -> None:
    """On arrival, one after another: the only code is chosen, and its address stands there."""
    start = begun(desk, "call_out")
    assert (typed(start, "subscriber_code"), typed(start, "address")) == (CODE, ADDRESS)
    assert desk.press(start, "next", {"kind": "leak"}).state == "confirm"


def test_what_hangs_on_an_entry_is_known_once_that_is_filled_in(city: City) -> None:
    """Of two codes none is chosen by itself; once one is, `fill` brings its address."""
    desk = having(city, CODE, "2030405060")
    start = begun(desk, "call_out")
    assert (typed(start, "subscriber_code"), typed(start, "address")) == ("", "")
    assert options(start, "subscriber_code") == [CODE, "2030405060"]
    filled = desk.fill(start, {"subscriber_code": CODE, "address": ""})
    assert typed(filled, "address") == ADDRESS


def test_nothing_is_put_over_what_was_typed(desk: Desk) -> None:
    """Neither on `fill`, nor when the page is met again, nor when the journey is resumed."""
    opened = desk.fill(begun(desk, "call_out"), {"address": "Başqa küçə"})
    assert typed(opened, "address") == "Başqa küçə"
    back = desk.press(desk.press(opened, "next", {**CALLED, "address": "Başqa küçə"}), "back")
    for met in (back, desk.resume(desk.suspend(back), back.person)):
        assert (met.state, typed(met, "address")) == ("ask", "Başqa küçə")


def test_what_was_emptied_and_sent_is_not_filled_in_behind_ones_back(desk: Desk) -> None:
    """The press is judged by what was entered: an empty address is missing."""
    stayed = desk.press(begun(desk, "call_out"), "next", {**CALLED, "address": ""})
    assert (stayed.state, set(faults(stayed))) == ("ask", {"address"})


def test_what_was_emptied_stays_empty(desk: Desk) -> None:
    """Also on `fill`, on coming back, and resumed; what the page began with does not return."""
    start = begun(desk, "call_out")
    emptied = desk.fill(start, {"address": ""})
    stayed = desk.press(start, "next", {**CALLED, "address": ""})
    for met in (emptied, stayed, desk.resume(desk.suspend(stayed), start.person)):
        assert typed(desk.fill(met, {"note": "Təcili"}), "address") == ""
        assert set(faults(desk.press(met, "next", {"kind": "leak"}))) == {"address"}


def test_what_an_entry_began_with_is_renewed(city: City) -> None:
    """When another code is chosen its own address stands there, unless something was typed."""
    desk = having(city, CODE, "2030405060")
    known = city.subscribers.find(SubscriberCode("2030405060"))
    assert known is not None
    assert known.address != ADDRESS
    first = desk.fill(begun(desk, "call_out"), {"subscriber_code": CODE, "address": ""})
    sent_back = {"subscriber_code": "2030405060", "address": ADDRESS}
    for met in (first, desk.resume(desk.suspend(first), first.person)):
        assert typed(desk.fill(met, sent_back), "address") == known.address
        assert typed(desk.fill(met, {**sent_back, "address": "Ev"}), "address") == "Ev"
    # Not under the hand of whoever presses: it is judged by what was on the page.
    pressed = desk.press(first, "next", {**sent_back, "kind": "leak"})
    assert (pressed.state, pressed.typed["address"]) == ("confirm", ADDRESS)
    assert typed(desk.press(pressed, "back"), "address") == known.address


def test_what_nobody_can_tell_any_more_does_not_stay(city: City, desk: Desk) -> None:
    """The address of another code, or of none, is no address to begin with."""
    start = begun(desk, "call_out")
    assert typed(desk.fill(start, {"subscriber_code": ""}), "address") == ""
    city.faults.next("subscribers", FaultKind.UNAVAILABLE)
    silent = desk.fill(start, {})
    assert typed(silent, "address") == ""
    assert typed(desk.fill(silent, {}), "address") == ADDRESS


@pytest.mark.parametrize("kind", [*FaultKind])
def test_a_port_that_cannot_tell_leaves_the_entry_empty(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """It is a courtesy: the page opens all the same, and `fill` tries again."""
    city.faults.next("subscribers", kind)
    start = begun(desk, "call_out")
    assert (typed(start, "address"), typed(start, "subscriber_code")) == ("", CODE)
    assert typed(desk.fill(start, {}), "address") == ADDRESS


def test_a_table_is_there_once_its_question_can_be_asked(city: City, desk: Desk) -> None:
    """Before that it is not an empty table but none."""
    assert [table.title for table in begun(desk, "call_out").screen.tables] == ["Gəlişlər"]
    assert begun(having(city), "call_out").screen.tables == ()


# --- the number before sending --------------------------------------------------------------------


def shown(opened: OpenJourney) -> str:
    (rows,) = (rows for rows in opened.screen.rows if rows.title == "Müraciət")
    ((label, number),) = rows.rows
    assert label == "Müraciətin nömrəsi"
    return number


def test_the_number_shown_is_the_number_registered(city: City, desk: Desk) -> None:
    """AMB-47: showing it registers nothing; sending registers under it."""
    opened = on_confirm(desk)
    number = shown(opened)
    assert (opened.reserved, opened.number, city.store.get(number)) == (number, "", None)
    sent = desk.press(opened, "submit")
    assert (sent.number, shown_message(sent)) == (number, f"Müraciətin nömrəsi: {number}")
    assert [item.number for item in desk.cases(sent.person)] == [number]


def shown_message(opened: OpenJourney) -> str:
    (message,) = opened.screen.messages
    return message.text


def test_a_journey_has_one_number(desk: Desk) -> None:
    """Whoever goes back and changes something, leaves, or presses twice sees the same."""
    opened = on_confirm(desk)
    number = shown(opened)
    again = desk.press(desk.press(opened, "back"), "next", {"note": "Təcili"})
    elsewhere = desk.resume(desk.suspend(again), again.person)
    assert [shown(met) for met in (again, elsewhere, desk.show(elsewhere))] == [number] * 3
    assert [desk.press(elsewhere, "submit").number for _ in range(2)] == [number] * 2
    assert shown(on_confirm(desk)) != number


def test_of_two_numbers_for_one_journey_the_one_sent_counts(desk: Desk) -> None:
    """Pressed twice, a page may show two; there is one request, and its number is told."""
    start = begun(desk, "call_out")
    first, second = (desk.press(start, "next", CALLED) for _ in range(2))
    sent = desk.press(first, "submit")
    assert sent.number == shown(first)
    assert desk.press(second, "submit").number == sent.number
    assert len(desk.cases(start.person)) == 1


NEXT = "AZS-2026-000003"
CHANGED = (
    "Müraciətiniz hələ qeydiyyata alınmayıb və nömrəsi dəyişib: AZS-2026-000003. Yenidən göndərin."
)


@pytest.mark.parametrize("suspended", [False, True])
def test_a_number_that_is_refused_is_changed_and_told(desk: Desk, *, suspended: bool) -> None:
    """It was given to somebody else: the next one is shown, and one more press sends under it."""
    opened = on_confirm(desk)
    if suspended:
        opened = desk.resume(desk.suspend(opened), opened.person)
    taken_by_another(desk, shown(opened))
    stayed = desk.press(opened, "submit")
    assert (stayed.state, stayed.number, codes(stayed)) == ("confirm", "", ["number_changed"])
    assert (shown(stayed), shown_message(stayed)) == (NEXT, CHANGED)
    if suspended:
        stayed = desk.resume(desk.suspend(stayed), stayed.person)
        assert shown(stayed) == NEXT
    sent = desk.press(stayed, "submit")
    assert (sent.state, sent.number) == ("sent", NEXT)
    # An old page leads to what was sent.
    assert desk.press(opened, "submit").number == NEXT


def taken_by_another(desk: Desk, number: str) -> None:
    """Let the number be another journey's, as after a fault of whoever issues them."""
    other = attrs.evolve(on_confirm(desk), reserved=number)
    assert desk.press(other, "submit").number == number


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_changed_number_is_told_in_each_language(desk: Desk, language: str) -> None:
    """With the number in it."""
    opened = on_confirm(desk)
    taken_by_another(desk, shown(opened))
    said = shown_message(desk.speaking(language).press(opened, "submit"))
    assert "AZS-2026-" in said
    assert said != CHANGED


@pytest.mark.parametrize("kind", [*FaultKind])
def test_a_refused_number_stays_until_there_is_another(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """The journey is trapped by neither: the press after that shows the next number."""
    opened = on_confirm(desk)
    taken_by_another(desk, shown(opened))
    city.faults.next("numbers", kind)
    stayed = desk.press(opened, "submit")
    assert (stayed.state, shown(stayed)) == ("confirm", shown(opened))
    assert len(codes(stayed)) == 1
    assert codes(desk.press(stayed, "submit")) == ["number_changed"]


@pytest.mark.parametrize("kind", [*FaultKind])
def test_without_a_number_the_journey_stays_where_it_was(
    city: City, desk: Desk, kind: FaultKind
) -> None:
    """With everything typed and the reason; the next press goes on."""
    city.faults.next("numbers", kind)
    stayed = on_confirm(desk)
    assert (stayed.state, stayed.reserved, len(codes(stayed))) == ("ask", "", 1)
    assert codes(stayed)[0].startswith("port_")
    assert typed(stayed, "meter_number") == "77"
    assert desk.press(stayed, "next").state == "confirm"


def test_a_first_page_that_shows_a_number_needs_one(city: City) -> None:
    """A journey that begins there does not begin without it."""
    pages = (CONFIRM, ASK, SENT)
    service = attrs.evolve(CALL_OUT, journeys=(attrs.evolve(CALLING, pages=pages),))
    desk = Desk([SimulatorPlugin(city)], services=[service])
    assert shown(begun(desk, "call_out")) != ""
    city.faults.next("numbers", FaultKind.UNAVAILABLE)
    with pytest.raises(PortUnavailable):
        begun(desk, "call_out")


# --- urgent requests, and whose are listed where --------------------------------------------------

URGENT = attrs.evolve(CALL_OUT, key="emergency_call", name="Təcili çağırış", urgent=True)
OTHERS = attrs.evolve(
    CALL_OUT,
    key="power_call",
    name="İşıq çağırışı",
    utility=attrs.evolve(CALL_OUT.utility, key="azerishiq", name="“Azərişıq” ASC"),
)


@pytest.fixture
def both(city: City) -> Desk:
    """A desk that offers the call-out and the urgent one."""
    return Desk([SimulatorPlugin(city)], services=[CALL_OUT, URGENT])


def test_urgent_requests_come_first(both: Desk) -> None:
    """Before all others, whenever they were sent; each part is newest first."""
    services = ("call_out", "emergency_call", "call_out", "emergency_call")
    numbers = [called(both, service=key).number for key in services]
    plain, urgent = numbers[::2], numbers[1::2]
    inbox = [case.number for case in both.staff_inbox(OPERATOR)]
    assert inbox == [*reversed(urgent), *reversed(plain)]


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
def test_pages_of_an_inbox_cross_the_border(both: Desk, limit: int) -> None:
    """Page by page every case comes once, in the order of the whole."""
    for key in ("call_out", "emergency_call", "call_out", "emergency_call", "call_out"):
        called(both, service=key)
    whole = [case.number for case in both.staff_inbox(OPERATOR)]
    seen: list[str] = []
    while page := both.staff_inbox(OPERATOR, limit=limit, after=seen[-1] if seen else None):
        assert len(page) <= limit
        seen += [case.number for case in page]
    assert (seen, len(seen)) == (whole, 5)


def test_a_status_narrows_both_parts(both: Desk) -> None:
    """What is not in it is left out, urgent or not."""
    numbers = [called(both, service=key).number for key in ("call_out", "emergency_call")]
    assert both.staff_inbox(OPERATOR, state="done") == ()
    waiting = [case.number for case in both.staff_inbox(OPERATOR, state="waiting")]
    assert waiting == numbers[::-1]
    both.act(OPERATOR, numbers[1], "finish", version=both.case_for(OPERATOR, numbers[1]).version)
    assert [case.number for case in both.staff_inbox(OPERATOR)] == numbers[:1]


def test_another_utilitys_number_is_no_place_to_go_on_from(city: City) -> None:
    """An officer learns nothing of whether it exists."""
    desk = Desk([SimulatorPlugin(city)], services=[CALL_OUT, OTHERS])
    number = called(desk, service="power_call").number
    with pytest.raises(CaseNotFound):
        desk.staff_inbox(OPERATOR, after=number)


def test_a_section_gathers_the_requests_of_its_utilities(city: City) -> None:
    """It is led to by some utilities' services; `cases` has those of all that the portal serves."""
    elsewhere = attrs.evolve(OTHERS, journeys=(attrs.evolve(CALLING, status_place=None),))
    desk = Desk([SimulatorPlugin(city)], services=[CALL_OUT, elsewhere])
    ours = called(desk)
    theirs = called(desk, service="power_call").number
    screen = desk.status_screen(ours.person)
    assert (screen.title, [row[0] for row in screen.tables[0].rows]) == (
        "Çağırışlarım",
        [ours.number],
    )
    assert [item.number for item in desk.cases(ours.person)] == [theirs, ours.number]


def test_a_section_of_two_utilities_gathers_both(city: City) -> None:
    """Two services lead there, each of a utility of its own."""
    desk = Desk([SimulatorPlugin(city)], services=[CALL_OUT, OTHERS])
    numbers = [called(desk, service=key).number for key in ("call_out", "power_call")]
    screen = desk.status_screen(begun(desk, "call_out").person)
    assert [row[0] for row in screen.tables[0].rows] == numbers[::-1]


# --- what must be filled in by a question ---------------------------------------------------------


def test_a_question_may_need_what_may_stay_empty(city: City) -> None:
    """`Typed.needed`: where it says yes the field is required, and missing it is a fault."""
    parts = tuple(
        attrs.evolve(part, needed=first_code)
        if isinstance(part, Typed) and part.field == "note"
        else part
        for part in ASK.parts
    )
    journey = attrs.evolve(CALLING, pages=(attrs.evolve(ASK, parts=parts), CONFIRM, SENT))
    desk = Desk([SimulatorPlugin(city)], services=[attrs.evolve(CALL_OUT, journeys=(journey,))])
    assert "note" in required(begun(desk, "call_out"))
    stayed = on_confirm(desk)
    assert (stayed.state, set(faults(stayed))) == ("ask", {"note"})
    assert on_confirm(desk, note="Qapı 2").state == "confirm"
