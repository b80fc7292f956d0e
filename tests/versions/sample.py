"""A small invented service in three versions, as it would have been released one after another.

The checking of a meter (sayğacın yoxlanması). From the first version to the second things are
called otherwise: a state, a page, a field, a finding, an effect; a field is given up and one is
new. From the second to the third the kind of a finding changes, two states become one, and a
page with a gate is put before the telephone.
"""

from __future__ import annotations

from typing import Any

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.asking import question
from utility_eservices.casework.effect import effect
from utility_eservices.casework.entrance import Means, SignInWindow
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import Button, Page, To, Typed
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.casework.upgrade import Upgrade
from utility_eservices.errors import Fault
from utility_eservices.ports.reference import REFERENCE, Reference
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.vocabulary.channel import AZERSU_AZ, E_GOV_AZ
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

KEY = "meter_check"
OPERATOR = Role("operator", "Operator")
INSPECTOR = Role("inspector", "Müfəttiş")
SIGN_IN = SignInWindow("Giriş", (Means(ASAN),), of_portal=True)


@question(SUBSCRIBERS)
def code_is_known(subscribers: Subscribers, subscriber_code: SubscriberCode) -> Answer:
    """There is such a code."""
    if subscribers.find(subscriber_code):
        return True
    return Fault("subscriber_code", "code_unknown", "Belə kod yoxdur.")


def code_page(leads_to: str) -> Page:
    return Page(
        "code",
        "Kod",
        parts=(Typed("subscriber_code", gates=(code_is_known,)),),
        buttons=(Button("next", "Davam et", leads_to, submits=("subscriber_code",)),),
    )


CONFIRM = Page("confirm", "Təsdiq", buttons=(Button("submit", "Göndər", "done", registers=True),))
DONE = Page("done", "Son", message="Nömrə: {number}", final=True)


def notices(first: str, word: str) -> tuple[Notice, ...]:
    """On the first state by SMS and on the portal, on the end with what was found."""
    both = (E_GOV_AZ, AZERSU_AZ)
    media = (Medium.SMS, Medium.PORTAL)
    told = "Nəticə: {" + word + "}"
    return (
        Notice(both, first, media, "Qəbul edildi", "{status}", "{number}: {status}"),
        Notice(both, "closed", (Medium.PORTAL,), "Bitdi", told, told),
    )


# --- the first version ----------------------------------------------------------------------------


@attrs.frozen
class FirstForm:
    """What was asked at first."""

    subscriber_code: SubscriberCode = form_field("Abonent kodu", parse=AZERSU_CODE.parse)
    phone: Phone = form_field("Telefon")
    fax: str | None = form_field("Faks")


RESULT = finding("result", str, "Nəticə", example="Sazdır.", told=True)
WHY = finding("why", str, "Səbəb", example="Əsassızdır.", told=True)


@effect(REFERENCE, label="Təyinat", then="assigned", otherwise="not_assigned")
def assign(reference: Reference) -> dict[str, Any]:
    """Find the unit."""
    unit = reference.unit_for(KEY)
    return {"unit": unit.label} if unit else {}


class FirstCasework(StateMachine):
    """Sent, then waiting for an operator, then visited."""

    draft = Status("Qaralama", initial=True)
    sent = Status("Göndərildi", told="Göndərilib.", owner=SYSTEM)
    waiting = Status("Gözləyir", told="Gözləyir.", owner=OPERATOR)
    overdue = Status("Gecikir", told="Gecikir.", owner=OPERATOR)
    visit = Status("Yerində yoxlanılır", told="Yoxlanılır.", owner=INSPECTOR)
    closed = Status("Bitdi", told="Bitib.", final=True)
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True)

    register = draft.to(sent, on=orders(assign))
    assigned = sent.to(waiting, cond=by(SYSTEM, label="Təyin et"))
    not_assigned = sent.to(overdue, cond=by(SYSTEM, label="Təyin etmə"))
    order_visit = waiting.to(visit, cond=by(OPERATOR, label="Yoxlat")) | overdue.to(
        visit, cond=by(OPERATOR, label="Yoxlat")
    )
    close = visit.to(closed, cond=[by(INSPECTOR, label="Bitir"), needs(RESULT)])
    refuse = waiting.to(refused, cond=[by(OPERATOR, label="İmtina et"), needs(WHY)])


FIRST = Service(
    KEY,
    "Sayğacın yoxlanması",
    AZERSU,
    1,
    FirstForm,
    (
        Journey(
            E_GOV_AZ,
            SIGN_IN,
            (
                code_page("details"),
                Page(
                    "details",
                    "Məlumat",
                    parts=(Typed("phone"), Typed("fax")),
                    buttons=(Button("next", "Davam et", "confirm", submits=("phone", "fax")),),
                ),
                CONFIRM,
                DONE,
            ),
        ),
    ),
    FirstCasework,
    notices("sent", "result"),
    reach={Medium.SMS: "phone"},
)


# --- the second version ---------------------------------------------------------------------------


@attrs.frozen
class SecondForm:
    """What was asked then."""

    subscriber_code: SubscriberCode = form_field("Abonent kodu", parse=AZERSU_CODE.parse)
    mobile: Phone = form_field("Mobil telefon")
    urgent: str = form_field("Təcilidir", given="channel")
    floor: str | None = form_field("Mərtəbə")


OUTCOME = finding("outcome", str, "Nəticə", example="Sazdır.", told=True)


@effect(REFERENCE, label="Təyinat", then="appointed", otherwise="not_appointed")
def appoint(reference: Reference) -> dict[str, Any]:
    """Find the unit."""
    unit = reference.unit_for(KEY)
    return {"unit": unit.label} if unit else {}


class SecondCasework(StateMachine):
    """What was sent is called received."""

    draft = Status("Qaralama", initial=True)
    received = Status("Qəbul edildi", told="Qəbul edilib.", owner=SYSTEM)
    waiting = Status("Gözləyir", told="Gözləyir.", owner=OPERATOR)
    overdue = Status("Gecikir", told="Gecikir.", owner=OPERATOR)
    visit = Status("Yerində yoxlanılır", told="Yoxlanılır.", owner=INSPECTOR)
    closed = Status("Bitdi", told="Bitib.", final=True)
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True)

    register = draft.to(received, on=orders(appoint))
    appointed = received.to(waiting, cond=by(SYSTEM, label="Təyin et"))
    not_appointed = received.to(overdue, cond=by(SYSTEM, label="Təyin etmə"))
    order_visit = waiting.to(visit, cond=by(OPERATOR, label="Yoxlat")) | overdue.to(
        visit, cond=by(OPERATOR, label="Yoxlat")
    )
    close = visit.to(closed, cond=[by(INSPECTOR, label="Bitir"), needs(OUTCOME)])
    refuse = waiting.to(refused, cond=[by(OPERATOR, label="İmtina et"), needs(WHY)])


TO_SECOND = Upgrade(
    since=1,
    states={"sent": "received"},
    pages={"e-gov.az": {"details": "contact"}},
    fields={"mobile": "phone", "urgent": lambda old: "yes" if old["fax"] else "no"},
    dropped=("fax",),
    findings={"outcome": "result"},
    effects={"assign": "appoint"},
)
SECOND = Service(
    KEY,
    "Sayğacın yoxlanması",
    AZERSU,
    2,
    SecondForm,
    (
        Journey(
            E_GOV_AZ,
            SIGN_IN,
            (
                code_page("contact"),
                Page(
                    "contact",
                    "Əlaqə",
                    parts=(Typed("mobile"), Typed("floor")),
                    buttons=(Button("next", "Davam et", "confirm", submits=("mobile", "floor")),),
                ),
                CONFIRM,
                DONE,
            ),
        ),
    ),
    SecondCasework,
    notices("received", "outcome"),
    reach={Medium.SMS: "mobile"},
    upgrades=(TO_SECOND,),
)


# --- the third version ----------------------------------------------------------------------------

REMARK = finding("outcome", Remark, "Nəticə", example="Sazdır.", told=True)


@question(REFERENCE)
def meters_are_checked(reference: Reference, subscriber_code: SubscriberCode) -> Answer:
    """Whether meters are checked there at all."""
    return bool(reference.items("checked"))


class ThirdCasework(StateMachine):
    """Nothing is overdue any more: it waits as well."""

    draft = Status("Qaralama", initial=True)
    received = Status("Alındı", told="Alınıb.", owner=SYSTEM)
    waiting = Status("Gözləyir", told="Gözləyir.", owner=OPERATOR)
    visit = Status("Yerində yoxlanılır", told="Yoxlanılır.", owner=INSPECTOR)
    closed = Status("Bitdi", told="Bitib.", final=True)
    refused = Status("İmtina edildi", told="İmtina edilib.", final=True)

    register = draft.to(received, on=orders(appoint))
    appointed = received.to(waiting, cond=by(SYSTEM, label="Təyin et"))
    not_appointed = received.to(waiting, cond=by(SYSTEM, label="Təyin etmə"))
    order_visit = waiting.to(visit, cond=by(OPERATOR, label="Yoxlat"))
    close = visit.to(closed, cond=[by(INSPECTOR, label="Bitir"), needs(REMARK)])
    refuse = waiting.to(refused, cond=[by(OPERATOR, label="İmtina et"), needs(WHY)])


def as_remark(stated: Any) -> Any:
    """The outcome of the second version, which was a bare text."""
    return {"value": stated["outcome"]} if "outcome" in stated else None


TO_THIRD = Upgrade(
    since=2,
    states={"overdue": "waiting"},
    pages={"e-gov.az": {"contact": "place", "confirm": "place"}},
    findings={"outcome": as_remark},
)
THIRD = Service(
    KEY,
    "Sayğacın yoxlanması",
    AZERSU,
    3,
    SecondForm,
    (
        Journey(
            E_GOV_AZ,
            SIGN_IN,
            (
                code_page("place"),
                Page(
                    "place",
                    "Yer",
                    buttons=(
                        Button("next", "Davam et", (To("contact", when=(meters_are_checked,)),)),
                    ),
                ),
                Page(
                    "contact",
                    "Əlaqə",
                    parts=(Typed("mobile"), Typed("floor")),
                    buttons=(Button("next", "Davam et", "confirm", submits=("mobile", "floor")),),
                ),
                CONFIRM,
                DONE,
            ),
        ),
    ),
    ThirdCasework,
    notices("received", "outcome"),
    reach={Medium.SMS: "mobile"},
    upgrades=(TO_SECOND, TO_THIRD),
)
