"""The check of mobile numbers that the library ships: it takes every one (AMB-50).

Whether anybody answers there it does not know. As a plugin: ``mobiles-accepted``.
"""

from __future__ import annotations

from utility_eservices.ports.mobile_check import MobileCheck
from utility_eservices.ports.port import hookimpl
from utility_eservices.vocabulary.contact import Phone

__all__ = ["EveryMobile", "plugin"]


class EveryMobile:
    """Takes a number for active when it is a mobile one."""

    def is_active(self, phone: Phone) -> bool:
        """See `MobileCheck.is_active`."""
        return phone.is_mobile


class _Plugin:
    @hookimpl
    def eservices_mobile_check(self) -> MobileCheck:
        return EveryMobile()


plugin = _Plugin()
