"""A small invented service with nothing wrong: the repair of a meter (sayğacın təmiri)."""

from __future__ import annotations

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import APPLICANT, SYSTEM, CaseFacts, by, needs, orders
from utility_eservices.casework.asking import question
from utility_eservices.casework.effect import effect
from utility_eservices.casework.entrance import Means, SignInWindow, StatusPlace
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import (
    Button,
    JourneyFacts,
    Linked,
    Page,
    SentRequests,
    Ticked,
    To,
    Typed,
)
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.errors import Fault
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.reference import REFERENCE, Reference
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.vocabulary.channel import E_GOV_AZ
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE"]


@attrs.frozen
class Repair:
    """What is asked."""

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
    known = subscribers.find(subscriber_code)
    return known is not None or Fault("subscriber_code", "unknown", "Belə kod yoxdur.")


@question(BILLING)
def owes_nothing(billing: Billing, subscriber_code: SubscriberCode) -> Answer:
    """Nothing is owed."""
    return not billing.presented_invoices(subscriber_code) or Fault("", "debt", "Borc var.")


def worn(facts: JourneyFacts) -> Answer:
    """A meter that has counted much is replaced."""
    if facts.values["reading"].value > 50_000:
        return True
    return Fault("reading", "not_worn", "Sayğac köhnə deyil.")


def read_today(facts: JourneyFacts) -> Answer:
    """The reading is of today."""
    if facts.entered_on["reading"] == facts.today:
        return True
    return Fault("reading", "old", "Göstərici bu günün deyil.")


START = Page(
    "start",
    "Sayğacın təmiri",
    parts=(Typed("subscriber_code", gates=(code_is_known,)), Linked("Qaydalar", "https://x.az")),
    buttons=(
        Button("next", "Davam et", "details", submits=("subscriber_code",)),
        Button("status", "Müraciətlərim", "status"),
    ),
)
STATUS = Page(
    "status",
    "Müraciətlərim",
    parts=(SentRequests("Müraciətlər"),),
    buttons=(Button("back", "Geri", "start"),),
)
DETAILS = Page(
    "details",
    "Məlumatlar",
    parts=(Typed("reading"), Typed("phone"), Ticked("agreed", "Razıyam")),
    buttons=(
        Button("back", "Geri", "start"),
        Button(
            "submit",
            "Göndər",
            (To("replaced", when=(worn, read_today)), To("sent", when=(read_today,))),
            submits=("reading", "phone", "agreed"),
            otherwise="start",
            otherwise_for=("phone",),
            registers=True,
        ),
    ),
)
SENT = Page("sent", "Qəbul edildi", message="Nömrə: {number}", final=True)
REPLACED = Page("replaced", "Sayğac dəyişdiriləcək", message="Nömrə: {number}", final=True)
JOURNEY = Journey(
    E_GOV_AZ,
    SignInWindow("Giriş", (Means(ASAN),)),
    (START, STATUS, DETAILS, SENT, REPLACED),
    status_place=StatusPlace(("Müraciətlərim",)),
)

OPERATOR = Role("operator", "Operator")
FITTER = Role("fitter", "Usta")
REASON = finding("reason", Remark, "Səbəb", example="Sayğac yoxdur.", told=True)
SEAL = finding("seal", Remark, "Plomb", example="Plomb 7", samples=[Remark.parse("Plomb 8")])


@effect(REFERENCE, label="Ustaya tapşırma", then="assigned", otherwise="unassigned")
def assign(reference: Reference) -> None:
    """Find a fitter."""
    reference.unit_for("repair")


@effect(BILLING, label="Plombun qeydi", then="recorded", otherwise="recording_failed")
def record(billing: Billing, subscriber_code: SubscriberCode, seal: Remark, key: str) -> None:
    """Keep the seal."""
    billing.presented_invoices(subscriber_code)


def worn_out(facts: CaseFacts) -> Answer:
    """The meter has counted much."""
    if facts.case.form.reading.value > 50_000:
        return True
    return Fault("", "not_worn", "Sayğac köhnə deyil.")


def sturdy(facts: CaseFacts) -> Answer:
    """The meter has counted little."""
    return not worn_out(facts) or Fault("", "worn", "Sayğac köhnədir.")


class Casework(StateMachine):
    """From the registration to its end."""

    draft = Status("Qaralama", initial=True)
    received = Status("Qəbul edildi", told="Müraciət qəbul edilib.", owner=SYSTEM)
    waiting = Status("Usta axtarılır", told="Usta axtarılır.", owner=OPERATOR)
    at_work = Status("Təmirdə", told="Usta işləyir.", owner=FITTER)
    recording = Status("Qeyd edilir", told="Plomb qeyd edilir.", owner=SYSTEM)
    repaired = Status("Təmir edildi", told="Hazırdır.", final=True, ending=Ending.COMPLETED)
    swapped = Status("Dəyişdirildi", told="Yenidir.", final=True, ending=Ending.COMPLETED)
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True, ending=Ending.REFUSED)

    register = draft.to(received, cond=by(APPLICANT), on=orders(assign))
    assigned = received.to(at_work, cond=by(SYSTEM))
    unassigned = received.to(waiting, cond=by(SYSTEM))
    hand_over = waiting.to(at_work, cond=by(OPERATOR, label="Ustaya ver"))
    # Done: by the meter's state, one way or the other.
    finish = at_work.to(
        recording, cond=[by(FITTER, label="Təmir et"), needs(SEAL), sturdy], on=orders(record)
    ) | at_work.to(swapped, cond=[by(FITTER, label="Dəyişdir"), needs(SEAL), worn_out])
    refuse = at_work.to(refused, cond=[by(FITTER, label="İmtina et"), needs(REASON)])
    recorded = recording.to(repaired, cond=by(SYSTEM))
    recording_failed = recording.to(waiting, cond=by(SYSTEM))


def told(state: str, text: str) -> Notice:
    """A notice by SMS and in the portal."""
    return Notice((E_GOV_AZ,), state, (Medium.SMS, Medium.PORTAL), "Xəbər", text, text)


NOTICES = (
    told("received", "Nömrə: {number}"),
    told("repaired", "{number}: {status}. Plomb: {seal}"),
    told("refused", "{number}: {reason}"),
)

SERVICE = Service(
    key="repair",
    name="Sayğacın təmiri",
    utility=AZERSU,
    version=1,
    form=Repair,
    journeys=(JOURNEY,),
    casework=Casework,
    notices=NOTICES,
    concerns="subscriber_code",
    reach={Medium.SMS: "phone"},
)
