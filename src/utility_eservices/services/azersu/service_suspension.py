"""Xidmətin müvəqqəti dayandırılması və bərpası müraciəti (to suspend and restore the service).

“Azərsu” ASC. A subscriber asks that water supply and wastewater disposal be suspended for a time,
or be restored; an operator has it done, or refuses with a reason.

Source: manual 003, the answer to the fourth question of the page “FAQ” (rows ESU-191 to ESU-193).
It names the service, its two operations and the section that it stands in, and nothing more: the
windows, the casework and the notices are ours, after those of “Azərsu” on the “Electronic
Government” portal. The answer's last sentence is cut off; it seems to limit the service to
subscribers without a meter, which a utility may switch on (AMB-43).

>>> [journey.name for journey in SERVICE.journeys]
['azersu.az']
>>> [str(operation.label) for operation in Operation]
['Müvəqqəti dayandırılması', 'Bərpası']
>>> [switch.default for switch in SERVICE.switches]
[False]
"""

from __future__ import annotations

import enum
from datetime import date
from typing import TYPE_CHECKING

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, CaseFacts, by, needs, orders
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.entrance import StatusPlace, WayStep
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Page,
    Recap,
    To,
    Typed,
)
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.casework.switch import Switch
from utility_eservices.errors import Fault
from utility_eservices.ports.access import Purpose
from utility_eservices.ports.reference import REFERENCE, Reference
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.services.notices import FORWARDED, REFUSED, REGISTERED
from utility_eservices.services.questions import may_use
from utility_eservices.services.routing import forwarding
from utility_eservices.services.windows import five_means, status_page
from utility_eservices.vocabulary.channel import AZERSU_AZ
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.days import parse_day
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

if TYPE_CHECKING:
    from utility_eservices.vocabulary.language import Language

__all__ = ["METERLESS_ONLY", "SERVICE", "Casework", "Operation", "ServiceSuspension"]

# Request to suspend water supply and wastewater disposal for a time, and to restore them.
NAME = (
    "Su təchizatı və tullantı sularının axıdılması xidmətinin müvəqqəti dayandırılması "
    "və bərpası müraciəti"
)


# --- the form ---------------------------------------------------------------------------------


class Operation(enum.Enum):
    """What is asked for (ESU-191)."""

    SUSPENSION = "suspension"
    RESTORATION = "restoration"

    @property
    def label(self) -> Phrase:
        """The name to choose it by."""
        return _OPERATIONS[self]

    def said_in(self, language: Language) -> str:
        """The name in a language."""
        return language.said(self.label)


_OPERATIONS = {
    # Temporary suspension.
    Operation.SUSPENSION: Phrase("Müvəqqəti dayandırılması"),
    # Restoration.
    Operation.RESTORATION: Phrase("Bərpası"),
}


@attrs.frozen
class ServiceSuspension:
    """What is sent."""

    # Subscriber code.
    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="1020304050", parse=AZERSU_CODE.parse, ours=True
    )
    # What is to be done with the service.
    operation: Operation = form_field(
        "Xidmət üzrə əməliyyat", rows="ESU-191", ours=True, samples=tuple(Operation)
    )
    # From which date.
    from_day: date | None = form_field(
        "Hansı tarixdən",
        parse=parse_day,
        # Left empty: as soon as possible. Write the date as day.month.year, for example: …
        help="Boş saxlasanız, ən yaxın vaxtda icra ediləcək. "
        "Tarixi gün.ay.il şəklində yazın, məsələn: 25.11.2030.",
        ours=True,
        samples=(date(2026, 11, 19), date(2026, 11, 25)),
    )
    # Reason of the request.
    explanation: Remark | None = form_field("Müraciətin səbəbi", ours=True)
    # Telephone number.
    phone: Phone = form_field("Telefon nömrəsi", example="050 200 10 20", ours=True)
    # E-mail address.
    email: Email = form_field("Elektron poçt ünvanı", example="aysel@example.com", ours=True)


# --- questions and gates ----------------------------------------------------------------------


# Only subscribers without a meter.
METERLESS_ONLY = Switch(
    "service_suspension.meterless_only",
    "Yalnız sayğacsız abonentlər",
    default=False,
    rows="ESU-193",
)

code_may_be_used = may_use(Purpose.APPLY)


@question()
def operations() -> list[Option]:
    """The two operations (ESU-191)."""
    return [Option(item.value, item.label, item) for item in Operation]


@question(SUBSCRIBERS, REFERENCE)
def meterless_only(
    subscribers: Subscribers, reference: Reference, subscriber_code: SubscriberCode
) -> Answer:
    """Where the rule applies, the code has no meter (ESU-193, AMB-43)."""
    if not reference.applies(METERLESS_ONLY.key, METERLESS_ONLY.default):
        return True
    subscriber = subscribers.find(subscriber_code)
    if subscriber is None or subscriber.meter is None:
        return True
    return Fault(
        "subscriber_code",
        "has_meter",
        # Only subscribers without a meter can apply through this service. Others can turn to
        # ASAN service, the ASAN communal centres or the district Sukanal offices.
        "Bu xidmət vasitəsilə yalnız sayğacsız abonentlər müraciət edə bilərlər. "
        "Digər abonentlər ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə "
        "müraciət edə bilərlər.",
    )


def day_is_not_past(facts: JourneyFacts) -> Answer:
    """Nothing is suspended or restored in the past."""
    day = facts.values["from_day"]
    if day is None or day >= facts.today:
        return True
    # The day must not be earlier than today.
    return Fault("from_day", "day_in_past", "Tarix bu gündən əvvəl ola bilməz.")


# --- the journey on azersu.az -------------------------------------------------------------------

ON_AZERSU = Journey(
    channel=AZERSU_AZ,
    rows="ESU-192",
    # Electronic services: request to suspend and restore the service.
    way=(
        WayStep("Elektron xidmətlər", "ESU-192"),
        WayStep(NAME, "ESU-192"),
    ),
    # As for the services of “Azərsu” on the “Electronic Government” portal.
    sign_in=five_means(ours=True),
    # Check the status of a request.
    status_place=StatusPlace(("Müraciətin statusunu yoxla",), ours=True),
    pages=(
        Page(
            "home",
            NAME,
            rows="ESU-192",
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
            parts=(Typed("subscriber_code", gates=(code_may_be_used,), ours=True),),
            buttons=(
                Button(
                    "continue",
                    "Davam et",
                    (To("request", when=(meterless_only,), rows="ESU-193"),),
                    submits=("subscriber_code",),
                    rows="ESU-193",
                    ours=True,
                ),
            ),
            ours=True,
        ),
        Page(
            "request",
            NAME,
            parts=(
                # The code that was entered.
                Recap("Seçilmiş kod", ("subscriber_code",), ours=True),
                Chosen("operation", operations, rows="ESU-191", ours=True),
                Typed("from_day", ours=True),
                Typed("explanation", ours=True),
                Typed("phone", ours=True),
                Typed("email", ours=True),
            ),
            buttons=(
                # Apply.
                Button(
                    "submit",
                    "Müraciət et",
                    # The rule may have been switched on since the code.
                    (To("registered", when=(day_is_not_past, meterless_only), rows="ESU-193"),),
                    submits=("operation", "from_day", "explanation", "phone", "email"),
                    registers=True,
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

# Has the service suspended or restored.
OPERATOR = Role("operator", "Operator")

# Reason of the refusal.
REASON = finding(
    "reason",
    Remark,
    "İmtinanın səbəbi",
    # The subscriber has a debt.
    example="Abonentin borcu var.",
    told=True,
    ours=True,
)


# Find the staff concerned.
route = forwarding("service_suspension", ours=True)


def suspension_is_asked_for(facts: CaseFacts) -> Answer:
    """Nobody is told that the service is suspended who asked for its restoration (ESU-191)."""
    return facts.case.form.operation is Operation.SUSPENSION or _OTHER_OPERATION


def restoration_is_asked_for(facts: CaseFacts) -> Answer:
    """Nobody is told that the service is restored who asked for its suspension (ESU-191)."""
    return facts.case.form.operation is Operation.RESTORATION or _OTHER_OPERATION


# The request asks for the other operation.
_OTHER_OPERATION = Fault("", "other_operation", "Müraciətdə başqa əməliyyat istənilir.")


# --- the casework -------------------------------------------------------------------------------


class Casework(StateMachine):
    """From the request's registration to its end; all of it is ours."""

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
    # The service has been suspended for a time.
    suspended = Status(
        "Xidmət müvəqqəti dayandırıldı",
        told="İş yekunlaşıb: xidmət müvəqqəti dayandırılıb.",
        final=True,
        ending=Ending.COMPLETED,
        rows="ESU-191",
        ours=True,
    )
    # The service has been restored.
    restored = Status(
        "Xidmət bərpa edildi",
        told="İş yekunlaşıb: xidmət bərpa edilib.",
        final=True,
        ending=Ending.COMPLETED,
        rows="ESU-191",
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
    # Report that the service has been suspended.
    suspend = forwarded.to(
        suspended,
        cond=[
            by(OPERATOR, label="Xidmətin dayandırıldığını bildir", rows="ESU-191", ours=True),
            suspension_is_asked_for,
        ],
    )
    # Report that the service has been restored.
    restore = forwarded.to(
        restored,
        cond=[
            by(OPERATOR, label="Xidmətin bərpa edildiyini bildir", rows="ESU-191", ours=True),
            restoration_is_asked_for,
        ],
    )
    # Refuse execution.
    refuse = forwarded.to(
        refused,
        cond=[by(OPERATOR, label="İcrasından imtina et", ours=True), needs(REASON, ours=True)],
    )


# --- notices: ours ------------------------------------------------------------------------------

# Subject, text and SMS on entering a state.
_WORDS = {
    "registered": REGISTERED,
    "forwarded": FORWARDED,
    # The work on your request {number} is finalised: the service has been suspended for a time.
    "suspended": (
        "Xidmət müvəqqəti dayandırıldı",
        "{number} nömrəli müraciətiniz üzrə iş yekunlaşdı: xidmət müvəqqəti dayandırıldı.",
        "{number} nömrəli müraciətiniz yekunlaşdı: xidmət müvəqqəti dayandırıldı.",
    ),
    # The work on your request {number} is finalised: the service has been restored.
    "restored": (
        "Xidmət bərpa edildi",
        "{number} nömrəli müraciətiniz üzrə iş yekunlaşdı: xidmət bərpa edildi.",
        "{number} nömrəli müraciətiniz yekunlaşdı: xidmət bərpa edildi.",
    ),
    "refused": REFUSED,
}

NOTICES = tuple(
    Notice((AZERSU_AZ,), state, (Medium.EMAIL, Medium.SMS), *words, ours=True)
    for state, words in _WORDS.items()
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="service_suspension",
    name=NAME,
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=ServiceSuspension,
    journeys=(ON_AZERSU,),
    casework=Casework,
    notices=NOTICES,
    concerns="subscriber_code",
    reach={Medium.EMAIL: "email", Medium.SMS: "phone"},
    switches=(METERLESS_ONLY,),
    rows="ESU-191 ESU-192",
)
