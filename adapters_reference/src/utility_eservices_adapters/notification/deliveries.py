"""Once for each key (bir açar, bir göndəriş): what keeps a letter from going out twice.

Mail servers and SMS gateways send whatever they are given, as often as they are given it. So
every letter goes through a ledger, which lets one caller of a key send and remembers that it did:

- whoever comes while somebody sends waits, and succeeds when the other does;
- once it went out, every later call returns at once;
- where it was not sent, or nobody knows, the key is free again, so that the next try sends;
- a process that is killed while it sends leaves a claim behind, which ends by itself.

So a letter goes out at least once, and twice only where nobody could know that it had gone: the
answer got lost, or the process died, or the ledger's database went away, between the sending and
the note of it. The ledger is in the store's database, where every host and worker sees it.

>>> from tempfile import TemporaryDirectory
>>> from utility_eservices_adapters.sql.database import DatabaseConfig
>>> temporary = TemporaryDirectory()
>>> database = Database(DatabaseConfig.at(f"sqlite:///{temporary.name}/store.db"))
>>> SCHEMA.upgrade(database)
>>> deliveries = SqlDeliveries(database)
>>> for _ in range(2):
...     deliveries.once(digest("AS-1/0/registered", "sms"), lambda: print("It goes out."))
It goes out.
>>> database.close()
>>> temporary.cleanup()
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import chain, repeat
from threading import Lock
from typing import Protocol
from weakref import WeakValueDictionary

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from utility_eservices.errors import PortBusy, PortFailure, PortTimeout, PortUnavailable
from utility_eservices_adapters.sql.columns import Instant
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.schema import SCHEMA
from utility_eservices_adapters.sql.schema import deliveries as table
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["LEASE", "LONGEST", "Deliveries", "SqlDeliveries", "digest", "utc_now"]

# How long a claim holds, and how long an adapter may take for one letter: nobody may still be
# sending when somebody else takes the claim over.
LEASE, LONGEST = timedelta(minutes=2), timedelta(minutes=1)
# How long one waits for another who sends, in seconds: about as long as a letter may take.
_PATIENCE = 30.0
# The pauses between two looks at the ledger, in seconds; the last one again and again.
_PAUSES = (0.02, 0.05, 0.1)
_PAUSE = 0.25


class Deliveries(Protocol):
    """The ledger of letters; shared by threads, processes and machines."""

    def once(self, key: str, send: Callable[[], None]) -> None:
        """Send, unless that was done for this key; returns when it is done.

        ``key`` is a `digest`. What ``send`` raises passes through and leaves the key free, and so
        does a `PortUnavailable` of the ledger itself: nothing was sent. Raises `PortBusy` when
        somebody else is sending for long, `PortTimeout` when it was sent and could not be noted.
        """

    def check(self) -> str | None:
        """Advice when the ledger cannot be written to, otherwise None."""


def digest(key: str, medium: str) -> str:
    """What a letter is known by outside: it tells nothing of the case, and is always the same."""
    return hashlib.sha256(f"{medium}\n{key}".encode()).hexdigest()


def utc_now() -> datetime:
    """The machine's clock: a claim ends, and a letter is dated, in the world's time."""
    return datetime.now(UTC)  # noqa: TID251  # real time, also where a desk's clock is moved


_SENDING, _SENT = "sending", "sent"
_OPEN = (table.c.key == bindparam("its_key")) & (table.c.state == _SENDING)
_ours = insert(table)
# One statement, so that of all who come at once one has it: a new row, or a claim that ended.
_CLAIM = Prepared(
    _ours.on_conflict_do_update(
        index_elements=["key"],
        set_={"until": _ours.excluded.until},
        where=(table.c.state == _SENDING) & (table.c.until < bindparam("now", type_=Instant)),
    ).returning(table.c.key)
)
_STATE = Prepared(select(table.c.state).where(table.c.key == bindparam("its_key")))
# Whatever became of the claim, what went out went out.
_DONE = Prepared(
    _ours.on_conflict_do_update(index_elements=["key"], set_={"state": _ours.excluded.state})
)
# A claim is known by its end; one that somebody took over has another.
_FREE = Prepared(
    delete(table).where(_OPEN & (table.c.until == bindparam("its_end", type_=Instant)))
)


class SqlDeliveries:
    """The ledger in a table of the store's database; see `Deliveries`.

    ``lease`` is how long a claim holds, ``patience`` how many seconds one waits for another;
    ``now`` and ``pause`` are the machine's clock and how one waits.
    """

    def __init__(
        self,
        database: Database,
        *,
        lease: timedelta = LEASE,
        patience: float = _PATIENCE,
        now: Callable[[], datetime] = utc_now,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._database, self._lease, self._patience = database, lease, patience
        self._now, self._pause = now, pause
        # Threads of one process queue here; others look at the ledger again and again.
        self._turns: WeakValueDictionary[str, Lock] = WeakValueDictionary()
        self._taking = Lock()

    def __repr__(self) -> str:
        return f"SqlDeliveries({self._database!r})"

    def once(self, key: str, send: Callable[[], None]) -> None:
        """See `Deliveries.once`."""
        with self._alone(key):
            end = self._claimed(key)
            if end is None:
                return
            try:
                send()
            except BaseException:
                with suppress(PortFailure):  # then it ends by itself
                    self._run(lambda transaction: transaction.do(_FREE, its_key=key, its_end=end))
                raise
            try:
                self._run(
                    lambda transaction: transaction.do(_DONE, key=key, state=_SENT, until=end)
                )
            except PortUnavailable:
                raise PortTimeout from None

    def check(self) -> str | None:
        """See `Deliveries.check`."""
        return SCHEMA.advice(self._database)

    @contextmanager
    def _alone(self, key: str) -> Iterator[None]:
        """One thread of this process at a time, for a key."""
        with self._taking:
            turn = self._turns.setdefault(key, Lock())
        if not turn.acquire(timeout=self._patience):
            raise PortBusy
        try:
            yield
        finally:
            turn.release()

    def _claimed(self, key: str) -> datetime | None:
        """The end of one's own claim; None when the letter went out."""
        for pause in chain(_PAUSES, repeat(_PAUSE, round(self._patience / _PAUSE))):
            now = self._now()
            end = now + self._lease
            try:
                state = self._run(_claiming(key, now, end))
            except PortTimeout:
                # The claim may stand or not: in any case nothing was sent.
                raise PortUnavailable from None
            if state != _SENDING:
                return None if state == _SENT else end
            self._pause(pause)
        raise PortBusy

    def _run(self, work: Callable[[Transaction], object]) -> object:
        return self._database.run(work)


def _claiming(key: str, now: datetime, end: datetime) -> Callable[[Transaction], object]:
    """Take a key; gives None when it was taken, and otherwise how it stands."""

    def work(transaction: Transaction) -> object:
        if transaction.one(_CLAIM, key=key, state=_SENDING, until=end, now=now):
            return None
        (state,) = transaction.one(_STATE, its_key=key) or (_SENDING,)
        return state

    return work
