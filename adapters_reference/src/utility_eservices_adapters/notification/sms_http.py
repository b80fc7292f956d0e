"""SMS by an HTTP gateway (SMS şlüzü): LSIM or Posta Güvercini.

As a plugin it is called ``sms-http`` and reads the settings ESERVICES_SMS_HTTP_… and those of the
store's database, in which it remembers what went out (see `deliveries`). A program hands it over
as ``SmsPlugin(SmsConfig(...), SqlDeliveries(database))``.

One letter such as ə, and the whole text takes 70 characters a part instead of 160 (67 and 153
where there are several). A text of more parts than ``most_parts`` is refused before anybody pays
for it. What a failure means:

| What | Raised |
|---|---|
| no connection; HTTP 503, and 4xx, which is our settings | `PortUnavailable` |
| HTTP 429, or our own rate | `PortBusy` |
| no answer in time, a broken connection, other HTTP 5xx, no sense in it | `PortTimeout` |
| the gateway: the number is wrong or on its black list, the text is too long | `PortRefused` |
| the gateway: login, balance, address not allowed, its own failures | `PortUnavailable` |

Neither gateway takes a reference: where nobody knew and it is sent again, it may come twice.

>>> SmsConfig("lsim", "azersu", Secret("..."), "AZERSU").address
'https://apps.lsim.az'
>>> SmsConfig("lsim", "azersu", Secret("..."))
Traceback (most recent call last):
    ...
utility_eservices_adapters.settings.SettingsRefused: Set ESERVICES_SMS_HTTP_SENDER.
"""

from __future__ import annotations

import json
import logging
import ssl
import time
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import attrs
import httpx

from utility_eservices.errors import (
    PortBusy,
    PortFailure,
    PortRefused,
    PortTimeout,
    PortUnavailable,
)
from utility_eservices.ports.notification import Letter
from utility_eservices.ports.port import hookimpl
from utility_eservices.vocabulary.contact import Phone
from utility_eservices_adapters.notification.deliveries import (
    LONGEST,
    Deliveries,
    SqlDeliveries,
    digest,
)
from utility_eservices_adapters.notification.gateways import (
    GATEWAYS,
    Account,
    Asked,
    Gateway,
    Outcome,
    Verdict,
    parts_of,
)
from utility_eservices_adapters.notification.rates import Rate, is_rate
from utility_eservices_adapters.settings import (
    Secret,
    SettingsRefused,
    from_environment,
    provided,
)
from utility_eservices_adapters.sql.shared import shared

__all__ = ["SmsConfig", "SmsNotification", "SmsPlugin", "eservices_notification"]

_log = logging.getLogger(__name__)

_MEDIUM = "sms"
# An answer of a gateway is a few hundred bytes; what is longer is none.
_LONGEST_ANSWER = 64 * 1024
# Where a password may go without encryption: it does not leave the machine.
_HERE = {"127.0.0.1", "::1", "localhost"}


@attrs.frozen
class SmsConfig:
    """Which gateway, as whom, and within which bounds.

    ``provider`` is ``lsim`` or ``posta_guvercini``; ``base_url`` empty is the provider's own.
    ``sender`` is the name that people see, as the provider has registered it; Posta Güvercini
    takes the account's when there is none. ``timeout`` is for one text; ``rate`` is how many go
    out at most, of each process.
    """

    provider: str
    login: str
    password: Secret
    sender: str = ""
    base_url: str = ""
    timeout: timedelta = timedelta(seconds=30)
    rate: str = "10/second"
    most_parts: int = 3

    def __attrs_post_init__(self) -> None:
        gateway = GATEWAYS.get(self.provider)
        for unfit, advice in (
            (gateway is None, f"Make ESERVICES_SMS_HTTP_PROVIDER {' or '.join(GATEWAYS)}."),
            (
                gateway and gateway.needs_sender and not self.sender,
                "Set ESERVICES_SMS_HTTP_SENDER.",
            ),
            (
                self.base_url and not _is_safe(self.base_url),
                "Make ESERVICES_SMS_HTTP_BASE_URL an address of https.",
            ),
            (
                not timedelta(0) < self.timeout <= LONGEST,
                "Make ESERVICES_SMS_HTTP_TIMEOUT a number of seconds up to 60.",
            ),
            (not is_rate(self.rate), "Make ESERVICES_SMS_HTTP_RATE a rate such as 10/second."),
            (self.most_parts < 1, "Make ESERVICES_SMS_HTTP_MOST_PARTS 1 or more."),
        ):
            if unfit:
                raise SettingsRefused(advice)

    @property
    def gateway(self) -> Gateway:
        """The provider's wire format."""
        return GATEWAYS[self.provider]

    @property
    def address(self) -> str:
        """Where the gateway is."""
        return (self.base_url or self.gateway.address).rstrip("/")

    @property
    def account(self) -> Account:
        """Who sends."""
        return Account(self.login, self.password, self.sender)


def _is_safe(address: str) -> bool:
    try:
        httpx.URL(address)
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except (ValueError, httpx.InvalidURL):
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _HERE))


@attrs.frozen
class SmsNotification:
    """SMS; see `utility_eservices.ports.notification.Notification`."""

    config: SmsConfig
    deliveries: Deliveries
    _rate: Rate = attrs.field(init=False, repr=False, eq=False)

    @_rate.default
    def _its_rate(self) -> Rate:
        return Rate(self.config.rate)

    def send(self, letter: Letter, key: str) -> None:
        """Hand the text to the gateway, unless that was done under this key.

        Raises `PortRefused` also when the address is no number, when the text is empty or has
        too many parts, or cannot be written down.
        """
        try:
            number = Phone(letter.address).value
            letter.text.encode()
        except ValueError:
            raise PortRefused from None  # what was raised may quote the letter
        parts = parts_of(letter.text)
        if not 0 < parts <= self.config.most_parts:
            _log.warning("an SMS of %d parts is not sent", parts)
            raise PortRefused
        asked = self.config.gateway.sending(self.config.account, number[1:], letter.text)
        self.deliveries.once(digest(key, _MEDIUM), lambda: self._deliver(asked, parts))

    def check(self) -> str | None:
        """Advice when the ledger or the gateway would not take a text; sends none."""
        if advice := self.deliveries.check():
            return advice
        gateway = self.config.gateway
        try:
            verdict = gateway.balance(
                _answer(self.config, gateway.asking_balance(self.config.account))
            )
        except _Unanswered as unanswered:
            return f"Let the gateway answer at {self.config.address} ({unanswered.why})."
        return _advice(self.config, verdict)

    def _deliver(self, asked: Asked, parts: int) -> None:
        self._rate.take()
        try:
            verdict = self.config.gateway.sent(_answer(self.config, asked))
        except _Unanswered as unanswered:
            _log.warning("the SMS gateway: %s", unanswered.why)
            raise unanswered.meaning from None
        if verdict.outcome is not Outcome.SENT:
            _log.warning("the SMS gateway: %s, %s", verdict.outcome.name, verdict.code)
            raise _MEANINGS[verdict.outcome]
        _log.info("an SMS of %d parts went out", parts)


_MEANINGS: Mapping[Outcome, type[PortFailure]] = {
    Outcome.REFUSED: PortRefused,
    Outcome.NOT_NOW: PortUnavailable,
    Outcome.UNKNOWN: PortTimeout,
}


def _advice(config: SmsConfig, verdict: Verdict) -> str | None:
    if verdict.outcome is Outcome.UNKNOWN:
        return f"Let ESERVICES_SMS_HTTP_BASE_URL be where {config.provider} answers."
    if verdict.outcome is not Outcome.SENT:
        return (
            "Mend ESERVICES_SMS_HTTP_LOGIN and ESERVICES_SMS_HTTP_PASSWORD, or the account:"
            f" the gateway refuses it ({verdict.code})."
        )
    return (
        "Top up the account: the gateway has no SMS left for it." if not verdict.balance else None
    )


# --- over HTTP ----------------------------------------------------------------------------------


@attrs.frozen
class _Unanswered(Exception):
    """No answer that could be read; ``why`` holds nothing of the text or the account."""

    meaning: type[PortFailure]
    why: str


def _answer(config: SmsConfig, asked: Asked) -> Mapping[str, Any]:
    """The JSON object that the gateway answers with, each time by a connection of its own.

    One that is kept can have died unnoticed, and a text that is lost on it would have to count
    as perhaps sent.
    """
    seconds = config.timeout.total_seconds()
    ends = time.monotonic() + seconds
    request = httpx.Request(
        asked.method,
        f"{config.address}{asked.path}",
        params=asked.query,
        json=asked.body,
        headers={"Accept": "application/json", "Connection": "close"},
        extensions={"timeout": httpx.Timeout(seconds).as_dict()},
    )
    try:
        # Not by httpx's client, which logs URLs: one of them has the key to the account.
        with httpx.HTTPTransport(verify=_context()) as transport:
            response = transport.handle_request(request)
            try:
                _look_at(response.status_code)
                return _object(_content(response, ends))
            finally:
                response.close()
    except (httpx.ConnectError, httpx.ConnectTimeout, UnicodeError) as error:  # the last: no host
        raise _Unanswered(PortUnavailable, type(error).__name__) from None
    except httpx.HTTPError as error:
        raise _Unanswered(PortTimeout, type(error).__name__) from None


def _look_at(status: int) -> None:
    """Raise what a status other than success means."""
    if status // 100 == 2:
        return
    # A gateway that stumbled may have sent it before; a proxy that waited in vain does not know.
    unknown = PortTimeout if status >= 500 else PortUnavailable
    kinds: Mapping[int, type[PortFailure]] = {429: PortBusy, 503: PortUnavailable}
    raise _Unanswered(kinds.get(status, unknown), f"HTTP {status}")


def _content(response: httpx.Response, ends: float) -> bytes:
    content = b""
    for piece in response.iter_bytes():
        content += piece
        if len(content) > _LONGEST_ANSWER or time.monotonic() > ends:
            raise _Unanswered(PortTimeout, "an answer without end")
    return content


def _object(content: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise _Unanswered(PortTimeout, "an answer that is no JSON object")
    return answer


@cache
def _context() -> ssl.SSLContext:
    """The authorities that this machine trusts."""
    return ssl.create_default_context()


# --- the plugin -----------------------------------------------------------------------------------


class SmsPlugin:
    """The plugin for programs, which say themselves which gateway and which ledger."""

    def __init__(self, config: SmsConfig, deliveries: Deliveries) -> None:
        self._sms = SmsNotification(config, deliveries)

    @hookimpl
    def eservices_notification(self, medium: str) -> SmsNotification | None:
        """Serve SMS."""
        return self._sms if medium == _MEDIUM else None


@hookimpl
def eservices_notification(medium: str) -> SmsNotification | None:
    """Serve SMS, by the gateway and the database that the settings name."""
    return provided(_from_settings) if medium == _MEDIUM else None


def _from_settings() -> SmsNotification:
    return SmsNotification(from_environment(SmsConfig, "sms-http"), SqlDeliveries(shared()))
