"""The store over SQL as a plugin, called ``sql-store``: all that lasts.

A program hands it over with its database, ``Desk([..., SqlStorePlugin(database)])``; on PostgreSQL
with who wakes up when an effect is due, ``SqlStorePlugin(database, ProcrastinateJobs())``. Who
names the installed plugin sets ``ESERVICES_DATABASE_URL``, and has the jobs where they are needed.

>>> from tempfile import TemporaryDirectory
>>> from utility_eservices_adapters.sql.database import DatabaseConfig
>>> from utility_eservices_adapters.sql.schema import SCHEMA
>>> temporary = TemporaryDirectory()
>>> database = Database(DatabaseConfig.at(f"sqlite:///{temporary.name}/store.db"))
>>> plugin = SqlStorePlugin(database, prefixes={"azersu": "SU"})
>>> plugin.eservices_inbox().check()
'Run “eservices-adapters db upgrade”: the store tables are of another time.'
>>> SCHEMA.upgrade(database)
>>> plugin.eservices_inbox().check() is None
True
>>> from datetime import date
>>> plugin.eservices_numbers("azersu").issue("debt_investigation", date(2026, 11, 21))
'SU-2026-000001'
>>> database.close()
>>> temporary.cleanup()
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from utility_eservices.ports.case_store import CaseCodec
from utility_eservices.ports.port import hookimpl
from utility_eservices_adapters.settings import provided
from utility_eservices_adapters.sql.cases import Jobs, SqlCases
from utility_eservices_adapters.sql.counters import SqlCounters
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.inbox import SqlInbox
from utility_eservices_adapters.sql.journeys import SqlJourneys
from utility_eservices_adapters.sql.numbers import NumbersConfig, SqlNumbers, prefix_of
from utility_eservices_adapters.sql.payments import SqlPaymentStore
from utility_eservices_adapters.sql.reference import SqlReference
from utility_eservices_adapters.sql.registered_codes import SqlRegisteredCodes
from utility_eservices_adapters.sql.shared import shared

__all__ = ["SqlStorePlugin"]


@attrs.frozen
class _Ground:
    """What all objects of a plugin stand on."""

    database: Database
    jobs: Jobs | None
    prefixes: Mapping[str, str]


class _Store(ABC):
    """The hooks; one without settings gives what says so."""

    @abstractmethod
    def _ground(self) -> _Ground:
        """What they stand on; raises `SettingsRefused`."""

    @hookimpl
    def eservices_case_store(self, codec: CaseCodec) -> SqlCases:
        """Cases with their history and effects."""

        def made() -> SqlCases:
            ground = self._ground()
            return SqlCases(ground.database, codec, ground.jobs)

        return provided(made)

    @hookimpl
    def eservices_payment_store(self) -> SqlPaymentStore:
        """Payment orders."""
        return provided(lambda: SqlPaymentStore(self._ground().database))

    @hookimpl
    def eservices_journeys(self) -> SqlJourneys:
        """Unfinished journeys."""
        return provided(lambda: SqlJourneys(self._ground().database))

    @hookimpl
    def eservices_inbox(self) -> SqlInbox:
        """The inboxes inside the portals."""
        return provided(lambda: SqlInbox(self._ground().database))

    @hookimpl
    def eservices_counters(self) -> SqlCounters:
        """Counters for all hosts together."""
        return provided(lambda: SqlCounters(self._ground().database))

    @hookimpl
    def eservices_numbers(self, utility: str) -> SqlNumbers:
        """The request numbers of a utility, whichever it is."""

        def made() -> SqlNumbers:
            ground = self._ground()
            return SqlNumbers(ground.database, utility, prefix_of(utility, ground.prefixes))

        return provided(made)

    @hookimpl
    def eservices_reference(self, utility: str) -> SqlReference:
        """The lists, units and rules of a utility, whichever it is."""
        return provided(lambda: SqlReference(self._ground().database, utility))

    @hookimpl
    def eservices_registered_codes(self, utility: str) -> SqlRegisteredCodes:
        """The codes of a utility, whichever it is, that people registered."""
        return provided(lambda: SqlRegisteredCodes(self._ground().database, utility))


class SqlStorePlugin(_Store):
    """The plugin for programs, which say themselves where the tables are.

    ``jobs`` are told of every effect that is to be performed; ``prefixes`` are what the request
    numbers of utilities begin with, by their keys (see `numbers`).
    """

    def __init__(
        self,
        database: Database,
        jobs: Jobs | None = None,
        prefixes: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._given = _Ground(database, jobs, prefixes)

    def _ground(self) -> _Ground:
        return self._given


class _Installed(_Store):
    """The plugin for whoever names it: the environment says where the tables are."""

    def _ground(self) -> _Ground:
        database = shared()
        return _Ground(database, _jobs(database), NumbersConfig.from_environment().by_utility)


def _jobs(database: Database) -> Jobs | None:
    """Who wakes up for the effects of a database: on SQLite the one worker, by itself."""
    if database.config.on_sqlite:
        return None
    # The extra postgresql brings what this needs.
    from utility_eservices_adapters.work.jobs import ProcrastinateJobs  # noqa: PLC0415

    return ProcrastinateJobs()


# The installed plugin is this module: its hooks are those of one plugin.
_installed = _Installed()
eservices_case_store = _installed.eservices_case_store
eservices_counters = _installed.eservices_counters
eservices_inbox = _installed.eservices_inbox
eservices_journeys = _installed.eservices_journeys
eservices_numbers = _installed.eservices_numbers
eservices_payment_store = _installed.eservices_payment_store
eservices_reference = _installed.eservices_reference
eservices_registered_codes = _installed.eservices_registered_codes
