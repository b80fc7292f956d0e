"""The portal's inbox as a table; see `utility_eservices.ports.inbox`.

Each notice is a row of ``inbox``, its key unique.
"""

from __future__ import annotations

import attrs
from sqlalchemy import Integer, bindparam, select
from sqlalchemy.dialects.postgresql import insert

from utility_eservices.ports.inbox import InboxItem
from utility_eservices.vocabulary.fin import Fin
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.schema import SCHEMA, inbox
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["SqlInbox"]

_C = inbox.c
_PUT = Prepared(
    insert(inbox).on_conflict_do_nothing(),
    ("key", "fin", "at", "case_number", "subject", "text"),
)
_OF = Prepared(
    select(_C.at, _C.case_number, _C.subject, _C.text)
    .where(_C.fin == bindparam("fin"))
    .order_by(_C.at.desc(), _C.serial.desc())
    .limit(bindparam("limit", type_=Integer))
)


@attrs.frozen
class SqlInbox:
    """The inboxes of all persons; see `Inbox`."""

    database: Database

    def put(self, fin: Fin, item: InboxItem, key: str) -> None:
        """See `Inbox.put`."""
        values = attrs.asdict(item)
        self.database.run(lambda it: it.do(_PUT, key=key, fin=fin.value, **values))

    def of(self, fin: Fin, limit: int = 50) -> tuple[InboxItem, ...]:
        """See `Inbox.of`."""
        rows = self.database.run(lambda it: it.all(_OF, fin=fin.value, limit=limit), reading=True)
        return tuple(InboxItem(*row) for row in rows)

    def check(self) -> str | None:
        """Advice when the database does not answer, or its tables are of another time."""
        return SCHEMA.advice(self.database)
