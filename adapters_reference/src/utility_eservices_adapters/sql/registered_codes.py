"""Registered codes as a table; see `utility_eservices.ports.registered_codes`.

Each is a row of ``registered_codes``. A portal writes down by `SqlRegisteredCodes.register` what a
person adds to their profile, once it knows that the code is theirs to add, and by `forget` what
they take out.
"""

from __future__ import annotations

import attrs
from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.schema import SCHEMA, registered_codes
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["SqlRegisteredCodes"]

_C = registered_codes.c
_THEIRS = (_C.utility == bindparam("utility"), _C.fin == bindparam("fin"))
_REGISTER = Prepared(insert(registered_codes).on_conflict_do_nothing(), ("utility", "fin", "code"))
_FORGET = Prepared(delete(registered_codes).where(*_THEIRS, _C.code == bindparam("code")))
_OF = Prepared(select(_C.code).where(*_THEIRS).order_by(_C.serial))


@attrs.frozen
class SqlRegisteredCodes:
    """The registered codes for one utility; see `RegisteredCodes`."""

    database: Database
    utility: str

    def of(self, fin: Fin) -> tuple[SubscriberCode, ...]:
        """See `RegisteredCodes.of`."""
        rows = self.database.run(
            lambda it: it.all(_OF, utility=self.utility, fin=fin.value), reading=True
        )
        return tuple(SubscriberCode(code) for (code,) in rows)

    def register(self, fin: Fin, code: SubscriberCode) -> None:
        """Add a code to a person's; one that is among them keeps its place."""
        self._do(_REGISTER, fin, code)

    def forget(self, fin: Fin, code: SubscriberCode) -> None:
        """Take a code out of a person's; harmless when it is not among them."""
        self._do(_FORGET, fin, code)

    def _do(self, statement: Prepared, fin: Fin, code: SubscriberCode) -> None:
        values = {"utility": self.utility, "fin": fin.value, "code": code.value}
        self.database.run(lambda it: it.do(statement, **values))

    def check(self) -> str | None:
        """Advice when the database does not answer, or its tables are of another time."""
        return SCHEMA.advice(self.database)
