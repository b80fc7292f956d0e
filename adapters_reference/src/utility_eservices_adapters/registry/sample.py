"""A made-up data set: the manual's own sample, and as many invented subscribers as are asked for.

The folder ``manual`` beside this module has the first as export files: the twelve months of
manual 003, its payments and the amount of its payment form (NUM-01 to NUM-15), of the people whom
the library's simulator knows as well. The others are drawn by a seed; the same seed draws the same
files, byte by byte. Nobody of them exists.

>>> drawn = [*lines("azersu", "debts", subscribers=20, seed=1)]
>>> drawn == [*lines("azersu", "debts", subscribers=20, seed=1)]
True
>>> drawn[:2]
['code;amount', '2030405060;29.15']
>>> [*lines("azersu", "subscribers", subscribers=1, seed=1)][-1].split(";")[0]
'7000000000'
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib.resources import as_file, files
from itertools import chain
from pathlib import Path
from typing import TypeVar

import attrs

from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.utility import AZERISHIQ, AZERSU
from utility_eservices_adapters.registry.importing import bring_in
from utility_eservices_adapters.registry.kinds import KINDS
from utility_eservices_adapters.sql.database import Database

__all__ = ["KINDS_OF", "lines", "settle", "write"]

T = TypeVar("T")

# Which files each utility has.
KINDS_OF: Mapping[str, tuple[str, ...]] = {
    AZERSU.key: ("subscribers", "invoices", "payments", "debts", "readings"),
    AZERISHIQ.key: ("subscribers", "invoices", "payments", "debts", "metering-points"),
}
_MANUAL = files("utility_eservices_adapters.registry") / "manual"

# --- what is drawn from -------------------------------------------------------------------------

_MEN = (
    "Anar", "Ceyhun", "Elşən", "Emin", "Fərid", "Həsən", "İlqar", "Kənan", "Murad", "Nicat",
    "Orxan", "Ömər", "Rəşad", "Samir", "Şahin", "Tural", "Ülvi", "Vüqar", "Yusif", "Zaur",
)  # fmt: skip
_WOMEN = (
    "Aynur", "Aytən", "Çinarə", "Fidan", "Günel", "Xədicə", "İradə", "Könül", "Ləman", "Nərmin",
    "Pərvanə", "Sevda", "Şəbnəm", "Təranə", "Ülkər", "Vəfa", "Yeganə", "Zümrüd",
)  # fmt: skip
_SURNAMES = (
    "Abbasov", "Ağayev", "Babayev", "Cəfərov", "Hüseynov", "İsmayılov", "Qasımov", "Mustafayev",
    "Nəbiyev", "Orucov", "Piriyev", "Rüstəmov", "Şirinov", "Vəliyev", "Zeynalov",
)  # fmt: skip
_FIRMS = ("Bahar", "Çinar", "Dəniz", "Ələmdar", "Gilas", "İnci", "Nar", "Örnək", "Şəlalə", "Ümid")
_CITIES = (
    "Bakı", "Gəncə", "Lənkəran", "Mingəçevir", "Quba", "Naxçıvan", "Sumqayıt", "Şamaxı", "Şəki",
    "Yevlax",
)  # fmt: skip
_STREETS = ("Bahar", "Çinar", "Dəniz", "Gül", "Nar", "Nümunə", "Palıd", "Söyüd", "Üzüm", "Zeytun")
# As the manual's payments list names them.
_POINTS = ("Hökumət Ödəniş Portalı", "SmartPay ödəmə nöqtəsi", "e-Manat ödəmə nöqtəsi")
# The labels of metering points: a production hall, a store, an office.
_PLACES = ("İstehsal sahəsi", "Anbar", "Ofis")

_FIN_LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
# How the numbers of one and the next are apart: what comes of it looks like no counting, and no
# number comes twice, since neither has a factor in common with the size of its range.
_CODE_STEP, _CODES = 618_033_989, 10**9
_FIN_STEP, _FINS = 618_033_989, len(_FIN_LETTERS) ** 6
_FIRST_CODE = {AZERSU.key: 7 * 10**9, AZERISHIQ.key: 7 * 10**10}
# The last month with invoices, as in the simulator's city.
_LAST = Month(2026, 10)
_MONTHS = 6


class _Draw:
    """Chance by a seed: numbers and choices, one after the other."""

    def __init__(self, *seed: object) -> None:
        digest = hashlib.blake2b("/".join(map(str, seed)).encode(), digest_size=32).digest()
        self._rest = int.from_bytes(digest)

    def below(self, end: int) -> int:
        """A number from 0."""
        self._rest, found = divmod(self._rest, end)
        return found

    def of(self, items: tuple[T, ...]) -> T:
        """One of some."""
        return items[self.below(len(items))]

    def happens(self, percent: int) -> bool:
        """Whether something is so that is so of a share."""
        return self.below(100) < percent


@attrs.frozen
class _Subscriber:
    """What is the same in all files: the code, and what kind of subscriber it is."""

    utility: str
    place: int
    seed: int
    firm: bool
    metered: bool

    @classmethod
    def at(cls, utility: str, place: int, seed: int) -> _Subscriber:
        draw = _Draw(seed, "kind", utility, place)
        return cls(utility, place, seed, draw.happens(5), draw.happens(95))

    @property
    def code(self) -> str:
        return f"{_FIRST_CODE[self.utility] + self.place * _CODE_STEP % _CODES}"

    @property
    def holder(self) -> int:
        """Whose it is: one in ten has a second code, and at both utilities people are the same."""
        return self.place - 1 if self.place % 10 == 9 else self.place

    def draw(self, about: str) -> _Draw:
        return _Draw(self.seed, about, self.utility, self.place)


def _fin(person: int) -> str:
    # None of the people whom the simulator knows begins with a nought.
    number, letters = person * _FIN_STEP % _FINS, "0"
    for _ in range(6):
        number, letter = divmod(number, len(_FIN_LETTERS))
        letters += _FIN_LETTERS[letter]
    return letters


def _name(subscriber: _Subscriber) -> tuple[str, str, str]:
    """Surname, name, patronymic; of a firm its name alone."""
    draw = _Draw(subscriber.seed, "name", subscriber.holder)
    if subscriber.firm:
        # A limited liability company.
        return "", f"“{draw.of(_FIRMS)}-{subscriber.holder}” MMC", ""
    surname, father = draw.of(_SURNAMES), draw.of(_MEN)
    if draw.happens(50):
        return f"{surname}a", draw.of(_WOMEN), f"{father} qızı"
    return surname, draw.of(_MEN), f"{father} oğlu"


def _subscribers(it: _Subscriber) -> Iterator[tuple[object, ...]]:
    draw, water = it.draw("subscriber"), it.utility == AZERSU.key
    fin = "" if draw.happens(8) else _fin(it.holder)
    address = f"{draw.of(_CITIES)} şəhəri, {draw.of(_STREETS)} küçəsi {draw.below(200) + 1}"
    if not it.firm:
        address += f", mənzil {draw.below(120) + 1}"
    services = draw.of(("water", "water", "water_and_wastewater", "wastewater")) if water else ""
    persons = draw.below(7) + 1 if water and not it.firm else ""
    meter = draw.of(("M", "M", "M", "S")) if it.metered else ""
    category = "non_residential" if it.firm else "residential"
    contract = f"M-{it.code[-9:]}"
    yield (*_name(it), fin, category, address, contract, persons, services, meter)


def _invoices(it: _Subscriber) -> Iterator[tuple[object, ...]]:
    draw = it.draw("invoices")
    for back in range(_MONTHS):
        month = _LAST.minus(back)
        used = draw.below(30) if it.utility == AZERSU.key else ""
        amount = Money.from_qepik(draw.below(4000)).plain
        yield f"F-{month}-{it.code[-6:]}", month, amount, used, 1, int(it.metered)


def _payments(it: _Subscriber) -> Iterator[tuple[object, ...]]:
    draw = it.draw("payments")
    for number in range(draw.below(4)):
        day = f"{_LAST.minus(number)}-{draw.below(28) + 1:02}"
        yield f"Q-{it.code[-9:]}-{number}", day, draw.below(40) + 1, draw.of(_POINTS)


def _debts(it: _Subscriber) -> Iterator[tuple[object, ...]]:
    draw = it.draw("debts")
    if draw.happens(35):
        # A few have paid too much.
        yield (Money.from_qepik(draw.below(6000) - 500).plain,)


def _readings(it: _Subscriber) -> Iterator[tuple[object, ...]]:
    draw = it.draw("readings")
    if it.metered:
        yield (f"{draw.below(5000)}.{draw.below(10)}",)


def _metering_points(it: _Subscriber) -> Iterator[tuple[object, ...]]:
    draw = it.draw("points")
    for number in range(draw.below(3) + 1 if it.firm else 0):
        yield f"{it.code[-6:]}-{number + 1}", _PLACES[number]


_DRAWN: Mapping[str, Callable[[_Subscriber], Iterator[tuple[object, ...]]]] = {
    "subscribers": _subscribers,
    "invoices": _invoices,
    "payments": _payments,
    "debts": _debts,
    "readings": _readings,
    "metering-points": _metering_points,
}


# --- files ----------------------------------------------------------------------------------------


def lines(utility: str, kind: str, subscribers: int, seed: int) -> Iterator[str]:
    """The lines of one file: the manual's, then the rows of so many drawn subscribers."""
    return chain(_manual(utility, kind), _drawn(utility, kind, subscribers, seed))


def _manual(utility: str, kind: str) -> Iterable[str]:
    """What the manual and the simulator's people have of a kind; else the columns' names alone."""
    file = _MANUAL / utility / f"{kind}.csv"
    if file.is_file():
        return file.read_text("utf-8").splitlines()
    return [";".join(KINDS[kind].cells(utility))]


def _drawn(utility: str, kind: str, subscribers: int, seed: int) -> Iterator[str]:
    for place in range(subscribers):
        subscriber = _Subscriber.at(utility, place, seed)
        for row in _DRAWN[kind](subscriber):
            yield ";".join((subscriber.code, *map(str, row)))


def write(
    folder: Path, subscribers: int, seed: int, only: Collection[str] = tuple(KINDS)
) -> Iterator[tuple[str, str, Path]]:
    """Write files ``UTILITY/KIND.csv`` into a folder; gives utility, kind and path of each.

    ``subscribers`` is how many are drawn for each utility; ``only`` are the kinds to write.
    """
    for utility, kinds in KINDS_OF.items():
        (folder / utility).mkdir(parents=True, exist_ok=True)
        for kind in kinds:
            if kind not in only:
                continue
            path = folder / utility / f"{kind}.csv"
            with path.open("w", encoding="utf-8", newline="\n") as file:
                rows = lines(utility, kind, subscribers, seed)
                file.writelines(f"{line}\n" for line in rows)
            yield utility, kind, path


def settle(database: Database) -> None:
    """Bring the manual's sample, without anybody drawn, into the tables of a database."""
    for utility, kinds in KINDS_OF.items():
        for kind in kinds:
            file = _MANUAL / utility / f"{kind}.csv"
            if file.is_file():
                with as_file(file) as path:
                    bring_in(database, kind, utility, path)
