"""Reference data (soraqça): lists that the manuals mention without giving their values.

The reasons of a debt investigation (manual 001, figure 7) and the units that carry out
requests are such lists; their values belong to the utility. So do the rules that the manuals
leave open.
"""

from __future__ import annotations

from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec

__all__ = ["REFERENCE", "Reference", "ReferenceItem"]


@attrs.frozen
class ReferenceItem:
    """One value of a list: a stable key and an Azerbaijani label."""

    key: str
    label: str


class Reference(Protocol):
    """The reference data of one utility."""

    def items(self, name: str) -> tuple[ReferenceItem, ...]:
        """The values of one list in the order to show them; empty for an unknown list.

        Lists in use: ``debt_investigation_reasons``; ``card_types``, by which a payment is made
        (AMB-54); ``azersu_units``, to which an electronic request may be addressed.
        """

    def unit_for(self, service: str) -> ReferenceItem | None:
        """The unit whose staff carry out requests to this service, None when none is named."""

    def applies(self, rule: str, default: bool) -> bool:
        """Whether a rule that the manuals leave open holds at this utility.

        A service names its rules and says what holds by ``default`` (AMB-03, AMB-20, AMB-43,
        AMB-49); who has no opinion of a rule gives that back.
        """


@hookspec
def eservices_reference(utility: str) -> Reference | None:
    """Give the reference data of one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin does not serve the utility.
    """


REFERENCE = Port(Reference, eservices_reference)
