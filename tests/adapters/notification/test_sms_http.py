"""SMS by an HTTP gateway: what it is asked, in both formats, and what each of its answers means."""

from __future__ import annotations

import json
import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from types import SimpleNamespace
from typing import Any

import attrs
import pytest
from tests.adapters.notification.servers import HOST, SmsServer, Texted, certificate
from tests.databases import SqlitePlace

from utility_eservices.errors import (
    PortBusy,
    PortFailure,
    PortRefused,
    PortTimeout,
    PortUnavailable,
)
from utility_eservices.ports.notification import Letter
from utility_eservices_adapters.notification import rates
from utility_eservices_adapters.notification import sms_http as module
from utility_eservices_adapters.notification.deliveries import SqlDeliveries
from utility_eservices_adapters.notification.gateways import GATEWAYS, parts_of
from utility_eservices_adapters.notification.sms_http import (
    SmsConfig,
    SmsNotification,
    SmsPlugin,
)
from utility_eservices_adapters.settings import Secret, Unset, from_environment
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.shared import shared

NUMBER = "+994501234567"
TEXT = "Müraciətiniz qeydiyyata alındı. Nömrə: AZS-2026-000001\nSağ olun."
SMS = Letter(NUMBER, "", TEXT)
# How long one waits for a gateway that does not answer.
SHORT = timedelta(seconds=2)
PROVIDERS = ("lsim", "posta_guvercini")

Sending = Callable[..., SmsNotification]


@pytest.fixture
def ledger(sqlite_place: SqlitePlace) -> Iterator[SqlDeliveries]:
    database = Database(sqlite_place.config)
    yield SqlDeliveries(database)
    database.close()


@pytest.fixture
def server() -> Iterator[SmsServer]:
    made = SmsServer()
    yield made
    made.close()


@pytest.fixture
def sending(server: SmsServer, ledger: SqlDeliveries) -> Sending:
    """SMS by the emulated gateway."""

    def make(provider: str, **more: Any) -> SmsNotification:
        config = SmsConfig(
            provider, server.login, Secret(server.password), "AZERSU", server.address
        )
        return SmsNotification(attrs.evolve(config, **more), ledger)

    return make


# --- what goes out --------------------------------------------------------------------------------


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize(
    "text", [TEXT, "Your request is registered.", "Gülüm", "`", "Qiymət: 5 ₼ 💧", "a" * 400]
)
def test_a_text_arrives(provider: str, text: str, server: SmsServer, sending: Sending) -> None:
    """Every letter of it, whatever alphabet it needs, at the number with its country code."""
    sending(provider).send(Letter(NUMBER, "", text), "key")
    assert server.texts == [Texted(NUMBER, text)]


def test_nothing_personal_stands_in_a_url(server: SmsServer, sending: Sending) -> None:
    """Number and text go in the body: URLs are written down all along the way."""
    for provider in PROVIDERS:
        sending(provider).send(SMS, provider)
    assert server.asked == ["/quicksms/v1/smssender", "/api_json/v1/Sms/Send_1_N"]


def test_a_request_of_lsim() -> None:
    """To the letter what the public client integrify-lsim 1.1.0 sends for the same text."""
    secret = Secret("sınaq şifrəsi")
    account = SmsConfig("lsim", "azersu", secret, "AZERSU").account
    text = "Müraciətiniz qeydiyyata alındı."
    asked = GATEWAYS["lsim"].sending(account, "994501234567", text)
    assert (asked.method, asked.path) == ("POST", "/quicksms/v1/smssender")
    assert asked.body == {
        "login": "azersu",
        "key": "23b1e269e2e53a78e0c138996d3a9293",
        "msisdn": "994501234567",
        "text": text,
        "sender": "AZERSU",
        "scheduled": "NOW",
        "unicode": True,
    }
    asked = GATEWAYS["lsim"].asking_balance(account)
    assert (asked.method, asked.path) == ("GET", "/quicksms/v1/balance")
    assert asked.query == {"login": "azersu", "key": "1729a36cc3813d304351c5d1894c1a36"}


def test_a_request_of_posta_guvercini() -> None:
    """What its public clients all send; the account's sender stands where none is named."""
    account = SmsConfig("posta_guvercini", "login", Secret("password")).account
    asked = GATEWAYS["posta_guvercini"].sending(account, "994501234567", "Şəkil")
    assert (asked.method, asked.path) == ("POST", "/api_json/v1/Sms/Send_1_N")
    assert asked.body == {
        "Username": "login",
        "Password": "password",
        "Message": "Şəkil",
        "Receivers": ["994501234567"],
    }


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 0),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("ə" * 70, 1),
        ("ə" * 71, 2),
        ("ə" + "a" * 134, 3),
        # SMS have ü, but gateways want to be told of it as of ə.
        ("ü" * 71, 2),
        ("`" * 71, 2),
        ("[" * 81, 2),
        ("💧" * 35, 1),
        ("💧" * 36, 2),
        # No part ends within a character.
        ("a" * 66 + "💧" + "a" * 66 + "💧", 3),
    ],
)
def test_parts_are_counted(text: str, parts: int) -> None:
    """As many as a gateway counts at most."""
    assert parts_of(text) == parts


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_text_of_too_many_parts_is_refused(
    provider: str, server: SmsServer, sending: Sending
) -> None:
    """Before anybody pays for it; one that just fits goes out."""
    port = sending(provider, most_parts=2)
    port.send(Letter(NUMBER, "", "ə" * 134), "first")
    with pytest.raises(PortRefused):
        port.send(Letter(NUMBER, "", "ə" * 135), "second")
    assert len(server.texts) == 1


@pytest.mark.parametrize(
    "letter",
    [
        Letter("0501234567", "", TEXT),
        Letter("aysel@example.com", "", TEXT),
        Letter("+994501234567,+994501234568", "", TEXT),
        Letter(NUMBER, "", ""),
        Letter(NUMBER, "", "Sayğac \ud83d"),
    ],
    ids=["no country", "e-mail", "two numbers", "empty", "half a letter"],
)
def test_what_cannot_be_sent_is_refused(
    letter: Letter, server: SmsServer, sending: Sending
) -> None:
    """It is a clear no, told without the letter, and nobody is connected to."""
    with pytest.raises(PortRefused) as caught:
        sending("lsim").send(letter, "key")
    assert str(caught.value) == str(PortRefused())
    assert caught.value.__cause__ is None
    assert server.asked == []


def test_the_log_has_parts_and_codes_and_no_words(
    server: SmsServer, sending: Sending, caplog: pytest.LogCaptureFixture
) -> None:
    """How many parts went out, which code came back; neither the number nor what was said."""
    server.black_list = frozenset({"994501234568"})
    with caplog.at_level(logging.DEBUG):
        sending("lsim").send(SMS, "first")
        with pytest.raises(PortRefused):
            sending("lsim").send(Letter("+994501234568", "", TEXT), "second")
        server.answer = (200, json.dumps({"errorCode": f"Not {NUMBER}"}).encode())
        with pytest.raises(PortTimeout):
            sending("lsim").send(SMS, "third")
        server.answer = None
        sending("lsim").check()
    said = [it.getMessage() for it in caplog.records if it.name == module.__name__]
    assert said == [
        "an SMS of 1 parts went out",
        "the SMS gateway: REFUSED, -105",
        "the SMS gateway: UNKNOWN, ?",
    ]
    for personal in ("994501234567", "Müraciətiniz", server.login, "key="):
        assert personal not in caplog.text


def test_both_ways_to_tell_a_code_are_understood(server: SmsServer, sending: Sending) -> None:
    """Public clients of LSIM disagree about it: one reads names, the others numbers."""
    server.black_list = frozenset({"994501234568"})
    for server.named in (False, True):
        sending("lsim").send(SMS, f"{server.named}")
        with pytest.raises(PortRefused):
            sending("lsim").send(Letter("+994501234568", "", TEXT), f"{server.named}-black")
        with pytest.raises(PortUnavailable):
            sending("lsim", password=Secret("falsch")).send(SMS, f"{server.named}-wrong")
        assert sending("lsim").check() is None
    assert len(server.texts) == 2


# --- what failures mean ---------------------------------------------------------------------------


def posta(code: object, result: object = None) -> bytes:
    """An answer of Posta Güvercini."""
    return json.dumps({"StatusCode": code, "StatusDescription": "", "Result": result}).encode()


def lsim(code: object, message: str | None = None, number: object = None) -> bytes:
    """An answer of LSIM."""
    said = {"successMessage": None, "errorMessage": message, "obj": number, "errorCode": code}
    return json.dumps(said).encode()


@pytest.mark.parametrize(
    "body",
    # The sources disagree about the code of success; all of these name a transaction.
    [
        lsim(0, number=555),
        lsim(108, number=12345),
        lsim(None, number=7),
        lsim("SENT", number=7),
        lsim("0", number="7"),
        lsim("OK", number=7),
        b'{"successMessage": "ok", "obj": 7}',
    ],
)
def test_lsim_took_the_text(body: bytes, server: SmsServer, sending: Sending) -> None:
    """The number of a transaction, and no error: it is sent, and not sent again."""
    server.answer = (200, body)
    sending("lsim").send(SMS, "key")
    sending("lsim").send(SMS, "key")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("provider", "body", "kind"),
    [
        *(("lsim", lsim(code, "no"), PortRefused) for code in (-101, -102, -105, "-105")),
        ("lsim", lsim("WRONG_NUMBER_FORMAT", "no"), PortRefused),
        *(
            ("lsim", lsim(code, "no"), PortUnavailable)
            for code in (-100, -103, -104, -107, -108, -109, -500, -999, "INTERNAL_ERROR", None)
        ),
        ("lsim", lsim(-500, number=7), PortUnavailable),
        ("lsim", lsim(0), PortTimeout),
        ("lsim", lsim(0, number=-1), PortTimeout),
        ("lsim", lsim(0, number=True), PortTimeout),
        ("lsim", lsim([1], number=[2]), PortTimeout),
        ("lsim", b"{}", PortTimeout),
        *(("posta_guvercini", posta(code), PortRefused) for code in (1060, 1090)),
        *(
            ("posta_guvercini", posta(code), PortUnavailable)
            for code in (400, 500, 1010, 1040, 1050, 9999)
        ),
        ("posta_guvercini", posta(None), PortTimeout),
        ("posta_guvercini", posta("yes"), PortTimeout),
        ("posta_guvercini", b"{}", PortTimeout),
        *(
            (provider, body, PortTimeout)
            for provider in PROVIDERS
            for body in (b"", b"OK", b"<html>", b"[]", b"null", b"\xff", b"[" * 50_000)
        ),
        *((provider, b'{"a": "' + b"a" * 70_000, PortTimeout) for provider in PROVIDERS),
    ],
)
def test_answers_by_kind(
    provider: str, body: bytes, kind: type[PortFailure], server: SmsServer, sending: Sending
) -> None:
    """A clear no about number or text is refused; the account is not; nonsense is not known."""
    server.answer = (200, body)
    with pytest.raises(PortFailure) as caught:
        sending(provider).send(SMS, "key")
    assert type(caught.value) is kind


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, PortUnavailable),
        (400, PortUnavailable),
        (401, PortUnavailable),
        (404, PortUnavailable),
        (429, PortBusy),
        (500, PortTimeout),
        (502, PortTimeout),
        (503, PortUnavailable),
        (504, PortTimeout),
    ],
)
def test_statuses_by_kind(
    status: int, kind: type[PortFailure], server: SmsServer, sending: Sending
) -> None:
    """What HTTP itself says is no answer about the letter; the check tells it."""
    server.answer = (status, b"...")
    port = sending("lsim")
    with pytest.raises(PortFailure) as caught:
        port.send(SMS, "key")
    assert type(caught.value) is kind
    assert f"HTTP {status}" in str(port.check())


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_text_that_may_have_gone_goes_again(
    provider: str, server: SmsServer, sending: Sending
) -> None:
    """A gateway that sends and answers too late: nobody knows, so it goes once more."""
    server.late = True
    with pytest.raises(PortTimeout):
        sending(provider, timeout=SHORT).send(SMS, "key")
    server.late = False
    for _ in range(2):
        sending(provider).send(SMS, "key")
    assert server.texts == [Texted(NUMBER, TEXT)] * 2


def test_an_answer_that_drips_is_not_waited_for(
    server: SmsServer, sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it has to come in time: not each byte for itself."""
    clock = iter([0.0, 31.0])
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    with pytest.raises(PortTimeout):
        sending("lsim").send(SMS, "key")
    assert len(server.texts) == 1


def test_a_gateway_that_hangs_up(server: SmsServer, sending: Sending) -> None:
    """A connection that breaks before an answer: nobody knows."""
    with server.switched_off(), pytest.raises(PortTimeout):
        sending("lsim").send(SMS, "key")


def test_nobody_at_the_port(sending: Sending) -> None:
    """Where nobody listens, nothing was done, and the check says where."""
    with socket.socket() as silent:
        silent.bind((HOST, 0))  # taken, and not listened at
        address = f"http://{HOST}:{silent.getsockname()[1]}"
        port = sending("lsim", base_url=address)
        with pytest.raises(PortUnavailable):
            port.send(SMS, "key")
        assert address in str(port.check())


def test_what_is_no_host(sending: Sending) -> None:
    """A name that leads nowhere is advice."""
    port = sending("lsim", base_url=f"https://{'m' * 64}")
    with pytest.raises(PortUnavailable):
        port.send(SMS, "key")
    assert port.check() is not None


def test_a_certificate_that_nobody_vouches_for(
    tmp_path_factory: pytest.TempPathFactory, sending: Sending
) -> None:
    """Nothing is sent to a gateway that may be another."""
    server = HTTPServer((HOST, 0), BaseHTTPRequestHandler)
    server.socket = certificate(tmp_path_factory.mktemp("tls"))[0].wrap_socket(
        server.socket, server_side=True
    )
    serving = Thread(target=refuse_one, args=(server,))
    serving.start()
    with pytest.raises(PortUnavailable):
        sending("lsim", base_url=f"https://{HOST}:{server.server_port}").send(SMS, "key")
    serving.join()
    server.server_close()


def refuse_one(server: HTTPServer) -> None:
    """Take one connection, whose other side will not trust it."""
    with pytest.raises(ssl.SSLError):
        server.get_request()


def test_a_full_way_is_told(
    server: SmsServer, sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More texts than the rate allows are put off, and the key stays free."""
    monkeypatch.setattr(rates, "_PATIENCE", 0)
    slow = sending("lsim", rate="1/hour")
    slow.send(SMS, "first")
    with pytest.raises(PortBusy):
        slow.send(SMS, "second")
    sending("lsim").send(SMS, "second")
    assert len(server.texts) == 2


# --- how it is ------------------------------------------------------------------------------------


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_check_asks_for_the_balance(provider: str, server: SmsServer, sending: Sending) -> None:
    """Login and password are right and there is something left; nothing is sent."""
    assert sending(provider).check() is None
    server.balance = 0
    assert str(sending(provider).check()).startswith("Top up the account")
    wrong = sending(provider, password=Secret("falsch")).check()
    assert str(wrong).startswith("Mend ESERVICES_SMS_HTTP_LOGIN")
    for body in (b"{}", posta(200, {})):
        server.answer = (200, body)
        assert "ESERVICES_SMS_HTTP_BASE_URL" in str(sending(provider).check())
    assert server.texts == []


@pytest.mark.parametrize("provider", PROVIDERS)
def test_an_empty_account_is_not_the_letters_fault(
    provider: str, server: SmsServer, sending: Sending
) -> None:
    """It may be sent again when the account is topped up, or the password mended."""
    with pytest.raises(PortUnavailable):
        sending(provider, password=Secret("falsch")).send(SMS, "key")
    sending(provider).send(SMS, "key")
    assert len(server.texts) == 1


SETTINGS = {
    "ESERVICES_SMS_HTTP_PROVIDER": "lsim",
    "ESERVICES_SMS_HTTP_LOGIN": "azersu",
    "ESERVICES_SMS_HTTP_PASSWORD": "geheim",
    "ESERVICES_SMS_HTTP_SENDER": "AZERSU",
}


def test_settings_are_read() -> None:
    """What is not set is as usual; the password is in no repr."""
    config = from_environment(SmsConfig, "sms-http", SETTINGS)
    assert config.address == "https://apps.lsim.az"
    assert (
        attrs.evolve(config, provider="posta_guvercini").address == "https://www.poctgoyercini.com"
    )
    assert "geheim" not in f"{config!r} {config.account!r}"


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("PROVIDER", "", "Set ESERVICES_SMS_HTTP_PROVIDER."),
        ("PROVIDER", "msm", "Make ESERVICES_SMS_HTTP_PROVIDER lsim or posta_guvercini."),
        ("PASSWORD", "", "Set ESERVICES_SMS_HTTP_PASSWORD."),
        ("SENDER", "", "Set ESERVICES_SMS_HTTP_SENDER."),
        ("BASE_URL", "http://apps.lsim.az", "an address of https"),
        ("BASE_URL", "https://", "an address of https"),
        ("BASE_URL", "https://[", "an address of https"),
        ("BASE_URL", "https://sms.example.com:65536", "an address of https"),
        ("TIMEOUT", "90", "up to 60"),
        ("RATE", "many", "10/second"),
        ("MOST_PARTS", "0", "1 or more"),
    ],
)
def test_settings_that_do_not_fit_are_advice(
    name: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk opens all the same; the check says what to set, and no letter counts as sent."""
    given = {**SETTINGS, f"ESERVICES_SMS_HTTP_{name}": value, "ESERVICES_DATABASE_URL": "sqlite://"}
    for variable, text in given.items():
        monkeypatch.setenv(variable, text)
    port = module.eservices_notification("sms")
    assert isinstance(port, Unset)
    assert advice in str(port.check())
    with pytest.raises(PortUnavailable):
        port.send(SMS, "key")


def test_the_installed_plugin_sends(
    server: SmsServer, sqlite_place: SqlitePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the settings of the environment alone; a medium that is not its own it leaves."""
    given = {
        **SETTINGS,
        "ESERVICES_SMS_HTTP_PASSWORD": server.password,
        "ESERVICES_SMS_HTTP_BASE_URL": server.address,
        "ESERVICES_DATABASE_URL": sqlite_place.config.url.value,
    }
    for variable, text in given.items():
        monkeypatch.setenv(variable, text)
    port = module.eservices_notification("sms")
    assert isinstance(port, SmsNotification)
    assert port.check() is None
    port.send(SMS, "key")
    shared().close()
    assert len(server.texts) == 1
    assert module.eservices_notification("email") is None
    assert SmsPlugin(port.config, port.deliveries).eservices_notification("email") is None
