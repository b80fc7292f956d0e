"""Effects (nəticə əməliyyatları): what a case asks of the world.

An effect is recorded together with the transition that orders it and performed later, at least
once, under a key that makes a second performance harmless. Its outcome may move the case on:
``then`` when it was done, ``otherwise`` when it failed for good. The effect's row alone holds
the number of tries, the outcome and the next due time.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import attrs

from utility_eservices.casework.asking import AnyPort, Asking

__all__ = ["Effect", "EffectSpec", "Outcome", "Patience", "effect"]


@attrs.frozen
class Patience:
    """How long an effect is tried: ``tries`` times, the pause doubling up to ``longest``."""

    tries: int = 8
    first: timedelta = timedelta(seconds=30)
    longest: timedelta = timedelta(hours=1)

    def pause(self, tries: int) -> timedelta:
        """The pause after this many tries.

        >>> Patience().pause(1), Patience().pause(3)
        (datetime.timedelta(seconds=30), datetime.timedelta(seconds=120))
        """
        # The exponent is bounded, since a timedelta cannot hold what 2 ** tries may reach.
        factor: int = 2 ** min(tries - 1, 32)
        return min(self.longest, self.first * factor)


@attrs.frozen
class EffectSpec:
    """An effect as a service declares it.

    ``performer`` asks the ports; what it returns, a mapping or None, becomes the findings of
    the event ``then``. ``then`` and ``otherwise`` are events of the casework.
    """

    performer: Asking
    label: str
    then: str
    otherwise: str
    rows: str = ""
    patience: Patience = Patience()
    ours: bool = False

    @property
    def name(self) -> str:
        """The performer's name."""
        return self.performer.name


def effect(
    *ports: AnyPort,
    label: str,
    then: str,
    otherwise: str,
    rows: str = "",
    patience: Patience = Patience(),  # immutable
    ours: bool = False,
) -> Callable[[Callable[..., Any]], EffectSpec]:
    """Declare a function as the performer of an effect, its first parameters taking ``ports``."""

    def declare(function: Callable[..., Any]) -> EffectSpec:
        asking = Asking.of(function, ports)
        return EffectSpec(asking, label, then, otherwise, rows, patience, ours)

    return declare


class Outcome(enum.Enum):
    """How it stands with an effect."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


@attrs.frozen
class Effect:
    """An effect as the store keeps it.

    ``service`` is the key of the case's service, so that a worker takes up only what it knows.
    ``key`` is unique and goes to the port, so that a repeated performance is recognised;
    ``entry`` is the place in the case's history of the transition that ordered it; ``due`` is
    a UTC instant; ``reason`` is the code of the last failure.
    """

    key: str
    name: str
    service: str
    case_number: str
    entry: int
    due: datetime
    tries: int = 0
    outcome: Outcome = Outcome.PENDING
    reason: str = ""

    @classmethod
    def ordered(
        cls, name: str, service: str, case_number: str, entry: int, due: datetime
    ) -> Effect:
        """A new effect; the same order gives the same key."""
        return cls(f"{case_number}/{entry}/{name}", name, service, case_number, entry, due)

    def done(self) -> Effect:
        """The effect after it was performed."""
        return attrs.evolve(self, outcome=Outcome.DONE, tries=self.tries + 1, reason="")

    def failed(self, reason: str, now: datetime, patience: Patience, *, final: bool) -> Effect:
        """The effect after a failure: due again later, or failed for good."""
        tries = self.tries + 1
        if final or tries >= patience.tries:
            return attrs.evolve(self, outcome=Outcome.FAILED, tries=tries, reason=reason)
        return attrs.evolve(self, tries=tries, reason=reason, due=now + patience.pause(tries))

    def postponed(self, reason: str, now: datetime, patience: Patience) -> Effect:
        """The effect put off by what is no try of it.

        This worker has not what it takes, the way is full for now, or it was done already and
        that could not be kept.
        """
        return attrs.evolve(self, reason=reason, due=now + patience.first)

    def again(self, now: datetime) -> Effect:
        """The effect given a fresh run of tries, after it had failed for good."""
        return attrs.evolve(self, outcome=Outcome.PENDING, tries=0, due=now)
