"""Questions that several services ask: whose a code is, who may use it, what there is to choose.

Nouns and verbs to share, no flow: a service names them beside its own questions. The field of
the form that holds the code must be called ``subscriber_code``.

Whoever may type any code could find out which codes exist, one after another. So a code that is
neither the person's own nor registered by them is counted, and after `MOST_FOREIGN_CODES`
different ones on a day every such code gets the same answer, whether it exists or not. That
limit is ours.

>>> may_use(Purpose.APPLY).name
'code_may_be_used'
>>> may_use(Purpose.APPLY) is may_use(Purpose.APPLY)
True
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache

from utility_eservices.casework.asking import Asking, Option, question
from utility_eservices.casework.refusal import Answer
from utility_eservices.errors import Fault
from utility_eservices.ports.access import ACCESS, Access, Purpose
from utility_eservices.ports.counters import COUNTERS, Counters
from utility_eservices.ports.reference import REFERENCE, Reference
from utility_eservices.ports.registered_codes import REGISTERED_CODES, RegisteredCodes
from utility_eservices.ports.subscribers import SUBSCRIBERS, Category, Subscriber, Subscribers
from utility_eservices.ports.tokens import TOKENS, Tokens
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.service_kind import ALL_SERVICE_KINDS
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "MOST_FOREIGN_CODES",
    "groups",
    "is_own",
    "kinds_of_service",
    "may_use",
    "own_codes",
    "own_subscriber",
    "residential_only",
]

# How many different codes of others a person may try on one day.
MOST_FOREIGN_CODES = 10


def is_own(
    code: SubscriberCode,
    subscriber: Subscriber | None,
    registered: Collection[SubscriberCode],
    person: Identity,
) -> bool:
    """Whether a code is the person's own: they hold it, or it is among those they registered.

    ``subscriber`` is what the base says of the code, None when it knows of none.
    """
    held = subscriber is not None and subscriber.holder_fin == person.fin
    return held or code in registered


def own_subscriber(
    subscribers: Subscribers, registered: RegisteredCodes, person: Identity, code: SubscriberCode
) -> Subscriber | None:
    """The subscriber of a code that is the person's own, None otherwise: of those nothing is told.

    A stranger's data are not shown, nor do entries begin with them (AMB-21).
    """
    subscriber = subscribers.find(code)
    return subscriber if is_own(code, subscriber, registered.of(person.fin), person) else None


@question(REGISTERED_CODES)
def own_codes(registered: RegisteredCodes, person: Identity) -> list[Option]:
    """The codes registered in the person's profile (DI-078)."""
    return [Option(code.value, code.value, code) for code in registered.of(person.fin)]


@question()
def groups() -> list[Option]:
    """The two groups of subscribers, and no other (ESU-147, AMB-69)."""
    return [Option(group.value, group.label, group) for group in Category]


@question()
def kinds_of_service() -> list[Option]:
    """Water supply, disposal of wastewater, or both (SDC-044; the values by ST-027, AMB-26)."""
    return [Option(kinds.value, kinds.label, kinds) for kinds in ALL_SERVICE_KINDS]


@cache
def may_use(purpose: Purpose) -> Asking:
    """The gate of a code that is used for a purpose."""

    @question(SUBSCRIBERS, ACCESS, REGISTERED_CODES, COUNTERS, TOKENS)
    def code_may_be_used(
        subscribers: Subscribers,
        access: Access,
        registered: RegisteredCodes,
        counters: Counters,
        tokens: Tokens,
        person: Identity,
        subscriber_code: SubscriberCode,
        today: date,
    ) -> Answer:
        """The code exists and the policy lets this person use it (DI-023, AMB-21, AMB-23)."""
        subscriber = subscribers.find(subscriber_code)
        codes = registered.of(person.fin)
        own = is_own(subscriber_code, subscriber, codes, person)
        tried = 0 if own else _tried(counters, tokens, person, subscriber_code, today)
        if tried > MOST_FOREIGN_CODES:
            return Fault(
                "subscriber_code",
                "too_many_codes",
                # You have checked too many subscriber codes today. Try again tomorrow.
                "Bu gün üçün həddindən artıq sayda abonent kodu yoxlamısınız. "
                "Sabah yenidən cəhd edin.",
            )
        if subscriber and access.allows(purpose, person, subscriber, codes):
            return True
        # The subscriber code is not correct.
        return Fault("subscriber_code", "code_unknown", "Abonent kodu düzgün deyil.")

    return code_may_be_used


@cache
def residential_only(message: str, rule: str = "", purpose: Purpose = Purpose.APPLY) -> Asking:
    """The gate of a code that must be of the group “əhali”, households (AMB-20).

    ``message`` is the service's own Azerbaijani sentence, since the manuals' words differ. With
    a ``rule`` the utility may switch the gate off, see `Reference.applies`. Stands beside
    `may_use` for the same purpose: of a code that is refused there, nothing is told here.
    """
    usable = may_use(purpose)

    @question(*usable.ports, REFERENCE)
    def residential_only(
        subscribers: Subscribers,
        access: Access,
        registered: RegisteredCodes,
        counters: Counters,
        tokens: Tokens,
        reference: Reference,
        person: Identity,
        subscriber_code: SubscriberCode,
        today: date,
    ) -> Answer:
        """The code is of a household (AMB-20)."""
        if rule and not reference.applies(rule, True):
            return True
        asked = (subscribers, access, registered, counters, tokens)
        usable_now = usable.function(*asked, person, subscriber_code, today)
        subscriber = subscribers.find(subscriber_code) if usable_now else None
        if subscriber is None or subscriber.category is Category.RESIDENTIAL:
            return True
        return Fault("subscriber_code", "not_residential", message)

    return residential_only


def _tried(
    counters: Counters, tokens: Tokens, person: Identity, code: SubscriberCode, today: date
) -> int:
    """How many different codes of others the person has tried today, this one among them."""
    # Sealed, since whoever sees the counters could try out every FIN and code against a digest;
    # the FIN in both, so that the counters do not tell who tried the same code.
    name = tokens.seal(f"foreign_codes {person.fin.value}")
    return counters.note(name, tokens.seal(f"{name} {code.value}"), today)
