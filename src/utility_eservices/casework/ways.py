"""Ways (yollar): how to get about in a table of places, whatever the places are.

States and their rules, pages and their buttons: whoever asks says which steps lead out of a
place. All of it is finite, and so are these walks.

>>> steps = {"a": [("go", "b"), ("jump", "c")], "b": [("on", "c")], "c": [("back", "b")]}
>>> shortest({"a": ()}, lambda place: steps[place])
{'a': (), 'b': ('go',), 'c': ('jump',)}
>>> sorted(reached("b", lambda place: [target for _, target in steps[place]]))
['b', 'c']
>>> edges = [("a", "b", frozenset({1, 2})), ("a", "c", frozenset({1})), ("b", "c", frozenset())]
>>> always("a", frozenset(), edges)
{'a': frozenset(), 'b': frozenset({1, 2}), 'c': frozenset({1})}
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import TypeVar

__all__ = ["always", "reached", "shortest"]

Place = TypeVar("Place", bound=Hashable)
Taken = TypeVar("Taken")
Passed = TypeVar("Passed", bound=Hashable)


def shortest(
    known: Mapping[Place, tuple[Taken, ...]],
    leaving: Callable[[Place], Iterable[tuple[Taken, Place]]],
) -> dict[Place, tuple[Taken, ...]]:
    """Every place that can be reached from the known ones, with the fewest steps to it.

    From one place alone, the nearest places come first.
    """
    ways = dict(known)
    places = list(ways)
    for place in places:
        for step, following in leaving(place):
            if following not in ways:
                ways[following] = (*ways[place], step)
                places.append(following)
    return ways


def reached(start: Place, following: Callable[[Place], Iterable[Place]]) -> frozenset[Place]:
    """The places that can be reached from one; itself only if it can be come back to."""
    found: set[Place] = set()
    pending = [start]
    while pending:
        fresh = set(following(pending.pop())) - found
        found |= fresh
        pending.extend(fresh)
    return frozenset(found)


def always(
    start: Place,
    carried: frozenset[Passed],
    edges: Collection[tuple[Place, Place, frozenset[Passed]]],
) -> dict[Place, frozenset[Passed]]:
    """What every way from a place has passed on arriving, by the places that can be reached.

    ``carried`` was passed before the start; each of ``edges`` is where it leaves, where it
    leads, and what whoever takes it passes.
    """
    found = {start: carried}
    before: dict[Place, frozenset[Passed]] = {}
    # Each round knows more places, or less of one.
    while found != before:
        before = dict(found)
        for source, target, passed in edges:
            if source in found:
                here = found[source] | passed
                found[target] = found.get(target, here) & here
    return found
