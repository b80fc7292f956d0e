"""The people of the city, all of them invented, and what the utilities know of them.

Aysel and Kamran hold what they registered. Nigar has just moved in: the code of her home is
still in the name of the owner before her, whose FIN the subscriber base does not know. Orxan
keeps a bakery, a subscriber of the non-residential group.

>>> [resident.name for resident in RESIDENTS]
['Aysel', 'Kamran', 'Nigar', 'Orxan']
>>> RESIDENTS[0]
Resident(name='Aysel', fin=Fin(•••••2A))
"""

from __future__ import annotations

import attrs

from utility_eservices.ports.subscribers import Category, Subscriber
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.person import PersonName
from utility_eservices.vocabulary.subscriber_code import SubscriberCode
from utility_eservices.vocabulary.utility import AZERISHIQ, AZERSU

__all__ = [
    "ACCOUNTS",
    "AYSELS_CODE",
    "KAMRANS_CODE",
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
    PersonName("Aysel", "Quliyeva", "Vaqif"),
    "050 200 10 20",
    "aysel@example.com",
    ("1020304050", "10020030040"),
)
KAMRAN = Resident(
    "Kamran",
    "6YK2L3B",
    PersonName("Kamran", "Əliyev", "Rəşid"),
    "055 300 20 30",
    "kamran@example.com",
    ("2030405060", "200300400500600"),
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


def _account(
    utility: str,
    code: str,
    holder: Resident | PersonName,
    address: str,
    category: Category = Category.RESIDENTIAL,
) -> Account:
    if isinstance(holder, Resident):
        name, fin = holder.full_name, holder.fin
    else:
        name, fin = holder, None
    return Account(utility, Subscriber(SubscriberCode(code), name, fin, category, address))


ACCOUNTS = (
    _account(AZERSU.key, "1020304050", AYSEL, "Bakı şəhəri, Nümunə küçəsi 1, mənzil 5"),
    _account(AZERSU.key, "2030405060", KAMRAN, "Gəncə şəhəri, Nümunə küçəsi 2"),
    _account(AZERSU.key, "3040506070", _OWNER_BEFORE, "Bakı şəhəri, Nümunə küçəsi 3, mənzil 8"),
    _account(
        AZERSU.key,
        "4050607080",
        ORXAN,
        "Bakı şəhəri, Nümunə küçəsi 4",
        Category.NON_RESIDENTIAL,
    ),
    _account(AZERISHIQ.key, "10020030040", AYSEL, "Bakı şəhəri, Nümunə küçəsi 1, mənzil 5"),
    _account(AZERISHIQ.key, "200300400500600", KAMRAN, "Gəncə şəhəri, Nümunə küçəsi 2"),
)
