"""Meter damage: what its scenarios cannot show, such as what is kept of the form not chosen."""

from __future__ import annotations

from typing import Any

import pytest
from tests.desk.walking import codes, signed_in

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.screen import ChoiceEntry
from utility_eservices.errors import PortUnavailable
from utility_eservices.services.azerishiq.meter_damage import EMAIL_REQUIRED, SERVICE
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

HOUSEHOLD = "10020030040"
HEAD_CODE = "300400500600700"
CONTACT = {"mobile": "050 200 10 20", "email": "aysel@example.com"}


@pytest.fixture
def city() -> City:
    """A fresh city."""
    return City()


@pytest.fixture
def desk(city: City) -> Desk:
    """A desk on the city, with this service alone."""
    return Desk([SimulatorPlugin(city)], services=[SERVICE])


def begun(desk: Desk, who: str = "Aysel") -> OpenJourney:
    return desk.begin(SERVICE.key, signed_in(desk, who, service=SERVICE.key))


def on_form(desk: Desk, group: str, who: str = "Aysel") -> OpenJourney:
    return desk.press(begun(desk, who), "continue", {"category": group})


def sent(city: City, opened: OpenJourney) -> Any:
    """The request that was registered."""
    case = city.store.get(opened.number)
    assert case is not None
    return case


def test_a_household_sends_its_code_and_nothing_else(city: City, desk: Desk) -> None:
    """The code is what the request is about; head code and metering point have no place in it."""
    opened = on_form(desk, "residential")
    opened = desk.press(opened, "submit", {"subscriber_code": HOUSEHOLD, **CONTACT})
    case = sent(city, opened)
    assert (case.form.head_code, case.form.metering_point) == (None, None)
    assert case.form.subscriber_code == SubscriberCode(HOUSEHOLD)
    assert case.concerns == HOUSEHOLD


def test_what_was_chosen_on_the_other_form_is_not_sent(city: City, desk: Desk) -> None:
    """Who fills in one form and then sends the other sends only what stands on that one."""
    subscriber = city.subscribers.find(SubscriberCode(HEAD_CODE))
    assert subscriber is not None
    opened = on_form(desk, "residential", "Orxan")
    opened = desk.fill(opened, {"subscriber_code": HOUSEHOLD})
    opened = desk.press(desk.press(opened, "back"), "continue", {"category": "non_residential"})
    chosen = {"head_code": HEAD_CODE, "metering_point": "700-2"}
    opened = desk.press(opened, "submit", {**chosen, **CONTACT})
    case = sent(city, opened)
    assert opened.typed["subscriber_code"] == HOUSEHOLD
    assert case.form.subscriber_code is None
    assert (case.form.head_code, case.form.metering_point.key) == (subscriber.code, "700-2")
    assert case.concerns == HEAD_CODE


def test_without_registers_nobody_begins_and_anybody_may_try_again(city: City, desk: Desk) -> None:
    """The first window is about their data: the host is told, and nothing was entered yet."""
    city.faults.next("civil_data", FaultKind.UNAVAILABLE)
    with pytest.raises(PortUnavailable):
        begun(desk)
    (main_data,) = begun(desk).screen.rows
    assert [label for label, _ in main_data.rows][:2] == ["Adı, soyadı, ata adı", "FİN"]


def test_of_somebody_unknown_no_data_are_shown(city: City, desk: Desk) -> None:
    """The section stays empty, since nobody may type what should stand there."""
    city.civil_data.forget(city.people["Aysel"].fin)
    (main_data,) = begun(desk).screen.rows
    assert main_data.rows == ()


def test_without_a_number_the_form_is_not_opened(city: City, desk: Desk) -> None:
    """The form shows the number, so the person stays before it and may press again."""
    opened = begun(desk)
    city.faults.next("numbers", FaultKind.UNAVAILABLE)
    stayed = desk.press(opened, "continue", {"category": "residential"})
    assert (stayed.state, stayed.reserved) == ("main_data", "")
    assert codes(stayed) == [PortUnavailable.code]
    arrived = desk.press(stayed, "continue")
    assert (arrived.state, arrived.number) == ("household", "")
    assert arrived.reserved.startswith("AZI-")


@pytest.mark.parametrize("required", [True, False])
def test_the_form_tells_whether_the_address_must_be_filled_in(
    city: City, desk: Desk, required: bool
) -> None:
    """A portal marks the entry, and opens the button, as the utility decided (AMB-49)."""
    city.reference.set_rule(EMAIL_REQUIRED.key, required)
    opened = on_form(desk, "residential")
    filled = desk.fill(opened, {"subscriber_code": HOUSEHOLD, "mobile": CONTACT["mobile"]})
    assert filled.screen.entry("Elektron poçt ünvanı").required is required
    assert filled.screen.button("Müraciəti göndər").enabled is not required


def test_the_choice_of_points_follows_the_head_code(desk: Desk) -> None:
    """A front end learns on which entry the list depends; before it there is nothing to choose."""
    entry = on_form(desk, "non_residential", "Orxan").screen.entry("Uçot nöqtəsi")
    assert isinstance(entry, ChoiceEntry)
    assert (entry.depends_on, entry.options) == (("head_code",), ())
