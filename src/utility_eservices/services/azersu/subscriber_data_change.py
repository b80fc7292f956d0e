"""Abonent məlumatlarının dəyişdirilməsi (change of a subscriber's data), “Azərsu” ASC.

A subscriber, or whoever has just bought the home, sends what is to be changed with copies of the
documents that prove it. A debt has to be paid first, and once it is paid the same request goes
on. An operator checks the documents, then what the subscriber base says; where need be somebody
looks on site; only then is the base changed.

Source: manual 000, “Abonent Məlumatlarının Dəyişdirilməsi” elektron xidmətinin istifadə təlimatı,
figures 1 to 18 (rows SDC-001 to SDC-092), and the second question of the portal's FAQ in manual
003 (ESU-184, ESU-185). What is ours and not the manuals' is marked ``ours``.

All nine items of the form are required, the three documents too, as the manual says (AMB-01). A
utility that wants less declares a service record of its own.

>>> [journey.name for journey in SERVICE.journeys]
['e-gov.az', 'e-su.az']
>>> [rule.label for rule in SERVICE.casework_rules.leaving("forwarded")]
['Sənədlərin qaydasında olduğunu təsdiqlə', 'İcrasından imtina et']
"""

from __future__ import annotations

import attrs
from statemachine import StateMachine

from utility_eservices.casework.acts import SYSTEM, by, needs, orders
from utility_eservices.casework.asking import question
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
    PaymentLink,
    Recap,
    Shown,
    Ticked,
    To,
    Typed,
    Uploaded,
)
from utility_eservices.casework.paying import Bill, PaymentOrder
from utility_eservices.casework.refusal import Answer
from utility_eservices.casework.rulebook import Ending, Role, Status
from utility_eservices.casework.service import Service
from utility_eservices.casework.switch import Switch
from utility_eservices.errors import Fault
from utility_eservices.ports.access import Purpose
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.reference import REFERENCE, Reference
from utility_eservices.ports.registered_codes import REGISTERED_CODES, RegisteredCodes
from utility_eservices.ports.subscribers import (
    SUBSCRIBERS,
    SubscriberChange,
    Subscribers,
)
from utility_eservices.services.notices import NEW_STATUS, REFUSED, REGISTERED
from utility_eservices.services.paying import payment_is_over
from utility_eservices.services.questions import (
    is_own,
    kinds_of_service,
    may_use,
    own_codes,
    own_subscriber,
    residential_only,
)
from utility_eservices.services.routing import forwarding
from utility_eservices.services.windows import asan_login, five_means, requests_on_e_su, status_page
from utility_eservices.vocabulary.address import Address
from utility_eservices.vocabulary.channel import AZERSU_AZ, E_GOV_AZ, E_SU_AZ
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import EXAMPLE_DOCUMENT, Document, DocumentPolicy
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.household import Household
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.money import NO_MONEY
from utility_eservices.vocabulary.person import Identity
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.service_kind import ServiceKinds
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "Casework", "SubscriberDataChange"]

# Change of a subscriber's data.
NAME = "Abonent məlumatlarının dəyişdirilməsi"


# --- the rules that the manuals leave open ------------------------------------------------------

# On the portal e-gov.az no request is made before the debt is paid.
DEBT_ON_E_GOV = Switch(
    "subscriber_data_change.debt_on_e_gov",
    "e-gov.az portalında borc ödənilmədən müraciət edilmir",
    rows="SDC-034",
)
# The same on e-su.az, of which the manual does not say so (AMB-03).
DEBT_ON_E_SU = Switch(
    "subscriber_data_change.debt_on_e_su",
    "e-su.az portalında borc ödənilmədən müraciət edilmir",
    ours=True,
)
# Only subscribers of the group “əhali”, households, apply electronically: said by the FAQ and not
# by the service's own manual (AMB-20).
RESIDENTIAL = Switch(
    "subscriber_data_change.residential_only",
    "Elektron formada yalnız əhali kateqoriyalı abonentlər müraciət edir",
    rows="ESU-185",
)


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class SubscriberDataChange:
    """What is sent: the nine items of figure 11, and which code they are to be changed for."""

    # Subscriber code.
    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="1020304050", parse=AZERSU_CODE.parse, rows="SDC-028 SDC-079"
    )
    # FIN code of the person registered at the address; the holder from now on.
    registered_fin: Fin = form_field(
        "Qeydiyyatda olan şəxsin FİN kodu", example="5XJ1K2A", rows="SDC-041 SDC-083"
    )
    # Address.
    address: Address = form_field(
        "Ünvan", example="Bakı şəhəri, Nümunə küçəsi 3, mənzil 8", rows="SDC-042 SDC-083"
    )
    # Family composition: as a number of persons (AMB-60).
    household: Household = form_field(
        "Ailə tərkibi",
        example="3",
        number=True,
        # Persons.
        unit="nəfər",
        # How many persons the family at the address has.
        help="Ünvanda yaşayan ailə üzvlərinin sayı.",
        rows="SDC-043 SDC-083",
    )
    # Kind of service.
    services: ServiceKinds = form_field("Xidmət növü", rows="SDC-044 SDC-083")
    # Document that confirms the right of ownership.
    ownership_document: Document = form_field(
        "Mülkiyyət hüququnu təsdiq edən sənəd",
        example=EXAMPLE_DOCUMENT,
        upload=DocumentPolicy(),
        rows="SDC-045 SDC-083",
    )
    # Copy of the certificate on family composition from the housing maintenance office.
    family_certificate: Document = form_field(
        "Mənzil istismar sahəsindən ailə tərkibi haqqında arayışın surəti",
        example=EXAMPLE_DOCUMENT,
        upload=DocumentPolicy(),
        rows="SDC-046 SDC-083",
    )
    # Copy of the document that confirms the right of use.
    use_document: Document = form_field(
        "İstifadə hüququnu təsdiq edən sənədin surəti",
        example=EXAMPLE_DOCUMENT,
        upload=DocumentPolicy(),
        rows="SDC-047 SDC-083",
    )
    # E-mail address.
    email: Email = form_field(
        "Elektron poçt ünvanı", example="aysel@example.com", rows="SDC-048 SDC-051 SDC-083"
    )
    # Telephone number.
    phone: Phone = form_field(
        "Telefon nömrəsi", example="050 200 10 20", rows="SDC-049 SDC-051 SDC-083"
    )


# --- questions and gates: the code and its debt -------------------------------------------------


code_may_be_used = may_use(Purpose.APPLY)

code_is_residential = residential_only(
    # Only residential subscribers can apply for this electronically. Other subscribers can go to
    # ASAN service, the ASAN communal centres or the district Sukanal offices (ESU-184).
    "Bu xidmət üzrə elektron formada yalnız əhali kateqoriyalı abonentlər müraciət edə bilərlər. "
    "Digər abonentlər ASAN xidmət, ASAN kommunal mərkəzlərinə və ya rayon Sukanal idarələrinə "
    "müraciət edə bilərlər.",
    RESIDENTIAL.key,
)

# The labels of what is shown; no manual lists them, the words are ours.
TEXTS = {
    # Subscriber code.
    "code": "Abonent kodu",
    # Amount of the debt.
    "debt": "Borcun məbləği",
    # How it stands with the payment.
    "payment": "Ödənişin vəziyyəti",
    # Name, surname, patronymic of the subscriber.
    "holder": "Abonentin adı, soyadı, ata adı",
    # Present address.
    "address": "Hazırkı ünvan",
    # Number of persons served.
    "persons": "Xidmət göstərilən nəfər sayı",
    # Present kind of service.
    "services": "Hazırkı xidmət növü",
}


@question(BILLING, REFERENCE)
def no_debt(
    billing: Billing, reference: Reference, channel: str, subscriber_code: SubscriberCode
) -> Answer:
    """Nothing is owed for the code (SDC-030, SDC-034); a credit balance is no debt (AMB-76).

    Asked anew at each press, so that what was paid meanwhile counts, wherever it was (SDC-037).
    """
    rule = DEBT_ON_E_SU if channel == E_SU_AZ.key else DEBT_ON_E_GOV
    debt = billing.debt(subscriber_code)
    if debt <= NO_MONEY or not reference.applies(rule.key, rule.default):
        return True
    # There is a debt that is not paid: {amount}.
    return Fault("", "debt", "Ödənilməmiş borc var: {amount}.", {"amount": debt})


@question(BILLING)
def debt_of_code(billing: Billing, subscriber_code: SubscriberCode) -> list[tuple[str, object]]:
    """What is owed, and for which code (SDC-033)."""
    return [
        (TEXTS["code"], subscriber_code.value),
        (TEXTS["debt"], billing.debt(subscriber_code)),
    ]


@question(BILLING)
def debt_bill(billing: Billing, subscriber_code: SubscriberCode) -> Bill | Fault:
    """The whole debt, to be paid (SDC-035, AMB-55)."""
    debt = billing.debt(subscriber_code)
    if debt > NO_MONEY:
        # Debt for water; the purpose that the bank's page shows.
        return Bill(subscriber_code, debt, about="Su xidmətləri üzrə borc")
    # There is no debt any more. Press the button again to go on.
    return Fault("", "debt_gone", "Borc artıq yoxdur. Davam etmək üçün düyməni yenidən seçin.")


def not_given_back(facts: JourneyFacts) -> Answer:
    """Billing did not turn down what was paid in this request; it would do so again."""
    if facts.payment is None or not facts.payment.is_refunded:
        return True
    return Fault(
        "",
        "paid_in_vain",
        # The payment was not accepted, the money is given back to your card. To pay the debt
        # anew, make a new request.
        "Ödəniş qəbul edilmədi, məbləğ kartınıza qaytarılır. Borcu yenidən ödəmək üçün yeni "
        "müraciət yaradın.",
    )


@question()
def payment_so_far(payment: PaymentOrder) -> list[tuple[str, object]]:
    """How it stands with the payment begun last (SDC-036)."""
    return [(TEXTS["payment"], Phrase(payment.state_name))]


# --- questions: what the subscriber base says ---------------------------------------------------

# What stands for a stranger's data: not even as many dots as letters.
_HIDDEN = "•••"


@question(SUBSCRIBERS, REGISTERED_CODES)
def current_data(
    subscribers: Subscribers,
    registered: RegisteredCodes,
    person: Identity,
    subscriber_code: SubscriberCode,
) -> list[tuple[str, object]]:
    """What the base says of the code now (SDC-038, SDC-039); of somebody else's, hidden (AMB-21).

    What the base does not know is left out.
    """
    subscriber = subscribers.find(subscriber_code)
    if subscriber is None:  # it was there a moment ago, when its gate was asked
        return []
    own = is_own(subscriber_code, subscriber, registered.of(person.fin), person)
    personal: dict[str, object] = {
        "holder": subscriber.holder.full,
        "address": subscriber.address,
        "persons": subscriber.persons,
    }
    known = {
        "code": subscriber_code.value,
        **(personal if own else dict.fromkeys(personal, _HIDDEN)),
        "services": subscriber.services,
    }
    return [(TEXTS[key], value) for key, value in known.items() if value is not None]


@question(SUBSCRIBERS, REGISTERED_CODES)
def current_address(
    subscribers: Subscribers,
    registered: RegisteredCodes,
    person: Identity,
    subscriber_code: SubscriberCode,
) -> str:
    """The address to begin with (AMB-59)."""
    subscriber = own_subscriber(subscribers, registered, person, subscriber_code)
    return subscriber.address if subscriber else ""


@question(SUBSCRIBERS, REGISTERED_CODES)
def current_household(
    subscribers: Subscribers,
    registered: RegisteredCodes,
    person: Identity,
    subscriber_code: SubscriberCode,
) -> str:
    """The number of persons to begin with (AMB-59)."""
    subscriber = own_subscriber(subscribers, registered, person, subscriber_code)
    return str(subscriber.persons) if subscriber and subscriber.persons else ""


@question(SUBSCRIBERS, REGISTERED_CODES)
def current_services(
    subscribers: Subscribers,
    registered: RegisteredCodes,
    person: Identity,
    subscriber_code: SubscriberCode,
) -> str:
    """The kind of service to begin with (AMB-59)."""
    subscriber = own_subscriber(subscribers, registered, person, subscriber_code)
    return subscriber.services.value if subscriber and subscriber.services else ""


# --- the journey on e-gov.az, also entered from azersu.az (AMB-11) ------------------------------

ON_E_GOV = Journey(
    channel=E_GOV_AZ,
    rows="SDC-005 SDC-008",
    links=(
        EntryLink(
            AZERSU_AZ,
            way=(
                # Electronic services (AMB-10).
                WayStep("Elektron xidmətlər", "SDC-006"),
                WayStep(NAME, "SDC-006 ESU-185"),
            ),
            rows="SDC-006 SDC-008 SDC-009",
        ),
    ),
    # E-services, all services, those of Azərsu, change of a subscriber's data.
    way=(
        WayStep("E-XİDMƏTLƏR", "SDC-010"),
        WayStep("BÜTÜN XİDMƏTLƏR", "SDC-011"),
        WayStep("“Azərsu” ASC-nin təqdim etdiyi elektron xidmətlər", "SDC-003 SDC-012"),
        WayStep(NAME, "SDC-002 SDC-013"),
    ),
    sign_in=five_means("SDC-014", means=("SDC-015", "SDC-016", "SDC-017", "SDC-018", "SDC-019")),
    # Check the status of a request.
    status_place=StatusPlace(("Müraciətin statusunu yoxla",), rows="SDC-026 SDC-073"),
    pages=(
        Page(
            "rules",
            # Rules of use. By this service you apply for a change of a subscriber's data in the
            # subscriber base. The data and the documents have to be true; Azərsu checks them. If
            # there is a debt, the request goes on once it is paid.
            "İstifadə qaydaları",
            text="Bu xidmət vasitəsilə abonent bazasındakı məlumatların dəyişdirilməsi üçün "
            "müraciət edilir. Daxil edilən məlumatlar və yüklənən sənədlər həqiqətə uyğun "
            "olmalıdır; onları “Azərsu” ASC yoxlayır. Abonent kodu üzrə borc olduqda müraciət "
            "borc ödənildikdən sonra davam edir.",
            rows="SDC-020",
            ours=True,
            parts=(
                # I have read the rules and accept them.
                Ticked(
                    "accepted",
                    "Qaydaları oxudum və qəbul edirəm",
                    rows="SDC-021 SDC-022 SDC-023",
                ),
            ),
            buttons=(
                Button(
                    "continue",
                    "Davam et",
                    "home",
                    submits=("accepted",),
                    rows="SDC-022 SDC-023",
                    ours=True,
                ),
            ),
        ),
        Page(
            "home",
            NAME,
            rows="SDC-024",
            buttons=(
                Button("new_request", "Yeni müraciət yarat", "code", rows="SDC-024 SDC-025"),
                Button("status", "Müraciətin statusunu yoxla", "status", rows="SDC-024 SDC-026"),
            ),
        ),
        status_page(back_to="home", rows="SDC-026", list_rows="SDC-026 SDC-027 SDC-073"),
        Page(
            "code",
            "Yeni müraciət yarat",
            rows="SDC-025",
            parts=(
                Typed(
                    "subscriber_code",
                    gates=(code_may_be_used, code_is_residential),
                    rows="SDC-028 SDC-032",
                ),
            ),
            buttons=(
                Button(
                    "continue",
                    "Davam et",
                    (
                        To("current_data", when=(no_debt,), rows="SDC-030 SDC-031 SDC-038"),
                        To("debt", rows="SDC-033 SDC-034"),
                    ),
                    submits=("subscriber_code",),
                    rows="SDC-029 SDC-030 SDC-032",
                ),
            ),
        ),
        Page(
            "debt",
            # The subscriber's debt. Pay the debt to be able to go on.
            "Abonentin borcu",
            text="Əməliyyatı davam etdirə bilmək üçün borcu ödəyin.",
            rows="SDC-033 SDC-034",
            ours=True,
            parts=(
                # Information about the debt.
                Shown("Borc barədə məlumat", debt_of_code, rows="SDC-031 SDC-033"),
                # Payment.
                Shown("Ödəniş", payment_so_far, ours=True),
            ),
            buttons=(
                Button(
                    "pay",
                    "Borcu ödə",
                    (
                        To("current_data", when=(no_debt,), rows="SDC-037"),
                        To("paying", when=(not_given_back,), pays=debt_bill, rows="SDC-035"),
                    ),
                    rows="SDC-035 SDC-036",
                ),
                Button("back", "Geri", "code", ours=True),
            ),
        ),
        Page(
            "paying",
            # Payment of the debt. When you have paid on the page of the payment, go on here.
            "Borcun ödənilməsi",
            text="Ödəniş səhifəsində borcu ödədikdən sonra əməliyyatı buradan davam etdirin.",
            rows="SDC-036",
            ours=True,
            parts=(
                Shown("Borc barədə məlumat", debt_of_code, rows="SDC-037"),
                Shown("Ödəniş", payment_so_far, ours=True),
                # Open the page of the payment.
                PaymentLink("Ödəniş səhifəsini aç", ours=True),
            ),
            buttons=(
                Button(
                    "continue",
                    "Davam et",
                    (
                        To("current_data", when=(no_debt,), rows="SDC-036 SDC-037"),
                        To("debt", when=(payment_is_over,), rows="SDC-034"),
                    ),
                    rows="SDC-036",
                    ours=True,
                ),
            ),
        ),
        Page(
            "current_data",
            # The subscriber's data in the information system.
            "Abonentin informasiya sistemindəki məlumatları",
            rows="SDC-038",
            parts=(Shown("Hazırkı məlumatlar", current_data, rows="SDC-038 SDC-039"),),
            buttons=(Button("continue", "Davam et", "change", rows="SDC-040", ours=True),),
        ),
        Page(
            "change",
            NAME,
            # Enter the data that are to be changed.
            text="Dəyişdirilməli məlumatları daxil edin.",
            rows="SDC-040",
            parts=(
                # Present data, beside what is entered (AMB-59).
                Shown("Hazırkı məlumatlar", current_data, ours=True),
                Typed("registered_fin", rows="SDC-041 SDC-050"),
                Typed("address", prefill=current_address, rows="SDC-042 SDC-050"),
                Typed("household", prefill=current_household, rows="SDC-043 SDC-050"),
                Chosen(
                    "services", kinds_of_service, prefill=current_services, rows="SDC-044 SDC-050"
                ),
                Uploaded("ownership_document", rows="SDC-045 SDC-050"),
                Uploaded("family_certificate", rows="SDC-046 SDC-050"),
                Uploaded("use_document", rows="SDC-047 SDC-050"),
                Typed("email", rows="SDC-048 SDC-050"),
                Typed("phone", rows="SDC-049 SDC-050"),
            ),
            buttons=(
                Button(
                    "submit",
                    "Müraciət et",
                    # A debt may have come up, or the rule been switched on, since the code.
                    (To("registered", when=(no_debt,), rows="SDC-034"),),
                    submits=(
                        "registered_fin",
                        "address",
                        "household",
                        "services",
                        "ownership_document",
                        "family_certificate",
                        "use_document",
                        "email",
                        "phone",
                    ),
                    registers=True,
                    rows="SDC-050 SDC-052 SDC-055 SDC-056",
                ),
                Button("back", "Geri", "code", ours=True),
            ),
        ),
        Page(
            "registered",
            NAME,
            # Your request has been registered. Thank you for using our service. Its number: …
            message="Müraciətiniz qeydiyyata alındı. Xidmətimizdən istifadə etdiyiniz üçün sizə "
            "təşəkkür edirik. Müraciət nömrəniz: {number}",
            final=True,
            rows="SDC-053 SDC-054 SDC-055",
        ),
    ),
)


# --- the journey on e-su.az ---------------------------------------------------------------------

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="SDC-007 SDC-008",
    way=(
        WayStep("www.e-su.az", "SDC-075"),
        WayStep("E-xidmətlər", "SDC-077"),
        WayStep(NAME, "SDC-002 SDC-078 ESU-125"),
    ),
    sign_in=asan_login("SDC-076"),
    status_place=requests_on_e_su("SDC-089"),
    pages=(
        Page(
            "code",
            NAME,
            rows="SDC-079",
            parts=(
                Chosen(
                    "subscriber_code",
                    own_codes,
                    gates=(code_may_be_used, code_is_residential),
                    rows="SDC-079 SDC-080",
                ),
            ),
            buttons=(
                # Of a debt the manual speaks on e-gov.az alone; by AMB-03 it counts here, too.
                Button(
                    "choose",
                    "Təsdiq",
                    (To("change", when=(no_debt,)), To("debt")),
                    submits=("subscriber_code",),
                    rows="SDC-081",
                ),
            ),
        ),
        Page(
            "debt",
            "Abonentin borcu",
            text="Əməliyyatı davam etdirə bilmək üçün borcu ödəyin.",
            ours=True,
            parts=(
                Shown("Borc barədə məlumat", debt_of_code, ours=True),
                Shown("Ödəniş", payment_so_far, ours=True),
            ),
            buttons=(
                Button(
                    "pay",
                    "Borcu ödə",
                    (
                        To("change", when=(no_debt,)),
                        To("paying", when=(not_given_back,), pays=debt_bill),
                    ),
                    ours=True,
                ),
                Button("back", "Geri", "code", ours=True),
            ),
        ),
        Page(
            "paying",
            "Borcun ödənilməsi",
            text="Ödəniş səhifəsində borcu ödədikdən sonra əməliyyatı buradan davam etdirin.",
            ours=True,
            parts=(
                Shown("Borc barədə məlumat", debt_of_code, ours=True),
                Shown("Ödəniş", payment_so_far, ours=True),
                PaymentLink("Ödəniş səhifəsini aç", ours=True),
            ),
            buttons=(
                Button(
                    "continue",
                    "Davam et",
                    (To("change", when=(no_debt,)), To("debt", when=(payment_is_over,))),
                    ours=True,
                ),
            ),
        ),
        Page(
            "change",
            NAME,
            rows="SDC-082",
            parts=(
                # Chosen code.
                Recap("Seçilmiş kod", ("subscriber_code",), ours=True),
                Typed("registered_fin", rows="SDC-082 SDC-083"),
                Typed("address", prefill=current_address, rows="SDC-082 SDC-083"),
                Typed("household", prefill=current_household, rows="SDC-082 SDC-083"),
                Chosen(
                    "services", kinds_of_service, prefill=current_services, rows="SDC-082 SDC-083"
                ),
                Uploaded("ownership_document", rows="SDC-082 SDC-083"),
                Uploaded("family_certificate", rows="SDC-082 SDC-083"),
                Uploaded("use_document", rows="SDC-082 SDC-083"),
                Typed("email", rows="SDC-082 SDC-083"),
                Typed("phone", rows="SDC-082 SDC-083"),
                # I confirm that the data are right.
                Ticked(
                    "accuracy",
                    "Daxil edilən məlumatların düzgünlüyünü təsdiq edirəm",
                    rows="SDC-084 SDC-085",
                ),
            ),
            buttons=(
                Button(
                    "submit",
                    "Müraciət göndər",
                    (To("registered", when=(no_debt,)),),
                    submits=(
                        "registered_fin",
                        "address",
                        "household",
                        "services",
                        "ownership_document",
                        "family_certificate",
                        "use_document",
                        "email",
                        "phone",
                        "accuracy",
                    ),
                    registers=True,
                    rows="SDC-085 SDC-086 SDC-088",
                ),
                Button("back", "Geri", "code", ours=True),
            ),
        ),
        Page(
            "registered",
            NAME,
            # Your request has been recorded. Its number: …
            message="Müraciətiniz qeydə alındı. Müraciət nömrəniz: {number}",
            final=True,
            rows="SDC-087 SDC-088",
        ),
    ),
)


# --- who works on it, what they state, what the case asks of the world --------------------------

# Carries out the request (SDC-060).
OPERATOR = Role("operator", "Operator")
# Looks on site; the manual names the investigation, not who does it (SDC-069).
INSPECTOR = Role("inspector", "Yerində araşdırma aparan əməkdaş")

# Result of the investigation on site.
ON_SITE_RESULT = finding(
    "on_site_result",
    Remark,
    "Yerində araşdırmanın nəticəsi",
    example="Müraciətdəki məlumatlar yerində təsdiqləndi.",
    rows="SDC-068",
    ours=True,
)
# Reason of the refusal.
REASON = finding(
    "reason",
    Remark,
    "İmtinanın səbəbi",
    example="Mülkiyyət hüququnu təsdiq edən sənəd oxunmur.",
    told=True,
    ours=True,
)


# Find the staff concerned.
route = forwarding("subscriber_data_change", rows="SDC-057")


@effect(
    SUBSCRIBERS,
    label="Abonent bazasında dəyişiklik",
    then="data_changed",
    otherwise="change_failed",
    rows="SDC-063 SDC-068 SDC-070",
)
def change_data(
    subscribers: Subscribers,
    subscriber_code: SubscriberCode,
    registered_fin: Fin,
    address: Address,
    household: Household,
    services: ServiceKinds,
    key: str,
) -> None:
    """Write the change into the subscriber base, once for each order (SDC-070)."""
    change = SubscriberChange(registered_fin, address.value, household.persons, services)
    subscribers.change(subscriber_code, change, key)


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
        rows="SDC-053 SDC-087",
    )
    # Forwarded for execution: the staff concerned at Azərsu check the documents.
    forwarded = Status(
        "İcraya yönləndirildi",
        told="Müraciətiniz “Azərsu” ASC-nin aidiyyəti əməkdaşlarına icra üçün yönləndirilib; "
        "operator sənədlərin qaydasında olduğunu yoxlayır.",
        owner=OPERATOR,
        rows="SDC-057 SDC-060 SDC-061",
    )
    # Preliminary investigation on the data in the subscriber base.
    preliminary = Status(
        "İlkin araşdırma aparılır",
        told="Abonent bazasındakı məlumatlar üzrə ilkin araşdırma aparılır.",
        owner=OPERATOR,
        rows="SDC-060 SDC-062",
    )
    # Investigated on site, by clause 8.4 of the Rules for the Use of Water and clause 10 of the
    # Instruction on subscriber services (AMB-79).
    on_site = Status(
        "Yerində araşdırılır",
        told="“Sudan istifadə Qaydaları”nın 8.4-cü və “Abonent xidmətlərinə dair təlimat”ın 10-cu "
        "bəndinə uyğun olaraq yerində araşdırma aparılır.",
        owner=INSPECTOR,
        rows="SDC-065 SDC-066 SDC-067 SDC-069",
    )
    # The data are being changed in the subscriber base.
    changing = Status(
        "Məlumatlar dəyişdirilir",
        told="Abonent bazasında müvafiq dəyişikliklər edilir.",
        owner=SYSTEM,
        rows="SDC-063 SDC-068",
    )
    # The change is delayed; an operator is looking after it.
    change_delayed = Status(
        "Dəyişiklik gecikir",
        told="Abonent bazasında dəyişiklik gecikir; məsələ operatorun nəzarətindədir.",
        owner=OPERATOR,
        ours=True,
    )
    # Finalised: the data have been changed.
    finalised = Status(
        "Yekunlaşdı",
        told="İş yekunlaşıb, məlumatlarınız abonent bazasında dəyişdirilib.",
        final=True,
        ending=Ending.COMPLETED,
        rows="SDC-064",
    )
    # Execution refused: of this the manual says nothing (AMB-14).
    refused = Status(
        "İcrasından imtina edildi",
        told="Müraciətinizin icrasından imtina edilib.",
        final=True,
        ending=Ending.REFUSED,
        ours=True,
    )

    register = draft.to(registered, on=orders(route, rows="SDC-055 SDC-057 SDC-088"))
    # Forward for execution; without a unit.
    forward = registered.to(forwarded, cond=by(SYSTEM, label="İcraya yönləndir", rows="SDC-057"))
    forward_without_unit = registered.to(
        forwarded, cond=by(SYSTEM, label="Şöbə göstərilmədən yönləndir", ours=True)
    )
    # Confirm that the documents are in order.
    accept_documents = forwarded.to(
        preliminary,
        cond=by(
            OPERATOR,
            label="Sənədlərin qaydasında olduğunu təsdiqlə",
            rows="SDC-060 SDC-061 SDC-062",
        ),
    )
    # The two decisions of AMB-15. There is no discrepancy, and no visit is needed: change the data.
    find_no_discrepancy = preliminary.to(
        changing,
        cond=by(OPERATOR, label="Uyğunsuzluq yoxdur: məlumatları dəyişdir", rows="SDC-063"),
        on=orders(change_data, rows="SDC-063 SDC-070"),
    )
    # A visit is needed, with a discrepancy or without: order an investigation on site.
    order_on_site = preliminary.to(
        on_site, cond=by(OPERATOR, label="Yerində araşdırma təyin et", rows="SDC-065")
    )
    # Confirm the data on site: change them.
    confirm_on_site = on_site.to(
        changing,
        cond=[
            by(
                INSPECTOR,
                label="Yerində təsdiqlə: məlumatları dəyişdir",
                rows="SDC-068 SDC-069",
            ),
            needs(ON_SITE_RESULT, rows="SDC-068", ours=True),
        ],
        on=orders(change_data, rows="SDC-068 SDC-070"),
    )
    # Complete the change.
    data_changed = changing.to(
        finalised, cond=by(SYSTEM, label="Dəyişikliyi tamamla", rows="SDC-064")
    )
    # The change failed: back to the operator.
    change_failed = changing.to(
        change_delayed, cond=by(SYSTEM, label="Dəyişiklik alınmadı: operatora qaytar", ours=True)
    )
    # Try the change again.
    retry_change = change_delayed.to(
        changing,
        cond=by(OPERATOR, label="Dəyişikliyi təkrar et", ours=True),
        on=orders(change_data, ours=True),
    )
    # Refuse execution: the documents are not in order; there is a discrepancy and a visit would
    # not help; the data are not confirmed on site; the base does not take the change (AMB-14).
    refuse = (
        forwarded.to(
            refused,
            cond=[by(OPERATOR, label="İcrasından imtina et", ours=True), needs(REASON, ours=True)],
        )
        | preliminary.to(
            refused,
            cond=[by(OPERATOR, label="İcrasından imtina et", ours=True), needs(REASON, ours=True)],
        )
        | on_site.to(
            refused,
            cond=[by(INSPECTOR, label="İcrasından imtina et", ours=True), needs(REASON, ours=True)],
        )
        | change_delayed.to(
            refused,
            cond=[by(OPERATOR, label="İcrasından imtina et", ours=True), needs(REASON, ours=True)],
        )
    )


# --- notices: when and by what the manual says, the words are ours ------------------------------

_E_GOV = (E_GOV_AZ, AZERSU_AZ)
_E_SU = (E_SU_AZ,)
_BOTH = (Medium.EMAIL, Medium.SMS)
_ALL = (Medium.EMAIL, Medium.SMS, Medium.PORTAL)

# Subject, text and SMS on entering a state; of other states only the new status is told.
_WORDS = {
    "registered": REGISTERED,
    # Your request {number} has been forwarded to the staff concerned at Azərsu.
    "forwarded": (
        "Müraciət icraya yönləndirildi",
        (
            "{number} nömrəli müraciətiniz “Azərsu” ASC-nin aidiyyəti əməkdaşlarına icra üçün "
            "yönləndirildi."
        ),
        "{number} nömrəli müraciətiniz icraya yönləndirildi.",
    ),
    # The work on your request {number} is finalised, your data have been changed.
    "finalised": (
        "Müraciət yekunlaşdı",
        (
            "{number} nömrəli müraciətiniz üzrə iş yekunlaşdı, məlumatlarınız abonent bazasında "
            "dəyişdirildi."
        ),
        "{number} nömrəli müraciətiniz yekunlaşdı: məlumatlarınız dəyişdirildi.",
    ),
    "refused": REFUSED,
}


def _on_e_gov(
    state: str, media: tuple[Medium, ...], rows: str = "", *, ours: bool = False
) -> Notice:
    return Notice(_E_GOV, state, media, *_WORDS[state], rows=rows, ours=ours)


def _on_e_su(state: str, *, ours: bool = False) -> Notice:
    # Every status is told, and the portal is the third medium.
    words = _WORDS.get(state, NEW_STATUS)
    return Notice(_E_SU, state, _ALL, *words, rows="SDC-090 SDC-091 SDC-092", ours=ours)


NOTICES = (
    # None at the registration: the manual names none, and the screen tells the number (AMB-08).
    _on_e_gov("forwarded", _BOTH, "SDC-058 SDC-059"),
    _on_e_gov("finalised", _BOTH, "SDC-071 SDC-072"),
    # By all that there is, as for a debt investigation.
    _on_e_gov("refused", _ALL, ours=True),
    _on_e_su("registered"),
    _on_e_su("forwarded"),
    _on_e_su("preliminary"),
    _on_e_su("on_site"),
    _on_e_su("changing"),
    _on_e_su("change_delayed", ours=True),
    _on_e_su("finalised"),
    _on_e_su("refused", ours=True),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="subscriber_data_change",
    name=NAME,
    utility=AZERSU,
    version=1,
    manual="000 “Abonent məlumatlarının dəyişdirilməsi” elektron xidmətinin istifadə təlimatı",
    form=SubscriberDataChange,
    journeys=(ON_E_GOV, ON_E_SU),
    casework=Casework,
    notices=NOTICES,
    concerns="subscriber_code",
    reach={Medium.EMAIL: "email", Medium.SMS: "phone"},
    rows="SDC-001 SDC-002 SDC-004 ESU-184",
    switches=(DEBT_ON_E_GOV, DEBT_ON_E_SU, RESIDENTIAL),
)
