"""Reads, at three sizes of the store: whether they cost more when more is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from random import Random
from typing import TypeAlias

import attrs

from benchmarks.store.doing import HandingThrough
from benchmarks.store.filling import CHUNK, Filling, applicant_of
from benchmarks.store.moving import SERVICE, number_of
from benchmarks.store.places import Kind, Place
from benchmarks.timing import Timing, Work, measure
from utility_eservices.ports.case_store import CaseQuery
from utility_eservices.services.azersu.debt_investigation import OPERATOR
from utility_eservices.services.azersu.debt_investigation import SERVICE as DEBT_INVESTIGATION
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.database import Database

__all__ = ["CHUNKS", "READS", "SIZES", "Sizes", "Times"]

SIZES = (10_000, 100_000, 1_000_000)
_PAGE = 20
# How many requests one applicant sent: more than a page.
_EACH = 25

READS = (
    "one request by its number",
    f"the newest {_PAGE} of all",
    f"the newest {_PAGE} of an applicant",
    f"the newest {_PAGE} of an officer's inbox",
)

CHUNKS = sum(len(range(0, size, CHUNK)) for size in SIZES)
# By what is read and of how many.
Times: TypeAlias = Mapping[tuple[str, int], Timing]

_STATES = DEBT_INVESTIGATION.casework_rules.states
_KEPT = Filling(1, _EACH, states=tuple(sorted(_STATES)))
_INBOX = CaseQuery(
    places=frozenset((SERVICE, key) for key, info in _STATES.items() if info.owner is OPERATOR)
)
_ALL = CaseQuery(services=frozenset({SERVICE}))


def _own(fin: str) -> CaseQuery:
    """What a desk asks for an applicant on a portal."""
    return attrs.evolve(_ALL, applicant=fin, channels=frozenset({E_SU_AZ.key}))


class _Reader:
    """What is read of one place, by a store that hands texts through: its own part."""

    def __init__(self, place: Place, size: int) -> None:
        self._size = size
        self._drawing = Random(size)  # noqa: S311  # the same numbers in every run
        self._database = Database(place.config)
        self._store = SqlCases(self._database, HandingThrough(), audited=False)

    def close(self) -> None:
        """Let go of the place."""
        self._database.close()

    def number(self) -> str:
        """Some request's number."""
        return number_of(self._drawing.randint(1, self._size))

    def own(self) -> CaseQuery:
        """What asks for somebody's own requests."""
        fin = applicant_of(self._drawing.randint(1, self._size), self._size, _EACH)
        return _own(fin)

    def one(self, number: str) -> None:
        """Read a request by its number."""
        if self._store.get(number) is None:
            raise LookupError(number)

    def page(self, query: CaseQuery) -> None:
        """Read the newest that fit a query."""
        if len(self._store.find(query, limit=_PAGE)) != _PAGE:
            raise LookupError("a page that is not full")

    def works(self) -> tuple[Work, ...]:
        """The reads, in the order of `READS`."""
        return (
            Work(READS[0], self.number, self.one),
            Work(READS[1], lambda: _ALL, self.page),
            Work(READS[2], self.own, self.page),
            Work(READS[3], lambda: _INBOX, self.page),
        )


class Sizes:
    """Places of all sizes on one kind of database, to be filled and then read."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._places = {size: kind.new(f"of_{size}") for size in SIZES}

    def fill(self) -> Iterator[int]:
        """Fill them; gives something after each chunk, `CHUNKS` times."""
        for size, place in self._places.items():
            yield from _KEPT.into(place, size)

    def measure(self) -> Iterator[Times]:
        """Read round by round, all sizes taking turns; after each, the times so far."""
        with ExitStack() as opened:
            works = {
                (work.name, size): work
                for size, place in self._places.items()
                for work in opened.enter_context(closing(_Reader(place, size))).works()
            }
            for timings in measure(list(works.values())):
                yield {cell: timings[work] for cell, work in works.items()}

    def close(self) -> None:
        """Remove them."""
        for place in self._places.values():
            self._kind.dropped(place)
