"""Laws of the port `case_store`: see `utility_eservices.ports.case_store.CaseStore`.

The cases are requests of a service that ships with the library, and `CODEC` is what the store
under test is to be opened with.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Protocol

import attrs
import pytest

from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.effect import Effect, Outcome, Patience
from utility_eservices.conformance.laws.common import (
    MANY,
    at_once,
    keeps_silent,
    says_how_it_is,
    tells_not_now,
)
from utility_eservices.conformance.laws.world import World, requires
from utility_eservices.desk.catalogue import Catalogue
from utility_eservices.desk.codec import Codec
from utility_eservices.errors import PortRefused, StaleCase
from utility_eservices.ports.case_store import CaseCodec, CaseQuery, CaseStore
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.services.azersu.debt_investigation import SERVICE, DebtInvestigation
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import Document
from utility_eservices.vocabulary.fin import Fin
from utility_eservices.vocabulary.invoice import Invoice
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.month import Month
from utility_eservices.vocabulary.person import Assurance, Identity, PersonName
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.remark import Remark
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

__all__ = [
    "CODEC",
    "CaseStoreWorld",
    "test_case_store_brings_effects_longest_due_first",
    "test_case_store_counts_no_fewer_tries_than_were_made",
    "test_case_store_finds_by_folded_words",
    "test_case_store_finds_nothing_after_a_number_it_does_not_keep",
    "test_case_store_finds_the_newest_registration_first",
    "test_case_store_finds_what_fits",
    "test_case_store_gives_a_case_back_to_the_letter",
    "test_case_store_gives_a_failed_effect_another_run",
    "test_case_store_gives_effects_to_who_knows_their_service",
    "test_case_store_gives_no_number_twice",
    "test_case_store_keeps_all_at_once",
    "test_case_store_keeps_no_case_that_was_not_registered",
    "test_case_store_keeps_no_effect_that_was_not_ordered",
    "test_case_store_keeps_nothing_of_what_is_stale",
    "test_case_store_keeps_one_case_of_a_journey",
    "test_case_store_keeps_one_case_of_a_journey_that_comes_at_once",
    "test_case_store_keeps_one_version_of_those_saved_at_once",
    "test_case_store_keeps_the_next_version_alone",
    "test_case_store_knows_nothing_that_was_never_kept",
    "test_case_store_leaves_done_what_is_done",
    "test_case_store_lists_no_more_than_asked",
    "test_case_store_moves_a_case_once_by_an_outcome",
    "test_case_store_pages_through_everything_once",
    "test_case_store_remembers_after_a_restart",
    "test_case_store_says_how_it_is",
    "test_case_store_settles_nothing_by_what_is_stale",
    "test_case_store_tells_not_now_from_none",
    "test_case_store_writes_down_nothing_personal",
]

CODEC: CaseCodec = Codec(Catalogue((SERVICE,)))


class CaseStoreWorld(World[CaseStore], Protocol):
    """A store that was opened with `CODEC`."""


_NOW = datetime(2026, 11, 20, 9, 30, 15, 250000, tzinfo=UTC)
_HOUR = timedelta(hours=1)
# Invented people.
_FIN = "5XJ1K2A"
_PERSON = Identity(
    Fin(_FIN), PersonName("Gülər", "Şıxıyeva", "İlqar"), "sima", Assurance.SUBSTANTIAL
)
_NEIGHBOUR = Identity(Fin("6YK2L3B"), PersonName("Ağa", "Əliyev"), "asan", Assurance.HIGH)
_CODE = "1020304050"
_SERVICES = {SERVICE.key}
_ALL = 100_000


def _form(code: str) -> DebtInvestigation:
    month, amount, used = Month(2026, 9), Money.of("3.50"), Decimal("6.125")
    return DebtInvestigation(
        SubscriberCode(code),
        Invoice("F-2026-09-4050", month, amount, used, presented=True, from_reading=True),
        ReferenceItem("payment_missing", "Edilmiş ödəniş nəzərə alınmayıb"),
        MeterReading(Decimal("1254.5")),
        date(2026, 11, 20),
        Document("document-000001", "sayğac.png", "image/png", 67, "00" * 32),
        Phone("+994502001020"),
        Email("guler@example.com"),
    )


def _case(
    world: CaseStoreWorld,
    *,
    at: datetime = _NOW,
    applicant: Identity = _PERSON,
    code: str = _CODE,
    channel: str = "e-gov.az",
    journey: str = "",
) -> Case[Any]:
    """A case as it is registered, of a journey of its own."""
    number = f"LAW-{world.fresh()}"
    draft = Case(
        number,
        SERVICE.utility.key,
        SERVICE.key,
        SERVICE.version,
        channel,
        journey or f"journey-{number}",
        applicant,
        _form(code),
        code,
        "draft",
    )
    return _moved(draft, "registered", at)


def _moved(case: Case[Any], state: str, at: datetime = _NOW, **findings: Any) -> Case[Any]:
    return case.moved(Entry(at, "op-1", "operator", "event", case.state, state, findings))


def _effect(case: Case[Any], name: str, due: datetime = _NOW) -> Effect:
    return Effect.ordered(name, case.service, case.number, len(case.history) - 1, due)


def _due(port: CaseStore, case: Case[Any], now: datetime = _NOW) -> list[Effect]:
    """The due effects of one case, as they come."""
    found = port.due_effects(now, _SERVICES, _ALL)
    return [effect for effect in found if effect.case_number == case.number]


def _failed(port: CaseStore, case: Case[Any]) -> list[Effect]:
    return [item for item in port.failed_effects(_ALL) if item.case_number == case.number]


def _numbers(cases: tuple[Case[Any], ...]) -> list[str]:
    return [case.number for case in cases]


def _registered(world: CaseStoreWorld, **how: Any) -> Case[Any]:
    return world.port.register(_case(world, **how), ())


# --- registering --------------------------------------------------------------------------------


def test_case_store_gives_a_case_back_to_the_letter(case_store_world: CaseStoreWorld) -> None:
    """Form, findings, history and person come back as they were put in, found either way."""
    port, case = case_store_world.port, _case(case_store_world)
    assert port.register(case, ()) == case
    reason = Remark("Məbləğ “düz” deyil,\nİ ı Ə ə.")
    further = _moved(case, "correcting", corrected_amount=Money.of("2.10"), reason=reason)
    port.save(further, ())
    assert port.get(case.number) == further
    assert port.of_journey(case.journey) == further


def test_case_store_knows_nothing_that_was_never_kept(case_store_world: CaseStoreWorld) -> None:
    """Nothing is found under a number, a journey or a key that nobody gave."""
    port, unknown = case_store_world.port, case_store_world.fresh()
    _registered(case_store_world)
    assert port.get(unknown) is None
    assert port.of_journey(unknown) is None
    assert port.effect(unknown) is None


def test_case_store_keeps_one_case_of_a_journey(case_store_world: CaseStoreWorld) -> None:
    """Registering a journey again gives the case that is kept, and keeps nothing new."""
    world, journey = case_store_world, case_store_world.fresh()
    first, second = _case(world, journey=journey), _case(world, journey=journey)
    world.port.register(first, [_effect(first, "route")])
    assert world.port.register(second, [_effect(second, "route")]) == first
    assert world.port.get(second.number) is None
    assert _due(world.port, first) == [_effect(first, "route")]
    assert _due(world.port, second) == []


def test_case_store_keeps_one_case_of_a_journey_that_comes_at_once(
    case_store_world: CaseStoreWorld,
) -> None:
    """Of sixteen who register one journey at once all are given the one case that is kept."""
    world, journey = case_store_world, case_store_world.fresh()
    cases = [_case(world, journey=journey) for _ in range(MANY)]
    given = at_once(lambda n: world.port.register(cases[n], [_effect(cases[n], "route")]).number)
    assert len(set(given)) == 1
    kept = [case for case in cases if world.port.get(case.number)]
    assert [case.number for case in kept] == given[:1]
    assert [len(_due(world.port, case)) for case in cases] == [case in kept for case in cases]


def test_case_store_gives_no_number_twice(case_store_world: CaseStoreWorld) -> None:
    """A number that another journey's case has is refused, and that case stays as it is."""
    world = case_store_world
    first, second = _registered(world), _case(world)
    with pytest.raises(PortRefused):
        world.port.register(attrs.evolve(second, number=first.number), ())
    assert world.port.get(first.number) == first
    assert world.port.of_journey(second.journey) is None


# --- moving -------------------------------------------------------------------------------------


def test_case_store_keeps_the_next_version_alone(case_store_world: CaseStoreWorld) -> None:
    """A version that does not follow on the kept one is stale."""
    port, case = case_store_world.port, _registered(case_store_world)
    for version in (0, case.version, case.version + 2):
        with pytest.raises(StaleCase):
            port.save(attrs.evolve(_moved(case, "forwarded"), version=version), ())
    assert port.get(case.number) == case


def test_case_store_keeps_nothing_of_what_is_stale(case_store_world: CaseStoreWorld) -> None:
    """Neither the case nor the effects of a stale move are kept."""
    port, case = case_store_world.port, _registered(case_store_world)
    kept = _moved(case, "forwarded")
    port.save(kept, ())
    stale = _moved(case, "investigated")
    with pytest.raises(StaleCase):
        port.save(stale, [_effect(stale, "notice")])
    assert port.get(case.number) == kept
    assert port.effect(_effect(stale, "notice").key) is None
    assert _due(port, case) == []


def test_case_store_keeps_no_case_that_was_not_registered(case_store_world: CaseStoreWorld) -> None:
    """Saving makes no new case, nor effects of one."""
    port, case = case_store_world.port, _moved(_case(case_store_world), "forwarded")
    with pytest.raises(StaleCase):
        port.save(case, [_effect(case, "notice")])
    assert port.get(case.number) is None
    assert _due(port, case) == []


def test_case_store_keeps_one_version_of_those_saved_at_once(
    case_store_world: CaseStoreWorld,
) -> None:
    """Of sixteen who move a case at once one succeeds, with its own effects; all others know."""
    port, case = case_store_world.port, _registered(case_store_world)

    def save(number: int) -> str:
        mine = _moved(case, f"state-{number}")
        port.save(mine, [_effect(mine, f"effect-{number}")])
        return mine.state

    given = at_once(save)
    won = [item for item in given if isinstance(item, str)]
    assert sum(isinstance(item, StaleCase) for item in given) == MANY - 1
    kept = port.get(case.number)
    assert kept is not None
    assert [kept.state] == won
    effects = [effect.name for effect in _due(port, case)]
    assert effects == [state.replace("state", "effect") for state in won]


def test_case_store_keeps_all_at_once(case_store_world: CaseStoreWorld) -> None:
    """The move of a case, what it orders, and the effect that moved it are kept together."""
    port, case = case_store_world.port, _case(case_store_world)
    route = _effect(case, "route")
    port.register(case, [route])
    forwarded = _moved(case, "forwarded")
    notice = _effect(forwarded, "notice")
    port.save(forwarded, [notice], route.done())
    assert port.get(case.number) == forwarded
    assert port.effect(route.key) == route.done()
    assert port.effect(notice.key) == notice
    assert _due(port, case) == [notice]


def test_case_store_moves_a_case_once_by_an_outcome(case_store_world: CaseStoreWorld) -> None:
    """An effect that is no longer pending, or was never ordered, moves no case."""
    world = case_store_world
    for outcome in (Outcome.DONE, Outcome.FAILED, None):
        case = _case(world)
        route = _effect(case, "route")
        world.port.register(case, [route] if outcome else [])
        if outcome:
            world.port.settle(attrs.evolve(route, outcome=outcome, tries=1))
        settled, forwarded = world.port.effect(route.key), _moved(case, "forwarded")
        with pytest.raises(StaleCase):
            world.port.save(forwarded, [_effect(forwarded, "notice")], route.done())
        assert world.port.get(case.number) == case
        assert world.port.effect(route.key) == settled
        assert _due(world.port, case) == []


def test_case_store_settles_nothing_by_what_is_stale(case_store_world: CaseStoreWorld) -> None:
    """When the case moved on meanwhile, the effect that came too late stays due."""
    port, case = case_store_world.port, _case(case_store_world)
    route = _effect(case, "route")
    port.register(case, [route])
    port.save(_moved(case, "investigated"), ())
    with pytest.raises(StaleCase):
        port.save(_moved(case, "forwarded"), (), route.done())
    assert _due(port, case) == [route]


# --- effects ------------------------------------------------------------------------------------


def test_case_store_leaves_done_what_is_done(case_store_world: CaseStoreWorld) -> None:
    """A slower worker's failure does not undo what another has done, nor does a fresh run."""
    port, case = case_store_world.port, _case(case_store_world)
    route = _effect(case, "route")
    port.register(case, [route])
    port.settle(route.done())
    port.settle(route.failed("port_timeout", _NOW, Patience(), final=False))
    port.settle(route.failed("port_refused", _NOW, Patience(), final=True))
    port.settle(route)
    assert port.effect(route.key) == route.done()
    assert _due(port, case, _NOW + _HOUR * 24) == []


def test_case_store_gives_a_failed_effect_another_run(case_store_world: CaseStoreWorld) -> None:
    """One that failed for good is listed as such, until it begins again and is due."""
    port, case = case_store_world.port, _case(case_store_world)
    notice = _effect(case, "notice")
    port.register(case, [notice])
    failed = notice.failed("port_refused", _NOW, Patience(), final=True)
    port.settle(failed)
    assert (_failed(port, case), _due(port, case)) == ([failed], [])
    port.settle(failed.again(_NOW))
    assert (_failed(port, case), _due(port, case)) == ([], [failed.again(_NOW)])


def test_case_store_counts_no_fewer_tries_than_were_made(case_store_world: CaseStoreWorld) -> None:
    """Over what failed for good, and over more tries, an earlier failure keeps nothing."""
    port, case = case_store_world.port, _case(case_store_world)
    route = _effect(case, "route")
    port.register(case, [route])
    once = route.failed("port_timeout", _NOW, Patience(), final=False)
    twice = once.failed("port_unavailable", _NOW, Patience(), final=False)
    lost = twice.failed("port_refused", _NOW, Patience(), final=True)
    for state, expected in ((once, once), (twice, twice), (once, twice), (lost, lost)):
        port.settle(state)
        assert port.effect(route.key) == expected
    port.settle(twice)
    assert port.effect(route.key) == lost


def test_case_store_keeps_no_effect_that_was_not_ordered(case_store_world: CaseStoreWorld) -> None:
    """Settling what was never ordered makes no effect."""
    effect = _effect(_case(case_store_world), "route")
    case_store_world.port.settle(effect.done())
    assert case_store_world.port.effect(effect.key) is None


def test_case_store_gives_effects_to_who_knows_their_service(
    case_store_world: CaseStoreWorld,
) -> None:
    """A worker is given what is due of its own services alone."""
    port, case = case_store_world.port, _case(case_store_world)
    port.register(case, [_effect(case, "route")])
    other = {case_store_world.fresh()}
    assert [port.due_effects(_NOW, services, _ALL) for services in (other, ())] == [(), ()]
    found = port.due_effects(_NOW, {*other, *_SERVICES}, _ALL)
    assert _effect(case, "route") in found


def test_case_store_brings_effects_longest_due_first(case_store_world: CaseStoreWorld) -> None:
    """Effects come by their due time, to the fraction of a second, and only those due by now."""
    port, case = case_store_world.port, _case(case_store_world)
    due = {"c": _HOUR, "a": _HOUR * 0, "late": _HOUR + timedelta(microseconds=1), "b": _HOUR / 2}
    effects = [_effect(case, name, _NOW + after) for name, after in due.items()]
    port.register(case, effects)
    assert [effect.name for effect in _due(port, case, _NOW + _HOUR)] == ["a", "b", "c"]
    for effect in effects:
        port.settle(effect.failed("port_refused", _NOW, Patience(), final=True))
    assert [effect.name for effect in _failed(port, case)] == ["a", "b", "c", "late"]


def test_case_store_lists_no_more_than_asked(case_store_world: CaseStoreWorld) -> None:
    """Of more than are asked for, the first come: cases, due effects and failed ones."""
    world, port, channel = case_store_world, case_store_world.port, case_store_world.fresh()
    case = _case(world, channel=channel)
    effects = [_effect(case, name) for name in "abcd"]
    port.register(case, effects)
    newer = _registered(world, channel=channel, at=_NOW + _HOUR)
    for effect in effects[2:]:
        port.settle(effect.failed("port_refused", _NOW, Patience(), final=True))
    assert port.find(CaseQuery(channels=frozenset({channel})), 1) == (newer,)
    assert len(port.due_effects(_NOW, _SERVICES, 1)) == 1
    assert len(port.failed_effects(1)) == 1


# --- finding ------------------------------------------------------------------------------------


def test_case_store_finds_what_fits(case_store_world: CaseStoreWorld) -> None:
    """Each part of a query narrows, all together; a part left out does not."""
    world, channel = case_store_world, case_store_world.fresh()
    mine, shown = _registered(world, channel=channel), frozenset({channel})
    theirs = _registered(world, channel=channel, applicant=_NEIGHBOUR, code="2030405060")
    moved = _moved(theirs, "forwarded")
    world.port.save(moved, ())
    elsewhere = _registered(world)

    def found(**query: Any) -> list[str]:
        return _numbers(world.port.find(CaseQuery(**{"channels": shown, **query}), _ALL))

    both = sorted([mine.number, moved.number])
    assert sorted(found()) == both
    assert sorted(found(services=frozenset(_SERVICES))) == both
    assert found(applicant=_FIN) == found(concerns=_CODE) == [mine.number]
    assert found(places=frozenset({(SERVICE.key, "forwarded")})) == [moved.number]
    assert found(places=frozenset({("another", "forwarded")})) == []
    assert found(applicant=_FIN, concerns="2030405060") == []
    assert found(services=frozenset()) == found(channels=frozenset()) == []
    assert elsewhere.number in found(channels=None)


def test_case_store_finds_by_folded_words(case_store_world: CaseStoreWorld) -> None:
    """Words find number, code and name however they are typed, and signs mean but themselves."""
    world, channel = case_store_world, case_store_world.fresh()
    mine = _registered(world, channel=channel)
    theirs = _registered(world, channel=channel, applicant=_NEIGHBOUR, code="2030405060")
    world.port.save(_moved(mine, "forwarded"), ())

    def found(text: str, **query: Any) -> list[str]:
        asked = CaseQuery(channels=frozenset({channel}), text=text, **query)
        return sorted(_numbers(world.port.find(asked, _ALL)))

    for text in ("Şıxıyeva", "sixiyeva", "ŞIXIYEVA", "İlqar", "ILQAR", "ilqar", "xiye"):
        assert found(text) == [mine.number]
    for text in (mine.number.lower(), mine.number[4:].upper(), _CODE, f"\tguler  {_CODE[2:]} "):
        assert found(text) == [mine.number]
    for text in ("sixiyeva eliyev", "six%eva", "sixiyev_", "six*eva", "sixi\\yeva", "sixi'yeva"):
        assert found(text) == []
    assert found("eliyev aga") == [theirs.number]
    assert found("sixiyeva", applicant="6YK2L3B") == found(_FIN) == []
    assert found("") == found(" ") == sorted([mine.number, theirs.number])


def test_case_store_finds_the_newest_registration_first(case_store_world: CaseStoreWorld) -> None:
    """Order follows the instant of registration, not that of the last move."""
    world, channel = case_store_world, case_store_world.fresh()
    hours = (1, 3, 2)
    first, second, third = (
        _registered(world, channel=channel, at=_NOW + _HOUR * hour) for hour in hours
    )
    world.port.save(_moved(first, "forwarded", _NOW + _HOUR * 9), ())
    found = world.port.find(CaseQuery(channels=frozenset({channel})))
    assert _numbers(found) == [second.number, third.number, first.number]


def test_case_store_pages_through_everything_once(case_store_world: CaseStoreWorld) -> None:
    """Page by page all comes once, also of one instant, and though the last one seen moved on."""
    world, channel = case_store_world, case_store_world.fresh()
    for _ in range(5):
        _registered(world, channel=channel)
    place = frozenset({(SERVICE.key, "registered")})
    query = CaseQuery(channels=frozenset({channel}), places=place)
    everything = _numbers(world.port.find(query))
    first = world.port.find(query, 2)
    world.port.save(_moved(first[-1], "forwarded"), ())
    _registered(world, channel=channel, at=_NOW + _HOUR)
    second = world.port.find(query, 2, first[-1].number)
    third = world.port.find(query, 2, second[-1].number)
    assert [*_numbers(first), *_numbers(second), *_numbers(third)] == everything
    assert world.port.find(query, 2, third[-1].number) == ()


def test_case_store_finds_nothing_after_a_number_it_does_not_keep(
    case_store_world: CaseStoreWorld,
) -> None:
    """A page after an unknown number is empty, rather than the first page over again."""
    _registered(case_store_world)
    assert case_store_world.port.find(CaseQuery(), after=case_store_world.fresh()) == ()


# --- the back end -------------------------------------------------------------------------------


@requires("reopened")
def test_case_store_remembers_after_a_restart(case_store_world: CaseStoreWorld) -> None:
    """Cases, journeys, versions and effects are there after a restart, and on another host."""
    case = _case(case_store_world)
    case_store_world.port.register(case, [_effect(case, "route")])
    other = case_store_world.reopened()
    assert other.get(case.number) == case
    assert _due(other, case) == [_effect(case, "route")]
    again = _case(case_store_world, journey=case.journey)
    assert other.register(again, ()) == case
    other.save(_moved(case, "forwarded"), ())
    with pytest.raises(StaleCase):
        case_store_world.port.save(_moved(case, "investigated"), ())


@requires("switched_off")
def test_case_store_tells_not_now_from_none(case_store_world: CaseStoreWorld) -> None:
    """While it cannot be reached each call says so: no case passes for one never sent."""
    world, port, case = case_store_world, case_store_world.port, _registered(case_store_world)
    new, moved, effect = _case(world), _moved(case, "forwarded"), _effect(case, "route")
    tells_not_now(
        world,
        lambda: port.register(new, ()),
        lambda: port.save(moved, ()),
        lambda: port.settle(effect.done()),
        lambda: port.get(case.number),
        lambda: port.of_journey(case.journey),
        lambda: port.find(CaseQuery()),
        lambda: port.effect(effect.key),
        lambda: port.due_effects(_NOW, _SERVICES),
        port.failed_effects,
    )


def test_case_store_writes_down_nothing_personal(case_store_world: CaseStoreWorld) -> None:
    """Of form and applicant nothing stands in a log, an error or a repr."""
    world, port, case = case_store_world, case_store_world.port, _case(case_store_world)
    clash = attrs.evolve(_case(world), number=case.number)
    keeps_silent(
        world,
        [_FIN, "Şıxıyeva", "sixiyeva", _CODE, "502001020", "guler@example.com", "sayğac.png"],
        lambda: port.register(case, ()),
        lambda: port.register(clash, ()),
        lambda: port.get(case.number),
        lambda: port.find(CaseQuery(applicant=_FIN, concerns=_CODE, text="Şıxıyeva")),
    )


def test_case_store_says_how_it_is(case_store_world: CaseStoreWorld) -> None:
    """Its check finds nothing while it works, and advises something while it cannot."""
    says_how_it_is(case_store_world)
