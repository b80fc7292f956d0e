"""Pages of cases: which fit a query, newest registration first, with all that is kept of them.

Every page is one statement, compiled once for each shape that a query can have, and goes along an
index in the order in which its cases come: it costs what a page costs, however many are kept.
Words alone are looked for from case to case, in rows that are narrow for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import attrs
from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    bindparam,
    select,
    tuple_,
    union_all,
)
from sqlalchemy import case as either

from utility_eservices.ports.case_store import CaseQuery, CaseText, words_of
from utility_eservices_adapters.sql.database import Row
from utility_eservices_adapters.sql.schema import arrivals, case_history, cases
from utility_eservices_adapters.sql.statement import Prepared

__all__ = ["page", "texts"]

# How many selects SQLite puts together by one UNION is limited to 500.
_TOGETHER = 250
_ESCAPE = "/"


@attrs.frozen
class _Shape:
    """What a query narrows by, and by how many values: as much as its statement depends on."""

    applicant: bool
    concerns: bool
    channels: int
    services: int
    places: int
    words: int
    follows: bool


def page(query: CaseQuery, limit: int, last: Row | None) -> tuple[Prepared, dict[str, Any]]:
    """The statement for a page of cases, and its values; see `texts` for what its rows are.

    ``last`` is instant and serial of the last case seen; none of the sets in the query is empty.
    """
    words = words_of(query.text or "")
    channels, services = sorted(query.channels or ()), sorted(query.services or ())
    places = sorted(query.places or ())
    values: dict[str, Any] = {
        "most": limit,
        **{f"channel_{place}": channel for place, channel in enumerate(channels)},
        **{f"service_{place}": service for place, service in enumerate(services)},
        **{f"word_{place}": _containing(word) for place, word in enumerate(words)},
    }
    for place, (service, state) in enumerate(places):
        values |= {f"of_{place}": service, f"state_{place}": state}
    values |= {"applicant": query.applicant} if query.applicant is not None else {}
    values |= {"concerns": query.concerns} if query.concerns is not None else {}
    values |= {"last_at": last[0], "last": last[1]} if last else {}
    shape = _Shape(
        query.applicant is not None,
        query.concerns is not None,
        len(channels),
        len(services),
        len(places),
        len(words),
        last is not None,
    )
    return _statement(shape), values


def _containing(word: str) -> str:
    """The pattern for texts that contain a word, in which no sign stands for others."""
    for sign in (_ESCAPE, "%", "_"):
        word = word.replace(sign, _ESCAPE + sign)
    return f"%{word}%"


@lru_cache(maxsize=256)
def _statement(shape: _Shape) -> Prepared:
    """The cases of a page, a row for each line of history; the head stands with the first.

    One statement, so that what it gives was so at one moment.
    """
    page = _ranks(shape).subquery("page")
    return Prepared(
        select(either((case_history.c.place == 0, cases.c.head)), case_history.c.entry)
        .select_from(page)
        .join(cases, cases.c.serial == page.c.serial)
        .join(case_history, case_history.c.case_number == cases.c.number)
        .order_by(page.c.sent_at.desc(), page.c.serial.desc(), case_history.c.place)
    )


def _ranks(shape: _Shape) -> Select[Any]:
    """Which cases are on a page, found by an index in the order that they come in."""
    if not (shape.applicant or shape.concerns or shape.places):
        # Only what never changes is asked for.
        return _newest(arrivals, _narrowed(arrivals, shape))
    found = _narrowed(cases, shape)
    if shape.applicant:
        found.append(cases.c.applicant == bindparam("applicant"))
    if shape.concerns:
        found.append(cases.c.concerns == bindparam("concerns"))
    if not shape.places:
        return _newest(cases, found)
    # Each place has its cases in order; all of them together have none.
    parts = [_newest(cases, [*found, *_in_place(place)]) for place in range(shape.places)]
    while len(parts) > 1:
        parts = [
            _newest(union_all(*map(_apart, parts[start : start + _TOGETHER])).subquery(), [])
            for start in range(0, len(parts), _TOGETHER)
        ]
    return parts[0]


def _in_place(place: int) -> tuple[ColumnElement[bool], ...]:
    return (
        cases.c.service == bindparam(f"of_{place}"),
        cases.c.state == bindparam(f"state_{place}"),
    )


def _apart(part: Select[Any]) -> Select[Any]:
    """As a part of a compound, where SQLite lets nothing be ordered."""
    return select(part.subquery())


def _newest(source: FromClause, conditions: Iterable[ColumnElement[bool]]) -> Select[Any]:
    rank = (source.c.sent_at, source.c.serial)
    return (
        select(*rank)
        .where(*conditions)
        .order_by(*(column.desc() for column in rank))
        .limit(bindparam("most"))
    )


def _narrowed(source: Table, shape: _Shape) -> list[ColumnElement[bool]]:
    """The conditions on what both tables have, and on words."""
    found: list[ColumnElement[bool]] = []
    rank = (source.c.sent_at, source.c.serial)
    if shape.follows:
        last = (
            bindparam(name, type_=column.type)
            for name, column in zip(("last_at", "last"), rank, strict=True)
        )
        found.append(tuple_(*rank) < tuple_(*last))
    for column, number in ((source.c.channel, shape.channels), (source.c.service, shape.services)):
        if number:
            found.append(column.in_([bindparam(f"{column.name}_{n}") for n in range(number)]))
    searched = _searched(source)
    words = (searched.like(bindparam(f"word_{n}"), escape=_ESCAPE) for n in range(shape.words))
    return [*found, *words]


def _searched(source: Table) -> ColumnElement[str]:
    """What words are looked for in, one case after the other as they come by."""
    if source is arrivals:
        return arrivals.c.folded
    # A join would be free to go through all there are first.
    same = (arrivals.c.sent_at == source.c.sent_at, arrivals.c.serial == source.c.serial)
    return select(arrivals.c.folded).where(*same).scalar_subquery()


def texts(rows: Iterable[Sequence[Any]]) -> list[CaseText]:
    """The cases whose lines these are, in their order."""
    found: list[tuple[str, list[str]]] = []
    for head, entry in rows:
        if head is not None:
            found.append((head, []))
        found[-1][1].append(entry)
    return [CaseText(head, tuple(lines)) for head, lines in found]
