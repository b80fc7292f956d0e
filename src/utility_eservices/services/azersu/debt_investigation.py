"""Borcun araşdırılması üzrə müraciət (request to have a debt investigated), “Azərsu” ASC.

A subscriber who claims that an invoice is wrong sends its number, the present reading of the
meter with a photo, and a telephone and e-mail. An operator investigates, if need be the reading
is checked on site, and where the debt must be corrected the standing commission decides.

Source: manual 001, “Borcun araşdırılması üzrə müraciət elektron xidmətinin istifadə təlimatı”,
figures 1 to 18 (rows DI-001 to DI-090). What is ours and not the manual's is marked ``ours``.

>>> [journey.name for journey in SERVICE.journeys]
['e-gov.az', 'e-su.az']
>>> SERVICE.casework_rules.candidates("at_commission", "refuse")[0].label
'İcrasından imtina et'
>>> [item.key for item in SERVICE.casework_rules.candidates("at_commission", "refuse")[0].findings]
['reason']
"""

from __future__ import annotations

from datetime import date

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.effect import effect
from utility_eservices.casework.entrance import EntryLink, StatusPlace, WayStep
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Page,
    Recap,
    Ticked,
    To,
    Typed,
    Uploaded,
)
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.errors import Fault
from utility_eservices.ports.access import Purpose
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.reference import REFERENCE, Reference, ReferenceItem
from utility_eservices.services.notices import FORWARDED, NEW_STATUS, REFUSED, REGISTERED
from utility_eservices.services.questions import may_use, own_codes
from utility_eservices.services.routing import forwarding
from utility_eservices.services.windows import asan_login, five_means, requests_on_e_su, status_page
from utility_eservices.vocabulary.channel import AZERSU_AZ, E_GOV_AZ, E_SU_AZ
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Document, ImagePolicy
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "Casework", "DebtInvestigation"]


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class DebtInvestigation:
    """What is sent; the reading is as of the day of sending, which nobody types (DI-037)."""

    # Subscriber code.
    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="1020304050", parse=AZERSU_CODE.parse, rows="DI-021 DI-077"
    )
    # Number of the faulty invoice.
    faulty_invoice: Invoice = form_field(
        "Xətalı faktura nömrəsi",
        # The invoice that arose from a reading at the address, was presented to the
        # subscriber, and whose data are claimed to be wrong.
        help="Xətalı faktura nömrəsi ünvanlarda oxuma nəticəsində yaranan və abonentlərə təqdim "
        "olunan fakturadakı məlumatların xətalı olması iddia edilən fakturanın nömrəsidir.",
        rows="DI-025 DI-027 DI-028 DI-081",
    )
    # Reason of the request.
    reason: ReferenceItem = form_field("Müraciət səbəbi", rows="DI-033 DI-081")
    # The meter's reading.
    meter_reading: MeterReading = form_field(
        "Sayğacın göstəricisi",
        example="1254",
        number=True,
        unit="m³",
        # The reading on the day of sending.
        help="Sayğacın müraciət göndərilən günə olan göstəricisi.",
        rows="DI-036 DI-081",
    )
    # Date of the reading.
    reading_date: date = form_field("Göstəricinin tarixi", given="today", rows="DI-037")
    # Photo of the meter.
    meter_photo: Document = form_field(
        "Sayğacın şəkli",
        example=EXAMPLE_PHOTO,
        upload=ImagePolicy(),
        # The reading must be visible on the photo.
        help="Şəkildə sayğacın göstəricisi görünməlidir.",
        rows="DI-038 DI-039 DI-081",
    )
    # Telephone number.
    phone: Phone = form_field("Telefon nömrəsi", example="050 200 10 20", rows="DI-040 DI-081")
    # E-mail address.
    email: Email = form_field(
        "Elektron poçt ünvanı", example="aysel@example.com", rows="DI-041 DI-081"
    )


# --- questions and gates ----------------------------------------------------------------------


code_may_be_used = may_use(Purpose.APPLY)


@question(BILLING)
def disputable_invoices(billing: Billing, subscriber_code: SubscriberCode) -> list[Option]:
    """The code's invoices that arose from a reading, newest first (DI-026, DI-029, AMB-63)."""
    invoices = [item for item in billing.presented_invoices(subscriber_code) if item.disputable]
    invoices.sort(key=lambda item: (item.month, item.number), reverse=True)
    return [
        Option(
            item.number,
            Phrase(
                "{number} ({month}, {amount})",
                {"number": item.number, "month": item.month, "amount": item.amount},
            ),
            item,
        )
        for item in invoices
    ]


@question(REFERENCE)
def reasons_of_request(reference: Reference) -> list[Option]:
    """The template requests that the utility keeps (DI-034)."""
    items = reference.items("debt_investigation_reasons")
    return [Option(item.key, item.label, item) for item in items]


def reading_is_of_today(facts: JourneyFacts) -> Answer:
    """A reading entered on another day than the day of sending is not accepted (DI-037)."""
    if facts.entered_on.get("meter_reading") == facts.today:
        return True
    return Fault(
        "meter_reading",
        "reading_of_another_day",
        # The reading must be of the day on which the request is sent. Enter it again.
        "Göstərici müraciət göndərilən günə olmalıdır. Yenidən daxil edin.",
    )


# --- the journey on e-gov.az, also entered from azersu.az (AMB-11) ------------------------------

ON_E_GOV = Journey(
    channel=E_GOV_AZ,
    rows="DI-003 DI-006",
    links=(
        EntryLink(
            AZERSU_AZ,
            way=(
                # Electronic services: the section's name in manuals 000 and 001 (AMB-10).
                WayStep("Elektron xidmətlər", "DI-004"),
                WayStep("Borcun araşdırılması üzrə müraciət", "DI-004"),
            ),
            rows="DI-004 DI-006",
        ),
    ),
    # E-services, all services, those of Azərsu, request to have a debt investigated.
    way=(
        WayStep("E-XİDMƏTLƏR", "DI-007"),
        WayStep("BÜTÜN XİDMƏTLƏR", "DI-008"),
        WayStep("“Azərsu” ASC-nin təqdim etdiyi elektron xidmətlər", "DI-009"),
        WayStep("Borcun araşdırılması üzrə müraciət", "DI-010"),
    ),
    sign_in=five_means("DI-011", means=("DI-012", "DI-013", "DI-014", "DI-015", "DI-016")),
    # Check the status of a request.
    status_place=StatusPlace(("Müraciətin statusunu yoxla",), rows="DI-071"),
    pages=(
        Page(
            "home",
            "Borcun araşdırılması üzrə müraciət",
            rows="DI-017",
            buttons=(
                Button("new_request", "Yeni müraciət yarat", "code", rows="DI-019"),
                Button("status", "Müraciətin statusunu yoxla", "status", rows="DI-020"),
            ),
        ),
        status_page(back_to="home", rows="DI-020 DI-071"),
        Page(
            "code",
            "Yeni müraciət yarat",
            window="new_request",
            rows="DI-019",
            parts=(Typed("subscriber_code", gates=(code_may_be_used,), rows="DI-021 DI-023"),),
            buttons=(
                Button(
                    "check",
                    "Yoxla",
                    "invoice",
                    submits=("subscriber_code",),
                    rows="DI-022 DI-023 DI-024",
                ),
            ),
        ),
        Page(
            "invoice",
            "Yeni müraciət yarat",
            window="new_request",
            rows="DI-023",
            parts=(
                Typed("subscriber_code", gates=(code_may_be_used,), rows="DI-021 DI-023"),
                Chosen("faulty_invoice", disputable_invoices, rows="DI-025 DI-026 DI-029"),
            ),
            buttons=(
                Button(
                    "check",
                    "Yoxla",
                    "invoice",
                    submits=("subscriber_code",),
                    otherwise="code",
                    rows="DI-022 DI-023 DI-024",
                ),
                Button(
                    "continue",
                    "Davam et",
                    "request",
                    submits=("subscriber_code", "faulty_invoice"),
                    otherwise="code",
                    otherwise_for=("subscriber_code",),
                    rows="DI-030 DI-031",
                ),
            ),
        ),
        Page(
            "request",
            "Borcun araşdırılması üzrə müraciət",
            rows="DI-032",
            parts=(
                Recap("Seçilmiş faktura", ("subscriber_code", "faulty_invoice"), ours=True),
                Chosen("reason", reasons_of_request, rows="DI-033 DI-034"),
                Typed("meter_reading", section="Sayğac məlumatları", rows="DI-035 DI-036"),
                Recap("Sayğac məlumatları", ("reading_date",), rows="DI-037"),
                Uploaded("meter_photo", section="Sayğac məlumatları", rows="DI-035 DI-038"),
                Typed("phone", rows="DI-040"),
                Typed("email", rows="DI-041"),
            ),
            buttons=(
                Button(
                    "submit",
                    "Müraciət et",
                    "confirm",
                    submits=("reason", "meter_reading", "meter_photo", "phone", "email"),
                    rows="DI-042",
                ),
            ),
        ),
        Page(
            "confirm",
            # Confirmation: do you confirm that the data are right? The manual gives no text.
            "Təsdiq",
            window="request",
            text="Daxil edilən məlumatların düzgünlüyünü təsdiq edirsiniz?",
            dialog=True,
            rows="DI-043",
            buttons=(
                Button(
                    "confirm",
                    "Təsdiq et",
                    (To("registered", when=(reading_is_of_today,), rows="DI-037"),),
                    otherwise="request",
                    registers=True,
                    rows="DI-044 DI-049",
                ),
                Button("check_again", "İmtina", "request", rows="DI-045 DI-046"),
            ),
        ),
        Page(
            "registered",
            "Borcun araşdırılması üzrə müraciət",
            # Your request has been registered. Thank you for using our service. Its number: …
            message="Müraciətiniz qeydiyyata alındı. Xidmətimizdən istifadə etdiyiniz üçün sizə "
            "təşəkkür edirik. Müraciət nömrəniz: {number}",
            final=True,
            rows="DI-047 DI-048 DI-049",
        ),
    ),
)


# --- the journey on e-su.az ---------------------------------------------------------------------

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="DI-005 DI-006",
    way=(
        WayStep("www.e-su.az", "DI-073"),
        WayStep("E-xidmətlər", "DI-075"),
        WayStep("Borcun araşdırılması üzrə müraciət", "DI-076"),
    ),
    sign_in=asan_login("DI-074"),
    status_place=requests_on_e_su("DI-087"),
    pages=(
        Page(
            "code",
            "Borcun araşdırılması üzrə müraciət",
            rows="DI-077",
            parts=(
                Chosen(
                    "subscriber_code",
                    own_codes,
                    gates=(code_may_be_used,),
                    rows="DI-077 DI-078",
                ),
            ),
            buttons=(
                Button("choose", "Təsdiq", "request", submits=("subscriber_code",), rows="DI-079"),
            ),
        ),
        Page(
            "request",
            "Borcun araşdırılması üzrə müraciət",
            rows="DI-080",
            parts=(
                Recap("Seçilmiş kod", ("subscriber_code",), ours=True),
                Chosen("faulty_invoice", disputable_invoices, rows="DI-081"),
                Chosen("reason", reasons_of_request, rows="DI-081"),
                Typed("meter_reading", section="Sayğac məlumatları", rows="DI-081"),
                Recap("Sayğac məlumatları", ("reading_date",), rows="DI-037"),
                Uploaded("meter_photo", section="Sayğac məlumatları", rows="DI-081"),
                Typed("phone", rows="DI-081"),
                Typed("email", rows="DI-081"),
                # I confirm that the data are right: as in the data change on this portal (AMB-05).
                Ticked(
                    "accuracy",
                    "Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm",
                    rows="DI-082",
                ),
            ),
            buttons=(
                Button(
                    "submit",
                    "Göndər",
                    (To("registered", when=(reading_is_of_today,), rows="DI-037"),),
                    submits=(
                        "faulty_invoice",
                        "reason",
                        "meter_reading",
                        "meter_photo",
                        "phone",
                        "email",
                        "accuracy",
                    ),
                    registers=True,
                    rows="DI-083 DI-084 DI-086",
                ),
            ),
        ),
        Page(
            "registered",
            "Borcun araşdırılması üzrə müraciət",
            # Your request has been recorded. Its number: …
            message="Müraciətiniz qeydə alındı. Müraciət nömrəniz: {number}",
            final=True,
            rows="DI-085 DI-086",
        ),
    ),
)


# --- who works on it, what they state, what the case asks of the world --------------------------

# Investigates the request and the cause of the debt (DI-055).
OPERATOR = Role("operator", "Operator")
# Makes the readings precise on site; the manual names the visit, not the visitor (DI-059).
INSPECTOR = Role("inspector", "Yerində yoxlama aparan əməkdaş")
# The standing commission for applications and complaints of consumers (DI-062).
COMMISSION = Role(
    "commission",
    "İstehlakçılardan daxil olmuş ərizələrin və şikayətlərin araşdırılması ilə bağlı daimi "
    "fəaliyyət göstərən komissiya",
)

# Cause of the debt.
CAUSE = finding(
    "cause",
    Remark,
    "Borcun yaranması səbəbi",
    example="Sayğacın göstəricisi səhv oxunub.",
    rows="DI-057",
    told=True,
)
# Reading made precise on site.
CLARIFIED_READING = finding(
    "clarified_reading",
    MeterReading,
    "Yerində dəqiqləşdirilmiş göstərici",
    example="1251",
    number=True,
    unit="m³",
    rows="DI-059",
)
CORRECTED_AMOUNT = finding(
    "corrected_amount",
    Money,
    # The right amount of the faulty invoice; what exactly is corrected is ours to say.
    "Fakturanın düzəlişdən sonrakı məbləği",
    example="2.10",
    number=True,
    unit="AZN",
    rows="DI-063",
    ours=True,
)
# Reason of the refusal.
REASON = finding(
    "reason",
    Remark,
    "İmtinanın səbəbi",
    example="Faktura sayğacın göstəricisinə uyğundur.",
    rows="DI-065",
    told=True,
)


# Find the staff concerned.
route = forwarding("debt_investigation", rows="DI-052")


@effect(
    BILLING,
    label="Borca düzəliş",
    then="debt_corrected",
    otherwise="correction_failed",
    rows="DI-063",
)
def correct_debt(
    billing: Billing,
    subscriber_code: SubscriberCode,
    faulty_invoice: Invoice,
    corrected_amount: Money,
    key: str,
) -> None:
    """Have billing correct the debt, once for each order (DI-063)."""
    billing.correct(subscriber_code, faulty_invoice.number, corrected_amount, key)


# --- the casework -------------------------------------------------------------------------------


class Casework(StateMachine):
    """From the request's registration to its end; names of the statuses by AMB-70."""

    # Draft.
    draft = Status("Qaralama", initial=True, ours=True)
    # Registered: your request has been registered.
    registered = Status(
        "Qeydiyyata alındı",
        told="Müraciətiniz qeydiyyata alınıb.",
        owner=SYSTEM,
        rows="DI-047 DI-085",
    )
    # Forwarded for execution: to the staff concerned.
    forwarded = Status(
        "İcraya yönləndirildi",
        told="Müraciətiniz aidiyyəti əməkdaşlara icra üçün yönləndirilib.",
        owner=OPERATOR,
        rows="DI-052",
    )
    # Being investigated: an operator examines the request and the cause of the debt.
    under_investigation = Status(
        "Araşdırılır",
        told="Operator müraciətin məlumatlarını və borcun yaranması səbəbini araşdırır.",
        owner=OPERATOR,
        rows="DI-056 DI-057",
    )
    # Being checked on site: the readings are made precise.
    on_site_check = Status(
        "Yerində yoxlanılır",
        told="Sayğacın göstəriciləri yerində dəqiqləşdirilir.",
        owner=INSPECTOR,
        rows="DI-058 DI-059",
    )
    # Sent to the commission: the documents are there.
    at_commission = Status(
        "Komissiyaya göndərildi",
        told="Sənədlər komissiyaya göndərilib.",
        owner=COMMISSION,
        rows="DI-061 DI-062",
    )
    # The debt is being corrected.
    correcting = Status(
        "Borca düzəliş edilir", told="Borcunuza düzəliş edilir.", owner=SYSTEM, rows="DI-063"
    )
    # The correction is delayed; an operator is looking after it.
    correction_delayed = Status(
        "Borca düzəliş gecikir",
        told="Borcunuza düzəliş edilməsi gecikir; məsələ operatorun nəzarətindədir.",
        owner=OPERATOR,
        ours=True,
    )
    # Finalised: the debt has been corrected.
    finalised = Status(
        "Yekunlaşdı",
        told="İş yekunlaşıb, borcunuza düzəliş edilib.",
        final=True,
        ending=Ending.COMPLETED,
        rows="DI-063",
    )
    # Finalised without a correction: no grounds were found.
    finalised_without_correction = Status(
        "Yekunlaşdı, düzəliş edilmədi",
        told="İş yekunlaşıb: borcunuza düzəliş edilməsinə əsas tapılmayıb.",
        final=True,
        ending=Ending.COMPLETED,
        rows="DI-068",
        ours=True,
    )
    # Execution refused, by the commission.
    refused = Status(
        "İcrasından imtina edildi",
        told="Komissiya müraciətin icrasından imtina edib.",
        final=True,
        ending=Ending.REFUSED,
        rows="DI-064 DI-067",
    )

    register = draft.to(registered, on=orders(route, rows="DI-049 DI-086"))
    # Forward for execution; without a unit.
    forward = registered.to(forwarded, cond=by(SYSTEM, label="İcraya yönləndir", rows="DI-052"))
    forward_without_unit = registered.to(
        forwarded, cond=by(SYSTEM, label="Şöbə göstərilmədən yönləndir", ours=True)
    )
    # Begin the investigation.
    investigate = forwarded.to(
        under_investigation,
        cond=by(OPERATOR, label="Araşdırmaya başla", rows="DI-055 DI-056"),
    )
    # Order an on-site check.
    order_on_site_check = under_investigation.to(
        on_site_check,
        cond=by(OPERATOR, label="Yerində yoxlama təyin et", rows="DI-058"),
    )
    # Report the reading made precise.
    report_readings = on_site_check.to(
        under_investigation,
        cond=[
            by(INSPECTOR, label="Dəqiqləşdirilmiş göstəricini bildir", rows="DI-059"),
            needs(CLARIFIED_READING, rows="DI-059"),
        ],
    )
    # Send the documents to the commission.
    send_to_commission = under_investigation.to(
        at_commission,
        cond=[
            by(OPERATOR, label="Sənədləri komissiyaya göndər", rows="DI-060 DI-061"),
            needs(CAUSE, rows="DI-057"),
        ],
    )
    # Finalise without a correction.
    finalise_without_correction = under_investigation.to(
        finalised_without_correction,
        cond=[
            by(OPERATOR, label="Düzəlişsiz yekunlaşdır", rows="DI-060 DI-068", ours=True),
            needs(CAUSE, rows="DI-057"),
        ],
    )
    # Approve the correction of the debt.
    approve_correction = at_commission.to(
        correcting,
        cond=[
            by(COMMISSION, label="Borca düzəlişi təsdiq et", rows="DI-061 DI-063"),
            needs(CORRECTED_AMOUNT, rows="DI-063", ours=True),
        ],
        on=orders(correct_debt, rows="DI-063"),
    )
    # Refuse execution.
    refuse = at_commission.to(
        refused,
        cond=[
            by(COMMISSION, label="İcrasından imtina et", rows="DI-064"),
            needs(REASON, rows="DI-065"),
        ],
    )
    # Complete the correction.
    debt_corrected = correcting.to(
        finalised, cond=by(SYSTEM, label="Düzəlişi tamamla", rows="DI-063")
    )
    # The correction failed: back to the operator.
    correction_failed = correcting.to(
        correction_delayed, cond=by(SYSTEM, label="Düzəliş alınmadı: operatora qaytar", ours=True)
    )
    # Try the correction again.
    retry_correction = correction_delayed.to(
        correcting,
        cond=by(OPERATOR, label="Düzəlişi təkrar et", ours=True),
        on=orders(correct_debt, ours=True),
    )


# --- notices: when and by what the manual says, the words are ours ------------------------------

_E_GOV = (E_GOV_AZ, AZERSU_AZ)
_E_SU = (E_SU_AZ,)
_BOTH = (Medium.EMAIL, Medium.SMS)
_ALL = (Medium.EMAIL, Medium.SMS, Medium.PORTAL)

# Subject, text and SMS on entering a state; of other states only the new status is told.
_WORDS = {
    "registered": REGISTERED,
    "forwarded": FORWARDED,
    # The work on your request {number} is finalised, your debt has been corrected.
    "finalised": (
        "Müraciət yekunlaşdı",
        "{number} nömrəli müraciətiniz üzrə iş yekunlaşdı, borcunuza düzəliş edildi.",
        "{number} nömrəli müraciətiniz yekunlaşdı: borca düzəliş edildi.",
    ),
    # The work on your request {number} is finalised; no grounds for a correction: {cause}
    "finalised_without_correction": (
        "Müraciət yekunlaşdı",
        "{number} nömrəli müraciətiniz üzrə iş yekunlaşdı. Düzəlişə əsas tapılmadı: {cause}",
        "{number} nömrəli müraciətiniz yekunlaşdı: düzəlişə əsas tapılmadı.",
    ),
    "refused": REFUSED,
}


def _on_e_gov(state: str, media: tuple[Medium, ...], rows: str, *, ours: bool = False) -> Notice:
    return Notice(_E_GOV, state, media, *_WORDS[state], rows=rows, ours=ours)


def _on_e_su(state: str, rows: str = "", *, ours: bool = False) -> Notice:
    # Every status is told, and the portal is the third medium.
    rows = f"{rows} DI-088 DI-089 DI-090".strip()
    return Notice(_E_SU, state, _ALL, *_WORDS.get(state, NEW_STATUS), rows=rows, ours=ours)


NOTICES = (
    _on_e_gov("registered", _BOTH, "DI-050 DI-051"),
    _on_e_gov("forwarded", _BOTH, "DI-053 DI-054"),
    _on_e_gov("finalised", _BOTH, "DI-069 DI-070"),
    # As for any other end (AMB-16).
    _on_e_gov("finalised_without_correction", _BOTH, "DI-068", ours=True),
    # The manual does not say by what; all three, and no second notice (AMB-17).
    _on_e_gov("refused", _ALL, "DI-065 DI-066"),
    _on_e_su("registered"),
    _on_e_su("forwarded"),
    _on_e_su("under_investigation"),
    _on_e_su("on_site_check"),
    _on_e_su("at_commission"),
    _on_e_su("correcting"),
    _on_e_su("correction_delayed", ours=True),
    _on_e_su("finalised"),
    _on_e_su("finalised_without_correction", "DI-068", ours=True),
    _on_e_su("refused", "DI-065 DI-066"),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="debt_investigation",
    name="Borcun araşdırılması üzrə müraciət",
    utility=AZERSU,
    version=1,
    manual="001 “Borcun araşdırılması üzrə müraciət” elektron xidmətinin istifadə təlimatı",
    form=DebtInvestigation,
    journeys=(ON_E_GOV, ON_E_SU),
    casework=Casework,
    notices=NOTICES,
    concerns="subscriber_code",
    reach={Medium.EMAIL: "email", Medium.SMS: "phone"},
    rows="DI-001 DI-002",
)
