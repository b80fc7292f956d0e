"""Ödənişlərim (my payments), “Azərsu” ASC.

Whoever registered a subscriber code chooses it and sees its payments, from every payment point,
newest first. Nothing is sent, so there is no casework.

Source: manual 003, “Ödənişlər”, “Ödənişlərim” (rows ESU-126 to ESU-139). Names, contract and
receipt numbers are struck out there. What is ours and not the manual's is marked ``ours``.

>>> [page.key for page in SERVICE.journeys[0].pages]
['code', 'payments']
>>> {page.window for page in SERVICE.journeys[0].pages}
{'payments'}
"""

from __future__ import annotations

import attrs

from utility_eservices.casework.asking import question
from utility_eservices.casework.entrance import WayStep
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button, Chosen, Listed, Page
from utility_eservices.casework.service import Service
from utility_eservices.ports.access import Purpose
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.services.questions import may_use, own_codes
from utility_eservices.services.windows import ASAN_LOGIN
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "PaymentsList"]


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class PaymentsList:
    """What is asked: the payments of one code."""

    subscriber_code: SubscriberCode = form_field(
        # Choose the subscriber code: the list's label, not the table's title (AMB-78).
        "Abonent kodunu seçin",
        example="1020304050",
        parse=AZERSU_CODE.parse,
        rows="ESU-127 ESU-128",
    )


# --- questions and gates ----------------------------------------------------------------------

# Names and receipts are for those who may see the statement, too.
code_may_be_used = may_use(Purpose.SEE_STATEMENT)


@question(SUBSCRIBERS, BILLING)
def payments(
    subscribers: Subscribers, billing: Billing, subscriber_code: SubscriberCode
) -> list[tuple[str, ...]]:
    """The payments, newest first, wherever they were made (ESU-129 to ESU-139).

    Days and amounts are as the list shows them, whatever the reader's language.
    """
    subscriber = subscribers.find(subscriber_code)
    if subscriber is None:  # it was there a moment ago, when its gate was asked
        return []
    holder = f"{subscriber.holder.name} {subscriber.holder.surname}".strip()
    newest_first = sorted(
        billing.payments(subscriber_code), key=lambda item: (item.day, item.receipt), reverse=True
    )
    return [
        (
            str(number),
            holder,
            subscriber.contract,
            item.day.isoformat(),
            item.receipt,
            # Whole manats without decimals: “12”, “9.65” (AMB-71).
            item.amount.plain.removesuffix(".00"),
            item.point,
        )
        for number, item in enumerate(newest_first, start=1)
    ]


# --- the journey on e-su.az ---------------------------------------------------------------------

CODE = Chosen(
    "subscriber_code", own_codes, gates=(code_may_be_used,), rows="ESU-127 ESU-128", ours=True
)


def _show(otherwise: str = "") -> Button:
    # Show: the manual has no button, choosing is all that is needed.
    return Button(
        "show",
        "Göstər",
        "payments",
        submits=("subscriber_code",),
        otherwise=otherwise,
        rows="ESU-126 ESU-127",
        ours=True,
    )


ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="ESU-126",
    way=(
        # Payments, my payments.
        WayStep("Ödənişlər", "ESU-126"),
        WayStep("Ödənişlərim", "ESU-126"),
    ),
    sign_in=ASAN_LOGIN,
    pages=(
        Page(
            "code",
            "Ödənişlərim",
            window="payments",
            # To see your payments, choose the subscriber code.
            text="Ödənişlərinizi görmək üçün abonent kodunu seçin.",
            parts=(CODE,),
            buttons=(_show(),),
            rows="ESU-126 ESU-127",
            ours=True,
        ),
        Page(
            "payments",
            "Ödənişlərim",
            window="payments",
            parts=(
                CODE,
                Listed(
                    # Payments: the table has no title of its own.
                    "Ödənişlər",
                    # Number, name and surname, number of the contract, date of the payment, number
                    # of the receipt, amount paid, payment point.
                    (
                        "№",
                        "Ad soyad",
                        "Müqavilə nömrəsi",
                        "Ödəniş tarixi",
                        "Qəbz nömrəsi",
                        "Ödəniş məbləği",
                        "Ödəmə məntəqəsi",
                    ),
                    payments,
                    rows="ESU-129 ESU-130 ESU-131 ESU-132 ESU-133 ESU-134 ESU-135 ESU-136 ESU-137 "
                    "ESU-138 ESU-139",
                    ours=True,
                ),
            ),
            buttons=(_show(otherwise="code"),),
            rows="ESU-126",
        ),
    ),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="payments_list",
    name="Ödənişlərim",
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=PaymentsList,
    journeys=(ON_E_SU,),
    rows="ESU-126",
)
