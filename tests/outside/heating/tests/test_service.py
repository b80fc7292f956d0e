"""The service on a desk, as a host meets it."""

from datetime import date

import jsonschema
import pytest
from heating_eservices import schedule
from heating_eservices.network import HeatedDay, Place
from heating_eservices.schedule import CABINET, CUSTOMER_CARD, OCAQ_ISTILIK, SERVICE
from heating_eservices.simulator import HeatingSimulator, SimulatedNetwork

from utility_eservices import Desk, OpenJourney, Person, hookimpl
from utility_eservices.casework.screen import ChoiceEntry, screen_schema
from utility_eservices.conformance.texts import domain_of, lacks, refreshed
from utility_eservices.errors import (
    PortClash,
    PortIncomplete,
    PortNotProvided,
    PortUnavailable,
    SignInFailed,
    UnknownHook,
)
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

CHANNEL = CABINET.key


@pytest.fixture
def desk(city: City) -> Desk:
    return Desk([SimulatorPlugin(city), HeatingSimulator(city)])


def signed_in(desk: Desk) -> Person:
    begun = desk.begin_sign_in(CHANNEL, CUSTOMER_CARD.key)
    return desk.finish_sign_in(begun, {"resident": "Aysel"})


def at_the_buildings(desk: Desk) -> OpenJourney:
    opened = desk.begin(SERVICE.key, signed_in(desk))
    opened = desk.press(opened, "show_districts", {"city": "cinarli"})
    return desk.press(opened, "show_buildings", {"district": "narli"})


# --- taking part --------------------------------------------------------------------------------


def test_the_service_takes_part_once_installed() -> None:
    """A desk that names no plugin of ours lists the service beside the library's own."""
    desk = Desk(["simulator"])
    assert [item.key for item in desk.services(CHANNEL)] == [SERVICE.key]
    assert desk.services("e-gov.az")
    assert SERVICE.key not in {item.key for item in desk.services("e-gov.az")}


def test_the_port_takes_part_once_named() -> None:
    """The installed plugin serves our port and means only when the host names it."""
    unnamed = {item.port: item for item in Desk(["simulator"]).check()}
    assert unnamed["heat_network"].plugin == ""
    assert unnamed["heat_network"].scope == OCAQ_ISTILIK.key
    assert unnamed["heat_network"].needed_by == (SERVICE.key,)
    named = Desk(["simulator", "heating-simulator"])
    assert [item for item in named.check() if item.advice] == []
    assert at_the_buildings(named).screen.key == "address"


def test_a_desk_for_other_services_is_not_disturbed() -> None:
    """A host that offers only some of the library's services opens with us installed, too."""
    desk = Desk(["simulator"], services=["debt_investigation"])
    assert desk.services(CHANNEL) == ()


def test_a_desk_for_our_service_alone(city: City) -> None:
    """A host that offers our service alone needs nothing of what the others need."""
    desk = Desk([SimulatorPlugin(city), HeatingSimulator(city)], services=[SERVICE.key])
    assert {item.port for item in desk.check() if item.needed_by} == {
        "clock",
        "tokens",
        "heat_network",
        "sign_in",
    }
    assert desk.services("e-gov.az") == ()


def test_a_port_nobody_serves_is_told_when_it_is_needed(city: City) -> None:
    """Signing in by another means works; the first question to the network fails by name."""
    desk = Desk([SimulatorPlugin(city)])
    begun = desk.begin_sign_in(CHANNEL, "asan")
    person = desk.finish_sign_in(begun, {"resident": "Aysel"})
    with pytest.raises(PortNotProvided) as caught:
        desk.begin(SERVICE.key, person)
    assert caught.value.values["port"] == "heat_network"
    assert caught.value.values["scope"] == OCAQ_ISTILIK.key


def test_two_networks_clash(city: City) -> None:
    """Two named plugins for one company's network are a mistake, told by both names."""
    with pytest.raises(PortClash):
        Desk([SimulatorPlugin(city), HeatingSimulator(city), "heating-simulator"])


def test_half_a_network_is_refused(city: City) -> None:
    """An object that lacks a method of our Protocol is found when the desk opens."""

    class Half:
        @hookimpl
        def eservices_heat_network(self, utility: str) -> object:
            return object()

    with pytest.raises(PortIncomplete) as caught:
        Desk([SimulatorPlugin(city), Half()])
    assert "schedule" in str(caught.value.values["missing"])


def test_a_misspelt_hook_of_ours_is_refused(city: City) -> None:
    """Our hook is specified as the library's own are."""

    class Misspelt:
        @hookimpl
        def eservices_heat_netwrok(self, utility: str) -> object:
            return SimulatedNetwork()

    with pytest.raises(UnknownHook):
        Desk([SimulatorPlugin(city), Misspelt()])


# --- signing in ---------------------------------------------------------------------------------


def test_our_means_signs_in_to_the_cabinet(desk: Desk) -> None:
    """The portal's window offers our means, and its person carries it."""
    window = desk.sign_in_window(CHANNEL)
    assert [button.label for button in window.buttons] == ["Müştəri kartı ilə", "Asan imza ilə"]
    person = signed_in(desk)
    assert person.identity.means == CUSTOMER_CARD.key
    assert desk.recall(desk.keep(person), Person) == person


def test_an_unknown_card_does_not_sign_in(desk: Desk) -> None:
    """A refused sign-in of ours is the library's own error."""
    begun = desk.begin_sign_in(CHANNEL, CUSTOMER_CARD.key)
    with pytest.raises(SignInFailed):
        desk.finish_sign_in(begun, {"resident": "heç kim"})


# --- the journey --------------------------------------------------------------------------------


def test_every_screen_is_one_that_any_host_renders(desk: Desk) -> None:
    """All our screens are valid under the published schema."""
    before = at_the_buildings(desk)
    for opened in (before, desk.press(before, "show_schedule", {"building": "narli-1"})):
        jsonschema.validate(opened.screen.as_json(), screen_schema())


def test_a_list_says_what_it_depends_on(desk: Desk) -> None:
    """A front end can tell which lists change when a city is chosen."""
    entries = at_the_buildings(desk).screen.entries
    assert {entry.key: entry.depends_on for entry in entries if isinstance(entry, ChoiceEntry)} == {
        "city": (),
        "district": ("city",),
        "building": ("district",),
    }


class FailingNetwork(SimulatedNetwork):
    """A network whose schedule cannot be had; ``error`` is what it raises."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def schedule(self, building: Place, since: date) -> tuple[HeatedDay, ...]:
        """Fail."""
        raise self.error


@pytest.mark.parametrize(
    ("error", "code"),
    [(PortUnavailable(), "port_unavailable"), (RuntimeError("oops"), "port_broken")],
)
def test_a_failing_network_loses_nothing(city: City, error: Exception, code: str) -> None:
    """The address stays chosen, the person is told, and the next press can succeed."""
    network = FailingNetwork(error)
    desk = Desk([SimulatorPlugin(city), HeatingSimulator(city, network)])
    opened = desk.press(at_the_buildings(desk), "show_schedule", {"building": "narli-1"})
    assert opened.screen.key == "address"
    assert [message.code for message in opened.screen.messages] == [code]
    assert "oops" not in opened.screen.messages[0].text
    assert {entry.chosen for entry in opened.screen.entries if isinstance(entry, ChoiceEntry)} == {
        "cinarli",
        "narli",
        "narli-1",
    }
    mended = Desk([SimulatorPlugin(city), HeatingSimulator(city)])
    assert mended.press(opened, "show_schedule").screen.key == "schedule"


def test_questions_are_plain_functions() -> None:
    """The service's rules can be tried without a desk."""
    network = SimulatedNetwork()
    (district, _) = network.districts(network.cities()[0])
    found = schedule.buildings.function(network, district)
    assert [option.label for option in found] == ["Nümunə küçəsi 1", "Nümunə küçəsi 2"]


# --- languages ----------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["en", "ru"])
def test_our_catalogues_are_whole(tag: str) -> None:
    """Every text of ours is translated, and the catalogue is as the code is."""
    domain = domain_of(SERVICE)
    assert list(lacks(domain, tag)) == []
    assert domain.file(tag).read_bytes() == refreshed(domain, tag)


@pytest.mark.parametrize(
    ("tag", "title", "columns", "day", "refused"),
    [
        (
            "en",
            "Heat supply schedule",
            ("Day", "Begins", "Ends", "Temperature of the water"),
            "20/11/2026",
            "This building is not connected to the heat network.",
        ),
        (
            "ru",
            "График подачи тепла",
            ("День", "Начало", "Окончание", "Температура воды"),
            "20.11.2026",
            "Это здание не подключено к тепловой сети.",
        ),
    ],
)
def test_the_desk_speaks_by_our_catalogues(
    desk: Desk, tag: str, title: str, columns: tuple[str, ...], day: str, refused: str
) -> None:
    """Lists, screens, faults and our sign-in means are in the language of the desk."""
    speaking = desk.speaking(tag)
    assert [item.name for item in speaking.services(CHANNEL)] == [title]
    assert speaking.sign_in_window(CHANNEL).buttons[0].label != CUSTOMER_CARD.label

    opened = speaking.press(at_the_buildings(speaking), "show_schedule", {"building": "narli-2"})
    assert [entry.fault for entry in opened.screen.entries if entry.fault] == [refused]
    opened = speaking.press(opened, "show_schedule", {"building": "narli-1"})
    (table,) = opened.screen.tables
    assert (opened.screen.title, table.columns) == (title, columns)
    assert table.rows[0] == (day, "06:00", "23:30", "60 °C")
