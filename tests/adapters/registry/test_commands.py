"""`eservices-adapters import` and `sample`, as an operator uses them."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from tests.adapters.registry.files import HEADER, ROW, rows_of, saved, subscribers_file
from tests.databases import Place, SqlitePlace

from utility_eservices_adapters.cli import main
from utility_eservices_adapters.registry import tables
from utility_eservices_adapters.sql.database import Database


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is broken because of the terminal that runs the tests."""
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.delenv("ESERVICES_SETTINGS", raising=False)


@pytest.fixture
def named(place: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A database that the environment names."""
    monkeypatch.setenv("ESERVICES_DATABASE_URL", place.config.url.value)
    return place


def count(database: Database) -> int:
    return len(rows_of(database, tables.subscribers))


def test_twenty_thousand_rows_come_in_at_a_stroke(
    named: Place, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The answer says how many came, and how many of them were news; a bar goes to no file."""
    file = subscribers_file(tmp_path, 20_000)
    for news in (20_000, 0):
        assert main(["import", "subscribers", str(file), "--utility", "azersu"]) == 0
        said = capsys.readouterr()
        assert said.out == (
            f"azersu, subscribers: 20000 sətir; yeni və ya dəyişmiş: {news}, silinmiş: 0.\n"
        )
        assert said.err == ""
    assert count(database) == 20_000


def test_on_a_terminal_a_bar_shows_how_far_it_is(
    named: Place, database: Database, tmp_path: Path
) -> None:
    """By the bytes of the file, on stderr, and gone at the end; the answer is on stdout."""
    program = "import sys; from utility_eservices_adapters.cli import main; sys.exit(main())"
    file = subscribers_file(tmp_path, 5_000)
    words = ["import", "subscribers", str(file), "--utility", "azersu"]
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words],
        env={**os.environ, "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    drawn = b""
    with suppress(OSError):  # the other end is closed
        while part := os.read(ours, 65_536):
            drawn += part
    os.close(ours)
    answer, _ = process.communicate()

    assert (process.returncode, count(database)) == (0, 5_000)
    assert "oxunur" in drawn.decode()
    assert "100%" in drawn.decode()
    assert answer.decode().startswith("azersu, subscribers: 5000 sətir;")


def test_rows_that_are_wrong_are_listed(
    named: Place, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line, column, reason and code of each, and how many lines there are; nothing is altered."""
    bad = ROW.replace("5XJ1K2A", "5XJ1K2O").replace(";4;", ";vier;")
    file = saved(tmp_path, HEADER, ROW, bad, ROW)
    assert main(["import", "subscribers", str(file), "--utility", "azersu"]) == 2
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        (
            "sətir 3, fin: FİN 7 simvoldan ibarət olmalıdır: rəqəmlər və latın hərfləri (I və O "
            "istisna olmaqla). [fin_malformed]"
        ),
        "sətir 3, persons: Nəfər sayı rəqəmlə yazılmalıdır, məsələn: 4. [persons_malformed]",
        "sətir 4, code: Eynisi artıq 2-ci sətirdə var. [row_twice]",
    ]
    assert said.err == (
        "eservices-adapters: fayl qəbul edilmədi, səhv sətirlər: 2; verilənlər olduğu kimi qaldı\n"
    )
    assert count(database) == 0


def test_a_first_line_that_is_none_is_told(
    named: Place, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file without its columns' names says so, and quotes nobody."""
    assert main(["import", "debts", str(saved(tmp_path, "1020304050;29")), "--utility=azersu"]) == 2
    said = capsys.readouterr()
    assert said.out == (
        "sətir 1: 1-ci sütunun adı tanınmır; tanınanlar: code, amount. [column_unknown]\n"
    )


def test_replacing_and_credits_are_options(
    named: Place, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--replace` lets vanish what is not in the file; `--credited-to` is for debts alone."""
    file = subscribers_file(tmp_path, 5)
    arguments = ["import", "subscribers", str(file), "--utility", "azersu"]
    assert main(arguments) == 0
    subscribers_file(tmp_path, 3)
    assert main([*arguments, "--replace"]) == 0
    assert "silinmiş: 2." in capsys.readouterr().out
    assert main([*arguments, "--credited-to", "7"]) == 2
    debts = saved(tmp_path, "code;amount", "1000000000;7")
    command = ["import", "debts", str(debts), "--utility", "azersu", "--credited-to", "7"]
    assert main(command) == 0
    assert count(database) == 3


MISTAKES = [
    (["import", "customers", "FILE", "--utility", "azersu"], "belə fayl növü yoxdur"),
    (["import", "debts", "FILE", "--utility", "azersuu"], "olanlar: azersu, azerishiq"),
    (["import", "debts", "FILE"], "əmr belə yazılmır"),
    (["import", "debts", "missing.csv", "--utility", "azersu"], "faylı oxunmur"),
    (["import", "debts", "/", "--utility", "azersu"], "faylı oxunmur"),
    (["sample"], "ya --to QOVLUQ, ya da --into-database göstərin"),
    (["sample", "--to", "FILE", "--into-database"], "ya --to QOVLUQ, ya da --into-database"),
    (["sample", "--to", "FILE"], "qovluğuna yazmaq olmur"),
    (["sample", "--into-database", "--only", "customers"], "belə fayl növü yoxdur"),
]


@pytest.mark.parametrize(("words", "told"), MISTAKES)
def test_a_mistake_is_one_line(
    sqlite_place: SqlitePlace,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    told: str,
) -> None:
    """What cannot be done is told in one line on stderr, with exit code 2."""
    monkeypatch.setenv("ESERVICES_DATABASE_URL", sqlite_place.config.url.value)
    monkeypatch.chdir(tmp_path)
    file = saved(tmp_path, "code;amount", "1020304050;7")
    assert main([str(file) if word == "FILE" else word for word in words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert said.err.count("\n") == 1


def test_a_database_that_is_not_ready_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One without tables is not touched; without any the setting is named."""
    file = saved(tmp_path, "code;amount")
    arguments = ["import", "debts", str(file), "--utility", "azersu"]
    monkeypatch.setenv("ESERVICES_DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    assert main(arguments) == 2
    assert "əvvəlcə: eservices-adapters db upgrade" in capsys.readouterr().err
    monkeypatch.delenv("ESERVICES_DATABASE_URL")
    assert main(arguments) == 2
    assert "ESERVICES_DATABASE_URL" in capsys.readouterr().err


def test_a_database_that_is_away_is_told(
    named: Place, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 2, and the data are as they were."""
    file = subscribers_file(tmp_path, 10)
    with named.switched_off(database):
        assert main(["import", "subscribers", str(file), "--utility", "azersu"]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "verilənlər bazası cavab vermir" in said.err
    assert count(database) == 0


def test_the_sample_goes_into_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So many subscribers beside the manual's, for each utility; no database is needed."""
    folder = tmp_path / "nümunə"
    assert main(["sample", "--to", str(folder), "--subscribers", "30", "--seed", "3"]) == 0
    files = capsys.readouterr().out.splitlines()
    assert {Path(it).relative_to(folder).as_posix() for it in files} == {
        *(
            f"azersu/{it}.csv"
            for it in ("subscribers", "invoices", "payments", "debts", "readings")
        ),
        *(f"azerishiq/{it}.csv" for it in ("subscribers", "invoices", "payments", "debts")),
        "azerishiq/metering-points.csv",
    }
    for utility in ("azersu", "azerishiq"):
        lines = (folder / utility / "subscribers.csv").read_text("utf-8").splitlines()
        assert len(lines) == 1 + 5 + 30
    only = tmp_path / "only"
    assert main(["sample", "--to", str(only), "--subscribers", "1", "--only", "debts"]) == 0
    assert [it.name for it in only.rglob("*.csv")] == ["debts.csv", "debts.csv"]


def test_the_sample_goes_into_the_database(
    named: Place, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    """All kinds, of both utilities; done once more it is the same."""
    for _ in range(2):
        assert main(["sample", "--into-database", "--subscribers", "20"]) == 0
        assert "azersu, subscribers: 25 sətir" in capsys.readouterr().out
        assert count(database) == 50
    for table in (tables.invoices, tables.payments, tables.debts, tables.metering_points):
        assert len(rows_of(database, table)) > 3
