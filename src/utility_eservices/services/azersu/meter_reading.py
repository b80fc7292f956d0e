"""Sayğac göstəricilərinin təqdim edilməsi (handing in the meter's reading), “Azərsu” ASC.

A subscriber of the residential group reads the water meter and sends what it shows. The reading
is written into the utility's base, and the portal tells the subscriber so; where the base does not
take it, an operator looks into it, and refuses only with a reason.

Source: manual 003, “E-xidmətlər” (rows ESU-107 to ESU-111). It gives the function, the group and
the notice; windows, limits of the reading and casework are ours.

>>> [journey.name for journey in SERVICE.journeys]
['e-su.az']
>>> [notice.state for notice in SERVICE.notices]
['accepted', 'under_review', 'not_accepted']
"""

from __future__ import annotations

from datetime import date

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.asking import question
from utility_eservices.casework.effect import effect
from utility_eservices.casework.entrance import WayStep
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Page,
    Recap,
    Shown,
    To,
    Typed,
)
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.errors import Fault
from utility_eservices.ports.access import Purpose
from utility_eservices.ports.readings import READINGS, Readings
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.services.questions import may_use, own_codes, residential_only
from utility_eservices.services.windows import ASAN_LOGIN, requests_on_e_su
from utility_eservices.vocabulary.channel import E_SU_AZ
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "Casework", "ReadingHandedIn"]

# Handing in the meter's readings.
NAME = "Sayğac göstəricilərinin təqdim edilməsi"


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class ReadingHandedIn:
    """What is sent; the reading is as of the day of sending, which nobody types."""

    # Subscriber code.
    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="1020304050", parse=AZERSU_CODE.parse, ours=True
    )
    # The meter's last reading.
    meter_reading: MeterReading = form_field(
        "Sayğacın son göstəricisi",
        example="1254",
        number=True,
        unit="m³",
        # The reading that the meter shows today.
        help="Sayğacın bu gün göstərdiyi rəqəm.",
        rows="ESU-109",
    )
    # Date of the reading.
    reading_date: date = form_field("Göstəricinin tarixi", given="today", ours=True)


# --- questions and gates ----------------------------------------------------------------------

TEXTS = {
    # Previous reading.
    "previous": "Əvvəlki göstərici",
}

code_may_be_used = may_use(Purpose.SUBMIT_READING)
household_only = residential_only(
    # Readings are handed in only for meters of the residential group.
    "Göstərici yalnız əhali qrupuna aid olan sayğaclar üzrə təqdim edilir.",
    purpose=Purpose.SUBMIT_READING,
)


@question(SUBSCRIBERS)
def has_meter(subscribers: Subscribers, subscriber_code: SubscriberCode) -> Answer:
    """There is a meter to read; of a code that its own gate refuses, nothing is told."""
    subscriber = subscribers.find(subscriber_code)
    if subscriber is None or subscriber.meter is not None:
        return True
    # There is no meter under this subscriber code.
    return Fault("subscriber_code", "no_meter", "Bu abonent kodu üzrə sayğac yoxdur.")


@question(READINGS)
def previous_reading(
    readings: Readings, subscriber_code: SubscriberCode
) -> list[tuple[str, object]]:
    """What the utility knows of the meter so far."""
    # Not known.
    return [(TEXTS["previous"], readings.last(subscriber_code) or Phrase("Məlum deyil"))]


@question(READINGS)
def not_below_previous(
    readings: Readings, subscriber_code: SubscriberCode, meter_reading: MeterReading
) -> Answer:
    """A meter runs forward only."""
    previous = readings.last(subscriber_code)
    if previous is None or meter_reading >= previous:
        return True
    return Fault(
        "meter_reading",
        "reading_below_previous",
        # The reading cannot be less than the previous one.
        "Göstərici əvvəlki göstəricidən az ola bilməz.",
    )


def reading_is_of_today(facts: JourneyFacts) -> Answer:
    """A reading entered on another day than the day of sending is not accepted."""
    if facts.entered_on.get("meter_reading") == facts.today:
        return True
    return Fault(
        "meter_reading",
        "reading_of_another_day",
        # The reading must be of the day on which it is sent. Enter it again.
        "Göstərici göndərilən günə olmalıdır. Yenidən daxil edin.",
    )


# --- the journey on e-su.az ---------------------------------------------------------------------

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="ESU-107",
    way=(
        WayStep("www.e-su.az", "ESU-009"),
        WayStep("E-xidmətlər", "ESU-107"),
        WayStep(NAME, "ESU-107"),
    ),
    sign_in=ASAN_LOGIN,
    status_place=requests_on_e_su("ESU-081 ESU-083"),
    pages=(
        Page(
            "code",
            NAME,
            rows="ESU-107",
            parts=(
                Chosen(
                    "subscriber_code",
                    own_codes,
                    gates=(code_may_be_used, household_only, has_meter),
                    rows="ESU-110",
                    ours=True,
                ),
            ),
            buttons=(
                # Confirm.
                Button("choose", "Təsdiq", "reading", submits=("subscriber_code",), ours=True),
            ),
        ),
        Page(
            "reading",
            NAME,
            rows="ESU-109",
            parts=(
                # Chosen code.
                Recap("Seçilmiş kod", ("subscriber_code",), ours=True),
                # Meter data.
                Shown("Sayğac məlumatları", previous_reading, ours=True),
                Typed("meter_reading", gates=(not_below_previous,), rows="ESU-109"),
                # Date of the reading.
                Recap("Göstəricinin tarixi", ("reading_date",), ours=True),
            ),
            buttons=(
                # Send.
                Button(
                    "submit",
                    "Göndər",
                    (To("registered", when=(reading_is_of_today,)),),
                    submits=("meter_reading",),
                    registers=True,
                    rows="ESU-109",
                    ours=True,
                ),
            ),
        ),
        Page(
            "registered",
            NAME,
            # Your request has been recorded. Its number: …
            message="Müraciətiniz qeydə alındı. Müraciət nömrəniz: {number}",
            final=True,
            ours=True,
        ),
    ),
)


# --- who works on it, what they state, what the case asks of the world --------------------------

# Looks into readings that the base does not take.
OPERATOR = Role("operator", "Operator")

# Reason why the reading is not accepted.
REASON = finding(
    "reason",
    Remark,
    "Göstəricinin qəbul edilməməsinin səbəbi",
    # The reading does not fit the meter's consumption.
    example="Göstərici sayğacın sərfiyyatına uyğun deyil.",
    told=True,
    ours=True,
)


@effect(
    READINGS,
    label="Göstəricinin bazaya yazılması",
    then="accept",
    otherwise="review",
    rows="ESU-109",
)
def take_reading(
    readings: Readings,
    subscriber_code: SubscriberCode,
    meter_reading: MeterReading,
    reading_date: date,
    key: str,
) -> None:
    """Write the reading into the utility's base, once for each order (ESU-109)."""
    readings.take(subscriber_code, meter_reading, reading_date, key)


# --- the casework -------------------------------------------------------------------------------


class Casework(StateMachine):
    """From the request's registration to its end; all but the reading's way in is ours."""

    # Draft.
    draft = Status("Qaralama", initial=True, ours=True)
    # Registered.
    registered = Status(
        "Qeydə alındı",
        told="Göstərici alınıb, bazaya yazılır.",
        owner=SYSTEM,
        ours=True,
    )
    # Being checked: an operator looks into it.
    under_review = Status(
        "Yoxlanılır",
        told="Göstərici bazaya yazılmayıb, operator səbəbini yoxlayır.",
        owner=OPERATOR,
        ours=True,
    )
    # Being written once more.
    taken_again = Status(
        "Yenidən yazılır",
        told="Göstərici bazaya yenidən yazılır.",
        owner=SYSTEM,
        ours=True,
    )
    # Accepted: the reading is the last one now.
    accepted = Status(
        "Qəbul edildi",
        told="Göstərici qəbul edilib: sayğacınızın son göstəricisidir.",
        final=True,
        ending=Ending.COMPLETED,
        rows="ESU-109",
        ours=True,
    )
    # Not accepted.
    not_accepted = Status(
        "Qəbul edilmədi",
        told="Göstərici qəbul edilməyib.",
        final=True,
        ending=Ending.REFUSED,
        ours=True,
    )

    register = draft.to(registered, on=orders(take_reading, rows="ESU-109"))
    # Accept the reading.
    accept = registered.to(
        accepted, cond=by(SYSTEM, label="Göstəricini qəbul et", rows="ESU-109")
    ) | taken_again.to(accepted, cond=by(SYSTEM, label="Göstəricini qəbul et", ours=True))
    # Have the reading checked.
    review = registered.to(
        under_review, cond=by(SYSTEM, label="Yoxlamaya göndər", ours=True)
    ) | taken_again.to(under_review, cond=by(SYSTEM, label="Yoxlamaya göndər", ours=True))
    # Have the reading written once more.
    take_again = under_review.to(
        taken_again,
        cond=by(OPERATOR, label="Yenidən yazdır", ours=True),
        on=orders(take_reading, ours=True),
    )
    # Refuse to accept the reading.
    refuse = under_review.to(
        not_accepted,
        cond=[
            by(OPERATOR, label="Göstəricini qəbul etməkdən imtina et", ours=True),
            needs(REASON, ours=True),
        ],
    )


# --- notices: by the portal, as the manual says; the words are ours -----------------------------


def _notice(state: str, subject: str, text: str, *, rows: str = "", ours: bool = False) -> Notice:
    return Notice((E_SU_AZ,), state, (Medium.PORTAL,), subject, text, "", rows=rows, ours=ours)


NOTICES = (
    # The reading sent by your request {number} has been accepted (AMB-58).
    _notice(
        "accepted",
        "Göstərici qəbul edildi",
        "{number} nömrəli müraciətinizlə göndərdiyiniz göstərici qəbul edildi.",
        rows="ESU-111",
    ),
    # The reading sent by your request {number} is being checked by an operator.
    _notice(
        "under_review",
        "Göstərici yoxlanılır",
        "{number} nömrəli müraciətinizlə göndərdiyiniz göstəricini operator yoxlayır.",
        ours=True,
    ),
    # The reading sent by your request {number} has not been accepted. Reason: {reason}
    _notice(
        "not_accepted",
        "Göstərici qəbul edilmədi",
        "{number} nömrəli müraciətinizlə göndərdiyiniz göstərici qəbul edilmədi. Səbəb: {reason}",
        rows="ESU-111",
        ours=True,
    ),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="meter_reading",
    name=NAME,
    utility=AZERSU,
    version=1,
    manual="003 “Elektron-Su” portalının təlimatı",
    form=ReadingHandedIn,
    journeys=(ON_E_SU,),
    casework=Casework,
    notices=NOTICES,
    concerns="subscriber_code",
    rows="ESU-107",
)
