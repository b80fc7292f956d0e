"""Metering points in the table ``registry_metering_points``."""

from __future__ import annotations

import attrs
from sqlalchemy import select

from utility_eservices.ports.metering_points import MeteringPoint
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices_adapters.registry.statements import of_the_subscriber
from utility_eservices_adapters.registry.tables import SCHEMA, metering_points
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["RegistryMeteringPoints"]

_OF = Prepared(
    select(metering_points.c.key, metering_points.c.label)
    .where(of_the_subscriber(metering_points))
    .order_by(metering_points.c.place, metering_points.c.key)
)


@attrs.frozen
class RegistryMeteringPoints:
    """The metering points of one utility; see `MeteringPoints` of the port."""

    database: Database
    utility: str

    def of(self, head_code: SubscriberCode) -> tuple[MeteringPoint, ...]:
        """See `MeteringPoints.of`."""
        rows = self.database.run(
            lambda transaction: transaction.all(_OF, utility=self.utility, code=head_code.value),
            reading=True,
        )
        return tuple(MeteringPoint(*row) for row in rows)

    def check(self) -> str | None:
        """Advice when the tables cannot be asked."""
        return SCHEMA.advice(self.database)
