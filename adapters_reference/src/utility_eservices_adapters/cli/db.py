"""``eservices-adapters db``: the tables of every installed schema, and copies of what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

from alembic.util import CommandError
from cyclopts import App, Parameter
from rich.progress import Progress, TaskID
from rich.text import Text
from sqlalchemy import Table
from sqlalchemy.exc import SQLAlchemyError

from utility_eservices.errors import PortFailure, PortRefused, PortTimeout
from utility_eservices_adapters.cli import Complaint, err, out
from utility_eservices_adapters.settings import SettingsRefused
from utility_eservices_adapters.sql.copying import TargetFilled, TargetShared
from utility_eservices_adapters.sql.copying import copy as copied
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.migrating import Schema, schemas

__all__ = ["app"]

# The database: its tables, and copies of it.
app = App("db", help="Verilənlər bazası: cədvəllər və surət.")


# Bring the tables to where this version wants them.
@app.command(help="Cədvəlləri bu versiyanın istədiyi vəziyyətə gətir.")
def upgrade() -> None:
    """Migrate every installed schema; says what it did."""
    with closing(_named()) as database:
        for schema in schemas():
            before = _place(schema, database)
            try:
                schema.upgrade(database)
            except CommandError:
                # Of a newer version than this package.
                raise Complaint(f"{schema.name}: cədvəllər bu paketdən yenidir") from None
            except SQLAlchemyError as error:
                # The tables could not be altered and are as they were.
                kind = type(getattr(error, "orig", None) or error).__name__
                raise Complaint(
                    f"{schema.name}: cədvəllər yenilənmədi və olduğu kimi qaldı ({kind})"
                ) from None
            after = _place(schema, database)
            # Is where it was; or: from ... to ...
            what = "artıq yerindədir" if after == before else f"{_shown(before)} → {after}"
            out().print(Text(f"{schema.name}: {what}"))


# Where the tables are.
@app.command(help="Cədvəllər hansı vəziyyətdədir; hamısı yerindədirsə, çıxış kodu 0.")
def status() -> int:
    """Say at which revision each schema is; 1 when any is not at the newest."""
    behind = False
    with closing(_named()) as database:
        for schema in schemas():
            place, newest = _place(schema, database), schema.newest
            behind = behind or place != newest
            # At the newest; or: not at it, this is the newest.
            said = "yerindədir" if place == newest else f"yerində deyil, lazım olan: {newest}"
            out().print(Text(f"{schema.name}: {_shown(place)}, {said}"))
    return 1 if behind else 0


# Copy everything into another database.
@app.command(help="Hər şeyi başqa, boş verilənlər bazasına köçür.")
def copy(
    source: Annotated[
        str,
        # The address of the database that is copied.
        Parameter(help="Köçürülən bazanın ünvanı."),
    ],
    target: Annotated[
        str,
        # The address of an empty one that was upgraded.
        Parameter(help="Boş, cədvəlləri hazır bazanın ünvanı."),
    ],
    /,
) -> None:
    """Copy all tables of all schemas, whole or not at all."""
    tables = [table for schema in schemas() for table in schema.metadata.sorted_tables]
    # The source, the target.
    with (
        closing(_at(source, "mənbə")) as origin,
        closing(_at(target, "hədəf")) as goal,
    ):
        _ready(origin, "mənbə")
        _ready(goal, "hədəf")
        with _told(), _bar() as progress:
            counts = copied(origin, goal, tables, progress)
    for name, count in counts.items():
        out().print(Text(f"{name}: {count}"))
    # All is copied: so many rows.
    out().print(Text(f"Köçürüldü, sətirlərin sayı: {sum(counts.values())}."))


def _named() -> Database:
    return Database(DatabaseConfig.from_environment())


def _at(url: str, which: str) -> Database:
    try:
        config = DatabaseConfig.at(url)
    except SettingsRefused:
        # The address of ... is none of SQLite or PostgreSQL.
        raise Complaint(f"{which}: bu, SQLite və ya PostgreSQL ünvanı deyil") from None
    if config.on_sqlite and not Path(config.file).is_file():
        # There is no such file; none is made for a slip of the hand.
        raise Complaint(f"{which}: belə fayl yoxdur")
    return Database(config)


def _place(schema: Schema, database: Database) -> str:
    """Raises `Complaint` where nobody answers."""
    try:
        return schema.place(database)
    except PortFailure:
        # The database does not answer.
        raise Complaint("verilənlər bazası cavab vermir") from None


def _shown(place: str) -> str:
    """A revision, or that there are no tables yet."""
    return place or "cədvəllər yoxdur"


def _ready(database: Database, which: str) -> None:
    for schema in schemas():
        if _place(schema, database) != schema.newest:
            # The tables are not where they should be; first: ...
            raise Complaint(
                f"{which}: cədvəllər hazır deyil ({schema.name});"
                " əvvəlcə: eservices-adapters db upgrade"
            )


@contextmanager
def _told() -> Iterator[None]:
    """What keeps a copy from being made; nothing is in the target then."""
    try:
        yield
    except TargetFilled as filled:
        # The target is not empty.
        raise Complaint(f"hədəf boş deyil ({filled.table.name})") from None
    except TargetShared as shared:
        # Somebody else is writing to the target; nothing was copied.
        raise Complaint(
            f"hədəfə başqası da yazır ({shared.table.name}); heç nə köçürülmədi"
        ) from None
    except PortRefused:
        # The target cannot keep one of the rows; nothing was copied.
        raise Complaint("hədəf sətirlərdən birini saxlaya bilmir; heç nə köçürülmədi") from None
    except PortTimeout:
        # It is not known whether it was written: begin anew with an empty target.
        raise Complaint(
            "köçürülüb-köçürülmədiyi məlum deyil; boş bir hədəflə yenidən başlayın"
        ) from None
    except PortFailure:
        # One of the databases does not answer or has no room; nothing was copied.
        raise Complaint(
            "bazalardan biri cavab vermir və ya yer yoxdur; heç nə köçürülmədi"
        ) from None
    except KeyboardInterrupt:
        # Stopped; nothing was copied.
        raise Complaint("dayandırıldı; heç nə köçürülmədi") from None


@contextmanager
def _bar() -> Iterator[Callable[[Table, int, int], None]]:
    with Progress(console=err(), transient=True, disable=not err().is_terminal) as progress:
        tasks: dict[str, TaskID] = {}

        def told(table: Table, done: int, total: int) -> None:
            if table.name not in tasks:
                tasks[table.name] = progress.add_task(table.name, total=total)
            progress.update(tasks[table.name], completed=done)

        yield told
