"""The shared questions: whose code may be used, how many may be guessed, who is a household."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.desk.walking import CODE, on_code, signed_in

from utility_eservices import Desk, OpenJourney, Person
from utility_eservices.casework.asking import Asking
from utility_eservices.casework.refusal import reasons
from utility_eservices.desk.access import OwnCodesOnly
from utility_eservices.desk.asker import Asker
from utility_eservices.errors import Fault
from utility_eservices.ports.access import Purpose
from utility_eservices.services.questions import (
    MOST_FOREIGN_CODES,
    is_own,
    may_use,
    own_codes,
    residential_only,
)
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.days import baku_day
from utility_eservices.vocabulary.person import Assurance, Identity
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

KAMRANS = "2030405060"
ORXANS = "4050607080"
MESSAGE = "Xidmət yalnız əhali üçündür."
RULE = "example.residential_only"


@pytest.fixture
def city() -> City:
    """A fresh city."""
    return City()


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk on the city."""
    return Desk([SimulatorPlugin(city)])


def checked(desk: Desk, person: Person, code: str) -> OpenJourney:
    return desk.press(on_code(desk, person), "check", {"subscriber_code": code})


def told(desk: Desk, person: Person, code: str) -> str:
    """What is said of a code, empty when it may be used."""
    after = checked(desk, person, code)
    return "" if after.state == "invoice" else after.screen.entries[0].fault


def foreign(number: int) -> str:
    """A code that nobody has."""
    return f"99{number:04}"


def exhaust(desk: Desk, person: Person) -> None:
    for number in range(MOST_FOREIGN_CODES):
        assert told(desk, person, foreign(number)) == "Abonent kodu düzgün deyil."


def asked(city: City, gate: Asking, name: str, code: str) -> tuple[Fault, ...]:
    """What a gate of “Azərsu” says to somebody's use of a code."""
    who = city.people[name]
    plugin = SimulatorPlugin(city)

    def find(port: Any) -> object:
        hook = getattr(plugin, port.hook_name)
        return hook("azersu") if port.scope else hook()

    names = {
        "person": Identity(who.fin, who.full_name, "asan", Assurance.HIGH),
        "subscriber_code": SubscriberCode(code),
        "today": baku_day(city.clock.now()),
    }
    return reasons(Asker(find).ask(gate, names))


# --- which codes a person has and may use -------------------------------------------------------


def test_a_persons_codes_are_those_registered(city: City) -> None:
    """Each is shown and sent as it is, and stands for the code itself."""
    codes = city.registered_codes.for_utility("azersu")
    aysel = city.people["Aysel"]
    identity = Identity(aysel.fin, aysel.full_name, "asan", Assurance.HIGH)
    (option,) = own_codes.function(codes, identity)
    assert (option.key, option.label, option.value) == (CODE, CODE, SubscriberCode(CODE))


@pytest.mark.parametrize(
    ("purpose", "name", "code", "refused"),
    [
        (Purpose.APPLY, "Aysel", CODE, []),
        (Purpose.APPLY, "Nigar", CODE, []),
        (Purpose.PAY, "Nigar", CODE, []),
        (Purpose.SEE_STATEMENT, "Aysel", CODE, []),
        (Purpose.SEE_STATEMENT, "Nigar", CODE, ["code_unknown"]),
        (Purpose.SUBMIT_READING, "Aysel", CODE, []),
        (Purpose.SUBMIT_READING, "Nigar", CODE, ["code_unknown"]),
        (Purpose.PAY, "Aysel", "99", ["code_unknown"]),
        # A code of the other utility is unknown here, even to its holder.
        (Purpose.APPLY, "Aysel", "10020030040", ["code_unknown"]),
    ],
)
def test_a_code_may_be_used_for_what_the_policy_lets(
    city: City, purpose: Purpose, name: str, code: str, refused: list[str]
) -> None:
    """Each purpose has its own gate; a no is told as if the code did not exist."""
    faults = asked(city, may_use(purpose), name, code)
    assert [fault.code for fault in faults] == refused
    assert {fault.field for fault in faults} <= {"subscriber_code"}


# --- guessing -----------------------------------------------------------------------------------


def test_after_ten_foreign_codes_none_is_told_of(city: City, desk: Desk) -> None:
    """One that exists answers from then on as one that does not."""
    nigar = signed_in(desk, "Nigar")
    exhaust(desk, nigar)
    said = {told(desk, nigar, code) for code in (CODE, KAMRANS, foreign(0), foreign(99))}
    assert said == {
        "Bu gün üçün həddindən artıq sayda abonent kodu yoxlamısınız. Sabah yenidən cəhd edin."
    }


def test_ten_foreign_codes_may_be_used(desk: Desk) -> None:
    """Up to the limit a new owner applies for a code that is in another's name."""
    nigar = signed_in(desk, "Nigar")
    for number in range(MOST_FOREIGN_CODES - 1):
        told(desk, nigar, foreign(number))
    assert told(desk, nigar, CODE) == ""


def test_one_code_counts_once_however_often_it_is_checked(desk: Desk) -> None:
    """Who mistypes one code again and again is not locked out."""
    nigar = signed_in(desk, "Nigar")
    for _ in range(MOST_FOREIGN_CODES + 5):
        assert told(desk, nigar, foreign(0)) == "Abonent kodu düzgün deyil."
    assert told(desk, nigar, CODE) == ""


def test_own_and_registered_codes_pass_all_the_same(city: City, desk: Desk) -> None:
    """Neither counts, nor is shut out by the limit."""
    aysel = city.people["Aysel"]
    city.registered_codes.register(aysel.fin, SubscriberCode(KAMRANS))
    person = signed_in(desk)
    exhaust(desk, person)
    assert [told(desk, person, code) for code in (CODE, KAMRANS)] == ["", ""]


def test_a_holder_needs_no_registration(city: City, desk: Desk) -> None:
    """The FIN in the subscriber base makes a code one's own."""
    city.registered_codes = type(city.registered_codes)(city.subscribers)
    bare = Desk([SimulatorPlugin(city)])
    person = signed_in(bare)
    exhaust(bare, person)
    assert told(bare, person, CODE) == ""


def test_a_new_day_begins_the_count_anew(city: City, desk: Desk) -> None:
    """The days are Baku's."""
    nigar = signed_in(desk, "Nigar")
    exhaust(desk, nigar)
    city.clock.forward(timedelta(days=1))
    assert told(desk, signed_in(desk, "Nigar"), CODE) == ""


def test_the_count_is_each_persons_own_on_all_hosts(city: City, desk: Desk) -> None:
    """Going to another host gains nothing, and nobody suffers for somebody else."""
    exhaust(desk, signed_in(desk, "Nigar"))
    other = Desk([SimulatorPlugin(city)])
    assert told(other, signed_in(other, "Nigar"), CODE).startswith("Bu gün üçün")
    assert told(desk, signed_in(desk, "Kamran"), CODE) == ""


def test_the_counters_are_given_no_personal_data(city: City, desk: Desk) -> None:
    """Neither FIN nor code stands in a name or a member."""
    seen: list[str] = []
    note = city.counters.note

    def listening(name: str, member: str, day: Any) -> int:
        seen.extend((name, member))
        return note(name, member, day)

    city.counters.note = listening  # type: ignore[method-assign]  # overheard
    told(desk, signed_in(desk, "Nigar"), CODE)
    assert len(seen) >= 2
    assert not [text for text in seen if CODE in text or "7ZM3N4C" in text]


# --- households ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "code", "refused"),
    [("Aysel", CODE, False), ("Orxan", ORXANS, True), ("Nigar", ORXANS, True)],
)
def test_a_service_can_be_for_households_alone(
    city: City, name: str, code: str, refused: bool
) -> None:
    """A code of the other group is refused in the service's own words."""
    faults = asked(city, residential_only(MESSAGE), name, code)
    wanted = (Fault("subscriber_code", "not_residential", MESSAGE),) if refused else ()
    assert faults == wanted


def test_a_utility_can_switch_the_rule_off(city: City) -> None:
    """A rule that has a name is the utility's to keep; by default it holds."""
    switchable, fixed = residential_only(MESSAGE, RULE), residential_only(MESSAGE)
    assert asked(city, switchable, "Orxan", ORXANS)
    city.reference.set_rule(RULE, False)
    assert not asked(city, switchable, "Orxan", ORXANS)
    assert asked(city, fixed, "Orxan", ORXANS)


def test_of_a_code_that_may_not_be_used_no_group_is_told(city: City) -> None:
    """Unknown, forbidden or one too many: the gate beside it says so, and this one nothing."""
    gate = residential_only(MESSAGE)
    assert not asked(city, gate, "Nigar", "99")
    for number in range(MOST_FOREIGN_CODES):
        asked(city, may_use(Purpose.APPLY), "Nigar", foreign(number))
    assert not asked(city, gate, "Nigar", ORXANS)
    city.access = OwnCodesOnly()
    assert not asked(city, gate, "Kamran", ORXANS)


@pytest.mark.parametrize(
    ("who", "code", "registered", "own"),
    [
        ("Kamran", KAMRANS, [], True),
        ("Nigar", KAMRANS, [KAMRANS], True),
        ("Nigar", KAMRANS, [ORXANS], False),
        ("Nigar", "990001", ["990001"], True),
        ("Nigar", "990001", [], False),
    ],
    ids=["held", "registered", "another's", "registered and gone", "nobody's"],
)
def test_whose_a_code_is(city: City, who: str, code: str, registered: list[str], own: bool) -> None:
    """The holder's by FIN, and whoever's who registered it, whatever the base says now."""
    resident, asked = city.people[who], SubscriberCode(code)
    person = Identity(resident.fin, resident.full_name, "asan", Assurance.HIGH)
    codes = [SubscriberCode(item) for item in registered]
    assert is_own(asked, city.subscribers.find(asked), codes, person) is own
