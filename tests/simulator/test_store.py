"""The case store in memory: what is kept at once, who comes first, how lists are paged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs
import pytest

from utility_eservices.casework.case import Case, Entry
from utility_eservices.casework.effect import Effect, Outcome, Patience
from utility_eservices.desk.catalogue import Catalogue, built_in_services
from utility_eservices.desk.codec import Codec
from utility_eservices.errors import PortRefused, StaleCase
from utility_eservices.ports.case_store import CaseQuery
from utility_eservices.ports.reference import ReferenceItem
from utility_eservices.services.azersu.debt_investigation import DebtInvestigation
from utility_eservices.simulator.city import City
from utility_eservices.simulator.sample import sample_invoices
from utility_eservices.simulator.store import MemoryStore, Shelf
from utility_eservices.vocabulary.contact import Email, Phone
from utility_eservices.vocabulary.document import Document
from utility_eservices.vocabulary.money import Money
from utility_eservices.vocabulary.person import Assurance, Identity
from utility_eservices.vocabulary.reading import MeterReading
from utility_eservices.vocabulary.subscriber_code import SubscriberCode

AtOnce = Callable[[Callable[[int], object]], list[object]]

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
EVERYTHING = CaseQuery()
PEOPLE = City().people
SERVICES = {"debt_investigation"}
CODEC = Codec(Catalogue(built_in_services()))


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore(CODEC)


def a_form(code: str = "1020304050") -> DebtInvestigation:
    subscriber_code = SubscriberCode(code)
    return DebtInvestigation(
        subscriber_code,
        sample_invoices(subscriber_code)[1],
        ReferenceItem("payment_missing", "Edilmiş ödəniş nəzərə alınmayıb"),
        MeterReading(Decimal("1254.5")),
        date(2026, 11, 20),
        Document("document-000001", "sayğac.png", "image/png", 67, "00" * 32),
        Phone("+994502001020"),
        Email("aysel@example.com"),
    )


def a_case(
    number: str,
    *,
    at: datetime = NOW,
    who: str = "Aysel",
    code: str = "1020304050",
    channel: str = "e-gov.az",
    journey: str = "",
) -> Case[Any]:
    """A case as it is registered."""
    resident = PEOPLE[who]
    identity = Identity(resident.fin, resident.full_name, "sima", Assurance.SUBSTANTIAL)
    draft = Case(
        number,
        "azersu",
        "debt_investigation",
        1,
        channel,
        journey or f"journey of {number}",
        identity,
        a_form(code),
        code,
        "draft",
    )
    return moved(draft, "registered", at)


def moved(case: Case[Any], state: str, at: datetime = NOW, **findings: Any) -> Case[Any]:
    return case.moved(Entry(at, "op-1", "operator", "event", case.state, state, findings))


def an_effect(case: Case[Any], name: str, due: datetime = NOW) -> Effect:
    return Effect.ordered(name, case.service, case.number, len(case.history) - 1, due)


def numbers(cases: tuple[Case[Any], ...]) -> list[str]:
    return [case.number for case in cases]


# --- registering --------------------------------------------------------------------------------


def test_a_case_comes_back_to_the_letter(store: MemoryStore) -> None:
    """What is read is equal to what was kept, form and findings typed, but made anew from text."""
    case = a_case("AZS-1")
    kept = store.register(case, ())
    assert kept == case
    assert kept is not case
    further = moved(kept, "correcting", corrected_amount=Money.of("2.10"))
    store.save(further, ())
    assert store.get("AZS-1") == further
    assert store.of_journey("journey of AZS-1") == further


def test_what_was_never_kept_is_not_there(store: MemoryStore) -> None:
    """Nothing is found under a number, a journey or a key that nobody gave."""
    assert store.get("AZS-1") is None
    assert store.of_journey("journey of AZS-1") is None
    assert store.effect("AZS-1/0/route") is None


def test_a_journey_sends_one_case(store: MemoryStore) -> None:
    """Registering a journey again gives the case that is kept, and keeps nothing new."""
    first, second = a_case("AZS-1", journey="j"), a_case("AZS-2", journey="j")
    store.register(first, [an_effect(first, "route")])
    assert store.register(second, [an_effect(second, "route")]).number == "AZS-1"
    assert store.get("AZS-2") is None
    assert [effect.case_number for effect in store.due_effects(NOW, SERVICES)] == ["AZS-1"]


def test_threads_that_register_one_journey_make_one_case(
    store: MemoryStore, at_once: AtOnce
) -> None:
    """However many register a journey at once, one case is kept, and all are given that one."""
    cases = [a_case(f"AZS-{number}", journey="j") for number in range(16)]
    given = at_once(lambda n: store.register(cases[n], [an_effect(cases[n], "route")]).number)
    (kept,) = numbers(store.find(EVERYTHING))
    assert given == [kept] * 16
    assert [effect.case_number for effect in store.due_effects(NOW, SERVICES)] == [kept]


def test_two_desks_share_the_cases_of_a_city() -> None:
    """A journey sent through one host is known to the other."""
    shelf = Shelf()
    MemoryStore(CODEC, shelf).register(a_case("AZS-1", journey="j"), ())
    assert MemoryStore(CODEC, shelf).register(a_case("AZS-2", journey="j"), ()).number == "AZS-1"


def test_a_number_is_not_given_twice(store: MemoryStore) -> None:
    """A number that another journey's case has is refused, and that case stays as it is."""
    first = store.register(a_case("AZS-1", journey="j"), ())
    with pytest.raises(PortRefused):
        store.register(a_case("AZS-1", journey="k"), ())
    assert store.get("AZS-1") == first
    assert store.of_journey("k") is None


# --- moving -------------------------------------------------------------------------------------


@pytest.mark.parametrize("version", [0, 1, 3])
def test_only_the_next_version_is_kept(store: MemoryStore, version: int) -> None:
    """A version that does not follow on the kept one is stale, and leaves nothing behind."""
    case = store.register(a_case("AZS-1"), ())
    stale = attrs.evolve(moved(case, "forwarded"), version=version)
    with pytest.raises(StaleCase):
        store.save(stale, [an_effect(stale, "notice")])
    assert store.get("AZS-1") == case
    assert store.due_effects(NOW, SERVICES) == ()


def test_a_case_never_registered_is_not_saved(store: MemoryStore) -> None:
    """Saving makes no new case."""
    with pytest.raises(StaleCase):
        store.save(moved(a_case("AZS-1"), "forwarded"), ())
    assert store.get("AZS-1") is None


def test_of_many_who_save_a_version_one_wins(store: MemoryStore, at_once: AtOnce) -> None:
    """Of sixteen who move a case at once one succeeds, with its own effects; all others know."""
    case = store.register(a_case("AZS-1"), ())

    def save(number: int) -> str:
        mine = moved(case, f"state-{number}")
        store.save(mine, [an_effect(mine, f"effect-{number}")])
        return mine.state

    results = at_once(save)
    (winner,) = [item for item in results if isinstance(item, str)]
    assert sum(isinstance(item, StaleCase) for item in results) == 15
    kept = store.get("AZS-1")
    assert kept is not None
    assert (kept.state, kept.version) == (winner, 2)
    (effect,) = store.due_effects(NOW, SERVICES)
    assert effect.name == winner.replace("state", "effect")


def test_case_effects_and_outcome_are_kept_at_once(store: MemoryStore) -> None:
    """The move of a case, what it orders, and the effect that moved it become visible together."""
    case = a_case("AZS-1")
    route = an_effect(case, "route")
    store.register(case, [route])
    forwarded = moved(case, "forwarded")
    notice = an_effect(forwarded, "notice")
    store.save(forwarded, [notice], route.done())
    assert store.get("AZS-1") == forwarded
    assert store.effect(route.key) == route.done()
    assert store.due_effects(NOW, SERVICES) == (notice,)


@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.FAILED])
def test_an_outcome_moves_a_case_once(store: MemoryStore, outcome: Outcome) -> None:
    """An effect that is settled already moves nothing: neither case nor effects are kept."""
    case = a_case("AZS-1")
    route = an_effect(case, "route")
    store.register(case, [route])
    settled = attrs.evolve(route, outcome=outcome, tries=1)
    store.settle(settled)
    forwarded = moved(case, "forwarded")
    with pytest.raises(StaleCase):
        store.save(forwarded, [an_effect(forwarded, "notice")], route.done())
    assert store.get("AZS-1") == case
    assert store.effect(route.key) == settled
    assert store.due_effects(NOW, SERVICES) == ()


def test_a_stale_case_settles_nothing(store: MemoryStore) -> None:
    """When the case has moved on meanwhile, the effect stays due."""
    case = a_case("AZS-1")
    route = an_effect(case, "route")
    store.register(case, [route])
    store.save(moved(case, "investigated"), ())
    with pytest.raises(StaleCase):
        store.save(moved(case, "forwarded"), (), route.done())
    assert store.due_effects(NOW, SERVICES) == (route,)


def test_an_effect_that_was_never_ordered_moves_no_case(store: MemoryStore) -> None:
    """An outcome of an effect that the store does not know is stale."""
    case = store.register(a_case("AZS-1"), ())
    with pytest.raises(StaleCase):
        store.save(moved(case, "forwarded"), (), an_effect(case, "route").done())
    assert store.get("AZS-1") == case


# --- effects ------------------------------------------------------------------------------------


def test_what_is_done_stays_done(store: MemoryStore) -> None:
    """A slower worker's failure does not undo what another has done."""
    case = a_case("AZS-1")
    route = an_effect(case, "route")
    store.register(case, [route])
    store.settle(route.done())
    store.settle(route.failed("port_timeout", NOW, Patience(), final=False))
    store.settle(route.failed("port_refused", NOW, Patience(), final=True))
    assert store.effect(route.key) == route.done()
    assert store.due_effects(NOW + timedelta(days=1), SERVICES) == ()


def test_a_failed_effect_can_be_given_another_run(store: MemoryStore) -> None:
    """One that failed for good is listed as such, until it is due again."""
    case = a_case("AZS-1")
    notice = an_effect(case, "notice")
    store.register(case, [notice])
    failed = notice.failed("port_refused", NOW, Patience(), final=True)
    store.settle(failed)
    assert (store.failed_effects(), store.due_effects(NOW, SERVICES)) == ((failed,), ())
    store.settle(failed.again(NOW))
    assert (store.failed_effects(), store.due_effects(NOW, SERVICES)) == ((), (failed.again(NOW),))


def test_a_slow_worker_revives_nothing(store: MemoryStore) -> None:
    """Over what failed for good, and over more tries, an earlier failure keeps nothing."""
    case = a_case("AZS-1")
    route = an_effect(case, "route")
    store.register(case, [route])
    once = route.failed("port_timeout", NOW, Patience(), final=False)
    twice = once.failed("port_timeout", NOW, Patience(), final=False)
    store.settle(twice)
    store.settle(once)
    assert store.effect(route.key) == twice
    lost = twice.failed("port_refused", NOW, Patience(), final=True)
    store.settle(lost)
    store.settle(twice)
    assert store.effect(route.key) == lost


def test_a_worker_is_given_what_it_knows(store: MemoryStore) -> None:
    """Effects of other services are for other workers."""
    case = a_case("AZS-1")
    store.register(case, [an_effect(case, "route")])
    assert store.due_effects(NOW, {"another_service"}) == ()
    assert store.due_effects(NOW, ()) == ()


def test_nothing_is_kept_of_an_effect_nobody_ordered(store: MemoryStore) -> None:
    """Settling what was never ordered makes no effect."""
    effect = an_effect(a_case("AZS-1"), "route")
    store.settle(effect)
    assert store.effect(effect.key) is None


def test_effects_come_longest_due_first(store: MemoryStore) -> None:
    """Due effects come by their due time, of equals the first ordered, and only those due."""
    case = a_case("AZS-1")
    due = [("b", 1), ("a", 1), ("c", 0), ("late", 2)]
    effects = [an_effect(case, name, NOW + timedelta(hours=hours)) for name, hours in due]
    store.register(case, effects)
    soon = NOW + timedelta(hours=1)
    assert [effect.name for effect in store.due_effects(soon, SERVICES)] == ["c", "b", "a"]
    assert [effect.name for effect in store.due_effects(soon, SERVICES, limit=2)] == ["c", "b"]
    for effect in effects:
        store.settle(effect.failed("port_refused", NOW, Patience(), final=True))
    assert [effect.name for effect in store.failed_effects(limit=3)] == ["c", "b", "a"]


# --- finding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (EVERYTHING, ["AZS-3", "AZS-2", "AZS-1"]),
        (CaseQuery(applicant="5XJ1K2A"), ["AZS-2", "AZS-1"]),
        (CaseQuery(concerns="2030405060"), ["AZS-3", "AZS-2"]),
        (CaseQuery(channels=frozenset({"e-su.az"})), ["AZS-1"]),
        (CaseQuery(channels=frozenset()), []),
        (CaseQuery(services=frozenset({"debt_investigation"})), ["AZS-3", "AZS-2", "AZS-1"]),
        (CaseQuery(services=frozenset({"other"})), []),
        (CaseQuery(places=frozenset({("debt_investigation", "forwarded")})), ["AZS-3"]),
        (CaseQuery(places=frozenset({("other", "forwarded")})), []),
        (CaseQuery(applicant="5XJ1K2A", concerns="2030405060"), ["AZS-2"]),
    ],
)
def test_a_query_narrows(store: MemoryStore, query: CaseQuery, found: list[str]) -> None:
    """Each part of a query narrows, all together; a part left out does not."""
    store.register(a_case("AZS-1", channel="e-su.az"), ())
    store.register(a_case("AZS-2", code="2030405060"), ())
    third = store.register(a_case("AZS-3", who="Kamran", code="2030405060"), ())
    store.save(moved(third, "forwarded"), ())
    assert numbers(store.find(query)) == found


def test_the_newest_registration_comes_first(store: MemoryStore) -> None:
    """Order follows the instant of registration, not the last move; of equals the later kept."""
    later = NOW + timedelta(hours=1)
    for number, at in (("AZS-1", NOW), ("AZS-2", later), ("AZS-3", NOW), ("AZS-4", NOW)):
        store.register(a_case(number, at=at), ())
    first = store.get("AZS-1")
    assert first is not None
    store.save(moved(first, "forwarded", later + timedelta(hours=1)), ())
    assert numbers(store.find(EVERYTHING)) == ["AZS-2", "AZS-4", "AZS-3", "AZS-1"]


def test_pages_follow_on_one_another(store: MemoryStore) -> None:
    """Page by page everything comes once, even when the last one seen fits no longer."""
    for number in range(1, 6):
        store.register(a_case(f"AZS-{number}"), ())
    query = CaseQuery(places=frozenset({("debt_investigation", "registered")}))
    assert numbers(store.find(query, 2)) == ["AZS-5", "AZS-4"]
    seen = store.get("AZS-4")
    assert seen is not None
    store.save(moved(seen, "forwarded"), ())
    store.register(a_case("AZS-6"), ())
    assert numbers(store.find(query, 2, after="AZS-4")) == ["AZS-3", "AZS-2"]
    assert numbers(store.find(query, 2, after="AZS-2")) == ["AZS-1"]
    assert numbers(store.find(query, 2, after="AZS-1")) == []


def test_nothing_comes_after_a_number_that_is_not_kept(store: MemoryStore) -> None:
    """A page after an unknown number is empty, rather than the first page over again."""
    store.register(a_case("AZS-1"), ())
    assert store.find(EVERYTHING, after="AZS-9") == ()
