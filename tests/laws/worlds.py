"""The simulator's worlds: one a port, each in a city of its own.

``broken`` may put something in the place of the object under test; what is reopened goes through
it as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypeAlias, TypeVar

from utility_eservices.conformance.laws.access import AccessWorld
from utility_eservices.conformance.laws.billing import BillingWorld
from utility_eservices.conformance.laws.case_store import CODEC, CaseStoreWorld
from utility_eservices.conformance.laws.civil_data import CivilDataWorld
from utility_eservices.conformance.laws.clock import ClockWorld
from utility_eservices.conformance.laws.counters import CountersWorld
from utility_eservices.conformance.laws.documents import DocumentsWorld
from utility_eservices.conformance.laws.inbox import InboxWorld
from utility_eservices.conformance.laws.journeys import JourneysWorld
from utility_eservices.conformance.laws.metering_points import MeteringPointsWorld
from utility_eservices.conformance.laws.mobile_check import MobileCheckWorld
from utility_eservices.conformance.laws.notification import NotificationWorld
from utility_eservices.conformance.laws.numbers import NumbersWorld
from utility_eservices.conformance.laws.payment_store import PaymentStoreWorld
from utility_eservices.conformance.laws.payments import PaymentsWorld
from utility_eservices.conformance.laws.readings import ReadingsWorld
from utility_eservices.conformance.laws.reference import ReferenceWorld
from utility_eservices.conformance.laws.registered_codes import RegisteredCodesWorld
from utility_eservices.conformance.laws.sign_in import SignInWorld
from utility_eservices.conformance.laws.subscribers import SubscribersWorld
from utility_eservices.conformance.laws.tokens import TokensWorld
from utility_eservices.conformance.laws.world import World
from utility_eservices.desk.access import OwnCodesOnly
from utility_eservices.ports.notification import Letter
from utility_eservices.ports.payments import Callback
from utility_eservices.ports.sign_in import Challenge, Evidence
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.simulator.residents import METERING_POINTS
from utility_eservices.simulator.sign_in import HOLDS_FOR
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.person import Assurance, Identity
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["WORLDS", "Broken", "identical"]

P = TypeVar("P")
Broken: TypeAlias = Callable[[Any], Any]

NOBODYS = SubscriberCode("9999999999")
NOBODY = Fin("9ZZ9Z9Z")


def identical(port: P) -> P:
    """The object as it is: nothing is broken."""
    return port


class _Simulated(World[P]):
    """What all of them do: a city, what its plugin hands out, faults."""

    PORT = ""
    SCOPE: object = "azersu"

    def __init__(self, broken: Broken = identical) -> None:
        self.city = City()
        self._broken = broken
        self.port = self.reopened()

    def reopened(self) -> P:
        """What another host would be handed."""
        hook = getattr(SimulatorPlugin(self.city), f"eservices_{self.PORT}")
        # A hook takes what its port is provided for, if anything.
        arguments = [self.SCOPE] if self.SCOPE else []
        given: P = self._broken(hook(*arguments))
        return given

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        """The city's fault."""
        self.city.faults.always(self.PORT, FaultKind.UNAVAILABLE)
        yield
        self.city.faults.heal()


def _subscriber(city: City, who: str) -> Any:
    return city.subscribers.find(city.people[who].codes[0])


class SimulatedAccess(_Simulated[Any], AccessWorld):
    """The policy of the manuals."""

    PORT = "access"

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        self.subscriber = _subscriber(self.city, "Aysel")
        nigar = self.city.people["Nigar"]
        self.stranger = Identity(nigar.fin, nigar.full_name, "sima", Assurance.SUBSTANTIAL)


class SimulatedStrictAccess(SimulatedAccess):
    """The strict policy."""

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        self.city.access = OwnCodesOnly()
        self.port = self.reopened()


class SimulatedBilling(_Simulated[Any], BillingWorld):
    """Aysel's water."""

    PORT = "billing"
    unknown = NOBODYS

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        billing, self.code = self.city.billing, self.city.people["Aysel"].codes[0]
        billing.set_debt(self.code, Money.of("-3.20"))
        self.invoices, self.payments = (
            billing.presented_invoices(self.code),
            billing.payments(self.code),
        )
        self.debt = Money.of("-3.20")

    def credited(self, key: str) -> Sequence[Money]:
        """What the city wrote to codes."""
        return [item.amount for item in self.city.billing.credits if item.key.startswith(key)]


class SimulatedCaseStore(_Simulated[Any], CaseStoreWorld):
    """Cases in memory."""

    PORT = "case_store"
    SCOPE = CODEC


class SimulatedCivilData(_Simulated[Any], CivilDataWorld):
    """The registers of the state."""

    PORT = "civil_data"
    SCOPE = ""
    unknown = NOBODY

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        found = self.city.civil_data.find(self.city.people["Aysel"].fin)
        assert found is not None
        self.record = found


class SimulatedClock(_Simulated[Any], ClockWorld):
    """A clock that can be moved."""

    PORT = "clock"
    SCOPE = ""

    def let_pass(self) -> timedelta:
        """Move it."""
        self.city.clock.forward(timedelta(minutes=1))
        return timedelta(minutes=1)


class SimulatedCounters(_Simulated[Any], CountersWorld):
    """Counters in memory."""

    PORT = "counters"
    SCOPE = ""


class SimulatedDocuments(_Simulated[Any], DocumentsWorld):
    """Documents in memory."""

    PORT = "documents"
    SCOPE = ""


class SimulatedInbox(_Simulated[Any], InboxWorld):
    """The inboxes."""

    PORT = "inbox"
    SCOPE = ""
    fin = Fin("5XJ1K2A")
    other = Fin("6YK2L3B")


class SimulatedJourneys(_Simulated[Any], JourneysWorld):
    """What people of the city began."""

    PORT = "journeys"
    SCOPE = ""
    fin = Fin("5XJ1K2A")
    other = Fin("6YK2L3B")


class SimulatedMeteringPoints(_Simulated[Any], MeteringPointsWorld):
    """Orxan's bakery."""

    PORT = "metering_points"
    SCOPE = "azerishiq"
    without = NOBODYS

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        self.head_code, self.points = next(iter(METERING_POINTS.items()))


class SimulatedMobileCheck(_Simulated[Any], MobileCheckWorld):
    """Who has a telephone."""

    PORT = "mobile_check"
    SCOPE = ""
    active = Phone("+994502001020")

    def out_of_use(self) -> Phone:
        """One that was cut off."""
        phone = Phone("+994553002030")
        self.city.mobiles.disconnect(phone)
        return phone


class SimulatedNotification(_Simulated[Any], NotificationWorld):
    """The outboxes: of e-mails."""

    PORT = "notification"
    SCOPE = "email"
    address = "aysel@example.com"

    def arrived(self, token: str) -> Sequence[Letter]:
        """What lies in them."""
        sent = [*self.city.emails.letters, *self.city.texts.letters]
        return [letter for letter in sent if token in letter.text]


class SimulatedSms(SimulatedNotification):
    """The outboxes: of texts."""

    SCOPE = "sms"
    address = "+994502001020"


class SimulatedNumbers(_Simulated[Any], NumbersWorld):
    """Numbers of Azərsu."""

    PORT = "numbers"
    services = ("debt_investigation", "service_suspension")


class SimulatedPaymentStore(_Simulated[Any], PaymentStoreWorld):
    """Orders in memory."""

    PORT = "payment_store"
    SCOPE = ""


class SimulatedPayments(_Simulated[Any], PaymentsWorld):
    """The city's bank."""

    PORT = "payments"

    def pay(self, key: str) -> None:
        """On its page."""
        self.city.bank.pay(key)

    def decline(self, key: str) -> None:
        """By the bank."""
        self.city.bank.decline(key)

    def captured(self, key: str) -> Money:
        """By its books."""
        return self.city.bank.captured.get(key, NO_MONEY)

    def given_back(self, key: str) -> Money:
        """By its books."""
        return self.city.bank.refunded.get(key, NO_MONEY)

    def callback(self, key: str) -> Callback:
        """By its call."""
        return self.city.bank.callback(key)


class SimulatedReadings(_Simulated[Any], ReadingsWorld):
    """Aysel's meter."""

    PORT = "readings"
    code = SubscriberCode("1020304050")
    unknown = NOBODYS


class SimulatedReference(_Simulated[Any], ReferenceWorld):
    """The lists of Azərsu."""

    PORT = "reference"
    name = "card_types"
    service = "debt_investigation"
    rule = "law"
    holds = True

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        reference = self.city.reference
        self.items = reference.items(self.name)
        unit = reference.unit_for(self.service)
        assert unit is not None
        self.unit = unit
        reference.set_rule(self.rule, self.holds)


class SimulatedRegisteredCodes(_Simulated[Any], RegisteredCodesWorld):
    """Kamran's profile."""

    PORT = "registered_codes"
    without = NOBODY

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        kamran = self.city.people["Kamran"]
        self.fin, self.codes = kamran.fin, kamran.codes[:2]


class SimulatedSignIn(_Simulated[Any], SignInWorld):
    """Aysel, by SİMA."""

    PORT = "sign_in"
    SCOPE = "sima"

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        self.details: Evidence = {}
        aysel = self.city.people["Aysel"]
        begun = self.city.sign_in(str(self.SCOPE)).begin({})
        given = self.city.sign_in(str(self.SCOPE)).finish(begun.reference, {"resident": "Aysel"})
        assert given.fin == aysel.fin
        self.identity = given

    def prove(self, challenge: Challenge) -> Evidence:
        """As the simulator has it."""
        return {"resident": "Aysel"}

    def bound(self, challenge: Challenge) -> Evidence:
        """With the challenge named."""
        return {"resident": "Aysel", "reference": challenge.reference}

    def for_another_audience(self, challenge: Challenge) -> Evidence:
        """Made for another means."""
        return {**self.bound(challenge), "means": "asan"}

    def wait(self, challenge: Challenge) -> None:
        """Five minutes."""
        self.city.clock.forward(HOLDS_FOR)


class SimulatedSubscribers(_Simulated[Any], SubscribersWorld):
    """Kamran's two codes."""

    PORT = "subscribers"
    unknown = NOBODYS
    without = NOBODY

    def __init__(self, broken: Broken = identical) -> None:
        super().__init__(broken)
        self.subscriber = _subscriber(self.city, "Kamran")


class SimulatedTokens(_Simulated[Any], TokensWorld):
    """By the city's seed."""

    PORT = "tokens"
    SCOPE = ""


_KINDS: tuple[type[_Simulated[Any]], ...] = (
    SimulatedAccess,
    SimulatedBilling,
    SimulatedCaseStore,
    SimulatedCivilData,
    SimulatedClock,
    SimulatedCounters,
    SimulatedDocuments,
    SimulatedInbox,
    SimulatedJourneys,
    SimulatedMeteringPoints,
    SimulatedMobileCheck,
    SimulatedNotification,
    SimulatedNumbers,
    SimulatedPaymentStore,
    SimulatedPayments,
    SimulatedReadings,
    SimulatedReference,
    SimulatedRegisteredCodes,
    SimulatedSignIn,
    SimulatedSubscribers,
    SimulatedTokens,
)
# By the name of the port.
WORLDS: Mapping[str, type[_Simulated[Any]]] = {kind.PORT: kind for kind in _KINDS}
