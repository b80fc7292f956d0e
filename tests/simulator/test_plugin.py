"""The simulator as a plugin: every port, nothing it does not serve, nothing left out."""

from __future__ import annotations

from typing import Any

import pytest

from utility_eservices import Desk
from utility_eservices.desk.access import own_codes
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.codec import Codec
from utility_eservices.desk.plugins import built_in_ports
from utility_eservices.errors import PortClash, PortNotProvided
from utility_eservices.ports.port import Port
from utility_eservices.simulator import plugin as installed
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.sign_in import MEANS

CODEC = Codec(Catalogue(()))
SERVED: dict[str, list[object]] = {
    "": [""],
    "codec": [CODEC],
    "utility": ["azersu", "azerishiq"],
    "means": list(MEANS),
    "medium": ["email", "sms"],
}


def given(plugin: object, port: Port[Any], scope: object) -> object:
    hook = getattr(plugin, port.hook_name)
    return hook(scope) if port.scope else hook()


@pytest.mark.parametrize("port", built_in_ports(), ids=lambda port: port.name)
def test_every_port_is_served(city: City, port: Port[Any]) -> None:
    """For each port and whatever it is provided for, the city gives an object that fits."""
    for plugin in (SimulatorPlugin(city), installed):
        for scope in SERVED[port.scope]:
            offered = given(plugin, port, scope)
            assert all(callable(getattr(offered, method)) for method in port.methods())


@pytest.mark.parametrize(
    "port",
    [port for port in built_in_ports() if port.scope in ("utility", "means", "medium")],
    ids=lambda port: port.name,
)
def test_what_the_city_does_not_serve_is_left_to_others(city: City, port: Port[Any]) -> None:
    """For another utility, means or medium the city gives nothing, so that others may."""
    assert given(SimulatorPlugin(city), port, "another") is None


@pytest.mark.parametrize("port", built_in_ports(), ids=lambda port: port.name)
def test_a_port_can_be_left_out(city: City, port: Port[Any]) -> None:
    """A port left out is not given for anything, and every other one still is."""
    plugin = SimulatorPlugin(city, leave_out=[port.name])
    for other in built_in_ports():
        for scope in SERVED[other.scope]:
            assert (given(plugin, other, scope) is None) is (other is port)


def test_one_scope_of_a_port_can_be_left_out(city: City) -> None:
    """A real SİMA beside simulated others: only that one is left out."""
    plugin = SimulatorPlugin(city, leave_out={"sign_in:sima"})
    assert plugin.eservices_sign_in("sima") is None
    assert plugin.eservices_sign_in("asan") is not None


def test_another_plugin_takes_the_place_of_what_is_left_out(city: City) -> None:
    """A desk on the city with another access policy lacks nothing and clashes with nothing."""
    desk = Desk([SimulatorPlugin(city, leave_out=["access"]), own_codes])
    assert [finding for finding in desk.check() if finding.advice or not finding.plugin] == []


def test_a_misspelt_port_is_not_left_out_in_silence(city: City) -> None:
    """Where a misspelling leaves two to give one port, the desk does not open."""
    with pytest.raises(PortClash, match="access"):
        Desk([SimulatorPlugin(city, leave_out=["acess"]), own_codes])


def test_what_is_left_out_is_missed(city: City) -> None:
    """A desk says which port nobody gives, when it is needed."""
    desk = Desk([SimulatorPlugin(city, leave_out=["sign_in:sima"])])
    with pytest.raises(PortNotProvided, match="sign_in"):
        desk.begin_sign_in("e-gov.az", "sima", "debt_investigation")


def test_a_switched_off_port_shows_in_the_desks_check(city: City, desk: Desk) -> None:
    """Whoever runs a desk learns from its check which port is switched off."""
    city.faults.always("notification:sms", FaultKind.UNAVAILABLE)
    advised = [(item.port, item.scope) for item in desk.check() if item.advice]
    assert advised == [("notification", "sms")]


def test_the_installed_plugin_is_the_city_of_the_process() -> None:
    """Every desk that names ``simulator`` works on one city, which a script can reach."""
    first, second = Desk(["simulator"]), Desk(["simulator"])
    assert not [finding for finding in first.check() if finding.advice or not finding.plugin]
    begun = first.begin_sign_in("e-gov.az", "sima", "debt_investigation")
    person = second.finish_sign_in(begun, {"resident": "Kamran"})
    assert person.identity.fin == installed.default.city.people["Kamran"].fin
