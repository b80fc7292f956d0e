"""What is measured of the contenders: one transition, the whole journey, the journey stored."""

from __future__ import annotations

from typing import Any

from benchmarks.contenders import Library, LiveEngine, Spiff, Transitions
from benchmarks.floor import Floor
from benchmarks.journey import MOVES, TRANSITION, Contender, Storing
from benchmarks.timing import Work
from utility_eservices.casework.acts import CaseFacts
from utility_eservices.casework.rulebook import step
from utility_eservices.services.azersu.debt_investigation import SERVICE

__all__ = [
    "contenders",
    "journey",
    "read_and_stored",
    "step_alone",
    "stored",
    "storing",
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


def storing() -> tuple[Storing, ...]:
    """The two whose texts are compared, the floor first."""
    return (Floor(), Library())


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


def stored(contender: Storing) -> Work:
    """All moves, the case being made JSON text after each."""

    def run(held: Any) -> None:
        for move in MOVES:
            contender.move(held, move)
            contender.dump(held)

    return Work(contender.name, contender.begin, run)


def read_and_stored(contender: Storing) -> Work:
    """All moves, the case being read from its text before each and made text after it."""
    draft = contender.dump(contender.begin())

    def run(text: Any) -> None:
        for move in MOVES:
            held = contender.load(text)
            contender.move(held, move)
            text = contender.dump(held)

    return Work(contender.name, lambda: draft, run)
