"""What somebody who means harm, or is merely mistaken, can hand in: each answered, nothing lost."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from tests.desk.walking import (
    NUMBER,
    STAFF,
    cases,
    correcting,
    giving,
    on_confirm,
    sent,
    signed_in,
    unknown,
)

from utility_eservices import Desk, Officer
from utility_eservices.casework.acts import Actor
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import Page, Typed, Uploaded
from utility_eservices.desk.moving import Moves
from utility_eservices.errors import (
    ActionRefused,
    CaseNotFound,
    DefinitionRefused,
    PortBroken,
    PortRefused,
    PortUnavailable,
    UnknownName,
)
from utility_eservices.ports.case_store import CASE_STORE
from utility_eservices.ports.port import hookimpl
from utility_eservices.services.azersu.debt_investigation import ON_E_GOV, SERVICE
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.channel import E_GOV_AZ
from utility_eservices.vocabulary.document import Document, ImagePolicy

# --- an applicant -------------------------------------------------------------------------------


def test_an_old_window_with_new_data_is_told_that_they_were_not_sent(desk: Desk) -> None:
    """Back, another reading, confirm: one request, and no word that the new reading went out."""
    waiting = on_confirm(desk)
    done = desk.press(waiting, "confirm")
    back = desk.press(desk.press(waiting, "check_again"), "submit", {"meter_reading": "9999"})
    again = desk.press(back, "confirm")
    assert again.number == done.number
    (told,) = [message for message in again.screen.messages if message.tone == "fault"]
    assert told.code == "registered_before"
    assert done.number in told.text
    assert desk.case_for(STAFF, done.number).form.meter_reading.plain == "1254"
    assert not [m for m in done.screen.messages if m.tone == "fault"]


def test_a_token_given_twice_tells_nobody_the_others_number(city: City) -> None:
    """Two journeys with one token are the tokens' mistake: the second person is told of none."""
    tokens = SimpleNamespace(
        new=lambda: "same", seal=lambda text: "", holds=lambda text, seal: True
    )
    desk = Desk([SimulatorPlugin(city, leave_out={"tokens"}), giving(tokens=tokens)])
    first = desk.press(on_confirm(desk), "confirm")
    second = desk.press(on_confirm(desk, signed_in(desk, "Kamran")), "confirm")
    assert first.number == NUMBER
    assert (second.state, second.number) == ("confirm", "")
    assert desk.cases(signed_in(desk, "Kamran")) == ()


def test_nobody_learns_from_a_page_which_numbers_there_are(city: City, desk: Desk) -> None:
    """Paging on from a number answers for one's own only, for officers for their utility's."""
    sent(desk)
    kamran = signed_in(desk, "Kamran")
    for number in (NUMBER, "AZS-2026-999999"):
        with pytest.raises(CaseNotFound):
            desk.cases(kamran, after=number)
        with pytest.raises(CaseNotFound):
            desk.staff_inbox(Officer("op-2", "azerishiq", {"operator"}), after=number)


@pytest.mark.parametrize("number", [None, "", " ", 5, "x" * 101, "AZS/1\r\nX: y"])
def test_a_number_nobody_can_use_is_not_given(city: City, number: object) -> None:
    """A request under such a number could never be found again: it is not registered."""
    numbers = SimpleNamespace(issue=lambda service, day: number)
    desk = Desk([SimulatorPlugin(city, leave_out={"numbers"}), giving(numbers=numbers)])
    stayed = desk.press(on_confirm(desk), "confirm")
    assert (stayed.state, stayed.number) == ("confirm", "")
    assert desk.cases(stayed.person) == ()


def keeping(store: object) -> SimpleNamespace:
    """A plugin with this case store."""

    @hookimpl
    def give(codec: object) -> object:
        return store

    return SimpleNamespace(__name__="mine", eservices_case_store=give)


@cases("number", [None, [], 5, "", "x" * 101, "AZS\0", "AZS-" + chr(0xD800)])
def test_what_no_number_can_be_is_not_looked_up(number: Any) -> None:
    """A database that takes neither NUL nor half a character is not made to fail over it."""
    asked: list[object] = []
    store = SimpleNamespace(**dict.fromkeys(CASE_STORE.methods(), asked.append))
    desk = Desk([SimulatorPlugin(City(), leave_out={"case_store"}), keeping(store)])
    person = signed_in(desk)
    with pytest.raises(CaseNotFound):
        desk.case(person, number)
    with pytest.raises(CaseNotFound):
        desk.case_for(STAFF, number)
    assert asked == []


# --- an officer ---------------------------------------------------------------------------------


@cases("key", [None, [], 5, "no/0/effect", "a\0b", "a/" + chr(0xD800)])
def test_what_no_effect_is_called_by_is_not_tried_again(key: Any) -> None:
    """It is unknown, and only what could be a key is looked up."""
    asked: list[object] = []
    store = SimpleNamespace(**dict.fromkeys(CASE_STORE.methods(), asked.append))
    desk = Desk([SimulatorPlugin(City(), leave_out={"case_store"}), keeping(store)])
    with unknown("effect"):
        desk.try_again(key)
    assert asked == (["no/0/effect"] if key == "no/0/effect" else [])


def test_no_officer_does_what_the_system_does(city: City, desk: Desk) -> None:
    """A host that hands over such a role by mistake closes no debt that billing did not correct."""
    case = desk.case_for(STAFF, correcting(desk))
    impostor = Officer("op-1", "azersu", {"system", "applicant", "operator"})
    assert impostor.roles == {"operator"}
    with pytest.raises(ActionRefused):
        desk.act(impostor, case.number, "debt_corrected", version=case.version)
    assert city.billing.corrections == []


def test_roles_are_not_letters() -> None:
    """One text in the place of several keys is a mistake that is told at once."""
    with pytest.raises(TypeError):
        Officer("op-1", "azersu", "operator")


@pytest.mark.parametrize("event", [[], {}, None, 5])
def test_an_event_that_is_no_name_is_unknown(desk: Desk, event: Any) -> None:
    """Whatever a browser sends in its place."""
    number = sent(desk).number
    case = desk.case_for(STAFF, number)
    with pytest.raises(UnknownName):
        desk.act(STAFF, number, event, version=case.version)
    with pytest.raises(UnknownName):
        desk.attachment(STAFF, number, event)
    with pytest.raises(UnknownName):
        desk.begin_sign_in("e-gov.az", event, "debt_investigation")


# --- an adapter ---------------------------------------------------------------------------------


def test_an_adapters_words_never_reach_a_person() -> None:
    """Only the kind of failure is told, in this library's words; braces are no placeholders."""
    failure = PortUnavailable('ORA-00942 {"fin": "5XJ1K2A"}')
    assert failure.told.message == PortUnavailable.text
    assert failure.message == 'ORA-00942 {"fin": "5XJ1K2A"}'

    class Own(PortRefused):
        code = "own"
        text = "secret"

    assert Own().told.code == "port_refused"
    assert PortBroken().told.code == "port_broken"


def test_what_a_performer_answers_can_be_kept(city: City) -> None:
    """An answer that no store could give back is a failure of the effect, which counts."""
    reference = SimpleNamespace(
        items=lambda name: (),
        unit_for=lambda service: _Unit(),
        applies=lambda rule, default: default,
    )
    plain = Desk([SimulatorPlugin(city)])
    number = sent(plain).number
    desk = Desk([SimulatorPlugin(city, leave_out={"reference"}), giving(reference=reference)])
    assert desk.perform_due().put_off == 1
    effect = city.store.effect(f"{number}/0/route")
    assert effect is not None
    assert (effect.tries, effect.reason) == (1, "port_broken")


class _Unit:
    label = 5


# --- a declaration ------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["{", "{0}", "{number.__class__}", "{number!r}", "{unheard_of}"])
def test_a_text_that_nothing_fills_is_refused(text: str) -> None:
    """Before anybody waits for the letter, or for the number of a request that was kept."""
    notice = Notice((E_GOV_AZ,), "registered", (Medium.PORTAL,), "", text, "")
    with pytest.raises(DefinitionRefused, match="placeholder"):
        Desk((), [attrs.evolve(SERVICE, notices=(notice,))])
    pages = tuple(attrs.evolve(p, message=text) if p.message else p for p in ON_E_GOV.pages)
    with pytest.raises(DefinitionRefused, match="placeholder"):
        attrs.evolve(SERVICE, journeys=(attrs.evolve(ON_E_GOV, pages=pages),), notices=())


@attrs.frozen
class WithFile:
    """A form with a file."""

    photo: Document = form_field("Şəkil", upload=ImagePolicy())
    note: str = form_field("Qeyd")


@pytest.mark.parametrize(
    "parts",
    [(Typed("photo"), Typed("note")), (Uploaded("photo"), Uploaded("note"))],
    ids=["typed", "uploaded"],
)
def test_a_file_is_uploaded_and_nothing_else_is(parts: Any) -> None:
    """A typed reference could name somebody else's file; a file without a policy could be any."""
    journey = Journey(E_GOV_AZ, ON_E_GOV.sign_in, (Page("start", "Form", parts, final=True),))
    with pytest.raises(DefinitionRefused, match="file in one place only"):
        attrs.evolve(SERVICE, form=WithFile, journeys=(journey,), concerns="", notices=())


def test_who_gave_no_address_is_sent_no_letter(city: City) -> None:
    """An optional address left empty orders no notice, and holds up nobody else's."""
    desk = Desk([SimulatorPlugin(city)])
    number = sent(desk).number
    case = desk.case_for(STAFF, number)
    silent = attrs.evolve(case, form=attrs.evolve(case.form, email=None), number="N", journey="N")
    moves = Moves(desk.catalogue, lambda: city.store)
    system = Actor("system", frozenset({"system"}))
    _, effects = moves.moved(silent, "forward", system, city.clock.now())
    assert [effect.name for effect in effects] == ["notice.forwarded.sms"]
