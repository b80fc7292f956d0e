"""Sign-in (giriş): who the person is, by one means such as SİMA or Asan imza.

`SignIn.begin` gives a challenge of some kind; the portal shows it and hands the evidence that
comes back to `SignIn.finish`, which gives the identity. The object binds what it must: a
challenge can be finished once, by its reference, before it expires.

Source: the sign-in windows of manual 001 (figures 3 and 13).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol, TypeAlias

import attrs

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.vocabulary.person import Identity

__all__ = [
    "SIGN_IN",
    "AskCredentials",
    "Challenge",
    "CompareCode",
    "Evidence",
    "Redirect",
    "ShowQr",
    "SignIn",
]

Evidence: TypeAlias = Mapping[str, str]


@attrs.frozen
class Redirect:
    """Send the browser to ``url``; the evidence is the query of the address it returns to."""

    url: str = attrs.field(repr=False)
    reference: str
    expires: datetime


@attrs.frozen
class ShowQr:
    """Show ``content`` as a QR code, and ``link`` as a link on the same telephone."""

    content: str = attrs.field(repr=False)
    link: str = attrs.field(repr=False)
    reference: str
    expires: datetime


@attrs.frozen
class CompareCode:
    """Show ``code``: the person compares it with the telephone's and confirms there."""

    code: str = attrs.field(repr=False)
    reference: str
    expires: datetime


@attrs.frozen
class AskCredentials:
    """Ask for ``fields``, pairs of key and Azerbaijani label; the evidence is what is typed."""

    fields: tuple[tuple[str, str], ...]
    reference: str
    expires: datetime


Challenge: TypeAlias = Redirect | ShowQr | CompareCode | AskCredentials


class SignIn(Protocol):
    """One sign-in means of one provider."""

    def begin(self, details: Evidence) -> Challenge:
        """Begin; ``details`` is what the means needs first, such as a telephone, often empty.

        Raises `PortRefused` when the details are not accepted.
        """

    def finish(self, reference: str, evidence: Evidence) -> Identity:
        """Finish the challenge with this reference.

        Raises `SignInFailed` when the evidence proves nothing, is about another challenge or was
        made for somebody else, the reference is unknown or spent, or the time is over. The
        assurance is that of the means, whatever the evidence claims.
        """


@hookspec
def eservices_sign_in(means: str) -> SignIn | None:
    """Give the sign-in for one means.

    :param means: the key of a sign-in means, for example ``sima`` or ``asan``.
    :return: the object, or None when this plugin does not serve the means.
    """


SIGN_IN = Port(SignIn, eservices_sign_in)
