"""Texniki şərtin verilməsi (issue of technical conditions for a connection), “Azərsu” ASC.

Whoever builds something asks under which conditions it can be connected to the water supply and
wastewater system. A residential subscriber applies with the object's address and purpose and a
document of ownership; an operator checks the documents, and the conditions are issued under a
number, or refused with a reason.

Source: manual 003, the answer to the third question of the page “FAQ” (rows ESU-188, ESU-189). It
names the service, its two systems, who may apply electronically and on which site, and nothing
more: the windows, the casework and the notices are ours, after those of “Azərsu” on the
“Electronic Government” portal. That there is a flow at all overrides the resolution of AMB-44,
which had left the service out.

>>> [journey.name for journey in SERVICE.journeys]
['azersu.az']
>>> SERVICE.casework_rules.candidates("documents_checked", "issue")[0].label
'Texniki şərti ver'
"""

from __future__ import annotations

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.entrance import StatusPlace, WayStep
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import (
    Button,
    Chosen,
    Page,
    Recap,
    Typed,
    Uploaded,
)
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.ports.access import Purpose
from utility_eservices.services.notices import FORWARDED, REFUSED, REGISTERED
from utility_eservices.services.questions import may_use, residential_only
from utility_eservices.services.routing import forwarding
from utility_eservices.services.windows import five_means, status_page
from utility_eservices.vocabulary.address import Address
from utility_eservices.vocabulary.channel import AZERSU_AZ
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, Document, DocumentPolicy
from utility_eservices.vocabulary.document_number import DocumentNumber
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.service_kind import ALL_SERVICE_KINDS, ServiceKinds
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "Casework", "TechnicalConditions"]

# Issue of technical conditions (connection to the water supply and wastewater system).
NAME = "Texniki şərtin verilməsi (su təchizatı və tullantı sularının axıdılması sisteminə qoşulma)"


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class TechnicalConditions:
    """What is sent."""

    # Subscriber code.
    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="1020304050", parse=AZERSU_CODE.parse, rows="ESU-189", ours=True
    )
    # Address of the construction object.
    object_address: Address = form_field(
        "Tikinti obyektinin ünvanı",
        example="Bakı şəhəri, Nümunə küçəsi 9",
        rows="ESU-188",
        ours=True,
    )
    # Purpose of the object.
    purpose: Remark = form_field("Obyektin təyinatı", example="Fərdi yaşayış evi", ours=True)
    # The system to be connected to.
    systems: ServiceKinds = form_field("Qoşulacaq sistem", rows="ESU-188", ours=True)
    # Copy of the document that proves the right of ownership.
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


# --- questions and gates ----------------------------------------------------------------------


code_may_be_used = may_use(Purpose.APPLY)
code_is_residential = residential_only(
    # Only subscribers of the residential category can apply for this service electronically. Others
    # can turn to ASAN service, the ASAN communal centres or the district Sukanal offices.
    "Bu xidmət üzrə elektron formada yalnız əhali kateqoriyalı abonentlər müraciət edə bilərlər. "
    "Digər abonentlər ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə "
    "müraciət edə bilərlər."
)


@question()
def systems_to_connect() -> list[Option]:
    """Water supply, wastewater disposal, or both (ESU-188)."""
    return [Option(item.value, item.label, item) for item in ALL_SERVICE_KINDS]


# --- the journey on azersu.az -------------------------------------------------------------------

ON_AZERSU = Journey(
    channel=AZERSU_AZ,
    rows="ESU-189",
    # Electronic services: the section's name in manuals 000 and 001 (AMB-10).
    way=(
        WayStep("Elektron xidmətlər", "ESU-189", ours=True),
        WayStep(NAME, "ESU-188 ESU-189"),
    ),
    # As for the services of “Azərsu” on the “Electronic Government” portal.
    sign_in=five_means(ours=True),
    # Check the status of a request.
    status_place=StatusPlace(("Müraciətin statusunu yoxla",), ours=True),
    pages=(
        Page(
            "home",
            NAME,
            rows="ESU-188",
            buttons=(
                # Make a new request; check the status of a request.
                Button("new_request", "Yeni müraciət yarat", "code", ours=True),
                Button("status", "Müraciətin statusunu yoxla", "status", ours=True),
            ),
        ),
        status_page(back_to="home", ours=True),
        Page(
            "code",
            "Yeni müraciət yarat",
            parts=(
                Typed(
                    "subscriber_code",
                    gates=(code_may_be_used, code_is_residential),
                    rows="ESU-189",
                    ours=True,
                ),
            ),
            buttons=(
                Button(
                    "continue",
                    "Davam et",
                    "request",
                    submits=("subscriber_code",),
                    rows="ESU-189",
                    ours=True,
                ),
            ),
            ours=True,
        ),
        Page(
            "request",
            NAME,
            parts=(
                # The code that was entered; the object of construction.
                Recap("Seçilmiş kod", ("subscriber_code",), ours=True),
                Typed("object_address", section="Tikinti obyekti", rows="ESU-188", ours=True),
                Typed("purpose", section="Tikinti obyekti", ours=True),
                Chosen("systems", systems_to_connect, rows="ESU-188", ours=True),
                Uploaded("ownership_document", ours=True),
                Typed("phone", ours=True),
                Typed("email", ours=True),
            ),
            buttons=(
                # Apply.
                Button(
                    "submit",
                    "Müraciət et",
                    "registered",
                    submits=(
                        "object_address",
                        "purpose",
                        "systems",
                        "ownership_document",
                        "phone",
                        "email",
                    ),
                    registers=True,
                    rows="ESU-189",
                    ours=True,
                ),
            ),
            ours=True,
        ),
        Page(
            "registered",
            NAME,
            # Your request has been registered. Thank you for using our service. Its number: …
            message="Müraciətiniz qeydiyyata alındı. Xidmətimizdən istifadə etdiyiniz üçün sizə "
            "təşəkkür edirik. Müraciət nömrəniz: {number}",
            final=True,
            ours=True,
        ),
    ),
)


# --- who works on it, what they state, what the case asks of the world --------------------------

# Checks the documents and issues the conditions.
OPERATOR = Role("operator", "Operator")

# Number of the technical conditions.
CONDITIONS_NUMBER = finding(
    "conditions_number",
    DocumentNumber,
    "Texniki şərtin nömrəsi",
    example="TŞ-2026/145",
    rows="ESU-188",
    told=True,
    ours=True,
)
# Reason of the refusal.
REASON = finding(
    "reason",
    Remark,
    "İmtinanın səbəbi",
    # The document of ownership is of another object.
    example="Mülkiyyət sənədi başqa obyektə aiddir.",
    told=True,
    ours=True,
)


# Find the staff concerned.
route = forwarding("technical_conditions", ours=True)


# --- the casework -------------------------------------------------------------------------------


class Casework(StateMachine):
    """From the request's registration to its end; all of it but the issue itself is ours."""

    # Draft.
    draft = Status("Qaralama", initial=True, ours=True)
    # Registered.
    registered = Status(
        "Qeydiyyata alındı", told="Müraciətiniz qeydiyyata alınıb.", owner=SYSTEM, ours=True
    )
    # Forwarded for execution, to the staff concerned.
    forwarded = Status(
        "İcraya yönləndirildi",
        told="Müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirilib.",
        owner=OPERATOR,
        ours=True,
    )
    # Documents checked: they are in order, the conditions are being prepared.
    documents_checked = Status(
        "Sənədlər yoxlanıldı",
        told="Sənədləriniz yoxlanılıb, texniki şərt hazırlanır.",
        owner=OPERATOR,
        ours=True,
    )
    # Technical conditions issued.
    issued = Status(
        "Texniki şərt verildi",
        told="İş yekunlaşıb, texniki şərt verilib.",
        final=True,
        ending=Ending.COMPLETED,
        rows="ESU-188",
        ours=True,
    )
    # Execution refused.
    refused = Status(
        "İcrasından imtina edildi",
        told="Müraciətinizin icrasından imtina edilib.",
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
    # Confirm that the documents are in order.
    accept_documents = forwarded.to(
        documents_checked,
        cond=by(OPERATOR, label="Sənədlərin qaydasında olduğunu təsdiqlə", ours=True),
    )
    # Issue the technical conditions.
    issue = documents_checked.to(
        issued,
        cond=[
            by(OPERATOR, label="Texniki şərti ver", rows="ESU-188", ours=True),
            needs(CONDITIONS_NUMBER, rows="ESU-188", ours=True),
        ],
    )
    # Refuse execution, for the documents or because there can be no connection.
    refuse = forwarded.to(
        refused,
        cond=[by(OPERATOR, label="İcrasından imtina et", ours=True), needs(REASON, ours=True)],
    ) | documents_checked.to(
        refused,
        cond=[by(OPERATOR, label="İcrasından imtina et", ours=True), needs(REASON, ours=True)],
    )


# --- notices: ours ------------------------------------------------------------------------------

# Subject, text and SMS on entering a state.
_WORDS = {
    "registered": REGISTERED,
    "forwarded": FORWARDED,
    # The documents of your request {number} have been checked, the conditions are being prepared.
    "documents_checked": (
        "Sənədlər yoxlanıldı",
        "{number} nömrəli müraciətinizin sənədləri yoxlanıldı, texniki şərt hazırlanır.",
        "{number} nömrəli müraciətinizin sənədləri yoxlanıldı.",
    ),
    # Technical conditions number {conditions_number} have been issued on your request {number}.
    "issued": (
        "Texniki şərt verildi",
        "{number} nömrəli müraciətiniz üzrə {conditions_number} nömrəli texniki şərt verildi.",
        "{number} nömrəli müraciətiniz üzrə texniki şərt verildi. Nömrəsi: {conditions_number}",
    ),
    "refused": REFUSED,
}

NOTICES = tuple(
    Notice((AZERSU_AZ,), state, (Medium.EMAIL, Medium.SMS), *words, ours=True)
    for state, words in _WORDS.items()
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="technical_conditions",
    name=NAME,
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=TechnicalConditions,
    journeys=(ON_AZERSU,),
    casework=Casework,
    notices=NOTICES,
    concerns="subscriber_code",
    reach={Medium.EMAIL: "email", Medium.SMS: "phone"},
    rows="ESU-188 ESU-189",
)
