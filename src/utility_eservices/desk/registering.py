"""Registering: a journey's form becomes a case with a number, once for each journey."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import attrs

from utility_eservices.casework.case import Case
from utility_eservices.casework.service import Service
from utility_eservices.desk.asker import guarded
from utility_eservices.desk.moving import Moves, new_case
from utility_eservices.desk.open_journey import OpenJourney
from utility_eservices.errors import PortBroken
from utility_eservices.ports.case_store import CaseStore
from utility_eservices.ports.numbers import Numbers
from utility_eservices.vocabulary.days import baku_day

__all__ = ["LONGEST_NUMBER", "Registering"]

# No request number is longer.
LONGEST_NUMBER = 100


@attrs.frozen
class Registering:
    """Registers the requests of every service; holds no state."""

    moves: Moves
    store: Callable[[], CaseStore]
    numbers: Callable[[str], Numbers]

    def register(
        self, service: Service, opened: OpenJourney, form: object, language: str, now: datetime
    ) -> Case[Any]:
        """The case that is now kept for the journey: a new one, or the one it sent before.

        ``language`` is the one the person was spoken to, in which notices will be sent.

        Raises `PortFailure` errors; `PortBroken` for a number nobody can use, and when the
        journey's token was given to somebody else before.
        """
        case: Case[Any] | None = guarded(self.store().of_journey, opened.id)
        if case is None:
            number = opened.reserved or self.issue(service, now)
            person = opened.person.identity
            draft = new_case(service, number, opened.channel, opened.id, person, form, language)
            case = self.moves.register(draft, now)
        if (case.service, case.applicant.fin) != (service.key, opened.person.identity.fin):
            # Two journeys with one token: telling this person the other's number would be worse.
            raise PortBroken
        return case

    def issue(self, service: Service, now: datetime) -> str:
        """A number never given before; raises `PortFailure` errors."""
        numbers = self.numbers(service.utility.key)
        number: object = guarded(numbers.issue, service.key, baku_day(now))
        if not isinstance(number, str) or not number.isprintable():
            raise PortBroken
        if not 0 < len(number.strip()) <= LONGEST_NUMBER:
            raise PortBroken
        return number
