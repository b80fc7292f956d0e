"""How long importing takes, each time in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from benchmarks.timing import Timing

__all__ = ["CORE", "DESK", "FIRST_DESK", "LIBRARY", "RUNS", "measure_imports"]

CORE = "import attrs, cattrs, statemachine, pluggy, babel"
LIBRARY = "import utility_eservices"
DESK = "from utility_eservices import Desk"
FIRST_DESK = "from utility_eservices import Desk; Desk(['simulator'])"

RUNS = 9

_TIMED = """\
import time
begun = time.perf_counter_ns()
{statement}
print(time.perf_counter_ns() - begun)
"""


def measure_imports() -> Iterator[dict[str, Timing]]:
    """Run every statement in turn; after each turn, the timings so far by statement."""
    taken: dict[str, list[float]] = {
        statement: [] for statement in (CORE, LIBRARY, DESK, FIRST_DESK)
    }
    for statement in taken:
        _nanoseconds(statement)  # for the byte code
    for _ in range(RUNS):
        for statement, rounds in taken.items():
            rounds.append(_nanoseconds(statement))
        yield {statement: Timing.of(rounds) for statement, rounds in taken.items()}


def _nanoseconds(statement: str) -> int:
    program = _TIMED.format(statement=statement)
    done = subprocess.run(  # noqa: S603  # the statements above, without a shell
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return int(done.stdout)
