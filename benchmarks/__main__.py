"""`python3 run.py bench`: measures everything and prints the table."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from benchmarks import importing
from benchmarks.hosts import host_works
from benchmarks.journey import disagreeing
from benchmarks.telling import Target, duration, last, times
from benchmarks.timing import ROUNDS, Timing, Work, measure
from benchmarks.works import (
    contenders,
    journey,
    read_and_stored,
    step_alone,
    stored,
    storing,
    transition,
)
from utility_eservices.cli.terminal import err, out, table

_COLUMNS = ("", "best", "median", "ratio", "target")

Line = tuple[str, str, str, str, str]


def main() -> int:
    """Measure and print; 1 when the contenders do not even agree, whatever the targets say."""
    taking_part = contenders()
    wrong = disagreeing(taking_part)
    if wrong:
        err().print("these come to another end than the floor:", *wrong, sep="\n")
        return 1
    moving = [transition(contender) for contender in taking_part]
    whole = [journey(contender) for contender in taking_part]
    written = [stored(contender) for contender in storing()]
    read = [read_and_stored(contender) for contender in storing()]
    alone, hosting = step_alone(), host_works()
    works = [*moving, alone, *whole, *written, *read, *hosting]
    imports = last(importing.measure_imports(), importing.RUNS, "imports")
    timings = last(measure(works), ROUNDS, "transitions, journeys, desk")
    console = out()
    lines = [
        *_transitions(timings, moving, alone),
        *_group("the whole debt journey", timings, whole),
        *_stored(timings, written),
        *_group("the journey, read and stored at every step", timings, read),
        *_hosts(timings, hosting),
        *_imports(imports),
    ]
    console.print(table(console, _COLUMNS, lines), crop=False)
    return 0


# --- the groups of rows -----------------------------------------------------------------------


def _transitions(timings: Mapping[Work, Timing], moving: list[Work], alone: Work) -> Iterator[Line]:
    least, library, _, *engines = moving
    base, ours = timings[least], timings[library]
    targets = {library: Target("at most 4× the floor", ours.best / base.best, at_most=4)}
    for engine in engines[:2]:  # the live engine, either way
        ratio = timings[engine].best / ours.best
        targets[engine] = Target("at least 40× the library", ratio, at_least=40)
    yield from _group("one transition: send_to_commission", timings, moving, targets)
    yield _line(alone.name, timings[alone], base)


def _stored(timings: Mapping[Work, Timing], written: list[Work]) -> Iterator[Line]:
    least, library = written
    ratio = timings[library].best / timings[least].best
    target = Target("at most 1.4× the floor", ratio, at_most=1.4)
    heading = "the journey, stored as JSON after every step"
    yield from _group(heading, timings, written, {library: target})


def _hosts(timings: Mapping[Work, Timing], hosting: Iterable[Work]) -> Iterator[Line]:
    yield ("at the desk", "", "", "", "")
    for work in hosting:
        yield _line(work.name, timings[work])


def _imports(imports: Mapping[str, Timing]) -> Iterator[Line]:
    core = imports[importing.CORE]
    yield ("in a fresh interpreter", "", "", "", "")
    for statement, timing in imports.items():
        target: Target | str = ""
        if statement == importing.LIBRARY:
            ratio = timing.best / core.best
            target = Target("at most 1.3× the five", ratio, at_most=1.3)
        yield _line(statement, timing, core, target)


def _group(
    heading: str,
    timings: Mapping[Work, Timing],
    works: Iterable[Work],
    targets: Mapping[Work, Target] = {},  # only looked into
) -> Iterator[Line]:
    """A heading and its rows, in ratio to the first."""
    yield (heading, "", "", "", "")
    base = None
    for work in works:
        base = base or timings[work]
        yield _line(work.name, timings[work], base, targets.get(work, ""))


# --- cells ------------------------------------------------------------------------------------


def _line(name: str, timing: Timing, base: Timing | None = None, target: object = "") -> Line:
    ratio = times(timing.best / base.best) if base else ""
    return (f"  {name}", duration(timing.best), duration(timing.median), ratio, str(target))


if __name__ == "__main__":
    sys.exit(main())
