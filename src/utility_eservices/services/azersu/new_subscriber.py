"""Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması (a new household), “Azərsu” ASC.

Whoever has a home without a subscriber code asks to be registered as a consumer of the residential
group. An operator checks the documents and either registers the subscriber, who is told the new
code, or refuses with a reason. That nobody has the code yet is the operator's to see to: an act
of casework asks no back end.

Source: manual 003, “E-xidmətlər”, “Yeni abonent” (rows ESU-112 to ESU-114). It names the service
and the group and nothing more: windows, form, casework and notices are ours.

>>> [step.label for step in SERVICE.journeys[0].way]
['www.e-su.az', 'E-xidmətlər', 'Yeni abonent']
>>> sorted(SERVICE.findings)
['new_code', 'reason']
"""

from __future__ import annotations

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.entrance import WayStep
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import Button, Chosen, Page, Ticked, Typed, Uploaded
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.services.notices import FORWARDED, RECORDED
from utility_eservices.services.questions import kinds_of_service
from utility_eservices.services.routing import forwarding
from utility_eservices.services.windows import ASAN_LOGIN, requests_on_e_su
from utility_eservices.vocabulary.address import Address
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, Document, DocumentPolicy
from utility_eservices.vocabulary.household import Household
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.service_kind import ServiceKinds
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "Casework", "NewSubscriber"]

# Registration of a new consumer of the residential group.
NAME = "Əhali qrupuna aid olan yeni istehlakçının qeydiyyata alınması"


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class NewSubscriber:
    """What is sent; there is no subscriber code yet. All of it is ours."""

    # Address of the home.
    address: Address = form_field(
        "Mənzilin ünvanı",
        # City of Baku, Nümunə ("example") street 12, flat 7.
        example="Bakı şəhəri, Nümunə küçəsi 12, mənzil 7",
        ours=True,
    )
    # How many persons live there.
    household: Household = form_field(
        "Ünvanda yaşayanların sayı",
        example="3",
        number=True,
        # Persons.
        unit="nəfər",
        ours=True,
    )
    # Kind of service.
    services: ServiceKinds = form_field("Xidmət növü", ours=True)
    # Copy of the document that confirms the right of ownership.
    ownership_document: Document = form_field(
        "Mülkiyyət hüququnu təsdiq edən sənədin surəti",
        example=EXAMPLE_DOCUMENT,
        upload=DocumentPolicy(),
        ours=True,
    )
    # Telephone number.
    phone: Phone = form_field("Telefon nömrəsi", example="050 200 10 20", ours=True)
    # E-mail address.
    email: Email = form_field("Elektron poçt ünvanı", example="aysel@example.com", ours=True)


# --- the journey on e-su.az ---------------------------------------------------------------------

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="ESU-112",
    way=(
        WayStep("www.e-su.az", "ESU-009"),
        WayStep("E-xidmətlər", "ESU-112"),
        # New subscriber.
        WayStep("Yeni abonent", "ESU-112"),
    ),
    sign_in=ASAN_LOGIN,
    status_place=requests_on_e_su("ESU-081 ESU-083"),
    pages=(
        Page(
            "request",
            NAME,
            rows="ESU-114",
            parts=(
                Typed("address", ours=True),
                Typed("household", ours=True),
                Chosen("services", kinds_of_service, ours=True),
                Uploaded("ownership_document", ours=True),
                Typed("phone", ours=True),
                Typed("email", ours=True),
                # I shall use the service in a home, as a consumer of the residential group.
                Ticked(
                    "residential",
                    "Xidmətdən əhali qrupu üzrə, yaşayış məqsədi ilə istifadə edəcəyəm",
                    rows="ESU-114",
                    ours=True,
                ),
            ),
            buttons=(
                # Send.
                Button(
                    "submit",
                    "Göndər",
                    "sent",
                    submits=(
                        "address",
                        "household",
                        "services",
                        "ownership_document",
                        "phone",
                        "email",
                        "residential",
                    ),
                    registers=True,
                    rows="ESU-114",
                    ours=True,
                ),
            ),
        ),
        Page(
            "sent",
            NAME,
            # Your request has been recorded. Its number: …
            message="Müraciətiniz qeydə alındı. Müraciət nömrəniz: {number}",
            final=True,
            ours=True,
        ),
    ),
)


# --- who works on it, what they state, what the case asks of the world --------------------------

# Checks the documents and registers the subscriber.
OPERATOR = Role("operator", "Operator")

# Code of the new subscriber.
NEW_CODE = finding(
    "new_code",
    SubscriberCode,
    "Yeni abonent kodu",
    example="7080901020",
    parse=AZERSU_CODE.parse,
    told=True,
    ours=True,
)
# Reason of the refusal.
REASON = finding(
    "reason",
    Remark,
    "İmtinanın səbəbi",
    # The document that confirms the right of ownership cannot be read.
    example="Mülkiyyət hüququnu təsdiq edən sənəd oxunmur.",
    told=True,
    ours=True,
)


# Find the staff concerned.
route = forwarding("new_subscriber", ours=True)


# --- the casework -------------------------------------------------------------------------------


class Casework(StateMachine):
    """From the request's registration to that of the subscriber; all but its end is ours."""

    # Draft.
    draft = Status("Qaralama", initial=True, ours=True)
    # Registered.
    registered = Status("Qeydə alındı", told="Müraciətiniz qeydə alınıb.", owner=SYSTEM, ours=True)
    # Forwarded for execution: an operator checks the documents.
    forwarded = Status(
        "İcraya yönləndirildi",
        told="Müraciətiniz aidiyyəti əməkdaşlara yönləndirilib; operator sənədləri yoxlayır.",
        owner=OPERATOR,
        ours=True,
    )
    # Registered as a subscriber.
    subscribed = Status(
        "Abonent kimi qeydiyyata alındı",
        told="Əhali qrupu üzrə abonent kimi qeydiyyata alınmısınız.",
        final=True,
        ending=Ending.COMPLETED,
        rows="ESU-114",
        ours=True,
    )
    # Registration refused.
    refused = Status(
        "Qeydiyyatdan imtina edildi",
        told="Abonent kimi qeydiyyata alınmanızdan imtina edilib.",
        final=True,
        ending=Ending.REFUSED,
        ours=True,
    )

    register = draft.to(registered, on=orders(route, ours=True))
    # Forward for execution; without a unit.
    forward = registered.to(forwarded, cond=by(SYSTEM, label="İcraya yönləndir", ours=True))
    forward_without_unit = registered.to(
        forwarded, cond=by(SYSTEM, label="Şöbə göstərilmədən yönləndir", ours=True)
    )
    # Register the subscriber.
    subscribe = forwarded.to(
        subscribed,
        cond=[
            by(OPERATOR, label="Abonenti qeydiyyata al", rows="ESU-114", ours=True),
            needs(NEW_CODE, ours=True),
        ],
    )
    # Refuse registration.
    refuse = forwarded.to(
        refused,
        cond=[
            by(OPERATOR, label="Qeydiyyatdan imtina et", ours=True),
            needs(REASON, ours=True),
        ],
    )


# --- notices: ours, every status by all three media as elsewhere on the portal ------------------

# Subject, text and SMS on entering a state.
_WORDS = {
    "registered": RECORDED,
    "forwarded": FORWARDED,
    # By your request {number} you have been registered as a subscriber. Your code: {new_code}
    "subscribed": (
        "Abonent kimi qeydiyyata alındınız",
        (
            "{number} nömrəli müraciətiniz üzrə abonent kimi qeydiyyata alındınız. "
            "Abonent kodunuz: {new_code}"
        ),
        "Abonent kimi qeydiyyata alındınız. Abonent kodunuz: {new_code}",
    ),
    # Registration by your request {number} has been refused, for the reason {reason}.
    "refused": (
        "Qeydiyyatdan imtina edildi",
        "{number} nömrəli müraciətiniz üzrə qeydiyyatdan imtina edildi. Səbəb: {reason}",
        "{number} nömrəli müraciətiniz üzrə qeydiyyatdan imtina edildi. Səbəb: {reason}",
    ),
}

NOTICES = tuple(
    Notice((E_SU_AZ,), state, (Medium.EMAIL, Medium.SMS, Medium.PORTAL), *words, ours=True)
    for state, words in _WORDS.items()
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="new_subscriber",
    name=NAME,
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=NewSubscriber,
    journeys=(ON_E_SU,),
    casework=Casework,
    notices=NOTICES,
    reach={Medium.EMAIL: "email", Medium.SMS: "phone"},
    rows="ESU-114",
)
