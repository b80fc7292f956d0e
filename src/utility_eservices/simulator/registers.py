"""What the state and the telephone companies know of the city's people.

>>> from utility_eservices.simulator.residents import ACCOUNTS, RESIDENTS
>>> data = CityCivilData(RESIDENTS, ACCOUNTS)
>>> data.find(RESIDENTS[0].fin).more
(('Qeydiyyat ünvanı', 'Bakı şəhəri, Nümunə küçəsi 1, mənzil 5'),)
>>> mobiles = CityMobiles()
>>> mobiles.disconnect(Phone.parse("050 200 10 20"))
>>> [mobiles.is_active(Phone.parse(text)) for text in ("050 200 10 20", "055 300 20 30")]
[False, True]
"""

from __future__ import annotations

import threading
from collections.abc import Iterable

from utility_eservices.ports.civil_data import CivilRecord
from utility_eservices.simulator.residents import Account, Resident
from utility_eservices.vocabulary.contact import Phone
from utility_eservices.vocabulary.fin import Fin

__all__ = ["CityCivilData", "CityMobiles"]


class CityCivilData:
    """The records of the residents: the name, the FIN, and the address of what they hold."""

    def __init__(self, residents: Iterable[Resident], accounts: Iterable[Account]) -> None:
        self._lock = threading.Lock()
        held = list(accounts)
        self._records = {
            resident.fin: CivilRecord(
                resident.full_name, resident.fin, _address(resident.fin, held)
            )
            for resident in residents
        }

    def find(self, fin: Fin) -> CivilRecord | None:
        """See `CivilData.find`."""
        with self._lock:
            return self._records.get(fin)

    def put(self, record: CivilRecord) -> None:
        """Take in a record, or put another in the place of the one with this FIN."""
        with self._lock:
            self._records[record.fin] = record

    def forget(self, fin: Fin) -> None:
        """Know nothing of a person any more."""
        with self._lock:
            self._records.pop(fin, None)


def _address(fin: Fin, accounts: Iterable[Account]) -> tuple[tuple[str, str], ...]:
    for account in accounts:
        if account.subscriber.holder_fin == fin:
            # Registered address; which rows there are is ours (AMB-53).
            return (("Qeydiyyat ünvanı", account.subscriber.address),)
    return ()


class CityMobiles:
    """Which mobile numbers are in use: all but those that were cut off."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._dead: set[Phone] = set()

    def is_active(self, phone: Phone) -> bool:
        """See `MobileCheck.is_active`."""
        with self._lock:
            return phone.is_mobile and phone not in self._dead

    def disconnect(self, *phones: Phone) -> None:
        """Let numbers be in use no longer."""
        with self._lock:
            self._dead.update(phones)
