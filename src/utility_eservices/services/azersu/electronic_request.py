"""Elektron müraciət (electronic request), “Azərsu” ASC.

Anybody writes to the company or to one of its structural units about whatever is their business.
The request is forwarded to the addressee, may be passed on to the unit that it concerns, and is
answered, or not taken up for a reason; all that can be followed on the portal.

Source: manual 003, “E-xidmətlər”, “Elektron müraciət” (rows ESU-118 to ESU-121). It names the
addressees and that the execution can be followed: windows, the rest of the form, casework and
notices are ours.

>>> SERVICE.journeys[0].status_place.path
('Bildiriş və müraciətlər', 'Müraciətlər')
>>> [rule.target for rule in SERVICE.casework_rules.leaving("forwarded")]
['forwarded', 'answered', 'refused']
"""

from __future__ import annotations

from typing import Any

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.effect import effect
from utility_eservices.casework.entrance import WayStep
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import Button, Chosen, Page, Typed, Uploaded
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.ports.reference import REFERENCE, Reference, ReferenceItem
from utility_eservices.services.notices import RECORDED
from utility_eservices.services.windows import ASAN_LOGIN, requests_on_e_su
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import Document, DocumentPolicy
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "Casework", "ElectronicRequest"]

# Electronic request.
NAME = "Elektron müraciət"


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class ElectronicRequest:
    """What is sent."""

    # To whom it is addressed.
    addressee: ReferenceItem = form_field("Müraciətin ünvanı", rows="ESU-120")
    # Subject.
    subject: Remark = form_field(
        "Mövzu",
        # Pressure of the water.
        example="Suyun təzyiqi",
        ours=True,
    )
    # Text of the request.
    text: Remark = form_field(
        "Müraciətin mətni",
        # In the evening the water does not reach the fifth floor.
        example="Axşam saatlarında su beşinci mərtəbəyə qalxmır.",
        rows="ESU-120",
        ours=True,
    )
    # Enclosed document.
    attachment: Document | None = form_field(
        "Əlavə olunan sənəd",
        upload=DocumentPolicy(),
        # May be left out.
        help="Sənədi əlavə etməyə də bilərsiniz.",
        ours=True,
    )
    # Telephone number.
    phone: Phone = form_field("Telefon nömrəsi", example="050 200 10 20", ours=True)
    # E-mail address.
    email: Email = form_field("Elektron poçt ünvanı", example="aysel@example.com", ours=True)


# --- questions --------------------------------------------------------------------------------


@question(REFERENCE)
def addressees(reference: Reference) -> list[Option]:
    """The company itself and its structural units (ESU-120)."""
    return [Option(item.key, item.label, item) for item in reference.items("azersu_units")]


# --- the journey on e-su.az ---------------------------------------------------------------------

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="ESU-118",
    way=(
        WayStep("www.e-su.az", "ESU-009"),
        WayStep("E-xidmətlər", "ESU-118"),
        WayStep(NAME, "ESU-118"),
    ),
    sign_in=ASAN_LOGIN,
    status_place=requests_on_e_su("ESU-121"),
    pages=(
        Page(
            "request",
            NAME,
            rows="ESU-118",
            parts=(
                Chosen("addressee", addressees, rows="ESU-120"),
                Typed("subject", ours=True),
                Typed("text", rows="ESU-120", ours=True),
                Uploaded("attachment", ours=True),
                Typed("phone", ours=True),
                Typed("email", ours=True),
            ),
            buttons=(
                # Send.
                Button(
                    "submit",
                    "Göndər",
                    "sent",
                    submits=("addressee", "subject", "text", "attachment", "phone", "email"),
                    registers=True,
                    rows="ESU-120",
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

# Answers the request.
OPERATOR = Role("operator", "Operator")

# To which unit the request was forwarded.
UNIT = finding(
    "unit",
    Remark,
    "Müraciətə baxan struktur vahidi",
    # Water quality laboratory.
    example="Suyun keyfiyyətinə nəzarət laboratoriyası",
    rows="ESU-120",
    told=True,
    ours=True,
)
# Answer to the request.
ANSWER = finding(
    "answer",
    Remark,
    "Cavab",
    # The pump was repaired, the pressure is as it should be.
    example="Nasos təmir edilib, təzyiq bərpa olunub.",
    told=True,
    ours=True,
)
# Reason of the refusal.
REASON = finding(
    "reason",
    Remark,
    "İmtinanın səbəbi",
    # The matter is not within the competence of "Azersu".
    example="Məsələ “Azərsu” ASC-nin səlahiyyətinə aid deyil.",
    told=True,
    ours=True,
)


@effect(
    REFERENCE,
    label="Ünvanlanan struktur vahidinə yönləndirmə",
    then="forward",
    otherwise="forward_without_unit",
    rows="ESU-120",
)
def route(reference: Reference, addressee: ReferenceItem) -> dict[str, Any]:
    """Find who deals with it: the unit addressed, or the company's own unit for requests.

    Without one the operators' common list is theirs.
    """
    of_company = addressee.key == AZERSU.key
    unit = reference.unit_for("electronic_request") if of_company else addressee
    return {"unit": Remark.parse(unit.label)} if unit else {}


# --- the casework -------------------------------------------------------------------------------


class Casework(StateMachine):
    """From the request's registration to its answer; all but the way to the addressee is ours."""

    # Draft.
    draft = Status("Qaralama", initial=True, ours=True)
    # Registered.
    registered = Status("Qeydə alındı", told="Müraciətiniz qeydə alınıb.", owner=SYSTEM, ours=True)
    # Forwarded to the addressee.
    forwarded = Status(
        "Aidiyyəti üzrə yönləndirildi",
        told="Müraciətiniz aidiyyəti struktur vahidinə yönləndirilib, ona baxılır.",
        owner=OPERATOR,
        rows="ESU-120",
    )
    # Answered.
    answered = Status(
        "Cavablandırıldı",
        told="Müraciətiniz cavablandırılıb.",
        final=True,
        ending=Ending.COMPLETED,
        ours=True,
    )
    # Not taken up.
    refused = Status(
        "Baxılmasından imtina edildi",
        told="Müraciətinizə baxılmasından imtina edilib.",
        final=True,
        ending=Ending.REFUSED,
        ours=True,
    )

    register = draft.to(registered, on=orders(route, rows="ESU-120"))
    # Forward to whom it concerns; without a unit.
    forward = registered.to(
        forwarded, cond=by(SYSTEM, label="Aidiyyəti üzrə yönləndir", rows="ESU-120")
    )
    forward_without_unit = registered.to(
        forwarded,
        cond=by(SYSTEM, label="Struktur vahidi göstərilmədən yönləndir", ours=True),
    )
    # Pass on to another unit.
    pass_on = forwarded.to(
        forwarded,
        cond=[
            by(
                OPERATOR,
                label="Başqa struktur vahidinə yönləndir",
                rows="ESU-120",
                ours=True,
            ),
            needs(UNIT, rows="ESU-120", ours=True),
        ],
    )
    # Answer.
    reply = forwarded.to(
        answered,
        cond=[by(OPERATOR, label="Cavablandır", ours=True), needs(ANSWER, ours=True)],
    )
    # Refuse to take it up.
    refuse = forwarded.to(
        refused,
        cond=[by(OPERATOR, label="Baxılmasından imtina et", ours=True), needs(REASON, ours=True)],
    )


# --- notices: ours, every status by all three media as elsewhere on the portal ------------------

# Subject, text and SMS on entering a state.
_WORDS = {
    "registered": RECORDED,
    # Your request {number} has been forwarded to whom it concerns.
    "forwarded": (
        "Müraciət yönləndirildi",
        "{number} nömrəli müraciətiniz aidiyyəti üzrə yönləndirildi.",
        "{number} nömrəli müraciətiniz aidiyyəti üzrə yönləndirildi.",
    ),
    # Your request {number} has been answered: {answer}
    "answered": (
        "Müraciət cavablandırıldı",
        "{number} nömrəli müraciətiniz cavablandırıldı. Cavab: {answer}",
        # The answer is on the portal.
        "{number} nömrəli müraciətiniz cavablandırıldı. Cavab portaldadır.",
    ),
    # Your request {number} is not taken up, for the reason {reason}.
    "refused": (
        "Müraciətə baxılmasından imtina edildi",
        "{number} nömrəli müraciətinizə baxılmasından imtina edildi. Səbəb: {reason}",
        "{number} nömrəli müraciətinizə baxılmasından imtina edildi. Səbəb: {reason}",
    ),
}

NOTICES = tuple(
    Notice((E_SU_AZ,), state, (Medium.EMAIL, Medium.SMS, Medium.PORTAL), *words, ours=True)
    for state, words in _WORDS.items()
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="electronic_request",
    name=NAME,
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=ElectronicRequest,
    journeys=(ON_E_SU,),
    casework=Casework,
    notices=NOTICES,
    reach={Medium.EMAIL: "email", Medium.SMS: "phone"},
    rows="ESU-118 ESU-120",
)
