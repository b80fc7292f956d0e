"""Columns of this library's own kinds: instants in UTC, money in qəpik, numbers of rows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import TIMESTAMP, BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from utility_eservices.vocabulary.money import Money

__all__ = ["Instant", "Qepik", "Serial"]

# The number of a row. SQLite numbers rows itself only where the column is exactly an INTEGER.
Serial = BigInteger().with_variant(Integer(), "sqlite")


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC to the microsecond.

    On SQLite, which would lose the zone, a text whose order is that of time.
    """

    impl = TIMESTAMP
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """What the database has for it."""
        return dialect.type_descriptor(
            Text() if dialect.name == "sqlite" else TIMESTAMP(timezone=True)
        )

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """The instant as the database keeps it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a zone")
        value = value.astimezone(UTC)
        return value.isoformat(timespec="microseconds") if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The instant, aware, in UTC."""
        if value is None:
            return None
        if dialect.name == "sqlite":
            return datetime.fromisoformat(value)
        found: datetime = value.astimezone(UTC)
        return found


class Qepik(TypeDecorator[Money]):
    """An amount, kept as a whole number of qəpik."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        """The number of qəpik."""
        return None if value is None else value.qepik

    def process_result_value(self, value: int | None, dialect: Dialect) -> Money | None:
        """The amount."""
        return None if value is None else Money.from_qepik(value)
