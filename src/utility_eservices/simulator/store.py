"""The city's case store: cases as text, in memory.

A case is kept as its codec writes it, so that every run goes through serialisation as it would
with a database. The `Shelf` is what lasts: several desks, each with a store of its own and its
own codec, share the shelf of one city.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

import attrs

from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect, Outcome
from utility_eservices.errors import PortRefused, StaleCase
from utility_eservices.ports.case_store import CaseCodec, CaseQuery, CaseText, searched, words_of

__all__ = ["MemoryStore", "Shelf"]


@attrs.frozen
class _Row:
    """A case as text, with what it is looked for by; ``serial`` counts registrations."""

    text: CaseText = attrs.field(repr=False)
    number: str
    version: int
    service: str
    channel: str
    state: str
    journey: str
    applicant: str = attrs.field(repr=False)
    concerns: str = attrs.field(repr=False)
    searched: str = attrs.field(repr=False)
    sent_at: datetime
    serial: int

    @classmethod
    def of(cls, case: Case[Any], text: CaseText, serial: int) -> _Row:
        return cls(
            text,
            case.number,
            case.version,
            case.service,
            case.channel,
            case.state,
            case.journey,
            case.applicant.fin.value,
            case.concerns,
            searched(case),
            case.sent_at,
            serial,
        )

    @property
    def rank(self) -> tuple[datetime, int]:
        """The newest registration has the highest."""
        return (self.sent_at, self.serial)

    def fits(self, query: CaseQuery) -> bool:
        return (
            query.applicant in (None, self.applicant)
            and query.concerns in (None, self.concerns)
            and (query.channels is None or self.channel in query.channels)
            and (query.services is None or self.service in query.services)
            and (query.places is None or (self.service, self.state) in query.places)
            and all(word in self.searched for word in words_of(query.text or ""))
        )


class Shelf:
    """Everything that the stores of one city keep, and the lock around it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.rows: dict[str, _Row] = {}
        self.numbers: dict[str, str] = {}
        """The number of the case that a journey sent."""
        self.effects: dict[str, Effect] = {}


def _follows(effect: Effect, kept: Effect) -> bool:
    """Whether a state of an effect may come after the one that is kept."""
    if kept.outcome is Outcome.PENDING:
        return effect.tries >= kept.tries
    begins_again = effect.outcome is Outcome.PENDING and effect.tries == 0
    return kept.outcome is Outcome.FAILED and begins_again


class MemoryStore:
    """A case store; see `CaseStore` for what each method promises."""

    def __init__(self, codec: CaseCodec, shelf: Shelf | None = None) -> None:
        self._codec = codec
        self._shelf = shelf or Shelf()

    def register(self, case: Case[Any], effects: Iterable[Effect]) -> Case[Any]:
        """See `CaseStore.register`; a number that is another journey's is refused."""
        text, ordered = self._codec.dump(case), tuple(effects)
        shelf = self._shelf
        with shelf.lock:
            known = shelf.numbers.get(case.journey)
            if known is None:
                if case.number in shelf.rows:
                    raise PortRefused
                shelf.rows[case.number] = _Row.of(case, text, len(shelf.rows))
                shelf.numbers[case.journey] = case.number
                shelf.effects.update((effect.key, effect) for effect in ordered)
            kept = shelf.rows[known or case.number]
        return self._codec.load(kept.text)

    def save(
        self, case: Case[Any], effects: Iterable[Effect], settled: Effect | None = None
    ) -> None:
        """See `CaseStore.save`."""
        text, ordered = self._codec.dump(case), tuple(effects)
        shelf = self._shelf
        with shelf.lock:
            kept = shelf.rows.get(case.number)
            if kept is None or kept.version != case.version - 1:
                raise StaleCase
            if settled is not None:
                if not self._pending(settled.key):
                    raise StaleCase
                shelf.effects[settled.key] = settled
            shelf.rows[case.number] = _Row.of(case, text, kept.serial)
            shelf.effects.update((effect.key, effect) for effect in ordered)

    def _pending(self, key: str) -> bool:
        kept = self._shelf.effects.get(key)
        return kept is not None and kept.outcome is Outcome.PENDING

    def settle(self, effect: Effect) -> None:
        """See `CaseStore.settle`."""
        with self._shelf.lock:
            kept = self._shelf.effects.get(effect.key)
            if kept is not None and _follows(effect, kept):
                self._shelf.effects[effect.key] = effect

    def get(self, number: str) -> Case[Any] | None:
        """See `CaseStore.get`."""
        with self._shelf.lock:
            kept = self._shelf.rows.get(number)
        return self._codec.load(kept.text) if kept else None

    def of_journey(self, journey: str) -> Case[Any] | None:
        """See `CaseStore.of_journey`."""
        with self._shelf.lock:
            number = self._shelf.numbers.get(journey)
        return self.get(number) if number else None

    def find(
        self, query: CaseQuery, limit: int = 50, after: str | None = None
    ) -> tuple[Case[Any], ...]:
        """See `CaseStore.find`; after a number that is not kept, nothing comes."""
        with self._shelf.lock:
            rows = sorted(self._shelf.rows.values(), key=lambda row: row.rank, reverse=True)
            # Found among all rows: the last one seen may fit the query no longer.
            last = self._shelf.rows.get(after) if after is not None else None
        if after is not None:
            rows = [row for row in rows if last is not None and row.rank < last.rank]
        fitting = [row for row in rows if row.fits(query)]
        return tuple(self._codec.load(row.text) for row in fitting[:limit])

    def effect(self, key: str) -> Effect | None:
        """See `CaseStore.effect`."""
        with self._shelf.lock:
            return self._shelf.effects.get(key)

    def due_effects(
        self, now: datetime, services: Collection[str], limit: int = 100
    ) -> tuple[Effect, ...]:
        """See `CaseStore.due_effects`."""
        pending = self._with(Outcome.PENDING)
        due = [item for item in pending if item.due <= now and item.service in services]
        return tuple(due[:limit])

    def failed_effects(self, limit: int = 100) -> tuple[Effect, ...]:
        """See `CaseStore.failed_effects`."""
        return self._with(Outcome.FAILED)[:limit]

    def _with(self, outcome: Outcome) -> tuple[Effect, ...]:
        """The effects with an outcome, longest due first, of equals the first ordered."""
        with self._shelf.lock:
            found = [item for item in self._shelf.effects.values() if item.outcome is outcome]
        return tuple(sorted(found, key=lambda item: item.due))
