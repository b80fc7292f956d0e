"""Qəza xidməti (emergency service), “Azərsu” ASC.

Anybody, also without a subscriber code, tells that something has happened in the water supply or in
the disposal of wastewater: where and what. It comes before everything else that an operator has to
do; a brigade is sent, and removes the accident or finds none.

Source: manual 003, “E-xidmətlər”, “Qəza xidməti” (rows ESU-115 to ESU-117). It names the service
and the two systems: windows, the rest of the form, casework and notices are ours.

>>> SERVICE.urgent
True
>>> [str(option.label) for option in systems.function()]
['Su təchizatı', 'Tullantı sularının axıdılması']
"""

from __future__ import annotations

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.effect import Patience
from utility_eservices.casework.entrance import WayStep
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import Button, Chosen, Page, Typed
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.ports.access import Purpose
from utility_eservices.services.questions import may_use
from utility_eservices.services.routing import forwarding
from utility_eservices.services.windows import ASAN_LOGIN, requests_on_e_su
from utility_eservices.vocabulary.address import Address
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.service_kind import ServiceKind, ServiceKinds
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "Casework", "EmergencyReport"]

# Emergency service.
NAME = "Qəza xidməti"


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class EmergencyReport:
    """What is sent."""

    # System in which the accident has happened.
    system: ServiceKinds = form_field("Qəza baş vermiş sistem", rows="ESU-117")
    # Place of the accident.
    place: Address = form_field(
        "Qəzanın yeri",
        # City of Baku, Nümunə ("example") street 3, before the entrance.
        example="Bakı şəhəri, Nümunə küçəsi 3, girişin qarşısı",
        ours=True,
    )
    # Description of the accident.
    happened: Remark = form_field(
        "Qəzanın təsviri",
        # A pipe has burst, water runs into the street.
        example="Boru partlayıb, su küçəyə axır.",
        ours=True,
    )
    # Telephone number.
    phone: Phone = form_field("Telefon nömrəsi", example="050 200 10 20", ours=True)
    # Subscriber code.
    subscriber_code: SubscriberCode | None = form_field(
        "Abonent kodu",
        parse=AZERSU_CODE.parse,
        # If there is none or you do not know it, leave it empty.
        help="Kodunuz yoxdursa və ya bilmirsinizsə, boş saxlayın.",
        ours=True,
    )


# --- questions and gates ----------------------------------------------------------------------

code_may_be_used = may_use(Purpose.APPLY)


@question()
def systems() -> list[Option]:
    """The two systems (ESU-117)."""
    kinds = (ServiceKinds.of(ServiceKind.WATER), ServiceKinds.of(ServiceKind.WASTEWATER))
    return [Option(kind.value, kind.label, kind) for kind in kinds]


# --- the journey on e-su.az ---------------------------------------------------------------------

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="ESU-115",
    way=(
        WayStep("www.e-su.az", "ESU-009"),
        WayStep("E-xidmətlər", "ESU-115"),
        WayStep(NAME, "ESU-115"),
    ),
    sign_in=ASAN_LOGIN,
    status_place=requests_on_e_su("ESU-081 ESU-083"),
    pages=(
        Page(
            "report",
            NAME,
            rows="ESU-115",
            parts=(
                Chosen("system", systems, rows="ESU-117"),
                Typed("place", ours=True),
                Typed("happened", ours=True),
                Typed("phone", ours=True),
                Typed("subscriber_code", gates=(code_may_be_used,), ours=True),
            ),
            buttons=(
                # Send.
                Button(
                    "submit",
                    "Göndər",
                    "sent",
                    submits=("system", "place", "happened", "phone", "subscriber_code"),
                    registers=True,
                    rows="ESU-117",
                    ours=True,
                ),
            ),
        ),
        Page(
            "sent",
            NAME,
            # Your report of the accident has been recorded. Its number: …
            message="Qəza barədə müraciətiniz qeydə alındı. Müraciət nömrəniz: {number}",
            final=True,
            ours=True,
        ),
    ),
)


# --- who works on it, what they state, what the case asks of the world --------------------------

# Sends the brigade.
OPERATOR = Role("operator", "Operator")
# Goes to the place.
BRIGADE = Role("brigade", "Qəza briqadası")

# What was done.
WORK_DONE = finding(
    "work_done",
    Remark,
    "Görülmüş iş",
    # The burst pipe was replaced.
    example="Partlamış boru dəyişdirildi.",
    told=True,
    ours=True,
)
# Why it is taken for no accident.
REASON = finding(
    "reason",
    Remark,
    "Qəzanın təsdiqlənməməsinin səbəbi",
    # No leak was found at the place.
    example="Göstərilən yerdə sızma aşkar edilmədi.",
    told=True,
    ours=True,
)


route = forwarding(
    "emergency",
    # Forwarding to the emergency service.
    "Qəza xidmətinə yönləndirmə",
    # No second try: an accident does not wait until the name of a unit can be found out.
    patience=Patience(tries=1),
    ours=True,
)


# --- the casework -------------------------------------------------------------------------------


class Casework(StateMachine):
    """From the report to the removal of the accident; all but that is ours."""

    # Draft.
    draft = Status("Qaralama", initial=True, ours=True)
    # Registered.
    registered = Status(
        "Qeydə alındı",
        told="Müraciətiniz qeydə alınıb, qəza xidmətinə yönləndirilir.",
        owner=SYSTEM,
        ours=True,
    )
    # Forwarded to the emergency service.
    forwarded = Status(
        "Qəza xidmətinə yönləndirildi",
        told="Müraciətiniz qəza xidmətinə yönləndirilib, operator briqada göndərir.",
        owner=OPERATOR,
        ours=True,
    )
    # The brigade has been sent.
    brigade_sent = Status(
        "Briqada göndərildi",
        told="Qəza briqadası göstərdiyiniz yerə göndərilib.",
        owner=BRIGADE,
        ours=True,
    )
    # Removed.
    removed = Status(
        "Qəza aradan qaldırıldı",
        told="Qəza aradan qaldırılıb.",
        final=True,
        ending=Ending.COMPLETED,
        rows="ESU-117",
    )
    # The accident was not confirmed: on site.
    not_confirmed = Status(
        "Qəza təsdiqlənmədi",
        told="Qəza briqadası göstərdiyiniz yerdə qəza aşkar etməyib.",
        final=True,
        ending=Ending.REFUSED,
        ours=True,
    )

    register = draft.to(registered, on=orders(route, ours=True))
    # Forward to the emergency service; without a unit.
    forward = registered.to(forwarded, cond=by(SYSTEM, label="Qəza xidmətinə yönləndir", ours=True))
    forward_without_unit = registered.to(
        forwarded, cond=by(SYSTEM, label="Şöbə göstərilmədən yönləndir", ours=True)
    )
    # Send the brigade.
    dispatch = forwarded.to(
        brigade_sent, cond=by(OPERATOR, label="Briqada göndər", rows="ESU-117", ours=True)
    )
    # Report that the accident has been removed.
    remove = brigade_sent.to(
        removed,
        cond=[
            by(BRIGADE, label="Qəzanın aradan qaldırıldığını bildir", rows="ESU-117"),
            needs(WORK_DONE, ours=True),
        ],
    )
    # Report that it has not been confirmed.
    not_found = brigade_sent.to(
        not_confirmed,
        cond=[
            by(BRIGADE, label="Qəzanın təsdiqlənmədiyini bildir", ours=True),
            needs(REASON, ours=True),
        ],
    )


# --- notices: ours ------------------------------------------------------------------------------

# Subject, text and SMS on entering a state.
_WORDS = {
    # Your report of an accident, number {number}, has been recorded.
    "registered": (
        "Müraciət qeydə alındı",
        "Qəza barədə müraciətiniz qeydə alındı. Müraciət nömrəniz: {number}",
        "Qəza barədə müraciətiniz qeydə alındı. Nömrə: {number}",
    ),
    # Your request {number} has been forwarded to the emergency service.
    "forwarded": (
        "Müraciət qəza xidmətinə yönləndirildi",
        "{number} nömrəli müraciətiniz qəza xidmətinə yönləndirildi.",
        "{number} nömrəli müraciətiniz qəza xidmətinə yönləndirildi.",
    ),
    # An emergency brigade has been sent by your request {number}.
    "brigade_sent": (
        "Briqada göndərildi",
        "{number} nömrəli müraciətiniz üzrə qəza briqadası göstərdiyiniz yerə göndərildi.",
        "{number} nömrəli müraciətiniz üzrə qəza briqadası göndərildi.",
    ),
    # The accident of your request {number} has been removed. What was done: {work_done}
    "removed": (
        "Qəza aradan qaldırıldı",
        "{number} nömrəli müraciətiniz üzrə qəza aradan qaldırıldı. Görülmüş iş: {work_done}",
        "{number} nömrəli müraciətiniz üzrə qəza aradan qaldırıldı.",
    ),
    # The check on site for your request {number} did not confirm an accident. Reason: {reason}
    "not_confirmed": (
        "Qəza təsdiqlənmədi",
        (
            "{number} nömrəli müraciətiniz üzrə yerində yoxlama zamanı qəza təsdiqlənmədi. "
            "Səbəb: {reason}"
        ),
        "{number} nömrəli müraciətiniz üzrə qəza təsdiqlənmədi. Səbəb: {reason}",
    ),
}

NOTICES = tuple(
    Notice((E_SU_AZ,), state, (Medium.SMS, Medium.PORTAL), *words, ours=True)
    for state, words in _WORDS.items()
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="emergency",
    name=NAME,
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=EmergencyReport,
    journeys=(ON_E_SU,),
    casework=Casework,
    notices=NOTICES,
    concerns="subscriber_code",
    reach={Medium.SMS: "phone"},
    rows="ESU-115 ESU-117",
    urgent=True,
)
