"""How many letters go out in a stretch of time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from utility_eservices.errors import PortBusy
from utility_eservices_adapters.notification import rates
from utility_eservices_adapters.notification.rates import Rate, is_rate


def taken(rate: Rate) -> bool:
    """Whether there is a place."""
    try:
        rate.take()
    except PortBusy:
        return False
    return True


def test_all_threads_share_a_rate() -> None:
    """However many ask at once, as many are let through as the rate says."""
    rate = Rate("5/hour", pause=lambda _seconds: None)
    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(lambda _: taken(rate), range(50))) == 5


def test_one_waits_a_second_and_no_longer() -> None:
    """Whoever finds no place looks again for a second, and is told that the way is full."""
    pauses: list[float] = []
    rate = Rate("1/hour", pause=pauses.append)
    rate.take()
    with pytest.raises(PortBusy):
        rate.take()
    assert sum(pauses) == pytest.approx(1)


def test_one_waits_for_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a place comes free meanwhile, it is taken."""
    now = [1000.0]
    monkeypatch.setattr(rates, "time", SimpleNamespace(monotonic=lambda: now[0]))
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        now[0] += seconds

    # A stretch of a second has room again when it is over, and a moment before it is not.
    rate = Rate("2/second", pause=pause)
    rate.take()
    now[0] += 0.6
    rate.take()
    rate.take()
    assert 0.35 < sum(pauses) < 0.55


def test_a_clock_that_is_set_back_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stretch of time is as long as it is, whatever time of day somebody says it is."""
    seconds, clock = iter([0.0, 1.0]), iter([7200.0, 3600.0])
    clocks = SimpleNamespace(monotonic=seconds.__next__, time=clock.__next__)
    monkeypatch.setattr(rates, "time", clocks)
    rate = Rate("1/second", pause=lambda _seconds: None)
    assert taken(rate)
    assert taken(rate)


def test_rates_are_apart() -> None:
    """An adapter's rate is its own."""
    rates = [Rate("1/hour", pause=lambda _seconds: None) for _ in range(2)]
    assert [taken(rate) for rate in rates] == [True, True]


@pytest.mark.parametrize("text", ["", "10", "often", "0/second", "-1/second", "1/second;5/hour"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    """One rate, of at least one letter."""
    assert not is_rate(text)
    with pytest.raises(ValueError, match="rate"):
        Rate(text)
