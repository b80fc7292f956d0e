"""Columns of the registry's own kind: cubic metres to the litre."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import BigInteger, Dialect
from sqlalchemy.types import TypeDecorator

__all__ = ["Litres"]


class Litres(TypeDecorator[Decimal]):
    """Cubic metres to the litre, kept as a whole number of litres."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """The number of litres."""
        return None if value is None else int(value.scaleb(3))

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        """The cubic metres."""
        return None if value is None else Decimal(value).scaleb(-3)
