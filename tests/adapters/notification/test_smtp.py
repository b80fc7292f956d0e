"""Letters by a mail server: what it is told, and what each of its failures means."""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.adapters.notification.servers import (
    DROP,
    GO_ON,
    HANG,
    HOST,
    POLITE,
    MailServer,
    Rude,
    certificate,
)
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
from utility_eservices_adapters.notification import smtp as module
from utility_eservices_adapters.notification.deliveries import SqlDeliveries
from utility_eservices_adapters.notification.smtp import SmtpConfig, SmtpNotification, SmtpPlugin
from utility_eservices_adapters.settings import Secret, SettingsRefused, Unset, from_environment
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.shared import shared

SENDER = "noreply@example.com"
ADDRESS = "aysel@example.com"
LETTER = Letter(ADDRESS, "Müraciət qeydiyyata alındı", "Salam, Aysel.\n.\nNöqtə: .\n\nSağ olun.")
NOW = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
# How long one waits for a server that never answers, where it has to be reached, and where not.
SHORT, SHORTEST = timedelta(seconds=2), timedelta(seconds=0.5)

Sending = Callable[..., SmtpNotification]


@pytest.fixture
def ledger(sqlite_place: SqlitePlace) -> Iterator[SqlDeliveries]:
    database = Database(sqlite_place.config)
    yield SqlDeliveries(database)
    database.close()


@pytest.fixture
def sending(ledger: SqlDeliveries) -> Sending:
    """E-mail by a server at a port, without encryption unless it is said otherwise."""

    def make(port: int, **more: Any) -> SmtpNotification:
        config = attrs.evolve(SmtpConfig(HOST, SENDER, security="none", port=port), **more)
        return SmtpNotification(config, ledger, lambda: NOW)

    return make


@pytest.fixture
def server() -> Iterator[MailServer]:
    made = MailServer()
    yield made
    made.close()


@pytest.fixture
def rude() -> Iterator[Callable[..., Rude]]:
    """A mail server that is polite up to an answer, and says what it is told from there on."""
    made: list[Rude] = []

    def make(step: int, *answers: bytes) -> Rude:
        made.append(Rude((*POLITE[:step], *answers, *POLITE[step + len(answers) :])))
        return made[-1]

    yield make
    for it in made:
        it.close()


# --- what goes out ------------------------------------------------------------------------------


def test_a_letter_is_whole(server: MailServer, sending: Sending) -> None:
    """Envelope, headers, the clock's date and both texts, every line and dot in its place."""
    sending(server.port, sender_name="Azərsu ASC").send(LETTER, "key")
    (mailed,) = server.letters
    message = mailed.message
    assert (mailed.sender, mailed.addressee) == (SENDER, ADDRESS)
    assert message["From"].addresses[0].display_name == "Azərsu ASC"
    assert message["Subject"] == LETTER.subject
    assert message["Date"].datetime == NOW
    assert mailed.text.splitlines() == LETTER.text.splitlines()
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


def test_a_message_id_tells_nothing_of_the_case(server: MailServer, sending: Sending) -> None:
    """It is the sender's domain and a digest, another for each key."""
    for key in ("AZS-2026-000001/0/a.email", "AZS-2026-000001/1/a.email"):
        sending(server.port).send(LETTER, key)
    first, second = (mailed.message["Message-ID"] for mailed in server.letters)
    assert first != second
    assert first.endswith("@example.com>")
    assert "AZS" not in first


def test_a_letter_that_may_have_gone_goes_again_as_the_same(
    server: MailServer, sending: Sending
) -> None:
    """A server that takes the letter and answers too late has it twice, under one Message-ID."""
    server.late = True
    with pytest.raises(PortTimeout):
        sending(server.port, timeout=SHORT).send(LETTER, "key")
    server.late = False
    for _ in range(2):
        sending(server.port).send(LETTER, "key")
    once, again = server.letters
    assert once.message["Message-ID"] == again.message["Message-ID"]


# --- what failures mean ---------------------------------------------------------------------------

GREETING, EHLO, MAIL, RCPT, DATA, END = range(len(POLITE))
GARBAGE = b"\xff\xfe what?"
ENDLESS = b"2" * 10_000


def patience(answer: bytes, least: timedelta = SHORT) -> dict[str, Any]:
    """A short one for a server that falls silent; whoever answers is given time."""
    return {"timeout": least} if answer in {HANG, GO_ON} else {}


@pytest.mark.parametrize("step", [GREETING, EHLO, MAIL, RCPT, DATA])
@pytest.mark.parametrize(
    "answer", [HANG, GO_ON, DROP, GARBAGE, ENDLESS, b"", b"421 Closing", b"451 Later", b"299 Well"]
)
def test_before_its_end_a_letter_was_not_sent(
    step: int, answer: bytes, rude: Callable[..., Rude], sending: Sending
) -> None:
    """No answer, no sense, "later": at whatever step it comes, nothing was done."""
    # Where EHLO is not understood, HELO is tried; it is not understood either.
    answers = (answer,) * 2 if step == EHLO else (answer,)
    server = rude(step, *answers)
    with pytest.raises(PortUnavailable) as caught:
        sending(server.port, **patience(answer, SHORTEST)).send(LETTER, "key")
    assert type(caught.value) is PortUnavailable
    assert server.letters == 0


@pytest.mark.parametrize(
    "answer", [HANG, GO_ON, DROP, GARBAGE, ENDLESS, b"", b"199 Hm", b"354 More"]
)
def test_after_its_end_nobody_knows(
    answer: bytes, rude: Callable[..., Rude], sending: Sending
) -> None:
    """No answer or no sense after the letter was handed over: it may have gone."""
    server = rude(END, answer)
    with pytest.raises(PortTimeout):
        sending(server.port, **patience(answer)).send(LETTER, "key")
    assert server.letters == 1


@pytest.mark.parametrize(
    ("step", "answer", "kind"),
    [
        (GREETING, b"554 No service", PortUnavailable),
        (MAIL, b"550 Sender rejected", PortUnavailable),
        (MAIL, b"530 Authentication required", PortUnavailable),
        (RCPT, b"450 Mailbox busy", PortUnavailable),
        (RCPT, b"452 Mailbox full", PortUnavailable),
        (RCPT, b"550 No such user", PortRefused),
        (RCPT, b"553 No such name", PortRefused),
        (RCPT, b"530 Authentication required", PortUnavailable),
        (RCPT, b"503 Bad sequence", PortUnavailable),
        (DATA, b"554 No valid recipients", PortRefused),
        (DATA, b"503 Bad sequence", PortUnavailable),
        (END, b"421 Closing", PortUnavailable),
        (END, b"452 No room", PortUnavailable),
        (END, b"550 Looks like spam", PortRefused),
        (END, b"552 Too big", PortRefused),
        (END, b"554 No", PortRefused),
    ],
)
def test_answers_by_kind(
    step: int, answer: bytes, kind: type[PortFailure], rude: Callable[..., Rude], sending: Sending
) -> None:
    """A clear no about the addressee or the letter is refused; our settings and "later" are not."""
    server = rude(step, answer)
    with pytest.raises(PortFailure) as caught:
        sending(server.port).send(LETTER, "key")
    assert type(caught.value) is kind


def test_an_answer_of_several_lines_is_one(rude: Callable[..., Rude], sending: Sending) -> None:
    """The last line of an answer counts as its end."""
    server = rude(RCPT, b"250-Well\r\n250-now\r\n250 OK")
    sending(server.port).send(LETTER, "key")
    assert server.letters == 1


def test_a_goodbye_is_not_waited_for(rude: Callable[..., Rude], sending: Sending) -> None:
    """A server that hangs up after taking the letter has taken it."""
    server = rude(END, b"250 OK", DROP)
    sending(server.port).send(LETTER, "key")
    assert server.letters == 1


def test_nobody_at_the_port(sending: Sending) -> None:
    """Where nobody listens, nothing was done."""
    with socket.socket() as silent:
        silent.bind((HOST, 0))  # taken, and not listened at
        port = sending(silent.getsockname()[1])
        with pytest.raises(PortUnavailable):
            port.send(LETTER, "key")
        assert "Connection refused" in str(port.check())


@pytest.mark.parametrize("host", ["mail..example.com", "m" * 64])
def test_what_is_no_host(host: str, sending: Sending) -> None:
    """A name that leads nowhere is advice."""
    port = sending(25, host=host)
    with pytest.raises(PortUnavailable):
        port.send(LETTER, "key")
    assert f"{host}:25" in str(port.check())


def test_a_full_way_is_told(
    server: MailServer, sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More letters than the rate allows are put off, and the key stays free."""
    monkeypatch.setattr(rates, "_PATIENCE", 0)
    slow = sending(server.port, rate="1/hour")
    slow.send(LETTER, "first")
    with pytest.raises(PortBusy):
        slow.send(LETTER, "second")
    sending(server.port).send(LETTER, "second")
    assert len(server.letters) == 2


@pytest.mark.parametrize(
    "letter",
    [
        Letter("ünvan@example.com", "", "Salam"),
        Letter("aysel@example.com\r\nRCPT TO:<x@example.com>", "", "Salam"),
        Letter("+994501234567", "", "Salam"),
        Letter(ADDRESS, "", "Sayğac \ud83d"),
    ],
    ids=["letters before the @", "two commands", "a number", "half a letter"],
)
def test_what_cannot_be_sent_is_refused(
    letter: Letter, server: MailServer, sending: Sending
) -> None:
    """It is a clear no, told without the letter, and nobody is connected to."""
    with pytest.raises(PortRefused) as caught:
        sending(server.port).send(letter, "key")
    assert caught.value.__suppress_context__
    assert server.letters == []


def test_the_log_has_the_code_and_not_the_words(
    server: MailServer, sending: Sending, caplog: pytest.LogCaptureFixture
) -> None:
    """An operator finds step and code; what the server said quotes the address, and stays out."""
    server.says["RCPT"] = f"550 <{ADDRESS}> unknown"
    with caplog.at_level(logging.DEBUG), pytest.raises(PortRefused):
        sending(server.port).send(LETTER, "key")
    (record,) = (it for it in caplog.records if it.name == module.__name__)
    assert "ADDRESSEE" in record.getMessage()
    assert "550" in record.getMessage()
    assert ADDRESS not in caplog.text


# --- encryption and sign-in -----------------------------------------------------------------------


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, Path]:
    return certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def safe(tls: tuple[ssl.SSLContext, Path]) -> Iterator[MailServer]:
    """A server that wants STARTTLS and a password."""
    made = MailServer(tls[0], ("azersu", "geheim"))
    yield made
    made.close()


def test_a_safe_server_is_signed_in_to(
    safe: MailServer, tls: tuple[ssl.SSLContext, Path], sending: Sending
) -> None:
    """Encrypted, by a certificate that is vouched for, with user and password."""
    secret = Secret("geheim")
    port = sending(safe.port, security="starttls", user="azersu", password=secret, ca=tls[1])
    assert port.check() is None
    port.send(LETTER, "key")
    assert len(safe.letters) == 1


def test_a_wrong_password_is_not_the_letters_fault(
    safe: MailServer, tls: tuple[ssl.SSLContext, Path], sending: Sending
) -> None:
    """It may be sent again when the settings are mended, as the check says."""
    secret = Secret("falsch")
    port = sending(safe.port, security="starttls", user="azersu", password=secret, ca=tls[1])
    with pytest.raises(PortUnavailable):
        port.send(LETTER, "key")
    advice = str(port.check())
    assert advice.startswith("Mend ESERVICES_SMTP_USER and ESERVICES_SMTP_PASSWORD")
    assert "535" in advice
    assert "falsch" not in f"{advice} {port!r}"


def test_a_certificate_that_nobody_vouches_for(safe: MailServer, sending: Sending) -> None:
    """Nothing is sent to a server that may be another."""
    port = sending(safe.port, security="starttls")
    with pytest.raises(PortUnavailable):
        port.send(LETTER, "key")
    assert "self-signed certificate" in str(port.check())
    assert safe.letters == []


def test_a_certificate_of_another_host(
    safe: MailServer, tls: tuple[ssl.SSLContext, Path], sending: Sending
) -> None:
    """A certificate counts for the host that it names."""
    port = sending(safe.port, security="starttls", ca=tls[1], host="localhost")
    with pytest.raises(PortUnavailable):
        port.send(LETTER, "key")
    assert "ESERVICES_SMTP_CA" in str(port.check())
    assert safe.letters == []


def test_no_letter_goes_unencrypted_by_accident(server: MailServer, sending: Sending) -> None:
    """A server that offers no STARTTLS gets nothing, and the advice says why."""
    port = sending(server.port, security="starttls")
    with pytest.raises(PortUnavailable):
        port.send(LETTER, "key")
    assert "STARTTLS" in str(port.check())
    assert server.letters == []


def test_encryption_from_the_first_byte(
    tls: tuple[ssl.SSLContext, Path], rude: Callable[..., Rude], sending: Sending
) -> None:
    """With ``tls``, a server that speaks plainly is not understood, and given nothing."""
    server = rude(0)
    port = sending(server.port, security="tls", ca=tls[1], timeout=SHORT)
    with pytest.raises(PortUnavailable):
        port.send(LETTER, "key")
    assert port.check() is not None
    assert server.letters == 0


def test_a_letter_under_tls(tls: tuple[ssl.SSLContext, Path], sending: Sending) -> None:
    """With ``tls``, a server that speaks it takes letters."""
    server = Rude(POLITE, tls[0])
    port = sending(server.port, security="tls", ca=tls[1])
    port.send(LETTER, "key")
    assert server.letters == 1
    server.close()


def test_a_sender_that_is_not_taken_is_advice(server: MailServer, sending: Sending) -> None:
    """The check goes as far as the sender, and sends nothing."""
    server.says["MAIL"] = "553 Not yours"
    assert str(sending(server.port).check()).startswith("Make ESERVICES_SMTP_SENDER")
    server.says.clear()
    assert sending(server.port).check() is None
    assert server.letters == []


def test_a_file_of_authorities_that_is_not_there(server: MailServer, sending: Sending) -> None:
    """It is advice, and no error of another kind."""
    port = sending(server.port, security="tls", ca=Path("/nowhere/authority.pem"))
    with pytest.raises(PortUnavailable):
        port.send(LETTER, "key")
    assert "No such file or directory" in str(port.check())


# --- settings -------------------------------------------------------------------------------------

SETTINGS = {
    "ESERVICES_SMTP_HOST": "mail.example.com",
    "ESERVICES_SMTP_SENDER": "Noreply@Example.com",
    "ESERVICES_SMTP_USER": "azersu",
    "ESERVICES_SMTP_PASSWORD": "geheim",
}


def test_settings_are_read() -> None:
    """What is not set is as usual; the password is in no repr."""
    config = from_environment(SmtpConfig, "smtp", SETTINGS)
    assert (config.sender, config.its_port) == ("Noreply@example.com", 587)
    assert config.timeout == timedelta(seconds=30)
    assert "geheim" not in repr(config)


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("HOST", "", "Set ESERVICES_SMTP_HOST."),
        ("SENDER", "heç kim", "Make ESERVICES_SMTP_SENDER an e-mail address."),
        ("SECURITY", "ssl", "Make ESERVICES_SMTP_SECURITY starttls, tls or none."),
        ("SECURITY", "none", "a password needs encryption"),
        ("PASSWORD", "", "both, or neither"),
        ("PASSWORD", "şifrə", "ASCII"),
        ("TIMEOUT", "0", "up to 60"),
        ("TIMEOUT", "61", "up to 60"),
        ("RATE", "many", "10/second"),
        ("PORT", "smtp", "Make ESERVICES_SMTP_PORT a whole number."),
        ("PORT", "65536", "Make ESERVICES_SMTP_PORT 1 to 65535."),
    ],
)
def test_settings_that_do_not_fit_are_advice(
    name: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A desk opens all the same; the check says what to set, and no letter counts as sent."""
    given = {**SETTINGS, f"ESERVICES_SMTP_{name}": value, "ESERVICES_DATABASE_URL": "sqlite://"}
    for variable, text in given.items():
        monkeypatch.setenv(variable, text)
    port = module.eservices_notification("email")
    assert isinstance(port, Unset)
    assert advice in str(port.check())
    with pytest.raises(PortUnavailable):
        port.send(LETTER, "key")


@pytest.mark.parametrize("passwords", [("a", None), (None, Secret("a"))])
def test_a_user_has_a_password(passwords: tuple[str | None, Secret | None]) -> None:
    """One without the other is a mistake."""
    with pytest.raises(SettingsRefused, match="both, or neither"):
        SmtpConfig("mail.example.com", SENDER, user=passwords[0], password=passwords[1])


def test_the_installed_plugin_sends(
    server: MailServer, sqlite_place: SqlitePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the settings of the environment alone; a medium that is not its own it leaves."""
    given = {
        "ESERVICES_SMTP_HOST": HOST,
        "ESERVICES_SMTP_PORT": str(server.port),
        "ESERVICES_SMTP_SECURITY": "none",
        "ESERVICES_SMTP_SENDER": SENDER,
        "ESERVICES_DATABASE_URL": sqlite_place.config.url.value,
    }
    for variable, text in given.items():
        monkeypatch.setenv(variable, text)
    port = module.eservices_notification("email")
    assert isinstance(port, SmtpNotification)
    assert port.check() is None
    port.send(LETTER, "key")
    shared().close()
    assert len(server.letters) == 1
    assert module.eservices_notification("sms") is None
    assert SmtpPlugin(port.config, port.deliveries).eservices_notification("sms") is None
