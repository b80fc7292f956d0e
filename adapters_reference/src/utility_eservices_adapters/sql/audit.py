"""The audit trail (audit izi): whether what is kept of cases is what happened to them.

Every case has a chain of links, one for each version (`utility_eservices_adapters.sql.chains`).
From time to time `chain_heads` puts the last links of all the chains that moved into one row of
heads, whose hash covers the row before it. `verify` reads everything and tells what does not fit.

What the trail proves and what it does not, the page of the store tells: whoever can rewrite every
table can rewrite the heads as well, unless the hash of a row of heads (`newest_head`) was written
down elsewhere.
"""

from __future__ import annotations

import enum
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial, reduce
from itertools import starmap
from operator import xor
from typing import Any, TypeVar

import attrs
from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    bindparam,
    func,
    select,
    tuple_,
    type_coerce,
    union,
    update,
)
from sqlalchemy.dialects import postgresql

from utility_eservices_adapters.sql.chains import (
    OF_CASE,
    ROOT_OF_HEADS,
    canonical,
    digest,
    digest_of_case,
    linked,
    root,
    written,
)
from utility_eservices_adapters.sql.database import Database, Row, Transaction
from utility_eservices_adapters.sql.schema import arrivals, audit, audit_heads, case_history, cases
from utility_eservices_adapters.sql.statement import Prepared
from utility_eservices_adapters.sql.texts import is_short

__all__ = ["Finding", "Flaw", "Head", "Progress", "chain_heads", "newest_head", "verify"]

T = TypeVar("T")
Progress = Callable[[int, int], object]

# --- heads --------------------------------------------------------------------------------------

_UNCOVERED = Prepared(
    select(audit.c.case_number, audit.c.place, audit.c.hash)
    .where(audit.c.head.is_(None))
    .order_by(audit.c.at)
    .limit(bindparam("most"))
)
_NEWEST_HEAD = Prepared(
    select(audit_heads.c.place, audit_heads.c.at, audit_heads.c.hash)
    .order_by(audit_heads.c.place.desc())
    .limit(1)
)
_ADD_HEAD = Prepared(
    postgresql.insert(audit_heads).on_conflict_do_nothing().inline(),
    ("place", "at", "record", "hash"),
)
_COVER = Prepared(
    update(audit)
    .where(
        audit.c.case_number == bindparam("number"),
        audit.c.place <= bindparam("until"),
        audit.c.head.is_(None),
    )
    .inline(),
    ("head",),
)


@attrs.frozen
class Head:
    """A row of heads: its place, when it was made, its hash."""

    place: int
    at: datetime
    hash: str


def newest_head(database: Database) -> Head | None:
    """The last row of heads, None before the first."""
    row = database.run(lambda transaction: transaction.one(_NEWEST_HEAD), reading=True)
    return None if row is None else Head(*row)


def chain_heads(database: Database, now: datetime, limit: int = 1000) -> int:
    """Cover links that are not covered yet by a row of heads; gives how many chains it names.

    It takes ``limit`` links at most, and writes nothing when there are none. Harmless while
    another does the same: one of them writes the row, the other gives 0.
    """

    def work(transaction: Transaction) -> int:
        # First: whoever covers the same links meanwhile takes the place behind this one.
        newest = transaction.one(_NEWEST_HEAD)
        chains: dict[str, tuple[int, str]] = {}
        for number, place, hashed in transaction.all(_UNCOVERED, most=limit):
            chains[number] = max(chains.get(number, (0, "")), (place, hashed))
        if not chains:
            return 0
        place, before = (newest[0] + 1, newest[2]) if newest else (1, ROOT_OF_HEADS)
        record = canonical({"place": place, "at": written(now), "chains": chains})
        made = {"place": place, "at": now, "record": record, "hash": linked(before, record)}
        if not transaction.do(_ADD_HEAD, **made):
            return 0
        covered = [
            {"number": number, "until": until, "head": place}
            for number, (until, _) in chains.items()
        ]
        transaction.many(_COVER, covered)
        return len(chains)

    return database.run(work)


# --- verifying ----------------------------------------------------------------------------------


class Flaw(enum.Enum):
    """What does not fit."""

    LINK_ALTERED = "link_altered"
    LINK_MISSING = "link_missing"
    CASE_ALTERED = "case_altered"
    CASE_ROLLED_BACK = "case_rolled_back"
    CASE_MISSING = "case_missing"
    CASE_UNLISTED = "case_unlisted"
    HISTORY_ALTERED = "history_altered"
    CHAIN_MISSING = "chain_missing"
    CHAIN_CUT = "chain_cut"
    HEAD_ALTERED = "head_altered"
    HEAD_MISSING = "head_missing"
    HEAD_UNKNOWN = "head_unknown"


@attrs.frozen
class Finding:
    """Something that does not fit: of which case, and at which place of its chain or the heads.

    ``case_number`` is empty for what concerns the heads, ``place`` None for a case as a whole.
    """

    flaw: Flaw
    case_number: str = ""
    place: int | None = None


def verify(
    database: Database, *, head: str = "", progress: Progress = lambda _done, _total: None
) -> Iterator[Finding]:
    """Recompute every chain, compare it with what is kept, and tell what does not fit.

    ``head`` is the hash of a row of heads that was written down earlier. ``progress`` is told how
    many cases and rows of heads are done, and how many there are. What is read at once is bounded,
    and hosts may go on meanwhile. Raises `PortFailure` errors.
    """
    total = database.run(_total, reading=True)
    newest = newest_head(database)
    # Whoever says that a link is covered keeps it from being so: what each row of heads covers by
    # the links themselves, as one figure, is compared with what it names.
    covers: defaultdict[int, int] = defaultdict(int)
    done = covered = 0
    for chains in _pages_of_chains(database):
        for chain in chains:
            yield from chain.findings()
            for head_of_link, place in chain.covered().items():
                covers[head_of_link] ^= _figure(chain.number, place)
                covered = max(covered, head_of_link)
        done += len(chains)
        progress(done, max(done, total))
    before, last, known = ROOT_OF_HEADS, 0, not head
    for heads in _pages_of_heads(database):
        for row in heads:
            flaw = _of_head(row, before, last)
            named = {} if flaw else _named_by(row)
            if flaw or named is None:
                yield Finding(flaw or Flaw.HEAD_ALTERED, place=last + 1)
            else:
                cut = list(_named(database, named))
                yield from cut
                # Rows that came meanwhile cover what was looked at before.
                old = newest is not None and row[0] <= newest.place
                if old and not cut and covers[row[0]] != reduce(xor, starmap(_figure, named), 0):
                    yield Finding(Flaw.HEAD_ALTERED, place=row[0])
            last, before = row[0], row[-1]
            known = known or before == head
        done += len(heads)
        progress(done, max(done, total))
    if covered > last:
        yield Finding(Flaw.HEAD_MISSING, place=last + 1)
    if not known:
        yield Finding(Flaw.HEAD_UNKNOWN)


_COUNTS = tuple(Prepared(select(func.count()).select_from(it)) for it in (cases, audit_heads))


def _total(transaction: Transaction) -> int:
    rows = (transaction.one(counted) for counted in _COUNTS)
    return sum(row[0] for row in rows if row)


def _whole(value: Any) -> int:
    """A number as a column keeps it: one on SQLite may have been made to keep anything."""
    return value if isinstance(value, int) else 0


def _said(record: Any) -> dict[str, Any]:
    """What a record says, nothing when it is none."""
    try:
        said = json.loads(record)
    except (ValueError, TypeError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _raw(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column as the driver gives it: whatever it was altered to can be read."""
    return type_coerce(column, Text())


# --- chains and their cases ---------------------------------------------------------------------

# How many chains are read at once.
_CHAINS = 200


def _numbers_in(column: ColumnElement[str]) -> Select[Any]:
    """The next numbers in a column."""
    numbers = select(column.label("number")).where(column > bindparam("after")).distinct()
    return select(numbers.order_by(column).limit(_CHAINS).subquery())


def _spanned(column: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(column > bindparam("after"), column <= bindparam("last"))


_everywhere = union(
    *map(_numbers_in, (cases.c.number, audit.c.case_number, case_history.c.case_number))
).subquery()
_NUMBERS = Prepared(select(_everywhere.c.number).order_by(_everywhere.c.number).limit(_CHAINS))
_CASES = Prepared(
    select(
        *(_raw(cases.c[name]) for name in OF_CASE),
        and_(arrivals.c.service == cases.c.service, arrivals.c.channel == cases.c.channel),
    )
    .outerjoin_from(
        cases,
        arrivals,
        and_(arrivals.c.sent_at == cases.c.sent_at, arrivals.c.serial == cases.c.serial),
    )
    .where(_spanned(cases.c.number))
)
_LINES = Prepared(
    select(case_history.c.case_number, case_history.c.entry)
    .where(_spanned(case_history.c.case_number))
    .order_by(case_history.c.case_number, case_history.c.place)
)
_LINKS = Prepared(
    select(
        audit.c.case_number,
        audit.c.place,
        _raw(audit.c.at),
        audit.c.record,
        audit.c.hash,
        audit.c.head,
    )
    .where(_spanned(audit.c.case_number))
    .order_by(audit.c.case_number, audit.c.place)
)


@attrs.frozen
class _Link:
    place: Any
    at: Any
    record: Any
    hash: Any
    head: Any

    def is_whole(self, before: str) -> bool:
        """Whether it follows on a hash, and its columns are what its record says."""
        said = _said(self.record)
        stands = (said.get("version"), said.get("at")) == (self.place, written(self.at))
        return stands and self.hash == linked(before, self.record)


@attrs.define
class _Chain:
    """All that is kept of one case; ``row`` is None when it has none itself."""

    number: str
    row: Mapping[str, Any] | None = None
    listed: bool = False
    lines: list[str] = attrs.field(factory=list)
    links: list[_Link] = attrs.field(factory=list)

    def findings(self) -> Iterator[Finding]:
        """What does not fit."""
        yield from self._of_links()
        if self.row is None:
            yield Finding(Flaw.CASE_MISSING, self.number)
        elif not self.links:
            yield Finding(Flaw.CHAIN_MISSING, self.number)
        else:
            yield from self._of_case(self.row, self.links[-1])

    def covered(self) -> dict[int, int]:
        """The rows of heads that cover it, each with the last place that it covers."""
        heads: dict[int, int] = {}
        for link in self.links:
            if head := _whole(link.head):
                heads[head] = max(heads.get(head, 0), _whole(link.place))
        return heads

    def _of_links(self) -> Iterator[Finding]:
        before, last = root(self.number), 0
        for link in self.links:
            place = _whole(link.place)
            if not link.is_whole(before):
                missing = place != last + 1
                flaw = Flaw.LINK_MISSING if missing else Flaw.LINK_ALTERED
                yield Finding(flaw, self.number, last + 1)
            before, last = str(link.hash), place

    def _of_case(self, row: Mapping[str, Any], newest: _Link) -> Iterator[Finding]:
        """Whether the case is what its last link vouches for."""
        version, said = row["version"], _said(newest.record)
        if version != newest.place:
            known = any(version == link.place for link in self.links)
            flaw = Flaw.CASE_ROLLED_BACK if known else Flaw.LINK_MISSING
            yield Finding(flaw, self.number, _whole(version))
            return
        if said.get("case") != digest_of_case(row):
            yield Finding(Flaw.CASE_ALTERED, self.number)
        if said.get("history") != digest(map(written, self.lines)):
            yield Finding(Flaw.HISTORY_ALTERED, self.number)
        if not self.listed:
            yield Finding(Flaw.CASE_UNLISTED, self.number)


def _pages_of_chains(database: Database) -> Iterator[list[_Chain]]:
    after = ""

    def work(transaction: Transaction) -> list[_Chain]:
        if not transaction.on_sqlite:
            # What several statements read is to be as it was at one moment.
            transaction.driver.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return _chains(transaction, after)

    while chains := database.run(work, reading=True):
        yield chains
        after = chains[-1].number


def _chains(transaction: Transaction, after: str) -> list[_Chain]:
    """The next chains with their cases, in the order of the numbers."""
    numbers = [number for (number,) in transaction.all(_NUMBERS, after=after)]
    found = {number: _Chain(number) for number in numbers}
    span = {"after": after, "last": numbers[-1] if numbers else after}
    for *values, listed in transaction.all(_CASES, **span):
        row = dict(zip(OF_CASE, values, strict=True))
        found[row["number"]].row = row
        found[row["number"]].listed = bool(listed)
    for number, line in transaction.all(_LINES, **span):
        found[number].lines.append(line)
    for number, *link in transaction.all(_LINKS, **span):
        found[number].links.append(_Link(*link))
    return list(found.values())


# --- the rows of heads --------------------------------------------------------------------------

# How many rows of heads are read at once, and how many links that they name.
_HEADS, _NAMED = 20, 500

_ROWS_OF_HEADS = Prepared(
    select(audit_heads.c.place, _raw(audit_heads.c.at), audit_heads.c.record, audit_heads.c.hash)
    .where(audit_heads.c.place > bindparam("after"))
    .order_by(audit_heads.c.place)
    .limit(_HEADS)
)


def _pages_of_heads(database: Database) -> Iterator[list[Row]]:
    after = 0

    def work(transaction: Transaction) -> list[Row]:
        return transaction.all(_ROWS_OF_HEADS, after=after)

    while rows := database.run(work, reading=True):
        yield rows
        after = rows[-1][0]


def _of_head(row: Row, before: str, last: int) -> Flaw | None:
    """What is wrong with a row of heads, which is to follow on the one before."""
    place, at, record, hashed = row
    said = _said(record)
    stands = (said.get("place"), said.get("at")) == (place, written(at))
    if stands and hashed == linked(before, record):
        return None
    return Flaw.HEAD_ALTERED if place == last + 1 else Flaw.HEAD_MISSING


def _figure(number: str, place: int) -> int:
    """What a covered chain counts for, whichever order they come in."""
    return int(digest((number, str(place))), 16)


def _named_by(row: Row) -> dict[tuple[str, int], str] | None:
    """The links that a row of heads names, with their hashes; None where it names none soundly."""
    chains = _said(row[2]).get("chains")
    named: dict[tuple[str, int], str] = {}
    for number, link in chains.items() if isinstance(chains, dict) else ():
        match link:
            case [int() as place, str() as hashed] if is_short(number) and 0 < place < 2**31:
                named[number, place] = hashed
            case _:
                return None
    return named or None


def _named(database: Database, named: Mapping[tuple[str, int], str]) -> Iterator[Finding]:
    """Whether the links that a row of heads names are there, and are the same."""
    keys = list(named)
    for start in range(0, len(keys), _NAMED):
        some = keys[start : start + _NAMED]
        kept = database.run(partial(_hashes, keys=some), reading=True)
        for key in some:
            if kept.get(key) != named[key]:
                yield Finding(Flaw.LINK_ALTERED if key in kept else Flaw.CHAIN_CUT, *key)


def _hashes(transaction: Transaction, keys: list[tuple[Any, Any]]) -> dict[tuple[Any, Any], str]:
    """The hashes of links, by case number and place."""
    link = tuple_(audit.c.case_number, audit.c.place)
    statement = select(audit.c.case_number, audit.c.place, audit.c.hash).where(link.in_(keys))
    found = transaction.connection.execute(statement)
    return {(number, place): hashed for number, place, hashed in found}
