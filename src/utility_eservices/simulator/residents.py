"""The people of the city, all of them invented, and what the utilities know of them.

Aysel and Kamran hold what they registered, Kamran also a house without a meter. Nigar has just
moved in: the water code of her home is still in the name of the owner before her, whose FIN the
subscriber base does not know. Orxan keeps a bakery and a shop, a subscriber of the
non-residential group.

>>> [resident.name for resident in RESIDENTS]
['Aysel', 'Kamran', 'Nigar', 'Orxan']
>>> RESIDENTS[0]
Resident(name='Aysel', fin=Fin(•••••2A))
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from utility_eservices.ports.metering_points import MeteringPoint
from utility_eservices.ports.subscribers import Category, Subscriber
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.meter import MeterType
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.service_kind import ServiceKind, ServiceKinds
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices.vocabulary.utility import AZERISHIQ, AZERSU

__all__ = [
    "ACCOUNTS",
    "AYSELS_CODE",
    "KAMRANS_CODE",
    "LAST_READINGS",
    "METERING_POINTS",
    "PASSWORD",
    "RESIDENTS",
    "Account",
    "Resident",
]

# Everybody's, where a sign-in asks for one.
PASSWORD = "simulator"  # noqa: S105  # invented, and of invented people


def _codes(texts: tuple[str, ...]) -> tuple[SubscriberCode, ...]:
    return tuple(SubscriberCode(text) for text in texts)


@attrs.frozen
class Resident:
    """Somebody who can sign in.

    ``name`` is what scripts call them by; ``phone`` and ``email`` are what they would type;
    ``codes`` those registered in their profile, of any utility.
    """

    name: str
    fin: Fin = attrs.field(converter=Fin)
    full_name: PersonName = attrs.field(repr=False)
    phone: str = attrs.field(repr=False)
    email: str = attrs.field(repr=False)
    codes: tuple[SubscriberCode, ...] = attrs.field(default=(), converter=_codes, repr=False)


@attrs.frozen
class Account:
    """A subscriber, and the key of the utility that serves it."""

    utility: str
    subscriber: Subscriber


AYSEL = Resident(
    "Aysel",
    "5XJ1K2A",
    PersonName("Aysel", "Quliyeva", "Vaqif qızı"),
    "050 200 10 20",
    "aysel@example.com",
    ("1020304050", "10020030040"),
)
KAMRAN = Resident(
    "Kamran",
    "6YK2L3B",
    PersonName("Kamran", "Əliyev", "Rəşid oğlu"),
    "055 300 20 30",
    "kamran@example.com",
    ("2030405060", "5060708090", "200300400500600"),
)
NIGAR = Resident(
    "Nigar",
    "7ZM3N4C",
    PersonName("Nigar", "Həsənova", "İlqar"),
    "070 400 30 40",
    "nigar@example.com",
)
ORXAN = Resident(
    "Orxan",
    "8AP4R5D",
    PersonName("Orxan", "Məmmədli", "Elçin"),
    "077 500 40 50",
    "orxan@example.com",
    ("4050607080",),
)
RESIDENTS = (AYSEL, KAMRAN, NIGAR, ORXAN)

# The code of Nigar's new home.
_OWNER_BEFORE = PersonName("Rauf", "Səfərov", "Tofiq")

# Whose invoices are the sample of manual 003.
AYSELS_CODE = SubscriberCode("1020304050")
# Who owes something: the amount on the payment form of manual 003.
KAMRANS_CODE = SubscriberCode("2030405060")


_DIAL = MeterType("M")


def _account(
    utility: str,
    code: str,
    holder: Resident | PersonName,
    address: str,
    category: Category = Category.RESIDENTIAL,
    *,
    persons: int | None = None,
    services: ServiceKinds | None = None,
    meter: MeterType | None = _DIAL,
) -> Account:
    if isinstance(holder, Resident):
        name, fin = holder.full_name, holder.fin
    else:
        name, fin = holder, None
    contract = f"M-{code[-6:]}"
    subscriber = Subscriber(
        SubscriberCode(code), name, fin, category, address, contract, persons, services, meter
    )
    return Account(utility, subscriber)


_WATER = ServiceKinds.of(ServiceKind.WATER)
_BOTH = ServiceKinds.of(ServiceKind.WATER, ServiceKind.WASTEWATER)
_BAKERY = "Bakı şəhəri, Nümunə küçəsi 4"

ACCOUNTS = (
    # Persons, kind of service and meter are the sample's (NUM-11).
    _account(
        AZERSU.key,
        "1020304050",
        AYSEL,
        "Bakı şəhəri, Nümunə küçəsi 1, mənzil 5",
        persons=4,
        services=_WATER,
    ),
    _account(
        AZERSU.key,
        "2030405060",
        KAMRAN,
        "Gəncə şəhəri, Nümunə küçəsi 2",
        persons=3,
        services=_BOTH,
    ),
    _account(
        AZERSU.key,
        "5060708090",
        KAMRAN,
        "Gəncə şəhəri, Nümunə küçəsi 6",
        persons=2,
        services=_WATER,
        meter=None,
    ),
    _account(
        AZERSU.key,
        "3040506070",
        _OWNER_BEFORE,
        "Bakı şəhəri, Nümunə küçəsi 3, mənzil 8",
        persons=5,
        services=_BOTH,
    ),
    _account(
        AZERSU.key,
        "4050607080",
        ORXAN,
        _BAKERY,
        category=Category.NON_RESIDENTIAL,
        services=_BOTH,
    ),
    _account(AZERISHIQ.key, "10020030040", AYSEL, "Bakı şəhəri, Nümunə küçəsi 1, mənzil 5"),
    _account(AZERISHIQ.key, "200300400500600", KAMRAN, "Gəncə şəhəri, Nümunə küçəsi 2"),
    _account(AZERISHIQ.key, "40050060070", NIGAR, "Bakı şəhəri, Nümunə küçəsi 3, mənzil 8"),
    _account(AZERISHIQ.key, "300400500600700", ORXAN, _BAKERY, category=Category.NON_RESIDENTIAL),
    _account(
        AZERISHIQ.key,
        "300400500600800",
        ORXAN,
        "Sumqayıt şəhəri, Nümunə küçəsi 7",
        category=Category.NON_RESIDENTIAL,
    ),
)

# Of the head codes of the non-residential group.
METERING_POINTS = {
    SubscriberCode("300400500600700"): (
        # The bakery's hall, and its store.
        MeteringPoint("700-1", "Çörəkxana, istehsal sahəsi"),
        MeteringPoint("700-2", "Çörəkxana, anbar"),
    ),
    SubscriberCode("300400500600800"): (
        # The shop.
        MeteringPoint("800-1", "Mağaza"),
    ),
}

# What the utility's inspectors read last, in cubic metres.
LAST_READINGS = {
    AYSELS_CODE: MeterReading(Decimal(1240)),
    KAMRANS_CODE: MeterReading(Decimal(860)),
    SubscriberCode("3040506070"): MeterReading(Decimal(2315)),
    SubscriberCode("4050607080"): MeterReading(Decimal("5120.5")),
}
