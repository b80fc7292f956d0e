"""Qoşmalar: who is installed, who takes part, which object serves which port."""

from __future__ import annotations

import types
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Protocol

import attrs
import pytest
from tests.desk.sample import SEALING
from tests.desk.walking import SERVICE, giving, on_invoice, sent, signed_in, unknown

from utility_eservices import Desk
from utility_eservices.casework.asking import Asking
from utility_eservices.casework.page import Shown
from utility_eservices.casework.service import Service
from utility_eservices.desk import plugins as module
from utility_eservices.desk.plugins import Diagnosis, Health, Need, Plugins, built_in_ports
from utility_eservices.errors import (
    CaseNewer,
    DefinitionRefused,
    PluginBroken,
    PluginNotFound,
    PortClash,
    PortIncomplete,
    PortNotProvided,
    ServiceClash,
    UnknownHook,
)
from utility_eservices.ports.billing import BILLING
from utility_eservices.ports.clock import CLOCK
from utility_eservices.ports.port import PORTS, PROJECT, Port, hookimpl, hookspec
from utility_eservices.ports.reference import REFERENCE
from utility_eservices.ports.tokens import TOKENS
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.language import Phrase

FIN = "5XJ1K2A"


class _Clock:
    def now(self) -> None:
        """No time at all."""


class _Entry:
    """An entry point of an installed package."""

    def __init__(self, name: str, load: Callable[[], object]) -> None:
        self.name = name
        self.load = load


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says which packages are installed: names of plugins, each with what loads it."""

    def install(**loads: Callable[[], object]) -> None:
        entries = [_Entry(name, load) for name, load in loads.items()]

        def entry_points(*, group: str) -> Sequence[_Entry]:
            return {PROJECT: entries, PORTS: []}[group]

        monkeypatch.setattr(module, "entry_points", entry_points)

    return install


def broken() -> object:
    raise ImportError(FIN)


# --- who takes part -----------------------------------------------------------------------------


def test_the_librarys_own_plugins_are_installed() -> None:
    """By the names that its packaging announces; two that give one port clash."""
    assert Desk(["simulator"]).services("e-gov.az") != ()
    assert Desk(["system"], services=[]).services("e-gov.az") == ()
    for two, port, scope in (
        (["simulator", "system"], "clock", ""),
        (["access-own-codes", "access-by-existence"], "access", "azersu"),
    ):
        with pytest.raises(PortClash) as caught:
            Desk(two)
        plugins = ", ".join(sorted(two))
        assert caught.value.values == {"port": port, "scope": scope, "plugins": plugins}


@pytest.mark.parametrize("name", ["simulater", "", "Simulator", "utility_eservices"])
def test_a_name_that_nobody_announces_is_not_found(name: str) -> None:
    """A misspelt name is told when the desk opens."""
    with pytest.raises(PluginNotFound) as caught:
        Desk([name])
    assert caught.value.values == {"plugin": name}


def test_a_plugin_that_is_not_named_gives_no_port(installed: Callable[..., None]) -> None:
    """Installed is not taking part: two clocks are installed, one is named."""
    installed(one=lambda: giving(clock=_Clock()), two=lambda: giving(clock=_Clock()))
    plugins = Plugins(["two"])
    name, clock = plugins.find(CLOCK)
    assert (name, isinstance(clock, _Clock)) == ("two", True)
    with pytest.raises(PortNotProvided):
        Plugins([]).get(CLOCK)


def test_a_plugin_named_twice_takes_part_once(city: City, installed: Callable[..., None]) -> None:
    """By its name or as an object, or both."""
    clock = giving(clock=_Clock())
    installed(mine=lambda: clock)
    assert Plugins(["mine", "mine", clock]).find(CLOCK)[0] == "mine"
    simulator = SimulatorPlugin(city)
    assert Desk([simulator, simulator]).services("e-gov.az") != ()


def test_plugin_objects_are_told_apart_by_name_and_place() -> None:
    """Two of one class, and a module by its own name."""
    named = types.ModuleType("mine")
    vars(named).update(vars(giving("mine", clock=_Clock())))
    assert Plugins([named]).find(CLOCK)[0] == "mine-0"
    with pytest.raises(PortClash) as caught:
        Plugins([_Giver(), _Giver()]).get(CLOCK)
    assert caught.value.values["plugins"] == "_Giver-0, _Giver-1"


class _Giver:
    @hookimpl
    def eservices_clock(self) -> _Clock:
        return _Clock()


def test_a_package_that_cannot_be_imported_shuts_nothing(installed: Callable[..., None]) -> None:
    """It is reported by the check, without the error's text."""
    installed(good=lambda: giving(clock=_Clock()), bad=broken)
    plugins = Plugins(["good"])
    (finding,) = plugins.check([])
    assert (finding.plugin, finding.port, finding.health) == ("bad", "", Health.BROKEN)
    assert str(finding.advice) == "“bad” qoşması quraşdırılmayıb və ya yüklənə bilmir."
    assert plugins.find(CLOCK)[0] == "good"


def test_a_named_package_that_cannot_be_imported_is_not_found(
    installed: Callable[..., None],
) -> None:
    """Who wants it is told so when the desk opens; the cause is kept, its text not repeated."""
    installed(bad=broken)
    with pytest.raises(PluginNotFound) as caught:
        Plugins(["bad"])
    assert caught.value.values == {"plugin": "bad"}
    assert isinstance(caught.value.__cause__, ImportError)
    assert FIN not in str(caught.value)


def test_what_gives_ports_alone_is_loaded_once_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Installing an adapter costs nothing and breaks nothing before a host names it."""
    entries = {PROJECT: [], PORTS: [_Entry("bad", broken), _Entry("good", giving)]}
    monkeypatch.setattr(module, "entry_points", lambda group: entries[group])
    assert list(Plugins(["good"]).check([])) == []
    with pytest.raises(PluginNotFound):
        Plugins(["bad"])


def test_two_packages_of_one_name_are_both_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody can say which was meant: the first stays, the second is reported."""
    entries = [_Entry("mine", lambda: giving(clock=_Clock())), _Entry("mine", giving)]
    monkeypatch.setattr(module, "entry_points", lambda group: entries)
    (finding,) = Plugins([]).check([])
    assert (finding.plugin, finding.health) == ("mine", Health.BROKEN)
    with pytest.raises(PluginNotFound):
        Plugins(["mine"])


def test_an_installed_package_with_wrong_hooks_shuts_nothing_unless_named(
    installed: Callable[..., None],
) -> None:
    """What nobody asked for is reported; what the host named is refused."""

    def eservices_clock(utility: str) -> object:
        """A hook with an argument that its specification does not have."""

    wrong = SimpleNamespace(eservices_clock=hookimpl(eservices_clock))
    installed(wrong=lambda: wrong)
    (finding,) = Plugins([]).check([])
    assert (finding.plugin, finding.health) == ("wrong", Health.BROKEN)
    with pytest.raises(UnknownHook):
        Plugins(["wrong"])


def test_services_that_are_none_are_a_broken_plugin(installed: Callable[..., None]) -> None:
    """A package that announces something else than services is named."""
    announcing = SimpleNamespace(eservices_services=hookimpl(lambda: ["sealing"]))
    installed(announcing=lambda: announcing)
    with pytest.raises(PluginBroken) as caught:
        Plugins([]).services()
    assert caught.value.values == {"plugin": "announcing", "port": "services"}


@pytest.mark.parametrize("given", ["locale", 7, object()])
def test_catalogues_that_are_no_folder_leave_the_others(
    installed: Callable[..., None], given: object
) -> None:
    """Its services speak Azerbaijani, everybody else's their languages; the check tells."""
    folder = Path()
    good = SimpleNamespace(eservices_locale=hookimpl(lambda: folder))
    bad = SimpleNamespace(eservices_locale=hookimpl(lambda: given))
    installed(bad=lambda: bad, good=lambda: good)
    plugins = Plugins([])
    assert plugins.folders() == (folder,)
    (finding,) = plugins.check([])
    assert (finding.plugin, finding.health) == ("bad", Health.BROKEN)


def test_a_hook_for_catalogues_that_raises_shuts_nothing(installed: Callable[..., None]) -> None:
    """It is told like any other broken plugin."""

    def eservices_locale() -> object:
        raise RuntimeError(FIN)

    installed(bad=lambda: SimpleNamespace(eservices_locale=hookimpl(eservices_locale)))
    plugins = Plugins([])
    assert plugins.folders() == ()
    (finding,) = plugins.check([])
    assert str(finding.advice) == "“bad” qoşması “locale” soruşulanda xəta verdi."


# --- hooks --------------------------------------------------------------------------------------


def test_a_misspelt_hook_is_refused() -> None:
    """Silence would leave the port without anybody."""
    with pytest.raises(UnknownHook) as caught:
        Desk([giving("mine", biling=object())])
    assert caught.value.values["plugin"] == "mine-0"
    assert "eservices_biling" in str(caught.value.values["hook"])


def test_a_misspelt_hook_of_an_installed_package_is_refused(
    installed: Callable[..., None],
) -> None:
    """Also where the host does not name it: its services would be missing without a word."""
    installed(theirs=lambda: giving(service=()))
    with pytest.raises(UnknownHook) as caught:
        Desk([])
    assert caught.value.values["plugin"] == "theirs"


def test_a_hook_that_takes_what_it_is_not_given_is_refused() -> None:
    """A parameter of the hook that its specification does not have."""

    def eservices_clock(zone: str) -> None:
        """Wants a zone."""

    plugin = SimpleNamespace(__name__="mine", eservices_clock=hookimpl(eservices_clock))
    with pytest.raises(UnknownHook) as caught:
        Plugins([plugin])
    assert caught.value.values["plugin"] == "mine-0"


def test_a_hook_that_raises_is_told_without_its_text(city: City) -> None:
    """Which plugin, asked for what: the error's own words may be anything."""

    def eservices_billing(utility: str) -> object:
        raise RuntimeError(FIN + utility)

    plugin = SimpleNamespace(__name__="mine", eservices_billing=hookimpl(eservices_billing))
    with pytest.raises(PluginBroken) as caught:
        Desk([SimulatorPlugin(city, leave_out={"billing"}), plugin])
    assert caught.value.values == {"plugin": "mine-1", "port": "billing"}
    assert isinstance(caught.value.__cause__, RuntimeError)
    assert FIN not in str(caught.value)


def test_a_hook_is_asked_once_for_each_scope() -> None:
    """What it gives is kept; what it does not serve is asked again when it is needed."""
    asked: list[str] = []

    def eservices_billing(utility: str) -> object:
        asked.append(utility)
        return None if utility == "none" else _Billing()

    plugins = Plugins(
        [SimpleNamespace(__name__="m", eservices_billing=hookimpl(eservices_billing))]
    )
    first = plugins.get(BILLING, "azersu")
    assert plugins.get(BILLING, "azersu") is first
    assert plugins.get(BILLING, "azerishiq") is not first
    for _ in range(2):
        with pytest.raises(PortNotProvided):
            plugins.get(BILLING, "none")
    assert asked == ["azersu", "azerishiq", "none", "none"]


class _Billing:
    def presented_invoices(self, code: object) -> tuple[object, ...]:
        return ()

    def correct(self, *order: object) -> None:
        """Nothing."""

    debt = payments = credit = correct


# --- which object serves which port -------------------------------------------------------------


def test_a_port_that_nobody_gives_is_told_when_it_is_needed(city: City) -> None:
    """The desk opens all the same."""
    desk = Desk([SimulatorPlugin(city, leave_out={"case_store"})])
    with pytest.raises(PortNotProvided) as caught:
        desk.perform_due()
    assert caught.value.values == {"port": "case_store", "scope": ""}


def test_a_port_given_twice_is_told_when_the_desk_opens(city: City) -> None:
    """Which of two is right, no order of registration may decide."""
    with pytest.raises(PortClash) as caught:
        Desk([SimulatorPlugin(city), giving("mine", clock=_Clock())])
    assert caught.value.values == {
        "port": "clock",
        "scope": "",
        "plugins": "SimulatorPlugin-0, mine-1",
    }


def test_an_object_that_lacks_methods_is_told_when_the_desk_opens(city: City) -> None:
    """All that is missing at once."""
    simulator = SimulatorPlugin(city, leave_out={"billing"})
    with pytest.raises(PortIncomplete) as caught:
        Desk([simulator, giving("mine", billing=object())])
    assert caught.value.values == {
        "plugin": "mine-1",
        "port": "billing",
        "missing": "presented_invoices, correct, debt, payments, credit",
    }


def test_a_host_may_put_something_around_each_object(city: City) -> None:
    """Called with the port, the object and its scope, once for each; what it gives is used."""
    seen: list[tuple[str, str]] = []

    def around(port: Port[Any], offered: Any, scope: str) -> Any:
        seen.append((port.name, scope))
        return city.faults.around(port, offered, scope)

    desk = Desk([SimulatorPlugin(city)], around=around)
    assert len(seen) == len(set(seen))
    assert {("clock", ""), ("billing", "azersu"), ("case_store", "")} <= set(seen)
    assert {("sign_in", "asan"), ("notification", "sms")} <= set(seen)
    opened = len(seen)
    sent(desk)
    assert len(seen) == opened


# --- ports of one's own -------------------------------------------------------------------------


class Weather(Protocol):
    """A port of an outside package."""

    def frost(self) -> bool:
        """Whether there is any."""


@hookspec
def eservices_weather() -> Weather | None:
    """Give the weather."""


@hookspec
def eservices_tide(moon: str) -> Weather | None:
    """Give the tide; nobody knows what a moon is."""


WEATHER = Port(Weather, eservices_weather)


class _Winter:
    def frost(self) -> bool:
        return True


def asking(port: Port[Any]) -> Service:
    """The sample service, its rows asking a port."""

    def rows(offered: Any) -> list[tuple[str, str]]:
        return [("Şaxta", str(offered.frost()))]

    journey = SEALING.journeys[0]
    page = journey.pages[0]
    shown = Shown("Hava", Asking(rows, (port,), ()))
    pages = (attrs.evolve(page, parts=(*page.parts, shown)), *journey.pages[1:])
    return attrs.evolve(SEALING, journeys=(attrs.evolve(journey, pages=pages),))


def test_a_port_of_an_outside_package_is_known_by_who_asks_it(city: City) -> None:
    """Its hook is specified by the question alone; without the question it is unknown."""
    plugins = [SimulatorPlugin(city), giving(weather=_Winter())]
    desk = Desk(plugins, services=[asking(WEATHER)])
    opened = desk.begin("sealing", signed_in(desk, service=""))
    assert opened.screen.rows[-1].rows == (("Şaxta", "True"),)
    with pytest.raises(UnknownHook):
        Desk(plugins, services=[SERVICE])


def test_ports_of_services_that_are_not_offered_here_are_known_too(
    city: City, installed: Callable[..., None]
) -> None:
    """A package's plugin is no misspelt one because this portal leaves its service out."""
    theirs = giving("theirs", weather=_Winter(), services=[asking(WEATHER)])
    installed(theirs=lambda: theirs)
    assert Desk([SimulatorPlugin(city)], services=[SERVICE]).services("e-gov.az") != ()
    whole = Desk([SimulatorPlugin(city), "theirs"])
    assert whole.services("e-gov.az")[-1].key == "sealing"


def test_two_ports_of_one_name_are_refused() -> None:
    """Which one a plugin means nobody could say; the same one twice is one."""

    @hookspec
    def eservices_billing(utility: str) -> Weather | None:
        """Another billing."""

    plugins = Plugins([])
    plugins.specify(BILLING)
    with pytest.raises(DefinitionRefused) as caught:
        plugins.specify(Port(Weather, eservices_billing))
    assert caught.value.values == {"where": "billing", "why": "two ports have this name"}


def test_a_port_is_provided_for_what_the_desk_knows() -> None:
    """A hook whose parameter the desk cannot fill is refused."""
    with pytest.raises(DefinitionRefused) as caught:
        Plugins([]).specify(Port(Weather, eservices_tide))
    assert caught.value.values == {
        "where": "tide",
        "why": "a port cannot be provided for a moon",
    }


def test_a_port_that_was_never_specified_is_given_by_nobody() -> None:
    """Asking for it is asking for what is not there."""
    with pytest.raises(PortNotProvided):
        Plugins([]).get(WEATHER)


def test_the_librarys_ports_are_found_in_their_folder() -> None:
    """One a file, by name of file."""
    names = [port.name for port in built_in_ports()]
    assert names == sorted(names)
    assert {BILLING, CLOCK, TOKENS, REFERENCE} <= set(built_in_ports())


# --- services of installed packages -------------------------------------------------------------


def test_the_services_of_installed_packages_take_part(
    city: City, installed: Callable[..., None]
) -> None:
    """In the order of the plugins' names, after the library's own, though nobody names them."""
    sister = attrs.evolve(SEALING, key="another")
    installed(
        b=lambda: giving(services=[sister]),
        a=lambda: giving(services=(SEALING,)),
        c=giving,
    )
    keys = [item.key for item in Desk([SimulatorPlugin(city)]).catalogue.services]
    assert keys[-2:] == ["sealing", "another"]
    assert SERVICE in keys


def test_a_package_may_offer_no_service_today(installed: Callable[..., None]) -> None:
    """None and an empty list are the same."""
    installed(a=lambda: giving(services=None), b=lambda: giving(services=[]))
    assert Plugins([]).services() == ()


def test_two_packages_with_one_service_clash(installed: Callable[..., None]) -> None:
    """Also with the library's own keys."""
    installed(a=lambda: giving(services=[SEALING]), b=lambda: giving(services=[SEALING]))
    with pytest.raises(ServiceClash):
        Desk([])


def test_a_package_that_fails_over_its_services_is_told(installed: Callable[..., None]) -> None:
    """By its name, without the error's text."""

    def eservices_services() -> Sequence[Service]:
        raise RuntimeError(FIN)

    plugin = SimpleNamespace(eservices_services=hookimpl(eservices_services))
    installed(theirs=lambda: plugin)
    with pytest.raises(PluginBroken) as caught:
        Desk([])
    assert caught.value.values == {"plugin": "theirs", "port": "services"}


def test_services_may_be_chosen_or_replaced(city: City) -> None:
    """By key, or by a record of one's own, in the order given."""
    simulator = [SimulatorPlugin(city)]
    assert Desk(simulator, services=[SERVICE, SEALING]).catalogue.services[1] is SEALING
    renamed = attrs.evolve(SEALING, name="Yeni ad")
    assert Desk(simulator, services=iter([renamed])).catalogue.services == (renamed,)
    with unknown("service"):
        Desk(simulator, services=["sealing"])


# --- check --------------------------------------------------------------------------------------


def found(desk: Desk, port: str, scope: str = "") -> Diagnosis:
    (finding,) = [item for item in desk.check() if (item.port, item.scope) == (port, scope)]
    return finding


def test_a_check_says_who_serves_each_need(city: City) -> None:
    """Port, scope, who needs it, by which plugin, once; no advice where all is well."""
    desk = Desk([SimulatorPlugin(city)], services=[SERVICE])
    assert found(desk, "billing", "azersu") == Diagnosis(
        "billing", "azersu", (SERVICE,), "SimulatorPlugin-0"
    )
    assert found(desk, "clock") == Diagnosis("clock", "", ("desk",), "SimulatorPlugin-0")
    assert found(desk, "case_store").needed_by == (SERVICE,)
    checked = [(item.port, item.scope) for item in desk.check()]
    assert len(set(checked)) == len(checked)


def test_a_check_gives_each_adapters_advice(city: City, desk: Desk) -> None:
    """In its own words; a check that fails is told by the kind of its error alone."""
    city.faults.always("billing", FaultKind.UNAVAILABLE)
    advice = "The simulator's billing is switched off: heal it."
    assert str(found(desk, "billing", "azersu").advice) == advice
    assert found(desk, "billing", "azersu").health is Health.ADVISED

    def check() -> None:
        raise ValueError(FIN)

    clock = SimpleNamespace(now=city.clock.now, check=check)
    desk = Desk([SimulatorPlugin(city, leave_out={"clock"}), giving("mine", clock=clock)])
    finding = found(desk, "clock")
    assert (finding.plugin, finding.health) == ("mine-1", Health.FAILING)
    assert str(finding.advice) == "Öz yoxlaması alınmadı: ValueError."


def test_a_check_opens_no_second_store(city: City, desk: Desk) -> None:
    """It looks at what serves the desk, and asks no plugin for more."""
    store = city.store
    desk.check()
    assert city.store is store


def test_a_check_tells_what_nobody_serves(city: City) -> None:
    """With the sentence for it and no plugin's name; an object without a check is well."""
    clock = SimpleNamespace(now=city.clock.now)
    simulator = SimulatorPlugin(city, leave_out={"billing", "clock"})
    desk = Desk([simulator, giving("mine", clock=clock)], services=[SERVICE])
    finding = found(desk, "billing", "azersu")
    assert (finding.needed_by, finding.plugin) == ((SERVICE,), "")
    assert finding.health is Health.MISSING
    told = "“billing” portunu “azersu” üçün heç bir qoşma təmin etmir."
    assert str(finding.advice) == told
    assert found(desk, "clock").advice is None


def test_what_is_for_everybody_is_missed_without_a_scope(city: City) -> None:
    """A sentence of its own, without empty quotes."""
    desk = Desk([SimulatorPlugin(city, leave_out={"clock"})])
    told = "“clock” portunu heç bir qoşma təmin etmir."
    assert str(found(desk, "clock").advice) == told


def test_a_check_of_a_broken_hook_names_no_text() -> None:
    """A hook that raises is a finding too."""

    def eservices_clock() -> object:
        raise RuntimeError(FIN)

    plugin = SimpleNamespace(__name__="mine", eservices_clock=hookimpl(eservices_clock))
    (finding,) = Plugins([plugin]).check([Need(CLOCK, "", ("desk",))])
    assert str(finding.advice) == "“mine-0” qoşması “clock” soruşulanda xəta verdi."
    assert (finding.plugin, finding.health) == ("mine-0", Health.FAILING)


def test_a_desk_without_any_plugin_opens(installed: Callable[..., None]) -> None:
    """And says of each need that nobody serves it."""
    installed()
    desk = Desk([])
    assert {item.plugin for item in desk.check()} == {""}
    assert all(item.advice for item in desk.check())
    with pytest.raises(PortNotProvided):
        on_invoice(desk)


@pytest.mark.parametrize("error", [CaseNewer, PluginNotFound(plugin="x"), SystemExit, ValueError])
def test_whatever_a_check_raises_is_a_finding(city: City, error: Any) -> None:
    """Also an error of this library that has no business there, and an order to end."""

    def check() -> None:
        raise error

    clock = SimpleNamespace(now=city.clock.now, check=check)
    desk = Desk([SimulatorPlugin(city, leave_out={"clock"}), giving("mine", clock=clock)])
    assert found(desk, "clock").health is Health.FAILING


@pytest.mark.parametrize("said", [7, object(), Phrase("{a}", {"b": 1}), ["x"]])
def test_advice_that_nobody_can_read_is_a_failing_check(city: City, said: object) -> None:
    """It is told as such, and everything else is told all the same."""
    clock = SimpleNamespace(now=city.clock.now, check=lambda: said)
    desk = Desk([SimulatorPlugin(city, leave_out={"clock"}), giving("mine", clock=clock)])
    assert found(desk, "clock").health is Health.FAILING
    assert found(desk, "tokens").health is Health.WELL


def test_a_package_that_ends_the_program_shuts_nothing(installed: Callable[..., None]) -> None:
    """Neither when it is imported nor when it is asked for its services."""

    def leaving() -> Any:
        raise SystemExit(0)

    installed(leaving=leaving)
    (finding,) = Plugins([]).check([])
    assert (finding.plugin, finding.health) == ("leaving", Health.BROKEN)
    installed(asked=lambda: SimpleNamespace(eservices_services=hookimpl(leaving)))
    with pytest.raises(PluginBroken):
        Plugins([]).services()


@pytest.mark.parametrize("given", [5, iter([5]), "sealing"])
def test_what_is_no_list_of_services_is_a_broken_plugin(
    installed: Callable[..., None], given: object
) -> None:
    """Whatever it is instead."""
    installed(odd=lambda: SimpleNamespace(eservices_services=hookimpl(lambda: given)))
    with pytest.raises(PluginBroken):
        Plugins([]).services()
