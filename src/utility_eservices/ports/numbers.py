"""Request numbers (müraciət nömrəsi). No manual says what one looks like."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from utility_eservices.ports.port import Port, hookspec

__all__ = ["NUMBERS", "Numbers"]


class Numbers(Protocol):
    """Issues the request numbers of one utility."""

    def issue(self, service: str, day: date) -> str:
        """A number never given before; ``day`` is the day in Baku.

        Numbers may have gaps: one is lost when the registration it was issued for fails.
        """


@hookspec
def eservices_numbers(utility: str) -> Numbers | None:
    """Give the number issue of one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


NUMBERS = Port(Numbers, eservices_numbers)
