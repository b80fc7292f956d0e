"""E-mail by a mail server (elektron poçt, SMTP): letters with text and HTML.

As a plugin it is called ``smtp`` and reads the settings ESERVICES_SMTP_… and those of the store's
database, in which it remembers what went out (see `deliveries`). A program hands it over as
``SmtpPlugin(SmtpConfig(...), SqlDeliveries(database))``.

The connection is encrypted and the server's certificate verified; ``none`` is for a relay that
takes letters from this machine without a password. What a failure means:

| When | What | Raised |
|---|---|---|
| before the letter was handed over | no connection, no time left, any 4xx | `PortUnavailable` |
| at sign-in or for the sender | 5xx: our settings, as `check` says | `PortUnavailable` |
| for the addressee or the letter | 5xx | `PortRefused` |
| after the letter was handed over | 4xx | `PortUnavailable` |
| after the letter was handed over | no answer, or one that means nothing | `PortTimeout` |

A letter that is sent again keeps its Message-ID, by which mail programs know it.

>>> from utility_eservices_adapters.settings import from_environment
>>> from_environment(SmtpConfig, "smtp", {"ESERVICES_SMTP_HOST": "mail.example.com"})
Traceback (most recent call last):
    ...
utility_eservices_adapters.settings.SettingsRefused: Set ESERVICES_SMTP_SENDER.
>>> SmtpConfig("mail.example.com", "noreply@example.com").its_port
587
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import attrs

from utility_eservices.errors import (
    InvalidValue,
    PortFailure,
    PortRefused,
    PortTimeout,
    PortUnavailable,
)
from utility_eservices.ports.notification import Letter
from utility_eservices.ports.port import hookimpl
from utility_eservices.vocabulary.contact import Email
from utility_eservices_adapters.notification.conversation import Conversation, Step, Stopped
from utility_eservices_adapters.notification.deliveries import (
    LONGEST,
    Deliveries,
    SqlDeliveries,
    digest,
    utc_now,
)
from utility_eservices_adapters.notification.mail import add_html, composed, sent_by
from utility_eservices_adapters.notification.rates import Rate, is_rate
from utility_eservices_adapters.settings import (
    Secret,
    SettingsRefused,
    from_environment,
    provided,
)
from utility_eservices_adapters.sql.shared import shared

__all__ = ["SmtpConfig", "SmtpNotification", "SmtpPlugin", "eservices_notification"]

_log = logging.getLogger(__name__)

_MEDIUM = "email"
# How the connection is made safe, and where mail servers listen for it.
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
# What a server says of how it is spoken to, not of an addressee: unknown command, wrong order,
# sign-in needed, encryption needed.
_OURS = {502, 503, 530, 538}


def _an_address(text: str) -> str:
    try:
        return Email.parse(text).value
    except InvalidValue:
        raise SettingsRefused("Make ESERVICES_SMTP_SENDER an e-mail address.") from None


@attrs.frozen
class SmtpConfig:
    """Which mail server, and whom letters are from.

    ``security`` is ``starttls``, ``tls`` or ``none``; ``port`` None is the usual one for it.
    ``user`` and ``password`` sign in, where the server wants that. ``ca`` is a file of
    certificates that takes the place of this machine's authorities. ``timeout`` is for one
    letter, from the connection to the last answer; ``rate`` is how many letters go out at most,
    of each process.
    """

    host: str
    sender: str = attrs.field(converter=_an_address)
    sender_name: str = "E-xidmətlər"
    security: str = "starttls"
    port: int | None = None
    user: str | None = None
    password: Secret | None = None
    ca: Path | None = None
    timeout: timedelta = timedelta(seconds=30)
    rate: str = "10/second"

    def __attrs_post_init__(self) -> None:
        signing_in = (self.user or "") + (self.password.value if self.password else "")
        for unfit, advice in (
            (self.security not in _PORTS, "Make ESERVICES_SMTP_SECURITY starttls, tls or none."),
            (
                self.port is not None and not 0 < self.port < 2**16,
                "Make ESERVICES_SMTP_PORT 1 to 65535.",
            ),
            (
                not timedelta(0) < self.timeout <= LONGEST,
                "Make ESERVICES_SMTP_TIMEOUT a number of seconds up to 60.",
            ),
            (not is_rate(self.rate), "Make ESERVICES_SMTP_RATE a rate such as 10/second."),
            (
                bool(self.user) != bool(self.password),
                "Set ESERVICES_SMTP_USER and ESERVICES_SMTP_PASSWORD both, or neither.",
            ),
            (
                bool(signing_in) and self.security == "none",
                "Make ESERVICES_SMTP_SECURITY starttls or tls: a password needs encryption.",
            ),
            (
                not signing_in.isascii(),
                "Use a user and a password of ASCII for SMTP: Python can send no other.",
            ),
        ):
            if unfit:
                raise SettingsRefused(advice)

    @property
    def its_port(self) -> int:
        """The port to connect to."""
        return _PORTS[self.security] if self.port is None else self.port


@attrs.frozen
class SmtpNotification:
    """E-mail; see `utility_eservices.ports.notification.Notification`.

    ``now`` is the clock that letters are dated by.
    """

    config: SmtpConfig
    deliveries: Deliveries
    now: Callable[[], datetime] = attrs.field(default=utc_now, repr=False)
    _rate: Rate = attrs.field(init=False, repr=False, eq=False)

    @_rate.default
    def _its_rate(self) -> Rate:
        return Rate(self.config.rate)

    def send(self, letter: Letter, key: str) -> None:
        """Hand the letter to the mail server, unless that was done under this key.

        Raises `PortRefused` also when the address is no e-mail address or the text cannot be
        written down; `PortBusy` when more letters go out than the rate allows.
        """
        name = digest(key, _MEDIUM)
        try:
            address, content = self._written(letter, name)
        except (InvalidValue, ValueError):
            raise PortRefused from None  # what was raised may quote the letter
        self.deliveries.once(name, lambda: self._deliver(address, content))

    def check(self) -> str | None:
        """Advice when the ledger or the mail server would not take a letter; sends none."""
        if advice := self.deliveries.check():
            return advice
        try:
            with Conversation(self.config) as conversation:
                conversation.from_sender()
        except Stopped as stopped:
            return _advice(self.config, stopped)
        return None

    def _written(self, letter: Letter, name: str) -> tuple[str, bytes]:
        """The address for the envelope, and the message."""
        sender = sent_by(self.config.sender_name, self.config.sender)
        message = composed(letter, sender, name)
        message["Date"] = format_datetime(self.now())
        add_html(message, letter, name)
        return Email.parse(letter.address).value, message.as_bytes()

    def _deliver(self, address: str, content: bytes) -> None:
        self._rate.take()
        try:
            with Conversation(self.config) as conversation:
                conversation.from_sender()
                conversation.to(address)
                conversation.hand_over(content)
        except Stopped as stopped:
            said = "" if stopped.code is None else f" {stopped.code}"
            _log.warning("SMTP at %s: %s%s", stopped.step.name, stopped.why, said)
            raise _meant(stopped) from None


def _meant(stopped: Stopped) -> PortFailure:
    """What it means to the letter that the conversation came to nothing."""
    refused = stopped.code is not None and stopped.code >= 500
    if stopped.step is Step.END:
        put_off = stopped.code is not None and 400 <= stopped.code < 500
        return PortRefused() if refused else PortUnavailable() if put_off else PortTimeout()
    if stopped.step in {Step.ADDRESSEE, Step.CONTENT} and refused and stopped.code not in _OURS:
        return PortRefused()
    return PortUnavailable()


def _advice(config: SmtpConfig, stopped: Stopped) -> str:
    """What to do about a conversation that does not come as far as a letter."""
    said = stopped.why if stopped.code is None else f"{stopped.why}, {stopped.code}"
    server = f"{config.host}:{config.its_port}"
    match stopped.step:
        case Step.ENCRYPTING:
            return (
                f"Let {server} offer STARTTLS with a certificate that this machine trusts,"
                f" or set ESERVICES_SMTP_SECURITY and ESERVICES_SMTP_CA ({said})."
            )
        case Step.SIGNING_IN:
            return f"Mend ESERVICES_SMTP_USER and ESERVICES_SMTP_PASSWORD for {server} ({said})."
        case Step.SENDER:
            return f"Make ESERVICES_SMTP_SENDER an address that {server} sends for ({said})."
        case _:
            return f"Let a mail server that this machine trusts answer at {server} ({said})."


class SmtpPlugin:
    """The plugin for programs, which say themselves which server and which ledger."""

    def __init__(self, config: SmtpConfig, deliveries: Deliveries) -> None:
        self._email = SmtpNotification(config, deliveries)

    @hookimpl
    def eservices_notification(self, medium: str) -> SmtpNotification | None:
        """Serve e-mail."""
        return self._email if medium == _MEDIUM else None


@hookimpl
def eservices_notification(medium: str) -> SmtpNotification | None:
    """Serve e-mail, by the server and the database that the settings name."""
    return provided(_from_settings) if medium == _MEDIUM else None


def _from_settings() -> SmtpNotification:
    return SmtpNotification(from_environment(SmtpConfig, "smtp"), SqlDeliveries(shared()))
