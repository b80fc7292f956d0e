"""The database: connections, transactions, and what its failures mean to a port.

SQLite is for one machine: one file in WAL mode, every host and worker on that machine. PostgreSQL
is for many. Which one it is, the URL says: ``sqlite:////var/lib/eservices/store.db`` or
``postgresql+psycopg://user@host/name``; the settings are called ``database``, as in
``ESERVICES_DATABASE_URL``.

All that a port does is a function of a `Transaction`, handed to `Database.run`: it is done whole
or not at all. One that the database could not begin, or lost before its end, did nothing and is
`PortUnavailable`; where the connection breaks at the very end nobody knows, `PortTimeout`.

>>> from tempfile import TemporaryDirectory
>>> from sqlalchemy import literal, select
>>> from utility_eservices_adapters.sql.statement import Prepared
>>> temporary = TemporaryDirectory()
>>> database = Database(DatabaseConfig.at(f"sqlite:///{temporary.name}/store.db"))
>>> database.run(lambda transaction: transaction.one(Prepared(select(literal(1)))))
(1,)
>>> database.close()
>>> temporary.cleanup()
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from importlib.util import find_spec
from typing import Any, NoReturn, TypeVar
from weakref import WeakSet

import attrs
import sqlalchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import PoolProxiedConnection, PoolResetState

from utility_eservices.errors import PortRefused, PortTimeout, PortUnavailable
from utility_eservices_adapters.settings import Secret, SettingsRefused, from_environment
from utility_eservices_adapters.sql.statement import Prepared, numbered

__all__ = ["Database", "DatabaseConfig", "Transaction"]

_log = logging.getLogger(__name__)

T = TypeVar("T")
Row = tuple[Any, ...]

# How often a transaction is begun anew that failed before it did anything: once because a pooled
# connection had died, the rest for transactions that got in each other's way.
_ATTEMPTS = 5
# PostgreSQL's words for the latter: serialization_failure, deadlock_detected.
_IN_THE_WAY = {"40001", "40P01"}
_SQLITE, _POSTGRESQL = "sqlite", "postgresql"
# With the drivers that are known here, named or not.
_NAMES = {_SQLITE, f"{_SQLITE}+pysqlite", _POSTGRESQL, f"{_POSTGRESQL}+psycopg"}
# What no column takes: the drivers stumble over it before a database is asked.
_UNKEEPABLE = (OverflowError, UnicodeEncodeError)


@attrs.frozen
class DatabaseConfig:
    """Which database, and how.

    ``url`` is SQLAlchemy's, with the password if there is one; ``durable`` is whether SQLite
    waits for the disk at each commit (``synchronous=FULL``) or may lose the last moments when the
    power fails (``NORMAL``); ``patience`` is how long a statement may take, and how long one waits
    for a lock or a connection; ``connections`` is how many a process holds at most.
    """

    url: Secret
    durable: bool = True
    patience: timedelta = timedelta(seconds=15)
    connections: int = 20

    def __attrs_post_init__(self) -> None:
        try:
            known = make_url(self.url.value).drivername in _NAMES
        except (ArgumentError, ValueError):  # what it says may quote the password
            known = False
        for unfit, advice in (
            (not known, "Make ESERVICES_DATABASE_URL an address of SQLite or PostgreSQL."),
            (
                known and not self.on_sqlite and find_spec("psycopg") is None,
                "Install utility-eservices-adapters[postgresql] for this database.",
            ),
            (
                known and self.on_sqlite and not self.file,
                "Make ESERVICES_DATABASE_URL the address of a file.",
            ),
            (
                not timedelta(milliseconds=1) <= self.patience <= timedelta(days=1),
                "Make ESERVICES_DATABASE_PATIENCE a number of seconds up to a day.",
            ),
            (self.connections < 1, "Make ESERVICES_DATABASE_CONNECTIONS at least 1."),
        ):
            if unfit:
                raise SettingsRefused(advice)

    @classmethod
    def at(cls, url: str, **more: Any) -> DatabaseConfig:
        """The configuration for a URL, everything else by default."""
        return cls(Secret(url), **more)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> DatabaseConfig:
        """The settings called ``database``; raises `SettingsRefused`."""
        return from_environment(cls, "database", environment)

    @property
    def backend(self) -> str:
        """Which kind of database it is: ``sqlite`` or ``postgresql``."""
        return make_url(self.url.value).get_backend_name()

    @property
    def on_sqlite(self) -> bool:
        """Whether the database is SQLite."""
        return self.backend == _SQLITE

    @property
    def file(self) -> str:
        """The path of SQLite's file; empty for a database in memory, which nobody could share."""
        path = make_url(self.url.value).database or ""
        return "" if path == ":memory:" else path


class Transaction:
    """One transaction, for as long as the function runs that it was handed to.

    Prepared statements go to the driver itself, with values by the names of their parameters;
    ``connection`` is SQLAlchemy's, for statements that are built as they are needed.
    """

    def __init__(self, engine: Engine, pooled: PoolProxiedConnection) -> None:
        self._engine = engine
        self._pooled = pooled
        self._connection: Connection | None = None
        # The driver's own connection, within the same transaction.
        driver: Any = pooled.driver_connection
        self.driver = driver
        # One for all statements: whatever they give is fetched at once.
        self._cursor: Any = driver.cursor()

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's connection: made when it is asked for, it costs as much as a statement."""
        if self._connection is None:
            made = Connection(self._engine, self._pooled)
            self._connection = made.execution_options(eservices_begun=True)
        return self._connection

    @property
    def on_sqlite(self) -> bool:
        """Whether the database is SQLite."""
        return self._engine.dialect.name == _SQLITE

    def one(self, statement: Prepared, /, **values: Any) -> Row | None:
        """The first row, None when there is none."""
        compiled = statement.on(self._engine.dialect)
        row = self._cursor.execute(compiled.text, compiled.bound(values)).fetchone()
        return None if row is None else compiled.read(row)

    def all(self, statement: Prepared, /, **values: Any) -> list[Row]:
        """All rows."""
        compiled = statement.on(self._engine.dialect)
        rows = self._cursor.execute(compiled.text, compiled.bound(values)).fetchall()
        return [compiled.read(row) for row in rows]

    def do(self, statement: Prepared, /, **values: Any) -> int:
        """Alter something; gives how many rows that was."""
        compiled = statement.on(self._engine.dialect)
        return int(self._cursor.execute(compiled.text, compiled.bound(values)).rowcount)

    def many(self, statement: Prepared, rows: Sequence[Mapping[str, Any]]) -> None:
        """Do the same for many rows."""
        if len(rows) == 1:
            self.do(statement, **rows[0])
        elif several := statement.several(len(rows)):
            compiled = several.on(self._engine.dialect)
            self._cursor.execute(compiled.text, compiled.bound(numbered(rows)))
        elif rows:
            compiled = statement.on(self._engine.dialect)
            bound = [compiled.bound(values) for values in rows]
            self._cursor.executemany(compiled.text, bound)

    def commit(self) -> None:
        """Keep what was done; `Database.run` asks for it."""
        self._cursor.close()
        if self._connection is not None:
            self._connection.commit()
        self.driver.commit()


class Database:
    """A database, reached at the first call; safe to share between threads.

    A process that is forked from one that used it has connections of its own.
    """

    def __init__(self, config: DatabaseConfig) -> None:
        self.config = config
        self._engine: Engine | None = None
        self._inherited: list[Engine] = []
        self._begin_locks()
        _databases.add(self)

    def __repr__(self) -> str:
        return f"Database({self.config.backend})"

    def _begin_locks(self) -> None:
        self._making = threading.Lock()
        # Threads of one process wait for each other here, in their order: SQLite would let them
        # try again and again.
        self._turn = threading.Lock()

    def _forked(self) -> None:
        """Leave to the parent what is its own; a thread of its may have held the locks."""
        self._begin_locks()
        if self._engine is not None:
            # Kept, since a connection that nobody refers to is closed, and theirs is in use.
            self._inherited.append(self._engine)
            self._engine = None

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine, for migrations and whoever needs more than `run`."""
        with self._making:
            if self._engine is None:
                self._engine = _engine(self.config)
            return self._engine

    def close(self) -> None:
        """Close every connection that is not in use; the next call opens anew."""
        with self._making:
            if self._engine is not None:
                self._engine.dispose()

    def run(
        self, work: Callable[[Transaction], T], *, reading: bool = False, apart: bool = False
    ) -> T:
        """What a function gives that is done in one transaction.

        ``reading`` says that it alters nothing, so that on SQLite nobody waits for it. ``apart``
        says that its statements need no transaction around them, each seeing what is kept by then
        in either case: on PostgreSQL that saves two round trips. The function may be called more
        than once, when the database undid what it had begun.

        Raises `PortUnavailable` when nothing was done, `PortTimeout` when nobody knows, and
        `PortRefused` for values that the database cannot keep. What else the function itself
        raises undoes the transaction and passes through.
        """
        engine = self.engine
        for attempt in range(_ATTEMPTS):
            try:
                if reading or engine.dialect.name != _SQLITE:
                    return _once(engine, work, reading=reading, apart=apart)
                with self._alone():
                    return _once(engine, work, reading=False, apart=False)
            except (SQLAlchemyError, _errors_of(engine), _ConnectionDied, *_UNKEEPABLE) as error:
                if attempt + 1 < _ATTEMPTS and _may_go_better(error, attempt):
                    continue
                _refuse(engine, error)
        raise AssertionError("the last attempt ends above")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread of this process at a time."""
        if not self._turn.acquire(timeout=self.config.patience.total_seconds()):
            _log.warning("the database: no turn to write")
            raise PortUnavailable
        try:
            yield
        finally:
            self._turn.release()

    def reachable(self) -> str | None:
        """None when the database answers, otherwise a sentence of advice."""
        try:
            with suppress(PortRefused):
                self.run(lambda transaction: transaction.one(_PING), reading=True)
        except (PortUnavailable, PortTimeout):
            return "Is the database running, and ESERVICES_DATABASE_URL its address?"
        return None


_PING = Prepared(sqlalchemy.select(sqlalchemy.literal(1)))

_databases: WeakSet[Database] = WeakSet()


def _after_fork() -> None:
    for database in _databases:
        database._forked()


os.register_at_fork(after_in_child=_after_fork)


def _errors_of(engine: Engine) -> type[Exception]:
    found: type[Exception] = engine.dialect.loaded_dbapi.Error
    return found


def _once(engine: Engine, work: Callable[[Transaction], T], *, reading: bool, apart: bool) -> T:
    """What a function gives in one attempt; raises `PortTimeout` when it failed at its very end.

    It is begun and ended by the driver itself: SQLAlchemy's way there and back takes as long as
    a small transaction does. Whatever is not committed the pool rolls back.
    """
    ended, pooled = False, engine.raw_connection()
    try:
        transaction = Transaction(engine, pooled)
        _begin(transaction, reading=reading, apart=apart)
        given = work(transaction)
        ended = True
        transaction.commit()
    except (SQLAlchemyError, _errors_of(engine)) as error:
        dead = _found_dead(engine, pooled, error)
        if ended:
            _told(error)
            raise PortTimeout from None
        if dead:
            raise _ConnectionDied(error) from None
        raise
    finally:
        pooled.close()
    return given


def _begin(transaction: Transaction, *, reading: bool, apart: bool) -> None:
    if transaction.on_sqlite:
        # Whoever will write waits for its turn now: one who read first could only fail later.
        transaction.driver.execute("BEGIN" if reading else "BEGIN IMMEDIATE")
    elif apart:
        transaction.driver.autocommit = True


def _found_dead(engine: Engine, pooled: PoolProxiedConnection, error: Exception) -> bool:
    """Whether the driver found its connection dead, which SQLAlchemy then has to learn."""
    if not isinstance(error, _errors_of(engine)):
        return False  # SQLAlchemy found it itself
    said: Any = error
    driver: Any = pooled.dbapi_connection
    if not engine.dialect.is_disconnect(said, driver, None):
        return False
    pooled.invalidate()
    engine.dispose()
    return True


class _ConnectionDied(Exception):
    """What the driver said when it found its connection dead."""

    def __init__(self, orig: Exception) -> None:
        self.orig = orig


def _may_go_better(error: Exception, attempt: int) -> bool:
    """Whether a transaction that failed before its end is to be begun anew."""
    cause = getattr(error, "orig", None) or error
    if getattr(cause, "sqlstate", None) in _IN_THE_WAY:
        return True
    # After a restart of the database all connections are dead, and only one is found out.
    died = isinstance(error, _ConnectionDied) or getattr(error, "connection_invalidated", False)
    return attempt == 0 and died


def _refuse(engine: Engine, error: Exception) -> NoReturn:
    """Raise what a failure before the end of a transaction means to a port."""
    _told(error)
    cause = getattr(error, "orig", None) or error
    dbapi = engine.dialect.loaded_dbapi
    # A column that refuses a value is quoted by SQLAlchemy.
    if isinstance(cause, (dbapi.DataError, dbapi.IntegrityError, PortRefused, *_UNKEEPABLE)):
        raise PortRefused from None
    raise PortUnavailable from None


def _told(error: Exception) -> None:
    # By its kind alone: what it says may quote a row.
    cause = getattr(error, "orig", None) or error
    kind, state = type(cause).__name__, getattr(cause, "sqlstate", None)
    _log.warning("the database: %s%s", kind, f" {state}" if state else "")


def _engine(config: DatabaseConfig) -> Engine:
    url = make_url(config.url.value)
    seconds = config.patience.total_seconds()
    common: dict[str, Any] = {
        "hide_parameters": True,
        "pool_size": config.connections,
        "max_overflow": 0,
        "pool_timeout": seconds,
        "poolclass": sqlalchemy.QueuePool,
    }
    if not config.on_sqlite:
        milliseconds = int(seconds * 1000)
        engine = sqlalchemy.create_engine(
            url,
            connect_args={
                "connect_timeout": max(2, int(seconds)),
                # A server that vanished without a word is noticed, too.
                "tcp_user_timeout": milliseconds,
                "options": f"-c timezone=UTC -c statement_timeout={milliseconds}",
            },
            **common,
        )

        @event.listens_for(engine, "reset")
        def reset(connection: Any, _record: object, state: PoolResetState) -> None:
            if connection.autocommit and not state.terminate_only:
                connection.autocommit = False

        return engine
    # Made for its owner alone, and what SQLite puts beside it likewise.
    with suppress(OSError):  # the first call fails, then
        os.close(os.open(config.file, os.O_CREAT | os.O_WRONLY, 0o600))
    # Named parameters, as PostgreSQL's driver has them.
    engine = sqlalchemy.create_engine(
        url,
        paramstyle="named",
        connect_args={"timeout": seconds, "check_same_thread": False},
        **common,
    )
    synchronous = "FULL" if config.durable else "NORMAL"

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin as `begun` says
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
            "cache_size=-64000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        if not connection.get_execution_options().get("eservices_begun"):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
