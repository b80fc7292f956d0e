"""What the laws of many ports share: calls made at once, outages, silence.

None of it is a law by itself; each port's module says which calls it is to hold for.
"""

from __future__ import annotations

import contextlib
import io
import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

import pytest

from utility_eservices.conformance.laws.world import World, can
from utility_eservices.errors import PortFailure, PortTimeout, PortUnavailable
from utility_eservices.vocabulary.language import Phrase

__all__ = ["MANY", "Call", "at_once", "keeps_silent", "says_how_it_is", "tells_not_now"]

T = TypeVar("T")
Call = Callable[[], object]

# How many threads meet.
MANY = 16
# How often threads take turns, in seconds: left alone they seldom meet.
_TURN = 1e-6


def at_once(call: Callable[[int], T]) -> list[T | Exception]:
    """What became of a call made by sixteen threads at once: its answer, or what it raised."""
    barrier = Barrier(MANY)

    def one(number: int) -> T | Exception:
        barrier.wait()
        try:
            return call(number)
        except Exception as error:  # noqa: BLE001  # the laws look at what it was
            return error

    turn = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        with ThreadPoolExecutor(MANY) as pool:
            return list(pool.map(one, range(MANY)))
    finally:
        sys.setswitchinterval(turn)


def tells_not_now(world: World[Any], *calls: Call) -> None:
    """While the back end is off each call says so, and nothing else; afterwards each works."""
    with world.switched_off():
        for call in calls:
            # Neither an empty answer nor a "no", which would be believed.
            with pytest.raises((PortUnavailable, PortTimeout)):
                call()
    for call in calls:
        call()


def says_how_it_is(world: World[Any]) -> None:
    """Its own check finds nothing while it works, and advises something while it cannot."""
    check = getattr(world.port, "check", None)
    if check is None:
        pytest.skip("the object has no check()")
    assert check() is None
    if can(world, "switched_off"):
        with world.switched_off():
            advice = check()
        assert isinstance(advice, str | Phrase)
        assert str(advice).strip()


def keeps_silent(world: World[Any], personal: Iterable[str], *calls: Call) -> None:
    """Nothing of what is personal is written down by the calls, told by an error or a repr."""
    said = [_written(calls)]
    if can(world, "switched_off"):
        with world.switched_off():
            said.append(_written(calls))
    told = "\n".join([*said, repr(world.port)])
    assert [number for number, text in enumerate(personal) if text in told] == []


def _written(calls: Iterable[Call]) -> str:
    """All that calls log and print, and what their failures say."""
    page = io.StringIO()
    with _logged_to(page), contextlib.redirect_stdout(page), contextlib.redirect_stderr(page):
        for call in calls:
            try:
                call()
            except PortFailure as error:
                page.write(f"{error} {error!r} {error.args} {error.values}\n")
    return page.getvalue()


@contextlib.contextmanager
def _logged_to(page: io.StringIO) -> Iterator[None]:
    handler, root = logging.StreamHandler(page), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
