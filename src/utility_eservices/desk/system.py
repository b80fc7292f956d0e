"""The machine's own clock and tokens, as the plugin ``system``.

The secret of the seals comes from the environment variable ``ESERVICES_SECRET``; hosts that
hand journeys to one another share it. Without it each process makes a secret of its own, and
suspended journeys do not outlive it: `Tokens.check` says so.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from datetime import UTC, datetime

from utility_eservices.ports.clock import Clock
from utility_eservices.ports.port import hookimpl
from utility_eservices.ports.tokens import Tokens
from utility_eservices.vocabulary.language import Phrase

__all__ = ["SECRET", "SealedTokens", "SystemClock", "plugin"]

# The environment variable with the secret.
SECRET = "ESERVICES_SECRET"  # noqa: S105  # the variable's name, not its value


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """See `Clock.now`."""
        return datetime.now(UTC)  # noqa: TID251  # the one place that reads the clock


class SealedTokens:
    """Random names and HMAC-SHA-256 seals."""

    def __init__(self, secret: bytes, *, lasting: bool = True) -> None:
        self._secret = secret
        self._lasting = lasting

    def new(self) -> str:
        """See `Tokens.new`."""
        return secrets.token_urlsafe(24)

    def seal(self, text: str) -> str:
        """See `Tokens.seal`."""
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()

    def holds(self, text: str, seal: str) -> bool:
        """See `Tokens.holds`."""
        return hmac.compare_digest(self.seal(text).encode(), seal.encode())

    def check(self) -> Phrase | None:
        """Advice when the secret does not outlive the process."""
        if self._lasting:
            return None
        # Set {variable}, or suspended journeys end with the process.
        return Phrase(
            "{variable} dəyişənini təyin edin: onsuz yarımçıq müraciətlər proseslə birlikdə itir.",
            {"variable": SECRET},
        )


class _Plugin:
    @hookimpl
    def eservices_clock(self) -> Clock:
        return SystemClock()

    @hookimpl
    def eservices_tokens(self) -> Tokens:
        secret = os.environ.get(SECRET, "")
        if secret:
            return SealedTokens(secret.encode())
        return SealedTokens(secrets.token_bytes(32), lasting=False)


plugin = _Plugin()
