"""Laws of the port `counters`: see `utility_eservices.ports.counters.Counters`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from utility_eservices.conformance.laws.common import (
    MANY,
    Call,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.ports.counters import Counters

__all__ = [
    "CountersWorld",
    "test_counters_count_a_member_once",
    "test_counters_count_what_differs",
    "test_counters_give_no_two_members_one_figure",
    "test_counters_go_on_after_a_restart",
    "test_counters_keep_names_apart",
    "test_counters_remember_yesterday",
    "test_counters_say_how_they_are",
    "test_counters_tell_not_now",
    "test_counters_write_down_no_member",
]


class CountersWorld(World[Counters], Protocol):
    """Counters; reopened, those of another host."""


_DAY = date(2026, 11, 20)


def _calls(world: CountersWorld, name: str) -> list[Call]:
    return [lambda: world.port.note(name, f"member of {name}", _DAY)]


def test_counters_count_what_differs(counters_world: CountersWorld) -> None:
    """The first of a day is one, and each that differs from all before is one more."""
    name = counters_world.fresh()
    noted = [counters_world.port.note(name, member, _DAY) for member in ("a", "A", "ə", "")]
    assert noted == [1, 2, 3, 4]


def test_counters_count_a_member_once(counters_world: CountersWorld) -> None:
    """However often one comes, and whatever came in between, it counts once."""
    name = counters_world.fresh()
    noted = [counters_world.port.note(name, member, _DAY) for member in "aabab"]
    assert noted == [1, 1, 2, 2, 2]


def test_counters_keep_names_apart(counters_world: CountersWorld) -> None:
    """What is noted under one name, or on one day, is not counted under another."""
    port, one, other = counters_world.port, counters_world.fresh(), counters_world.fresh()
    port.note(one, "a", _DAY)
    assert port.note(other, "b", _DAY) == 1
    assert port.note(one, "b", _DAY + timedelta(days=1)) == 1


def test_counters_remember_yesterday(counters_world: CountersWorld) -> None:
    """A host past midnight does not make another, still before it, begin anew."""
    port, name = counters_world.port, counters_world.fresh()
    port.note(name, "a", _DAY)
    port.note(name, "a", _DAY + timedelta(days=1))
    assert port.note(name, "b", _DAY) == 2


def test_counters_give_no_two_members_one_figure(counters_world: CountersWorld) -> None:
    """Sixteen noted at once are given the figures from one to sixteen, each once."""
    name = counters_world.fresh()
    noted = at_once(lambda number: counters_world.port.note(name, f"member {number}", _DAY))
    assert {*noted} == {*range(1, MANY + 1)}


@requires("reopened")
def test_counters_go_on_after_a_restart(counters_world: CountersWorld) -> None:
    """Each host counts with all the others, and a restart forgets nothing."""
    name = counters_world.fresh()
    counters_world.port.note(name, "a", _DAY)
    other = counters_world.reopened()
    assert other.note(name, "b", _DAY) == 2
    assert counters_world.port.note(name, "c", _DAY) == 3


@requires("switched_off")
def test_counters_tell_not_now(counters_world: CountersWorld) -> None:
    """While nothing can be counted they say so: nobody guesses on for free."""
    tells_not_now(counters_world, *_calls(counters_world, counters_world.fresh()))


def test_counters_write_down_no_member(counters_world: CountersWorld) -> None:
    """Not even a digest of what somebody tried stands in a log, an error or a repr."""
    name = counters_world.fresh()
    keeps_silent(counters_world, [f"member of {name}"], *_calls(counters_world, name))


def test_counters_say_how_they_are(counters_world: CountersWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(counters_world)
