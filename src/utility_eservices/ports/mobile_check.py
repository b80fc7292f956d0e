"""The check of a mobile number (mobil nömrənin yoxlanışı): whether it is in use.

The manual wants an active number and does not say how that is found out (AMB-50). The desk
ships a plugin that takes every mobile number, see `utility_eservices.desk.mobiles`.

Source: manual 004, the contact data (MD-033 to MD-036).
"""

from __future__ import annotations

from typing import Protocol

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.contact import Phone

__all__ = ["MOBILE_CHECK", "MobileCheck"]


class MobileCheck(Protocol):
    """Knows which mobile numbers are in use."""

    def is_active(self, phone: Phone) -> bool:
        """Whether an SMS to this number reaches somebody; a number of a landline is not."""


@hookspec
def eservices_mobile_check() -> MobileCheck | None:
    """Give the check.

    :return: the object, or None when this plugin has none.
    """


MOBILE_CHECK = Port(MobileCheck, eservices_mobile_check)
