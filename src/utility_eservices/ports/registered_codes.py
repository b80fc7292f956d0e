"""The codes that a person registered in the profile of the portal.

Source: manual 001, figure 15 (the code is chosen), and manual 003.
"""

from __future__ import annotations

from typing import Protocol

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["REGISTERED_CODES", "RegisteredCodes"]


class RegisteredCodes(Protocol):
    """The registered subscriber codes of persons, for one utility."""

    def of(self, fin: Fin) -> tuple[SubscriberCode, ...]:
        """The codes of this person, in the order they were registered; none to many."""


@hookspec
def eservices_registered_codes(utility: str) -> RegisteredCodes | None:
    """Give the registered codes for one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


REGISTERED_CODES = Port(RegisteredCodes, eservices_registered_codes)
