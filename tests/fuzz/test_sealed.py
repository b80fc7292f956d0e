"""Texts that left the library and came back otherwise: none is taken for one of ours."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.places import NotingDesk
from tests.fuzz.strange import MARK, answered, fuzzed, json_values, texts, things

from utility_eservices import Desk, OpenJourney, Person
from utility_eservices.desk.open_journey import SignInBegun
from utility_eservices.desk.sealing import LONGEST
from utility_eservices.errors import HostMistake, JourneyTampered
from utility_eservices.simulator.city import City
from utility_eservices.simulator.plugin import SimulatorPlugin
from utility_eservices.vocabulary.fin import Fin

Open = Callable[[Desk, Any], object]


@attrs.frozen
class Sealed:
    """A text that the library wrote, and how it is opened."""

    text: str
    open: Open

    def refused(self, desk: Desk, text: Any) -> bool:
        """Whether another text in its place is refused, with nothing of it told."""
        return isinstance(answered(lambda: self.open(desk, text), HostMistake), JourneyTampered)


@pytest.fixture(scope="module")
def opened(desk: NotingDesk) -> OpenJourney:
    """The journey with the most typed in it that has not been sent."""
    waiting = [item for item in desk.noted.values() if not item.number]
    return max(waiting, key=lambda item: len(item.typed))


@pytest.fixture(scope="module")
def begun(desk: NotingDesk, opened: OpenJourney) -> SignInBegun:
    """A sign-in on the way."""
    person = opened.person
    return desk.begin_sign_in(person.channel, person.identity.means, person.service)


@pytest.fixture(scope="module")
def written(desk: NotingDesk, opened: OpenJourney, begun: SignInBegun) -> list[Sealed]:
    """One text of each kind that leaves the library."""
    person = opened.person
    return [
        Sealed(desk.suspend(opened), lambda desk, text: desk.resume(text, person)),
        Sealed(desk.keep(person), lambda desk, text: desk.recall(text, Person)),
        Sealed(desk.keep(begun), lambda desk, text: desk.recall(text, SignInBegun)),
    ]


def test_what_was_written_is_opened(
    desk: NotingDesk, written: list[Sealed], opened: OpenJourney, begun: SignInBegun
) -> None:
    """As it is, each comes back equal; white space around its parts makes no other text of it."""
    values = [opened, opened.person, begun]
    for sealed, value in zip(written, values, strict=True):
        assert sealed.open(desk, sealed.text) == value
        assert sealed.open(desk, f" {json.dumps(json.loads(sealed.text), indent=1)}\n") == value


@pytest.mark.parametrize("bit", range(8))
def test_no_bit_of_a_text_can_be_flipped(desk: NotingDesk, written: list[Sealed], bit: int) -> None:
    """Every character of the text is tried, and what is no UTF-8 as it came."""
    for sealed in written:
        plain = sealed.text.encode()
        for place in range(len(plain)):
            flipped = bytearray(plain)
            flipped[place] ^= 1 << bit
            assert sealed.refused(desk, flipped.decode("utf-8", "surrogateescape")), place


def test_no_text_can_be_cut_or_lengthened(desk: NotingDesk, written: list[Sealed]) -> None:
    """Cut at every third place, from either end, and whatever is hung on."""
    for sealed in written:
        text = sealed.text
        for place in range(1, len(text), 3):
            assert sealed.refused(desk, text[:place])
            assert sealed.refused(desk, text[place:])
        for more in ("x", "{}", "\0", text, "\ufeff", "]"):
            assert sealed.refused(desk, text + more)
            assert sealed.refused(desk, more + text)


def test_no_kind_passes_for_another(desk: NotingDesk, written: list[Sealed]) -> None:
    """Neither as it is nor with the other's seal."""
    for one in written:
        for other in written:
            if one is not other:
                assert one.refused(desk, other.text)
                outer = {**json.loads(one.text), "seal": json.loads(other.text)["seal"]}
                assert one.refused(desk, json.dumps(outer))
                assert other.refused(desk, json.dumps(outer))


@fuzzed(60)
@given(data=st.data())
def test_nothing_in_a_body_can_be_put_otherwise(
    desk: NotingDesk, written: list[Sealed], data: st.DataObject
) -> None:
    """A value anywhere in it replaced by another, under the seal it had."""
    sealed = data.draw(st.sampled_from(written))
    outer = json.loads(sealed.text)
    body = json.loads(outer["body"])
    inside = body
    while True:
        key = data.draw(st.sampled_from(sorted(inside)))
        if not isinstance(inside[key], dict) or not inside[key] or data.draw(st.booleans()):
            break
        inside = inside[key]
    before, inside[key] = inside[key], data.draw(texts | st.none() | st.integers())
    if inside[key] != before:
        altered = json.dumps({**outer, "body": json.dumps(body, sort_keys=True)})
        assert sealed.refused(desk, altered)


@fuzzed(80)
@given(text=things, body=json_values, seal=json_values)
def test_anything_else_is_no_text_of_ours(
    desk: NotingDesk, written: list[Sealed], text: Any, body: object, seal: object
) -> None:
    """Any text or value, any JSON, and any body and seal in the right frame."""
    frames = [text, {"body": body, "seal": seal}, {"body": json_or(body), "seal": seal}]
    for sealed in written:
        for frame in frames:
            assert sealed.refused(desk, frame)
            assert sealed.refused(desk, json_or(frame))


def json_or(value: object) -> Any:
    """A value as JSON text, or itself where it has none."""
    try:
        return json.dumps(value)
    except (TypeError, ValueError):
        return value


@pytest.mark.parametrize(
    "make",
    [
        lambda _text, _seal: "[" * 200_000 + "]" * 200_000,
        lambda _text, _seal: '{"body":' * 100_000,
        lambda _text, seal: '{"body": "' + "x" * LONGEST + f'", "seal": "{seal}"}}',
        lambda text, _seal: text + " " * LONGEST,
        lambda _text, seal: f'{{"body": "{"[" * 100_000}", "seal": "{seal}"}}',
        lambda text, seal: text[:-1] + f', "body": "{MARK}", "seal": "{seal}"}}',
        lambda text, seal: text[:-1] + f', "seal": "{seal[::-1]}"}}',
        lambda _text, seal: f'{{"body": {"9" * 5_000}, "seal": "{seal}"}}',
        lambda _text, seal: f'{{"body": NaN, "seal": "{seal}"}}',
    ],
    ids=["deep", "open", "huge", "padded", "deep body", "twice", "seal twice", "number", "nan"],
)
def test_what_is_built_to_hurt_is_refused(
    desk: NotingDesk, written: list[Sealed], make: Callable[[str, str], str]
) -> None:
    """Nesting, length and keys given twice: of two keys the last one counts, also for the seal."""
    for sealed in written:
        assert sealed.refused(desk, make(sealed.text, json.loads(sealed.text)["seal"]))


def test_somebody_elses_journey_is_none(desk: NotingDesk, opened: OpenJourney) -> None:
    """The text is sound and the FIN another: it answers as altered."""
    identity = attrs.evolve(opened.person.identity, fin=Fin("7ZM3N4C"))
    other = attrs.evolve(opened.person, identity=identity)
    text = desk.suspend(opened)
    assert isinstance(answered(lambda: desk.resume(text, other), JourneyTampered), JourneyTampered)


def test_a_text_of_another_house_is_none(written: list[Sealed]) -> None:
    """With another secret, every text is refused."""
    elsewhere = Desk([SimulatorPlugin(City(seed=2))])
    for sealed in written:
        assert sealed.refused(elsewhere, sealed.text)
