"""This package's half of the simulator: a small network, and the sign-in by customer card.

It stands beside the library's own and shares its city: people, clock and tokens. As an
installed plugin it is called ``heating-simulator`` and shares the default city.

>>> network = SimulatedNetwork()
>>> [place.name for place in network.districts(network.cities()[0])]
['Narlı', 'Zeytunlu']
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from heating_eservices.network import HeatedDay, HeatNetwork, Place
from heating_eservices.schedule import CUSTOMER_CARD, OCAQ_ISTILIK
from utility_eservices import hookimpl
from utility_eservices.errors import SignInFailed
from utility_eservices.ports.sign_in import AskCredentials, Evidence, SignIn
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import default
from utility_eservices.vocabulary.person import Assurance, Identity

__all__ = ["HeatingSimulator", "SimulatedNetwork", "plugin"]

_HOLDS_FOR = timedelta(minutes=5)

# Cities, districts and buildings, all invented; a district's key is that of one city only.
_PLACES: Mapping[Place, Mapping[Place, tuple[Place, ...]]] = {
    Place("cinarli", "Çinarlı"): {
        Place("narli", "Narlı"): (
            Place("narli-1", "Nümunə küçəsi 1"),
            Place("narli-2", "Nümunə küçəsi 2"),
        ),
        Place("zeytunlu", "Zeytunlu"): (Place("zeytunlu-7", "Sınaq küçəsi 7"),),
    },
    Place("sogutlu", "Söyüdlü"): {
        Place("irmak", "İrmaq"): (Place("irmak-3", "Sahil küçəsi 3"),),
    },
}
_NOT_CONNECTED = frozenset({"narli-2"})
_SEASON_ENDS = date(2026, 11, 22)


class SimulatedNetwork:
    """The network in memory; until the season ends, every day has heat."""

    def cities(self) -> tuple[Place, ...]:
        """See `HeatNetwork.cities`."""
        return tuple(_PLACES)

    def districts(self, city: Place) -> tuple[Place, ...]:
        """See `HeatNetwork.districts`."""
        return tuple(_PLACES[city])

    def buildings(self, district: Place) -> tuple[Place, ...]:
        """See `HeatNetwork.buildings`."""
        return next(known[district] for known in _PLACES.values() if district in known)

    def is_connected(self, building: Place) -> bool:
        """See `HeatNetwork.is_connected`."""
        return building.key not in _NOT_CONNECTED

    def schedule(self, building: Place, since: date) -> tuple[HeatedDay, ...]:
        """See `HeatNetwork.schedule`."""
        left = (_SEASON_ENDS - since).days + 1
        days = (since + timedelta(days=number) for number in range(left))
        return tuple(HeatedDay(day, time(6), time(23, 30), 60) for day in days)


class CardSignIn:
    """Sign-in by customer card; the card is stood in for by its holder's name in the city."""

    def __init__(self, city: City) -> None:
        self._city = city
        self._lock = threading.Lock()
        self._open: dict[str, datetime] = {}

    def begin(self, details: Evidence) -> AskCredentials:
        """See `SignIn.begin`; it needs no details."""
        reference = self._city.tokens.new()
        expires = self._city.clock.now() + _HOLDS_FOR
        with self._lock:
            self._open[reference] = expires
        # The card's holder.
        return AskCredentials((("resident", "Kartın sahibi"),), reference, expires)

    def finish(self, reference: str, evidence: Evidence) -> Identity:
        """See `SignIn.finish`."""
        resident = self._city.people.get(evidence.get("resident", ""))
        with self._lock:
            expires = self._open.get(reference)
            if resident is None or expires is None or expires <= self._city.clock.now():
                raise SignInFailed
            del self._open[reference]
        return Identity(resident.fin, resident.full_name, CUSTOMER_CARD.key, Assurance.LOW)


class HeatingSimulator:
    """The heating company of one city; ``network`` is there to be replaced."""

    def __init__(self, city: City, network: HeatNetwork | None = None) -> None:
        self._network = network or SimulatedNetwork()
        self._card = CardSignIn(city)

    @hookimpl
    def eservices_heat_network(self, utility: str) -> HeatNetwork | None:
        """The company's network."""
        return self._network if utility == OCAQ_ISTILIK.key else None

    @hookimpl
    def eservices_sign_in(self, means: str) -> SignIn | None:
        """The sign-in by customer card."""
        return self._card if means == CUSTOMER_CARD.key else None


plugin = HeatingSimulator(default.city)
