"""Each law catches an adapter that was broken on purpose, and no other law does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from tests.laws.breakages import BREAKAGES
from tests.laws.breaking import (
    MODULES,
    Breakage,
    Spoilt,
    broken_laws,
    everywhere,
    laws_of,
    logs,
    quotes,
)
from tests.laws.worlds import WORLDS

from utility_eservices.desk.plugins import built_in_ports
from utility_eservices.errors import PortRefused, PortUnavailable

# What holds for any port, by a word in the name of its law.
SILENT, NOT_NOW, HOW_IT_IS = ("_down_", "_not_now", "_how_")
PORTS = sorted(MODULES)
HISTORIES = {"test_payments_add_up_in_every_history"}


def common(port: str, word: str) -> set[str]:
    """The law of a port that all ports have, by a word of its name."""
    return {name for name in laws_of(port) if word in name}


PERSONAL = [port for port in PORTS if common(port, SILENT)]


def broken_by(port: str, spoiling: Callable[[Any], Mapping[str, Any]]) -> set[str]:
    """The laws of a port that notice when the simulator's object is spoilt."""
    return broken_laws(port, lambda: WORLDS[port](lambda sound: Spoilt(sound, spoiling(sound))))


def test_every_port_has_laws() -> None:
    """No port is without laws, and each has those that all share, save what it cannot betray."""
    assert set(PORTS) == {port.name for port in built_in_ports()} == set(WORLDS)
    for port in PORTS:
        assert len(common(port, NOT_NOW)) == 1
        assert len(common(port, HOW_IT_IS)) == 1
    assert set(PORTS) - set(PERSONAL) == {"clock", "numbers", "reference"}


def test_every_law_is_shown_to_catch_something() -> None:
    """Of each law that is a port's own there is an adapter that it catches."""
    caught = {name for breakage in BREAKAGES for name in breakage.laws}
    shared = {
        law for port in PORTS for word in (SILENT, NOT_NOW, HOW_IT_IS) for law in common(port, word)
    }
    assert {name for port in PORTS for name in laws_of(port)} - shared == caught


def test_every_law_reads_as_a_sentence() -> None:
    """A law's name begins with its port, and its docstring says what must be true."""
    for port in PORTS:
        for name, law in laws_of(port).items():
            assert name.startswith(f"test_{port}_")
            assert (law.__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("port", PORTS)
def test_a_sound_adapter_breaks_no_law(port: str) -> None:
    """The simulator in the wrapper, with nothing spoilt, keeps them all."""
    assert broken_by(port, lambda _: {}) == set()


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_a_broken_adapter_is_caught_by_its_law(breakage: Breakage) -> None:
    """What is wrong is noticed by the law about it, and breaks no other.

    Save that of histories, in which everything is tried.
    """
    found = broken_laws(breakage.port, lambda: WORLDS[breakage.port](breakage.broken))
    assert found >= breakage.laws
    assert found - breakage.laws <= HISTORIES


def _instead(given: Callable[[], Any]) -> Callable[..., Any]:
    """A method that answers an outage by something else."""

    def call(sound: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        try:
            return sound(*arguments, **named)
        except PortUnavailable:
            return given()

    return call


def _refuse() -> None:
    raise PortRefused


@pytest.mark.parametrize("given", [lambda: None, _refuse], ids=["nothing", "no"])
@pytest.mark.parametrize("port", PORTS)
def test_an_outage_told_otherwise_is_caught(port: str, given: Callable[[], Any]) -> None:
    """Who takes "not available now" for nothing there, or for a no, is caught by that law."""
    spoilt = broken_by(port, lambda sound: everywhere(sound, _instead(given)))
    assert spoilt - HISTORIES == common(port, NOT_NOW)


@pytest.mark.parametrize("spoiling", [logs, quotes])
@pytest.mark.parametrize("port", PERSONAL)
def test_what_is_written_down_is_caught(
    port: str, spoiling: Callable[[Any], Mapping[str, Any]]
) -> None:
    """Whoever logs what was asked, or quotes it in an error, is caught by that law."""
    assert broken_by(port, spoiling) == common(port, SILENT)


@pytest.mark.parametrize("port", PORTS)
@pytest.mark.parametrize("said", [None, "", "All is well."])
def test_a_check_that_does_not_look_is_caught(port: str, said: str | None) -> None:
    """A check that always says the same is caught by that law."""
    assert broken_by(port, lambda _: {"check": lambda: said}) == common(port, HOW_IT_IS)
