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
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlalchemy import (
    and_,
    bindparam,
    delete,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql

from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect, Outcome
from utility_eservices.errors import PortRefused, PortUnavailable, StaleCase
from utility_eservices.ports.case_store import CaseCodec, CaseQuery, CaseText, searched
from utility_eservices_adapters.sql.chains import OF_CASE, vouch
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.listing import page, texts
from utility_eservices_adapters.sql.schema import SCHEMA, arrivals, case_history, cases, effects
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["Jobs", "SqlCases"]

_log = logging.getLogger(__name__)

T = TypeVar("T")

# How often a case is read anew that moved between its head and its history.
_ATTEMPTS = 10


class Jobs(Protocol):
    """Who wakes up when an effect is due: an engine that keeps its jobs in the same database."""

    def add(self, transaction: Transaction, effects: Sequence[Effect]) -> None:
        """Told within the transaction of every effect that is now pending.

        Those are new ones, those put off, and those that begin again.
        """

    def check(self, database: Database) -> str | None:
        """Advice when jobs cannot be added in this database."""


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

# Both databases say it in these words.
_REGISTER = Prepared(
    postgresql.insert(cases).on_conflict_do_nothing().returning(cases.c.serial), OF_CASE
)
_ARRIVE = Prepared(insert(arrivals).inline(), ("sent_at", "serial", "service", "channel", "folded"))
_ADD_LINE = Prepared(insert(case_history).inline(), ("case_number", "place", "entry"))
_OF_EFFECT = (
    "key", "name", "service", "case_number", "entry", "due", "tries", "outcome", "reason",
)  # fmt: skip
_ADD_EFFECT = Prepared(insert(effects).inline(), _OF_EFFECT)

# --- moving -------------------------------------------------------------------------------------

_MOVED = ("state", "version", "lines", "head")
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
    _MOVED,
)
_REWRITE = Prepared(
    update(cases)
    .where(cases.c.number == bindparam("moved"), cases.c.version == bindparam("before"))
    .inline(),
    ("service_version", *_MOVED),
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
        advice = SCHEMA.advice(self._database)
        return advice or (self._jobs.check(self._database) if self._jobs else None)

    # --- keeping --------------------------------------------------------------------------------

    def register(self, case: Case[Any], effects: Iterable[Effect]) -> Case[Any]:
        """See `CaseStore.register`."""
        text, ordered = self._codec.dump(case), tuple(effects)
        row = _row(case, text)

        def work(transaction: Transaction) -> CaseText | None:
            registered = transaction.one(_REGISTER, **row)
            if registered is None:
                kept = _loaded(transaction, _CASE_OF_JOURNEY, journey=case.journey)
                if kept is None:
                    raise PortRefused
                return kept
            transaction.do(_ARRIVE, serial=registered[0], **_arrival(case))
            transaction.many(_ADD_LINE, _lines(case, text.history))
            transaction.many(_ADD_EFFECT, [_effect_row(effect) for effect in ordered])
            self._follow(transaction, case, row, text, ordered)
            return None

        kept = self._database.run(work)
        return case if kept is None else self._codec.load(kept)

    def save(
        self, case: Case[Any], effects: Iterable[Effect], settled: Effect | None = None
    ) -> None:
        """See `CaseStore.save`."""
        text, ordered = self._codec.dump(case), tuple(effects)
        row = _row(case, text)

        def work(transaction: Transaction) -> None:
            _move(transaction, case, row, text.history)
            transaction.many(_ADD_EFFECT, [_effect_row(effect) for effect in ordered])
            written = ordered
            if settled is not None:
                if not transaction.do(_SETTLE_PENDING, of=settled.key, **_effect_state(settled)):
                    raise StaleCase
                written = (*ordered, settled)
            self._follow(transaction, case, row, text, written)

        self._database.run(work)

    def _follow(
        self,
        transaction: Transaction,
        case: Case[Any],
        row: Mapping[str, Any],
        text: CaseText,
        written: tuple[Effect, ...],
    ) -> None:
        """What goes with a new version of a case: its link, and whoever performs the effects."""
        if self._audited:
            vouch(transaction, case, row, text.history, written)
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
        text = self._read(lambda transaction: _loaded(transaction, statement, **values), None)
        return None if text is None else self._codec.load(text)

    def find(
        self, query: CaseQuery, limit: int = 50, after: str | None = None
    ) -> tuple[Case[Any], ...]:
        """See `CaseStore.find`."""
        if frozenset() in (query.channels, query.services, query.places):
            return ()

        def work(transaction: Transaction) -> list[CaseText]:
            last = None
            if after is not None:
                last = transaction.one(_RANK, number=after)
                if last is None:
                    return []
            statement, values = page(query, limit, last)
            return texts(transaction.all(statement, **values))

        nothing: list[CaseText] = []
        return tuple(map(self._codec.load, self._read(work, nothing)))

    def effect(self, key: str) -> Effect | None:
        """See `CaseStore.effect`."""
        row = self._read(lambda transaction: transaction.one(_EFFECT, key=key), None)
        return None if row is None else _effect(row)

    def _read(self, work: Callable[[Transaction], T], nothing: T) -> T:
        try:
            return self._database.run(work, reading=True, apart=True)
        except PortRefused:
            # What could not be kept is not there.
            return nothing

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
    }


def _arrival(case: Case[Any]) -> dict[str, Any]:
    return {
        "sent_at": case.sent_at,
        "service": case.service,
        "channel": case.channel,
        "folded": searched(case),
    }


def _lines(case: Case[Any], lines: Iterable[str]) -> list[dict[str, Any]]:
    return [
        {"case_number": case.number, "place": place, "entry": entry}
        for place, entry in enumerate(lines)
    ]


def _move(
    transaction: Transaction, case: Case[Any], row: Mapping[str, Any], lines: Sequence[str]
) -> None:
    """Write the next version of a case; raises `StaleCase` when the one before is not kept."""
    of = {"moved": case.number, "before": case.version - 1}
    now = {name: row[name] for name in _MOVED}
    last = len(lines) - 1
    if transaction.do(_MOVE, **of, under=case.service_version, kept=last, **now):
        transaction.do(_ADD_LINE, case_number=case.number, place=last, entry=lines[last])
    elif transaction.do(_REWRITE, **of, service_version=case.service_version, **now):
        # It was upgraded: every line may read otherwise than it did.
        transaction.do(_FORGET_LINES, number=case.number)
        transaction.many(_ADD_LINE, _lines(case, lines))
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
