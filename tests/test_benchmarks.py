"""The contenders of the benchmarks do the same work. Nothing is timed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import attrs
import pytest
from sqlalchemy import delete
from tests.postgresql import Server

from benchmarks import floor
from benchmarks.contenders import Library
from benchmarks.floor import NOTICES, TABLE, Floor
from benchmarks.journey import MOVES, TRANSITION, Contender, Move, Storing, disagreeing
from benchmarks.store import locking, transactions
from benchmarks.store.agreeing import disagreeing as keeping_other_rows
from benchmarks.store.clients import Contender as Keeping
from benchmarks.store.clients import Processes
from benchmarks.store.doing import Doing, raw
from benchmarks.store.places import Files, Kind, Place, Servers
from benchmarks.works import contenders, storing
from utility_eservices.casework.acts import Actor
from utility_eservices.casework.effect import EffectSpec
from utility_eservices.errors import ActionRefused, Fault
from utility_eservices.services.azersu.debt_investigation import SERVICE
from utility_eservices_adapters.sql.database import Database
from utility_eservices_adapters.sql.schema import effects

TAKING_PART = contenders()
IDS = [f"case{number}" for number in range(len(TAKING_PART))]


def walked(contender: Contender, moves: Sequence[Move]) -> object:
    """What a contender holds of a case after these moves."""
    held = contender.begin()
    for move in moves:
        contender.move(held, move)
    return held


def test_all_bring_the_journey_to_one_end() -> None:
    """Status, history, every instant and finding, and every effect's key are the same."""
    assert disagreeing(TAKING_PART) == []

    outcome = TAKING_PART[0].outcome(walked(TAKING_PART[0], MOVES))
    assert outcome.content["state"] == "finalised"
    assert len(outcome.content["history"]) == outcome.content["version"] == len(MOVES) == 8
    # Two effects, and a notice by three media on entering each of the eight.
    assert len(outcome.ordered) == 2 + 8 * 3


def test_the_stored_texts_are_of_one_length() -> None:
    """Neither side of the stored journey writes more, save for a few characters."""
    library, least = Library(), Floor()
    ours, theirs = library.begin(), least.begin()
    for move in MOVES:
        library.move(ours, move)
        least.move(theirs, move)
        text = library.dump(ours)
        written = len(text.head) + sum(map(len, text.history))
        assert 0.95 < written / len(least.dump(theirs)) < 1.05


@pytest.mark.parametrize("contender", storing(), ids=["floor", "library"])
def test_what_was_stored_goes_on_where_it_stood(contender: Storing) -> None:
    """A case read from its text before every move comes to the end that it comes to unread."""
    text = contender.dump(contender.begin())
    for move in MOVES:
        held = contender.load(text)
        contender.move(held, move)
        text = contender.dump(held)

    unread = contender.outcome(walked(contender, MOVES))
    assert contender.outcome(contender.load(text)).content == unread.content


class Forgetful(Floor):
    """A contender that leaves one row out."""

    name = "forgetful"

    def move(self, held: floor.Case, move: Move) -> None:
        """As the floor does, but for the last row of one transition."""
        super().move(held, move)
        if move is MOVES[TRANSITION]:
            held.ordered.pop()


def test_a_contender_that_does_less_is_found_out() -> None:
    """One missing row is a disagreement, whoever else agrees."""
    assert disagreeing([Floor(), Forgetful(), Floor()]) == ["forgetful"]


SOUND = MOVES[TRANSITION]
NOBODY = Actor("somebody-1", frozenset({"inspector"}))


@pytest.mark.parametrize(
    "move",
    [
        attrs.evolve(SOUND, actor=NOBODY),
        attrs.evolve(SOUND, findings={}, plain={}),
        attrs.evolve(SOUND, findings={}, plain={}, faults=(Fault("cause", "blank", "Boşdur."),)),
        attrs.evolve(SOUND, event="approve_correction"),
    ],
    ids=["role", "missing", "unsound", "elsewhere"],
)
@pytest.mark.parametrize("contender", TAKING_PART, ids=IDS)
def test_all_ask_the_same_guards(contender: Contender, move: Move) -> None:
    """Wrong role, missing or unsound finding, wrong status: refused, and nothing is recorded."""
    held = walked(contender, MOVES[:TRANSITION])
    before = contender.outcome(held)

    with pytest.raises(ActionRefused):
        contender.move(held, move)

    assert contender.outcome(held) == before
    contender.move(held, SOUND)
    assert contender.outcome(held).content["state"] == "at_commission"


def test_the_floor_is_the_service_s_own_casework() -> None:
    """Its table has every transition of the rulebook: guards, target, effects in their order."""
    rules = SERVICE.casework_rules.rules

    assert set(TABLE) == {(rule.source, rule.event) for rule in rules}
    for rule in rules:
        role, guards, target, ordered = TABLE[rule.source, rule.event]
        assert [role] == ([item.key for item in rule.roles] or [""])
        assert len(guards) == len(rule.guards)
        assert [fault.field for guard in guards for fault in guard(NO_ROLE, {}, ())] == [
            *([""] if role else []),
            *(item.key for item in rule.findings),
        ]
        assert target == rule.target
        effects: list[EffectSpec] = list(rule.marked("effect"))
        assert ordered == tuple((effect.name, "") for effect in effects)


NO_ROLE = Actor("nobody", frozenset())


def test_the_floor_sends_the_service_s_own_notices() -> None:
    """By portal, status and medium, each to the field that the service names."""
    expected = {
        (channel.key, notice.state): tuple(
            (notice.effect_name(medium), SERVICE.reach.get(medium, "")) for medium in notice.media
        )
        for notice in SERVICE.notices
        for channel in notice.channels
    }

    assert expected == NOTICES


# --- the store ----------------------------------------------------------------------------------


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> Kind:
    """Files, or databases of the server that all tests share."""
    if request.param == "sqlite":
        return Files(tmp_path, durable=False)
    server: Server = request.getfixturevalue("postgresql")
    return Servers(server)


def test_all_keep_the_same_rows(kind: Kind) -> None:
    """The store in each outfit, the raw driver and pgbench: case, history and effects alike."""
    taking_part: list[Keeping] = [*transactions.contenders(kind), *locking.WAYS]
    assert keeping_other_rows(kind, taking_part) == []


@contextmanager
def forgetful(place: Place) -> Iterator[Doing]:
    """Keeps everything but the notice that was settled."""
    with raw(place) as do, closing(Database(place.config)) as database:

        def forget(number: str) -> None:
            do(number)
            settled = delete(effects).where(effects.c.outcome == "done")
            database.run(lambda transaction: transaction.connection.execute(settled))

        yield forget


def test_who_keeps_fewer_rows_is_found_out(kind: Kind) -> None:
    """One missing row is a disagreement."""
    least = Processes("forgetful", forgetful)
    assert keeping_other_rows(kind, [transactions.RAW, least]) == ["forgetful"]
