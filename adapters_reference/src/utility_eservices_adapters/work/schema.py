"""The tables of the job engine: procrastinate's own, on PostgreSQL; none on SQLite.

procrastinate brings its migrations as SQL files, each named after the version that needs it. A
revision of ours runs those that came since the one before, so that ``eservices-adapters db
upgrade`` is all that there is to do, on a new database and on an old one.
"""

from __future__ import annotations

from importlib import resources

import attrs
from sqlalchemy import Connection, MetaData
from sqlalchemy.exc import DBAPIError

from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.migrating import Schema

__all__ = ["NEWEST", "SCHEMA", "installed", "migrate"]

# The last of procrastinate's migrations that the revisions here run.
NEWEST = "03.04.00_50_post_add_retry_failed_job_procedure"


def installed() -> dict[str, str]:
    """The migrations of the procrastinate that is installed, by their names, in order."""
    files = (resources.files("procrastinate") / "sql" / "migrations").iterdir()
    texts = {
        file.name.removesuffix(".sql"): file.read_text("utf-8")
        for file in files
        if file.name.endswith(".sql")
    }
    return dict(sorted(texts.items()))


def migrate(connection: Connection, after: str, to: str) -> None:
    """Run procrastinate's migrations after one and up to another; nothing on SQLite."""
    if connection.dialect.name == "sqlite":
        return
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101  # the connection is in use
    for name, text in installed().items():
        if after < name <= to:
            # Several statements with no values: by the driver itself, which then looks for none.
            try:
                driver.execute(text)
            except connection.dialect.loaded_dbapi.Error as error:
                raise DBAPIError(name, None, error, hide_parameters=True) from None


@attrs.frozen
class _Jobs(Schema):
    def advice(self, database: Database) -> str | None:
        """Beside what any schema advises: to keep to a procrastinate that is known here."""
        if not database.config.on_sqlite and max(installed()) != NEWEST:
            return "Install the procrastinate that this version of the adapters knows."
        return Schema.advice(self, database)


SCHEMA = _Jobs("jobs", MetaData(), "utility_eservices_adapters.work:migrations/versions")
