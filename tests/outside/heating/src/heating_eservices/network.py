"""The heat network (istilik şəbəkəsi): which buildings are heated, and when.

A port of this package's own; only the heating company has such a system.
"""

from __future__ import annotations

from datetime import date, time
from typing import Protocol

import attrs

from utility_eservices.ports.port import Port, hookspec

__all__ = ["HEAT_NETWORK", "HeatNetwork", "HeatedDay", "Place"]


@attrs.frozen
class Place:
    """A city, a district or a building: a stable key and an Azerbaijani name."""

    key: str
    name: str


@attrs.frozen
class HeatedDay:
    """One day on which heat is supplied, in Baku: from when to when, how warm, in °C."""

    day: date
    begins: time
    ends: time
    degrees: int


class HeatNetwork(Protocol):
    """The network of one heating company."""

    def cities(self) -> tuple[Place, ...]:
        """The cities with a network, in the order to show them."""

    def districts(self, city: Place) -> tuple[Place, ...]:
        """The districts of a city, in the order to show them."""

    def buildings(self, district: Place) -> tuple[Place, ...]:
        """The buildings of a district, also those that are not connected."""

    def is_connected(self, building: Place) -> bool:
        """Whether a building is connected to the network."""

    def schedule(self, building: Place, since: date) -> tuple[HeatedDay, ...]:
        """The days with heat from ``since`` on, soonest first; empty when none are planned."""


@hookspec
def eservices_heat_network(utility: str) -> HeatNetwork | None:
    """Give the heat network of one utility.

    :param utility: the key of a utility, here ``ocaq-istilik``.
    :return: the object, or None when this plugin does not serve the utility.
    """


HEAT_NETWORK = Port(HeatNetwork, eservices_heat_network)
