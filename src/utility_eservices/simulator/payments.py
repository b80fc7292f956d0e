"""The city's bank: a payment gateway in memory, and the store of payment orders.

A test plays the person on the bank's page (`CityPayments.pay`, `decline`) and the bank that
calls back (`callback`); what the bank did with the money is there to look at.

>>> bank = CityPayments()
>>> request = PaymentRequest("01", "0", Money.of(5), "AZN")
>>> bank.start(request, "https://portal.example/").url
'https://pay.example/01'
>>> bank.pay("01")
>>> bank.read(bank.callback("01")).status.value
'paid'
>>> forged = attrs.evolve(bank.callback("01"), body=b'{"amount": "500.00"}')
>>> bank.read(forged)
Traceback (most recent call last):
    ...
utility_eservices.errors.CallbackRefused: callback_refused: \
Ödəniş barədə bildirişin həqiqiliyi təsdiqlənmədi.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterable, Set
from datetime import datetime

import attrs

from utility_eservices.casework.paying import PaymentOrder, Report, ReportStatus
from utility_eservices.errors import CallbackRefused, PortRefused, StalePayment
from utility_eservices.ports.payments import Callback, PaymentPage, PaymentRequest
from utility_eservices.vocabulary.money import NO_MONEY, Money

__all__ = ["CityPaymentStore", "CityPayments"]

_SECRET = b"utility_eservices.simulator: the bank"
_SIGNATURE = "x-signature"


@attrs.frozen
class _Held:
    """What the bank knows of one attempt; ``refunds`` are the keys of what was given back."""

    request: PaymentRequest
    status: ReportStatus = ReportStatus.PENDING
    refunds: frozenset[str] = frozenset()


class CityPayments:
    """The gateway of all utilities."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: dict[str, _Held] = {}

    # --- the person and the bank ----------------------------------------------------------------

    def pay(self, key: str) -> None:
        """Capture the money of an attempt, also one that was declined; `LookupError` for none."""
        self._come_to(key, ReportStatus.PAID)

    def decline(self, key: str) -> None:
        """Decline an attempt, unless the money was captured; `LookupError` for none."""
        self._come_to(key, ReportStatus.FAILED)

    def _come_to(self, key: str, status: ReportStatus) -> None:
        with self._lock:
            held = self._held[key]
            if held.status is not ReportStatus.PAID:
                self._held[key] = attrs.evolve(held, status=status)

    def callback(self, key: str, /, **otherwise: str) -> Callback:
        """What the bank calls back with, signed: how it stands with an attempt now.

        ``otherwise`` says other than what is so, by the names in the body, for trying out what
        comes of it: ``order``, ``key``, ``status``, ``amount``, ``currency``, ``reference``.
        """
        report = self.look_up(key)
        if report is None:
            raise LookupError("the bank knows of no such attempt")
        told = {
            "order": report.order,
            "key": report.key,
            "status": report.status.value,
            "amount": report.amount.plain,
            "currency": report.currency,
            "reference": report.reference,
        }
        body = json.dumps({**told, **otherwise}).encode()
        return Callback({_SIGNATURE: _signature(body)}, {}, body)

    @property
    def keys(self) -> tuple[str, ...]:
        """The attempts that were started, in order."""
        with self._lock:
            return tuple(self._held)

    @property
    def captured(self) -> dict[str, Money]:
        """What was ever captured, by the key of the attempt."""
        with self._lock:
            return {
                key: held.request.amount
                for key, held in self._held.items()
                if held.status is ReportStatus.PAID
            }

    @property
    def refunded(self) -> dict[str, Money]:
        """What was given back, by the key of the attempt."""
        with self._lock:
            return {key: _given_back(held) for key, held in self._held.items() if held.refunds}

    # --- the port -------------------------------------------------------------------------------

    def start(self, request: PaymentRequest, return_to: str) -> PaymentPage:
        """See `Payments.start`."""
        with self._lock:
            if self._held.setdefault(request.key, _Held(request)).request != request:
                raise PortRefused
        return PaymentPage(f"https://pay.example/{request.key}")

    def look_up(self, key: str) -> Report | None:
        """See `Payments.look_up`."""
        with self._lock:
            held = self._held.get(key)
        if held is None:
            return None
        asked = held.request
        reference = f"RRN{key[-6:]}" if held.status is ReportStatus.PAID else ""
        return Report(asked.order, key, held.status, asked.amount, asked.currency, reference)

    def refund(self, key: str, amount: Money, refund_key: str) -> None:
        """See `Payments.refund`; the whole amount only, and only of what was captured."""
        with self._lock:
            held = self._held.get(key)
            if held is None or held.status is not ReportStatus.PAID:
                raise PortRefused
            if refund_key in held.refunds:
                return
            if amount != held.request.amount or held.refunds:
                raise PortRefused
            self._held[key] = attrs.evolve(held, refunds=held.refunds | {refund_key})

    def read(self, callback: Callback) -> Report:
        """See `Payments.read`; an HMAC of the body, in a header, proves it."""
        given = callback.headers.get(_SIGNATURE, "")
        if not hmac.compare_digest(_signature(callback.body).encode(), given.encode()):
            raise CallbackRefused
        told = json.loads(callback.body)
        status, amount = ReportStatus(told["status"]), Money.of(told["amount"])
        reference = told["reference"]
        return Report(told["order"], told["key"], status, amount, told["currency"], reference)


def _signature(body: bytes) -> str:
    return hmac.new(_SECRET, body, hashlib.sha256).hexdigest()


def _given_back(held: _Held) -> Money:
    return sum((held.request.amount for _ in held.refunds), NO_MONEY)


class CityPaymentStore:
    """The payment orders of the city; see `PaymentStore` for what each method promises."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._orders: dict[str, PaymentOrder] = {}
        self._by_intent: dict[str, str] = {}

    def open(self, order: PaymentOrder) -> PaymentOrder:
        """See `PaymentStore.open`."""
        with self._lock:
            number = self._by_intent.get(order.intent)
            if number is not None:
                return self._orders[number]
            if order.number in self._orders:
                raise PortRefused
            self._orders[order.number] = order
            self._by_intent[order.intent] = order.number
            return order

    def save(self, order: PaymentOrder) -> None:
        """See `PaymentStore.save`."""
        with self._lock:
            kept = self._orders.get(order.number)
            if kept is None or kept.version != order.version - 1:
                raise StalePayment
            self._orders[order.number] = order

    def get(self, number: str) -> PaymentOrder | None:
        """See `PaymentStore.get`."""
        with self._lock:
            return self._orders.get(number)

    def of_journey(self, journey: str) -> tuple[PaymentOrder, ...]:
        """See `PaymentStore.of_journey`."""
        return tuple(order for order in self._all() if order.journey == journey)

    def of_attempt(self, key: str) -> PaymentOrder | None:
        """See `PaymentStore.of_attempt`."""
        return next((order for order in self._all() if order.attempt(key)), None)

    def due(self, now: datetime, limit: int = 100) -> tuple[PaymentOrder, ...]:
        """See `PaymentStore.due`."""
        due = [(order.due, order) for order in self._all() if order.due and order.due <= now]
        return tuple(order for _, order in sorted(due, key=lambda item: item[0])[:limit])

    def troubled(
        self, troubles: Set[str], limit: int = 100, after: str | None = None
    ) -> tuple[PaymentOrder, ...]:
        """See `PaymentStore.troubled`."""
        orders = list(self._all())
        places = {order.number: place for place, order in enumerate(orders, 1)}
        later = orders[places.get(after, 0) if after else 0 :]
        return tuple(order for order in later if order.trouble in troubles)[:limit]

    def _all(self) -> Iterable[PaymentOrder]:
        with self._lock:
            return tuple(self._orders.values())
