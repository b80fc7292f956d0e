"""What the city's utilities keep: subscribers, invoices, registered codes, lists, numbers.

Each object answers for the whole city, where a code belongs to one utility only;
``for_utility`` gives what a plugin hands out, which knows that utility's codes alone.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import date

import attrs

from utility_eservices.errors import PortRefused
from utility_eservices.ports.billing import Billing
from utility_eservices.ports.numbers import Numbers
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.ports.registered_codes import RegisteredCodes
from utility_eservices.ports.subscribers import Subscriber, SubscriberChange, Subscribers
from utility_eservices.simulator.residents import Account, Resident
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.payment import Payment
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices.vocabulary.utility import AZERISHIQ, AZERSU

__all__ = [
    "UTILITIES",
    "Change",
    "CityBilling",
    "CityNumbers",
    "CityReference",
    "CityRegisteredCodes",
    "CitySubscribers",
    "Correction",
    "Credit",
]

# The utilities that serve the city, each with the beginning of its request numbers.
UTILITIES = {AZERSU.key: "AZS", AZERISHIQ.key: "AZI"}


# --- the subscriber base ----------------------------------------------------------------------


@attrs.frozen
class Change:
    """One change of a subscriber's data."""

    code: SubscriberCode
    change: SubscriberChange
    key: str = attrs.field(repr=False)


class CitySubscribers:
    """The subscribers of all utilities; ``residents`` are those whose names it can find out."""

    def __init__(self, accounts: Iterable[Account], residents: Iterable[Resident] = ()) -> None:
        self._lock = threading.Lock()
        self._accounts = {item.subscriber.code: item for item in accounts}
        self._names = {item.fin: item.full_name for item in residents}
        self._changes: dict[str, Change] = {}
        self._closed: set[SubscriberCode] = set()

    def add(self, account: Account) -> None:
        """Take in a subscriber, or put another in the place of the one with this code."""
        with self._lock:
            self._accounts[account.subscriber.code] = account

    def close(self, code: SubscriberCode) -> None:
        """Forget a subscriber; whoever registered the code still has it in their profile."""
        with self._lock:
            self._closed.add(code)

    def find(self, code: SubscriberCode) -> Subscriber | None:
        """See `Subscribers.find`; of any utility."""
        with self._lock:
            account = None if code in self._closed else self._accounts.get(code)
        return account.subscriber if account else None

    def accounts_of(self, fin: Fin) -> tuple[Account, ...]:
        """What somebody holds, at any utility."""
        with self._lock:
            accounts = tuple(self._accounts.values())
            closed = frozenset(self._closed)
        held = (item for item in accounts if item.subscriber.holder_fin == fin)
        return tuple(item for item in held if item.subscriber.code not in closed)

    def change(self, code: SubscriberCode, change: SubscriberChange, key: str) -> None:
        """See `Subscribers.change`; of any utility.

        The holder's name becomes that of the resident with the FIN; of a stranger it stays.
        """
        with self._lock:
            if key in self._changes:
                return
            account = None if code in self._closed else self._accounts.get(code)
            if account is None:
                raise PortRefused
            changed = attrs.evolve(
                account.subscriber,
                holder=self._names.get(change.holder_fin, account.subscriber.holder),
                holder_fin=change.holder_fin,
                address=change.address,
                persons=change.persons,
                services=change.services,
            )
            self._accounts[code] = attrs.evolve(account, subscriber=changed)
            self._changes[key] = Change(code, change, key)

    @property
    def changes(self) -> list[Change]:
        """What was changed so far, in order."""
        with self._lock:
            return list(self._changes.values())

    def serves(self, utility: str, code: SubscriberCode) -> bool:
        """Whether a code is one of this utility's."""
        with self._lock:
            account = self._accounts.get(code)
        return account is not None and account.utility == utility

    def for_utility(self, utility: str) -> Subscribers:
        """The subscriber base of one utility."""
        return _SubscribersOf(self, utility)


@attrs.frozen
class _SubscribersOf:
    everybody: CitySubscribers
    utility: str

    def find(self, code: SubscriberCode) -> Subscriber | None:
        return self.everybody.find(code) if self.everybody.serves(self.utility, code) else None

    def held_by(self, fin: Fin) -> tuple[Subscriber, ...]:
        accounts = self.everybody.accounts_of(fin)
        return tuple(item.subscriber for item in accounts if item.utility == self.utility)

    def change(self, code: SubscriberCode, change: SubscriberChange, key: str) -> None:
        if not self.everybody.serves(self.utility, code):
            raise PortRefused
        self.everybody.change(code, change, key)


# --- billing ----------------------------------------------------------------------------------


@attrs.frozen
class Correction:
    """One debt that was corrected: the invoice with this number is now worth ``amount``."""

    code: SubscriberCode
    invoice: str
    amount: Money
    key: str = attrs.field(repr=False)


@attrs.frozen
class Credit:
    """One payment that a portal wrote to a code; ``day`` is the day in Baku."""

    code: SubscriberCode
    amount: Money
    day: date
    key: str = attrs.field(repr=False)


# The "Electronic water" portal, as the payments list names a payment point.
_PORTAL = "Elektron-Su portalı"


class CityBilling:
    """The invoices, payments and debts of all utilities, and what was done to them.

    Debts are set, and lowered by payments: they do not follow from the invoices, as those of the
    manual's sample do not either (NUM-06).
    """

    def __init__(self, subscribers: CitySubscribers) -> None:
        self._lock = threading.Lock()
        self._subscribers = subscribers
        self._invoices: dict[SubscriberCode, dict[str, Invoice]] = {}
        self._corrections: dict[str, Correction] = {}
        self._payments: dict[SubscriberCode, tuple[Payment, ...]] = {}
        self._debts: dict[SubscriberCode, Money] = {}
        self._credits: dict[str, Credit] = {}

    def add(self, code: SubscriberCode, *invoices: Invoice) -> None:
        """Issue invoices to a subscriber; one with a known number takes the other's place."""
        with self._lock:
            self._invoices.setdefault(code, {}).update({item.number: item for item in invoices})

    def invoices(self, code: SubscriberCode) -> tuple[Invoice, ...]:
        """All invoices of a code, also those not presented, in the order they were added."""
        with self._lock:
            return tuple(self._invoices.get(code, {}).values())

    @property
    def corrections(self) -> list[Correction]:
        """What was corrected so far, in order."""
        with self._lock:
            return list(self._corrections.values())

    def presented_invoices(self, code: SubscriberCode) -> tuple[Invoice, ...]:
        """See `Billing.presented_invoices`; of any utility."""
        return tuple(item for item in self.invoices(code) if item.presented)

    def correct(self, code: SubscriberCode, invoice: str, amount: Money, key: str) -> None:
        """See `Billing.correct`; of any utility."""
        with self._lock:
            if key in self._corrections:
                return
            known = self._invoices.get(code, {})
            if invoice not in known:
                raise PortRefused
            known[invoice] = attrs.evolve(known[invoice], amount=amount)
            self._corrections[key] = Correction(code, invoice, amount, key)

    def record(self, code: SubscriberCode, *payments: Payment) -> None:
        """Take note of payments made elsewhere; the debt stays as it is."""
        with self._lock:
            self._payments[code] = (*self._payments.get(code, ()), *payments)

    def payments(self, code: SubscriberCode) -> tuple[Payment, ...]:
        """See `Billing.payments`; of any utility."""
        with self._lock:
            return self._payments.get(code, ())

    def set_debt(self, code: SubscriberCode, amount: Money) -> None:
        """Say what a code owes; negative for a credit balance."""
        with self._lock:
            self._debts[code] = amount

    def debt(self, code: SubscriberCode) -> Money:
        """See `Billing.debt`; of any utility."""
        with self._lock:
            return self._debts.get(code, NO_MONEY)

    @property
    def credits(self) -> list[Credit]:
        """What portals wrote to codes so far, in order."""
        with self._lock:
            return list(self._credits.values())

    def credit(self, code: SubscriberCode, amount: Money, day: date, key: str) -> None:
        """See `Billing.credit`; of any utility."""
        with self._lock:
            if key in self._credits:
                return
            if amount <= NO_MONEY or self._subscribers.find(code) is None:
                raise PortRefused
            self._credits[key] = Credit(code, amount, day, key)
            receipt = f"E-{len(self._credits):06}"
            self._payments[code] = (
                *self._payments.get(code, ()),
                Payment(receipt, day, amount, _PORTAL),
            )
            self._debts[code] = self._debts.get(code, NO_MONEY) - amount

    def for_utility(self, utility: str) -> Billing:
        """The billing of one utility."""
        return _BillingOf(self, self._subscribers, utility)


@attrs.frozen
class _BillingOf:
    billing: CityBilling
    subscribers: CitySubscribers
    utility: str

    def presented_invoices(self, code: SubscriberCode) -> tuple[Invoice, ...]:
        if not self.subscribers.serves(self.utility, code):
            return ()
        return self.billing.presented_invoices(code)

    def correct(self, code: SubscriberCode, invoice: str, amount: Money, key: str) -> None:
        if not self.subscribers.serves(self.utility, code):
            raise PortRefused
        self.billing.correct(code, invoice, amount, key)

    def debt(self, code: SubscriberCode) -> Money:
        if not self.subscribers.serves(self.utility, code):
            return NO_MONEY
        return self.billing.debt(code)

    def payments(self, code: SubscriberCode) -> tuple[Payment, ...]:
        if not self.subscribers.serves(self.utility, code):
            return ()
        return self.billing.payments(code)

    def credit(self, code: SubscriberCode, amount: Money, day: date, key: str) -> None:
        if not self.subscribers.serves(self.utility, code):
            raise PortRefused
        self.billing.credit(code, amount, day, key)


# --- registered codes -------------------------------------------------------------------------


class CityRegisteredCodes:
    """Which codes people registered in their profiles."""

    def __init__(self, subscribers: CitySubscribers) -> None:
        self._lock = threading.Lock()
        self._subscribers = subscribers
        self._codes: dict[Fin, tuple[SubscriberCode, ...]] = {}

    def register(self, fin: Fin, *codes: SubscriberCode) -> None:
        """Register codes; one that is registered already keeps its place."""
        with self._lock:
            self._codes[fin] = tuple(dict.fromkeys((*self._codes.get(fin, ()), *codes)))

    def of(self, fin: Fin) -> tuple[SubscriberCode, ...]:
        """See `RegisteredCodes.of`; of all utilities."""
        with self._lock:
            return self._codes.get(fin, ())

    def for_utility(self, utility: str) -> RegisteredCodes:
        """The registered codes of one utility."""
        return _RegisteredCodesOf(self, self._subscribers, utility)


@attrs.frozen
class _RegisteredCodesOf:
    everything: CityRegisteredCodes
    subscribers: CitySubscribers
    utility: str

    def of(self, fin: Fin) -> tuple[SubscriberCode, ...]:
        codes = self.everything.of(fin)
        return tuple(code for code in codes if self.subscribers.serves(self.utility, code))


# --- reference data ---------------------------------------------------------------------------

# The template reasons are lost with figure 7 of manual 001 (DI-034); these are invented.
_LISTS = {
    "debt_investigation_reasons": (
        # The meter's reading was not recorded correctly.
        ReferenceItem("reading_recorded_wrongly", "Sayğacın göstəricisi düzgün qeyd olunmayıb"),
        # The invoice is for a meter of somebody else.
        ReferenceItem("meter_of_another", "Faktura başqa abonentin sayğacı üzrə hesablanıb"),
        # A payment was not taken into account.
        ReferenceItem("payment_missing", "Edilmiş ödəniş nəzərə alınmayıb"),
        # The consumption is much higher than usual.
        ReferenceItem(
            "consumption_too_high", "Sərfiyyat digər aylarla müqayisədə həddindən artıqdır"
        ),
        # The meter was replaced, which was not taken into account.
        ReferenceItem("meter_replaced", "Sayğacın dəyişdirilməsi nəzərə alınmayıb"),
    ),
    # The manual's picture shows only the first (AMB-54).
    "card_types": (
        ReferenceItem("visa", "Visa"),
        ReferenceItem("mastercard", "MasterCard"),
    ),
    # The company itself, and units of it that are invented.
    "azersu_units": (
        ReferenceItem(AZERSU.key, AZERSU.name),
        # Customer services department.
        ReferenceItem("customer_services", "Müştəri xidmətləri departamenti"),
        # Sukanal department of the district Nümunə ("example").
        ReferenceItem("example_district", "Nümunə rayon Sukanal idarəsi"),
        # Water quality laboratory.
        ReferenceItem("laboratory", "Suyun keyfiyyətinə nəzarət laboratoriyası"),
    ),
}
_UNITS = {
    # Department for work with subscribers.
    "debt_investigation": ReferenceItem("subscribers", "Abonentlərlə iş şöbəsi"),
    # Department for subscribers' data.
    "subscriber_data_change": ReferenceItem("subscriber_data", "Abonent məlumatları şöbəsi"),
    # Department for electricity meters.
    "meter_damage": ReferenceItem("meters", "Elektrik sayğacları şöbəsi"),
    # Department for readings.
    "meter_reading": ReferenceItem("readings", "Göstəricilərin qəbulu şöbəsi"),
    # Department for connecting new subscribers.
    "new_subscriber": ReferenceItem("connections", "Yeni abonentlərin qoşulması şöbəsi"),
    # Emergency dispatch service.
    "emergency": ReferenceItem("dispatch", "Qəza-dispetçer xidməti"),
    # Department for applications and complaints.
    "electronic_request": ReferenceItem("applications", "Ərizə və şikayətlər şöbəsi"),
    # Department for suspending and restoring the service.
    "service_suspension": ReferenceItem("suspensions", "Xidmətin dayandırılması və bərpası şöbəsi"),
    # Department for technical conditions.
    "technical_conditions": ReferenceItem("technical", "Texniki şərtlər şöbəsi"),
}


class CityReference:
    """Lists and rules by name, units by the key of their service; the same at each utility."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lists: dict[str, tuple[ReferenceItem, ...]] = dict(_LISTS)
        self._units: dict[str, ReferenceItem] = dict(_UNITS)
        self._rules: dict[str, bool] = {}

    def items(self, name: str) -> tuple[ReferenceItem, ...]:
        """See `Reference.items`."""
        with self._lock:
            return self._lists.get(name, ())

    def unit_for(self, service: str) -> ReferenceItem | None:
        """See `Reference.unit_for`."""
        with self._lock:
            return self._units.get(service)

    def applies(self, rule: str, default: bool) -> bool:
        """See `Reference.applies`."""
        with self._lock:
            return self._rules.get(rule, default)

    def set_rule(self, rule: str, on: bool) -> None:
        """Say whether a rule that the manuals leave open holds."""
        with self._lock:
            self._rules[rule] = on

    def set_items(self, name: str, *items: ReferenceItem) -> None:
        """Replace a list; with no items, empty it."""
        with self._lock:
            self._lists[name] = items

    def set_unit(self, service: str, unit: ReferenceItem | None) -> None:
        """Name the unit of a service; None when none is to be named."""
        with self._lock:
            self._units.pop(service, None)
            if unit:
                self._units[service] = unit


# --- request numbers --------------------------------------------------------------------------


class CityNumbers:
    """The request numbers, such as AZS-2026-000001: one sequence for each utility."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = dict.fromkeys(UTILITIES, 0)

    def issue(self, utility: str, day: date) -> str:
        """The next number of a utility."""
        with self._lock:
            self._last[utility] += 1
            return f"{UTILITIES[utility]}-{day.year}-{self._last[utility]:06}"

    def for_utility(self, utility: str) -> Numbers:
        """The numbers of one utility."""
        return _NumbersOf(self, utility)


@attrs.frozen
class _NumbersOf:
    numbers: CityNumbers
    utility: str

    def issue(self, service: str, day: date) -> str:
        return self.numbers.issue(self.utility, day)
