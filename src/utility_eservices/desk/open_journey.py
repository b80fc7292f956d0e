"""What a host holds between two requests: the signed-in person and the open journey."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import attrs

from utility_eservices.casework.screen import Screen
from utility_eservices.ports.sign_in import Challenge
from utility_eservices.vocabulary.person import Identity

__all__ = ["OpenJourney", "Person", "SignInBegun"]


@attrs.frozen
class SignInBegun:
    """A sign-in that waits for its evidence: show ``challenge``, then finish."""

    channel: str
    service: str
    means: str
    challenge: Challenge


@attrs.frozen
class Person:
    """Somebody signed in on a channel.

    ``service`` is the one the sign-in was for, empty when the portal itself asked; ``at`` is a
    UTC instant.
    """

    identity: Identity
    channel: str
    service: str
    at: datetime


@attrs.frozen
class OpenJourney:
    """A journey as it stands; immutable, every press makes a new one.

    ``typed`` keeps what was entered, as text; ``prefilled`` the texts that entries began with, by
    which the desk tells them from what a person typed; ``uploaded`` a digest, of name and content
    as they arrived, of each file that is kept; ``entered_on`` the day in Baku on which each
    value was last handed over; ``number`` the request's number once it is registered, and
    ``reserved`` the one that it will have where it is shown before; ``payment`` is the number of
    the payment begun last, and ``settled`` has those that were credited or given back when the
    person moved on; ``screen`` what to render now.
    """

    id: str
    service: str
    version: int
    channel: str
    person: Person
    state: str
    screen: Screen = attrs.field(eq=False)
    typed: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    prefilled: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    uploaded: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    entered_on: Mapping[str, date] = attrs.field(factory=dict)
    number: str = ""
    reserved: str = ""
    payment: str = ""
    settled: tuple[str, ...] = ()
