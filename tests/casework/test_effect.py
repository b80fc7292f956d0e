"""Effects: ordered with a transition, tried with patience, done once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utility_eservices.casework.effect import Effect, EffectSpec, Outcome, Patience, effect

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
PATIENCE = Patience(tries=3, first=timedelta(seconds=10), longest=timedelta(seconds=15))


@pytest.fixture
def ordered() -> Effect:
    """An effect as it is ordered."""
    return Effect.ordered("correct_debt", "debt_investigation", "DI-1", 3, NOW)


@attrs.frozen
class SomePort:
    """As much of a port as a declaration needs."""

    name: str = "billing"
    scope: str = "utility"


def test_the_same_order_gives_the_same_key(ordered: Effect) -> None:
    """The key tells a repeated performance from a new order."""
    key = "DI-1/3/correct_debt"
    expected = Effect(key, "correct_debt", "debt_investigation", "DI-1", 3, NOW)
    assert (expected.tries, expected.outcome, expected.reason) == (0, Outcome.PENDING, "")
    assert expected == ordered
    assert Effect.ordered("correct_debt", "debt_investigation", "DI-1", 3, LATER).key == ordered.key
    others = [("route", "DI-1", 3), ("correct_debt", "DI-2", 3), ("correct_debt", "DI-1", 4)]
    keys = {
        Effect.ordered(name, "debt_investigation", number, entry, NOW).key
        for name, number, entry in others
    }
    assert ordered.key not in keys


def test_postponed(ordered: Effect) -> None:
    """A worker without the plugin leaves it to others: no try is counted, and it waits a while."""
    waiting = ordered.postponed("port_not_provided", LATER, PATIENCE)
    assert (waiting.outcome, waiting.tries) == (Outcome.PENDING, ordered.tries)
    assert waiting.reason == "port_not_provided"
    assert waiting.due == LATER + PATIENCE.first


def test_done(ordered: Effect) -> None:
    """What was performed counts as a try and forgets why it failed before."""
    failed = ordered.failed("port_timeout", NOW, PATIENCE, final=False)
    done = failed.done()
    assert (done.outcome, done.tries, done.reason) == (Outcome.DONE, 2, "")
    assert (done.key, done.due) == (failed.key, failed.due)


def test_a_failure_puts_off(ordered: Effect) -> None:
    """A failure that is not final is due again after a pause, and says why."""
    once = ordered.failed("port_timeout", NOW, PATIENCE, final=False)
    assert (once.outcome, once.tries, once.reason) == (Outcome.PENDING, 1, "port_timeout")
    assert once.due == NOW + timedelta(seconds=10)
    twice = once.failed("port_unavailable", LATER, PATIENCE, final=False)
    assert (twice.outcome, twice.tries, twice.reason) == (Outcome.PENDING, 2, "port_unavailable")
    assert twice.due == LATER + timedelta(seconds=15)


def test_patience_comes_to_its_end(ordered: Effect) -> None:
    """The last of the tries fails for good."""
    failing = ordered
    for _ in range(3):
        failing = failing.failed("port_timeout", NOW, PATIENCE, final=False)
    assert (failing.outcome, failing.tries, failing.reason) == (
        Outcome.FAILED,
        3,
        "port_timeout",
    )
    assert failing.due == NOW + timedelta(seconds=15)


def test_a_clear_no_is_not_asked_again(ordered: Effect) -> None:
    """A final failure fails for good at the first try."""
    failed = ordered.failed("port_refused", LATER, PATIENCE, final=True)
    assert (failed.outcome, failed.tries, failed.reason) == (Outcome.FAILED, 1, "port_refused")
    assert failed.due == NOW


def test_again(ordered: Effect) -> None:
    """After it failed for good it can be given a fresh run, due at once."""
    failed = attrs.evolve(ordered, outcome=Outcome.FAILED, tries=3, reason="port_refused")
    again = failed.again(LATER)
    assert (again.outcome, again.tries, again.due) == (Outcome.PENDING, 0, LATER)
    assert (again.key, again.reason) == (ordered.key, "port_refused")


def test_pauses_double_up_to_the_longest() -> None:
    """Thirty seconds at first, an hour at most, unless a service says otherwise."""
    seconds = [Patience().pause(tries).total_seconds() for tries in range(1, 10)]
    assert seconds == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert Patience().tries == 8


@given(tries=st.integers(1, 10**6))
def test_any_number_of_tries_has_a_pause(tries: int) -> None:
    """However often it was tried, the pause is at most the longest, and never shrinks."""
    patience = Patience()
    assert patience.pause(tries) <= patience.pause(tries + 1) <= patience.longest


def test_the_longest_pause_is_reached_also_from_the_shortest() -> None:
    """A pause of a microsecond doubles past an hour: the exponent is bounded, not small."""
    patient = Patience(first=timedelta(microseconds=1), longest=timedelta(hours=1))
    assert patient.pause(10**6) == timedelta(hours=1)
    slower = Patience(first=timedelta(microseconds=1), longest=timedelta(days=999))
    assert slower.pause(32) == timedelta(microseconds=2**31)
    assert slower.pause(33) == slower.pause(34) == timedelta(microseconds=2**32)


def test_an_effect_is_declared_as_a_function() -> None:
    """The performer's first parameters take the ports; the others are names to fill."""
    port = SomePort()

    @effect(
        port,
        label="Borca düzəliş",
        then="corrected",
        otherwise="failed",
        rows="XX-001",
        patience=PATIENCE,
        ours=True,
    )
    def correct_debt(billing: object, key: str) -> None:
        """Nothing: it is never performed here."""

    assert correct_debt.name == "correct_debt"
    assert (correct_debt.performer.ports, correct_debt.performer.needs) == ((port,), ("key",))
    assert attrs.astuple(correct_debt, recurse=False)[1:] == (
        "Borca düzəliş",
        "corrected",
        "failed",
        "XX-001",
        PATIENCE,
        True,
    )


def test_an_effect_says_nothing_that_was_not_declared() -> None:
    """Rows, patience and ours have defaults."""

    @effect(label="Yönləndirmə", then="forward", otherwise="lost")
    def route() -> None:
        """Nothing: it is never performed here."""

    assert route == EffectSpec(route.performer, "Yönləndirmə", "forward", "lost")
    assert (route.rows, route.patience, route.ours) == ("", Patience(), False)


@pytest.mark.parametrize("outcome", Outcome)
def test_outcomes_are_kept_by_their_words(outcome: Outcome) -> None:
    """A store keeps the word, and reads it again."""
    assert Outcome(outcome.value) is outcome
    assert outcome.value == outcome.name.lower()
