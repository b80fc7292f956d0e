"""Unfinished journeys as a table; see `utility_eservices.ports.journeys`.

Each is a row of ``journeys``, its id unique. A periodic job forgets the stale ones by
`SqlJourneys.forget_before`.
"""

from __future__ import annotations

from datetime import datetime

import attrs
from sqlalchemy import Integer, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from utility_eservices.errors import PortRefused
from utility_eservices.ports.journeys import KeptJourney
from utility_eservices.vocabulary.fin import Fin
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.schema import SCHEMA, journeys
from utility_eservices_adapters.sql.statement import Prepared
from utility_eservices_adapters.sql.texts import is_short

__all__ = ["SqlJourneys"]

_C = journeys.c
_KEPT = select(_C.id, _C.service, _C.channel, _C.at, _C.text)
_LIMIT = bindparam("limit", type_=Integer)
_new = insert(journeys)
_PUT = Prepared(
    _new.on_conflict_do_update(
        index_elements=[_C.id],
        set_={name: _new.excluded[name] for name in ("service", "channel", "at", "text")},
        where=_C.fin == _new.excluded.fin,
    ),
    ("id", "fin", "service", "channel", "at", "text"),
)
_THEIRS = (_C.id == bindparam("id"), _C.fin == bindparam("fin"))
_GET = Prepared(_KEPT.where(*_THEIRS))
_OF = Prepared(
    _KEPT.where(_C.fin == bindparam("fin")).order_by(_C.at.desc(), _C.id.desc()).limit(_LIMIT)
)
_FORGET = Prepared(delete(journeys).where(*_THEIRS))
_STALE = _C.at < bindparam("instant")
# What somebody is putting anew, or another is forgetting, is left to them.
_oldest = (
    select(_C.id)
    .where(_STALE)
    .order_by(_C.at, _C.id)
    .limit(_LIMIT)
    .with_for_update(skip_locked=True)
    .cte("oldest")
)
# They are counted by what comes back: of a statement that begins WITH, SQLite's driver does not.
_FORGET_BEFORE = Prepared(delete(journeys).where(_C.id.in_(select(_oldest.c.id))).returning(_C.id))


@attrs.frozen
class SqlJourneys:
    """The unfinished journeys of all persons; see `Journeys`."""

    database: Database

    def put(self, fin: Fin, journey: KeptJourney) -> None:
        """See `Journeys.put`."""
        values = attrs.asdict(journey)

        def put(transaction: Transaction) -> None:
            if not transaction.do(_PUT, fin=fin.value, **values):
                raise PortRefused

        self.database.run(put)

    def get(self, fin: Fin, id: str) -> KeptJourney | None:  # noqa: A002  # as in the port
        """See `Journeys.get`."""
        if not is_short(id):
            return None
        row = self.database.run(lambda it: it.one(_GET, id=id, fin=fin.value), reading=True)
        return KeptJourney(*row) if row else None

    def of(self, fin: Fin, limit: int = 50) -> tuple[KeptJourney, ...]:
        """See `Journeys.of`."""
        rows = self.database.run(lambda it: it.all(_OF, fin=fin.value, limit=limit), reading=True)
        return tuple(KeptJourney(*row) for row in rows)

    def forget(self, fin: Fin, id: str) -> None:  # noqa: A002  # as in the port
        """See `Journeys.forget`."""
        if is_short(id):
            self.database.run(lambda it: it.do(_FORGET, id=id, fin=fin.value))

    def forget_before(self, instant: datetime, limit: int = 1000) -> int:
        """See `Journeys.forget_before`."""
        values = {"instant": instant, "limit": limit}
        return self.database.run(lambda it: len(it.all(_FORGET_BEFORE, **values)))

    def check(self) -> str | None:
        """Advice when the database does not answer, or its tables are of another time."""
        return SCHEMA.advice(self.database)
