"""Son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi (a statement of twelve months).

A household of “Azərsu” gives its subscriber code and sees at once, as an electronic certificate,
who the subscriber is and what was invoiced and paid in each of the last twelve months. Nothing is
sent: there is no request, no number, no status and no notice (ST-034).

Source: manual 002, figures 1 to 6 (rows ST-001 to ST-036), and manual 003, “Arayışlar” with the
only certificate that has survived (rows ESU-084 to ESU-105). What is ours and not the manuals' is
marked ``ours``.

>>> [journey.name for journey in SERVICE.journeys]
['e-gov.az', 'e-su.az']
>>> [page.key for page in SERVICE.journeys[0].pages], SERVICE.casework is None
(['code', 'statement'], True)
"""

from __future__ import annotations

from datetime import date

import attrs

from utility_eservices.casework.asking import question
from utility_eservices.casework.entrance import EntryLink, Means, SignInWindow, WayStep
from utility_eservices.casework.form import form_field
from utility_eservices.casework.journey import Journey
from utility_eservices.casework.page import Button, Chosen, Listed, Page, Shown, Typed
from utility_eservices.casework.service import Service
from utility_eservices.ports.access import Purpose
from utility_eservices.ports.billing import BILLING, Billing
from utility_eservices.ports.subscribers import SUBSCRIBERS, Subscribers
from utility_eservices.services.questions import may_use, own_codes, residential_only
from utility_eservices.services.windows import ASAN_LOGIN
from utility_eservices.vocabulary.channel import AZERSU_AZ, E_GOV_AZ, E_SU_AZ
from utility_eservices.vocabulary.language import Phrase
from utility_eservices.vocabulary.sign_in import (
    ASAN,
    E_GOV_ACCOUNT,
    E_GOV_IDENTITY,
    E_SIGNATURE_CARD,
)
from utility_eservices.vocabulary.statement import Heading, Statement, TwelveMonths
from utility_eservices.vocabulary.subscriber_code import AZERSU_CODE, SubscriberCode
from utility_eservices.vocabulary.utility import AZERSU

__all__ = ["SERVICE", "StatementRequest"]

# Giving invoice and payment data for the last 12 months, for water supply and the disposal of
# wastewater, to consumers of the residential group: the name in manual 002 (ST-001).
NAME = (
    "Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması "
    "xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi"
)
# Giving consumers invoice and payment data for the last 12 months: the name on e-su.az (DIF-23).
SHORT_NAME = "İstehlakçılara son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi"
# Electronic certificate.
CERTIFICATE = "ELEKTRON ARAYIŞ"


# --- the form ---------------------------------------------------------------------------------


@attrs.frozen
class StatementRequest:
    """What is asked: the statement of one code."""

    # Subscriber code.
    subscriber_code: SubscriberCode = form_field(
        "Abonent kodu", example="1020304050", parse=AZERSU_CODE.parse, rows="ST-013 ESU-084"
    )


# --- questions and gates ----------------------------------------------------------------------

# The holder's, or a registered one; any other existing code answers as an unknown one (AMB-21).
code_may_be_used = may_use(Purpose.SEE_STATEMENT)
# The manual names no group but this one and gives no words for the others (AMB-22).
household_only = residential_only(
    # This service is for consumers of the residential group only.
    "Bu xidmət yalnız əhali qrupu üzrə istehlakçılar üçündür.",
    purpose=Purpose.SEE_STATEMENT,
)
GATES = (code_may_be_used, household_only)

HEADING = Heading(
    AZERSU.short,
    # The open joint-stock company "Azersu" of the Republic of Azerbaijan.
    Phrase('Azərbaycan Respublikası "Azərsu" Açıq Səhmdar Cəmiyyəti'),
    # About the giving of ...: the name of the service, as the certificate's title has it.
    Phrase(
        '"Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması '
        'xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi" haqqında'
    ),
    Phrase(CERTIFICATE),
)

# The labels of the certificate.
TEXTS = {
    # Date of issue.
    "issued": "Verilmə tarixi",
    # Issued by; the certificate has the name alone, the label is ours.
    "issuer": "Arayışı verən",
    # Subject of the certificate; likewise.
    "about": "Arayışın mövzusu",
    # Subscriber code.
    "code": "Abonent kodu",
    # Name, surname, patronymic.
    "holder": "Adı, soyadı, ata adı",
    # Home address.
    "address": "Yaşayış ünvanı",
    # Number of persons served.
    "persons": "Xidmət göstərilən nəfər sayı",
    # Kind of service provided.
    "services": "Göstərilən xidmətin növü",
    # Type of the meter.
    "meter": "Sayğac tipi",
}


@question()
def heading(today: date) -> list[tuple[str, object]]:
    """When, by whom and about what the certificate is issued (ESU-087 to ESU-089)."""
    return [
        # As printed, whatever the reader's language.
        (TEXTS["issued"], today.isoformat()),
        (TEXTS["issuer"], HEADING.issuer),
        (TEXTS["about"], HEADING.about),
    ]


@question(SUBSCRIBERS)
def subscriber_data(
    subscribers: Subscribers, subscriber_code: SubscriberCode
) -> list[tuple[str, object]]:
    """The six lines of the certificate (ESU-091 to ESU-096, ST-023 to ST-028)."""
    subscriber = subscribers.find(subscriber_code)
    if subscriber is None:  # it was there a moment ago, when its gate was asked
        return []
    # The base does not say.
    unknown = Phrase("Məlumat yoxdur")
    return [
        (TEXTS["code"], subscriber_code.value),
        (TEXTS["holder"], subscriber.holder.full),
        (TEXTS["address"], subscriber.address),
        (TEXTS["persons"], unknown if subscriber.persons is None else subscriber.persons),
        (TEXTS["services"], subscriber.services.short if subscriber.services else unknown),
        # There is no meter.
        (TEXTS["meter"], subscriber.meter or Phrase("Sayğac yoxdur")),
    ]


def _account(billing: Billing, code: SubscriberCode, today: date) -> TwelveMonths:
    return TwelveMonths.of(billing.presented_invoices(code), billing.payments(code), today)


@question(BILLING)
def twelve_months(
    billing: Billing, subscriber_code: SubscriberCode, today: date
) -> list[tuple[object, ...]]:
    """The table, newest month first, with the row of the totals (ESU-097 to ESU-104)."""
    account = _account(billing, subscriber_code, today)
    rows: list[tuple[object, ...]] = [item.cells for item in account.months]
    # Total.
    totals = (Phrase("Cəmi: {total}", {"total": cell}) for cell in account.total_cells)
    return [*rows, ("", "", *totals)]


@question(SUBSCRIBERS, BILLING)
def statement(
    subscribers: Subscribers, billing: Billing, subscriber_code: SubscriberCode, today: date
) -> Statement | None:
    """The same as one value; None when the subscriber has gone meanwhile."""
    subscriber = subscribers.find(subscriber_code)
    if subscriber is None:
        return None
    return Statement(
        HEADING,
        today,
        subscriber.code,
        subscriber.holder,
        subscriber.address,
        subscriber.persons,
        subscriber.services,
        subscriber.meter,
        _account(billing, subscriber_code, today),
    )


# What is seen is the same on both portals: the certificate of manual 003.
CERTIFICATE_PARTS = (
    Shown(AZERSU.short, heading, rows="ESU-086 ESU-087 ESU-088 ESU-089"),
    Shown(
        CERTIFICATE,
        subscriber_data,
        rows="ST-023 ST-024 ST-025 ST-026 ST-027 ST-028 ST-033 ESU-090 ESU-091 ESU-092 ESU-093 "
        "ESU-094 ESU-095 ESU-096",
    ),
    Listed(
        # Invoice and payment data of the last 12 months: the table has no title of its own.
        "Son 12 ay üzrə faktura və ödəniş məlumatları",
        # Account year, account month, invoiced consumption, invoice amount, amount paid.
        (
            "Hesabat ili",
            "Hesabat ayı",
            "Faktura sərfiyyatı (m³)",
            "Faktura məbləği (AZN)",
            "Ödənilmiş məbləğ (AZN)",
        ),
        twelve_months,
        rows="ST-029 ST-030 ST-031 ST-032 ST-035 ESU-097 ESU-098 ESU-099 ESU-100 ESU-101 ESU-102 "
        "ESU-103 ESU-104 ESU-105",
        ours=True,
    ),
)


# --- the journey on e-gov.az, also entered from azersu.az (AMB-11) ------------------------------

ON_E_GOV = Journey(
    channel=E_GOV_AZ,
    rows="ST-002 ST-005",
    links=(
        EntryLink(
            AZERSU_AZ,
            way=(
                # Electronic services; manual 002 alone calls it “elektron müraciətlər” (AMB-10).
                WayStep("Elektron xidmətlər", "ST-004"),
                WayStep(NAME, "ST-004"),
            ),
            rows="ST-004 ST-008",
        ),
    ),
    way=(
        # Electronic services provided by the open joint-stock company "Azersu".
        WayStep(
            "“Azərsu” Açıq Səhmdar Cəmiyyətinin təqdim etdiyi elektron xidmətlər", "ST-002 ST-005"
        ),
        WayStep(NAME, "ST-007"),
    ),
    sign_in=SignInWindow(
        # Choose a sign-in means.
        "Giriş vasitəsini seçin",
        means=(
            Means(E_SIGNATURE_CARD, "ST-009"),
            Means(E_GOV_IDENTITY, "ST-010"),
            # Asan signature, in small letters as printed.
            Means(ASAN, "ST-011", "asan imza"),
            Means(E_GOV_ACCOUNT, "ST-012"),
        ),
        rows="ST-008",
    ),
    pages=(
        Page(
            "code",
            NAME,
            rows="ST-013",
            parts=(
                Typed(
                    "subscriber_code",
                    gates=GATES,
                    rows="ST-003 ST-013 ST-015 ST-016 ST-017 ST-018 ST-019",
                ),
            ),
            buttons=(
                Button(
                    "continue",
                    "Davam et",
                    "statement",
                    submits=("subscriber_code",),
                    rows="ST-014 ST-015 ST-018 ST-020",
                ),
            ),
        ),
        Page(
            "statement",
            NAME,
            parts=CERTIFICATE_PARTS,
            answer=statement,
            final=True,
            rows="ST-020 ST-021 ST-022 ST-033 ST-034",
        ),
    ),
)


# --- the journey on e-su.az ---------------------------------------------------------------------

ON_E_SU = Journey(
    channel=E_SU_AZ,
    rows="ST-006 ESU-084",
    way=(
        # Certificates.
        WayStep("Arayışlar", "ST-006 ESU-084"),
        WayStep(SHORT_NAME, "ESU-084"),
    ),
    sign_in=ASAN_LOGIN,
    pages=(
        Page(
            "code",
            SHORT_NAME,
            rows="ESU-084",
            parts=(
                Chosen(
                    "subscriber_code",
                    own_codes,
                    gates=GATES,
                    rows="ST-003 ESU-084",
                ),
            ),
            buttons=(
                Button(
                    "get",
                    # Get the certificate: the manual speaks of choosing alone.
                    "Arayışı əldə et",
                    "statement",
                    submits=("subscriber_code",),
                    rows="ESU-085",
                    ours=True,
                ),
            ),
        ),
        Page(
            "statement",
            SHORT_NAME,
            parts=CERTIFICATE_PARTS,
            answer=statement,
            final=True,
            rows="ESU-085",
        ),
    ),
)


# --- the service --------------------------------------------------------------------------------

SERVICE = Service(
    key="statement",
    name=NAME,
    utility=AZERSU,
    version=1,
    manual="002 “Əhali qrupu üzrə istehlakçılara su təchizatı və tullantı sularının axıdılması "
    "xidmətlərinə dair son 12 ay üzrə faktura və ödəniş məlumatlarının verilməsi” elektron "
    "xidmətinin istifadə təlimatı",
    form=StatementRequest,
    journeys=(ON_E_GOV, ON_E_SU),
    rows="ST-001",
)
