"""Turns: transactions that do the same thing, one after another."""

from __future__ import annotations

from sqlalchemy import BigInteger, bindparam, func, select

from utility_eservices_adapters.sql.database import Transaction
from utility_eservices_adapters.sql.statement import Prepared
from utility_eservices_adapters.sql.texts import Plain

__all__ = ["take_turn"]

_LOCK = Prepared(
    select(
        func.pg_advisory_xact_lock(
            func.hashtextextended(
                bindparam("what", type_=Plain), bindparam("seed", 0, type_=BigInteger)
            )
        )
    )
)


def take_turn(transaction: Transaction, what: str) -> None:
    """Wait until no other transaction is about this, and keep others waiting until the end.

    Whoever comes next sees what was done. On SQLite that is so for all that writes.
    """
    if not transaction.on_sqlite:
        transaction.one(_LOCK, what=what)
