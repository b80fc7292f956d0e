"""What must be so after a soak, whatever was killed when."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from sqlalchemy import select

from soak.world import Opened, World
from utility_eservices.casework.case import Case
from utility_eservices.casework.effect import Outcome
from utility_eservices.casework.notice import Medium
from utility_eservices.desk.codec import Codec
from utility_eservices.desk.moving import address
from utility_eservices.ports.case_store import CaseQuery
from utility_eservices_adapters.sql import schema
from utility_eservices_adapters.sql.audit import verify
from utility_eservices_adapters.sql.cases import SqlCases

__all__ = ["Found", "look"]

_PAGE = 200


@attrs.define
class Found:
    """What a soak came to; ``wrong`` says in words what should not be."""

    cases: int = 0
    acts: int = 0
    effects: int = 0
    repeated: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: list[str] = attrs.field(factory=list)


def look(world: World, opened: Opened) -> Found:
    """Look at everything, once all is settled."""
    found = Found()
    store = SqlCases(opened.database, Codec(opened.desk.catalogue))
    cases = {case.journey: case for case in _all(store)}
    _journeys(world, cases, found)
    _acts(world, cases, found)
    _effects(world, opened, cases.values(), found)
    found.wrong += [f"audit: {item}" for item in verify(opened.database)]
    return found


def _all(store: SqlCases) -> Iterator[Case[Any]]:
    after = None
    while page := store.find(CaseQuery(), _PAGE, after):
        yield from page
        after = page[-1].number


def _journeys(world: World, cases: dict[str, Case[Any]], found: Found) -> None:
    """Each journey that was sent has one case, with the number that was told; no other has."""
    lines = list(world.intents.lines())
    begun = {line["journey"] for line in lines if "journey" in line}
    told = {(line["sent"], line["number"]) for line in lines if "sent" in line}
    found.wrong += [f"{line['died']} ended by itself" for line in lines if "died" in line]
    found.cases = len(cases)
    numbers = Counter(case.number for case in cases.values())
    found.doubled += sum(count - 1 for count in numbers.values())
    for journey in begun - cases.keys():
        found.lost += 1
        found.wrong.append(f"the journey {journey} has no case")
    for journey in cases.keys() - begun:
        found.doubled += 1
        found.wrong.append(f"nobody sent the journey {journey}")
    for journey, number in told:
        if journey in cases and cases[journey].number != number:
            found.doubled += 1
            found.wrong.append(f"{number} was told, {cases[journey].number} is kept")


def _acts(world: World, cases: dict[str, Case[Any]], found: Found) -> None:
    """What an officer was told is done stands in the history once; no act stands there twice."""
    lines = list(world.intents.lines())
    done = {line["acted"] for line in lines if "acted" in line}
    stand = Counter(entry.actor for case in cases.values() for entry in case.history)
    for line in lines:
        if "acting" not in line:
            continue
        times = stand[line["acting"]]
        found.acts += times
        if times > 1:
            found.doubled += times - 1
            found.wrong.append(f"{line['number']}: an act stands {times} times")
        if line["acting"] in done and not times:
            found.lost += 1
            found.wrong.append(f"{line['number']}: an act that was told as done is not there")
    for case in cases.values():
        if case.version != len(case.history):
            found.wrong.append(f"{case.number}: version {case.version}, {len(case.history)} lines")


def _effects(world: World, opened: Opened, cases: Iterable[Case[Any]], found: Found) -> None:
    """Every effect came to an end; each notice was ordered, called for, and is there once."""
    outcomes, calls = _outcomes(opened), world.performed()
    found.effects = len(outcomes)
    found.repeated = sum(count > 1 for count in calls.values())
    pending = [key for key, outcome in outcomes.items() if outcome == Outcome.PENDING.value]
    found.wrong += [f"{key} is still pending" for key in pending]
    letters: set[str] = set()
    for case in cases:
        for key, medium in _notices(opened, case):
            if outcomes.get(key) != Outcome.DONE.value or not calls[key]:
                found.lost += 1
                found.wrong.append(f"{key} is {outcomes.get(key, 'not there')}")
            if medium is not Medium.PORTAL:
                letters.add(hashlib.sha256(key.encode()).hexdigest())
    written = Counter(path.stem for path in (world.folder / "letters").glob("[!.]*"))
    found.doubled += sum(count - 1 for count in written.values())
    found.wrong += [f"no file is there for {name}" for name in letters - written.keys()]
    found.wrong += [f"nobody ordered {name}" for name in written.keys() - letters]


def _outcomes(opened: Opened) -> dict[str, str]:
    table = schema.effects
    query = select(table.c.key, table.c.outcome)
    rows = opened.database.run(lambda it: it.connection.execute(query).all(), reading=True)
    return {row.key: row.outcome for row in rows}


def _notices(opened: Opened, case: Case[Any]) -> Iterator[tuple[str, Medium]]:
    """The keys of the notices that a case's moves order, with their media."""
    service = opened.desk.catalogue.of(case.service)
    for place, entry in enumerate(case.history):
        for name, _, medium in service.told(case.channel, entry.target):
            if medium is Medium.PORTAL or address(service, case, medium):
                yield f"{case.number}/{place}/{name}", medium
