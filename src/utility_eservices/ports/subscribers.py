"""The subscriber base (abonent bazası): who holds a subscriber code.

Source: manual 001, figure 5 ("Daxil edilən abonent kodu düzgün olduqda").
"""

from __future__ import annotations

import enum
from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["SUBSCRIBERS", "Category", "Subscriber", "Subscribers"]


class Category(enum.Enum):
    """The group a subscriber belongs to: əhali, qeyri-əhali."""

    RESIDENTIAL = "residential"
    NON_RESIDENTIAL = "non_residential"


@attrs.frozen
class Subscriber:
    """The holder of a subscriber code, who need not be the person signed in.

    ``holder_fin`` is None where the base does not know it; ``address`` is one line.
    """

    code: SubscriberCode
    holder: PersonName
    holder_fin: Fin | None
    category: Category
    address: str = attrs.field(repr=False)


class Subscribers(Protocol):
    """The subscriber base of one utility."""

    def find(self, code: SubscriberCode) -> Subscriber | None:
        """The subscriber with this code, None when the base knows of none."""


@hookspec
def eservices_subscribers(utility: str) -> Subscribers | None:
    """Give the subscriber base of one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


SUBSCRIBERS = Port(Subscribers, eservices_subscribers)
