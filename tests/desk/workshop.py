"""Two small invented services: one that is paid for, and one that sends a request.

The top-up (balansın artırılması) is paid on the way and answered at once. The call-out (usta
çağırışı) shows the request's number before sending, begins with what is known, and has a field
that is there only for one kind of call.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
from statemachine import StateMachine
from tests.desk.walking import signed_in

from utility_eservices import Desk, OpenJourney
from utility_eservices.casework.acts import by
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.entrance import Means, SignInWindow, StatusPlace
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import (
    Button,
    Chosen,
    Listed,
    Page,
    PaymentLink,
    Recap,
    RequestNumber,
    Shown,
    To,
    Typed,
)
from utility_eservices.casework.paying import Bill, PaymentOrder
from utility_eservices.casework.rulebook import Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.errors import Fault
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.registered_codes import REGISTERED_CODES, RegisteredCodes
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.services.paying import payment_is_credited, payment_is_over
from utility_eservices.services.questions import own_codes
from utility_eservices.vocabulary.channel import E_GOV_AZ
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.money import NO_MONEY, Money
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.sign_in import ASAN
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

SIGN_IN = SignInWindow("Giriş", (Means(ASAN),), of_portal=True)


# --- the top-up -----------------------------------------------------------------------------------


@attrs.frozen
class TopUp:
    """What is to be paid."""

    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="2030405060", parse=AZERSU_CODE.parse
    )
    amount: Money = form_field("Məbləğ", example="5.00", number=True, unit="AZN")


@question(BILLING)
def debt(billing: Billing, subscriber_code: SubscriberCode) -> str:
    """What the code owes, to begin with."""
    owed = billing.debt(subscriber_code)
    return owed.plain if owed > NO_MONEY else ""


@question()
def bill(subscriber_code: SubscriberCode, amount: Money) -> Bill | Fault:
    """What is to be paid; nothing is no bill."""
    if amount == NO_MONEY:
        return Fault("amount", "amount_zero", "Məbləğ sıfırdan böyük olmalıdır.")
    return Bill(subscriber_code, amount, about="Balansın artırılması")


@question()
def payment_rows(payment: PaymentOrder) -> list[tuple[str, Phrase]]:
    """How the payment stands."""
    return [("Vəziyyət", Phrase(payment.state_name))]


@question()
def receipt(payment: PaymentOrder) -> Bill:
    """What was paid."""
    return payment.bill


PAY = Button("pay", "Ödə", (To("wait", pays=bill),), submits=("subscriber_code", "amount"))
START = Page(
    "start",
    "Balansın artırılması",
    parts=(Typed("subscriber_code"), Typed("amount", prefill=debt)),
    buttons=(PAY,),
)
WAIT = Page(
    "wait",
    "Ödəniş",
    parts=(PaymentLink("Ödəniş səhifəsi"), Shown("Ödəniş barədə", payment_rows)),
    buttons=(
        Button("check", "Yoxla", (To("done", when=(payment_is_credited,)),)),
        Button("again", "Başqa ödəniş", (To("start", when=(payment_is_over,)),)),
    ),
)
DONE = Page("done", "Ödənildi", message="Ödəniş qəbul edildi.", final=True, answer=receipt)
PAYING = Journey(E_GOV_AZ, SIGN_IN, (START, WAIT, DONE))
TOP_UP = Service("top_up", "Balansın artırılması", AZERSU, 1, TopUp, (PAYING,))


# --- the call-out ---------------------------------------------------------------------------------


@attrs.frozen
class CallOut:
    """What the workshop is asked."""

    subscriber_code: SubscriberCode = form_field("Abonent kodu", example="1020304050")
    address: str = form_field("Ünvan", example="Bakı")
    kind: str = form_field("Nə olub", example="meter")
    meter_number: str | None = form_field(
        "Sayğacın nömrəsi", example="77", only_when=("kind", "meter")
    )
    note: str | None = form_field("Qeyd")


@question(REGISTERED_CODES)
def first_code(registered: RegisteredCodes, person: Identity) -> str:
    """The code of somebody who has but one."""
    codes = registered.of(person.fin)
    return codes[0].value if len(codes) == 1 else ""


@question(SUBSCRIBERS)
def known_address(subscribers: Subscribers, subscriber_code: SubscriberCode) -> str:
    """Where the code is, to begin with."""
    subscriber = subscribers.find(subscriber_code)
    return subscriber.address if subscriber else ""


@question()
def kinds() -> list[Option]:
    """What may have happened."""
    return [Option("leak", "Sızma", "leak"), Option("meter", "Sayğac", "meter")]


@question(SUBSCRIBERS)
def visits(
    subscribers: Subscribers, subscriber_code: SubscriberCode
) -> tuple[tuple[str, str], ...]:
    """Who came before."""
    return (("20.10.2026", "Sızma"),) if subscribers.find(subscriber_code) else ()


OPERATOR = Role("operator", "Operator")


class Casework(StateMachine):
    """Sent and done."""

    draft = Status("Qaralama", initial=True)
    waiting = Status("Gözləyir", told="Usta gələcək.", owner=OPERATOR)
    done = Status("Hazırdır", told="Usta gəldi.", final=True)

    register = draft.to(waiting)
    finish = waiting.to(done, cond=by(OPERATOR, label="Bitir"))


ASKED = ("subscriber_code", "address", "kind", "meter_number", "note")
ASK = Page(
    "ask",
    "Usta çağırışı",
    parts=(
        Chosen("subscriber_code", own_codes, prefill=first_code),
        Typed("address", prefill=known_address),
        Chosen("kind", kinds),
        Typed("meter_number"),
        Typed("note"),
        Listed("Gəlişlər", ("Gün", "Səbəb"), visits),
    ),
    buttons=(Button("next", "Davam et", "confirm", submits=ASKED),),
)
CONFIRM = Page(
    "confirm",
    "Təsdiq",
    parts=(
        RequestNumber("Müraciət", "Müraciətin nömrəsi"),
        Recap("Xülasə", ("kind", "meter_number")),
    ),
    buttons=(
        Button("submit", "Göndər", "sent", registers=True),
        Button("back", "Geri", "ask"),
    ),
)
SENT = Page("sent", "Göndərildi", message="Müraciətin nömrəsi: {number}", final=True)
CALLING = Journey(
    E_GOV_AZ,
    SIGN_IN,
    (ASK, CONFIRM, SENT),
    status_place=StatusPlace(("Çağırışlarım",), in_portal=True),
)
CALL_OUT = Service(
    "call_out",
    "Usta çağırışı",
    AZERSU,
    1,
    CallOut,
    (CALLING,),
    casework=Casework,
    concerns="subscriber_code",
)


# --- people ---------------------------------------------------------------------------------------

CALLED: Mapping[str, Any] = {
    "subscriber_code": "1020304050",
    "address": "Bakı",
    "kind": "meter",
    "meter_number": "77",
}
PAID: Mapping[str, Any] = {"subscriber_code": "2030405060", "amount": "5.00"}
RETURN_TO = "https://portal.example/services/top_up"


def begun(desk: Desk, service: str, name: str = "Aysel") -> OpenJourney:
    """A journey that somebody signed in for on e-gov.az has begun."""
    return desk.begin(service, signed_in(desk, name, service=""))


def paying(desk: Desk, name: str = "Aysel") -> OpenJourney:
    """A journey whose payer has been sent to the bank."""
    return desk.press(begun(desk, "top_up", name), "pay", PAID, return_to=RETURN_TO)


def called(desk: Desk, service: str = "call_out") -> OpenJourney:
    """A journey of Aysel's that has sent its request, about the code that is chosen already."""
    entered = {key: text for key, text in CALLED.items() if key != "subscriber_code"}
    return desk.press(desk.press(begun(desk, service), "next", entered), "submit")
