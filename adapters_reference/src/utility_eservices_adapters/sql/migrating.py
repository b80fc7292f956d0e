"""Migrating: brings the tables of a schema to where this version of the package wants them.

A `Schema` has tables and a folder of Alembic's revisions, and keeps its place in a version table
of its own, so that several share one database. Packages announce theirs in the entry-point group
``utility_eservices_schemas``. Each revision is one transaction on both databases: one that is
interrupted leaves no trace, and is done again the next time.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points

import attrs
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, func, select

from utility_eservices.errors import PortFailure
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["GROUP", "NAMES", "Schema", "schemas"]

GROUP = "utility_eservices_schemas"

# Names that are the same on every database, so that revisions can speak of them.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


@attrs.frozen
class Schema:
    """Tables that are migrated together.

    ``revisions`` is the folder of its revisions, as ``package:folder``.
    """

    name: str
    metadata: MetaData = attrs.field(repr=False)
    revisions: str

    @property
    def version_table(self) -> str:
        """Where its place is kept."""
        return f"{self.name}_version"

    def _config(self, connection: Connection | None = None) -> Config:
        config = Config()
        config.set_main_option("script_location", "utility_eservices_adapters.sql:migrations")
        config.set_main_option("version_locations", self.revisions)
        config.set_main_option("path_separator", "newline")
        config.attributes["schema"] = self
        config.attributes["connection"] = connection
        return config

    @property
    def newest(self) -> str:
        """The revision that this version of the package wants."""
        return ScriptDirectory.from_config(self._config()).get_current_head() or ""

    def place(self, database: Database) -> str:
        """The revision that the database is at, empty before the first."""
        return database.run(self._place, reading=True)

    def _place(self, transaction: Transaction) -> str:
        return self._context(transaction.connection).get_current_revision() or ""

    def _context(self, connection: Connection) -> MigrationContext:
        return MigrationContext.configure(connection, opts={"version_table": self.version_table})

    def upgrade(self, database: Database) -> None:
        """Bring the database to the newest revision; harmless when it is there.

        Hosts that do so at once do it one after the other.
        """
        with database.engine.connect() as connection:
            if not database.config.on_sqlite:
                _take_turn(connection)
            try:
                command.upgrade(self._config(connection), "head")
            finally:
                connection.invalidate()  # it is closed, and what was set there ends with it

    def advice(self, database: Database) -> str | None:
        """None when the database is where this version wants it, otherwise what to do."""
        if unreachable := database.reachable():
            return unreachable
        try:
            place, only_reads = database.run(
                lambda it: (self._place(it), not it.on_sqlite and it.one(_ONLY_READS) == ("on",)),
                reading=True,
            )
        except PortFailure:
            return f"Let the user of ESERVICES_DATABASE_URL read and write the {self.name} tables."
        if place != self.newest:
            return (
                f"Run “eservices-adapters db upgrade”: the {self.name} tables are of another time."
            )
        if only_reads:
            return "Make ESERVICES_DATABASE_URL the address of a server that takes writes."
        return None

    def differences(self, database: Database) -> list[object]:
        """What the database has otherwise than the tables say; for tests of revisions."""

        def compare(transaction: Transaction) -> list[object]:
            context = MigrationContext.configure(
                transaction.connection,
                opts={
                    "version_table": self.version_table,
                    "compare_type": True,
                    "include_name": self.owns,
                },
            )
            return list(compare_metadata(context, self.metadata))

        return database.run(compare, reading=True)

    def owns(self, name: str | None, kind: str, _parents: object) -> bool:
        """Whether something in the database, by name and kind, is this schema's."""
        return kind != "table" or name in self.metadata.tables


# A server that only stands by says so too, and one that was set to it since its disk is full.
_ONLY_READS = Prepared(select(func.current_setting("transaction_read_only")))
_TURN = select(func.pg_advisory_lock(func.hashtextextended("eservices upgrade", 0)))


def _take_turn(connection: Connection) -> None:
    """Wait on PostgreSQL until nobody else migrates, and let statements take their time."""
    connection.exec_driver_sql("SET statement_timeout = 0")
    connection.execute(_TURN)
    connection.commit()


def schemas() -> Iterator[Schema]:
    """Every installed schema, by the names of their entry points."""
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        schema: Schema = entry.load()
        yield schema
