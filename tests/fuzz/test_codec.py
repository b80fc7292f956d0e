"""Cases kept as text, when the text is not what the library wrote."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.places import NotingDesk, Place, case_at, states
from tests.fuzz.strange import MARK, fuzzed, json_values, often, texts

from utility_eservices.casework.case import Case
from utility_eservices.desk.asker import guarded
from utility_eservices.desk.catalogue import Catalogue, built_in_services
from utility_eservices.desk.codec import Codec
from utility_eservices.errors import PortBroken, UnknownName
from utility_eservices.ports.case_store import CaseText
from utility_eservices.simulator.city import City

Path: TypeAlias = tuple[str | int, ...]

CODEC = Codec(Catalogue(built_in_services()))

# Each state once, on the last channel that leads there.
STATES = list({(place[0], place[2]): place for place in states()}.values())

every_state = pytest.mark.parametrize("place", STATES, ids="/".join)


def whole(text: CaseText) -> dict[str, Any]:
    """All that a case's texts hold, as one JSON value."""
    return {**json.loads(text.head), "history": list(map(json.loads, text.history))}


def parted(plain: Any) -> CaseText:
    """The texts of some JSON, whatever stands in it in place of a case and its history."""
    if not isinstance(plain, dict):
        return CaseText(json.dumps(plain, default=str), ())
    history = plain.get("history", [])
    lines = history if isinstance(history, list) else [history]
    head = {key: value for key, value in plain.items() if key != "history"}
    return CaseText(
        json.dumps(head, default=str), tuple(json.dumps(line, default=str) for line in lines)
    )


def read(text: CaseText) -> Case[Any] | None:
    """The case that a store reads from a text, None when the desk is told that it is broken."""
    try:
        case: Case[Any] = guarded(CODEC.load, text)
    except (PortBroken, UnknownName) as raised:
        error = raised
    else:
        return case
    assert MARK not in str(error)
    return None


@pytest.fixture(scope="module")
def written(city: City, desk: NotingDesk) -> dict[Place, CaseText]:
    """A case in each state as text."""
    cases = {place: city.store.get(case_at(city, desk, place)) for place in STATES}
    return {place: CODEC.dump(case) for place, case in cases.items() if case is not None}


def values_in(plain: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value in some JSON, with the way to it."""
    for key, value in plain.items() if isinstance(plain, dict) else enumerate(plain):
        yield (*path, key), value
        if isinstance(value, dict | list):
            yield from values_in(value, (*path, key))


def holder_of(plain: Any, path: Path) -> Any:
    """What holds the value at the end of a way."""
    for key in path[:-1]:
        plain = plain[key]
    return plain


def check_kept(text: CaseText, sound: CaseText, case: Case[Any]) -> None:
    """What was read is written back, each value of the kind that it was read as.

    Names, states and counts are of the kind that they are of in a sound text.
    """
    again = CODEC.dump(case)
    assert CODEC.load(again) == case
    kinds = {path: type(value) for path, value in values_in(whole(text))}
    sound_kinds = {path: type(value) for path, value in values_in(whole(sound))}
    for path, value in values_in(whole(again)):
        # The version is the present one, to which an older case is brought up.
        if path in kinds and path != ("service_version",):
            assert type(value) is kinds[path], path
        if len(path) == 1 or (path[0] == "history" and "findings" not in path):
            assert type(value) is sound_kinds.get(path, type(value)), path


@every_state
@fuzzed(50)
@given(data=st.data())
def test_a_value_in_place_of_another_is_read_as_it_is_or_not_at_all(
    written: dict[Place, CaseText], place: Place, data: st.DataObject
) -> None:
    """Nothing is quietly made of a value of another kind, wherever it stands."""
    plain = whole(written[place])
    values = dict(values_in(plain))
    path = data.draw(st.sampled_from(sorted(values, key=str)))
    others = st.sampled_from(list(values.values())).map(copy.deepcopy)
    drawn = often((3, json_values), (2, others), (1, st.just(str(values[path]))))
    holder_of(plain, path)[path[-1]] = data.draw(drawn)
    text = parted(plain)
    case = read(text)
    if case is not None:
        check_kept(text, written[place], case)


@every_state
def test_a_value_left_out_or_too_many_is_told(written: dict[Place, CaseText], place: Place) -> None:
    """One after another: read with its default where it has one, broken otherwise."""
    for path, value in values_in(whole(written[place])):
        less = whole(written[place])
        del holder_of(less, path)[path[-1]]
        more = whole(written[place])
        if isinstance(value, dict):
            holder_of(more, path)[path[-1]][MARK] = MARK
        for plain in (less, more):
            case = read(parted(plain))
            if case is not None:
                check_kept(parted(plain), written[place], case)


@fuzzed(150)
@given(plain=json_values, text=texts)
def test_anything_else_is_no_case(plain: object, text: str) -> None:
    """Any text and any JSON is broken, and fails in no other way."""
    assert read(CaseText(text, ())) is None
    assert read(parted(plain)) is None
    for service in built_in_services():
        assert read(parted({"service": service.key, "form": plain})) is None


def test_a_case_cut_short_is_no_case(written: dict[Place, CaseText]) -> None:
    """Wherever one of its texts breaks off."""
    text = written[STATES[0]]
    assert read(text) is not None
    head, (*before, last) = text.head, text.history
    assert not any(read(attrs.evolve(text, head=head[:end])) for end in range(len(head)))
    cut = ((*before, last[:end]) for end in range(len(last)))
    assert not any(read(attrs.evolve(text, history=lines)) for lines in cut)
