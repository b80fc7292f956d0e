"""The city: everything the simulator's plugin hands out, in one place to look at and to alter.

>>> from datetime import timedelta
>>> from utility_eservices.simulator.faults import FaultKind
>>> city = City(seed=1)
>>> code = city.people["Aysel"].codes[0]
>>> city.subscribers.find(code).holder_fin == city.people["Aysel"].fin
True
>>> city.clock.forward(timedelta(days=1))
>>> city.clock.now().isoformat()
'2026-11-21T09:00:00+00:00'
>>> city.faults.next("billing", FaultKind.UNAVAILABLE)
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from types import MappingProxyType

from utility_eservices.desk.access import ExistenceIsEnough
from utility_eservices.ports.access import Access
from utility_eservices.ports.case_store import CaseCodec
from utility_eservices.simulator.clock import MovableClock
from utility_eservices.simulator.correspondence import CityDocuments, CityInbox, Outbox
from utility_eservices.simulator.counters import CityCounters
from utility_eservices.simulator.faults import Faults
from utility_eservices.simulator.journeys import CityJourneys
from utility_eservices.simulator.metering import CityMeteringPoints, CityReadings
from utility_eservices.simulator.payments import CityPayments, CityPaymentStore
from utility_eservices.simulator.registers import CityCivilData, CityMobiles
from utility_eservices.simulator.residents import (
    ACCOUNTS,
    AYSELS_CODE,
    KAMRANS_CODE,
    LAST_READINGS,
    METERING_POINTS,
    RESIDENTS,
    Account,
    Resident,
)
from utility_eservices.simulator.sample import DEBT, PAYMENTS, invoice_number, sample_invoices
from utility_eservices.simulator.sign_in import MEANS, SimulatedSignIn
from utility_eservices.simulator.store import MemoryStore, Shelf
from utility_eservices.simulator.tokens import SeededTokens
from utility_eservices.simulator.utility import (
    CityBilling,
    CityNumbers,
    CityReference,
    CityRegisteredCodes,
    CitySubscribers,
)
from utility_eservices.vocabulary.days import baku_day
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["City"]

_START = datetime(2026, 11, 20, 9, tzinfo=UTC)


class City:
    """One city; the same seed gives the same people, invoices, numbers and tokens.

    To look at: ``people`` by name, ``emails`` and ``texts`` as they were sent, ``store`` with
    the cases. To alter: ``clock``, ``faults``, ``bank``, which takes card payments, and ``access``
    before a desk is opened. Everything else is what one port hands out, named after it.
    """

    def __init__(self, seed: int = 1, start: datetime = _START) -> None:
        self.clock = MovableClock(start)
        self.faults = Faults()
        self.people: Mapping[str, Resident] = MappingProxyType(
            {resident.name: resident for resident in RESIDENTS}
        )
        self.subscribers = CitySubscribers(ACCOUNTS, RESIDENTS)
        self.billing = CityBilling(self.subscribers)
        self.registered_codes = CityRegisteredCodes(self.subscribers)
        self.metering_points = CityMeteringPoints(self.subscribers, METERING_POINTS)
        self.readings = CityReadings(self.subscribers, LAST_READINGS)
        self.civil_data = CityCivilData(RESIDENTS, ACCOUNTS)
        self.mobiles = CityMobiles()
        self.reference = CityReference()
        self.access: Access = ExistenceIsEnough()
        self.counters = CityCounters()
        self.emails = Outbox()
        self.texts = Outbox()
        self.inbox = CityInbox()
        self.journeys = CityJourneys()
        self.documents = CityDocuments()
        self.bank = CityPayments()
        self.payment_store = CityPaymentStore()
        self.numbers = CityNumbers()
        self.tokens = SeededTokens(seed)
        self._shelf = Shelf()
        self._store: MemoryStore | None = None
        self._sign_in = {
            means: SimulatedSignIn(means, RESIDENTS, self.clock, self.tokens) for means in MEANS
        }
        self._settle_in(seed)

    def sign_in(self, means: str) -> SimulatedSignIn:
        """The sign-in by one means; `KeyError` for one that the city does not have."""
        return self._sign_in[means]

    @property
    def store(self) -> MemoryStore:
        """The case store of the desk that was opened last; `LookupError` before any was."""
        if self._store is None:
            raise LookupError("no desk has been opened on this city, and a store needs its codec")
        return self._store

    def store_with(self, codec: CaseCodec) -> MemoryStore:
        """A store that keeps this city's cases by a desk's codec; all share the same cases."""
        self._store = MemoryStore(codec, self._shelf)
        return self._store

    def _settle_in(self, seed: int) -> None:
        for resident in self.people.values():
            self.registered_codes.register(resident.fin, *resident.codes)
        last = Month.of(baku_day(self.clock.now())).minus(1)
        for account in ACCOUNTS:
            code = account.subscriber.code
            drawn = sample_invoices(code) if code == AYSELS_CODE else _drawn(seed, account, last)
            self.billing.add(code, *drawn)
        self.billing.record(AYSELS_CODE, *PAYMENTS)
        self.billing.set_debt(KAMRANS_CODE, DEBT)


def _drawn(seed: int, account: Account, last: Month) -> Iterator[Invoice]:
    """Six invoices up to a month, newest first."""
    code = account.subscriber.code
    chance = random.Random(f"{seed}/{code.value}")  # noqa: S311  # to be the same each time
    for back in range(6):
        month = last.minus(back)
        consumption = Decimal(chance.randint(2, 30)) if account.utility == AZERSU.key else None
        amount = Money.from_qepik(chance.randint(200, 3000))
        # Where there is no meter, invoices follow a norm.
        read = account.subscriber.meter is not None
        yield Invoice(invoice_number(code, month), month, amount, consumption, True, read)
