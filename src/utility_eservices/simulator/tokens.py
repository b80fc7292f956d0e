"""The city's tokens: they look like chance, and the same seed gives the same."""

from __future__ import annotations

import hashlib
import itertools

from utility_eservices.desk.system import SealedTokens

__all__ = ["SeededTokens"]


class SeededTokens(SealedTokens):
    """Names and seals from a secret that follows from the seed: for trying out, never for use.

    >>> SeededTokens(1).new() == SeededTokens(1).new()
    True
    >>> SeededTokens(1).new() == SeededTokens(2).new()
    False
    """

    def __init__(self, seed: int) -> None:
        super().__init__(hashlib.sha256(f"utility_eservices.simulator:{seed}".encode()).digest())
        # One step of the counter is atomic.
        self._serial = itertools.count()

    def new(self) -> str:
        """See `Tokens.new`."""
        return self.seal(f"token {next(self._serial)}")[:32]
