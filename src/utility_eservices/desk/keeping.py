"""Keeping (yarımçıq müraciətlər): unfinished journeys, for people to find on any host.

What is kept is sealed: a store can lose a journey or show an old one, and cannot alter one.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import datetime

import attrs

from utility_eservices.desk.asker import guarded
from utility_eservices.desk.open_journey import OpenJourney, Person
from utility_eservices.errors import JourneyNotFound
from utility_eservices.ports.journeys import Journeys, KeptJourney

__all__ = ["Keeping", "Unfinished"]


@attrs.frozen
class Unfinished:
    """A request that a person began and has not sent, as a portal lists it.

    ``id`` is what it is reopened and forgotten by; ``service`` is a key, ``name`` what people
    call it; ``at`` is the UTC instant at which it was kept last.
    """

    id: str
    service: str
    name: str
    at: datetime


@attrs.frozen
class Keeping:
    """Keeps the journeys of every service; holds no state."""

    store: Callable[[], Journeys]

    def keep(self, opened: OpenJourney, text: str, now: datetime) -> None:
        """Keep a journey as its sealed text."""
        kept = KeptJourney(opened.id, opened.service, opened.channel, now, text)
        guarded(self.store().put, opened.person.identity.fin, kept)

    def of(self, person: Person, services: Container[str], limit: int) -> tuple[KeptJourney, ...]:
        """The person's journeys of these services on their channel, newest first."""
        asked = limit
        while True:
            found: tuple[KeptJourney, ...] = guarded(self.store().of, person.identity.fin, asked)
            here = [it for it in found if it.channel == person.channel and it.service in services]
            if len(here) >= limit or len(found) < asked:
                return tuple(here[:limit])
            # The newest were begun on other portals.
            asked *= 2

    def text_of(self, person: Person, token: object) -> str:
        """The sealed text of the person's journey; raises `JourneyNotFound`."""
        kept: KeptJourney | None = None
        if _could_be_kept(token):
            kept = guarded(self.store().get, person.identity.fin, token)
        if kept is None:
            raise JourneyNotFound
        return kept.text

    def forget(self, person: Person, token: object) -> None:
        """Forget the person's journey, if there is one."""
        if _could_be_kept(token):
            guarded(self.store().forget, person.identity.fin, token)

    def forget_before(self, instant: datetime, limit: int) -> int:
        """Forget the journeys kept last before an instant; gives how many."""
        forgotten: int = guarded(self.store().forget_before, instant, limit)
        return forgotten


def _could_be_kept(token: object) -> bool:
    # Whatever came out of somebody's URL: of a NUL or half a character, a database would fail
    # instead of finding nothing.
    return isinstance(token, str) and token.isprintable()
