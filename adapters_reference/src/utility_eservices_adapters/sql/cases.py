"""The case store (müraciətlər reyestri) on SQL: requests with their history, effects and audit.

A case is a row with its head, and one row for each line of its history, written once. Whoever
saves says in the statement itself which version they read, so that of two at once one wins, on any
number of machines. What is kept by one call is kept by one transaction.

>>> from tempfile import TemporaryDirectory
>>> from utility_eservices.desk.catalogue import Catalogue
>>> from utility_eservices.desk.codec import Codec
>>> from utility_eservices_adapters.sql.database import DatabaseConfig
>>> from utility_eservices_adapters.sql.schema import SCHEMA
>>> temporary = TemporaryDirectory()
>>> database = Database(DatabaseConfig.at(f"sqlite:///{temporary.name}/store.db"))
>>> store = SqlCases(database, Codec(Catalogue(())))
>>> store.check()
'Run “eservices-adapters db upgrade”: the store tables are of another time.'
>>> SCHEMA.upgrade(database)
>>> print(store.check(), store.get("AZS-2026-000001"))
None None
>>> database.close()
>>> temporary.cleanup()
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    delete,
    false,
    insert,
    literal,
    literal_column,
    or_,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy import case as either
from sqlalchemy.dialects import postgresql

from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect, Outcome
from utility_eservices.errors import PortRefused, PortUnavailable, StaleCase
from utility_eservices.ports.case_store import CaseCodec, CaseQuery, CaseText, searched, words_of
from utility_eservices_adapters.sql.audit import vouch
from utility_eservices_adapters.sql.database import Database, Row, Transaction
from utility_eservices_adapters.sql.schema import SCHEMA, case_history, cases, effects
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["Jobs", "SqlCases"]

_log = logging.getLogger(__name__)

# How often a case is read anew that moved between its head and its history.
_ATTEMPTS = 10


class Jobs(Protocol):
    """Who wakes up when an effect is due: an engine that keeps its jobs in the same database."""

    def add(self, transaction: Transaction, effects: Sequence[Effect]) -> None:
        """Told within the transaction of every effect that is now pending.

        Those are new ones, those put off, and those that begin again.
        """


# --- loading ------------------------------------------------------------------------------------

_CASE = Prepared(
    select(cases.c.number, cases.c.version, cases.c.head).where(
        cases.c.number == bindparam("number")
    )
)
_CASE_OF_JOURNEY = Prepared(
    select(cases.c.number, cases.c.version, cases.c.head).where(
        cases.c.journey == bindparam("journey")
    )
)
# No line comes when the case moved since its head was read: under READ COMMITTED each statement
# sees what is kept by then.
_HISTORY = Prepared(
    select(case_history.c.entry)
    .where(
        case_history.c.case_number == bindparam("number"),
        select(cases.c.version).where(cases.c.number == bindparam("number")).scalar_subquery()
        == bindparam("version"),
    )
    .order_by(case_history.c.place)
)

# --- registering --------------------------------------------------------------------------------

_OF_CASE = (
    "number", "journey", "utility", "service", "service_version", "channel", "applicant",
    "concerns", "state", "version", "lines", "sent_at", "head", "folded",
)  # fmt: skip
# Both databases say it in these words.
_REGISTER = Prepared(postgresql.insert(cases).on_conflict_do_nothing().inline(), _OF_CASE)
_ADD_LINE = Prepared(insert(case_history).inline(), ("case_number", "place", "entry"))
_OF_EFFECT = (
    "key", "name", "service", "case_number", "entry", "due", "tries", "outcome", "reason",
)  # fmt: skip
_ADD_EFFECT = Prepared(insert(effects).inline(), _OF_EFFECT)

# --- moving -------------------------------------------------------------------------------------

# One line more than there are, the others being as they were.
_MOVE = Prepared(
    update(cases)
    .where(
        cases.c.number == bindparam("moved"),
        cases.c.version == bindparam("before"),
        cases.c.service_version == bindparam("under"),
        cases.c.lines == bindparam("kept"),
    )
    .inline(),
    ("state", "version", "lines", "head"),
)
_REWRITE = Prepared(
    update(cases)
    .where(cases.c.number == bindparam("moved"), cases.c.version == bindparam("before"))
    .inline(),
    ("service_version", "state", "version", "lines", "head"),
)
_FORGET_LINES = Prepared(
    delete(case_history).where(case_history.c.case_number == bindparam("number"))
)

# --- effects ------------------------------------------------------------------------------------

# Written out, since it has to be the very word that the indexes are made for.
_PENDING, _FAILED = (
    effects.c.outcome == literal_column(f"'{outcome.value}'")
    for outcome in (Outcome.PENDING, Outcome.FAILED)
)
_STATE_OF_EFFECT = ("due", "tries", "outcome", "reason")
_SETTLE_PENDING = Prepared(
    update(effects).where(effects.c.key == bindparam("of"), _PENDING).inline(), _STATE_OF_EFFECT
)
_SETTLE = Prepared(
    update(effects)
    .where(
        effects.c.key == bindparam("of"),
        or_(
            and_(_PENDING, effects.c.tries <= bindparam("counted")),
            effects.c.outcome == bindparam("also"),
        ),
    )
    .inline(),
    _STATE_OF_EFFECT,
)
_EFFECT_COLUMNS = tuple(effects.c[name] for name in _OF_EFFECT)
_EFFECT = Prepared(select(*_EFFECT_COLUMNS).where(effects.c.key == bindparam("key")))
_LONGEST_DUE = (effects.c.due, effects.c.serial)
_FAILED_EFFECTS = Prepared(
    select(*_EFFECT_COLUMNS).where(_FAILED).order_by(*_LONGEST_DUE).limit(bindparam("most"))
)

# --- finding ------------------------------------------------------------------------------------

_RANK = Prepared(
    select(cases.c.sent_at, cases.c.serial).where(cases.c.number == bindparam("number"))
)


class SqlCases:
    """A case store; see `CaseStore` for what each method promises.

    ``jobs`` are told of every effect that is to be performed. ``audited=False`` is for the
    benchmark alone, which measures the rows of cases apart from those of their audit trail: on
    a store written like that `utility_eservices_adapters.sql.audit.verify` finds no chain.
    """

    def __init__(
        self,
        database: Database,
        codec: CaseCodec,
        jobs: Jobs | None = None,
        *,
        audited: bool = True,
    ) -> None:
        self._database = database
        self._codec = codec
        self._jobs = jobs
        self._audited = audited

    def check(self) -> str | None:
        """Advice when the database is not to be reached, or its tables are of another version."""
        return SCHEMA.advice(self._database)

    # --- keeping --------------------------------------------------------------------------------

    def register(self, case: Case[Any], effects: Iterable[Effect]) -> Case[Any]:
        """See `CaseStore.register`."""
        text, ordered = self._codec.dump(case), tuple(effects)

        def work(transaction: Transaction) -> CaseText | None:
            if not transaction.do(_REGISTER, **_row(case, text)):
                kept = _loaded(transaction, _CASE_OF_JOURNEY, journey=case.journey)
                if kept is None:
                    raise PortRefused
                return kept
            transaction.many(_ADD_LINE, _lines(case, text))
            self._keep(transaction, case, text, ordered)
            return None

        kept = self._database.run(work)
        return case if kept is None else self._codec.load(kept)

    def save(
        self, case: Case[Any], effects: Iterable[Effect], settled: Effect | None = None
    ) -> None:
        """See `CaseStore.save`."""
        text, ordered = self._codec.dump(case), tuple(effects)

        def work(transaction: Transaction) -> None:
            _move(transaction, case, text)
            self._keep(transaction, case, text, ordered, settled)

        self._database.run(work)

    def _keep(
        self,
        transaction: Transaction,
        case: Case[Any],
        text: CaseText,
        ordered: tuple[Effect, ...],
        settled: Effect | None = None,
    ) -> None:
        """Write what goes with a new version of a case."""
        transaction.many(_ADD_EFFECT, [_effect_row(effect) for effect in ordered])
        written = ordered
        if settled is not None:
            if not transaction.do(_SETTLE_PENDING, of=settled.key, **_effect_state(settled)):
                raise StaleCase
            written = (*ordered, settled)
        if self._audited:
            vouch(transaction, case, text, written)
        self._wake(transaction, written)

    def settle(self, effect: Effect) -> None:
        """See `CaseStore.settle`."""
        begins_again = effect.outcome is Outcome.PENDING and effect.tries == 0
        also = Outcome.FAILED.value if begins_again else ""

        def work(transaction: Transaction) -> None:
            state = _effect_state(effect)
            if transaction.do(_SETTLE, of=effect.key, counted=effect.tries, also=also, **state):
                self._wake(transaction, (effect,))

        self._database.run(work)

    def _wake(self, transaction: Transaction, written: Iterable[Effect]) -> None:
        pending = [effect for effect in written if effect.outcome is Outcome.PENDING]
        if self._jobs is not None and pending:
            self._jobs.add(transaction, pending)

    # --- giving ---------------------------------------------------------------------------------

    def get(self, number: str) -> Case[Any] | None:
        """See `CaseStore.get`."""
        return self._load(_CASE, number=number)

    def of_journey(self, journey: str) -> Case[Any] | None:
        """See `CaseStore.of_journey`."""
        return self._load(_CASE_OF_JOURNEY, journey=journey)

    def _load(self, statement: Prepared, **values: str) -> Case[Any] | None:
        text = self._database.run(
            lambda transaction: _loaded(transaction, statement, **values), reading=True
        )
        return None if text is None else self._codec.load(text)

    def find(
        self, query: CaseQuery, limit: int = 50, after: str | None = None
    ) -> tuple[Case[Any], ...]:
        """See `CaseStore.find`."""

        def work(transaction: Transaction) -> list[CaseText]:
            rank = None
            if after is not None:
                rank = transaction.one(_RANK, number=after)
                if rank is None:
                    return []
            found = transaction.connection.execute(_page(query, limit, rank))
            return _texts(found)

        return tuple(map(self._codec.load, self._database.run(work, reading=True)))

    def effect(self, key: str) -> Effect | None:
        """See `CaseStore.effect`."""
        row = self._database.run(
            lambda transaction: transaction.one(_EFFECT, key=key), reading=True
        )
        return None if row is None else _effect(row)

    def due_effects(
        self, now: datetime, services: Collection[str], limit: int = 100
    ) -> tuple[Effect, ...]:
        """See `CaseStore.due_effects`."""
        statement = (
            select(*_EFFECT_COLUMNS)
            .where(_PENDING, effects.c.due <= now, effects.c.service.in_(sorted(services)))
            .order_by(*_LONGEST_DUE)
            .limit(limit)
        )
        rows = self._database.run(
            lambda transaction: transaction.connection.execute(statement).all(), reading=True
        )
        return tuple(map(_effect, rows))

    def failed_effects(self, limit: int = 100) -> tuple[Effect, ...]:
        """See `CaseStore.failed_effects`."""
        rows = self._database.run(
            lambda transaction: transaction.all(_FAILED_EFFECTS, most=limit), reading=True
        )
        return tuple(map(_effect, rows))


# --- cases and rows -----------------------------------------------------------------------------


def _row(case: Case[Any], text: CaseText) -> dict[str, Any]:
    return {
        "number": case.number,
        "journey": case.journey,
        "utility": case.utility,
        "service": case.service,
        "service_version": case.service_version,
        "channel": case.channel,
        "applicant": case.applicant.fin.value,
        "concerns": case.concerns,
        "state": case.state,
        "version": case.version,
        "lines": len(text.history),
        "sent_at": case.sent_at,
        "head": text.head,
        "folded": searched(case),
    }


def _lines(case: Case[Any], text: CaseText) -> list[dict[str, Any]]:
    return [
        {"case_number": case.number, "place": place, "entry": entry}
        for place, entry in enumerate(text.history)
    ]


def _move(transaction: Transaction, case: Case[Any], text: CaseText) -> None:
    """Write the next version of a case; raises `StaleCase` when the one before is not kept."""
    lines = len(text.history)
    of = {"moved": case.number, "before": case.version - 1}
    now = {"state": case.state, "version": case.version, "lines": lines, "head": text.head}
    if transaction.do(_MOVE, **of, under=case.service_version, kept=lines - 1, **now):
        transaction.do(_ADD_LINE, case_number=case.number, place=lines - 1, entry=text.history[-1])
    elif transaction.do(_REWRITE, **of, service_version=case.service_version, **now):
        # It was upgraded: every line may read otherwise than it did.
        transaction.do(_FORGET_LINES, number=case.number)
        transaction.many(_ADD_LINE, _lines(case, text))
    else:
        raise StaleCase


def _loaded(transaction: Transaction, statement: Prepared, **values: str) -> CaseText | None:
    """The text of one case, head and history of one version."""
    for _ in range(_ATTEMPTS):
        row = transaction.one(statement, **values)
        if row is None:
            return None
        number, version, head = row
        lines = transaction.all(_HISTORY, number=number, version=version)
        if lines:
            return CaseText(head, tuple(entry for (entry,) in lines))
    _log.error("a case has no history, or moves faster than it can be read")
    raise PortUnavailable


def _effect_row(effect: Effect) -> dict[str, Any]:
    return {
        "key": effect.key,
        "name": effect.name,
        "service": effect.service,
        "case_number": effect.case_number,
        "entry": effect.entry,
        **_effect_state(effect),
    }


def _effect_state(effect: Effect) -> dict[str, Any]:
    return {
        "due": effect.due,
        "tries": effect.tries,
        "outcome": effect.outcome.value,
        "reason": effect.reason,
    }


def _effect(row: Sequence[Any]) -> Effect:
    key, name, service, number, entry, due, tries, outcome, reason = row
    return Effect(key, name, service, number, entry, due, tries, Outcome(outcome), reason)


# --- a page of cases ----------------------------------------------------------------------------

_NEWEST_FIRST = (cases.c.sent_at.desc(), cases.c.serial.desc())


def _page(query: CaseQuery, limit: int, after: Row | None) -> Select[Any]:
    """The cases of a page, a row for each line of history; the head stands with the first.

    One statement, so that what it gives was so at one moment.
    """
    page = _ranks(query, limit, after).subquery("page")
    return (
        select(either((case_history.c.place == 0, cases.c.head)), case_history.c.entry)
        .select_from(page)
        .join(cases, cases.c.serial == page.c.serial)
        .join(case_history, case_history.c.case_number == cases.c.number)
        .order_by(page.c.sent_at.desc(), page.c.serial.desc(), case_history.c.place)
    )


def _ranks(query: CaseQuery, limit: int, after: Row | None) -> Select[Any]:
    """Which cases are on a page, found by an index in the order that they come in."""
    everywhere = _narrowed(query, after)
    if query.places is None:
        return _newest(everywhere, limit)
    # Each place has its cases in order; all of them together have none.
    places = [
        select(
            _newest(
                [cases.c.service == service, cases.c.state == state, *everywhere], limit
            ).subquery()
        )
        for service, state in sorted(query.places)
    ]
    if not places:
        return _newest([false()], limit)
    together = union_all(*places).subquery("together")
    return (
        select(together).order_by(together.c.sent_at.desc(), together.c.serial.desc()).limit(limit)
    )


def _newest(conditions: Iterable[ColumnElement[bool]], limit: int) -> Select[Any]:
    return (
        select(cases.c.sent_at, cases.c.serial)
        .where(*conditions)
        .order_by(*_NEWEST_FIRST)
        .limit(limit)
    )


def _narrowed(query: CaseQuery, after: Row | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if after is not None:
        rank = (cases.c.sent_at, cases.c.serial)
        last = (literal(value, column.type) for column, value in zip(rank, after, strict=True))
        conditions.append(tuple_(*rank) < tuple_(*last))
    if query.applicant is not None:
        conditions.append(cases.c.applicant == query.applicant)
    if query.concerns is not None:
        conditions.append(cases.c.concerns == query.concerns)
    if query.channels is not None:
        conditions.append(cases.c.channel.in_(sorted(query.channels)))
    if query.services is not None:
        conditions.append(cases.c.service.in_(sorted(query.services)))
    conditions += [
        cases.c.folded.contains(word, autoescape=True) for word in words_of(query.text or "")
    ]
    return conditions


def _texts(rows: Iterable[Sequence[Any]]) -> list[CaseText]:
    """The cases whose lines these are, in their order."""
    found: list[tuple[str, list[str]]] = []
    for head, entry in rows:
        if head is not None:
            found.append((head, []))
        found[-1][1].append(entry)
    return [CaseText(head, tuple(lines)) for head, lines in found]
