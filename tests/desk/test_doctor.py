"""Müayinə: everything that keeps a desk from opening, or a service from being served."""

from __future__ import annotations

from types import SimpleNamespace

import attrs
import pytest
from tests.desk.sample import SEALING
from tests.desk.walking import SERVICE, giving, unknown

from utility_eservices.desk.catalogue import built_in_services, catalogue_of
from utility_eservices.desk.doctor import examine, is_well, missing
from utility_eservices.desk.plugins import Diagnosis, Health
from utility_eservices.ports.port import hookimpl
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin

FIN = "5XJ1K2A"


def about(findings: tuple[Diagnosis, ...], health: Health) -> list[tuple[str, str, str]]:
    """Port, scope and plugin of the findings of this health."""
    return [(item.port, item.scope, item.plugin) for item in findings if item.health is health]


def test_a_whole_city_is_well(city: City) -> None:
    """Every need is served by one plugin that says nothing against itself."""
    findings = examine([SimulatorPlugin(city)])
    assert findings
    assert is_well(findings)
    keys = {service.key for service in built_in_services()}
    assert missing(findings) == {key: [] for key in {"desk", *keys}}


def test_what_nobody_serves_is_told_for_each_service(city: City) -> None:
    """Port and scope, by the key of the service that goes without."""
    plugin = SimulatorPlugin(city, leave_out={"billing", "notification:sms", "clock"})
    findings = examine([plugin], services=[SERVICE])
    assert not is_well(findings)
    lacking = {key: [(f.port, f.scope) for f in found] for key, found in missing(findings).items()}
    assert lacking == {
        "desk": [("clock", "")],
        SERVICE: [("billing", "azersu"), ("notification", "sms")],
    }


def test_two_that_serve_the_same_are_told(city: City) -> None:
    """A desk would not open; the doctor names both."""
    findings = examine([SimulatorPlugin(city), giving("mine", clock=city.clock)])
    (clash,) = [item for item in findings if item.health is Health.CLASH]
    assert (clash.port, clash.plugin) == ("clock", "")
    told = "“clock” portunu bir neçə qoşma təmin edir: SimulatorPlugin-0, mine-1."
    assert str(clash.advice) == told
    assert missing(findings)["desk"] == [clash]


def test_a_plugin_that_is_not_there_leaves_the_others(city: City) -> None:
    """It is told, and what the rest serve is looked at all the same."""
    findings = examine(["nobody", SimulatorPlugin(city), "nowhere"])
    assert about(findings, Health.BROKEN) == [("", "", "nobody"), ("", "", "nowhere")]
    assert ("clock", "", "SimulatorPlugin-0") in about(findings, Health.WELL)


def test_a_plugin_with_a_misspelt_hook_is_told(city: City) -> None:
    """The hook by its name, and everything else as it is."""
    findings = examine([SimulatorPlugin(city), giving("mine", biling=object())])
    (broken,) = [item for item in findings if item.health is Health.BROKEN]
    assert broken.plugin == "mine-1"
    assert str(broken.advice).endswith(": eservices_biling.")
    assert about(findings, Health.MISSING) == []


def test_every_misspelt_hook_is_told(city: City) -> None:
    """Each plugin by its name: whoever mends one need not come back for the next."""
    one, other = giving("one", biling=object()), giving("other", clok=object())
    findings = examine([SimulatorPlugin(city), one, other])
    assert [item.plugin for item in findings if item.health is Health.BROKEN] == [
        "one-1",
        "other-2",
    ]


def test_ports_of_services_that_are_not_offered_are_known_too(city: City) -> None:
    """As when a desk opens: a plugin for such a port misspells nothing."""
    offering = SimpleNamespace(
        __name__="offering",
        eservices_services=hookimpl(lambda: [SEALING]),
    )
    findings = examine([SimulatorPlugin(city), offering], services=[SERVICE])
    assert about(findings, Health.BROKEN) == []


def test_a_plugin_with_a_hook_of_other_arguments_is_left_out(city: City) -> None:
    """It cannot take part at all; who would have been served goes without."""

    def eservices_clock(utility: str) -> object:
        """A hook with an argument that its specification does not have."""

    wrong = SimpleNamespace(__name__="wrong", eservices_clock=hookimpl(eservices_clock))
    findings = examine([SimulatorPlugin(city, leave_out={"clock"}), wrong])
    assert len(about(findings, Health.BROKEN)) == 1
    assert about(findings, Health.MISSING) == [("clock", "", "")]


def test_a_hook_that_raises_is_failing(city: City) -> None:
    """Told by the plugin's name; the error's own text stays where it is."""

    def eservices_clock() -> object:
        raise RuntimeError(FIN)

    plugin = SimpleNamespace(__name__="mine", eservices_clock=hookimpl(eservices_clock))
    findings = examine([SimulatorPlugin(city, leave_out={"clock"}), plugin])
    assert about(findings, Health.FAILING) == [("clock", "", "mine-1")]
    assert FIN not in repr(findings)


def test_services_may_be_chosen(city: City) -> None:
    """Only what they need is asked for; one that nobody offers is unknown."""
    findings = examine([SimulatorPlugin(city)], services=[SEALING])
    assert set(missing(findings)) == {"desk", SEALING.key}
    with unknown("service"):
        examine([SimulatorPlugin(city)], services=["nothing"])


def test_an_unsound_service_is_told(city: City) -> None:
    """It would keep the desk from opening; its own name stands in the advice."""
    debt = catalogue_of(()).of(SERVICE)
    notice = attrs.evolve(debt.notices[0], text="{nothing}")
    unsound = attrs.evolve(debt, notices=(notice,))
    findings = examine([SimulatorPlugin(city)], services=[unsound])
    (broken,) = [item for item in findings if item.health is Health.BROKEN]
    assert SERVICE in str(broken.advice)


def test_services_of_a_broken_package_are_told(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library's own are looked at all the same."""

    def services() -> object:
        raise RuntimeError(FIN)

    plugin = SimpleNamespace(__name__="mine", eservices_services=hookimpl(services))
    findings = examine([SimulatorPlugin(city), plugin])
    assert [(item.plugin, item.health) for item in findings if item.plugin == "mine-1"] == [
        ("mine-1", Health.BROKEN)
    ]
    assert SERVICE in missing(findings)
