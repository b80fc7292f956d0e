"""Laws of the port `journeys`: see `utility_eservices.ports.journeys.Journeys`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol

import attrs
import pytest

from utility_eservices.conformance.laws.common import (
    MANY,
    Call,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.errors import PortRefused
from utility_eservices.ports.journeys import Journeys, KeptJourney
from utility_eservices.vocabulary.fin import Fin

__all__ = [
    "JourneysWorld",
    "test_journeys_are_forgotten_before_an_instant",
    "test_journeys_are_forgotten_oldest_first",
    "test_journeys_are_forgotten_one_by_one",
    "test_journeys_are_kept_by_the_last_word",
    "test_journeys_are_none_that_were_never_kept",
    "test_journeys_are_one_persons_who_brings_them_at_once",
    "test_journeys_are_remembered_after_a_restart",
    "test_journeys_are_shown_to_their_own_person_alone",
    "test_journeys_come_as_many_as_asked",
    "test_journeys_come_back_to_the_letter",
    "test_journeys_come_newest_first",
    "test_journeys_kept_anew_stay_while_others_forget",
    "test_journeys_kept_at_once_are_all_there",
    "test_journeys_of_equal_age_come_in_a_stable_order",
    "test_journeys_of_one_id_are_one_when_kept_at_once",
    "test_journeys_of_somebody_else_are_not_replaced",
    "test_journeys_say_how_they_are",
    "test_journeys_tell_not_now_from_none",
    "test_journeys_write_down_nothing_personal",
]


class JourneysWorld(World[Journeys], Protocol):
    """Two persons who can begin something."""

    fin: Fin
    other: Fin


_ALL = 100_000
# Later than whatever else a person began.
_LATE = datetime(2199, 11, 20, 9, 30, 15, 250000, tzinfo=UTC)
# Earlier than whatever else is kept: what is stale is forgotten up to an instant of this day.
_EARLY = datetime(1999, 11, 20, 9, 30, 15, 250000, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
# The smallest step of time that a value can tell.
_STEP = timedelta(microseconds=1)
_TEXT = '{"body": "“Abonent”: Gülər Şıxıyeva, İ ı Ə ə Ğ ğ\\n", "seal": "0"}\n'
# As long as a page on which much was written.
_LONG = _TEXT * 2_000


def _journey(world: JourneysWorld, at: datetime = _LATE, text: str = _TEXT) -> KeptJourney:
    # Of capitals, too, as tokens may be.
    return KeptJourney(f"LAW_{world.fresh()}-a", "debt_investigation", "e-gov.az", at, text)


def _put(world: JourneysWorld, *journeys: KeptJourney) -> None:
    for journey in journeys:
        world.port.put(world.fin, journey)


def _ids(*journeys: KeptJourney) -> list[str]:
    return [journey.id for journey in journeys]


def _of(port: Journeys, fin: Fin, *journeys: KeptJourney) -> list[str]:
    """The ids of these journeys, as often and in the order as they come."""
    ids = _ids(*journeys)
    return [kept.id for kept in port.of(fin, _ALL) if kept.id in ids]


def _calls(world: JourneysWorld) -> list[Call]:
    port, fin, journey = world.port, world.fin, _journey(world)
    return [
        lambda: port.put(fin, journey),
        lambda: port.get(fin, journey.id),
        lambda: port.of(fin),
        lambda: port.forget(fin, journey.id),
        lambda: port.forget_before(_EARLY),
    ]


# --- keeping ------------------------------------------------------------------------------------


def test_journeys_come_back_to_the_letter(journeys_world: JourneysWorld) -> None:
    """Everything comes as it was put, the instant to the microsecond, a text however long."""
    short, long = _journey(journeys_world), _journey(journeys_world, text=_LONG)
    _put(journeys_world, short, long)
    port, fin = journeys_world.port, journeys_world.fin
    assert [port.get(fin, short.id), port.get(fin, long.id)] == [short, long]
    listed = {kept.id: kept for kept in port.of(fin, _ALL)}
    assert (listed[short.id], listed[long.id]) == (short, long)


def test_journeys_are_none_that_were_never_kept(journeys_world: JourneysWorld) -> None:
    """Nothing is found under an id that nobody gave, and forgetting it is harmless."""
    port, fin, journey = journeys_world.port, journeys_world.fin, _journey(journeys_world)
    assert port.get(fin, journey.id) is None
    assert _of(port, fin, journey) == []
    port.forget(fin, journey.id)


def test_journeys_are_kept_by_the_last_word(journeys_world: JourneysWorld) -> None:
    """What is put again takes the place of what was there, also where it bears an older instant."""
    port, fin, first = journeys_world.port, journeys_world.fin, _journey(journeys_world)
    _put(journeys_world, first)
    for at, text in ((_LATE + _MINUTE, "more"), (_LATE - _MINUTE, "less")):
        again = attrs.evolve(first, at=at, text=text)
        _put(journeys_world, again)
        assert port.get(fin, first.id) == again
        assert [kept for kept in port.of(fin, _ALL) if kept.id == first.id] == [again]


def test_journeys_of_one_id_are_one_when_kept_at_once(journeys_world: JourneysWorld) -> None:
    """Of sixteen words about one journey at once all succeed, and one of them is kept."""
    port, fin, journey = journeys_world.port, journeys_world.fin, _journey(journeys_world)
    words = [attrs.evolve(journey, text=f"{_TEXT}{number}") for number in range(MANY)]
    assert at_once(lambda number: port.put(fin, words[number])) == [None] * MANY
    (kept,) = [kept for kept in port.of(fin, _ALL) if kept.id == journey.id]
    assert kept == port.get(fin, journey.id)
    assert kept in words


def test_journeys_kept_at_once_are_all_there(journeys_world: JourneysWorld) -> None:
    """Of sixteen journeys put at once none is lost."""
    journeys = [_journey(journeys_world) for _ in range(MANY)]
    at_once(lambda number: _put(journeys_world, journeys[number]))
    found = _of(journeys_world.port, journeys_world.fin, *journeys)
    assert sorted(found) == sorted(_ids(*journeys))


# --- whose they are -----------------------------------------------------------------------------


def test_journeys_are_shown_to_their_own_person_alone(journeys_world: JourneysWorld) -> None:
    """Another person neither finds a journey nor forgets it."""
    port, journey = journeys_world.port, _journey(journeys_world)
    _put(journeys_world, journey)
    assert port.get(journeys_world.other, journey.id) is None
    assert _of(port, journeys_world.other, journey) == []
    port.forget(journeys_world.other, journey.id)
    assert port.get(journeys_world.fin, journey.id) == journey


def test_journeys_of_somebody_else_are_not_replaced(journeys_world: JourneysWorld) -> None:
    """An id that is another person's is refused, and their journey stays as it was."""
    port, journey = journeys_world.port, _journey(journeys_world)
    _put(journeys_world, journey)
    with pytest.raises(PortRefused):
        port.put(journeys_world.other, attrs.evolve(journey, text="another"))
    assert port.get(journeys_world.fin, journey.id) == journey
    assert port.get(journeys_world.other, journey.id) is None


def test_journeys_are_one_persons_who_brings_them_at_once(journeys_world: JourneysWorld) -> None:
    """Of two persons who bring one id at once, one has it, and the other is refused each time."""
    port, journey = journeys_world.port, _journey(journeys_world)
    persons = (journeys_world.fin, journeys_world.other)
    given = at_once(lambda number: port.put(persons[number % 2], journey))
    kept = [all(item is None for item in given[place::2]) for place in (0, 1)]
    refused = [all(isinstance(item, PortRefused) for item in given[place::2]) for place in (0, 1)]
    assert sorted(kept) == [False, True]
    assert refused == kept[::-1]
    found = [port.get(fin, journey.id) for fin in persons]
    assert found == [journey if theirs else None for theirs in kept]


# --- listing ------------------------------------------------------------------------------------


def test_journeys_come_newest_first(journeys_world: JourneysWorld) -> None:
    """They come by the instant at which they were kept last, in whatever order they were put."""
    early, middle, late = (_journey(journeys_world, _LATE + n * _STEP) for n in (1, 2, 3))
    port, fin = journeys_world.port, journeys_world.fin
    _put(journeys_world, middle, late, early)
    assert _of(port, fin, early, middle, late) == _ids(late, middle, early)
    _put(journeys_world, attrs.evolve(early, at=_LATE + 4 * _STEP))
    assert _of(port, fin, early, middle, late) == _ids(early, late, middle)


def test_journeys_of_equal_age_come_in_a_stable_order(journeys_world: JourneysWorld) -> None:
    """Those kept at one instant come in the same order each time, and however many are asked."""
    journeys = [_journey(journeys_world, _LATE + 60 * _MINUTE) for _ in range(5)]
    _put(journeys_world, *journeys)
    port, fin = journeys_world.port, journeys_world.fin
    order = [kept.id for kept in port.of(fin, _ALL)]
    for limit in (_ALL, 5, 4, 3, 2, 1):
        assert [kept.id for kept in port.of(fin, limit)] == order[:limit]


def test_journeys_come_as_many_as_asked(journeys_world: JourneysWorld) -> None:
    """Of more journeys than are asked for, the newest come."""
    journeys = [_journey(journeys_world, _LATE + n * _MINUTE) for n in range(3)]
    _put(journeys_world, *journeys)
    newest = journeys_world.port.of(journeys_world.fin, 2)
    assert len(newest) == 2
    assert newest == journeys_world.port.of(journeys_world.fin, _ALL)[:2]


# --- forgetting ---------------------------------------------------------------------------------


def test_journeys_are_forgotten_one_by_one(journeys_world: JourneysWorld) -> None:
    """One that was forgotten is gone, the others stay; forgetting it again is harmless."""
    port, fin = journeys_world.port, journeys_world.fin
    gone, stays = _journey(journeys_world), _journey(journeys_world)
    _put(journeys_world, gone, stays)
    for _ in range(2):
        port.forget(fin, gone.id)
        assert port.get(fin, gone.id) is None
        assert _of(port, fin, gone, stays) == _ids(stays)
    _put(journeys_world, gone)
    assert port.get(fin, gone.id) == gone


def test_journeys_are_forgotten_before_an_instant(journeys_world: JourneysWorld) -> None:
    """Those of all persons that were kept last before it, to the microsecond, and no other."""
    port, fin, other = journeys_world.port, journeys_world.fin, journeys_world.other
    port.forget_before(_EARLY + _MINUTE, _ALL)
    before, at, after = (_journey(journeys_world, _EARLY + n * _STEP) for n in (-1, 0, 1))
    theirs = _journey(journeys_world, _EARLY - _STEP)
    renewed = _journey(journeys_world, _EARLY - _MINUTE)
    _put(journeys_world, before, at, after, renewed, attrs.evolve(renewed, at=_EARLY))
    port.put(other, theirs)
    assert port.forget_before(_EARLY) == 2
    assert sorted(_of(port, fin, before, at, after, renewed)) == sorted(_ids(at, after, renewed))
    assert port.get(other, theirs.id) is None
    assert port.forget_before(_EARLY) == 0


def test_journeys_are_forgotten_oldest_first(journeys_world: JourneysWorld) -> None:
    """Of more than may be forgotten at once the oldest go, and the others the next time."""
    port, fin = journeys_world.port, journeys_world.fin
    port.forget_before(_EARLY + _MINUTE, _ALL)
    first, second, third = (_journey(journeys_world, _EARLY + n * _STEP) for n in (1, 2, 3))
    _put(journeys_world, second, third, first)
    assert port.forget_before(_EARLY + _MINUTE, 2) == 2
    assert _of(port, fin, first, second, third) == _ids(third)
    assert port.forget_before(_EARLY + _MINUTE, 2) == 1
    assert _of(port, fin, third) == []


def test_journeys_kept_anew_stay_while_others_forget(journeys_world: JourneysWorld) -> None:
    """Whoever goes on with a stale journey just as it is being forgotten loses nothing."""
    port, fin = journeys_world.port, journeys_world.fin
    stale = [_journey(journeys_world, _EARLY) for _ in range(MANY // 2)]
    _put(journeys_world, *stale)
    anew = [attrs.evolve(journey, at=_LATE, text="more") for journey in stale]

    def one(number: int) -> None:
        if number % 2:
            port.forget_before(_EARLY + _MINUTE)
        else:
            port.put(fin, anew[number // 2])

    assert at_once(one) == [None] * MANY
    assert [port.get(fin, journey.id) for journey in anew] == anew


# --- what holds for any port --------------------------------------------------------------------


@requires("reopened")
def test_journeys_are_remembered_after_a_restart(journeys_world: JourneysWorld) -> None:
    """What one host kept another finds and forgets, and they know whose it is."""
    port, fin, journey = journeys_world.port, journeys_world.fin, _journey(journeys_world)
    _put(journeys_world, journey)
    other = journeys_world.reopened()
    assert other.get(fin, journey.id) == journey
    assert _of(other, fin, journey) == _ids(journey)
    with pytest.raises(PortRefused):
        other.put(journeys_world.other, journey)
    other.forget(fin, journey.id)
    assert port.get(fin, journey.id) is None


@requires("switched_off")
def test_journeys_tell_not_now_from_none(journeys_world: JourneysWorld) -> None:
    """While they cannot be reached each call says so: nobody passes for who began nothing."""
    tells_not_now(journeys_world, *_calls(journeys_world))


def test_journeys_write_down_nothing_personal(journeys_world: JourneysWorld) -> None:
    """Neither FINs nor texts stand in a log, an error or a repr."""
    personal = [journeys_world.fin.value, "Gülər", "“Abonent”"]
    keeps_silent(journeys_world, personal, *_calls(journeys_world))


def test_journeys_say_how_they_are(journeys_world: JourneysWorld) -> None:
    """Their check finds nothing while they work, and advises something while they cannot."""
    says_how_it_is(journeys_world)
