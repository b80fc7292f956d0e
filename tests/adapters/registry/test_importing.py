"""A file goes into the tables whole or not at all, on both databases."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from tests.adapters.registry.files import (
    CODE,
    HEADER,
    OTHER,
    ROW,
    put,
    rows_of,
    saved,
    subscribers_file,
)
from tests.databases import Place, PostgresqlPlace, SqlitePlace

from utility_eservices.errors import PortUnavailable
from utility_eservices.ports.subscribers import Category
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.person import PersonName
from utility_eservices_adapters.registry import tables
from utility_eservices_adapters.registry.billing import RegistryBilling
from utility_eservices_adapters.registry.export import MOST
from utility_eservices_adapters.registry.importing import FileRefused, Imported, bring_in
from utility_eservices_adapters.registry.metering_points import RegistryMeteringPoints
from utility_eservices_adapters.registry.readings import RegistryReadings
from utility_eservices_adapters.registry.subscribers import RegistrySubscribers
from utility_eservices_adapters.sql.database import Database

REST = ROW.partition(";")[2]
DAY = date(2026, 11, 20)


def codes(database: Database) -> list[str]:
    return [row[1] for row in rows_of(database, tables.subscribers)]


def test_each_kind_of_file_becomes_what_its_port_gives(database: Database, tmp_path: Path) -> None:
    """What an export says of a code is what the ports say of it afterwards."""
    files = {
        "subscribers": (HEADER, ROW),
        "invoices": (
            "code;number;month;amount;consumption;presented;from_reading",
            "1020304050;F-1;2026-10;3,50;6;1;0",
        ),
        "payments": ("code;receipt;day;amount;point", "1020304050;Q-1;19.08.2020;12;Bank"),
        "debts": ("code;amount", "1020304050;-3,20"),
        "readings": ("code;reading", "1020304050;1240,5"),
        "metering-points": ("code;key;label", "1020304050;B;Anbar", "1020304050;A;Ofis"),
    }
    for kind, lines in files.items():
        done = bring_in(database, kind, "azersu", saved(tmp_path, *lines))
        assert done == Imported(len(lines) - 1, len(lines) - 1, 0)

    subscriber = RegistrySubscribers(database, "azersu").find(CODE)
    assert subscriber is not None
    assert subscriber.holder == PersonName("Aysel", "Quliyeva", "Vaqif qızı")
    assert (subscriber.category, subscriber.persons) == (Category.RESIDENTIAL, 4)
    billing = RegistryBilling(database, "azersu")
    (invoice,) = billing.presented_invoices(CODE)
    assert (invoice.amount, invoice.from_reading) == (Money.of("3.50"), False)
    (payment,) = billing.payments(CODE)
    assert (payment.day, payment.point) == (date(2020, 8, 19), "Bank")
    assert billing.debt(CODE) == Money.of("-3.20")
    assert str(RegistryReadings(database, "azersu").last(CODE)) == "1240.5 m³"
    points = RegistryMeteringPoints(database, "azersu").of(CODE)
    assert [(point.key, point.label) for point in points] == [("B", "Anbar"), ("A", "Ofis")]


def test_rows_that_are_there_are_brought_up_to_date(database: Database, tmp_path: Path) -> None:
    """New rows come, altered ones follow, those alike and those of other utilities stay."""
    put_row = saved(tmp_path, HEADER, ROW, f"3040506070;{REST}")
    bring_in(database, "subscribers", "azersu", put_row)
    bring_in(database, "subscribers", "heating", put_row)
    moved = ROW.replace("Nümunə küçəsi 1", "Nümunə küçəsi 2")
    file = saved(tmp_path, HEADER, moved, f"2030405060;{REST}", f"3040506070;{REST}")

    assert bring_in(database, "subscribers", "azersu", file) == Imported(3, 2, 0)
    rows = rows_of(database, tables.subscribers)
    assert [(row[0], row[1], row[7].endswith("2")) for row in rows] == [
        ("azersu", "1020304050", True),
        ("azersu", "2030405060", False),
        ("azersu", "3040506070", False),
        ("heating", "1020304050", False),
        ("heating", "3040506070", False),
    ]
    assert bring_in(database, "subscribers", "azersu", file) == Imported(3, 0, 0)


def test_a_column_that_is_left_out_stays_as_it_was(database: Database, tmp_path: Path) -> None:
    """A file that knows less takes nothing away; a new row has nothing there."""
    bring_in(database, "subscribers", "azersu", saved(tmp_path, HEADER, ROW))
    short = (
        "code;name;surname;category;address",
        "1020304050;Aytən;Quliyeva;Əhali;Şəki",
        "2030405060;Kamran;Əliyev;Əhali;Gəncə",
    )
    bring_in(database, "subscribers", "azersu", saved(tmp_path, *short))
    first, second = (RegistrySubscribers(database, "azersu").find(it) for it in (CODE, OTHER))
    assert first is not None
    assert second is not None
    assert (first.holder.full, first.address, first.contract, first.persons) == (
        "Aytən Quliyeva Vaqif qızı", "Şəki", "M-304050", 4
    )  # fmt: skip
    assert (second.holder_fin, second.contract, second.persons, second.meter) == (
        None, "", None, None
    )  # fmt: skip


def test_replacing_lets_vanish_what_is_not_in_the_file(database: Database, tmp_path: Path) -> None:
    """Of this utility and this kind alone; without being asked nothing vanishes."""
    both = saved(tmp_path, HEADER, ROW, f"2030405060;{REST}")
    for utility in ("azersu", "heating"):
        bring_in(database, "subscribers", utility, both)
    one = saved(tmp_path, HEADER, f"2030405060;{REST}")
    assert bring_in(database, "subscribers", "azersu", one).removed == 0
    assert bring_in(database, "subscribers", "azersu", one, replace=True) == Imported(1, 0, 1)
    assert codes(database) == ["2030405060", "1020304050", "2030405060"]


def test_an_empty_file_replaces_nothing(database: Database, tmp_path: Path) -> None:
    """An export that went wrong does not empty a table."""
    bring_in(database, "subscribers", "azersu", saved(tmp_path, HEADER, ROW))
    empty = saved(tmp_path, HEADER)
    with pytest.raises(FileRefused) as refused:
        bring_in(database, "subscribers", "azersu", empty, replace=True)
    assert [it.fault.code for it in refused.value.faults] == ["file_empty"]
    assert codes(database) == [CODE.value]
    assert bring_in(database, "subscribers", "azersu", empty) == Imported(0, 0, 0)


def test_replacing_keeps_the_payments_of_portals(database: Database, tmp_path: Path) -> None:
    """Billing cannot know them yet; once it lists their receipt, its word holds."""
    bring_in(database, "subscribers", "azersu", saved(tmp_path, HEADER, ROW))
    head = "code;receipt;day;amount;point"
    bring_in(database, "payments", "azersu", saved(tmp_path, head, "1020304050;Q-1;2026-11-01;5;A"))
    billing = RegistryBilling(database, "azersu")
    billing.credit(CODE, Money.of(7), DAY, "key-1")
    (ours,) = {item.receipt for item in billing.payments(CODE)} - {"Q-1"}

    other = saved(tmp_path, head, "1020304050;Q-2;2026-11-02;6;A")
    assert bring_in(database, "payments", "azersu", other, replace=True).removed == 1
    assert {item.receipt for item in billing.payments(CODE)} == {"Q-2", ours}
    listed = saved(tmp_path, head, f"1020304050;{ours};2026-11-21;7;Bank")
    bring_in(database, "payments", "azersu", listed, replace=True)
    assert [(it.receipt, it.point) for it in billing.payments(CODE)] == [(ours, "Bank")]


def test_debts_leave_out_what_portals_took_later(database: Database, tmp_path: Path) -> None:
    """Told which credit it knew last, an export's debt is lowered by the later ones alone."""
    bring_in(database, "subscribers", "azersu", saved(tmp_path, HEADER, ROW, f"2030405060;{REST}"))
    billing = RegistryBilling(database, "azersu")
    for number, code in enumerate((CODE, CODE, OTHER, CODE)):
        billing.credit(code, Money.of(10 ** number), DAY, f"key-{number}")  # fmt: skip
    serials = [row[0] for row in rows_of(database, tables.credits_)]
    file = saved(tmp_path, "code;amount", "1020304050;5000,50")

    def owed(**more: Any) -> tuple[Money, Money]:
        bring_in(database, "debts", "azersu", file, **more)
        return billing.debt(CODE), billing.debt(OTHER)

    assert owed() == (Money.of("5000.50"), Money.of(-100))
    assert owed(credited_to=serials[0]) == (Money.of("3990.50"), Money.of(-100))
    assert owed(credited_to=serials[-1]) == (Money.of("5000.50"), Money.of(-100))
    # The other code owes nothing by the file, less what was paid since.
    assert owed(credited_to=serials[1], replace=True) == (Money.of("4000.50"), Money.of(-100))
    assert owed(replace=True) == (Money.of("5000.50"), Money.of(0))


# --- what is refused ------------------------------------------------------------------------------


def refused_lines(database: Database, kind: str, file: Path) -> tuple[list[tuple[int, str]], int]:
    with pytest.raises(FileRefused) as refused:
        bring_in(database, kind, "azersu", file, replace=True)
    faults = [(item.line, item.fault.code) for item in refused.value.faults]
    return faults, refused.value.count


def test_one_bad_row_keeps_the_whole_file_out(database: Database, tmp_path: Path) -> None:
    """Not even the rows before it are taken, and nothing has vanished."""
    bring_in(database, "subscribers", "azersu", saved(tmp_path, HEADER, ROW))
    bad = saved(tmp_path, HEADER, f"2030405060;{REST}", f"x;{REST}", f"3040506070;{REST}")
    assert refused_lines(database, "subscribers", bad) == ([(3, "code_malformed")], 1)
    assert codes(database) == [CODE.value]


def test_a_code_that_comes_twice_is_a_bad_row(database: Database, tmp_path: Path) -> None:
    """Each line that says once more what an earlier one said is told of, in order with others."""
    other = f"2030405060;{REST}"
    lines = (HEADER, ROW, other, ROW, other, "x", ROW)
    faults, count = refused_lines(database, "subscribers", saved(tmp_path, *lines))
    assert faults == [(4, "row_twice"), (5, "row_twice"), (6, "cells_count"), (7, "row_twice")]
    assert count == 4
    assert codes(database) == []


def test_rows_are_told_apart_by_all_of_their_key(database: Database, tmp_path: Path) -> None:
    """A code may have many receipts, and a receipt's number may come again at another code."""
    head = "code;receipt;day;amount;point"
    rows = [f"{code};{it};2026-11-01;5;A" for code in (1, 2) for it in ("Q-1", "Q-2")]
    assert bring_in(database, "payments", "azersu", saved(tmp_path, head, *rows)).rows == 4
    twice = saved(tmp_path, head, *rows, rows[0])
    assert refused_lines(database, "payments", twice) == ([(6, "row_twice")], 1)


def test_many_doubles_are_counted(database: Database, tmp_path: Path) -> None:
    """So many are shown, and the number of all is right."""
    lines = saved(tmp_path, "code;amount", *["1020304050;1"] * (MOST + 30))
    faults, count = refused_lines(database, "debts", lines)
    assert [line for line, _ in faults] == [*range(3, MOST + 3)]
    assert count == MOST + 29


# --- faults of the world --------------------------------------------------------------------------

# A process of its own, which is killed; with a word after its file, just before it commits.
PROGRAM = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from utility_eservices_adapters.registry.importing import bring_in
from utility_eservices_adapters.sql.database import Database, DatabaseConfig
database = Database(DatabaseConfig.from_environment())
if sys.argv[2:]:
    event.listen(database.engine, "commit", lambda _: os.kill(os.getpid(), signal.SIGKILL))
print("begun", flush=True)
bring_in(database, "subscribers", "azersu", Path(sys.argv[1]), replace=True)
"""


def started(place: Place, *args: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "ESERVICES_DATABASE_URL": place.config.url.value}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *args], env=environment, stdout=subprocess.PIPE
    )


def before(database: Database, tmp_path: Path) -> list[str]:
    """What was there: two subscribers."""
    old = saved(tmp_path, HEADER, ROW, f"2030405060;{REST}", name="old.csv")
    bring_in(database, "subscribers", "azersu", old)
    database.close()
    return codes(database)


def test_killed_while_it_reads_an_import_leaves_what_was_there(
    place: Place, database: Database, tmp_path: Path
) -> None:
    """SIGKILL amid the file: old rows are there, no new one is, and the next import works."""
    old = before(database, tmp_path)
    pipe = tmp_path / "export.pipe"
    os.mkfifo(pipe)
    process = started(place, str(pipe))
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    with pipe.open("wb", buffering=0) as file:
        # More than a pipe holds: once it is written, most of it was read.
        lines = "".join(f"{4_000_000_000 + number};{REST}\n" for number in range(20_000))
        file.write(f"{HEADER}\n{lines}".encode())
        process.kill()
        assert process.wait() == -signal.SIGKILL
    process.communicate()

    assert codes(database) == old
    again = saved(tmp_path, HEADER, f"3040506070;{REST}")
    assert bring_in(database, "subscribers", "azersu", again) == Imported(1, 1, 0)


def test_killed_before_it_commits_an_import_leaves_what_was_there(
    place: Place, database: Database, tmp_path: Path
) -> None:
    """SIGKILL when all is in the tables but the end: nothing of it is there."""
    old = before(database, tmp_path)
    process = started(place, str(subscribers_file(tmp_path, 5_000)), "before the end")
    process.communicate()

    assert process.returncode == -signal.SIGKILL
    assert codes(database) == old
    new = subscribers_file(tmp_path, 5_000)
    assert bring_in(database, "subscribers", "azersu", new, replace=True) == Imported(5000, 5000, 2)


def test_while_the_database_is_away_nothing_is_brought(
    place: Place, database: Database, tmp_path: Path
) -> None:
    """An import says so, and goes through once the database is back."""
    file = subscribers_file(tmp_path, 10)
    with place.switched_off(database), pytest.raises(PortUnavailable):
        bring_in(database, "subscribers", "azersu", file)
    assert bring_in(database, "subscribers", "azersu", file).rows == 10


def test_a_database_that_dies_meanwhile_has_none_of_the_file(
    postgresql_place: PostgresqlPlace, tmp_path: Path
) -> None:
    """Connections that are ended amid the rows: it is begun anew and done whole."""
    database = Database(postgresql_place.config)
    ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
    cut: list[int] = []

    def read(_bytes: int) -> None:
        if not cut:
            cut.append(1)
            postgresql_place.server.sql(f"{ended} '{postgresql_place.name}'")

    file = subscribers_file(tmp_path, 20_000)
    assert bring_in(database, "subscribers", "azersu", file, read=read).rows == 20_000
    assert cut
    assert len(codes(database)) == 20_000
    database.close()


def test_a_full_disk_leaves_what_was_there(sqlite_place: SqlitePlace, tmp_path: Path) -> None:
    """SQLite has no page left: the import says so, and the tables are as before."""
    database = Database(sqlite_place.config)

    @event.listens_for(database.engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 50}")

    bring_in(database, "subscribers", "azersu", saved(tmp_path, HEADER, ROW))
    with pytest.raises(PortUnavailable):
        bring_in(database, "subscribers", "azersu", subscribers_file(tmp_path, 5_000), replace=True)
    assert codes(database) == [CODE.value]
    database.close()


def test_others_write_while_a_file_is_read(
    place: Place, database: Database, tmp_path: Path
) -> None:
    """Until the last moment an import keeps nobody waiting, and sees what they wrote."""
    bring_in(database, "subscribers", "azersu", saved(tmp_path, HEADER, ROW))
    elsewhere = Database(place.config)
    billing = RegistryBilling(elsewhere, "azersu")
    written: list[int] = []

    def read(so_far: int) -> None:
        billing.credit(CODE, Money.of(1), DAY, f"key-{len(written)}")
        written.append(so_far)
        put(elsewhere, tables.debts, utility="azersu", code=f"{len(written)}", amount=Money.of(1))

    file = saved(tmp_path, "code;amount", *(f"{number};2" for number in range(1, 6001)))
    assert bring_in(database, "debts", "azersu", file, read=read) == Imported(6000, 6000, 0)
    assert len(written) >= 3
    assert billing.debt(CODE) == Money.of(-len(written))
    amounts = {row[1]: row[2] for row in rows_of(database, tables.debts)}
    assert {amounts[f"{number}"] for number in range(1, 6001)} == {Money.of(2)}
    elsewhere.close()


def test_two_imports_at_once_both_succeed(place: Place, database: Database, tmp_path: Path) -> None:
    """Neither fails because of the other, and all rows of both are there."""
    other = Database(place.config)
    first = subscribers_file(tmp_path, 3_000)
    second = saved(tmp_path, HEADER, *reversed(first.read_text("utf-8").splitlines()[1:]), name="2")
    with ThreadPoolExecutor(2) as pool:
        done = [
            pool.submit(bring_in, at, "subscribers", "azersu", file)
            for at, file in ((database, first), (other, second))
        ]
        assert sorted(it.result().altered for it in done) == [0, 3000]
    assert len(codes(database)) == 3_000
    other.close()
