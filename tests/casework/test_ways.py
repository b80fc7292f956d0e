"""Yollar: walks through tables of places, with circles, and with more than one way."""

from __future__ import annotations

from utility_eservices.casework.ways import always, reached, shortest

STEPS = {
    "a": [("slow", "b"), ("quick", "d")],
    "b": [("back", "a"), ("on", "c")],
    "c": [("on", "d")],
    "d": [],
    "island": [("off", "a")],
}


def following(place: str) -> list[str]:
    """The places one step away."""
    return [target for _, target in STEPS[place]]


def test_the_shortest_ways() -> None:
    """The fewest steps to each place, the nearest first; nothing leads to the island."""
    found = shortest({"a": ()}, lambda place: STEPS[place])
    assert list(found.items()) == [
        ("a", ()),
        ("b", ("slow",)),
        ("d", ("quick",)),
        ("c", ("slow", "on")),
    ]


def test_ways_go_on_from_what_is_known() -> None:
    """A way that is known stays, even if there is a shorter one; the rest goes on from it."""
    known = {"a": (), "d": ("slow", "on", "on")}
    found = shortest(known, lambda place: STEPS[place])
    assert found["d"] == ("slow", "on", "on")
    assert found["c"] == ("slow", "on")
    assert known.keys() == {"a", "d"}


def test_what_is_reached() -> None:
    """Where one starts is reached only by a circle."""
    assert reached("a", following) == {"a", "b", "c", "d"}
    assert reached("c", following) == {"d"}
    assert reached("d", following) == frozenset()
    assert reached("island", following) == {"a", "b", "c", "d"}


def test_what_every_way_has_passed() -> None:
    """What two ways share; a circle takes nothing away, nor does a place nobody can come from."""
    edges = [
        ("c", "d", frozenset("z")),
        ("island", "d", frozenset[str]()),
        ("b", "c", frozenset("y")),
        ("a", "b", frozenset("xw")),
        ("a", "b", frozenset("xv")),
        ("b", "a", frozenset("u")),
    ]
    assert always("a", frozenset("s"), edges) == {
        "a": {"s"},
        "b": {"s", "x"},
        "c": {"s", "x", "y"},
        "d": {"s", "x", "y", "z"},
    }
    assert always("d", frozenset(), edges) == {"d": frozenset()}


def test_a_later_way_takes_away_from_all_that_lies_behind() -> None:
    """What was found by one way is looked at again when another one turns out to pass less."""
    edges = [
        ("a", "b", frozenset("x")),
        ("b", "c", frozenset("y")),
        ("a", "d", frozenset[str]()),
        ("d", "b", frozenset[str]()),
    ]
    assert always("a", frozenset(), edges)["c"] == {"y"}
