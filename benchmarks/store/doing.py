"""Who loads, moves and saves: the store, in several outfits, and the raw drivers.

All but pgbench (six.pgbench), which is a program of its own. Each does the same with a request:
reads its head and its lines, and keeps the next version in one transaction: head, one line, three
notices, and the one that it settles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from typing import Any, TypeAlias, TypeVar

import attrs

from benchmarks.journey import CODEC
from benchmarks.store.moving import (
    AT,
    BEGUN,
    SERVICE,
    begun,
    effects_of,
    head_of,
    line_of,
    moved,
    notices_of,
    settled_by,
    state_of,
)
from benchmarks.store.places import Place
from utility_eservices.errors import StaleCase
from utility_eservices.ports.case_store import CaseText
from utility_eservices_adapters.sql.cases import SqlCases
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.work.jobs import ProcrastinateJobs

__all__ = [
    "Doing",
    "HandingThrough",
    "Opening",
    "audited",
    "bare",
    "locked",
    "raw",
    "typed",
    "with_jobs",
]

T = TypeVar("T")

# Moves the request with this number on.
Doing: TypeAlias = Callable[[str], None]
# Connects to a place, for as long as it is entered.
Opening: TypeAlias = Callable[[Place], AbstractContextManager[Doing]]


# --- the store --------------------------------------------------------------------------------

_ANY = begun(BEGUN)[0]


@attrs.frozen
class _Bare:
    """What the store writes of the next version, known without reading the case.

    What no move alters is any request's: it is not written.
    """

    number: str
    version: int
    state: str
    text: CaseText

    utility, service, service_version = _ANY.utility, _ANY.service, _ANY.service_version
    channel, journey, concerns = _ANY.channel, _ANY.journey, _ANY.concerns
    applicant, sent_at = _ANY.applicant, _ANY.sent_at


class HandingThrough:
    """In the place of a codec: hands texts through, so that the store's own part is measured."""

    def dump(self, case: Any) -> CaseText:
        """The text that goes with a version."""
        text: CaseText = case.text
        return text

    def load(self, text: CaseText) -> Any:
        """The text itself."""
        return text


@contextmanager
def bare(place: Place) -> Iterator[Doing]:
    """The store alone: rows of case, history and effects, texts handed through."""
    with closing(Database(place.config)) as database:
        store = SqlCases(database, HandingThrough(), audited=False)

        def do(number: str) -> None:
            text: Any = store.get(number)
            version = len(text.history) + 1
            after = CaseText(head_of(version, text.head), (*text.history, line_of(version)))
            following: Any = _Bare(number, version, state_of(version), after)
            store.save(following, effects_of(number, version), settled_by(number, version))

        yield do


@contextmanager
def typed(place: Place) -> Iterator[Doing]:
    """The same rows by the codec and the rulebook, as a desk does it."""
    with closing(Database(place.config)) as database:
        yield _deciding(SqlCases(database, CODEC, audited=False))


@contextmanager
def audited(place: Place) -> Iterator[Doing]:
    """With the audit trail, as it comes."""
    with closing(Database(place.config)) as database:
        yield _deciding(SqlCases(database, CODEC))


@contextmanager
def with_jobs(place: Place) -> Iterator[Doing]:
    """With a job for each notice as well, as on many machines."""
    with closing(Database(place.config)) as database:
        yield _deciding(SqlCases(database, CODEC, ProcrastinateJobs()))


class _Joined:
    """In the place of a database: whatever is run is part of one transaction."""

    transaction: Transaction

    def run(self, work: Callable[[Transaction], T], **_how: bool) -> T:
        return work(self.transaction)


@contextmanager
def locked(place: Place) -> Iterator[Doing]:
    """The same as `audited` in one transaction: nobody else writes while the rules run."""
    joined: Any = _Joined()
    do = _deciding(SqlCases(joined, CODEC))
    with closing(Database(place.config)) as database:

        def do_locked(number: str) -> None:
            def work(transaction: Transaction) -> None:
                joined.transaction = transaction
                do(number)

            database.run(work)

        yield do_locked


def _deciding(store: SqlCases) -> Doing:
    def do(number: str) -> None:
        case: Any = store.get(number)
        following, ordered = moved(case)
        store.save(following, ordered, settled_by(number, following.version))

    return do


# --- the raw drivers --------------------------------------------------------------------------

_HEAD = "SELECT number, version, head FROM cases WHERE number = {}"
_LINES = (
    "SELECT entry FROM case_history WHERE case_number = {}"
    " AND (SELECT version FROM cases WHERE number = {}) = {} ORDER BY place"
)
_MOVE = (
    "UPDATE cases SET state = {}, version = {}, lines = {}, head = {}"
    " WHERE number = {} AND version = {} AND service_version = {} AND lines = {}"
)
_ADD_LINE = "INSERT INTO case_history (case_number, place, entry) VALUES ({}, {}, {})"
_OF_EFFECT = "(key, name, service, case_number, entry, due, tries, outcome, reason)"
_EFFECT = "({}, {}, {}, {}, {}, {}, {}, {}, {})"
_ADD_EFFECTS = f"INSERT INTO effects {_OF_EFFECT} VALUES {_EFFECT}, {_EFFECT}, {_EFFECT}"  # noqa: S608  # no value stands in it
_SETTLE = (
    "UPDATE effects SET due = {}, tries = {}, outcome = {}, reason = {}"
    " WHERE key = {} AND outcome = 'pending'"
)
_SIX = (_HEAD, _LINES, _MOVE, _ADD_LINE, _ADD_EFFECTS, _SETTLE)


@contextmanager
def raw(place: Place) -> Iterator[Doing]:
    """The same six statements on the driver itself, with nothing around them."""
    if place.on_sqlite:
        with closing(place.sqlite()) as file:
            yield _by_hand(file.execute, "?", begin="BEGIN IMMEDIATE")
    else:
        with closing(place.postgresql()) as connection:
            yield _by_hand(connection.execute, "%s", begin="BEGIN")


def _by_hand(execute: Callable[..., Any], mark: str, *, begin: str) -> Doing:
    six = (statement.replace("{}", mark) for statement in _SIX)
    head_of_case, lines_of_case, move, add_line, add_effects, settle = six
    at = AT.isoformat(timespec="microseconds")

    def do(number: str) -> None:
        _, before, head = execute(head_of_case, (number,)).fetchone()
        execute(lines_of_case, (number, number, before)).fetchall()
        version = before + 1
        now = (state_of(version), version, version, head_of(version, head))
        effects = [
            value
            for name in notices_of(version)
            for value in (
                f"{number}/{before}/{name}", name, SERVICE, number, before, at, 0, "pending", ""
            )
        ]  # fmt: skip
        done = f"{number}/{before - 1}/{notices_of(before)[0]}"
        execute(begin)
        if execute(move, (*now, number, before, 1, before)).rowcount != 1:
            raise StaleCase
        execute(add_line, (number, before, line_of(version)))
        execute(add_effects, effects)
        execute(settle, (at, 1, "done", "", done))
        execute("COMMIT")

    return do
