"""Tokens: names nobody can guess, and seals nobody can forge.

A suspended journey leaves the library as text, perhaps through a browser; the seal shows that
it came back as it went. Hosts that share journeys share the seal's secret.
"""

from __future__ import annotations

from typing import Protocol

from utility_eservices.ports.port import Port, hookspec

__all__ = ["TOKENS", "Tokens"]


class Tokens(Protocol):
    """Makes tokens and seals."""

    def new(self) -> str:
        """A name never given before, not to be guessed."""

    def seal(self, text: str) -> str:
        """The seal of a text: the same for the same text, on every host with the secret."""

    def holds(self, text: str, seal: str) -> bool:
        """Whether the seal is this text's; compares in constant time."""


@hookspec
def eservices_tokens() -> Tokens | None:
    """Give tokens and seals.

    :return: the object, or None when this plugin has none.
    """


TOKENS = Port(Tokens, eservices_tokens)
