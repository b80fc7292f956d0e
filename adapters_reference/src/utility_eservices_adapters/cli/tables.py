"""No command: the database of one, with its tables in their place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from utility_eservices.errors import PortFailure
from utility_eservices_adapters.cli import Complaint
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.migrating import Schema

__all__ = ["database_with"]


@contextmanager
def database_with(schema: Schema) -> Iterator[Database]:
    """The database of the environment, whose tables are as this version of a schema wants them.

    Raises `Complaint` where it does not answer or they are not, `SettingsRefused` where it is not
    named.
    """
    with closing(Database(DatabaseConfig.from_environment())) as database:
        try:
            ready = schema.place(database) == schema.newest
        except PortFailure:
            # The database does not answer.
            raise Complaint("verilənlər bazası cavab vermir") from None
        if not ready:
            # The tables are not there or of another version: run ... first.
            raise Complaint("cədvəllər hazır deyil; əvvəlcə: eservices-adapters db upgrade")
        yield database
