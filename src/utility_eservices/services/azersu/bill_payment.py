"""Ödəniş et (pay), “Azərsu” ASC.

Whoever is signed in pays for a subscriber code by card: their own or anybody's, of either group.
The debt of one's own code stands in the amount to begin with and may be changed. The bank's page
takes the money, billing is told once, and the payment stands in “Ödənişlərim”. Nothing is sent,
so there is no casework.

Source: manual 003, “Ödənişlər”, “Ödəniş et” (rows ESU-140 to ESU-152). It ends with the button:
what follows is ours, and marked ``ours``.

>>> [page.key for page in SERVICE.journeys[0].pages]
['form', 'waiting', 'again', 'given_back', 'paid']
>>> SERVICE.journeys[0].pays, SERVICE.casework is None
(True, True)
"""

from __future__ import annotations

import attrs

from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.entrance import WayStep
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button, Chosen, Page, PaymentLink, Shown, To, Typed
from utility_eservices.casework.paying import Bill, PaymentOrder
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.service import Service
from utility_eservices.errors import Fault
from utility_eservices.ports.access import Purpose
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.reference import REFERENCE, Reference, ReferenceItem
from utility_eservices.ports.registered_codes import REGISTERED_CODES, RegisteredCodes
from utility_eservices.ports.subscribers import SUBSCRIBERS, Category, Subscribers
from utility_eservices.services.paying import (
    payment_is_credited,
    payment_is_given_back,
    payment_is_over,
)
from utility_eservices.services.questions import groups, may_use, own_subscriber
from utility_eservices.services.windows import ASAN_LOGIN
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.money import NO_MONEY, Money, positive
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "BillPayment"]


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class BillPayment:
    """What is paid: how much, for whom, by which card."""

    # Subscriber code.
    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="2030405060", parse=AZERSU_CODE.parse, rows="ESU-145"
    )
    # Type of the subscriber.
    subscriber_type: Category = form_field("Abonent tipi", rows="ESU-146 ESU-147")
    # Amount.
    amount: Money = form_field(
        "Məbləğ", example="29.15", parse=positive, number=True, unit="AZN", rows="ESU-149"
    )
    # Type of the card.
    card: ReferenceItem = form_field("Kart tipi", rows="ESU-150")


# --- questions and gates ----------------------------------------------------------------------

code_may_be_used = may_use(Purpose.PAY)


@question(SUBSCRIBERS)
def group_is_the_codes(
    subscribers: Subscribers, subscriber_code: SubscriberCode, subscriber_type: Category
) -> Answer:
    """The group is the one that the subscriber belongs to; that it is checked is ours."""
    subscriber = subscribers.find(subscriber_code)
    if subscriber and subscriber.category is subscriber_type:
        return True
    # The type of the subscriber does not fit this code.
    return Fault("subscriber_type", "type_differs", "Abonent tipi bu koda uyğun deyil.")


@question(SUBSCRIBERS, REGISTERED_CODES, BILLING)
def debt(
    subscribers: Subscribers,
    registered: RegisteredCodes,
    billing: Billing,
    person: Identity,
    subscriber_code: SubscriberCode,
) -> str:
    """The debt as somebody would type it, empty when nothing is owed (AMB-55, AMB-76).

    What somebody else's code owes is not told: there the amount is typed (AMB-21).
    """
    if own_subscriber(subscribers, registered, person, subscriber_code) is None:
        return ""
    owed = billing.debt(subscriber_code)
    return owed.plain if owed > NO_MONEY else ""


@question(REFERENCE)
def card_types(reference: Reference) -> list[Option]:
    """The card types that the utility keeps (AMB-54)."""
    return [Option(item.key, item.label, item) for item in reference.items("card_types")]


@question()
def bill(subscriber_code: SubscriberCode, amount: Money, card: ReferenceItem) -> Bill:
    """What is to be paid: any amount, whatever the debt (AMB-55)."""
    # Water and wastewater bill.
    return Bill(subscriber_code, amount, card.key, "Su və tullantı suları haqqı")


# What is told of the payment.
TEXTS = {
    # Number of the payment.
    "number": "Ödəniş nömrəsi",
    # Subscriber code.
    "code": "Abonent kodu",
    # Amount.
    "amount": "Məbləğ",
    # State of the payment.
    "state": "Ödənişin vəziyyəti",
}


@question()
def order(payment: PaymentOrder) -> list[tuple[str, object]]:
    """The payment that was begun last, as it stands."""
    return [
        (TEXTS["number"], payment.number),
        (TEXTS["code"], payment.bill.code.value),
        (TEXTS["amount"], payment.amount),
        (TEXTS["state"], Phrase(payment.state_name)),
    ]


# --- the journey on e-su.az ---------------------------------------------------------------------

FORM = (
    Typed("subscriber_code", gates=(code_may_be_used,), rows="ESU-142 ESU-145"),
    # The form prints the second as “Qeyri Əhali” (AMB-69).
    Chosen("subscriber_type", groups, gates=(group_is_the_codes,), rows="ESU-146 ESU-148"),
    Typed("amount", prefill=debt, rows="ESU-149"),
    Chosen("card", card_types, rows="ESU-150"),
)
PAY = Button(
    "pay",
    "ÖDƏNİŞ ET",
    (To("waiting", pays=bill),),
    submits=("subscriber_code", "subscriber_type", "amount", "card"),
    rows="ESU-142 ESU-145 ESU-146 ESU-149 ESU-150 ESU-151 ESU-152",
)

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="ESU-140",
    way=(
        # Payments, pay.
        WayStep("Ödənişlər", "ESU-140"),
        WayStep("Ödəniş et", "ESU-140"),
    ),
    sign_in=ASAN_LOGIN,
    pages=(
        Page(
            "form",
            "Ödəniş",
            window="payment",
            parts=FORM,
            buttons=(PAY,),
            rows="ESU-142 ESU-144",
        ),
        Page(
            "waiting",
            "Ödəniş",
            # The payment is made on the bank's page. Once you have paid, check the outcome.
            text="Ödəniş bankın səhifəsində aparılır. Ödədikdən sonra nəticəni yoxlayın.",
            parts=(
                # Payment.
                Shown("Ödəniş", order, ours=True),
                # Open the page of the payment.
                PaymentLink("Ödəniş səhifəsini aç", ours=True),
            ),
            buttons=(
                Button(
                    "check",
                    # Check the outcome.
                    "Nəticəni yoxla",
                    (
                        To("paid", when=(payment_is_credited,)),
                        To("given_back", when=(payment_is_given_back,)),
                        To("again", when=(payment_is_over,)),
                    ),
                    ours=True,
                ),
            ),
            rows="ESU-152",
            ours=True,
        ),
        Page(
            "again",
            "Ödəniş",
            window="payment",
            # The payment was not made. What you entered is kept.
            text="Ödəniş həyata keçirilmədi. Daxil etdiyiniz məlumatlar saxlanılıb.",
            parts=(Shown("Ödəniş", order, ours=True), *FORM),
            buttons=(PAY,),
            ours=True,
        ),
        Page(
            "given_back",
            "Ödəniş",
            # The utility did not accept the payment. The money is returned to your card.
            text="Xidmət təşkilatı ödənişi qəbul etmədi. Məbləğ kartınıza qaytarılır.",
            parts=(Shown("Ödəniş", order, ours=True),),
            final=True,
            ours=True,
        ),
        Page(
            "paid",
            "Ödəniş",
            # The payment was accepted.
            message="Ödəniş qəbul edildi.",
            # Receipt of the payment.
            parts=(Shown("Ödəniş qəbzi", order, ours=True),),
            final=True,
            ours=True,
        ),
    ),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="bill_payment",
    name="Ödəniş et",
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=BillPayment,
    journeys=(ON_E_SU,),
    rows="ESU-140",
)
