"""The registry as a plugin, called ``registry``.

A program hands it over with its database, ``Desk([..., RegistryPlugin(database)])``. Who names the
installed plugin sets ``ESERVICES_DATABASE_URL``, and ``ESERVICES_REGISTRY_UTILITIES`` to the keys
of the utilities that it serves, between commas, where these are not both.

>>> from tempfile import TemporaryDirectory
>>> from utility_eservices.vocabulary.subscriber_code import SubscriberCode
>>> from utility_eservices_adapters.registry.sample import settle
>>> from utility_eservices_adapters.registry.tables import SCHEMA
>>> from utility_eservices_adapters.sql.database import DatabaseConfig
>>> temporary = TemporaryDirectory()
>>> database = Database(DatabaseConfig.at(f"sqlite:///{temporary.name}/registry.db"))
>>> billing = RegistryPlugin(database).eservices_billing(utility="azersu")
>>> billing.check()
'Run “eservices-adapters db upgrade”: the registry tables are of another time.'
>>> SCHEMA.upgrade(database)
>>> settle(database)
>>> billing.check() is None
True
>>> str(billing.debt(SubscriberCode("2030405060")))
'29.15 AZN'
>>> database.close()
>>> temporary.cleanup()
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

import attrs

from utility_eservices.ports.port import hookimpl
from utility_eservices.vocabulary.utility import AZERISHIQ, AZERSU
from utility_eservices_adapters.registry.billing import RegistryBilling
from utility_eservices_adapters.registry.metering_points import RegistryMeteringPoints
from utility_eservices_adapters.registry.readings import RegistryReadings
from utility_eservices_adapters.registry.subscribers import RegistrySubscribers
from utility_eservices_adapters.settings import from_environment, provided
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.shared import shared

__all__ = [
    "RegistryConfig",
    "RegistryPlugin",
    "eservices_billing",
    "eservices_metering_points",
    "eservices_readings",
    "eservices_subscribers",
]

T = TypeVar("T")

_BOTH = (AZERSU.key, AZERISHIQ.key)


@attrs.frozen
class RegistryConfig:
    """The settings called ``registry``: the keys of the ``utilities`` that are served."""

    utilities: tuple[str, ...] = _BOTH


class RegistryPlugin:
    """The plugin for programs, which say themselves where the tables are."""

    def __init__(self, database: Database, utilities: Collection[str] = _BOTH) -> None:
        self.database = database
        self._utilities = frozenset(utilities)

    def _given(self, make: Callable[[Database, str], T], utility: str) -> T | None:
        return make(self.database, utility) if utility in self._utilities else None

    @hookimpl
    def eservices_subscribers(self, utility: str) -> RegistrySubscribers | None:
        """The subscriber base of one utility."""
        return self._given(RegistrySubscribers, utility)

    @hookimpl
    def eservices_billing(self, utility: str) -> RegistryBilling | None:
        """The billing of one utility."""
        return self._given(RegistryBilling, utility)

    @hookimpl
    def eservices_readings(self, utility: str) -> RegistryReadings | None:
        """The readings of one utility."""
        return self._given(RegistryReadings, utility)

    @hookimpl
    def eservices_metering_points(self, utility: str) -> RegistryMeteringPoints | None:
        """The metering points of one utility."""
        return self._given(RegistryMeteringPoints, utility)


@hookimpl
def eservices_subscribers(utility: str) -> RegistrySubscribers | None:
    """The subscriber base of one utility."""
    return _installed(RegistrySubscribers, utility)


@hookimpl
def eservices_billing(utility: str) -> RegistryBilling | None:
    """The billing of one utility."""
    return _installed(RegistryBilling, utility)


@hookimpl
def eservices_readings(utility: str) -> RegistryReadings | None:
    """The readings of one utility."""
    return _installed(RegistryReadings, utility)


@hookimpl
def eservices_metering_points(utility: str) -> RegistryMeteringPoints | None:
    """The metering points of one utility."""
    return _installed(RegistryMeteringPoints, utility)


def _installed(make: Callable[[Database, str], T], utility: str) -> T | None:
    """The object with the settings of the environment, None where it serves another utility."""

    def made() -> T | None:
        if utility not in from_environment(RegistryConfig, "registry").utilities:
            return None
        return make(shared(), utility)

    return provided(made)
