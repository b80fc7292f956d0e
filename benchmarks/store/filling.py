"""Filling the tables at once, past the store: requests as if they had been sent and moved."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any, TypeAlias

import attrs

from benchmarks.journey import CODEC
from benchmarks.store.moving import AT, begun, number_of
from benchmarks.store.places import Place
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Effect
from utility_eservices.ports.case_store import CaseText, searched

__all__ = ["CHUNK", "Filling", "applicant_of"]

# How many requests are written before the bar moves.
CHUNK = 10_000

_COLUMNS = {
    "cases": "number journey utility service service_version channel applicant concerns state"
    " version lines sent_at head",
    "arrivals": "sent_at serial service channel folded",
    "case_history": "case_number place entry",
    "effects": "key name service case_number entry due tries outcome reason",
}

Rows: TypeAlias = Mapping[str, list[tuple[Any, ...]]]


def applicant_of(place: int, cases: int, each: int) -> str:
    """The FIN of whoever sent a request."""
    return f"{place % (cases // each):07}"


@attrs.frozen
class Filling:
    """What the requests have in common: how far they came, whose they are, where they stand.

    ``each`` is how many of them one applicant sent, strewn over the whole time. Where ``states``
    are given, they stand in those by turns, whatever their history says. ``told`` is whether the
    effects of the last move are there, still to be performed.
    """

    moves: int
    each: int
    states: tuple[str, ...] = ()
    told: bool = False

    def into(self, place: Place, cases: int) -> Iterator[int]:
        """Write so many requests; gives after each chunk how many there are."""
        case, ordered = begun(self.moves)
        pattern = _Pattern.of(case, ordered if self.told else ())
        states = self.states or (case.state,)
        with closing(_Sqlite(place) if place.on_sqlite else _Postgresql(place)) as loader:
            for first in range(1, cases + 1, CHUNK):
                rows: Rows = {table: [] for table in _COLUMNS}
                chunk = range(first, min(first + CHUNK, cases + 1))
                for at in chunk:
                    fin = applicant_of(at, cases, self.each)
                    pattern.add(rows, at, fin, states[at % len(states)])
                loader.write(rows)
                yield chunk[-1]


@attrs.frozen
class _Pattern:
    """One request, after which the others are made."""

    case: Case[Any]
    ordered: tuple[Effect, ...]
    text: CaseText
    head: str
    # What is looked for beside number and code.
    name: str

    @classmethod
    def of(cls, case: Case[Any], ordered: tuple[Effect, ...]) -> _Pattern:
        """The pattern after a case and what its last move ordered."""
        text = CODEC.dump(case)
        head = text.head.replace("%", "%%")
        for name, value in (
            ("number", case.number),
            ("journey", case.journey),
            ("fin", case.applicant.fin.value),
            ("code", case.concerns),
            ("state", case.state),
        ):
            head = head.replace(f'"{value}"', f'"%({name})s"')
        return cls(case, ordered, text, head, searched(case).split(" ", 2)[2])

    def add(self, rows: Rows, place: int, fin: str, state: str) -> None:
        """Add the rows of one request to those of its chunk."""
        case, number, code = self.case, number_of(place), f"{1_000_000_000 + place}"
        # As scattered as the tokens of real journeys are.
        journey = hashlib.blake2b(number.encode(), digest_size=16).hexdigest()
        sent_at = _instant(AT + timedelta(seconds=place))
        head = self.head % {
            "number": number, "journey": journey, "fin": fin, "code": code, "state": state
        }  # fmt: skip
        rows["cases"].append(
            (number, journey, case.utility, case.service, case.service_version, case.channel,
             fin, code, state, case.version, len(self.text.history), sent_at, head)
        )  # fmt: skip
        # The tables being empty before, the databases number the rows as we do.
        folded = f"{number.lower()} {code} {self.name}"
        rows["arrivals"].append((sent_at, place, case.service, case.channel, folded))
        rows["case_history"].extend((number, at, line) for at, line in enumerate(self.text.history))
        for effect in self.ordered:
            key = effect.key.replace(case.number, number)
            rows["effects"].append(
                (key, effect.name, effect.service, number, effect.entry, _instant(effect.due),
                 effect.tries, effect.outcome.value, effect.reason)
            )  # fmt: skip


def _instant(at: datetime) -> str:
    """As both databases take it."""
    return at.isoformat(timespec="microseconds")


class _Sqlite:
    """Writes into a file without a journal: who is interrupted begins anew."""

    def __init__(self, place: Place) -> None:
        self._file = place.file
        self._connection = sqlite3.connect(place.file, isolation_level=None)
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-256000"):
            self._connection.execute(f"PRAGMA {pragma}")

    def write(self, rows: Rows) -> None:
        """Write a chunk."""
        self._connection.execute("BEGIN")
        for table, columns in _COLUMNS.items():
            names = columns.split()
            marks = ", ".join("?" * len(names))
            self._connection.executemany(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})",  # noqa: S608
                rows[table],
            )
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Have everything on the disk, so that nobody pays for it later."""
        self._connection.close()
        with self._file.open("rb") as file:
            os.fsync(file.fileno())


class _Postgresql:
    """Writes by COPY."""

    def __init__(self, place: Place) -> None:
        self._connection = place.postgresql()

    def write(self, rows: Rows) -> None:
        """Write a chunk."""
        for table, columns in _COLUMNS.items():
            names = ", ".join(columns.split())
            with self._connection.cursor().copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows[table]:
                    copy.write_row(row)

    def close(self) -> None:
        """As it is after a while: statistics taken, everything on the disk."""
        self._connection.execute("VACUUM (ANALYZE)")
        self._connection.execute("CHECKPOINT")
        self._connection.close()
