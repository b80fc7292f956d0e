"""Laws of the port `civil_data`: see `utility_eservices.ports.civil_data.CivilData`."""

from __future__ import annotations

from typing import Protocol

from utility_eservices.conformance.laws.common import (
    Call,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.civil_data import CivilData, CivilRecord
from utility_eservices.vocabulary.fin import Fin

__all__ = [
    "CivilDataWorld",
    "test_civil_data_gives_a_person_to_the_letter",
    "test_civil_data_gives_nothing_for_an_unknown_person",
    "test_civil_data_says_how_it_is",
    "test_civil_data_tells_not_now_from_none",
    "test_civil_data_writes_down_nothing_personal",
]


class CivilDataWorld(World[CivilData], Protocol):
    """The registers, a record that they hold, and the FIN of nobody."""

    record: CivilRecord
    unknown: Fin


def _calls(world: CivilDataWorld) -> list[Call]:
    return [
        lambda: world.port.find(world.record.fin),
        lambda: world.port.find(world.unknown),
    ]


def test_civil_data_gives_a_person_to_the_letter(civil_data_world: CivilDataWorld) -> None:
    """Name, FIN and rows come as the register has them, in its order, each time."""
    for _ in range(2):
        assert civil_data_world.port.find(civil_data_world.record.fin) == civil_data_world.record


def test_civil_data_gives_nothing_for_an_unknown_person(civil_data_world: CivilDataWorld) -> None:
    """Nobody else's record comes for a FIN that no register knows."""
    assert civil_data_world.port.find(civil_data_world.unknown) is None


@requires("switched_off")
def test_civil_data_tells_not_now_from_none(civil_data_world: CivilDataWorld) -> None:
    """While the registers cannot be asked they say so: nobody passes for unknown."""
    tells_not_now(civil_data_world, *_calls(civil_data_world))


def test_civil_data_writes_down_nothing_personal(civil_data_world: CivilDataWorld) -> None:
    """Neither FIN nor name nor rows stand in a log, an error or a repr."""
    record = civil_data_world.record
    rows = [text for _, text in record.more]
    personal = [record.fin.value, record.name.surname, civil_data_world.unknown.value, *rows]
    keeps_silent(civil_data_world, personal, *_calls(civil_data_world))


def test_civil_data_says_how_it_is(civil_data_world: CivilDataWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(civil_data_world)
