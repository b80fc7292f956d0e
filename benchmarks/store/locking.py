"""Rules run before the lock, beside rules run inside it: how long a client waits at the worst."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from benchmarks.store import doing
from benchmarks.store.clients import Processes, Round
from benchmarks.store.places import Kind, Place
from benchmarks.store.transactions import REQUESTS

__all__ = ["ROUNDS", "WAYS", "WRITERS", "AllWaits", "measure_waits"]

WRITERS = 4
ROUNDS = 4
_SECONDS = 2
WAYS = (
    Processes("before it, the version checked within: the store as it is", doing.audited),
    Processes("inside it: read, moved and kept in one transaction", doing.locked),
)


@attrs.frozen
class Waits:
    """What one load, move and save took, in nanoseconds, and how many were done a second."""

    median: float
    worst: float
    rate: float


AllWaits: TypeAlias = Mapping[Processes, Waits]


def measure_waits(kind: Kind, template: Place) -> Iterator[AllWaits]:
    """Measure round by round, each on a fresh copy; after each, the waits so far."""
    each: dict[Processes, list[float]] = {way: [] for way in WAYS}
    rates: dict[Processes, list[float]] = {way: [] for way in WAYS}
    for turn in range(ROUNDS):
        place = kind.copied(template)
        for at in range(len(WAYS)):
            way = WAYS[(turn + at) % len(WAYS)]
            taken = way.took(Round(place, REQUESTS, WRITERS, _SECONDS))
            rates[way].append(sum(len(took.each) / took.together for took in taken))
            each[way] += [seconds for took in taken for seconds in took.each]
        kind.dropped(place)
        yield {way: _waits(each[way], max(rates[way])) for way in WAYS}


def _waits(each: list[float], rate: float) -> Waits:
    hundredths = statistics.quantiles(each, n=100)
    return Waits(hundredths[49] * 1e9, hundredths[98] * 1e9, rate)
