"""The move that is kept again and again, and everything that is written with it.

An operator orders a check on site, the inspector reports the reading, and so on without end: from
the third on, odd versions are under investigation and even ones checked on site. Each move adds a
line of history and three notices, and settles the first notice of the move before.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NoReturn

import attrs

from benchmarks.journey import CATALOGUE, CODEC, MOVES, draft
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect
from utility_eservices.desk.moving import Moves

__all__ = [
    "AT",
    "BEGUN",
    "SERVICE",
    "begun",
    "effects_of",
    "head_of",
    "line_of",
    "moved",
    "notices_of",
    "number_of",
    "settled_by",
    "state_of",
]

# All moves are of one moment, so that whoever makes them writes the same texts.
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
# How many moves are behind a request that is to be moved.
BEGUN = 3
SERVICE = "debt_investigation"

_TO_AND_FRO = tuple(attrs.evolve(MOVES[place], at=AT) for place in (4, 3))


def number_of(place: int) -> str:
    """The number of a request by its place, from one."""
    return f"AZS-2026-{place:06}"


# --- as the library does it -------------------------------------------------------------------


def _no_store() -> NoReturn:
    raise NotImplementedError("moving a case keeps nothing")


_RULES = Moves(CATALOGUE, _no_store)


def begun(moves: int) -> tuple[Case[Any], tuple[Effect, ...]]:
    """A request after its first moves, and what the last of them ordered."""
    case: Case[Any] = draft()
    ordered: tuple[Effect, ...] = ()
    for move in MOVES[:moves]:
        case, ordered = _RULES.moved(case, move.event, move.actor, AT, move.findings)
    return case, ordered


def moved(case: Case[Any]) -> tuple[Case[Any], tuple[Effect, ...]]:
    """The next version, decided by the rulebook, and what the move orders."""
    move = _TO_AND_FRO[case.version % 2]
    return _RULES.moved(case, move.event, move.actor, AT, move.findings)


# --- the same, known beforehand ---------------------------------------------------------------


@attrs.frozen
class _Step:
    """What the move to a version writes."""

    state: str
    line: str
    notices: tuple[str, ...]


def _steps() -> Sequence[_Step]:
    """By the remainder of the version: even, odd."""
    case, found = begun(BEGUN)[0], []
    for _ in range(2):
        case, ordered = moved(case)
        names = tuple(effect.name for effect in ordered)
        found.append(_Step(case.state, CODEC.dump(case).history[-1], names))
    return found


_STEPS = _steps()


def state_of(version: int) -> str:
    """Where a request stands at a version."""
    return _STEPS[version % 2].state


def line_of(version: int) -> str:
    """The line of history that a version adds."""
    return _STEPS[version % 2].line


def head_of(version: int, before: str) -> str:
    """The head of a version, made of the one before."""
    state, version_before = state_of(version - 1), version - 1
    return before.replace(f'"state": "{state}"', f'"state": "{state_of(version)}"', 1).replace(
        f'"version": {version_before}', f'"version": {version}', 1
    )


def notices_of(version: int) -> tuple[str, ...]:
    """The names of the notices that a version orders."""
    return _STEPS[version % 2].notices


def effects_of(number: str, version: int) -> tuple[Effect, ...]:
    """The notices that a version orders."""
    return tuple(
        Effect.ordered(name, SERVICE, number, version - 1, AT) for name in notices_of(version)
    )


def settled_by(number: str, version: int) -> Effect:
    """The notice of the version before that a version settles, done."""
    name = notices_of(version - 1)[0]
    return Effect.ordered(name, SERVICE, number, version - 2, AT).done()
