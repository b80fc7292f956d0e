"""The store as a plugin: every port of it, handed over or named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.databases import SqlitePlace

from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.desk.desk import Desk
from utility_eservices.desk.plugins import Health, built_in_ports
from utility_eservices.ports.port import Port
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices_adapters.sql import plugin as installed
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.plugin import SqlStorePlugin
from utility_eservices_adapters.sql.shared import shared

# Every port that the plugin has a hook for.
PORTS = [port for port in built_in_ports() if hasattr(SqlStorePlugin, port.hook_name)]
DAY = date(2026, 11, 21)


@pytest.fixture
def named(sqlite_place: SqlitePlace, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The environment says where the tables are."""
    monkeypatch.setenv("ESERVICES_DATABASE_URL", sqlite_place.config.url.value)
    yield
    shared().close()


def given(plugin: object, port: Port[Any]) -> Any:
    """What a plugin gives for a port."""
    scope = {"": (), "utility": ("azersu",), "codec": (CODEC,)}[port.scope]
    return getattr(plugin, port.hook_name)(*scope)


def test_the_store_serves_all_that_lasts() -> None:
    """No port of what the library keeps is left to somebody else."""
    assert {port.name for port in PORTS} == {
        "case_store",
        "counters",
        "inbox",
        "journeys",
        "numbers",
        "payment_store",
        "reference",
        "registered_codes",
    }


def test_a_desk_runs_on_it(database: Database) -> None:
    """Beside the simulator, without what both would serve, every need is served well."""
    simulator = SimulatorPlugin(City(), leave_out={port.name for port in PORTS})
    desk = Desk([simulator, SqlStorePlugin(database)])
    found = {it.port: it for it in desk.check()}
    assert {it.health for it in found.values()} == {Health.WELL}
    assert all(found[port.name].plugin.startswith("SqlStorePlugin") for port in PORTS)


@pytest.mark.parametrize("port", PORTS, ids=lambda port: port.name)
def test_what_is_named_works_by_its_settings(named: None, port: Port[Any]) -> None:
    """The module has each hook, and its object has each method and finds all well."""
    offered = given(installed, port)
    assert all(callable(getattr(offered, name)) for name in port.methods())
    assert offered.check() is None


@pytest.mark.parametrize("port", PORTS, ids=lambda port: port.name)
def test_without_settings_a_hook_advises(monkeypatch: pytest.MonkeyPatch, port: Port[Any]) -> None:
    """It raises nothing: what to set is told by the check of what it gives."""
    monkeypatch.delenv("ESERVICES_DATABASE_URL", raising=False)
    monkeypatch.delenv("ESERVICES_SETTINGS", raising=False)
    assert given(installed, port).check() == "Set ESERVICES_DATABASE_URL."


def test_all_that_is_named_shares_one_database(named: None) -> None:
    """One pool of connections, and one turn for whoever writes."""
    assert given(installed, PORTS[0]) is not given(installed, PORTS[0])
    assert installed.eservices_inbox().database is shared()
    assert installed.eservices_numbers("azersu").database is shared()


def test_another_database_is_another_object(
    named: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever alters the settings is not left on the database of before."""
    first = shared()
    with monkeypatch.context() as patched:
        patched.setenv("ESERVICES_DATABASE_URL", f"sqlite:///{tmp_path}/another.db")
        assert shared() is not first
    assert shared() is first


# --- request numbers ------------------------------------------------------------------------------


def test_numbers_begin_as_the_host_says(database: Database) -> None:
    """By the utility's prefix, its usual one, or its key; the counting is each utility's own."""
    plugin = SqlStorePlugin(database, prefixes={"azersu": "SU"})
    issued = [
        plugin.eservices_numbers(utility).issue("service", DAY)
        for utility in ("azersu", "azerishiq", "heating", "azersu")
    ]
    assert issued == [
        "SU-2026-000001",
        "AZI-2026-000001",
        "HEATING-2026-000001",
        "SU-2026-000002",
    ]


def test_the_environment_says_how_numbers_begin(
    named: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The setting names utilities and prefixes."""
    monkeypatch.setenv("ESERVICES_NUMBERS_PREFIXES", "azersu=SU, heating=İST.1")
    issued = [
        installed.eservices_numbers(utility).issue("service", DAY)
        for utility in ("azersu", "heating", "azerishiq")
    ]
    assert issued == ["SU-2026-000001", "İST.1-2026-000001", "AZI-2026-000001"]


@pytest.mark.parametrize("said", ["azersu", "azersu=", "azersu=A B", "azersu=-A", "azersu=A/B"])
def test_a_prefix_that_cannot_be_read_out_is_refused(
    named: None, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    """The check tells which settings do not fit, and no number is made up."""
    monkeypatch.setenv("ESERVICES_NUMBERS_PREFIXES", said)
    assert "ESERVICES_NUMBERS_" in str(installed.eservices_numbers("azersu").check())


@pytest.mark.parametrize("prefixes", [{"heating": "AZS"}, {"heating": "azs"}, {"azs": "AZİ"}])
def test_no_two_utilities_have_one_prefix(database: Database, prefixes: dict[str, str]) -> None:
    """Else two requests would have one number, and the second could not be kept."""
    plugin = SqlStorePlugin(database, prefixes=prefixes)
    utility = next(iter(prefixes))
    clash = prefixes[utility].casefold() == "azs"
    assert ("prefix of its own" in str(plugin.eservices_numbers(utility).check())) == clash
    assert plugin.eservices_numbers("azerishiq").check() is None
