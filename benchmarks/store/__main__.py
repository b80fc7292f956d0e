"""`python3 run.py bench store`: measures everything and prints the tables."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from rich.console import Console
from tests.postgresql import Server

from benchmarks.store.agreeing import disagreeing
from benchmarks.store.locking import ROUNDS as WAITING_ROUNDS
from benchmarks.store.locking import WAYS, WRITERS, AllWaits, measure_waits
from benchmarks.store.places import Files, Kind, Servers
from benchmarks.store.reading import CHUNKS, READS, SIZES, Sizes, Times
from benchmarks.store.transactions import (
    BARE,
    CLIENTS,
    ROUNDS,
    Rates,
    contenders,
    filled,
    measure_rates,
)
from benchmarks.telling import Target, duration, last, times
from benchmarks.timing import ROUNDS as READING_ROUNDS
from utility_eservices.cli.terminal import err, out, table

# The least part of the first contender's rate that the store's rows alone are to reach.
_OF_PGBENCH = {1: 0.45, 4: 0.45, 16: 0.35}
_OF_RAW = 0.5
# How many times as long a read may take at the largest size as at the smallest.
_GROWTH = {read: 2.0 if read == READS[0] else 2.5 for read in READS}


def main() -> int:
    """Measure and print; 1 when the contenders do not do the same, whatever the targets say."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="eservices-bench-")))
        server = Server(durable=True)
        opened.callback(server.stop)
        durable, quick = Files(folder, durable=True), Files(folder, durable=False)
        many = Servers(server)
        for kind in (many, durable):
            wrong = disagreeing(kind, [*contenders(kind), *WAYS])
            if wrong:
                err().print(f"{kind.name}: other rows than the first:", *wrong, sep="\n")
                return 1
        console = out()
        _tell_rates(console, (many, durable, quick))
        _tell_waits(console, durable)
        for kind in (many, durable):
            _tell_reads(console, kind)
    return 0


# --- load, move, save -------------------------------------------------------------------------


def _tell_rates(console: Console, kinds: tuple[Kind, ...]) -> None:
    lines: list[tuple[str, ...]] = []
    for kind in kinds:
        template = filled(kind)
        rates = last(measure_rates(kind, template), ROUNDS, f"transactions: {kind.name}")
        kind.dropped(template)
        for clients in CLIENTS:
            lines += _rates(kind, rates, clients)
    columns = ("transactions a second", "best", "median", "ratio", "target")
    console.print(table(console, columns, lines), crop=False)


def _rates(kind: Kind, rates: Rates, clients: int) -> Iterator[tuple[str, ...]]:
    """A heading and its rows, in ratio to the first."""
    yield (f"{kind.name}, {clients} at once", "", "", "", "")
    first, *_ = taking_part = contenders(kind)
    for contender in taking_part:
        rate = rates[contender, clients]
        ratio = rate.best / rates[first, clients].best
        target = _target(kind, clients, ratio) if contender is BARE else ""
        yield (
            f"  {contender.name}",
            f"{rate.best:.0f}",
            f"{rate.median:.0f}",
            times(ratio),
            str(target),
        )


def _target(kind: Kind, clients: int, ratio: float) -> Target | str:
    if isinstance(kind, Servers):
        least = _OF_PGBENCH[clients]
        return Target(f"at least {times(least)} pgbench", ratio, at_least=least)
    if kind.durable:
        return Target(f"at least {times(_OF_RAW)} raw SQL", ratio, at_least=_OF_RAW)
    return ""


# --- what a client waits ----------------------------------------------------------------------


def _tell_waits(console: Console, kind: Kind) -> None:
    template = filled(kind)
    waits = last(measure_waits(kind, template), WAITING_ROUNDS, "rules and the lock")
    kind.dropped(template)
    columns = (f"{kind.name}, {WRITERS} writers, rules run", "median", "p99", "a second")
    console.print()
    console.print(table(console, columns, list(_waits(waits))), crop=False)


def _waits(waits: AllWaits) -> Iterator[tuple[str, ...]]:
    for way in WAYS:
        wait = waits[way]
        yield (way.name, duration(wait.median), duration(wait.worst), f"{wait.rate:.0f}")


# --- reads ------------------------------------------------------------------------------------


def _tell_reads(console: Console, kind: Kind) -> None:
    with closing(Sizes(kind)) as sizes:
        last(sizes.fill(), CHUNKS, f"filling: {kind.name}")
        read = last(sizes.measure(), READING_ROUNDS, f"reads: {kind.name}")
    columns = (f"{kind.name}, of so many", *(f"{size:,}" for size in SIZES), "ratio", "target")
    console.print()
    console.print(table(console, columns, list(_reads(read))), crop=False)


def _reads(read: Times) -> Iterator[tuple[str, ...]]:
    for name in READS:
        best = [read[name, size].best for size in SIZES]
        ratio, most = best[-1] / best[0], _GROWTH[name]
        target = Target(f"at most {times(most)}", ratio, at_most=most)
        yield (name, *map(duration, best), times(ratio), str(target))


if __name__ == "__main__":
    sys.exit(main())
