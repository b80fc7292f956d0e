"""Services with one fault each, and a sound one beside them.

An outside package as it might come: `eservices check` has to find every fault, and nothing in
the sound one. Its second module, `broken_unreadable`, cannot even be imported.
"""

from __future__ import annotations

from typing import Any

import attrs
from statemachine import StateMachine

from utility_eservices import hookimpl
from utility_eservices.casework.acts import SYSTEM, CaseFacts, by, needs, orders
from utility_eservices.casework.asking import question
from utility_eservices.casework.effect import effect
from utility_eservices.casework.entrance import Means, SignInWindow
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import Button, Page, Typed
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.errors import Fault
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.vocabulary.channel import E_GOV_AZ
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["eservices_services"]


# --- what the services share --------------------------------------------------------------------


OPERATOR = Role("operator", "Operator")
# Reason of the refusal.
REASON = finding("reason", Remark, "İmtinanın səbəbi", example="Sayğac yoxdur.", told=True)


@attrs.frozen
class Sealing:
    """What is asked: to have a meter sealed."""

    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="1020304050", parse=AZERSU_CODE.parse
    )
    reading: MeterReading = form_field(
        "Göstərici", example="12", number=True, samples=[MeterReading.parse("90000")]
    )
    phone: Phone = form_field("Telefon", example="050 200 10 20")


@question(SUBSCRIBERS)
def code_is_known(subscribers: Subscribers, subscriber_code: SubscriberCode) -> Answer:
    """The code exists."""
    if subscribers.find(subscriber_code):
        return True
    # There is no such code.
    return Fault("subscriber_code", "unknown_code", "Belə kod yoxdur.")


def pages() -> tuple[Page, ...]:
    """The code with its gate, the rest, and the end."""
    return (
        Page(
            "code",
            "Sayğacın plomblanması",
            parts=(Typed("subscriber_code", gates=(code_is_known,)),),
            buttons=(Button("next", "Davam et", "details", submits=("subscriber_code",)),),
        ),
        Page(
            "details",
            "Məlumatlar",
            parts=(Typed("reading"), Typed("phone")),
            buttons=(
                Button("submit", "Göndər", "sent", submits=("reading", "phone"), registers=True),
            ),
        ),
        Page("sent", "Qəbul edildi", message="Müraciət nömrəniz: {number}", final=True),
    )


def journey(*of: Page) -> Journey:
    """These pages on e-gov.az."""
    return Journey(E_GOV_AZ, SignInWindow("Giriş", (Means(ASAN),)), of)


def _told(state: str, text: str) -> Notice:
    return Notice((E_GOV_AZ,), state, (Medium.SMS, Medium.PORTAL), "Müraciət", text, text)


NOTICES = (
    _told("received", "{number} nömrəli müraciətiniz qəbul edildi."),
    _told("refused", "{number}: imtina edildi. Səbəb: {reason}"),
)


def service(key: str, name: str, casework: Any, **changes: Any) -> Service:
    """A service that is sound but for what is changed."""
    declared: dict[str, Any] = {
        "form": Sealing,
        "journeys": (journey(*pages()),),
        "notices": NOTICES,
        "concerns": "subscriber_code",
        "reach": {Medium.SMS: "phone"},
    }
    return Service(
        key=key, name=name, utility=AZERSU, version=1, casework=casework, **{**declared, **changes}
    )


# --- a sound one --------------------------------------------------------------------------------


class Sound(StateMachine):
    """Received, then sealed or refused."""

    draft = Status("Qaralama", initial=True)
    received = Status("Qəbul edildi", told="Müraciətiniz qəbul edilib.", owner=OPERATOR)
    sealed = Status("Plomblandı", told="Sayğac plomblanıb.", final=True, ending=Ending.COMPLETED)
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True, ending=Ending.REFUSED)

    register = draft.to(received)
    seal = received.to(sealed, cond=by(OPERATOR, label="Plombla"))
    refuse = received.to(refused, cond=[by(OPERATOR, label="İmtina et"), needs(REASON)])


SOUND = service("sound", "Plomblama", Sound)

# --- faults of the casework ---------------------------------------------------------------------


class Unreachable(StateMachine):
    """Nothing leads to the on-site check."""

    validate_disconnected_states = False

    draft = Status("Qaralama", initial=True)
    received = Status("Qəbul edildi", told="Müraciətiniz qəbul edilib.", owner=OPERATOR)
    on_site = Status("Yerində yoxlanılır", told="Yerində yoxlanılır.", owner=OPERATOR)
    sealed = Status("Plomblandı", told="Sayğac plomblanıb.", final=True, ending=Ending.COMPLETED)
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True, ending=Ending.REFUSED)

    register = draft.to(received)
    seal = received.to(sealed, cond=by(OPERATOR, label="Plombla")) | on_site.to(
        sealed, cond=by(OPERATOR, label="Yoxlamadan sonra plombla")
    )
    refuse = received.to(refused, cond=[by(OPERATOR, label="İmtina et"), needs(REASON)])


class SilentRefusal(StateMachine):
    """Whoever is refused never learns why."""

    draft = Status("Qaralama", initial=True)
    received = Status("Qəbul edildi", told="Müraciətiniz qəbul edilib.", owner=OPERATOR)
    put_off = Status("Təxirə salındı", told="Təxirə salınıb.", owner=OPERATOR)
    sealed = Status("Plomblandı", told="Sayğac plomblanıb.", final=True, ending=Ending.COMPLETED)
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True, ending=Ending.REFUSED)

    register = draft.to(received)
    seal = received.to(sealed, cond=by(OPERATOR, label="Plombla"))
    postpone = received.to(put_off, cond=by(OPERATOR, label="Təxirə sal"))
    drop = put_off.to(refused, cond=by(OPERATOR, label="Daha baxma"))


def is_worn(facts: CaseFacts) -> Answer:
    """The meter has counted much."""
    if facts.case.form.reading.value > 50_000:
        return True
    # The meter has counted little.
    return Fault("", "not_worn", "Sayğacın göstəricisi azdır.")


class Overlap(StateMachine):
    """A worn meter may be sealed as well as replaced: the second act never comes to its turn."""

    draft = Status("Qaralama", initial=True)
    received = Status("Qəbul edildi", told="Müraciətiniz qəbul edilib.", owner=OPERATOR)
    sealed = Status("Plomblandı", told="Sayğac plomblanıb.", final=True, ending=Ending.COMPLETED)
    replaced = Status(
        "Dəyişdirildi", told="Sayğac dəyişdirilib.", final=True, ending=Ending.COMPLETED
    )
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True, ending=Ending.REFUSED)

    register = draft.to(received)
    close = received.to(sealed, cond=by(OPERATOR, label="Plombla")) | received.to(
        replaced, cond=[by(OPERATOR, label="Dəyişdir"), is_worn]
    )
    refuse = received.to(refused, cond=[by(OPERATOR, label="İmtina et"), needs(REASON)])


UNREACHABLE = service("unreachable", "Yoxlama ilə plomblama", Unreachable)
SILENT_REFUSAL = service(
    "silent_refusal", "Təxirə salınan plomblama", SilentRefusal, notices=NOTICES[:1]
)
OVERLAP = service("overlap", "Plomblama və ya dəyişdirmə", Overlap)

# --- a journey with a short cut past its gate ---------------------------------------------------


def _with_short_cut() -> tuple[Page, ...]:
    """Who has the invoice at hand types the code there, where nobody looks it up."""
    start = Page(
        "start",
        "Plomblama sifarişi",
        parts=(Typed("subscriber_code"),),
        buttons=(
            Button("slowly", "Kodu yoxla", "code"),
            # Without a check.
            Button("quickly", "Yoxlamadan davam et", "details", submits=("subscriber_code",)),
        ),
    )
    checked, *rest = pages()
    checked = attrs.evolve(checked, title="Kodun yoxlanılması")
    return (start, checked, *rest)


AVOIDED_GATE = service(
    "avoided_gate", "Tez plomblama", Sound, journeys=(journey(*_with_short_cut()),)
)

# --- a notice with a placeholder that nobody fills ----------------------------------------------


_RECEIVED = attrs.evolve(NOTICES[0], text="Hörmətli {name}, müraciətiniz qəbul edildi.")

UNKNOWN_PLACEHOLDER = service(
    "unknown_placeholder", "Bildirişli plomblama", Sound, notices=(_RECEIVED, NOTICES[1])
)

# --- an effect that has no way to go when it cannot be done -------------------------------------


@effect(BILLING, label="Hesablaşmaya qeyd", then="noted", otherwise="")
def note(billing: Billing, subscriber_code: SubscriberCode) -> None:
    """Tell billing of the seal."""
    billing.presented_invoices(subscriber_code)


class NoOtherwise(StateMachine):
    """A request whose seal cannot be noted waits for ever."""

    draft = Status("Qaralama", initial=True)
    received = Status("Qəbul edildi", told="Müraciətiniz qəbul edilib.", owner=OPERATOR)
    noting = Status("Qeyd edilir", told="Plomb qeyd edilir.", owner=SYSTEM)
    sealed = Status("Plomblandı", told="Sayğac plomblanıb.", final=True, ending=Ending.COMPLETED)
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True, ending=Ending.REFUSED)

    register = draft.to(received)
    seal = received.to(noting, cond=by(OPERATOR, label="Plombla"), on=orders(note))
    noted = noting.to(sealed, cond=by(SYSTEM))
    refuse = received.to(refused, cond=[by(OPERATOR, label="İmtina et"), needs(REASON)])


NO_OTHERWISE = service("no_otherwise", "Qeydiyyatlı plomblama", NoOtherwise)

# --- the package --------------------------------------------------------------------------------


@hookimpl
def eservices_services() -> tuple[Service, ...]:
    """Offer all of them."""
    return (
        SOUND,
        UNREACHABLE,
        SILENT_REFUSAL,
        OVERLAP,
        AVOIDED_GATE,
        UNKNOWN_PLACEHOLDER,
        NO_OTHERWISE,
    )
