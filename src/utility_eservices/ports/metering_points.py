"""Metering points (uçot nöqtələri): where the electricity of one head code is measured.

A subscriber of the non-residential group has one head code (baş kod) with one or several
metering points beneath it.

Source: manual 004, the form of the non-residential group (MD-027 to MD-029).
"""

from __future__ import annotations

from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["METERING_POINTS", "MeteringPoint", "MeteringPoints"]


@attrs.frozen
class MeteringPoint:
    """One metering point: a stable key, and a label to choose it by."""

    key: str
    label: str = attrs.field(repr=False)


class MeteringPoints(Protocol):
    """The metering points of one utility."""

    def of(self, head_code: SubscriberCode) -> tuple[MeteringPoint, ...]:
        """Those of a head code in the order to show them; empty for a code that has none."""


@hookspec
def eservices_metering_points(utility: str) -> MeteringPoints | None:
    """Give the metering points of one utility.

    :param utility: the key of a utility, for example ``azerishiq``.
    :return: the object, or None when this plugin does not serve the utility.
    """


METERING_POINTS = Port(MeteringPoints, eservices_metering_points)
