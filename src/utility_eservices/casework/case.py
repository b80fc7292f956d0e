"""The case (müraciət): what was asked, by whom, where it stands and what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Generic, TypeVar

import attrs

from utility_eservices.vocabulary.language import SOURCE
from utility_eservices.vocabulary.person import Identity

__all__ = ["Case", "Entry"]

Form = TypeVar("Form")


@attrs.frozen
class Entry:
    """One line of a case's history: who, when, what and why.

    ``at`` is a UTC instant; ``actor`` and ``role`` say who; ``event``, ``source`` and
    ``target`` what; ``findings`` why, as typed values by key.
    """

    at: datetime
    actor: str
    role: str
    event: str
    source: str
    target: str
    findings: Mapping[str, Any] = attrs.field(factory=dict, repr=False, hash=False)


@attrs.frozen
class Case(Generic[Form]):
    """A request as it stands; immutable, every move makes a new one.

    ``number`` is what the applicant is told; ``service`` and ``service_version`` say under
    which declaration it was sent; ``channel`` is the portal it came from; ``journey`` is the
    token of the journey that sent it, one case for each; ``concerns`` is the subscriber code
    it is about, empty when none; ``version`` counts the moves, for two officers at once;
    ``language`` is the tag of the one in which the applicant is told of it.
    """

    number: str
    utility: str
    service: str
    service_version: int
    channel: str
    journey: str
    applicant: Identity
    form: Form = attrs.field(repr=False)
    concerns: str = attrs.field(repr=False)
    state: str
    history: tuple[Entry, ...] = ()
    version: int = 0
    language: str = SOURCE

    @property
    def sent_at(self) -> datetime:
        """The UTC instant of registration: the first line of the history."""
        return self.history[0].at

    @property
    def findings(self) -> dict[str, Any]:
        """Everything stated so far, the latest word on each key."""
        stated: dict[str, Any] = {}
        for entry in self.history:
            stated.update(entry.findings)
        return stated

    def moved(self, entry: Entry) -> Case[Form]:
        """The case after one more line of history."""
        # Spelt out: this is the step that every move takes, and evolve takes twice as long.
        return Case(
            self.number,
            self.utility,
            self.service,
            self.service_version,
            self.channel,
            self.journey,
            self.applicant,
            self.form,
            self.concerns,
            entry.target,
            (*self.history, entry),
            self.version + 1,
            self.language,
        )
