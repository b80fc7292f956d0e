"""The command `audit`, as an operator gives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text
from tests.adapters.sql.filling import NOW, filled, number_of
from tests.databases import Place, SqlitePlace

from utility_eservices_adapters.cli import main
from utility_eservices_adapters.cli.audit import _SAID
from utility_eservices_adapters.sql.audit import Flaw, chain_heads, newest_head
from utility_eservices_adapters.sql.database import Database


@pytest.fixture
def call(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Any]:
    """Gives exit code, answer and complaint of a command."""
    monkeypatch.setenv("ESERVICES_DATABASE_URL", place.config.url.value)

    def called(*words: str) -> tuple[int, str, str]:
        return (main(words), *capsys.readouterr())

    return called


def test_all_is_well(database: Database, call: Callable[..., Any]) -> None:
    """An untouched store is told in one line, also with the hash that was written down."""
    assert call("audit", "head") == (1, "", "Hələ yekun sətri yoxdur.\n")
    filled(database, 2)
    chain_heads(database, NOW)
    newest = newest_head(database)
    assert newest is not None
    told = f"{newest.hash} 1 2026-11-20T09:30:15+00:00\n"
    assert call("audit", "head") == (0, told, "")
    for words in ((), ("--head", newest.hash), ("--head", f" {newest.hash.upper()}")):
        assert call("audit", "verify", *words) == (0, "Hər şey uyğundur.\n", "")


def test_findings_are_listed(database: Database, call: Callable[..., Any]) -> None:
    """Each finding is a line, their number the last one, and the exit code is 1."""
    filled(database, 2)
    chain_heads(database, NOW)
    altered = text("UPDATE audit SET record = replace(record, 'op-1', 'op-2') WHERE place = 2")
    database.run(lambda transaction: transaction.connection.execute(altered))
    gone = text("DELETE FROM audit_heads")
    database.run(lambda transaction: transaction.connection.execute(gone))
    code, told, complaint = call("audit", "verify", "--head", "00")
    assert (code, complaint) == (1, "")
    assert told.splitlines() == [
        f"{number_of(0)}: zəncirin 2 nömrəli halqası dəyişdirilib",
        f"{number_of(1)}: zəncirin 2 nömrəli halqası dəyişdirilib",
        "1 nömrəli yekun sətri çatışmır",
        "göstərilən heş heç bir yekun sətrində yoxdur",
        "Tapıntılar: 4.",
    ]


def test_every_flaw_can_be_told() -> None:
    """There are words for each kind of finding."""
    assert set(_SAID) == set(Flaw)


def test_tables_come_first(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without tables the advice is to make them."""
    bare = SqlitePlace(tmp_path_factory.mktemp("bare") / "store.db")
    monkeypatch.setenv("ESERVICES_DATABASE_URL", bare.config.url.value)
    for words in (("audit", "verify"), ("audit", "head")):
        assert main(words) == 2
        assert "əvvəlcə: eservices-adapters db upgrade" in capsys.readouterr().err


def test_nobody_answers(place: Place, call: Callable[..., Any]) -> None:
    """A database that is away is a complaint, and no finding."""
    with place.switched_off():
        code, told, complaint = call("audit", "verify")
    assert (code, told) == (2, "")
    assert complaint.startswith("eservices-adapters: ")
