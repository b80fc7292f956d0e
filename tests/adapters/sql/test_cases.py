"""What the case store on SQL does beyond the laws: jobs, upgraded cases, reading meanwhile."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from typing import Any

import attrs
import pytest
from sqlalchemy import event, select, text
from tests.adapters.sql.filling import NOW, filled, moved, new_case, number_of, ordered
from tests.databases import Place, SqlitePlace

from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect, Patience
from utility_eservices.conformance.laws.case_store import CODEC
from utility_eservices.errors import PortRefused, PortUnavailable, StaleCase
from utility_eservices.ports.case_store import CaseQuery, CaseText
from utility_eservices_adapters.sql.audit import verify
from utility_eservices_adapters.sql.cases import _CASE, SqlCases, _loaded
from utility_eservices_adapters.sql.database import Database, Row, Transaction
from utility_eservices_adapters.sql.schema import case_history
from utility_eservices_adapters.sql.statement import Prepared

# --- statements ---------------------------------------------------------------------------------


def test_a_move_takes_six_statements(sqlite_place: SqlitePlace) -> None:
    """To load, move and save a case with what it orders and settles takes these, and no others."""
    told: list[str] = []
    with closing(Database(sqlite_place.config)) as database:
        event.listen(
            database.engine, "connect", lambda it, _record: it.set_trace_callback(told.append)
        )
        store = SqlCases(database, CODEC, audited=False)
        route = ordered(new_case(0))
        store.register(new_case(0), [route])
        told.clear()
        case = store.get(number_of(0))
        assert case is not None
        forwarded = moved(case, "forwarded")
        store.save(forwarded, [ordered(forwarded, "notice")], route.done())
    words = re.compile(r"(SELECT|UPDATE|INSERT INTO|DELETE) (?:.*?FROM )?(\w+)", re.DOTALL)
    assert [found.groups() for found in map(words.match, told) if found] == [
        ("SELECT", "cases"),
        ("SELECT", "case_history"),
        ("UPDATE", "cases"),
        ("INSERT INTO", "case_history"),
        ("INSERT INTO", "effects"),
        ("UPDATE", "effects"),
    ]


# --- jobs ---------------------------------------------------------------------------------------


@attrs.define
class Recorded:
    """Jobs that are only written down, in the transaction and here."""

    told: list[Sequence[Effect]] = attrs.field(factory=list)

    def check(self, _database: Database) -> str | None:
        """They can always be written down."""
        return None

    def add(self, transaction: Transaction, effects: Sequence[Effect]) -> None:
        """Write them down; the row goes when the transaction does."""
        key = text("INSERT INTO numbers (utility, last) VALUES (:key, 1)")
        for effect in effects:
            transaction.connection.execute(key, {"key": f"{len(self.told)} {effect.key}"})
        self.told.append(effects)


def kept_jobs(database: Database) -> list[str]:
    rows = text("SELECT utility FROM numbers ORDER BY utility")
    return list(database.run(lambda it: it.connection.execute(rows).scalars().all(), reading=True))


def test_jobs_hear_of_what_is_pending_and_nothing_else(database: Database) -> None:
    """New effects, those put off and those begun again; not what is done, failed or too late."""
    jobs = Recorded()
    store = SqlCases(database, CODEC, jobs)
    case = new_case(0)
    route = ordered(case)
    store.register(case, [route])
    put_off = route.failed("port_timeout", NOW, Patience(), final=False)
    store.settle(put_off)
    forwarded = moved(case, "forwarded")
    notice, letter = ordered(forwarded, "notice"), ordered(forwarded, "letter")
    store.save(forwarded, [notice, letter], put_off.done())
    lost = notice.failed("port_refused", NOW, Patience(), final=True)
    for state in (lost, notice, letter.done(), letter):
        store.settle(state)
    assert jobs.told == [[route], [put_off], [notice, letter], [notice]]
    store.settle(notice.postponed("port_busy", NOW, Patience()))
    assert len(jobs.told) == 5
    assert len(kept_jobs(database)) == 6


def test_jobs_hear_of_nothing_that_is_not_kept(database: Database) -> None:
    """A journey's second case, a number that is taken and a stale move bring no job."""
    jobs = Recorded()
    store = SqlCases(database, CODEC, jobs)
    case = new_case(0)
    store.register(case, ())
    second = attrs.evolve(new_case(1), journey=case.journey)
    assert store.register(second, [ordered(second)]) == case
    taken = attrs.evolve(new_case(1), number=case.number)
    with pytest.raises(PortRefused):
        store.register(taken, [ordered(taken)])
    for stale in (case, moved(moved(case, "forwarded"), "investigated")):
        with pytest.raises(StaleCase):
            store.save(stale, [ordered(stale, "notice")])
    with pytest.raises(StaleCase):
        store.save(moved(case, "forwarded"), [ordered(case, "notice")], ordered(case).done())
    assert kept_jobs(database) == []
    assert list(verify(database)) == []


def test_a_job_that_cannot_be_kept_keeps_the_case_from_being_kept(database: Database) -> None:
    """Case, effects and jobs are one transaction."""

    class Failing(Recorded):
        def add(self, transaction: Transaction, effects: Sequence[Effect]) -> None:
            """Write down what was not to be written down twice."""
            for _ in range(2):
                super().add(transaction, effects)
                self.told.clear()

    store = SqlCases(database, CODEC, Failing())
    case = new_case(0)
    with pytest.raises(PortRefused):
        store.register(case, [ordered(case)])
    assert store.get(case.number) is None
    assert store.effect(ordered(case).key) is None
    assert kept_jobs(database) == []


# --- upgraded cases -----------------------------------------------------------------------------


@attrs.frozen
class Upgrading:
    """A codec of a newer version, which writes every line of history otherwise."""

    mark: str = "new"

    def dump(self, case: Case[Any]) -> CaseText:
        """With a mark on each line."""
        kept = CODEC.dump(case)
        lines = (f'{{"mark": "{self.mark}", {line[1:]}' for line in kept.history)
        return CaseText(kept.head, tuple(lines))

    def load(self, kept: CaseText) -> Case[Any]:
        """Without the mark."""
        plain = (line.replace(f'"mark": "{self.mark}", ', "") for line in kept.history)
        return CODEC.load(CaseText(kept.head, tuple(plain)))


def lines(database: Database) -> list[str]:
    entries = select(case_history.c.entry).order_by(case_history.c.place)
    return list(
        database.run(lambda it: it.connection.execute(entries).scalars().all(), reading=True)
    )


def test_a_line_of_history_is_written_once(database: Database) -> None:
    """A move of the same version adds its line and leaves the others as they are."""
    store = SqlCases(database, CODEC)
    case = store.register(new_case(0), ())
    before = lines(database)
    SqlCases(database, Upgrading()).save(moved(case, "forwarded"), ())
    assert lines(database)[:1] == before
    assert lines(database)[1].startswith('{"mark"')


def test_the_history_of_an_upgraded_case_is_written_anew(database: Database) -> None:
    """When the version of the service differs every line comes out as the codec gives it now."""
    store = SqlCases(database, CODEC)
    case = store.register(new_case(0), ())
    store.save(moved(case, "forwarded"), ())
    newer = attrs.evolve(moved(case, "forwarded"), service_version=case.service_version + 1)
    SqlCases(database, Upgrading()).save(moved(newer, "investigated"), ())
    assert [line.startswith('{"mark"') for line in lines(database)] == [True] * 3
    assert list(verify(database)) == []
    with pytest.raises(StaleCase):
        store.save(moved(newer, "elsewhere"), ())


def test_another_number_of_lines_is_written_whole(database: Database) -> None:
    """The next version of a case is kept to the letter, however many lines it has."""
    store = filled(database, 1)
    case = store.get(number_of(0))
    assert case is not None
    for history in (case.history[:1], case.history * 2):
        other = attrs.evolve(case, history=history, version=case.version + 1)
        store.save(other, ())
        assert store.get(case.number) == other
        case = other
    assert list(verify(database)) == []


# --- reading meanwhile --------------------------------------------------------------------------


@attrs.define
class Interrupted:
    """A transaction in which something else happens after the first statement."""

    transaction: Transaction
    meanwhile: list[Any]

    def one(self, statement: Prepared, /, **values: Any) -> Row | None:
        """The row, and then something happens."""
        row = self.transaction.one(statement, **values)
        if self.meanwhile:
            self.meanwhile.pop()()
        return row

    def all(self, statement: Prepared, /, **values: Any) -> list[Row]:
        """The rows."""
        return self.transaction.all(statement, **values)


@pytest.mark.parametrize("how", ["one line more", "as many lines"])
def test_a_case_that_moves_meanwhile_is_read_as_one_version(place: Place, how: str) -> None:
    """Head and history of different versions are never put together."""
    reading, writing = Database(place.config), Database(place.config)
    store = SqlCases(writing, CODEC)
    case = store.register(new_case(0), ())
    newer = moved(case, "forwarded")
    if how == "as many lines":
        newer = attrs.evolve(newer, history=newer.history[1:])

    def work(transaction: Transaction) -> CaseText | None:
        interrupted: Any = Interrupted(transaction, [lambda: store.save(newer, ())])
        return _loaded(interrupted, _CASE, number=case.number)

    found = reading.run(work, reading=True)
    assert found in (CODEC.dump(case), CODEC.dump(newer))
    assert store.get(case.number) == newer
    reading.close()
    writing.close()


def test_a_case_without_history_is_no_answer(database: Database) -> None:
    """Where somebody took the history away, the store says "not now" instead of half a case."""
    store = filled(database, 2)
    gone = text("DELETE FROM case_history WHERE case_number = :number")
    parameters = {"number": number_of(0)}
    database.run(lambda transaction: transaction.connection.execute(gone, parameters))
    with pytest.raises(PortUnavailable):
        store.get(number_of(0))
    assert [case.number for case in store.find(CaseQuery())] == [number_of(1)]


# --- what cannot be kept ------------------------------------------------------------------------


def test_what_cannot_be_kept_is_refused_and_not_found(database: Database) -> None:
    """Signs that a database has not and endless texts are a clear no; asked for, they are none."""
    store = filled(database, 1)
    for odd in ("a\0b", "\ud800", "x" * 10_000):
        with pytest.raises(PortRefused):
            store.register(attrs.evolve(new_case(5), number=odd), ())
        assert (store.get(odd), store.of_journey(odd), store.effect(f"{odd}\0")) == (None,) * 3
        for query in (CaseQuery(applicant=odd), CaseQuery(concerns=odd), CaseQuery(text=odd)):
            assert store.find(query) == ()
        assert store.find(CaseQuery(), after=odd) == ()
    assert store.of_journey("journey-5") is None


def test_pages_are_as_long_as_asked(database: Database) -> None:
    """None, one, and more than there are."""
    store = filled(database, 3)
    newest = [number_of(place) for place in (2, 1, 0)]
    for limit in (0, 1, 3, 2**31):
        found = store.find(CaseQuery(), limit)
        assert [case.number for case in found] == newest[:limit]
    assert store.due_effects(NOW + timedelta(days=1), {"debt_investigation"}, 0) == ()
    assert store.failed_effects(0) == ()
