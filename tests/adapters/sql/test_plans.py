"""Pages of cases go along indexes, on both databases, with thirty thousand cases kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select, text
from tests.databases import PostgresqlPlace, SqlitePlace
from tests.postgresql import Server

from utility_eservices.ports.case_store import CaseQuery
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.listing import page, texts
from utility_eservices_adapters.sql.schema import cases

COUNT = 30_000
SERVICES = frozenset(f"service-{n}" for n in range(20))
STATES = tuple(f"state-{n}" for n in range(1, 8))
EVERYWHERE = frozenset((service, state) for service in SERVICES for state in STATES)

# One in ten is at one of seven states, all others at the last; of the nineteenth service all are.
FILL = """
INSERT INTO cases (number, journey, utility, service, service_version, channel, applicant,
                   concerns, state, version, lines, sent_at, head)
SELECT 'AZS-' || n, 'journey-' || n, 'azersu', 'service-' || (n % 20), 1, 'channel-' || (n % 3),
       'FIN-' || (n % 9000), 'code-' || (n % 9000),
       CASE WHEN n % 20 <> 19 AND n / 20 % 10 = 0 THEN 'state-' || (n / 200 % 7 + 1)
       ELSE 'closed' END,
       1, 1, {instant}, '{{"n": ' || n || ', "filling": "' || {filling} || '"}}'
FROM {numbers};
INSERT INTO case_history (case_number, place, entry) SELECT number, 0, '{{}}' FROM cases;
INSERT INTO arrivals (sent_at, serial, service, channel, folded)
SELECT sent_at, serial, service, channel, 'azs-' || serial || ' elyar veliyev' FROM cases;
ANALYZE
"""
SQLITE = {
    "instant": "strftime('%Y-%m-%dT%H:%M:%S.000000+00:00', 1700000000 + n, 'unixepoch')",
    "filling": "hex(zeroblob(400))",
    "numbers": "(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 30000)"
    " SELECT n FROM c)",
}
POSTGRESQL = {
    "instant": "to_timestamp(1700000000 + n)",
    "filling": "repeat('0', 800)",
    "numbers": "generate_series(1, 30000) AS c(n)",
}


def filled(database: Database, words: dict[str, str]) -> Database:
    def work(transaction: Transaction) -> None:
        for statement in FILL.format(**words).split(";"):
            transaction.connection.execute(text(statement.replace(":", r"\:")))

    database.run(work)
    return database


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """A store with many cases, read only."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        file = tmp_path_factory.mktemp("plans") / "store.db"
        opened = filled(Database(SqlitePlace(file, template).config), SQLITE)
        yield opened
        opened.close()
    else:
        server: Server = request.getfixturevalue("postgresql")
        place = PostgresqlPlace(server, "eservices_template")
        opened = filled(Database(place.config), POSTGRESQL)
        yield opened
        opened.close()
        place.drop()


def planned(database: Database, query: CaseQuery, limit: int, last: Any) -> list[str]:
    """How the database goes about it: PostgreSQL's nodes, or SQLite's steps."""
    statement, values = page(query, limit, last)

    def work(transaction: Transaction) -> list[str]:
        compiled = statement.on(transaction.connection.dialect)
        words = "EXPLAIN QUERY PLAN " if transaction.on_sqlite else "EXPLAIN "
        rows = transaction.driver.execute(words + compiled.text, compiled.bound(values))
        return [str(row[-1]) for row in rows.fetchall()]

    return database.run(work, reading=True)


def gone_through(plan: list[str]) -> set[str]:
    """The tables that are read from end to end, or sorted to find where a page begins."""
    whole = {
        table
        for line in plan
        for table in ("cases", "case_history", "arrivals")
        if f"Seq Scan on {table}" in line or line.startswith(f"SCAN {table}")
    }
    # On SQLite a table is scanned in its own order, too; only then nothing is sorted but the page.
    return whole - {"arrivals"} if plan.count("USE TEMP B-TREE FOR ORDER BY") == 1 else whole


def middle(database: Database) -> tuple[Any, ...]:
    """Where a page in the middle begins."""
    ranked = select(cases.c.sent_at, cases.c.serial).where(cases.c.number == f"AZS-{COUNT // 2}")
    return tuple(database.run(lambda it: it.connection.execute(ranked).one(), reading=True))


QUERIES = {
    "newest": CaseQuery(),
    "of an applicant": CaseQuery(applicant="FIN-77", services=SERVICES),
    "about a code": CaseQuery(concerns="code-77"),
    "of a utility": CaseQuery(services=SERVICES),
    "of a portal": CaseQuery(channels=frozenset({"channel-1"})),
    "an inbox of many places": CaseQuery(places=EVERYWHERE),
    "an inbox with nothing in it": CaseQuery(places=frozenset({("service-19", "state-1")})),
    "an inbox with most of all": CaseQuery(
        places=frozenset((service, "closed") for service in SERVICES)
    ),
}


@pytest.mark.parametrize("follows", [False, True], ids=["first", "next"])
@pytest.mark.parametrize("what", QUERIES)
def test_pages_are_found_by_indexes(database: Database, what: str, follows: bool) -> None:
    """No table is gone through for a page, be it the first or one in the middle."""
    last = middle(database) if follows else None
    assert gone_through(planned(database, QUERIES[what], 20, last)) == set()


def test_words_are_looked_for_in_narrow_rows(database: Database) -> None:
    """For words no more is gone through than the narrow rows made for that."""
    rare = planned(database, CaseQuery(services=SERVICES, text="azs-777"), 20, None)
    assert gone_through(rare) <= {"arrivals"}
    somewhere = CaseQuery(places=EVERYWHERE, text="azs-777")
    assert gone_through(planned(database, somewhere, 20, None)) == set()


def test_an_inbox_may_have_any_number_of_places(database: Database) -> None:
    """More places than a database puts together at once are listed as few are."""
    many = frozenset((f"service-{n}", f"state-{m}") for n in range(200) for m in range(1, 7))
    few = frozenset(place for place in EVERYWHERE if place[1] != "state-7")
    assert len(many) == 1200
    assert heads(database, many) == heads(database, few)
    assert len(heads(database, few)) == 20


def heads(database: Database, places: frozenset[tuple[str, str]]) -> list[str]:
    statement, values = page(CaseQuery(places=places), 20, None)
    rows = database.run(lambda transaction: transaction.all(statement, **values), reading=True)
    return [case.head for case in texts(rows)]
