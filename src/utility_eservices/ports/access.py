"""The access policy: which person may use which subscriber code, for what.

The manuals check nobody (AMB-21), and a new owner has to apply for a code that is still in
another's name. So the policy is a port: the desk ships two, see `utility_eservices.desk.access`.
"""

from __future__ import annotations

import enum
from collections.abc import Collection
from typing import Protocol

from utility_eservices.ports.port import Port, hookspec
from utility_eservices.ports.subscribers import Subscriber
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = ["ACCESS", "Access", "Purpose"]


class Purpose(enum.Enum):
    """What the code is used for."""

    APPLY = "apply"
    SEE_STATEMENT = "see_statement"
    SUBMIT_READING = "submit_reading"
    PAY = "pay"


class Access(Protocol):
    """One policy."""

    def allows(
        self,
        purpose: Purpose,
        person: Identity,
        subscriber: Subscriber,
        registered: Collection[SubscriberCode],
    ) -> bool:
        """Whether the person may use the subscriber's code.

        ``registered`` holds the codes that the person registered. A no is told as if the code
        did not exist, so that nobody learns which codes do. Having registered another code makes
        no difference. A statement is not for whoever neither holds nor registered the code.

        It is asked of codes that exist, and of no other. So answer at once, from what the adapter
        has at hand: whoever tries out codes could tell by a slow answer which of them exist.
        """


@hookspec
def eservices_access(utility: str) -> Access | None:
    """Give the access policy for one utility.

    :param utility: the key of a utility, for example ``azersu``.
    :return: the object, or None when this plugin has no policy for it.
    """


ACCESS = Port(Access, eservices_access)
