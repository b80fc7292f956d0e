"""Sayğac zədələnməsinin araşdırılması (investigation of damage to a meter), “Azərişıq” ASC.

A subscriber whose electricity meter is damaged chooses the code, or, outside of households, the
head code (baş kod) and the metering point, and leaves mobile numbers and an e-mail address. The
departments concerned look into it and tell the result.

The person's main data come from the state's registers, the codes from the subscriber base:
nothing of that is typed. The request has its number before it is sent, and is registered only
then (AMB-47). Whoever holds codes of both groups chooses for which the request is.

Source: manual 004, without figure numbers (rows MD-001 to MD-049); its pictures are lost. What is
ours and not the manual's is marked ``ours``, such as the description and the photo of the damage
(AMB-48).

>>> [channel.key for channel in SERVICE.journeys[0].channels]
['e-gov.az', 'azerishiq.az']
>>> [state.name for state in SERVICE.casework_rules.states.values()]
['Qaralama', 'Qeydə alındı', 'Departamentlərə göndərildi', 'Nəticələndi']
>>> SERVICE.codes
('subscriber_code', 'head_code')
"""

from __future__ import annotations

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.asking import Option, question
from utility_eservices.casework.entrance import EntryLink, Means, SignInWindow, StatusPlace, WayStep
from utility_eservices.casework.form import finding, form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.notice import Medium, Notice
from utility_eservices.casework.page import (
    Button,
    Chosen,
    JourneyFacts,
    Page,
    RequestNumber,
    Shown,
    To,
    Typed,
    Uploaded,
)
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.casework.switch import Switch
from utility_eservices.errors import Fault
from utility_eservices.ports.civil_data import CIVIL_DATA, CivilData
from utility_eservices.ports.metering_points import METERING_POINTS, MeteringPoint, MeteringPoints
from utility_eservices.ports.mobile_check import MOBILE_CHECK, MobileCheck
from utility_eservices.ports.reference import REFERENCE, Reference
from utility_eservices.ports.subscribers import SUBSCRIBERS, Category, Subscribers
from utility_eservices.services.notices import RECORDED
from utility_eservices.services.questions import groups
from utility_eservices.services.routing import forwarding
from utility_eservices.vocabulary.channel import AZERISHIQ_AZ, E_GOV_AZ
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import EXAMPLE_PHOTO, Document, ImagePolicy
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.sign_in import ASAN, E_GOV_ACCOUNT, E_SIGNATURE
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices.vocabulary.utility import AZERISHIQ

__all__ = ["SERVICE", "Casework", "MeterDamage"]


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class MeterDamage:
    """What is sent: either a code, or a head code with a metering point (MD-030)."""

    # Group of subscribers: for which of the two forms this is; the manual has no word for it.
    category: Category = form_field(
        "Abonent qrupu", rows="MD-002 MD-030", ours=True, samples=tuple(Category)
    )
    # Subscriber code.
    subscriber_code: SubscriberCode | None = form_field(
        "Abonent kodu", only_when=("category", Category.RESIDENTIAL), rows="MD-023"
    )
    # Head code.
    head_code: SubscriberCode | None = form_field(
        "Baş kod", only_when=("category", Category.NON_RESIDENTIAL), rows="MD-027"
    )
    # Metering point.
    metering_point: MeteringPoint | None = form_field(
        "Uçot nöqtəsi", only_when=("category", Category.NON_RESIDENTIAL), rows="MD-028"
    )
    # Description of the damage.
    description: Remark | None = form_field(
        "Zədələnmənin təsviri",
        example="Sayğacın şüşəsi sınıb.",
        rows="MD-040",
        ours=True,
    )
    # Photo of the damage.
    photo: Document | None = form_field(
        "Zədələnmənin şəkli",
        example=EXAMPLE_PHOTO,
        upload=ImagePolicy(),
        rows="MD-040",
        ours=True,
    )
    # Mobile number, as the manual prints the label.
    mobile: Phone = form_field(
        "Mobil No",
        example="050 200 10 20",
        # An active mobile number: the result is told there. The second sentence is ours.
        help="Aktiv mobil telefon nömrəsi. Müraciətin nəticəsi bu nömrəyə bildiriləcək.",
        rows="MD-033 MD-035",
    )
    # Further mobile number; the manual has several and does not say how many (AMB-49).
    other_mobile: Phone | None = form_field(
        "Əlavə mobil nömrə", example="055 300 20 30", rows="MD-033", ours=True
    )
    # E-mail address.
    email: Email | None = form_field(
        "Elektron poçt ünvanı",
        example="aysel@example.com",
        rows="MD-034 MD-036",
    )


# --- questions and gates ----------------------------------------------------------------------

EMAIL_REQUIRED = Switch(
    "meter_damage.email_required",
    # The e-mail address is required.
    "Elektron poçt ünvanı məcburidir",
    rows="MD-036",
)


# The labels of the main data that are certain.
TEXTS = {
    # Name, surname, patronymic.
    "name": "Adı, soyadı, ata adı",
    # Personal identification number.
    "fin": "FİN",
}


@question(CIVIL_DATA)
def main_data(civil_data: CivilData, person: Identity) -> list[tuple[str, str]]:
    """What the state's registers know of the person (MD-017, MD-018).

    Which rows there are is lost with the picture: name and FIN are ours, the rest the
    registers' own (AMB-53). None where they know of nobody.
    """
    record = civil_data.find(person.fin)
    if record is None:
        return []
    return [
        (TEXTS["name"], record.name.full),
        (TEXTS["fin"], record.fin.value),
        *record.more,
    ]


@question(CIVIL_DATA)
def main_data_are_there(civil_data: CivilData, person: Identity) -> Answer:
    """Without main data there is no request: nobody types them (MD-020)."""
    if civil_data.find(person.fin) is not None:
        return True
    return Fault(
        "category",
        "no_main_data",
        # Your main data have not been found in the registers of the state bodies. Please turn to
        # “Azərişıq”.
        "Əsas məlumatlarınız dövlət orqanlarının reyestrlərində tapılmadı. "
        "“Azərişıq” ASC-yə müraciət edin.",
    )


@question(SUBSCRIBERS)
def held_codes(subscribers: Subscribers, person: Identity) -> list[Option]:
    """The person's own codes of the group “Əhali” (MD-023, MD-024)."""
    return _held(subscribers, person, Category.RESIDENTIAL)


@question(SUBSCRIBERS)
def head_codes(subscribers: Subscribers, person: Identity) -> list[Option]:
    """The person's own head codes, of the group “Qeyri-əhali” (MD-027)."""
    return _held(subscribers, person, Category.NON_RESIDENTIAL)


def _held(subscribers: Subscribers, person: Identity, group: Category) -> list[Option]:
    codes = [item.code for item in subscribers.held_by(person.fin) if item.category is group]
    return [Option(code.value, code.value, code) for code in codes]


@question(METERING_POINTS)
def points_of_code(points: MeteringPoints, head_code: SubscriberCode) -> list[Option]:
    """The metering points of the head code that was chosen (MD-029)."""
    return [Option(point.key, point.label, point) for point in points.of(head_code)]


@question(MOBILE_CHECK)
def mobile_is_active(mobile_check: MobileCheck, mobile: Phone) -> Answer:
    """A mobile number that is in use, as far as anybody can tell (MD-035, AMB-50)."""
    if not mobile.is_mobile:
        return Fault("mobile", "not_mobile", _NOT_MOBILE)
    if mobile_check.is_active(mobile):
        return True
    return Fault(
        "mobile",
        "mobile_not_active",
        # This mobile number is not active. Write an active one.
        "Bu mobil nömrə aktiv deyil. Aktiv nömrə yazın.",
    )


@question()
def other_is_mobile(other_mobile: Phone) -> Answer:
    """A further number is a mobile one too; that it be active is not demanded (MD-033)."""
    return other_mobile.is_mobile or Fault("other_mobile", "not_mobile", _NOT_MOBILE)


# Write a mobile telephone number.
_NOT_MOBILE = "Mobil telefon nömrəsi yazın."


@question(REFERENCE)
def email_is_required(reference: Reference) -> bool:
    """The result is told by e-mail, so it is required unless the utility says no (AMB-49)."""
    return reference.applies(EMAIL_REQUIRED.key, EMAIL_REQUIRED.default)


def is_household(facts: JourneyFacts) -> Answer:
    """Whether the form for the group “Əhali” is the one to fill in (MD-030)."""
    return bool(facts.values["category"] is Category.RESIDENTIAL)


# --- the journey on e-gov.az, also entered from azerishiq.az (AMB-11) ---------------------------

# The name in the list of services (AMB-52): investigation of damage to the meter of a subscriber
# of the group “Əhali” (households) and of the group “Qeyri-əhali” (all others).
_NAME = "Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması"
# Main data.
_MAIN_DATA = "Əsas məlumatlar"
# Contact data.
_CONTACT = "Əlaqə məlumatları"


def _request_page(key: str, section: str, rows: str, *identifying: Chosen) -> Page:
    """The form of one group: they differ in what names the meter, and in nothing else."""
    return Page(
        key,
        _NAME,
        rows=f"{rows} MD-032",
        parts=(
            Shown(_MAIN_DATA, main_data, rows="MD-017 MD-019"),
            # Request number.
            RequestNumber(section, "Müraciət nömrəsi", rows=f"{rows} MD-022 MD-026"),
            *identifying,
            Typed("description", section=section, rows="MD-040", ours=True),
            Uploaded("photo", section=section, rows="MD-040", ours=True),
            Typed("mobile", _CONTACT, gates=(mobile_is_active,), rows="MD-031 MD-033 MD-035"),
            Typed("other_mobile", _CONTACT, gates=(other_is_mobile,), rows="MD-033", ours=True),
            Typed("email", _CONTACT, needed=email_is_required, rows="MD-031 MD-034 MD-036"),
        ),
        buttons=(
            Button(
                "submit",
                # Send the request.
                "Müraciəti göndər",
                "registered",
                submits=(
                    *(part.field for part in identifying),
                    "description",
                    "photo",
                    "mobile",
                    "other_mobile",
                    "email",
                ),
                registers=True,
                rows="MD-037 MD-045",
            ),
            # Back.
            Button("back", "Geri", "main_data", ours=True),
        ),
    )


# Request data (for subscribers of the group “Əhali”); the heading misprints “məlumatlar”.
_FOR_HOUSEHOLDS = "Müraciət məlumatları (Əhali abonentləri üçün)"
# Request data (for subscribers of the group “Qeyri-əhali”).
_FOR_OTHERS = "Müraciət məlumatları (Qeyri-əhali abonentləri üçün)"

ON_E_GOV = Journey(
    channel=E_GOV_AZ,
    rows="MD-006 MD-007",
    links=(
        EntryLink(
            AZERISHIQ_AZ,
            # The manual names the address and no step behind it.
            way=(WayStep("www.azerishiq.az", "MD-005"), WayStep(_NAME, "MD-005", ours=True)),
            rows="MD-005 MD-007",
        ),
    ),
    # E-services, all services, those of Azərişıq, the service.
    way=(
        WayStep("www.e-gov.az", "MD-008"),
        WayStep("E-XİDMƏTLƏR", "MD-009"),
        WayStep("BÜTÜN XİDMƏTLƏR", "MD-010"),
        WayStep("“Azərişıq” ASC-nin təqdim etdiyi elektron xidmətlər", "MD-003 MD-011"),
        WayStep(_NAME, "MD-002 MD-011"),
    ),
    sign_in=SignInWindow(
        # Choose a sign-in means.
        "Giriş vasitəsini seçin",
        means=(
            # Sign in by electronic signature.
            Means(E_SIGNATURE, "MD-013", "Elektron imza ilə daxil olmaq"),
            # Sign in by Asan signature.
            Means(ASAN, "MD-014", "Asan imza ilə daxil olmaq"),
            # Sign in by the user name and password that the e-government system gave the citizen.
            Means(
                E_GOV_ACCOUNT,
                "MD-015",
                "Elektron hökumət sistemi tərəfindən vətəndaşa verilmiş istifadəçi adı və şifrə "
                "ilə daxil olmaq",
            ),
        ),
        rows="MD-012",
    ),
    # My requests: a section of the portal (AMB-46).
    status_place=StatusPlace(("Müraciətlərim",), in_portal=True, rows="MD-047"),
    pages=(
        Page(
            "main_data",
            _NAME,
            rows="MD-017 MD-019",
            parts=(
                Shown(_MAIN_DATA, main_data, rows="MD-017 MD-018 MD-019 MD-020"),
                Chosen(
                    "category",
                    groups,
                    gates=(main_data_are_there,),
                    rows="MD-002 MD-020 MD-030",
                    ours=True,
                ),
            ),
            buttons=(
                Button(
                    "continue",
                    # Continue.
                    "Davam et",
                    (
                        To("household", when=(is_household,), rows="MD-030"),
                        To("non_residential", rows="MD-030"),
                    ),
                    submits=("category",),
                    rows="MD-032",
                    ours=True,
                ),
            ),
        ),
        _request_page(
            "household",
            _FOR_HOUSEHOLDS,
            "MD-021",
            Chosen("subscriber_code", held_codes, _FOR_HOUSEHOLDS, rows="MD-021 MD-023 MD-024"),
        ),
        _request_page(
            "non_residential",
            _FOR_OTHERS,
            "MD-025",
            Chosen("head_code", head_codes, _FOR_OTHERS, rows="MD-025 MD-027"),
            Chosen("metering_point", points_of_code, _FOR_OTHERS, rows="MD-025 MD-028 MD-029"),
        ),
        Page(
            "registered",
            _NAME,
            # Your request has been sent to “Azərişıq”. Its number: … The manual gives no text.
            message="Müraciətiniz “Azərişıq” ASC-yə göndərildi. Müraciət nömrəniz: {number}",
            final=True,
            rows="MD-039",
            ours=True,
        ),
    ),
)


# --- who works on it, what they state, what the case asks of the world --------------------------

# Of the departments concerned; the manual names no one in them (MD-038).
DEPARTMENT = Role("department", "Departament əməkdaşı")

# Result of the request.
RESULT = finding(
    "result",
    Remark,
    "Müraciətin nəticəsi",
    example="Sayğac dəyişdirildi.",
    rows="MD-043 MD-044 MD-047",
    told=True,
)


# Sending to the department.
route = forwarding("meter_damage", "Departamentə göndərmə", rows="MD-038")


# --- the casework -------------------------------------------------------------------------------


class Casework(StateMachine):
    """From the request's registration to its result, and nothing in between (MD-048)."""

    # Draft: it has a number, and is not registered (AMB-47).
    draft = Status("Qaralama", initial=True, ours=True)
    # Registered: your request has been recorded.
    registered = Status(
        "Qeydə alındı",
        told="Müraciətiniz qeydə alınıb.",
        owner=SYSTEM,
        rows="MD-038 MD-041 MD-042 MD-048",
    )
    # Sent to departments: to those concerned.
    at_departments = Status(
        "Departamentlərə göndərildi",
        told="Müraciətiniz müvafiq departamentlərə göndərilib.",
        owner=DEPARTMENT,
        rows="MD-038 MD-048",
    )
    # Resulted: there is a result.
    resulted = Status(
        "Nəticələndi",
        told="Müraciətinizə baxılıb, nəticəsi məlumdur.",
        final=True,
        ending=Ending.COMPLETED,
        rows="MD-047 MD-048",
    )

    register = draft.to(registered, on=orders(route, rows="MD-038"))
    # Send to the department; to no particular one.
    forward = registered.to(
        at_departments, cond=by(SYSTEM, label="Departamentə göndər", rows="MD-038")
    )
    forward_without_unit = registered.to(
        at_departments,
        cond=by(SYSTEM, label="Departament göstərilmədən göndər", ours=True),
    )
    # Tell the result.
    report_result = at_departments.to(
        resulted,
        cond=[
            by(DEPARTMENT, label="Nəticəni bildir", rows="MD-043 MD-044", ours=True),
            needs(RESULT, rows="MD-043 MD-044"),
        ],
    )


# --- notices: when and by what the manual says, the words are ours ------------------------------

_CHANNELS = (E_GOV_AZ, AZERISHIQ_AZ)
_BOTH = (Medium.SMS, Medium.EMAIL)

# None on forwarding (MD-046).
NOTICES = (
    Notice(
        _CHANNELS,
        "registered",
        _BOTH,
        *RECORDED,
        rows="MD-041 MD-042",
    ),
    Notice(
        _CHANNELS,
        "resulted",
        _BOTH,
        # Result of the request.
        subject="Müraciətin nəticəsi",
        # The result of your request {number}: {result}
        text="{number} nömrəli müraciətinizin nəticəsi: {result}",
        sms="{number} nömrəli müraciətinizin nəticəsi: {result}",
        rows="MD-043 MD-044",
    ),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="meter_damage",
    name=_NAME,
    utility=AZERISHIQ,
    version=1,
    manual="004 “Əhali və Qeyri-əhali abonentinin sayğac zədələnməsinin araşdırılması” elektron "
    "xidmətinin istifadə təlimatı",
    form=MeterDamage,
    journeys=(ON_E_GOV,),
    casework=Casework,
    notices=NOTICES,
    concerns="subscriber_code head_code",
    reach={Medium.SMS: "mobile", Medium.EMAIL: "email"},
    switches=(EMAIL_REQUIRED,),
    rows="MD-001 MD-002 MD-003 MD-004",
)
