"""Load, move, save: how many transactions a second, by database, contender and clients."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from benchmarks.store import doing
from benchmarks.store.clients import Contender, Pgbench, Processes, Round
from benchmarks.store.filling import Filling
from benchmarks.store.moving import BEGUN
from benchmarks.store.places import Kind, Place, Servers

__all__ = [
    "BARE",
    "CLIENTS",
    "RAW",
    "REQUESTS",
    "ROUNDS",
    "Rate",
    "Rates",
    "contenders",
    "filled",
    "measure_rates",
]

CLIENTS = (1, 4, 16)
ROUNDS = 5
_SECONDS = 1
REQUESTS = 10_000
# How many requests one applicant sent.
_EACH = 4

RAW = Processes("the same SQL on the raw driver", doing.raw)
BARE = Processes("the store's rows alone", doing.bare)
TYPED = Processes("these rows by codec and rules", doing.typed)
AUDITED = Processes("and with the audit trail", doing.audited)
WITH_JOBS = Processes("and with the jobs", doing.with_jobs)


def contenders(kind: Kind) -> tuple[Contender, ...]:
    """Who takes part on a kind of database; the first is what the others are compared with."""
    everywhere = (RAW, BARE, TYPED, AUDITED)
    if isinstance(kind, Servers):
        return (Pgbench(kind.server), *everywhere, WITH_JOBS)
    return everywhere


@attrs.frozen
class Rate:
    """The transactions a second of several rounds."""

    best: float
    median: float

    @classmethod
    def of(cls, rates: Sequence[float]) -> Rate:
        """The rate of several rounds."""
        return cls(max(rates), statistics.median(rates))


Rates: TypeAlias = Mapping[tuple[Contender, int], Rate]


def filled(kind: Kind) -> Place:
    """A place with the requests that are moved."""
    place = kind.new("requests")
    for _ in Filling(BEGUN, _EACH, told=True).into(place, REQUESTS):
        pass
    return place


def measure_rates(kind: Kind, template: Place) -> Iterator[Rates]:
    """Measure round by round, each on a fresh copy; after each, the rates so far."""
    taking_part = contenders(kind)
    rates: dict[tuple[Contender, int], list[float]] = {
        (contender, clients): [] for clients in CLIENTS for contender in taking_part
    }
    for turn in range(ROUNDS):
        place = kind.copied(template)
        # Each is once the first, on rows that nobody has moved yet.
        for clients in CLIENTS:
            for at in range(len(taking_part)):
                contender = taking_part[(turn + at) % len(taking_part)]
                run = Round(place, REQUESTS, clients, _SECONDS)
                rates[contender, clients].append(contender.rate(run))
        kind.dropped(place)
        yield {cell: Rate.of(found) for cell, found in rates.items()}
