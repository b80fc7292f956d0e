"""The case store (müraciətlər reyestri): cases with their history and effects.

Case, history and effects are saved at once or not at all. A store keeps a case by its codec
(`CaseCodec`), which knows the typed forms of every service; an adapter need not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Protocol

import attrs

from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect
from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.letters import folded

__all__ = [
    "CASE_STORE",
    "CaseCodec",
    "CaseQuery",
    "CaseStore",
    "CaseText",
    "searched",
    "words_of",
]


@attrs.frozen
class CaseQuery:
    """Which cases to list; a field left at None does not narrow.

    ``applicant`` is a FIN's plain text; ``concerns`` a subscriber code's; ``channels`` keys of
    portals; ``services`` keys of services; ``places`` pairs of service key and state.
    ``text`` is words as a person types them: a case fits when each of its `words_of` is contained
    in what is `searched` of the case, with no sign that stands for others; no word, no narrowing.
    """

    applicant: str | None = attrs.field(default=None, repr=False)
    concerns: str | None = attrs.field(default=None, repr=False)
    channels: frozenset[str] | None = None
    services: frozenset[str] | None = None
    places: frozenset[tuple[str, str]] | None = None
    text: str | None = attrs.field(default=None, repr=False)


def searched(case: Case[Any]) -> str:
    """What words are looked for in: number, subscriber code and applicant's name, folded.

    None of them ever changes, so a store may write it down once.
    """
    return folded(f"{case.number} {case.concerns} {case.applicant.name.full}")


def words_of(text: str) -> tuple[str, ...]:
    """The words that a person typed, each once, folded as `searched` folds.

    >>> words_of("Şıxıyeva  AZS-2026 ŞIXIYEVA")
    ('sixiyeva', 'azs-2026')
    """
    return tuple(dict.fromkeys(folded(text).split()))


@attrs.frozen
class CaseText:
    """A case as text, in the parts that a store may keep apart.

    ``head`` is everything but the history, as one JSON text; ``history`` one for each line, in
    order. A move adds a line and leaves those before it to the letter as they were, so that each
    may be a row of its own, written once. They change once only: when a case written under an
    older version of its service is loaded and saved, every line may come out anew. A store that
    keeps lines as rows compares ``service_version`` of the case with the one that it keeps, and
    writes all of them when it differs.
    """

    head: str = attrs.field(repr=False)
    history: tuple[str, ...] = attrs.field(repr=False)


class CaseCodec(Protocol):
    """Turns a case into text and back, to the letter."""

    def dump(self, case: Case[Any]) -> CaseText:
        """The case as JSON texts."""

    def load(self, text: CaseText) -> Case[Any]:
        """The case that a text holds, its form typed, brought up to the present version.

        So its state may be called otherwise than when the text was written.
        """


class CaseStore(Protocol):
    """Where cases live."""

    def register(self, case: Case[Any], effects: Iterable[Effect]) -> Case[Any]:
        """Keep a new case and its effects; gives the case that is now kept for its journey.

        When the journey has a case already, nothing is kept and that case comes back, so that
        a request sent twice is one. Raises `PortRefused` when the number is another journey's.
        """

    def save(
        self, case: Case[Any], effects: Iterable[Effect], settled: Effect | None = None
    ) -> None:
        """Keep the next version of a case, new effects, and the effect whose outcome moved it.

        Raises `StaleCase` unless the kept version is exactly one less, or when ``settled`` is
        no longer pending.
        """

    def settle(self, effect: Effect) -> None:
        """Keep the state of an effect that moves no case.

        Nothing is kept when it comes too late: over an effect that is no longer pending, save
        by one that begins again after it failed (pending, no tries), and over one that counts
        more tries.
        """

    def get(self, number: str) -> Case[Any] | None:
        """The case with this number, None when there is none."""

    def of_journey(self, journey: str) -> Case[Any] | None:
        """The case that this journey sent, None when it has sent none."""

    def find(
        self, query: CaseQuery, limit: int = 50, after: str | None = None
    ) -> tuple[Case[Any], ...]:
        """The cases that fit, newest registration first; ``after`` is the last number seen.

        After a number that is not kept, nothing comes.
        """

    def effect(self, key: str) -> Effect | None:
        """The effect with this key, None when there is none."""

    def due_effects(
        self, now: datetime, services: Collection[str], limit: int = 100
    ) -> tuple[Effect, ...]:
        """The pending effects of these services due by now, longest due first."""

    def failed_effects(self, limit: int = 100) -> tuple[Effect, ...]:
        """The effects that failed for good, longest due first."""


@hookspec
def eservices_case_store(codec: CaseCodec) -> CaseStore | None:
    """Give the case store; called once, when a desk opens.

    :param codec: turns a case into text and back; kept by a store that writes texts.
    :return: the object, or None when this plugin has no case store.
    """


CASE_STORE = Port(CaseStore, eservices_case_store)
