"""What is measured of the contenders: one transition, the whole journey, the journey stored."""

from __future__ import annotations

from typing import Any

from benchmarks import floor
from benchmarks.contenders import Kept, Library, LiveEngine, Spiff, Transitions
from benchmarks.floor import Floor
from benchmarks.journey import CODEC, MOVES, TRANSITION, Contender
from benchmarks.timing import Work
from utility_eservices.casework.acts import CaseFacts
from utility_eservices.casework.rulebook import step
from utility_eservices.services.azersu.debt_investigation import SERVICE

__all__ = [
    "contenders",
    "journey",
    "step_alone",
    "stored_by_floor",
    "stored_by_library",
    "transition",
]


def contenders() -> tuple[Contender, ...]:
    """Everybody who takes part; the floor, whom all have to agree with, comes first."""
    return (
        Floor(),
        Library(),
        Transitions(),
        LiveEngine(kept=True),
        LiveEngine(kept=False),
        Spiff(stored=False),
        Spiff(stored=True),
    )


def transition(contender: Contender) -> Work:
    """One move of a case that came so far by the moves before it."""
    move = MOVES[TRANSITION]

    def prepare() -> Any:
        held = contender.begin()
        for earlier in MOVES[:TRANSITION]:
            contender.move(held, earlier)
        return held

    return Work(contender.name, prepare, lambda held: contender.move(held, move))


def step_alone() -> Work:
    """The same transition decided by the rulebook and not applied, the facts being at hand."""
    contender, move = Library(), MOVES[TRANSITION]
    held = transition(contender).prepare()
    facts = CaseFacts(held.case, move.actor, move.at, move.findings)
    rules = SERVICE.casework_rules
    return Work(
        "the rulebook's step alone",
        lambda: facts,
        lambda facts: step(rules, facts.case.state, move.event, facts),
    )


def journey(contender: Contender) -> Work:
    """All moves from the draft to the end."""

    def run(held: Any) -> None:
        for move in MOVES:
            contender.move(held, move)

    return Work(contender.name, contender.begin, run)


def stored_by_floor() -> Work:
    """All moves, the floor's case being made JSON text after each."""
    contender = Floor()

    def run(held: floor.Case) -> None:
        for move in MOVES:
            contender.move(held, move)
            floor.dump(held)

    return Work(contender.name, contender.begin, run)


def stored_by_library() -> Work:
    """All moves, the library's case being made JSON text after each."""
    contender = Library()

    def run(held: Kept) -> None:
        for move in MOVES:
            contender.move(held, move)
            CODEC.dump(held.case)

    return Work(contender.name, contender.begin, run)
