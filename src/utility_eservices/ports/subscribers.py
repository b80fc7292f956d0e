"""The subscriber base (abonent bazası): who holds a subscriber code, and what is known of it.

Source: manual 001, figure 5 ("Daxil edilən abonent kodu düzgün olduqda"); manual 000, the form
and the text on its execution (SDC-044, SDC-070); manual 002, figure 6 (ST-024 to ST-028).
"""

from __future__ import annotations

import enum
from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.language import Language, Phrase
from utility_eservices.vocabulary.masking import masked
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.service_kind import ServiceKinds
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["SUBSCRIBERS", "Category", "Subscriber", "SubscriberChange", "Subscribers"]


class Category(enum.Enum):
    """The group a subscriber belongs to: əhali, qeyri-əhali."""

    RESIDENTIAL = "residential"
    NON_RESIDENTIAL = "non_residential"

    @property
    def label(self) -> Phrase:
        """The group's name; the manuals print that of the second in three ways (AMB-69)."""
        # Households; all other subscribers.
        residential = self is Category.RESIDENTIAL
        return Phrase("Əhali") if residential else Phrase("Qeyri-əhali")

    def said_in(self, language: Language) -> str:
        """The name in a language."""
        return language.said(self.label)


@attrs.frozen
class Subscriber:
    """The holder of a subscriber code, who need not be the person signed in.

    ``holder_fin`` is None where the base does not know it; ``address`` is one line; ``contract``
    is the number of the contract, which is not the code (AMB-56), empty where there is none;
    ``persons`` says how many are served, ``services`` with what, None where the base does not
    say; ``meter`` is None where there is no meter (AMB-27).
    """

    code: SubscriberCode
    holder: PersonName
    holder_fin: Fin | None
    category: Category
    address: str = attrs.field(repr=False)
    contract: str = attrs.field(default="", repr=masked)
    persons: int | None = None
    services: ServiceKinds | None = None
    meter: MeterType | None = None


@attrs.frozen
class SubscriberChange:
    """What the base is to say of a code from now on; what is not named here stays."""

    holder_fin: Fin
    address: str = attrs.field(repr=False)
    persons: int
    services: ServiceKinds


class Subscribers(Protocol):
    """The subscriber base of one utility."""

    def find(self, code: SubscriberCode) -> Subscriber | None:
        """The subscriber with this code, None when the base knows of none."""

    def held_by(self, fin: Fin) -> tuple[Subscriber, ...]:
        """The subscribers whose holder has this FIN, in the order to show them (MD-024)."""

    def change(self, code: SubscriberCode, change: SubscriberChange, key: str) -> None:
        """Write a change of the data of a code into the base (SDC-070).

        ``key`` makes a repeated call harmless: a second call with the same key changes
        nothing and succeeds. Raises `PortRefused` when the base does not accept it.
        """


@hookspec
def eservices_subscribers(utility: str) -> Subscribers | None:
    """Give the subscriber base of one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


SUBSCRIBERS = Port(Subscribers, eservices_subscribers)
