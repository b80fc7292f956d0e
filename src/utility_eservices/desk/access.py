"""The two access policies that the library ships (AMB-21).

`ExistenceIsEnough`, the manuals' own: for a request any existing code will do, since a new
owner applies for a code that is still in another's name, and so it will for a payment;
statements and readings are for the holder's FIN or a registered code alone. `OwnCodesOnly` is
strict: holder or registered, for everything.

As plugins: ``access-by-existence`` and ``access-own-codes``.
"""

from __future__ import annotations

from collections.abc import Collection

from utility_eservices.ports.access import Access, Purpose
from utility_eservices.ports.port import hookimpl
from utility_eservices.ports.subscribers import Subscriber
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["ExistenceIsEnough", "OwnCodesOnly", "by_existence", "own_codes"]


class OwnCodesOnly:
    """The holder, by FIN, and whoever registered the code."""

    def allows(
        self,
        purpose: Purpose,
        person: Identity,
        subscriber: Subscriber,
        registered: Collection[SubscriberCode],
    ) -> bool:
        """See `Access.allows`."""
        return subscriber.holder_fin == person.fin or subscriber.code in registered


# What anybody may do with any code that exists: apply for it, and pay for it.
_FOR_ANYBODY = frozenset({Purpose.APPLY, Purpose.PAY})


class ExistenceIsEnough(OwnCodesOnly):
    """Anybody for a request or a payment, the holder or a registered code for the rest."""

    def allows(
        self,
        purpose: Purpose,
        person: Identity,
        subscriber: Subscriber,
        registered: Collection[SubscriberCode],
    ) -> bool:
        """See `Access.allows`."""
        return purpose in _FOR_ANYBODY or super().allows(purpose, person, subscriber, registered)


class _Plugin:
    def __init__(self, policy: Access) -> None:
        self._policy = policy

    @hookimpl
    def eservices_access(self, utility: str) -> Access:
        return self._policy


by_existence = _Plugin(ExistenceIsEnough())
own_codes = _Plugin(OwnCodesOnly())
