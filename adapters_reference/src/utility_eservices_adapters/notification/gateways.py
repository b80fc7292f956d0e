"""SMS gateways (SMS şlüzləri): the wire formats of LSIM and of Posta Güvercini.

A format says how a text and the question for the balance are asked, and what an answer means.
What is known of both comes from public clients and from pages that repeat the gateways' own
documents; what they say and where they disagree stands in docs/adapters/notification.md. Where an
answer leaves it open whether a number was refused, it counts as "not now": such a letter is tried
again and listed in the end, and none is lost.

Both gateways take a number without its plus, and neither takes a reference of ours: a text that
is sent twice arrives twice.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from enum import Enum, auto
from typing import Any, Protocol

import attrs

from utility_eservices.vocabulary.letters import sms_parts
from utility_eservices_adapters.settings import Secret

__all__ = ["GATEWAYS", "Account", "Asked", "Gateway", "Outcome", "Verdict", "parts_of"]


@attrs.frozen
class Account:
    """Who sends: as the gateway knows it; ``sender`` is the name that people see."""

    login: str
    password: Secret
    sender: str


@attrs.frozen
class Asked:
    """A request: its path beneath the gateway's address, and what goes with it."""

    method: str
    path: str
    query: Mapping[str, str] | None = attrs.field(default=None, repr=False)
    body: Mapping[str, Any] | None = attrs.field(default=None, repr=False)


class Outcome(Enum):
    """What an answer means to a text."""

    SENT = auto()
    REFUSED = auto()
    NOT_NOW = auto()
    UNKNOWN = auto()


@attrs.frozen
class Verdict:
    """What an answer means; ``code`` is the gateway's own, ``balance`` how many are left."""

    outcome: Outcome
    code: str
    balance: int | None = None


class Gateway(Protocol):
    """One wire format."""

    address: str
    # Whether letters need the sender's name, as it is part of what is signed.
    needs_sender: bool

    def sending(self, account: Account, number: str, text: str) -> Asked:
        """How a text is sent; the number is digits alone."""

    def sent(self, answer: Mapping[str, Any]) -> Verdict:
        """What the answer to that means."""

    def asking_balance(self, account: Account) -> Asked:
        """How one asks for the balance, which shows that login and password are right."""

    def balance(self, answer: Mapping[str, Any]) -> Verdict:
        """What the answer to that means; SENT stands for a balance that was told."""


# What every alphabet of a gateway has: ASCII without the sign that SMS lack.
_SIMPLE = re.compile(r"[\n\r -_a-~]*")


def in_unicode(text: str) -> bool:
    """Whether a text has to travel in UCS-2.

    SMS have some letters beyond ASCII, ü among them, but LSIM wants them announced; nobody says
    what Posta Güvercini does with them.
    """
    return not _SIMPLE.fullmatch(text)


def parts_of(text: str) -> int:
    """In how many parts a text is sent at most; see `in_unicode`."""
    if not in_unicode(text):
        return sms_parts(text)
    # A letter that SMS lack puts all of it into UCS-2; those of two units are such letters anyway.
    counted = (it if it.isascii() or ord(it) > 0xFFFF else "ə" for it in text)
    return sms_parts("".join(counted))


# --- LSIM ---------------------------------------------------------------------------------------

# By POST the code is a name, says one client, and a number, say the others.
_LSIM_CODES = {
    "INVALID_KEY": -100,
    "TOO_LONG_TEXT": -101,
    "WRONG_NUMBER_FORMAT": -102,
    "INVALID_SENDER_NAME": -103,
    "INSUFFICIENT_BALANCE": -104,
    "NUMBER_IN_BLACK_LIST": -105,
    "IP_ADDRESS_NOT_ALLOWED": -107,
    "INVALID_HASH": -108,
    "NO_HOST": -109,
    "INTERNAL_ERROR": -500,
    "IN_QUEUE": 100,
    "SENT": 108,
}
# The text, the number.
_LSIM_REFUSED = {-101, -102, -105}


class Lsim:
    """LSIM (quicksms, version 1): JSON by POST, signed by MD5."""

    address = "https://apps.lsim.az"
    needs_sender = True

    def sending(self, account: Account, number: str, text: str) -> Asked:
        """See `Gateway.sending`; there is a GET, too, which puts number and text into a URL."""
        body = {
            "login": account.login,
            "key": _lsim_key(account, text, number, account.sender),
            "msisdn": number,
            "text": text,
            "sender": account.sender,
            "scheduled": "NOW",
            "unicode": in_unicode(text),
        }
        return Asked("POST", "/quicksms/v1/smssender", body=body)

    def sent(self, answer: Mapping[str, Any]) -> Verdict:
        """See `Gateway.sent`; ``obj`` is the transaction's number."""
        return self._read(answer, least=1)

    def asking_balance(self, account: Account) -> Asked:
        """See `Gateway.asking_balance`."""
        query = {"login": account.login, "key": _lsim_key(account)}
        return Asked("GET", "/quicksms/v1/balance", query=query)

    def balance(self, answer: Mapping[str, Any]) -> Verdict:
        """See `Gateway.balance`; ``obj`` is how many are left."""
        return self._read(answer, least=0)

    def _read(self, answer: Mapping[str, Any], least: int) -> Verdict:
        code, given = answer.get("errorCode"), _number(answer.get("obj"))
        code = _LSIM_CODES.get(code, code) if isinstance(code, str) else code
        figure = _number(code)
        if figure in _LSIM_REFUSED:
            return Verdict(Outcome.REFUSED, _said(code))
        if answer.get("errorMessage") or (figure is not None and figure < 0):
            return Verdict(Outcome.NOT_NOW, _said(code))
        # Clients disagree about the code of success; a transaction has a number in any case.
        if given is None or given < least:
            return Verdict(Outcome.UNKNOWN, _said(code))
        return Verdict(Outcome.SENT, _said(code), given)


def _lsim_key(account: Account, *more: str) -> str:
    """What LSIM knows the sender of a request by."""
    hidden = _md5(account.password.value)
    return _md5(hidden + account.login + "".join(more))


def _md5(text: str) -> str:
    # The gateway's own choice; it goes over TLS.
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


# --- Posta Güvercini ------------------------------------------------------------------------------

# Taken, whatever HTTP says: failures come with 200, too.
_POSTA_OK = 200
# No receiver is left, the text is empty. None is known that says a number is wrong.
_POSTA_REFUSED = {1060, 1090}


class PostaGuvercini:
    """Posta Güvercini (api_json, version 1): JSON by POST, with the password in each."""

    address = "https://www.poctgoyercini.com"
    needs_sender = False

    def sending(self, account: Account, number: str, text: str) -> Asked:
        """See `Gateway.sending`."""
        body = {**_posta_account(account), "Message": text, "Receivers": [number]}
        if account.sender:
            body["Originator"] = account.sender
        return Asked("POST", "/api_json/v1/Sms/Send_1_N", body=body)

    def sent(self, answer: Mapping[str, Any]) -> Verdict:
        """See `Gateway.sent`."""
        return self._read(answer)

    def asking_balance(self, account: Account) -> Asked:
        """See `Gateway.asking_balance`."""
        return Asked("POST", "/api_json/v1/Sms/CreditBalance", body=_posta_account(account))

    def balance(self, answer: Mapping[str, Any]) -> Verdict:
        """See `Gateway.balance`."""
        verdict, result = self._read(answer), answer.get("Result")
        left = _number(result.get("Balance")) if isinstance(result, Mapping) else None
        if verdict.outcome is Outcome.SENT and left is None:
            return Verdict(Outcome.UNKNOWN, verdict.code)
        return attrs.evolve(verdict, balance=left)

    def _read(self, answer: Mapping[str, Any]) -> Verdict:
        code = _number(answer.get("StatusCode"))
        if code is None:
            return Verdict(Outcome.UNKNOWN, _said(None))
        if code == _POSTA_OK:
            return Verdict(Outcome.SENT, _said(code))
        return Verdict(Outcome.REFUSED if code in _POSTA_REFUSED else Outcome.NOT_NOW, _said(code))


def _posta_account(account: Account) -> dict[str, Any]:
    return {"Username": account.login, "Password": account.password.value}


# --- what both need -------------------------------------------------------------------------------

GATEWAYS: Mapping[str, Gateway] = {"lsim": Lsim(), "posta_guvercini": PostaGuvercini()}


def _number(said: object) -> int | None:
    """A whole number, also where it came as text."""
    if isinstance(said, int) and not isinstance(said, bool):
        return said
    return int(said) if isinstance(said, str) and re.fullmatch(r"-?[0-9]{1,18}", said) else None


def _said(code: object) -> str:
    """A code as it may be logged: a gateway's sentence could quote a number."""
    text = str(code)
    return text if re.fullmatch(r"-?[0-9]{1,6}|[A-Z_]{1,40}", text) else "?"
