"""The command `db`: tables brought up to date, and everything copied to the other kind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, MetaData, Table, Text, insert, inspect, select, text
from tests.adapters.sql.filling import NOW, filled, new_case, number_of, ordered
from tests.databases import Place, PostgresqlPlace, SqlitePlace
from tests.postgresql import Server

from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.vocabulary.money import Money
from utility_eservices_adapters.cli import main
from utility_eservices_adapters.sql.audit import chain_heads, newest_head, verify
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.copying import TargetShared, copy
from utility_eservices_adapters.sql.database import Database, DatabaseConfig, Transaction
from utility_eservices_adapters.sql.migrating import Schema, schemas
from utility_eservices_adapters.sql.schema import SCHEMA, inbox

TABLES = tuple(table for schema in schemas() for table in schema.metadata.sorted_tables)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DatabaseConfig]:
    """A database without any table."""
    if request.param == "sqlite":
        (tmp_path / "bare.db").touch()
        yield SqlitePlace(tmp_path / "bare.db").config
    else:
        server: Server = request.getfixturevalue("postgresql")
        place = PostgresqlPlace(server)
        yield place.config
        place.drop()


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Gives exit code, answer and complaint of a command on a database."""

    def called(config: DatabaseConfig, *words: str) -> tuple[int, str, str]:
        monkeypatch.setenv("ESERVICES_DATABASE_URL", config.url.value)
        code = main(words)
        return (code, *capsys.readouterr())

    return called


# --- upgrade and status -------------------------------------------------------------------------


def test_an_upgrade_says_what_it_did(bare: DatabaseConfig, call: Callable[..., Any]) -> None:
    """The first brings every schema to its newest revision, the second finds it there."""
    names = [schema.name for schema in schemas()]
    code, told, _ = call(bare, "db", "status")
    assert (code, told.count("yerində deyil, lazım olan: 0001")) == (1, len(names))
    code, told, _ = call(bare, "db", "upgrade")
    assert (code, told.splitlines()) == (0, [f"{name}: cədvəllər yoxdur → 0001" for name in names])
    code, told, _ = call(bare, "db", "upgrade")
    assert (code, told.splitlines()) == (0, [f"{name}: artıq yerindədir" for name in names])
    code, told, _ = call(bare, "db", "status")
    assert (code, told.splitlines()) == (0, [f"{name}: 0001, yerindədir" for name in names])


def test_tables_of_a_newer_version_are_left_alone(place: Place, call: Callable[..., Any]) -> None:
    """An older package neither migrates what it does not know nor calls it up to date."""
    with closing(Database(place.config)) as database:
        newer = text("UPDATE store_version SET version_num = 'from-the-future'")
        database.run(lambda transaction: transaction.connection.execute(newer))
        code, told, complaint = call(place.config, "db", "upgrade")
        assert code == 2
        assert "store: cədvəllər bu paketdən yenidir" in complaint
        assert "store" not in told
        assert SCHEMA.place(database) == "from-the-future"
    assert call(place.config, "db", "status")[0] == 1


def test_commands_say_when_nobody_answers(place: Place, call: Callable[..., Any]) -> None:
    """A database that is away is told as such, in one line."""
    with place.switched_off():
        for words in (("upgrade",), ("status",)):
            code, told, complaint = call(place.config, "db", *words)
            assert (code, told) == (2, "")
            assert complaint == "eservices-adapters: verilənlər bazası cavab vermir\n"


# --- an interrupted migration -------------------------------------------------------------------

FIRST_REVISION = """
from alembic import op
import sqlalchemy as sa

revision, down_revision = "0001", None


def upgrade():
    op.create_table("notes", sa.Column("note", sa.Text(), nullable=False))
    op.execute("INSERT INTO notes (note) VALUES ('bir'), ('iki')")
"""
SECOND_REVISION = """
from alembic import op
import sqlalchemy as sa

revision, down_revision = "0002", "0001"


def upgrade():
    op.create_table("drafts", sa.Column("draft", sa.Text(), nullable=False))
    op.add_column("notes", sa.Column("mark", sa.Text()))
    op.execute("UPDATE notes SET mark = 'new'")
    op.execute("INSERT INTO drafts (draft) SELECT note FROM notes")
"""
# Migrates, and waits for its end right after a statement that begins so.
INTERRUPTED = """
import sys
from sqlalchemy import MetaData, event
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.migrating import Schema

url, name, revisions, words = sys.argv[1:]
database = Database(DatabaseConfig.at(url))


@event.listens_for(database.engine, "after_cursor_execute")
def executed(connection, cursor, statement, parameters, context, many):
    if statement.strip().startswith(words):
        print("here", flush=True)
        sys.stdin.read()


Schema(name, MetaData(), revisions).upgrade(database)
"""


def interrupted(config: DatabaseConfig, schema: Schema, words: str) -> None:
    """Migrate in a process that is killed in the middle of it."""
    told = (config.url.value, schema.name, schema.revisions, words)
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, *told], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin, process.stdout:
        assert process.stdout.readline() == b"here\n"
        process.kill()
        assert process.wait() < 0


def test_an_interrupted_first_migration_leaves_nothing(bare: DatabaseConfig) -> None:
    """Killed in the middle of the store's tables it leaves none, and is done again."""
    interrupted(bare, SCHEMA, "CREATE TABLE effects")
    with closing(Database(bare)) as database:
        assert SCHEMA.place(database) == ""
        SCHEMA.upgrade(database)
        assert (SCHEMA.place(database), SCHEMA.differences(database)) == (SCHEMA.newest, [])


def test_an_interrupted_migration_leaves_the_old_place(
    bare: DatabaseConfig, tmp_path: Path
) -> None:
    """Killed after it altered tables and rows, all is as it was, and a second one succeeds."""
    metadata = MetaData()
    notes = Table("notes", metadata, Column("note", Text, nullable=False), Column("mark", Text))
    drafts = Table("drafts", metadata, Column("draft", Text, nullable=False))
    folder = tmp_path / "revisions"
    folder.mkdir()
    (folder / "0001.py").write_text(FIRST_REVISION, "utf-8")
    schema = Schema("trial", metadata, str(folder))
    with closing(Database(bare)) as database:
        schema.upgrade(database)
        (folder / "0002.py").write_text(SECOND_REVISION, "utf-8")
        interrupted(bare, schema, "UPDATE notes")
        assert (schema.place(database), schema.newest) == ("0001", "0002")

        def left(transaction: Transaction) -> tuple[list[str], list[str], int]:
            found = inspect(transaction.connection)
            columns = [column["name"] for column in found.get_columns("notes")]
            count = len(transaction.connection.execute(select(notes.c.note)).all())
            return sorted(found.get_table_names()), columns, count

        assert database.run(left, reading=True) == (["notes", "trial_version"], ["note"], 2)
        schema.upgrade(database)
        assert (schema.place(database), schema.differences(database)) == ("0002", [])
        rows = database.run(lambda it: it.connection.execute(select(drafts)).all(), reading=True)
        assert rows == [("bir",), ("iki",)]


# --- copying ------------------------------------------------------------------------------------


@pytest.fixture(params=["to postgresql", "to sqlite"])
def pair(request: pytest.FixtureRequest) -> tuple[Place, Place]:
    """Two databases, one of each kind."""
    places = (
        request.getfixturevalue("sqlite_place"),
        request.getfixturevalue("postgresql_place"),
    )
    return places if request.param == "to postgresql" else places[::-1]


VALUES: dict[str, Callable[[int], Any]] = {
    "Text": lambda n: f"Ə“{n}”\n\\{n}",
    "Plain": lambda n: f"Ə“{n}”\n\\{n}",
    "Short": lambda n: f"ı{n}'Ğ",
    "Integer": lambda n: n,
    "SmallInteger": lambda n: n,
    "BigInteger": lambda n: 2**40 + n,
    "Boolean": lambda n: n % 2 == 0,
    "Date": lambda n: date(2026, 1, 1) + timedelta(days=n),
    "Instant": lambda n: NOW + timedelta(microseconds=n),
    "Qepik": lambda n: Money.from_qepik(10**9 - n),
    "Litres": lambda n: Decimal(n).scaleb(-3),
}


def row(table: Table, place: int) -> dict[str, Any]:
    """A row with something in every column, and in every second one nothing where that may be."""
    return {
        column.name: None
        if column.nullable and place % 2
        else VALUES[type(column.type).__name__](place)
        for column in table.columns
    }


def full(database: Database) -> None:
    """Fill every table, those of cases with what a store writes."""
    filled(database, 3)
    assert chain_heads(database, NOW) == 3

    def work(transaction: Transaction) -> None:
        for table in TABLES:
            if not kept(transaction, table):
                rows = [row(table, place) for place in range(7)]
                transaction.connection.execute(insert(table), rows)

    database.run(work)


def kept(transaction: Transaction, table: Table) -> list[Any]:
    ordered_by = table.primary_key.columns
    return list(transaction.connection.execute(select(table).order_by(*ordered_by)).all())


def everything(database: Database) -> dict[str, list[Any]]:
    return database.run(
        lambda transaction: {table.name: sorted(kept(transaction, table), key=repr)
                             for table in TABLES},
        reading=True,
    )  # fmt: skip


def test_everything_is_copied(pair: tuple[Place, Place], call: Callable[..., Any]) -> None:
    """Every row of every table arrives, to the letter; chains and counting go on there."""
    with closing(Database(pair[0].config)) as source, closing(Database(pair[1].config)) as target:
        full(source)
        urls = [place.config.url.value for place in pair]
        code, told, _ = call(pair[0].config, "db", "copy", *urls)
        before = everything(source)
        assert code == 0
        assert "cases: 3\n" in told
        assert everything(target) == before
        assert min(map(len, before.values())) > 0
        assert list(verify(target)) == []
        assert newest_head(target) == newest_head(source)
        store = SqlCases(target, CODEC)
        last = store.get(number_of(2))
        assert last is not None
        assert last == SqlCases(source, CODEC).get(number_of(2))
        new = new_case(3)
        store.register(new, [ordered(new)])
        assert store.get(new.number) == new


def test_a_copy_begins_with_an_empty_target(
    pair: tuple[Place, Place], call: Callable[..., Any]
) -> None:
    """Into a database that holds anything nothing is copied."""
    urls = [place.config.url.value for place in pair]
    with closing(Database(pair[0].config)) as source, closing(Database(pair[1].config)) as target:
        filled(source, 1)
        there = row(inbox, 1)
        target.run(lambda transaction: transaction.connection.execute(insert(inbox), there))
        before = everything(target)
        code, _, complaint = call(pair[0].config, "db", "copy", *urls)
        assert (code, complaint) == (2, "eservices-adapters: hədəf boş deyil (inbox)\n")
        assert everything(target) == before


def test_a_copy_needs_both_upgraded(bare: DatabaseConfig, place: Place, call: Any) -> None:
    """Tables of another time are copied neither from nor to."""
    for which, urls in (
        ("mənbə", (bare.url.value, place.config.url.value)),
        ("hədəf", (place.config.url.value, bare.url.value)),
    ):
        code, told, complaint = call(place.config, "db", "copy", *urls)
        assert (code, told) == (2, "")
        assert f"{which}: cədvəllər hazır deyil (jobs)" in complaint


def test_addresses_that_are_none_are_told(place: Place, call: Any) -> None:
    """What is no address of a database is refused before anything is done."""
    url = place.config.url.value
    for words in (("mysql://somewhere/x", url), (url, "nonsense")):
        code, _, complaint = call(place.config, "db", "copy", *words)
        assert code == 2
        assert "SQLite və ya PostgreSQL ünvanı deyil" in complaint


def test_a_copy_that_fails_leaves_the_target_empty(
    sqlite_place: SqlitePlace, postgresql_place: PostgresqlPlace, call: Callable[..., Any]
) -> None:
    """One row that the target cannot keep, and nothing of all the others is there."""
    urls = [place.config.url.value for place in (sqlite_place, postgresql_place)]
    with (
        closing(Database(sqlite_place.config)) as source,
        closing(Database(postgresql_place.config)) as target,
    ):
        full(source)
        last = "(SELECT max(serial) FROM registered_codes)"
        with_nul = text(f"UPDATE registered_codes SET code = char(0) WHERE serial = {last}")  # noqa: S608  # no value
        source.run(lambda transaction: transaction.connection.execute(with_nul))
        code, _, complaint = call(sqlite_place.config, "db", "copy", *urls)
        assert code == 2
        assert "heç nə köçürülmədi" in complaint
        assert not any(everything(target).values())


def test_a_copy_is_of_one_moment(pair: tuple[Place, Place]) -> None:
    """What is registered while it is copied arrives whole or not at all."""
    with closing(Database(pair[0].config)) as source, closing(Database(pair[1].config)) as target:
        filled(source, 2)
        began: list[Table] = []

        def progress(table: Table, _done: int, _total: int) -> None:
            if not began:
                filled(source, 1, start=5)
            began.append(table)

        counts = copy(source, target, SCHEMA.metadata.sorted_tables, progress)
        assert (counts["cases"], counts["case_history"], counts["audit"]) == (2, 6, 6)
        assert list(verify(target)) == []
        assert SqlCases(target, CODEC).get(number_of(5)) is None
        assert SqlCases(source, CODEC).get(number_of(5)) is not None


def test_a_copy_counts_what_arrived(
    sqlite_place: SqlitePlace, postgresql_place: PostgresqlPlace
) -> None:
    """When somebody writes to the target meanwhile, nothing of the copy stays there."""
    with (
        closing(Database(sqlite_place.config)) as source,
        closing(Database(postgresql_place.config)) as target,
        closing(Database(postgresql_place.config)) as other,
    ):
        full(source)
        theirs = row(inbox, 1) | {"serial": 1, "key": "theirs"}

        def progress(table: Table, done: int, total: int) -> None:
            if table is inbox and done == total:
                other.run(lambda it: it.connection.execute(insert(inbox), theirs))

        with pytest.raises(TargetShared):
            copy(source, target, TABLES, progress)
        assert {name: len(rows) for name, rows in everything(target).items() if rows} == {
            "inbox": 1
        }


def test_a_copy_makes_no_file_for_a_slip_of_the_hand(
    sqlite_place: SqlitePlace, tmp_path: Path, call: Any
) -> None:
    """A source that is not there is told, and is not there afterwards either."""
    missing = tmp_path / "typo.db"
    config = sqlite_place.config
    code, _, complaint = call(config, "db", "copy", f"sqlite:///{missing}", config.url.value)
    assert (code, missing.exists()) == (2, False)
    assert "mənbə: belə fayl yoxdur" in complaint
