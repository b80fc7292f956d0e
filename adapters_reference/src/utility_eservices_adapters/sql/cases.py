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
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol, TypeVar

import attrs
from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    insert,
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
    "concerns", "state", "version", "lines", "sent_at", "head",
)  # fmt: skip
# Both databases say it in these words.
_REGISTER = Prepared(
    postgresql.insert(cases).on_conflict_do_nothing().returning(cases.c.serial), _OF_CASE
)
_ARRIVE = Prepared(insert(arrivals).inline(), ("sent_at", "serial", "service", "channel", "folded"))
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
            registered = transaction.one(_REGISTER, **_row(case, text))
            if registered is None:
                kept = _loaded(transaction, _CASE_OF_JOURNEY, journey=case.journey)
                if kept is None:
                    raise PortRefused
                return kept
            transaction.do(_ARRIVE, serial=registered[0], **_arrival(case))
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
            statement, values = _asked(query, last)
            return _texts(transaction.all(statement, most=limit, **values))

        nothing: list[CaseText] = []
        return tuple(map(self._codec.load, self._read(work, nothing)))

    def effect(self, key: str) -> Effect | None:
        """See `CaseStore.effect`."""
        row = self._read(lambda transaction: transaction.one(_EFFECT, key=key), None)
        return None if row is None else _effect(row)

    def _read(self, work: Callable[[Transaction], T], nothing: T) -> T:
        try:
            return self._database.run(work, reading=True)
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

# How many parts a statement may have on SQLite is limited.
_TOGETHER = 250
_ESCAPE = "/"


@attrs.frozen
class _Shape:
    """What a query narrows by, and by how many values: as much as its statement depends on."""

    applicant: bool
    concerns: bool
    channels: int
    services: int
    places: int
    words: int
    follows: bool


def _asked(query: CaseQuery, last: Row | None) -> tuple[Prepared, dict[str, Any]]:
    """The statement for a page of cases, and its values; ``last`` is the rank of the last one."""
    words = words_of(query.text or "")
    channels, services = sorted(query.channels or ()), sorted(query.services or ())
    places = sorted(query.places or ())
    values: dict[str, Any] = {
        **{f"channel_{place}": channel for place, channel in enumerate(channels)},
        **{f"service_{place}": service for place, service in enumerate(services)},
        **{f"word_{place}": _containing(word) for place, word in enumerate(words)},
    }
    for place, (service, state) in enumerate(places):
        values |= {f"of_{place}": service, f"state_{place}": state}
    values |= {"applicant": query.applicant} if query.applicant is not None else {}
    values |= {"concerns": query.concerns} if query.concerns is not None else {}
    values |= {"last_at": last[0], "last": last[1]} if last else {}
    shape = _Shape(
        query.applicant is not None,
        query.concerns is not None,
        len(channels),
        len(services),
        len(places),
        len(words),
        last is not None,
    )
    return _statement(shape), values


def _containing(word: str) -> str:
    """The pattern for texts that contain a word, in which no sign stands for others."""
    for sign in (_ESCAPE, "%", "_"):
        word = word.replace(sign, _ESCAPE + sign)
    return f"%{word}%"


@lru_cache(maxsize=256)
def _statement(shape: _Shape) -> Prepared:
    """The cases of a page, a row for each line of history; the head stands with the first.

    One statement, so that what it gives was so at one moment.
    """
    page = _ranks(shape).subquery("page")
    return Prepared(
        select(either((case_history.c.place == 0, cases.c.head)), case_history.c.entry)
        .select_from(page)
        .join(cases, cases.c.serial == page.c.serial)
        .join(case_history, case_history.c.case_number == cases.c.number)
        .order_by(page.c.sent_at.desc(), page.c.serial.desc(), case_history.c.place)
    )


def _ranks(shape: _Shape) -> Select[Any]:
    """Which cases are on a page, found by an index in the order that they come in."""
    if not (shape.applicant or shape.concerns or shape.places):
        # Only what never changes is asked for.
        return _newest(arrivals, _narrowed(arrivals, shape))
    found = _narrowed(cases, shape)
    if shape.applicant:
        found.append(cases.c.applicant == bindparam("applicant"))
    if shape.concerns:
        found.append(cases.c.concerns == bindparam("concerns"))
    if not shape.places:
        return _newest(cases, found)
    # Each place has its cases in order; all of them together have none.
    parts = [_newest(cases, [*found, *_in_place(place)]) for place in range(shape.places)]
    while len(parts) > 1:
        parts = [
            _newest(union_all(*map(_apart, parts[start : start + _TOGETHER])).subquery(), [])
            for start in range(0, len(parts), _TOGETHER)
        ]
    return parts[0]


def _in_place(place: int) -> tuple[ColumnElement[bool], ...]:
    return (
        cases.c.service == bindparam(f"of_{place}"),
        cases.c.state == bindparam(f"state_{place}"),
    )


def _apart(part: Select[Any]) -> Select[Any]:
    """As a part of a compound, where SQLite lets nothing be ordered."""
    return select(part.subquery())


def _newest(source: FromClause, conditions: Iterable[ColumnElement[bool]]) -> Select[Any]:
    rank = (source.c.sent_at, source.c.serial)
    return (
        select(*rank)
        .where(*conditions)
        .order_by(*(column.desc() for column in rank))
        .limit(bindparam("most"))
    )


def _narrowed(source: Table, shape: _Shape) -> list[ColumnElement[bool]]:
    """The conditions on what both tables have, and on words."""
    found: list[ColumnElement[bool]] = []
    rank = (source.c.sent_at, source.c.serial)
    if shape.follows:
        last = (
            bindparam(name, type_=column.type)
            for name, column in zip(("last_at", "last"), rank, strict=True)
        )
        found.append(tuple_(*rank) < tuple_(*last))
    for column, number in ((source.c.channel, shape.channels), (source.c.service, shape.services)):
        if number:
            found.append(column.in_([bindparam(f"{column.name}_{n}") for n in range(number)]))
    words: list[ColumnElement[bool]] = [
        arrivals.c.folded.like(bindparam(f"word_{n}"), escape=_ESCAPE) for n in range(shape.words)
    ]
    if words and source is not arrivals:
        same = (arrivals.c.sent_at == source.c.sent_at, arrivals.c.serial == source.c.serial)
        words = [exists().where(*same, *words)]
    return [*found, *words]


def _texts(rows: Iterable[Sequence[Any]]) -> list[CaseText]:
    """The cases whose lines these are, in their order."""
    found: list[tuple[str, list[str]]] = []
    for head, entry in rows:
        if head is not None:
            found.append((head, []))
        found[-1][1].append(entry)
    return [CaseText(head, tuple(lines)) for head, lines in found]
