"""The laws of payments over random histories: presses, callbacks, retries, refunds, crashes.

A long run, on all cores: ``python3 run.py test tests/paying --histories 100000``.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.strange import fuzzed

from utility_eservices.conformance.laws.histories import lived

BLOCK = 500
LENGTH = 200
# What every block of histories has to have seen, or its laws were hardly tried.
EVENTFUL = frozenset(
    {
        "retry",
        "changed amount",
        "doubt",
        "failed paid",
        "paid anew",
        "surplus",
        "given back",
        "credited",
        "crash",
        "lost answer",
        "two hosts at once",
        "mismatch",
        "forged",
        "action_refused",
        "unknown paid",
        "unknown sent",
    }
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a block, so that many cores share a long run."""
    if "block" in metafunc.fixturenames:
        blocks = metafunc.config.getoption("histories") // BLOCK
        metafunc.parametrize("block", range(max(1, blocks)))


def test_the_laws_hold_in_every_history(block: int) -> None:
    """Whatever happens in whatever order: nobody pays twice, and who paid is credited once."""
    happened: Counter[str] = Counter()
    for number in range(block * BLOCK, (block + 1) * BLOCK):
        tape = random.Random(number).randbytes(LENGTH)  # noqa: S311  # to be the same each time
        try:
            happened += lived(tape).happened
        except AssertionError as error:
            error.add_note(f"history {number}")
            raise
    assert not EVENTFUL - happened.keys()


@fuzzed(150)
@given(tape=st.binary(max_size=LENGTH))
def test_the_laws_hold_in_the_simplest_history(tape: bytes) -> None:
    """The same; where a law breaks, the shortest history that breaks it is shown."""
    lived(tape)
