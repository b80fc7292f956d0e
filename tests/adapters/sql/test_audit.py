"""The audit trail: whatever is altered behind the store's back is found, on both databases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update
from tests.adapters.sql.filling import NOW, filled, moved, new_case, number_of
from tests.databases import Place

from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.conformance.laws.common import at_once
from utility_eservices_adapters.sql.audit import (
    Finding,
    Flaw,
    chain_heads,
    newest_head,
    verify,
)
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.chains import ROOT_OF_HEADS, canonical, linked
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.schema import audit_heads

FIRST = number_of(0)


@pytest.fixture
def empty(place: Place) -> Iterator[Database]:
    """A store with nothing in it."""
    opened = Database(place.config)
    yield opened
    opened.close()


@pytest.fixture
def database(empty: Database) -> Database:
    """A store of three cases with three versions each, all covered by two rows of heads."""
    filled(empty, 2)
    assert chain_heads(empty, NOW) == 2
    filled(empty, 1, start=2)
    assert chain_heads(empty, NOW + timedelta(hours=1)) == 1
    return empty


def alter(database: Database, *statements: str) -> None:
    """Do what somebody does who has got at the database itself; ``:number`` is the first case."""

    def work(transaction: Transaction) -> list[int]:
        run = transaction.connection.execute
        parameters = {"number": FIRST}
        made = [text(statement) for statement in statements]
        return [run(it, parameters if ":number" in str(it) else {}).rowcount for it in made]

    assert 0 not in database.run(work)


def found(database: Database, head: str = "") -> list[Finding]:
    return list(verify(database, head=head))


def test_an_untouched_store_verifies(database: Database) -> None:
    """Nothing is found in what only the store has written, covered by heads or not yet."""
    assert found(database) == []
    filled(database, 1, start=3)
    assert found(database) == []


def test_an_empty_store_verifies(empty: Database) -> None:
    """Where nothing is kept nothing is found, and no head is there."""
    assert (found(empty), newest_head(empty), chain_heads(empty, NOW)) == ([], None, 0)


TAMPERING = {
    "a record": (
        [
            """UPDATE audit SET record = replace(record, 'op-1', 'op-2')
            WHERE case_number = :number AND place = 2"""
        ],
        [Finding(Flaw.LINK_ALTERED, FIRST, 2)],
    ),
    "the instant beside a record": (
        [
            """UPDATE audit SET at = (SELECT max(at) FROM audit_heads)
            WHERE case_number = :number AND place = 1"""
        ],
        [Finding(Flaw.LINK_ALTERED, FIRST, 1)],
    ),
    "a record that is none": (
        ["UPDATE audit SET record = '[[' WHERE case_number = :number AND place = 3"],
        [
            Finding(Flaw.LINK_ALTERED, FIRST, 3),
            Finding(Flaw.CASE_ALTERED, FIRST),
            Finding(Flaw.HISTORY_ALTERED, FIRST),
        ],
    ),
    "a link in the middle": (
        ["DELETE FROM audit WHERE case_number = :number AND place = 2"],
        [Finding(Flaw.LINK_MISSING, FIRST, 2)],
    ),
    "the first link": (
        ["DELETE FROM audit WHERE case_number = :number AND place = 1"],
        [Finding(Flaw.LINK_MISSING, FIRST, 1)],
    ),
    "the last link": (
        ["DELETE FROM audit WHERE case_number = :number AND place = 3"],
        [Finding(Flaw.LINK_MISSING, FIRST, 3), Finding(Flaw.CHAIN_CUT, FIRST, 3)],
    ),
    "a whole chain": (
        ["DELETE FROM audit WHERE case_number = :number"],
        [Finding(Flaw.CHAIN_MISSING, FIRST), Finding(Flaw.CHAIN_CUT, FIRST, 3)],
    ),
    "the head of a case": (
        ["UPDATE cases SET head = replace(head, '3.50', '0.50') WHERE number = :number"],
        [Finding(Flaw.CASE_ALTERED, FIRST)],
    ),
    "whose case it is": (
        ["UPDATE cases SET applicant = '6YK2L3B' WHERE number = :number"],
        [Finding(Flaw.CASE_ALTERED, FIRST)],
    ),
    "a line of history": (
        [
            """UPDATE case_history SET entry = replace(entry, 'op-1', 'op-2')
            WHERE case_number = :number AND place = 0"""
        ],
        [Finding(Flaw.HISTORY_ALTERED, FIRST)],
    ),
    "lines of history in each other's place": (
        [
            "UPDATE case_history SET place = 7 WHERE case_number = :number AND place = 0",
            "UPDATE case_history SET place = 0 WHERE case_number = :number AND place = 1",
            "UPDATE case_history SET place = 1 WHERE case_number = :number AND place = 7",
        ],
        [Finding(Flaw.HISTORY_ALTERED, FIRST)],
    ),
    "a line of history that is gone": (
        ["DELETE FROM case_history WHERE case_number = :number AND place = 1"],
        [Finding(Flaw.HISTORY_ALTERED, FIRST)],
    ),
    "a version": (
        ["UPDATE cases SET version = 2 WHERE number = :number"],
        [Finding(Flaw.CASE_ROLLED_BACK, FIRST, 2)],
    ),
    "a case that is gone": (
        [
            "DELETE FROM cases WHERE number = :number",
            "DELETE FROM case_history WHERE case_number = :number",
        ],
        [Finding(Flaw.CASE_MISSING, FIRST)],
    ),
    "a case that is gone without a trace": (
        [
            "DELETE FROM cases WHERE number = :number",
            "DELETE FROM case_history WHERE case_number = :number",
            "DELETE FROM audit WHERE case_number = :number",
        ],
        [Finding(Flaw.CHAIN_CUT, FIRST, 3)],
    ),
    "lines of history of no case": (
        [
            "INSERT INTO case_history (case_number, place, entry) VALUES ('ZZZ', 0, '{}')",
        ],
        [Finding(Flaw.CASE_MISSING, "ZZZ")],
    ),
    "a case hidden from lists": (
        ["UPDATE arrivals SET service = 'another' WHERE serial = 1"],
        [Finding(Flaw.CASE_UNLISTED, FIRST)],
    ),
    "a case taken out of lists": (
        ["DELETE FROM arrivals WHERE serial = 1"],
        [Finding(Flaw.CASE_UNLISTED, FIRST)],
    ),
    "a record of heads": (
        ["UPDATE audit_heads SET record = replace(record, :number, 'ZZZ') WHERE place = 1"],
        [Finding(Flaw.HEAD_ALTERED, place=1)],
    ),
    "the first row of heads": (
        ["DELETE FROM audit_heads WHERE place = 1"],
        [Finding(Flaw.HEAD_MISSING, place=1)],
    ),
    "the last row of heads": (
        ["DELETE FROM audit_heads WHERE place = 2"],
        [Finding(Flaw.HEAD_MISSING, place=2)],
    ),
    "every row of heads": (
        ["DELETE FROM audit_heads"],
        [Finding(Flaw.HEAD_MISSING, place=1)],
    ),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_is_found(database: Database, what: str) -> None:
    """Each thing altered or taken away by SQL is found for what it is, and nothing else."""
    statements, expected = TAMPERING[what]
    alter(database, *statements)
    assert found(database) == expected


# --- by somebody who knows how ------------------------------------------------------------------

AWAY = (
    "DELETE FROM cases WHERE number = :number",
    "DELETE FROM case_history WHERE case_number = :number",
    "DELETE FROM effects WHERE case_number = :number",
    "DELETE FROM audit WHERE case_number = :number",
    "DELETE FROM arrivals WHERE serial = 1",
)


def test_a_case_made_anew_does_not_fit_the_heads(database: Database) -> None:
    """A case in another's place, with a chain of its own that is whole, is found by the heads."""
    alter(database, *AWAY)
    filled(database, 1, by="op-2")
    assert found(database) == [Finding(Flaw.LINK_ALTERED, FIRST, 3)]


def test_a_case_put_back_does_not_fit_the_heads(database: Database) -> None:
    """A case as it was earlier, with its chain as it was then, is found by the heads."""
    alter(database, *AWAY)
    SqlCases(database, CODEC).register(new_case(0), ())
    assert found(database) == [Finding(Flaw.CHAIN_CUT, FIRST, 3)]


def test_heads_made_anew_miss_the_hash_that_was_written_down(database: Database) -> None:
    """Who rewrites everything is found out only by a hash that is kept elsewhere."""
    earlier = newest_head(database)
    assert earlier is not None
    assert found(database, earlier.hash) == []
    alter(database, *AWAY, "DELETE FROM audit_heads", "UPDATE audit SET head = NULL")
    filled(database, 1, by="op-2")
    assert chain_heads(database, NOW) == 3
    assert found(database) == []
    assert found(database, earlier.hash) == [Finding(Flaw.HEAD_UNKNOWN)]


def test_a_chain_is_of_its_case_alone(database: Database) -> None:
    """One case with its chain under the number of another is found."""
    alter(
        database,
        "DELETE FROM audit WHERE case_number = :number",
        "UPDATE audit SET case_number = :number WHERE case_number = 'AZS-2026-000001'",
    )
    flaws = {finding.flaw for finding in found(database) if finding.case_number == FIRST}
    assert Flaw.LINK_ALTERED in flaws
    assert Flaw.CASE_ALTERED in flaws


def test_a_store_without_links_is_told(empty: Database) -> None:
    """What was kept without links is found as such."""
    SqlCases(empty, CODEC, audited=False).register(new_case(0), ())
    assert found(empty) == [Finding(Flaw.CHAIN_MISSING, FIRST)]


# --- covering -----------------------------------------------------------------------------------


def test_heads_cover_a_few_links_at_a_time(empty: Database) -> None:
    """However few links a row of heads takes, each comes to be covered, and none twice."""
    filled(empty, 3)
    rounds = []
    while covered := chain_heads(empty, NOW, limit=2):
        rounds.append(covered)
    assert len(rounds) >= 3
    assert chain_heads(empty, NOW) == 0
    assert found(empty) == []
    newest = newest_head(empty)
    assert newest is not None
    assert newest.place == len(rounds)


def test_heads_made_at_once_are_one_chain(empty: Database) -> None:
    """Of sixteen who cover the same links at once one does."""
    filled(empty, 2)
    given = at_once(lambda _n: chain_heads(empty, NOW))
    assert sorted(map(str, given)) == [*["0"] * 15, "2"]
    assert found(empty) == []


# --- reading ------------------------------------------------------------------------------------


def test_all_chains_are_read_page_by_page(empty: Database) -> None:
    """Flaws are found on every page, each once, and progress goes up to all there is."""
    store = SqlCases(empty, CODEC)
    for place_of in range(405):
        store.register(new_case(place_of), ())
    chain_heads(empty, NOW)
    alter(empty, "UPDATE audit SET record = '{}' WHERE case_number > :number")
    told: list[tuple[int, int]] = []
    findings = list(verify(empty, progress=lambda *counts: told.append(counts)))
    altered = [item.case_number for item in findings if item.flaw is Flaw.LINK_ALTERED]
    assert altered == [number_of(place_of) for place_of in range(1, 405)]
    assert told == [(200, 406), (400, 406), (405, 406), (406, 406)]


def test_hosts_may_go_on_meanwhile(empty: Database) -> None:
    """While cases move, and heads are made, nothing is found that is not so."""
    store = SqlCases(empty, CODEC)
    case = store.register(new_case(0), ())

    def move() -> None:
        version = case
        for _ in range(60):
            version = moved(version, "again")
            store.save(version, ())
            chain_heads(empty, NOW)

    findings: list[Finding] = []
    with ThreadPoolExecutor(1) as pool:
        moving = pool.submit(move)
        while not moving.done():
            findings += found(empty)
        moving.result()
    assert findings == found(empty) == []


def test_links_hold_nothing_personal(database: Database) -> None:
    """Neither links nor heads tell who asks for what."""

    def all_of(transaction: Transaction) -> str:
        run = transaction.connection.execute
        rows = [*run(text("SELECT * FROM audit")), *run(text("SELECT * FROM audit_heads"))]
        return str(rows)

    told = database.run(all_of, reading=True)
    for personal in ("5XJ1K2A", "Şıxıyeva", "1020300000", "994502001020", "guler@example.com"):
        assert personal not in told
    assert "op-1" in told


@pytest.mark.parametrize("head", [1, 2, 3])
def test_a_link_that_claims_to_be_covered_is_found_out(database: Database, head: int) -> None:
    """Else it never would be, and could be taken away with its chain whenever somebody likes."""
    filled(database, 1, start=3)
    claim = f"UPDATE audit SET head = {head} WHERE case_number ="  # noqa: S608  # a number of ours
    alter(database, f"{claim} '{number_of(3)}'")
    assert found(database) != []


@pytest.mark.parametrize(
    "chains",
    [[1], {"x": 1}, {"x": ["y", "z"]}, {"x": [2**70, "z"]}, {"x": [[1], "z"]}, "abc", {}],
    ids=range(7),
)
def test_heads_that_name_nonsense_are_told(database: Database, chains: object) -> None:
    """Whatever somebody writes into a head, with hashes that fit, is a finding and no crash."""

    def work(transaction: Transaction) -> None:
        before, connection = ROOT_OF_HEADS, transaction.connection
        places = audit_heads.c.place
        for row in connection.execute(select(audit_heads).order_by(places)).all():
            record = canonical(json.loads(row.record) | {"chains": chains})
            before = linked(before, record)
            connection.execute(
                update(audit_heads).where(places == row.place).values(record=record, hash=before)
            )

    database.run(work)
    assert {item.flaw for item in found(database)} == {Flaw.HEAD_ALTERED}
