"""Ödəniş: the hosts send people to the bank, take them back, and hear what the bank reports."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from examples.portal import STRANGER, Portal
from tests.desk.workshop import TOP_UP
from tests.examples.browser import Browser, Wire
from tests.examples.conftest import SITE, AsgiWire, DjangoWire

from utility_eservices import Desk
from utility_eservices.ports.payments import Callback, PaymentPage, PaymentRequest
from utility_eservices.simulator.city import City
from utility_eservices.simulator.faults import FaultKind
from utility_eservices.simulator.payments import CityPayments
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

CODE = SubscriberCode("2030405060")


class Bank(CityPayments):
    """The simulator's bank, which remembers where people are to go afterwards."""

    def start(self, request: PaymentRequest, return_to: str) -> PaymentPage:
        """See `Payments.start`."""
        self.return_to = return_to
        return super().start(request, return_to)


@pytest.fixture
def city() -> City:
    """A city with such a bank."""
    city = City()
    city.bank = Bank()
    return city


@pytest.fixture
def host(host: ModuleType, city: City, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The host, with a service that is paid for."""
    desk = Desk([SimulatorPlugin(city)], services=[TOP_UP])
    monkeypatch.setattr(host, "portal", Portal(desk, "e-gov.az", SITE))
    return host


def on_the_form(browser: Browser, amount: str) -> None:
    """Everything is entered that is paid for."""
    browser.follow("Balansın artırılması")
    browser.press("Asan imza ilə")
    browser.fill("Ad", "Aysel")
    browser.press("Davam et")
    browser.fill("Abonent kodu", CODE.value)
    browser.fill("Məbləğ", amount)


def at_the_bank(browser: Browser, city: City) -> str:
    """Press what pays; the key of the payment whose page the browser is sent to."""
    on_the_form(browser, "5")
    answer = pressed(browser, "Ödə")
    (key,) = city.bank.keys
    assert (answer.status, answer.location) == (303, f"https://pay.example/{key}")
    return key


def pressed(browser: Browser, label: str) -> Any:
    """What the host answers to a press, before any redirect is followed."""
    page, (name, value) = browser.page, browser.page.buttons[label]
    action = page.actions[label]
    return browser.wire.post(action, {**page.sent, **page.hidden[action], name: value}, {})


def call(wire: Wire, path: str, callback: Callback) -> int:
    """The status that a bank reads when it calls back: it has no cookie and no token."""
    if isinstance(wire, DjangoWire):
        headers = {f"HTTP_{n.upper().replace('-', '_')}": t for n, t in callback.headers.items()}
        given = wire.client.post(path, callback.body, content_type="application/json", **headers)
        return int(given.status_code)
    assert isinstance(wire, AsgiWire)
    return wire.client.post(path, content=callback.body, headers=dict(callback.headers)).status_code


def credited(city: City) -> list[Money]:
    return [credit.amount for credit in city.billing.credits if credit.code == CODE]


def test_people_go_to_the_bank_and_come_back(browser: Browser, city: City) -> None:
    """To the bank's page, back to where the journey is, and on once it is paid."""
    key = at_the_bank(browser, city)
    assert isinstance(city.bank, Bank)
    assert city.bank.return_to == f"{SITE}/services/top_up"
    browser.come("/services/top_up")
    assert browser.page.links["Ödəniş səhifəsi"] == f"https://pay.example/{key}"
    browser.press("Yoxla")
    assert "Ödənişin nəticəsi hələ bəlli deyil." in browser.page.words
    city.bank.pay(key)
    browser.press("Yoxla")
    assert "Ödəniş qəbul edildi." in browser.page.words
    assert credited(city) == [Money.of(5)]


def test_no_request_says_where_people_come_back_to(browser: Browser, city: City) -> None:
    """Whoever writes another site into the Host header sends nobody there."""
    on_the_form(browser, "5")
    if isinstance(browser.wire, AsgiWire):
        browser.wire.client.headers["host"] = "elsewhere.example"
    else:
        assert isinstance(browser.wire, DjangoWire)
        browser.wire.client.defaults["HTTP_HOST"] = "elsewhere.example"
    assert pressed(browser, "Ödə").status == 303
    assert isinstance(city.bank, Bank)
    assert city.bank.return_to == f"{SITE}/services/top_up"


def test_what_the_bank_reports_is_heard(
    browser: Browser, another: Wire, city: City, desk: Desk
) -> None:
    """At an address of its own, without cookie or token; told twice it counts once."""
    key = at_the_bank(browser, city)
    city.bank.pay(key)
    callback = city.bank.callback(key)
    assert [call(another, "/payments/azersu", callback) for _ in range(2)] == [200, 200]
    order = city.payment_store.of_attempt(key)
    assert order is not None
    assert order.is_paid
    desk.perform_due()
    assert credited(city) == [Money.of(5)]


def test_what_proves_nothing_is_refused(browser: Browser, another: Wire, city: City) -> None:
    """Forged, of no payment or no utility, too long; when the store fails, the bank tries again."""
    key = at_the_bank(browser, city)
    city.bank.pay(key)
    callback = city.bank.callback(key)
    forged = Callback(callback.headers, {}, callback.body + b" ")
    assert call(another, "/payments/azersu", forged) == 400
    unknown = city.bank.callback(key, key="0" * 20, order="0" * 18)
    assert call(another, "/payments/azersu", unknown) == 404
    assert call(another, "/payments/no_utility", callback) == 404
    long = Callback(callback.headers, {}, b"x" * (STRANGER + 1))
    assert call(another, "/payments/azersu", long) == 413
    city.faults.next("payment_store", FaultKind.UNAVAILABLE)
    assert call(another, "/payments/azersu", callback) == 503
    order = city.payment_store.of_attempt(key)
    assert order is not None
    assert order.is_open
    assert call(another, "/payments/azersu", callback) == 200


def test_nobody_is_sent_to_the_bank_for_nothing(browser: Browser, city: City) -> None:
    """What is wrong stands on the page."""
    on_the_form(browser, "0")
    browser.press("Ödə")
    assert browser.status == 422
    assert browser.page.faulty == {"amount"}
    assert city.bank.keys == ()
