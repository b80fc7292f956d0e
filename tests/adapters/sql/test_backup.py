"""Back-ups as the store's page tells them: made while hosts write, restored, and verified."""

from __future__ import annotations

import re
import shlex
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import attrs
from tests.adapters.sql.filling import NOW, filled, moved, new_case, number_of
from tests.databases import Place, PostgresqlPlace, SqlitePlace
from tests.docs.pages import blocks, content, first_column

from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.ports.case_store import CaseQuery
from utility_eservices_adapters.sql.audit import Flaw, chain_heads, newest_head, verify
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
from utility_eservices_adapters.sql.schema import (
    arrivals,
    audit,
    audit_heads,
    case_history,
    cases,
    effects,
)

PAGE = "docs/adapters/store.md"


@contextmanager
def busy(place: Place) -> Iterator[None]:
    """A store with covered cases, and a host that goes on moving one while within it."""
    ended = False

    def move() -> None:
        with closing(Database(place.config)) as mine:
            store = SqlCases(mine, CODEC)
            case = store.register(new_case(7), ())
            while not ended:
                case = moved(case, "again")
                store.save(case, ())

    with closing(Database(place.config)) as database:
        filled(database, 5)
        chain_heads(database, NOW)
    with ThreadPoolExecutor(1) as pool:
        moving = pool.submit(move)
        try:
            yield
        finally:
            ended = True
        moving.result()


def restored(config: DatabaseConfig, place: Place) -> None:
    """Check that a restored database is a whole store as it was at one moment."""
    with closing(Database(config)) as database, closing(Database(place.config)) as origin:
        head = newest_head(origin)
        assert head is not None
        assert list(verify(database, head=head.hash)) == []
        numbers = [case.number for case in SqlCases(database, CODEC).find(CaseQuery())]
        assert {number_of(place_of) for place_of in range(5)} <= {*numbers}
        store = SqlCases(database, CODEC)
        store.register(new_case(9), ())
        assert store.get(number_of(9)) == new_case(9)


def test_a_file_is_vacuumed_into_another(sqlite_place: SqlitePlace, tmp_path: Path) -> None:
    """The command on the page makes a whole store, while another process writes."""
    (command,) = re.findall(r'`sqlite3 store\.db "(.+)"`', content(PAGE))
    copy = tmp_path / "backup.db"
    with busy(sqlite_place), closing(sqlite3.connect(sqlite_place.file)) as store:
        store.execute(command.replace("backup.db", str(copy)))
    restored(SqlitePlace(copy).config, sqlite_place)


def test_a_file_is_backed_up_page_by_page(sqlite_place: SqlitePlace, tmp_path: Path) -> None:
    """So does Python's own way, as the page has it."""
    (code,) = (block.text for block in blocks(PAGE) if "store.backup(" in block.text)
    sqlite_place.file.rename(tmp_path / "origin.db")
    folder = tmp_path / "copying"
    folder.mkdir()
    (tmp_path / "origin.db").rename(folder / "store.db")
    moved_place = SqlitePlace(folder / "store.db")
    with busy(moved_place):
        exec(code, {"folder": folder})  # noqa: S102  # the page's own code
    restored(SqlitePlace(folder / "backup.db").config, moved_place)


def test_a_dump_is_restored(postgresql_place: PostgresqlPlace) -> None:
    """The commands on the page make a whole store of another, while hosts write to it."""
    server = postgresql_place.server
    empty = PostgresqlPlace(server)
    dump = server.folder / "store.dump"
    lines = [line for block in blocks(PAGE) for line in block.text.splitlines()]
    words = {
        "$STORE": address(postgresql_place),
        "$EMPTY": address(empty),
        "store.dump": str(dump),
    }
    run: Callable[..., str] = server._run  # as the account that the server runs as
    with busy(postgresql_place):
        for program in ("pg_dump", "pg_restore"):
            (line,) = (line for line in lines if line.startswith(f"{program} "))
            for word, value in words.items():
                line = line.replace(word, value)
            run(*shlex.split(line))
    restored(empty.config, postgresql_place)
    dump.unlink()
    empty.drop()


def address(place: PostgresqlPlace) -> str:
    """The address as PostgreSQL's own programs take it."""
    return place.config.url.value.replace("+psycopg", "")


def test_the_page_explains_every_finding() -> None:
    """Each finding there can be stands on the page, and each table of the store's cases."""
    assert sorted(first_column(PAGE, "Finding")[0]) == sorted(flaw.name for flaw in Flaw)
    tables = {table.name for table in (arrivals, audit, audit_heads, case_history, cases, effects)}
    assert {*first_column(PAGE, "Table")[0]} == tables


def test_the_page_tells_every_setting() -> None:
    """What can be set of a database stands on the page, and nothing else."""
    settings = [field.name for field in attrs.fields(DatabaseConfig)]
    assert first_column(PAGE, "Setting") == [settings]
