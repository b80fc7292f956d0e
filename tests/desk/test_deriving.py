"""Typed values from what was entered: forms, lists, gates, one before the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest
from tests.desk.sample import (
    BAKU_DISTRICT,
    ENTERED,
    FIRST,
    JOURNEY,
    SEALING,
    START,
    code_is_known,
    districts,
    furnish,
    holder,
    streets,
    tariffs,
)
from tests.desk.walking import cases

from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.page import Chosen, Page, Ticked, entry_key
from utility_eservices.desk.asker import Asker
from utility_eservices.desk.deriving import Deriving
from utility_eservices.errors import Fault, PortUnavailable
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

TODAY = date(2026, 11, 20)
PARTS = {entry_key(part): part for part in START.entries}
NOT_READY = Fault("", "not_ready", "Əvvəlcə yuxarıdakı sahələri düzgün doldurun.")
REQUIRED = "Bu sahəni doldurun."
NOT_IN_LIST = "Siyahıdan seçin."


@pytest.fixture
def city() -> City:
    """A city with the sample service's lists."""
    return furnish(City())


def deriving(city: City, typed: Mapping[str, str], *, intake: tuple[Fault, ...] = ()) -> Deriving:
    """A derivation of the sample service's journey from what was typed."""
    ports = {
        "subscribers": city.subscribers.for_utility("azersu"),
        "reference": city.faults.around(_reference_port(), city.reference, "azersu"),
    }
    known = {"person": "person", "today": TODAY, "channel": "e-gov.az"}
    asker = Asker(lambda port: ports[port.name])
    return Deriving(SEALING, JOURNEY, typed, known, asker, intake)


def _reference_port() -> Any:
    from utility_eservices.ports.reference import REFERENCE  # noqa: PLC0415

    return REFERENCE


def derived(city: City, key: str, **typed: str) -> Deriving:
    """A derivation of one entry."""
    made = deriving(city, {**ENTERED, **typed})
    made.derive(PARTS[key])
    return made


# --- what is known before anything is derived ---------------------------------------------------


def test_what_is_given_is_there_from_the_start(city: City) -> None:
    """The day is a value of the form and a name for questions; the rest are names alone."""
    made = deriving(city, ENTERED)
    assert made.values == {"day": TODAY}
    assert made.names == {
        "person": "person",
        "today": TODAY,
        "channel": "e-gov.az",
        "day": TODAY,
    }
    assert made.faults == ()


# --- one entry ----------------------------------------------------------------------------------


def test_a_sound_entry_becomes_a_value_and_a_name(city: City) -> None:
    """Typed by its field, and known to whatever asks next."""
    made = derived(city, "subscriber_code")
    code = SubscriberCode("1020304050")
    assert made.values["subscriber_code"] == made.names["subscriber_code"] == code
    assert made.faults == ()


def test_a_chosen_entry_becomes_what_the_option_stands_for(city: City) -> None:
    """Not the key that was sent; the list it depends on is derived before it."""
    made = derived(city, "street")
    assert made.values == {"day": TODAY, "district": BAKU_DISTRICT, "street": FIRST}


def test_an_optional_entry_left_empty_is_none(city: City) -> None:
    """It is sound, and known as nothing."""
    made = derived(city, "note", note=" ")
    assert (made.values["note"], made.names["note"], made.faults) == (None, None, ())


def test_an_entry_is_derived_once(city: City) -> None:
    """Asked for again, neither value nor fault is made anew, nor any port asked."""
    made = deriving(city, {**ENTERED, "reading": "x"})
    for _ in range(2):
        made.derive(PARTS["reading"])
        made.derive(PARTS["district"])
    city.faults.always("reference", FaultKind.UNAVAILABLE)
    made.derive(PARTS["district"])
    assert len(made.faults) == 1


@cases(
    "key, typed, fault",
    [
        ("district", "", Fault("district", "required", REQUIRED)),
        ("district", "nowhere", Fault("district", "not_in_list", NOT_IN_LIST)),
        ("district", "Nəsimi rayonu", Fault("district", "not_in_list", NOT_IN_LIST)),
        ("street", "second", Fault("street", "not_in_list", NOT_IN_LIST)),
        ("photo", "", Fault("photo", "file_missing", "Fayl yüklənməyib.")),
        (
            "agreed",
            "",
            Fault("agreed", "not_ticked", "Davam etmək üçün bu seçimi edin."),
        ),
        (
            "agreed",
            "maybe",
            Fault("agreed", "wrong_shape", "Göndərilən qiymətin növü düzgün deyil."),
        ),
    ],
)
def test_a_faulty_entry_is_no_value(city: City, key: str, typed: str, fault: Fault) -> None:
    """Its fault has its key, and no question is told its value."""
    made = derived(city, key, **{key: typed})
    assert made.faults == (fault,)
    assert key not in made.values
    assert key not in made.names


@pytest.mark.parametrize("key", ["subscriber_code", "district", "photo", "agreed"])
def test_an_entry_that_was_never_typed_is_empty(city: City, key: str) -> None:
    """Missing and empty are the same."""
    made = deriving(city, {})
    made.derive(PARTS[key])
    (fault,) = made.faults
    assert fault.field == key


def test_what_could_not_be_taken_in_is_the_entrys_fault(city: City) -> None:
    """Instead of what may be said of the text that was typed before."""
    intake = Fault("reading", "wrong_shape", "?")
    made = deriving(city, ENTERED, intake=(intake,))
    made.derive(PARTS["reading"])
    made.derive(PARTS["district"])
    assert made.faults == (intake,)
    assert "reading" not in made.values
    assert made.values["district"] == BAKU_DISTRICT


# --- gates --------------------------------------------------------------------------------------


def test_gates_speak_for_their_entry(city: City) -> None:
    """Both are asked; a fault without a field, and a no without a word, are the entry's."""
    unknown = derived(city, "subscriber_code", subscriber_code="9999999999")
    assert unknown.faults == (
        Fault("subscriber_code", "no_such_code", "Belə kod yoxdur."),
        Fault("subscriber_code", "not_now", "Bu addım indi mümkün deyil."),
    )
    elsewhere = derived(city, "subscriber_code", subscriber_code="2030405060")
    assert [fault.code for fault in elsewhere.faults] == ["not_now"]
    for made in (unknown, elsewhere):
        assert "subscriber_code" not in made.values
        assert "subscriber_code" not in made.names


def test_a_gate_may_name_another_field(city: City) -> None:
    """Its fault stays where the gate put it, and closes the entry all the same."""
    made = derived(city, "street", street="closed")
    assert made.faults == (Fault("note", "street_closed", "Küçə bağlıdır."),)
    assert "street" not in made.names


def test_a_gate_that_cannot_be_asked_lets_nothing_through(city: City) -> None:
    """The failure is raised, and the value is known to nobody after it."""
    made = deriving(city, ENTERED)
    made.derive(PARTS["district"])
    assert made.options(_chosen("street"))
    city.faults.always("reference", FaultKind.UNAVAILABLE)
    with pytest.raises(PortUnavailable):
        made.derive(PARTS["street"])
    assert "street" not in made.names
    assert "street" not in made.values


# --- questions and lists ------------------------------------------------------------------------


def _chosen(key: str) -> Chosen:
    part = PARTS[key]
    assert isinstance(part, Chosen)
    return part


def test_a_question_is_asked_when_all_it_needs_is_sound(city: City) -> None:
    """What it needs is derived for it, with its gates."""
    assert deriving(city, {}).answer(tariffs) == (("2026-01", "0.35 AZN"),)
    made = deriving(city, ENTERED)
    assert made.ready(holder)
    assert made.answer(holder) == [("Ünvan", "Bakı şəhəri, Nümunə küçəsi 1, mənzil 5")]
    assert "subscriber_code" in made.values


@pytest.mark.parametrize("code", ["", "12", "9999999999", "2030405060"])
def test_a_question_is_not_asked_for_what_is_not_sound(city: City, code: str) -> None:
    """Neither of what is missing or malformed, nor of what a gate refused."""
    made = deriving(city, {"subscriber_code": code})
    assert not made.ready(holder)
    assert made.answer(holder) == NOT_READY
    assert not made.ready(code_is_known)


def test_a_list_offers_its_options(city: City) -> None:
    """A list that depends on another is that of what was chosen there, or empty."""
    made = deriving(city, {"district": "ganja"})
    assert [option.key for option in made.options(_chosen("district"))] == ["baku", "ganja"]
    assert made.options(_chosen("street"))[0].label == "İkinci küçə"
    assert deriving(city, {}).options(_chosen("street")) == ()
    assert deriving(city, {"district": "nowhere"}).options(_chosen("street")) == ()


def test_a_list_with_nothing_on_it_says_so(city: City) -> None:
    """There is nothing to choose, whatever was sent; a list not asked yet is not empty."""
    city.reference.set_items("baku")
    empty = Fault("street", "empty_list", "Bu siyahıda seçiləcək heç nə yoxdur.")
    for street in ("", "first"):
        assert derived(city, "street", street=street).faults == (empty,)
    waiting = derived(city, "street", district="", street="")
    assert waiting.faults == (Fault("street", "required", REQUIRED),)


def test_every_need_must_be_there(city: City) -> None:
    """One that is known does not stand for another that is not."""

    @question()
    def both(district: object, subscriber_code: object) -> list[Option]:
        """Never asked here."""
        return []

    @question()
    def known(today: object, channel: object) -> list[object]:
        """Needs nothing that is entered."""
        return [today, channel]

    made = deriving(city, {"district": "baku"})
    assert not made.ready(both)
    assert "district" in made.names
    assert made.answer(known) == [TODAY, "e-gov.az"]


def test_two_lists_that_wait_for_each_other_are_both_empty(city: City) -> None:
    """Neither is asked, and neither waits for ever."""
    waiting = attrs.evolve(_chosen("district"), options=_needing(districts, "street"))
    parts = tuple(waiting if part is PARTS["district"] else part for part in START.parts)
    page: Page = attrs.evolve(START, parts=parts)
    journey = attrs.evolve(JOURNEY, pages=(page, *JOURNEY.pages[1:]))
    ports = {"reference": city.reference}
    known = {"today": TODAY}
    made = Deriving(SEALING, journey, ENTERED, known, Asker(lambda port: ports[port.name]))
    assert made.options(_chosen("street")) == ()
    made.derive(waiting)
    assert Fault("district", "not_in_list", NOT_IN_LIST) in made.faults


def _needing(asking: Any, *needs: str) -> Any:
    return attrs.evolve(asking, needs=needs)


def test_only_what_is_declared_is_derived(city: City) -> None:
    """A name that is neither known nor a field leaves the question unasked."""
    made = deriving(city, ENTERED)
    assert not made.ready(_needing(streets, "moon"))
    assert made.answer(_needing(streets, "agreed")) == NOT_READY


def test_a_box_is_a_value_for_guards(city: City) -> None:
    """Derived as ticked, it is true."""
    made = derived(city, "agreed")
    assert isinstance(PARTS["agreed"], Ticked)
    assert made.values["agreed"] is True


# --- in a recap ---------------------------------------------------------------------------------


def test_a_recap_shows_what_was_entered_as_people_read_it(city: City) -> None:
    """A typed text as typed, a choice by its label, a given day as people write it."""
    made = deriving(city, {**ENTERED, "reading": " 12 "})
    assert made.shown("reading") == " 12 "
    assert made.shown("street") == "Birinci küçə"
    assert made.shown("district") == "Nəsimi rayonu"
    assert made.shown("day") == date(2026, 11, 20)


def test_a_recap_of_what_is_not_there_is_empty(city: City) -> None:
    """Neither typed, nor on its list, nor known."""
    made = deriving(city, {"district": "nowhere"})
    assert made.shown("reading") == ""
    assert made.shown("district") == ""
    assert made.shown("street") == ""
    assert made.shown("photo") == ""
