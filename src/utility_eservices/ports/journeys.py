"""Kept journeys (yarımçıq müraciətlər): what people began and have not sent yet.

All hosts share one keep, so that a person goes on with a request on whichever machine they come
to, also on another day. What is kept of a journey is the sealed text of `Desk.suspend`, and
beside it only what it is listed and forgotten by: an adapter need not look into the text.

Source: ours.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.fin import Fin

__all__ = ["JOURNEYS", "Journeys", "KeptJourney"]


@attrs.frozen
class KeptJourney:
    """One journey as it was kept last.

    ``id`` is its token, ``service`` and ``channel`` are keys, ``at`` is the UTC instant; ``text``
    holds personal data.
    """

    id: str
    service: str
    channel: str
    at: datetime
    text: str = attrs.field(repr=False)


class Journeys(Protocol):
    """The unfinished journeys of all persons."""

    def put(self, fin: Fin, journey: KeptJourney) -> None:
        """Keep a person's journey, in the place of the one that is kept under its id.

        The last word wins, whatever instant it bears. Raises `PortRefused` when the id is
        another person's.
        """

    def get(self, fin: Fin, id: str) -> KeptJourney | None:  # noqa: A002  # what it is called
        """The person's journey with this id; None when there is none, or another person's."""

    def of(self, fin: Fin, limit: int = 50) -> tuple[KeptJourney, ...]:
        """The person's journeys, newest first, at most ``limit``; of equals, in a stable order."""

    def forget(self, fin: Fin, id: str) -> None:  # noqa: A002  # what it is called
        """Forget the person's journey with this id; harmless when there is none."""

    def forget_before(self, instant: datetime, limit: int = 1000) -> int:
        """Forget the journeys kept last before an instant, at most ``limit``, oldest first.

        Gives how many were forgotten. One that is kept anew meanwhile stays.
        """


@hookspec
def eservices_journeys() -> Journeys | None:
    """Give the keep of unfinished journeys.

    :return: the object, or None when this plugin keeps no journeys.
    """


JOURNEYS = Port(Journeys, eservices_journeys)
