"""Simulated sign-in: each means with the kind of challenge that the real one has.

The card or the telephone that would prove who somebody is, is stood in for by the evidence
``{"resident": "Aysel"}``. The means that ask for credentials also take what a portal's generic
window sends: the FIN, or the name that scripts call somebody by, as the name of the account, and
the city's password, see `residents.PASSWORD`.

Evidence may say what it is about, ``reference``, and by which means it was made, ``means``, as
that of real ones does; then both have to be right.

A challenge holds for five minutes of the city's clock and is finished once; wrong evidence
leaves it open.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from datetime import datetime, timedelta

from utility_eservices.errors import InvalidValue, SignInFailed
from utility_eservices.ports.clock import Clock
from utility_eservices.ports.sign_in import (
    AskCredentials,
    Challenge,
    CompareCode,
    Evidence,
    Redirect,
    ShowQr,
)
from utility_eservices.ports.tokens import Tokens
from utility_eservices.simulator.residents import PASSWORD, Resident
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import Assurance, Identity
from utility_eservices.vocabulary.sign_in import (
    ASAN,
    BSXM,
    E_GOV_ACCOUNT,
    E_GOV_IDENTITY,
    E_SIGNATURE,
    E_SIGNATURE_CARD,
    ID_NUMBER,
    SIMA,
    SIMA_TOKEN,
)

__all__ = ["HOLDS_FOR", "MEANS", "SimulatedSignIn"]

HOLDS_FOR = timedelta(minutes=5)

# Every means of the city, with how sure it is; the levels are ours.
MEANS = {
    ID_NUMBER.key: Assurance.LOW,
    SIMA.key: Assurance.SUBSTANTIAL,
    ASAN.key: Assurance.HIGH,
    SIMA_TOKEN.key: Assurance.HIGH,
    BSXM.key: Assurance.HIGH,
    E_SIGNATURE.key: Assurance.HIGH,
    E_SIGNATURE_CARD.key: Assurance.HIGH,
    E_GOV_IDENTITY.key: Assurance.SUBSTANTIAL,
    E_GOV_ACCOUNT.key: Assurance.LOW,
}

# What the means that ask for credentials ask for.
_FIELDS = {
    ID_NUMBER.key: (
        # Identification number.
        ("identification_number", "İdentifikasiya nömrəsi"),
        # Password.
        ("password", "Parol"),
    ),
    E_GOV_ACCOUNT.key: (
        # User name.
        ("user_name", "İstifadəçi adı"),
        # Password, by the word of the manuals.
        ("password", "Şifrə"),
    ),
}


class SimulatedSignIn:
    """Sign-in by one means, for the residents of one city."""

    def __init__(
        self, means: str, residents: Iterable[Resident], clock: Clock, tokens: Tokens
    ) -> None:
        self._means = means
        self._residents = tuple(residents)
        self._clock = clock
        self._tokens = tokens
        self._lock = threading.Lock()
        self._open: dict[str, datetime] = {}

    def begin(self, details: Evidence) -> Challenge:
        """See `SignIn.begin`; no means of the city needs any details."""
        reference = self._tokens.new()
        expires = self._clock.now() + HOLDS_FOR
        with self._lock:
            self._open[reference] = expires
        return self._challenge(reference, expires)

    def _challenge(self, reference: str, expires: datetime) -> Challenge:
        if self._means == SIMA.key:
            link = f"sima://web-to-app?data=https://sima.example/{reference}"
            return ShowQr(f"https://sima.example/?tsquery={reference}", link, reference, expires)
        if self._means == ASAN.key:
            code = int(self._tokens.seal(reference), 16) % 10_000
            return CompareCode(f"{code:04}", reference, expires)
        if self._means in _FIELDS:
            return AskCredentials(_FIELDS[self._means], reference, expires)
        return Redirect(
            f"https://sign-in.example/{self._means}?state={reference}", reference, expires
        )

    def finish(self, reference: str, evidence: Evidence) -> Identity:
        """See `SignIn.finish`."""
        resident = self._proven(evidence) if self._is_meant(reference, evidence) else None
        with self._lock:
            expires = self._open.get(reference)
            if resident is None or expires is None or expires <= self._clock.now():
                raise SignInFailed
            del self._open[reference]
        return Identity(resident.fin, resident.full_name, self._means, MEANS[self._means])

    def _is_meant(self, reference: str, evidence: Evidence) -> bool:
        meant = {"reference": reference, "means": self._means}
        return all(evidence.get(name, value) == value for name, value in meant.items())

    def _proven(self, evidence: Evidence) -> Resident | None:
        for resident in self._residents:
            if resident.name == evidence.get("resident"):
                return resident
        return self._by_typing(evidence) if evidence.get("password") == PASSWORD else None

    def _by_typing(self, evidence: Evidence) -> Resident | None:
        if self._means == ID_NUMBER.key:
            return self._by_fin(evidence.get("identification_number", ""))
        if self._means == E_GOV_ACCOUNT.key:
            return self._by_user_name(evidence.get("user_name", ""))
        return None

    def _by_fin(self, typed: str) -> Resident | None:
        try:
            fin = Fin.parse(typed)
        except InvalidValue:
            return None
        return next((item for item in self._residents if item.fin == fin), None)

    def _by_user_name(self, typed: str) -> Resident | None:
        return next((item for item in self._residents if item.name == typed), None)
