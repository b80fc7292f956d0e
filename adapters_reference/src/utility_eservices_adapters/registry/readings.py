"""Readings in the table ``registry_readings``: the latest of each code."""

from __future__ import annotations

from datetime import date

import attrs
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from utility_eservices.errors import PortRefused
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry.statements import (
    entered,
    of_the_code,
    of_the_subscriber,
)
from utility_eservices_adapters.registry.tables import SCHEMA, readings, subscribers, taken
from utility_eservices_adapters.sql.database import Database, Transaction
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["RegistryReadings"]

_LAST = Prepared(select(readings.c.reading).where(of_the_subscriber(readings)))
_ENTER = entered(taken)
_METERED = Prepared(
    select(subscribers.c.code).where(of_the_code(subscribers), subscribers.c.meter.is_not(None))
)
_latest = insert(readings)
_TAKE = Prepared(
    _latest.on_conflict_do_update(
        index_elements=["utility", "code"],
        set_={"reading": _latest.excluded.reading, "day": _latest.excluded.day},
    ),
    keys=("utility", "code", "reading", "day"),
)


@attrs.frozen
class RegistryReadings:
    """The readings of one utility; see `utility_eservices.ports.readings.Readings`."""

    database: Database
    utility: str

    def last(self, code: SubscriberCode) -> MeterReading | None:
        """See `Readings.last`."""
        row = self.database.run(
            lambda transaction: transaction.one(_LAST, utility=self.utility, code=code.value),
            reading=True,
        )
        return MeterReading(row[0]) if row else None

    def take(self, code: SubscriberCode, reading: MeterReading, day: date, key: str) -> None:
        """See `Readings.take`. A code without a meter is refused."""
        of = {"utility": self.utility, "code": code.value}
        read = {"reading": reading.value, "day": day}

        def work(transaction: Transaction) -> None:
            if transaction.one(_ENTER, **of, **read, key=key) is None:
                return
            if transaction.one(_METERED, **of) is None:
                raise PortRefused
            transaction.do(_TAKE, **of, **read)

        self.database.run(work)

    def check(self) -> str | None:
        """Advice when the tables cannot be asked."""
        return SCHEMA.advice(self.database)
