"""The simulator as a plugin: one city behind every hook of the library.

Give a desk a city of your own by ``SimulatorPlugin(City())``. Who names the installed plugin
``simulator`` gets this module, whose hooks serve one city for the whole process, `default.city`.

>>> from utility_eservices import Desk
>>> city = City()
>>> desk = Desk([SimulatorPlugin(city)])
>>> [finding for finding in desk.check() if finding.advice]
[]
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from utility_eservices.ports.access import ACCESS, Access
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.case_store import CASE_STORE, CaseCodec, CaseStore
from utility_eservices.ports.civil_data import CIVIL_DATA, CivilData
from utility_eservices.ports.clock import CLOCK, Clock
from utility_eservices.ports.counters import COUNTERS, Counters
from utility_eservices.ports.documents import DOCUMENTS, Documents
from utility_eservices.ports.inbox import INBOX, Inbox
from utility_eservices.ports.journeys import JOURNEYS, Journeys
from utility_eservices.ports.metering_points import METERING_POINTS, MeteringPoints
from utility_eservices.ports.mobile_check import MOBILE_CHECK, MobileCheck
from utility_eservices.ports.notification import NOTIFICATION, Notification
from utility_eservices.ports.numbers import NUMBERS, Numbers
from utility_eservices.ports.payment_store import PAYMENT_STORE, PaymentStore
from utility_eservices.ports.payments import PAYMENTS, Payments
from utility_eservices.ports.port import Port, hookimpl
from utility_eservices.ports.readings import READINGS, Readings
from utility_eservices.ports.reference import REFERENCE, Reference
from utility_eservices.ports.registered_codes import REGISTERED_CODES, RegisteredCodes
from utility_eservices.ports.sign_in import SIGN_IN, SignIn
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.ports.tokens import TOKENS, Tokens
from utility_eservices.simulator.city import City
from utility_eservices.simulator.sign_in import MEANS
from utility_eservices.simulator.utility import UTILITIES

__all__ = ["SimulatorPlugin", "default"]

T = TypeVar("T")


class SimulatorPlugin:
    """One city as a plugin.

    ``leave_out`` names the ports, whole (``billing``) or in one scope (``sign_in:sima``), that
    another plugin gives instead. A misspelt one shows when the desk opens, as a `PortClash`.
    """

    def __init__(self, city: City, leave_out: Collection[str] = ()) -> None:
        self.city = city
        self._left_out = frozenset(leave_out)

    def _hand(self, port: Port[T], offered: T, scope: str = "") -> T | None:
        if self._left_out & {port.name, f"{port.name}:{scope}"}:
            return None
        return self.city.faults.around(port, offered, scope)

    @hookimpl
    def eservices_clock(self) -> Clock | None:
        """The clock that can be moved."""
        return self._hand(CLOCK, self.city.clock)

    @hookimpl
    def eservices_tokens(self) -> Tokens | None:
        """Tokens by the city's seed."""
        return self._hand(TOKENS, self.city.tokens)

    @hookimpl
    def eservices_case_store(self, codec: CaseCodec) -> CaseStore | None:
        """The case store in memory."""
        if CASE_STORE.name in self._left_out:  # else the city would show one that nobody uses
            return None
        return self._hand(CASE_STORE, self.city.store_with(codec))

    @hookimpl
    def eservices_counters(self) -> Counters | None:
        """The counters in memory."""
        return self._hand(COUNTERS, self.city.counters)

    @hookimpl
    def eservices_civil_data(self) -> CivilData | None:
        """The registers of the state."""
        return self._hand(CIVIL_DATA, self.city.civil_data)

    @hookimpl
    def eservices_mobile_check(self) -> MobileCheck | None:
        """The mobile numbers that are in use."""
        return self._hand(MOBILE_CHECK, self.city.mobiles)

    @hookimpl
    def eservices_documents(self) -> Documents | None:
        """The uploaded files."""
        return self._hand(DOCUMENTS, self.city.documents)

    @hookimpl
    def eservices_inbox(self) -> Inbox | None:
        """The inboxes inside the portals."""
        return self._hand(INBOX, self.city.inbox)

    @hookimpl
    def eservices_journeys(self) -> Journeys | None:
        """The unfinished journeys."""
        return self._hand(JOURNEYS, self.city.journeys)

    @hookimpl
    def eservices_notification(self, medium: str) -> Notification | None:
        """The outbox of e-mails, or that of texts."""
        outboxes = {"email": self.city.emails, "sms": self.city.texts}
        if medium not in outboxes:
            return None
        return self._hand(NOTIFICATION, outboxes[medium], medium)

    @hookimpl
    def eservices_sign_in(self, means: str) -> SignIn | None:
        """The sign-in of the city's residents."""
        return self._hand(SIGN_IN, self.city.sign_in(means), means) if means in MEANS else None

    @hookimpl
    def eservices_access(self, utility: str) -> Access | None:
        """The city's access policy, the same for each utility."""
        return self._hand(ACCESS, self.city.access, utility) if utility in UTILITIES else None

    @hookimpl
    def eservices_billing(self, utility: str) -> Billing | None:
        """The invoices of one utility."""
        if utility not in UTILITIES:
            return None
        return self._hand(BILLING, self.city.billing.for_utility(utility), utility)

    @hookimpl
    def eservices_numbers(self, utility: str) -> Numbers | None:
        """The request numbers of one utility."""
        if utility not in UTILITIES:
            return None
        return self._hand(NUMBERS, self.city.numbers.for_utility(utility), utility)

    @hookimpl
    def eservices_payment_store(self) -> PaymentStore | None:
        """The payment orders."""
        return self._hand(PAYMENT_STORE, self.city.payment_store)

    @hookimpl
    def eservices_payments(self, utility: str) -> Payments | None:
        """The city's bank, the same for each utility."""
        return self._hand(PAYMENTS, self.city.bank, utility) if utility in UTILITIES else None

    @hookimpl
    def eservices_metering_points(self, utility: str) -> MeteringPoints | None:
        """The metering points of one utility."""
        if utility not in UTILITIES:
            return None
        points = self.city.metering_points.for_utility(utility)
        return self._hand(METERING_POINTS, points, utility)

    @hookimpl
    def eservices_readings(self, utility: str) -> Readings | None:
        """The readings of one utility."""
        if utility not in UTILITIES:
            return None
        return self._hand(READINGS, self.city.readings.for_utility(utility), utility)

    @hookimpl
    def eservices_reference(self, utility: str) -> Reference | None:
        """The city's lists and units."""
        if utility not in UTILITIES:
            return None
        return self._hand(REFERENCE, self.city.reference, utility)

    @hookimpl
    def eservices_registered_codes(self, utility: str) -> RegisteredCodes | None:
        """The codes of one utility that people registered."""
        if utility not in UTILITIES:
            return None
        codes = self.city.registered_codes.for_utility(utility)
        return self._hand(REGISTERED_CODES, codes, utility)

    @hookimpl
    def eservices_subscribers(self, utility: str) -> Subscribers | None:
        """The subscriber base of one utility."""
        if utility not in UTILITIES:
            return None
        return self._hand(SUBSCRIBERS, self.city.subscribers.for_utility(utility), utility)


# The installed plugin is this module: its hooks are those of one plugin.
default = SimulatorPlugin(City())
eservices_access = default.eservices_access
eservices_billing = default.eservices_billing
eservices_case_store = default.eservices_case_store
eservices_civil_data = default.eservices_civil_data
eservices_clock = default.eservices_clock
eservices_counters = default.eservices_counters
eservices_documents = default.eservices_documents
eservices_inbox = default.eservices_inbox
eservices_journeys = default.eservices_journeys
eservices_metering_points = default.eservices_metering_points
eservices_mobile_check = default.eservices_mobile_check
eservices_notification = default.eservices_notification
eservices_numbers = default.eservices_numbers
eservices_payment_store = default.eservices_payment_store
eservices_payments = default.eservices_payments
eservices_readings = default.eservices_readings
eservices_reference = default.eservices_reference
eservices_registered_codes = default.eservices_registered_codes
eservices_sign_in = default.eservices_sign_in
eservices_subscribers = default.eservices_subscribers
eservices_tokens = default.eservices_tokens
